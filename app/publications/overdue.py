"""Answers that did not come in time: found by the release service, told once to both sides, and kept on record.

One obligation a transaction: a service that is killed half-way leaves all of a step or nothing of it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.publications.owed import tell as announce_to
from app.publications.people import tell
from app.publications.stages import WAY
from app.tables import Obligation

_AFTER_SUBMISSION = list(WAY[WAY.index("submitted") :])
_NEXT = text(
    "SELECT o.id, CASE WHEN o.due_at IS NOT NULL THEN 'creditor' ELSE 'debtor' END AS late"
    " FROM obligations o JOIN publications p ON p.id = o.publication_id"
    " WHERE o.overdue_at IS NULL AND NOT access.is_discharged(o)"
    " AND ((o.due_at <= :now AND o.state IN ('requested', 'offered') AND p.stage NOT IN ('withdrawn', 'lapsed'))"
    "   OR (o.due_at IS NULL AND o.required AND o.overridden_at IS NULL AND o.kind <> 'stage'"
    "       AND p.stage = ANY (CAST(:after AS text[]))))"
    " ORDER BY o.due_at, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED"
)
_TOLD = {
    "creditor": "An answer to a publication is overdue: it was expected until {due:%Y-%m-%d %H:%M} UTC.",
    "debtor": "An obligation of a publication is overdue: it was submitted, and this is still open.",
}


def overdue_next(session: Session, now: datetime) -> bool:
    """Put one lateness on record and tell both sides; return whether there was one."""
    row = session.execute(_NEXT, {"now": now, "after": _AFTER_SUBMISSION}).first()
    if row is None:
        return False
    found = session.get_one(Obligation, row.id)
    found.overdue_at, found.late = now, row.late
    session.flush()
    after = {"publication_id": found.publication_id, "late": row.late, "kind": found.kind, "due_at": str(found.due_at)}
    for group_id in (found.holder_id, found.creditor_id):
        record(session, None, Change("overdue", "obligation", found.id, group_id, after=after))
        announce_to(session, group_id, found.publication_id)
    told = _TOLD[row.late].format(due=found.due_at or now)
    tell(session, found.publication_id, "obligation.overdue", told, also_group=found.creditor_id)
    return True
