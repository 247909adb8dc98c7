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

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.errors import BadInput
from app.policies import schedule
from app.policies.combine import terms_for
from app.policies.document import Level, PolicyDocument, Product, Subject, Terms, all_clocks
from app.policies.in_force import combined, version_for
from app.policies.replaced import standing
from app.policies.schedule import Facts, Slot, due_at, night_ends, night_of
from app.policies.summary import wait_words
from app.tables import PolicyVersion

__all__ = [
    "ALL", "AudienceDecision", "Scope", "audience_for", "audiences_for", "combined", "due_at", "night_ends", "night_of",
    "version_for",
]  # fmt: skip


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
    return audiences_for(session, version, holder_id, [(night_of(observed_at), scope)], now)[0]


def audiences_for(
    session: Session, version: PolicyVersion, holder_id: int, wanted: Sequence[tuple[date, Scope]], now: datetime
) -> list[AudienceDecision]:
    """Return the audience for each night and scope, as :func:`audience_for` does for one, in one call.

    Where the version was replaced for this holder by a retroactive change, the one in its place decides.
    """
    version = standing(session, version, holder_id)
    document = PolicyDocument.model_validate(version.document)
    about = Events(session, holder_id, document, [scope.obj_id for _night, scope in wanted])
    everybody = sitewide_group_id(session)
    made: list[tuple[dict[str, Any], list[Slot]]] = []
    for night, scope in wanted:
        judged = judge(session, document, holder_id, scope, (night, night_of(now)), about)
        if judged is None:
            raise BadInput(f"This policy says nothing about {scope.product.value}.", field="policy_version_id")
        times = slots_of(judged, holder_id, scope.asked, everybody)
        open_now = sorted({holder_id, *(s.group_id for s in times if s.due_at is not None and s.due_at <= now)})
        later = [s for s in times if s.group_id not in open_now and (s.due_at is not None or s.awaits)]
        embargo = {
            "night": night.isoformat(),
            "stream": scope.stream_id,
            "asked": None if scope.asked is None else sorted(set(scope.asked) - {holder_id}),
            "place": judged.place,
            "now": open_now,
            "later": [slot_json(s) for s in later],
        }
        made.append((embargo, times))
    # Sorted, so that two uploads never wait for each other in a circle.
    order = sorted(range(len(made)), key=lambda i: (made[i][0]["night"], made[i][0]["place"]["obj_id"] or "", i))
    opened = session.execute(
        _OPEN, {"version": version.id, "holder": holder_id, "all": json.dumps([made[i][0] for i in order])}
    ).scalar_one()
    ids = dict(zip(order, opened, strict=True))
    return [_decision(ids[i], version.id, embargo, times) for i, (embargo, times) in enumerate(made)]


_OPEN = text("SELECT access.open_embargoes(:version, :holder, CAST(:all AS jsonb))")


def _decision(audience_id: int, version_id: int, embargo: dict[str, Any], times: list[Slot]) -> AudienceDecision:
    later = [s for s in times if s.group_id not in embargo["now"] and (s.due_at is not None or s.awaits)]
    known = {s.group_id for s in later} | set(embargo["now"])
    return AudienceDecision(
        audience_id,
        version_id,
        [(g, t) for t, g in sorted((s.due_at, s.group_id) for s in later if s.due_at is not None)],
        sorted(s.group_id for s in times if s.group_id not in known),
        {s.group_id: wait_words(s.awaits) for s in later if s.due_at is None},
    )


class Events:
    """The events that a document's clocks and cases hang on, looked up once for all these objects."""

    def __init__(
        self, session: Session, holder_id: int, document: PolicyDocument, obj_ids: Iterable[str | None]
    ) -> None:
        self._papers = sorted(c.publication_id for c in all_clocks(document.all_terms()) if c.publication_id)
        self.accepted: dict[int, datetime] = {}
        self._classified: dict[str, dict[str, datetime]] = {}
        by_class = any(document.asks_class(product) for product in Product)
        objs = sorted({o for o in obj_ids if o is not None}) if by_class else []
        if not objs and not self._papers:
            return
        asked = {"holder": holder_id, "objs": objs or _NOTHING, "papers": self._papers}
        for row in session.execute(_EVENTS, asked):
            if row.kind == "class":
                self._classified.setdefault(row.about, {})[row.name] = row.at
            else:
                self.accepted[int(row.name)] = row.at

    def classified(self, obj_id: str | None) -> dict[str, datetime]:
        """Return when the holder's group gave an object each of its classes."""
        return self._classified.get(obj_id or "", {})


_NOTHING: list[str | None] = [None]
_EVENTS = text(
    "SELECT o.about, f.kind, f.name, f.at FROM unnest(CAST(:objs AS text[])) AS o(about),"
    " access.clock_facts(:holder, o.about, CAST(:papers AS int[])) AS f"
)


def judge(
    session: Session,
    document: PolicyDocument,
    holder_id: int,
    scope: Scope,
    nights: tuple[date, date],
    events: Events | None = None,
) -> Judgement | None:
    """Return the terms that hold for a row now, with the facts for its clocks; None where the policy is silent.

    ``nights``: of the light, and of the row's arrival. ``events``: those of its object, where they are known already.
    """
    by_class = document.asks_class(scope.product)
    papers = {c.publication_id for c in all_clocks(document.all_terms(scope.product)) if c.publication_id}
    obj_id = scope.obj_id if by_class else None
    known = events or Events(session, holder_id, document, [obj_id])
    classified = known.classified(obj_id)
    facts = Facts(*nights, classified, {p: at for p, at in known.accepted.items() if p in papers})
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
        "arrived": str(nights[1]) if by_arrival else None,
        "subject": named if by_event else None,
        "existence": terms.existence,
    }
    return Judgement(terms, facts, place)


def slots_of(judged: Judgement, holder_id: int, asked: Sequence[int] | None, everybody: int) -> list[Slot]:
    """Return when each group that the terms name, or that was asked for, is let in; the sitewide one is everybody."""
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


def _all_that_may(document: PolicyDocument, scope: Scope) -> list[Terms]:
    """All terms that may come to hold for a row, whatever its object turns out to be."""
    return document.candidates(Subject(product=scope.product, level=scope.level, instrument_id=scope.instrument_id))


def _key(terms: Terms) -> str:
    """Rows whose circles are the same may share an audience, whatever kind they are, if all may be known or none."""
    told = json.dumps([c.model_dump(mode="json") for c in terms.circles], sort_keys=True)
    told += "known" if terms.existence == "known" else ""
    return hashlib.sha256(told.encode()).hexdigest()[:16]
