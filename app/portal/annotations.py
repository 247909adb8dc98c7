"""Annotations: values that a program attached to an obj, spectrum or point, one row an origin and holder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import arrays, note_terms
from app.portal.by_obj import about, grouped, rows_of
from app.portal.governed import Planner, Withheld
from app.portal.note_terms import Added, Wish
from app.portal.subjects import Subject, groups_for, need
from app.portal.visibility import Known, for_groups, known_of
from app.tables import Annotation, ResourceAnnotation

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
    policy_version_id: int | None = None


_UPSERT = text(
    "INSERT INTO annotations AS a (obj_id, origin, data, audience_id, holder_id, owner_id, policy_version_id)"
    " SELECT * FROM unnest(CAST(:obj_id AS text[]), CAST(:origin AS text[]), CAST(:data AS jsonb[]),"
    " CAST(:audience_id AS bigint[]), CAST(:holder_id AS int[]), CAST(:owner_id AS int[]), CAST(:version AS int[]))"
    " ON CONFLICT (obj_id, origin, holder_id) DO UPDATE"
    # What is under a policy stays as it is read; its version was fixed when it was first written.
    " SET data = excluded.data, modified = now(), policy_version_id = coalesce(a.policy_version_id,"
    " excluded.policy_version_id), audience_id = CASE WHEN a.policy_version_id IS NULL THEN excluded.audience_id"
    " ELSE a.audience_id END"
    " WHERE a.data <> excluded.data OR a.policy_version_id IS NULL AND a.audience_id <> excluded.audience_id"
    " RETURNING a.id"
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
        "version": arrays.numbers(r.policy_version_id for r in ordered),
    }
    return len(session.scalars(_UPSERT, columns).all())


def no_such(annotation_id: int) -> NotAvailableHere:
    """Return the one answer for an annotation that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no annotation with the id {annotation_id} here that you may read.")


def _table(subject: Subject) -> Any:
    return Annotation if subject.on_source else ResourceAnnotation


def _place(subject: Subject) -> tuple[Any, ...]:
    if subject.on_source:
        return (Annotation.obj_id == subject.key,)
    return (ResourceAnnotation.resource_type == subject.kind, ResourceAnnotation.resource_id == subject.number)


def _kind(subject: Subject) -> str:
    return "annotation" if subject.on_source else f"annotation on {subject.kind}"


def _one(session: Session, subject: Subject, annotation_id: int) -> Any:
    table = _table(subject)
    found = session.scalars(select(table).where(table.id == annotation_id, *_place(subject))).first()
    if found is None:
        raise no_such(annotation_id)
    return found


def view(session: Session, subject: Subject, annotation_id: int) -> dict[str, Any]:
    """Return a readable annotation in SkyPortal's words; raise :class:`NotAvailableHere`."""
    return _dicts(session, [_one(session, subject, annotation_id)])[0]


def listed(session: Session, subject: Subject) -> list[dict[str, Any]]:
    """Return the readable annotations of something, by origin; raises what :func:`subjects.need` raises."""
    need(session, subject)
    table = _table(subject)
    rows = session.scalars(select(table).where(*_place(subject)).order_by(table.origin, table.id))
    return _dicts(session, rows.all())


def add(
    session: Session,
    principal: Principal,
    subject: Subject,
    row: tuple[str, dict[str, Any]],
    group_ids: list[int] | None,
    govern: Planner | None = None,
) -> Added:
    """Annotate something with (origin, data); what its group's sharing policy does not let others see yet is withheld.

    SkyPortal keeps one annotation an origin on each thing. Here it is one of each team's: what others keep privately
    must not be told by a refusal. Raises :class:`BadInput` where a team of the principal's has one of this origin that
    the principal reads, or the holder has one, and what :func:`app.portal.subjects.need` raises.
    """
    origin, data = row
    obj_id, table = need(session, subject), _table(subject)
    groups = groups_for(session, principal, subject, obj_id, group_ids)
    held = for_groups(session, principal, groups)
    _need_free(session, subject, origin)
    values: dict[str, Any] = {"obj_id": obj_id, "origin": origin, "data": data}
    if not subject.on_source:
        values |= {"resource_type": subject.kind, "resource_id": subject.number}
    readers, withheld = note_terms.placed(session, "annotation", obj_id, held, groups, govern)
    made = session.execute(
        insert(table).values(**values, **readers).on_conflict_do_nothing().returning(table.id)
    ).scalar()
    if made is None:
        raise _taken(origin)
    record(session, principal.user_id, Change("create", _kind(subject), made, held.holder_id, after=values))
    announce(session, NEW, audience_id=readers["audience_id"], obj_id=obj_id)
    return Added(int(made), withheld)


def _need_free(session: Session, subject: Subject, origin: str, but: int | None = None) -> None:
    table = _table(subject)
    mine = table.holder_id.in_(audiences.my_group_ids(session))
    query = select(table.id).where(*_place(subject), table.origin == origin, mine)
    if session.execute(query if but is None else query.where(table.id != but)).first() is not None:
        raise _taken(origin)


def _taken(origin: str) -> BadInput:
    return BadInput(f"Your group has an annotation of the origin {origin!r} here already; change it.", field="origin")


def change(
    session: Session,
    principal: Principal,
    place: tuple[Subject, int],
    given: dict[str, Any],
    govern: Planner | None = None,
) -> Sequence[Withheld]:
    """Change the annotation at (subject, annotation); its author and the group's administrators may.

    Returns what its sharing policy withholds of what was asked for; raises what
    :func:`app.portal.note_terms.regranted` raises.
    """
    subject, annotation_id = place
    row, table = _one(session, subject, annotation_id), _table(subject)
    values = {k: v for k, v in given.items() if k in ("data", "origin") and v is not None}
    before, obj_id, holder = {k: getattr(row, k) for k in values}, row.obj_id, row.holder_id
    if values.get("origin", row.origin) != row.origin:
        _need_free(session, subject, values["origin"], but=annotation_id)
    shared, why = note_terms.Regrant(), given.get("why")
    if given.get("group_ids"):
        wish = Wish(given["group_ids"], why, govern)
        shared = note_terms.regranted(session, principal, "annotation", row, wish)
        values |= shared.values
    if not values:
        raise BadInput("Nothing to change was sent.")
    changed = session.execute(
        update(table).where(table.id == annotation_id).values(**values).returning(table.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only its author, or an administrator of its group, can change an annotation.")
    done = Change("update", _kind(subject), annotation_id, holder, before, values)
    record(session, principal.user_id, done)
    note_terms.note_act(session, principal, shared, done, why)
    announce(session, NEW, audience_id=changed, obj_id=obj_id)
    return shared.withheld


def remove(session: Session, principal: Principal, place: tuple[Subject, int]) -> None:
    """Delete the annotation at (subject, annotation); its author and the group's administrators may."""
    subject, annotation_id = place
    row, table = _one(session, subject, annotation_id), _table(subject)
    before = {"obj_id": row.obj_id, "origin": row.origin, "data": row.data}
    holder, audience, obj_id = row.holder_id, row.audience_id, row.obj_id
    gone = session.execute(delete(table).where(table.id == annotation_id).returning(table.id)).scalar()
    if gone is None:
        raise Forbidden("Only its author, or an administrator of its group, can delete an annotation.")
    record(session, principal.user_id, Change("delete", _kind(subject), gone, holder, before))
    announce(session, NEW, audience_id=audience, obj_id=obj_id)


OF_OBJS = (
    select(
        Annotation.id, Annotation.created_at, Annotation.modified, Annotation.data, Annotation.origin,
        Annotation.owner_id, Annotation.obj_id, Annotation.audience_id,
    )
    .where(about(Annotation.obj_id))
    .order_by(Annotation.origin, Annotation.id)
)  # fmt: skip


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable annotations of each obj, by origin."""
    wanted = set(obj_ids)
    return grouped(_dicts(session, rows_of(session, OF_OBJS, wanted)), wanted)


def by_resource(session: Session, kind: str, ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the readable annotations of each numbered thing of a kind, by origin, in a fixed number of queries."""
    wanted = set(ids)
    table = ResourceAnnotation
    query = select(table).where(table.resource_type == kind, table.resource_id.in_(wanted))
    rows = session.scalars(query.order_by(table.origin, table.id)).all()
    found: dict[int, list[dict[str, Any]]] = {i: [] for i in wanted}
    for row, told in zip(rows, _dicts(session, rows), strict=True):
        found[row.resource_id].append(told)
    return found


def _dicts(session: Session, rows: Iterable[Any]) -> list[dict[str, Any]]:
    found = list(rows)
    return told(found, known_of(session, found))


def told(rows: Iterable[Any], known: Known) -> list[dict[str, Any]]:
    """Return annotations in SkyPortal's words, with their authors and groups."""
    return [
        as_dict(row) | {"author": known.users.get(row.owner_id), "groups": known.groups[row.audience_id]}
        for row in rows
    ]


def as_dict(row: Any) -> dict[str, Any]:
    """Return an annotation's own columns in SkyPortal's words."""
    of = {"obj_id": row.obj_id}
    if isinstance(row, ResourceAnnotation):
        of = Subject(row.resource_type, str(row.resource_id)).ids(row.obj_id)
    return {
        "id": row.id,
        "created_at": row.created_at,
        "modified": row.modified,
        "data": row.data,
        "origin": row.origin,
        "author_id": row.owner_id,
        **of,
    }
