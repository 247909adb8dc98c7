"""Terms by product, level, instrument and class; clocks that start by events.

Revision ID: 0017
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from migrations.security import WEB, callable_by

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
EMBARGO = "uq_audiences_embargo"
SERVICES = (WEB, "skyrelay_admin", "skyrelay_ingest", "skyrelay_followup", "skyrelay_release")


def upgrade() -> None:
    op.add_column("audiences", sa.Column("terms_key", sa.Text(), nullable=True))
    op.add_column("audiences", sa.Column("obj_id", sa.Text(), nullable=True))
    op.add_column("audiences", sa.Column("arrived", sa.Date(), nullable=True))
    op.add_column("audiences", sa.Column("subject", JSONB(), nullable=True))
    op.add_column("audiences", sa.Column("stale", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.drop_index(EMBARGO, "audiences")
    op.execute(
        f"CREATE UNIQUE INDEX {EMBARGO} ON audiences (policy_version_id, holder_id, night, stream_id, asked, terms_key,"
        " obj_id, arrived) NULLS NOT DISTINCT WHERE policy_version_id IS NOT NULL"
    )
    op.execute("CREATE INDEX ix_audiences_obj_id ON audiences (obj_id, holder_id) WHERE obj_id IS NOT NULL")
    op.execute("CREATE INDEX ix_audiences_stale ON audiences (id) WHERE stale")
    op.alter_column("releases", "due_at", nullable=True)
    op.add_column("releases", sa.Column("awaits", JSONB(), nullable=True))
    op.create_check_constraint("someday", "releases", "due_at IS NOT NULL OR awaits IS NOT NULL")
    op.execute("CREATE INDEX ix_releases_awaits ON releases (audience_id) WHERE done_at IS NULL AND awaits IS NOT NULL")
    op.add_column("publications", sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE publications SET accepted_at = modified WHERE stage IN ('accepted', 'published')")
    sql = (SQL / "0017_terms.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    callable_by("open_embargo(int, int, date, int, int[], jsonb, int[], jsonb)", SERVICES)
    callable_by("clock_facts(int, text, int[])", SERVICES)
    callable_by("reschedule(bigint, jsonb)", ("skyrelay_admin", "skyrelay_release"))
    for function in ("classes_moved()", "paper_accepted()"):
        op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")
    op.execute("GRANT UPDATE (stale) ON audiences TO skyrelay_release")


def downgrade() -> None:
    raise RuntimeError("The terms of policies are not taken back by a migration: restore the backup made before it.")
