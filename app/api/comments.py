"""``/api/sources/{id}/comments``: comments, and the files attached to them."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, Field
from sqlalchemy import select

from app.api.params import PageNumber
from app.api.routes import Body, Call, Query, Raw, Routes
from app.api.shapes import CommentOut
from app.errors import NotAvailableHere
from app.portal import comments
from app.portal.comments import Attachment, CommentText
from app.tables import Comment

routes = Routes("comments")
ROUTES = routes.all


class CommentsQuery(Query):
    """Which comments; paged only where ``text`` is searched for."""

    text: str | None = None
    page_number: PageNumber = 1
    num_per_page: int = Field(25, ge=1, le=500, alias="numPerPage")


class AttachmentBody(Body):
    """A file in base64."""

    name: str = Field(min_length=1, max_length=255)
    body: str


class CommentBody(Body):
    """A new comment."""

    text: str = Field(min_length=1)
    group_ids: list[int] | None = None
    attachment: AttachmentBody | None = None
    channel: str | None = None


class CommentChange(Body):
    """What is to change about a comment."""

    text: str | None = Field(None, min_length=1)
    group_ids: list[int] | None = None
    attachment: AttachmentBody | None = None


class CommentId(BaseModel):
    """The id of the new comment."""

    comment_id: int


def _attachment(body: AttachmentBody | None) -> Attachment | None:
    return Attachment(body.name, body.body) if body else None


@routes.get("/api/sources/{obj_id}/comments", query=CommentsQuery, answer=list[CommentOut])
def listed(call: Call[CommentsQuery, None]) -> list[dict[str, Any]]:
    """Return the comments on a source."""
    query = call.query
    place = (query.page_number, query.num_per_page)
    return comments.listed(call.session, call.path["obj_id"], query.text, place)


@routes.post("/api/sources/{obj_id}/comments", body=CommentBody, answer=CommentId, acls=("Comment",))
def post(call: Call[None, CommentBody]) -> CommentId:
    """Comment on a source."""
    said = CommentText(call.body.text, call.body.group_ids, _attachment(call.body.attachment))
    made = comments.add(call.session, call.principal, call.path["obj_id"], said, call.context.blobs)
    return CommentId(comment_id=made)


@routes.get("/api/sources/{obj_id}/comments/{comment_id:int}", answer=CommentOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one comment."""
    found = comments.need(call.session, call.path["obj_id"], call.path["comment_id"])
    return comments.dicts(call.session, select(Comment).where(Comment.id == found.id))[0]


@routes.put("/api/sources/{obj_id}/comments/{comment_id:int}", body=CommentChange, acls=("Comment",))
def put(call: Call[None, CommentChange]) -> None:
    """Change a comment."""
    said = CommentText(call.body.text, call.body.group_ids, _attachment(call.body.attachment))
    place = (call.path["obj_id"], call.path["comment_id"])
    comments.change(call.session, call.principal, place, said, call.context.blobs)


@routes.delete("/api/sources/{obj_id}/comments/{comment_id:int}", acls=("Comment",))
def delete(call: Call[None, None]) -> None:
    """Delete a comment."""
    comments.remove(call.session, call.principal, (call.path["obj_id"], call.path["comment_id"]))


@routes.get("/api/sources/{obj_id}/comments/{comment_id:int}/attachment", answer=bytes)
def attachment(call: Call[None, None]) -> Raw:
    """Return the file attached to a comment, to whoever may read the comment."""
    found = comments.need(call.session, call.path["obj_id"], call.path["comment_id"])
    if found.attachment_blob is None:
        raise NotAvailableHere("This comment has no attachment.")
    # Only a plain name goes into the header, and no type that a browser would run.
    name = re.sub(r"[^A-Za-z0-9._-]+", "_", found.attachment_name or "attachment")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Raw(call.context.blobs.get(found.attachment_blob), "application/octet-stream", headers)


@routes.get("/api/sources/{obj_id}/comments/{comment_id:int}/attachment.pdf", answer=bytes)
def attachment_pdf(call: Call[None, None]) -> Raw:
    """Return the same file; some viewers want the ending."""
    found: Raw = attachment(call)
    return found
