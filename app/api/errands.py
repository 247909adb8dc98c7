"""``/api/errands``: how far that is which was to leave the machine, and why it did not work."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.params import PageNumber
from app.api.routes import Call, Query, Routes
from app.portal import errands as service
from app.tables.errands import ErrandState

routes = Routes("errands")
ROUTES = routes.all


class ErrandsQuery(Query):
    """Which errands are wanted."""

    state: ErrandState | None = None
    page: PageNumber = 1
    size: Annotated[int, Field(ge=1, le=500, alias="numPerPage")] = 100


class ErrandOut(BaseModel):
    """An errand; ``reason`` says how it went, ``due_at`` when it is looked at next."""

    id: int
    kind: str
    state: ErrandState
    attempts: int
    reason: str | None
    due_at: datetime
    created_at: datetime
    finished_at: datetime | None
    owner_id: int | None


class ErrandsOut(BaseModel):
    """One page of errands."""

    errands: list[ErrandOut]
    total: int = Field(alias="totalMatches")


@routes.get("/api/errands", query=ErrandsQuery, answer=ErrandsOut)
def listed(call: Call[ErrandsQuery, None]) -> dict[str, Any]:
    """Return what is done outside in your name, the newest first: analyses sent, pages published, reports to others."""
    place = (call.query.page, call.query.size)
    rows, total = service.page(call.session, call.query.state, place)
    return {"errands": rows, "totalMatches": total}
