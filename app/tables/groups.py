"""Groups and alert streams, and who belongs to them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, IntId, Json, Stamped


class Group(Stamped, Base):
    """A team. Every user has a single-user group; everybody is in the sitewide group.

    Names are unique among the groups that everybody may know of: a private one's name must not show in a refusal.
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
    __table_args__ = (
        Index(
            "uq_groups_listed_name", "name", unique=True, postgresql_where=text("NOT private AND NOT single_user_group")
        ),
    )


class GroupUser(Stamped, Base):
    """A user's membership of a group and what it allows."""

    __tablename__ = "group_users"
    id: Mapped[IntId]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    admin: Mapped[bool] = mapped_column(server_default=text("false"))
    can_save: Mapped[bool] = mapped_column(server_default=text("true"))
    can_share_photometry: Mapped[bool] = mapped_column(server_default=text("true"))


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
