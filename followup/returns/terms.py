"""Under which terms data come back: the allocation's sharing policy, or the groups that were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.access.audiences import intern_groups
from app.policies import evaluate
from app.tables import FollowupRequest, PolicyVersion
from followup.worker.allocations import AllocationView


@dataclass(frozen=True)
class Terms:
    """Who reads a returned product now, and the policy version that says so."""

    audience_id: int
    policy_version_id: int | None


def terms_in_force(session: Session, allocation: AllocationView) -> int | None:
    """Return the policy version that governs an allocation now; a request keeps it from its acceptance on."""
    version = evaluate.version_for(
        session,
        allocation_id=allocation.id,
        instrument_id=allocation.instrument_id,
        group_ids=[allocation.group_id],
    )
    return None if version is None else version.id


def terms_of(session: Session, request: FollowupRequest, allocation: AllocationView, observed_at: datetime) -> Terms:
    """Return the terms of a product of ``request`` whose light arrived at ``observed_at`` (UTC)."""
    if request.policy_version_id is not None:
        version = session.get_one(PolicyVersion, request.policy_version_id)
        decision = evaluate.audience_for(session, version, allocation.group_id, observed_at, datetime.now(UTC))
        return Terms(decision.audience_id, version.id)
    groups = {allocation.group_id, *request.target_group_ids, *allocation.share_group_ids}
    return Terms(intern_groups(session, sorted(groups)), None)
