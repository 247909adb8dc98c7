"""Labels: that somebody has looked at a source for a group; interests: why a team looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.comments import need_source
from app.portal.visibility import for_note, groups_of, users_of
from app.tables import SourceInterest, SourceLabel


def label(session: Session, principal: Principal, obj_id: str, group_ids: Sequence[int]) -> None:
    """Note that the principal has looked at a source for groups of theirs; where they have before, it stays."""
    need_source(session, obj_id)
    for group_id in _named(session, group_ids):
        readers = audiences.intern_groups(session, [group_id])
        made = session.execute(
            upsert(SourceLabel)
            .values(obj_id=obj_id, holder_id=group_id, owner_id=principal.user_id, audience_id=readers)
            .on_conflict_do_nothing(index_elements=["obj_id", "holder_id", "owner_id"])
            .returning(SourceLabel.id)
        ).scalar()
        if made is not None:
            record(session, principal.user_id, Change("create", "label", obj_id, group_id))


def unlabel(session: Session, principal: Principal, obj_id: str, group_ids: Sequence[int]) -> None:
    """Take the principal's own labels of a source back; raise :class:`BadInput` where there are none."""
    need_source(session, obj_id)
    mine = (SourceLabel.obj_id == obj_id, SourceLabel.owner_id == principal.user_id)
    these = SourceLabel.holder_id.in_(_named(session, group_ids))
    gone = session.scalars(delete(SourceLabel).where(*mine, these).returning(SourceLabel.holder_id)).all()
    if not gone:
        raise BadInput("You have not labelled this source for these groups.", field="groupIds")
    for group_id in gone:
        record(session, principal.user_id, Change("delete", "label", obj_id, group_id))


def _named(session: Session, group_ids: Sequence[int]) -> list[int]:
    if not group_ids:
        raise BadInput("Name at least one group.", field="groupIds")
    return audiences.need_groups(session, group_ids, "groupIds")


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable labels of each obj."""
    found: dict[str, list[dict[str, Any]]] = {}
    query = select(SourceLabel).where(SourceLabel.obj_id.in_(set(obj_ids))).order_by(SourceLabel.id)
    for row in session.scalars(query):
        told = {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
            "labeller_id": row.owner_id, "group_id": row.holder_id,
        }  # fmt: skip
        found.setdefault(row.obj_id, []).append(told)
    return found


def labellers(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return who has labelled each obj, once each."""
    labelled = by_obj(session, obj_ids)
    known = users_of(session, (one["labeller_id"] for rows in labelled.values() for one in rows))
    return {
        obj_id: [known[user] for user in dict.fromkeys(one["labeller_id"] for one in rows) if user in known]
        for obj_id, rows in labelled.items()
    }


def interests(session: Session, obj_id: str) -> list[dict[str, Any]]:
    """Return why teams look at a source, oldest first."""
    need_source(session, obj_id)
    rows = session.scalars(
        select(SourceInterest).where(SourceInterest.obj_id == obj_id).order_by(SourceInterest.id)
    ).all()
    groups = groups_of(session, (r.audience_id for r in rows))
    authors = users_of(session, (r.owner_id for r in rows))
    return [
        {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
            "title": row.title, "description": row.description, "link": row.link, "user_id": row.owner_id,
            "user": authors.get(row.owner_id), "groups": groups[row.audience_id],
        }
        for row in rows
    ]  # fmt: skip


def add_interest(session: Session, principal: Principal, obj_id: str, said: dict[str, str | None]) -> int:
    """Say why one looks at a source, to the groups that have it saved; return the id."""
    need_source(session, obj_id)
    standing = for_note(session, principal, obj_id, None)
    made = session.execute(
        insert(SourceInterest).values(obj_id=obj_id, **said, **standing.columns()).returning(SourceInterest.id)
    ).scalar_one()
    change = Change("create", "interest", made, standing.holder_id, after={"obj_id": obj_id, **said})
    record(session, principal.user_id, change)
    return made


def drop_interests(session: Session, principal: Principal, obj_id: str, number: int | None) -> None:
    """Take back an interest, or all of one's own in a source."""
    need_source(session, obj_id)
    these = [SourceInterest.obj_id == obj_id]
    these.append(SourceInterest.owner_id == principal.user_id if number is None else SourceInterest.id == number)
    found = session.scalars(select(SourceInterest.id).where(*these)).all()
    if not found:
        raise NotAvailableHere("There is no such interest in this source that you may see.")
    gone = session.execute(
        delete(SourceInterest)
        .where(SourceInterest.id.in_(found))
        .returning(SourceInterest.id, SourceInterest.holder_id, SourceInterest.title)
    ).all()
    if not gone:
        raise Forbidden("Only who said it, or an administrator of the group, can take an interest back.")
    for row in gone:
        before = {"obj_id": obj_id, "title": row.title}
        record(session, principal.user_id, Change("delete", "interest", row.id, row.holder_id, before))
