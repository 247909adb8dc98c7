"""Photometry out: one query for any number of objs, converted column by column."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from app.errors import BadInput, Forbidden
from app.portal import magnitudes as m
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
    _P.stream_ids,
)  # fmt: skip
_SELECT = _SELECT.join(Instrument, Instrument.id == _P.instrument_id).join(
    Telescope, Telescope.id == Instrument.telescope_id
)


def light_curve(session: Session, obj_id: str, options: LightCurveOptions) -> list[dict[str, Any]]:
    """Return the photometry of an obj that the principal may read, by time.

    Raises :class:`Forbidden`, alike for an obj that does not exist and for one that the principal may not know of.
    """
    if not readable(session, [obj_id]):
        raise Forbidden("There is no source of this name that you may read.")
    return by_obj(session, [obj_id], options).get(obj_id, [])


def by_obj(session: Session, obj_ids: Sequence[str], options: LightCurveOptions) -> dict[str, list[dict[str, Any]]]:
    """Return the current photometry (not what a newer reduction supersedes) of several objs."""
    wanted = _SELECT.where(_P.obj_id.in_(set(obj_ids)), _P.superseded_by_id.is_(None))
    curves: dict[str, list[dict[str, Any]]] = {}
    for point in serialise(session, _rows(session, wanted.order_by(_P.obj_id, _P.mjd, _P.id)), options):
        curves.setdefault(point["obj_id"], []).append(point)
    return curves


def one(session: Session, photometry_id: int, options: LightCurveOptions) -> dict[str, Any] | None:
    """Return one point, or None where it is missing or unreadable."""
    points = serialise(session, _rows(session, _SELECT.where(_P.id == photometry_id)), options)
    return points[0] if points else None


def observed_between(
    session: Session, mjd: tuple[float, float], instrument_ids: Sequence[int] | None, options: LightCurveOptions
) -> list[dict[str, Any]]:
    """Return readable points observed within ``mjd`` (inclusive), of these instruments or of all."""
    wanted = _SELECT.where(_P.mjd.between(*mjd), _P.superseded_by_id.is_(None))
    if instrument_ids is not None:
        wanted = wanted.where(_P.instrument_id.in_(set(instrument_ids)))
    return serialise(session, _rows(session, wanted.order_by(_P.mjd, _P.id)), options)


def _rows(session: Session, wanted: Select[*tuple[Any, ...]]) -> Sequence[Row[Any]]:
    return session.execute(wanted).all()


def serialise(session: Session, rows: Sequence[Row[Any]], options: LightCurveOptions) -> list[dict[str, Any]]:
    """Return rows in SkyPortal's words; the keys depend on the format, as SkyPortal's clients expect."""
    if options.deduplicate:
        newest = {(r.obj_id, r.mjd, r.filter): r for r in sorted(rows, key=lambda r: (r.created_at, r.id))}
        keep = {r.id for r in newest.values()}
        rows = [r for r in rows if r.id in keep]
    if not rows:
        return []
    measured = _measures(rows, options)
    if options.format == "plot":
        return [_plot_point(row, told) for row, told in zip(rows, measured, strict=True)]
    points = [_point(row, told) for row, told in zip(rows, measured, strict=True)]
    _add_people(session, rows, points, options)
    return points


def _point(row: Row[Any], measured: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "obj_id": row.obj_id,
        "ra": row.ra,
        "dec": row.dec,
        "ra_unc": row.ra_unc,
        "dec_unc": row.dec_unc,
        "filter": row.filter,
        "mjd": row.mjd,
        "instrument_id": row.instrument_id,
        "instrument_name": row.instrument_name,
        "origin": row.origin,
        "altdata": row.altdata,
        "created_at": row.created_at,
        **measured,
    }


def _plot_point(row: Row[Any], measured: dict[str, Any]) -> dict[str, Any]:
    about = ("id", "obj_id", "filter", "mjd", "instrument_id", "instrument_name", "origin")
    return {name: getattr(row, name) for name in about} | measured


def _add_people(
    session: Session, rows: Sequence[Row[Any]], points: list[dict[str, Any]], options: LightCurveOptions
) -> None:
    groups = groups_of(session, (r.audience_id for r in rows))
    owners = users_of(session, (r.owner_id for r in rows)) if options.owners else {}
    streams = _streams(session, rows) if options.streams else {}
    for row, point in zip(rows, points, strict=True):
        point["groups"] = groups[row.audience_id]
        if options.owners:
            point["owner"] = owners.get(row.owner_id)
        if options.streams:
            point["streams"] = [streams[s] for s in row.stream_ids if s in streams]
        if options.validations:
            point["validations"] = []
        if options.annotations:
            point["annotations"] = []


def _streams(session: Session, rows: Sequence[Row[Any]]) -> dict[int, dict[str, Any]]:
    wanted = {s for r in rows for s in r.stream_ids}
    if not wanted:
        return {}
    found = session.scalars(select(Stream).where(Stream.id.in_(wanted)))
    return {s.id: {"id": s.id, "name": s.name} for s in found}


def _measures(rows: Sequence[Row[Any]], options: LightCurveOptions) -> list[dict[str, Any]]:
    offset = _offsets(rows, options.magsys)
    columns: dict[str, list[Any]] = {"snr": _plain(_column(rows, "flux") / _column(rows, "fluxerr"))}
    if options.format != "flux":
        columns |= _mag_columns(rows, offset)
    if options.format != "mag":
        columns["flux"] = [r.flux for r in rows]
        columns["fluxerr"] = [r.fluxerr for r in rows]
        columns["zp"] = (m.AB_ZP - offset).tolist()
    names = tuple(columns)
    told = [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    for each in told:
        each["magsys"] = options.magsys
    _add_reference(rows, told, offset, options.format)
    return told


def _mag_columns(rows: Sequence[Row[Any]], offset: m.Floats) -> dict[str, list[Any]]:
    flux, fluxerr = _column(rows, "flux"), _column(rows, "fluxerr")
    seen = flux > m.DETECTION_SNR * fluxerr
    given = _column(rows, "limiting_mag")
    limit = np.where(np.isnan(given), m.limit_of(fluxerr), given)
    return {
        "mag": _plain(np.where(seen, m.mag_of(flux), np.nan) - offset),
        "magerr": _plain(np.where(seen, m.magerr_of(fluxerr, flux), np.nan)),
        "limiting_mag": _plain(limit - offset),
    }


def _add_reference(
    rows: Sequence[Row[Any]], told: list[dict[str, Any]], offset: m.Floats, wanted_format: Format
) -> None:
    ref, ref_err = _column(rows, "ref_flux"), _column(rows, "ref_fluxerr")
    if np.isnan(ref).all():
        return
    total = _column(rows, "flux") + ref
    total_err = np.hypot(_column(rows, "fluxerr"), np.nan_to_num(ref_err))
    columns: dict[str, list[Any]] = {}
    if wanted_format != "flux":
        columns |= {"magref": _plain(m.mag_of(ref) - offset), "magtot": _plain(m.mag_of(total) - offset)}
        columns |= {
            "e_magref": _plain(m.magerr_of(ref_err, ref)),
            "e_magtot": _plain(m.magerr_of(total_err, total)),
        }
    if wanted_format != "mag":
        columns |= {"ref_flux": _plain(ref), "ref_fluxerr": _plain(ref_err)}
        columns |= {"tot_flux": _plain(total), "tot_fluxerr": _plain(total_err)}
    for index in np.flatnonzero(~np.isnan(ref)):
        told[index] |= {name: values[index] for name, values in columns.items()}


def _offsets(rows: Sequence[Row[Any]], magsys: m.MagSystem) -> m.Floats:
    if magsys == "ab":
        return np.zeros(len(rows))
    offsets = {band: m.vega_offset(band) for band in {r.filter for r in rows}}
    for band, offset in offsets.items():
        if offset is None:
            raise BadInput(
                f"No sourced Vega zero point is known here for the bandpass {band!r}; ask for magsys=ab.",
                field="magsys",
            )
    return np.array([offsets[r.filter] for r in rows], dtype=np.float64)


def _column(rows: Sequence[Row[Any]], name: str) -> m.Floats:
    return np.array([getattr(r, name) for r in rows], dtype=np.float64)


def _plain(values: m.Floats) -> list[float | None]:
    return [v if math.isfinite(v) else None for v in values.tolist()]
