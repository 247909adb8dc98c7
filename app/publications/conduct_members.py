"""Which groups take part in a conduct ledger: by invitation of the collaboration and decision of the group itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotFound
from app.policies.versions import group_names
from app.publications.conduct_settings import get_ledger, tell
from app.tables import ConductMember, Group

State = Literal["invited", "joined", "left"]


@dataclass(frozen=True)
class Member:
    """A group in a ledger."""

    collaboration_id: int
    group_id: int
    group: str | None
    state: State
    joined_at: datetime | None


def members_of(session: Session, collaboration_id: int | None = None) -> list[Member]:
    """Return the groups in the ledgers that one may know of, by collaboration."""
    query = select(ConductMember).order_by(ConductMember.collaboration_id, ConductMember.group_id)
    if collaboration_id is not None:
        query = query.where(ConductMember.collaboration_id == collaboration_id)
    rows = session.scalars(query).all()
    names = group_names(session, {row.group_id for row in rows})
    return [
        Member(row.collaboration_id, row.group_id, names.get(row.group_id), row.state, row.joined_at)  # type: ignore[arg-type]
        for row in rows
    ]


def join(
    session: Session, principal: Principal, collaboration_id: int, group_id: int, now: datetime | None = None
) -> Member:
    """Invite a group (an admin of the collaboration), or join (an admin of the group that was invited).

    Who is both does both. Raises :class:`Conflict` where that is so already, :class:`Forbidden` for anybody else.
    """
    ledger = get_ledger(session, collaboration_id)
    mine = set(session.scalars(text("SELECT access.my_admin_groups()")))
    keeps, theirs = (principal.is_admin or g in mine for g in (collaboration_id, group_id))
    if session.get(Group, group_id) is None or ledger.version == 0:
        what = "group" if ledger.version else "ledger yet: decide how it is kept"
        raise BadInput(f"There is no such {what}.", field="group_id" if ledger.version else "collaboration_id")
    found = session.get(ConductMember, (collaboration_id, group_id), populate_existing=True)
    was = found.state if found else "left"
    state: State = "joined" if theirs and (keeps or was == "invited") else "invited"
    if was == state or was == "joined":
        raise Conflict(f"This group has {was} already." if was == "joined" else "This group is invited already.")
    if state == "invited" and not keeps:
        raise Forbidden("Joining takes an invitation by an admin of the collaboration, and an admin of the group.")
    values: dict[str, Any] = {"state": state, "changed_by_id": principal.user_id}
    values["joined_at"] = (now or datetime.now(UTC)) if state == "joined" else None
    _write(session, collaboration_id, group_id, values, new=found is None)
    _note(session, principal, collaboration_id, group_id, (was, state))
    if state == "invited":
        tell(session, collaboration_id, group_id, "Your group is asked to take part in a conduct ledger.")
    return _member(session, collaboration_id, group_id)


def leave(session: Session, principal: Principal, collaboration_id: int, group_id: int) -> Member:
    """Take a group out of a ledger, by an admin of either; its entries stay on record and count again if it returns."""
    found = session.get(ConductMember, (collaboration_id, group_id), populate_existing=True)
    if found is None:
        raise NotFound("There is no such group in this ledger.")
    mine = set(session.scalars(text("SELECT access.my_admin_groups()")))
    if not principal.is_admin and not mine & {collaboration_id, group_id}:
        raise Forbidden("This takes an admin of the group, or of the collaboration.")
    if found.state == "left":
        raise Conflict("This group has left already.")
    was = found.state
    _write(session, collaboration_id, group_id, {"state": "left", "changed_by_id": principal.user_id}, new=False)
    _note(session, principal, collaboration_id, group_id, (was, "left"))
    for told_id in (collaboration_id, group_id):
        tell(session, collaboration_id, told_id, "A group no longer takes part in a conduct ledger.")
    return _member(session, collaboration_id, group_id)


def _write(session: Session, collaboration_id: int, group_id: int, values: Mapping[str, Any], *, new: bool) -> None:
    keys = {"collaboration_id": collaboration_id, "group_id": group_id}
    if new:
        session.execute(insert(ConductMember).values(**keys, **values))
        return
    where = (ConductMember.collaboration_id == collaboration_id, ConductMember.group_id == group_id)
    session.execute(update(ConductMember).where(*where).values(**values, modified=func.now()))


def _note(
    session: Session, principal: Principal, collaboration_id: int, group_id: int, states: tuple[str, str]
) -> None:
    for holder_id in dict.fromkeys((collaboration_id, group_id)):
        change = Change(
            states[1], "conduct member", collaboration_id, holder_id, {"state": states[0]},
            {"state": states[1], "group_id": group_id},
        )  # fmt: skip
        record(session, principal.user_id, change)


def _member(session: Session, collaboration_id: int, group_id: int) -> Member:
    row = session.get_one(ConductMember, (collaboration_id, group_id), populate_existing=True)
    name = group_names(session, [group_id]).get(group_id)
    return Member(collaboration_id, group_id, name, row.state, row.joined_at)  # type: ignore[arg-type]
