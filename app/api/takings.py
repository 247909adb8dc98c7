"""``/api/takings``: who took what of whose data under which terms."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.api.params import RowId
from app.api.routes import Call, Query, Routes
from app.api.spectra_shapes import When
from app.policies import takings
from app.policies.takings import TakingView, Wanted

routes = Routes("takings")
ROUTES = routes.all


class TakingsQuery(Query):
    """Which entries: ``taken`` by oneself, or ``given`` by one's groups; of an obj, a taker, a holder, in a time."""

    side: Literal["taken", "given"] | None = None
    obj_id: str | None = None
    user_id: RowId | None = None
    group_id: RowId | None = None
    from_at: When | None = Field(None, alias="from")
    to_at: When | None = Field(None, alias="to")
    limit: int = Field(500, ge=1, le=5000)


@routes.get("/api/takings", query=TakingsQuery, answer=list[TakingView])
def listed(call: Call[TakingsQuery, None]) -> list[TakingView]:
    """List what was taken under terms, the latest first: by oneself, and of the data of one's groups by whom."""
    return takings.list_takings(call.session, call.principal.user_id, Wanted(**call.query.model_dump()))
