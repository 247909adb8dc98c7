"""Where an obj is by its photometry: the weighted mean of the positions that were measured with it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.portal.list_filters import FORCED_ORIGINS
from app.portal.objs import galactic
from app.portal.separations import separation_deg
from app.portal.source_view import no_such
from app.tables import Obj, Photometry

Method = Literal["snr2", "invvar"]


@dataclass(frozen=True)
class PositionAsked:
    """Which points count and how: ``snr2`` weighs by S/N squared, ``invvar`` by the inverse variance of positions."""

    instrument_ids: Sequence[int] = ()
    stream_ids: Sequence[int] = ()
    stream_only: bool = False
    snr: float = 3.0
    method: Method = "snr2"


def position(session: Session, obj_id: str, asked: PositionAsked) -> dict[str, Any]:
    """Return the mean position in degrees, and its distance in arcsec from the one that the obj was found at.

    Forced photometry never counts. Without a point that does, it is the position of discovery. Raises
    :class:`NotFound`.
    """
    found = session.get(Obj, obj_id)
    if found is None:
        raise no_such()
    ra, dec = _mean(session, obj_id, asked) or (found.ra, found.dec)
    lon, lat = galactic([ra], [dec])[0]
    return {
        "ra": ra, "dec": dec, "gal_lon": lon, "gal_lat": lat,
        "separation": separation_deg(found.ra, found.dec, ra, dec) * 3600,
        "discovery_ra": found.ra, "discovery_dec": found.dec,
    }  # fmt: skip


def _mean(session: Session, obj_id: str, asked: PositionAsked) -> tuple[float, float] | None:
    """Mean of the directions as vectors, so that 359.9 and 0.1 degrees make 0."""
    p = Photometry
    query = select(p.ra, p.dec, p.flux / p.fluxerr, func.coalesce(p.ra_unc, p.dec_unc)).where(
        p.obj_id == obj_id, p.superseded_by_id.is_(None), p.origin.not_in(FORCED_ORIGINS),
        p.ra.is_not(None), p.dec.is_not(None), p.flux > asked.snr * p.fluxerr,
    )  # fmt: skip
    if asked.instrument_ids:
        query = query.where(p.instrument_id.in_(asked.instrument_ids))
    if asked.stream_ids:
        query = query.where(or_(*(p.stream_ids.contains([stream]) for stream in asked.stream_ids)))
    elif asked.stream_only:
        query = query.where(func.cardinality(p.stream_ids) > 0)
    rows = np.array([[math.nan if v is None else v for v in row] for row in session.execute(query)], dtype=float)
    if asked.method == "invvar":
        rows = rows[rows[:, 3] > 0] if len(rows) else rows
    if not len(rows):
        return None
    ra, dec = np.radians(rows[:, 0]), np.radians(rows[:, 1])
    weight = rows[:, 2] ** 2 if asked.method == "snr2" else rows[:, 3] ** -2
    vectors = np.array([np.cos(dec) * np.cos(ra), np.cos(dec) * np.sin(ra), np.sin(dec)])
    x, y, z = (vectors * weight).sum(axis=1) / weight.sum()
    return float(np.degrees(np.arctan2(y, x)) % 360), float(np.degrees(np.arctan2(z, np.hypot(x, y))))
