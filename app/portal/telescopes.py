"""Telescopes: everybody reads them; whoever has the ACL "Manage telescopes" changes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.ephemeris import isot, place_of
from app.sky.nights import night_after
from app.tables import Instrument, Telescope
from app.times import mjd_of

MANAGE = "Manage telescopes"


class TelescopeView(BaseModel):
    """A telescope as SkyPortal shows it: degrees (east positive), metres."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    name: str
    nickname: str
    lat: float | None
    lon: float | None
    elevation: float | None
    mpc_obscode: str | None
    diameter: float
    skycam_link: str | None
    weather_link: str | None
    robotic: bool
    fixed_location: bool


class TelescopeNow(TelescopeView):
    """A telescope with its sky now: the next astronomical twilights (UTC), null where it moves or none comes."""

    is_night_astronomical: bool | None = None
    morning: str | None = None
    evening: str | None = None


@dataclass(frozen=True)
class TelescopeSearch:
    """Which telescopes: by exact name, within a box of degrees."""

    name: str | None = None
    latitude_min: float | None = None
    latitude_max: float | None = None
    longitude_min: float | None = None
    longitude_max: float | None = None


def list_telescopes(session: Session, search: TelescopeSearch) -> list[Telescope]:
    """Return the telescopes that match."""
    wanted = select(Telescope).order_by(Telescope.id)
    if search.name is not None:
        wanted = wanted.where(Telescope.name == search.name)
    if search.latitude_min is not None:
        wanted = wanted.where(Telescope.lat >= search.latitude_min)
    if search.latitude_max is not None:
        wanted = wanted.where(Telescope.lat <= search.latitude_max)
    if search.longitude_min is not None:
        wanted = wanted.where(Telescope.lon >= search.longitude_min)
    if search.longitude_max is not None:
        wanted = wanted.where(Telescope.lon <= search.longitude_max)
    return list(session.scalars(wanted))


def now_at(telescopes: Sequence[Telescope]) -> list[TelescopeNow]:
    """Return telescopes with whether it is night there."""
    # The Sun is computed for the whole hour at once, and for all telescopes.
    mjd = mjd_of(datetime.now(UTC))
    hour = int(mjd * 24) / 24
    found = []
    for telescope in telescopes:
        seen = TelescopeNow.model_validate(telescope)
        place = place_of(telescope)
        if place is not None:
            night = night_after(place, hour)
            seen.morning, seen.evening = isot(night.morning_astronomical), isot(night.evening_astronomical)
            if seen.morning is not None and seen.evening is not None:
                seen.is_night_astronomical = seen.morning < seen.evening
        found.append(seen)
    return found


def get_telescope(session: Session, telescope_id: int) -> Telescope:
    """Return a telescope; raise :class:`NotAvailableHere`."""
    telescope = session.get(Telescope, telescope_id)
    if telescope is None:
        raise NotAvailableHere("There is no such telescope, or you may not see it.")
    return telescope


def add_telescope(session: Session, principal: Principal, values: dict[str, Any]) -> int:
    """Make a telescope; one that stands somewhere needs to say where."""
    principal.need(MANAGE)
    _need_place(values)
    _need_free_name(session, values["name"])
    with elevated(session, principal, "make a telescope"):
        telescope = Telescope(**values)
        session.add(telescope)
        session.flush()
        record(session, principal.user_id, Change("create", "telescope", telescope.id, after=values))
    return telescope.id


def change_telescope(session: Session, principal: Principal, telescope_id: int, values: dict[str, Any]) -> None:
    """Change a telescope."""
    principal.need(MANAGE)
    telescope = get_telescope(session, telescope_id)
    if not values:
        raise BadInput("Nothing to change was sent.")
    if values.get("name", telescope.name) != telescope.name:
        _need_free_name(session, values["name"])
    before = {key: getattr(telescope, key) for key in values}
    _need_place({key: getattr(telescope, key) for key in _PLACE} | values)
    with elevated(session, principal, f"change the telescope {telescope_id}"):
        session.execute(update(Telescope).where(Telescope.id == telescope_id).values(**values))
        change = Change("update", "telescope", telescope_id, before=before, after=values)
        record(session, principal.user_id, change)


def delete_telescope(session: Session, principal: Principal, telescope_id: int) -> None:
    """Delete a telescope that carries no instrument."""
    principal.need(MANAGE)
    telescope = get_telescope(session, telescope_id)
    name = session.execute(select(Instrument.name).where(Instrument.telescope_id == telescope_id).limit(1)).scalar()
    if name is not None:
        raise BadInput(f"The telescope carries the instrument {name!r}; delete that first.")
    with elevated(session, principal, f"delete the telescope {telescope_id}"):
        session.execute(delete(Telescope).where(Telescope.id == telescope_id))
        change = Change("delete", "telescope", telescope_id, before={"name": telescope.name})
        record(session, principal.user_id, change)


_PLACE = ("fixed_location", "lat", "lon", "elevation")


def _need_place(values: dict[str, Any]) -> None:
    if values.get("fixed_location", True):
        for key in ("lat", "lon", "elevation"):
            if values.get(key) is None:
                raise BadInput(f"A telescope with a fixed location needs its {key}.", field=key)


def _need_free_name(session: Session, name: str) -> None:
    if session.execute(select(Telescope.id).where(Telescope.name == name)).first():
        raise BadInput(f"There is a telescope {name!r} already.", field="name")
