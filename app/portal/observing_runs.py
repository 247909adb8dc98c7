"""Observing runs: classical nights on an instrument, of a group or open to everybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.ephemeris import ephemeris, night_of, place_of
from app.portal.instruments import get_instrument
from app.portal.instruments import view as instrument_view
from app.portal.visibility import Standing, group_dict, users_of
from app.sky.tracks import Place
from app.tables import Assignment, Group, Instrument, ObservingRun, Telescope
from app.times import MJD_ZERO, time_of

MANAGE = "Manage observing runs"
CHANGED = "observing_run.changed"
_COLUMNS = ("id", "instrument_id", "group_id", "pi", "observers", "calendar_date", "duration", "owner_id")


def no_such(run_id: int) -> NotAvailableHere:
    """Return the one answer for a run that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no observing run with the id {run_id} here that you may read.")


def need(session: Session, run_id: int) -> ObservingRun:
    """Return a readable run; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(ObservingRun).where(ObservingRun.id == run_id)).first()
    if found is None:
        raise no_such(run_id)
    return found


def day_of(calendar_date: date) -> float:
    """Return the MJD of a calendar date at midnight."""
    return float((calendar_date - MJD_ZERO.date()).days)


def place_of_run(session: Session, instrument_id: int) -> Place | None:
    """Return where the telescope of an instrument stands."""
    query = select(Telescope).join(Instrument, Instrument.telescope_id == Telescope.id)
    return place_of(session.scalars(query.where(Instrument.id == instrument_id)).one())


def add(session: Session, principal: Principal, values: dict[str, Any]) -> int:
    """Make a run of a group of the principal's, or without a group one for everybody; return the id."""
    get_instrument(session, values["instrument_id"])
    standing = _standing(session, principal, values.get("group_id"))
    made = session.execute(
        insert(ObservingRun)
        .values(**values, run_end_utc=_end(session, values), **standing.columns())
        .returning(ObservingRun.id)
    ).scalar_one()
    change = Change("create", "observing run", made, standing.holder_id, after=_plain(values))
    record(session, principal.user_id, change)
    announce(session, CHANGED, audience_id=standing.audience_id, run_id=made)
    return made


def change(session: Session, principal: Principal, run_id: int, values: dict[str, Any]) -> None:
    """Change a run; its owner and its group's administrators may. A new group takes the assignments along."""
    run = need(session, run_id)
    if not values:
        raise BadInput("Nothing to change was sent.")
    if "instrument_id" in values:
        get_instrument(session, values["instrument_id"])
    before = {key: getattr(run, key) for key in values}
    new: dict[str, Any] = dict(values)
    if "group_id" in values:
        standing = _standing(session, principal, values["group_id"])
        new |= {"audience_id": standing.audience_id, "holder_id": standing.holder_id}
    new["run_end_utc"] = _end(session, {name: getattr(run, name) for name in _WHEN} | values)
    changed = session.execute(
        update(ObservingRun).where(ObservingRun.id == run_id).values(**new).returning(ObservingRun.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only its owner, or an administrator of its group, can change an observing run.")
    said = Change("update", "observing run", run_id, run.holder_id, _plain(before), _plain(values))
    record(session, principal.user_id, said)
    announce(session, CHANGED, audience_id=changed, run_id=run_id)


def remove(session: Session, principal: Principal, run_id: int) -> None:
    """Delete a run with its assignments; its owner and its group's administrators may."""
    run = need(session, run_id)
    before = _plain({name: getattr(run, name) for name in _COLUMNS})
    gone = session.execute(delete(ObservingRun).where(ObservingRun.id == run_id).returning(ObservingRun.id)).scalar()
    if gone is None:
        raise Forbidden("Only its owner, or an administrator of its group, can delete an observing run.")
    record(session, principal.user_id, Change("delete", "observing run", run_id, run.holder_id, before))
    announce(session, CHANGED, audience_id=run.audience_id, run_id=run_id)


def restatus(session: Session, principal: Principal, run_id: int, current: str, new: str) -> int:
    """Move the assignments of a run from one status to another; return how many there were.

    Raises :class:`BadInput` where none has that status and may be changed.
    """
    run = need(session, run_id)
    moved = session.scalars(
        update(Assignment)
        .where(Assignment.run_id == run_id, Assignment.status == current)
        .values(status=new, last_modified_by_id=principal.user_id, modified=func.now())
        .returning(Assignment.id)
    ).all()
    if not moved:
        raise BadInput(f"No assignment of this run that you may change is {current!r}.", field="current_status")
    after = {"status": new, "assignment_ids": sorted(moved)}
    said = Change("update", "observing run", run_id, run.holder_id, {"status": current}, after)
    record(session, principal.user_id, said)
    announce(session, CHANGED, audience_id=run.audience_id, run_id=run_id)
    return len(moved)


def listed(session: Session) -> list[dict[str, Any]]:
    """Return the readable runs in the order of their dates, each with its instrument and telescope."""
    runs = session.scalars(select(ObservingRun).order_by(ObservingRun.calendar_date, ObservingRun.id)).all()
    instruments = _instruments(session, runs)
    return [
        {name: getattr(run, name) for name in (*_COLUMNS, "created_at", "modified", "run_end_utc")}
        | {"instrument": instruments[run.instrument_id]}
        for run in runs
    ]


def one(session: Session, run: ObservingRun) -> dict[str, Any]:
    """Return a run with its group, owner, instrument and the Sun on its first night."""
    group = session.get(Group, run.group_id) if run.group_id is not None else None
    place = place_of_run(session, run.instrument_id)
    return {name: getattr(run, name) for name in _COLUMNS} | {
        "instrument": _instruments(session, [run])[run.instrument_id],
        "group": group_dict(group) if group else None,
        "owner": users_of(session, [run.owner_id]).get(run.owner_id),
        "ephemeris": ephemeris(place, night_of(place, day_of(run.calendar_date))) if place else None,
    }


_WHEN = ("instrument_id", "calendar_date", "duration")


def _end(session: Session, values: dict[str, Any]) -> datetime | None:
    place = place_of_run(session, values["instrument_id"])
    if place is None:
        return None
    sunrise = night_of(place, day_of(values["calendar_date"]) + values["duration"] - 1).sunrise
    return None if sunrise is None else time_of(sunrise)


def _standing(session: Session, principal: Principal, group_id: int | None) -> Standing:
    if group_id is None:
        everybody = audiences.intern_groups(session, [audiences.sitewide_group_id(session)])
        return Standing(everybody, audiences.single_user_group_id(session, principal.user_id), principal.user_id)
    audiences.need_groups(session, [group_id], field="group_id")
    return Standing(audiences.intern_groups(session, [group_id]), group_id, principal.user_id)


def _instruments(session: Session, runs: Sequence[ObservingRun]) -> dict[int, Any]:
    rows = session.execute(
        select(Instrument, Telescope)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .where(Instrument.id.in_({run.instrument_id for run in runs}))
    )
    return {row.id: instrument_view(row, telescope) for row, telescope in rows}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
