"""``/api/frames`` and the frames of a source: data products that came back from telescopes."""

from __future__ import annotations

from pydantic import Field

from app.api.params import PageNumber
from app.api.routes import Call, Query, Raw, Routes
from app.api.taken import takes
from app.portal import frames
from app.portal.attachments import plain_name
from app.portal.frames import FrameView

routes = Routes("followup")
ROUTES = routes.all
FITS = "application/fits"


class FramesQuery(Query):
    """Which page."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")


@routes.get("/api/sources/{obj_id}/frames", query=FramesQuery, answer=list[FrameView])
def of_source(call: Call[FramesQuery, None]) -> list[FrameView]:
    """List the frames that came back from follow-up of a source, the latest first."""
    page = (call.query.page_number, call.query.num_per_page)
    return frames.of_source(call.session, call.path["obj_id"], page)


@routes.get("/api/frames/{frame_id:int}", answer=bytes, produces=(FITS,))
@takes("frame")
def get(call: Call[None, None]) -> Raw:
    """Return the file of a frame."""
    blob, name = frames.file_of(call.session, call.path["frame_id"])
    headers = {"Content-Disposition": f'attachment; filename="{plain_name(name)}"'}
    return Raw(call.context.blobs.get(blob), FITS, headers)
