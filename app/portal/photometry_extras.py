"""What may be asked of a light curve beside its points: phases, the rows of photometric series, marks and remarks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.access.reads import seen_within
from app.blobs import BlobStore
from app.errors import BadInput, NotFound
from app.portal import annotations as attached
from app.portal import magnitudes as m
from app.portal import photometry_validations, series_file, series_stats
from app.portal.lightcurves import LightCurveOptions
from app.portal.objs import readable
from app.portal.visibility import groups_of, users_of
from app.tables import Annotation, Instrument, PhotometricSeries, Photometry, SuperObjMember, Telescope

_LIMIT = 1_000_000
"""Rows of series in one light curve: more is for the series' own files."""


def of_same_thing(session: Session, obj_ids: Sequence[str]) -> list[str]:
    """Return the objs that are one thing with these (in one super-obj), these first."""
    mine = select(SuperObjMember.super_obj_id).where(SuperObjMember.obj_id.in_(obj_ids))
    found = session.scalars(select(SuperObjMember.obj_id).where(SuperObjMember.super_obj_id.in_(mine)).distinct())
    return [*obj_ids, *sorted(set(found) - set(obj_ids))]


def add_marks(session: Session, points: list[dict[str, Any]], options: LightCurveOptions) -> None:
    """Put marks and annotations where they were asked for, each in a fixed number of queries."""
    ids = [p["id"] for p in points]
    marks = photometry_validations.of_points(session, ids) if options.validations else {}
    remarks = attached.by_resource(session, "photometry", ids) if options.annotations else {}
    for point in points:
        if options.validations:
            point["validations"] = marks.get(point["id"], [])
        if options.annotations:
            point["annotations"] = remarks.get(point["id"], [])


def add_phases(session: Session, obj_id: str, points: list[dict[str, Any]]) -> None:
    """Put the phase, from 0 to 1, of the obj's latest period annotation (days); phase 0 is at MJD 0.

    Raises :class:`BadInput` where no annotation of the obj that one may read says a period.
    """
    query = select(Annotation.data).where(Annotation.obj_id == obj_id, Annotation.data.has_key("period"))
    for data in session.scalars(query.order_by(Annotation.modified.desc(), Annotation.id.desc())):
        period = data["period"]
        if isinstance(period, int | float) and not isinstance(period, bool) and 0 < period < math.inf:
            for point in points:
                point["phase"] = (point["mjd"] % period) / period
            return
    raise BadInput("No annotation of this source says a period.", field="phaseFoldData")


def series_points(
    session: Session, obj_ids: Sequence[str], options: LightCurveOptions, blobs: BlobStore
) -> list[dict[str, Any]]:
    """Return the rows of objs' readable photometric series as points; the id is that of the series."""
    s = PhotometricSeries
    query = (
        select(s, Instrument.name.label("instrument"), Telescope.name.label("telescope"))
        .join(Instrument, Instrument.id == s.instrument_id)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .where(s.obj_id.in_(obj_ids))
        .order_by(s.id)
    )
    rows = session.execute(query).all()
    if sum(row[0].num_exp for row in rows) > _LIMIT:
        raise BadInput(
            f"The series of this source have more than {_LIMIT} rows; ask for individualOrSeries=individual, and for "
            "the series by themselves.",
            field="individualOrSeries",
        )
    for row, _instrument, _telescope in rows:
        seen_within(session, "photometry", (row.obj_id, row.holder_id, row.policy_version_id), row.num_exp)
    groups = groups_of(session, (row[0].audience_id for row in rows))
    owners = users_of(session, (row[0].owner_id for row in rows)) if options.owners else {}
    found: list[dict[str, Any]] = []
    for row, instrument, telescope in rows:
        about = _about(row, instrument, telescope) | {"groups": groups[row.audience_id]}
        if options.owners:
            about["owner"] = owners.get(row.owner_id)
        found.extend(about | measured for measured in _measures(row, options, blobs))
    return found


def _about(row: PhotometricSeries, instrument: str, telescope: str) -> dict[str, Any]:
    names = ("id", "obj_id", "ra", "dec", "ra_unc", "dec_unc", "filter", "instrument_id", "origin", "altdata",
             "created_at")  # fmt: skip
    named = {"instrument_name": instrument, "instrument": instrument, "telescope": telescope}
    return {name: getattr(row, name) for name in names} | named


def _measures(row: PhotometricSeries, options: LightCurveOptions, blobs: BlobStore) -> list[dict[str, Any]]:
    mjd, flux, fluxerr = series_stats.measured(series_file.read(blobs.get(row.blob)))
    errors = np.full(len(flux), np.nan) if fluxerr is None else fluxerr
    offset = m.need_offset(options.magsys, row.filter)
    columns: dict[str, Any] = {"mjd": mjd, "snr": flux / errors}
    if options.format != "flux":
        seen = np.isnan(errors) | (flux > m.DETECTION_SNR * errors)
        columns["mag"] = np.where(seen, m.mag_of(flux), np.nan) - offset
        columns["magerr"] = np.where(seen, m.magerr_of(errors, flux), np.nan)
        limit = m.limit_of(errors) if row.limiting_mag is None else np.full(len(flux), row.limiting_mag)
        columns["limiting_mag"] = limit - offset
    if options.format != "mag":
        columns |= {"flux": flux, "fluxerr": errors, "zp": np.full(len(flux), m.AB_ZP - offset)}
    names = tuple(columns)
    plain = [
        [v if math.isfinite(v) else None for v in np.asarray(c, dtype=np.float64).tolist()] for c in columns.values()
    ]
    return [dict(zip(names, values, strict=True), magsys=options.magsys) for values in zip(*plain, strict=True)]


def remove_all(session: Session, principal: Principal, obj_id: str) -> int:
    """Delete those points of an obj that the principal owns or administers; return how many.

    Raises :class:`NotFound` for an obj that one may not know of, :class:`BadInput` where there is nothing to delete.
    """
    if not readable(session, [obj_id]):
        raise NotFound("There is no source of this name that you may read.")
    gone = session.execute(delete(Photometry).where(Photometry.obj_id == obj_id).returning(Photometry.holder_id)).all()
    if not gone:
        raise BadInput("There is no photometry of this source that you may delete.")
    for holder_id in sorted({row.holder_id for row in gone}):
        n = sum(row.holder_id == holder_id for row in gone)
        record(
            session, principal.user_id, Change("delete", "photometry", obj_id, holder_id, {"n": n, "obj_id": obj_id})
        )
    return len(gone)


def origins(session: Session) -> list[str]:
    """Return the origins of the points that the principal may read."""
    return list(session.scalars(select(Photometry.origin).distinct().order_by(Photometry.origin)))
