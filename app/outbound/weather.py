"""Errands that ask for the weather at a telescope."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.errands.kinds import Desk, GiveUp, Job, Kind, Result
from app.errands.outside import Message
from app.portal.weather import ERRAND
from app.sky.tap import need_ok
from app.tables import Telescope, WeatherReport

WHO = "The weather service"


def run(desk: Desk, job: Job) -> Result:
    """Fetch the weather, unless somebody else's errand has just done so."""
    telescope_id = job.payload["telescope_id"]
    settings = desk.context.settings.sky
    with desk.context.transaction() as session:
        telescope = session.get(Telescope, telescope_id)
        known = session.get(WeatherReport, telescope_id)
    now = datetime.now(UTC)
    refresh = timedelta(seconds=settings.weather_refresh_s)
    if known is not None and known.retrieved_at is not None and known.retrieved_at + refresh > now:
        return Result(note="It was fetched a moment ago.")
    if telescope is None or telescope.lat is None or telescope.lon is None or settings.weather is None:
        raise GiveUp("There is no weather service, or no place to ask for.")
    params = {"lat": str(telescope.lat), "lon": str(telescope.lon), "appid": settings.weather_key or ""}
    reply = desk.outside.send(Message("GET", settings.weather, params=params), chosen_by="operator")
    need_ok(reply, WHO)
    document = reply.json()
    if not isinstance(document, dict):
        raise GiveUp(f"{WHO} answered with something else than a document.")
    found = {"document": document, "retrieved_at": now, "trouble": None}
    return Result(lambda session: _keep(session, telescope_id, found), "The weather is here.")


def _keep(session: Session, telescope_id: int, values: dict[str, Any]) -> None:
    values = values | {"tried_at": datetime.now(UTC)}
    statement = insert(WeatherReport).values(telescope_id=telescope_id, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["telescope_id"], set_=values))


def gave_up(session: Session, job: Job, reason: str) -> None:
    """Say why there is no newer weather; the older one stays."""
    _keep(session, job.payload["telescope_id"], {"trouble": reason})


KINDS = (Kind(ERRAND, run, gave_up, writes_as="service", limit=3),)
