"""One history row a write, in the transaction of the change: who, what, before, after, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.access.ledger import note


@dataclass(frozen=True)
class Change:
    """What was done: ``action`` such as ``create``, to the row ``row_id`` of ``kind``, held by ``holder_id``."""

    action: str
    kind: str
    row_id: object
    holder_id: int | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    why: str | None = None


def record(session: Session, user_id: int | None, change: Change) -> None:
    """Write the history row of a change, with the others of the transaction at its end."""
    note(
        session,
        "changes",
        {
            "user_id": user_id,
            "holder_id": change.holder_id,
            "action": change.action,
            "kind": change.kind,
            "row_id": str(change.row_id),
            "before": change.before,
            "after": change.after,
            "why": change.why,
        },
    )
