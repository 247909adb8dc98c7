"""The step of the release service that tells due reminders, and sweeps notes whose subject is gone."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.notify import Notice, notify
from app.context import Context
from app.tables import Reminder

AT_ONCE = 200
SWEPT_EVERY_S = 3600.0
log = structlog.get_logger(__name__)


class Reminding:
    """Called often by the release service; tells what is due, each reminder once a time, whoever else works."""

    def __init__(
        self, clock: Callable[[], datetime] = lambda: datetime.now(UTC), swept_every_s: float = SWEPT_EVERY_S
    ) -> None:
        self.clock = clock
        self.swept_every_s = swept_every_s
        self._swept_at = float("-inf")

    def __call__(self, context: Context) -> int:
        """Tell every due reminder; return how many. Once an hour also sweep notes that are about nothing any more."""
        told = 0
        while True:
            with context.transaction() as session:
                batch = _tell(session, self.clock())
            told += batch
            if batch < AT_ONCE:
                break
        if time.monotonic() - self._swept_at >= self.swept_every_s:
            with context.transaction() as session:
                gone = session.execute(text("SELECT access.sweep_notes()")).scalar_one()
            self._swept_at = time.monotonic()
            if gone:
                log.info("notes about nothing swept", rows=gone)
        return told


def _tell(session: Session, now: datetime) -> int:
    due = (
        select(Reminder)
        .where(Reminder.number_of_reminders > 0, Reminder.next_reminder <= now)
        .order_by(Reminder.next_reminder, Reminder.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    rows = session.scalars(due).all()
    for row in rows:
        # Row security decides when it is looked at: who may no longer read the reminder, or what it is about, is told
        # nothing.
        url = f"/source/{row.resource_id}" if row.resource_type == "source" else None
        notify(session, [row.user_id], Notice("reminder", f"Reminder: {row.text}", ("reminder", row.id), url))
        row.number_of_reminders, row.next_reminder = _next(row, now)
    return len(rows)


def _next(row: Reminder, now: datetime) -> tuple[int, datetime]:
    """What was missed while no worker ran is told once, not once for each time."""
    delay_s = row.reminder_delay * 86400
    late_s = (now - row.next_reminder).total_seconds()
    passed = 1 + (math.floor(late_s / delay_s) if delay_s > 0 else 0)
    passed = min(passed, row.number_of_reminders)
    return row.number_of_reminders - passed, row.next_reminder + timedelta(seconds=passed * delay_s)
