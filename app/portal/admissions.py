"""Wishes to join a group, and what the group's administrators answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.membership import (
    Rights,
    add_member,
    forget_ended,
    get_group,
    is_member,
    need_group_admin,
    need_streams_of,
)
from app.portal.people import get_user
from app.portal.visibility import group_dict, user_dict
from app.tables import Group, GroupAdmissionRequest, GroupUser, User

Status = Literal["pending", "accepted", "declined"]
JOINS = Rights(admin=False, can_save=True, can_share_photometry=False)
"""What a membership allows that came by a request, as SkyPortal's defaults have it."""


class AdmissionView(BaseModel):
    """A request as SkyPortal shows it; ``group`` is null for one whose maker may not know of the group any more."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    user_id: int
    group_id: int
    status: Status
    user: dict[str, Any] | None = None
    group: dict[str, Any] | None = None


def list_requests(session: Session, group_id: int | None) -> list[AdmissionView]:
    """Return the principal's own requests and those for groups that the principal administers, oldest first."""
    wanted = select(GroupAdmissionRequest).order_by(GroupAdmissionRequest.id)
    if group_id is not None:
        wanted = wanted.where(GroupAdmissionRequest.group_id == group_id)
    return views(session, list(session.scalars(wanted)))


def get_request(session: Session, request_id: int) -> AdmissionView:
    """Return one request; raise :class:`NotAvailableHere`."""
    [view] = views(session, [_need(session, request_id)])
    return view


def views(session: Session, rows: list[GroupAdmissionRequest]) -> list[AdmissionView]:
    """Return the requests with who asks and for which group, in two queries."""
    users = {u.id: user_dict(u) for u in session.scalars(select(User).where(User.id.in_({r.user_id for r in rows})))}
    found = select(Group).where(Group.id.in_({r.group_id for r in rows}))
    groups = {g.id: group_dict(g) for g in session.scalars(found)}
    return [
        AdmissionView.model_validate(row).model_copy(
            update={"user": users.get(row.user_id), "group": groups.get(row.group_id)}
        )
        for row in rows
    ]


def add_request(session: Session, principal: Principal, group_id: int, user_id: int) -> int:
    """Ask to join a group; return the id. A group that accepts by itself has the principal as a member afterwards.

    Raises :class:`Forbidden` for somebody else, :class:`BadInput` for members, for a second request, and for who does
    not read every stream of the group.
    """
    if user_id != principal.user_id:
        raise Forbidden("One can ask for oneself only.")
    group = get_group(session, group_id)
    if group.single_user_group or group.sitewide:
        raise BadInput("Nobody can ask to join this group.", field="groupID")
    if is_member(session, group_id, user_id):
        raise BadInput("You are in the group already.", field="groupID")
    mine = select(GroupAdmissionRequest.id).where(
        GroupAdmissionRequest.group_id == group_id, GroupAdmissionRequest.user_id == user_id
    )
    if session.execute(mine.where(GroupAdmissionRequest.status == "pending")).first():
        raise BadInput("You have asked already; the group's administrators have not answered yet.", field="groupID")
    need_streams_of(session, principal, group, get_user(session, user_id))
    row = GroupAdmissionRequest(group_id=group_id, user_id=user_id, status="pending")
    session.add(row)
    session.flush()
    if group.auto_accept_requests:
        forget_ended(session, group_id, user_id)
        with elevated(session, principal, f"join the group {group_id}, which accepts by itself"):
            session.add(GroupUser(group_id=group_id, user_id=user_id, **JOINS.given()))
            session.execute(
                update(GroupAdmissionRequest).where(GroupAdmissionRequest.id == row.id).values(status="accepted")
            )
    after = {"user_id": user_id, "accepted": group.auto_accept_requests}
    # The group's administrators read it, too; who is no member cannot write it in the group's name.
    with elevated(session, principal, f"tell the group {group_id} of a wish to join"):
        record(session, principal.user_id, Change("ask to join", "group", group_id, group_id, after=after))
        for admin_id in _admins(session, group_id):
            announce(session, "group.admission", user_id=admin_id, group_id=group_id)
    return row.id


def answer(session: Session, principal: Principal, request_id: int, status: Status) -> None:
    """Accept, decline or reopen a request; who is accepted is a member from then on."""
    row = _need(session, request_id)
    need_group_admin(session, principal, row.group_id)
    before = row.status
    if status == "accepted" and not is_member(session, row.group_id, row.user_id):
        add_member(session, principal, row.group_id, row.user_id, JOINS)
    session.execute(update(GroupAdmissionRequest).where(GroupAdmissionRequest.id == request_id).values(status=status))
    change = Change(
        "answer admission request", "group", row.group_id, row.group_id,
        before={"user_id": row.user_id, "status": before}, after={"user_id": row.user_id, "status": status},
    )  # fmt: skip
    record(session, principal.user_id, change)
    announce(session, "group.admission", user_id=row.user_id, group_id=row.group_id, status=status)


def withdraw(session: Session, principal: Principal, request_id: int) -> None:
    """Delete one's own request."""
    row = _need(session, request_id)
    if row.user_id != principal.user_id:
        raise Forbidden("Only who asked can withdraw the request.")
    session.execute(delete(GroupAdmissionRequest).where(GroupAdmissionRequest.id == request_id))
    change = Change("withdraw admission request", "group", row.group_id, before={"status": row.status})
    record(session, principal.user_id, change)


def _admins(session: Session, group_id: int) -> list[int]:
    return list(session.scalars(select(GroupUser.user_id).where(GroupUser.group_id == group_id, GroupUser.admin)))


def _need(session: Session, request_id: int) -> GroupAdmissionRequest:
    row = session.get(GroupAdmissionRequest, request_id)
    if row is None:
        raise NotAvailableHere("There is no such admission request, or you may not see it.")
    return row
