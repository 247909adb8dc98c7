"""``/api/thumbnail``: small pictures of objs."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from app.api.routes import Body, Call, Raw, Routes
from app.api.shapes import ThumbnailOut
from app.portal import thumbnails
from app.portal.comments import decode_base64

routes = Routes("thumbnails")
ROUTES = routes.all

ThumbnailType = Literal[
    "new", "ref", "sub", "sdss", "dr8", "ls", "ps1", "sm", "hst", "chandra", "jwst", "new_gz", "ref_gz", "sub_gz"
]
_JPEG = b"\xff\xd8"


class ThumbnailBody(Body):
    """A picture: PNG or JPEG in base64."""

    obj_id: str
    data: str
    ttype: ThumbnailType
    survey: str | None = None


class ThumbnailId(BaseModel):
    """The id of the thumbnail."""

    id: int


@routes.post("/api/thumbnail", body=ThumbnailBody, answer=ThumbnailId, acls=("Upload data",))
def post(call: Call[None, ThumbnailBody]) -> ThumbnailId:
    """Add a thumbnail."""
    body = call.body
    content = decode_base64(body.data, "data")
    about = (body.obj_id, body.ttype, body.survey)
    return ThumbnailId(id=thumbnails.post(call.session, call.principal, about, content, call.context.blobs))


@routes.get("/api/thumbnail/{thumbnail_id:int}", answer=ThumbnailOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return what a thumbnail is of."""
    return thumbnails.as_dict(thumbnails.need(call.session, call.path["thumbnail_id"]))


@routes.get("/api/thumbnail/{thumbnail_id:int}/image", answer=bytes, produces=("image/png", "image/jpeg"))
def image(call: Call[None, None]) -> Raw:
    """Return the picture, to whoever may read the thumbnail."""
    content = call.context.blobs.get(thumbnails.need(call.session, call.path["thumbnail_id"]).blob)
    return Raw(content, "image/jpeg" if content.startswith(_JPEG) else "image/png")


@routes.delete("/api/thumbnail/{thumbnail_id:int}", acls=("Upload data",))
def delete(call: Call[None, None]) -> None:
    """Delete a thumbnail."""
    thumbnails.remove(call.session, call.principal, call.path["thumbnail_id"])
