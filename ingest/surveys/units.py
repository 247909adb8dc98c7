"""Conversions to the house's units: UTC MJD and microjansky.

Flux: AB magnitudes, zero point 23.9 mag for 1 µJy (Oke & Gunn 1983, ApJ 266, 713: m_AB = 8.90 − 2.5 log10 f/Jy).
Time: TAI − UTC by ERFA with the leap seconds that ``astropy-iers-data`` packages; importing ``astropy.time`` hands
them to ERFA, and nothing is downloaded.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import cast

import astropy.time  # noqa: F401 - the import is what gives ERFA the packaged leap seconds
import erfa

AB_ZERO_POINT_UJY = 23.9
MJD_ZERO_JD = 2400000.5
# d ln(flux) / d mag: a magnitude error in units of relative flux error.
FLUX_PER_MAG = math.log(10.0) / 2.5
NJY_PER_UJY = 1000.0
SECONDS_A_DAY = 86400.0
# ZTF and LSST quote limiting magnitudes at five standard deviations.
LIMIT_SIGMA = 5.0
# What surveys write where they know nothing; an infinity is no measurement either.
UNKNOWN_NUMBERS = frozenset({-999.0, -9999.0, -99999.0, math.inf, -math.inf})


def flux_ujy(mag_ab: float, zero_point: float = AB_ZERO_POINT_UJY) -> float:
    """Return the flux in µJy of an AB magnitude (or, with another zero point, of one count in that system)."""
    return float(10.0 ** ((zero_point - mag_ab) / 2.5))


def mag_ab(flux: float) -> float | None:
    """Return the AB magnitude of the absolute value of a flux in µJy; None for zero."""
    return None if flux == 0 else AB_ZERO_POINT_UJY - 2.5 * math.log10(abs(flux))


def mjd_from_jd(jd: float) -> float:
    """Return the MJD of a JD in the same scale."""
    return jd - MJD_ZERO_JD


def utc_from_tai(mjd_tai: float) -> float:
    """Return the UTC MJD of a TAI MJD."""
    behind = _utc_behind_tai(int(mjd_tai))
    return _exact_utc(mjd_tai) if behind is None else mjd_tai - behind


def _exact_utc(mjd_tai: float) -> float:
    first, second = erfa.taiutc(MJD_ZERO_JD, mjd_tai)
    return float((first - MJD_ZERO_JD) + second)


@lru_cache(maxsize=4096)
def _utc_behind_tai(day: int) -> float | None:
    """Return TAI − UTC in days for a whole TAI day, None for a day in which it changes.

    A long LSST history has a thousand times in a few hundred days, and one call of ERFA costs as much as ten such
    look-ups.
    """
    start, end = (_tai_minus_utc_s(day + share) for share in (-0.5, 1.5))
    return start / SECONDS_A_DAY if start == end else None


def _tai_minus_utc_s(mjd_tai: float) -> int:
    return round((mjd_tai - _exact_utc(mjd_tai)) * SECONDS_A_DAY)


def number(value: object) -> float | None:
    """Return a finite number that is no sentinel (−999 and −99999 mean “unknown” to ZTF), else None."""
    kind = type(value)  # the hottest line of the decoding: exact types, no isinstance
    if (kind is not float and kind is not int) or value != value or value in UNKNOWN_NUMBERS:
        return None
    return float(cast("float", value))
