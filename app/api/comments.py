"""``/api/{sources|spectra|shift}/{id}/comments``: comments, and the files attached to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.params import PageNumber
from app.api.routes import Answer, Body, Call, Query, Raw, Routes
from app.api.shapes import AuthorOut, CommentOut, GroupOut
from app.errors import NotAvailableHere
from app.portal import attachments, comments
from app.portal.comments import Attachment, CommentSearch, CommentText
from app.portal.subjects import Subject

routes = Routes("comments")
ROUTES = routes.all
PLACES = {"sources": "/api/sources/{obj_id}", "spectra": "/api/spectra/{key:int}", "shift": "/api/shift/{key:int}"}
"""Where comments hang; SkyPortal's GCN events and earthquakes are left out and answer 501."""
Channel = Annotated[str, Field(min_length=1, max_length=comments.MAX_CHANNEL)]
Text = Annotated[str, Field(min_length=1, max_length=comments.MAX_TEXT)]


class CommentsQuery(Query):
    """Which comments; paged only where ``text`` is searched for. Without a channel: those that are in none."""

    text: str | None = Field(None, max_length=1000)
    channel: Channel | None = None
    page_number: PageNumber = 1
    num_per_page: int = Field(25, ge=1, le=500, alias="numPerPage")


class ChannelQuery(Query):
    """Which channel."""

    channel: Channel


class AttachmentQuery(Query):
    """``download`` the file (the default), or ``preview`` it; with both empty it is answered as text in JSON."""

    keeps_empty: ClassVar[frozenset[str]] = frozenset({"download", "preview"})
    download: str = Field("true", max_length=10)
    preview: str = Field("", max_length=10)


class BatchQuery(Query):
    """Which page."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")


class AttachmentBody(Body):
    """A file in base64."""

    name: str = Field(min_length=1, max_length=255)
    body: str


class CommentBody(Body):
    """A new comment."""

    text: Text
    group_ids: list[int] | None = None
    attachment: AttachmentBody | None = None
    channel: Channel | None = None
    obj_id: str | None = None


class CommentChange(Body):
    """What is to change about a comment; ``why`` is said by who shares it beyond its sharing policy."""

    text: Text | None = None
    group_ids: list[int] | None = None
    attachment: AttachmentBody | None = None
    obj_id: str | None = None
    why: str | None = Field(None, min_length=3, max_length=2000)


class CommentId(BaseModel):
    """The id of the new comment."""

    comment_id: int


class ResourceCommentOut(BaseModel):
    """A comment on a spectrum or a shift."""

    model_config = ConfigDict(populate_by_name=True)

    id: int
    text: str
    channel: str | None
    attachment_name: str | None
    origin: str | None
    bot: bool
    author_id: int
    author: AuthorOut | None
    groups: list[GroupOut]
    obj_id: str | None = None
    spectrum_id: int | None = None
    shift_id: int | None = None
    resource_type: str = Field(alias="resourceType")


class AttachmentText(BaseModel):
    """A text file inside JSON."""

    commentId: int  # noqa: N815
    attachment: str
    attachmentName: str | None  # noqa: N815


class AttachmentCounts(BaseModel):
    """How many attachments are in the database itself (none ever), and how many are not."""

    totalWithAttachmentBytes: int  # noqa: N815
    totalWithoutAttachmentBytes: int  # noqa: N815


class AttachmentBatch(BaseModel):
    """How many attachments were still to be moved out of the database."""

    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


FILES = ("application/octet-stream", *sorted(attachments.SHOWN_TYPES))
"""What an attachment is answered as where it is not asked for as text."""


def subject_of(kind: str, call: Call[Any, Any]) -> Subject:
    """Return what the address names."""
    return Subject(kind, call.path["obj_id"] if kind == "sources" else str(call.path["key"]))


def _said(body: CommentBody | CommentChange, channel: str | None = None) -> CommentText:
    attached = Attachment(body.attachment.name, body.attachment.body) if body.attachment else None
    return CommentText(body.text, body.group_ids, attached, channel, getattr(body, "why", None))


def _file(kind: str) -> Callable[[Call[AttachmentQuery, None]], Raw | dict[str, Any]]:
    def attachment(call: Call[AttachmentQuery, None]) -> Raw | dict[str, Any]:
        """Return the file attached to a comment, to whoever may read the comment."""
        row = comments.one(call.session, subject_of(kind, call), call.path["comment_id"])
        if row.attachment_blob is None:
            raise NotAvailableHere("This comment has no attachment.")
        content = call.context.blobs.get(row.attachment_blob)
        wants = {
            word: getattr(call.query, word).lower() in ("true", "t", "1", "yes") for word in ("download", "preview")
        }
        if not any(wants.values()):
            said = attachments.as_text(content)
            return {"commentId": row.id, "attachment": said, "attachmentName": row.attachment_name}
        name = attachments.plain_name(row.attachment_name)
        if wants["preview"]:
            shown, content_type = attachments.preview(row.attachment_name, content)
            # Shown in place, with nothing that it could load or run.
            headers = {"Content-Disposition": "inline", "Content-Security-Policy": "default-src 'none'"}
            return Raw(shown, content_type, headers)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Raw(content, "application/octet-stream", headers)

    return attachment


def _declare(kind: str, base: str) -> None:
    answer = CommentOut if kind == "sources" else ResourceCommentOut
    many: Any = list[CommentOut] if kind == "sources" else list[ResourceCommentOut]

    @routes.get(f"{base}/comments", query=CommentsQuery, answer=many)
    def listed(call: Call[CommentsQuery, None]) -> list[dict[str, Any]]:
        """Return the comments on a source, spectrum or shift."""
        q = call.query
        search = CommentSearch(q.text, q.channel, q.page_number, q.num_per_page)
        return comments.listed(call.session, subject_of(kind, call), search)

    @routes.post(f"{base}/comments", body=CommentBody, answer=CommentId, beside=BESIDE, acls=("Comment",))
    def post(call: Call[None, CommentBody]) -> Answer:
        """Comment; users named with ``@`` are told, if they may read it.

        What the group's sharing policy withholds is answered beside.
        """
        said = _said(call.body, call.body.channel)
        place, govern = subject_of(kind, call), governed_by_policies()
        made = comments.add(call.session, call.principal, place, said, call.context.blobs, govern)
        return with_withheld(call.session, CommentId(comment_id=made.id), made.withheld, "comment")

    @routes.delete(f"{base}/comments", acls=("Comment",))
    def delete_all(call: Call[None, None]) -> Answer:
        """Delete those comments that one may delete."""
        gone = comments.remove_all(call.session, call.principal, subject_of(kind, call))
        return Answer(message=f"{gone} comment(s) deleted.")

    @routes.get(f"{base}/comments/{{comment_id:int}}", answer=answer)
    def get(call: Call[None, None]) -> dict[str, Any]:
        """Return one comment."""
        return comments.view(call.session, subject_of(kind, call), call.path["comment_id"])

    @routes.put(f"{base}/comments/{{comment_id:int}}", body=CommentChange, beside=BESIDE, acls=("Comment",))
    def put(call: Call[None, CommentChange]) -> Answer:
        """Change a comment; what is not sent stays."""
        place = (subject_of(kind, call), call.path["comment_id"])
        said, govern = _said(call.body), governed_by_policies()
        withheld = comments.change(call.session, call.principal, place, said, call.context.blobs, govern)
        return with_withheld(call.session, None, withheld, "comment")

    @routes.delete(f"{base}/comments/{{comment_id:int}}", acls=("Comment",))
    def delete(call: Call[None, None]) -> None:
        """Delete a comment."""
        comments.remove(call.session, call.principal, (subject_of(kind, call), call.path["comment_id"]))

    for ending in ("attachment", "attachment.pdf"):
        path = f"{base}/comments/{{comment_id:int}}/{ending}"
        routes.get(path, query=AttachmentQuery, answer=AttachmentText, produces=FILES)(_file(kind))


for _kind, _base in PLACES.items():
    _declare(_kind, _base)


@routes.get("/api/sources/{obj_id}/comments/channels", answer=list[str])
def channels(call: Call[None, None]) -> list[str]:
    """Return the channels in which a source has comments."""
    return comments.channels(call.session, call.path["obj_id"])


@routes.delete("/api/sources/{obj_id}/comments/channels", query=ChannelQuery, acls=("Comment",))
def delete_channel(call: Call[ChannelQuery, None]) -> Answer:
    """Delete those comments of a channel that one may delete."""
    subject = Subject("sources", call.path["obj_id"])
    gone = comments.remove_all(call.session, call.principal, subject, call.query.channel)
    return Answer(message=f"{gone} comment(s) deleted.")


@routes.get("/api/comment_attachment", answer=AttachmentCounts, acls=("System admin",))
def count_attachments(call: Call[None, None]) -> dict[str, int]:
    """Count attachments. Skyrelay keeps them in its blob store from the start, never in the database."""
    return {"totalWithAttachmentBytes": 0, "totalWithoutAttachmentBytes": comments.attachment_count(call.session)}


@routes.post("/api/comment_attachment", query=BatchQuery, answer=AttachmentBatch, acls=("System admin",))
def move_attachments(call: Call[BatchQuery, None]) -> Answer:
    """Say that no attachment is left in the database to be moved to the disk."""
    place = {"pageNumber": call.query.page_number, "numPerPage": call.query.num_per_page}
    return Answer({"totalMatches": 0, **place}, "Every attachment is in the blob store already; nothing was moved.")
