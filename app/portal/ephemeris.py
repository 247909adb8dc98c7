"""The Sun above telescopes, in SkyPortal's words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from app.sky.nights import Night, night_after, noon_before
from app.sky.tracks import Place
from app.tables import Telescope
from app.times import mjd_of, time_of

_NAMES = {
    "sunset": "sunset", "sunrise": "sunrise",
    "twilight_morning_astronomical": "morning_astronomical", "twilight_evening_astronomical": "evening_astronomical",
    "twilight_morning_nautical": "morning_nautical", "twilight_evening_nautical": "evening_nautical",
}  # fmt: skip


class EphemerisView(BaseModel):
    """When the Sun sets and rises in a night, and when twilight ends and begins; null where it does not.

    ``utc_offset_hours`` is that of local mean time, which follows from the longitude alone.
    """

    sunset_utc: str | None = None
    sunrise_utc: str | None = None
    twilight_morning_astronomical_utc: str | None = None
    twilight_evening_astronomical_utc: str | None = None
    twilight_morning_nautical_utc: str | None = None
    twilight_evening_nautical_utc: str | None = None
    utc_offset_hours: float | None = None
    sunset_unix_ms: float | None = None
    sunrise_unix_ms: float | None = None
    twilight_morning_astronomical_unix_ms: float | None = None
    twilight_evening_astronomical_unix_ms: float | None = None
    twilight_morning_nautical_unix_ms: float | None = None
    twilight_evening_nautical_unix_ms: float | None = None


def place_of(telescope: Telescope) -> Place | None:
    """Return where a telescope stands; None for one that moves or whose place is unknown."""
    if not telescope.fixed_location or telescope.lat is None or telescope.lon is None:
        return None
    return Place(telescope.id, telescope.name, telescope.lat, telescope.lon, telescope.elevation or 0.0)


def isot(mjd: float | None) -> str | None:
    """Return a UTC time as SkyPortal writes those of the sky: ISO 8601 to the millisecond, without a zone."""
    return None if mjd is None else time_of(mjd).replace(tzinfo=None).isoformat(timespec="milliseconds")


def night_of(place: Place, day_mjd: float) -> Night:
    """Return the night that begins on a local calendar date, given as its MJD."""
    return night_after(place, noon_before(place.longitude_deg, day_mjd))


def tonight(place: Place) -> Night:
    """Return the night that it is, or that comes next, at a place."""
    now = mjd_of(datetime.now(UTC))
    noon = noon_before(place.longitude_deg, float(int(now)))
    return night_after(place, noon - 1.0 if noon > now else (noon + 1.0 if now > noon + 1.0 else noon))


def ephemeris(place: Place, night: Night) -> EphemerisView:
    """Return a night as SkyPortal shows it."""
    values: dict[str, Any] = {"utc_offset_hours": round(((place.longitude_deg + 180.0) % 360.0 - 180.0) / 15.0, 2)}
    for name, mine in _NAMES.items():
        mjd = getattr(night, mine)
        values[f"{name}_utc"] = isot(mjd)
        values[f"{name}_unix_ms"] = None if mjd is None else round(time_of(mjd).timestamp() * 1000.0, 1)
    return EphemerisView(**values)
