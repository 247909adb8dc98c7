"""The weather model: the same for the same seed, and right in the long run."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.conditions.weather import weather_at

YEAR_2026_S = 1767225600.0


@settings(max_examples=50)
@given(st.integers(0, 2**40), st.sampled_from(["coj", "cpt", "lsc"]), st.floats(0, 4e9))
def test_is_a_function_of_seed_site_and_time(seed: int, site: str, unix_s: float) -> None:
    first = weather_at(seed, site, unix_s)
    assert weather_at(seed, site, unix_s) == first
    assert 0.05 <= first.transparency <= 1.0
    assert 0.3 < first.seeing_arcsec < 6.0


def test_fractions_in_the_long_run() -> None:
    hours = YEAR_2026_S + 1800.0 * np.arange(2 * 24 * 365 * 4)
    seen = [weather_at(5, "lsc", float(t)) for t in hours[::8]]
    clear = np.mean([not now.clouded for now in seen])
    working = np.mean([not now.broken for now in seen])
    assert abs(clear - 0.76) < 0.03
    assert abs(working - 0.95) < 0.02


def test_sites_and_seeds_differ() -> None:
    times = YEAR_2026_S + 3600.0 * np.arange(24 * 60)
    coj, cpt = ([weather_at(5, site, float(t)).clouded for t in times] for site in ("coj", "cpt"))
    other = [weather_at(6, "coj", float(t)).clouded for t in times]
    assert coj != cpt
    assert coj != other


def test_weather_lasts() -> None:
    times = YEAR_2026_S + 60.0 * np.arange(60 * 24 * 20)
    clouded = np.array([weather_at(5, "coj", float(t)).clouded for t in times])
    changes = int(np.sum(clouded[1:] != clouded[:-1]))
    assert 10 < changes < 200  # hours, not minutes
    seeing = np.array([weather_at(5, "coj", float(t)).seeing_arcsec for t in times])
    assert float(np.max(np.abs(np.diff(seeing)))) < 0.15
