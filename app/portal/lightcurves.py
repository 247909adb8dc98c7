"""Photometry out: one query for any number of objs, converted column by column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from sqlalchemy import Row, Select, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from app.access.reads import seen
from app.errors import Forbidden
from app.portal import magnitudes as m
from app.portal.by_obj import about, fetch, rows_of
from app.portal.objs import readable
from app.portal.visibility import groups_of, users_of
from app.tables import Instrument, Photometry, Stream, Telescope

Format = Literal["mag", "flux", "both", "plot"]


@dataclass(frozen=True)
class LightCurveOptions:
    """How photometry is wanted: space, magnitude system, and what is told beside it."""

    format: Format = "mag"
    magsys: m.MagSystem = "ab"
    owners: bool = False
    streams: bool = False
    validations: bool = False
    annotations: bool = False
    deduplicate: bool = False


_P = Photometry
_SELECT: Select[*tuple[Any, ...]] = select(
    _P.id, _P.obj_id, _P.ra, _P.dec, _P.ra_unc, _P.dec_unc, _P.filter, _P.mjd, _P.instrument_id,
    Instrument.name.label("instrument_name"), Telescope.name.label("telescope_name"), _P.origin, _P.altdata,
    _P.created_at, _P.flux, _P.fluxerr, _P.ref_flux, _P.ref_fluxerr, _P.limiting_mag, _P.audience_id, _P.owner_id,
    _P.holder_id, _P.policy_version_id,
    type_coerce(_P.stream_ids, NullType).label("stream_ids"),
)  # fmt: skip
_SELECT = _SELECT.join(Instrument, Instrument.id == _P.instrument_id).join(
    Telescope, Telescope.id == Instrument.telescope_id
)


_OF_OBJS = _SELECT.where(about(_P.obj_id), _P.superseded_by_id.is_(None)).order_by(_P.obj_id, _P.mjd, _P.id)


def light_curve(session: Session, obj_id: str, options: LightCurveOptions) -> list[dict[str, Any]]:
    """Return the photometry of an obj that the principal may read, by time.

    Raises :class:`Forbidden`, alike for an obj that does not exist and for one that the principal may not know of.
    """
    if not readable(session, [obj_id]):
        raise Forbidden("There is no source of this name that you may read.")
    return by_obj(session, [obj_id], options).get(obj_id, [])


def by_obj(session: Session, obj_ids: Sequence[str], options: LightCurveOptions) -> dict[str, list[dict[str, Any]]]:
    """Return the current photometry (not what a newer reduction supersedes) of several objs."""
    curves: dict[str, list[dict[str, Any]]] = {}
    for point in serialise(session, rows_of(session, _OF_OBJS, obj_ids), options):
        curves.setdefault(point["obj_id"], []).append(point)
    return curves


def one(session: Session, photometry_id: int, options: LightCurveOptions) -> dict[str, Any] | None:
    """Return one point, or None where it is missing or unreadable."""
    points = serialise(session, fetch(session, _SELECT.where(_P.id == photometry_id)), options)
    return points[0] if points else None


def observed_between(
    session: Session, mjd: tuple[float, float], instrument_ids: Sequence[int] | None, options: LightCurveOptions
) -> list[dict[str, Any]]:
    """Return readable points observed within ``mjd`` (inclusive), of these instruments or of all."""
    wanted = _SELECT.where(_P.mjd.between(*mjd), _P.superseded_by_id.is_(None))
    if instrument_ids is not None:
        wanted = wanted.where(_P.instrument_id.in_(set(instrument_ids)))
    return serialise(session, fetch(session, wanted.order_by(_P.mjd, _P.id)), options)


def serialise(session: Session, rows: Sequence[Row[Any]], options: LightCurveOptions) -> list[dict[str, Any]]:
    """Return rows in SkyPortal's words; the keys depend on the format, as SkyPortal's clients expect."""
    if options.deduplicate:
        newest = {(r.obj_id, r.mjd, r.filter): r for r in sorted(rows, key=lambda r: (r.created_at, r.id))}
        keep = {r.id for r in newest.values()}
        rows = [r for r in rows if r.id in keep]
    if not rows:
        return []
    table = _Columns(rows[0]._fields, zip(*rows, strict=True))
    seen(session, "photometry", zip(table["obj_id"], table["holder_id"], table["policy_version_id"], strict=True))
    plain = _ABOUT_PLOT if options.format == "plot" else _ABOUT
    told = {name: table[name] for name in plain} | _measures(table, options)
    if options.format != "plot":
        told |= _people(session, table, options)
    names = tuple(told)
    points = [dict(zip(names, values, strict=True)) for values in zip(*told.values(), strict=True)]
    _add_reference(table, points, options)
    return points


_ABOUT = (
    "id", "obj_id", "ra", "dec", "ra_unc", "dec_unc", "filter", "mjd", "instrument_id", "instrument_name", "origin",
    "altdata", "created_at",
)  # fmt: skip
_ABOUT_PLOT = ("id", "obj_id", "filter", "mjd", "instrument_id", "instrument_name", "origin")


class _Columns(dict[str, tuple[Any, ...]]):
    """The columns of some rows, by name: numbers are reckoned, and points made, a column at a time."""

    def __init__(self, names: Iterable[str], columns: Iterable[tuple[Any, ...]]) -> None:
        super().__init__(zip(names, columns, strict=True))

    def floats(self, name: str) -> m.Floats:
        """Return a column of numbers, NaN for null."""
        return np.array(self[name], dtype=np.float64)


def _people(session: Session, columns: _Columns, options: LightCurveOptions) -> dict[str, list[Any]]:
    groups = groups_of(session, columns["audience_id"])
    told: dict[str, list[Any]] = {"groups": [groups[a] for a in columns["audience_id"]]}
    if options.owners:
        owners = users_of(session, columns["owner_id"])
        told["owner"] = [owners.get(o) for o in columns["owner_id"]]
    if options.streams:
        streams = _streams(session, columns["stream_ids"])
        told["streams"] = [[streams[s] for s in ids if s in streams] for ids in columns["stream_ids"]]
    return told


def _streams(session: Session, stream_ids: Iterable[Sequence[int]]) -> dict[int, dict[str, Any]]:
    wanted = {s for ids in stream_ids for s in ids}
    if not wanted:
        return {}
    found = session.scalars(select(Stream).where(Stream.id.in_(wanted)))
    return {s.id: {"id": s.id, "name": s.name} for s in found}


def _measures(columns: _Columns, options: LightCurveOptions) -> dict[str, Sequence[Any]]:
    offset = _offsets(columns, options.magsys)
    told: dict[str, Sequence[Any]] = {"snr": _plain(columns.floats("flux") / columns.floats("fluxerr"))}
    if options.format != "flux":
        told |= _mag_columns(columns, offset)
    if options.format != "mag":
        told |= {"flux": columns["flux"], "fluxerr": columns["fluxerr"], "zp": (m.AB_ZP - offset).tolist()}
    return told | {"magsys": [options.magsys] * len(offset)}


def _mag_columns(columns: _Columns, offset: m.Floats) -> dict[str, list[Any]]:
    flux, fluxerr = columns.floats("flux"), columns.floats("fluxerr")
    seen = flux > m.DETECTION_SNR * fluxerr
    given = columns.floats("limiting_mag")
    limit = np.where(np.isnan(given), m.limit_of(fluxerr), given)
    return {
        "mag": _plain(np.where(seen, m.mag_of(flux), np.nan) - offset),
        "magerr": _plain(np.where(seen, m.magerr_of(fluxerr, flux), np.nan)),
        "limiting_mag": _plain(limit - offset),
    }


def _add_reference(columns: _Columns, points: list[dict[str, Any]], options: LightCurveOptions) -> None:
    ref, ref_err = columns.floats("ref_flux"), columns.floats("ref_fluxerr")
    if np.isnan(ref).all():
        return
    offset = _offsets(columns, options.magsys)
    total = columns.floats("flux") + ref
    total_err = np.hypot(columns.floats("fluxerr"), np.nan_to_num(ref_err))
    told: dict[str, list[Any]] = {}
    if options.format != "flux":
        told |= {"magref": _plain(m.mag_of(ref) - offset), "magtot": _plain(m.mag_of(total) - offset)}
        told |= {"e_magref": _plain(m.magerr_of(ref_err, ref)), "e_magtot": _plain(m.magerr_of(total_err, total))}
    if options.format != "mag":
        told |= {"ref_flux": _plain(ref), "ref_fluxerr": _plain(ref_err)}
        told |= {"tot_flux": _plain(total), "tot_fluxerr": _plain(total_err)}
    for index in np.flatnonzero(~np.isnan(ref)).tolist():
        points[index] |= {name: values[index] for name, values in told.items()}


def _offsets(columns: _Columns, magsys: m.MagSystem) -> m.Floats:
    if magsys == "ab":
        return np.zeros(len(columns["filter"]))
    offsets = {band: m.need_offset(magsys, band) for band in set(columns["filter"])}
    return np.array([offsets[band] for band in columns["filter"]], dtype=np.float64)


def _plain(values: m.Floats) -> list[float | None]:
    """Return Python's numbers, None where there is none."""
    plain: list[float | None] = values.tolist()
    for row in np.flatnonzero(~np.isfinite(values)).tolist():
        plain[row] = None
    return plain
