"""What happened: history of writes, what administrators looked at, and the outbox of live events."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Json


class History(Base):
    """One write: who, what, before, after, why, and from where (``origin``); in the transaction of the change.

    ``origin`` is the client's address and the request's id, taken by the database from what the transaction declared.
    """

    __tablename__ = "history"
    id: Mapped[BigId]
    at: Mapped[datetime] = mapped_column(server_default=text("now()"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id", ondelete="SET NULL"))
    action: Mapped[str]
    kind: Mapped[str]
    row_id: Mapped[str]
    before: Mapped[Json | None]
    after: Mapped[Json | None]
    why: Mapped[str | None]
    origin: Mapped[str | None] = mapped_column(
        server_default=text("NULLIF(current_setting('skyrelay.origin', true), '')")
    )
    __table_args__ = (
        Index("ix_history_kind_row_id", "kind", "row_id"),
        Index("ix_history_holder_id_at", "holder_id", "at"),
        Index("ix_history_user_id_at", "user_id", "at"),
    )


class AdminAccess(Base):
    """A request in which an administrator set row security aside."""

    __tablename__ = "admin_accesses"
    id: Mapped[BigId]
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    what: Mapped[str]


class OutboxEvent(Base):
    """Something changed: told to whom the audience lets in, or to one user.

    With a ``notification_id`` it is told only while its reader may read that notification.
    """

    __tablename__ = "outbox"
    id: Mapped[BigId]
    at: Mapped[datetime] = mapped_column(server_default=text("now()"), index=True)
    kind: Mapped[str]
    audience_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("audiences.id", ondelete="CASCADE"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    obj_id: Mapped[str | None]
    notification_id: Mapped[int | None] = mapped_column(BigInteger)
    payload: Mapped[Json] = mapped_column(server_default=text("'{}'"))
