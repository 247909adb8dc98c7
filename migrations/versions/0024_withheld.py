"""What is withheld may be known to exist; what a deleted group was to see; the embargoes of an upload in one call.

Revision ID: 0024
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from migrations.security import WEB, callable_by

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
SERVICES = (WEB, "skyrelay_admin", "skyrelay_ingest", "skyrelay_followup", "skyrelay_release")


def upgrade() -> None:
    op.add_column("audiences", sa.Column("existence", sa.Text(), nullable=True))
    op.create_check_constraint("existence", "audiences", "existence IN ('known', 'secret')")
    sql = (SQL / "0024_withheld.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    callable_by("open_embargoes(int, int, jsonb)", SERVICES)
    callable_by("withheld(text)", (WEB, "skyrelay_admin"))
    callable_by("groups_gone(int[])", (WEB, "skyrelay_admin"))
    for function in ("existence_of_sibling()", "group_goes()"):
        op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")
    op.execute("GRANT UPDATE (existence) ON audiences TO skyrelay_release")


def downgrade() -> None:
    raise RuntimeError("What may be known of withheld data is not taken back by a migration: restore the backup.")
