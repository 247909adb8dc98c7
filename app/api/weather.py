"""The weather at telescopes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.routes import Call, Query, Routes
from app.portal.weather import weather_at

routes = Routes("weather")
ROUTES = routes.all


class WeatherQuery(Query):
    """At which telescope; the one of the user's preferences, else the first, unless said."""

    telescope_id: Annotated[int | None, Field(ge=1, lt=2**31)] = None


class WeatherOut(BaseModel):
    """The weather service's own document, when it was fetched, and when it will be again (UTC)."""

    weather: dict[str, Any] | None
    weather_retrieved_at: datetime | None = None
    weather_fetch_at: datetime | None = None
    weather_link: str | None = None
    telescope_name: str | None = None
    telescope_nickname: str | None = None
    telescope_id: int | None = None
    message: str | None = None


@routes.get("/api/weather", query=WeatherQuery, answer=WeatherOut)
def weather(call: Call[WeatherQuery, None]) -> dict[str, Any]:
    """Return the weather at a telescope as it was fetched last; old weather is fetched again meanwhile."""
    return weather_at(call.session, call.principal, call.context.settings.sky, call.query.telescope_id)
