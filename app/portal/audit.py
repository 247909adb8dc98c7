"""The history of writes, for whoever may look back: each user their own, a group's administrators its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.portal.visibility import users_of
from app.tables import History


@dataclass(frozen=True)
class HistorySearch:
    """Which writes; None: any. ``group_id`` is the holder of the row that was written."""

    kind: str | None = None
    row_id: str | None = None
    action: str | None = None
    user_id: int | None = None
    group_id: int | None = None
    start: datetime | None = None
    end: datetime | None = None


def page(session: Session, search: HistorySearch, place: tuple[int, int]) -> tuple[list[dict[str, Any]], int]:
    """Return one page (number from 1, size), newest first, of the writes that one may look at, and their total.

    Row security decides which: one's own, and those of rows that a group holds which one administers.
    """
    query = select(History)
    for column, wanted in (
        (History.kind, search.kind), (History.row_id, search.row_id), (History.action, search.action),
        (History.user_id, search.user_id), (History.holder_id, search.group_id),
    ):  # fmt: skip
        if wanted is not None:
            query = query.where(column == wanted)
    if search.start is not None:
        query = query.where(History.at >= search.start)
    if search.end is not None:
        query = query.where(History.at <= search.end)
    total = session.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    number, size = place
    rows = session.scalars(query.order_by(History.id.desc()).limit(size).offset((number - 1) * size)).all()
    users = users_of(session, (r.user_id for r in rows if r.user_id is not None))
    return [_dict(row, users) for row in rows], total


def _dict(row: History, users: dict[int, dict[str, Any]]) -> dict[str, Any]:
    names = ("id", "at", "user_id", "holder_id", "action", "kind", "row_id", "before", "after", "why", "origin")
    known = users.get(row.user_id) if row.user_id is not None else None
    return {name: getattr(row, name) for name in names} | {"username": known["username"] if known else None}
