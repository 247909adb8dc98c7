"""``/api/access``: why somebody can, or cannot, read and change a row; and who else can, and until when."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from app.access.explain import explain
from app.access.readers import readers_of
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


class ReadersQuery(Query):
    """Which row: its kind and id; or ``obj`` and its name, for all that one reads of it."""

    kind: str
    id: Annotated[str, Field(min_length=1, max_length=200)]


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ReaderOut(_Read):
    """Whom a grant lets in: a group, a stream's subscribers, members who subscribe, or a person; to ``n_rows``."""

    group_id: int | None
    group: str | None
    stream_id: int | None
    stream: str | None
    user_id: int | None
    user: str | None
    n_rows: int


class ComingOut(_Read):
    """A release to come: at ``due_at``, or when one of ``awaits`` is over; told to members of the holder."""

    group_id: int
    group: str | None
    due_at: datetime | None
    awaits: list[Any] | None
    n_rows: int


class GoverningOut(_Read):
    """A policy version that governs it."""

    id: int
    policy_id: int | None
    name: str | None
    version: int | None
    summary: str


class ReadersOut(_Read):
    """Why one reads it, who else does, and when that widens; ``n_unnamed`` grants are to whom one may not know of."""

    rule: str
    sentences: list[str]
    holder_id: int | None
    holder: str | None
    owner: str | None
    n_rows: int
    readers: list[ReaderOut]
    n_unnamed: int
    coming: list[ComingOut]
    policies: list[GoverningOut]


@routes.get("/api/access/readers", query=ReadersQuery, answer=ReadersOut)
def readers(call: Call[ReadersQuery, None]) -> ReadersOut:
    """Say who reads a row now, by which rule one does oneself, what its policies are and what they release when."""
    return ReadersOut.model_validate(readers_of(call.session, call.principal, call.query.kind, call.query.id))
