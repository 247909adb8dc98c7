"""How high a position, the Sun and the Moon stand above places on Earth through a day.

Times are UTC as MJD, angles degrees, positions ICRS. Altitudes are geometric (no refraction): that moves a target by
0.03 degrees at 30 degrees altitude. Results have the shape (places, times).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.sky.earth import use_packaged_tables

Floats = NDArray[np.float64]
TWILIGHTS = {"astronomical": -18.0, "nautical": -12.0, "civil": -6.0}
"""Altitude of the Sun's centre at the end of each twilight (Astronomical Almanac, glossary)."""
_EARTH_RADIUS_KM = 6378.137
"""Equatorial (WGS 84): the Moon is seen lower from the surface than from the centre, by up to a degree."""


@dataclass(frozen=True)
class Place:
    """A telescope's place: degrees (east positive), metres above sea level."""

    id: int
    name: str
    latitude_deg: float
    longitude_deg: float
    elevation_m: float


@dataclass(frozen=True)
class Tracks:
    """Altitudes of target, Sun and Moon above each place at each time (MJD, UTC)."""

    mjd: Floats
    target: Floats
    sun: Floats
    moon: Floats

    def up(self, max_airmass: float, sun_below_deg: float) -> NDArray[np.bool_]:
        """Tell where and when the target can be observed: airmass low enough, Sun low enough."""
        return np.asarray((airmass(self.target) <= max_airmass) & (self.sun < sun_below_deg))


def airmass(altitude_deg: ArrayLike) -> Floats:
    """Return the relative optical airmass; infinity below the horizon.

    Kasten & Young 1989, Applied Optics 28, 4735, equation 3.
    """
    altitude = np.asarray(altitude_deg, dtype=np.float64)
    up = np.where(altitude > 0.0, altitude, 90.0)
    value = 1.0 / (np.sin(np.radians(up)) + 0.50572 * (up + 6.07995) ** -1.6364)
    return np.where(altitude > 0.0, value, np.inf)


def tracks(ra_deg: float, dec_deg: float, places: Sequence[Place], mjd: Floats) -> Tracks:
    """Follow a position, the Sun and the Moon above every place."""
    from astropy import units
    from astropy.coordinates import CIRS, SkyCoord, get_body
    from astropy.time import Time

    use_packaged_tables()
    times = Time(mjd, format="mjd", scale="utc")
    frame = CIRS(obstime=times)
    where = SkyCoord(ra=ra_deg * units.deg, dec=dec_deg * units.deg, frame="icrs").transform_to(frame)
    sun, moon = (get_body(name, times, ephemeris="builtin").transform_to(frame) for name in ("sun", "moon"))
    turned = np.asarray(times.earth_rotation_angle("tio").rad, dtype=np.float64)
    moon_altitude = _altitude(moon, turned, places)
    parallax = np.degrees(np.arcsin(_EARTH_RADIUS_KM / moon.distance.to_value(units.km)))
    return Tracks(
        mjd,
        _altitude(where, turned, places),
        _altitude(sun, turned, places),
        moon_altitude - parallax * np.cos(np.radians(moon_altitude)),
    )


def airmass_track(ra_deg: float, dec_deg: float, place: Place, mjd: Floats) -> Floats:
    """Return the airmass of a position above one place; infinity while it is below the horizon."""
    return airmass(tracks(ra_deg, dec_deg, [place], mjd).target[0])


def _altitude(seen: Any, turned: Floats, places: Sequence[Place]) -> Floats:
    """Return altitudes from intermediate positions (CIRS) and the Earth's rotation angle (radians).

    The hour angle is computed for all places at once from one transformation a time, instead of a topocentric one for
    each place and time (a hundred times slower). Left out are polar motion and diurnal aberration, below 1 arcsecond.
    """
    longitude = np.radians([p.longitude_deg for p in places])[:, np.newaxis]
    latitude = np.radians([p.latitude_deg for p in places])[:, np.newaxis]
    hour_angle = turned[np.newaxis, :] + longitude - np.asarray(seen.ra.rad)[np.newaxis, :]
    declination = np.asarray(seen.dec.rad)[np.newaxis, :]
    sine = np.sin(latitude) * np.sin(declination) + np.cos(latitude) * np.cos(declination) * np.cos(hour_angle)
    return np.asarray(np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0))), dtype=np.float64)
