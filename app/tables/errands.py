"""Work that leaves the machine: what was wished, by whom, and how far it is."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Json, Stamped

ErrandState = Literal["waiting", "running", "done", "failed", "cancelled"]


class ErrandRow(Stamped, Base):
    """One errand: ``kind`` says who runs it, ``payload`` what is to be done, ``key`` that it is one and the same wish.

    ``due_at`` is when it is to be looked at next: its turn while it waits, the end of the lease while it runs.
    ``attempts`` names the run that holds it, so that a run which lost its lease cannot write. ``reason`` is for people.
    """

    __tablename__ = "errands"
    id: Mapped[BigId]
    kind: Mapped[str]
    key: Mapped[str | None]
    payload: Mapped[Json]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id", ondelete="SET NULL"), index=True)
    audience_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("audiences.id"), index=True)
    state: Mapped[ErrandState] = mapped_column(Text, server_default=sql("'waiting'"))
    due_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    attempts: Mapped[int] = mapped_column(server_default=sql("0"))
    reason: Mapped[str | None]
    finished_at: Mapped[datetime | None]
    __table_args__ = (
        UniqueConstraint("owner_id", "kind", "key"),
        # A wish of the service itself has no owner, and nulls differ from one another.
        Index("uq_errands_kind_key", "kind", "key", unique=True, postgresql_where=sql("owner_id IS NULL")),
        Index("ix_errands_due_at", "due_at", postgresql_where=sql("state IN ('waiting', 'running')")),
        Index("ix_errands_finished_at", "finished_at", postgresql_where=sql("finished_at IS NOT NULL")),
    )
