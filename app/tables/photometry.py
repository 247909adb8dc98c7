"""Photometry: one row a measurement, in flux."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Json, Stamped

_FEW = "n_distinct_per_range = 256"


class Photometry(Stamped, Base):
    """A measurement of an obj.

    ``flux`` and ``fluxerr`` in µJy (AB zero point 23.9; difference fluxes keep their sign), null ``flux`` for a
    limit; ``mjd`` is UTC, ``original_time`` and ``time_scale`` what the survey gave. A newer reduction of the same
    light names what it supersedes in the older row's ``superseded_by_id``.

    A point that was computed from a spectrum under a sharing policy names it (``spectrum_id``) and the versions of
    what it was made from (``policy_version_ids``); it is read by whom the spectrum is for, whatever becomes of that.

    References to other tables are kept by triggers of whole statements (``access.photometry_refers``), not by foreign
    keys, which cost two thirds of an insert: docs/decisions/0020-bulk-photometry.md. With an obj its photometry goes;
    nothing else that photometry refers to can be deleted, but for a follow-up request, which is forgotten.
    """

    __tablename__ = "photometry"
    id: Mapped[BigId]
    audience_id: Mapped[int] = mapped_column(BigInteger)
    holder_id: Mapped[int]
    owner_id: Mapped[int]
    obj_id: Mapped[str]
    instrument_id: Mapped[int]
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
    upload_id: Mapped[str] = mapped_column(Text)
    alert_id: Mapped[int | None] = mapped_column(BigInteger)
    original_time: Mapped[float | None]
    time_scale: Mapped[str | None]
    stream_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    followup_request_id: Mapped[int | None]
    policy_version_id: Mapped[int | None]
    policy_version_ids: Mapped[list[int] | None] = mapped_column(ARRAY(Integer))
    spectrum_id: Mapped[int | None] = mapped_column(BigInteger)
    superseded_by_id: Mapped[int | None] = mapped_column(BigInteger)
    __table_args__ = (
        # Also finds the light curve of an obj: what it is mostly asked for comes first.
        UniqueConstraint(
            "obj_id", "mjd", "holder_id", "instrument_id", "filter", "origin", "fluxerr", "flux",
            name="uq_photometry_measurement", postgresql_nulls_not_distinct=True,
        ),
        Index("ix_photometry_spectrum_id", "spectrum_id", postgresql_where=text("spectrum_id IS NOT NULL")),
        # Asked for seldom: to know the stretches of the table where a value may be costs an insert nothing.
        Index("ix_photometry_whose", "audience_id", "holder_id", "owner_id", "instrument_id", postgresql_using="brin",
              postgresql_with={"autosummarize": "on"},
              postgresql_ops={"audience_id": f"int8_bloom_ops({_FEW})",
                              **dict.fromkeys(("holder_id", "owner_id", "instrument_id"), f"int4_bloom_ops({_FEW})")}),
        Index("ix_photometry_upload_id", "upload_id", postgresql_using="brin",
              postgresql_ops={"upload_id": "text_bloom_ops"}, postgresql_with={"autosummarize": "on"}),
        Index("ix_photometry_followup_request_id", "followup_request_id",
              postgresql_where=text("followup_request_id IS NOT NULL")),
    )  # fmt: skip
