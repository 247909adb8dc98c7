"""Overlapping claims, and how they are settled."""

from __future__ import annotations

from pydantic import Field

from app.api.routes import Body, Call, Query, Routes
from app.publications import overlaps
from app.publications.overlaps import OverlapView

routes = Routes("publications")
ROUTES = routes.all


class OverlapsQuery(Query):
    """Of which publication; of all that one was told of otherwise."""

    publication_id: int | None = None


class DecisionBody(Body):
    """How to settle it; the priority is of the publication ``winner_id``."""

    outcome: overlaps.Outcome
    winner_id: int | None = None
    why: str = Field(min_length=1, max_length=2000)


class AnswerBody(DecisionBody):
    """What the side of the publication ``publication_id`` answers."""

    publication_id: int


@routes.get("/api/publications/overlaps", query=OverlapsQuery, answer=list[OverlapView])
def listed(call: Call[OverlapsQuery, None]) -> list[OverlapView]:
    """List the claims that overlap with one's own, and those that one arbitrates."""
    return overlaps.list_overlaps(call.session, call.query.publication_id)


@routes.get("/api/publications/overlaps/{overlap_id:int}", answer=OverlapView)
def read(call: Call[None, None]) -> OverlapView:
    """Return an overlap, as one's side was told of it."""
    return overlaps.view(call.session, call.path["overlap_id"])


@routes.post("/api/publications/overlaps/{overlap_id:int}/answer", body=AnswerBody, answer=OverlapView)
def answer(call: Call[None, AnswerBody]) -> OverlapView:
    """Say for one's side how to settle it; where both sides say the same, that is the outcome."""
    body = call.body
    verdict = overlaps.Verdict(body.outcome, body.winner_id, body.why)
    return overlaps.answer(call.session, call.principal, call.path["overlap_id"], body.publication_id, verdict)


@routes.post("/api/publications/overlaps/{overlap_id:int}/decision", body=DecisionBody, answer=OverlapView)
def decide(call: Call[None, DecisionBody]) -> OverlapView:
    """Settle it as its arbiter."""
    body = call.body
    verdict = overlaps.Verdict(body.outcome, body.winner_id, body.why)
    return overlaps.decide(call.session, call.principal, call.path["overlap_id"], verdict)
