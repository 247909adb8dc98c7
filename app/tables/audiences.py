"""Audiences: sets of grants, any of which lets a reader in."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Json


class Audience(Base):
    """A set of grants.

    ``digest`` is set for interned ones (equal sets are one row); an embargo's audience has none, since a release
    adds grants to it. It is shared by a policy version, a holder, a night, the stream that readers must subscribe to
    (if any), the groups that were asked for (null: all whom the policy names) and what its terms hang on:
    ``terms_key`` names the circles; where a clock or a case hangs on an obj or a paper, it names the ``subject``,
    whose terms are judged again when the audience is ``stale``; ``arrived`` is the night of arrival where a clock
    starts there. ``existence`` says whether those from whom its rows are withheld may know of them (null: no).
    """

    __tablename__ = "audiences"
    id: Mapped[BigId]
    digest: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    night: Mapped[date | None]
    stream_id: Mapped[int | None] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"))
    asked: Mapped[list[int] | None] = mapped_column(ARRAY(Integer))
    terms_key: Mapped[str | None]
    obj_id: Mapped[str | None]
    arrived: Mapped[date | None]
    subject: Mapped[Json | None]
    stale: Mapped[bool] = mapped_column(server_default=text("false"))
    existence: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (
        CheckConstraint("existence IN ('known', 'secret')", name="existence"),
        Index(
            "uq_audiences_embargo", "policy_version_id", "holder_id", "night", "stream_id", "asked", "terms_key",
            "obj_id", "arrived",
            unique=True, postgresql_nulls_not_distinct=True, postgresql_where=text("policy_version_id IS NOT NULL"),
        ),
        Index("ix_audiences_obj_id", "obj_id", "holder_id", postgresql_where=text("obj_id IS NOT NULL")),
        Index("ix_audiences_stale", "id", postgresql_where=text("stale")),
    )  # fmt: skip


class AudienceGrant(Base):
    """One grant: member of this group and, where named, subscriber of that stream."""

    __tablename__ = "audience_grants"
    id: Mapped[BigId]
    audience_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("audiences.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    stream_id: Mapped[int | None] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"), index=True)
    since: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (
        UniqueConstraint("audience_id", "group_id", "stream_id", postgresql_nulls_not_distinct=True),
        CheckConstraint("group_id IS NOT NULL OR stream_id IS NOT NULL", name="someone"),
    )
