"""A user's notifications: what they were told, as far as they may still read what it was about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.notify import Notice, notify, readers
from app.access.principal import Principal
from app.errands import Errand, enqueue
from app.errors import BadInput, NotAvailableHere
from app.portal.subjects import Subject, need
from app.portal.visibility import for_groups
from app.tables import GroupUser, Notification, SourceNotification, User

MAIL = "mail.source_notification"
"""The errand that mails what was told of a source."""


@dataclass(frozen=True)
class SourceCall:
    """A call of groups' attention to a source; ``level`` ``hard`` is the urgent one."""

    obj_id: str
    group_ids: Sequence[int]
    level: str
    additional_notes: str | None = None


def listed(session: Session, principal: Principal, place: tuple[int, int]) -> list[dict[str, Any]]:
    """Return one page (number from 1, size) of the principal's notifications, newest first."""
    number, size = place
    query = select(Notification).where(Notification.user_id == principal.user_id).order_by(Notification.id.desc())
    return [_dict(row) for row in session.scalars(query.limit(size).offset((number - 1) * size))]


def view(session: Session, principal: Principal, notification_id: int) -> dict[str, Any]:
    """Return one notification of the principal's; raise :class:`NotAvailableHere`."""
    query = select(Notification).where(Notification.id == notification_id, Notification.user_id == principal.user_id)
    found = session.scalars(query).first()
    if found is None:
        raise _no_such(notification_id)
    return _dict(found)


def mark(session: Session, principal: Principal, notification_id: int | None, *, viewed: bool) -> int:
    """Mark a notification, or all of the principal's, as viewed or not; return how many."""
    query = update(Notification).where(Notification.user_id == principal.user_id).values(viewed=viewed)
    return _done(session, query, notification_id)


def remove(session: Session, principal: Principal, notification_id: int | None) -> int:
    """Delete a notification, or all of the principal's; return how many."""
    return _done(session, delete(Notification).where(Notification.user_id == principal.user_id), notification_id)


def _done(session: Session, statement: Any, notification_id: int | None) -> int:
    if notification_id is not None:
        statement = statement.where(Notification.id == notification_id)
    done = len(session.scalars(statement.returning(Notification.id)).all())
    if notification_id is not None and not done:
        raise _no_such(notification_id)
    return done


def _no_such(notification_id: int) -> NotAvailableHere:
    return NotAvailableHere(f"You have no notification with the id {notification_id}.")


def call_attention(session: Session, principal: Principal, call: SourceCall, *, mail: bool) -> tuple[int, int]:
    """Tell the members of groups about a source; return the call's id, and how many were told.

    Whoever does not read the source is told nothing. With ``mail`` those who want e-mail get one that says only that
    there is something to read here. Raises :class:`NotFound` for a source, :class:`BadInput` for a group one is not in.
    """
    need(session, Subject("sources", call.obj_id))
    if not call.group_ids:
        raise BadInput("Name at least one group.", field="groupIds")
    groups = audiences.need_groups(session, call.group_ids, "groupIds")
    held = for_groups(session, principal, groups)
    values = {"obj_id": call.obj_id, "level": call.level, "additional_notes": call.additional_notes}
    made = session.execute(
        insert(SourceNotification).values(**values, **held.columns()).returning(SourceNotification.id)
    ).scalar_one()
    urgent = "Urgent: " if call.level == "hard" else ""
    notes = f" {call.additional_notes}" if call.additional_notes else ""
    what = f"{urgent}{principal.username} calls your attention to {call.obj_id}.{notes}"
    notice = Notice("source", what, ("source_notification", made), f"/source/{call.obj_id}")
    told = notify(session, recipients(session, principal.user_id, made, groups), notice)
    after = values | {"group_ids": groups, "told": told}
    record(session, principal.user_id, Change("create", "source_notification", made, held.holder_id, after=after))
    if mail:
        payload = {"source_notification_id": made, "group_ids": groups, "urgent": call.level == "hard"}
        enqueue(session, Errand(MAIL, payload, key=str(made), owner_id=principal.user_id))
    return made, told


def recipients(session: Session, sender_id: int, number: int, group_ids: Sequence[int]) -> list[int]:
    """Return the other members of groups who read a call and its source."""
    members = select(GroupUser.user_id).where(GroupUser.group_id.in_(group_ids), GroupUser.user_id != sender_id)
    return readers(session, ("source_notification", number), session.scalars(members.distinct()).all())


def addresses(session: Session, user_ids: Sequence[int]) -> list[str]:
    """Return the e-mail addresses of those users who want e-mail (SkyPortal's preference ``allowEmailAlerts``)."""
    wants = User.preferences["allowEmailAlerts"].astext == "true"
    query = select(User.contact_email).where(User.id.in_(user_ids), User.contact_email.is_not(None), wants)
    return [str(address) for address in session.scalars(query.order_by(User.id))]


def _dict(row: Notification) -> dict[str, Any]:
    return {
        "id": row.id,
        "created_at": row.created_at,
        "modified": row.modified,
        "user_id": row.user_id,
        "text": row.text,
        "notification_type": row.kind,
        "viewed": row.viewed,
        "url": row.url,
    }
