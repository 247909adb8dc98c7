"""SkyPortal's follow-up requests: one allocation, one payload; underneath, a trigger with one telescope."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.audiences import need_groups
from app.access.principal import Principal
from app.api.params import PageNumber, UtcTime
from app.api.routes import Body, Query
from app.errors import BadInput, NotAvailableHere
from app.tables import Allocation, Attempt, FollowupRequest, Instrument, Telescope, Trigger, User
from followup.facilities.filters import BANDPASSES
from followup.facilities.payload import ExposureRequest
from followup.triggers import service
from followup.triggers.models import TriggerPost
from followup.triggers.states import OPEN_TRIGGERS

DEFAULT_VALIDITY = timedelta(days=7)
HIGHEST_PRIORITY = 5


class FollowupRequestPost(Body):
    """What SkyPortal's clients send; ``payload`` as for its LCO forms, or with ``filters`` as for a trigger."""

    obj_id: str
    allocation_id: int
    payload: dict[str, Any]
    target_group_ids: list[int] | None = None
    status: str | None = None


def _names(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class ImagerPayload(BaseModel):
    """The fields of SkyPortal's LCO imaging form that an imager needs; others are kept but not used."""

    observation_choices: Annotated[list[str], BeforeValidator(_names), Field(min_length=1)]
    exposure_time: Annotated[float, Field(gt=0, le=7200)]
    exposure_counts: Annotated[int, Field(ge=1, le=200)] = 1
    start_date: UtcTime | None = None
    end_date: UtcTime | None = None
    priority: Annotated[float, Field(ge=0, le=5)] = 3


class FollowupRequestView(BaseModel):
    """A follow-up request as SkyPortal's clients read it."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    allocation_id: int
    requester_id: int
    payload: dict[str, Any]
    status: str
    comment: str | None
    obj: dict[str, Any] | None = None
    allocation: dict[str, Any] | None = None
    requester: dict[str, Any] | None = None


class FollowupRequestsPage(BaseModel):
    """A page of follow-up requests."""

    followup_requests: list[FollowupRequestView]
    totalMatches: int  # noqa: N815 — SkyPortal's name
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class Posted(BaseModel):
    """What became of a request."""

    id: int
    request_status: str


class RequestsQuery(Query):
    """SkyPortal's filters on follow-up requests."""

    source_id: Annotated[str | None, Field(alias="sourceID")] = None
    instrument_id: Annotated[int | None, Field(alias="instrumentID")] = None
    allocation_id: Annotated[int | None, Field(alias="allocationID")] = None
    status: str | None = None
    start_date: Annotated[UtcTime | None, Field(alias="startDate")] = None
    end_date: Annotated[UtcTime | None, Field(alias="endDate")] = None
    page_number: PageNumber = 1
    num_per_page: Annotated[int, Field(ge=1, le=1000, alias="numPerPage")] = 100


def submit(session: Session, principal: Principal, wanted: FollowupRequestPost) -> Posted:
    """Record the request and the trigger behind it."""
    allocation = session.get(Allocation, wanted.allocation_id)
    if allocation is None:
        raise BadInput(f"You have no allocation with the id {wanted.allocation_id}.", field="allocation_id")
    targets = need_groups(session, wanted.target_group_ids or [allocation.group_id], field="target_group_ids")
    trigger_id = service.create(session, principal, _as_trigger(wanted, allocation))
    trigger = session.get_one(Trigger, trigger_id)
    request = FollowupRequest(
        obj_id=wanted.obj_id,
        allocation_id=allocation.id,
        trigger_id=trigger_id,
        payload=wanted.payload,
        status="submitted to the follow-up service",
        target_group_ids=targets,
        owner_id=principal.user_id,
        holder_id=allocation.group_id,
        audience_id=trigger.audience_id,
    )
    session.add(request)
    session.flush()
    return Posted(id=request.id, request_status=request.status)


def _as_trigger(wanted: FollowupRequestPost, allocation: Allocation) -> TriggerPost:
    try:
        if "filters" in wanted.payload:
            filters = [ExposureRequest.model_validate(part) for part in wanted.payload["filters"]]
            deadline = wanted.payload.get("deadline") or datetime.now(UTC) + DEFAULT_VALIDITY
            priority = wanted.payload.get("priority", 3)
        else:
            form = ImagerPayload.model_validate(wanted.payload)
            filters = [
                ExposureRequest(
                    filter=BANDPASSES.get(name, name),
                    exposure_time_s=form.exposure_time,
                    exposures=form.exposure_counts,
                )
                for name in form.observation_choices
            ]
            deadline = form.end_date or datetime.now(UTC) + DEFAULT_VALIDITY
            priority = min(HIGHEST_PRIORITY, max(1, round(form.priority)))
        return TriggerPost(
            obj_id=wanted.obj_id,
            group_id=allocation.group_id,
            filters=filters,
            deadline=deadline,
            allocation_ids=[allocation.id],
            priority=priority,
        )
    except (ValidationError, TypeError) as error:
        fault = error.errors(include_url=False)[0] if isinstance(error, ValidationError) else None
        place = ".".join(str(part) for part in fault["loc"]) if fault else "filters"
        sentence = fault["msg"] if fault else "a list of filters is expected"
        raise BadInput(f"payload.{place}: {sentence}.", field=f"payload.{place}") from error


def listing(session: Session, query: RequestsQuery) -> FollowupRequestsPage:
    """Return a page of the requests that the principal may see, oldest first as SkyPortal does."""
    wanted = select(FollowupRequest)
    if query.source_id:
        wanted = wanted.where(FollowupRequest.obj_id.contains(query.source_id, autoescape=True))
    if query.allocation_id is not None:
        wanted = wanted.where(FollowupRequest.allocation_id == query.allocation_id)
    elif query.instrument_id is not None:
        on = select(Allocation.id).where(Allocation.instrument_id == query.instrument_id)
        wanted = wanted.where(FollowupRequest.allocation_id.in_(on))
    if query.status:
        wanted = wanted.where(FollowupRequest.status.contains(query.status, autoescape=True))
    if query.start_date:
        wanted = wanted.where(FollowupRequest.created_at >= query.start_date)
    if query.end_date:
        wanted = wanted.where(FollowupRequest.created_at <= query.end_date)
    total = session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    page = wanted.order_by(FollowupRequest.id).limit(query.num_per_page)
    rows = session.scalars(page.offset((query.page_number - 1) * query.num_per_page)).all()
    return FollowupRequestsPage(
        followup_requests=[_view(row) for row in rows],
        totalMatches=total,
        pageNumber=query.page_number,
        numPerPage=query.num_per_page,
    )


def get(session: Session, request_id: int) -> FollowupRequestView:
    """Return one request with its obj, allocation and requester."""
    request = session.get(FollowupRequest, request_id)
    if request is None:
        raise NotAvailableHere("There is no follow-up request with this id that you may see.")
    view = _view(request)
    row = session.execute(
        select(Allocation, Instrument, Telescope)
        .join(Instrument, Instrument.id == Allocation.instrument_id)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .where(Allocation.id == request.allocation_id)
    ).first()
    if row is not None:
        allocation, instrument, telescope = row
        view.allocation = {
            "id": allocation.id,
            "pi": allocation.pi,
            "proposal_id": allocation.proposal_id,
            "hours_allocated": allocation.hours_allocated,
            "group_id": allocation.group_id,
            "instrument_id": instrument.id,
            "instrument": {
                "id": instrument.id,
                "name": instrument.name,
                "telescope_id": telescope.id,
                "telescope": {"id": telescope.id, "name": telescope.name, "nickname": telescope.nickname},
            },
        }
    user = session.get_one(User, request.owner_id)
    view.requester = {"id": user.id, "username": user.username}
    return view


def withdraw(session: Session, principal: Principal, request_id: int) -> None:
    """Cancel the trigger behind a request; the record itself stays."""
    request = session.get(FollowupRequest, request_id)
    if request is None:
        raise NotAvailableHere("There is no follow-up request with this id that you may see.")
    attempt = select(Attempt.trigger_id).where(Attempt.followup_request_id == request_id)
    trigger_id = request.trigger_id or session.execute(attempt).scalar()
    trigger = session.get(Trigger, trigger_id) if trigger_id else None
    if trigger is None or trigger.state not in OPEN_TRIGGERS:
        raise BadInput("This request has ended already; there is nothing to withdraw.")
    service.cancel(session, principal, trigger.id, "The follow-up request was deleted.")


def _view(request: FollowupRequest) -> FollowupRequestView:
    return FollowupRequestView(
        id=request.id,
        created_at=request.created_at,
        modified=request.modified,
        obj_id=request.obj_id,
        allocation_id=request.allocation_id,
        requester_id=request.owner_id,
        payload=request.payload,
        status=request.status,
        comment=request.comment,
    )
