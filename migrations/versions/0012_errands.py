"""Errands to the outside, analyses, public pages.

Revision ID: 0012
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.security import allow, close, hold, open_to

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

NOW = sa.text("now()")
ROLE = "skyrelay_errands"
SQL = Path(__file__).parents[1] / "sql"
YES, NO, NONE = sa.text("true"), sa.text("false"), sa.text("'{}'")


def upgrade() -> None:
    _role()
    _errands()
    _services()
    _analyses()
    _pages()
    close("analysis_secrets", "obj_analyses")
    hold("analysis_services", "default_analyses", "public_releases", "public_source_pages")
    sql = (SQL / "0012_errands.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    open_to(ROLE, ["analysis_services", "analysis_secrets"], "SELECT")


def downgrade() -> None:
    raise RuntimeError("What was analysed and published is not thrown away: restore the backup made before this.")


def _role() -> None:
    # The role stays at a downgrade: other installations on the server may have it too.
    op.execute(
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN "
        f"CREATE ROLE {ROLE} NOLOGIN; END IF; END $$"
    )
    op.execute(f"GRANT USAGE ON SCHEMA access, public TO {ROLE}")


def _stamps() -> list[sa.Column[Any]]:
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


def _held(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        *_stamps(),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f(f"fk_{table}_audience_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f(f"fk_{table}_holder_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f(f"fk_{table}_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _index_held(table: str) -> None:
    for name in ("audience_id", "holder_id", "owner_id"):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def _id(kind: type[sa.Integer] = sa.Integer) -> sa.Column[Any]:
    return sa.Column("id", kind(), sa.Identity(always=False), nullable=False)


def _texts(*names: str, needed: bool) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=not needed) for name in names]


def _flags(default: sa.TextClause, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean(), server_default=default, nullable=False) for name in names]


def _documents(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, postgresql.JSONB(), server_default=NONE, nullable=False) for name in names]


def _refers(table: str, column: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _services() -> None:
    op.create_table(
        "analysis_services",
        _id(),
        *_texts("name", "url", "authentication_type", "analysis_type", needed=True),
        *_texts("display_name", "description", "version", "contact_name", "contact_email", needed=False),
        *_documents("optional_analysis_parameters"),
        *_flags(YES, "enabled", "display_on_resource_dropdown"),
        *_flags(NO, "upload_only", "is_summary"),
        sa.Column("input_data_types", postgresql.ARRAY(sa.Text()), server_default=NONE, nullable=False),
        sa.Column("timeout", sa.Double(), server_default=sa.text("3600"), nullable=False),
        *_held("analysis_services"),
        sa.UniqueConstraint("name", "holder_id", name=op.f("uq_analysis_services_name_holder_id")),
    )
    _index_held("analysis_services")
    op.create_table(
        "analysis_secrets",
        sa.Column("service_id", sa.Integer(), nullable=False),
        *_texts("authinfo", needed=True),
        _refers("analysis_secrets", "service_id", "analysis_services.id", "CASCADE"),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_analysis_secrets")),
    )


def _analyses() -> None:
    op.create_table(
        "default_analyses",
        _id(),
        sa.Column("analysis_service_id", sa.Integer(), nullable=False),
        *_flags(NO, "show_parameters", "show_plots", "show_corner"),
        *_documents("default_analysis_parameters", "source_filter"),
        sa.Column("daily_limit", sa.Integer(), server_default=sa.text("10"), nullable=False),
        *_held("default_analyses"),
        _refers("default_analyses", "analysis_service_id", "analysis_services.id", "CASCADE"),
    )
    _index_held("default_analyses")
    op.create_index(op.f("ix_default_analyses_analysis_service_id"), "default_analyses", ["analysis_service_id"])
    many = postgresql.ARRAY(sa.BigInteger())
    op.create_table(
        "obj_analyses",
        _id(sa.BigInteger),
        *_texts("obj_id", needed=True),
        sa.Column("analysis_service_id", sa.Integer(), nullable=False),
        sa.Column("default_analysis_id", sa.Integer(), nullable=True),
        sa.Column("input_audience_ids", many, server_default=NONE, nullable=False),
        sa.Column("foreign_audience_ids", many, server_default=NONE, nullable=False),
        *_flags(NO, "show_parameters", "show_plots", "show_corner"),
        *_documents("analysis_parameters", "input_filters"),
        sa.Column("token_sha256", sa.LargeBinary(), nullable=True),
        sa.Column("invalid_after", sa.DateTime(timezone=True), nullable=True),
        *_texts("handled_by_url", "status_message", "hash", needed=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'queued'"), nullable=False),
        sa.Column("duration", sa.Double(), nullable=True),
        sa.Column("last_activity", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("result", sa.LargeBinary(), nullable=True),
        sa.Column("num_plots", sa.Integer(), server_default=sa.text("0"), nullable=False),
        *_held("obj_analyses"),
        _refers("obj_analyses", "obj_id", "objs.id", "CASCADE"),
        _refers("obj_analyses", "analysis_service_id", "analysis_services.id", "CASCADE"),
        _refers("obj_analyses", "default_analysis_id", "default_analyses.id", "SET NULL"),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_obj_analyses_token_sha256")),
    )
    _index_held("obj_analyses")
    for name in ("obj_id", "analysis_service_id"):
        op.create_index(op.f(f"ix_obj_analyses_{name}"), "obj_analyses", [name])
    op.create_index("uq_obj_analyses_default", "obj_analyses", ["default_analysis_id", "obj_id"], unique=True)


def _pages() -> None:
    op.create_table(
        "public_releases",
        _id(),
        *_texts("name", "link_name", needed=True),
        sa.Column("description", sa.Text(), server_default=sa.text("''"), nullable=False),
        *_documents("options"),
        *_flags(YES, "is_visible"),
        *_flags(NO, "auto_publish_enabled"),
        *_held("public_releases"),
        sa.UniqueConstraint("link_name", name=op.f("uq_public_releases_link_name")),
    )
    _index_held("public_releases")
    op.create_table(
        "public_source_pages",
        _id(),
        *_texts("source_id", "hash", needed=True),
        sa.Column("release_id", sa.Integer(), nullable=True),
        *_documents("options"),
        sa.Column("html", sa.LargeBinary(), nullable=False),
        *_flags(YES, "is_visible"),
        *_flags(NO, "is_auto_published"),
        *_held("public_source_pages"),
        _refers("public_source_pages", "source_id", "objs.id", "CASCADE"),
        _refers("public_source_pages", "release_id", "public_releases.id", "RESTRICT"),
    )
    _index_held("public_source_pages")
    op.create_index(op.f("ix_public_source_pages_release_id"), "public_source_pages", ["release_id"])
    place = ["source_id", "created_at"]
    op.create_index("ix_public_source_pages_source_id_created_at", "public_source_pages", place)
    unique = ["source_id", "hash", "holder_id"]
    op.create_index("uq_public_source_pages_hash", "public_source_pages", unique, unique=True)
