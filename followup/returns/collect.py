"""Data back into the portal: each frame once, it and its photometry under the terms of their request.

A frame that is reduced anew supersedes the earlier reduction of the same exposure and inherits its policy version and
its readers; so does the photometry that is measured in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.context import Context
from app.errors import SkyrelayError
from app.policies.document import Level, Product
from app.portal.photometry import PointRow, insert_points
from app.tables import Attempt, FollowupRequest, Obj, Photometry, ReturnedFrame, Trigger
from app.times import time_of
from followup.facilities.model import FacilityGateway, Frame
from followup.returns.frames import FramePhotometry, read_frame
from followup.returns.terms import Returned, Terms, terms_of
from followup.triggers.transitions import note
from followup.worker.allocations import AllocationView

log = structlog.get_logger(__name__)
RAW, REDUCED = 0, 91
"""LCO's reduction levels of frames as taken, and of those that its pipeline has finished with; 11 is a quick look."""
LATEST = timedelta(days=3)
"""How long reduced frames are waited for after an observation."""
_REDUCTION = re.compile(r"-[a-z]\d{2}(\.fits)?(\.fz)?$")
"""What LCO's file names end with: the kind of frame and its reduction level, as in ``-e91.fits.fz``."""


@dataclass(frozen=True)
class Incoming:
    """A frame that has come; ``measured`` None for one as taken, in which nothing is measured."""

    key: str
    frame: Frame
    content: bytes
    measured: FramePhotometry | None

    @property
    def level(self) -> Level:
        """How far it is processed, by the facility's own number."""
        return level_of(self.frame)

    @property
    def observed_at(self) -> datetime:
        """When its light arrived (UTC): the middle of the exposure where that is known."""
        return self.frame.date_obs if self.measured is None else time_of(self.measured.mjd_utc)


@dataclass(frozen=True)
class _Place:
    """What a frame came back for."""

    attempt: Attempt
    trigger: Trigger
    request: FollowupRequest
    allocation: AllocationView


def level_of(frame: Frame) -> Level:
    """Return how far a frame is processed."""
    return Level.RAW if frame.reduction_level == RAW else Level.REDUCED


def exposure_of(filename: str) -> str:
    """Return what names an exposure in the names of all files that were made of it."""
    return _REDUCTION.sub("", filename)


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
        f = ReturnedFrame
        rows = session.execute(select(f.frame_key, f.exposure, f.level).where(f.attempt_id == attempt_id)).all()
    known, exposures = {r.frame_key for r in rows}, {r.exposure for r in rows if r.level == Level.REDUCED}
    wanted = sum(int(part["exposures"]) for part in trigger.filters)
    levels = (None, REDUCED, RAW) if context.settings.followup.keep_raw_frames else (None, REDUCED)
    came = 0
    try:
        gateway = gateway_of(allocation)
        for frame in [f for f in gateway.frames(attempt.request_id or "") if f.reduction_level in levels]:
            if known.isdisjoint(_keys(attempt, frame)):
                content = gateway.download(frame)
                measured = read_frame(content, obj.ra, obj.dec) if level_of(frame) is Level.REDUCED else None
                _keep(context, attempt_id, allocation, Incoming(_keys(attempt, frame)[0], frame, content, measured))
                came += 1
            if level_of(frame) is Level.REDUCED:
                exposures.add(exposure_of(frame.filename))
    except SkyrelayError as error:
        log.warning("frames could not be collected yet", attempt=attempt_id, error=error.message)
    too_late = datetime.now(UTC) - attempt.modified > LATEST
    if len(exposures) >= wanted or too_late:
        _close(context, attempt_id, len(exposures), wanted)
    return came


def _keys(attempt: Attempt, frame: Frame) -> tuple[str, ...]:
    """Return by what a frame is known: itself as it is now, and as it was called before its contents counted.

    The archive keeps one frame for all reductions of an exposure, and tells them apart by their checksum.
    """
    plain = f"{attempt.tag}/{frame.frame_id}"
    checksum = frame.record.get("md5")
    return (plain,) if checksum is None else (f"{plain}@{checksum}", plain)


def _keep(context: Context, attempt_id: int, allocation: AllocationView, came: Incoming) -> None:
    blob = context.blobs.put(came.content)
    with context.transaction() as session:
        attempt = session.get_one(Attempt, attempt_id)
        trigger = session.execute(
            select(Trigger).where(Trigger.id == attempt.trigger_id).with_for_update()
        ).scalar_one()
        if session.execute(select(ReturnedFrame.id).where(ReturnedFrame.frame_key == came.key)).first():
            return
        place = _Place(attempt, trigger, session.get_one(FollowupRequest, attempt.followup_request_id), allocation)
        before = _superseded(session, place, came)
        photometry_id = None if came.measured is None else _measured(session, place, came.measured, before)
        terms = _inherited(before) or terms_of(
            session, place.request, allocation, Returned(Product.IMAGE, came.observed_at, came.level)
        )
        frame = ReturnedFrame(
            attempt_id=attempt_id,
            frame_key=came.key,
            blob=blob,
            photometry_id=photometry_id,
            obj_id=trigger.obj_id,
            followup_request_id=place.request.id,
            instrument_id=allocation.instrument_id,
            filename=came.frame.filename,
            exposure=exposure_of(came.frame.filename),
            level=came.level.value,
            reduction_level=came.frame.reduction_level,
            observed_at=came.observed_at,
            size=len(came.content),
            supersedes_id=None if before is None else before.id,
            policy_version_id=terms.policy_version_id,
            audience_id=terms.audience_id,
            holder_id=allocation.group_id,
            owner_id=trigger.owner_id,
        )
        session.add(frame)
        session.flush()
        after = {"attempt_id": attempt_id, "frame": came.key, "policy_version_id": terms.policy_version_id}
        change = Change("create", "returned frame", frame.id, allocation.group_id, after=after)
        record(session, trigger.owner_id, change)


def _superseded(session: Session, place: _Place, came: Incoming) -> ReturnedFrame | None:
    """Return the newest frame of the same exposure and level that there is of the request."""
    f = ReturnedFrame
    same = (f.exposure == exposure_of(came.frame.filename), f.level == came.level.value)
    of_request = select(f).where(f.followup_request_id == place.request.id, *same)
    return session.scalars(of_request.order_by(f.id.desc()).limit(1)).first()


def _inherited(before: ReturnedFrame | Photometry | None) -> Terms | None:
    """Return the terms of what a product replaces: the same readers, and the same releases to come."""
    return None if before is None else Terms(before.audience_id, before.policy_version_id)


def _measured(session: Session, place: _Place, measured: FramePhotometry, before: ReturnedFrame | None) -> int | None:
    """Keep what was measured in a frame; return the point's id, that of an equal one that is there already too."""
    older = None
    if before is not None and before.photometry_id is not None:
        older = session.get(Photometry, before.photometry_id)
    came = Returned(Product.PHOTOMETRY, time_of(measured.mjd_utc))
    terms = _inherited(older) or terms_of(session, place.request, place.allocation, came)
    made = insert_points(session, [_point(place, measured, terms)]).ids[0]
    if made is None:
        return None if older is None else older.id
    if older is not None:
        session.execute(update(Photometry).where(Photometry.id == older.id).values(superseded_by_id=made))
    obj_id, trigger = place.trigger.obj_id, place.trigger
    announce(session, "photometry.new", audience_id=terms.audience_id, obj_id=obj_id, trigger_id=trigger.id)
    after = {"attempt_id": place.attempt.id, "policy_version_id": terms.policy_version_id}
    if older is not None:
        after["supersedes"] = older.id
    change = Change("create", "photometry", made, place.allocation.group_id, after=after)
    record(session, trigger.owner_id, change)
    return made


def _point(place: _Place, measured: FramePhotometry, terms: Terms) -> PointRow:
    attempt, trigger = place.attempt, place.trigger
    return PointRow(
        obj_id=trigger.obj_id,
        instrument_id=place.allocation.instrument_id,
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
        followup_request_id=place.request.id,
        policy_version_id=terms.policy_version_id,
        audience_id=terms.audience_id,
        holder_id=place.allocation.group_id,
        owner_id=trigger.owner_id,
    )


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
