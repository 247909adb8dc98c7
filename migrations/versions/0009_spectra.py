"""Spectra and photometric series, and what is thought of photometry points.

Revision ID: 0009
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations import security

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NOW = sa.text("now()")
SEEN = "EXISTS (SELECT FROM public.photometry p WHERE p.id = photometry_id)"
"""The subquery is under the row security of photometry: a mark is as visible as the point that it is on."""

NAMEABLE = """
-- Which of these groups data may be shared with: those one is in or can see, and everybody's group of one, by which
-- people are meant. A private group that one is not in is as one that is not there.
CREATE FUNCTION access.nameable_groups(ids bigint[]) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.id FROM public.groups g
  WHERE g.id = ANY (ids) AND access.me() IS NOT NULL
    AND (g.single_user_group OR NOT g.private OR g.id IN (SELECT access.my_groups()))
$$
"""


def upgrade() -> None:
    _spectra()
    _photometric_series()
    _photometry_validations()
    security.hold("spectra", "photometric_series")
    security.count_for_objs("spectra", "photometric_series")
    security.open_to("skyrelay_release", ("spectra", "photometric_series"))
    security.close("photometry_validations")
    mine = "validator_id = (SELECT access.me())"
    security.allow("photometry_validations", "readable", "SELECT", using=SEEN)
    security.allow("photometry_validations", "made", "INSERT", check=f"{mine} AND {SEEN}")
    security.allow("photometry_validations", "changed", "UPDATE", using=SEEN, check=mine)
    security.allow("photometry_validations", "gone", "DELETE", using=SEEN)
    op.execute(NAMEABLE)
    security.callable_by("nameable_groups(bigint[])", ("skyrelay_web", "skyrelay_admin"))


def downgrade() -> None:
    op.execute("DROP FUNCTION access.nameable_groups(bigint[])")
    for table in ("photometry_validations", "photometric_series", "spectra"):
        op.drop_table(table)


def _held(table: str) -> list[Any]:
    """What every held product of an instrument has."""
    return [
        sa.Column("followup_request_id", sa.Integer(), nullable=True),
        sa.Column("assignment_id", sa.Integer(), nullable=True),
        sa.Column("policy_version_id", sa.Integer(), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        _link(table, "obj_id", "objs.id", "CASCADE"),
        _link(table, "instrument_id", "instruments.id", "RESTRICT"),
        _link(table, "owner_id", "users.id", "RESTRICT"),
        _link(table, "holder_id", "groups.id", "RESTRICT"),
        _link(table, "followup_request_id", "followup_requests.id", "SET NULL"),
        _link(table, "audience_id", "audiences.id", None),
        _link(table, "policy_version_id", "policy_versions.id", None),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _link(table: str, column: str, target: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _spectra() -> None:
    op.create_table(
        "spectra",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("observed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("n_points", sa.Integer(), nullable=False),
        sa.Column("wavelengths", sa.LargeBinary(), nullable=False),
        sa.Column("fluxes", sa.LargeBinary(), nullable=False),
        sa.Column("errors", sa.LargeBinary(), nullable=True),
        sa.Column("units", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("altdata", postgresql.JSONB(), nullable=True),
        sa.Column("original_file_string", sa.Text(), nullable=True),
        sa.Column("original_file_filename", sa.Text(), nullable=True),
        sa.Column("pi_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("reducer_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("observer_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("external_pi", sa.Text(), nullable=True),
        sa.Column("external_reducer", sa.Text(), nullable=True),
        sa.Column("external_observer", sa.Text(), nullable=True),
        *_held("spectra"),
    )
    for column in (
        "assignment_id",
        "audience_id",
        "followup_request_id",
        "holder_id",
        "instrument_id",
        "observed_at",
        "owner_id",
    ):
        op.create_index(op.f(f"ix_spectra_{column}"), "spectra", [column])
    op.create_index(op.f("ix_spectra_obj_id_observed_at"), "spectra", ["obj_id", "observed_at"])


def _photometric_series() -> None:
    op.create_table(
        "photometric_series",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("series_name", sa.Text(), nullable=False),
        sa.Column("series_obj_id", sa.Text(), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("origin", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("ra", sa.Double(), nullable=False),
        sa.Column("dec", sa.Double(), nullable=False),
        sa.Column("healpix", sa.BigInteger(), nullable=False),
        sa.Column("ra_unc", sa.Double(), nullable=True),
        sa.Column("dec_unc", sa.Double(), nullable=True),
        sa.Column("mjd_first", sa.Double(), nullable=False),
        sa.Column("mjd_mid", sa.Double(), nullable=False),
        sa.Column("mjd_last", sa.Double(), nullable=False),
        sa.Column("mjd_last_detected", sa.Double(), nullable=True),
        sa.Column("mag_first", sa.Double(), nullable=True),
        sa.Column("mag_last", sa.Double(), nullable=True),
        sa.Column("mag_last_detected", sa.Double(), nullable=True),
        sa.Column("is_detected", sa.Boolean(), nullable=False),
        sa.Column("exp_time", sa.Double(), nullable=False),
        sa.Column("frame_rate", sa.Double(), nullable=True),
        sa.Column("num_exp", sa.Integer(), nullable=False),
        sa.Column("time_stamp_alignment", sa.Text(), server_default=sa.text("'middle'"), nullable=False),
        sa.Column("limiting_mag", sa.Double(), nullable=True),
        sa.Column("ref_flux", sa.Double(), nullable=True),
        sa.Column("ref_fluxerr", sa.Double(), nullable=True),
        sa.Column("mean_mag", sa.Double(), nullable=True),
        sa.Column("rms_mag", sa.Double(), nullable=True),
        sa.Column("robust_mag", sa.Double(), nullable=True),
        sa.Column("robust_rms", sa.Double(), nullable=True),
        sa.Column("median_snr", sa.Double(), nullable=True),
        sa.Column("best_snr", sa.Double(), nullable=True),
        sa.Column("worst_snr", sa.Double(), nullable=True),
        sa.Column("medians", postgresql.JSONB(), nullable=False),
        sa.Column("maxima", postgresql.JSONB(), nullable=False),
        sa.Column("minima", postgresql.JSONB(), nullable=False),
        sa.Column("stds", postgresql.JSONB(), nullable=False),
        sa.Column("altdata", postgresql.JSONB(), nullable=True),
        sa.Column("stream_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.UniqueConstraint("holder_id", "hash", "obj_id", name=op.f("uq_photometric_series_file")),
        *_held("photometric_series"),
    )
    for column in (
        "assignment_id",
        "audience_id",
        "followup_request_id",
        "hash",
        "healpix",
        "holder_id",
        "instrument_id",
        "owner_id",
        "series_name",
    ):
        op.create_index(op.f(f"ix_photometric_series_{column}"), "photometric_series", [column])
    op.create_index(op.f("ix_photometric_series_obj_id_id"), "photometric_series", ["obj_id", "id"])


def _photometry_validations() -> None:
    op.create_table(
        "photometry_validations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("photometry_id", sa.BigInteger(), nullable=False),
        sa.Column("validated", sa.Boolean(), nullable=True),
        sa.Column("validator_id", sa.Integer(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.ForeignKeyConstraint(
            ["validator_id"], ["users.id"], name=op.f("fk_photometry_validations_validator_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["photometry_id"],
            ["photometry.id"],
            name=op.f("fk_photometry_validations_photometry_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photometry_validations")),
        sa.UniqueConstraint("photometry_id", name=op.f("uq_photometry_validations_photometry_id")),
    )
    op.create_index(op.f("ix_photometry_validations_validator_id"), "photometry_validations", ["validator_id"])
