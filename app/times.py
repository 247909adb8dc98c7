"""UTC as people and databases write it, and as Modified Julian Dates; nothing here needs astropy.

A day is 86400 s on both sides, as in ``datetime``: within a day that ends in a leap second, a time is off by less than
that second. What needs more (exposures, TAI) goes through ERFA.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MJD_ZERO = datetime(1858, 11, 17, tzinfo=UTC)
_DAY = timedelta(days=1)


def mjd_of(time: datetime) -> float:
    """Return the MJD (UTC) of a time that knows its zone."""
    return (time - MJD_ZERO) / _DAY


def time_of(mjd: float) -> datetime:
    """Return the UTC time of an MJD (UTC), to the microsecond."""
    return MJD_ZERO + timedelta(days=mjd)
