"""What only some readers of a follow-up request may see: its payload, its status in full, its comment.

A request whose sharing policy speaks of its details has them in a row of their own, which row security shows to whom
the policy names. On the request itself nothing of them is left but a word for its status, so that whatever reads
requests, now or later, tells nobody more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.errors import Forbidden
from app.tables import FollowupDetails, FollowupRequest

COLUMNS = ("payload", "status", "comment")
UNSAID = "under way"
_STATES = (
    "submitted", "submitting", "planned", "pending", "scheduled", "accepted", "observing", "complete", "completed",
    "failed", "rejected", "refused", "expired", "cancelled", "canceled", "deleted",
)  # fmt: skip


@dataclass(frozen=True)
class Details:
    """The details of a request, as far as the reader may see them."""

    payload: dict[str, Any]
    status: str
    comment: str | None


def word_of(status: str) -> str:
    """Return the first state that a status names, without what else it says."""
    return next((word for word in re.findall(r"[a-z]+", status.lower()) if word in _STATES), UNSAID)


def details_of(session: Session, requests: Iterable[FollowupRequest]) -> dict[int, Details]:
    """Return the details of readable requests, by their ids, in one query at most.

    Those that the reader may not see are what the request itself still says: an empty payload, a word.
    """
    rows = list(requests)
    found = {r.id: Details(r.payload, r.status, r.comment) for r in rows}
    apart = [r.id for r in rows if r.details_apart]
    if apart:
        query = select(FollowupDetails).where(FollowupDetails.followup_request_id.in_(apart))
        for row in session.scalars(query):
            found[row.followup_request_id] = Details(row.payload, row.status, row.comment)
    return found


def detail(name: str) -> ColumnElement[Any]:
    """Return a column of the details as SQL, for a condition on requests: what the reader may see of it."""
    apart = select(getattr(FollowupDetails, name)).where(FollowupDetails.followup_request_id == FollowupRequest.id)
    return func.coalesce(apart.correlate(FollowupRequest).scalar_subquery(), getattr(FollowupRequest, name))


def put_apart(session: Session, request: FollowupRequest, audience_id: int, policy_version_id: int) -> None:
    """Keep the details of a request for an audience of their own, under a version of a sharing policy."""
    told = details_of(session, [request])[request.id]
    held = {"audience_id": audience_id, "policy_version_id": policy_version_id, "holder_id": request.holder_id}
    values = {name: getattr(told, name) for name in COLUMNS} | held
    made = insert(FollowupDetails).values(followup_request_id=request.id, owner_id=request.owner_id, **values)
    session.execute(made.on_conflict_do_update(index_elements=["followup_request_id"], set_=values))
    session.execute(
        update(FollowupRequest)
        .where(FollowupRequest.id == request.id)
        .values(payload={}, comment=None, status=word_of(told.status), details_apart=True)
    )
    session.refresh(request)


def to_write(session: Session, request: FollowupRequest, values: Mapping[str, Any]) -> dict[str, Any]:
    """Write those values that are details where the details are; return what is to be written on the request itself.

    Raises :class:`Forbidden` for details that the principal may not change.
    """
    details = {name: value for name, value in values.items() if name in COLUMNS}
    rest = {name: value for name, value in values.items() if name not in COLUMNS}
    if not request.details_apart or not details:
        return dict(values)
    change = update(FollowupDetails).where(FollowupDetails.followup_request_id == request.id)
    if session.execute(change.values(**details).returning(FollowupDetails.id)).scalar() is None:
        raise Forbidden("Only who asked for it, and the allocation's group, can change a follow-up request.")
    return rest | ({"status": word_of(details["status"])} if "status" in details else {})
