"""Follow-up: requests at a facility, and the triggers that want them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, IntId, Json, Stamped


class FollowupRequest(Held, Base):
    """One request at one facility, in SkyPortal's terms; the holder is the allocation's group.

    ``policy_version_id`` is fixed when the facility accepts. With ``details_apart`` its payload, status in full and
    comment are in :class:`FollowupDetails`.
    """

    __tablename__ = "followup_requests"
    id: Mapped[IntId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="RESTRICT"), index=True)
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="RESTRICT"), index=True)
    payload: Mapped[Json]
    status: Mapped[str]
    comment: Mapped[str | None]
    target_group_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))
    trigger_id: Mapped[int | None] = mapped_column(ForeignKey("triggers.id", ondelete="SET NULL"), index=True)
    last_modified_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    details_apart: Mapped[bool] = mapped_column(server_default=text("false"))
    __table_args__ = (Index("ix_followup_requests_created_at_id", "created_at", "id"),)


class FollowupDetails(Held, Base):
    """What only some readers of a request may see: its payload, its status in full, its comment.

    A request whose sharing policy speaks of its details has them here, with readers of their own, and on its own row
    nothing of them but a word for its status.
    """

    __tablename__ = "followup_details"
    id: Mapped[IntId]
    followup_request_id: Mapped[int] = mapped_column(
        ForeignKey("followup_requests.id", ondelete="CASCADE"), unique=True
    )
    payload: Mapped[Json]
    status: Mapped[str]
    comment: Mapped[str | None]
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))


class FollowupWatcher(Stamped, Base):
    """Somebody who is told when a follow-up request changes."""

    __tablename__ = "followup_watchers"
    id: Mapped[IntId]
    followup_request_id: Mapped[int] = mapped_column(ForeignKey("followup_requests.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    __table_args__ = (UniqueConstraint("followup_request_id", "user_id"),)


class DefaultFollowupRequest(Held, Base):
    """A request that is made by itself for each source that ``group_id`` saves and ``source_filter`` lets through.

    ``constraints`` are those of SkyPortal's follow-up requests; the owner asks, with their rights at that moment.
    """

    __tablename__ = "default_followup_requests"
    id: Mapped[IntId]
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    default_followup_name: Mapped[str]
    payload: Mapped[Json]
    source_filter: Mapped[Json]
    constraints: Mapped[Json]
    target_group_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    priority_order: Mapped[str] = mapped_column(server_default=text("'asc'"))
    validity_days: Mapped[int | None]
    comment: Mapped[str | None]
    implements_update: Mapped[bool] = mapped_column(server_default=text("true"))
    __table_args__ = (UniqueConstraint("holder_id", "default_followup_name"),)


class DefaultFollowupMatch(Stamped, Base):
    """A source that a default request may be for: ``waiting`` to be looked at, ``posted`` once, ``refused`` and why."""

    __tablename__ = "default_followup_matches"
    id: Mapped[BigId]
    default_id: Mapped[int] = mapped_column(ForeignKey("default_followup_requests.id", ondelete="CASCADE"))
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    why: Mapped[str | None]
    followup_request_id: Mapped[int | None] = mapped_column(
        ForeignKey("followup_requests.id", ondelete="SET NULL"), index=True
    )
    __table_args__ = (
        UniqueConstraint("default_id", "obj_id"),
        Index("ix_default_followup_matches_waiting", "id", postgresql_where=text("state = 'waiting'")),
    )


class Trigger(Held, Base):
    """What science wants: target, filters, deadline, how many independent telescopes; the holder asks."""

    __tablename__ = "triggers"
    id: Mapped[IntId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="RESTRICT"), index=True)
    state: Mapped[str] = mapped_column(index=True)
    filters: Mapped[list[Json]]
    deadline: Mapped[datetime]
    priority: Mapped[int]
    telescopes_wanted: Mapped[int] = mapped_column(server_default=text("1"))
    allocation_ids: Mapped[list[int]]
    note: Mapped[str | None]
    why: Mapped[str] = mapped_column(server_default=text("''"))
    next_look_at: Mapped[datetime] = mapped_column(server_default=text("now()"), index=True)


class Attempt(Held, Base):
    """One follow-up request that a trigger made at one facility.

    ``tag`` is the idempotency key: written before the facility is called, and looked up there after any crash.
    """

    __tablename__ = "attempts"
    id: Mapped[IntId]
    trigger_id: Mapped[int] = mapped_column(ForeignKey("triggers.id", ondelete="CASCADE"), index=True)
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="RESTRICT"))
    followup_request_id: Mapped[int | None] = mapped_column(ForeignKey("followup_requests.id", ondelete="SET NULL"))
    tag: Mapped[str] = mapped_column(unique=True)
    facility: Mapped[str]
    site: Mapped[str | None]
    telescope: Mapped[str | None]
    instrument: Mapped[str | None]
    state: Mapped[str]
    detail: Mapped[str | None]
    reason: Mapped[str | None]
    request_id: Mapped[str | None]
    submitted_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    collected_at: Mapped[datetime | None]


class TriggerTransition(Base):
    """One step in the life of a trigger or of one of its attempts, and why."""

    __tablename__ = "trigger_transitions"
    id: Mapped[BigId]
    trigger_id: Mapped[int] = mapped_column(ForeignKey("triggers.id", ondelete="CASCADE"))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    why: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
    __table_args__ = (Index("ix_trigger_transitions_trigger_id_id", "trigger_id", "id"),)


class FacilityState(Base):
    """What a facility last said of itself for one allocation; ``open`` null means unknown."""

    __tablename__ = "facility_states"
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"), primary_key=True)
    open: Mapped[bool | None]
    is_night: Mapped[bool | None]
    why: Mapped[str]
    checked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class ReturnedFrame(Held, Base):
    """A frame that came back for an attempt; its key makes collecting it twice harmless.

    ``exposure`` names what was taken, whatever was made of it since: a later reduction of the same exposure
    ``supersedes`` the earlier one. ``level`` is raw or reduced, by ``reduction_level``, the facility's own number.
    ``observed_at`` is UTC, ``size`` bytes.
    """

    __tablename__ = "returned_frames"
    id: Mapped[BigId]
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), index=True)
    frame_key: Mapped[str] = mapped_column(unique=True)
    blob: Mapped[str]
    photometry_id: Mapped[int | None] = mapped_column(BigInteger)
    received_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="RESTRICT"))
    followup_request_id: Mapped[int | None] = mapped_column(
        ForeignKey("followup_requests.id", ondelete="SET NULL"), index=True
    )
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="RESTRICT"))
    filename: Mapped[str]
    exposure: Mapped[str]
    level: Mapped[str] = mapped_column(server_default=text("'reduced'"))
    reduction_level: Mapped[int | None]
    observed_at: Mapped[datetime]
    size: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    supersedes_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("returned_frames.id", ondelete="SET NULL"), index=True
    )
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))
    __table_args__ = (
        CheckConstraint("level IN ('raw', 'reduced')", name="level"),
        Index("ix_returned_frames_obj_id_observed_at", "obj_id", "observed_at"),
    )
