"""People and their rights: users, roles, ACLs, tokens, web sessions, one-time login links."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, IntId, Json, Stamped

USER_FK = "users.id"


class User(Stamped, Base):
    """A person or a bot. ``expiration_date`` (UTC): from then on nothing is readable.

    ``oauth_uid``: what a provider's claim must say for the person's first log-in by it (``login.providers``).
    """

    __tablename__ = "users"
    id: Mapped[IntId]
    username: Mapped[str] = mapped_column(unique=True)
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    contact_email: Mapped[str | None]
    contact_phone: Mapped[str | None]
    affiliations: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    orcid: Mapped[str | None]
    bio: Mapped[str | None]
    is_bot: Mapped[bool] = mapped_column(server_default=text("false"))
    expiration_date: Mapped[datetime | None]
    oauth_uid: Mapped[str | None] = mapped_column(unique=True)
    preferences: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class Password(Base):
    """A user's password as an argon2id hash; no portal role may read this table."""

    __tablename__ = "passwords"
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), primary_key=True)
    argon2: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Acl(Base):
    """One permission by SkyPortal's name, such as ``Upload data``."""

    __tablename__ = "acls"
    id: Mapped[str] = mapped_column(primary_key=True)


class Role(Base):
    """A named bundle of ACLs, such as ``Full user``."""

    __tablename__ = "roles"
    id: Mapped[str] = mapped_column(primary_key=True)


class RoleAcl(Base):
    """Which ACLs a role carries."""

    __tablename__ = "role_acls"
    role_id: Mapped[str] = mapped_column(ForeignKey("roles.id", ondelete="CASCADE"), primary_key=True)
    acl_id: Mapped[str] = mapped_column(ForeignKey("acls.id", ondelete="CASCADE"), primary_key=True)


class UserRole(Base):
    """Which roles a user has."""

    __tablename__ = "user_roles"
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), primary_key=True)
    role_id: Mapped[str] = mapped_column(ForeignKey("roles.id", ondelete="CASCADE"), primary_key=True)


class UserAcl(Base):
    """ACLs given to a user beyond the roles."""

    __tablename__ = "user_acls"
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), primary_key=True)
    acl_id: Mapped[str] = mapped_column(ForeignKey("acls.id", ondelete="CASCADE"), primary_key=True)


class Token(Base):
    """An API token: its secret is shown once and kept as SHA-256 only."""

    __tablename__ = "tokens"
    id: Mapped[str] = mapped_column(primary_key=True)
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    name: Mapped[str]
    acls: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class WebSession(Base):
    """A logged-in browser: the cookie's SHA-256, when it ends, how it was opened and from where."""

    __tablename__ = "web_sessions"
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    how: Mapped[str | None]
    address: Mapped[str | None]
    agent: Mapped[str | None]


class LoginLink(Base):
    """A login link that works once."""

    __tablename__ = "login_links"
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
