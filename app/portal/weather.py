"""The weather at a telescope: what a weather service told last, sent for again when it is old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.config import Sky
from app.errands import Errand, enqueue
from app.errors import NotAvailableHere
from app.tables import Telescope, User, WeatherReport

ERRAND = "sky.weather"


def weather_at(session: Session, principal: Principal, settings: Sky, telescope_id: int | None) -> dict[str, Any]:
    """Return the weather at a telescope: the one asked for, else the one of the user's preferences, else the first.

    Raises :class:`NotAvailableHere` for a telescope that does not exist. Where there is none at all, says only so.
    """
    telescope = _telescope(session, principal, telescope_id)
    if telescope is None:
        return {"weather": None}
    report = session.get(WeatherReport, telescope.id)
    fresh_until = None
    if report is not None and report.retrieved_at is not None:
        fresh_until = report.retrieved_at + timedelta(seconds=settings.weather_refresh_s)
    message = report.trouble or "" if report is not None else ""
    if settings.weather is None:
        message = "No weather service is set up here."
    elif telescope.lat is None or telescope.lon is None:
        message = "This telescope has no place on Earth."
    elif fresh_until is None or fresh_until < datetime.now(UTC):
        _send_for(session, principal, settings, telescope.id)
        message = message or "The weather is being fetched; ask again in a moment."
    return {
        "weather": report.document if report else None,
        "weather_retrieved_at": report.retrieved_at if report else None,
        "weather_fetch_at": fresh_until,
        "weather_link": telescope.weather_link,
        "telescope_name": telescope.name,
        "telescope_nickname": telescope.nickname,
        "telescope_id": telescope.id,
        "message": message,
    }


def _telescope(session: Session, principal: Principal, telescope_id: int | None) -> Telescope | None:
    if telescope_id is not None:
        asked = session.get(Telescope, telescope_id)
        if asked is None:
            raise NotAvailableHere(f"There is no telescope with the id {telescope_id}.", field="telescope_id")
        return asked
    preferences = session.scalar(select(User.preferences).where(User.id == principal.user_id)) or {}
    weather = preferences.get("weather")
    liked = weather.get("telescopeID") if isinstance(weather, dict) else None
    found = session.get(Telescope, liked) if isinstance(liked, int) and 0 < liked < 2**31 else None
    return found or session.scalars(select(Telescope).order_by(Telescope.id).limit(1)).first()


def _send_for(session: Session, principal: Principal, settings: Sky, telescope_id: int) -> None:
    # Once an interval and person, however often the page is opened and whatever came of it.
    window = int(datetime.now(UTC).timestamp() // settings.weather_refresh_s)
    key = f"{telescope_id} {window}"
    enqueue(session, Errand(ERRAND, {"telescope_id": telescope_id}, key, owner_id=principal.user_id))
