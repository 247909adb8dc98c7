"""Where a target, the Sun and the Moon stand above a site.

Times are UTC as MJD (one number or an array), angles are degrees, positions are ICRS. Everything broadcasts:
arrays of targets with shape (n, 1) against times of shape (m,) give (n, m). Altitudes are geometric (no
refraction): that moves a target by 0.03 degrees at 30 degrees altitude, and a site's pressure is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from astropy import units as u
from astropy.coordinates import AltAz, EarthLocation, SkyCoord, get_body
from astropy.coordinates.erfa_astrom import ErfaAstromInterpolator, erfa_astrom
from astropy.time import Time
from numpy.typing import ArrayLike, NDArray

from app.sky.earth import use_packaged_tables
from followup.conditions.sites import Site

Floats = NDArray[np.float64]

NAUTICAL_TWILIGHT_DEG = -12.0
"""Altitude of the Sun below which LCO's 1 m telescopes observe: the nautical twilight of the Astronomical
Almanac.
"""
MIN_ALTITUDE_DEG = 30.0
"""Lowest altitude that is planned for: airmass 2, LCO's own horizon limit for requests."""
_STEP_DAY = 5.0 / 1440.0
# Earth's orientation and motion are computed every 5 minutes and interpolated: microarcseconds, and 10 times
# faster.
_ASTROM = ErfaAstromInterpolator(300 * u.s)


def _location(site: Site) -> EarthLocation:
    return EarthLocation.from_geodetic(
        lon=site.longitude_deg * u.deg, lat=site.latitude_deg * u.deg, height=site.elevation_m * u.m
    )


def _frame(site: Site, mjd_utc: ArrayLike) -> Any:
    use_packaged_tables()
    return AltAz(
        obstime=Time(np.asarray(mjd_utc, dtype=np.float64), format="mjd", scale="utc"), location=_location(site)
    )


def altitude_deg(ra_deg: ArrayLike, dec_deg: ArrayLike, site: Site, mjd_utc: ArrayLike) -> Floats:
    """Return the altitude of ICRS positions above the site's horizon."""
    ra, dec, mjd = np.broadcast_arrays(np.asarray(ra_deg), np.asarray(dec_deg), np.asarray(mjd_utc))
    where = SkyCoord(ra=ra * u.deg, dec=dec * u.deg, frame="icrs")
    with erfa_astrom.set(_ASTROM):
        return np.asarray(where.transform_to(_frame(site, mjd)).alt.deg, dtype=np.float64)


def airmass(altitude: ArrayLike) -> Floats:
    """Return the relative optical airmass for altitudes in degrees; infinity below the horizon.

    Kasten & Young 1989, Applied Optics 28, 4735, equation 3: within 0.1 % of the standard atmosphere above 30
    degrees.
    """
    alt = np.asarray(altitude, dtype=np.float64)
    up = np.where(alt > 0.0, alt, 90.0)
    value = 1.0 / (np.sin(np.radians(up)) + 0.50572 * (up + 6.07995) ** -1.6364)
    return np.where(alt > 0.0, value, np.inf)


def sun_altitude_deg(site: Site, mjd_utc: ArrayLike) -> Floats:
    """Return the altitude of the Sun's centre above the site's horizon."""
    return _body_altitude_deg("sun", site, mjd_utc)


def moon_altitude_deg(site: Site, mjd_utc: ArrayLike) -> Floats:
    """Return the altitude of the Moon's centre above the site's horizon."""
    return _body_altitude_deg("moon", site, mjd_utc)


def _body_altitude_deg(name: str, site: Site, mjd_utc: ArrayLike) -> Floats:
    frame = _frame(site, mjd_utc)
    with erfa_astrom.set(_ASTROM):
        body = get_body(name, frame.obstime, _location(site), ephemeris="builtin")
        return np.asarray(body.transform_to(frame).alt.deg, dtype=np.float64)


def is_dark(site: Site, mjd_utc: ArrayLike) -> NDArray[np.bool_]:
    """Tell when the Sun is below nautical twilight."""
    return np.asarray(sun_altitude_deg(site, mjd_utc) < NAUTICAL_TWILIGHT_DEG)


def moon_separation_deg(ra_deg: ArrayLike, dec_deg: ArrayLike, site: Site, mjd_utc: ArrayLike) -> Floats:
    """Return the angle between the target and the Moon as this site sees them (the Moon's parallax is up to 1
    degree).
    """
    ra, dec, mjd = np.broadcast_arrays(np.asarray(ra_deg), np.asarray(dec_deg), np.asarray(mjd_utc))
    frame = _frame(site, mjd)
    target = SkyCoord(ra=ra * u.deg, dec=dec * u.deg, frame="icrs").transform_to(frame)
    moon = get_body("moon", frame.obstime, _location(site), ephemeris="builtin").transform_to(frame)
    return np.asarray(target.separation(moon).deg, dtype=np.float64)


def moon_illumination(mjd_utc: ArrayLike) -> Floats:
    """Return the illuminated fraction of the Moon's disc (0 new, 1 full), from the angle Sun-Moon at the
    Earth's centre.

    Meeus, Astronomical Algorithms (2nd ed.), equation 48.1 with the phase angle taken as 180 degrees minus
    elongation.
    """
    use_packaged_tables()
    time = Time(np.asarray(mjd_utc, dtype=np.float64), format="mjd", scale="utc")
    moon = get_body("moon", time, ephemeris="builtin")
    sun = get_body("sun", time, ephemeris="builtin")
    elongation = np.asarray(moon.separation(sun, origin_mismatch="ignore").rad, dtype=np.float64)
    return (1.0 - np.cos(elongation)) / 2.0


@dataclass(frozen=True)
class Interval:
    """A stretch of UTC time, as MJD."""

    start_mjd: float
    end_mjd: float


@dataclass(frozen=True)
class Limits:
    """What "observable" means: target above ``min_altitude_deg``, Sun below ``max_sun_altitude_deg`` (None:
    any).
    """

    min_altitude_deg: float = MIN_ALTITUDE_DEG
    max_sun_altitude_deg: float | None = NAUTICAL_TWILIGHT_DEG


def observable_intervals(
    ra_deg: float, dec_deg: float, site: Site, within: Interval, limits: Limits = Limits()
) -> list[Interval]:
    """Return when, within an interval, the target is up while the site is dark; borders to about a second.

    The margin (the smaller of "degrees above the limit" and "degrees of Sun below its limit") is sampled
    every five minutes and its sign changes are interpolated linearly: it is smooth on that scale.
    """
    steps = max(2, int(np.ceil((within.end_mjd - within.start_mjd) / _STEP_DAY)) + 1)
    mjd = np.linspace(within.start_mjd, within.end_mjd, steps)
    margin = altitude_deg(ra_deg, dec_deg, site, mjd) - limits.min_altitude_deg
    if limits.max_sun_altitude_deg is not None:
        margin = np.minimum(margin, limits.max_sun_altitude_deg - _sun_samples(site, within, steps))
    return _positive_stretches(mjd, margin)


@lru_cache(maxsize=64)
def _sun_samples(site: Site, within: Interval, steps: int) -> Floats:
    """Return the Sun's altitude over an interval; kept, for it is most of the work and the same for every
    target.
    """
    return sun_altitude_deg(site, np.linspace(within.start_mjd, within.end_mjd, steps))


def _positive_stretches(mjd: Floats, margin: Floats) -> list[Interval]:
    up = margin > 0.0
    cross = np.flatnonzero(up[1:] != up[:-1])
    at = mjd[cross] - margin[cross] * (mjd[cross + 1] - mjd[cross]) / (margin[cross + 1] - margin[cross])
    borders = list(at)
    if up[0]:
        borders.insert(0, mjd[0])
    if up[-1]:
        borders.append(mjd[-1])
    return [Interval(float(a), float(b)) for a, b in zip(borders[::2], borders[1::2], strict=True)]


def next_time_above(
    ra_deg: float, dec_deg: float, site: Site, start_mjd: float, limits: Limits = Limits()
) -> float | None:
    """Return the first time (MJD) within 24 hours when the target is observable; None if it never is."""
    found = observable_intervals(ra_deg, dec_deg, site, Interval(start_mjd, start_mjd + 1.0), limits)
    return found[0].start_mjd if found else None
