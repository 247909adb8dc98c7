"""Users: who they are, what they may do, and the changes that administrators make."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.accounts import NewUser, create_user
from app.portal.membership import add_to_groups
from app.tables import (
    GroupUser,
    LoginLink,
    Role,
    RoleAcl,
    Stream,
    StreamUser,
    Token,
    User,
    UserAcl,
    UserRole,
    WebSession,
)

MANAGE = "Manage users"


class UserBrief(BaseModel):
    """A user's own columns."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    username: str
    first_name: str | None
    last_name: str | None
    bio: str | None
    affiliations: list[str]
    contact_email: str | None
    contact_phone: str | None
    is_bot: bool
    expiration_date: datetime | None


class UserView(UserBrief):
    """A user with rights: ``acls`` are given directly, ``permissions`` are all that follow from them and the roles."""

    roles: list[str] = Field(default_factory=list)
    acls: list[str] = Field(default_factory=list)
    permissions: list[str] = Field(default_factory=list)


def no_such_user() -> NotAvailableHere:
    """Return the one answer for a user that is not there."""
    return NotAvailableHere("There is no such user, or you may not see it.")


def get_user(session: Session, user_id: int) -> User:
    """Return a user; raise :class:`NotAvailableHere`."""
    user = session.get(User, user_id)
    if user is None:
        raise no_such_user()
    return user


def with_rights(session: Session, users: list[User]) -> list[UserView]:
    """Return the users with their roles, ACLs and permissions."""
    ids = [user.id for user in users]
    roles = _pairs(session, select(UserRole.user_id, UserRole.role_id).where(UserRole.user_id.in_(ids)))
    acls = _pairs(session, select(UserAcl.user_id, UserAcl.acl_id).where(UserAcl.user_id.in_(ids)))
    by_role = _pairs(session, select(RoleAcl.role_id, RoleAcl.acl_id))
    return [
        UserView(
            **UserBrief.model_validate(user).model_dump(),
            roles=sorted(mine := roles.get(user.id, [])),
            acls=sorted(direct := acls.get(user.id, [])),
            permissions=sorted({*direct, *(acl for role in mine for acl in by_role.get(role, []))}),
        )
        for user in users
    ]


def _pairs(session: Session, statement: Any) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    for key, value in session.execute(statement):
        found.setdefault(key, []).append(value)
    return found


def streams_of(session: Session, user_id: int) -> list[Stream]:
    """Return the streams that a user subscribes to, as far as the principal may know."""
    mine = select(StreamUser.stream_id).where(StreamUser.user_id == user_id)
    return list(session.scalars(select(Stream).where(Stream.id.in_(mine)).order_by(Stream.id)))


def add_user(session: Session, principal: Principal, new: NewUser, groups: list[tuple[int, bool]] | None = None) -> int:
    """Make a user, in ``groups`` (id, admin); return the id. Needs the ACL "Manage users"."""
    principal.need(MANAGE)
    for role in new.roles:
        may_give_role(session, principal, role)
    with elevated(session, principal, f"make the user {new.username}"):
        user_id = create_user(session, new, principal.user_id)
        add_to_groups(session, principal, user_id, groups or [])
    return user_id


def set_expiration(session: Session, principal: Principal, user_id: int, until: datetime | None) -> None:
    """Let an account end at ``until`` (UTC), or never. Needs the ACL "Manage users"."""
    principal.need(MANAGE)
    user = get_user(session, user_id)
    may_manage(session, principal, user_id)
    before = _iso(user.expiration_date)
    with elevated(session, principal, f"expire the user {user_id}"):
        session.execute(update(User).where(User.id == user_id).values(expiration_date=until))
        after = {"expiration_date": _iso(until)}
        change = Change("update", "user", user_id, before={"expiration_date": before}, after=after)
        record(session, principal.user_id, change)


def retire_user(session: Session, principal: Principal, user_id: int) -> None:
    """End an account now: tokens, sessions and links go, what the person wrote stays under their name."""
    if user_id == principal.user_id:
        raise BadInput("You cannot end your own account; ask another administrator.")
    set_expiration(session, principal, user_id, datetime.now(UTC))
    with elevated(session, principal, f"end the user {user_id}"):
        for table in (Token, WebSession, LoginLink):
            session.execute(delete(table).where(table.user_id == user_id))
        record(session, principal.user_id, Change("delete", "user", user_id, after={"expired": True}))


def give_roles(session: Session, principal: Principal, user_id: int, roles: list[str]) -> None:
    """Add roles to a user; nobody gives what they do not hold."""
    _change_rights(session, principal, user_id)
    known = set(session.scalars(select(Role.id)))
    for role in roles:
        if role not in known:
            raise BadInput(f"There is no role {role!r}; the roles are {', '.join(sorted(known))}.", field="roleIds")
        may_give_role(session, principal, role)
    with elevated(session, principal, f"give roles to the user {user_id}"):
        have = set(session.scalars(select(UserRole.role_id).where(UserRole.user_id == user_id)))
        session.add_all(UserRole(user_id=user_id, role_id=role) for role in dict.fromkeys(roles) if role not in have)
        record(session, principal.user_id, Change("give roles", "user", user_id, after={"roles": roles}))


def take_role(session: Session, principal: Principal, user_id: int, role: str) -> None:
    """Take a role from a user; raise :class:`BadInput` where they have it not."""
    _change_rights(session, principal, user_id)
    row = session.get(UserRole, (user_id, role))
    if row is None:
        raise BadInput(f"The user {user_id} does not have the role {role!r}.")
    with elevated(session, principal, f"take a role from the user {user_id}"):
        session.delete(row)
        record(session, principal.user_id, Change("take role", "user", user_id, before={"role": role}))


def give_acls(session: Session, principal: Principal, user_id: int, acls: list[str]) -> None:
    """Add ACLs to a user; nobody gives what they do not hold."""
    _change_rights(session, principal, user_id)
    known = set(session.scalars(text("SELECT id FROM acls")))
    for acl in acls:
        if acl not in known:
            raise BadInput(f"There is no ACL {acl!r}.", field="aclIds")
    _may_give(principal, acls)
    with elevated(session, principal, f"give ACLs to the user {user_id}"):
        have = set(session.scalars(select(UserAcl.acl_id).where(UserAcl.user_id == user_id)))
        session.add_all(UserAcl(user_id=user_id, acl_id=acl) for acl in dict.fromkeys(acls) if acl not in have)
        record(session, principal.user_id, Change("give ACLs", "user", user_id, after={"acls": acls}))


def take_acl(session: Session, principal: Principal, user_id: int, acl: str) -> None:
    """Take a directly given ACL from a user; raise :class:`BadInput` where they have it not."""
    _change_rights(session, principal, user_id)
    row = session.get(UserAcl, (user_id, acl))
    if row is None:
        raise BadInput(f"The user {user_id} was not given the ACL {acl!r} directly.")
    with elevated(session, principal, f"take an ACL from the user {user_id}"):
        session.delete(row)
        record(session, principal.user_id, Change("take ACL", "user", user_id, before={"acl": acl}))


def group_ids_of(session: Session, user_id: int) -> list[int]:
    """Return the groups of a user that the principal may know of."""
    return list(session.scalars(select(GroupUser.group_id).where(GroupUser.user_id == user_id)))


def acls_of(session: Session, user_id: int) -> frozenset[str]:
    """Return every ACL that a user has, by roles or directly."""
    return frozenset(session.execute(text("SELECT access.acls_of(:u)"), {"u": user_id}).scalar_one())


def _change_rights(session: Session, principal: Principal, user_id: int) -> None:
    principal.need(MANAGE)
    get_user(session, user_id)
    may_manage(session, principal, user_id)


def may_manage(session: Session, principal: Principal, user_id: int) -> None:
    """Raise :class:`Forbidden` where the user may do more than the principal: managing is not ruling."""
    if not principal.is_admin and not acls_of(session, user_id) <= principal.acls:
        raise Forbidden("This user may do more than you: only a system administrator can change the account.")


def _may_give(principal: Principal, acls: list[str]) -> None:
    beyond = [] if principal.is_admin else sorted(set(acls) - principal.acls)
    if beyond:
        raise Forbidden(f"You cannot give {beyond[0]!r}, which you do not have.", acl=beyond[0])


def may_give_role(session: Session, principal: Principal, role: str) -> None:
    """Raise :class:`Forbidden` for a role that carries an ACL which the principal does not have."""
    _may_give(principal, list(session.scalars(select(RoleAcl.acl_id).where(RoleAcl.role_id == role))))


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
