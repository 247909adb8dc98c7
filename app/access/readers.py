"""Who reads a row, or what is known of an obj: now, and when that widens; as far as the asker may know.

For whoever does not read the row, the answer is the one for a row that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.access.explain import KINDS, explain
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.tables import (
    Audience,
    Group,
    Obj,
    ObjAudience,
    Policy,
    PolicyVersion,
    User,
)

OBJ = "obj"
_BIGGEST = 2**63 - 1


@dataclass(frozen=True)
class Reader:
    """Whom a grant lets in: a group, a stream's subscribers, both at once, or a person; ``n_rows`` by this grant."""

    group_id: int | None
    group: str | None
    stream_id: int | None
    stream: str | None
    user_id: int | None
    user: str | None
    n_rows: int


@dataclass(frozen=True)
class Coming:
    """A release to come, known to the members of the holder: at ``due_at``, or when one of ``awaits`` is over."""

    group_id: int
    group: str | None
    due_at: datetime | None
    awaits: list[Any] | None
    n_rows: int


@dataclass(frozen=True)
class Governing:
    """A policy version that governs the row; a combination of policies has several."""

    id: int
    policy_id: int | None
    name: str | None
    version: int | None
    summary: str


@dataclass(frozen=True)
class Readers:
    """Why the asker reads it (``rule``, as ``app.access.explain`` has it), who else does, and when that widens.

    ``n_unnamed``: grants to groups, streams and people that the asker may not know of.
    """

    rule: str
    sentences: list[str]
    holder_id: int | None
    holder: str | None
    owner: str | None
    n_rows: int
    readers: list[Reader]
    n_unnamed: int
    coming: list[Coming] = field(default_factory=list)
    policies: list[Governing] = field(default_factory=list)


def readers_of(session: Session, principal: Principal, kind: str, row_id: str) -> Readers:
    """Return who reads a row of a kind, or (kind ``obj``) what the asker reads of an obj.

    Raises :class:`NotAvailableHere` for what is missing or not readable, alike, and :class:`BadInput` for a kind that
    there is not, and for an id that is none.
    """
    if kind == OBJ:
        return _of_obj(session, row_id)
    if kind not in KINDS:
        raise BadInput(f"Kinds are: {OBJ}, {', '.join(KINDS)}.", field="kind")
    if not row_id.isascii() or not row_id.isdigit() or not 0 < int(row_id) <= _BIGGEST:
        raise BadInput("This is not the id of such a row.", field="id")
    return _of_row(session, principal, kind, int(row_id))


def _of_row(session: Session, principal: Principal, kind: str, row_id: int) -> Readers:
    table = KINDS[kind]
    told = explain(session, principal, kind, row_id)
    columns = [table.audience_id, table.holder_id]
    columns += [getattr(table, name) for name in ("owner_id", "policy_version_id") if hasattr(table, name)]
    row = session.execute(select(*columns).where(table.id == row_id)).one()._mapping
    inside = principal.is_admin or row["holder_id"] in set(session.scalars(text("SELECT access.my_groups()")))
    theirs = inside or row.get("owner_id") == principal.user_id
    counts = {row["audience_id"]: 1}
    readers, unnamed = granted(session, counts, people=theirs)
    holder = _named(session, Group, Group.name, row["holder_id"])
    versions = [row.get("policy_version_id"), _version_of(session, row["audience_id"])]
    return Readers(
        told.rule,
        told.sentences,
        None if holder is None else row["holder_id"],
        holder,
        _named(session, User, User.username, row.get("owner_id")),
        1,
        readers,
        unnamed,
        coming(session, counts),
        governing(session, versions),
    )


def _of_obj(session: Session, obj_id: str) -> Readers:
    if session.execute(select(Obj.id).where(Obj.id == obj_id)).first() is None:
        raise NotAvailableHere(f"There is no {OBJ} with the id {obj_id} that you may read.")
    total = func.sum(ObjAudience.n_rows)
    rows = session.execute(
        select(ObjAudience.audience_id, total).where(ObjAudience.obj_id == obj_id).group_by(ObjAudience.audience_id)
    ).all()
    counts = {audience_id: int(number) for audience_id, number in rows}
    readers, unnamed = granted(session, counts, people=False)
    under = text(
        "SELECT DISTINCT a.policy_version_id FROM unnest(CAST(:audiences AS bigint[])) AS c(id) "
        "JOIN audiences a ON a.id = c.id"
    )
    versions = session.scalars(under, {"audiences": _columns(counts)["audiences"]}).all()
    n_rows = sum(counts.values())
    return Readers(
        "rows" if n_rows else "maker",
        [f"You read {n_rows} rows about it, in {len(counts)} audiences: who reads one of them may know of it."],
        None,
        None,
        None,
        n_rows,
        readers,
        unnamed,
        coming(session, counts),
        governing(session, versions),
    )


def granted(session: Session, counts: Mapping[int, int], people: bool) -> tuple[list[Reader], int]:
    """Return whom the grants of these audiences let in, with the rows of each audience added up, by how many rows.

    The second number counts grants to whom the asker may not know of; ``people``: may the asker know of single persons.
    """
    rows = session.execute(_GRANTED, _columns(counts)).all()
    hidden = [r.group_id for r in rows if r.group_id is not None and r.group_name is None]
    whose = text(
        "SELECT p.group_id, p.user_id, u.username FROM access.people_of_own_groups(CAST(:ids AS int[])) p "
        "JOIN users u ON u.id = p.user_id"
    )
    persons = {p.group_id: p for p in session.execute(whose, {"ids": hidden})} if hidden and people else {}
    found, unnamed = [], 0
    for row in rows:
        person = persons.get(row.group_id)
        if (row.group_id is not None and row.group_name is None and person is None) or (
            row.stream_id is not None and row.stream_name is None
        ):
            unnamed += 1
            continue
        found.append(
            Reader(
                row.group_id if person is None else None,
                row.group_name,
                row.stream_id,
                row.stream_name,
                None if person is None else person.user_id,
                None if person is None else person.username,
                int(row.n),
            )
        )
    return found, unnamed


_GRANTED = text(
    "SELECT g.group_id, g.stream_id, gr.name AS group_name, st.name AS stream_name, sum(c.n) AS n "
    "FROM unnest(CAST(:audiences AS bigint[]), CAST(:numbers AS bigint[])) AS c(audience_id, n) "
    "JOIN audience_grants g ON g.audience_id = c.audience_id "
    "LEFT JOIN groups gr ON gr.id = g.group_id LEFT JOIN streams st ON st.id = g.stream_id "
    "GROUP BY g.group_id, g.stream_id, gr.name, st.name ORDER BY n DESC, g.group_id, g.stream_id"
)
_COMING = text(
    "SELECT r.group_id, gr.name, r.due_at, r.awaits, sum(c.n) AS n "
    "FROM unnest(CAST(:audiences AS bigint[]), CAST(:numbers AS bigint[])) AS c(audience_id, n) "
    "JOIN releases r ON r.audience_id = c.audience_id AND r.done_at IS NULL "
    "LEFT JOIN groups gr ON gr.id = r.group_id "
    "GROUP BY r.group_id, gr.name, r.due_at, r.awaits ORDER BY r.due_at NULLS LAST, r.group_id LIMIT 500"
)


def _columns(counts: Mapping[int, int]) -> dict[str, str]:
    return {"audiences": as_array(counts), "numbers": as_array(counts.values())}


def as_array(numbers: Iterable[int]) -> str:
    """Return an array as one parameter, however long."""
    return "{" + ",".join(map(str, numbers)) + "}"


def coming(session: Session, counts: Mapping[int, int]) -> list[Coming]:
    """Return the releases to come of these audiences, as far as the asker is in their holders; at most 500."""
    rows = session.execute(_COMING, _columns(counts)).all()
    return [Coming(r.group_id, r.name, r.due_at, r.awaits, int(r.n)) for r in rows]


def _version_of(session: Session, audience_id: int) -> int | None:
    return session.execute(select(Audience.policy_version_id).where(Audience.id == audience_id)).scalar()


def governing(session: Session, version_ids: Iterable[int | None]) -> list[Governing]:
    """Return the policy versions with their names; of a combination, its parts."""
    wanted = {v for v in version_ids if v is not None}
    if not wanted:
        return []
    parts = session.scalars(
        select(PolicyVersion.parts).where(PolicyVersion.id.in_(wanted), PolicyVersion.parts.is_not(None))
    )
    every = wanted | {p for some in parts for p in some or ()}
    rows = session.execute(
        select(PolicyVersion.id, PolicyVersion.policy_id, Policy.name, PolicyVersion.version, PolicyVersion.summary)
        .join(Policy, Policy.id == PolicyVersion.policy_id)
        .where(PolicyVersion.id.in_(every))
        .order_by(PolicyVersion.id)
    )
    return [Governing(r.id, r.policy_id, r.name, r.version, r.summary) for r in rows]


def _named(session: Session, table: Any, column: Any, row_id: int | None) -> str | None:
    return None if row_id is None else session.execute(select(column).where(table.id == row_id)).scalar()
