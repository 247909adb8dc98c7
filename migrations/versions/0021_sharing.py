"""Guests, approvals and sharing day by day.

Revision ID: 0021
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from migrations.security import WEB, allow, callable_by, close

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
PORTAL = (WEB, "skyrelay_admin")
RELEASE = ("skyrelay_release",)
TIME = sa.DateTime(timezone=True)
NOW = sa.text("now()")
CALLERS = {
    "clear_ended(int, int)": PORTAL,
    "sweep_guests(timestamptz)": RELEASE,
    "guests_to_tell(timestamptz)": RELEASE,
    "own_groups_of(int[])": PORTAL,
    "people_of_own_groups(int[])": PORTAL,
    "ways_in(bigint[], int)": PORTAL,
    "beyond_of(bigint)": PORTAL,
    "set_beyond(bigint, int[], int[])": PORTAL,
    "keep_beyond(bigint, bigint, int[], int[])": PORTAL,
    "adopt(bigint, bigint)": PORTAL,
    "is_approved(text, int)": PORTAL,
    "expire_share_requests(timestamptz)": RELEASE,
    "answerers_of(int)": PORTAL,
}


def upgrade() -> None:
    op.add_column("group_users", sa.Column("until", TIME, nullable=True))
    op.add_column("group_users", sa.Column("reminded_at", TIME, nullable=True))
    op.create_check_constraint("guests_administer_nothing", "group_users", "NOT (admin AND until IS NOT NULL)")
    op.create_index("ix_group_users_until", "group_users", ["until"], postgresql_where=sa.text("until IS NOT NULL"))
    for name in ("approves_out", "approves_in"):
        op.add_column("groups", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.execute(f"GRANT UPDATE (approves_out, approves_in) ON groups TO {WEB}")
    _share_requests()
    sql = (SQL / "0021_sharing.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    for function, roles in CALLERS.items():
        callable_by(function, roles)
    for function in ("request_stays()", "request_follows()", "sharing_approved()", "sibling(bigint, int[], int[])"):
        op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")


def downgrade() -> None:
    raise RuntimeError("Guests' end dates and approvals are not taken back: restore the backup made before it.")


def _share_requests() -> None:
    none = sa.text("'{}'")
    op.create_table(
        "share_requests",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("created_at", TIME, server_default=NOW, nullable=False),
        sa.Column("modified", TIME, server_default=NOW, nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("group_ids", ARRAY(sa.BigInteger()), server_default=none, nullable=False),
        sa.Column("stream_ids", ARRAY(sa.BigInteger()), server_default=none, nullable=False),
        sa.Column("rows", JSONB(), nullable=False),
        sa.Column("n_rows", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", TIME, nullable=True),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("outcome", JSONB(), nullable=True),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("direction IN ('out', 'in')", name=op.f("ck_share_requests_direction")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_share_requests_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["users.id"], name=op.f("fk_share_requests_asked_by_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["users.id"], name=op.f("fk_share_requests_answered_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["share_requests.id"], name=op.f("fk_share_requests_follows_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_requests")),
    )
    op.create_index("ix_share_requests_group_id", "share_requests", ["group_id", "state"])
    op.create_index("ix_share_requests_asked_by_id", "share_requests", ["asked_by_id", "state"])
    op.create_index(
        "ix_share_requests_pending", "share_requests", ["expires_at"], postgresql_where=sa.text("state = 'pending'")
    )
    close("share_requests")
    mine, answers = "asked_by_id = (SELECT access.me())", "group_id IN (SELECT access.my_admin_groups())"
    allow("share_requests", "readable", "SELECT", using=f"{mine} OR {answers}")
    allow("share_requests", "made", "INSERT", check=f"{mine} AND state = 'pending'")
    allow("share_requests", "changed", "UPDATE", using=f"{mine} OR {answers}", check=f"{mine} OR {answers}")
