"""Guests: memberships of a group that end by themselves.

From ``until`` on the database gives nothing through the membership (``access.members``); the release service takes the
row away later, and tells the group's administrators and the guest before.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog
from pydantic import BaseModel
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.principal import Principal
from app.context import Context
from app.errors import BadInput
from app.portal.membership import get_group, need_team
from app.tables import Group, GroupUser, User

LONGEST = timedelta(days=3660)
"""Ten years: whoever stays longer is no guest."""
TOLD_BEFORE = timedelta(days=7)
SWEPT_EVERY_S = 3600.0
log = structlog.get_logger(__name__)


class GuestView(BaseModel):
    """A member whose membership ends at ``until`` (UTC)."""

    user_id: int
    username: str
    until: datetime
    can_save: bool
    can_share_photometry: bool


def need_until(until: datetime) -> datetime:
    """Return an end that a membership can have; raise :class:`BadInput` for one that is past or too far away."""
    now = datetime.now(UTC)
    if not now < until <= now + LONGEST:
        raise BadInput("A guest's time ends in the future, within ten years.", field="until")
    return until


def list_guests(session: Session, group_id: int) -> list[GuestView]:
    """Return the guests of a group that one may know the members of, by who leaves first."""
    get_group(session, group_id)
    found = (
        select(GroupUser, User.username)
        .join(User, User.id == GroupUser.user_id)
        .where(GroupUser.group_id == group_id, GroupUser.until.is_not(None))
        .order_by(GroupUser.until, User.username)
    )
    return [
        GuestView(
            user_id=row.user_id,
            username=username,
            until=row.until,
            can_save=row.can_save,
            can_share_photometry=row.can_share_photometry,
        )
        for row, username in session.execute(found)
        if row.until is not None
    ]


def set_until(session: Session, principal: Principal, group_id: int, user_id: int, until: datetime | None) -> None:
    """Make a member a guest until then, move a guest's end, or (None) make a guest a member without end.

    Raises :class:`BadInput` for an administrator of the group and for who is not in it.
    """
    need_team(session, principal, group_id)
    member = session.scalars(
        select(GroupUser).where(GroupUser.group_id == group_id, GroupUser.user_id == user_id)
    ).one_or_none()
    if member is None:
        raise BadInput(f"The user {user_id} is not in the group.", field="userID")
    if until is not None:
        need_until(until)
        if member.admin:
            raise BadInput("An administrator cannot be a guest; take that right away first.", field="until")
    before = {"user_id": user_id, "until": _told(member.until)}
    changed = update(GroupUser).where(GroupUser.id == member.id).values(until=until, reminded_at=None)
    session.execute(changed, execution_options={"synchronize_session": False})
    session.expire(member)
    after = {"user_id": user_id, "until": _told(until)}
    record(session, principal.user_id, Change("change guest", "group", group_id, group_id, before=before, after=after))


class Guesthouse:
    """Called often by the release service: tells that a guest's time is nearly over, and sweeps once an hour."""

    def __init__(
        self, clock: Callable[[], datetime] = lambda: datetime.now(UTC), swept_every_s: float = SWEPT_EVERY_S
    ) -> None:
        self.clock = clock
        self.swept_every_s = swept_every_s
        self._swept_at = float("-inf")

    def __call__(self, context: Context) -> int:
        """Tell who is to be told; return how many guests were told of."""
        with context.transaction() as session:
            told = _tell(session, self.clock() + TOLD_BEFORE)
        if time.monotonic() - self._swept_at >= self.swept_every_s:
            with context.transaction() as session:
                gone = session.execute(text("SELECT access.sweep_guests(:at)"), {"at": self.clock()}).scalar_one()
            self._swept_at = time.monotonic()
            if gone:
                log.info("guests left", rows=gone)
        return told


def _tell(session: Session, soon: datetime) -> int:
    due = session.execute(text("SELECT * FROM access.guests_to_tell(:soon)"), {"soon": soon}).all()
    if not due:
        return 0
    users = select(User.id, User.username).where(User.id.in_({r.user_id for r in due}))
    groups = select(Group.id, Group.name).where(Group.id.in_({r.group_id for r in due}))
    who, where = dict(session.execute(users).tuples().all()), dict(session.execute(groups).tuples().all())
    for row in due:
        at = f"{row.until.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        about, url = ("group", row.group_id), f"/group/{row.group_id}"
        told = f"{who[row.user_id]} is a guest of {where[row.group_id]} until {at}."
        notify(session, row.admin_ids, Notice("guest", told, about, url))
        own = f"You are a guest of {where[row.group_id]} until {at}."
        notify(session, [row.user_id], Notice("guest", own, about, url))
    return len(due)


def _told(until: datetime | None) -> str | None:
    return None if until is None else until.isoformat()
