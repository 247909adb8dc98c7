"""Sweeps away what has served its time: events that everybody was told, ended web sessions, spent login links."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy import text

from app.context import Context

log = structlog.get_logger(__name__)
EVENTS_KEPT = timedelta(days=7)
"""A reader who was away for longer loads the page anew anyway."""
EVERY_S = 3600.0


class Sweeper:
    """Called often, sweeps once an hour; it runs in the release service, whose role alone may."""

    def __init__(self, every_s: float = EVERY_S) -> None:
        self.every_s = every_s
        self._swept_at = float("-inf")

    def __call__(self, context: Context) -> int:
        """Sweep if it is time; return how many rows went."""
        if time.monotonic() - self._swept_at < self.every_s:
            return 0
        before = datetime.now(UTC) - EVENTS_KEPT
        with context.transaction() as session:
            gone = int(session.execute(text("SELECT access.sweep(:before)"), {"before": before}).scalar_one())
        self._swept_at = time.monotonic()
        if gone:
            log.info("swept", rows=gone)
        return gone
