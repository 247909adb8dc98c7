"""The two clocks of an observatory: real UTC, which it reports, and the sky's time, which says what is up."""

from __future__ import annotations

import time
from dataclasses import dataclass

from followup.conditions.sites import Site
from followup.facilities.simulated.config import NightMode

UNIX_EPOCH_MJD = 40587.0
"""MJD of 1970-01-01T00:00 UTC."""
_REHEARSED_SOLAR_TIME_H = {"coj": 22.5, "cpt": 23.5, "lsc": 0.5}


def mjd_of(unix_s: float) -> float:
    """Convert seconds since 1970 (UTC without leap seconds, as POSIX counts) to MJD UTC."""
    return UNIX_EPOCH_MJD + unix_s / 86400.0


def rehearsed_shift_s(site: Site, unix_s: float) -> float:
    """Return what to add to real time so that mean local solar time becomes the site's rehearsed hour (about
    midnight).

    Mean solar time is UTC plus longitude / 15 degrees per hour. The shift is the shortest, within 12 hours
    either way.
    """
    wanted_h = _REHEARSED_SOLAR_TIME_H.get(site.code, 23.5)
    solar_h = (unix_s / 3600.0 + site.longitude_deg / 15.0) % 24.0
    return (((wanted_h - solar_h) + 12.0) % 24.0 - 12.0) * 3600.0


@dataclass(frozen=True)
class SkyClock:
    """Turns real time into the time at which the sky is computed. ``always_night`` ignores the sky
    altogether.
    """

    started_s: float
    shift_s: float = 0.0
    always_night: bool = False

    @classmethod
    def start(cls, site: Site, night: NightMode) -> SkyClock:
        """Make the clock of a process that starts now."""
        now_s = time.time()
        shift_s = rehearsed_shift_s(site, now_s) if night == "rehearsed" else 0.0
        return cls(started_s=now_s, shift_s=shift_s, always_night=night == "always")

    def sky_mjd(self, unix_s: float) -> float:
        """Return the MJD (UTC) for which positions and darkness are computed at a real time."""
        return mjd_of(unix_s + self.shift_s)
