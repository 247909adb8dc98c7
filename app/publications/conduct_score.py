"""The score of a group in a conduct ledger: the sum of its entries, each fading by halves.

``score = sum(weight * 2 ** (-age / half_life))``, with the age of what happened, in days.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

DAY = timedelta(days=1)


def faded(weight: float, happened_at: datetime, now: datetime, half_life_days: float) -> float:
    """Return what an entry counts for now: ``weight`` when it is new, half of it after each half-life."""
    age = max((now - happened_at) / DAY, 0.0)
    return weight * math.exp2(-age / half_life_days)


def score(entries: Iterable[tuple[float, datetime]], now: datetime, half_life_days: float) -> float:
    """Return the score of (weight, when it happened) pairs; exact, so that their order does not matter."""
    return math.fsum(faded(weight, at, now, half_life_days) for weight, at in entries)


def bounded(points: float, per_point: float, least: float, most: float) -> float:
    """Return ``1 + per_point * points`` within ``least`` and ``most``: the factor that a score makes of a share."""
    return min(max(1.0 + per_point * points, least), most)


def handicap(points: float, per_point: float, most: float) -> float:
    """Return ``per_point * points`` within ``-most`` and ``most``."""
    return min(max(per_point * points, -most), most)
