"""Who can see what of a group's data: by group, stream and person; and what one person sees, by which ways.

Counted under the asker's row security, in a number of statements that does not grow with the data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.readers import Reader, as_array, granted
from app.errors import Forbidden, NotAvailableHere
from app.portal.membership import no_such_group
from app.portal.shares import TABLES
from app.tables import Group, User


@dataclass(frozen=True)
class Cell:
    """What one reader has of the rows of a kind: ``now``, ``scheduled`` (from ``first_due_at`` on), ``waits`` for an
    event, and ``never``.
    """

    kind: str
    reader: Reader
    now: int
    scheduled: int
    waits: int
    never: int
    first_due_at: datetime | None
    last_due_at: datetime | None


@dataclass(frozen=True)
class Matrix:
    """Rows of a group by kind, who reads how many of them, and how many readers may not be named to the asker."""

    group_id: int
    group: str
    totals: dict[str, int]
    cells: list[Cell]
    n_unnamed: dict[str, int]


@dataclass(frozen=True)
class Way:
    """A way by which a person reads ``n_rows`` of a kind: a group, a stream, both; or as their ``owner``.

    Names are null for what the asker may not know of.
    """

    kind: str
    group_id: int | None
    group: str | None
    stream_id: int | None
    stream: str | None
    owner: bool
    n_rows: int


@dataclass(frozen=True)
class Promise:
    """Rows that come to a person by a group of theirs, from ``first_due_at`` on, or (null) when an event happens."""

    kind: str
    group_id: int
    group: str | None
    n_rows: int
    first_due_at: datetime | None
    last_due_at: datetime | None


@dataclass(frozen=True)
class Outlook:
    """What a person sees of the data of ``holders``: of how many rows, how many, and by which ways."""

    user_id: int
    username: str
    holders: dict[int, str]
    totals: dict[str, int]
    readable: dict[str, int]
    ways: list[Way]
    promises: list[Promise]


_Counts = dict[str, dict[int, int]]


def of_group(session: Session, principal: Principal, group_id: int) -> Matrix:
    """Return who sees the data of a group of the asker's; raise :class:`NotAvailableHere` for any other group."""
    name = session.execute(select(Group.name).where(Group.id == group_id)).scalar()
    if name is None:
        raise no_such_group()
    if not principal.is_admin and group_id not in set(session.scalars(text("SELECT access.my_groups()"))):
        raise Forbidden("Only members of a group see who sees its data.")
    counts, _ = _counts(session, [group_id], principal.user_id)
    totals = {kind: sum(numbers.values()) for kind, numbers in counts.items()}
    cells: list[Cell] = []
    unnamed: dict[str, int] = {}
    for kind, numbers in counts.items():
        readers, unnamed[kind] = granted(session, numbers, people=True)
        cells += _cells(kind, totals[kind], readers, _coming(session, numbers))
    return Matrix(group_id, name, totals, cells, unnamed)


def of_person(session: Session, principal: Principal, user_id: int) -> Outlook:
    """Return what a person sees of the data of the groups that the asker administers; oneself: of all one's groups.

    Raises :class:`NotAvailableHere` for nobody, and :class:`Forbidden` where the asker administers no group.
    """
    username = session.execute(select(User.username).where(User.id == user_id)).scalar()
    if username is None:
        raise NotAvailableHere("There is no such user.")
    whose = "my_groups" if user_id == principal.user_id else "my_admin_groups"
    ids = set(session.scalars(text(f"SELECT access.{whose}()")))
    wanted = select(Group.id, Group.name).where(~Group.single_user_group)
    known = session.execute(wanted if principal.is_admin else wanted.where(Group.id.in_(ids)))
    holders = dict(known.tuples().all())
    if not holders:
        raise Forbidden("Only administrators of a group see what a person sees of its data.")
    counts, owned = _counts(session, holders, user_id)
    ways, readable = [], {}
    for kind, numbers in counts.items():
        found, readable[kind] = _ways(session, kind, numbers, owned.get(kind, {}), user_id)
        ways += found
    return Outlook(
        user_id,
        username,
        holders,
        {kind: sum(numbers.values()) for kind, numbers in counts.items()},
        readable,
        ways,
        [p for kind, numbers in counts.items() for p in _promises(session, kind, numbers, user_id)],
    )


def _counts(session: Session, holder_ids: Iterable[int], owner_id: int) -> tuple[_Counts, _Counts]:
    """Return rows by kind and audience; and those of them that one person owns."""
    each = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, audience_id, count(*) AS n, count(*) FILTER (WHERE owner_id = :owner) AS own "  # noqa: S608
        f"FROM {table.__tablename__} WHERE holder_id = ANY (CAST(:holders AS int[])) GROUP BY audience_id"
        for kind, table in TABLES.items()
    )
    found: _Counts = {}
    owned: _Counts = {}
    for row in session.execute(text(each), {"holders": as_array(holder_ids), "owner": owner_id}):
        found.setdefault(row.kind, {})[row.audience_id] = row.n
        owned.setdefault(row.kind, {})[row.audience_id] = row.own
    return found, owned


_GIVEN = "unnest(CAST(:audiences AS bigint[]), CAST(:numbers AS bigint[])) AS c(audience_id, n)"


def _given(numbers: dict[int, int]) -> dict[str, str]:
    return {"audiences": as_array(numbers), "numbers": as_array(numbers.values())}


@dataclass(frozen=True)
class _Coming:
    group: str | None
    scheduled: int
    waits: int
    first: datetime | None
    last: datetime | None


def _coming(session: Session, numbers: dict[int, int]) -> dict[int, _Coming]:
    rows = session.execute(
        text(
            "SELECT r.group_id, g.name, "  # noqa: S608
            "coalesce(sum(c.n) FILTER (WHERE r.due_at IS NOT NULL), 0) AS scheduled, "
            "coalesce(sum(c.n) FILTER (WHERE r.due_at IS NULL), 0) AS waits, min(r.due_at) AS first, "
            f"max(r.due_at) AS last FROM {_GIVEN} JOIN releases r ON r.audience_id = c.audience_id "
            "AND r.done_at IS NULL LEFT JOIN groups g ON g.id = r.group_id GROUP BY r.group_id, g.name"
        ),
        _given(numbers),
    )
    return {r.group_id: _Coming(r.name, int(r.scheduled), int(r.waits), r.first, r.last) for r in rows}


def _cells(kind: str, total: int, readers: list[Reader], coming: dict[int, _Coming]) -> list[Cell]:
    cells = []
    named = {r.group_id for r in readers}
    later = [Reader(g, c.group, None, None, None, None, 0) for g, c in coming.items() if g not in named and c.group]
    for reader in [*readers, *later]:
        awaited = coming.get(reader.group_id or 0, _Coming(None, 0, 0, None, None))
        left = max(total - reader.n_rows - awaited.scheduled - awaited.waits, 0)
        cells.append(
            Cell(kind, reader, reader.n_rows, awaited.scheduled, awaited.waits, left, awaited.first, awaited.last)
        )
    return cells


def _ways(
    session: Session, kind: str, numbers: dict[int, int], owned: dict[int, int], user_id: int
) -> tuple[list[Way], int]:
    query = text("SELECT * FROM access.ways_in(CAST(:audiences AS bigint[]), :user)")
    found = session.execute(query, {"audiences": as_array(numbers), "user": user_id}).all()
    groups = _names(session, "groups", {r.group_id for r in found})
    streams = _names(session, "streams", {r.stream_id for r in found})
    sums: dict[tuple[int | None, int | None], int] = {}
    for row in found:
        # What the asker may not know of is one way without a name.
        key = (row.group_id if row.group_id in groups else None, row.stream_id if row.stream_id in streams else None)
        sums[key] = sums.get(key, 0) + numbers[row.audience_id]
    open_to = {r.audience_id for r in found}
    ways = [
        Way(kind, g, groups.get(g or 0), s, streams.get(s or 0), False, n)
        for (g, s), n in sorted(sums.items(), key=lambda item: -item[1])
    ]
    own = sum(owned.values())
    if own:
        ways.append(Way(kind, None, None, None, None, True, own))
    return ways, sum(n if a in open_to else owned.get(a, 0) for a, n in numbers.items())


def _promises(session: Session, kind: str, numbers: dict[int, int], user_id: int) -> list[Promise]:
    # Memberships that the asker does not see are not joined: row security leaves them out.
    rows = session.execute(
        text(
            "SELECT r.group_id, g.name, sum(c.n) AS n, min(r.due_at) AS first, max(r.due_at) AS last "  # noqa: S608
            f"FROM {_GIVEN} JOIN releases r ON r.audience_id = c.audience_id AND r.done_at IS NULL "
            "JOIN group_users m ON m.group_id = r.group_id AND m.user_id = :user JOIN groups g ON g.id = r.group_id "
            "GROUP BY r.group_id, g.name, r.due_at IS NULL ORDER BY r.group_id"
        ),
        _given(numbers) | {"user": user_id},
    )
    return [Promise(kind, r.group_id, r.name, int(r.n), r.first, r.last) for r in rows]


def _names(session: Session, table: str, ids: set[int | None]) -> dict[int, str]:
    query = text(f"SELECT id, name FROM {table} WHERE id = ANY (CAST(:ids AS int[]))")  # noqa: S608
    wanted = as_array(i for i in ids if i is not None)
    return dict(session.execute(query, {"ids": wanted}).tuples().all())
