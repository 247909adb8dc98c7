"""Under which terms requests are known and data come back: the allocation's sharing policy, or the groups asked for.

The version is fixed when the facility accepts a request, and holds for all that belongs to it: who may know of the
request, who sees its details, the frames, and what is measured in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.access.audiences import intern_groups
from app.access.history import Change, record
from app.policies import evaluate
from app.policies.document import Level, PolicyDocument, Product
from app.policies.evaluate import Scope
from app.policies.replaced import standing
from app.portal.followup_details import put_apart
from app.publications.conduct_effects import standings
from app.tables import FollowupRequest, PolicyVersion
from followup.worker.allocations import AllocationView


@dataclass(frozen=True)
class Terms:
    """Who reads a returned product now, and the policy version that says so."""

    audience_id: int
    policy_version_id: int | None


@dataclass(frozen=True)
class Returned:
    """What came back: its kind, how far it is processed, and when its light arrived (UTC)."""

    product: Product
    observed_at: datetime
    level: Level = Level.REDUCED


def terms_in_force(session: Session, allocation: AllocationView) -> PolicyVersion | None:
    """Return the policy version that governs an allocation now, whatever it speaks of."""
    return evaluate.version_for(
        session,
        allocation_id=allocation.id,
        instrument_id=allocation.instrument_id,
        group_ids=[allocation.group_id],
        product=None,
    )


def fix_terms(session: Session, request: FollowupRequest, allocation: AllocationView, now: datetime) -> None:
    """Fix the terms of a request at its acceptance, and let those know of it whom they name.

    A request that was accepted before stays under what it was under, too: the strictest of both holds. Where the
    policy is silent on requests, those whom it was made for go on knowing of it; where it is silent on their details,
    whoever knows of it sees them.
    """
    found = [terms_in_force(session, allocation)]
    if request.policy_version_id is not None:
        found.append(session.get_one(PolicyVersion, request.policy_version_id))
    version = evaluate.combined(session, [v for v in found if v is not None])
    if version is None:
        return
    request.policy_version_id = version.id
    known = _governed(session, version, request, allocation, Returned(Product.FOLLOWUP_REQUEST, now), now)
    if known is not None:
        request.audience_id = known
    session.flush()
    details = _governed(session, version, request, allocation, Returned(Product.FOLLOWUP_DETAILS, now), now)
    if details is not None:
        put_apart(session, request, details, version.id)
    after = {"policy_version_id": version.id, "audience_id": known, "details_audience_id": details}
    change = Change("govern", "followup request", request.id, request.holder_id, after=after)
    record(session, None, change)


def terms_of(
    session: Session, request: FollowupRequest, allocation: AllocationView, came: Returned, now: datetime | None = None
) -> Terms:
    """Return the terms of what came back for a request.

    A policy that is silent on images and speaks of photometry means both: who has the frame can measure it.
    """
    if request.policy_version_id is not None:
        version = standing(session, session.get_one(PolicyVersion, request.policy_version_id), allocation.group_id)
        by = now or datetime.now(UTC)
        audience_id = _governed(session, version, request, allocation, came, by)
        if audience_id is None and came.product is Product.IMAGE:
            as_measured = Returned(Product.PHOTOMETRY, came.observed_at, came.level)
            audience_id = _governed(session, version, request, allocation, as_measured, by)
        if audience_id is not None:
            return Terms(audience_id, version.id)
    # By default, and not by a policy or a person: the conduct ledger of a collaboration may leave somebody out.
    shared, left_out = standings(session, now).open_to(allocation.group_id, allocation.share_group_ids)
    if left_out:
        kept = {"group_ids": shared}
        why = "; ".join(left_out)
        record(session, None, Change("share less", "followup request", request.id, request.holder_id, None, kept, why))
    groups = {allocation.group_id, *request.target_group_ids, *shared}
    return Terms(intern_groups(session, sorted(groups)), None)


def _governed(
    session: Session,
    version: PolicyVersion,
    request: FollowupRequest,
    allocation: AllocationView,
    came: Returned,
    now: datetime,
) -> int | None:
    """Return the audience by the version, with its releases scheduled; None where it is silent on the product."""
    if PolicyDocument.model_validate(version.document).terms(came.product) is None:
        return None
    scope = Scope(product=came.product, level=came.level, instrument_id=allocation.instrument_id, obj_id=request.obj_id)
    holder_id = allocation.group_id
    return evaluate.audience_for(session, version, holder_id, came.observed_at, now, scope).audience_id
