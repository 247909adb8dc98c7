"""What publications owe: lists for both sides, answers, and what stands before the next stage."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.publications.obligations import ObligationView, Wanted, list_obligations, set_state, totals
from app.publications.overrides import override
from app.publications.stages import ObligationKind, State
from app.publications.standing import check

routes = Routes("publications")
ROUTES = routes.all


class ObligationQuery(Query):
    """``owe``: what my groups owe; ``owed``: what they are owed; neither: both."""

    side: Literal["owe", "owed"] | None = None
    publication_id: int | None = None
    open: bool = False
    kind: ObligationKind | None = None
    state: State | None = None
    overdue: bool | None = None


class StateBody(Body):
    """The next state of an obligation."""

    state: State
    reason: str | None = Field(default=None, max_length=2000)


class OverrideBody(Body):
    """Why an open obligation is set aside."""

    reason: str = Field(min_length=1, max_length=2000)


class SideAnswer(BaseModel):
    """What is open on one side: ``required`` keep a publication from going on, ``asked`` wait for an answer.

    ``next_due_at`` (UTC): until when the next answer is expected.
    """

    open: int
    required: int
    asked: int
    overdue: int
    next_due_at: datetime | None
    by_kind: dict[str, int]


class SummaryAnswer(BaseModel):
    """What my groups owe, and what they are owed."""

    owe: SideAnswer
    owed: SideAnswer


class StepAnswer(BaseModel):
    """A further stage: ``is_next`` where one may go there next, ``free`` where no obligation stands before it."""

    stage: str
    is_next: bool
    free: bool
    sentences: list[str]
    obligation_ids: list[int]


@routes.get("/api/obligations", query=ObligationQuery, answer=list[ObligationView])
def obligations(call: Call[ObligationQuery, None]) -> list[ObligationView]:
    """List what one owes and what one is owed, the open ones first."""
    query = call.query
    wanted = Wanted(query.publication_id, query.side, query.open, query.kind, query.state, query.overdue)
    return list_obligations(call.session, wanted)


@routes.get("/api/obligations/summary", answer=SummaryAnswer)
def summary(call: Call[None, None]) -> SummaryAnswer:
    """Count what one owes and what one is owed, of what is open."""
    owe, owed = totals(call.session, "owe"), totals(call.session, "owed")
    return SummaryAnswer(owe=SideAnswer(**vars(owe)), owed=SideAnswer(**vars(owed)))


@routes.post("/api/obligations/{obligation_id:int}/state", body=StateBody, answer=ObligationView)
def change_state(call: Call[None, StateBody]) -> ObligationView:
    """Request, offer, notify or include (the debtor); grant, refuse, opt in or out, waive (the creditor)."""
    body = call.body
    return set_state(call.session, call.principal, call.path["obligation_id"], body.state, body.reason)


@routes.post("/api/obligations/{obligation_id:int}/override", body=OverrideBody, answer=ObligationView)
def set_aside(call: Call[None, OverrideBody]) -> ObligationView:
    """Go on although a required obligation is open: a group admin's act, whose reason everybody concerned sees."""
    return override(call.session, call.principal, call.path["obligation_id"], call.body.reason)


@routes.get("/api/publications/{publication_id:int}/check", answer=list[StepAnswer])
def standing(call: Call[None, None]) -> list[StepAnswer]:
    """Return the stages ahead, each with what stands between the publication and it, in sentences."""
    return [StepAnswer(**vars(step)) for step in check(call.session, call.path["publication_id"])]
