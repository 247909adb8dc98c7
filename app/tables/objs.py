"""Objects of the sky, and for each audience and owner what they know about them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, Double, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, Json, Stamped


class Obj(Stamped, Base):
    """A name and where it is: ICRS position in degrees and HEALPix index (order 29, nested). Shared by everybody."""

    __tablename__ = "objs"
    id: Mapped[str] = mapped_column(primary_key=True)
    ra: Mapped[float]
    dec: Mapped[float]
    healpix: Mapped[int] = mapped_column(BigInteger, index=True)
    created_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))


class ObjDetail(Held, Base):
    """What one person, in one team's name, states of an obj to one audience: SkyPortal's columns beyond the position.

    ``stated`` has, for each column that was ever set (to null, too), when: seconds of the Unix epoch. A reader sees
    the merge of the rows that they may read (``app.portal.obj_details``).
    """

    __tablename__ = "obj_details"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    stated: Mapped[Json]
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
    __table_args__ = (UniqueConstraint("obj_id", "holder_id", "audience_id", "owner_id"),)


class ObjAudience(Base):
    """What there is of one obj for one audience by one owner: kept by triggers in the transaction of the data itself.

    Readable as the rows that it counts are: by the owner and the audience.

    ``peak`` is (flux in µJy, MJD) of the brightest detection, ``latest`` (MJD, flux) of the last one; of positive flux,
    both. As arrays they are merged by their maximum.
    """

    __tablename__ = "obj_audience"
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"), primary_key=True)
    audience_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("audiences.id", ondelete="CASCADE"), primary_key=True
    )
    owner_id: Mapped[int] = mapped_column(primary_key=True)
    n_rows: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_photometry: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    n_detections: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    first_detected_mjd: Mapped[float | None]
    last_detected_mjd: Mapped[float | None]
    peak: Mapped[list[float] | None] = mapped_column(ARRAY(Double))
    latest: Mapped[list[float] | None] = mapped_column(ARRAY(Double))
    latest_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    __table_args__ = (Index("ix_obj_audience_audience_id_latest_at", "audience_id", "latest_at"),)
