"""History rows and announcements of a transaction, written by one statement right before it commits.

They are the last thing that a transaction says, and nobody reads them before: one round trip for all instead of one
each. Inside a savepoint they are written at once, so that they go where it goes.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic_core import to_json
from sqlalchemy import event, text
from sqlalchemy.orm import Session

_CHANGES = (
    "INSERT INTO history (user_id, holder_id, action, kind, row_id, before, after, why) SELECT * FROM "
    "jsonb_to_recordset(CAST(:changes AS jsonb)) AS t(user_id int, holder_id int, action text, kind text, "
    "row_id text, before jsonb, after jsonb, why text)"
)
_EVENTS = (
    "INSERT INTO outbox (kind, audience_id, user_id, obj_id, payload) SELECT * FROM "
    "jsonb_to_recordset(CAST(:events AS jsonb)) AS t(kind text, audience_id bigint, user_id int, obj_id text, "
    "payload jsonb)"
)
# No RETURNING: who tells others need not be able to read what they are told.
_STATEMENTS = {
    frozenset({"changes"}): text(_CHANGES),
    frozenset({"events"}): text(_EVENTS),
    frozenset({"changes", "events"}): text(f"WITH written AS ({_CHANGES}) {_EVENTS}"),
}
_KEY = "skyrelay.ledger"


def note(session: Session, kind: Literal["changes", "events"], *rows: dict[str, Any]) -> None:
    """Take down rows of ``history`` or ``outbox``; they are stored when the transaction commits, or not at all."""
    if not rows:
        return
    if session.in_nested_transaction():
        _store(session, {kind: list(rows)})
        return
    ledger: dict[str, list[dict[str, Any]]] = session.info.setdefault(_KEY, {})
    ledger.setdefault(kind, []).extend(rows)


def settle(session: Session) -> None:
    """Store what was taken down so far: before somebody else acts, in whose name it must not be written."""
    ledger = session.info.pop(_KEY, None)
    if ledger:
        _store(session, ledger)


@event.listens_for(Session, "before_commit")
def _write(session: Session) -> None:
    if not session.in_nested_transaction():
        settle(session)


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(_KEY, None)


def _store(session: Session, ledger: dict[str, list[dict[str, Any]]]) -> None:
    session.execute(_STATEMENTS[frozenset(ledger)], {kind: to_json(rows).decode() for kind, rows in ledger.items()})
