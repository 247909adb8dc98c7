"""Steps of triggers and attempts: checked against the tables, recorded with their reason, and announced."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.access.outbox import announce
from app.portal.followup_details import to_write
from app.tables import Attempt, FollowupRequest, Trigger, TriggerTransition
from followup.triggers.states import ATTEMPT_TRANSITIONS, LIVE_ATTEMPTS, TRIGGER_TRANSITIONS, check
from followup.triggers.watchers import tell


def note(
    session: Session,
    trigger: Trigger,
    to_state: str,
    why: str,
    *,
    from_state: str | None = None,
    attempt: Attempt | None = None,
    by_id: int | None = None,
) -> None:
    """Write one line of a trigger's history and tell its readers that it changed."""
    session.execute(
        insert(TriggerTransition).values(
            trigger_id=trigger.id,
            attempt_id=attempt.id if attempt else None,
            from_state=from_state,
            to_state=to_state,
            why=why,
            by_id=by_id,
        )
    )
    announce(session, "trigger.changed", audience_id=trigger.audience_id, obj_id=trigger.obj_id, trigger_id=trigger.id)


def move_trigger(session: Session, trigger: Trigger, to_state: str, why: str, by_id: int | None = None) -> None:
    """Take a trigger to another state; staying where it is with a new reason only records the reason."""
    if trigger.state == to_state:
        if trigger.why != why:
            trigger.why = why
            note(session, trigger, to_state, why, from_state=to_state, by_id=by_id)
        return
    check(TRIGGER_TRANSITIONS, trigger.state, to_state, "trigger")
    before, trigger.state, trigger.why = trigger.state, to_state, why
    note(session, trigger, to_state, why, from_state=before, by_id=by_id)


def move_attempt(session: Session, trigger: Trigger, attempt: Attempt, to_state: str, why: str) -> None:
    """Take an attempt to another state, and its follow-up request with it; ``why`` is for people."""
    if attempt.state == to_state:
        if attempt.reason != why:
            attempt.reason = why
            note(session, trigger, to_state, why, from_state=to_state, attempt=attempt)
        return
    check(ATTEMPT_TRANSITIONS, attempt.state, to_state, "attempt")
    before, attempt.state, attempt.reason = attempt.state, to_state, why
    if to_state not in LIVE_ATTEMPTS and attempt.request_id is None:
        attempt.ended_at = datetime.now(UTC)
    if attempt.followup_request_id is not None:
        request = session.get(FollowupRequest, attempt.followup_request_id)
        if request is not None:
            said = f"{to_state}: {why}" if why else to_state
            request.status = to_write(session, request, {"status": said})["status"]
            session.flush()
            tell(session, request)
    note(session, trigger, to_state, why, from_state=before, attempt=attempt)
