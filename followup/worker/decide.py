"""What a trigger needs next: another telescope, more patience, or its end."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from astropy.time import Time
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.context import Context
from app.publications.conduct_effects import standings
from app.tables import Attempt, FollowupRequest, Obj, Trigger
from followup.routing.rank import Option, rank
from followup.triggers.states import LIVE_ATTEMPTS, OPEN_TRIGGERS
from followup.triggers.transitions import move_attempt, move_trigger
from followup.worker.allocations import AllocationView
from followup.worker.sites import SiteBook

MOST_TRIES = 4
"""Attempts per telescope, after which a trigger stops asking it: something is wrong that time will not mend."""
REST = timedelta(seconds=30)
"""How long a telescope is left alone after a first attempt there ended without data; it doubles with each."""


@dataclass(frozen=True)
class Verdict:
    """What was decided: attempts to hand over now."""

    to_submit: tuple[tuple[int, int], ...] = ()


class Router:
    """Decides for one trigger at a time, in one transaction with the trigger's row locked."""

    def __init__(self, context: Context, sites: SiteBook) -> None:
        self.context = context
        self.sites = sites

    def decide(self, trigger_id: int, allocations: dict[int, AllocationView]) -> Verdict:
        """Take a trigger one step further, and return the attempts that are to be handed over."""
        with self.context.transaction() as session:
            trigger = session.execute(select(Trigger).where(Trigger.id == trigger_id).with_for_update()).scalar_one()
            attempts = list(session.scalars(select(Attempt).where(Attempt.trigger_id == trigger_id)))
            done = sum(a.state == "completed" for a in attempts)
            live = [a for a in attempts if a.state in LIVE_ATTEMPTS]
            if done >= trigger.telescopes_wanted:
                if trigger.state != "completed":
                    move_trigger(session, trigger, "completed", "Observed as wanted.")
                return Verdict()
            if trigger.state not in OPEN_TRIGGERS:
                return Verdict()
            if datetime.now(UTC) >= trigger.deadline and not any(a.state == "observing" for a in live):
                move_trigger(session, trigger, "expired", "The deadline passed before it was observed.")
                return Verdict()
            missing = trigger.telescopes_wanted - done - len(live)
            if missing <= 0:
                if trigger.state != "active":
                    move_trigger(session, trigger, "active", "Asked as many telescopes as wanted.")
                return Verdict()
            return self._ask_more(session, trigger, attempts, allocations, missing)

    def free(self, trigger: Trigger, attempts: list[Attempt], allocations: dict[int, AllocationView]) -> list[Option]:
        """Return the telescopes that a trigger may ask now, whether or not they can observe."""
        before = {key: [a for a in attempts if a.allocation_id == key] for key in trigger.allocation_ids}
        return [
            self._option(allocations[key], tried)
            for key, tried in before.items()
            if key in allocations and not _is_barred(tried) and _rested(tried)
        ]

    def can_go_elsewhere(
        self, session: Session, trigger: Trigger, attempts: list[Attempt], allocations: dict[int, AllocationView]
    ) -> bool:
        """Whether another telescope could take a trigger right now."""
        obj = session.get_one(Obj, trigger.obj_id)
        return bool(rank(self.free(trigger, attempts, allocations), obj.ra, obj.dec, Time.now().utc.mjd)[0])

    def _ask_more(
        self,
        session: Session,
        trigger: Trigger,
        attempts: list[Attempt],
        allocations: dict[int, AllocationView],
        missing: int,
    ) -> Verdict:
        queues = _queues(session)
        fair = _by_conduct(session, trigger, {a.group_id for a in allocations.values()})
        options = [
            replace(
                option, queued=queues.get(option.allocation_id, 0), **fair[allocations[option.allocation_id].group_id]
            )
            for option in self.free(trigger, attempts, allocations)
        ]
        under_way = any(a.state in LIVE_ATTEMPTS for a in attempts)
        if not options:
            if not under_way:
                self._none_left(session, trigger, attempts, allocations)
            return Verdict()
        obj = session.get_one(Obj, trigger.obj_id)
        usable, why_not = rank(options, obj.ra, obj.dec, Time.now().utc.mjd)
        passed_over = "; ".join(why_not)
        if not usable:
            if not under_way:
                move_trigger(session, trigger, "routing", f"No telescope can take it now: {passed_over}.")
            return Verdict()
        chosen = usable[:missing]
        names = ", ".join(option.name for option in chosen)
        said = [passed_over] * bool(passed_over) + list(dict.fromkeys(s for option in usable for s in option.conduct))
        why = "; ".join([f"Asking {names}", *said]) + "."
        made = [_new_attempt(session, trigger, allocations[option.allocation_id], why) for option in chosen]
        move_trigger(session, trigger, "active", why)
        return Verdict(tuple((attempt.id, attempt.allocation_id) for attempt in made))

    @staticmethod
    def _none_left(
        session: Session, trigger: Trigger, attempts: list[Attempt], allocations: dict[int, AllocationView]
    ) -> None:
        tried = (
            [a for a in attempts if a.allocation_id == key] for key in trigger.allocation_ids if key in allocations
        )
        if all(_is_barred(before) for before in tried):
            move_trigger(session, trigger, "failed", "No telescope is left to ask: see the attempts for why.")
        else:
            move_trigger(session, trigger, "routing", "Every telescope was tried a moment ago; it asks again soon.")

    def _option(self, allocation: AllocationView, before: list[Attempt]) -> Option:
        state = self.sites.of(allocation.id)
        return Option(allocation.id, allocation.name, allocation.site, state.open, state.why, state.clock, len(before))


def _by_conduct(session: Session, trigger: Trigger, owner_ids: set[int]) -> dict[int, dict[str, Any]]:
    """Return what the ledgers of conduct make of a trigger on the telescopes of each group, and why."""
    ledgers = standings(session)
    found: dict[int, dict[str, Any]] = {}
    for owner_id in owner_ids:
        share, first = ledgers.share(trigger.holder_id, owner_id), ledgers.first(trigger.holder_id, owner_id)
        why = tuple(said for said in (share.why, first.why) if said is not None)
        found[owner_id] = {"share": share.value, "ahead": first.value, "conduct": why}
    return found


def _queues(session: Session) -> dict[int, int]:
    """Return how many attempts each allocation is busy with."""
    counted = select(Attempt.allocation_id, func.count().label("n")).where(Attempt.state.in_(LIVE_ATTEMPTS))
    return {row.allocation_id: row.n for row in session.execute(counted.group_by(Attempt.allocation_id))}


def _is_barred(before: list[Attempt]) -> bool:
    if sum(a.state in ("failed", "expired") for a in before) >= MOST_TRIES:
        return True
    return any(a.state in LIVE_ATTEMPTS or a.state in ("completed", "rejected") for a in before)


def _rested(before: list[Attempt]) -> bool:
    if not before:
        return True
    rest = REST * float(2 ** min(len(before) - 1, 6))
    return datetime.now(UTC) >= max(a.modified for a in before) + rest


def _new_attempt(session: Session, trigger: Trigger, allocation: AllocationView, why: str) -> Attempt:
    request = _request_of(session, trigger, allocation)
    attempt = Attempt(
        trigger_id=trigger.id,
        allocation_id=allocation.id,
        followup_request_id=request.id,
        # Random, so that a database restored from a backup never takes another request for its own.
        tag=f"skyrelay-{trigger.id}-{secrets.token_hex(8)}",
        facility=allocation.facility,
        site=allocation.site,
        telescope=allocation.name,
        instrument=allocation.instrument,
        state="planned",
        holder_id=trigger.holder_id,
        audience_id=trigger.audience_id,
        owner_id=trigger.owner_id,
    )
    session.add(attempt)
    session.flush()
    move_attempt(session, trigger, attempt, "submitting", why)
    return attempt


def _request_of(session: Session, trigger: Trigger, allocation: AllocationView) -> FollowupRequest:
    """Return the request that a trigger was made from and no attempt has used yet, else a new one."""
    used = select(Attempt.followup_request_id).where(
        Attempt.trigger_id == trigger.id, Attempt.followup_request_id.is_not(None)
    )
    waiting = session.scalars(
        select(FollowupRequest).where(
            FollowupRequest.trigger_id == trigger.id,
            FollowupRequest.allocation_id == allocation.id,
            FollowupRequest.id.not_in(used),
        )
    ).first()
    if waiting is not None:
        return waiting
    request = FollowupRequest(
        obj_id=trigger.obj_id,
        allocation_id=allocation.id,
        trigger_id=trigger.id,
        payload={"filters": trigger.filters, "deadline": trigger.deadline.isoformat()},
        status="submitting",
        target_group_ids=[trigger.holder_id],
        holder_id=allocation.group_id,
        audience_id=trigger.audience_id,
        owner_id=trigger.owner_id,
    )
    session.add(request)
    session.flush()
    return request
