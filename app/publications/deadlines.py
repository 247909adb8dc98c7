"""Deadlines of publications: reminders before, a lapse on time, late answers found; each in its own transaction.

A worker that is killed leaves all of a step or nothing of it, and the next one goes on: nobody is told twice, and no
claim ends before its time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Update, func, select, text, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.context import Context
from app.log import get_logger
from app.publications.meeting import meet
from app.publications.overdue import overdue_next
from app.publications.people import tell
from app.publications.rules import Rules
from app.publications.stages import CAN_LAPSE
from app.tables import Publication

log = get_logger(__name__)
_TO_REMIND = text(
    "SELECT p.id, r.days FROM publications p CROSS JOIN LATERAL (SELECT min(d) AS days FROM unnest(coalesce("
    "(SELECT remind_days FROM publication_rules pr WHERE pr.group_id = p.holder_id), CAST(:ahead AS bigint[]))) AS d"
    " WHERE p.deadline_at - make_interval(days => d::int) <= :now) AS r"
    " WHERE p.stage = ANY (CAST(:stages AS text[])) AND p.deadline_at > :now AND r.days IS NOT NULL"
    " AND (p.reminded_days IS NULL OR r.days < p.reminded_days)"
    " ORDER BY p.deadline_at, p.id LIMIT 1 FOR UPDATE OF p SKIP LOCKED"
)


class Deadlines:
    """Called often by the release service: lapses what is over, reminds of what will be, finds what is overdue."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock

    def __call__(self, context: Context) -> tuple[int, int]:
        """Do all that is due now; return how many lapsed and how many were reminded of."""
        now = self.clock()
        lapsed = _each(context, _lapse_next, now)
        reminded = _each(context, _remind_next, now)
        overdue = _each(context, overdue_next, now)
        if lapsed or reminded or overdue:
            log.info("deadlines", lapsed=lapsed, reminded=reminded, overdue=overdue)
        return lapsed, reminded


def _each(context: Context, step: Callable[[Session, datetime], bool], now: datetime) -> int:
    done = 0
    while True:
        with context.transaction() as session:
            if not step(session, now):
                return done
        done += 1


def _lapse_next(session: Session, now: datetime) -> bool:
    due = (
        select(Publication)
        .where(Publication.stage.in_(CAN_LAPSE), Publication.deadline_at <= now)
        .order_by(Publication.deadline_at, Publication.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    found = session.scalars(due).first()
    if found is None:
        return False
    before = {"stage": found.stage, "deadline_at": str(found.deadline_at)}
    session.execute(_set(found, stage="lapsed", deadline_at=None, reminded_days=None))
    why = "Its deadline has passed."
    record(session, None, Change("lapse", "publication", found.id, found.holder_id, before, {"stage": "lapsed"}, why))
    announce(session, "publication.changed", audience_id=found.audience_id, publication_id=found.id)
    meet(session, found.id)
    tell(session, found.id, "publication.lapsed", "A publication has lapsed: its deadline has passed.")
    return True


def _remind_next(session: Session, now: datetime) -> bool:
    """Remind of one publication, of the shortest time ahead that is due and that was not told yet."""
    row = session.execute(
        _TO_REMIND, {"stages": list(CAN_LAPSE), "now": now, "ahead": list(Rules().remind_days)}
    ).first()
    if row is None:
        return False
    found, told_days = session.get_one(Publication, row.id), row.days
    ends = found.deadline_at or now
    session.execute(_set(found, reminded_days=told_days))
    left = max((ends - now).days, 0)
    record(
        session, None,
        Change("remind", "publication", found.id, found.holder_id, after={"days_before": told_days, "days_left": left}),
    )  # fmt: skip
    sentence = f"A publication in stage {found.stage!r} lapses on {ends:%Y-%m-%d %H:%M} UTC."
    tell(session, found.id, "publication.deadline", sentence)
    return True


def _set(found: Publication, **values: object) -> Update:
    return update(Publication).where(Publication.id == found.id).values(**values, modified=func.now())
