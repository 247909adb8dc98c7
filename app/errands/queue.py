"""The queue's front: to wish for an errand, and to take the wish back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.tables import ErrandRow


@dataclass(frozen=True)
class Errand:
    """A wish: what kind of errand, with what, for whom.

    ``key`` makes it one and the same wish of its owner however often it is uttered. ``owner_id`` is the user in whose
    name, and with whose rights, it is done; None: the service itself. ``audience_id`` may see that there is one and
    how it went. It is not begun before ``not_before`` (UTC).
    """

    kind: str
    payload: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    owner_id: int | None = None
    holder_id: int | None = None
    audience_id: int | None = None
    not_before: datetime | None = None


def enqueue(session: Session, errand: Errand) -> int:
    """Write the wish down, in the transaction of whatever it belongs to; return its id.

    The worker is woken when the transaction commits. A wish with the key of an earlier one is that earlier one.
    """
    values: dict[str, Any] = {
        "kind": errand.kind,
        "payload": errand.payload,
        "key": errand.key,
        "owner_id": errand.owner_id,
        "holder_id": errand.holder_id,
        "audience_id": errand.audience_id,
    }
    if errand.not_before is not None:
        values["due_at"] = errand.not_before
    same = select(ErrandRow.id).where(
        ErrandRow.owner_id.is_not_distinct_from(errand.owner_id),
        ErrandRow.kind == errand.kind,
        ErrandRow.key == errand.key,
    )
    statement = insert(ErrandRow).values(**values).on_conflict_do_nothing().returning(ErrandRow.id)
    made = session.execute(statement).scalar()
    return int(made) if made is not None else int(session.execute(same).scalar_one())


def cancel(session: Session, errand_id: int, why: str) -> bool:
    """Take back an errand that has not begun; return whether that was still possible."""
    statement = (
        update(ErrandRow)
        .where(ErrandRow.id == errand_id, ErrandRow.state == "waiting")
        .values(state="cancelled", reason=why)
        .returning(ErrandRow.id)
    )
    return session.execute(statement).scalar() is not None
