"""From a policy to an audience: who reads a new row now, and which releases are to come.

Rows share an embargo by policy version, holder and night, so that there are few audiences. A night runs from noon
to noon UTC and a release of it is due at its end plus the delay, which is never earlier than any row's own time: a
row is private up to 24 hours longer than its delay, and never shorter. A circle with delay 0 is open at once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.errors import BadInput
from app.policies.combine import combine
from app.policies.document import PolicyDocument, Product, Terms, days
from app.policies.summary import summary
from app.tables import PolicyAttachment, PolicyVersion

NOON = timedelta(hours=12)
FARTHEST = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class AudienceDecision:
    """The audience of a row, and from whom it is withheld.

    ``withheld``: (group id, when it is due), by time; ``never``: the groups that were asked for and that the policy
    does not admit at all.
    """

    audience_id: int
    policy_version_id: int
    withheld: list[tuple[int, datetime]]
    never: list[int]


@dataclass(frozen=True)
class Scope:
    """What narrows an audience: ``stream_id`` that every reader must subscribe to, and the groups ``asked`` for.

    With ``asked`` None, the policy alone decides (data that come back from follow-up). Otherwise nobody beyond the
    holder and these groups is let in, however open the policy is; naming the sitewide group asks for everybody.
    """

    product: Product = Product.PHOTOMETRY
    stream_id: int | None = None
    asked: tuple[int, ...] | None = None


ALL = Scope()


def night_of(observed_at: datetime) -> date:
    """Return the night of an observation: the UTC date of the noon before it."""
    if observed_at.tzinfo is None:
        raise BadInput("The time of an observation must carry its zone.", field="mjd")
    return (observed_at.astimezone(UTC) - NOON).date()


def night_ends(night: date) -> datetime:
    """Return when a night ends: the noon (UTC) after it."""
    return datetime.combine(night, time(12), UTC) + timedelta(days=1)


def due_at(night: date, delay_days: float) -> datetime | None:
    """Return when a group with this delay may read the rows of a night; None for never."""
    end = night_ends(night)
    if math.isinf(delay_days) or days(delay_days) > FARTHEST - end:
        return None
    return end + days(delay_days)


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
    terms = PolicyDocument.model_validate(version.document).terms(scope.product)
    if terms is None:
        raise BadInput(f"This policy says nothing about {scope.product.value}.", field="policy_version_id")
    night = night_of(observed_at)
    delays = _delays(session, terms, holder_id, scope.asked)
    times = {g: due_at(night, delay) for g, delay in delays.items()}
    open_now = sorted({holder_id, *(g for g, t in times.items() if delays[g] == 0 or (t is not None and t <= now))})
    later = sorted((t, g) for g, t in times.items() if t is not None and g not in open_now)
    audience_id = session.execute(
        text(
            "SELECT access.open_embargo(:version, :holder, :night, :stream, CAST(:asked AS int[]),"
            " CAST(:now AS int[]), CAST(:later AS int[]), CAST(:due AS timestamptz[]))"
        ),
        {
            "version": version.id,
            "holder": holder_id,
            "night": night,
            "stream": scope.stream_id,
            "asked": None if scope.asked is None else sorted(set(scope.asked) - {holder_id}),
            "now": open_now,
            "later": [g for _t, g in later],
            "due": [t for t, _g in later],
        },
    ).scalar_one()
    never = sorted(g for g, t in times.items() if t is None and g not in open_now)
    return AudienceDecision(audience_id, version.id, [(g, t) for t, g in later], never)


def version_for(
    session: Session,
    *,
    allocation_id: int | None = None,
    instrument_id: int | None = None,
    stream_ids: Sequence[int] = (),
    group_ids: Sequence[int] = (),
    product: Product = Product.PHOTOMETRY,
    at: datetime | None = None,
) -> PolicyVersion | None:
    """Return the policy version in force on data that belong to all these things, or None where there is none.

    ``group_ids`` are holders. ``at`` chooses the versions of that time (for an upload, when the light arrived), the
    first version where the policy is younger than that; without it, the newest. Where several policies meet, the
    version returned is their combination, in which the strictest holds.
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
    return combined(session, [v for v in chosen if product.value in v.document["products"]])


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


def _delays(session: Session, terms: Terms, holder_id: int, asked: tuple[int, ...] | None) -> dict[int, float]:
    everybody = sitewide_group_id(session)
    delays = {g: terms.delay_of(g) for g in (terms.group_ids if asked is None else asked)}
    if asked is None or everybody in delays:
        delays[everybody] = terms.everybody_days
    if asked is None:
        delays = {g: delay for g, delay in delays.items() if not math.isinf(delay)}
    delays.pop(holder_id, None)
    return delays


def _dump(document: PolicyDocument) -> str:
    return document.model_dump_json()
