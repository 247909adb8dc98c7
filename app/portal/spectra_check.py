"""What a spectrum must be to be kept: finite, in Å, at a time that can be; every fault names its field and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal.clean import need_document, need_text
from app.portal.objs import readable
from app.tables import Assignment, FollowupRequest, Instrument, User

Floats = NDArray[np.float64]
MAX_POINTS = 200_000
"""Points of one spectrum: some times those of a high-resolution echelle spectrum."""
UNITS = ("erg/s/cm/cm/AA", "Jy", "AB")
"""SkyPortal's: flux per wavelength, flux per frequency, AB magnitudes."""
TYPES = ("source", "host", "host_center")
EARLIEST = datetime(1850, 1, 1, tzinfo=UTC)
_TEXTS = ("origin", "label", "external_pi", "external_reducer", "external_observer", "original_file_filename")
_EXTERNAL = (
    ("external_pi", "pi", "pi_ids"),
    ("external_reducer", "reduced_by", "reducer_ids"),
    ("external_observer", "observed_by", "observer_ids"),
)
PEOPLE = {"pi": "pi_ids", "reduced_by": "reducer_ids", "observed_by": "observer_ids"}
"""SkyPortal's fields of a body, and the columns they are kept in."""


def pack(values: Sequence[float] | Floats) -> bytes:
    """Return numbers as little-endian float64."""
    return np.asarray(values, dtype="<f8").tobytes()


def unpack(packed: bytes) -> Floats:
    """Return the numbers that :func:`pack` packed."""
    return np.frombuffer(packed, dtype="<f8").astype(np.float64)


def columns(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a body's arrays, texts and people; raise :class:`BadInput` for what is no spectrum."""
    values: dict[str, Any] = {}
    arrays = {name: given[name] for name in ("wavelengths", "fluxes", "errors") if given.get(name) is not None}
    if "wavelengths" in arrays:
        need_wavelengths(arrays["wavelengths"])
        values["n_points"] = len(arrays["wavelengths"])
    for name, array in arrays.items():
        need_finite(array, name)
        values[name] = pack(array)
    if given.get("errors") is not None:
        need_where(np.asarray(given["errors"]) < 0, "errors", "An error is not negative.")
    for name in _TEXTS:
        if name in given:
            need_text(given[name], name, 1000)
            values[name] = given[name]
    need_document(given.get("altdata"), "altdata")
    for name in ("altdata", "obj_id", "instrument_id", "units", "type", "followup_request_id", "assignment_id"):
        if name in given:
            values[name] = given[name]
    if given.get("observed_at") is not None:
        values["observed_at"] = need_time(given["observed_at"])
    for name, column in PEOPLE.items():
        if given.get(name) is not None:
            values[column] = list(dict.fromkeys(given[name]))
    return values


def need_lengths(n_points: int, fluxes: int, errors: int | None) -> None:
    """Raise :class:`BadInput` unless every array has one length."""
    for name, length in (("fluxes", fluxes), ("errors", errors)):
        if length is not None and length != n_points:
            raise BadInput(f"There are {n_points} wavelengths and {length} {name}; send as many.", field=name)


def need_wavelengths(values: Sequence[float]) -> None:
    """Raise :class:`BadInput` for wavelengths that are none, too many, or not in Å."""
    if not values:
        raise BadInput("A spectrum needs at least one wavelength.", field="wavelengths")
    if len(values) > MAX_POINTS:
        raise BadInput(f"A spectrum has at most {MAX_POINTS} points here.", field="wavelengths")
    need_finite(values, "wavelengths")
    array = np.asarray(values, dtype=np.float64)
    need_where(array <= 0, "wavelengths", "A wavelength is greater than 0.")
    if float(array.max()) < 100:
        raise BadInput("Wavelengths are in Å; these look like µm.", field="wavelengths")
    if float(array.min()) >= 300 and float(array.max()) <= 1200:
        raise BadInput("Wavelengths are in Å; these look like nm.", field="wavelengths")


def need_finite(values: Sequence[float] | Floats, field: str) -> None:
    """Raise :class:`BadInput` for NaN and infinite numbers, naming the first place."""
    need_where(~np.isfinite(np.asarray(values, dtype=np.float64)), field, "This is not a finite number.")


def need_where(bad: NDArray[np.bool_], field: str, message: str) -> None:
    """Raise :class:`BadInput` with the places where ``bad`` holds, if there are any."""
    places = np.flatnonzero(bad).tolist()
    if places:
        raise BadInput(f"{field}, place {places[0]}: {message}", field=field, row=places[0], rows=places[:100])


def need_time(value: datetime) -> datetime:
    """Return a time of observation; raise :class:`BadInput` for one before photography or in the future."""
    if not EARLIEST <= value <= datetime.now(UTC) + timedelta(days=1):
        raise BadInput("Nobody took a spectrum then; send the time (UTC) as 2026-01-31T05:06:07.", field="observed_at")
    return value


def need_names(session: Session, values: Mapping[str, Any]) -> int | None:
    """Check what a spectrum names: obj, instrument, people, request, assignment, units, type.

    Returns the sharing policy's version that its follow-up request was accepted under. Raises :class:`BadInput` alike
    for what is missing and what the principal may not read.
    """
    if "obj_id" in values and not readable(session, [values["obj_id"]]):
        raise BadInput("There is no source or candidate of this id.", field="obj_id")
    if "instrument_id" in values and session.get(Instrument, values["instrument_id"]) is None:
        raise BadInput("There is no instrument with this id.", field="instrument_id")
    for name, allowed in (("units", UNITS), ("type", TYPES)):
        if values.get(name) is not None and values[name] not in allowed:
            raise BadInput(f"{values[name]!r} is not known; say one of {', '.join(allowed)}.", field=name)
    _need_people(session, values)
    return need_links(session, values)


def _need_people(session: Session, values: Mapping[str, Any]) -> None:
    named = {user for column in PEOPLE.values() for user in values.get(column) or ()}
    known = set(session.scalars(select(User.id).where(User.id.in_(named)))) if named else set()
    for field, column in PEOPLE.items():
        for user_id in values.get(column) or ():
            if user_id not in known:
                raise BadInput(f"There is no user with the id {user_id}.", field=field)
    for external, field, column in _EXTERNAL:
        if values.get(external) and not values.get(column):
            raise BadInput(f"Beside {external}, name a user as a point of contact in {field}.", field=field)


def need_links(session: Session, values: Mapping[str, Any]) -> int | None:
    """Check the follow-up request and the assignment of data; return the policy version of the request."""
    assignment_id = values.get("assignment_id")
    if assignment_id is not None:
        found = session.get(Assignment, assignment_id)
        if found is None or found.obj_id != values.get("obj_id", found.obj_id):
            raise BadInput("There is no assignment of this source with this id.", field="assignment_id")
    request_id = values.get("followup_request_id")
    if request_id is None:
        return None
    request = session.get(FollowupRequest, request_id)
    if request is None or request.obj_id != values.get("obj_id", request.obj_id):
        raise BadInput("There is no follow-up request for this source with this id.", field="followup_request_id")
    return request.policy_version_id
