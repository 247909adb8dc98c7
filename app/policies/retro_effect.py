"""Whom a retroactive change of a policy concerns: who gains and who loses the right to read what, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.errors import BadInput
from app.policies.combine import terms_for
from app.policies.document import PolicyDocument, Subject
from app.policies.evaluate import Judgement, slots_of
from app.policies.governed_rows import Batch, batches, nights, spoken_of
from app.policies.schedule import Facts, Slot
from app.tables import Audience, AudienceGrant, PolicyVersion, Release

Grant = tuple[int | None, int | None]
"""A group, a stream, or both."""


@dataclass(frozen=True)
class GroupEffect:
    """What the change means to a group: rows that it loses, gains (now or later), or waits longer for."""

    group_id: int
    group: str | None = None
    loses: int = 0
    gains: int = 0
    waits_longer: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None

    def named(self, name: str | None) -> GroupEffect:
        """Return the same with the group's name, as far as the reader may know it."""
        return replace(self, group=name)


@dataclass
class Effect:
    """The whole effect. ``keeps``: by audience under replaced terms the grants that the new terms allow at once.

    ``gain`` and ``lose`` are people; ``holders`` the members of the holder; ``counts`` (audience, rows) of all rows.
    """

    rows: dict[str, int] = field(default_factory=dict)
    n_rows: int = 0
    beyond_rows: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    groups: list[GroupEffect] = field(default_factory=list)
    keeps: dict[int, frozenset[Grant]] = field(default_factory=dict)
    counts: list[tuple[int, int]] = field(default_factory=list)
    gain: set[int] = field(default_factory=set)
    lose: set[int] = field(default_factory=set)
    holders: set[int] = field(default_factory=set)

    @property
    def n_audiences(self) -> int:
        """How many audiences are concerned."""
        return len(self.keeps)

    def by_keep(self) -> list[tuple[frozenset[Grant], list[int]]]:
        """Return the audiences that are closed to the same, together."""
        found: dict[frozenset[Grant], list[int]] = defaultdict(list)
        for audience_id, keep in sorted(self.keeps.items()):
            found[keep].append(audience_id)
        return list(found.items())


@dataclass
class _Known:
    """What the database says about the audiences concerned, each read once."""

    audiences: dict[int, Audience]
    grants: dict[int, set[Grant]]
    beyond: dict[int, set[Grant]]
    to_come: dict[int, dict[int, datetime | None]]


def effect_of(session: Session, holder_id: int, pairs: dict[int, PolicyVersion], now: datetime) -> Effect:
    """Return whom it concerns to bring a holder's rows under the keys of ``pairs`` under their values.

    Where terms hang on a class, a paper or the row's arrival, what is kept open at once is what they allow whatever
    comes; the rest is opened as the rows are moved. Raises :class:`BadInput` where a new version is silent on rows.
    """
    found = batches(session, sorted(pairs), holder_id)
    known = _look_up(session, holder_id, pairs, {b.audience_id for b in found})
    everybody = sitewide_group_id(session)
    made = Effect(counts=sorted((b.audience_id, b.n_rows) for b in found))
    per_group: dict[int, GroupEffect] = {}
    later: dict[int, set[int]] = defaultdict(set)
    for batch in found:
        name = batch.governed.product.value
        made.rows[name] = made.rows.get(name, 0) + batch.n_rows
        made.n_rows += batch.n_rows
        audience = known.audiences.get(batch.audience_id)
        if audience is None or audience.policy_version_id is None:
            made.beyond_rows += batch.n_rows if audience is not None else 0
            continue
        made.beyond_rows += batch.n_rows if known.beyond[audience.id] else 0
        slots = _slots(batch, audience, pairs[batch.policy_version_id], everybody)
        now_in = {holder_id, *(s.group_id for s in slots if s.due_at is not None and s.due_at <= now)}
        keep = {(g, audience.stream_id) for g in now_in} | known.beyond[audience.id]
        made.keeps[audience.id] = made.keeps.get(audience.id, frozenset(keep)) & keep
        _count(per_group, batch, audience, slots, (known, now))
        later[audience.id] |= {s.group_id for s in slots if s.due_at is not None or s.awaits}
    # Audiences without rows may get some from an upload that is under way.
    for audience_id, audience in known.audiences.items():
        if audience.policy_version_id is not None and audience_id not in made.keeps:
            made.keeps[audience_id] = frozenset({(holder_id, audience.stream_id)} | known.beyond[audience_id])
    made.groups = [per_group[g] for g in sorted(per_group)]
    times = [at for g in made.groups for at in (g.first_at, g.last_at) if at is not None]
    made.first_at, made.last_at = min(times, default=None), max(times, default=None)
    _people(session, made, known, later, {b.audience_id for b in found}, holder_id)
    return made


def _slots(batch: Batch, audience: Audience, version: PolicyVersion, everybody: int) -> list[Slot]:
    document = PolicyDocument.model_validate(version.document)
    scope = spoken_of(document, batch.scope(audience))
    terms = terms_for(
        document, Subject(product=scope.product, level=scope.level, instrument_id=scope.instrument_id)
    )  # fmt: skip
    if terms is None:
        raise BadInput(
            f"The new version says nothing about {scope.product.value}, of which {batch.n_rows} rows would lose their "
            "terms; say in it what holds for them.",
            field="to_version",
        )
    facts = Facts(*nights(audience, batch.latest))
    return slots_of(Judgement(terms, facts, {}), audience.holder_id or 0, scope.asked, everybody)


def _count(
    per_group: dict[int, GroupEffect], batch: Batch, audience: Audience, slots: list[Slot],
    known_now: tuple[_Known, datetime],
) -> None:  # fmt: skip
    known, now = known_now
    due = {s.group_id: s.due_at for s in slots if s.due_at is not None or s.awaits}
    had = {g for g, _stream in known.grants[audience.id] - known.beyond[audience.id] if g is not None}
    pending = known.to_come[audience.id]
    for group_id in (had | set(due) | set(pending)) - {audience.holder_id}:
        at = due.get(group_id)
        old = per_group.get(group_id, GroupEffect(group_id))
        admitted = at is not None and at <= now
        if group_id in had:
            new = old if admitted else replace(old, loses=old.loses + batch.n_rows)
        elif group_id in due and group_id not in pending:
            new = replace(old, gains=old.gains + batch.n_rows)
        elif group_id in due:
            new = _moved(old, batch.n_rows, pending[group_id], at)
        else:
            new = replace(old, waits_longer=old.waits_longer + batch.n_rows)
        if new is not old and at is not None:
            moment = max(at, audience.created_at)
            new = replace(new, first_at=min(moment, new.first_at or moment), last_at=max(moment, new.last_at or moment))
        if new is not old:
            per_group[group_id] = new


def _moved(old: GroupEffect, n_rows: int, was: datetime | None, at: datetime | None) -> GroupEffect:
    if was == at:
        return old
    if at is not None and (was is None or at < was):
        return replace(old, gains=old.gains + n_rows)
    return replace(old, waits_longer=old.waits_longer + n_rows)


def _look_up(session: Session, holder_id: int, pairs: dict[int, PolicyVersion], of_rows: set[int]) -> _Known:
    under = Audience.policy_version_id.in_(list(pairs)) & (Audience.holder_id == holder_id)
    rows = session.scalars(select(Audience).where(under | Audience.id.in_(of_rows))).all()
    known = _Known({a.id: a for a in rows}, defaultdict(set), defaultdict(set), defaultdict(dict))
    ids = sorted(known.audiences)
    g = AudienceGrant
    for audience_id, group_id, stream_id in session.execute(
        select(g.audience_id, g.group_id, g.stream_id).where(g.audience_id.in_(ids))
    ):
        known.grants[audience_id].add((group_id, stream_id))
    beyond = text(
        "SELECT a.id, b.group_ids, b.stream_ids FROM audiences a, access.beyond_of(a.id) AS b"
        " WHERE a.id = ANY (CAST(:ids AS bigint[])) AND a.terms_key LIKE '%+%'"
    )
    for audience_id, group_ids, stream_ids in session.execute(beyond, {"ids": ids}):
        known.beyond[audience_id] = {(g, None) for g in group_ids or ()} | {(None, s) for s in stream_ids or ()}
    r = Release
    waiting = select(r.audience_id, r.group_id, r.due_at).where(r.audience_id.in_(ids), r.done_at.is_(None))
    for audience_id, group_id, due_at in session.execute(waiting):
        known.to_come[audience_id][group_id] = due_at
    return known


_MEMBERS = text("SELECT user_id, group_id FROM group_users WHERE group_id = ANY (CAST(:ids AS int[]))")
_SUBSCRIBERS = text("SELECT user_id, stream_id FROM stream_users WHERE stream_id = ANY (CAST(:ids AS int[]))")


def _people(
    session: Session, made: Effect, known: _Known, later: dict[int, set[int]], of_rows: Iterable[int], holder_id: int
) -> None:
    """Each person counts once, however many groups let them in or keep them out."""
    concerned = [a for i in of_rows if (a := known.audiences.get(i)) is not None and a.policy_version_id is not None]
    grants = {a.id: known.grants[a.id] for a in concerned}
    coming = {a.id: {(g, a.stream_id) for g in later[a.id]} | made.keeps[a.id] for a in concerned}
    all_grants = {g for each in (*grants.values(), *coming.values()) for g in each}
    members, subscribers = defaultdict(set), defaultdict(set)
    group_ids = sorted({g for g, _stream in all_grants if g is not None} | {holder_id})
    for user_id, group_id in session.execute(_MEMBERS, {"ids": group_ids}):
        members[group_id].add(user_id)
    for user_id, stream_id in session.execute(_SUBSCRIBERS, {"ids": [s for _group, s in all_grants if s is not None]}):
        subscribers[stream_id].add(user_id)

    def readers(of: Iterable[Grant]) -> set[int]:
        found: set[int] = set()
        for group_id, stream_id in of:
            one = members[group_id] if group_id is not None else subscribers[stream_id]
            found |= one & subscribers[stream_id] if group_id is not None and stream_id is not None else one
        return found

    for audience in concerned:
        before = readers(grants[audience.id])
        made.lose |= before - readers(made.keeps[audience.id])
        made.gain |= readers(coming[audience.id]) - before
    made.holders = set(members[holder_id])
