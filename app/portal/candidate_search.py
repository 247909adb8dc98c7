"""Scanning: which objs passed a filter, one row an obj, by its latest passage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, Subquery, and_, exists, func, select
from sqlalchemy.orm import Session

from app.access.audiences import my_group_ids, need_groups
from app.portal import list_filters as f
from app.portal.obj_details import within
from app.tables import Annotation, Candidate, Source

SavedStatus = Literal[
    "all", "savedToAllSelected", "savedToAnySelected", "savedToAnyAccessible", "notSavedToAnyAccessible",
    "notSavedToAnySelected", "notSavedToAllSelected",
]  # fmt: skip
_ID = Candidate.obj_id
PASSAGE = (
    Candidate.id, Candidate.created_at, Candidate.modified, Candidate.obj_id, Candidate.filter_id, Candidate.passed_at,
    Candidate.passing_alert_id, Candidate.owner_id,
)  # fmt: skip
"""The columns that :func:`row_dict` tells."""


@dataclass(frozen=True)
class Passed:
    """Which passages of filters count, and whether what passed was saved."""

    group_ids: list[int] | None = None
    filter_ids: list[int] | None = None
    saved_status: SavedStatus = "all"
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True)
class CandidateSearch:
    """Which candidates are wanted; None or empty means any. Every field beside the first and last is a rule."""

    passed: Passed = field(default_factory=Passed)
    name_part: str | None = None
    classes: f.Classes | None = None
    redshift: f.Range | None = None
    detected: f.Detected | None = None
    on_list: f.OnList | None = None
    off_list: f.OnList | None = None
    annotations: list[f.AnnotationIs] = field(default_factory=list)
    points_noted: f.PointsNoted | None = None
    annotation_sort: tuple[str, str, bool] | None = None
    """Origin, key, and whether descending."""


RULES: Mapping[str, Callable[[Any], ColumnElement[bool]]] = {
    "name_part": lambda part: f.contains(_ID, part),
    "classes": lambda wanted: f.classes(_ID, wanted),
    "redshift": lambda bounds: f.every(within("redshift", bounds, _ID)),
    "detected": lambda wanted: f.detected(_ID, wanted),
    "on_list": lambda wanted: f.on_list(_ID, wanted),
    "off_list": lambda wanted: f.on_list(_ID, wanted),
    "annotations": lambda wanted: f.every([f.annotation_is(_ID, one) for one in wanted]),
    "points_noted": lambda wanted: f.points_annotated(_ID, wanted),
}
"""What each field of a search asks of a candidate."""


def search(session: Session, wanted: CandidateSearch, place: tuple[int, int]) -> tuple[list[str], int]:
    """Return the obj ids of one page (number from 1, size), latest passage first, and the number of all matches."""
    passages = _latest(session, wanted).subquery()
    number, size = place
    ordered = _ordered(passages, wanted).add_columns(func.count().over())
    rows = session.execute(ordered.limit(size).offset((number - 1) * size)).all()
    if rows or number == 1:
        return [row[0] for row in rows], rows[0][1] if rows else 0
    return [], session.execute(select(func.count()).select_from(passages)).scalar_one()


def passages(session: Session, wanted: Passed, place: tuple[int, int]) -> tuple[list[dict[str, Any]], int]:
    """Return one page of the passages themselves, earliest first, and the number of all."""
    base = select(*PASSAGE).where(*_passed(session, wanted))
    total = session.execute(select(func.count()).select_from(base.subquery())).scalar_one()
    page = base.order_by(Candidate.passed_at, Candidate.id).limit(place[1]).offset((place[0] - 1) * place[1])
    return [row_dict(row) for row in session.execute(page)], total


def row_dict(row: Any) -> dict[str, Any]:
    """Return one passage of a filter in SkyPortal's words."""
    return {
        "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
        "filter_id": row.filter_id, "passed_at": row.passed_at, "passing_alert_id": row.passing_alert_id,
        "uploader_id": row.owner_id,
    }  # fmt: skip


def _latest(session: Session, wanted: CandidateSearch) -> Select[str, datetime]:
    given = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    rules = [rule(given[name]) for name, rule in RULES.items() if given[name] not in (None, [])]
    query = select(_ID, func.max(Candidate.passed_at).label("latest"))
    return query.where(*_passed(session, wanted.passed), *rules).group_by(_ID)


def _passed(session: Session, wanted: Passed) -> list[ColumnElement[bool]]:
    selected = need_groups(session, wanted.group_ids, "groupIDs") if wanted.group_ids else None
    found: list[ColumnElement[bool]] = []
    if selected is not None:
        found.append(Candidate.holder_id.in_(selected))
    if wanted.filter_ids:
        found.append(Candidate.filter_id.in_(wanted.filter_ids))
    if wanted.start is not None:
        found.append(Candidate.passed_at >= wanted.start)
    if wanted.end is not None:
        found.append(Candidate.passed_at <= wanted.end)
    if wanted.saved_status != "all":
        accessible = my_group_ids(session)
        found.append(_saved(wanted.saved_status, selected or accessible, accessible))
    return found


def _saved(status: SavedStatus, selected: Sequence[int], accessible: Sequence[int]) -> ColumnElement[bool]:
    def in_any(groups: Sequence[int]) -> ColumnElement[bool]:
        return exists().where(Source.obj_id == _ID, Source.active, Source.holder_id.in_(groups))

    in_all = and_(*(in_any([group]) for group in selected))
    return {
        "savedToAllSelected": in_all,
        "savedToAnySelected": in_any(selected),
        "savedToAnyAccessible": in_any(accessible),
        "notSavedToAnyAccessible": ~in_any(accessible),
        "notSavedToAnySelected": ~in_any(selected),
        "notSavedToAllSelected": ~in_all,
    }[status]


def _ordered(passages: Subquery, wanted: CandidateSearch) -> Select[str]:
    query = select(passages.c.obj_id)
    newest = (passages.c.latest.desc(), passages.c.obj_id)
    if wanted.annotation_sort is None:
        return query.order_by(*newest)
    origin, key, descending = wanted.annotation_sort
    value = (
        select(Annotation.data[key])
        .where(Annotation.obj_id == passages.c.obj_id, Annotation.origin == origin)
        .order_by(Annotation.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return query.order_by(value.desc().nulls_last() if descending else value.asc().nulls_last(), *newest)
