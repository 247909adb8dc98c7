"""Obligations from every product, with shares, stages and answers in time.

Revision ID: 0018
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from migrations.owed import AT_0018, count_products
from migrations.security import WEB, callable_by

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
ADMIN, RELEASE = "skyrelay_admin", "skyrelay_release"
# Its name is too long, and was cut short.
DROP_UNIQUE = """DO $$ DECLARE name text; BEGIN
SELECT conname INTO STRICT name FROM pg_constraint WHERE conrelid = 'public.obligations'::regclass AND contype = 'u';
EXECUTE format('ALTER TABLE public.obligations DROP CONSTRAINT %I', name);
END $$"""
KEY = ["publication_id", "creditor_id", "policy_version_id", "kind", "stage_limit"]


def upgrade() -> None:
    empty = sa.text("'{}'")
    for column in (
        sa.Column("stage_limit", sa.Text(), nullable=True),
        sa.Column("terms", JSONB(), nullable=False, server_default=empty),
        sa.Column("evidence", JSONB(), nullable=False, server_default=empty),
        sa.Column("share", sa.Float(), nullable=False, server_default=sa.text("0")),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("asks_more", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("overdue_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late", sa.Text(), nullable=True),
    ):
        op.add_column("obligations", column)
    # Until the release service has gone by, what was counted is what there was.
    op.execute("UPDATE obligations SET evidence = jsonb_build_object('photometry', n_rows) WHERE n_rows > 0")
    op.get_bind().exec_driver_sql(DROP_UNIQUE.replace("%", "%%"))
    op.create_unique_constraint("uq_obligations_one", "obligations", KEY, postgresql_nulls_not_distinct=True)
    op.create_check_constraint("staged", "obligations", "(kind = 'stage') = (stage_limit IS NOT NULL)")
    op.execute("CREATE INDEX ix_obligations_due_at ON obligations (due_at) WHERE due_at IS NOT NULL")
    count_products(AT_0018, anew=False)
    sql = (SQL / "0018_obligations.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    callable_by("kept_obligations(int)", (WEB, ADMIN, RELEASE))
    callable_by("blocking(int)", (WEB, ADMIN))
    callable_by("obligation_side(text, text, text, bool)", (WEB, ADMIN))
    callable_by("is_discharged(public.obligations)", (WEB, ADMIN, RELEASE))
    callable_by("places_owed(int[])", (WEB, ADMIN))
    callable_by("without_admin(int[])", (WEB, ADMIN))
    op.execute("REVOKE EXECUTE ON FUNCTION access.obligation_moves() FROM PUBLIC")


def downgrade() -> None:
    raise RuntimeError("What is owed is not thrown away: restore the backup made before this.")
