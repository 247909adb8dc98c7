"""Use is accounted for: what was taken of whose data, the terms that go with it, and who may look that up."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, and_, func, select, text
from sqlalchemy.orm import Session, aliased

from app.access.audiences import my_group_ids
from app.access.reads import Read, Reads
from app.policies.document import PolicyDocument, Product
from app.policies.evaluate import Scope
from app.policies.governed_rows import TABLES, spoken_of
from app.policies.summary import stage_sentence, use_sentence
from app.policies.versions import group_names, labels
from app.tables import (
    DataTaking,
    Policy,
    PolicyVersion,
    Token,
    User,
)


@dataclass(frozen=True)
class Ask:
    """Whom to ask about the terms: the holder group, and who wrote the policy."""

    group_id: int
    group: str | None
    user_id: int | None
    username: str | None


@dataclass(frozen=True)
class TermsOf:
    """The terms of some rows: ``use`` says in sentences what their use requires."""

    product: str
    holder_id: int
    holder: str | None
    policy_version_id: int
    policy: str
    n_rows: int
    use: list[str]
    ask: Ask


def take(session: Session, reads: Reads, way: str, token_id: str | None = None) -> int:
    """Record that the principal took what was read; return how many rows of the account that made.

    What is held by the principal's own groups is left out. In one transaction with whatever it is taken for: either
    both happen or neither, and it does not wait for others who count the same.
    """
    if not reads:
        return 0
    taken = [
        {
            "product": read.product,
            "obj_id": read.obj_id,
            "holder_id": read.holder_id,
            "policy_version_id": read.policy_version_id,
            "n_rows": number,
            "notify": _said(session, read.policy_version_id, read.product).notify,
        }
        for read, number in sorted(reads.items())
    ]
    query = text("SELECT access.take(CAST(:taken AS jsonb), :way, :token)")
    session.flush()
    return int(session.execute(query, {"taken": json.dumps(taken), "way": way, "token": token_id}).scalar_one())


def terms_of(session: Session, reads: Reads) -> list[TermsOf]:
    """Return the terms of what was read, one entry a product, holder and policy version."""
    if not reads:
        return []
    rows: dict[tuple[str, int, int], int] = {}
    for read, number in reads.items():
        place = (read.product, read.holder_id, read.policy_version_id)
        rows[place] = rows.get(place, 0) + number
    called = _called(session, {version for _product, _holder, version in rows})
    names = group_names(session, {holder for _product, holder, _version in rows})
    found = []
    for (product, holder, version), number in sorted(rows.items()):
        policy = called[version]
        use = list(_said(session, version, product).told)
        ask = Ask(holder, names.get(holder), policy.user_id, policy.username)
        found.append(TermsOf(product, holder, names.get(holder), version, policy.name, number, use, ask))
    return found


def show(session: Session, version_ids: Iterable[int]) -> None:
    """Write down that the principal was shown the terms of these versions."""
    ids = sorted(set(version_ids))
    if ids:
        session.execute(text("SELECT access.show_terms(CAST(:ids AS int[]))"), {"ids": ids})


def readable_under_terms(session: Session, obj_id: str, kind: str | None = None, row_id: int | None = None) -> Reads:
    """Return what of an obj the principal may read under terms, or of one row of a kind."""
    found: Reads = Counter()
    for governed in TABLES:
        t = governed.columns.c
        if "obj_id" not in t or kind not in (None, governed.product.value):
            continue
        where: list[ColumnElement[bool]] = [t.obj_id == obj_id, t.policy_version_id.is_not(None)]
        if row_id is not None:
            where.append(t.id == row_id)
        if "superseded_by_id" in t:
            where.append(t.superseded_by_id.is_(None))
        number = func.sum(t.num_exp) if "num_exp" in t else func.count()
        query = select(t.holder_id, t.policy_version_id, number).where(*where)
        for holder_id, version_id, n_rows in session.execute(query.group_by(t.holder_id, t.policy_version_id)):
            found[Read(governed.product.value, obj_id, holder_id, version_id)] += int(n_rows)
    return found


@dataclass(frozen=True)
class TakingView:
    """One entry of the account. ``token`` is the name of the token, which whoever took sees alone."""

    id: int
    user_id: int | None
    username: str | None
    name: str | None
    token: str | None
    obj_id: str
    product: str
    way: str
    holder_id: int
    holder: str | None
    policy_version_id: int
    policy: str
    n_rows: int
    n_times: int
    first_at: datetime
    last_at: datetime
    terms_shown_at: datetime
    shown_before: bool


@dataclass(frozen=True)
class Wanted:
    """Which takings: one's own, or those of the data of one's groups; the latest first. Times are UTC."""

    side: Literal["taken", "given"] | None = None
    obj_id: str | None = None
    user_id: int | None = None
    group_id: int | None = None
    from_at: datetime | None = None
    to_at: datetime | None = None
    limit: int = 500


def list_takings(session: Session, me: int, wanted: Wanted) -> list[TakingView]:
    """Return the entries that the principal may know of: what they took, and what was taken of their groups' data."""
    d = DataTaking
    query = (
        select(d, User, Token.name)
        .outerjoin(User, User.id == d.user_id)
        .outerjoin(Token, and_(Token.id == d.token_id, d.user_id == me))
        .where(*_conditions(session, me, wanted))
        .order_by(d.last_at.desc(), d.id.desc())
        .limit(wanted.limit)
    )
    rows = session.execute(query).tuples().all()
    names = group_names(session, {taking.holder_id for taking, _user, _token in rows})
    said = labels(session, {taking.policy_version_id for taking, _user, _token in rows})
    return [
        TakingView(
            id=taking.id,
            user_id=taking.user_id,
            username=user.username if user is not None else None,
            name=(" ".join(filter(None, (user.first_name, user.last_name))) or None) if user is not None else None,
            token=token,
            obj_id=taking.obj_id,
            product=taking.product,
            way=taking.way,
            holder_id=taking.holder_id,
            holder=names.get(taking.holder_id),
            policy_version_id=taking.policy_version_id,
            policy=said.get(taking.policy_version_id, ""),
            n_rows=taking.n_rows,
            n_times=taking.n_times,
            first_at=taking.first_at,
            last_at=taking.last_at,
            terms_shown_at=taking.terms_shown_at,
            shown_before=taking.terms_shown_at < taking.first_at,
        )
        for taking, user, token in rows
    ]


def _conditions(session: Session, me: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    d = DataTaking
    found: list[ColumnElement[bool]] = []
    if wanted.side == "taken":
        found.append(d.user_id == me)
    elif wanted.side == "given":
        found.append(d.holder_id.in_(my_group_ids(session)))
    if wanted.obj_id is not None:
        found.append(d.obj_id == wanted.obj_id)
    if wanted.user_id is not None:
        found.append(d.user_id == wanted.user_id)
    if wanted.group_id is not None:
        found.append(d.holder_id == wanted.group_id)
    if wanted.from_at is not None:
        found.append(d.last_at >= wanted.from_at)
    if wanted.to_at is not None:
        found.append(d.first_at <= wanted.to_at)
    return found


@dataclass(frozen=True)
class _Called:
    """What a version is called, who wrote the (first) policy of it, and when that was read (monotonic seconds)."""

    name: str
    user_id: int
    username: str
    read_at: float


_CALLED: WeakKeyDictionary[Any, dict[int, _Called]] = WeakKeyDictionary()
_NAMES_S = 60.0
"""For how long names are taken to be what they were: each read of data under terms says them."""


def _called(session: Session, version_ids: Iterable[int]) -> dict[int, _Called]:
    known, now = _CALLED.setdefault(session.get_bind(), {}), time.monotonic()
    wanted = set(version_ids)
    fresh = {v for v in wanted if v not in known or known[v].read_at < now - _NAMES_S}
    if fresh:
        part = aliased(PolicyVersion)
        query = (
            select(PolicyVersion.id, Policy.name, part.version, Policy.owner_id, User.username)
            .join(part, (part.id == PolicyVersion.id) | (part.id == func.any(PolicyVersion.parts)))
            .join(Policy, Policy.id == part.policy_id)
            .join(User, User.id == Policy.owner_id)
            .where(PolicyVersion.id.in_(fresh))
            .order_by(PolicyVersion.id, part.id)
        )
        said: dict[int, _Called] = {}
        for version_id, name, number, owner_id, username in session.execute(query):
            plain = f"{name} v{number}"
            first = said.get(version_id, _Called(plain, owner_id, username, now))
            said[version_id] = replace(first, name=f"{first.name} + {plain}") if version_id in said else first
        known.update(said)
    return {v: known[v] for v in wanted if v in known}


@dataclass(frozen=True)
class _Said:
    """What is to be said of the use of a product under a version, which never changes."""

    told: tuple[str, ...]
    notify: bool


_KNOWN: WeakKeyDictionary[Any, dict[tuple[int, str], _Said]] = WeakKeyDictionary()
"""By engine: a version is read once a process."""


def _said(session: Session, version_id: int, product: str) -> _Said:
    known = _KNOWN.setdefault(session.get_bind(), {})
    if (version_id, product) not in known:
        version = session.get_one(PolicyVersion, version_id)
        document = PolicyDocument.model_validate(version.document)
        terms = document.all_terms(spoken_of(document, Scope(product=Product(product))).product)
        uses = [_capital(use_sentence(use)) for t in terms for use in t.use]
        stages = [_capital(said) for t in terms if (said := stage_sentence(t.stage)) is not None]
        told = tuple(dict.fromkeys([*uses, *stages])) or ("Its use requires nothing.",)
        known[version_id, product] = _Said(told, any(use.kind == "notify" for t in terms for use in t.use))
    return known[version_id, product]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
