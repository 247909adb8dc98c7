"""The conduct ledger: who keeps one by which rules, who takes part, its entries with their evidence and appeals."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Double, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Json, Stamped

GROUP_FK = "groups.id"
USER_FK = "users.id"


class ConductSettings(Stamped, Base):
    """How a group (the collaboration) keeps its ledger, where it does: off unless ``enabled``.

    ``rules``: those that are on, by name, each with its weight, its parameters and ``since`` when it is in force so.
    ``reviewer_ids``: who hears appeals; the first of them who is in neither group concerned. ``effects``: what a score
    changes. ``version`` counts the changes.
    """

    __tablename__ = "conduct_settings"
    group_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), primary_key=True)
    enabled: Mapped[bool] = mapped_column(server_default=text("false"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    rules: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    half_life_days: Mapped[float] = mapped_column(Double, server_default=text("180"))
    appeal_days: Mapped[int] = mapped_column(server_default=text("21"))
    reviewer_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    effects: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))


class ConductMember(Stamped, Base):
    """A group that a collaboration invited, that joined by its own admin's decision, or that left.

    Only what happened since ``joined_at`` counts.
    """

    __tablename__ = "conduct_members"
    collaboration_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), primary_key=True, index=True)
    state: Mapped[str]
    joined_at: Mapped[datetime | None]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))


class ConductEntry(Stamped, Base):
    """A credit (``weight`` above 0) or a debit of a group, made by a version of a rule; ``key`` names its subject.

    ``shown`` to its group, ``appealed``, ``effective`` (from ``effective_at`` on) or ``withdrawn``. The key is not for
    the portal to read: it names rows.
    """

    __tablename__ = "conduct_entries"
    id: Mapped[BigId]
    collaboration_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"))
    group_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), index=True)
    rule: Mapped[str]
    rule_version: Mapped[int]
    parameters: Mapped[Json]
    key: Mapped[str] = mapped_column(deferred=True)
    weight: Mapped[float] = mapped_column(Double)
    sentence: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=text("'shown'"))
    happened_at: Mapped[datetime]
    shown_at: Mapped[datetime]
    effective_at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("collaboration_id", "group_id", "rule", "key"),
        Index("ix_conduct_entries_shown", "effective_at", postgresql_where=text("state = 'shown'")),
        Index("ix_conduct_entries_appealed", "id", postgresql_where=text("state = 'appealed'")),
    )


class ConductEvidence(Base):
    """The rows that an entry was made from: ``subjects`` are kinds with ids and how many there are in all.

    ``counterpart_ids`` are the other groups concerned. It is read by the group concerned and, once there is an appeal,
    by its reviewer and the other sides; of the rows it names, each sees those that they can read.
    """

    __tablename__ = "conduct_evidence"
    entry_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("conduct_entries.id", ondelete="CASCADE"), primary_key=True
    )
    subjects: Mapped[list[Json]]
    counterpart_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))


class ConductAppeal(Base):
    """What a group says against an entry, who hears it, and what they decided."""

    __tablename__ = "conduct_appeals"
    entry_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("conduct_entries.id", ondelete="CASCADE"), primary_key=True
    )
    reason: Mapped[str]
    appealed_at: Mapped[datetime]
    appealed_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"), index=True)
    weight_before: Mapped[float] = mapped_column(Double)
    verdict: Mapped[str | None]
    why: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))


class ConductRun(Base):
    """How far a rule has looked for a collaboration: ``marks`` are the last rows seen, by table."""

    __tablename__ = "conduct_runs"
    collaboration_id: Mapped[int] = mapped_column(ForeignKey(GROUP_FK, ondelete="CASCADE"), primary_key=True)
    rule: Mapped[str] = mapped_column(primary_key=True)
    looked_at: Mapped[datetime]
    marks: Mapped[Json] = mapped_column(server_default=text("'{}'"))
