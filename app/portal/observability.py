"""When sources can be observed from the telescopes of this portal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput, NotAvailableHere
from app.portal.finders import target_of
from app.sky.observability import sheet
from app.sky.tracks import Place, airmass_track
from app.tables import Telescope
from app.times import mjd_of, time_of

_STEPS = 24 * 12


def observability(session: Session, obj_id: str, max_airmass: float, sun_below_deg: float) -> bytes:
    """Return the PDF of the next 24 hours for every telescope that stands in a known place."""
    target = target_of(session, obj_id)
    query = (
        select(Telescope)
        .where(Telescope.fixed_location, Telescope.lat.is_not(None), Telescope.lon.is_not(None))
        .order_by(Telescope.name)
    )
    places = [_place(one) for one in session.scalars(query)]
    start = mjd_of(datetime.now(UTC).replace(second=0, microsecond=0))
    return sheet((target.name, target.ra, target.dec), places, start, max_airmass, sun_below_deg)


def airmass_of(session: Session, obj_id: str, telescope_id: int, start: datetime) -> list[dict[str, Any]]:
    """Return the airmass every five minutes for 24 hours, where the source is above the horizon.

    Raises :class:`NotFound` for the source, :class:`NotAvailableHere` for the telescope, :class:`BadInput` for one
    without a place.
    """
    target = target_of(session, obj_id)
    telescope = session.get(Telescope, telescope_id)
    if telescope is None:
        raise NotAvailableHere(f"There is no telescope with the id {telescope_id}.", field="telescope_id")
    if telescope.lat is None or telescope.lon is None:
        raise BadInput(f"{telescope.name} has no place on Earth.", field="telescope_id")
    mjd = mjd_of(start) + np.arange(_STEPS + 1) / _STEPS
    found = airmass_track(target.ra, target.dec, _place(telescope), mjd)
    return [
        {"time": time_of(float(when)).replace(microsecond=0), "airmass": float(value)}
        for when, value in zip(mjd, found, strict=True)
        if np.isfinite(value)
    ]


def _place(one: Telescope) -> Place:
    return Place(one.id, one.name, one.lat or 0.0, one.lon or 0.0, one.elevation or 0.0)
