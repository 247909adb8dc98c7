"""Retroactive changes of policies.

Revision ID: 0022
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from migrations.security import READS, callable_by, close, open_to

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
ADMIN, RELEASE = "skyrelay_admin", "skyrelay_release"
TIME = sa.DateTime(timezone=True)
CHANGES, REPLACED = "retroactive_changes", "version_replacements"


def upgrade() -> None:
    op.create_table(
        CHANGES,
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("from_version_ids", ARRAY(sa.Integer()), nullable=False),
        sa.Column("to_version_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("plan", JSONB(), nullable=False),
        sa.Column("n_rows", sa.BigInteger(), nullable=False),
        sa.Column("n_moved", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", TIME, server_default=sa.text("now()"), nullable=False),
        sa.Column("done_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_retroactive_changes"),
        _link(CHANGES, "policy_id", "policies.id", "RESTRICT"),
        _link(CHANGES, "holder_id", "groups.id", "RESTRICT"),
        _link(CHANGES, "to_version_id", "policy_versions.id"),
        _link(CHANGES, "by_id", "users.id", "SET NULL"),
    )
    op.create_index("ix_retroactive_changes_policy_id", CHANGES, ["policy_id"])
    op.create_index("ix_retroactive_changes_holder_id", CHANGES, ["holder_id"])
    op.create_index("ix_retroactive_changes_to_do", CHANGES, ["id"], postgresql_where=sa.text("done_at IS NULL"))
    op.create_table(
        REPLACED,
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("new_version_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "holder_id", name="pk_version_replacements"),
        _link(REPLACED, "version_id", "policy_versions.id"),
        _link(REPLACED, "holder_id", "groups.id", "CASCADE"),
        _link(REPLACED, "new_version_id", "policy_versions.id"),
    )
    op.create_index("ix_version_replacements_holder_id", REPLACED, ["holder_id"])
    close(CHANGES, REPLACED)
    sql = (SQL / "0022_retroactive.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    op.execute("REVOKE EXECUTE ON FUNCTION access.replaced_lets_nobody_in() FROM PUBLIC")
    services = ("skyrelay_web", "skyrelay_ingest", "skyrelay_followup", RELEASE, ADMIN)
    callable_by("is_replaced(int, int)", services)
    callable_by("retroactive_turn(int, bool)", (ADMIN, RELEASE))
    for function in (
        "next_to_move(int, bigint)",
        "rows_to_move(text, int[], int, bigint, text[], int)",
        "repoint(text, bigint[], bigint, bigint, int)",
        "move_obligations(int, int, int)",
    ):
        callable_by(function, (ADMIN, RELEASE))
    op.execute(f"GRANT EXECUTE ON FUNCTION access.combine_versions(int[], jsonb, text) TO {RELEASE}")
    open_to(RELEASE, [CHANGES], "SELECT, UPDATE")
    for role in ("skyrelay_ingest", "skyrelay_followup", RELEASE):
        open_to(role, [REPLACED], READS)


def _link(table: str, column: str, target: str, gone: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}", ondelete=gone)


def downgrade() -> None:
    raise RuntimeError(
        "What was changed retroactively is not undone by a migration: restore the backup made before it."
    )
