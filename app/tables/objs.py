"""Objects of the sky, and for each audience what it knows about them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, Json, Stamped


class Obj(Stamped, Base):
    """An object: ICRS position in degrees, HEALPix index (order 29, nested), and SkyPortal's columns."""

    __tablename__ = "objs"
    id: Mapped[str] = mapped_column(primary_key=True)
    ra: Mapped[float]
    dec: Mapped[float]
    healpix: Mapped[int] = mapped_column(BigInteger, index=True)
    ra_dis: Mapped[float | None]
    dec_dis: Mapped[float | None]
    ra_err: Mapped[float | None]
    dec_err: Mapped[float | None]
    offset: Mapped[float | None]
    t0: Mapped[float | None]
    redshift: Mapped[float | None]
    redshift_error: Mapped[float | None]
    redshift_origin: Mapped[str | None]
    summary: Mapped[str | None]
    altdata: Mapped[Json | None]
    dist_nearest_source: Mapped[float | None]
    mag_nearest_source: Mapped[float | None]
    e_mag_nearest_source: Mapped[float | None]
    transient: Mapped[bool | None]
    varstar: Mapped[bool | None]
    is_roid: Mapped[bool | None]
    mpc_name: Mapped[str | None]
    tns_name: Mapped[str | None]
    score: Mapped[float | None]
    origin: Mapped[str | None]
    alias: Mapped[list[str] | None]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))


class ObjAudience(Base):
    """What one audience can know about one obj: kept by triggers in the transaction of the data itself."""

    __tablename__ = "obj_audience"
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"), primary_key=True)
    audience_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("audiences.id", ondelete="CASCADE"), primary_key=True
    )
    n_rows: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_photometry: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_detections: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    first_detected_mjd: Mapped[float | None]
    last_detected_mjd: Mapped[float | None]
    latest_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (Index("ix_obj_audience_audience_id_latest_at", "audience_id", "latest_at"),)
