"""What became of what was to leave the machine: told to its owner, and to whom its audience lets in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.tables import ErrandRow

COLUMNS = ("id", "kind", "state", "attempts", "reason", "due_at", "created_at", "finished_at", "owner_id")


def page(session: Session, state: str | None, place: tuple[int, int]) -> tuple[list[dict[str, Any]], int]:
    """Return one page (number from 1, size), the newest first, and how many there are; what they carry stays inside."""
    query = select(*(getattr(ErrandRow, name) for name in COLUMNS))
    if state is not None:
        query = query.where(ErrandRow.state == state)
    total = session.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    number, size = place
    rows = session.execute(query.order_by(ErrandRow.id.desc()).limit(size).offset((number - 1) * size))
    return [dict(row._mapping) for row in rows], total
