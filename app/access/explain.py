"""Why somebody can, or cannot, read and change a row: the rules in plain sentences.

The verdicts are row security's own, asked in the reader's name; the sentences say which rule gave them. The ACLs that
a route asks for come on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Boolean, Select, Table, false, literal, literal_column, or_, select, text
from sqlalchemy.orm import Session

from app.access.acls import SYSTEM_ADMIN
from app.access.elevation import ADMIN, WEB
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.tables import Base, Group, GroupUser, Stream, User


def _kinds() -> Mapping[str, Any]:
    """Every table whose rows have an audience and a holder, by the name of one such row."""
    found = {}
    for mapper in Base.registry.mappers:
        columns = mapper.local_table.columns
        if "audience_id" in columns and "holder_id" in columns:
            name = mapper.class_.__name__.removesuffix("Row")
            found[re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()] = mapper.class_
    return dict(sorted(found.items()))


KINDS = _kinds()


@dataclass(frozen=True)
class Explanation:
    """Two verdicts, the rule that gave each, and a sentence for every rule that was looked at."""

    readable: bool
    rule: str
    writable: bool
    write_rule: str
    sentences: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    table: Table
    id: int
    audience_id: int
    holder_id: int
    owner_id: int | None


@dataclass(frozen=True)
class _Reader:
    id: int
    who: str
    is_admin: bool

    @property
    def you(self) -> str:
        return "you" if self.who == "You" else self.who

    def verb(self, for_you: str, for_another: str) -> str:
        return f"{self.who} {for_you if self.who == 'You' else for_another}"


def explain(session: Session, principal: Principal, kind: str, row_id: int, user_id: int | None = None) -> Explanation:
    """Explain whether a user (oneself unless named) may read a row, and change or delete it.

    Raises :class:`NotAvailableHere` for a row that is missing or that the asker may not read, alike: an explanation
    must not tell that it exists. About somebody else only a system administrator, or an administrator of the row's
    holder, is answered (:class:`Forbidden`).
    """
    row = _row(session, kind, row_id)
    reader_id = principal.user_id if user_id is None else user_id
    if reader_id != principal.user_id and not principal.is_admin:
        _need_holders_admin(session, principal, row.holder_id)
    reader = _reader(session, principal, reader_id)
    if _expired(session, reader_id):
        told = f"{reader.verb('have', 'has')} an account that has expired: it reads and changes nothing."
        return Explanation(False, "expired", False, "expired", [told])
    with _acting_as(session, reader):
        reads = session.execute(_found(row)).first() is not None
        writes = reads and (reader.is_admin or _policies_let(session, row))
    rule, sentences = _why_read(session, row, reader, reads)
    write_rule, more = _why_write(session, row, reader, writes)
    return Explanation(reads, rule, writes, write_rule, sentences + more)


def _row(session: Session, kind: str, row_id: int) -> _Row:
    table = KINDS.get(kind)
    if table is None:
        raise BadInput(f"Rows that can be explained are: {', '.join(KINDS)}.", field="kind")
    owner = table.owner_id if hasattr(table, "owner_id") else text("NULL")
    found = session.execute(select(table.audience_id, table.holder_id, owner).where(table.id == row_id)).first()
    if found is None:
        raise NotAvailableHere(f"There is no {kind} with the id {row_id} that you may read.")
    return _Row(table.__table__, row_id, *found)


def _reader(session: Session, principal: Principal, reader_id: int) -> _Reader:
    if reader_id == principal.user_id:
        return _Reader(reader_id, "You", principal.is_admin)
    user = session.get(User, reader_id)
    if user is None:
        raise BadInput(f"There is no user with the id {reader_id}.", field="user_id")
    acls = session.execute(text("SELECT access.acls_of(:u)"), {"u": reader_id}).scalar_one()
    return _Reader(reader_id, user.username, SYSTEM_ADMIN in acls)


@contextmanager
def _acting_as(session: Session, reader: _Reader) -> Iterator[None]:
    """Let row security judge for the reader, within this block; nothing is shown from it but the verdicts."""
    told = "SELECT current_setting('role') AS role, current_setting('skyrelay.user_id', true) AS id"
    before = session.execute(text(told)).one()
    declare = text("SELECT set_config('role', :role, true), set_config('skyrelay.user_id', :id, true)")
    session.execute(declare, {"role": ADMIN if reader.is_admin else WEB, "id": str(reader.id)})
    yield
    session.execute(declare, {"role": before.role, "id": before.id or ""})


def _policies_let(session: Session, row: _Row) -> bool:
    """Whether a policy of the portal's lets the acting user change or delete the row, by the policies themselves."""
    rules = session.scalars(
        text(
            "SELECT qual FROM pg_policies WHERE schemaname = 'public' AND tablename = :table AND qual IS NOT NULL "
            "AND :web = ANY(roles) AND (cmd IN ('ALL', 'UPDATE') AND has_any_column_privilege(:web, :place, 'UPDATE') "
            "OR cmd IN ('ALL', 'DELETE') AND has_table_privilege(:web, :place, 'DELETE'))"
        ),
        {"table": row.table.name, "place": f"public.{row.table.name}", "web": WEB},
    )
    # A policy's condition as the database itself writes it; nothing of it comes from a request.
    either = or_(false(), *(literal_column(f"({rule})", Boolean) for rule in rules))
    return session.execute(_found(row).where(either)).first() is not None


def _found(row: _Row) -> Select[Any]:
    return select(literal(1)).select_from(row.table).where(row.table.c.id == row.id)


def _need_holders_admin(session: Session, principal: Principal, holder_id: int) -> None:
    admin = session.execute(
        select(GroupUser.id).where(
            GroupUser.group_id == holder_id, GroupUser.user_id == principal.user_id, GroupUser.admin
        )
    ).first()
    if admin is None:
        raise Forbidden("Only an administrator of the group that holds this may ask about somebody else.")


def _expired(session: Session, user_id: int) -> bool:
    past = (User.expiration_date.is_not(None)) & (User.expiration_date <= text("now()"))
    return session.execute(select(User.id).where(User.id == user_id, past)).first() is not None


def _is(reader: _Reader) -> str:
    return reader.verb("are", "is")


def _why_read(session: Session, row: _Row, reader: _Reader, reads: bool) -> tuple[str, list[str]]:
    rules, sentences = [], []
    if row.owner_id == reader.id:
        rules.append("owner")
        sentences.append(f"{_is(reader)} the one who put it in: owners always read what is theirs.")
    grants = session.execute(
        text("SELECT group_id, stream_id, in_group, in_stream FROM access.explain_audience(:a, :u)"),
        {"a": row.audience_id, "u": reader.id},
    ).all()
    groups = _names(session, Group, {g.group_id for g in grants})
    streams = _names(session, Stream, {g.stream_id for g in grants})
    sentences += [_grant_sentence(grant, reader, groups, streams) for grant in grants]
    if any(g.in_group and g.in_stream for g in grants):
        rules.append("grant")
    if reader.is_admin:
        rules.append("system administrator")
        sentences.append(f"{_is(reader)} a system administrator, who reads everything; that is written down.")
    if reads:
        # A rule of the table's own, such as that a page is for everybody, or that its subject is held as well.
        return (rules or ["table"])[0], sentences or [f"A rule of {row.table.name} lets {reader.you} read it."]
    if rules:
        return "nothing", [*sentences, f"But {reader.you} may not read what it is about or was made from."]
    return "nothing", [*sentences, f"{_is(reader)} not its owner, and no grant lets {reader.you} in."]


def _why_write(session: Session, row: _Row, reader: _Reader, writes: bool) -> tuple[str, list[str]]:
    membership = session.execute(
        select(GroupUser.admin).where(GroupUser.group_id == row.holder_id, GroupUser.user_id == reader.id)
    ).first()
    names = _names(session, Group, {row.holder_id})
    holder = repr(names[row.holder_id]) if row.holder_id in names else "a group you may not see"
    roles = []
    if row.owner_id == reader.id:
        roles.append(("owner", f"{_is(reader)} its owner"))
    if membership is not None and membership.admin:
        roles.append(("holder's administrator", f"{_is(reader)} an administrator of {holder}, which holds it"))
    if membership is not None:
        roles.append(("member", f"{_is(reader)} a member of {holder}, which holds it"))
    if reader.is_admin:
        roles.append(("system administrator", f"{_is(reader)} a system administrator"))
    if writes:
        rule, why = roles[0] if roles else ("table", f"A rule of {row.table.name} says so")
        return rule, [f"{why}: {reader.you} may change or delete it."]
    why = roles[0][1] if roles else f"{_is(reader)} neither its owner nor an administrator of {holder}, which holds it"
    return "nothing", [f"{why}: {reader.you} may not change or delete it."]


def _names(session: Session, table: Any, ids: set[int | None]) -> dict[int, str]:
    wanted = {i for i in ids if i is not None}
    return {row.id: row.name for row in session.execute(select(table.id, table.name).where(table.id.in_(wanted)))}


def _grant_sentence(grant: Any, reader: _Reader, groups: dict[int, str], streams: dict[int, str]) -> str:
    parts = []
    if grant.group_id is not None:
        known = repr(groups[grant.group_id]) if grant.group_id in groups else "a group you may not see"
        parts.append((f"in the group {known}", f"not in the group {known}", grant.in_group))
    if grant.stream_id is not None:
        known = repr(streams[grant.stream_id]) if grant.stream_id in streams else "a stream you may not see"
        parts.append((f"subscribed to {known}", f"not subscribed to {known}", grant.in_stream))
    told = " and ".join(yes if holds else no for yes, no, holds in parts)
    opens = "lets" if all(holds for _, _, holds in parts) else "does not let"
    return f"{_is(reader)} {told}: this grant {opens} {reader.you} read it."
