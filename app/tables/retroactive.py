"""Retroactive changes of policies: whose rows go from which versions to which, and how far that is."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, IntId, Json

VERSION_FK = "policy_versions.id"


class RetroactiveChange(Base):
    """One retroactive change: the rows of ``holder_id`` under ``from_version_ids`` come under ``to_version_id``.

    ``plan`` is what was confirmed. ``n_moved`` rows have been brought to their new audiences so far; ``done_at``: all.
    """

    __tablename__ = "retroactive_changes"
    id: Mapped[IntId]
    policy_id: Mapped[int] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), index=True)
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"), index=True)
    from_version_ids: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    to_version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    why: Mapped[str]
    plan: Mapped[Json]
    n_rows: Mapped[int] = mapped_column(BigInteger)
    n_moved: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    done_at: Mapped[datetime | None]
    __table_args__ = (Index("ix_retroactive_changes_to_do", "id", postgresql_where=text("done_at IS NULL")),)


class VersionReplacement(Base):
    """Data of a holder that a version would govern are governed by another one since a retroactive change."""

    __tablename__ = "version_replacements"
    version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK), primary_key=True)
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True, index=True)
    new_version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK))
