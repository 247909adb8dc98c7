"""Photometry: one row a measurement, in flux."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, Json


class Photometry(Held, Base):
    """A measurement of an obj.

    ``flux`` and ``fluxerr`` in µJy (AB zero point 23.9; difference fluxes keep their sign), null ``flux`` for a
    limit; ``mjd`` is UTC, ``original_time`` and ``time_scale`` what the survey gave. A newer reduction of the same
    light names what it supersedes in the older row's ``superseded_by_id``.
    """

    __tablename__ = "photometry"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="RESTRICT"))
    mjd: Mapped[float]
    filter: Mapped[str]
    flux: Mapped[float | None]
    fluxerr: Mapped[float]
    ref_flux: Mapped[float | None]
    ref_fluxerr: Mapped[float | None]
    limiting_mag: Mapped[float | None]
    ra: Mapped[float | None]
    dec: Mapped[float | None]
    ra_unc: Mapped[float | None]
    dec_unc: Mapped[float | None]
    origin: Mapped[str] = mapped_column(server_default=text("''"))
    altdata: Mapped[Json | None]
    upload_id: Mapped[str] = mapped_column(Text, index=True)
    alert_id: Mapped[int | None] = mapped_column(BigInteger)
    original_time: Mapped[float | None]
    time_scale: Mapped[str | None]
    stream_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    followup_request_id: Mapped[int | None] = mapped_column(
        ForeignKey("followup_requests.id", ondelete="SET NULL"), index=True
    )
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))
    superseded_by_id: Mapped[int | None] = mapped_column(BigInteger)
    __table_args__ = (
        Index("ix_photometry_obj_id_mjd", "obj_id", "mjd"),
        UniqueConstraint(
            "holder_id", "obj_id", "instrument_id", "mjd", "filter", "origin", "fluxerr", "flux",
            name="uq_photometry_measurement", postgresql_nulls_not_distinct=True,
        ),
    )  # fmt: skip
