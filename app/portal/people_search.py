"""Pages of users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.tables import Group, GroupUser, RoleAcl, Stream, StreamUser, User, UserAcl, UserRole

SortBy = Literal["username", "firstName", "lastName", "contactEmail", "createdAt"]
_COLUMNS: dict[str, Any] = {
    "username": User.username, "firstName": User.first_name, "lastName": User.last_name,
    "contactEmail": User.contact_email, "createdAt": User.created_at,
}  # fmt: skip


@dataclass(frozen=True)
class UserSearch:
    """What to look for; texts match anywhere, whatever their case."""

    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    email: str | None = None
    role: str | None = None
    acl: str | None = None
    group: str | None = None
    stream: str | None = None
    include_expired: bool = False
    sort_by: SortBy = "username"
    descending: bool = False


def find_users(session: Session, search: UserSearch, page: int, per_page: int) -> tuple[list[User], int]:
    """Return one page of users, and how many there are in all."""
    wanted = _matching(search)
    total = session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    column = _COLUMNS[search.sort_by]
    order = column.desc().nulls_last() if search.descending else column.asc().nulls_last()
    rows = session.scalars(wanted.order_by(order, User.id).limit(per_page).offset((page - 1) * per_page))
    return list(rows), total


def _matching(search: UserSearch) -> Select[User]:
    wanted = select(User)
    for column, value in (
        (User.first_name, search.first_name), (User.last_name, search.last_name),
        (User.username, search.username), (User.contact_email, search.email),
    ):  # fmt: skip
        if value is not None:
            wanted = wanted.where(column.icontains(value, autoescape=True))
    if search.role is not None:
        wanted = wanted.where(User.id.in_(select(UserRole.user_id).where(UserRole.role_id == search.role)))
    if search.acl is not None:
        by_role = select(UserRole.user_id).join(RoleAcl, RoleAcl.role_id == UserRole.role_id)
        given = select(UserAcl.user_id).where(UserAcl.acl_id == search.acl)
        wanted = wanted.where(or_(User.id.in_(by_role.where(RoleAcl.acl_id == search.acl)), User.id.in_(given)))
    if search.group is not None:
        members = select(GroupUser.user_id).join(Group, Group.id == GroupUser.group_id)
        wanted = wanted.where(User.id.in_(members.where(Group.name == search.group)))
    if search.stream is not None:
        subscribers = select(StreamUser.user_id).join(Stream, Stream.id == StreamUser.stream_id)
        wanted = wanted.where(User.id.in_(subscribers.where(Stream.name == search.stream)))
    if not search.include_expired:
        wanted = wanted.where(or_(User.expiration_date.is_(None), User.expiration_date > func.now()))
    return wanted
