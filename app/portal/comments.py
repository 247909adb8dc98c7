"""Comments on objs, and the files attached to them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.blobs import BlobStore
from app.errors import BadInput, Forbidden, NotAvailableHere, NotFound, TooLarge
from app.portal.objs import readable
from app.portal.visibility import for_groups, for_note, groups_of, users_of
from app.tables import Comment

NEW = "comment.new"
MAX_ATTACHMENT_BYTES = 25_000_000


@dataclass(frozen=True)
class Attachment:
    """A file: its name, and its bytes in base64, perhaps behind a ``data:`` prefix."""

    name: str
    body: str


@dataclass(frozen=True)
class CommentText:
    """What a comment says; None leaves it as it is when changing one."""

    text: str | None
    group_ids: list[int] | None = None
    attachment: Attachment | None = None


def need_source(session: Session, obj_id: str) -> None:
    """Raise :class:`NotFound`, alike for an obj that is missing and one that the principal may not know of."""
    if not readable(session, [obj_id]):
        raise NotFound("There is no source of this name that you may read.")


def decode_base64(body: str, field: str) -> bytes:
    """Return the bytes of base64 text; raise :class:`BadInput` where it is none."""
    try:
        return base64.b64decode(body.rpartition("base64,")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("This is not base64.", field=field) from error


def _attached(attachment: Attachment | None, blobs: BlobStore) -> dict[str, Any]:
    if attachment is None:
        return {}
    content = decode_base64(attachment.body, "attachment.body")
    if len(content) > MAX_ATTACHMENT_BYTES:
        raise TooLarge(f"An attachment may have {MAX_ATTACHMENT_BYTES // 1_000_000} MB.", field="attachment.body")
    return {"attachment_name": attachment.name, "attachment_blob": blobs.put(content)}


def add(session: Session, principal: Principal, obj_id: str, said: CommentText, blobs: BlobStore) -> int:
    """Comment on an obj; return the comment's id. By a token it is marked as a bot's."""
    need_source(session, obj_id)
    standing = for_note(session, principal, obj_id, said.group_ids)
    values = {"obj_id": obj_id, "text": said.text or "", "bot": principal.token_id is not None}
    made = session.execute(
        insert(Comment)
        .values(**values, **_attached(said.attachment, blobs), **standing.columns())
        .returning(Comment.id)
    ).scalar_one()
    record(session, principal.user_id, Change("create", "comment", made, standing.holder_id, after=values))
    announce(session, NEW, audience_id=standing.audience_id, obj_id=obj_id)
    return made


def need(session: Session, obj_id: str, comment_id: int) -> Comment:
    """Return a readable comment of an obj; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(Comment).where(Comment.id == comment_id, Comment.obj_id == obj_id)).first()
    if found is None:
        raise NotAvailableHere(f"There is no comment with the id {comment_id} here that you may read.")
    return found


def change(session: Session, principal: Principal, place: tuple[str, int], said: CommentText, blobs: BlobStore) -> None:
    """Change a comment at (obj, comment); its author and the group's administrators may."""
    row = need(session, *place)
    values = _attached(said.attachment, blobs)
    if said.text is not None:
        values["text"] = said.text
    if said.group_ids:
        values["audience_id"] = for_groups(session, principal, said.group_ids).audience_id
    if not values:
        raise BadInput("Nothing to change was sent.")
    before = {"text": row.text, "attachment_name": row.attachment_name}
    changed = session.execute(
        update(Comment).where(Comment.id == row.id).values(**values).returning(Comment.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only its author, or an administrator of its group, can change a comment.")
    record(session, principal.user_id, Change("update", "comment", row.id, row.holder_id, before, values))
    announce(session, NEW, audience_id=changed, obj_id=place[0])


def remove(session: Session, principal: Principal, place: tuple[str, int]) -> None:
    """Delete a comment at (obj, comment); its author and the group's administrators may."""
    row = need(session, *place)
    before, holder, audience = {"text": row.text, "obj_id": row.obj_id}, row.holder_id, row.audience_id
    gone = session.execute(delete(Comment).where(Comment.id == place[1]).returning(Comment.id)).scalar()
    if gone is None:
        raise Forbidden("Only its author, or an administrator of its group, can delete a comment.")
    record(session, principal.user_id, Change("delete", "comment", gone, holder, before))
    announce(session, NEW, audience_id=audience, obj_id=place[0])


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable comments of each obj, oldest first."""
    wanted = set(obj_ids)
    found: dict[str, list[dict[str, Any]]] = {o: [] for o in wanted}
    query = select(Comment).where(Comment.obj_id.in_(wanted)).order_by(Comment.created_at, Comment.id)
    for each in dicts(session, query):
        found[each["obj_id"]].append(each)
    return found


def listed(session: Session, obj_id: str, text: str | None, place: tuple[int, int]) -> list[dict[str, Any]]:
    """Return the comments of an obj; with ``text`` those that contain it, newest first, one page (number, size)."""
    need_source(session, obj_id)
    if text is None:
        return by_obj(session, [obj_id])[obj_id]
    number, size = place
    query = select(Comment).where(Comment.obj_id == obj_id, Comment.text.icontains(text, autoescape=True))
    query = query.order_by(Comment.created_at.desc(), Comment.id.desc()).limit(size).offset((number - 1) * size)
    return dicts(session, query)


def dicts(session: Session, query: Select[Comment]) -> list[dict[str, Any]]:
    """Return comments in SkyPortal's words, with authors and groups, in a fixed number of queries."""
    rows = session.scalars(query).all()
    groups = groups_of(session, (r.audience_id for r in rows))
    authors = users_of(session, (r.owner_id for r in rows))
    return [
        {
            "id": row.id,
            "created_at": row.created_at,
            "modified": row.modified,
            "text": row.text,
            "channel": row.channel,
            "attachment_name": row.attachment_name,
            "origin": row.origin,
            "bot": row.bot,
            "author_id": row.owner_id,
            "author": authors.get(row.owner_id),
            "groups": groups[row.audience_id],
            "obj_id": row.obj_id,
            "resourceType": "sources",
        }
        for row in rows
    ]
