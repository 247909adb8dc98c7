"""What is to be shared or withdrawn: rows by their ids, an obj, one of one's lists, or a whole night.

Only rows that the asker reads are ever selected; of these, who may share which is said, and whose the others are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, any_, cast, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.photometry_regrant import middle_of
from app.portal.shares import TABLES, TIMES, Product, columns_of, product_of
from app.tables import Group, GroupUser, Listing, User
from app.times import MJD_ZERO

MAX_ROWS = 100_000
"""Rows in one act, which is one transaction: about ten seconds of work."""
OBSERVED = ("photometry", "spectrum", "photometric series")
"""Kinds that were taken in a night."""


@dataclass(frozen=True)
class Selection:
    """One of: ``rows`` (ids by kind), ``obj_id``, ``list_name`` (the asker's own list), ``night`` (its evening's date).

    A night runs from noon to noon UTC; ``instrument_id`` and ``group_id`` (the holder) narrow any selection. ``kinds``:
    of what is selected otherwise than by ids. ``what_is_left``: ids that are gone since are passed over.
    """

    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    obj_id: str | None = None
    list_name: str | None = None
    night: date | None = None
    instrument_id: int | None = None
    group_id: int | None = None
    kinds: Sequence[str] = tuple(TABLES)
    what_is_left: bool = False

    def told(self) -> dict[str, object]:
        """Return what was selected, for the history."""
        named = {
            "obj_id": self.obj_id,
            "list_name": self.list_name,
            "night": None if self.night is None else str(self.night),
            "instrument_id": self.instrument_id,
            "group_id": self.group_id,
        }
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True)
class Foreign:
    """Rows of a kind that are not the asker's to share; ``holder`` is null where the asker may not know of it."""

    kind: str
    n_rows: int
    holder_id: int | None
    holder: str | None
    owner: str | None
    reason: str


@dataclass(frozen=True)
class Selected:
    """The rows that one may share or withdraw, and those that one may not."""

    mine: list[Product]
    foreign: list[Foreign]


def select_rows(session: Session, principal: Principal, selection: Selection) -> Selected:
    """Return what a selection means now.

    Raises :class:`NotAvailableHere` for an id that is not readable, and :class:`BadInput` for no or two ways of
    selecting, for more than ``MAX_ROWS``, and for a selection in which there is nothing.
    """
    _need_one_way(selection)
    found: list[Product] = []
    for kind in selection.rows if selection.rows else dict.fromkeys(selection.kinds):
        found += _of_kind(session, principal, selection, kind, MAX_ROWS + 1 - len(found))
        if len(found) > MAX_ROWS:
            raise BadInput(f"This is more than {MAX_ROWS} rows: select less at once.", field="selection")
    if not found:
        raise BadInput("There is nothing in this selection that you may read.", field="selection")
    return _sorted_out(session, principal, found)


def _need_one_way(selection: Selection) -> None:
    ways = [bool(selection.rows), *(w is not None for w in (selection.obj_id, selection.list_name, selection.night))]
    if sum(ways) != 1:
        raise BadInput("Select by one of rows, obj_id, list_name and night.", field="selection")
    for kind in selection.rows or selection.kinds:
        if kind not in TABLES:
            raise BadInput(f"What can be shared is: {', '.join(TABLES)}.", field="selection")


def _of_kind(session: Session, principal: Principal, selection: Selection, kind: str, at_most: int) -> list[Product]:
    if selection.night is not None and kind not in OBSERVED:
        return []
    if selection.instrument_id is not None and not hasattr(TABLES[kind], "instrument_id"):
        return []
    wanted = _wanted(principal, selection, kind)
    session.flush()
    rows = session.connection().execute(wanted.order_by(TABLES[kind].id).limit(at_most)).all()
    if selection.rows and not selection.what_is_left:
        readable = {row[0] for row in rows}
        for number in selection.rows[kind]:
            if number not in readable:
                raise NotAvailableHere(f"There is no {kind} with the id {number} that you may read.")
    return [product_of(row, kind) for row in rows]


def _wanted(principal: Principal, selection: Selection, kind: str) -> Select[*tuple[Any, ...]]:
    table = TABLES[kind]
    wanted = select(*columns_of(kind))
    if selection.rows:
        ids = list(dict.fromkeys(selection.rows[kind]))
        wanted = wanted.where(table.id == any_(cast(literal(ids, ARRAY(BIGINT)), ARRAY(BIGINT))))
    elif selection.obj_id is not None:
        wanted = wanted.where(table.obj_id == selection.obj_id)
    elif selection.list_name is not None:
        listed = select(Listing.obj_id).where(
            Listing.user_id == principal.user_id, Listing.list_name == selection.list_name
        )
        wanted = wanted.where(table.obj_id.in_(listed))
    else:
        wanted = wanted.where(_in_night(kind, selection.night or MJD_ZERO.date()))
    if selection.instrument_id is not None:
        wanted = wanted.where(table.instrument_id == selection.instrument_id)
    if selection.group_id is not None:
        wanted = wanted.where(table.holder_id == selection.group_id)
    if kind == "source":
        wanted = wanted.where(table.active)
    return wanted


def _in_night(kind: str, night: date) -> ColumnElement[bool]:
    column = getattr(TABLES[kind], TIMES[kind])
    if kind == "spectrum":
        noon = datetime.combine(night, time(12), MJD_ZERO.tzinfo)
        return and_(column >= noon, column < noon + timedelta(days=1))
    midnight = middle_of(night)
    return and_(column >= midnight - 0.5, column < midnight + 0.5)


def _sorted_out(session: Session, principal: Principal, found: list[Product]) -> Selected:
    if principal.is_admin:
        return Selected(found, [])
    chief = set(session.scalars(text("SELECT access.my_admin_groups()")))
    barred = set(
        session.scalars(
            select(GroupUser.group_id).where(
                GroupUser.user_id == principal.user_id, ~GroupUser.can_share_photometry, ~GroupUser.admin
            )
        )
    )
    mine: list[Product] = []
    foreign: Counter[tuple[str, int, int, str]] = Counter()
    for row in found:
        if row.owner_id != principal.user_id and row.holder_id not in chief:
            foreign[row.kind, row.holder_id, row.owner_id, "not yours"] += 1
        elif row.kind == "photometry" and row.holder_id in barred:
            foreign[row.kind, row.holder_id, row.owner_id, "your membership does not let you share photometry"] += 1
        else:
            mine.append(row)
    return Selected(mine, _told(session, foreign))


def _told(session: Session, foreign: Counter[tuple[str, int, int, str]]) -> list[Foreign]:
    if not foreign:
        return []
    groups = select(Group.id, Group.name).where(Group.id.in_({h for _, h, _, _ in foreign}))
    users = select(User.id, User.username).where(User.id.in_({o for _, _, o, _ in foreign}))
    names, people = dict(session.execute(groups).tuples().all()), dict(session.execute(users).tuples().all())
    return [
        Foreign(kind, n, holder if holder in names else None, names.get(holder), people.get(owner), reason)
        for (kind, holder, owner, reason), n in sorted(foreign.items())
    ]
