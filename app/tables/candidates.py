"""Candidates (an obj that passed a group's filter) and sources (an obj that a group saved)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held


class Candidate(Held, Base):
    """An obj that passed a filter with one alert."""

    __tablename__ = "candidates"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    filter_id: Mapped[int] = mapped_column(ForeignKey("filters.id", ondelete="CASCADE"))
    passed_at: Mapped[datetime]
    passing_alert_id: Mapped[int | None] = mapped_column(BigInteger)
    filter_step: Mapped[str | None]
    __table_args__ = (
        UniqueConstraint("filter_id", "obj_id", "passing_alert_id", postgresql_nulls_not_distinct=True),
        Index("ix_candidates_obj_id_passed_at", "obj_id", "passed_at"),
        Index("ix_candidates_passed_at", "passed_at"),
    )


class Source(Held, Base):
    """An obj saved to a group (the holder)."""

    __tablename__ = "sources"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    requested: Mapped[bool] = mapped_column(server_default=text("false"))
    saved_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    unsaved_at: Mapped[datetime | None]
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"))
    __table_args__ = (
        UniqueConstraint("obj_id", "holder_id"),
        Index("ix_sources_owner_id_holder_id", "owner_id", "holder_id"),
        Index("ix_sources_holder_id_saved_at", "holder_id", "saved_at"),
        Index(
            "ix_sources_saved_at",
            "holder_id",
            "saved_at",
            "obj_id",
            postgresql_include=["owner_id", "audience_id"],
            postgresql_where=text("active"),
        ),
    )
