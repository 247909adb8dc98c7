"""Comments on objs, spectra and shifts, and the files attached to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.blobs import BlobStore
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import attachments, mentions, note_terms
from app.portal.attachments import Attachment, decode_base64
from app.portal.by_obj import about, grouped, rows_of
from app.portal.governed import Planner, Withheld
from app.portal.note_terms import Added, Wish
from app.portal.subjects import Subject, groups_for, need
from app.portal.visibility import Known, for_groups, known_of
from app.tables import Comment, ResourceComment

__all__ = ["Attachment", "CommentText", "decode_base64", "need_source"]

NEW = "comment.new"
MAX_TEXT = 50_000
MAX_CHANNEL = 100


@dataclass(frozen=True)
class CommentText:
    """What a comment says; None leaves it as it is when changing one. A ``channel`` is a thread of its own.

    ``why`` is said by who shares it beyond its sharing policy.
    """

    text: str | None
    group_ids: list[int] | None = None
    attachment: Attachment | None = None
    channel: str | None = None
    why: str | None = None


@dataclass(frozen=True)
class CommentSearch:
    """Which comments: containing ``text`` (newest first, one page), of a ``channel`` (None: of none)."""

    text: str | None = None
    channel: str | None = None
    page: int = 1
    size: int = 25


def need_source(session: Session, obj_id: str) -> None:
    """Raise :class:`NotFound`, alike for an obj that is missing and one that the principal may not know of."""
    need(session, Subject("sources", obj_id))


def _table(subject: Subject) -> Any:
    return Comment if subject.on_source else ResourceComment


def _place(subject: Subject) -> tuple[Any, ...]:
    if subject.on_source:
        return (Comment.obj_id == subject.key,)
    return (ResourceComment.resource_type == subject.kind, ResourceComment.resource_id == subject.number)


def _row(subject: Subject, comment_id: int) -> tuple[str, object]:
    return ("comment" if subject.on_source else "resource_comment", comment_id)


def _kind(subject: Subject) -> str:
    return "comment" if subject.on_source else f"comment on {subject.kind}"


def add(
    session: Session,
    principal: Principal,
    subject: Subject,
    said: CommentText,
    blobs: BlobStore,
    govern: Planner | None = None,
) -> Added:
    """Comment on something; what its group's sharing policy does not let others see yet is withheld.

    By a token it is marked as a bot's. Users named with ``@`` are told, if they may read it. Raises what
    :func:`app.portal.subjects.need` raises.
    """
    obj_id = need(session, subject)
    groups = groups_for(session, principal, subject, obj_id, said.group_ids)
    held = for_groups(session, principal, groups)
    values: dict[str, Any] = {"obj_id": obj_id, "text": said.text or "", "bot": principal.token_id is not None}
    if not subject.on_source:
        values |= {"resource_type": subject.kind, "resource_id": subject.number}
    if said.channel is not None:
        values["channel"] = said.channel
    table = _table(subject)
    readers, withheld = note_terms.placed(session, "comment", obj_id, held, groups, govern)
    made = session.execute(
        insert(table).values(**values, **attachments.keep(said.attachment, blobs), **readers).returning(table.id)
    ).scalar_one()
    record(session, principal.user_id, Change("create", _kind(subject), made, held.holder_id, after=values))
    announce(session, NEW, audience_id=readers["audience_id"], obj_id=obj_id)
    place = (subject.said(obj_id), subject.url(obj_id))
    mentions.tell(session, principal, (values["text"], None), _row(subject, made), place)
    return Added(int(made), withheld)


def one(session: Session, subject: Subject, comment_id: int) -> Any:
    """Return a readable comment's row; raise :class:`NotAvailableHere`."""
    table = _table(subject)
    found = session.scalars(select(table).where(table.id == comment_id, *_place(subject))).first()
    if found is None:
        raise NotAvailableHere(f"There is no comment with the id {comment_id} here that you may read.")
    return found


def view(session: Session, subject: Subject, comment_id: int) -> dict[str, Any]:
    """Return a readable comment in SkyPortal's words; raise :class:`NotAvailableHere`."""
    return _dicts(session, [one(session, subject, comment_id)])[0]


def change(
    session: Session,
    principal: Principal,
    place: tuple[Subject, int],
    said: CommentText,
    blobs: BlobStore,
    govern: Planner | None = None,
) -> Sequence[Withheld]:
    """Change a comment at (subject, comment); its author and the group's administrators may.

    Who is named with ``@`` and was not before is told. Returns what its sharing policy withholds of what was asked
    for; raises what :func:`app.portal.note_terms.regranted` raises.
    """
    subject, comment_id = place
    row, table = one(session, subject, comment_id), _table(subject)
    values: dict[str, Any] = attachments.keep(said.attachment, blobs)
    if said.text is not None:
        values["text"] = said.text
    shared = note_terms.Regrant()
    if said.group_ids:
        wish = Wish(said.group_ids, said.why, govern)
        shared = note_terms.regranted(session, principal, "comment", row, wish)
        values |= shared.values
    if not values:
        raise BadInput("Nothing to change was sent.")
    before = {"text": row.text, "attachment_name": row.attachment_name}
    text_before, obj_id, holder = row.text, row.obj_id, row.holder_id
    changed = session.execute(
        update(table).where(table.id == comment_id).values(**values).returning(table.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only its author, or an administrator of its group, can change a comment.")
    done = Change("update", _kind(subject), comment_id, holder, before, values)
    record(session, principal.user_id, done)
    note_terms.note_act(session, principal, shared, done, said.why)
    announce(session, NEW, audience_id=changed, obj_id=obj_id)
    if said.text is not None:
        named = (subject.said(obj_id), subject.url(obj_id))
        mentions.tell(session, principal, (said.text, text_before), _row(subject, comment_id), named)
    return shared.withheld


def remove(session: Session, principal: Principal, place: tuple[Subject, int]) -> None:
    """Delete a comment at (subject, comment); its author and the group's administrators may."""
    subject, comment_id = place
    one(session, subject, comment_id)
    if not _remove(session, principal, subject, _table(subject).id == comment_id):
        raise Forbidden("Only its author, or an administrator of its group, can delete a comment.")


def remove_all(session: Session, principal: Principal, subject: Subject, channel: str | None = None) -> int:
    """Delete those comments of a subject (of one channel) that the principal may delete; return how many.

    Raises :class:`BadInput` where there was none.
    """
    need(session, subject)
    table = _table(subject)
    which = [] if channel is None else [table.channel == channel]
    gone = _remove(session, principal, subject, *which)
    if not gone:
        raise BadInput("There is no comment here that you may delete.")
    return gone


def _remove(session: Session, principal: Principal, subject: Subject, *which: Any) -> int:
    table = _table(subject)
    gone = session.execute(
        delete(table)
        .where(*_place(subject), *which)
        .returning(table.id, table.holder_id, table.audience_id, table.text, table.obj_id)
    ).all()
    for row in gone:
        before = {"text": row.text, "obj_id": row.obj_id}
        record(session, principal.user_id, Change("delete", _kind(subject), row.id, row.holder_id, before))
    for audience_id in dict.fromkeys(row.audience_id for row in gone):
        announce(session, NEW, audience_id=audience_id, obj_id=gone[0].obj_id)
    return len(gone)


OF_OBJS = (
    select(
        Comment.id, Comment.created_at, Comment.modified, Comment.text, Comment.channel, Comment.attachment_name,
        Comment.origin, Comment.bot, Comment.owner_id, Comment.obj_id, Comment.audience_id,
    )
    .where(about(Comment.obj_id))
    .order_by(Comment.created_at, Comment.id)
)  # fmt: skip


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable comments of each obj, oldest first."""
    wanted = set(obj_ids)
    return grouped(_dicts(session, rows_of(session, OF_OBJS, wanted)), wanted)


def by_resource(session: Session, kind: str, ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the readable comments on each numbered thing of a kind, oldest first, in a fixed number of queries."""
    wanted = set(ids)
    table = ResourceComment
    query = select(table).where(table.resource_type == kind, table.resource_id.in_(wanted))
    rows = session.scalars(query.order_by(table.created_at, table.id)).all()
    found: dict[int, list[dict[str, Any]]] = {i: [] for i in wanted}
    for row, told in zip(rows, _dicts(session, rows), strict=True):
        found[row.resource_id].append(told)
    return found


def listed(session: Session, subject: Subject, search: CommentSearch) -> list[dict[str, Any]]:
    """Return the comments on something, oldest first; with ``search.text`` those that contain it, newest first."""
    need(session, subject)
    table = _table(subject)
    query = select(table).where(*_place(subject), table.channel.is_not_distinct_from(search.channel))
    if search.text is None:
        query = query.order_by(table.created_at, table.id)
    else:
        query = query.where(table.text.icontains(search.text, autoescape=True))
        query = query.order_by(table.created_at.desc(), table.id.desc())
        query = query.limit(search.size).offset((search.page - 1) * search.size)
    return _dicts(session, session.scalars(query).all())


def channels(session: Session, obj_id: str) -> list[str]:
    """Return the channels in which an obj has readable comments, by name."""
    need_source(session, obj_id)
    query = select(Comment.channel).where(Comment.obj_id == obj_id, Comment.channel.is_not(None)).distinct()
    return [str(name) for name in session.scalars(query.order_by(Comment.channel))]


def attachment_count(session: Session) -> int:
    """Return how many comments have a file, among those that the principal may read."""
    total = 0
    for table in (Comment, ResourceComment):
        query = select(func.count()).select_from(table).where(table.attachment_blob.is_not(None))
        total += session.execute(query).scalar_one()
    return total


def _dicts(session: Session, rows: Iterable[Any]) -> list[dict[str, Any]]:
    found = list(rows)
    return told(found, known_of(session, found))


def told(rows: Iterable[Any], known: Known) -> list[dict[str, Any]]:
    """Return comments in SkyPortal's words, with their authors and groups."""
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
            "author": known.users.get(row.owner_id),
            "groups": known.groups[row.audience_id],
            **_subject_of(row).ids(row.obj_id),
            "resourceType": _subject_of(row).kind,
        }
        for row in rows
    ]


def _subject_of(row: Any) -> Subject:
    if isinstance(row, ResourceComment):
        return Subject(row.resource_type, str(row.resource_id))
    return Subject("sources", row.obj_id)
