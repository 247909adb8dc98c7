"""What is withheld from the reader and may be known to exist."""

from __future__ import annotations

from pydantic import Field

from app.api.routes import Call, Query, Routes
from app.policies.withheld import WithheldView, withheld

routes = Routes("releases")
ROUTES = routes.all


class WithheldQuery(Query):
    """On which source."""

    obj_id: str = Field(min_length=1, max_length=200)


@routes.get("/api/withheld", query=WithheldQuery, answer=list[WithheldView])
def list_some(call: Call[WithheldQuery, None]) -> list[WithheldView]:
    """List what is withheld on a source: how many rows of whom, and until when, where the terms let it be known."""
    return withheld(call.session, call.query.obj_id)
