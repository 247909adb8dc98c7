"""When a source can be observed, and from where."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, Field

from app.api.finders import ObsTime
from app.api.routes import Call, Query, Raw, Routes
from app.portal import observability as service
from app.sky.tracks import TWILIGHTS

routes = Routes("observability")
ROUTES = routes.all


class ObservabilityQuery(Query):
    """The limits: airmass, and how low the Sun is (SkyPortal's client says ``maxAirmass``, its server the other)."""

    max_airmass: float = Field(
        2.5, ge=1, le=40, allow_inf_nan=False, validation_alias=AliasChoices("maximumAirmass", "maxAirmass")
    )
    twilight: Literal["astronomical", "nautical", "civil"] = "astronomical"


class AirmassQuery(Query):
    """From when on (UTC); now unless said."""

    time: ObsTime | None = None


class AirmassOut(BaseModel):
    """An airmass at a time (UTC)."""

    time: datetime
    airmass: float


@routes.get(
    "/api/sources/{obj_id}/observability", query=ObservabilityQuery, answer=bytes, produces=("application/pdf",)
)
def observability(call: Call[ObservabilityQuery, None]) -> Raw:
    """Return a PDF: when the source can be observed within 24 hours from each telescope with a fixed place."""
    asked = call.query
    content = service.observability(call.session, call.path["obj_id"], asked.max_airmass, TWILIGHTS[asked.twilight])
    return Raw(content, "application/pdf", {"Content-Disposition": 'inline; filename="observability.pdf"'})


@routes.get(
    "/api/internal/plot/airmass/objtel/{obj_id}/{telescope_id:int}", query=AirmassQuery, answer=list[AirmassOut]
)
def airmass(call: Call[AirmassQuery, None]) -> list[dict[str, Any]]:
    """Return the airmass of a source above a telescope through 24 hours."""
    start = call.query.time or datetime.now(UTC)
    return service.airmass_of(call.session, call.path["obj_id"], call.path["telescope_id"], start)
