"""Releases: scheduled and done."""

from __future__ import annotations

from pydantic import Field

from app.api.routes import Call, Query, Routes
from app.policies.releases import ReleaseView, State, Wanted, list_releases

routes = Routes("releases")
ROUTES = routes.all


class ReleaseQuery(Query):
    """Which releases."""

    obj_id: str | None = None
    state: State | None = None
    limit: int = Field(default=500, ge=1, le=5000)


@routes.get("/api/releases", query=ReleaseQuery, answer=list[ReleaseView])
def list_some(call: Call[ReleaseQuery, None]) -> list[ReleaseView]:
    """List releases: for a holder those to come and done, for a receiver those done."""
    return list_releases(call.session, Wanted(call.query.obj_id, call.query.state, call.query.limit))
