"""What people do with triggers: want one, look at them, withdraw one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, need_groups
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, NotAvailableHere
from app.tables import (
    Allocation,
    Attempt,
    FacilityState,
    Instrument,
    Obj,
    Source,
    Telescope,
    Trigger,
    TriggerTransition,
    User,
)
from followup.triggers.models import (
    AttemptView,
    FacilityView,
    Person,
    StepView,
    TriggerPost,
    TriggerView,
)
from followup.triggers.states import OPEN_TRIGGERS
from followup.triggers.transitions import move_trigger, note

NO_SUCH_TRIGGER = "There is no trigger with this id that you may see."


def create(session: Session, principal: Principal, wanted: TriggerPost) -> int:
    """Record a wish for a saved source; the follow-up service takes it from there."""
    need_groups(session, [wanted.group_id], field="group_id")
    if session.get(Obj, wanted.obj_id) is None:
        raise BadInput(f"There is no object {wanted.obj_id!r} that you may see.", field="obj_id")
    saved = select(Source.id).where(Source.obj_id == wanted.obj_id, Source.active)
    if session.execute(saved.limit(1)).first() is None:
        raise BadInput(f"Save {wanted.obj_id} as a source first: only sources are followed up.", field="obj_id")
    _need_allocations(session, wanted)
    trigger = Trigger(
        obj_id=wanted.obj_id,
        state="wanted",
        filters=[part.model_dump() for part in wanted.filters],
        deadline=wanted.deadline,
        priority=wanted.priority,
        telescopes_wanted=wanted.telescopes_wanted,
        allocation_ids=wanted.allocation_ids,
        note=wanted.note,
        why="Waiting for the follow-up service.",
        owner_id=principal.user_id,
        holder_id=wanted.group_id,
        audience_id=intern_groups(session, [wanted.group_id]),
    )
    session.add(trigger)
    session.flush()
    note(session, trigger, "wanted", wanted.note or "Asked for.", by_id=principal.user_id)
    after = wanted.model_dump(mode="json")
    record(session, principal.user_id, Change("create", "trigger", trigger.id, wanted.group_id, after=after))
    return trigger.id


def _need_allocations(session: Session, wanted: TriggerPost) -> None:
    rows = session.execute(
        select(Allocation.id, Allocation.facility, Instrument.filters, Instrument.name)
        .join(Instrument, Instrument.id == Allocation.instrument_id)
        .where(Allocation.id.in_(wanted.allocation_ids))
    ).all()
    known = {row.id: row for row in rows}
    for allocation_id in wanted.allocation_ids:
        row = known.get(allocation_id)
        if row is None:
            raise BadInput(f"You have no allocation with the id {allocation_id}.", field="allocation_ids")
        if row.facility is None:
            raise BadInput(f"Nothing can be triggered on {row.name} by program.", field="allocation_ids")
        for part in wanted.filters:
            if row.filters and part.filter not in row.filters:
                raise BadInput(
                    f"{row.name} has no filter {part.filter}; it has {', '.join(row.filters)}.", field="filters"
                )


def cancel(session: Session, principal: Principal, trigger_id: int, reason: str) -> None:
    """Withdraw a trigger; the follow-up service then cancels what facilities still hold."""
    trigger = session.execute(select(Trigger).where(Trigger.id == trigger_id).with_for_update()).scalar_one_or_none()
    if trigger is None:
        raise NotAvailableHere(NO_SUCH_TRIGGER)
    if trigger.state not in OPEN_TRIGGERS:
        raise Conflict(f"This trigger is {trigger.state} already; there is nothing to cancel.")
    before = trigger.state
    move_trigger(session, trigger, "cancelled", reason, by_id=principal.user_id)
    session.execute(update(Trigger).where(Trigger.id == trigger_id).values(next_look_at=func.now()))
    change = Change(
        "cancel", "trigger", trigger_id, trigger.holder_id, {"state": before}, {"state": "cancelled"}, reason
    )
    record(session, principal.user_id, change)


def get(session: Session, trigger_id: int) -> TriggerView:
    """Return one trigger."""
    found = views(session, session.scalars(select(Trigger).where(Trigger.id == trigger_id)).all())
    if not found:
        raise NotAvailableHere(NO_SUCH_TRIGGER)
    return found[0]


def views(session: Session, triggers: Sequence[Trigger]) -> list[TriggerView]:
    """Return triggers with their attempts and history, by three queries however many there are."""
    ids = [t.id for t in triggers]
    attempts: dict[int, list[AttemptView]] = defaultdict(list)
    for attempt in session.scalars(select(Attempt).where(Attempt.trigger_id.in_(ids)).order_by(Attempt.id)):
        attempts[attempt.trigger_id].append(AttemptView.model_validate(attempt, from_attributes=True))
    steps: dict[int, list[StepView]] = defaultdict(list)
    rows = session.execute(
        select(TriggerTransition, User.username)
        .outerjoin(User, User.id == TriggerTransition.by_id)
        .where(TriggerTransition.trigger_id.in_(ids))
        .order_by(TriggerTransition.id)
    )
    for step, username in rows:
        by = Person(id=step.by_id, username=username) if username else None
        steps[step.trigger_id].append(
            StepView(
                at=step.at,
                attempt_id=step.attempt_id,
                from_state=step.from_state,
                to_state=step.to_state,
                why=step.why,
                by=by,
            )
        )
    askers = select(User.id, User.username).where(User.id.in_({t.owner_id for t in triggers}))
    names = {row.id: row.username for row in session.execute(askers)}
    return [
        TriggerView.model_validate(
            {
                **{name: getattr(t, name) for name in _PLAIN},
                "group_id": t.holder_id,
                "requester": Person(id=t.owner_id, username=names[t.owner_id]),
                "attempts": attempts[t.id],
                "history": steps[t.id],
            }
        )
        for t in triggers
    ]


_PLAIN = (
    "id", "obj_id", "state", "filters", "deadline", "priority", "telescopes_wanted", "allocation_ids", "note",
    "why", "created_at", "modified",
)  # fmt: skip


def facilities(session: Session) -> list[FacilityView]:
    """Return the telescopes that the principal's groups may trigger, as they were last seen."""
    rows = session.execute(
        select(Allocation, Instrument, Telescope, FacilityState)
        .join(Instrument, Instrument.id == Allocation.instrument_id)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .outerjoin(FacilityState, FacilityState.allocation_id == Allocation.id)
        .where(Allocation.facility.is_not(None))
        .order_by(Telescope.name, Allocation.id)
    )
    return [
        FacilityView(
            allocation_id=allocation.id,
            facility=allocation.facility or "",
            site=allocation.facility_config.get("site"),
            telescope=telescope.name,
            instrument=instrument.name,
            filters=instrument.filters,
            group_id=allocation.group_id,
            open=state.open if state else None,
            is_night=state.is_night if state else None,
            why=state.why if state else "Not asked yet.",
            checked_at=state.checked_at if state else None,
        )
        for allocation, instrument, telescope, state in rows
    ]
