"""What a score changes where its collaboration switched that on, each with the sentence that says so.

Only among the groups that take part: on telescopes of another of them, or of the collaboration itself. A team's own
telescope time and data are its own, whatever its score.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.publications.conduct_score import bounded, faded, handicap, score
from app.publications.conduct_settings import MISSING, Effects, effects_of
from app.tables import ConductEntry, ConductMember, ConductSettings, Group


@dataclass(frozen=True)
class RulePoints:
    """What the entries of one rule add to a score."""

    rule: str
    entries: int
    points: float


@dataclass(frozen=True)
class GroupScore:
    """A group's score now, and what it is made of."""

    group_id: int
    group: str | None
    score: float
    credits: float
    debits: float
    by_rule: list[RulePoints]


@dataclass(frozen=True)
class Scores:
    """The scores of a ledger, and how they are computed."""

    collaboration_id: int
    enabled: bool
    computed_at: datetime
    half_life_days: float
    how: str
    groups: list[GroupScore]


@dataclass(frozen=True)
class Weighed:
    """What a score made of 1 (a factor) or 0 (a handicap); ``why`` is None where it changed nothing."""

    value: float
    why: str | None = None


@dataclass(frozen=True)
class Effect:
    """One effect on one group, in words with its numbers."""

    collaboration_id: int
    collaboration: str | None
    group_id: int
    group: str | None
    effect: str
    on: bool
    score: float
    value: float | None
    sentence: str


@dataclass(frozen=True)
class Book:
    """A ledger that is on, with the scores of the groups in it."""

    id: int
    name: str
    effects: Effects
    names: dict[int, str]
    scores: dict[int, float] = field(default_factory=dict)

    def holds(self, group_id: int) -> bool:
        """Return whether a group takes part, or keeps the ledger."""
        return group_id == self.id or group_id in self.scores

    def called(self, group_id: int) -> str:
        """Return a group's name for people."""
        return self.names.get(group_id, f"Group {group_id}")


@dataclass(frozen=True)
class Standings:
    """All the ledgers that are on, for deciding between teams; where several meet, the least favourable counts."""

    books: tuple[Book, ...] = ()

    def share(self, asker_id: int, owner_id: int) -> Weighed:
        """Return by how much a team's request weighs on a telescope of another."""
        found = [
            Weighed(value, f"{book.called(asker_id)}'s conduct score {book.scores[asker_id]:+.2f} in {book.name} makes"
                           f" its requests on telescopes of others weigh {value:.2f} times")
            for book in self._between(asker_id, owner_id)
            if asker_id in book.scores and (on := book.effects.followup_share).on
            and (value := bounded(book.scores[asker_id], on.per_point, on.least, on.most)) != 1.0
        ]  # fmt: skip
        return min(found, key=lambda one: one.value, default=Weighed(1.0))

    def first(self, asker_id: int, owner_id: int) -> Weighed:
        """Return by how many units of airmass a team's telescope comes forward when another team asks."""
        found = [
            Weighed(value, f"{book.called(owner_id)}'s conduct score {book.scores[owner_id]:+.2f} in {book.name} brings"
                           f" its telescopes {'forward' if value > 0 else 'back'} by {abs(value):.2f} airmass")
            for book in self._between(asker_id, owner_id)
            if owner_id in book.scores and (on := book.effects.asked_first).on
            and (value := handicap(book.scores[owner_id], on.per_point, on.most)) != 0.0
        ]  # fmt: skip
        return min(found, key=lambda one: one.value, default=Weighed(0.0))

    def open_to(self, owner_id: int, group_ids: Iterable[int]) -> tuple[list[int], list[str]]:
        """Return those groups that a team shares with by default, and why others are left out of that."""
        kept, why = [], []
        for group_id in group_ids:
            out = next((said for book in self.books if (said := _left_out(book, owner_id, group_id))), None)
            if out is None:
                kept.append(group_id)
            else:
                why.append(out)
        return kept, why

    def shares(self) -> list[tuple[int, list[int], float]]:
        """Return for whose triggers a factor other than 1 holds: (who asks, the other groups of the ledger, factor)."""
        found = []
        for book in self.books:
            for asker_id in book.scores:
                owners = [g for g in {book.id, *book.scores} if g != asker_id]
                value = bounded_share(book, asker_id)
                if value != 1.0 and owners:
                    found.append((asker_id, owners, value))
        return sorted(found, key=lambda one: one[2])

    def _between(self, asker_id: int, owner_id: int) -> list[Book]:
        if asker_id == owner_id:
            return []
        return [book for book in self.books if book.holds(asker_id) and book.holds(owner_id)]


def bounded_share(book: Book, group_id: int) -> float:
    """Return the factor of a group's requests on telescopes of others in a ledger; 1 where that is off."""
    on = book.effects.followup_share
    return bounded(book.scores[group_id], on.per_point, on.least, on.most) if on.on else 1.0


def standings(session: Session, now: datetime | None = None) -> Standings:
    """Return the ledgers that are on and have an effect, as far as the principal (or service) may see them."""
    books = [book for book in _books(session, now or datetime.now(UTC)) if _has_effect(book.effects)]
    return Standings(tuple(books))


def scores(session: Session, collaboration_id: int, now: datetime | None = None) -> Scores:
    """Return the scores of a ledger that one keeps or takes part in; raise :class:`NotFound` for any other."""
    at = now or datetime.now(UTC)
    mine = text("SELECT :id IN (SELECT access.my_ledgers()) OR current_user = 'skyrelay_admin'")
    row = session.get(ConductSettings, collaboration_id, populate_existing=True)
    if row is None or not session.execute(mine, {"id": collaboration_id}).scalar_one():
        raise NotFound(MISSING)
    joined = _joined(session, [collaboration_id])[collaboration_id]
    entries = _effective(session, [collaboration_id])
    by_group: dict[int, list[Any]] = defaultdict(list)
    for entry in entries:
        by_group[entry.group_id].append(entry)
    how = (
        f"The sum of weight × 2^(-age / {row.half_life_days:g} days) over the entries in effect,"
        f" by the age of what happened at {at:%Y-%m-%d %H:%M} UTC."
    )
    groups = [_score(by_group[g], g, name, (at, row.half_life_days)) for g, name in sorted(joined.items())]
    return Scores(collaboration_id, row.enabled, at, row.half_life_days, how, groups)


def explain(session: Session, group_id: int, now: datetime | None = None) -> list[Effect]:
    """Return each effect on a group in each ledger that is on and that one may see, also those that are off."""
    return [
        Effect(book.id, book.name, group_id, book.names.get(group_id), name, on, book.scores[group_id], value, sentence)
        for book in _books(session, now or datetime.now(UTC))
        if group_id in book.scores
        for name, on, value, sentence in _sentences(book, group_id)
    ]


def _sentences(book: Book, group_id: int) -> list[tuple[str, bool, float | None, str]]:
    own, who = book.scores[group_id], book.called(group_id)
    score_is = f"{who}'s score is {own:+.2f}"
    factor, first, openness = bounded_share(book, group_id), book.effects.asked_first, book.effects.default_openness
    share, ahead = book.effects.followup_share, handicap(own, first.per_point, first.most)
    said_share = (
        f"{score_is}: its requests on telescopes of other teams weigh {factor:.2f} times (1 {share.per_point:+g} a"
        f" point, between {share.least:g} and {share.most:g}): so much counts its priority, and the less a queue."
    )
    said_first = (
        f"{score_is}: among telescopes that can observe, its own count {ahead:+.2f} airmass better for other teams"
        f" ({first.per_point:+g} a point, at most {first.most:g} either way)."
    )
    inside = own >= openness.least_score
    said_open = (
        f"{score_is}, and {openness.least_score:+g} is asked for: it is {'part' if inside else 'left out'} of what"
        " others share by default. What a policy or a person names stays as it is."
    )
    off = "Off: the score does not change "
    return [
        ("followup_share", share.on, factor if share.on else None,
         said_share if share.on else f"{off}how much requests weigh."),
        ("asked_first", first.on, ahead if first.on else None,
         said_first if first.on else f"{off}whose telescope is asked first."),
        ("default_openness", openness.on, float(inside) if openness.on else None,
         said_open if openness.on else f"{off}what is shared by default."),
    ]  # fmt: skip


def _left_out(book: Book, owner_id: int, group_id: int) -> str | None:
    on = book.effects.default_openness
    if not on.on or group_id == owner_id or not book.holds(owner_id) or group_id not in book.scores:
        return None
    if book.scores[group_id] >= on.least_score:
        return None
    return (
        f"{book.called(group_id)} is left out of the default sharing: its conduct score {book.scores[group_id]:+.2f} in"
        f" {book.name} is below {on.least_score:+g}"
    )


def _has_effect(effects: Effects) -> bool:
    return effects.followup_share.on or effects.asked_first.on or effects.default_openness.on


def _books(session: Session, now: datetime) -> list[Book]:
    query = select(ConductSettings).where(ConductSettings.enabled).order_by(ConductSettings.group_id)
    rows = session.scalars(query.execution_options(populate_existing=True)).all()
    if not rows:
        return []
    ids = [row.group_id for row in rows]
    joined = _joined(session, ids)
    called = dict(session.execute(select(Group.id, Group.name).where(Group.id.in_(ids))).tuples().all())
    by_group: dict[tuple[int, int], list[tuple[float, datetime]]] = defaultdict(list)
    for entry in _effective(session, ids):
        by_group[entry.collaboration_id, entry.group_id].append((entry.weight, entry.happened_at))
    return [
        Book(
            row.group_id,
            called.get(row.group_id, f"ledger {row.group_id}"),
            effects_of(row),
            {g: name for g, name in joined[row.group_id].items() if name is not None},
            {g: score(by_group[row.group_id, g], now, row.half_life_days) for g in joined[row.group_id]},
        )
        for row in rows
    ]


def _joined(session: Session, ledger_ids: list[int]) -> dict[int, dict[int, str | None]]:
    found: dict[int, dict[int, str | None]] = {ledger_id: {} for ledger_id in ledger_ids}
    query = (
        select(ConductMember.collaboration_id, ConductMember.group_id, Group.name)
        .outerjoin(Group, Group.id == ConductMember.group_id)
        .where(ConductMember.collaboration_id.in_(ledger_ids), ConductMember.state == "joined")
    )
    for ledger_id, group_id, name in session.execute(query):
        found[ledger_id][group_id] = name
    return found


def _effective(session: Session, ledger_ids: list[int]) -> list[Row[int, int, str, float, datetime]]:
    query = select(
        ConductEntry.collaboration_id, ConductEntry.group_id, ConductEntry.rule, ConductEntry.weight,
        ConductEntry.happened_at,
    ).where(ConductEntry.collaboration_id.in_(ledger_ids), ConductEntry.state == "effective")  # fmt: skip
    return list(session.execute(query).all())


def _score(entries: list[Any], group_id: int, name: str | None, by: tuple[datetime, float]) -> GroupScore:
    now, half_life = by
    parts: dict[str, list[float]] = defaultdict(list)
    for entry in entries:
        parts[entry.rule].append(faded(entry.weight, entry.happened_at, now, half_life))
    return GroupScore(
        group_id,
        name,
        score(((e.weight, e.happened_at) for e in entries), now, half_life),
        sum(p for points in parts.values() for p in points if p > 0),
        sum(p for points in parts.values() for p in points if p < 0),
        [RulePoints(rule, len(points), sum(points)) for rule, points in sorted(parts.items())],
    )
