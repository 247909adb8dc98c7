"""What was asked of the sky's services, and what they told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Json


class SkyLookup(Base):
    """What a user asked of a service of the sky, and its answer: a document, a blob, or why there is none.

    Read by whoever asked: that somebody looked at a place of the sky tells as much as a source there. ``asked_at`` is
    when it was last sent for, ``found_at`` when the answer came.
    """

    __tablename__ = "sky_lookups"
    id: Mapped[BigId]
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str]
    key: Mapped[str]
    question: Mapped[Json]
    answer: Mapped[Json | None]
    blob: Mapped[str | None]
    trouble: Mapped[str | None]
    asked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    found_at: Mapped[datetime | None]
    __table_args__ = (UniqueConstraint("owner_id", "kind", "key"),)


class WeatherReport(Base):
    """The weather at a telescope as the service last told it (its own document), or why it could not."""

    __tablename__ = "weather_reports"
    telescope_id: Mapped[int] = mapped_column(ForeignKey("telescopes.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[Json | None]
    retrieved_at: Mapped[datetime | None]
    tried_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    trouble: Mapped[str | None]
