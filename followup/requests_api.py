"""SkyPortal's routes for follow-up requests, standing ones among them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field

from app.api.params import UtcTime
from app.api.routes import Answer, Body, Call, Raw, Routes
from followup.triggers import defaults, prioritize, request_views, schedule, skyportal, watchers
from followup.triggers.defaults import DefaultId, DefaultRequestPost, DefaultRequestView
from followup.triggers.prioritize import Prioritization
from followup.triggers.request_views import FollowupRequestsPage, FollowupRequestView, RequestFilters, RequestsQuery
from followup.triggers.skyportal import FacilityMessage, FollowupRequestPost, FollowupRequestPut, Posted

routes = Routes("followup")
ROUTES = routes.all
UPLOAD = ("Upload data",)
MANAGE = ("Manage allocations",)


class CommentBody(Body):
    """A remark on a request; none clears it."""

    comment: Annotated[str, Field(max_length=10_000)] | None = None


class ScheduleQuery(RequestFilters):
    """Which requests to schedule, when (UTC; twelve hours from now unless said), and how to tell it."""

    observation_start: Annotated[UtcTime | None, Field(alias="observationStartDate")] = None
    observation_end: Annotated[UtcTime | None, Field(alias="observationEndDate")] = None
    resolution_s: Annotated[float, Field(alias="timeResolution", ge=1, le=3600)] = 20.0
    standards: Annotated[bool, Field(alias="includeStandards")] = False
    standards_only: Annotated[bool, Field(alias="standardsOnly")] = False
    standard_type: Annotated[Literal["ESO"], Field(alias="standardType")] = "ESO"
    magnitudes: Annotated[str | None, Field(alias="magnitudeRange")] = None
    output: Annotated[
        Literal["csv", "png", "pdf"], Field(validation_alias=AliasChoices("output_format", "outputFormat"))
    ] = "csv"


@routes.get("/api/followup_request", query=RequestsQuery, answer=FollowupRequestsPage)
def list_requests(call: Call[RequestsQuery, None]) -> FollowupRequestsPage:
    """List follow-up requests."""
    return request_views.listing(call.session, call.query)


@routes.post("/api/followup_request", body=FollowupRequestPost, answer=Posted, acls=UPLOAD)
def post_request(call: Call[None, FollowupRequestPost]) -> Posted:
    """Submit a follow-up request to one allocation, unless a constraint forbids it."""
    return skyportal.submit(call.session, call.principal, call.body)


@routes.get("/api/followup_request/{request_id:int}", answer=FollowupRequestView)
def get_request(call: Call[None, None]) -> FollowupRequestView:
    """Return one follow-up request."""
    return request_views.get(call.session, call.path["request_id"])


@routes.put("/api/followup_request/{request_id:int}", body=FollowupRequestPut, acls=UPLOAD)
def put_request(call: Call[None, FollowupRequestPut]) -> Answer:
    """Change a follow-up request, or ask its facility anew; the message says from whom its policy withholds it."""
    return Answer(message=skyportal.change(call.session, call.principal, call.path["request_id"], call.body))


@routes.delete("/api/followup_request/{request_id:int}", acls=UPLOAD)
def delete_request(call: Call[None, None]) -> None:
    """Withdraw a follow-up request."""
    skyportal.withdraw(call.session, call.principal, call.path["request_id"])


@routes.put("/api/followup_request/{request_id:int}/comment", query=CommentBody, body=CommentBody)
def put_comment(call: Call[CommentBody, CommentBody]) -> None:
    """Set the comment of a follow-up request."""
    said = call.body.comment if call.body.comment is not None else call.query.comment
    skyportal.say(call.session, call.principal, call.path["request_id"], said)


@routes.post("/api/followup_request/watch/{request_id:int}")
def watch(call: Call[None, None]) -> None:
    """Watch a follow-up request."""
    watchers.watch(call.session, call.principal, call.path["request_id"])


@routes.delete("/api/followup_request/watch/{request_id:int}")
def unwatch(call: Call[None, None]) -> None:
    """Watch a follow-up request no longer."""
    watchers.unwatch(call.session, call.principal, call.path["request_id"])


@routes.put("/api/followup_request/prioritization", body=Prioritization, acls=UPLOAD, leaves_out=True)
def put_prioritization(call: Call[None, Prioritization]) -> None:
    """Order follow-up requests by the brightness of their targets."""
    prioritize.reorder(call.session, call.principal, call.body)


@routes.get(
    "/api/followup_request/schedule/{instrument_id:int}",
    query=ScheduleQuery,
    answer=bytes,
    produces=("text/csv", "image/png", "application/pdf"),
)
def get_schedule(call: Call[ScheduleQuery, None]) -> Raw:
    """Return a plan of an instrument's follow-up requests for one night."""
    asked = call.query
    found = schedule.plan(
        call.session,
        call.path["instrument_id"],
        asked,
        schedule.Frame(asked.observation_start, asked.observation_end, asked.resolution_s),
        schedule.wanted_standards(asked.standards, asked.standards_only, asked.magnitudes),
    )
    content, content_type = schedule.written(found, asked.output)
    name = f'attachment; filename="schedule.{asked.output}"'
    return Raw(content, content_type, {"Content-Disposition": name})


@routes.get("/api/photometry_request/{request_id:int}", answer=Posted, acls=UPLOAD)
def request_photometry(call: Call[None, None]) -> Posted:
    """Have the facility of a follow-up request asked for its data now."""
    return skyportal.look_again(call.session, call.path["request_id"])


@routes.post("/api/facility", body=FacilityMessage, acls=UPLOAD)
def facility_message(call: Call[None, FacilityMessage]) -> None:
    """Take in what a facility says of a follow-up request."""
    skyportal.hear(call.session, call.principal, call.body)


@routes.get("/api/default_followup_request", answer=list[DefaultRequestView])
def list_defaults(call: Call[None, None]) -> list[dict[str, Any]]:
    """List the default follow-up requests."""
    return defaults.listed(call.session)


@routes.post("/api/default_followup_request", body=DefaultRequestPost, answer=DefaultId, acls=MANAGE)
def post_default(call: Call[None, DefaultRequestPost]) -> DefaultId:
    """Have follow-up requested for every source that a group saves and a filter lets through."""
    return DefaultId(id=defaults.add(call.session, call.principal, call.body))


@routes.get("/api/default_followup_request/{default_id:int}", answer=DefaultRequestView)
def get_default(call: Call[None, None]) -> dict[str, Any]:
    """Return one default follow-up request."""
    return defaults.one(call.session, call.path["default_id"])


@routes.delete("/api/default_followup_request/{default_id:int}", acls=MANAGE)
def delete_default(call: Call[None, None]) -> None:
    """Delete a default follow-up request; what it has asked for stays."""
    defaults.remove(call.session, call.principal, call.path["default_id"])
