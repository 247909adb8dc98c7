"""SkyPortal's follow-up requests: what its clients post is a trigger with one allocation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, need_groups
from app.access.history import Change, record
from app.access.principal import Principal
from app.api.params import UtcTime
from app.api.routes import Body
from app.errors import BadInput, Forbidden
from app.portal.followup_details import details_of, to_write
from app.portal.governed import Withheld, told
from app.tables import Allocation, Attempt, FollowupRequest, Trigger
from followup.facilities.filters import BANDPASSES
from followup.facilities.payload import ExposureRequest
from followup.triggers import service
from followup.triggers.constraints import Constraints, check
from followup.triggers.models import TriggerPost
from followup.triggers.request_views import need
from followup.triggers.sharing import known_to
from followup.triggers.states import OPEN_TRIGGERS
from followup.triggers.watchers import tell

DEFAULT_VALIDITY = timedelta(days=7)
HIGHEST_PRIORITY = 5
SUBMITTED = "submitted to the follow-up service"
Status = Annotated[str, Field(min_length=1, max_length=500)]


class FollowupRequestPost(Constraints):
    """What SkyPortal's clients send; ``payload`` as for its LCO forms, or with ``filters`` as for a trigger."""

    obj_id: str
    allocation_id: int
    payload: dict[str, Any]
    target_group_ids: list[int] | None = None
    status: Status | None = None


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


class FollowupRequestPut(Body):
    """What is to change about a request.

    With a status, the record alone; without one, obj and allocation are named and the facility is asked anew. ``why``
    is said by who shares it beyond its sharing policy.
    """

    status: Status | None = None
    obj_id: str | None = None
    allocation_id: int | None = None
    payload: dict[str, Any] | None = None
    target_group_ids: list[int] | None = None
    why: Annotated[str | None, Field(min_length=3, max_length=2000)] = None


class FacilityMessage(Body):
    """What a facility says of a request."""

    followup_request_id: int
    new_status: Status


class Posted(BaseModel):
    """What became of a request."""

    id: int
    request_status: str


def submit(session: Session, principal: Principal, wanted: FollowupRequestPost) -> Posted:
    """Record the request and the trigger behind it; raise :class:`Unmet` where a constraint does not hold."""
    allocation = need_allocation(session, wanted.allocation_id)
    targets = wanted.target_group_ids or [allocation.group_id]
    if wanted.target_group_ids:
        targets = need_groups(session, targets, field="target_group_ids")
    check(session, wanted.obj_id, allocation.id, wanted)
    trigger_id = service.create(session, principal, as_trigger(wanted.obj_id, wanted.payload, allocation))
    trigger = session.get_one(Trigger, trigger_id)
    request = FollowupRequest(
        obj_id=wanted.obj_id,
        allocation_id=allocation.id,
        trigger_id=trigger_id,
        payload=wanted.payload,
        status=SUBMITTED,
        target_group_ids=targets,
        owner_id=principal.user_id,
        holder_id=allocation.group_id,
        audience_id=_audience(session, allocation, targets, trigger.audience_id),
    )
    session.add(request)
    session.flush()
    return Posted(id=request.id, request_status=request.status)


def need_allocation(session: Session, allocation_id: int) -> Allocation:
    """Return an allocation that the principal may use; raise :class:`BadInput`."""
    allocation = session.get(Allocation, allocation_id)
    if allocation is None:
        raise BadInput(f"You have no allocation with the id {allocation_id}.", field="allocation_id")
    return allocation


def _audience(session: Session, allocation: Allocation, targets: list[int], teams: int) -> int:
    if targets == [allocation.group_id]:
        return teams
    return intern_groups(session, [allocation.group_id, *targets])


def change(session: Session, principal: Principal, request_id: int, wanted: FollowupRequestPut) -> str:
    """Change a request; the allocation's group may. Without a status, its facility is asked anew.

    Returns in sentences from whom its sharing policy withholds it.
    """
    request = need(session, request_id)
    if wanted.status is None:
        return _resubmit(session, principal, request, wanted)
    values: dict[str, Any] = {"status": wanted.status}
    if wanted.payload is not None:
        values["payload"] = wanted.payload
    withheld: list[Withheld] = []
    if wanted.target_group_ids:
        holder_id = need_allocation(session, request.allocation_id).group_id
        targets = need_groups(session, wanted.target_group_ids, field="target_group_ids")
        shared, withheld = known_to(session, principal, request, holder_id, targets, wanted.why)
        values |= shared
    _write(session, principal, request, values)
    return told(session, withheld, "request")


def _resubmit(session: Session, principal: Principal, request: FollowupRequest, wanted: FollowupRequestPut) -> str:
    if wanted.obj_id is None or wanted.allocation_id is None:
        missing = "obj_id" if wanted.obj_id is None else "allocation_id"
        raise BadInput("Send a status, or obj_id and allocation_id to ask the facility anew.", field=missing)
    if wanted.obj_id != request.obj_id:
        raise BadInput("A request stays with its object; make a new one for another.", field="obj_id")
    allocation = need_allocation(session, wanted.allocation_id)
    payload = wanted.payload
    if payload is None:
        payload = details_of(session, [request])[request.id].payload
    values: dict[str, Any] = {"allocation_id": allocation.id, "payload": payload, "status": SUBMITTED}
    values["holder_id"] = allocation.group_id
    targets = need_groups(session, wanted.target_group_ids or [allocation.group_id], field="target_group_ids")
    shared, withheld = known_to(session, principal, request, allocation.group_id, targets, wanted.why)
    values |= shared
    old = session.get(Trigger, request.trigger_id) if request.trigger_id else None
    if old is not None and old.state in OPEN_TRIGGERS:
        service.cancel(session, principal, old.id, "The follow-up request was changed.")
    values["trigger_id"] = service.create(session, principal, as_trigger(request.obj_id, payload, allocation))
    _write(session, principal, request, values)
    return told(session, withheld, "request")


def say(session: Session, principal: Principal, request_id: int, comment: str | None) -> None:
    """Set the comment of a request; an empty one clears it."""
    _write(session, principal, need(session, request_id), {"comment": comment or None})


def hear(session: Session, principal: Principal, message: FacilityMessage) -> None:
    """Take in what a facility says of a request; its bot is a member of the allocation's group."""
    request = need(session, message.followup_request_id)
    _write(session, principal, request, {"status": message.new_status})


def look_again(session: Session, request_id: int) -> Posted:
    """Have the follow-up service ask the facility now instead of at its next round; it collects what there is.

    Of a request that was observed, also what was reduced anew since.
    """
    request = need(session, request_id)
    observed = update(Attempt).where(Attempt.followup_request_id == request_id, Attempt.state == "completed")
    session.execute(observed.values(collected_at=None, ended_at=None))
    due = update(Trigger).where(Trigger.id == request.trigger_id).values(next_look_at=func.now())
    if session.execute(due.returning(Trigger.id)).scalar() is None:
        raise BadInput("There is no facility behind this request that could be asked for photometry.")
    return Posted(id=request.id, request_status=request.status)


def withdraw(session: Session, principal: Principal, request_id: int) -> None:
    """Cancel the trigger behind a request; the record itself stays."""
    request = need(session, request_id)
    attempt = select(Attempt.trigger_id).where(Attempt.followup_request_id == request_id)
    trigger_id = request.trigger_id or session.execute(attempt).scalar()
    trigger = session.get(Trigger, trigger_id) if trigger_id else None
    if trigger is None or trigger.state not in OPEN_TRIGGERS:
        raise BadInput("This request has ended already; there is nothing to withdraw.")
    service.cancel(session, principal, trigger.id, "The follow-up request was deleted.")
    _write(session, principal, request, {"status": "deleted"})


def _write(session: Session, principal: Principal, request: FollowupRequest, values: dict[str, Any]) -> None:
    details = vars(details_of(session, [request])[request.id])
    before = {name: details.get(name, getattr(request, name)) for name in values}
    columns = to_write(session, request, values)
    changed = session.execute(
        update(FollowupRequest)
        .where(FollowupRequest.id == request.id)
        .values(**columns, last_modified_by_id=principal.user_id, modified=func.now())
        .returning(FollowupRequest.id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who asked for it, and the allocation's group, can change a follow-up request.")
    record(
        session, principal.user_id,
        Change("update", "followup request", request.id, request.holder_id, before, values),
    )  # fmt: skip
    session.refresh(request)
    tell(session, request, principal.user_id)


def as_trigger(obj_id: str, payload: dict[str, Any], allocation: Allocation) -> TriggerPost:
    """Return the wish behind a payload; raise :class:`BadInput` that names the field of the payload."""
    try:
        if "filters" in payload:
            filters = [ExposureRequest.model_validate(part) for part in payload["filters"]]
            deadline = payload.get("deadline") or datetime.now(UTC) + DEFAULT_VALIDITY
            priority = payload.get("priority", 3)
        else:
            form = ImagerPayload.model_validate(payload)
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
            obj_id=obj_id,
            group_id=allocation.group_id,
            filters=filters,
            deadline=deadline,
            allocation_ids=[allocation.id],
            priority=priority,
        )
    except (ValidationError, TypeError) as error:
        fault = error.errors(include_url=False)[0] if isinstance(error, ValidationError) else None
        place = ".".join(str(part) for part in ("payload", *(fault["loc"] if fault else ["filters"])))
        sentence = fault["msg"] if fault else "a list of filters is expected"
        raise BadInput(f"{place}: {sentence}.", field=place) from error
