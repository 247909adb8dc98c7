"""Charts of an instrument's allocations: hours, requests made and completed, and the Moon when they were completed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal.instruments import get_instrument
from app.sky.canvas import INK, LINE, PALE, file_of, page, write
from app.sky.nights import moon_lit
from app.tables import Allocation, FollowupRequest, Group
from app.times import mjd_of

_BAR = (16, 92, 160)
_WIDTH, _ROW, _LEFT, _RIGHT = 1240, 34, 420, 1120
MOON_BINS = ("0-25 %", "25-50 %", "50-75 %", "75-100 %")


@dataclass(frozen=True)
class Use:
    """One allocation and what was done with it, as far as the reader may see the requests."""

    name: str
    hours: float
    asked: int
    completed: int


def report(session: Session, instrument_id: int, kind: Literal["pdf", "png"]) -> bytes:
    """Return the charts as a file; raise :class:`BadInput` where the reader has no allocation on the instrument."""
    instrument = get_instrument(session, instrument_id)
    done = FollowupRequest.status.ilike("%complete%")
    rows = session.execute(
        select(
            Allocation.id, Allocation.pi, Group.name, Allocation.hours_allocated, func.count(FollowupRequest.id),
            func.count(FollowupRequest.id).filter(done),
        )
        .join(Group, Group.id == Allocation.group_id)
        .outerjoin(FollowupRequest, FollowupRequest.allocation_id == Allocation.id)
        .where(Allocation.instrument_id == instrument_id)
        .group_by(Allocation.id, Group.name)
        .order_by(Allocation.id)
    ).all()  # fmt: skip
    if not rows:
        raise BadInput("You have no allocation on this instrument.", field="instrument_id")
    uses = [Use(f"{row.name}, {row.pi or 'no PI'} ({row.id})", row[3], row[4], row[5]) for row in rows]
    ended = session.scalars(
        select(FollowupRequest.modified)
        .where(FollowupRequest.allocation_id.in_([row.id for row in rows]), done)
        .order_by(FollowupRequest.modified.desc())
        .limit(2000)
    ).all()
    lit = moon_lit([mjd_of(time) for time in ended])
    moon = np.histogram(lit, bins=[0, 0.25, 0.5, 0.75, 1.000001])[0].astype(float).tolist()
    charts: list[tuple[str, list[tuple[str, float]]]] = [
        ("Hours allocated", [(use.name, use.hours) for use in uses]),
        ("Requests made", [(use.name, float(use.asked)) for use in uses]),
        ("Requests completed", [(use.name, float(use.completed)) for use in uses]),
        (
            "Completed requests by the lit part of the Moon",
            list(zip(MOON_BINS, moon, strict=True)),
        ),
    ]
    return _drawn(instrument.name, charts, kind)


def _drawn(name: str, charts: Sequence[tuple[str, list[tuple[str, float]]]], kind: Literal["pdf", "png"]) -> bytes:
    height = 140 + sum(80 + _ROW * len(bars) for _, bars in charts)
    image, pen = page(_WIDTH, height)
    write(pen, (50, 40), f"Allocations on {name}", 34)
    y = 120.0
    for title, bars in charts:
        write(pen, (50, y), title, 24)
        pen.line((50, y + 34, _RIGHT + 80, y + 34), fill=LINE)
        y += 46
        most = max((value for _, value in bars), default=0.0) or 1.0
        for label, value in bars:
            write(pen, (50, y), label[:34], 18, PALE)
            pen.rectangle((_LEFT, y + 2, _LEFT + (_RIGHT - _LEFT) * value / most, y + _ROW - 10), fill=_BAR)
            write(pen, (_RIGHT + 20, y), f"{value:g}", 18, INK)
            y += _ROW
        y += 34
    return file_of([image], kind)
