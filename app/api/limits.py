"""How often one token, session or address may ask: token buckets in this process's memory.

Each web process counts for itself, so that a request costs no round trip: behind ``server.processes`` processes a
client gets the limit at least, and that many times the limit at most. Log-ins, where guessing is to be stopped, are
counted once for all processes, in the database (:func:`take_turn`).
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field

from sqlalchemy import text

from app.access.authenticate import digest
from app.context import Context
from app.errors import TooMany

KEPT = 20_000
"""Clients that are remembered; who is forgotten, the one that asked longest ago, starts with a full bucket."""


@dataclass
class Buckets:
    """Token buckets of ``per_minute`` turns, which fill up steadily and hold one minute's worth. 0: no limit."""

    per_minute: float
    _stands: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, key: str) -> None:
        """Take a turn; raise :class:`TooMany` where there is none left."""
        if self.per_minute <= 0:
            return
        now = time.monotonic()
        stands, at = self._stands.pop(key, (self.per_minute, now))
        stands = min(self.per_minute, stands + (now - at) * self.per_minute / 60)
        self._stands[key] = (stands - 1 if stands >= 1 else stands, now)
        if len(self._stands) > KEPT:
            self._stands.popitem(last=False)
        if stands < 1:
            raise too_many((1 - stands) * 60 / self.per_minute)


def take_turn(context: Context, *keys: str) -> None:
    """Take one turn of log-in for each key (an address, a user name); raise :class:`TooMany`.

    In a transaction of its own: a refused log-in is rolled back, its turn is not.
    """
    per_minute = context.settings.login.per_minute
    with context.transaction() as session:
        waits = [
            session.execute(
                text("SELECT access.take_turn(:key, :per_minute, :per_minute)"),
                {"key": digest(key), "per_minute": float(per_minute)},
            ).scalar_one()
            # In one order, so that two requests never wait for each other.
            for key in sorted(set(keys))
        ]
    if max(waits, default=0.0) > 0:
        raise too_many(max(waits))


def too_many(wait_s: float) -> TooMany:
    """Return the refusal that says when to come back."""
    whole = max(1, int(wait_s) + 1)
    return TooMany(f"That was too often; try again in {whole} s.", retry_after_s=whole)
