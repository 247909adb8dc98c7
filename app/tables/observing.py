"""Nights at a telescope: observing runs, the targets assigned to them, and scanning shifts."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, Held, IntId, Stamped

_USER = "users.id"


class ObservingRun(Held, Base):
    """Classical time on an instrument: ``duration`` nights, the first of them on the local ``calendar_date``.

    A run of a group is read by its members, one without a group by everybody. ``run_end_utc`` is the last sunrise.
    """

    __tablename__ = "observing_runs"
    id: Mapped[IntId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="RESTRICT"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"), index=True)
    pi: Mapped[str | None]
    observers: Mapped[str | None]
    calendar_date: Mapped[date]
    duration: Mapped[int] = mapped_column(server_default=text("1"))
    run_end_utc: Mapped[datetime | None]
    __table_args__ = (Index("ix_observing_runs_calendar_date_id", "calendar_date", "id"),)


class Assignment(Held, Base):
    """A target for an observing run: read by whoever reads the run and knows of the obj; the owner asked for it."""

    __tablename__ = "assignments"
    id: Mapped[IntId]
    run_id: Mapped[int] = mapped_column(ForeignKey("observing_runs.id", ondelete="CASCADE"))
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="RESTRICT"), index=True)
    status: Mapped[str] = mapped_column(server_default=text("'pending'"))
    priority: Mapped[str]
    comment: Mapped[str | None]
    last_modified_by_id: Mapped[int | None] = mapped_column(ForeignKey(_USER, ondelete="SET NULL"))
    __table_args__ = (UniqueConstraint("run_id", "obj_id"),)


class Shift(Held, Base):
    """Hours (UTC) in which members of the holder, a group, look after the alerts."""

    __tablename__ = "shifts"
    id: Mapped[IntId]
    name: Mapped[str]
    description: Mapped[str | None]
    start_date: Mapped[datetime]
    end_date: Mapped[datetime]
    required_users_number: Mapped[int | None]
    __table_args__ = (
        Index("ix_shifts_holder_id_start_date", "holder_id", "start_date"),
        Index("ix_shifts_start_date_id", "start_date", "id"),
    )


class ShiftUser(Stamped, Base):
    """Somebody on a shift; ``needs_replacement`` asks the group for somebody else."""

    __tablename__ = "shift_users"
    id: Mapped[IntId]
    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey(_USER, ondelete="CASCADE"), index=True)
    admin: Mapped[bool] = mapped_column(server_default=text("false"))
    needs_replacement: Mapped[bool] = mapped_column(server_default=text("false"))
    __table_args__ = (UniqueConstraint("shift_id", "user_id"),)
