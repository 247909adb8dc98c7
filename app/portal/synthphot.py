"""Synthetic photometry: what a spectrum would have been measured as through bandpasses, kept as photometry.

It is read by whom the spectrum is for, held as the spectrum is, and released with it. What was computed from a spectrum
under a sharing policy goes on following it: whoever made it cannot share it with more than the spectrum is shared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

import numpy as np
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput
from app.portal import spectra
from app.portal import transmissions as curves
from app.portal.magnitudes import AB_ZP
from app.portal.photometry import PointRow, insert_points
from app.portal.spectra_check import Floats, unpack
from app.tables import Photometry, Spectrum
from app.times import mjd_of

ORIGIN = "synthetic"
_MICROJANSKY = 10 ** (0.4 * AB_ZP)
_NO_ERROR = 0.01
"""Relative error given to the magnitude of a spectrum without errors: about the best absolute calibration there is."""


@dataclass(frozen=True)
class Made:
    """The ids of the points in the order of the bandpasses, and the id by which they can be undone."""

    ids: list[int]
    upload_id: str


def add(session: Session, principal: Principal, spectrum_id: int, filters: Sequence[str]) -> Made:
    """Compute AB magnitudes of a spectrum through ``filters`` and keep them.

    Raises :class:`NotAvailableHere` for a spectrum that is missing or unreadable, :class:`BadInput` for one without
    units, a bandpass that is not known or not covered, a flux that is no magnitude, and what is there already.
    """
    row = spectra.need(session, spectrum_id)
    wanted = list(dict.fromkeys(filters))
    for band in wanted:
        curves.need_known(band)
    upload_id = str(uuid4())
    mine = set(audiences.my_group_ids(session))
    holder = row.holder_id if row.holder_id in mine or principal.is_admin else None
    if holder is None:
        holder = audiences.single_user_group_id(session, principal.user_id)
    points = [_point(row, band, (principal.user_id, holder), upload_id) for band in wanted]
    made = insert_points(session, points, "report")
    if row.policy_version_id is not None:
        own = update(Photometry).where(Photometry.upload_id == upload_id)
        session.execute(own.values(policy_version_ids=[row.policy_version_id], spectrum_id=row.id))
    after = {"n": made.n_new, "obj_ids": [row.obj_id], "spectrum_id": row.id}
    record(session, principal.user_id, Change("create", "photometry", upload_id, holder, after=after))
    announce(session, "photometry.new", audience_id=row.audience_id, obj_id=row.obj_id)
    return Made([i for i in made.ids if i is not None], upload_id)


def _point(row: Spectrum, band: str, people: tuple[int, int], upload_id: str) -> PointRow:
    flux, error = measure(row, band)
    mjd = mjd_of(row.observed_at)
    told = {"spectrum_id": row.id, "transmission": "top hat" if curves.is_top_hat(band) else "speclite"}
    return PointRow(
        obj_id=row.obj_id,
        instrument_id=row.instrument_id,
        mjd=mjd,
        filter=band,
        flux=flux,
        fluxerr=error,
        audience_id=row.audience_id,
        holder_id=people[1],
        owner_id=people[0],
        upload_id=upload_id,
        origin=f"{ORIGIN}:{row.id}",
        altdata=told | ({"fluxerr": "assumed"} if row.errors is None else {}),
        original_time=mjd,
        time_scale="utc",
        followup_request_id=row.followup_request_id,
        policy_version_id=row.policy_version_id,
    )


def measure(row: Spectrum, band: str) -> tuple[float, float]:
    """Return the flux and its error (µJy) of a spectrum through a bandpass."""
    if row.units is None:
        raise BadInput("This spectrum has no units; set them before its flux is converted.", field="units")
    order = np.argsort(unpack(row.wavelengths), kind="stable")
    wavelengths = unpack(row.wavelengths)[order]
    values = unpack(row.fluxes)[order]
    fluxes = curves.flux_density(values, wavelengths, row.units)
    weights = curves.band_weights(band, wavelengths)
    flux = float(np.sum(weights * fluxes)) * _MICROJANSKY
    if not np.isfinite(flux) or flux <= 0:
        raise BadInput(f"The flux through {band} is not positive: it has no magnitude.", field="filters")
    if row.errors is None:
        return flux, _NO_ERROR * flux
    errors = _errors(unpack(row.errors)[order], values, wavelengths, row.units)
    error = float(np.sqrt(np.sum((weights * errors) ** 2))) * _MICROJANSKY
    return flux, error if error > 0 else _NO_ERROR * flux


def _errors(errors: Floats, values: Floats, wavelengths: Floats, units: str) -> Floats:
    if units != "AB":
        return curves.flux_density(errors, wavelengths, units)
    return np.asarray(errors / 1.0857362 * curves.flux_density(values, wavelengths, units), dtype=np.float64)
