"""One attempt at one facility: submitted once, watched, given up, wound up."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import SkyrelayError
from app.tables import Attempt, FollowupRequest, Trigger
from followup.facilities.errors import (
    FacilityCredentials,
    FacilityRefused,
    FacilityRequestUnknown,
    OutcomeUnknown,
)
from followup.facilities.model import FacilityGateway, FacilityState, FacilityStatus
from followup.returns.terms import fix_terms
from followup.triggers.states import LIVE_ATTEMPTS
from followup.triggers.transitions import move_attempt
from followup.worker.allocations import AllocationView
from followup.worker.sites import SiteBook
from followup.worker.wishes import payload_of

log = structlog.get_logger(__name__)
Step = Callable[[Session, Trigger, Attempt], None]


class AttemptKeeper:
    """Takes attempts one step further. Every call to a facility lies between two transactions, never inside one."""

    def __init__(
        self, context: Context, gateway_of: Callable[[AllocationView], FacilityGateway], sites: SiteBook
    ) -> None:
        self.context = context
        self.gateway_of = gateway_of
        self.sites = sites
        self.patience_s = context.settings.followup.accept_timeout_s
        self._heard_at: dict[int, float] = {}

    def submit(self, attempt_id: int, allocation: AllocationView) -> None:
        """Hand an attempt to its facility, once.

        That it is about to be handed over is written before the facility is called; whoever finds it so afterwards
        (after a crash, or a lost answer) looks for its tag at the facility before anything else.
        """
        with self.context.transaction() as session:
            attempt, trigger = self._load(session, attempt_id)
            if attempt.state != "submitting":
                return
            before = attempt.submitted_at
            payload = payload_of(session, trigger, attempt, allocation)
            attempt.submitted_at = before or datetime.now(UTC)
            tag = attempt.tag
        try:
            gateway = self.gateway_of(allocation)
            request_id = gateway.find_by_tag(tag) if before else None
            if before and not gateway.capabilities.reconcile_by_name:
                self._move(attempt_id, "failed", "Its answer was lost, and this facility cannot be asked: look there.")
                return
            request_id = request_id or gateway.submit(payload, tag)
        except FacilityRefused as error:
            self._move(attempt_id, "rejected", f"{allocation.name} refused: {error.message}", detail=str(error.errors))
        except FacilityCredentials as error:
            self._move(attempt_id, "rejected", f"{allocation.name} does not accept our credentials: {error.message}")
        except OutcomeUnknown as error:
            log.warning("submission without an answer", attempt=attempt_id, error=error.message)
        except SkyrelayError as error:
            self._not_reached(attempt_id, allocation, error, seen_before=before is not None)
        else:
            self._accepted(attempt_id, allocation, request_id)

    def _not_reached(
        self, attempt_id: int, allocation: AllocationView, error: SkyrelayError, *, seen_before: bool
    ) -> None:
        if seen_before and not self._silent_too_long(attempt_id):
            return
        # A first call that never reached the facility left nothing there; an earlier one may have.
        self._move(attempt_id, "failed", f"{allocation.name} does not answer: {error.message}", ended=not seen_before)

    def _accepted(self, attempt_id: int, allocation: AllocationView, request_id: str) -> None:
        def step(session: Session, trigger: Trigger, attempt: Attempt) -> None:
            attempt.request_id = request_id
            attempt.accepted_at = datetime.now(UTC)
            request = session.get_one(FollowupRequest, attempt.followup_request_id)
            fix_terms(session, request, allocation, attempt.accepted_at)
            move_attempt(session, trigger, attempt, "accepted", f"{allocation.name} took it as request {request_id}.")

        self._heard_at[attempt_id] = time.monotonic()
        self._step(attempt_id, step)

    def watch(self, attempt: Attempt, allocation: AllocationView, *, others_free: bool) -> None:
        """Ask how an accepted attempt goes; give it up where its site closed or is silent and another is free."""
        assert attempt.request_id is not None
        try:
            status = self.gateway_of(allocation).status(attempt.request_id)
        except FacilityRequestUnknown:
            self._move(attempt.id, "failed", f"{allocation.name} no longer knows this request.", ended=True)
            return
        except SkyrelayError as error:
            if others_free and self._silent_too_long(attempt.id):
                self._move(attempt.id, "failed", f"{allocation.name} has been silent: {error.message}")
            return
        self._heard_at[attempt.id] = time.monotonic()
        self._follow(attempt, allocation, status)
        if status.state in (FacilityState.PENDING, FacilityState.SCHEDULED) and others_free:
            reason = self._reason_to_leave(attempt, allocation, status)
            if reason is not None:
                self.give_up(attempt, allocation, "cancelled", reason)

    def _follow(self, attempt: Attempt, allocation: AllocationView, status: FacilityStatus) -> None:
        name = allocation.name
        to_state, why, ended = {
            FacilityState.COMPLETED: ("completed", f"{name} has observed it.", False),
            FacilityState.FAILED: ("failed", f"{name} could not observe it: {status.detail}", True),
            FacilityState.EXPIRED: ("expired", f"Its window at {name} ended without an observation.", True),
            FacilityState.CANCELLED: ("cancelled", f"It was cancelled at {name}.", True),
            FacilityState.OBSERVING: ("observing", f"{name} is observing it now.", False),
        }.get(status.state, ("accepted", attempt.reason or "", False))
        if to_state == attempt.state and status.detail == attempt.detail:
            return
        self._move(attempt.id, to_state, why, detail=status.detail, ended=ended)

    def _reason_to_leave(self, attempt: Attempt, allocation: AllocationView, status: FacilityStatus) -> str | None:
        site = self.sites.of(allocation.id)
        if site.open is False:
            return f"{allocation.name} closed: {site.why}"
        waited_s = (datetime.now(UTC) - (attempt.accepted_at or attempt.created_at)).total_seconds()
        if status.state is FacilityState.PENDING and waited_s > self.patience_s:
            return f"{allocation.name} has not scheduled it within {self.patience_s:.0f} s"
        return None

    def give_up(self, attempt: Attempt, allocation: AllocationView, to_state: str, reason: str) -> None:
        """Cancel an accepted attempt at its facility, and only then let it go; nothing is observed twice."""
        assert attempt.request_id is not None
        try:
            cancelled = self.gateway_of(allocation).cancel(attempt.request_id)
        except FacilityRefused:
            self.watch(attempt, allocation, others_free=False)  # it ended meanwhile: see how
            return
        except FacilityRequestUnknown:
            cancelled = True
        except SkyrelayError as error:
            if self._silent_too_long(attempt.id):
                self._move(attempt.id, "failed", f"{reason}; and it cannot be told to stop: {error.message}")
            return
        if cancelled:
            self._move(attempt.id, to_state, reason, ended=True)

    def withdraw(self, attempt: Attempt, allocation: AllocationView, reason: str, to_state: str = "cancelled") -> None:
        """End an attempt that is no longer wanted, in whatever state it is."""
        if attempt.state in ("planned", "submitting"):
            self._withdraw_unanswered(attempt, allocation, reason)
        else:
            self.give_up(attempt, allocation, to_state, reason)

    def _withdraw_unanswered(self, attempt: Attempt, allocation: AllocationView, reason: str) -> None:
        if attempt.submitted_at is None:
            self._move(attempt.id, "cancelled", reason, ended=True)
            return
        try:
            request_id = self.gateway_of(allocation).find_by_tag(attempt.tag)
        except SkyrelayError as error:
            if self._silent_too_long(attempt.id):
                self._move(attempt.id, "failed", f"{reason}; and {allocation.name} does not answer: {error.message}")
            return
        if request_id is None:
            self._move(attempt.id, "cancelled", reason, ended=True)
        else:
            self._accepted(attempt.id, allocation, request_id)

    def wind_up(self, attempt: Attempt, allocation: AllocationView) -> None:
        """Cancel an attempt given up in silence at its facility, or learn that it was observed."""
        try:
            gateway = self.gateway_of(allocation)
            request_id = attempt.request_id or gateway.find_by_tag(attempt.tag)
            if request_id is None:
                self._move(attempt.id, attempt.state, attempt.reason or "", ended=True)
                return
            status = gateway.status(request_id)
            if status.state is FacilityState.COMPLETED:
                self._late(attempt.id, allocation, request_id)
            elif status.terminal or gateway.cancel(request_id):
                self._move(attempt.id, attempt.state, attempt.reason or "", ended=True)
        except FacilityRequestUnknown:
            self._move(attempt.id, attempt.state, attempt.reason or "", ended=True)
        except SkyrelayError as error:
            log.info("facility still silent", attempt=attempt.id, error=error.message)

    def _late(self, attempt_id: int, allocation: AllocationView, request_id: str) -> None:
        def step(session: Session, trigger: Trigger, attempt: Attempt) -> None:
            attempt.request_id = request_id
            move_attempt(session, trigger, attempt, "completed", f"{allocation.name} had observed it after all.")

        self._step(attempt_id, step)

    def _silent_too_long(self, attempt_id: int) -> bool:
        # After a restart the patience starts anew: we, not the facility, may have been the silent one.
        since = self._heard_at.setdefault(attempt_id, time.monotonic())
        return time.monotonic() - since > self.patience_s

    def _move(
        self, attempt_id: int, to_state: str, why: str, *, detail: str | None = None, ended: bool = False
    ) -> None:
        def step(session: Session, trigger: Trigger, attempt: Attempt) -> None:
            if detail is not None:
                attempt.detail = detail
            move_attempt(session, trigger, attempt, to_state, why)
            if ended:
                attempt.ended_at = datetime.now(UTC)

        self._step(attempt_id, step)

    def _step(self, attempt_id: int, step: Step) -> None:
        with self.context.transaction() as session:
            attempt, trigger = self._load(session, attempt_id)
            step(session, trigger, attempt)

    @staticmethod
    def _load(session: Session, attempt_id: int) -> tuple[Attempt, Trigger]:
        trigger_id = session.execute(select(Attempt.trigger_id).where(Attempt.id == attempt_id)).scalar_one()
        trigger = session.execute(select(Trigger).where(Trigger.id == trigger_id).with_for_update()).scalar_one()
        return session.get_one(Attempt, attempt_id), trigger


def is_loose(attempt: Attempt) -> bool:
    """Whether an attempt was given up without its facility being told yet."""
    return attempt.state not in LIVE_ATTEMPTS and attempt.state != "completed" and attempt.ended_at is None
