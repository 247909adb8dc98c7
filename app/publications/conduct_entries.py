"""Entries of conduct ledgers as their readers may see them: evidence row by row, appeals, reviews.

The database decides who sees an entry at all: its group first, others once it counts. Of the rows that it was made
from, each reader is told those that they can read themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import NotFound
from app.policies.versions import group_names
from app.publications.conduct_rules import RULES
from app.publications.conduct_score import faded
from app.tables import (
    Attempt,
    Classification,
    ConductAppeal,
    ConductEntry,
    ConductEvidence,
    ConductSettings,
    DataTaking,
    History,
    Obligation,
    Photometry,
    Publication,
    Spectrum,
    Trigger,
    User,
)

MISSING = "There is no such entry."
EntryState = Literal["shown", "appealed", "effective", "withdrawn"]
_TABLES: Mapping[str, Any] = MappingProxyType({
    "photometry": Photometry, "spectrum": Spectrum, "history": History, "attempt": Attempt,
    "classification": Classification, "obligation": Obligation, "publication": Publication, "taking": DataTaking,
    "trigger": Trigger,
})  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """Rows of a kind that an entry was made from, as far as the reader can read them.

    ``count`` is of all where ``complete``; otherwise of those rows that are named here. ``hours`` of observing.
    """

    kind: str
    ids: list[int]
    count: int
    complete: bool
    hours: float | None


@dataclass(frozen=True)
class AppealView:
    """An appeal, for both sides and the reviewer."""

    reason: str
    appealed_at: datetime
    appealed_by_id: int | None
    reviewer_id: int | None
    reviewer: str | None
    weight_before: float
    verdict: str | None
    why: str | None
    decided_at: datetime | None


@dataclass(frozen=True)
class EntryView:
    """An entry; ``counts_as`` is what it adds to the score now (0 unless effective).

    ``may_appeal`` and ``may_review`` say what its reader can do about it now.
    """

    id: int
    collaboration_id: int
    collaboration: str | None
    group_id: int
    group: str | None
    rule: str
    rule_version: int
    kind: Literal["credit", "debit"]
    weight: float
    counts_as: float
    sentence: str
    state: EntryState
    happened_at: datetime
    shown_at: datetime
    effective_at: datetime
    may_appeal: bool
    may_review: bool
    appeal: AppealView | None


@dataclass(frozen=True)
class EntryWithEvidence(EntryView):
    """An entry with what it was made from; to others than those concerned, that is nothing."""

    parameters: dict[str, float]
    evidence: list[Evidence]


@dataclass(frozen=True)
class Sought:
    """Which entries to list."""

    collaboration_id: int | None = None
    group_id: int | None = None
    state: str | None = None
    kind: str | None = None
    rule: str | None = None


def list_entries(
    session: Session,
    principal: Principal,
    sought: Sought,
    page: tuple[int, int] = (1, 100),
    now: datetime | None = None,
) -> tuple[list[EntryView], int]:
    """Return a page (number, size) of the entries that one may see, the newest first, and how many there are."""
    query = _matching(sought)
    total = session.execute(query.with_only_columns(func.count(ConductEntry.id))).scalar_one()
    number, size = page
    rows = session.scalars(query.order_by(ConductEntry.id.desc()).limit(size).offset((number - 1) * size)).all()
    return views(session, principal, rows, now or datetime.now(UTC)), total


def get_entry(session: Session, entry_id: int) -> ConductEntry:
    """Return an entry that the principal may see; raise :class:`NotFound`."""
    found = session.get(ConductEntry, entry_id, populate_existing=True)
    if found is None:
        raise NotFound(MISSING)
    return found


def view(session: Session, principal: Principal, entry_id: int, now: datetime | None = None) -> EntryWithEvidence:
    """Return an entry with its evidence, as its reader may see them."""
    entry = get_entry(session, entry_id)
    (plain,) = views(session, principal, [entry], now or datetime.now(UTC))
    kept = session.get(ConductEvidence, entry_id, populate_existing=True)
    evidence = [_readable(session, subject) for subject in (kept.subjects if kept else [])]
    return EntryWithEvidence(**vars(plain), parameters=entry.parameters, evidence=evidence)


def views(session: Session, principal: Principal, rows: Sequence[ConductEntry], now: datetime) -> list[EntryView]:
    """Return entries as their reader may see them."""
    ids = [row.id for row in rows]
    asked = select(ConductAppeal).where(ConductAppeal.entry_id.in_(ids)).execution_options(populate_existing=True)
    appeals = {appeal.entry_id: appeal for appeal in session.scalars(asked)}
    people = {appeal.reviewer_id for appeal in appeals.values()}
    users = dict(session.execute(select(User.id, User.username).where(User.id.in_(people))).tuples().all())
    names = group_names(session, {g for row in rows for g in (row.collaboration_id, row.group_id)})
    ledgers = {row.collaboration_id for row in rows}
    asked_half = select(ConductSettings.group_id, ConductSettings.half_life_days)
    half_lives = dict(session.execute(asked_half.where(ConductSettings.group_id.in_(ledgers))).tuples().all())
    chief = set(session.scalars(text("SELECT access.my_admin_groups()")))
    return [
        EntryView(
            id=row.id,
            collaboration_id=row.collaboration_id,
            collaboration=names.get(row.collaboration_id),
            group_id=row.group_id,
            group=names.get(row.group_id),
            rule=row.rule,
            rule_version=row.rule_version,
            kind=_kind(row),
            weight=row.weight,
            counts_as=_counts(row, half_lives.get(row.collaboration_id), now),
            sentence=row.sentence,
            state=row.state,  # type: ignore[arg-type]
            happened_at=row.happened_at,
            shown_at=row.shown_at,
            effective_at=row.effective_at,
            may_appeal=row.state == "shown"
            and now < row.effective_at
            and (principal.is_admin or row.group_id in chief),
            may_review=row.state == "appealed" and _hears(appeals.get(row.id), principal),
            appeal=_appeal(appeals.get(row.id), users),
        )
        for row in rows
    ]


def _matching(sought: Sought) -> Select[ConductEntry]:
    query = select(ConductEntry)
    for column, value in (
        (ConductEntry.collaboration_id, sought.collaboration_id),
        (ConductEntry.group_id, sought.group_id),
        (ConductEntry.state, sought.state),
        (ConductEntry.rule, sought.rule),
    ):
        if value is not None:
            query = query.where(column == value)
    if sought.kind is not None:
        query = query.where(ConductEntry.rule.in_(name for name, rule in RULES.items() if rule.kind == sought.kind))
    return query


def _kind(row: ConductEntry) -> Literal["credit", "debit"]:
    rule = RULES.get(row.rule)
    if rule is None:  # A rule of an earlier time.
        return "credit" if row.weight > 0 else "debit"
    return rule.kind


def _counts(row: ConductEntry, half_life: float | None, now: datetime) -> float:
    if row.state != "effective" or half_life is None:
        return 0.0
    return faded(row.weight, row.happened_at, now, half_life)


def _hears(appeal: ConductAppeal | None, principal: Principal) -> bool:
    return appeal is not None and appeal.reviewer_id == principal.user_id


def _appeal(appeal: ConductAppeal | None, users: Mapping[int, str]) -> AppealView | None:
    if appeal is None:
        return None
    return AppealView(
        appeal.reason, appeal.appealed_at, appeal.appealed_by_id, appeal.reviewer_id,
        users.get(appeal.reviewer_id or 0), appeal.weight_before, appeal.verdict, appeal.why, appeal.decided_at,
    )  # fmt: skip


def _readable(session: Session, subject: Mapping[str, Any]) -> Evidence:
    table = _TABLES[subject["kind"]]
    wanted = [int(one) for one in subject["ids"]]
    ids = sorted(session.scalars(select(table.id).where(table.id.in_(wanted))))
    complete = len(ids) == len(wanted)
    hours = subject.get("hours") if complete else None
    return Evidence(subject["kind"], ids, int(subject["count"]) if complete else len(ids), complete, hours)
