"""Making users: each gets a group of one, joins the sitewide group, and the streams that everybody joins."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access.acls import ACLS, ROLES
from app.access.authenticate import hash_password
from app.access.history import Change, record
from app.errors import BadInput, Conflict
from app.tables import Acl, Group, GroupUser, Password, Role, RoleAcl, Stream, StreamUser, User, UserRole

SITEWIDE = "Sitewide Group"
BOT = "skyrelay"
"""The user that owns what Skyrelay itself writes."""


@dataclass(frozen=True)
class NewUser:
    """What a new user is made from; ``roles`` are SkyPortal's names."""

    username: str
    first_name: str | None = None
    last_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    affiliations: list[str] = field(default_factory=list)
    roles: tuple[str, ...] = ("Full user",)
    password: str | None = None
    oauth_uid: str | None = None
    expiration_date: datetime | None = None
    is_bot: bool = False
    demo: bool = False


def ensure_basics(session: Session) -> None:
    """Make what every installation has: ACLs, roles, the sitewide group, the bot. Running it again changes nothing."""
    session.execute(upsert(Acl).values([{"id": a} for a in ACLS]).on_conflict_do_nothing())
    session.execute(upsert(Role).values([{"id": r} for r in ROLES]).on_conflict_do_nothing())
    pairs = [{"role_id": r, "acl_id": a} for r, acls in ROLES.items() for a in acls]
    session.execute(upsert(RoleAcl).values(pairs).on_conflict_do_nothing())
    # Asked first, since an upsert uses up a number even where it does nothing.
    if not session.execute(select(Group.id).where(Group.sitewide)).first():
        session.execute(upsert(Group).values(name=SITEWIDE, sitewide=True).on_conflict_do_nothing())
    if not session.execute(select(User.id).where(User.username == BOT)).first():
        create_user(session, NewUser(BOT, roles=(), is_bot=True))


def create_user(session: Session, new: NewUser, by_user_id: int | None = None) -> int:
    """Make a user and return the id; the session is an administrator's or the owner's.

    Raises :class:`Conflict` where the name is taken, :class:`BadInput` for a role that does not exist.
    """
    for role in new.roles:
        if role not in ROLES:
            raise BadInput(f"There is no role {role!r}; the roles are {', '.join(ROLES)}.", field="roles")
    if session.execute(select(User.id).where(User.username == new.username)).first():
        raise Conflict(f"The user name {new.username!r} is taken.", field="username")
    if new.oauth_uid is not None and session.execute(select(User.id).where(User.oauth_uid == new.oauth_uid)).first():
        raise Conflict("Somebody has this oauth_uid already.", field="oauth_uid")
    user_id = session.execute(
        insert(User)
        .values(
            username=new.username,
            first_name=new.first_name,
            last_name=new.last_name,
            contact_email=new.contact_email,
            contact_phone=new.contact_phone,
            affiliations=new.affiliations,
            is_bot=new.is_bot,
            demo=new.demo,
            oauth_uid=new.oauth_uid,
            expiration_date=new.expiration_date,
        )
        .returning(User.id)
    ).scalar_one()
    own = session.execute(
        insert(Group).values(name=new.username, single_user_group=True, demo=new.demo).returning(Group.id)
    ).scalar_one()
    sitewide = session.execute(select(Group.id).where(Group.sitewide)).scalar_one()
    memberships = [{"group_id": own, "user_id": user_id, "admin": True}]
    memberships.append({"group_id": sitewide, "user_id": user_id, "admin": False})
    session.execute(insert(GroupUser), memberships)
    if new.roles:
        session.execute(insert(UserRole), [{"user_id": user_id, "role_id": r} for r in new.roles])
    streams = list(session.scalars(select(Stream.id).where(Stream.auto_join)))
    if streams:
        session.execute(insert(StreamUser), [{"user_id": user_id, "stream_id": s} for s in streams])
    if new.password is not None:
        session.execute(insert(Password).values(user_id=user_id, argon2=hash_password(new.password)))
    record(session, by_user_id, Change("create", "user", user_id, after={"username": new.username}))
    return user_id
