"""Groups and alert streams, and who belongs to them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, IntId, Json, Stamped


class Group(Stamped, Base):
    """A team. Every user has a single-user group; everybody is in the sitewide group.

    Names are unique among the groups that everybody may know of: a private one's name must not show in a refusal.
    ``approves_out``: an admin approves before a member shares the group's data with others; ``approves_in``: before
    somebody who is not in the group shares data into it.
    """

    __tablename__ = "groups"
    id: Mapped[IntId]
    name: Mapped[str] = mapped_column(index=True)
    nickname: Mapped[str | None]
    description: Mapped[str | None]
    private: Mapped[bool] = mapped_column(server_default=text("false"))
    auto_accept_requests: Mapped[bool] = mapped_column(server_default=text("false"))
    single_user_group: Mapped[bool] = mapped_column(server_default=text("false"))
    sitewide: Mapped[bool] = mapped_column(server_default=text("false"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))
    approves_out: Mapped[bool] = mapped_column(server_default=text("false"))
    approves_in: Mapped[bool] = mapped_column(server_default=text("false"))
    __table_args__ = (
        Index(
            "uq_groups_listed_name", "name", unique=True, postgresql_where=text("NOT private AND NOT single_user_group")
        ),
        Index("ix_groups_approves", "id", postgresql_where=text("approves_out OR approves_in")),
    )


class GroupUser(Stamped, Base):
    """A user's membership of a group and what it allows.

    A guest's ends at ``until`` (UTC): from then on it gives nothing, and nobody is shown the row, which the broom takes
    away later. ``reminded_at``: when the group's admins were told that the end is near.
    """

    __tablename__ = "group_users"
    id: Mapped[IntId]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    admin: Mapped[bool] = mapped_column(server_default=text("false"))
    can_save: Mapped[bool] = mapped_column(server_default=text("true"))
    can_share_photometry: Mapped[bool] = mapped_column(server_default=text("true"))
    until: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    __table_args__ = (
        CheckConstraint("NOT (admin AND until IS NOT NULL)", name="guests_administer_nothing"),
        Index("ix_group_users_until", "until", postgresql_where=text("until IS NOT NULL")),
    )


class ShareRequest(Stamped, Base):
    """A wish to share rows that an administrator of ``group_id`` answers: ``pending`` until then, or ``expires_at``.

    ``direction``: ``out`` of the group, or ``in``. ``rows``: the ids that are meant, by kind; ``group_ids`` (people by
    their groups of one) and ``stream_ids`` are with whom. ``outcome``: what sharing did, once approved.
    ``follows_id``: the request of the same person that another group approved before.
    """

    __tablename__ = "share_requests"
    id: Mapped[IntId]
    direction: Mapped[str]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    group_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    stream_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    rows: Mapped[dict[str, list[int]]] = mapped_column(JSONB)
    n_rows: Mapped[int]
    why: Mapped[str | None]
    state: Mapped[str] = mapped_column(server_default=text("'pending'"))
    reason: Mapped[str | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    answered_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    outcome: Mapped[Json | None] = mapped_column(JSONB(none_as_null=True))
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("share_requests.id", ondelete="SET NULL"))
    __table_args__ = (
        CheckConstraint("direction IN ('out', 'in')", name="direction"),
        Index("ix_share_requests_group_id", "group_id", "state"),
        Index("ix_share_requests_asked_by_id", "asked_by_id", "state"),
        Index("ix_share_requests_pending", "expires_at", postgresql_where=text("state = 'pending'")),
    )


class Stream(Stamped, Base):
    """An alert stream, whose data only its subscribers read. ``alert_tense`` uses GCN's words."""

    __tablename__ = "streams"
    id: Mapped[IntId]
    name: Mapped[str] = mapped_column(unique=True)
    altdata: Mapped[Json | None]
    auto_join: Mapped[bool] = mapped_column(server_default=text("false"))
    survey: Mapped[str | None]
    alert_tense: Mapped[str] = mapped_column(server_default=text("'current'"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class StreamUser(Base):
    """A user's subscription to a stream."""

    __tablename__ = "stream_users"
    stream_id: Mapped[int] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True)


class GroupStream(Base):
    """Streams that a group may filter."""

    __tablename__ = "group_streams"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    stream_id: Mapped[int] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"), primary_key=True)


class Filter(Stamped, Base):
    """A group's filter on a stream: an SQL expression that decides who becomes a candidate."""

    __tablename__ = "filters"
    id: Mapped[IntId]
    name: Mapped[str]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    stream_id: Mapped[int] = mapped_column(ForeignKey("streams.id", ondelete="RESTRICT"), index=True)
    expression: Mapped[str | None]
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    autosave: Mapped[bool] = mapped_column(server_default=text("false"))
    altdata: Mapped[Json | None]
