"""Nights and risings, against the tracks that are computed without shortcuts."""

from __future__ import annotations

import numpy as np
import pytest

from app.sky.nights import airmasses, altitudes, moon_lit, night_after, noon_before, rise_and_set, sun_altitudes
from app.sky.tracks import Place, airmass, tracks

PALOMAR = Place(1, "Palomar", 33.356, -116.863, 1712.0)
DAY = 61000.0


def test_the_sun_stands_where_an_event_says() -> None:
    night = night_after(PALOMAR, noon_before(PALOMAR.longitude_deg, DAY))
    times = [
        night.sunset, night.evening_nautical, night.evening_astronomical, night.morning_astronomical,
        night.morning_nautical, night.sunrise,
    ]  # fmt: skip
    assert times == sorted(times)  # type: ignore[type-var]
    seen = tracks(0.0, 0.0, [PALOMAR], np.asarray(times, dtype=np.float64)).sun[0]
    assert seen == pytest.approx([0, -12, -18, -18, -12, 0], abs=0.01)


def test_targets_cross_airmass_two_when_they_are_said_to() -> None:
    night = night_after(PALOMAR, noon_before(PALOMAR.longitude_deg, DAY))
    (rise, down), (never, neither), (always, still) = rise_and_set([10, 10, 0], [20, -60, 89], PALOMAR, night)
    assert (never, neither, always, still) == (None, None, None, None)
    assert rise is not None
    assert down is not None
    at = np.asarray([rise, down])
    assert tracks(10.0, 20.0, [PALOMAR], at).target[0] == pytest.approx([30, 30], abs=0.01)
    [exactly] = airmasses([10.0], [20.0], PALOMAR, rise + 0.1)
    assert exactly == pytest.approx(
        float(airmass(tracks(10.0, 20.0, [PALOMAR], np.asarray([rise + 0.1])).target[0, 0]))
    )
    assert airmasses([10.0], [20.0], PALOMAR, down + 0.3) == [None]
    grid = np.linspace(rise, rise + 1.0, 5)
    whole = tracks(10.0, 20.0, [PALOMAR], grid)
    assert altitudes([10.0], [20.0], PALOMAR, grid)[0] == pytest.approx(whole.target[0], abs=0.01)
    assert sun_altitudes(PALOMAR, grid) == pytest.approx(whole.sun[0], abs=0.01)


def test_where_the_sun_does_not_set_there_is_no_night() -> None:
    pole = Place(2, "Pole", 89.0, 0.0, 0.0)
    summer = night_after(pole, 61212.5)
    assert (summer.sunset, summer.sunrise, summer.evening_astronomical) == (None, None, None)
    assert rise_and_set([10.0], [80.0], pole, summer) == [(None, None)]


def test_the_moon_is_full_when_it_was() -> None:
    # New and full Moon of 2025 January 29, 12:36 UTC and January 13, 22:27 UTC (Astronomical Almanac).
    assert moon_lit([60704.525, 60688.935]) == pytest.approx([0.0, 1.0], abs=0.003)
