"""What instruments did and how they are: logs that their operators upload, and their status."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput
from app.portal.allocations import get_allocation
from app.portal.instruments import get_instrument
from app.tables import Allocation, FacilityState, Instrument, InstrumentLog

UPLOAD = "Upload data"


def parsed(log: dict[str, Any] | str) -> dict[str, Any]:
    """Return a log as JSON: an object as it is, text as JSON or else line by line."""
    if isinstance(log, dict):
        return log
    try:
        found = json.loads(log)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return found
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    if not lines:
        raise BadInput("The log is empty.", field="log")
    return {"logs": [{"message": line} for line in lines]}


def add(
    session: Session, principal: Principal, instrument_id: int, period: tuple[datetime, datetime], log: dict[str, Any]
) -> int:
    """Store a log of a period (UTC); return its id."""
    principal.need(UPLOAD)
    get_instrument(session, instrument_id)
    start, end = period
    if end < start:
        raise BadInput("A log ends after it starts.", field="end_date")
    with elevated(session, principal, f"upload a log of the instrument {instrument_id}"):
        values = {"instrument_id": instrument_id, "start_date": start, "end_date": end, "log": log}
        made = session.execute(insert(InstrumentLog).values(**values).returning(InstrumentLog.id)).scalar_one()
        after = {"instrument_id": instrument_id, "start_date": start.isoformat(), "end_date": end.isoformat()}
        record(session, principal.user_id, Change("create", "instrument log", made, after=after))
    return made


def listed(session: Session, instrument_id: int, start: datetime | None, end: datetime | None) -> list[dict[str, Any]]:
    """Return the logs that overlap a period (UTC), in the order of their start."""
    get_instrument(session, instrument_id)
    wanted = select(InstrumentLog).where(InstrumentLog.instrument_id == instrument_id)
    if start is not None:
        wanted = wanted.where(InstrumentLog.end_date >= start)
    if end is not None:
        wanted = wanted.where(InstrumentLog.start_date <= end)
    names = ("id", "created_at", "modified", "instrument_id", "start_date", "end_date", "log")
    rows = session.scalars(wanted.order_by(InstrumentLog.start_date, InstrumentLog.id))
    return [{name: getattr(row, name) for name in names} for row in rows]


def exists(session: Session, instrument_id: int) -> bool:
    """Tell whether an instrument has a log."""
    query = select(InstrumentLog.id).where(InstrumentLog.instrument_id == instrument_id).limit(1)
    return session.execute(query).first() is not None


def fetch_outside(session: Session, allocation_id: int) -> None:
    """Say that no facility class here has a log to be fetched; raise for an allocation that one may not read."""
    allocation = get_allocation(session, allocation_id)
    facility = f"The facility {allocation.facility}" if allocation.facility else "This allocation's instrument"
    raise BadInput(f"{facility} keeps no log that could be fetched; upload one by POST /api/instrument/…/log.")


def set_status(session: Session, principal: Principal, instrument_id: int, given: dict[str, Any] | None) -> None:
    """Store an instrument's status; without one, what its facility last said to the follow-up service."""
    principal.need(UPLOAD)
    instrument = get_instrument(session, instrument_id)
    status = {key: value for key, value in (given or {}).items() if value not in (None, "", [], {})}
    if not status:
        status = _last_said(session, instrument_id)
    with elevated(session, principal, f"say the status of the instrument {instrument_id}"):
        session.execute(
            update(Instrument)
            .where(Instrument.id == instrument_id)
            .values(status=status, last_status_update=func.now(), modified=Instrument.modified)
        )
        change = Change(
            "update", "instrument status", instrument_id, before={"status": instrument.status}, after={"status": status}
        )
        record(session, principal.user_id, change)


def _last_said(session: Session, instrument_id: int) -> dict[str, Any]:
    row = session.scalars(
        select(FacilityState)
        .join(Allocation, Allocation.id == FacilityState.allocation_id)
        .where(Allocation.instrument_id == instrument_id)
        .order_by(FacilityState.checked_at.desc())
    ).first()
    if row is None:
        raise BadInput("Nobody said how this instrument is: send a status.", field="status")
    return {"open": row.open, "is_night": row.is_night, "why": row.why, "checked_at": row.checked_at.isoformat()}
