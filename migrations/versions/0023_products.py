"""Policies over images, classifications, annotations, comments and requests, and over what is made from data.

Revision ID: 0023
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from migrations.security import WORKS, allow, close, count_for_objs, open_to

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

NOW = sa.text("now()")
NOTES = ("classifications", "annotations", "comments", "resource_comments", "resource_annotations", "thumbnails")
READS = "owner_id = (SELECT access.me()) OR audience_id IN (SELECT access.my_audiences())"
"""As every held row is read."""

FRAMES = """
UPDATE public.returned_frames f SET obj_id = t.obj_id, followup_request_id = a.followup_request_id,
  instrument_id = l.instrument_id, filename = split_part(f.frame_key, '/', 2), exposure = f.frame_key,
  observed_at = coalesce(timestamptz '1858-11-17 00:00Z' + p.mjd * interval '1 day', a.accepted_at, f.received_at),
  created_at = f.received_at, modified = f.received_at,
  audience_id = coalesce(p.audience_id, r.audience_id, a.audience_id), owner_id = a.owner_id, holder_id = l.group_id,
  policy_version_id = p.policy_version_id
FROM public.returned_frames g JOIN public.attempts a ON a.id = g.attempt_id
JOIN public.triggers t ON t.id = a.trigger_id JOIN public.allocations l ON l.id = a.allocation_id
LEFT JOIN public.followup_requests r ON r.id = a.followup_request_id
LEFT JOIN public.photometry p ON p.id = g.photometry_id
WHERE g.id = f.id
"""
"""What came back before is read as the photometry that was measured in it, or else as its request."""

INPUTS_STAY = """
CREATE OR REPLACE FUNCTION access.inputs_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.input_audience_ids <@ NEW.input_audience_ids AND OLD.foreign_audience_ids <@ NEW.foreign_audience_ids
          AND OLD.policy_version_ids <@ NEW.policy_version_ids) THEN
    RAISE EXCEPTION 'the inputs of an analysis cannot be taken back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER inputs_stay ON public.obj_analyses;
CREATE TRIGGER inputs_stay BEFORE UPDATE OF input_audience_ids, foreign_audience_ids, policy_version_ids
  ON public.obj_analyses FOR EACH ROW EXECUTE FUNCTION access.inputs_stay()
"""

FOLLOWS = (
    # A point that was computed from a governed spectrum is read by whom that is for, and by nobody else.
    """
CREATE FUNCTION access.follows_spectrum() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE pinned bigint;
BEGIN
  SELECT audience_id INTO pinned FROM public.spectra WHERE id = OLD.spectrum_id;
  pinned := coalesce(pinned, OLD.audience_id);
  IF NEW.audience_id <> pinned AND current_setting('role', true) = 'skyrelay_web' THEN
    RAISE EXCEPTION 'a point is read by whom its spectrum is for' USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW.audience_id := pinned;
  RETURN NEW;
END $$""",
    """
CREATE TRIGGER follows_spectrum BEFORE UPDATE OF audience_id ON public.photometry FOR EACH ROW
  WHEN (OLD.spectrum_id IS NOT NULL AND NEW.audience_id IS DISTINCT FROM OLD.audience_id)
  EXECUTE FUNCTION access.follows_spectrum()""",
    """
CREATE FUNCTION access.takes_points_along() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.photometry p
  SET audience_id = NEW.audience_id, policy_version_id = NEW.policy_version_id,
    policy_version_ids = coalesce(ARRAY[NEW.policy_version_id], p.policy_version_ids)
  WHERE p.spectrum_id = NEW.id;
  RETURN NULL;
END $$""",
    """
CREATE TRIGGER takes_points_along AFTER UPDATE OF audience_id, policy_version_id ON public.spectra FOR EACH ROW
  WHEN (OLD.audience_id IS DISTINCT FROM NEW.audience_id OR OLD.policy_version_id IS DISTINCT FROM NEW.policy_version_id)
  EXECUTE FUNCTION access.takes_points_along()""",
    "REVOKE EXECUTE ON FUNCTION access.follows_spectrum(), access.takes_points_along() FROM PUBLIC",
)


def upgrade() -> None:
    for table in NOTES:
        op.add_column(table, _version(table))
    none = sa.text("'{}'")
    op.add_column(
        "obj_analyses", sa.Column("policy_version_ids", ARRAY(sa.Integer()), server_default=none, nullable=False)
    )
    op.add_column("photometry", sa.Column("policy_version_ids", ARRAY(sa.Integer()), nullable=True))
    op.add_column("photometry", sa.Column("spectrum_id", sa.BigInteger(), nullable=True))
    op.execute(
        "CREATE INDEX ix_photometry_spectrum_id ON public.photometry (spectrum_id) WHERE spectrum_id IS NOT NULL"
    )
    for statement in FOLLOWS:
        op.execute(statement)
    op.execute(INPUTS_STAY)
    _details()
    _frames()
    # Whoever may have a facility asked again may have its frames collected again.
    allow(
        "attempts",
        "asked_again",
        "UPDATE",
        using="state = 'completed' AND EXISTS (SELECT FROM public.triggers t WHERE t.id = trigger_id"
        " AND t.holder_id IN (SELECT access.my_groups()))",
        check="state = 'completed' AND holder_id IN (SELECT access.my_groups())",
    )


def downgrade() -> None:
    raise RuntimeError("The terms of products are not taken back by a migration: restore the backup made before it.")


def _version(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("policy_versions.id", name=op.f(f"fk_{table}_policy_version_id"))
    return sa.Column("policy_version_id", sa.Integer(), key, nullable=True)


def _stamp(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), server_default=NOW, nullable=False)


def _held(table: str, *, empty: bool) -> list[sa.Column[int]]:
    """The columns of a held row; ``empty`` where the table has no rows yet."""
    places = {
        "audience_id": ("audiences", None),
        "holder_id": ("groups", "RESTRICT"),
        "owner_id": ("users", "RESTRICT"),
    }
    return [
        sa.Column(
            name,
            sa.BigInteger() if name == "audience_id" else sa.Integer(),
            sa.ForeignKey(f"{to}.id", name=op.f(f"fk_{table}_{name}"), ondelete=gone),
            nullable=not empty,
        )
        for name, (to, gone) in places.items()
    ]


def _index_held(table: str) -> None:
    for name in ("audience_id", "holder_id", "owner_id"):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def _details() -> None:
    apart: sa.Column[bool] = sa.Column("details_apart", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    op.add_column("followup_requests", apart)
    table = "followup_details"
    of_request = sa.ForeignKey("followup_requests.id", name=op.f(f"fk_{table}_followup_request_id"), ondelete="CASCADE")
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("followup_request_id", sa.Integer(), of_request, nullable=False),
        sa.Column("payload", JSONB(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        _version(table),
        _stamp("created_at"),
        _stamp("modified"),
        *_held(table, empty=True),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("followup_request_id", name=op.f(f"uq_{table}_followup_request_id")),
    )
    _index_held(table)
    close(table)
    # Nobody learns from its details that there is a request; who changes a request changes them.
    request = "EXISTS (SELECT FROM public.followup_requests r WHERE r.id = followup_request_id)"
    allow(table, "readable", "SELECT", using=f"({READS}) AND {request}")
    chief = "owner_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups())"
    allow(table, "changed", "UPDATE", using=chief, check="holder_id IN (SELECT access.my_groups())")
    open_to("skyrelay_followup", [table], WORKS)
    open_to("skyrelay_release", [table])


def _frames() -> None:
    table = "returned_frames"

    def refers(name: str, to: str, gone: str, kind: type[sa.Integer] = sa.Integer) -> sa.Column[int]:
        key = sa.ForeignKey(f"{to}.id", name=op.f(f"fk_{table}_{name}"), ondelete=gone)
        return sa.Column(name, kind(), key, nullable=True)

    obj = sa.ForeignKey("objs.id", name=op.f(f"fk_{table}_obj_id"), ondelete="RESTRICT")
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("obj_id", sa.Text(), obj, nullable=True),
        refers("followup_request_id", "followup_requests", "SET NULL"),
        refers("instrument_id", "instruments", "RESTRICT"),
        sa.Column("filename", sa.Text(), nullable=True),
        sa.Column("exposure", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), server_default=sa.text("'reduced'"), nullable=False),
        sa.Column("reduction_level", sa.Integer(), nullable=True),
        sa.Column("observed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("size", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        refers("supersedes_id", table, "SET NULL", sa.BigInteger),
        _version(table),
        _stamp("created_at"),
        _stamp("modified"),
        *_held(table, empty=False),
    )
    for column in columns:
        op.add_column(table, column)
    op.execute(FRAMES)
    for name in (
        "obj_id",
        "instrument_id",
        "filename",
        "exposure",
        "observed_at",
        "audience_id",
        "holder_id",
        "owner_id",
    ):
        op.alter_column(table, name, nullable=False)
    op.create_check_constraint("level", table, "level IN ('raw', 'reduced')")
    _index_held(table)
    for name in ("followup_request_id", "supersedes_id"):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])
    op.create_index("ix_returned_frames_obj_id_observed_at", table, ["obj_id", "observed_at"])
    count_for_objs(table)
    op.execute(
        "INSERT INTO public.obj_audience AS o (obj_id, audience_id, owner_id, n_rows)"
        " SELECT obj_id, audience_id, owner_id, count(*) FROM public.returned_frames GROUP BY 1, 2, 3"
        " ON CONFLICT (obj_id, audience_id, owner_id) DO UPDATE SET n_rows = o.n_rows + excluded.n_rows"
    )
    allow(table, "readable", "SELECT", using=READS)
    open_to("skyrelay_release", [table])
