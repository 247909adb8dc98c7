"""``/api/access/explain``: why somebody can, or cannot, read a row."""

from __future__ import annotations

from pydantic import BaseModel

from app.access.explain import explain
from app.api.routes import Call, Query, Routes

routes = Routes("access")
ROUTES = routes.all


class ExplainQuery(Query):
    """Which row, and about whom (oneself unless named)."""

    kind: str
    id: int
    user_id: int | None = None


class ExplanationOut(BaseModel):
    """The verdict, the rule that gave it (owner, grant, expired, nothing), and the reasons in sentences."""

    readable: bool
    rule: str
    sentences: list[str]


@routes.get("/api/access/explain", query=ExplainQuery, answer=ExplanationOut)
def explained(call: Call[ExplainQuery, None]) -> ExplanationOut:
    """Explain who may read a row, and why."""
    query = call.query
    found = explain(call.session, call.principal, query.kind, query.id, query.user_id)
    return ExplanationOut(readable=found.readable, rule=found.rule, sentences=found.sentences)
