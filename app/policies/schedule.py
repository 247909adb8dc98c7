"""From the terms of a row to times: who is let in now, who later, and who waits for an event.

A night runs from noon to noon UTC, and a delay counted from it starts at its end, which is never earlier than any of
its rows: a row is private up to 24 hours longer than its delay, and never shorter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.errors import BadInput
from app.policies.document import MJD_0, Terms
from app.policies.waits import EVERYBODY, Clock, Waits, of_group

NOON = timedelta(hours=12)
FARTHEST = datetime(9000, 1, 1, tzinfo=UTC)
EVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Facts:
    """What is known of the clocks: the nights of the light and of its arrival, and the events so far."""

    night: date
    arrived: date
    classified: Mapping[str, datetime] = field(default_factory=dict)
    accepted: Mapping[int, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Slot:
    """When a group is let in: at ``due_at``, or when the first of ``awaits`` is over; neither is never."""

    group_id: int
    due_at: datetime | None
    awaits: tuple[Waits, ...] = ()


def night_of(observed_at: datetime) -> date:
    """Return the night of an observation: the UTC date of the noon before it."""
    if observed_at.tzinfo is None:
        raise BadInput("The time of an observation must carry its zone.", field="mjd")
    return (observed_at.astimezone(UTC) - NOON).date()


def night_ends(night: date) -> datetime:
    """Return when a night ends: the noon (UTC) after it."""
    return datetime.combine(night, time(12), UTC) + timedelta(days=1)


def due_at(night: date, delay_days: float) -> datetime | None:
    """Return when a group with this delay may read the rows of a night; None for never."""
    return _after(night_ends(night), delay_days)


def slot(terms: Terms, group_id: int | None, number: int, facts: Facts) -> Slot:
    """Return when a group (EVERYBODY: by the circles for everybody), of this number, is let in."""
    times: list[datetime] = []
    awaits: list[Waits] = []
    for waiting in of_group(terms.openings, group_id):
        started = [starts(clock, facts) for clock, _days in waiting]
        ends = [_after(s, days) for s, (_c, days) in zip(started, waiting, strict=True) if s is not None]
        if None in ends:
            continue
        if None in started:
            awaits.append(waiting)
        else:
            times.append(max((e for e in ends if e is not None), default=EVER))
    return Slot(number, min(times, default=None), tuple(awaits))


def slots(terms: Terms, group_ids: Iterable[int], sitewide_id: int, facts: Facts) -> list[Slot]:
    """Return when each of the groups is let in; the sitewide group stands for everybody."""
    wanted = sorted(set(group_ids))
    return [slot(terms, EVERYBODY if g == sitewide_id else g, g, facts) for g in wanted]


def starts(clock: Clock, facts: Facts) -> datetime | None:
    """Return when a clock started; None where its event has not happened."""
    if clock.kind == "date":
        return datetime.combine(MJD_0, time(0), UTC)
    if clock.kind == "classification":
        found = [at for name, at in facts.classified.items() if not clock.classes or name in clock.classes]
        return min(found, default=None)
    if clock.kind == "acceptance":
        return facts.accepted.get(clock.publication_id)
    return night_ends(facts.night if clock.kind == "observation" else facts.arrived)


def as_json(waiting: Waits) -> list[dict[str, Any]]:
    """Return waits as they are stored beside a release."""
    return [
        {"clock": c.kind, "after_days": days, "classes": list(c.classes), "publication_id": c.publication_id or None}
        for c, days in sorted(waiting)
    ]


def _after(start: datetime, delay_days: float) -> datetime | None:
    if delay_days > (FARTHEST - start) / timedelta(days=1):
        return None
    return start + timedelta(days=delay_days)
