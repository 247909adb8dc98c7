"""Builders' lists: who is offered a place among the authors of papers that use a group's data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotFound
from app.policies.versions import need_admin
from app.tables import Group, GroupBuilder, User


@dataclass(frozen=True)
class Builder:
    """One on the list, until a date (included) or for ever."""

    user_id: int
    until: date | None = None
    note: str | None = None


def builders_of(session: Session, group_id: int) -> list[Builder]:
    """Return the list of a group that the principal may know of; raise :class:`NotFound`."""
    if session.get(Group, group_id) is None:
        raise NotFound("There is no such group.")
    rows = session.scalars(select(GroupBuilder).where(GroupBuilder.group_id == group_id).order_by(GroupBuilder.user_id))
    return [Builder(row.user_id, row.until, row.note) for row in rows]


def set_builders(session: Session, principal: Principal, group_id: int, wanted: Sequence[Builder]) -> list[Builder]:
    """Write the whole list; an admin of the group may."""
    before = builders_of(session, group_id)
    need_admin(session, principal, group_id)
    ids = [one.user_id for one in wanted]
    known = set(session.scalars(select(User.id).where(User.id.in_(ids))))
    for place, user_id in enumerate(ids):
        if user_id not in known or user_id in ids[:place]:
            raise BadInput("A builder is a user, named once.", field=f"builders.{place}.user_id")
    now = sorted(wanted, key=lambda one: one.user_id)
    if now == before:
        raise BadInput("That is the list already.")
    session.execute(delete(GroupBuilder).where(GroupBuilder.group_id == group_id))
    for one in now:
        values = {"group_id": group_id, "user_id": one.user_id, "until": one.until, "note": one.note}
        session.execute(insert(GroupBuilder).values(**values))
    was, after = ({"user_ids": [one.user_id for one in some]} for some in (before, now))
    record(session, principal.user_id, Change("set", "builders", group_id, group_id, was, after))
    return now
