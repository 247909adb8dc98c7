"""Weather and downtime of a simulated site, from a seed: the same night can be rehearsed again.

A continuous-time Markov chain with two states, clear and clouded, and a second one for the telescope's own
failures. Time is cut into blocks of 30 days, each started from the stationary distribution with its own
random stream, so that any instant is a pure function of (seed, site, time) and costs no walk from the
beginning of history.

Figures: 76 % of dark hours usable, as measured at Cerro Tololo (shared/facts, "Numbers to hold a router to"),
used for each site; 5 % telescope failures as in the project's scheduling study. Lengths of spells,
transparency and seeing are assumptions of the simulation, chosen to look like a night, and no measurement of
any site.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

_BLOCK_S = 30 * 86400.0


@dataclass(frozen=True)
class Climate:
    """Long-run figures of a site. Spells are mean lengths."""

    clear_fraction: float = 0.76
    cloud_spell_s: float = 3 * 3600.0
    working_fraction: float = 0.95
    downtime_spell_s: float = 2 * 3600.0
    median_seeing_arcsec: float = 1.5
    seeing_scatter: float = 0.2
    median_transparency: float = 0.95


@dataclass(frozen=True)
class Weather:
    """The site at one instant. Seeing is FWHM at the zenith at 500 nm; transparency is 1 for a perfect sky."""

    clouded: bool
    broken: bool
    transparency: float
    seeing_arcsec: float


CLEAR = Weather(clouded=False, broken=False, transparency=1.0, seeing_arcsec=1.5)


def _random(seed: int, site: str, purpose: str, index: int) -> np.random.Generator:
    key = hashlib.sha256(f"{seed}/{site}/{purpose}/{index}".encode()).digest()
    return np.random.default_rng(int.from_bytes(key[:16], "big"))


@lru_cache(maxsize=256)
def _switches(
    seed: int, site: str, purpose: str, block: int, good: float, bad_spell_s: float
) -> tuple[bool, tuple[float, ...]]:
    """Return whether a block begins in its good state, and the seconds into the block at which the state
    flips.
    """
    random = _random(seed, site, purpose, block)
    begins_good = bool(random.random() < good)
    good_spell_s = bad_spell_s * good / (1.0 - good)
    at_s, is_good = 0.0, begins_good
    flips: list[float] = []
    while True:
        at_s += random.exponential(good_spell_s if is_good else bad_spell_s)
        if at_s >= _BLOCK_S:
            return begins_good, tuple(flips)
        flips.append(at_s)
        is_good = not is_good


def _is_good(seed: int, site: str, purpose: str, unix_s: float, chain: tuple[float, float]) -> bool:
    block, into_s = divmod(unix_s, _BLOCK_S)
    begins_good, flips = _switches(seed, site, purpose, int(block), *chain)
    return begins_good ^ (bisect_right(flips, into_s) % 2 == 1)


@lru_cache(maxsize=1024)
def _deviate(seed: int, site: str, purpose: str, index: int) -> float:
    return float(_random(seed, site, purpose, index).normal())


def _smooth_noise(seed: int, site: str, purpose: str, unix_s: float, knot_s: float = 3600.0) -> float:
    """Return unit-variance noise that is continuous in time: normal deviates at knots, blended by cosine
    weights.
    """
    knot, into_s = divmod(unix_s, knot_s)
    before, after = (_deviate(seed, site, purpose, int(knot) + i) for i in (0, 1))
    angle = 0.5 * np.pi * into_s / knot_s
    return float(np.cos(angle) * before + np.sin(angle) * after)


def weather_at(seed: int, site: str, unix_s: float, climate: Climate = Climate()) -> Weather:
    """Return the weather of a site at a time (seconds since 1970, UTC): always the same answer for the same
    arguments.
    """
    clear = _is_good(seed, site, "clouds", unix_s, (climate.clear_fraction, climate.cloud_spell_s))
    working = _is_good(seed, site, "downtime", unix_s, (climate.working_fraction, climate.downtime_spell_s))
    haze = abs(_smooth_noise(seed, site, "haze", unix_s)) * 0.05
    seeing = climate.median_seeing_arcsec * np.exp(climate.seeing_scatter * _smooth_noise(seed, site, "seeing", unix_s))
    return Weather(
        clouded=not clear,
        broken=not working,
        transparency=float(np.clip(climate.median_transparency - haze, 0.5, 1.0)) if clear else 0.1,
        seeing_arcsec=float(seeing),
    )
