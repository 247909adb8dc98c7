"""What an analysis is made from: the data that its requester sees, as CSV, and whose eyes each piece was for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, undefer

from app.access.reads import counting, seen, seen_within
from app.errors import BadInput
from app.portal import obj_details
from app.portal.lightcurves import LightCurveOptions, by_obj
from app.tables import Annotation, Classification, Comment, Instrument, ObjDetail, Photometry, Spectrum

PHOTOMETRY = (
    "mjd", "filter", "flux", "fluxerr", "zp", "magsys", "mag", "magerr", "limiting_mag", "instrument_name", "origin",
    "ra", "dec",
)  # fmt: skip
SPECTRA = ("id", "instrument_name", "observed_at", "wavelengths", "fluxes", "errors", "units", "origin", "type")
FILTERS = {"photometry": ("filters", "instruments"), "spectra": ("instruments",)}


@dataclass(frozen=True)
class Used:
    """Rows that were used: for whom, whose, of which product of the policies, under which version."""

    audience_id: int
    owner_id: int
    product: str | None = None
    holder_id: int | None = None
    version_id: int | None = None
    instrument_id: int | None = None


@dataclass
class Inputs:
    """CSV texts by kind of data, and for whom the rows in them are.

    ``audiences`` are those of all rows, ``foreign`` those of rows that somebody else than the requester owns,
    ``versions`` the policy versions that rows are under.
    """

    texts: dict[str, str]
    audiences: set[int]
    foreign: set[int]
    versions: set[int] = field(default_factory=set)
    used: set[Used] = field(default_factory=set)

    def came_from(self, rows: Iterable[Used], user_id: int) -> None:
        """Note rows that were used."""
        for row in rows:
            self.used.add(row)
            self.close(row.audience_id, row.owner_id != user_id)
            if row.version_id is not None:
                self.versions.add(row.version_id)

    def close(self, audience_id: int, foreign: bool) -> None:
        """Keep what is made of these from all but an audience; from the requester too where it is ``foreign``."""
        self.audiences.add(audience_id)
        if foreign:
            self.foreign.add(audience_id)


def check_filters(filters: Mapping[str, Any]) -> None:
    """Raise :class:`BadInput` for an input filter that there is none of.

    There are ``{"photometry": {"filters": [names], "instruments": [ids or names]}, "spectra": {"instruments": […]}}``.
    """
    for kind, given in filters.items():
        if kind not in FILTERS or not isinstance(given, dict):
            raise BadInput(f"input_filters has {', '.join(FILTERS)}, each an object; not {kind!r}.",
                           field=f"input_filters.{kind}")  # fmt: skip
        for name, values in given.items():
            known = name in FILTERS[kind] and isinstance(values, list)
            if not known or not all(isinstance(v, (str, int)) for v in values):
                raise BadInput(
                    f"input_filters.{kind} has lists of {' and '.join(FILTERS[kind])}; not {name!r}.",
                    field=f"input_filters.{kind}.{name}",
                )


def collect(session: Session, user_id: int, obj_id: str, kinds: Sequence[str], filters: Mapping[str, Any]) -> Inputs:
    """Return what the transaction's principal sees of an obj; its reads must see one state of the database."""
    inputs = Inputs({}, set(), set())
    for kind in kinds:
        inputs.texts[kind] = _COLLECT[kind](session, user_id, obj_id, filters.get(kind) or {}, inputs)
    return inputs


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])
    return out.getvalue()


def _cell(value: Any) -> Any:
    return json.dumps(value, default=str) if isinstance(value, (dict, list)) else value


def _instruments(given: Mapping[str, Any]) -> tuple[set[int], set[str]] | None:
    wanted = given.get("instruments")
    if wanted is None:
        return None
    return {v for v in wanted if isinstance(v, int)}, {v for v in wanted if isinstance(v, str)}


def _photometry(session: Session, user_id: int, obj_id: str, given: Mapping[str, Any], inputs: Inputs) -> str:
    with counting(session):
        points = by_obj(session, [obj_id], LightCurveOptions(format="both")).get(obj_id, [])
    if given.get("filters") is not None:
        points = [p for p in points if p["filter"] in given["filters"]]
    if (wanted := _instruments(given)) is not None:
        points = [p for p in points if p["instrument_id"] in wanted[0] or p["instrument_name"] in wanted[1]]
    # By what was used, not by what there is: a filter may leave out all that is more private.
    ids = [point["id"] for point in points]
    p = Photometry
    whose = (p.audience_id, p.owner_id, p.holder_id, p.policy_version_id, p.instrument_id)
    used = session.execute(select(*whose, func.count()).where(p.id.in_(ids)).group_by(*whose)).tuples().all()
    rows = (Used(audience, owner, "photometry", *rest) for audience, owner, *rest, _number in used)
    inputs.came_from(rows, user_id)
    for _audience, _owner, holder, version, _instrument, number in used:
        seen_within(session, "photometry", (obj_id, holder, version), number)
    return _table(PHOTOMETRY, points)


def _spectra(session: Session, user_id: int, obj_id: str, given: Mapping[str, Any], inputs: Inputs) -> str:
    arrays = (undefer(Spectrum.wavelengths), undefer(Spectrum.fluxes), undefer(Spectrum.errors))
    query = (
        select(Spectrum, Instrument.name)
        .join(Instrument, Instrument.id == Spectrum.instrument_id)
        .where(Spectrum.obj_id == obj_id)
        .order_by(Spectrum.observed_at, Spectrum.id)
        .options(*arrays)
    )
    rows = []
    wanted = _instruments(given)
    for spectrum, instrument in session.execute(query):
        if wanted is not None and not (spectrum.instrument_id in wanted[0] or instrument in wanted[1]):
            continue
        s = spectrum
        whose = (s.audience_id, s.owner_id, "spectrum", s.holder_id, s.policy_version_id, s.instrument_id)
        inputs.came_from([Used(*whose)], user_id)
        seen(session, "spectrum", [(obj_id, spectrum.holder_id, spectrum.policy_version_id)])
        packed = {name: _unpacked(getattr(spectrum, name)) for name in ("wavelengths", "fluxes", "errors")}
        about = {name: getattr(spectrum, name) for name in ("id", "units", "origin", "type")}
        rows.append(about | packed | {"instrument_name": instrument, "observed_at": spectrum.observed_at.isoformat()})
    return _table(SPECTRA, rows)


def _unpacked(content: bytes | None) -> list[float] | None:
    return None if content is None else [float(v) for v in np.frombuffer(content, dtype="<f8")]


def _redshift(session: Session, user_id: int, obj_id: str, _given: Mapping[str, Any], inputs: Inputs) -> str:
    # The value is one of these statements; which one, and that no other hides it, they all say together.
    query = select(ObjDetail.audience_id, ObjDetail.owner_id).where(
        ObjDetail.obj_id == obj_id, ObjDetail.stated.has_key("redshift")
    )
    inputs.came_from((Used(row.audience_id, row.owner_id) for row in session.execute(query)), user_id)
    told = obj_details.details_of(session, [obj_id]).get(obj_id, {})
    return _table(("redshift", "redshift_error"), [told] if told.get("redshift") is not None else [])


def _notes(session: Session, user_id: int, query: Select[Any], columns: Sequence[str], inputs: Inputs) -> str:
    rows = session.scalars(query).all()
    kinds = {Annotation: "annotation", Comment: "comment", Classification: "classification"}
    whose = (
        Used(row.audience_id, row.owner_id, kinds[type(row)], row.holder_id, row.policy_version_id) for row in rows
    )
    inputs.came_from(whose, user_id)
    return _table(columns, [{name: getattr(row, name) for name in columns} for row in rows])


def _annotations(session: Session, user_id: int, obj_id: str, _given: Mapping[str, Any], inputs: Inputs) -> str:
    query = select(Annotation).where(Annotation.obj_id == obj_id).order_by(Annotation.id)
    return _notes(session, user_id, query, ("id", "origin", "data", "created_at", "modified"), inputs)


def _comments(session: Session, user_id: int, obj_id: str, _given: Mapping[str, Any], inputs: Inputs) -> str:
    query = select(Comment).where(Comment.obj_id == obj_id).order_by(Comment.created_at, Comment.id)
    return _notes(session, user_id, query, ("id", "text", "bot", "created_at", "modified"), inputs)


def _classifications(session: Session, user_id: int, obj_id: str, _given: Mapping[str, Any], inputs: Inputs) -> str:
    query = select(Classification).where(Classification.obj_id == obj_id).order_by(Classification.id)
    columns = ("id", "classification", "probability", "origin", "ml", "author_name", "created_at", "modified")
    return _notes(session, user_id, query, columns, inputs)


_COLLECT: Mapping[str, Callable[[Session, int, str, Mapping[str, Any], Inputs], str]] = {
    "photometry": _photometry,
    "spectra": _spectra,
    "redshift": _redshift,
    "annotations": _annotations,
    "comments": _comments,
    "classifications": _classifications,
}
