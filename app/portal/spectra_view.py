"""Spectra as SkyPortal's clients read them, in a number of queries that does not grow with the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from app.access.reads import seen
from app.errors import BadInput, NotFound
from app.portal import annotations as attached
from app.portal import comments, spectra
from app.portal.objs import readable
from app.portal.spectra_check import Floats, unpack
from app.portal.visibility import groups_of, users_of
from app.tables import Instrument, Spectrum, Telescope
from app.times import mjd_of

MAX_WHOLE = 2_000
"""Spectra with their arrays in one answer: with 4,000 points each, 100 MB of JSON."""
_S = Spectrum
_META = (
    _S.id, _S.created_at, _S.modified, _S.obj_id, _S.observed_at, _S.units, _S.origin, _S.type, _S.label,
    _S.instrument_id, _S.followup_request_id, _S.assignment_id, _S.altdata, _S.original_file_filename, _S.owner_id,
)  # fmt: skip
_PEOPLE = (_S.pi_ids, _S.reducer_ids, _S.observer_ids, _S.external_pi, _S.external_reducer, _S.external_observer)
_ARRAYS = (_S.wavelengths, _S.fluxes, _S.errors)
_EXTERNAL = ("external_pi", "external_reducer", "external_observer")


@dataclass(frozen=True)
class Wanted:
    """What to tell of each spectrum: arrays and people, the original file, notes, the time as MJD."""

    arrays: bool = True
    people: bool = True
    original_file: bool = False
    notes: bool = False
    mjd: bool = False
    median: bool = False


def one(session: Session, spectrum_id: int, wanted: Wanted) -> dict[str, Any]:
    """Return one spectrum; raise :class:`NotAvailableHere`."""
    found = read(session, [_S.id == spectrum_id], wanted)
    if not found:
        raise spectra.no_such(spectrum_id)
    return found[0]


def of_source(session: Session, obj_id: str, wanted: Wanted, order: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the readable spectra of a source, by (column, asc or desc); raise :class:`NotFound`."""
    if not readable(session, [obj_id]):
        raise NotFound("There is no source of this name that you may read.")
    column = getattr(_S, order[0])
    ordered = column.desc() if order[1] == "desc" else column
    return read(session, [_S.obj_id == obj_id], wanted, (ordered, _S.id))


def read(
    session: Session,
    where: Sequence[ColumnElement[bool]],
    wanted: Wanted,
    order: Sequence[Any] = (_S.id,),
) -> list[dict[str, Any]]:
    """Return the spectra that fulfil all of ``where``; raise :class:`BadInput` for too many with their arrays."""
    query = _query(wanted).where(*where).order_by(*order)
    rows = session.execute(query.limit(MAX_WHOLE + 1) if wanted.arrays else query).all()
    if wanted.arrays and len(rows) > MAX_WHOLE:
        raise BadInput(
            f"More than {MAX_WHOLE} spectra fit; narrow the search, or ask with minimalPayload=true.",
            field="minimalPayload",
        )
    if wanted.arrays or wanted.original_file:
        seen(session, "spectrum", ((row.obj_id, row.holder_id, row.policy_version_id) for row in rows))
    told = [_dict(row, wanted) for row in rows]
    if wanted.people:
        _add_people(session, rows, told)
    if wanted.notes:
        _add_notes(session, told)
    return told


def _query(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    columns = [*_META, _S.holder_id, _S.policy_version_id, Instrument.name.label("instrument_name"),
               Telescope.id.label("telescope_id"), Telescope.name.label("telescope_name")]  # fmt: skip
    if wanted.people:
        columns += [_S.audience_id, *_PEOPLE]
    if wanted.arrays:
        columns += _ARRAYS
    if wanted.original_file:
        columns.append(_S.original_file_string)
    query: Select[*tuple[Any, ...]] = select(*columns)
    return query.join(Instrument, Instrument.id == _S.instrument_id).join(
        Telescope, Telescope.id == Instrument.telescope_id
    )


def _dict(row: Row[Any], wanted: Wanted) -> dict[str, Any]:
    names = [c.key for c in _META] + ["instrument_name", "telescope_id", "telescope_name"]
    told = {name: getattr(row, name) for name in names}
    if wanted.arrays:
        fluxes, errors = unpack(row.fluxes), None if row.errors is None else unpack(row.errors)
        if wanted.median:
            scale = _median(fluxes)
            fluxes, errors = fluxes / scale, None if errors is None else errors / scale
        told["wavelengths"] = unpack(row.wavelengths).tolist()
        told["fluxes"] = fluxes.tolist()
        told["errors"] = None if errors is None else errors.tolist()
    if wanted.original_file:
        told["original_file_string"] = row.original_file_string
    if wanted.mjd:
        told["observed_at_mjd"] = mjd_of(row.observed_at)
    if wanted.people:
        told |= {name: getattr(row, name) for name in _EXTERNAL if getattr(row, name) is not None}
    return told


def _median(fluxes: Floats) -> float:
    """Return what to divide by, so that the median of the absolute flux becomes 1; 1 where that is 0."""
    return float(np.median(np.abs(fluxes))) or 1.0


def _add_people(session: Session, rows: Sequence[Row[Any]], told: list[dict[str, Any]]) -> None:
    groups = groups_of(session, (r.audience_id for r in rows))
    named = {u for r in rows for u in (r.owner_id, *r.pi_ids, *r.reducer_ids, *r.observer_ids)}
    users = users_of(session, named)
    for row, one_told in zip(rows, told, strict=True):
        one_told["groups"] = groups[row.audience_id]
        one_told["owner"] = users.get(row.owner_id)
        for field, ids in (("pis", row.pi_ids), ("reducers", row.reducer_ids), ("observers", row.observer_ids)):
            one_told[field] = [users[u] for u in ids if u in users]


def _add_notes(session: Session, told: list[dict[str, Any]]) -> None:
    ids = [t["id"] for t in told]
    remarks, values = comments.by_resource(session, "spectra", ids), attached.by_resource(session, "spectra", ids)
    for one_told in told:
        one_told["comments"] = remarks.get(one_told["id"], [])
        one_told["annotations"] = values.get(one_told["id"], [])
