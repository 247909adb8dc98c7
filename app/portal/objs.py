"""Objs: shared names for places on the sky, and finding them by position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import erfa
import numpy as np
from numpy.typing import NDArray
from pydantic_core import to_json
from sqlalchemy import ColumnElement, and_, func, or_, text
from sqlalchemy.orm import Session

from app.portal import arrays
from app.portal.obj_details import Statement, state
from app.portal.visibility import Standing
from app.tables import Obj

ORDER = 29
"""HEALPix order of ``objs.healpix``: the deepest whose nested indices fit an int8 (pixels of 0.4 mas)."""
_CONE_CELLS = 16
"""A cone is searched by at most about this many ranges: few enough for one statement, tight enough to be cheap."""


@dataclass(frozen=True)
class NewObj:
    """An obj to be made if there is none of this ``id``: ICRS position in degrees, and what is stated of it.

    ``standings`` are in whose names, and to whom, that is stated; more than one where several teams are told.
    """

    id: str
    ra: float
    dec: float
    origin: str | None = None
    altdata: dict[str, Any] | None = None
    alias: list[str] | None = None
    transient: bool | None = None
    is_roid: bool | None = None
    redshift: float | None = None
    score: float | None = None
    details: dict[str, Any] = field(default_factory=dict)
    """More columns of :class:`app.tables.ObjDetail` by name, such as ``t0`` or ``tns_name``."""
    standings: tuple[Standing, ...] = ()

    def stated(self) -> dict[str, Any]:
        """Return the columns that are stated of it, by name."""
        named = ("origin", "altdata", "alias", "transient", "is_roid", "redshift", "score")
        return {n: getattr(self, n) for n in named if getattr(self, n) is not None} | self.details


def healpix_of(ra_deg: NDArray[np.float64], dec_deg: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the nested HEALPix indices (order 29) of ICRS positions in degrees."""
    # Loading astropy takes a second of processor time, which no start of a service should wait for.
    from astropy import units
    from astropy_healpix import lonlat_to_healpix

    found = lonlat_to_healpix(ra_deg * units.deg, dec_deg * units.deg, nside=2**ORDER, order="nested")
    return np.asarray(found, dtype=np.int64)


def ensure_objs(session: Session, rows: Sequence[NewObj], by_user_id: int) -> int:
    """Make those of ``rows`` that do not exist yet, and state what is not stated yet; return how many were made.

    An existing obj is left as it is, and so is what the same owner stated of it to the same audience. The count is
    for services; an answer to a person must not carry it, since it tells whether an obj that they may not see exists.
    """
    if not rows:
        return 0
    cells = healpix_of(np.array([r.ra for r in rows], dtype=float), np.array([r.dec for r in rows], dtype=float))
    documents = [
        {"id": r.id, "ra": r.ra, "dec": r.dec, "healpix": int(cell)} for r, cell in zip(rows, cells, strict=True)
    ]
    made = session.execute(
        text("SELECT access.ensure_objs(CAST(:rows AS jsonb), :by)"),
        {"rows": to_json(documents).decode(), "by": by_user_id},
    )
    state(session, [Statement(row.id, row.stated(), s) for row in rows for s in _standings(row)], anew=False)
    return int(made.scalar_one())


def _standings(row: NewObj) -> tuple[Standing, ...]:
    if row.stated() and not row.standings:
        raise ValueError(f"what is stated of {row.id} needs a standing: in whose name, to whom")
    return row.standings


def readable(session: Session, obj_ids: Sequence[str]) -> set[str]:
    """Return those of ``obj_ids`` that the principal may know of."""
    wanted = arrays.texts({o for o in obj_ids if "\0" not in o})
    return set(session.scalars(text("SELECT id FROM objs WHERE id = ANY (CAST(:ids AS text[]))"), {"ids": wanted}))


def cone_ranges(ra_deg: float, dec_deg: float, radius_deg: float) -> list[tuple[int, int]]:
    """Return ranges [first, last] of order-29 indices that together cover a cone, and some more around it."""
    from astropy import units
    from astropy_healpix import HEALPix

    order = int(np.clip(np.floor(np.log2(58.6 / max(radius_deg, 1e-7))), 0, ORDER - 6))
    cells = HEALPix(nside=2**order, order="nested").cone_search_lonlat(
        ra_deg * units.deg, dec_deg * units.deg, radius_deg * units.deg
    )
    shift = 2 * (ORDER - order)
    return _merged([(int(c) << shift, ((int(c) + 1) << shift) - 1) for c in np.sort(cells)])


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and merged[-1][1] + 1 == first:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def in_cone(ra_deg: float, dec_deg: float, radius_deg: float) -> ColumnElement[bool]:
    """Return the condition that an obj lies within ``radius_deg`` of a position.

    The HEALPix ranges find the rows by index, also under row security; the haversine decides.
    """
    near = or_(*(Obj.healpix.between(a, b) for a, b in cone_ranges(ra_deg, dec_deg, radius_deg)))
    half = func.power(func.sin(func.radians(Obj.dec - dec_deg) / 2), 2) + (
        func.cos(func.radians(Obj.dec))
        * float(np.cos(np.radians(dec_deg)))
        * func.power(func.sin(func.radians(Obj.ra - ra_deg) / 2), 2)
    )
    return and_(near, half <= float(np.sin(np.radians(min(radius_deg, 180.0)) / 2) ** 2))


def galactic(ra_deg: Sequence[float], dec_deg: Sequence[float]) -> list[tuple[float, float]]:
    """Return galactic longitudes and latitudes in degrees of ICRS positions in degrees, by IAU SOFA's matrix.

    That is Hipparcos's (ESA SP-1200, volume 1, section 1.5.3); astropy goes by FK5, and differs by 25 mas.
    """
    if not ra_deg:
        return []
    lon, lat = np.degrees(erfa.icrs2g(np.radians(np.asarray(ra_deg)), np.radians(np.asarray(dec_deg))))
    return [(float(one_lon), float(one_lat)) for one_lon, one_lat in zip(lon, lat, strict=True)]
