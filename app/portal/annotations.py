"""Annotations: values that a program attached to an obj, one row an origin and holder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotAvailableHere
from app.portal import arrays
from app.portal.comments import need_source
from app.portal.visibility import for_groups, for_note, groups_of, users_of
from app.tables import Annotation

NEW = "annotation.new"


@dataclass(frozen=True)
class AnnotationRow:
    """One annotation as it is stored; a newer one of the same obj, origin and holder replaces ``data``."""

    obj_id: str
    origin: str
    data: dict[str, Any]
    audience_id: int
    holder_id: int
    owner_id: int


_UPSERT = text(
    "INSERT INTO annotations AS a (obj_id, origin, data, audience_id, holder_id, owner_id)"
    " SELECT * FROM unnest(CAST(:obj_id AS text[]), CAST(:origin AS text[]), CAST(:data AS jsonb[]),"
    " CAST(:audience_id AS bigint[]), CAST(:holder_id AS int[]), CAST(:owner_id AS int[]))"
    " ON CONFLICT (obj_id, origin, holder_id) DO UPDATE"
    " SET data = excluded.data, audience_id = excluded.audience_id, modified = now()"
    " WHERE a.data <> excluded.data OR a.audience_id <> excluded.audience_id RETURNING a.id"
)


def upsert(session: Session, rows: Sequence[AnnotationRow]) -> int:
    """Store annotations, replacing what their holders have under the same origin; return how many rows changed.

    Of several rows with one key the last counts. A row that already says the same is left alone.
    """
    last = {(row.obj_id, row.origin, row.holder_id): row for row in rows}
    if not last:
        return 0
    ordered = [row for _, row in sorted(last.items())]
    columns = {
        "obj_id": arrays.texts(r.obj_id for r in ordered),
        "origin": arrays.texts(r.origin for r in ordered),
        "data": arrays.documents(r.data for r in ordered),
        "audience_id": arrays.numbers(r.audience_id for r in ordered),
        "holder_id": arrays.numbers(r.holder_id for r in ordered),
        "owner_id": arrays.numbers(r.owner_id for r in ordered),
    }
    return len(session.scalars(_UPSERT, columns).all())


def no_such(annotation_id: int) -> NotAvailableHere:
    """Return the one answer for an annotation that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no annotation with the id {annotation_id} here that you may read.")


def need(session: Session, obj_id: str, annotation_id: int) -> Annotation:
    """Return a readable annotation of an obj; raise :class:`NotAvailableHere`."""
    query = select(Annotation).where(Annotation.id == annotation_id, Annotation.obj_id == obj_id)
    found = session.scalars(query).first()
    if found is None:
        raise no_such(annotation_id)
    return found


def add(
    session: Session, principal: Principal, row: tuple[str, str, dict[str, Any]], group_ids: list[int] | None
) -> int:
    """Annotate an obj with (obj id, origin, data); return the id.

    Raises :class:`NotFound` for an obj that one may not know of, :class:`Conflict` where the holder has an
    annotation of this origin already.
    """
    obj_id, origin, data = row
    need_source(session, obj_id)
    standing = for_note(session, principal, obj_id, group_ids)
    statement = (
        insert(Annotation)
        .values(obj_id=obj_id, origin=origin, data=data, **standing.columns())
        .on_conflict_do_nothing(index_elements=["obj_id", "origin", "holder_id"])
        .returning(Annotation.id)
    )
    made = session.execute(statement).scalar()
    if made is None:
        raise Conflict("Your group has an annotation of this origin here already; change it by PUT.", field="origin")
    after = {"obj_id": obj_id, "origin": origin, "data": data}
    record(session, principal.user_id, Change("create", "annotation", made, standing.holder_id, after=after))
    announce(session, NEW, audience_id=standing.audience_id, obj_id=obj_id)
    return made


def change(session: Session, principal: Principal, place: tuple[str, int], given: dict[str, Any]) -> None:
    """Change the annotation at (obj, annotation); its author and the group's administrators may."""
    row = need(session, *place)
    values = {k: v for k, v in given.items() if k in ("data", "origin") and v is not None}
    before = {k: getattr(row, k) for k in values}
    if given.get("group_ids"):
        values["audience_id"] = for_groups(session, principal, given["group_ids"]).audience_id
    if not values:
        raise BadInput("Nothing to change was sent.")
    changed = session.execute(
        update(Annotation).where(Annotation.id == row.id).values(**values).returning(Annotation.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only its author, or an administrator of its group, can change an annotation.")
    record(session, principal.user_id, Change("update", "annotation", row.id, row.holder_id, before, values))
    announce(session, NEW, audience_id=changed, obj_id=place[0])


def remove(session: Session, principal: Principal, place: tuple[str, int]) -> None:
    """Delete the annotation at (obj, annotation); its author and the group's administrators may."""
    row = need(session, *place)
    before, holder = {"obj_id": row.obj_id, "origin": row.origin, "data": row.data}, row.holder_id
    gone = session.execute(delete(Annotation).where(Annotation.id == place[1]).returning(Annotation.id)).scalar()
    if gone is None:
        raise Forbidden("Only its author, or an administrator of its group, can delete an annotation.")
    record(session, principal.user_id, Change("delete", "annotation", gone, holder, before))


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable annotations of each obj, by origin."""
    wanted = set(obj_ids)
    query = select(Annotation).where(Annotation.obj_id.in_(wanted)).order_by(Annotation.origin, Annotation.id)
    rows = session.scalars(query).all()
    groups = groups_of(session, (r.audience_id for r in rows))
    authors = users_of(session, (r.owner_id for r in rows))
    found: dict[str, list[dict[str, Any]]] = {o: [] for o in wanted}
    for row in rows:
        found[row.obj_id].append(as_dict(row) | {
            "author": authors.get(row.owner_id), "groups": groups[row.audience_id],
        })  # fmt: skip
    return found


def as_dict(row: Annotation) -> dict[str, Any]:
    """Return an annotation's own columns in SkyPortal's words."""
    return {
        "id": row.id,
        "created_at": row.created_at,
        "modified": row.modified,
        "data": row.data,
        "origin": row.origin,
        "author_id": row.owner_id,
        "obj_id": row.obj_id,
    }
