"""SkyPortal's routes for follow-up requests."""

from __future__ import annotations

from app.api.routes import Call, Routes
from followup.triggers import skyportal
from followup.triggers.skyportal import (
    FollowupRequestPost,
    FollowupRequestsPage,
    FollowupRequestView,
    Posted,
    RequestsQuery,
)

routes = Routes("followup")
ROUTES = routes.all


@routes.get("/api/followup_request", query=RequestsQuery, answer=FollowupRequestsPage)
def list_requests(call: Call[RequestsQuery, None]) -> FollowupRequestsPage:
    """List follow-up requests."""
    return skyportal.listing(call.session, call.query)


@routes.post("/api/followup_request", body=FollowupRequestPost, answer=Posted, acls=("Upload data",))
def post_request(call: Call[None, FollowupRequestPost]) -> Posted:
    """Submit a follow-up request to one allocation."""
    return skyportal.submit(call.session, call.principal, call.body)


@routes.get("/api/followup_request/{request_id:int}", answer=FollowupRequestView)
def get_request(call: Call[None, None]) -> FollowupRequestView:
    """Return one follow-up request."""
    return skyportal.get(call.session, call.path["request_id"])


@routes.delete("/api/followup_request/{request_id:int}", acls=("Upload data",))
def delete_request(call: Call[None, None]) -> None:
    """Withdraw a follow-up request."""
    skyportal.withdraw(call.session, call.principal, call.path["request_id"])
