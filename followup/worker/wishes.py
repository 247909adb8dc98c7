"""From a trigger's attempt to the payload that its facility takes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.tables import Attempt, Obj, Photometry, Trigger
from followup.facilities.model import Payload
from followup.facilities.payload import ExposureRequest, TriggerRequest, build_request_group, ipp_of_priority
from followup.returns.frames import magnitude_ab
from followup.worker.allocations import AllocationView

Band = Literal["u", "g", "r", "i", "z", "y"]
BANDS: tuple[Band, ...] = ("u", "g", "r", "i", "z", "y")
SIGNIFICANT = 3.0
NAME_LENGTH = 50


def payload_of(session: Session, trigger: Trigger, attempt: Attempt, allocation: AllocationView) -> Payload:
    """Build the request group of an attempt: its window is from now to the deadline."""
    obj = session.get_one(Obj, trigger.obj_id)
    wanted = TriggerRequest(
        target_name=obj.id[:NAME_LENGTH],
        ra_deg=obj.ra % 360.0,
        dec_deg=obj.dec,
        filters=tuple(ExposureRequest.model_validate(part) for part in trigger.filters),
        window_start=datetime.now(UTC),
        window_end=trigger.deadline,
        proposal=allocation.proposal or "skyrelay",
        tag=attempt.tag,
        expected_mag_ab=expected_magnitudes(session, trigger),
        site=allocation.site,
        ipp=ipp_of_priority(trigger.priority),
    )
    return build_request_group(wanted)


def expected_magnitudes(session: Session, trigger: Trigger) -> dict[Band, float]:
    """Return the AB magnitude last seen in each band, from what the asker may read: nobody else's data leaves."""
    session.execute(text("SELECT set_config('skyrelay.user_id', :u, true)"), {"u": str(trigger.owner_id)})
    readable = Photometry.audience_id.in_(select(text("a FROM access.my_audiences() AS a")))
    rows = session.execute(
        select(Photometry.filter, Photometry.flux, Photometry.ref_flux)
        .where(
            Photometry.obj_id == trigger.obj_id,
            Photometry.flux >= SIGNIFICANT * Photometry.fluxerr,
            readable | (Photometry.owner_id == trigger.owner_id),
        )
        .order_by(Photometry.mjd)
    ).all()
    found: dict[Band, float] = {}
    for name, flux, ref_flux in rows:
        band = name[-1:]
        total = (flux or 0.0) + (ref_flux or 0.0)
        if band in BANDS and total > 0:
            found[band] = round(magnitude_ab(total), 3)
    return found
