"""``/api/thumbnail``: small pictures of objs."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.params import PageNumber, StrList
from app.api.routes import Answer, Body, Call, Query, Raw, Routes
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


class ThumbnailChange(Body):
    """What is to become of a thumbnail; where its picture is kept cannot be changed."""

    obj_id: str | None = None
    type: ThumbnailType | None = None
    file_uri: str | None = None
    public_url: str | None = None
    origin: str | None = None
    is_grayscale: bool | None = None


class PlacesQuery(Query):
    """Which thumbnails are looked at. Pictures are kept in one level of folders, by the names of their bytes."""

    types: StrList = Field(default_factory=lambda: ["new", "ref", "sub"])
    depth: int = Field(1, ge=1, le=1, alias="requiredDepth")


class PlacesPage(PlacesQuery):
    """Which page of thumbnails is looked at."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=1000, alias="numPerPage")


class PlacesOut(BaseModel):
    """How many pictures are where they belong, and how many are missing there."""

    totalMatches: int  # noqa: N815
    inCorrectFolder: int  # noqa: N815
    inWrongFolder: int  # noqa: N815
    numMoved: int | None = None  # noqa: N815


@routes.post("/api/thumbnail", body=ThumbnailBody, answer=ThumbnailId, beside=BESIDE, acls=("Upload data",))
def post(call: Call[None, ThumbnailBody]) -> Answer:
    """Add a thumbnail; what the group's sharing policy withholds is answered beside."""
    body = call.body
    content = decode_base64(body.data, "data")
    about = (body.obj_id, body.ttype, body.survey)
    place = (call.context.blobs, governed_by_policies())
    made = thumbnails.post(call.session, call.principal, about, content, *place)
    return with_withheld(call.session, ThumbnailId(id=made.id), made.withheld, "thumbnail")


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


@routes.put("/api/thumbnail/{thumbnail_id:int}", body=ThumbnailChange, acls=("Upload data",))
def put(call: Call[None, ThumbnailChange]) -> None:
    """Change what a thumbnail is said to be."""
    thumbnails.change(call.session, call.principal, call.path["thumbnail_id"], call.body.model_dump())


@routes.get("/api/thumbnailPath", query=PlacesQuery, answer=PlacesOut, acls=("System admin",))
def places(call: Call[PlacesQuery, None]) -> PlacesOut:
    """Count the thumbnails whose picture is in its place."""
    total, missing = thumbnails.places(call.session, call.context.blobs, call.query.types)
    return PlacesOut(totalMatches=total, inCorrectFolder=total - missing, inWrongFolder=missing)


@routes.patch("/api/thumbnailPath", query=PlacesPage, answer=PlacesOut, acls=("System admin",))
def move(call: Call[PlacesPage, None]) -> PlacesOut:
    """Look at a page of thumbnails. A picture's place follows from its bytes, so none is ever moved."""
    page = (call.query.page_number, call.query.num_per_page)
    total, missing = thumbnails.places(call.session, call.context.blobs, call.query.types, page)
    return PlacesOut(totalMatches=total, inCorrectFolder=total - missing, inWrongFolder=missing, numMoved=0)


@routes.delete("/api/thumbnailPath", acls=("System admin",))
def drop_folders(call: Call[None, None]) -> Answer:
    """Remove the folders of the blob store that have been empty for an hour."""
    return Answer(message=f"{call.context.blobs.drop_empty_folders()} empty folders were removed.")
