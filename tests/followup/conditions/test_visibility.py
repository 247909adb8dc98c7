"""Positions against independent formulas (Meeus, Astronomical Algorithms) and against almanac facts."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadInput
from followup.conditions.sites import SITES, Site, site_by_code
from followup.conditions.visibility import (
    Interval,
    Limits,
    airmass,
    altitude_deg,
    is_dark,
    moon_illumination,
    moon_separation_deg,
    next_time_above,
    observable_intervals,
    sun_altitude_deg,
)

MJD_2026_NOV_22 = 61366.0


def precess(ra_deg: float, dec_deg: float, mjd: float) -> tuple[float, float]:
    """Precession from J2000 (Meeus, 2nd ed., 21.3 and 21.4)."""
    t = (mjd - 51544.5) / 36525.0
    zeta = math.radians((2306.2181 * t + 0.30188 * t**2 + 0.017998 * t**3) / 3600)
    z = math.radians((2306.2181 * t + 1.09468 * t**2 + 0.018203 * t**3) / 3600)
    theta = math.radians((2004.3109 * t - 0.42665 * t**2 - 0.041833 * t**3) / 3600)
    ra, dec = math.radians(ra_deg), math.radians(dec_deg)
    a = math.cos(dec) * math.sin(ra + zeta)
    b = math.cos(theta) * math.cos(dec) * math.cos(ra + zeta) - math.sin(theta) * math.sin(dec)
    c = math.sin(theta) * math.cos(dec) * math.cos(ra + zeta) + math.cos(theta) * math.sin(dec)
    return math.degrees(math.atan2(a, b) + z), math.degrees(math.asin(max(-1.0, min(1.0, c))))


def altitude_by_hand(ra_deg: float, dec_deg: float, site: Site, mjd: float) -> float:
    """Altitude from mean sidereal time (Meeus 12.4) and spherical trigonometry (13.6), with precession only."""
    ra, dec = precess(ra_deg, dec_deg, mjd)
    days = mjd - 51544.5
    gmst = 280.46061837 + 360.98564736629 * days
    hour_angle = math.radians(gmst + site.longitude_deg - ra)
    lat, dec = math.radians(site.latitude_deg), math.radians(dec)
    return math.degrees(math.asin(math.sin(lat) * math.sin(dec) + math.cos(lat) * math.cos(dec) * math.cos(hour_angle)))


@settings(max_examples=60, deadline=None)
@given(
    ra=st.floats(0, 359.99),
    dec=st.floats(-89, 89),
    site=st.sampled_from(sorted(SITES)),
    mjd=st.floats(60000, 61700),
)
def test_altitude_agrees_with_spherical_trigonometry(ra: float, dec: float, site: str, mjd: float) -> None:
    found = float(altitude_deg(ra, dec, SITES[site], mjd))
    # nutation (0.005 deg), aberration (0.006 deg) and UT1 - UTC (0.004 deg) are left out of the formula
    assert found == pytest.approx(altitude_by_hand(ra, dec, SITES[site], mjd), abs=0.03)


def test_arrays_broadcast_targets_against_times() -> None:
    ra = np.array([[10.0], [200.0], [300.0]])
    dec = np.array([[-30.0], [0.0], [20.0]])
    times = np.linspace(MJD_2026_NOV_22, MJD_2026_NOV_22 + 1, 7)
    assert altitude_deg(ra, dec, SITES["coj"], times).shape == (3, 7)
    assert moon_separation_deg(ra, dec, SITES["coj"], times).shape == (3, 7)


@given(st.floats(20, 90))
def test_airmass_is_close_to_the_secant_when_high(altitude: float) -> None:
    secant = 1.0 / math.sin(math.radians(altitude))
    assert float(airmass(altitude)) == pytest.approx(secant, rel=0.02)


def test_airmass_at_known_points() -> None:
    # Kasten & Young 1989, table II: 1.9943 at 30 degrees, about 38 at the horizon
    assert float(airmass(30.0)) == pytest.approx(1.9943, abs=1e-3)
    assert float(airmass(0.001)) == pytest.approx(38, abs=0.3)
    assert np.isinf(airmass(-0.1))


@settings(max_examples=20, deadline=None)
@given(site=st.sampled_from(["coj", "cpt", "lsc"]), day=st.integers(0, 364))
def test_sun_culminates_at_the_altitude_that_its_declination_gives(site: str, day: int) -> None:
    where = SITES[site]
    noon = 61000.0 + day + 0.5 - where.longitude_deg / 360.0
    highest = float(np.max(sun_altitude_deg(where, noon + np.linspace(-0.03, 0.03, 121))))
    # declination of the Sun within 0.5 deg (Meeus, low accuracy, circular orbit corrected by the equation of
    # centre)
    days = noon - 51544.5
    g = math.radians(357.529 + 0.98560028 * days)
    longitude = math.radians(280.459 + 0.98564736 * days + 1.915 * math.sin(g) + 0.020 * math.sin(2 * g))
    declination = math.degrees(math.asin(math.sin(math.radians(23.44)) * math.sin(longitude)))
    assert highest == pytest.approx(90 - abs(where.latitude_deg - declination), abs=0.05)


def test_darkness_at_midnight_and_light_at_noon() -> None:
    site = SITES["lsc"]
    midnight = MJD_2026_NOV_22 - site.longitude_deg / 360.0
    assert bool(is_dark(site, midnight))
    assert not bool(is_dark(site, midnight + 0.5))


def test_moon_phases_of_the_almanac() -> None:
    # USNO: full Moon 2026-11-24 14:53 UT, new Moon 2026-12-09 00:52 UT
    assert float(moon_illumination(61368.62)) > 0.99
    assert float(moon_illumination(61383.04)) < 0.01


def test_target_on_the_moon_has_no_separation() -> None:
    from astropy.coordinates import EarthLocation, get_body
    from astropy.time import Time

    site = SITES["cpt"]
    place = EarthLocation.from_geodetic(site.longitude_deg, site.latitude_deg, site.elevation_m)
    moon = get_body("moon", Time(MJD_2026_NOV_22, format="mjd"), place, ephemeris="builtin")
    away = moon_separation_deg(moon.ra.deg, moon.dec.deg, site, MJD_2026_NOV_22)
    assert float(away) < 1.2  # GCRS seen from the site against ICRS: parallax at most


@settings(max_examples=10, deadline=None)
@given(ra=st.floats(0, 359.9), dec=st.floats(-80, 60), site=st.sampled_from(["coj", "cpt", "lsc"]))
def test_intervals_hold_where_they_say_and_nowhere_else(ra: float, dec: float, site: str) -> None:
    where, limits = SITES[site], Limits()
    within = Interval(MJD_2026_NOV_22, MJD_2026_NOV_22 + 1)
    found = observable_intervals(ra, dec, where, within, limits)
    times = np.linspace(within.start_mjd, within.end_mjd, 397)
    good = (altitude_deg(ra, dec, where, times) > 30) & (sun_altitude_deg(where, times) < -12)
    claimed = np.zeros(times.shape, dtype=bool)
    for interval in found:
        claimed |= (times >= interval.start_mjd) & (times <= interval.end_mjd)
    borders = np.array([edge for interval in found for edge in (interval.start_mjd, interval.end_mjd)] or [-1.0])
    far = np.min(np.abs(times[:, None] - borders), axis=1) > 60.0 / 86400.0
    brief = np.concatenate([[False], good[1:] != good[:-1]])  # a stretch shorter than the sampling may be missed
    assert np.all((good == claimed) | ~far | brief)


def test_next_time_above() -> None:
    site = SITES["coj"]
    orion = next_time_above(83.6, -5.4, site, MJD_2026_NOV_22)
    assert orion is not None
    assert float(altitude_deg(83.6, -5.4, site, orion + 0.001)) > 30
    assert next_time_above(83.6, 85.0, site, MJD_2026_NOV_22) is None
    anytime = next_time_above(83.6, -5.4, site, orion + 0.01, Limits(max_sun_altitude_deg=None))
    assert anytime == orion + 0.01


def test_unknown_site_is_explained() -> None:
    with pytest.raises(BadInput, match="known: coj"):
        site_by_code("xyz")
