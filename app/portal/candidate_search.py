"""Scanning: one row an obj, by its latest passage of a filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, Subquery, and_, exists, func, select
from sqlalchemy.orm import Session

from app.access.audiences import my_group_ids, need_groups
from app.errors import NotAvailableHere
from app.portal import classifications, comments, thumbnails
from app.portal.annotations import by_obj as annotations_of
from app.portal.lightcurves import LightCurveOptions
from app.portal.lightcurves import by_obj as curves_of
from app.portal.obj_details import within
from app.portal.obj_view import objs_of, photstat, saved_groups_of, statistics_of, utc_of
from app.tables import Annotation, Candidate, Classification, ObjAudience, Source
from app.times import mjd_of

SavedStatus = Literal[
    "all", "savedToAllSelected", "savedToAnySelected", "savedToAnyAccessible", "notSavedToAnyAccessible",
    "notSavedToAnySelected", "notSavedToAllSelected",
]  # fmt: skip


@dataclass(frozen=True)
class CandidateSearch:
    """Which candidates are wanted; None or empty means any."""

    group_ids: list[int] | None = None
    filter_ids: list[int] | None = None
    saved_status: SavedStatus = "all"
    start: datetime | None = None
    end: datetime | None = None
    name_part: str | None = None
    classes: list[str] = field(default_factory=list)
    classes_not: list[str] = field(default_factory=list)
    redshift: tuple[float | None, float | None] = (None, None)
    number_detections: int | None = None
    first_detection_after: datetime | None = None
    last_detection_before: datetime | None = None
    annotation_sort: tuple[str, str, bool] | None = None
    """Origin, key, and whether descending."""


@dataclass(frozen=True)
class CandidateExtras:
    """What is told beside the obj."""

    photometry: bool = False
    comments: bool = False
    alerts: bool = False


def search(session: Session, wanted: CandidateSearch, place: tuple[int, int]) -> tuple[list[str], int]:
    """Return the obj ids of one page (number from 1, size), latest passage first, and the number of all matches."""
    selected = need_groups(session, wanted.group_ids, "groupIDs") if wanted.group_ids else None
    passages = _passages(session, wanted, selected).subquery()
    total = session.execute(select(func.count()).select_from(passages)).scalar_one()
    number, size = place
    ordered = _ordered(passages, wanted).limit(size).offset((number - 1) * size)
    return list(session.scalars(ordered)), total


def _passages(session: Session, wanted: CandidateSearch, selected: list[int] | None) -> Select[str, datetime]:
    query = select(Candidate.obj_id, func.max(Candidate.passed_at).label("latest")).group_by(Candidate.obj_id)
    if selected is not None:
        query = query.where(Candidate.holder_id.in_(selected))
    if wanted.filter_ids:
        query = query.where(Candidate.filter_id.in_(wanted.filter_ids))
    if wanted.start is not None:
        query = query.where(Candidate.passed_at >= wanted.start)
    if wanted.end is not None:
        query = query.where(Candidate.passed_at <= wanted.end)
    conditions = [*_about_obj(wanted), *_about_classes(wanted)]
    if wanted.saved_status != "all":
        conditions.append(_saved(wanted.saved_status, selected or my_group_ids(session), my_group_ids(session)))
    return query.where(*conditions)


def _saved(status: SavedStatus, selected: Sequence[int], accessible: Sequence[int]) -> ColumnElement[bool]:
    def in_any(groups: Sequence[int]) -> ColumnElement[bool]:
        return exists().where(Source.obj_id == Candidate.obj_id, Source.active, Source.holder_id.in_(groups))

    in_all = and_(*(in_any([group]) for group in selected))
    return {
        "savedToAllSelected": in_all,
        "savedToAnySelected": in_any(selected),
        "savedToAnyAccessible": in_any(accessible),
        "notSavedToAnyAccessible": ~in_any(accessible),
        "notSavedToAnySelected": ~in_any(selected),
        "notSavedToAllSelected": ~in_all,
    }[status]


def _about_obj(wanted: CandidateSearch) -> list[ColumnElement[bool]]:
    about: list[ColumnElement[bool]] = []
    if wanted.name_part:
        about.append(func.strpos(Candidate.obj_id, wanted.name_part) > 0)
    about.extend(within("redshift", wanted.redshift, Candidate.obj_id))
    detected = detection_bounds(wanted.number_detections, wanted.first_detection_after, wanted.last_detection_before)
    if detected is not None:
        about.append(Candidate.obj_id.in_(detected))
    return about


def detection_bounds(
    number: int | None, first_after: datetime | None, last_before: datetime | None
) -> Select[str] | None:
    """Return the objs whose detections, over the audiences of the principal, are within bounds; None for no bounds."""
    a = ObjAudience
    having: list[ColumnElement[bool]] = []
    if number is not None:
        having.append(func.sum(a.n_detections) >= number)
    if first_after is not None:
        having.append(func.min(a.first_detected_mjd) >= mjd_of(first_after))
    if last_before is not None:
        having.append(func.max(a.last_detected_mjd) <= mjd_of(last_before))
    return select(a.obj_id).group_by(a.obj_id).having(and_(*having)) if having else None


def _about_classes(wanted: CandidateSearch) -> list[ColumnElement[bool]]:
    def carries(names: list[str]) -> ColumnElement[bool]:
        # "taxonomy: class", as SkyPortal's pages send it, means the class.
        plain = [name.rpartition(": ")[2] for name in names]
        return exists().where(Classification.obj_id == Candidate.obj_id, Classification.classification.in_(plain))

    found = [carries(wanted.classes)] if wanted.classes else []
    return [*found, ~carries(wanted.classes_not)] if wanted.classes_not else found


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


def one(session: Session, obj_id: str, extras: CandidateExtras) -> dict[str, Any]:
    """Return one candidate; raise :class:`NotAvailableHere`, alike for a missing and an unreadable one."""
    found = session.scalars(select(Candidate.obj_id).where(Candidate.obj_id == obj_id).limit(1)).first()
    if found is None:
        raise NotAvailableHere("There is no candidate of this name that you may read.")
    return describe(session, [obj_id], extras)[0]


def describe(session: Session, obj_ids: Sequence[str], extras: CandidateExtras) -> list[dict[str, Any]]:
    """Return candidates in SkyPortal's words, in the order given, in a fixed number of queries."""
    objs = objs_of(session, obj_ids)
    saved = saved_groups_of(session, obj_ids)
    known = statistics_of(session, obj_ids)
    passed = _passed(session, obj_ids)
    parts: dict[str, dict[str, list[dict[str, Any]]]] = {
        "thumbnails": thumbnails.by_obj(session, obj_ids),
        "annotations": annotations_of(session, obj_ids),
        "classifications": classifications.by_obj(session, obj_ids),
    }
    if extras.comments:
        parts["comments"] = comments.by_obj(session, obj_ids)
    if extras.photometry:
        parts["photometry"] = curves_of(session, obj_ids, LightCurveOptions(format="both"))
    told = []
    for obj_id in obj_ids:
        if obj_id not in objs:
            continue
        one_of = objs[obj_id] | {name: of.get(obj_id, []) for name, of in parts.items()}
        one_of["is_source"] = bool(saved[obj_id])
        plain = ("active", "requested", "saved_at", "saved_by")
        one_of["saved_groups"] = [{k: v for k, v in g.items() if k not in plain} for g in saved[obj_id]]
        one_of["tags"] = []
        if obj_id in known:
            one_of["photstats"] = [photstat(obj_id, known[obj_id])]
            one_of["last_detected_at"] = utc_of(known[obj_id].last_detected_mjd)
        told.append(one_of | _passages_told(passed.get(obj_id, []), extras))
    return told


def _passed(session: Session, obj_ids: Sequence[str]) -> dict[str, list[Candidate]]:
    rows = session.scalars(
        select(Candidate).where(Candidate.obj_id.in_(set(obj_ids))).order_by(Candidate.passed_at.desc(), Candidate.id)
    )
    found: dict[str, list[Candidate]] = {}
    for row in rows:
        found.setdefault(row.obj_id, []).append(row)
    return found


def _passages_told(rows: Sequence[Candidate], extras: CandidateExtras) -> dict[str, Any]:
    told: dict[str, Any] = {
        "passing_group_ids": sorted({r.holder_id for r in rows}),
        "filter_ids": sorted({r.filter_id for r in rows}),
    }
    if extras.alerts:
        told["passing_alerts"] = [
            {"filter_id": r.filter_id, "passing_alert_id": r.passing_alert_id, "passed_at": r.passed_at} for r in rows
        ]
    return told
