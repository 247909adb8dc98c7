"""Telescopes, instruments with their fields and logs, and the allocations of time on them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, IntId, Json, Stamped


class Telescope(Stamped, Base):
    """A telescope: latitude and longitude in degrees (east positive), elevation and diameter in metres."""

    __tablename__ = "telescopes"
    id: Mapped[IntId]
    name: Mapped[str] = mapped_column(unique=True)
    nickname: Mapped[str]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    elevation: Mapped[float | None]
    mpc_obscode: Mapped[str | None]
    diameter: Mapped[float]
    skycam_link: Mapped[str | None]
    weather_link: Mapped[str | None]
    robotic: Mapped[bool] = mapped_column(server_default=text("false"))
    fixed_location: Mapped[bool] = mapped_column(server_default=text("true"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class Instrument(Stamped, Base):
    """An instrument on a telescope; ``filters`` are bandpass names, ``api_classname`` its facility class.

    ``region`` is its field of view around (0, 0) as ds9 regions; ``status`` is what was last said of it.
    """

    __tablename__ = "instruments"
    id: Mapped[IntId]
    name: Mapped[str] = mapped_column(unique=True)
    type: Mapped[str]
    band: Mapped[str | None]
    telescope_id: Mapped[int] = mapped_column(ForeignKey("telescopes.id", ondelete="RESTRICT"), index=True)
    filters: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    sensitivity_data: Mapped[Json | None]
    configuration_data: Mapped[Json | None]
    status: Mapped[Json | None]
    last_status_update: Mapped[datetime | None]
    api_classname: Mapped[str | None]
    api_classname_obsplan: Mapped[str | None]
    listener_classname: Mapped[str | None]
    treasuremap_id: Mapped[int | None]
    tns_id: Mapped[int | None]
    across_id: Mapped[str | None]
    region: Mapped[str | None] = mapped_column(deferred=True)
    has_region: Mapped[bool] = mapped_column(server_default=text("false"))
    has_fields: Mapped[bool] = mapped_column(server_default=text("false"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class InstrumentField(Stamped, Base):
    """One pointing of a survey instrument: its centre in degrees (ICRS), its outline as GeoJSON.

    ``reference_filter_mags`` are the limiting magnitudes (AB) of the references in ``reference_filters``.
    """

    __tablename__ = "instrument_fields"
    id: Mapped[IntId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="CASCADE"))
    field_id: Mapped[int]
    ra: Mapped[float]
    dec: Mapped[float]
    contour: Mapped[Json | None] = mapped_column(deferred=True)
    contour_summary: Mapped[Json | None] = mapped_column(deferred=True)
    reference_filters: Mapped[list[str] | None]
    reference_filter_mags: Mapped[list[float] | None] = mapped_column(ARRAY(Double))
    __table_args__ = (UniqueConstraint("instrument_id", "field_id"),)


class InstrumentLog(Stamped, Base):
    """What an instrument did between two times (UTC), as its operators uploaded it."""

    __tablename__ = "instrument_logs"
    id: Mapped[IntId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="CASCADE"))
    start_date: Mapped[datetime]
    end_date: Mapped[datetime]
    log: Mapped[Json]
    __table_args__ = (Index("ix_instrument_logs_instrument_id_start_date", "instrument_id", "start_date"),)


class Allocation(Stamped, Base):
    """Time that a group has on an instrument.

    ``facility`` names the TOM Toolkit facility class, ``facility_config`` its addresses, site and proposal; the
    credential is in :class:`AllocationSecret`.
    """

    __tablename__ = "allocations"
    id: Mapped[IntId]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"), index=True)
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="RESTRICT"), index=True)
    pi: Mapped[str | None]
    proposal_id: Mapped[str | None]
    hours_allocated: Mapped[float]
    validity_ranges: Mapped[list[Json] | None]
    default_share_group_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    types: Mapped[list[str]] = mapped_column(server_default=text("'{triggered}'"))
    facility: Mapped[str | None]
    facility_config: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class AllocationUser(Stamped, Base):
    """Somebody who looks after an allocation."""

    __tablename__ = "allocation_users"
    id: Mapped[IntId]
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    __table_args__ = (UniqueConstraint("allocation_id", "user_id"),)


class AllocationSecret(Base):
    """A facility credential, encrypted; the portal may write it, only the follow-up service reads it."""

    __tablename__ = "allocation_secrets"
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"), primary_key=True)
    ciphertext: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
