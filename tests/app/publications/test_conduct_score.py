"""The laws of a score: fading is monotone, order does not matter, halves are halves, bounds hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.publications.conduct_score import bounded, faded, handicap, score

NOW = datetime(2026, 11, 1, tzinfo=UTC)
weights = st.floats(-100, 100)
ages = st.floats(0, 5000).map(lambda days: timedelta(days=days))
half_lives = st.floats(1, 3650)
entries = st.lists(st.tuples(weights, ages.map(lambda age: NOW - age)), max_size=30)


@given(weights, ages, ages, half_lives)
def test_what_happened_fades_and_never_changes_its_sign(w: float, a: timedelta, b: timedelta, half: float) -> None:
    young, old = sorted((a, b))
    then, now = faded(w, NOW - young, NOW, half), faded(w, NOW - old, NOW, half)
    assert abs(now) <= abs(then) <= abs(w)
    assert now * w >= 0


@given(weights, half_lives, st.integers(0, 8))
def test_each_half_life_halves_it(w: float, half: float, n: int) -> None:
    at = NOW - timedelta(days=half) * n
    assert faded(w, at, NOW, half) == pytest.approx(w / 2**n, rel=1e-6)


@given(entries, st.randoms(), half_lives)
def test_the_order_of_entries_does_not_matter(found: list[tuple[float, datetime]], random: object, half: float) -> None:
    mixed = list(found)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert score(mixed, NOW, half) == score(found, NOW, half)
    assert score(found, NOW, half) == pytest.approx(score(found[:3], NOW, half) + score(found[3:], NOW, half), abs=1e-6)


@given(weights, half_lives)
def test_what_is_to_come_counts_in_full(w: float, half: float) -> None:
    assert faded(w, NOW + timedelta(days=3), NOW, half) == w
    assert score([], NOW, half) == 0


@given(st.floats(-1e6, 1e6), st.floats(0, 10), st.floats(0.1, 1), st.floats(1, 10))
def test_factors_stay_within_their_bounds_and_do_nothing_at_0(p: float, per: float, least: float, most: float) -> None:
    assert least <= bounded(p, per, least, most) <= most
    assert bounded(0, per, least, most) == 1
    assert -most <= handicap(p, per, most) <= most
    assert bounded(abs(p), per, least, most) >= 1 >= bounded(-abs(p), per, least, most)
