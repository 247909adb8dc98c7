"""Finding photometric series, and what they look like in SkyPortal's words."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import numpy as np
from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlalchemy.orm import Session

from app.access.reads import seen_within
from app.blobs import BlobStore
from app.portal import series, series_file
from app.portal.magnitudes import AB_ZP
from app.portal.objs import cone_ranges
from app.portal.visibility import groups_of
from app.tables import PhotometricSeries, Stream
from app.times import mjd_of

DataFormat = Literal["json", "hdf5", "none"]
_S = PhotometricSeries
_HIDDEN = ("blob", "healpix", "audience_id", "holder_id", "policy_version_id", "stream_ids")
_TOLD = tuple(c.key for c in _S.__table__.columns if c.key not in _HIDDEN)
SORTABLE = tuple(n for n in _TOLD if n not in ("medians", "maxima", "minima", "stds", "altdata"))


@dataclass(frozen=True)
class Search:
    """What is looked for; None leaves it open.

    ``cone`` is (ra, dec, radius) in degrees; ``equal`` are columns and their values, ``ranges`` columns and their
    bounds; magnitudes are brighter below. ``robust`` takes the robust magnitude and RMS for the plain ones.
    """

    cone: tuple[float, float, float] | None = None
    obj_id_part: str | None = None
    rejected: Sequence[str] | None = None
    equal: tuple[tuple[str, Any], ...] = ()
    ranges: tuple[tuple[str, float | None, float | None], ...] = ()
    times: tuple[tuple[str, datetime | None, datetime | None], ...] = ()
    mag: tuple[float | None, float | None] = (None, None)
    magref: tuple[float | None, float | None] = (None, None)
    rms: tuple[float | None, float | None] = (None, None)
    robust: bool = False
    without_limit: bool = False


@dataclass(frozen=True)
class Page:
    """Which page, in which order."""

    number: int = 1
    size: int = 100
    sort_by: str = "obj_id"
    descending: bool = False


def find(
    session: Session, search: Search, page: Page, how: tuple[DataFormat, BlobStore]
) -> tuple[list[dict[str, Any]], int]:
    """Return a page of the series that fit, and how many fit in all."""
    where = _conditions(search)
    total = session.execute(select(func.count()).select_from(_S).where(*where)).scalar_one()
    column = getattr(_S, page.sort_by)
    order = column.desc().nulls_last() if page.descending else column.asc().nulls_last()
    query = select(_S).where(*where).order_by(order, _S.id)
    rows = session.scalars(query.limit(page.size).offset((page.number - 1) * page.size)).all()
    return _dicts(session, rows, how), total


def one(session: Session, series_id: int, how: tuple[DataFormat, BlobStore]) -> dict[str, Any]:
    """Return one series; raise :class:`NotAvailableHere`."""
    return _dicts(session, [series.need(session, series_id)], how)[0]


def _conditions(search: Search) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if search.cone is not None:
        found.append(_in_cone(*search.cone))
    if search.obj_id_part is not None:
        found.append(_S.obj_id.contains(search.obj_id_part, autoescape=True))
    if search.rejected:
        found.append(not_(_S.obj_id.in_(set(search.rejected))))
    for name, value in search.equal:
        if value is not None:
            found.append(getattr(_S, name) == value)
    for name, low, high in search.ranges:
        found += _within(getattr(_S, name), low, high)
    for name, after, before in search.times:
        low, high = (None if time is None else mjd_of(time) for time in (after, before))
        found += _within(getattr(_S, name), low, high)
    found += _within(_S.robust_mag if search.robust else _S.mean_mag, *search.mag)
    found += _within(_S.robust_rms if search.robust else _S.rms_mag, *search.rms)
    bright, faint = (None if mag is None else 10.0 ** (-0.4 * (mag - AB_ZP)) for mag in search.magref)
    found += _within(_S.ref_flux, bright, faint)
    if search.without_limit:
        found.append(_S.limiting_mag.is_(None))
    return found


def _within(column: Any, low: float | None, high: float | None) -> list[ColumnElement[bool]]:
    return ([] if low is None else [column >= low]) + ([] if high is None else [column <= high])


def _in_cone(ra_deg: float, dec_deg: float, radius_deg: float) -> ColumnElement[bool]:
    near = or_(*(_S.healpix.between(a, b) for a, b in cone_ranges(ra_deg, dec_deg, radius_deg)))
    half = func.power(func.sin(func.radians(_S.dec - dec_deg) / 2), 2) + (
        func.cos(func.radians(_S.dec))
        * float(np.cos(np.radians(dec_deg)))
        * func.power(func.sin(func.radians(_S.ra - ra_deg) / 2), 2)
    )
    return and_(near, half <= float(np.sin(np.radians(min(radius_deg, 180.0)) / 2) ** 2))


def _dicts(
    session: Session, rows: Sequence[PhotometricSeries], how: tuple[DataFormat, BlobStore]
) -> list[dict[str, Any]]:
    groups = groups_of(session, (r.audience_id for r in rows))
    for row in rows if how[0] != "none" else ():
        seen_within(session, "photometry", (row.obj_id, row.holder_id, row.policy_version_id), row.num_exp)
    named = {s for r in rows for s in r.stream_ids}
    known = session.scalars(select(Stream).where(Stream.id.in_(named))).all() if named else []
    streams = {s.id: {"id": s.id, "name": s.name} for s in known}
    told = []
    for row in rows:
        readers = [{"id": g["id"], "name": g["name"]} for g in groups[row.audience_id]]
        through = [streams[s] for s in row.stream_ids if s in streams]
        about = {
            "groups": readers,
            "group_ids": [g["id"] for g in readers],
            "streams": through,
            "stream_ids": [s["id"] for s in through],
        }
        told.append({name: getattr(row, name) for name in _TOLD} | about | _data(row, how))
    return told


def _data(row: PhotometricSeries, how: tuple[DataFormat, BlobStore]) -> dict[str, Any]:
    kind, blobs = how
    if kind == "none":
        return {"data": None}
    content = blobs.get(row.blob)
    return {"data": base64.b64encode(content).decode() if kind == "hdf5" else series_file.read(content).as_lists()}
