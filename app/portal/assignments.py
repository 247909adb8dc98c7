"""Assignments: targets of observing runs. Whoever reads the run and knows of the obj reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import observing_runs
from app.portal.ephemeris import isot, night_of
from app.portal.magnitudes import AB_ZP, mag_of
from app.portal.obj_view import objs_of, saved_groups_of
from app.portal.objs import readable
from app.portal.visibility import users_of
from app.sky.nights import rise_and_set
from app.tables import Assignment, ObservingRun, PhotometricSeries, Spectrum

_COLUMNS = (
    "id", "created_at", "modified", "obj_id", "run_id", "status", "priority", "comment", "last_modified_by_id",
)  # fmt: skip
# One index descent an obj, however long its light curve is.
_LAST_DETECTIONS = text(
    "SELECT o.obj_id, p.mjd, p.filter, p.flux FROM unnest(CAST(:obj_ids AS text[])) AS o(obj_id)"
    " CROSS JOIN LATERAL (SELECT mjd, filter, flux FROM photometry WHERE obj_id = o.obj_id AND flux >= 3 * fluxerr"
    " ORDER BY mjd DESC LIMIT 1) AS p"
)


def no_such(assignment_id: int) -> NotAvailableHere:
    """Return the one answer for an assignment that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no assignment with the id {assignment_id} here that you may read.")


def need(session: Session, assignment_id: int) -> Assignment:
    """Return a readable assignment; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(Assignment).where(Assignment.id == assignment_id)).first()
    if found is None:
        raise no_such(assignment_id)
    return found


def add(session: Session, principal: Principal, values: dict[str, Any]) -> int:
    """Assign an obj to a run, once; return the id."""
    run = session.scalars(select(ObservingRun).where(ObservingRun.id == values["run_id"])).first()
    if run is None:
        raise BadInput(f"There is no observing run with the id {values['run_id']} that you may read.", field="run_id")
    if not readable(session, [values["obj_id"]]):
        raise BadInput("There is no object of this name that you may see.", field="obj_id")
    holder = audiences.holder_among(session, principal.user_id, [run.group_id] if run.group_id is not None else [])
    held = {"audience_id": run.audience_id, "holder_id": holder, "owner_id": principal.user_id}
    made = session.execute(
        insert(Assignment)
        .values(**values, **held)
        .on_conflict_do_nothing(index_elements=["run_id", "obj_id"])
        .returning(Assignment.id)
    ).scalar()
    if made is None:
        raise BadInput("This object is assigned to this run already.", field="obj_id")
    record(session, principal.user_id, Change("create", "assignment", made, holder, after=values))
    # The obj is not named: the run's readers need not know of it.
    announce(session, observing_runs.CHANGED, audience_id=run.audience_id, run_id=run.id)
    return made


def change(session: Session, principal: Principal, assignment_id: int, values: dict[str, Any]) -> None:
    """Change status, priority or comment; who asked, the run's owner and its group may."""
    row = need(session, assignment_id)
    if not values:
        raise BadInput("Nothing to change was sent.")
    before = {key: getattr(row, key) for key in values}
    changed = session.execute(
        update(Assignment)
        .where(Assignment.id == assignment_id)
        .values(**values, last_modified_by_id=principal.user_id, modified=func.now())
        .returning(Assignment.id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who asked for it, or the people of the run, can change an assignment.")
    record(session, principal.user_id, Change("update", "assignment", assignment_id, row.holder_id, before, values))
    announce(session, observing_runs.CHANGED, audience_id=row.audience_id, run_id=row.run_id)


def remove(session: Session, principal: Principal, assignment_id: int) -> None:
    """Delete an assignment; who asked, the run's owner and its group's administrators may."""
    row = need(session, assignment_id)
    before = {name: getattr(row, name) for name in ("run_id", "obj_id", "status", "priority", "comment")}
    gone = session.execute(delete(Assignment).where(Assignment.id == assignment_id).returning(Assignment.id)).scalar()
    if gone is None:
        raise Forbidden("Only who asked for it, or those who lead the run, can delete an assignment.")
    record(session, principal.user_id, Change("delete", "assignment", assignment_id, row.holder_id, before))
    announce(session, observing_runs.CHANGED, audience_id=row.audience_id, run_id=row.run_id)


def listed(session: Session) -> list[dict[str, Any]]:
    """Return the readable assignments, oldest first."""
    return views(session, session.scalars(select(Assignment).order_by(Assignment.id)).all())


def of_obj(session: Session, obj_id: str) -> list[dict[str, Any]]:
    """Return the readable assignments of an obj, oldest first."""
    query = select(Assignment).where(Assignment.obj_id == obj_id).order_by(Assignment.id)
    return views(session, session.scalars(query).all())


def of_run(session: Session, run: ObservingRun) -> list[dict[str, Any]]:
    """Return the readable assignments of a run with what an observer needs.

    Rise and set are those of airmass 2 in the run's first night; the last detection is the last that the reader sees.
    """
    query = select(Assignment).where(Assignment.run_id == run.id).order_by(Assignment.id)
    found = views(session, session.scalars(query).all())
    objs = [one["obj"] for one in found]
    place = observing_runs.place_of_run(session, run.instrument_id)
    times: list[tuple[float | None, float | None]] = [(None, None)] * len(found)
    if place is not None:
        night = night_of(place, observing_runs.day_of(run.calendar_date))
        times = rise_and_set([o["ra"] for o in objs], [o["dec"] for o in objs], place, night)
    names = saved_groups_of(session, [o["id"] for o in objs])
    last = _last_detections(session, [o["id"] for o in objs])
    for one, obj, (rise, down) in zip(found, objs, times, strict=True):
        one["rise_time_utc"], one["set_time_utc"] = isot(rise), isot(down)
        one["accessible_group_names"] = [group["nickname"] or group["name"] for group in names[obj["id"]]]
        one |= last.get(obj["id"], {})
    return found


def views(session: Session, rows: Sequence[Assignment]) -> list[dict[str, Any]]:
    """Return assignments with their obj and who asked, by a constant number of queries."""
    objs = objs_of(session, [row.obj_id for row in rows])
    people = users_of(session, (row.owner_id for row in rows))
    ids = [row.id for row in rows]
    spectra, series = (_assigned(session, table, ids) for table in (Spectrum, PhotometricSeries))
    return [
        {name: getattr(row, name) for name in _COLUMNS}
        | {
            "requester_id": row.owner_id,
            "requester": people.get(row.owner_id),
            "last_modified_by": row.last_modified_by_id,
            "run": row.run_id,
            "obj": objs[row.obj_id],
            "spectra": spectra[row.id],
            "photometric_series": series[row.id],
        }
        for row in rows
        if row.obj_id in objs
    ]


def _assigned(
    session: Session, table: type[Spectrum] | type[PhotometricSeries], ids: list[int]
) -> dict[int | None, list[int]]:
    found: dict[int | None, list[int]] = defaultdict(list)
    if ids:
        query = select(table.assignment_id, table.id).where(table.assignment_id.in_(ids)).order_by(table.id)
        for assignment_id, row_id in session.execute(query):
            found[assignment_id].append(row_id)
    return found


def _last_detections(session: Session, obj_ids: list[str]) -> dict[str, dict[str, Any]]:
    return {
        obj_id: {
            "last_detected_mag": float(mag_of(flux, AB_ZP)),
            "last_detected_filter": bandpass,
            "last_detected_mjd": mjd,
        }
        for obj_id, mjd, bandpass, flux in session.execute(_LAST_DETECTIONS, {"obj_ids": obj_ids})
    }
