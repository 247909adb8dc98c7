"""``/api/internal/history``: who wrote what, before and after, why and from where."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.params import PageNumber, UtcTime
from app.api.routes import Call, Query, Routes
from app.portal import audit
from app.portal.audit import HistorySearch

routes = Routes("history")
ROUTES = routes.all


class HistoryQuery(Query):
    """Which writes, newest first."""

    kind: str | None = Field(None, max_length=100)
    row_id: str | None = Field(None, max_length=255, alias="rowID")
    action: str | None = Field(None, max_length=100)
    user_id: int | None = Field(None, ge=1, le=2**31 - 1, alias="userID")
    group_id: int | None = Field(None, ge=1, le=2**31 - 1, alias="groupID")
    start: UtcTime | None = Field(None, alias="startDate")
    end: UtcTime | None = Field(None, alias="endDate")
    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")


class HistoryRow(BaseModel):
    """One write. ``origin``: the client's address and the request's number; ``holder_id``: whose row it is."""

    id: int
    at: datetime
    user_id: int | None
    username: str | None
    holder_id: int | None
    action: str
    kind: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    why: str | None
    origin: str | None


class HistoryPage(BaseModel):
    """One page of writes."""

    history: list[HistoryRow]
    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


@routes.get("/api/internal/history", query=HistoryQuery, answer=HistoryPage)
def listed(call: Call[HistoryQuery, None]) -> dict[str, Any]:
    """Return the writes that one may look at: one's own, and those to rows of groups that one administers."""
    q = call.query
    search = HistorySearch(q.kind, q.row_id, q.action, q.user_id, q.group_id, q.start, q.end)
    found, total = audit.page(call.session, call.principal, search, (q.page_number, q.num_per_page))
    return {"history": found, "totalMatches": total, "pageNumber": q.page_number, "numPerPage": q.num_per_page}
