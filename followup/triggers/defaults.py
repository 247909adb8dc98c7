"""Default follow-up requests: standing wishes, and what is asked for in their name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field
from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, need_groups
from app.access.history import Change, record
from app.access.principal import Principal
from app.api.routes import Body
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.followup_details import details_of as request_details_of
from app.portal.followup_details import to_write
from app.portal.obj_details import details_of
from app.portal.visibility import group_dict, users_of
from app.tables import Classification, DefaultFollowupRequest, FollowupRequest, Group, Source, Trigger
from followup.triggers.constraints import Constraints, Unmet, check
from followup.triggers.request_views import allocations_of
from followup.triggers.skyportal import FollowupRequestPost, as_trigger, need_allocation, say, submit
from followup.triggers.states import OPEN_TRIGGERS

DEFAULT_VALIDITY_DAYS = 7
_COLUMNS = (
    "id", "created_at", "modified", "allocation_id", "payload", "default_followup_name", "source_filter",
    "constraints", "priority_order", "validity_days", "comment", "implements_update",
)  # fmt: skip


class SourceFilter(Body):
    """Which sources: saved to a group (the allocation's unless named), by part of the name, origin, classification."""

    group_id: int | None = None
    name: str | None = None
    origin: str | None = None
    classification: str | None = None


class DefaultRequestPost(Constraints):
    """A standing wish; ``payload`` names no dates, which are set when it acts: now, and ``validity_days`` later.

    ``priority_order`` says whether a greater number is a higher priority (asc) or a lower one. ``implements_update``:
    an open request of lower priority is raised instead of left as it is.
    """

    allocation_id: int
    payload: dict[str, Any]
    default_followup_name: Annotated[str, Field(min_length=1, max_length=200)]
    source_filter: SourceFilter
    target_group_ids: list[int] | None = None
    comment: Annotated[str, Field(max_length=10_000)] | None = None
    implements_update: bool = True
    priority_order: Literal["asc", "desc"] = "asc"
    validity_days: Annotated[int, Field(ge=1, le=89)] | None = None


class DefaultRequestView(BaseModel):
    """A default follow-up request."""

    id: int
    created_at: datetime
    modified: datetime
    requester_id: int
    allocation_id: int
    payload: dict[str, Any]
    default_followup_name: str
    source_filter: dict[str, Any]
    constraints: dict[str, Any]
    priority_order: str
    validity_days: int | None
    comment: str | None
    implements_update: bool
    allocation: dict[str, Any] | None
    requester: dict[str, Any] | None
    target_groups: list[dict[str, Any]]


class DefaultId(BaseModel):
    """The id of a default follow-up request."""

    id: int


def add(session: Session, principal: Principal, wanted: DefaultRequestPost) -> int:
    """Make a default request for an allocation that the principal may use; return its id."""
    for name in ("start_date", "end_date", "deadline"):
        if name in wanted.payload:
            raise BadInput("A default request gets its dates when it acts.", field=f"payload.{name}")
    allocation = need_allocation(session, wanted.allocation_id)
    as_trigger("any", wanted.payload, allocation)
    group_id = wanted.source_filter.group_id or allocation.group_id
    need_groups(session, [group_id], field="source_filter.group_id")
    targets = need_groups(session, wanted.target_group_ids or [], field="target_group_ids")
    values = {
        "allocation_id": allocation.id,
        "group_id": group_id,
        "payload": wanted.payload,
        "default_followup_name": wanted.default_followup_name,
        "source_filter": wanted.source_filter.model_dump(exclude_none=True),
        "constraints": wanted.model_dump(include=set(Constraints.model_fields), exclude_none=True),
        "target_group_ids": targets,
        "priority_order": wanted.priority_order,
        "validity_days": wanted.validity_days,
        "comment": wanted.comment,
        "implements_update": wanted.implements_update,
    }
    held = {"owner_id": principal.user_id, "holder_id": allocation.group_id}
    held["audience_id"] = intern_groups(session, [allocation.group_id])
    made = session.execute(
        insert(DefaultFollowupRequest)
        .values(**values, **held)
        .on_conflict_do_nothing(index_elements=["holder_id", "default_followup_name"])
        .returning(DefaultFollowupRequest.id)
    ).scalar()
    if made is None:
        raise BadInput("The group has a default request of this name already.", field="default_followup_name")
    change = Change("create", "default followup request", made, allocation.group_id, after=values)
    record(session, principal.user_id, change)
    return made


def need(session: Session, default_id: int) -> DefaultFollowupRequest:
    """Return a readable default request; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(DefaultFollowupRequest).where(DefaultFollowupRequest.id == default_id)).first()
    if found is None:
        raise NotAvailableHere(f"There is no default follow-up request with the id {default_id} that you may see.")
    return found


def one(session: Session, default_id: int) -> dict[str, Any]:
    """Return a default request."""
    return _views(session, [need(session, default_id)])[0]


def listed(session: Session) -> list[dict[str, Any]]:
    """Return the readable default requests, oldest first."""
    return _views(session, session.scalars(select(DefaultFollowupRequest).order_by(DefaultFollowupRequest.id)).all())


def remove(session: Session, principal: Principal, default_id: int) -> None:
    """Delete a default request; its owner and the allocation's group's administrators may."""
    row = need(session, default_id)
    before = {"default_followup_name": row.default_followup_name, "allocation_id": row.allocation_id}
    which = delete(DefaultFollowupRequest).where(DefaultFollowupRequest.id == default_id)
    if session.execute(which.returning(DefaultFollowupRequest.id)).scalar() is None:
        raise Forbidden("Only who made it, or an administrator of the allocation's group, can delete it.")
    record(session, principal.user_id, Change("delete", "default followup request", default_id, row.holder_id, before))


def act(session: Session, principal: Principal, default_id: int, obj_id: str) -> int:
    """Ask for what a default request wants for a source, as its owner and with their rights; return the request's id.

    Raises :class:`BadInput` where the source does not pass the filter, a constraint does not hold, or the owner may
    no longer ask.
    """
    default = need(session, default_id)
    if "Upload data" not in principal.acls:
        raise BadInput("Its owner may not ask for follow-up any more.")
    _need_match(session, default, obj_id)
    payload = _dated(default)
    constraints = Constraints.model_validate(default.constraints)
    try:
        check(session, obj_id, default.allocation_id, constraints)
    except Unmet as unmet:
        raised = _raise_priority(session, default, obj_id) if unmet.field == "not_if_duplicates" else None
        if raised is None:
            raise
        return raised
    body = FollowupRequestPost(
        obj_id=obj_id, allocation_id=default.allocation_id, payload=payload,
        target_group_ids=default.target_group_ids or None,
    )  # fmt: skip
    made = submit(session, principal, body).id
    if default.comment:
        say(session, principal, made, default.comment)
    return made


def _dated(default: DefaultFollowupRequest) -> dict[str, Any]:
    start = datetime.now(UTC)
    end = start + timedelta(days=default.validity_days or DEFAULT_VALIDITY_DAYS)
    dates = {"start_date": start.isoformat(timespec="seconds"), "end_date": end.isoformat(timespec="seconds")}
    if "filters" in default.payload:
        dates["deadline"] = dates["end_date"]
    return default.payload | dates


def _need_match(session: Session, default: DefaultFollowupRequest, obj_id: str) -> None:
    asked = SourceFilter.model_validate(default.source_filter)
    saved = select(Source.id).where(Source.obj_id == obj_id, Source.active, Source.holder_id == default.group_id)
    if session.execute(saved.limit(1)).first() is None:
        raise BadInput("The group does not have the source saved, or its owner does not see it.")
    if asked.name is not None and asked.name.casefold() not in obj_id.casefold():
        raise BadInput(f"Its name does not contain {asked.name}.")
    if asked.origin is not None and (details_of(session, [obj_id]).get(obj_id) or {}).get("origin") != asked.origin:
        raise BadInput(f"Its origin is not {asked.origin}.")
    if asked.classification is not None:
        said = select(Classification.id).where(
            Classification.obj_id == obj_id, Classification.classification == asked.classification
        )
        if session.execute(said.limit(1)).first() is None:
            raise BadInput(f"It is not classified as {asked.classification}.")


def _raise_priority(session: Session, default: DefaultFollowupRequest, obj_id: str) -> int | None:
    """Raise the priority of the open request that there is, where the new one would be more urgent; return its id."""
    new = default.payload.get("priority")
    if not default.implements_update or not isinstance(new, int | float):
        return None
    found = session.execute(
        select(FollowupRequest, Trigger)
        .join(Trigger, Trigger.id == FollowupRequest.trigger_id)
        .where(
            FollowupRequest.obj_id == obj_id,
            FollowupRequest.allocation_id == default.allocation_id,
            Trigger.state.in_(OPEN_TRIGGERS),
        )
        .order_by(FollowupRequest.id.desc())
    ).first()
    if found is None:
        return None
    request, trigger = found
    payload = request_details_of(session, [request])[request.id].payload
    old = payload.get("priority", trigger.priority)
    more = new > old if default.priority_order == "asc" else new < old
    if not more:
        return None
    values = to_write(session, request, {"payload": payload | {"priority": new}})
    if values:
        session.execute(update(FollowupRequest).where(FollowupRequest.id == request.id).values(**values))
    urgency = min(5, max(1, round(new if default.priority_order == "asc" else 6 - new)))
    session.execute(update(Trigger).where(Trigger.id == trigger.id).values(priority=urgency))
    change = Change("update", "followup request", request.id, request.holder_id, {"priority": old}, {"priority": new})
    record(session, default.owner_id, change)
    return int(request.id)


def _views(session: Session, rows: Sequence[DefaultFollowupRequest]) -> list[dict[str, Any]]:
    allocations = allocations_of(session, {row.allocation_id for row in rows})
    people = users_of(session, (row.owner_id for row in rows))
    named = {g for row in rows for g in row.target_group_ids}
    groups = {g.id: group_dict(g) for g in session.scalars(select(Group).where(Group.id.in_(named)))}
    return [
        {name: getattr(row, name) for name in _COLUMNS}
        | {
            "requester_id": row.owner_id,
            "requester": people.get(row.owner_id),
            "allocation": allocations.get(row.allocation_id),
            "target_groups": [groups[g] for g in row.target_group_ids if g in groups],
        }
        for row in rows
    ]
