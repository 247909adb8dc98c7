"""Spectra: one row a spectrum, its arrays packed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, Json

_NOBODY = text("'{}'")


class Spectrum(Held, Base):
    """A spectrum of an obj.

    ``wavelengths`` (Å), ``fluxes`` and ``errors`` (``units``) are little-endian float64, packed; they and the original
    file are read only where they are asked for. ``observed_at`` is UTC. ``pi_ids``, ``reducer_ids`` and
    ``observer_ids`` are users; the external names stand beside them.
    """

    __tablename__ = "spectra"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="RESTRICT"), index=True)
    observed_at: Mapped[datetime] = mapped_column(index=True)
    n_points: Mapped[int]
    wavelengths: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    fluxes: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    errors: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    units: Mapped[str | None]
    origin: Mapped[str | None]
    type: Mapped[str]
    label: Mapped[str | None]
    altdata: Mapped[Json | None]
    original_file_string: Mapped[str | None] = mapped_column(deferred=True)
    original_file_filename: Mapped[str | None]
    pi_ids: Mapped[list[int]] = mapped_column(server_default=_NOBODY)
    reducer_ids: Mapped[list[int]] = mapped_column(server_default=_NOBODY)
    observer_ids: Mapped[list[int]] = mapped_column(server_default=_NOBODY)
    external_pi: Mapped[str | None]
    external_reducer: Mapped[str | None]
    external_observer: Mapped[str | None]
    followup_request_id: Mapped[int | None] = mapped_column(
        ForeignKey("followup_requests.id", ondelete="SET NULL"), index=True
    )
    assignment_id: Mapped[int | None] = mapped_column(Integer, index=True)
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))
    __table_args__ = (Index("ix_spectra_obj_id_observed_at", "obj_id", "observed_at"),)
