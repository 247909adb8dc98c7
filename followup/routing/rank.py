"""Which telescope next: those that can observe now come first, by airmass; each one passed over has a reason."""

from __future__ import annotations

from dataclasses import dataclass

from followup.conditions.sites import SITES
from followup.conditions.visibility import airmass, altitude_deg, is_dark
from followup.facilities.model import SkyClock

LOWEST_ALTITUDE_DEG = 30.0
"""Airmass 2, the limit that the requests carry."""
SECONDS_PER_DAY = 86_400.0
UNKNOWN = 10.0
QUEUE = 0.3
"""What waiting behind another request is worth, in airmass: two of them send a trigger to a site at airmass 1.6."""


@dataclass(frozen=True)
class Option:
    """An allocation that a trigger may use, with what is known of its telescope now.

    ``open`` None means that the facility does not say. ``used`` counts the attempts made there before, ``queued`` those
    of other triggers that it is busy with. What the conduct ledgers of a collaboration make of it: ``share`` is by how
    much the request weighs on this telescope, ``ahead`` by how many units of airmass the telescope comes forward, and
    ``conduct`` says so.
    """

    allocation_id: int
    name: str
    site: str | None
    open: bool | None
    why: str
    clock: SkyClock
    used: int = 0
    queued: int = 0
    share: float = 1.0
    ahead: float = 0.0
    conduct: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """An option with its score (lower is better), or with the reason why it cannot be asked now."""

    option: Option
    score: float
    why_not: str | None = None


def judge(option: Option, ra_deg: float, dec_deg: float, mjd_utc: float) -> Judged:
    """Score one option for a target at ``ra_deg, dec_deg`` (ICRS) at the time ``mjd_utc``."""
    if option.open is False:
        return Judged(option, float("inf"), f"{option.name} is closed: {option.why}")
    score = 1.0
    site = SITES.get(option.site or "")
    if site is not None and not option.clock.always_night:
        mjd = mjd_utc + option.clock.shift_s / SECONDS_PER_DAY
        if not bool(is_dark(site, mjd)):
            return Judged(option, float("inf"), f"it is day at {option.name}")
        altitude = float(altitude_deg(ra_deg, dec_deg, site, mjd))
        if altitude < LOWEST_ALTITUDE_DEG:
            return Judged(option, float("inf"), f"the target stands at {altitude:.0f}° above {option.name}")
        score = float(airmass(altitude))
    # A telescope that does not say how it is comes after any that says it is open.
    score += (UNKNOWN if option.open is None else 0.0) + option.used + QUEUE * option.queued / option.share
    return Judged(option, score - option.ahead)


def rank(options: list[Option], ra_deg: float, dec_deg: float, mjd_utc: float) -> tuple[list[Option], list[str]]:
    """Return the options that can be asked now, best first (ties in the order given), and why the others cannot."""
    judged = [judge(option, ra_deg, dec_deg, mjd_utc) for option in options]
    usable = sorted((j for j in judged if j.why_not is None), key=lambda j: j.score)
    return [j.option for j in usable], [j.why_not for j in judged if j.why_not is not None]
