"""What a person is told: notifications, and the calls of a team's attention to a source."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, Stamped


class Notification(Stamped, Base):
    """A sentence for one user about a row (``subject_kind``, ``subject_id``), read only while that row is readable."""

    __tablename__ = "notifications"
    id: Mapped[BigId]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    url: Mapped[str | None]
    subject_kind: Mapped[str]
    subject_id: Mapped[str]
    viewed: Mapped[bool] = mapped_column(server_default=sql("false"))
    __table_args__ = (Index("ix_notifications_user_id_id", "user_id", "id"),)


class SourceNotification(Held, Base):
    """That somebody called the attention of groups (the audience) to a source; ``level`` is ``soft`` or ``hard``."""

    __tablename__ = "source_notifications"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"), index=True)
    level: Mapped[str]
    additional_notes: Mapped[str | None]
