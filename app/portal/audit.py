"""The history of writes, for whoever may look back: each user their own, a group's administrators its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, func, select, text, union
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.portal.visibility import users_of
from app.tables import History

_NEWEST = (History.at.desc(), History.id.desc())


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


def page(
    session: Session, principal: Principal, search: HistorySearch, place: tuple[int, int]
) -> tuple[list[dict[str, Any]], int]:
    """Return one page (number from 1, size), newest first, of the writes that one may look at, and their total.

    Row security decides which: one's own, and those of rows that a group holds which one administers. The query says
    the same once more in two parts that each have an index, so that its cost follows what one may look at.
    """
    wanted = _wanted(search)
    number, size = place
    if principal.is_admin:
        total = _count(session, *wanted)
        ids: Any = select(History.id, History.at).where(*wanted).order_by(*_NEWEST)
    else:
        groups = list(session.scalars(text("SELECT access.my_admin_groups()")))
        me = principal.user_id
        others = History.holder_id.in_(groups) & History.user_id.is_distinct_from(me)
        total = _count(session, History.user_id == me, *wanted)
        total += _count(session, others, *wanted) if groups else 0
        ids = _newest_ids(me, groups, wanted, number * size)
    page_ids = [row.id for row in session.execute(ids.limit(size).offset((number - 1) * size))]
    rows = session.scalars(select(History).where(History.id.in_(page_ids)).order_by(*_NEWEST)).all()
    users = users_of(session, (r.user_id for r in rows if r.user_id is not None))
    return [_dict(row, users) for row in rows], total


def _newest_ids(me: int, groups: list[int], wanted: list[ColumnElement[bool]], most: int) -> Any:
    """Of one's own writes, and of those to each group's rows, the newest, by an index each; then the newest of all."""
    rows = select(History.id, History.at).where(*wanted).order_by(*_NEWEST).limit(most)
    mine = rows.where(History.user_id == me).subquery()
    group = func.unnest(cast(groups, ARRAY(Integer))).table_valued("id").render_derived()
    held = rows.where(History.holder_id == group.c.id).lateral()
    found = union(select(mine.c.id, mine.c.at), select(held.c.id, held.c.at).select_from(group, held)).subquery()
    return select(found.c.id, found.c.at).order_by(found.c.at.desc(), found.c.id.desc())


def _wanted(search: HistorySearch) -> list[ColumnElement[bool]]:
    named = (
        (History.kind, search.kind), (History.row_id, search.row_id), (History.action, search.action),
        (History.user_id, search.user_id), (History.holder_id, search.group_id),
    )  # fmt: skip
    found: list[ColumnElement[bool]] = [column == value for column, value in named if value is not None]
    if search.start is not None:
        found.append(History.at >= search.start)
    if search.end is not None:
        found.append(History.at <= search.end)
    return found


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.execute(select(func.count()).select_from(History).where(*conditions)).scalar_one()


def _dict(row: History, users: dict[int, dict[str, Any]]) -> dict[str, Any]:
    names = ("id", "at", "user_id", "holder_id", "action", "kind", "row_id", "before", "after", "why", "origin")
    known = users.get(row.user_id) if row.user_id is not None else None
    return {name: getattr(row, name) for name in names} | {"username": known["username"] if known else None}
