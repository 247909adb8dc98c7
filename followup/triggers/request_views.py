"""SkyPortal's follow-up requests as they are read: one, or a page of them, by a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field
from sqlalchemy import ColumnElement, Double, Select, and_, case, func, literal, select
from sqlalchemy.orm import Session

from app.api.params import IntList, PageNumber, UtcTime
from app.api.routes import Query
from app.errors import NotAvailableHere
from app.portal.ephemeris import isot, place_of, tonight
from app.portal.followup_details import detail, details_of
from app.portal.obj_view import objs_of
from app.portal.visibility import group_dict, users_of
from app.sky.nights import rise_and_set
from app.tables import Allocation, FollowupRequest, FollowupWatcher, Group, Instrument, Telescope

_COLUMNS = ("id", "created_at", "modified", "obj_id", "allocation_id", "last_modified_by_id")
_SORTS: dict[str, Any] = {
    "created_at": FollowupRequest.created_at, "modified": FollowupRequest.modified, "status": FollowupRequest.status,
    "obj": FollowupRequest.obj_id,
}  # fmt: skip


class WatcherView(BaseModel):
    """Somebody who watches a request."""

    id: int
    created_at: datetime
    modified: datetime
    followuprequest_id: int
    user_id: int


class FollowupRequestView(BaseModel):
    """A follow-up request as SkyPortal's clients read it; rise and set (airmass 2, UTC) only where it is read alone."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    allocation_id: int
    requester_id: int
    last_modified_by_id: int | None
    payload: dict[str, Any]
    status: str
    comment: str | None
    obj: dict[str, Any] | None = None
    allocation: dict[str, Any] | None = None
    requester: dict[str, Any] | None = None
    last_modified_by: dict[str, Any] | None = None
    target_groups: list[dict[str, Any]] = Field(default_factory=list)
    watchers: list[WatcherView] = Field(default_factory=list)
    rise_time_utc: str | None = None
    set_time_utc: str | None = None


class FollowupRequestsPage(BaseModel):
    """A page of follow-up requests."""

    followup_requests: list[FollowupRequestView]
    totalMatches: int  # noqa: N815 — SkyPortal's name
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class RequestFilters(Query):
    """SkyPortal's filters on follow-up requests; the times of an observation are those of the payload, read as UTC."""

    source_id: Annotated[str | None, Field(alias="sourceID")] = None
    instrument_id: Annotated[int | None, Field(alias="instrumentID")] = None
    allocation_id: Annotated[int | None, Field(alias="allocationID")] = None
    status: str | None = None
    start_date: Annotated[UtcTime | None, Field(alias="startDate")] = None
    end_date: Annotated[UtcTime | None, Field(alias="endDate")] = None
    observation_start: Annotated[UtcTime | None, Field(alias="observationStartDate")] = None
    observation_end: Annotated[UtcTime | None, Field(alias="observationEndDate")] = None
    priority: Annotated[float | None, Field(alias="priorityThreshold", allow_inf_nan=False)] = None
    requesters: IntList | None = None


class RequestsQuery(RequestFilters):
    """Which requests, in which order, and which page."""

    sort_by: Annotated[Literal["created_at", "modified", "status", "obj"], Field(alias="sortBy")] = "created_at"
    sort_order: Annotated[Literal["asc", "desc"], Field(alias="sortOrder")] = "asc"
    page_number: PageNumber = 1
    num_per_page: Annotated[int, Field(ge=1, le=1000, alias="numPerPage")] = 100


def no_such(request_id: int) -> NotAvailableHere:
    """Return the one answer for a request that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no follow-up request with the id {request_id} that you may see.")


def need(session: Session, request_id: int) -> FollowupRequest:
    """Return a readable request; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(FollowupRequest).where(FollowupRequest.id == request_id)).first()
    if found is None:
        raise no_such(request_id)
    return found


def priority_of() -> ColumnElement[float]:
    """Return, as SQL, the priority that a payload names; null where it names none."""
    said = detail("payload").op("->>")("priority")
    return case((said.regexp_match(r"^-?\d{1,9}(\.\d{1,9})?$"), said.cast(Double)))


def _time_in(key: str) -> ColumnElement[str]:
    said = func.replace(func.left(detail("payload").op("->>")(key), 19), " ", "T")
    return said.concat(func.substr(literal("0000-00-00T00:00:00"), func.length(said) + 1))


def matching(query: RequestFilters) -> Select[FollowupRequest]:
    """Return the readable requests that pass the filters, without an order."""
    r = FollowupRequest
    wanted = select(r)
    if query.source_id:
        wanted = wanted.where(r.obj_id.contains(query.source_id, autoescape=True))
    if query.allocation_id is not None:
        wanted = wanted.where(r.allocation_id == query.allocation_id)
    elif query.instrument_id is not None:
        on = select(Allocation.id).where(Allocation.instrument_id == query.instrument_id)
        wanted = wanted.where(r.allocation_id.in_(on))
    if query.status:
        wanted = wanted.where(detail("status").contains(query.status, autoescape=True))
    if query.start_date:
        wanted = wanted.where(r.created_at >= query.start_date)
    if query.end_date:
        wanted = wanted.where(r.created_at <= query.end_date)
    if query.observation_start:
        wanted = wanted.where(_time_in("start_date") >= _plain(query.observation_start))
    if query.observation_end:
        wanted = wanted.where(_time_in("end_date") <= _plain(query.observation_end))
    if query.priority is not None:
        wanted = wanted.where(and_(priority_of() >= query.priority))
    if query.requesters:
        wanted = wanted.where(r.owner_id.in_(query.requesters))
    return wanted


def _plain(time: datetime) -> str:
    return time.replace(tzinfo=None).isoformat(timespec="seconds")


def listing(session: Session, query: RequestsQuery) -> FollowupRequestsPage:
    """Return a page of the requests that the principal may see, oldest first unless asked otherwise."""
    wanted = matching(query)
    total = session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    first = _SORTS[query.sort_by]
    order = [first.desc(), FollowupRequest.id.desc()] if query.sort_order == "desc" else [first, FollowupRequest.id]
    page = wanted.order_by(*order).limit(query.num_per_page).offset((query.page_number - 1) * query.num_per_page)
    return FollowupRequestsPage(
        followup_requests=views(session, session.scalars(page).all()),
        totalMatches=total,
        pageNumber=query.page_number,
        numPerPage=query.num_per_page,
    )


def get(session: Session, request_id: int) -> FollowupRequestView:
    """Return one request, with when its target rises tonight."""
    request = need(session, request_id)
    [view] = views(session, [request])
    telescope = session.scalars(
        select(Telescope)
        .join(Instrument, Instrument.telescope_id == Telescope.id)
        .join(Allocation, Allocation.instrument_id == Instrument.id)
        .where(Allocation.id == request.allocation_id)
    ).first()
    place = place_of(telescope) if telescope else None
    if place is not None and view.obj is not None:
        [(rise, down)] = rise_and_set([view.obj["ra"]], [view.obj["dec"]], place, tonight(place))
        view.rise_time_utc, view.set_time_utc = isot(rise), isot(down)
    return view


def views(session: Session, rows: Sequence[FollowupRequest]) -> list[FollowupRequestView]:
    """Return requests with what they are about, as far as the reader may know it."""
    objs = objs_of(session, [row.obj_id for row in rows])
    allocations = allocations_of(session, {row.allocation_id for row in rows})
    people = users_of(session, {u for row in rows for u in (row.owner_id, row.last_modified_by_id) if u is not None})
    target_ids = {g for row in rows for g in row.target_group_ids}
    groups = {g.id: group_dict(g) for g in session.scalars(select(Group).where(Group.id.in_(target_ids)))}
    watchers = _watchers(session, [row.id for row in rows])
    details = details_of(session, rows)
    return [
        FollowupRequestView(
            **{name: getattr(row, name) for name in _COLUMNS},
            **vars(details[row.id]),
            requester_id=row.owner_id,
            requester=people.get(row.owner_id),
            last_modified_by=people.get(row.last_modified_by_id) if row.last_modified_by_id else None,
            obj=objs.get(row.obj_id),
            allocation=allocations.get(row.allocation_id),
            target_groups=[groups[g] for g in row.target_group_ids if g in groups],
            watchers=watchers[row.id],
        )
        for row in rows
    ]


def _watchers(session: Session, ids: list[int]) -> dict[int, list[WatcherView]]:
    found: dict[int, list[WatcherView]] = defaultdict(list)
    query = select(FollowupWatcher).where(FollowupWatcher.followup_request_id.in_(ids)).order_by(FollowupWatcher.id)
    for row in session.scalars(query):
        found[row.followup_request_id].append(
            WatcherView(
                id=row.id,
                created_at=row.created_at,
                modified=row.modified,
                user_id=row.user_id,
                followuprequest_id=row.followup_request_id,
            )
        )
    return found


def allocations_of(session: Session, ids: set[int]) -> dict[int, dict[str, Any]]:
    """Return readable allocations as they stand inside other answers, with instrument and telescope."""
    rows = session.execute(
        select(Allocation, Instrument, Telescope)
        .join(Instrument, Instrument.id == Allocation.instrument_id)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .where(Allocation.id.in_(ids))
    )
    return {
        allocation.id: {
            "id": allocation.id,
            "pi": allocation.pi,
            "proposal_id": allocation.proposal_id,
            "hours_allocated": allocation.hours_allocated,
            "group_id": allocation.group_id,
            "instrument_id": instrument.id,
            "instrument": {
                "id": instrument.id,
                "name": instrument.name,
                "type": instrument.type,
                "telescope_id": telescope.id,
                "telescope": {"id": telescope.id, "name": telescope.name, "nickname": telescope.nickname},
            },
        }
        for allocation, instrument, telescope in rows
    }
