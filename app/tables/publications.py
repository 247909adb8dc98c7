"""Who takes part in a publication and is its author, builders of a group, and the rules that it publishes by."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, Held, IntId, Json, Stamped

USER_FK = "users.id"


class PublicationPerson(Stamped, Base):
    """Somebody's part in a publication: ``role`` lead, participant or (only) author.

    ``state``: invited, accepted, declined, left, removed, named; ``authorship``: none, offered, opted_in, opted_out, or
    vouched for somebody without an account, whom ``name`` names. Name, ORCID and affiliations overrule the profile's.
    """

    __tablename__ = "publication_people"
    id: Mapped[IntId]
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id", ondelete="CASCADE"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), index=True)
    role: Mapped[str]
    state: Mapped[str]
    authorship: Mapped[str] = mapped_column(server_default=text("'none'"))
    position: Mapped[int | None]
    name: Mapped[str | None]
    orcid: Mapped[str | None]
    affiliations: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))
    __table_args__ = (
        UniqueConstraint("publication_id", "user_id"),
        CheckConstraint("user_id IS NOT NULL OR name IS NOT NULL", name="somebody"),
    )


class PublicationRule(Stamped, Base):
    """How a group publishes: days that each stage may take, when to remind, and what settles overlapping claims."""

    __tablename__ = "publication_rules"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    stage_days: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    remind_days: Mapped[list[int]] = mapped_column(server_default=text("'{30,7,1}'"))
    claim_rule: Mapped[str] = mapped_column(server_default=text("'negotiate'"))
    claim_days: Mapped[int] = mapped_column(server_default=text("21"))
    arbiter_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))


class GroupBuilder(Stamped, Base):
    """Somebody who built what a group observes with: offered a place among authors until a date, or for ever."""

    __tablename__ = "group_builders"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(USER_FK, ondelete="CASCADE"), primary_key=True, index=True)
    until: Mapped[date | None]
    note: Mapped[str | None]


class FrozenDataSet(Held, Base):
    """The very rows that a publication uses, in one file (``blob``); never changed once ``done``.

    ``manifest``: its tables with checksums, policy versions, terms, provenance. Read by the maker, and by
    ``group_ids`` (the audience), of these by who may read all the audiences of its rows (the maker: of others' rows).
    """

    __tablename__ = "frozen_data_sets"
    id: Mapped[IntId]
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    stage: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    progress: Mapped[float] = mapped_column(server_default=text("0"))
    reason: Mapped[str | None]
    blob: Mapped[str | None]
    size: Mapped[int | None] = mapped_column(BigInteger)
    manifest: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    input_audience_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    foreign_audience_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    group_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    doi: Mapped[str | None]


class ClaimOverlap(Stamped, Base):
    """Two announced publications that claim the same: ``waiting`` until both sides may be told, open, settled.

    ``proposed_id``: who is first by the rule; ``answers`` by publication. ``outcome``: priority (of ``winner_id``),
    joint, separate, unresolved, or over (one of the claims ended).
    """

    __tablename__ = "claim_overlaps"
    id: Mapped[IntId]
    first_id: Mapped[int] = mapped_column(ForeignKey("publications.id", ondelete="CASCADE"))
    second_id: Mapped[int] = mapped_column(ForeignKey("publications.id", ondelete="CASCADE"), index=True)
    by_class: Mapped[bool]
    rule: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    deadline_at: Mapped[datetime | None]
    arbiter_id: Mapped[int | None] = mapped_column(ForeignKey(USER_FK, ondelete="SET NULL"))
    proposed_id: Mapped[int | None]
    answers: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    outcome: Mapped[str | None]
    winner_id: Mapped[int | None]
    why: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="ordered"),
    )


class ClaimSide(Base):
    """What one of two sides was told of an overlap: the shared objs that it may know the other's claim on."""

    __tablename__ = "claim_sides"
    overlap_id: Mapped[int] = mapped_column(ForeignKey("claim_overlaps.id", ondelete="CASCADE"), primary_key=True)
    publication_id: Mapped[int] = mapped_column(
        ForeignKey("publications.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    obj_ids: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    told_at: Mapped[datetime | None]
