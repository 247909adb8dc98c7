"""Classifications: classes of a taxonomy, given to objs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.objs import readable
from app.portal.visibility import Standing, for_groups, for_note, groups_of
from app.tables import Classification, Taxonomy

NEW = "classification.new"
_DEEP = 60


@dataclass(frozen=True)
class NewClassification:
    """A class for an obj; ``group_ids`` None means the groups that have the source saved."""

    obj_id: str
    classification: str
    taxonomy_id: int
    probability: float | None = None
    origin: str | None = None
    ml: bool = False
    group_ids: list[int] | None = None


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


def add(session: Session, principal: Principal, new: NewClassification) -> int:
    """Classify an obj; return the id. Raises :class:`BadInput` where the obj, class or groups do not fit."""
    if not readable(session, [new.obj_id]):
        raise BadInput(f"There is no source {new.obj_id!r} that you may read.", field="obj_id")
    check_class(session, new.taxonomy_id, new.classification, new.probability)
    standing = for_note(session, principal, new.obj_id, new.group_ids)
    values = {
        "obj_id": new.obj_id,
        "taxonomy_id": new.taxonomy_id,
        "classification": new.classification,
        "probability": new.probability,
        "origin": new.origin,
        "ml": new.ml,
        "author_name": principal.username,
    }
    made = session.execute(
        insert(Classification).values(**values, **standing.columns()).returning(Classification.id)
    ).scalar_one()
    _tell(session, principal, Change("create", "classification", made, after=values), standing, new.obj_id)
    return made


def _tell(session: Session, principal: Principal, change: Change, standing: Standing, obj_id: str) -> None:
    kept = Change(change.action, change.kind, change.row_id, standing.holder_id, change.before, change.after)
    record(session, principal.user_id, kept)
    announce(session, NEW, audience_id=standing.audience_id, obj_id=obj_id)


def no_such(classification_id: int) -> NotAvailableHere:
    """Return the one answer for a classification that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no classification with the id {classification_id} that you may read.")


def _need(session: Session, classification_id: int) -> Classification:
    found = session.get(Classification, classification_id)
    if found is None:
        raise no_such(classification_id)
    return found


def change(session: Session, principal: Principal, classification_id: int, given: dict[str, Any]) -> None:
    """Change what ``given`` names; ``group_ids`` replaces who may read. Owners and group admins may."""
    row = _need(session, classification_id)
    values = {k: v for k, v in given.items() if k != "group_ids"}
    name = values.get("classification", row.classification)
    taxonomy_id = values.get("taxonomy_id", row.taxonomy_id)
    check_class(session, taxonomy_id, name, values.get("probability", row.probability))
    before = {k: getattr(row, k) for k in values}
    if given.get("group_ids"):
        values["audience_id"] = for_groups(session, principal, given["group_ids"]).audience_id
    if not values:
        raise BadInput("Nothing to change was sent.")
    told = Standing(values.get("audience_id", row.audience_id), row.holder_id, row.owner_id)
    done = session.execute(
        update(Classification)
        .where(Classification.id == classification_id)
        .values(**values)
        .returning(Classification.id)
    ).scalar()
    if done is None:
        raise Forbidden("Only its author, or an administrator of its group, can change a classification.")
    _tell(session, principal, Change("update", "classification", done, None, before, values), told, row.obj_id)


def remove(session: Session, principal: Principal, classification_id: int) -> None:
    """Delete a classification; owners and group admins may."""
    row = _need(session, classification_id)
    told = Standing(row.audience_id, row.holder_id, row.owner_id)
    before = {"obj_id": row.obj_id, "classification": row.classification, "probability": row.probability}
    obj_id = row.obj_id
    gone = session.execute(
        delete(Classification).where(Classification.id == classification_id).returning(Classification.id)
    ).scalar()
    if gone is None:
        raise Forbidden("Only its author, or an administrator of its group, can delete a classification.")
    _tell(session, principal, Change("delete", "classification", gone, before=before), told, obj_id)


def remove_all(session: Session, principal: Principal, obj_id: str) -> int:
    """Delete those classifications of an obj that the principal may delete; return how many."""
    gone = session.execute(
        delete(Classification)
        .where(Classification.obj_id == obj_id)
        .returning(Classification.id, Classification.audience_id, Classification.holder_id)
    ).all()
    for row in gone:
        told = Standing(row.audience_id, row.holder_id, principal.user_id)
        _tell(session, principal, Change("delete", "classification", row.id), told, obj_id)
    return len(gone)


def one(session: Session, classification_id: int, *, taxonomy: bool = False) -> dict[str, Any]:
    """Return one classification; raise :class:`NotAvailableHere`."""
    found = _dicts(session, select(Classification).where(Classification.id == classification_id), taxonomy)
    if not found:
        raise no_such(classification_id)
    return found[0]


def by_obj(session: Session, obj_ids: Iterable[str], *, taxonomy: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Return the readable classifications of each obj, oldest first."""
    wanted = set(obj_ids)
    found: dict[str, list[dict[str, Any]]] = {o: [] for o in wanted}
    query = select(Classification).where(Classification.obj_id.in_(wanted)).order_by(Classification.id)
    for each in _dicts(session, query, taxonomy):
        found[each["obj_id"]].append(each)
    return found


def _between(start: datetime | None, end: datetime | None) -> Select[Classification]:
    query = select(Classification)
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


def _dicts(session: Session, query: Select[Classification], taxonomy: bool) -> list[dict[str, Any]]:
    rows = session.scalars(query).all()
    groups = groups_of(session, (r.audience_id for r in rows))
    taxonomies: dict[int, dict[str, Any]] = {}
    if taxonomy and rows:
        wanted = select(Taxonomy).where(Taxonomy.id.in_({r.taxonomy_id for r in rows}))
        taxonomies = {t.id: _taxonomy(t) for t in session.scalars(wanted)}
    return [_dict(row, groups[row.audience_id]) | ({"taxonomy": taxonomies.get(row.taxonomy_id)} if taxonomy else {})
            for row in rows]  # fmt: skip


def _dict(row: Classification, groups: list[dict[str, Any]]) -> dict[str, Any]:
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
