"""Reminders: a text that somebody wants to be told about a source, spectrum or shift at a time, perhaps repeatedly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.subjects import Subject, need
from app.portal.visibility import for_groups, groups_of, users_of
from app.tables import Group, GroupUser, Reminder

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
MOST_USERS = 200


@dataclass(frozen=True)
class NewReminder:
    """What is told, from when (UTC), how often and every how many days; to whom, and who else may read it.

    Without ``user_ids`` oneself; without ``group_ids`` all one's own groups, but never everybody's.
    """

    text: str
    next_reminder: datetime
    delay_days: float = 1.0
    number: int = 1
    group_ids: list[int] | None = None
    user_ids: list[int] | None = None


def _type(subject: Subject) -> str:
    return "source" if subject.on_source else subject.kind


def add(session: Session, principal: Principal, subject: Subject, new: NewReminder) -> list[int]:
    """Make a reminder for each user; return their ids.

    Raises what :func:`app.portal.subjects.need` raises, and :class:`BadInput` for an absurd date or a user who is in
    none of the groups.
    """
    need(session, subject)
    _check_time(new.next_reminder)
    groups = new.group_ids or _own_groups(session, principal)
    held = for_groups(session, principal, groups)
    users = list(dict.fromkeys(new.user_ids or [principal.user_id]))
    _check_users(session, principal, users, groups)
    values: dict[str, Any] = {
        "resource_type": _type(subject),
        "resource_id": subject.key,
        "text": new.text,
        "bot": principal.token_id is not None,
        "next_reminder": new.next_reminder,
        "reminder_delay": new.delay_days,
        "number_of_reminders": new.number,
        **held.columns(),
    }
    rows = [values | {"user_id": user_id} for user_id in users]
    made = list(session.scalars(insert(Reminder).returning(Reminder.id, sort_by_parameter_order=True), rows))
    for number, user_id in zip(made, users, strict=True):
        after = {"text": new.text, "user_id": user_id, "next_reminder": new.next_reminder.isoformat()}
        record(session, principal.user_id, Change("create", "reminder", number, held.holder_id, after=after))
    return made


def _check_time(when: datetime) -> None:
    if not EARLIEST <= when <= LATEST:
        raise BadInput("A reminder lies between the years 2000 and 2200.", field="next_reminder")


def _own_groups(session: Session, principal: Principal) -> list[int]:
    mine = audiences.my_group_ids(session)
    teams = session.scalars(select(Group.id).where(Group.id.in_(mine), ~Group.sitewide).order_by(Group.id)).all()
    return list(teams) or [audiences.single_user_group_id(session, principal.user_id)]


def _check_users(session: Session, principal: Principal, users: Sequence[int], groups: Iterable[int]) -> None:
    if len(users) > MOST_USERS:
        raise BadInput(f"A reminder is for at most {MOST_USERS} users.", field="user_ids")
    known = select(GroupUser.user_id).where(GroupUser.group_id.in_(list(groups)), GroupUser.user_id.in_(users))
    allowed = {*session.scalars(known), principal.user_id}
    for user_id in users:
        if user_id not in allowed:
            raise BadInput(f"The user with the id {user_id} is in none of these groups.", field="user_ids")


def _place(subject: Subject) -> tuple[Any, ...]:
    return Reminder.resource_type == _type(subject), Reminder.resource_id == subject.key


def listed(session: Session, subject: Subject) -> list[dict[str, Any]]:
    """Return the readable reminders of something, by when they are next told."""
    need(session, subject)
    query = select(Reminder).where(*_place(subject)).order_by(Reminder.next_reminder, Reminder.id)
    return _dicts(session, subject, session.scalars(query).all())


def view(session: Session, subject: Subject, reminder_id: int) -> dict[str, Any]:
    """Return one reminder; raise :class:`NotAvailableHere`."""
    return _dicts(session, subject, [_one(session, subject, reminder_id)])[0]


def _one(session: Session, subject: Subject, reminder_id: int) -> Reminder:
    found = session.scalars(select(Reminder).where(Reminder.id == reminder_id, *_place(subject))).first()
    if found is None:
        raise NotAvailableHere(f"There is no reminder with the id {reminder_id} here that you may read.")
    return found


def change(session: Session, principal: Principal, place: tuple[Subject, int], given: dict[str, Any]) -> None:
    """Change what ``given`` names; whoever made it may, and the group's administrators.

    What is not named stays, also ``group_ids`` and ``user_ids``: SkyPortal would then widen it to all one's groups.
    """
    subject, reminder_id = place
    row = _one(session, subject, reminder_id)
    names = ("text", "next_reminder", "reminder_delay", "number_of_reminders", "origin", "bot")
    values = {k: v for k, v in given.items() if k in names and v is not None}
    if "next_reminder" in values:
        _check_time(values["next_reminder"])
    groups = given.get("group_ids")
    if groups:
        values["audience_id"] = for_groups(session, principal, groups).audience_id
    if given.get("user_ids"):
        values["user_id"] = _one_user(session, principal, row, (given["user_ids"], groups))
    if not values:
        raise BadInput("Nothing to change was sent.")
    before = {k: getattr(row, k) for k in values}
    holder = row.holder_id
    done = session.execute(update(Reminder).where(Reminder.id == reminder_id).values(**values).returning(Reminder.id))
    if done.first() is None:
        raise Forbidden("Only who made it, or an administrator of its group, can change a reminder.")
    was, now = ({k: _plain(v) for k, v in side.items()} for side in (before, values))
    record(session, principal.user_id, Change("update", "reminder", reminder_id, holder, was, now))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _one_user(session: Session, principal: Principal, row: Reminder, given: tuple[list[int], list[int] | None]) -> int:
    users, groups = given
    if len(users) != 1:
        raise BadInput("A reminder is one user's; make another one for somebody else.", field="user_ids")
    shown = groups or [g["id"] for g in groups_of(session, [row.audience_id])[row.audience_id]]
    _check_users(session, principal, users, shown)
    return users[0]


def remove(session: Session, principal: Principal, place: tuple[Subject, int]) -> None:
    """Delete a reminder; whoever made it may, and the group's administrators."""
    subject, reminder_id = place
    row = _one(session, subject, reminder_id)
    before, holder = {"text": row.text, "user_id": row.user_id}, row.holder_id
    gone = session.execute(delete(Reminder).where(Reminder.id == reminder_id).returning(Reminder.id)).scalar()
    if gone is None:
        raise Forbidden("Only who made it, or an administrator of its group, can delete a reminder.")
    record(session, principal.user_id, Change("delete", "reminder", reminder_id, holder, before))


def _dicts(session: Session, subject: Subject, rows: Sequence[Reminder]) -> list[dict[str, Any]]:
    groups = groups_of(session, (r.audience_id for r in rows))
    users = users_of(session, (r.user_id for r in rows))
    ids = {k: v for k, v in subject.ids(None).items() if v is not None}
    return [
        {
            "id": row.id,
            "created_at": row.created_at,
            "modified": row.modified,
            "text": row.text,
            "origin": row.origin,
            "bot": row.bot,
            "next_reminder": row.next_reminder,
            "reminder_delay": row.reminder_delay,
            "number_of_reminders": row.number_of_reminders,
            "user_id": row.user_id,
            "user": users.get(row.user_id),
            "groups": groups[row.audience_id],
            **ids,
        }
        for row in rows
    ]
