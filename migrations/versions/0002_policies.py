"""Embargoes by stream and by what was asked for, combined policy versions, answers to obligations.

Revision ID: 0002
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
EMBARGO = "uq_audiences_embargo"


def upgrade() -> None:
    op.add_column("audiences", sa.Column("stream_id", sa.Integer(), nullable=True))
    op.create_foreign_key(
        op.f("fk_audiences_stream_id"), "audiences", "streams", ["stream_id"], ["id"], ondelete="CASCADE"
    )
    op.add_column("audiences", sa.Column("asked", postgresql.ARRAY(sa.Integer()), nullable=True))
    op.drop_constraint("uq_audiences_policy_version_id_holder_id_night", "audiences")
    op.execute(
        f"CREATE UNIQUE INDEX {EMBARGO} ON audiences (policy_version_id, holder_id, night, stream_id, asked)"
        " NULLS NOT DISTINCT WHERE policy_version_id IS NOT NULL"
    )
    op.add_column("policy_versions", sa.Column("parts", postgresql.ARRAY(sa.Integer()), nullable=True))
    op.create_unique_constraint(op.f("uq_policy_versions_parts"), "policy_versions", ["parts"])
    for name in ("policy_id", "version", "created_by_id"):
        op.alter_column("policy_versions", name, nullable=True)
    op.create_check_constraint(
        "origin", "policy_versions", "num_nonnulls(policy_id, parts) = 1 AND num_nulls(policy_id, version) <> 1"
    )
    op.add_column("obligations", sa.Column("reason", sa.Text(), nullable=True))
    op.add_column("obligations", sa.Column("changed_by_id", sa.Integer(), nullable=True))
    op.create_foreign_key(op.f("fk_obligations_changed_by_id"), "obligations", "users", ["changed_by_id"], ["id"])
    sql = (SQL / "0002_policies.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))


def downgrade() -> None:
    raise RuntimeError("The terms of policies are not taken back by a migration: restore the backup made before it.")
