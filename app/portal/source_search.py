"""Lists of saved sources: which, in what order, how many; never more than the principal may know of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, exists, func, or_, select
from sqlalchemy.orm import Session

from app.access.audiences import need_groups
from app.access.principal import Principal
from app.errors import BadInput
from app.portal.candidate_search import detection_bounds
from app.portal.obj_details import COLUMNS, holds, value_of, within
from app.portal.objs import in_cone
from app.tables import Classification, FollowupRequest, Obj, Source, Taxonomy

SORTS = ("saved_at", "id", "ra", "dec", "redshift", "origin", "tns_name", "score")


@dataclass(frozen=True)
class SourceSearch:
    """Which saved sources are wanted; None or empty means any. Angles in degrees."""

    group_ids: list[int] | None = None
    name_part: str | None = None
    rejected_ids: list[str] = field(default_factory=list)
    cone: tuple[float, float, float] | None = None
    saved_before: datetime | None = None
    saved_after: datetime | None = None
    saved_by_me: bool = False
    requested: bool = False
    pending_only: bool = False
    alias: str | None = None
    origin: str | None = None
    has_tns_name: bool | None = None
    redshift: tuple[float | None, float | None] = (None, None)
    detected_after: datetime | None = None
    detected_before: datetime | None = None
    number_detections: int | None = None
    classes: list[str] = field(default_factory=list)
    classes_not: list[str] = field(default_factory=list)
    classified: bool | None = None
    has_followup: bool | None = None
    followup_status: str | None = None
    sort_by: str = "saved_at"
    descending: bool = True


def search(
    session: Session, principal: Principal, wanted: SourceSearch, place: tuple[int, int]
) -> tuple[list[str], int]:
    """Return the obj ids of one page (number from 1, size) and the number of all matches."""
    saved = _saved(session, principal, wanted)
    matching = saved.where(*_conditions(wanted)).group_by(Source.obj_id).subquery()
    total = session.execute(select(func.count()).select_from(matching)).scalar_one()
    number, size = place
    page = _ordered(matching, wanted).limit(size).offset((number - 1) * size)
    return list(session.scalars(page)), total


def saves(
    session: Session, principal: Principal, wanted: SourceSearch, place: tuple[int, int]
) -> tuple[list[dict[str, Any]], int]:
    """Return one page of the save records themselves, and the number of all."""
    base = select(Source).where(*_save_conditions(session, principal, wanted))
    total = session.execute(select(func.count()).select_from(base.subquery())).scalar_one()
    column = Source.obj_id if wanted.sort_by == "id" else Source.saved_at
    order = column.desc() if wanted.descending else column.asc()
    rows = session.scalars(base.order_by(order, Source.id).limit(place[1]).offset((place[0] - 1) * place[1]))
    return [
        {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
            "group_id": row.holder_id, "saved_by_id": row.owner_id, "saved_at": row.saved_at, "active": row.active,
            "requested": row.requested, "unsaved_at": row.unsaved_at,
        }
        for row in rows
    ], total  # fmt: skip


def _save_conditions(session: Session, principal: Principal, wanted: SourceSearch) -> list[ColumnElement[bool]]:
    state: ColumnElement[bool] = Source.active.is_(True)
    if wanted.pending_only:
        state = Source.requested.is_(True)
    elif wanted.requested:
        state = or_(Source.active, Source.requested)
    conditions = [state]
    if wanted.group_ids:
        conditions.append(Source.holder_id.in_(need_groups(session, wanted.group_ids)))
    if wanted.saved_before is not None:
        conditions.append(Source.saved_at <= wanted.saved_before)
    if wanted.saved_after is not None:
        conditions.append(Source.saved_at >= wanted.saved_after)
    if wanted.saved_by_me:
        conditions.append(Source.owner_id == principal.user_id)
    return conditions


def _saved(session: Session, principal: Principal, wanted: SourceSearch) -> Select[str, datetime]:
    saved = select(Source.obj_id, func.max(Source.saved_at).label("saved_at"))
    return saved.where(*_save_conditions(session, principal, wanted))


def _conditions(wanted: SourceSearch) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.name_part:
        found.append(func.strpos(Source.obj_id, wanted.name_part) > 0)
    if wanted.rejected_ids:
        found.append(Source.obj_id.not_in(wanted.rejected_ids))
    if wanted.cone is not None:
        found.append(Source.obj_id.in_(select(Obj.id).where(in_cone(*wanted.cone))))
    detected = detection_bounds(wanted.number_detections, wanted.detected_after, wanted.detected_before)
    if detected is not None:
        found.append(Source.obj_id.in_(detected))
    return [*found, *_about_details(wanted), *_about_classes(wanted), *_about_followup(wanted)]


def _about_details(wanted: SourceSearch) -> list[ColumnElement[bool]]:
    about: list[ColumnElement[bool]] = []
    if wanted.alias:
        about.append(holds("alias", Source.obj_id, lambda v: func.array_position(v, wanted.alias).is_not(None)))
    if wanted.origin:
        about.append(holds("origin", Source.obj_id, lambda v: func.strpos(v, wanted.origin) > 0))
    if wanted.has_tns_name is not None:
        named = holds("tns_name", Source.obj_id, lambda v: v.is_not(None))
        about.append(named if wanted.has_tns_name else ~named)
    return [*about, *within("redshift", wanted.redshift, Source.obj_id)]


def _about_classes(wanted: SourceSearch) -> list[ColumnElement[bool]]:
    """Classes come as ``taxonomy: class``, or as the class alone."""

    def carries(names: list[str]) -> ColumnElement[bool]:
        parts = [name.rpartition(": ") for name in names]
        one_of = or_(
            *(
                (Classification.classification == name) & ((Taxonomy.name == taxonomy) if taxonomy else True)
                for taxonomy, _, name in parts
            )
        )
        return exists().where(Classification.obj_id == Source.obj_id, Taxonomy.id == Classification.taxonomy_id, one_of)

    found = []
    if wanted.classes:
        found.append(carries(wanted.classes))
    if wanted.classes_not:
        found.append(~carries(wanted.classes_not))
    if wanted.classified is not None:
        any_class = exists().where(Classification.obj_id == Source.obj_id)
        found.append(any_class if wanted.classified else ~any_class)
    return found


def _about_followup(wanted: SourceSearch) -> list[ColumnElement[bool]]:
    if not wanted.has_followup and wanted.followup_status is None:
        return []
    asked = [FollowupRequest.obj_id == Source.obj_id]
    if wanted.followup_status is not None:
        asked.append(FollowupRequest.status == wanted.followup_status)
    return [exists().where(*asked)]


def _ordered(matching: Subquery, wanted: SourceSearch) -> Select[str]:
    if wanted.sort_by not in SORTS:
        raise BadInput(f"Sources can be sorted by {', '.join(SORTS)}.", field="sortBy")
    query = select(matching.c.obj_id)
    if wanted.sort_by == "saved_at":
        column: Any = matching.c.saved_at
    elif wanted.sort_by == "id":
        column = matching.c.obj_id
    elif wanted.sort_by in COLUMNS:
        column = value_of(wanted.sort_by, matching.c.obj_id)
    else:
        query = query.join(Obj, Obj.id == matching.c.obj_id)
        column = getattr(Obj, wanted.sort_by)
    return query.order_by(column.desc().nulls_last() if wanted.descending else column.asc().nulls_last(),
                          matching.c.obj_id)  # fmt: skip
