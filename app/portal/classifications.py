"""Classifications: classes of a taxonomy, given to objs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access.audiences import my_group_ids
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden
from app.portal import labels, note_terms
from app.portal.by_obj import about, grouped, rows_of
from app.portal.classification_votes import NEW, cast, edits_of, no_such, note_edit, votes_of
from app.portal.governed import Planner, Withheld
from app.portal.note_terms import Added, Wish
from app.portal.objs import readable
from app.portal.visibility import Known, Standing, default_groups, for_groups, groups_of, known_of
from app.tables import Classification, SuperObjMember, Taxonomy

_DEEP = 60


@dataclass(frozen=True)
class NewClassification:
    """A class for an obj; ``group_ids`` None means the groups that have the source saved.

    As in SkyPortal, ``vote`` also casts the author's vote for it, and ``label`` labels the source as looked at by the
    author for those groups. Probabilities of one author on one source ought to add up to 1; each is checked alone.
    """

    obj_id: str
    classification: str
    taxonomy_id: int
    probability: float | None = None
    origin: str | None = None
    ml: bool = False
    group_ids: list[int] | None = None
    vote: bool = True
    label: bool = True


def class_names(hierarchy: Any, depth: int = 0) -> Iterator[str]:
    """Yield every class of a taxonomy's hierarchy (``{"class": …, "subclasses": […]}``)."""
    if not isinstance(hierarchy, dict) or depth > _DEEP:
        return
    if isinstance(hierarchy.get("class"), str):
        yield hierarchy["class"]
    for below in hierarchy.get("subclasses") or []:
        yield from class_names(below, depth + 1)


def check_class(session: Session, taxonomy_id: int, name: str, probability: float | None) -> None:
    """Raise :class:`BadInput` unless the class is one of the taxonomy's and the probability one."""
    taxonomy = session.get(Taxonomy, taxonomy_id)
    if taxonomy is None:
        raise BadInput(f"There is no taxonomy with the id {taxonomy_id}.", field="taxonomy_id")
    if name not in set(class_names(taxonomy.hierarchy)):
        raise BadInput(f"The taxonomy {taxonomy.name!r} has no class {name!r}.", field="classification")
    if probability is not None and not 0.0 <= probability <= 1.0:
        raise BadInput("A probability lies between 0 and 1.", field="probability")


def add(session: Session, principal: Principal, new: NewClassification, govern: Planner | None = None) -> Added:
    """Classify an obj; what its group's sharing policy does not let others see yet is withheld.

    Raises :class:`BadInput` where the obj, class or groups do not fit.
    """
    if not readable(session, [new.obj_id]):
        raise BadInput(f"There is no source {new.obj_id!r} that you may read.", field="obj_id")
    check_class(session, new.taxonomy_id, new.classification, new.probability)
    groups = new.group_ids or default_groups(session, principal, new.obj_id)
    standing = for_groups(session, principal, groups)
    values = {
        "obj_id": new.obj_id,
        "taxonomy_id": new.taxonomy_id,
        "classification": new.classification,
        "probability": new.probability,
        "origin": new.origin,
        "ml": new.ml,
        "author_name": principal.username,
    }
    readers, withheld = note_terms.placed(session, "classification", new.obj_id, standing, groups, govern)
    made = session.execute(insert(Classification).values(**values, **readers).returning(Classification.id)).scalar_one()
    told = Standing(readers["audience_id"], standing.holder_id, standing.owner_id)
    _tell(session, principal, Change("create", "classification", made, after=values), told, new.obj_id)
    if new.vote:
        cast(session, principal, made, 1)
    if new.label:
        # A label would tell a group that it is kept waiting, and of what.
        waiting = {w.group_id for w in withheld}
        labels.label(session, principal, new.obj_id, [g for g in groups if g not in waiting] or [standing.holder_id])
    return Added(made, withheld)


def _tell(session: Session, principal: Principal, change: Change, standing: Standing, obj_id: str) -> None:
    kept = Change(change.action, change.kind, change.row_id, standing.holder_id, change.before, change.after)
    record(session, principal.user_id, kept)
    announce(session, NEW, audience_id=standing.audience_id, obj_id=obj_id)


def _need(session: Session, classification_id: int) -> Classification:
    found = session.get(Classification, classification_id)
    if found is None:
        raise no_such(classification_id)
    return found


def change(
    session: Session,
    principal: Principal,
    classification_id: int,
    given: dict[str, Any],
    govern: Planner | None = None,
) -> Sequence[Withheld]:
    """Change what ``given`` names; ``group_ids`` replaces who may read. Owners and group admins may.

    Returns what its sharing policy withholds of what was asked for; raises what
    :func:`app.portal.note_terms.regranted` raises.
    """
    row = _need(session, classification_id)
    # A probability or an origin can be taken away; the rest is always there.
    keep = {"probability", "origin"}
    values = {k: v for k, v in given.items() if k not in ("group_ids", "why") and (v is not None or k in keep)}
    name = values.get("classification", row.classification)
    taxonomy_id = values.get("taxonomy_id", row.taxonomy_id)
    probability = values.get("probability", row.probability)
    check_class(session, taxonomy_id, name, probability)
    before = {k: getattr(row, k) for k in values}
    shared, why = note_terms.Regrant(), given.get("why")
    if given.get("group_ids"):
        wish = Wish(given["group_ids"], why, govern)
        shared = note_terms.regranted(session, principal, "classification", row, wish)
        values |= shared.values
    if not values:
        raise BadInput("Nothing to change was sent.")
    told = Standing(values.get("audience_id", row.audience_id), row.holder_id, row.owner_id)
    note_edit(session, principal, row, probability)
    done = session.execute(
        update(Classification)
        .where(Classification.id == classification_id)
        .values(**values)
        .returning(Classification.id)
    ).scalar()
    if done is None:
        raise Forbidden("Only its author, or an administrator of its group, can change a classification.")
    _tell(session, principal, Change("update", "classification", done, None, before, values), told, row.obj_id)
    act = Change("update", "classification", done, told.holder_id)
    note_terms.note_act(session, principal, shared, act, why)
    return shared.withheld


def remove(session: Session, principal: Principal, classification_id: int, *, label: bool = True) -> None:
    """Delete a classification; owners and group admins may. ``label`` labels the source as looked at by them."""
    row = _need(session, classification_id)
    if not _remove(session, principal, row.obj_id, Classification.id == classification_id, label=label):
        raise Forbidden("Only its author, or an administrator of its group, can delete a classification.")


def remove_all(session: Session, principal: Principal, obj_id: str, *, label: bool = True) -> int:
    """Delete those classifications of an obj that the principal may delete; return how many.

    Raises :class:`BadInput` where there was none.
    """
    gone = _remove(session, principal, obj_id, Classification.obj_id == obj_id, label=label)
    if not gone:
        raise BadInput("There is no classification of this source that you may delete.")
    return gone


def _remove(session: Session, principal: Principal, obj_id: str, which: Any, *, label: bool) -> int:
    table = Classification
    gone = session.execute(
        delete(table)
        .where(which)
        .returning(table.id, table.audience_id, table.holder_id, table.classification, table.probability)
    ).all()
    groups: dict[int, None] = {}
    if label and gone:
        shown = groups_of(session, (row.audience_id for row in gone))
        mine = set(my_group_ids(session))
        groups = {g["id"]: None for of in shown.values() for g in of if g["id"] in mine}
    for row in gone:
        before = {"obj_id": obj_id, "classification": row.classification, "probability": row.probability}
        told = Standing(row.audience_id, row.holder_id, principal.user_id)
        _tell(session, principal, Change("delete", "classification", row.id, before=before), told, obj_id)
    if groups and readable(session, [obj_id]):
        labels.label(session, principal, obj_id, list(groups))
    return len(gone)


def one(session: Session, classification_id: int, *, taxonomy: bool = False) -> dict[str, Any]:
    """Return one classification with its edits; raise :class:`NotAvailableHere`."""
    found = _dicts(session, _SELECT.where(Classification.id == classification_id), taxonomy)
    if not found:
        raise no_such(classification_id)
    return _with_edits(session, found)[0]


def of_source(session: Session, obj_id: str, *, super_objs: bool = False) -> list[dict[str, Any]]:
    """Return the classifications of an obj, with their edits; with ``super_objs`` of whatever is one thing with it."""
    mine = select(SuperObjMember.super_obj_id).where(SuperObjMember.obj_id == obj_id)
    others = select(SuperObjMember.obj_id).where(SuperObjMember.super_obj_id.in_(mine))
    these = Classification.obj_id == obj_id
    query = _SELECT.where(these | Classification.obj_id.in_(others) if super_objs else these)
    return _with_edits(session, _dicts(session, query.order_by(Classification.id), False))


def _with_edits(session: Session, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    edits = edits_of(session, (each["id"] for each in found))
    return [each | {"edits": edits[each["id"]]} for each in found]


_SELECT: Select[*tuple[Any, ...]] = select(
    Classification.id, Classification.created_at, Classification.modified, Classification.obj_id,
    Classification.classification, Classification.taxonomy_id, Classification.probability, Classification.owner_id,
    Classification.author_name, Classification.origin, Classification.ml, Classification.audience_id,
)  # fmt: skip
OF_OBJS = _SELECT.where(about(Classification.obj_id)).order_by(Classification.id)


def by_obj(session: Session, obj_ids: Iterable[str], *, taxonomy: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Return the readable classifications of each obj, oldest first."""
    wanted = set(obj_ids)
    rows = rows_of(session, OF_OBJS, wanted)
    return grouped(told(session, rows, known_of(session, rows), taxonomy=taxonomy), wanted)


def _between(start: datetime | None, end: datetime | None) -> Select[*tuple[Any, ...]]:
    query = _SELECT
    if start is not None:
        query = query.where(Classification.created_at >= start)
    if end is not None:
        query = query.where(Classification.created_at <= end)
    return query


def page(
    session: Session, dates: tuple[datetime | None, datetime | None], place: tuple[int, int], *, taxonomy: bool
) -> tuple[list[dict[str, Any]], int]:
    """Return one page (number from 1, size) of all readable classifications made between two times, and the total."""
    query = _between(*dates)
    total = session.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    number, size = place
    rows = query.order_by(Classification.id).limit(size).offset((number - 1) * size)
    return _dicts(session, rows, taxonomy), total


def classified_objs(session: Session, start: datetime | None, end: datetime | None) -> list[str]:
    """Return the ids of objs with a readable classification made between two times."""
    chosen = _between(start, end).subquery()
    return list(session.scalars(select(chosen.c.obj_id).distinct().order_by(chosen.c.obj_id)))


def _dicts(session: Session, query: Select[*tuple[Any, ...]], taxonomy: bool) -> list[dict[str, Any]]:
    rows = session.execute(query).all()
    return told(session, rows, known_of(session, rows), taxonomy=taxonomy)


def told(session: Session, rows: Sequence[Any], known: Known, *, taxonomy: bool = False) -> list[dict[str, Any]]:
    """Return classifications in SkyPortal's words, with their votes and, if wanted, their taxonomies."""
    votes = votes_of(session, (r.id for r in rows))
    taxonomies: dict[int, dict[str, Any]] = {}
    if taxonomy and rows:
        wanted = select(Taxonomy).where(Taxonomy.id.in_({r.taxonomy_id for r in rows}))
        taxonomies = {t.id: _taxonomy(t) for t in session.scalars(wanted)}
    beside = {row.id: {"taxonomy": taxonomies.get(row.taxonomy_id)} if taxonomy else {} for row in rows}
    return [_dict(row, known.groups[row.audience_id]) | {"votes": votes[row.id]} | beside[row.id] for row in rows]


def _dict(row: Any, groups: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": row.id,
        "created_at": row.created_at,
        "modified": row.modified,
        "obj_id": row.obj_id,
        "classification": row.classification,
        "taxonomy_id": row.taxonomy_id,
        "probability": row.probability,
        "author_id": row.owner_id,
        "author_name": row.author_name,
        "origin": row.origin,
        "ml": row.ml,
        "groups": groups,
    }


def _taxonomy(row: Taxonomy) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "version": row.version,
        "provenance": row.provenance,
        "isLatest": row.is_latest,
        "hierarchy": row.hierarchy,
    }
