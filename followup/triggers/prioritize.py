"""Priorities of follow-up requests by how bright their targets were last seen."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.api.routes import Body
from app.errors import BadInput, Forbidden, NotImplementedHere
from app.portal.followup_details import details_of, to_write
from app.tables import FollowupRequest, Trigger
from followup.triggers.request_views import no_such
from followup.triggers.watchers import tell

_BRIGHTNESS = text(
    "SELECT o.obj_id, p.flux FROM unnest(CAST(:obj_ids AS text[])) AS o(obj_id)"
    " CROSS JOIN LATERAL (SELECT flux FROM photometry WHERE obj_id = o.obj_id AND flux >= 3 * fluxerr"
    " ORDER BY mjd DESC LIMIT 1) AS p"
)


class Prioritization(Body):
    """Which requests to order, and between which priorities; ``ascending``: the brightest is the most urgent."""

    request_ids: Annotated[list[int], Field(alias="requestIds", min_length=1, max_length=1000)]
    priority_type: Annotated[Literal["magnitude", "localization"], Field(alias="priorityType")] = "magnitude"
    ordering: Annotated[Literal["ascending", "descending"], Field(alias="magnitudeOrdering")] = "ascending"
    localization_id: Annotated[int | None, Field(alias="localizationId")] = None
    minimum: Annotated[int, Field(alias="minimumPriority", ge=1, le=5)] = 1
    maximum: Annotated[int, Field(alias="maximumPriority", ge=1, le=5)] = 5


def reorder(session: Session, principal: Principal, asked: Prioritization) -> None:
    """Give requests priorities from the maximum down to the minimum, in the order of their targets' last detections.

    Raises :class:`BadInput` where a target was never detected: nothing is known of its brightness.
    """
    if asked.priority_type == "localization":
        raise NotImplementedHere("Localizations are not part of Skyrelay; order by magnitude.", field="priorityType")
    if asked.minimum > asked.maximum:
        raise BadInput("The least priority is above the greatest.", field="minimumPriority")
    ids = list(dict.fromkeys(asked.request_ids))
    requests = {r.id: r for r in session.scalars(select(FollowupRequest).where(FollowupRequest.id.in_(ids)))}
    for request_id in ids:
        if request_id not in requests:
            raise no_such(request_id)
    names = sorted({r.obj_id for r in requests.values()})
    flux = {row.obj_id: row.flux for row in session.execute(_BRIGHTNESS, {"obj_ids": names})}
    for request in requests.values():
        if request.obj_id not in flux:
            raise BadInput(f"{request.obj_id} was never detected, as far as you may know.", field="requestIds")
    bright_first = asked.ordering == "ascending"
    order = sorted(requests.values(), key=lambda r: (flux[r.obj_id], -r.id), reverse=bright_first)
    steps = max(1, len(order) - 1)
    for place, request in enumerate(order):
        priority = round(asked.maximum - (asked.maximum - asked.minimum) * place / steps)
        _write(session, principal, request, priority)


def _write(session: Session, principal: Principal, request: FollowupRequest, priority: int) -> None:
    payload = details_of(session, [request])[request.id].payload
    before = {"priority": payload.get("priority")}
    values = to_write(session, request, {"payload": payload | {"priority": priority}})
    changed = session.execute(
        update(FollowupRequest)
        .where(FollowupRequest.id == request.id)
        .values(**values, last_modified_by_id=principal.user_id, modified=func.now())
        .returning(FollowupRequest.id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who asked for it, and the allocation's group, can change a follow-up request.")
    session.execute(update(Trigger).where(Trigger.id == request.trigger_id).values(priority=priority))
    change = Change("update", "followup request", request.id, request.holder_id, before, {"priority": priority})
    record(session, principal.user_id, change)
    tell(session, request, principal.user_id)
