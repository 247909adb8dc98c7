"""Marks on photometry points: valid, rejected, or undecided; one a point, for whoever reads the point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.clean import need_text
from app.tables import Photometry, PhotometryValidation

_V = PhotometryValidation
_TEXTS = ("explanation", "notes")


def of_points(session: Session, photometry_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the marks of points that have one, in one query."""
    rows = session.scalars(select(_V).where(_V.photometry_id.in_(set(photometry_ids))))
    return {row.photometry_id: [_dict(row)] for row in rows}


def _dict(row: PhotometryValidation) -> dict[str, Any]:
    names = ("id", "created_at", "modified", "photometry_id", "validated", "validator_id", "explanation", "notes")
    return {name: getattr(row, name) for name in names}


def set_mark(session: Session, principal: Principal, photometry_id: int, given: Mapping[str, Any]) -> int:
    """Mark a point, or mark it anew; return the mark's id. Raises :class:`NotAvailableHere`."""
    found = _current(session, photometry_id)
    if found is not None:
        return change_mark(session, principal, photometry_id, {"validated": None} | dict(given))
    values = _values(given)
    made = session.execute(
        insert(_V).values(photometry_id=photometry_id, validator_id=principal.user_id, **values).returning(_V.id)
    ).scalar_one()
    _tell(session, principal, "create", photometry_id, (None, values))
    return made


def change_mark(session: Session, principal: Principal, photometry_id: int, given: Mapping[str, Any]) -> int:
    """Change the mark of a point; without ``validated`` it becomes undecided. Raises where there is none."""
    found = _current(session, photometry_id)
    if found is None:
        raise BadInput("This point has no validation yet; make one by POST.", field="photometry_id")
    values = {"validated": given.get("validated")} | _values(given)
    before = {name: getattr(found, name) for name in values}
    session.execute(update(_V).where(_V.id == found.id).values(validator_id=principal.user_id, **values))
    _tell(session, principal, "update", photometry_id, (before, values))
    return found.id


def remove_mark(session: Session, principal: Principal, photometry_id: int) -> int:
    """Delete the mark of a point; return its id. Raises where there is none."""
    found = _current(session, photometry_id)
    if found is None:
        raise BadInput("This point has no validation.", field="photometry_id")
    before = {"validated": found.validated, "explanation": found.explanation, "notes": found.notes}
    session.execute(delete(_V).where(_V.id == found.id))
    _tell(session, principal, "delete", photometry_id, (before, None))
    return found.id


def _values(given: Mapping[str, Any]) -> dict[str, Any]:
    for name in _TEXTS:
        need_text(given.get(name), name)
    return {name: given[name] for name in ("validated", *_TEXTS) if name in given}


def _current(session: Session, photometry_id: int) -> PhotometryValidation | None:
    if session.execute(select(Photometry.id).where(Photometry.id == photometry_id)).first() is None:
        raise NotAvailableHere(f"There is no photometry point with the id {photometry_id} that you may read.")
    return session.scalars(select(_V).where(_V.photometry_id == photometry_id)).first()


def _tell(
    session: Session,
    principal: Principal,
    action: str,
    photometry_id: int,
    states: tuple[dict[str, Any] | None, dict[str, Any] | None],
) -> None:
    point = session.execute(
        select(Photometry.obj_id, Photometry.audience_id, Photometry.holder_id).where(Photometry.id == photometry_id)
    ).one()
    change = Change(action, "photometry validation", photometry_id, point.holder_id, states[0], states[1])
    record(session, principal.user_id, change)
    announce(session, "photometry.new", audience_id=point.audience_id, obj_id=point.obj_id)
