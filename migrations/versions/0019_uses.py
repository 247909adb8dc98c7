"""Who took what under terms.

Revision ID: 0019
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from migrations.security import WEB, callable_by, close

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
ADMIN = "skyrelay_admin"
NOW = sa.text("now()")


def upgrade() -> None:
    _takings()
    op.create_table(
        "terms_shown",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("policy_version_id", sa.Integer(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "policy_version_id", name="pk_terms_shown"),
        _link("terms_shown", "user_id", "users.id", "CASCADE"),
        _link("terms_shown", "policy_version_id", "policy_versions.id"),
    )
    op.create_index("ix_terms_shown_policy_version_id", "terms_shown", ["policy_version_id"])
    close("data_takings", "terms_shown")
    sql = (SQL / "0019_uses.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    for function in ("count_taking(jsonb, text, text, int)", "tell_taking(jsonb, text)"):
        op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")
    callable_by("take(jsonb, text, text)", (WEB, ADMIN))
    callable_by("show_terms(int[])", (WEB, ADMIN))


def _takings() -> None:
    op.create_table(
        "data_takings",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("token_id", sa.Text(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("policy_version_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("part", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_rows", sa.BigInteger(), nullable=False),
        sa.Column("n_times", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("terms_shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("notified", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_data_takings"),
        sa.UniqueConstraint(
            "user_id", "day", "obj_id", "holder_id", "policy_version_id", "product", "way", "part",
            name="uq_data_takings_one",
        ),
        _link("data_takings", "user_id", "users.id", "SET NULL"),
        _link("data_takings", "token_id", "tokens.id", "SET NULL"),
        _link("data_takings", "holder_id", "groups.id", "CASCADE"),
        _link("data_takings", "policy_version_id", "policy_versions.id"),
    )  # fmt: skip
    for columns in (("holder_id", "last_at"), ("user_id", "last_at"), ("token_id",), ("policy_version_id",)):
        op.create_index(f"ix_data_takings_{'_'.join(columns)}", "data_takings", list(columns))


def _link(table: str, column: str, target: str, gone: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}", ondelete=gone)


def downgrade() -> None:
    raise RuntimeError("Who took what is not forgotten by a migration: restore the backup made before it.")
