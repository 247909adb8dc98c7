"""When a circle opens, as a lattice: sets of events to wait for, any set of which lets a group in.

A wait is a clock (what starts it) and a delay in days after it. A circle opens when all its waits are over; a group
that stands in several circles is let in by the first that opens. So the times at which a group is let in form a free
distributive lattice (Birkhoff, Lattice Theory, 1940, ch. III): meeting another policy is "both must have opened",
which is associative, commutative and idempotent, whatever the events turn out to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ClockKind = Literal["observation", "arrival", "date", "classification", "acceptance"]
EVERYBODY: None = None
"""The place of a circle for everybody, among those of groups by their numbers."""


@dataclass(frozen=True, order=True)
class Clock:
    """What starts a delay.

    ``observation`` and ``arrival`` start at the end (noon UTC) of the night in which the light or the row arrived;
    ``date`` starts at MJD 0, so that its delay is the moment itself; ``classification`` when the holder's group first
    gives the obj one of ``classes`` (any, where there are none); ``acceptance`` when ``publication_id`` is accepted.
    """

    kind: ClockKind
    classes: tuple[str, ...] = ()
    publication_id: int = 0

    @property
    def is_known(self) -> bool:
        """Whether its start is known when a row is written; the others are events to come."""
        return self.kind in ("observation", "arrival", "date")


Waits = frozenset[tuple[Clock, float]]
"""Waits that must all be over, at most one a clock; empty is at once."""
AT_ONCE: Waits = frozenset()
Opening = tuple[int | None, Waits]
"""Whom a circle lets in (a group, or EVERYBODY), and when."""


def both(a: Waits, b: Waits) -> Waits:
    """Return the waits that are over when those of ``a`` and of ``b`` are."""
    longest = dict(a)
    for clock, days in b:
        longest[clock] = max(days, longest.get(clock, days))
    return frozenset(longest.items())


def no_later(a: Waits, b: Waits) -> bool:
    """Return whether ``a`` is over whenever ``b`` is, whatever happens."""
    longest = dict(b)
    return all(clock in longest and days <= longest[clock] for clock, days in a)


def includes(a: Opening, b: Opening) -> bool:
    """Return whether ``a`` lets in whom ``b`` lets in, and no later."""
    return a[0] in (EVERYBODY, b[0]) and no_later(a[1], b[1])


def shortest(openings: Iterable[Opening]) -> frozenset[Opening]:
    """Return the openings without those that another one makes idle: the one normal form."""
    found = set(openings)
    return frozenset(o for o in found if not any(other != o and includes(other, o) for other in found))


def meet(a: Iterable[Opening], b: Iterable[Opening]) -> frozenset[Opening]:
    """Return who is let in when, where both must have let them in."""
    others = list(b)
    pairs = ((one, two) for one in a for two in others)
    return shortest(
        (one[0] if two[0] is EVERYBODY else two[0], both(one[1], two[1]))
        for one, two in pairs
        if EVERYBODY in (one[0], two[0]) or one[0] == two[0]
    )


def of_group(openings: Iterable[Opening], group_id: int | None) -> list[Waits]:
    """Return the waits any of which lets a group in (EVERYBODY: those that are for everybody)."""
    return sorted((w for who, w in openings if who in (EVERYBODY, group_id)), key=_order)


def _order(waits: Waits) -> list[tuple[Clock, float]]:
    return sorted(waits)
