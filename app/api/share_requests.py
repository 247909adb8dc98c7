"""``/api/internal/share_requests``: wishes to share that a group's administrator answers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.api.govern import governed_by_policies
from app.api.params import StrList
from app.api.routes import Body, Call, Query, Routes
from app.errors import BadInput
from app.portal import share_requests
from app.portal.share_requests import RequestView

routes = Routes("sharing")
ROUTES = routes.all
STATES = ("pending", "approved", "refused", "withdrawn", "expired")


class RequestsQuery(Query):
    """Which requests: by their states, all unless named."""

    state: StrList = Field(default_factory=list)
    numPerPage: Annotated[int, Field(ge=1, le=500)] = 100  # noqa: N815


class AnswerBody(Body):
    """The answer; a refusal says why."""

    answer: Literal["approve", "refuse"]
    reason: str | None = Field(None, min_length=3, max_length=2000)


class Answered(BaseModel):
    """What became of the request: ``n_moved`` rows have more readers; ``requests`` wait for another group."""

    state: str
    n_moved: int
    requests: list[int]


@routes.get("/api/internal/share_requests", query=RequestsQuery, answer=list[RequestView])
def list_requests(call: Call[RequestsQuery, None]) -> list[RequestView]:
    """List one's own requests and those that one may answer, newest first."""
    for state in call.query.state:
        if state not in STATES:
            raise BadInput(f"States are: {', '.join(STATES)}.", field="state")
    return share_requests.list_requests(call.session, call.principal, call.query.state, call.query.numPerPage)


@routes.get("/api/internal/share_requests/{share_request_id:int}", answer=RequestView)
def get_request(call: Call[None, None]) -> RequestView:
    """Return one request."""
    return share_requests.get_request(call.session, call.principal, call.path["share_request_id"])


@routes.post("/api/internal/share_requests/{share_request_id:int}", body=AnswerBody, answer=Answered)
def answer(call: Call[None, AnswerBody]) -> Answered:
    """Approve a request, and have it done as far as rights and policies allow now; or refuse it, and say why."""
    number, body = call.path["share_request_id"], call.body
    if body.answer == "refuse":
        if body.reason is None:
            raise BadInput("Say why.", field="reason")
        share_requests.refuse(call.session, call.principal, number, body.reason)
        return Answered(state="refused", n_moved=0, requests=[])
    done, further = share_requests.approve(call.session, call.principal, number, body.reason, governed_by_policies())
    return Answered(state="approved", n_moved=done.n_moved, requests=further)


@routes.delete("/api/internal/share_requests/{share_request_id:int}")
def withdraw(call: Call[None, None]) -> None:
    """Take back one's own request."""
    share_requests.withdraw_request(call.session, call.principal, call.path["share_request_id"])
