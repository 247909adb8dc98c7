"""Nights: when the Sun sets, how long twilight lasts, when targets rise; for one place or many.

Times are UTC as MJD, angles degrees, positions ICRS. The Sun's path is sampled every five minutes and crossings are
interpolated linearly: they are good to a second or two. Horizons are geometric (no refraction), as astroplan's are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.sky.earth import use_packaged_tables
from app.sky.tracks import Place, airmass

Floats = NDArray[np.float64]
SUN_HORIZONS_DEG = {"sun": 0.0, "nautical": -12.0, "astronomical": -18.0}
TARGET_HORIZON_DEG = 30.0
"""A target rises and sets here at airmass 2, as in SkyPortal's observing runs."""
TURN_RAD_PER_DAY = 2.0 * np.pi * 1.00273781191135448
"""How fast the Earth turns: the rate of the Earth rotation angle (IAU resolution B1.8 of 2000)."""
_SAMPLES = 24 * 12 + 1


@dataclass(frozen=True)
class Night:
    """When the Sun goes down and comes up within a day, at three depths; None where it does not."""

    sunset: float | None
    sunrise: float | None
    evening_nautical: float | None
    morning_nautical: float | None
    evening_astronomical: float | None
    morning_astronomical: float | None


@lru_cache(maxsize=64)
def _sun(start_mjd: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Return a day of times, the Earth rotation angle and the Sun's apparent place (radians): the same everywhere."""
    mjd = start_mjd + np.arange(_SAMPLES) / (_SAMPLES - 1)
    return mjd, _turning(mjd), *_sun_path(mjd)


def _sun_path(mjd: Floats) -> tuple[Floats, Floats]:
    """Return the Sun's apparent right ascension and declination (radians) through at most a few days."""
    from astropy.coordinates import CIRS, get_body
    from astropy.time import Time

    use_packaged_tables()
    # The Sun moves so evenly that nine places and a cubic between them are right to 0.1 arcseconds.
    few = Time(np.linspace(mjd[0], mjd[-1], 9), format="mjd", scale="utc")
    seen = get_body("sun", few, ephemeris="builtin").transform_to(CIRS(obstime=few))
    ra, dec = (
        np.polyval(np.polyfit(few.mjd - mjd[0], np.unwrap(np.asarray(angle)), 3), mjd - mjd[0])
        for angle in (seen.ra.rad, seen.dec.rad)
    )
    return ra, dec


def _turning(mjd: Floats) -> Floats:
    return np.asarray(_turned(float(mjd[0])) + TURN_RAD_PER_DAY * (mjd - mjd[0]), dtype=np.float64)


def _turned(mjd: float) -> float:
    from astropy.time import Time

    use_packaged_tables()
    return float(Time(mjd, format="mjd", scale="utc").earth_rotation_angle("tio").rad)


def _altitude(hour_angle: Any, declination: Any, latitude: Any) -> Floats:
    sine = np.sin(latitude) * np.sin(declination) + np.cos(latitude) * np.cos(declination) * np.cos(hour_angle)
    return np.asarray(np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0))), dtype=np.float64)


def night_after(place: Place, start_mjd: float) -> Night:
    """Return the events of the Sun within 24 hours after a time; begun at local noon, they are those of one night."""
    mjd, turned, ra, dec = _sun(start_mjd)
    altitude = _altitude(turned + np.radians(place.longitude_deg) - ra, dec, np.radians(place.latitude_deg))
    found = {}
    for name, horizon in SUN_HORIZONS_DEG.items():
        found[name] = _crossing(mjd, horizon - altitude), _crossing(mjd, altitude - horizon)
    return Night(*found["sun"], *found["nautical"], *found["astronomical"])


def _crossing(mjd: Floats, margin: Floats) -> float | None:
    """Return the first time when the margin becomes positive."""
    at = np.flatnonzero((margin[:-1] <= 0.0) & (margin[1:] > 0.0))
    if not len(at):
        return None
    i = int(at[0])
    return float(mjd[i] - margin[i] * (mjd[i + 1] - mjd[i]) / (margin[i + 1] - margin[i]))


def noon_before(longitude_deg: float, day_mjd: float) -> float:
    """Return local mean noon of a calendar date (its MJD at midnight) at a longitude."""
    east = (longitude_deg + 180.0) % 360.0 - 180.0
    return float(day_mjd) + 0.5 - east / 360.0


def _apparent(ra_deg: Sequence[float], dec_deg: Sequence[float], mjd: float) -> tuple[Floats, Floats]:
    from astropy import units
    from astropy.coordinates import CIRS, SkyCoord
    from astropy.time import Time

    use_packaged_tables()
    where = SkyCoord(np.asarray(ra_deg) * units.deg, np.asarray(dec_deg) * units.deg, frame="icrs")
    seen = where.transform_to(CIRS(obstime=Time(mjd, format="mjd", scale="utc")))
    return np.asarray(seen.ra.rad, dtype=np.float64), np.asarray(seen.dec.rad, dtype=np.float64)


def rise_and_set(
    ra_deg: Sequence[float], dec_deg: Sequence[float], place: Place, night: Night, horizon_deg: float = 30.0
) -> list[tuple[float | None, float | None]]:
    """Return when each target rises and sets in a night, by one transformation for all of them.

    A target that next rises after sunrise is told with its rise before, so that it is seen to be up; one that never
    crosses the horizon has neither time.
    """
    if not len(ra_deg) or night.sunset is None or night.sunrise is None:
        return [(None, None)] * len(ra_deg)
    ra, dec = _apparent(ra_deg, dec_deg, night.sunset)
    latitude = np.radians(place.latitude_deg)
    now = _turned(night.sunset) + np.radians(place.longitude_deg) - ra
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine = (np.sin(np.radians(horizon_deg)) - np.sin(latitude) * np.sin(dec)) / (np.cos(latitude) * np.cos(dec))
    crosses = np.abs(cosine) <= 1.0
    half = np.arccos(np.clip(cosine, -1.0, 1.0))
    rise = night.sunset + np.mod(-half - now, 2 * np.pi) / TURN_RAD_PER_DAY
    down = night.sunset + np.mod(half - now, 2 * np.pi) / TURN_RAD_PER_DAY
    rise = np.where(rise > night.sunrise, rise - 2 * np.pi / TURN_RAD_PER_DAY, rise)
    return [(float(up), float(end)) if ok else (None, None) for up, end, ok in zip(rise, down, crosses, strict=True)]


def altitudes(ra_deg: Sequence[float], dec_deg: Sequence[float], place: Place, mjd: Floats) -> Floats:
    """Return the altitudes of positions through at most a few days, shape (positions, times)."""
    ra, dec = _apparent(ra_deg, dec_deg, float(mjd[len(mjd) // 2]))
    hour_angle = (_turning(mjd) + np.radians(place.longitude_deg))[np.newaxis, :] - ra[:, np.newaxis]
    return _altitude(hour_angle, dec[:, np.newaxis], np.radians(place.latitude_deg))


def sun_altitudes(place: Place, mjd: Floats) -> Floats:
    """Return the altitude of the Sun's centre through at most a few days."""
    ra, dec = _sun_path(mjd)
    return _altitude(_turning(mjd) + np.radians(place.longitude_deg) - ra, dec, np.radians(place.latitude_deg))


def airmasses(ra_deg: Sequence[float], dec_deg: Sequence[float], place: Place, mjd: float) -> list[float | None]:
    """Return the airmass of each position at one time; None below the horizon."""
    if not len(ra_deg):
        return []
    ra, dec = _apparent(ra_deg, dec_deg, mjd)
    hour_angle = _turned(mjd) + np.radians(place.longitude_deg) - ra
    found = airmass(_altitude(hour_angle, dec, np.radians(place.latitude_deg)))
    return [float(value) if np.isfinite(value) else None for value in found]


def moon_lit(mjd: Sequence[float]) -> Floats:
    """Return the illuminated fraction of the Moon's disc (0 new, 1 full) at each time.

    Meeus, Astronomical Algorithms (2nd ed.), equation 48.1 with the phase angle taken as 180 degrees minus elongation.
    """
    from astropy.coordinates import get_body
    from astropy.time import Time

    if not len(mjd):
        return np.empty(0)
    use_packaged_tables()
    time = Time(np.asarray(mjd, dtype=np.float64), format="mjd", scale="utc")
    moon, sun = (get_body(name, time, ephemeris="builtin") for name in ("moon", "sun"))
    elongation = np.asarray(moon.separation(sun, origin_mismatch="ignore").rad, dtype=np.float64)
    return np.asarray((1.0 - np.cos(elongation)) / 2.0)
