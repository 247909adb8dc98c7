"""``/api/access/explain``: why somebody can, or cannot, read and change a row."""

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
    """Both verdicts of row security, the rule that gave each, and the reasons in sentences.

    Rules: owner, grant (to read), holder's administrator or member (to change), system administrator, table (a rule of
    that kind of row alone), expired, nothing. The ACLs that a route asks for come on top.
    """

    readable: bool
    rule: str
    writable: bool
    write_rule: str
    sentences: list[str]


@routes.get("/api/access/explain", query=ExplainQuery, answer=ExplanationOut)
def explained(call: Call[ExplainQuery, None]) -> ExplanationOut:
    """Explain who may read a row, and who may change it, and why."""
    query = call.query
    found = explain(call.session, call.principal, query.kind, query.id, query.user_id)
    return ExplanationOut.model_validate(found, from_attributes=True)
