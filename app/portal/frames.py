"""Frames that came back from telescopes: which there are of a source, and their files, as far as one may read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.access.reads import seen
from app.errors import NotAvailableHere
from app.portal.comments import need_source
from app.tables import FollowupRequest, Instrument, Photometry, ReturnedFrame


class FrameView(BaseModel):
    """A frame: ``level`` raw or reduced, by ``reduction_level``, the facility's own number; ``size`` in bytes.

    ``supersedes_id`` is the earlier reduction of the same exposure, ``superseded`` says that there is a later one.
    ``followup_request_id`` and ``photometry_id`` are told to whom may read these.
    """

    id: int
    obj_id: str
    instrument_id: int
    instrument_name: str
    filename: str
    level: str
    reduction_level: int | None
    observed_at: datetime
    received_at: datetime
    size: int
    photometry_id: int | None
    supersedes_id: int | None
    superseded: bool
    followup_request_id: int | None
    policy_version_id: int | None


def of_source(session: Session, obj_id: str, page: tuple[int, int]) -> list[FrameView]:
    """Return one page (number from 1, size) of the readable frames of an obj, the latest observation first.

    Raises :class:`NotFound` for an obj that is missing or that one may not know of.
    """
    need_source(session, obj_id)
    f, newer = ReturnedFrame, aliased(ReturnedFrame)
    later = select(newer.id).where(newer.supersedes_id == f.id).exists()
    number, size = page
    rows = session.execute(
        select(f, Instrument.name, FollowupRequest.id, Photometry.id, later)
        .join(Instrument, Instrument.id == f.instrument_id)
        .outerjoin(FollowupRequest, FollowupRequest.id == f.followup_request_id)
        .outerjoin(Photometry, Photometry.id == f.photometry_id)
        .where(f.obj_id == obj_id)
        .order_by(f.observed_at.desc(), f.id.desc())
        .limit(size)
        .offset((number - 1) * size)
    )
    return [_view(*row) for row in rows]


def _view(
    frame: ReturnedFrame, instrument: str, request_id: int | None, photometry_id: int | None, superseded: bool
) -> FrameView:
    same: dict[str, Any] = {name: getattr(frame, name) for name in FrameView.model_fields if hasattr(frame, name)}
    readable = {"followup_request_id": request_id, "photometry_id": photometry_id}
    return FrameView(**(same | readable | {"instrument_name": instrument, "superseded": superseded}))


def file_of(session: Session, frame_id: int) -> tuple[str, str]:
    """Return the blob and the name of a readable frame's file; raise :class:`NotAvailableHere`."""
    f = ReturnedFrame
    columns = (f.blob, f.filename, f.obj_id, f.holder_id, f.policy_version_id)
    found = session.execute(select(*columns).where(f.id == frame_id)).first()
    if found is None:
        raise NotAvailableHere(f"There is no frame with the id {frame_id} that you may read.")
    seen(session, "image", [(found.obj_id, found.holder_id, found.policy_version_id)])
    return found.blob, found.filename
