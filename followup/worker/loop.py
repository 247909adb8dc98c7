"""The follow-up service's loop: claim the triggers that are due, take each one step further, look again soon."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy import ColumnElement, and_, any_, case, exists, func, literal, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import SkyrelayError
from app.publications.conduct_effects import standings
from app.tables import Allocation, Attempt, Trigger
from followup.facilities.model import FacilityGateway
from followup.returns.collect import collect
from followup.triggers.states import LIVE_ATTEMPTS, OPEN_TRIGGERS
from followup.worker.allocations import AllocationView, load_allocations, open_gateway
from followup.worker.attempts import AttemptKeeper, is_loose
from followup.worker.decide import Router
from followup.worker.sites import SiteBook
from followup.worker.standing import StandingWishes

log = structlog.get_logger(__name__)
LEASE = timedelta(seconds=120)
"""How long a claimed trigger is left alone by other workers; a killed worker's triggers come free after it."""
AT_ONCE = 20


class FollowupWorker:
    """One worker; several may run beside each other."""

    def __init__(self, context: Context, gateway_of: Callable[[AllocationView], FacilityGateway] | None = None) -> None:
        self.context = context
        self.gateway_of = gateway_of or (lambda allocation: open_gateway(context, allocation))
        self.poll = timedelta(seconds=context.settings.followup.poll_s)
        self.sites = SiteBook(context, self.gateway_of, context.settings.followup.poll_s)
        self.keeper = AttemptKeeper(context, self.gateway_of, self.sites)
        self.router = Router(context, self.sites)
        self.standing = StandingWishes(context)

    def run(self, stopping: threading.Event) -> None:
        """Work until told to stop; a fault in one round is logged and the next round comes."""
        self._free_own_claims()
        while not stopping.is_set():
            try:
                n = self.round()
            except (SkyrelayError, OperationalError) as error:
                log.warning("follow-up round failed", error=str(error))
                n = 0
            if n < AT_ONCE:
                stopping.wait(min(self.poll.total_seconds(), 1.0))

    def round(self) -> int:
        """Take every due trigger one step further; return how many there were."""
        self.standing.round()
        with self.context.transaction() as session:
            allocations = load_allocations(session)
        self.sites.refresh(allocations)
        due = self._claim()
        for trigger_id in due:
            try:
                self.look(trigger_id, allocations)
            except SkyrelayError as error:
                log.warning("trigger could not be taken further", trigger=trigger_id, error=error.message)
            finally:
                self._look_again(trigger_id)
        return len(due)

    def look(self, trigger_id: int, allocations: dict[int, AllocationView]) -> None:
        """Take one trigger one step further."""
        self._tend_attempts(trigger_id, allocations)
        for attempt_id, allocation_id in self.router.decide(trigger_id, allocations).to_submit:
            self.keeper.submit(attempt_id, allocations[allocation_id])

    def _tend_attempts(self, trigger_id: int, allocations: dict[int, AllocationView]) -> None:
        with self.context.transaction() as session:
            trigger = session.get_one(Trigger, trigger_id)
            query = select(Attempt).where(Attempt.trigger_id == trigger_id).order_by(Attempt.id)
            attempts = list(session.scalars(query))
            elsewhere = trigger.state in OPEN_TRIGGERS and self.router.can_go_elsewhere(
                session, trigger, attempts, allocations
            )
        wanted = trigger.state in OPEN_TRIGGERS
        for attempt in attempts:
            allocation = allocations.get(attempt.allocation_id)
            if allocation is None:
                continue
            if attempt.state == "completed" and attempt.collected_at is None:
                collect(self.context, self.gateway_of, attempt.id, allocation)
            elif is_loose(attempt):
                self.keeper.wind_up(attempt, allocation)
            elif attempt.state in LIVE_ATTEMPTS and not wanted:
                to_state = "expired" if trigger.state == "expired" and attempt.request_id else "cancelled"
                self.keeper.withdraw(attempt, allocation, f"The trigger is {trigger.state}: {trigger.why}", to_state)
            elif attempt.state == "submitting":
                self.keeper.submit(attempt.id, allocation)
            elif attempt.state in ("accepted", "observing"):
                self.keeper.watch(attempt, allocation, others_free=elsewhere)

    def _claim(self) -> list[int]:
        """Take the most urgent of those that are due, as much as their teams' conduct lets their priority weigh."""
        unfinished = exists().where(Attempt.trigger_id == Trigger.id, Attempt.ended_at.is_(None))
        with self.context.transaction() as session:
            due = (
                select(Trigger.id)
                .where(Trigger.next_look_at <= func.now(), or_(Trigger.state.in_(OPEN_TRIGGERS), unfinished))
                .order_by((Trigger.priority * _weight(session)).desc(), Trigger.next_look_at)
                .limit(AT_ONCE)
                .with_for_update(skip_locked=True)
            )
            ids = list(session.scalars(due))
            if ids:
                lease = update(Trigger).where(Trigger.id.in_(ids))
                session.execute(lease.values(next_look_at=func.now() + LEASE, modified=Trigger.modified))
        return ids

    def _look_again(self, trigger_id: int) -> None:
        with self.context.transaction() as session:
            again = update(Trigger).where(Trigger.id == trigger_id)
            session.execute(again.values(next_look_at=func.now() + self.poll, modified=Trigger.modified))

    def _free_own_claims(self) -> None:
        """After a restart, look at everything at once instead of waiting for a dead worker's leases to end."""
        with self.context.transaction() as session:
            session.execute(
                update(Trigger)
                .where(Trigger.next_look_at > func.now())
                .values(next_look_at=func.now(), modified=Trigger.modified)
            )


def _weight(session: Session) -> ColumnElement[float]:
    """Return by how much a trigger's priority counts: 1, unless a ledger of conduct weighs its team's requests.

    It does so where a telescope of another team of the ledger is among those that it may ask.
    """
    rules = [
        (
            and_(
                Trigger.holder_id == asker_id,
                select(Allocation.id)
                .where(Allocation.id == any_(Trigger.allocation_ids), Allocation.group_id.in_(owner_ids))
                .exists(),
            ),
            factor,
        )
        for asker_id, owner_ids, factor in standings(session).shares()
    ]
    return case(*rules, else_=1.0) if rules else literal(1.0)
