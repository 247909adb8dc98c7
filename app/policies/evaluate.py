"""From a policy to an audience: who reads a new row now, and which releases are to come.

Rows share an embargo by policy version, holder, night and the circles of their terms, so that there are few audiences.
Where terms hang on an object's class or on a paper, the audience is of that subject, and is judged again when its class
or the paper moves.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.errors import BadInput
from app.policies import schedule
from app.policies.combine import combine, terms_for
from app.policies.document import Level, PolicyDocument, Product, Subject, Terms, all_clocks
from app.policies.schedule import Facts, Slot, due_at, night_ends, night_of
from app.policies.summary import summary, wait_words
from app.tables import PolicyAttachment, PolicyVersion

__all__ = ["ALL", "AudienceDecision", "Scope", "audience_for", "combined", "due_at", "night_ends", "night_of"]


@dataclass(frozen=True)
class AudienceDecision:
    """The audience of a row, and from whom it is withheld.

    ``withheld``: (group id, when it is due), by time; ``waiting``: the groups that wait for an event, with what it is;
    ``never``: the groups that were asked for and that the policy does not admit at all.
    """

    audience_id: int
    policy_version_id: int
    withheld: list[tuple[int, datetime]]
    never: list[int]
    waiting: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Scope:
    """What narrows an audience: ``stream_id`` that every reader must subscribe to, and the groups ``asked`` for.

    With ``asked`` None, the policy alone decides (data that come back from follow-up). Otherwise nobody beyond the
    holder and these groups is let in, however open the policy is; naming the sitewide group asks for everybody. What
    the row is decides which terms hold: its product and level, its instrument, and the object that it is about.
    """

    product: Product = Product.PHOTOMETRY
    stream_id: int | None = None
    asked: tuple[int, ...] | None = None
    level: Level = Level.REDUCED
    instrument_id: int | None = None
    obj_id: str | None = None


ALL = Scope()


@dataclass(frozen=True)
class Judgement:
    """The terms of a subject now, and the facts that its clocks go by."""

    terms: Terms
    facts: Facts
    place: dict[str, Any]


def audience_for(
    session: Session,
    version: PolicyVersion,
    holder_id: int,
    observed_at: datetime,
    now: datetime,
    scope: Scope = ALL,
) -> AudienceDecision:
    """Return the audience for a row that was observed at ``observed_at``, and schedule its releases.

    Calling it again for the same night returns the same audience and changes nothing, except that groups whose time
    has come in between are let in. ``now`` is the caller's clock. Works as the portal, the ingest and the follow-up.
    Raises :class:`BadInput` where the policy is silent on this kind of product.
    """
    document = PolicyDocument.model_validate(version.document)
    night = night_of(observed_at)
    judged = judge(session, document, holder_id, scope, night, night_of(now))
    if judged is None:
        raise BadInput(f"This policy says nothing about {scope.product.value}.", field="policy_version_id")
    times = slots_of(session, judged, holder_id, scope.asked)
    open_now = sorted({holder_id, *(s.group_id for s in times if s.due_at is not None and s.due_at <= now)})
    later = [s for s in times if s.group_id not in open_now and (s.due_at is not None or s.awaits)]
    audience_id = session.execute(
        text(
            "SELECT access.open_embargo(:version, :holder, :night, :stream, CAST(:asked AS int[]),"
            " CAST(:place AS jsonb), CAST(:now AS int[]), CAST(:later AS jsonb))"
        ),
        {
            "version": version.id,
            "holder": holder_id,
            "night": night,
            "stream": scope.stream_id,
            "asked": None if scope.asked is None else sorted(set(scope.asked) - {holder_id}),
            "place": json.dumps(judged.place),
            "now": open_now,
            "later": json.dumps([slot_json(s) for s in later]),
        },
    ).scalar_one()
    known = {s.group_id for s in later} | set(open_now)
    return AudienceDecision(
        audience_id,
        version.id,
        [(g, t) for t, g in sorted((s.due_at, s.group_id) for s in later if s.due_at is not None)],
        sorted(s.group_id for s in times if s.group_id not in known),
        {s.group_id: wait_words(s.awaits) for s in later if s.due_at is None},
    )


def judge(
    session: Session, document: PolicyDocument, holder_id: int, scope: Scope, night: date, arrived: date
) -> Judgement | None:
    """Return the terms that hold for a row now, with the facts for its clocks; None where the policy is silent."""
    by_class = document.asks_class(scope.product)
    papers = sorted(c.publication_id for c in all_clocks(document.all_terms(scope.product)) if c.publication_id)
    obj_id = scope.obj_id if by_class else None
    classified, accepted = _events(session, holder_id, obj_id, papers) if by_class or papers else ({}, {})
    facts = Facts(night, arrived, classified, accepted)
    subject = Subject(
        product=scope.product,
        level=scope.level,
        instrument_id=scope.instrument_id,
        classes=frozenset(classified) if classified else None,
    )
    terms = terms_for(document, subject)
    if terms is None:
        return None
    by_event = by_class or bool(papers)
    by_arrival = any(clock.kind == "arrival" for clock in all_clocks(_all_that_may(document, scope)))
    named = {"product": scope.product.value, "level": scope.level.value, "instrument_id": scope.instrument_id}
    place = {
        "terms_key": "/".join(str(v) for v in named.values()) if by_event else _key(terms),
        "obj_id": obj_id,
        "arrived": str(arrived) if by_arrival else None,
        "subject": named if by_event else None,
    }
    return Judgement(terms, facts, place)


def slots_of(session: Session, judged: Judgement, holder_id: int, asked: Sequence[int] | None) -> list[Slot]:
    """Return when each group that the terms name, or that was asked for, is let in; the sitewide one is everybody."""
    everybody = sitewide_group_id(session)
    wanted = set(asked or ())
    if asked is None or everybody in wanted:
        # Whoever asks for everybody asks for each group that the terms name.
        wanted |= {*judged.terms.group_ids, everybody}
    found = schedule.slots(judged.terms, wanted - {holder_id}, everybody, judged.facts)
    return [s for s in found if asked is not None or s.due_at is not None or s.awaits]


def slot_json(slot: Slot) -> dict[str, Any]:
    """Return a slot as the database takes it."""
    return {
        "group_id": slot.group_id,
        "due_at": None if slot.due_at is None else slot.due_at.isoformat(),
        "awaits": [schedule.as_json(w) for w in slot.awaits] or None,
    }


def version_for(
    session: Session,
    *,
    allocation_id: int | None = None,
    instrument_id: int | None = None,
    stream_ids: Sequence[int] = (),
    group_ids: Sequence[int] = (),
    product: Product | None = Product.PHOTOMETRY,
    at: datetime | None = None,
) -> PolicyVersion | None:
    """Return the policy version in force on data that belong to all these things, or None where there is none.

    ``group_ids`` are holders. ``at`` chooses the versions of that time (for an upload, when the light arrived), the
    first version where the policy is younger than that; without it, the newest. Where several policies meet, the
    version returned is their combination, in which the strictest holds. With ``product`` None, policies count whatever
    they speak of.
    """
    places = [
        PolicyAttachment.allocation_id == allocation_id if allocation_id is not None else None,
        PolicyAttachment.instrument_id == instrument_id if instrument_id is not None else None,
        PolicyAttachment.stream_id.in_(list(stream_ids)) if stream_ids else None,
        PolicyAttachment.group_id.in_(list(group_ids)) if group_ids else None,
    ]
    asked = [place for place in places if place is not None]
    if not asked:
        return None
    policy_ids = set(session.scalars(select(PolicyAttachment.policy_id).where(or_(*asked))))
    chosen = [_in_force(session, policy_id, at) for policy_id in sorted(policy_ids)]
    speaks = [v for v in chosen if product is None or PolicyDocument.model_validate(v.document).terms(product)]
    return combined(session, speaks)


def combined(session: Session, versions: Iterable[PolicyVersion]) -> PolicyVersion | None:
    """Return the version that stands for all of these: itself for one, a combination for more, None for none."""
    distinct = {v.id: v for v in versions}
    if len(distinct) < 2:
        return next(iter(distinct.values()), None)
    document = combine(PolicyDocument.model_validate(v.document) for v in distinct.values())
    version_id = session.execute(
        text("SELECT access.combine_versions(CAST(:ids AS int[]), CAST(:document AS jsonb), :told)"),
        {"ids": sorted(distinct), "document": _dump(document), "told": summary(document)},
    ).scalar_one()
    return session.get_one(PolicyVersion, version_id)


def _in_force(session: Session, policy_id: int, at: datetime | None) -> PolicyVersion:
    of_policy = select(PolicyVersion).where(PolicyVersion.policy_id == policy_id)
    newest_first = PolicyVersion.version.desc()
    if at is None:
        return session.scalars(of_policy.order_by(newest_first).limit(1)).one()
    then = session.scalars(of_policy.where(PolicyVersion.created_at <= at).order_by(newest_first).limit(1)).first()
    return then or session.scalars(of_policy.order_by(PolicyVersion.version).limit(1)).one()


def _events(
    session: Session, holder_id: int, obj_id: str | None, papers: list[int]
) -> tuple[dict[str, datetime], dict[int, datetime]]:
    query = text("SELECT kind, name, at FROM access.clock_facts(:holder, :obj, CAST(:papers AS int[]))")
    rows = session.execute(query, {"holder": holder_id, "obj": obj_id, "papers": papers}).all()
    return {r.name: r.at for r in rows if r.kind == "class"}, {int(r.name): r.at for r in rows if r.kind != "class"}


def _all_that_may(document: PolicyDocument, scope: Scope) -> list[Terms]:
    """All terms that may come to hold for a row, whatever its object turns out to be."""
    return document.candidates(Subject(product=scope.product, level=scope.level, instrument_id=scope.instrument_id))


def _key(terms: Terms) -> str:
    """Rows whose circles are the same may share an audience, whatever kind they are."""
    told = json.dumps([c.model_dump(mode="json") for c in terms.circles], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _dump(document: PolicyDocument) -> str:
    return document.model_dump_json()
