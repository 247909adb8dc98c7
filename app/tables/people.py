"""How people come in: identities at providers, passkeys, invitations, admission requests; and teams of groups."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, IntId, Json, Stamped

USER_FK = "users.id"
GROUP_FK = "groups.id"


class Identity(Base):
    """Who a user is at an OpenID Connect provider: its name here and the ``sub`` that it gave the person."""

    __tablename__ = "identities"
    id: Mapped[IntId]
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    provider: Mapped[str]
    subject: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (Index("uq_identities_provider_subject", "provider", "subject", unique=True),)


class Passkey(Base):
    """A WebAuthn credential: its public key, and how often it was used as the authenticator counts."""

    __tablename__ = "passkeys"
    id: Mapped[IntId]
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    last_used_at: Mapped[datetime | None]


class Ceremony(Base):
    """What must be remembered between two steps of a log-in, once: a challenge, or a state with its nonce."""

    __tablename__ = "ceremonies"
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    kind: Mapped[str]
    payload: Mapped[Json]
    expires_at: Mapped[datetime]


class RateBucket(Base):
    """A token bucket of log-ins, shared by all web processes; a crash of the server may empty the table."""

    __tablename__ = "rate_buckets"
    key: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    turns: Mapped[float]
    at: Mapped[datetime]
    __table_args__ = ({"prefixes": ["UNLOGGED"]},)


class Invitation(Stamped, Base):
    """A person who may make an account, once, with what the inviter gives; ``sealed``: the link's secret, encrypted."""

    __tablename__ = "invitations"
    id: Mapped[IntId]
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    sealed: Mapped[str]
    user_email: Mapped[str]
    role_id: Mapped[str] = mapped_column(ForeignKey("roles.id", ondelete="CASCADE"))
    invited_by_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    user_expiration_date: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    used: Mapped[bool] = mapped_column(server_default=text("false"))
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))


class InvitationGroup(Base):
    """A group that an invited person joins, and what the membership allows."""

    __tablename__ = "invitation_groups"
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), primary_key=True)
    admin: Mapped[bool] = mapped_column(server_default=text("false"))
    can_save: Mapped[bool] = mapped_column(server_default=text("true"))
    can_share_photometry: Mapped[bool] = mapped_column(server_default=text("false"))


class InvitationStream(Base):
    """A stream that an invited person subscribes to."""

    __tablename__ = "invitation_streams"
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"), primary_key=True)
    stream_id: Mapped[int] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"), primary_key=True)


class GroupAdmissionRequest(Stamped, Base):
    """A user's wish to join a group; ``status`` is pending, accepted or declined."""

    __tablename__ = "group_admission_requests"
    id: Mapped[IntId]
    group_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(server_default=text("'pending'"))
    __table_args__ = (
        Index(
            "uq_group_admission_requests_pending", "group_id", "user_id", unique=True,
            postgresql_where=text("status = 'pending'"),
        ),
    )  # fmt: skip


class Team(Stamped, Base):
    """A collaboration of groups: whoever is in one of them is in the team."""

    __tablename__ = "teams"
    id: Mapped[IntId]
    name: Mapped[str]
    nickname: Mapped[str | None]
    description: Mapped[str | None]
    primary_color: Mapped[str | None]
    secondary_color: Mapped[str | None]
    logo_url: Mapped[str | None]
    background_url: Mapped[str | None]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"), index=True)


class TeamGroup(Base):
    """A group that belongs to a team."""

    __tablename__ = "team_groups"
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), primary_key=True, index=True)
