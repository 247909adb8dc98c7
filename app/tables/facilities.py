"""Telescopes, instruments, and the allocations of time on them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, text
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
    diameter: Mapped[float]
    skycam_link: Mapped[str | None]
    weather_link: Mapped[str | None]
    robotic: Mapped[bool] = mapped_column(server_default=text("false"))
    fixed_location: Mapped[bool] = mapped_column(server_default=text("true"))
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


class Instrument(Stamped, Base):
    """An instrument on a telescope; ``filters`` are bandpass names, ``api_classname`` its facility class."""

    __tablename__ = "instruments"
    id: Mapped[IntId]
    name: Mapped[str] = mapped_column(unique=True)
    type: Mapped[str]
    band: Mapped[str | None]
    telescope_id: Mapped[int] = mapped_column(ForeignKey("telescopes.id", ondelete="RESTRICT"), index=True)
    filters: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    sensitivity_data: Mapped[Json | None]
    configuration_data: Mapped[Json | None]
    api_classname: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(server_default=text("false"))


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


class AllocationSecret(Base):
    """A facility credential, encrypted; the portal may write it, only the follow-up service reads it."""

    __tablename__ = "allocation_secrets"
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"), primary_key=True)
    ciphertext: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
