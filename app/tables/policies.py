"""Sharing policies, their versions and attachments, releases, and publications with what they owe."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, IntId, Json, Stamped

VERSION_FK = "policy_versions.id"
_EMPTY = text("'{}'")
_ZERO, _FALSE, _DUE = text("0"), text("false"), text("due_at IS NOT NULL")


class Policy(Stamped, Base):
    """A sharing policy of a holder group."""

    __tablename__ = "policies"
    id: Mapped[IntId]
    name: Mapped[str]
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    __table_args__ = (UniqueConstraint("holder_id", "name"),)


class PolicyVersion(Base):
    """One version of a policy: the document never changes once written.

    A combination has no policy of its own: ``parts`` are the versions (sorted) that met on the same data.
    """

    __tablename__ = "policy_versions"
    id: Mapped[IntId]
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"))
    version: Mapped[int | None]
    parts: Mapped[list[int] | None] = mapped_column(ARRAY(Integer), unique=True)
    document: Mapped[Json]
    summary: Mapped[str]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (
        UniqueConstraint("policy_id", "version"),
        CheckConstraint("num_nonnulls(policy_id, parts) = 1 AND num_nulls(policy_id, version) <> 1", name="origin"),
    )


class PolicyAttachment(Stamped, Base):
    """What a policy governs: exactly one of allocation, instrument, stream, group."""

    __tablename__ = "policy_attachments"
    id: Mapped[IntId]
    policy_id: Mapped[int] = mapped_column(ForeignKey("policies.id", ondelete="RESTRICT"), index=True)
    allocation_id: Mapped[int | None] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"))
    instrument_id: Mapped[int | None] = mapped_column(ForeignKey("instruments.id", ondelete="CASCADE"))
    stream_id: Mapped[int | None] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    __table_args__ = (
        CheckConstraint("num_nonnulls(allocation_id, instrument_id, stream_id, group_id) = 1", name="one"),
        UniqueConstraint(
            "policy_id", "allocation_id", "instrument_id", "stream_id", "group_id",
            postgresql_nulls_not_distinct=True,
        ),
    )  # fmt: skip


class Release(Base):
    """A moment when a policy widens an embargo's audience by one grant; done exactly once.

    ``awaits`` are alternatives, lists of waits that must all be over, of which some start by an event to come; the
    release is due when the first of them is over, or at ``due_at`` if that comes before.
    """

    __tablename__ = "releases"
    id: Mapped[BigId]
    audience_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("audiences.id", ondelete="CASCADE"))
    policy_version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK))
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    due_at: Mapped[datetime | None]
    awaits: Mapped[list[list[dict[str, Any]]] | None] = mapped_column(JSONB(none_as_null=True))
    done_at: Mapped[datetime | None]
    n_rows: Mapped[int | None] = mapped_column(BigInteger)
    __table_args__ = (
        UniqueConstraint("audience_id", "group_id"),
        CheckConstraint("due_at IS NOT NULL OR awaits IS NOT NULL", name="someday"),
        Index("ix_releases_due", "due_at", postgresql_where=text("done_at IS NULL")),
        Index("ix_releases_awaits", "audience_id", postgresql_where=text("done_at IS NULL AND awaits IS NOT NULL")),
    )


class Publication(Held, Base):
    """A declared intention to publish.

    ``obj_ids`` are what lies in its scope: as named (``targets``), or computed from a list of its opener's
    (``listing``) or from classes and a tag (``topic``), with a range of dates (UTC) of the first detection.
    ``reminded_days``: of how many days before ``deadline_at`` people were last told.
    """

    __tablename__ = "publications"
    id: Mapped[IntId]
    title: Mapped[str]
    kind: Mapped[str]
    stage: Mapped[str]
    obj_ids: Mapped[list[str]]
    lead_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    scope_kind: Mapped[str] = mapped_column(server_default=text("'targets'"))
    list_name: Mapped[str | None]
    topic: Mapped[str | None]
    classes: Mapped[list[str]] = mapped_column(server_default=_EMPTY)
    date_from: Mapped[datetime | None]
    date_to: Mapped[datetime | None]
    intended_data: Mapped[list[str]] = mapped_column(server_default=_EMPTY)
    announced_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    deadline_at: Mapped[datetime | None]
    reminded_days: Mapped[int | None] = mapped_column(BigInteger)
    __table_args__ = (
        Index("ix_publications_deadline_at", "deadline_at", postgresql_where=text("deadline_at IS NOT NULL")),
    )


class Obligation(Held, Base):
    """What a publication owes: to which holder, under which policy version, for how many rows.

    ``terms`` are what is asked for (a :class:`app.policies.uses.Use`), ``evidence`` the rows by kind of product that
    ask for it, ``share`` the holder's (0 to 1) of that kind. ``stage_limit``: of a kind ``stage``, how far a
    publication may go with the data. ``asks_more``: what was discharged no longer covers what is asked for.
    ``due_at`` is until when an answer is expected, ``overdue_at`` when the release service found it late, and
    ``late`` whose lateness that is. An overridden one no longer keeps a publication from being submitted; its state
    stays what it is.
    """

    __tablename__ = "obligations"
    id: Mapped[IntId]
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id", ondelete="CASCADE"), index=True)
    creditor_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"), index=True)
    policy_version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK))
    kind: Mapped[str]
    text: Mapped[str]
    required: Mapped[bool]
    state: Mapped[str]
    n_rows: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str | None]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    overridden_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    overridden_at: Mapped[datetime | None]
    override_reason: Mapped[str | None]
    stage_limit: Mapped[str | None]
    terms: Mapped[Json] = mapped_column(server_default=_EMPTY)
    evidence: Mapped[Json] = mapped_column(server_default=_EMPTY)
    share: Mapped[float] = mapped_column(server_default=_ZERO)
    places: Mapped[int | None]
    asks_more: Mapped[bool] = mapped_column(server_default=_FALSE)
    due_at: Mapped[datetime | None]
    overdue_at: Mapped[datetime | None]
    late: Mapped[str | None]
    __table_args__ = (
        UniqueConstraint(
            "publication_id", "creditor_id", "policy_version_id", "kind", "stage_limit",
            name="uq_obligations_one", postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("(kind = 'stage') = (stage_limit IS NOT NULL)", name="staged"),
        Index("ix_obligations_due_at", "due_at", postgresql_where=_DUE),
    )  # fmt: skip
