"""What people say about things other than objs: comments, annotations, and reminders of anything.

A row names its subject by kind and id. Row security lets it be read by whoever is in its audience *and* reads the
subject (``access.reads`` asks the subject's own table), so a note never tells more than the thing that it is about.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, Json

OBJ_FK = "objs.id"
VERSION_FK = "policy_versions.id"


class ResourceComment(Held, Base):
    """A remark on a spectrum (``spectra``) or a shift (``shift``); ``obj_id`` is the obj that the subject is of."""

    __tablename__ = "resource_comments"
    id: Mapped[BigId]
    resource_type: Mapped[str]
    resource_id: Mapped[int] = mapped_column(BigInteger)
    obj_id: Mapped[str | None] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    text: Mapped[str]
    origin: Mapped[str | None]
    bot: Mapped[bool] = mapped_column(server_default=sql("false"))
    channel: Mapped[str | None]
    attachment_name: Mapped[str | None]
    attachment_blob: Mapped[str | None]
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey(VERSION_FK))
    __table_args__ = (
        CheckConstraint("resource_type IN ('spectra', 'shift')", name="resource_type"),
        Index("ix_resource_comments_place", "resource_type", "resource_id", "created_at"),
    )


class ResourceAnnotation(Held, Base):
    """Values that a program attached to a spectrum or a photometry point, one row an origin and holder."""

    __tablename__ = "resource_annotations"
    id: Mapped[BigId]
    resource_type: Mapped[str]
    resource_id: Mapped[int] = mapped_column(BigInteger)
    obj_id: Mapped[str | None] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    origin: Mapped[str]
    data: Mapped[Json]
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey(VERSION_FK))
    __table_args__ = (
        CheckConstraint("resource_type IN ('spectra', 'photometry')", name="resource_type"),
        UniqueConstraint("resource_type", "resource_id", "origin", "holder_id", name="uq_resource_annotations_origin"),
    )


class Reminder(Held, Base):
    """A text that ``user_id`` is told at ``next_reminder`` (UTC), and again every ``reminder_delay`` days.

    ``number_of_reminders`` are still to come. The owner asked for it; the subject's id is a text, since an obj's is.
    """

    __tablename__ = "reminders"
    id: Mapped[BigId]
    resource_type: Mapped[str]
    resource_id: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    origin: Mapped[str | None]
    bot: Mapped[bool] = mapped_column(server_default=sql("false"))
    next_reminder: Mapped[datetime]
    reminder_delay: Mapped[float]
    number_of_reminders: Mapped[int]
    __table_args__ = (
        CheckConstraint("resource_type IN ('source', 'spectra', 'shift')", name="resource_type"),
        Index("ix_reminders_place", "resource_type", "resource_id"),
        Index("ix_reminders_due", "next_reminder", postgresql_where=sql("number_of_reminders > 0")),
    )
