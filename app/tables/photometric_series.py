"""Photometric series: one row a light curve that came as a whole; its columns are a file in the blob store."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, Json


class PhotometricSeries(Held, Base):
    """A series of measurements of one obj through one filter, and statistics of it.

    Positions (ICRS) and their uncertainties in degrees, times MJD (UTC), magnitudes AB, ``exp_time`` in seconds,
    ``frame_rate`` in Hz; ``hash`` is the MD5 of the HDF5 file that ``blob`` names. ``series_obj_id`` is the obj's name
    within the series.
    """

    __tablename__ = "photometric_series"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instruments.id", ondelete="RESTRICT"), index=True)
    series_name: Mapped[str] = mapped_column(index=True)
    series_obj_id: Mapped[str]
    filter: Mapped[str]
    channel: Mapped[str] = mapped_column(server_default=text("''"))
    origin: Mapped[str] = mapped_column(server_default=text("''"))
    filename: Mapped[str]
    blob: Mapped[str]
    hash: Mapped[str] = mapped_column(index=True)
    ra: Mapped[float]
    dec: Mapped[float]
    healpix: Mapped[int] = mapped_column(BigInteger, index=True)
    ra_unc: Mapped[float | None]
    dec_unc: Mapped[float | None]
    mjd_first: Mapped[float]
    mjd_mid: Mapped[float]
    mjd_last: Mapped[float]
    mjd_last_detected: Mapped[float | None]
    mag_first: Mapped[float | None]
    mag_last: Mapped[float | None]
    mag_last_detected: Mapped[float | None]
    is_detected: Mapped[bool]
    exp_time: Mapped[float]
    frame_rate: Mapped[float | None]
    num_exp: Mapped[int]
    time_stamp_alignment: Mapped[str] = mapped_column(server_default=text("'middle'"))
    limiting_mag: Mapped[float | None]
    ref_flux: Mapped[float | None]
    ref_fluxerr: Mapped[float | None]
    mean_mag: Mapped[float | None]
    rms_mag: Mapped[float | None]
    robust_mag: Mapped[float | None]
    robust_rms: Mapped[float | None]
    median_snr: Mapped[float | None]
    best_snr: Mapped[float | None]
    worst_snr: Mapped[float | None]
    medians: Mapped[Json]
    maxima: Mapped[Json]
    minima: Mapped[Json]
    stds: Mapped[Json]
    altdata: Mapped[Json | None]
    stream_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    followup_request_id: Mapped[int | None] = mapped_column(
        ForeignKey("followup_requests.id", ondelete="SET NULL"), index=True
    )
    assignment_id: Mapped[int | None] = mapped_column(Integer, index=True)
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.id"))
    __table_args__ = (
        Index("ix_photometric_series_obj_id_id", "obj_id", "id"),
        UniqueConstraint("holder_id", "hash", "obj_id", name="uq_photometric_series_file"),
    )
