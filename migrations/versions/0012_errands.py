"""Errands to the outside, analyses, public pages.

Revision ID: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.security import allow, close, open_to

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

NOW = sa.text("now()")
ROLE = "skyrelay_errands"


def upgrade() -> None:
    _role()
    _errands()


def downgrade() -> None:
    op.drop_table("errands")
    op.execute("DROP FUNCTION access.errands_wake()")


def _role() -> None:
    # The role stays at a downgrade: other installations on the server may have it too.
    op.execute(
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN "
        f"CREATE ROLE {ROLE} NOLOGIN; END IF; END $$"
    )
    op.execute(f"GRANT USAGE ON SCHEMA access, public TO {ROLE}")


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
    ]


def _errands() -> None:
    op.create_table(
        "errands",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("payload", postgresql.JSONB(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("holder_id", sa.Integer(), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'waiting'"), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        *_stamps(),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_errands_audience_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_errands_holder_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_errands_owner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errands")),
        sa.UniqueConstraint("owner_id", "kind", "key", name=op.f("uq_errands_owner_id_kind_key")),
    )
    open_ones = sa.text("state IN ('waiting', 'running')")
    op.create_index("ix_errands_due_at", "errands", ["due_at"], postgresql_where=open_ones)
    ended = sa.text("finished_at IS NOT NULL")
    op.create_index("ix_errands_finished_at", "errands", ["finished_at"], postgresql_where=ended)
    ownerless = sa.text("owner_id IS NULL")
    op.create_index("uq_errands_kind_key", "errands", ["kind", "key"], unique=True, postgresql_where=ownerless)
    for name in ("audience_id", "holder_id"):
        op.create_index(op.f(f"ix_errands_{name}"), "errands", [name])
    close("errands")
    mine = "owner_id = (SELECT access.me())"
    allow("errands", "readable", "SELECT", using=f"{mine} OR audience_id IN (SELECT access.my_audiences())")
    allow("errands", "wished", "INSERT", check=mine)
    allow("errands", "taken_back", "UPDATE", using=f"{mine} AND state = 'waiting'", check=f"{mine} AND state <> 'done'")
    open_to(ROLE, ["errands"], "SELECT, INSERT, UPDATE, DELETE")
    open_to(ROLE, ["users", "groups"], "SELECT")
    open_to(ROLE, ["history", "outbox"], "INSERT")
    for role in ("skyrelay_release", "skyrelay_followup", "skyrelay_ingest"):
        open_to(role, ["errands"], "SELECT, INSERT")
    op.execute(
        "CREATE FUNCTION access.errands_wake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM pg_notify('skyrelay_errands', ''); RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER errands_wake AFTER INSERT ON public.errands "
        "FOR EACH STATEMENT EXECUTE FUNCTION access.errands_wake()"
    )
