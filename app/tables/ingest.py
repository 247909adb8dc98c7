"""What the ingest keeps about packets: runs, offsets, what was seen, what could not be read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, IntId, Json


class IngestRun(Base):
    """One run over a path, a topic or a simulated night, with its account."""

    __tablename__ = "ingest_runs"
    id: Mapped[IntId]
    source: Mapped[str]
    stream_id: Mapped[int | None] = mapped_column(ForeignKey("streams.id", ondelete="SET NULL"))
    started_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ended_at: Mapped[datetime | None]
    n_read: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_decoded: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_passed: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_saved: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_duplicates: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_quarantined: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    reasons: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class StreamOffset(Base):
    """Where reading goes on: written in the transaction of the results."""

    __tablename__ = "stream_offsets"
    consumer: Mapped[str] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    partition: Mapped[int] = mapped_column(primary_key=True)
    next_offset: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class SeenAlert(Base):
    """An alert that was decoded once; seeing it again changes nothing."""

    __tablename__ = "seen_alerts"
    survey: Mapped[str] = mapped_column(primary_key=True)
    alert_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    obj_id: Mapped[str]
    run_id: Mapped[int] = mapped_column(ForeignKey("ingest_runs.id", ondelete="CASCADE"), index=True)
    passed_filter_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    seen_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (Index("ix_seen_alerts_obj_id", "obj_id"),)


class QuarantinedPacket(Base):
    """A packet that could not be read, kept whole in the blob store so that it can be replayed."""

    __tablename__ = "quarantined_packets"
    id: Mapped[BigId]
    run_id: Mapped[int] = mapped_column(ForeignKey("ingest_runs.id", ondelete="CASCADE"), index=True)
    source: Mapped[str]
    position: Mapped[str]
    blob: Mapped[str]
    code: Mapped[str]
    reason: Mapped[str]
    quarantined_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    replayed_at: Mapped[datetime | None]
    __table_args__ = (UniqueConstraint("blob", "source", "position"),)
