"""Data back into the portal: each frame once, its photometry under the terms of its request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import structlog
from astropy.time import Time
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.context import Context
from app.errors import SkyrelayError
from app.portal.photometry import PointRow, insert_points
from app.tables import Attempt, FollowupRequest, Obj, ReturnedFrame, Trigger
from followup.facilities.model import FacilityGateway, Frame
from followup.returns.frames import FramePhotometry, read_frame
from followup.returns.terms import terms_of
from followup.triggers.transitions import note
from followup.worker.allocations import AllocationView

log = structlog.get_logger(__name__)
REDUCED = 91
LATEST = timedelta(days=3)
"""How long reduced frames are waited for after an observation."""


def collect(
    context: Context,
    gateway_of: Callable[[AllocationView], FacilityGateway],
    attempt_id: int,
    allocation: AllocationView,
) -> int:
    """Fetch the frames of a completed attempt that are not here yet; return how many came.

    Each frame and its point are one transaction, keyed by the frame, so that a crash loses and doubles nothing. The
    attempt counts as collected when every exposure that was asked for is here, or when waiting has no more sense.
    """
    with context.transaction() as session:
        attempt = session.get_one(Attempt, attempt_id)
        trigger = session.get_one(Trigger, attempt.trigger_id)
        obj = session.get_one(Obj, trigger.obj_id)
        known = set(session.scalars(select(ReturnedFrame.frame_key).where(ReturnedFrame.attempt_id == attempt_id)))
    wanted = sum(int(part["exposures"]) for part in trigger.filters)
    came = 0
    try:
        gateway = gateway_of(allocation)
        frames = [f for f in gateway.frames(attempt.request_id or "") if f.reduction_level in (None, REDUCED)]
        for frame in frames:
            if _key(attempt, frame) not in known:
                content = gateway.download(frame)
                measured = read_frame(content, obj.ra, obj.dec)
                _keep(context, attempt_id, allocation, _key(attempt, frame), content, measured)
                came += 1
    except SkyrelayError as error:
        log.warning("frames could not be collected yet", attempt=attempt_id, error=error.message)
    too_late = datetime.now(UTC) - attempt.modified > LATEST
    if len(known) + came >= wanted or too_late:
        _close(context, attempt_id, len(known) + came, wanted)
    return came


def _key(attempt: Attempt, frame: Frame) -> str:
    return f"{attempt.tag}/{frame.frame_id}"


def _keep(
    context: Context,
    attempt_id: int,
    allocation: AllocationView,
    key: str,
    content: bytes,
    measured: FramePhotometry,
) -> None:
    blob = context.blobs.put(content)
    with context.transaction() as session:
        attempt = session.get_one(Attempt, attempt_id)
        trigger = session.execute(
            select(Trigger).where(Trigger.id == attempt.trigger_id).with_for_update()
        ).scalar_one()
        if session.execute(select(ReturnedFrame.id).where(ReturnedFrame.frame_key == key)).first():
            return
        request = session.get_one(FollowupRequest, attempt.followup_request_id)
        photometry_id, audience_id = _insert(session, request, allocation, trigger, attempt, measured)
        session.add(ReturnedFrame(attempt_id=attempt_id, frame_key=key, blob=blob, photometry_id=photometry_id))
        announce(session, "photometry.new", audience_id=audience_id, obj_id=trigger.obj_id, trigger_id=trigger.id)
        after = {"attempt_id": attempt_id, "frame": key, "policy_version_id": request.policy_version_id}
        change = Change("create", "photometry", photometry_id, allocation.group_id, after=after)
        record(session, trigger.owner_id, change)


def _insert(
    session: Session,
    request: FollowupRequest,
    allocation: AllocationView,
    trigger: Trigger,
    attempt: Attempt,
    measured: FramePhotometry,
) -> tuple[int | None, int]:
    observed_at = Time(measured.mjd_utc, format="mjd", scale="utc").to_datetime(timezone=UTC)
    terms = terms_of(session, request, allocation, observed_at)
    row = PointRow(
        obj_id=trigger.obj_id,
        instrument_id=allocation.instrument_id,
        mjd=measured.mjd_utc,
        filter=measured.filter,
        flux=measured.flux_ujy,
        fluxerr=measured.fluxerr_ujy,
        limiting_mag=measured.limiting_mag_ab,
        ra=measured.ra_deg,
        dec=measured.dec_deg,
        origin=f"skyrelay:{attempt.tag}",
        altdata=_provenance(measured),
        original_time=measured.mjd_utc,
        time_scale="utc",
        upload_id=attempt.tag,
        followup_request_id=request.id,
        policy_version_id=terms.policy_version_id,
        audience_id=terms.audience_id,
        holder_id=allocation.group_id,
        owner_id=trigger.owner_id,
    )
    outcome = insert_points(session, [row])
    return outcome.ids[0], terms.audience_id


def _provenance(measured: FramePhotometry) -> dict[str, object]:
    kept = asdict(measured)
    for column in ("mjd_utc", "filter", "flux_ujy", "fluxerr_ujy", "limiting_mag_ab", "ra_deg", "dec_deg"):
        del kept[column]
    return kept


def _close(context: Context, attempt_id: int, came: int, wanted: int) -> None:
    with context.transaction() as session:
        attempt = session.get_one(Attempt, attempt_id)
        trigger = session.get_one(Trigger, attempt.trigger_id)
        attempt.collected_at = attempt.ended_at = datetime.now(UTC)
        note(
            session, trigger, attempt.state, f"{came} of {wanted} frames came back.",
            from_state=attempt.state, attempt=attempt,
        )  # fmt: skip
