"""The first schema: tables, row security, roles.

Revision ID: 0001
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SECURITY = Path(__file__).parents[1] / "sql" / "0001_security.sql"


def upgrade() -> None:
    op.create_table(
        "acls", sa.Column("id", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f("pk_acls"))
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("nickname", sa.Text(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("private", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("auto_accept_requests", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("single_user_group", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("sitewide", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sa.UniqueConstraint("name", name=op.f("uq_groups_name")),
    )
    op.create_table(
        "roles", sa.Column("id", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f("pk_roles"))
    )
    op.create_table(
        "stream_offsets",
        sa.Column("consumer", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("next_offset", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("consumer", "topic", "partition", name=op.f("pk_stream_offsets")),
    )
    op.create_table(
        "streams",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("altdata", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("auto_join", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("survey", sa.Text(), nullable=True),
        sa.Column("alert_tense", sa.Text(), server_default=sa.text("'current'"), nullable=False),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_streams")),
        sa.UniqueConstraint("name", name=op.f("uq_streams_name")),
    )
    op.create_table(
        "telescopes",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("nickname", sa.Text(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("elevation", sa.Double(), nullable=True),
        sa.Column("diameter", sa.Double(), nullable=False),
        sa.Column("skycam_link", sa.Text(), nullable=True),
        sa.Column("weather_link", sa.Text(), nullable=True),
        sa.Column("robotic", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("fixed_location", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telescopes")),
        sa.UniqueConstraint("name", name=op.f("uq_telescopes_name")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=True),
        sa.Column("last_name", sa.Text(), nullable=True),
        sa.Column("contact_email", sa.Text(), nullable=True),
        sa.Column("contact_phone", sa.Text(), nullable=True),
        sa.Column("affiliations", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("bio", sa.Text(), nullable=True),
        sa.Column("is_bot", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("expiration_date", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "preferences", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("username", name=op.f("uq_users_username")),
    )
    op.create_table(
        "admin_accesses",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_admin_accesses_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_admin_accesses")),
    )
    op.create_table(
        "filters",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.Column("expression", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("autosave", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("altdata", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_filters_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["stream_id"], ["streams.id"], name=op.f("fk_filters_stream_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filters")),
    )
    op.create_index(op.f("ix_filters_group_id"), "filters", ["group_id"], unique=False)
    op.create_index(op.f("ix_filters_stream_id"), "filters", ["stream_id"], unique=False)
    op.create_table(
        "group_streams",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_streams_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["streams.id"], name=op.f("fk_group_streams_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "stream_id", name=op.f("pk_group_streams")),
    )
    op.create_table(
        "group_users",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("admin", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("can_save", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("can_share_photometry", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_group_users_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_group_users_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_users")),
    )
    op.create_index(op.f("ix_group_users_group_id"), "group_users", ["group_id"], unique=False)
    op.create_index(op.f("ix_group_users_user_id"), "group_users", ["user_id"], unique=False)
    op.create_table(
        "history",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("holder_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_history_holder_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_history_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_at"), "history", ["at"], unique=False)
    op.create_index("ix_history_holder_id_at", "history", ["holder_id", "at"], unique=False)
    op.create_index("ix_history_kind_row_id", "history", ["kind", "row_id"], unique=False)
    op.create_index(op.f("ix_history_user_id"), "history", ["user_id"], unique=False)
    op.create_table(
        "ingest_runs",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("stream_id", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("n_read", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_decoded", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_passed", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_saved", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_duplicates", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_quarantined", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["streams.id"], name=op.f("fk_ingest_runs_stream_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingest_runs")),
    )
    op.create_table(
        "instruments",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("band", sa.Text(), nullable=True),
        sa.Column("telescope_id", sa.Integer(), nullable=False),
        sa.Column("filters", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("sensitivity_data", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("configuration_data", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("api_classname", sa.Text(), nullable=True),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["telescope_id"], ["telescopes.id"], name=op.f("fk_instruments_telescope_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruments")),
        sa.UniqueConstraint("name", name=op.f("uq_instruments_name")),
    )
    op.create_index(op.f("ix_instruments_telescope_id"), "instruments", ["telescope_id"], unique=False)
    op.create_table(
        "login_links",
        sa.Column("secret_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_login_links_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("secret_sha256", name=op.f("pk_login_links")),
    )
    op.create_table(
        "objs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ra", sa.Double(), nullable=False),
        sa.Column("dec", sa.Double(), nullable=False),
        sa.Column("healpix", sa.BigInteger(), nullable=False),
        sa.Column("ra_dis", sa.Double(), nullable=True),
        sa.Column("dec_dis", sa.Double(), nullable=True),
        sa.Column("ra_err", sa.Double(), nullable=True),
        sa.Column("dec_err", sa.Double(), nullable=True),
        sa.Column("offset", sa.Double(), nullable=True),
        sa.Column("t0", sa.Double(), nullable=True),
        sa.Column("redshift", sa.Double(), nullable=True),
        sa.Column("redshift_error", sa.Double(), nullable=True),
        sa.Column("redshift_origin", sa.Text(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("altdata", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("dist_nearest_source", sa.Double(), nullable=True),
        sa.Column("mag_nearest_source", sa.Double(), nullable=True),
        sa.Column("e_mag_nearest_source", sa.Double(), nullable=True),
        sa.Column("transient", sa.Boolean(), nullable=True),
        sa.Column("varstar", sa.Boolean(), nullable=True),
        sa.Column("is_roid", sa.Boolean(), nullable=True),
        sa.Column("mpc_name", sa.Text(), nullable=True),
        sa.Column("tns_name", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("alias", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name=op.f("fk_objs_created_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objs")),
    )
    op.create_index(op.f("ix_objs_healpix"), "objs", ["healpix"], unique=False)
    op.create_table(
        "passwords",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("argon2", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_passwords_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_passwords")),
    )
    op.create_table(
        "policies",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_policies_holder_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_policies_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policies")),
        sa.UniqueConstraint("holder_id", "name", name=op.f("uq_policies_holder_id_name")),
    )
    op.create_index(op.f("ix_policies_holder_id"), "policies", ["holder_id"], unique=False)
    op.create_table(
        "role_acls",
        sa.Column("role_id", sa.Text(), nullable=False),
        sa.Column("acl_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["acl_id"], ["acls.id"], name=op.f("fk_role_acls_acl_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name=op.f("fk_role_acls_role_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("role_id", "acl_id", name=op.f("pk_role_acls")),
    )
    op.create_table(
        "stream_users",
        sa.Column("stream_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["streams.id"], name=op.f("fk_stream_users_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_stream_users_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("stream_id", "user_id", name=op.f("pk_stream_users")),
    )
    op.create_index(op.f("ix_stream_users_user_id"), "stream_users", ["user_id"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("secret_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("acls", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_tokens_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tokens")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_tokens_secret_sha256")),
    )
    op.create_index(op.f("ix_tokens_user_id"), "tokens", ["user_id"], unique=False)
    op.create_table(
        "user_acls",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("acl_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["acl_id"], ["acls.id"], name=op.f("fk_user_acls_acl_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_acls_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "acl_id", name=op.f("pk_user_acls")),
    )
    op.create_table(
        "user_roles",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name=op.f("fk_user_roles_role_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_roles_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "role_id", name=op.f("pk_user_roles")),
    )
    op.create_table(
        "web_sessions",
        sa.Column("secret_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_web_sessions_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("secret_sha256", name=op.f("pk_web_sessions")),
    )
    op.create_index(op.f("ix_web_sessions_user_id"), "web_sessions", ["user_id"], unique=False)
    op.create_table(
        "allocations",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("pi", sa.Text(), nullable=True),
        sa.Column("proposal_id", sa.Text(), nullable=True),
        sa.Column("hours_allocated", sa.Double(), nullable=False),
        sa.Column("validity_ranges", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column(
            "default_share_group_ids",
            postgresql.ARRAY(sa.BigInteger()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("types", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{triggered}'"), nullable=False),
        sa.Column("facility", sa.Text(), nullable=True),
        sa.Column(
            "facility_config",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_allocations_group_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_allocations_instrument_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocations")),
    )
    op.create_index(op.f("ix_allocations_group_id"), "allocations", ["group_id"], unique=False)
    op.create_index(op.f("ix_allocations_instrument_id"), "allocations", ["instrument_id"], unique=False)
    op.create_table(
        "policy_versions",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["users.id"], name=op.f("fk_policy_versions_created_by_id")),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_versions_policy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_versions")),
        sa.UniqueConstraint("policy_id", "version", name=op.f("uq_policy_versions_policy_id_version")),
    )
    op.create_table(
        "quarantined_packets",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("quarantined_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("replayed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"], ["ingest_runs.id"], name=op.f("fk_quarantined_packets_run_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantined_packets")),
        sa.UniqueConstraint("blob", "source", "position", name=op.f("uq_quarantined_packets_blob_source_position")),
    )
    op.create_index(op.f("ix_quarantined_packets_run_id"), "quarantined_packets", ["run_id"], unique=False)
    op.create_table(
        "seen_alerts",
        sa.Column("survey", sa.Text(), nullable=False),
        sa.Column("alert_id", sa.BigInteger(), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column(
            "passed_filter_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("seen_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["ingest_runs.id"], name=op.f("fk_seen_alerts_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("survey", "alert_id", name=op.f("pk_seen_alerts")),
    )
    op.create_index("ix_seen_alerts_obj_id", "seen_alerts", ["obj_id"], unique=False)
    op.create_index(op.f("ix_seen_alerts_run_id"), "seen_alerts", ["run_id"], unique=False)
    op.create_table(
        "allocation_secrets",
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("ciphertext", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["allocation_id"],
            ["allocations.id"],
            name=op.f("fk_allocation_secrets_allocation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("allocation_id", name=op.f("pk_allocation_secrets")),
    )
    op.create_table(
        "audiences",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("policy_version_id", sa.Integer(), nullable=True),
        sa.Column("holder_id", sa.Integer(), nullable=True),
        sa.Column("night", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_audiences_holder_id")),
        sa.ForeignKeyConstraint(
            ["policy_version_id"], ["policy_versions.id"], name=op.f("fk_audiences_policy_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audiences")),
        sa.UniqueConstraint("digest", name=op.f("uq_audiences_digest")),
        sa.UniqueConstraint(
            "policy_version_id", "holder_id", "night", name=op.f("uq_audiences_policy_version_id_holder_id_night")
        ),
    )
    op.create_table(
        "facility_states",
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=True),
        sa.Column("is_night", sa.Boolean(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["allocation_id"], ["allocations.id"], name=op.f("fk_facility_states_allocation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("allocation_id", name=op.f("pk_facility_states")),
    )
    op.create_table(
        "policy_attachments",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("allocation_id", sa.Integer(), nullable=True),
        sa.Column("instrument_id", sa.Integer(), nullable=True),
        sa.Column("stream_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(allocation_id, instrument_id, stream_id, group_id) = 1",
            name=op.f("ck_policy_attachments_one"),
        ),
        sa.ForeignKeyConstraint(
            ["allocation_id"],
            ["allocations.id"],
            name=op.f("fk_policy_attachments_allocation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_policy_attachments_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"],
            ["instruments.id"],
            name=op.f("fk_policy_attachments_instrument_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policies.id"], name=op.f("fk_policy_attachments_policy_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["streams.id"], name=op.f("fk_policy_attachments_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_attachments")),
        sa.UniqueConstraint(
            "policy_id",
            "allocation_id",
            "instrument_id",
            "stream_id",
            "group_id",
            name=op.f("uq_policy_attachments_policy_id_allocation_id_instrument_id_stream_id_group_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_policy_attachments_policy_id"), "policy_attachments", ["policy_id"], unique=False)
    op.create_table(
        "annotations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_annotations_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_annotations_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_annotations_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_annotations_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotations")),
        sa.UniqueConstraint("obj_id", "origin", "holder_id", name=op.f("uq_annotations_obj_id_origin_holder_id")),
    )
    op.create_index(op.f("ix_annotations_audience_id"), "annotations", ["audience_id"], unique=False)
    op.create_index(op.f("ix_annotations_holder_id"), "annotations", ["holder_id"], unique=False)
    op.create_index(op.f("ix_annotations_obj_id"), "annotations", ["obj_id"], unique=False)
    op.create_index(op.f("ix_annotations_owner_id"), "annotations", ["owner_id"], unique=False)
    op.create_table(
        "audience_grants",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("stream_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("group_id IS NOT NULL OR stream_id IS NOT NULL", name=op.f("ck_audience_grants_someone")),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audiences.id"], name=op.f("fk_audience_grants_audience_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_audience_grants_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["streams.id"], name=op.f("fk_audience_grants_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audience_grants")),
        sa.UniqueConstraint(
            "audience_id",
            "group_id",
            "stream_id",
            name=op.f("uq_audience_grants_audience_id_group_id_stream_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_audience_grants_group_id"), "audience_grants", ["group_id"], unique=False)
    op.create_index(op.f("ix_audience_grants_stream_id"), "audience_grants", ["stream_id"], unique=False)
    op.create_table(
        "candidates",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("filter_id", sa.Integer(), nullable=False),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("passing_alert_id", sa.BigInteger(), nullable=True),
        sa.Column("filter_step", sa.Text(), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_candidates_audience_id")),
        sa.ForeignKeyConstraint(
            ["filter_id"], ["filters.id"], name=op.f("fk_candidates_filter_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_candidates_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_candidates_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_candidates_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint(
            "filter_id",
            "obj_id",
            "passing_alert_id",
            name=op.f("uq_candidates_filter_id_obj_id_passing_alert_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_candidates_audience_id"), "candidates", ["audience_id"], unique=False)
    op.create_index(op.f("ix_candidates_holder_id"), "candidates", ["holder_id"], unique=False)
    op.create_index("ix_candidates_obj_id_passed_at", "candidates", ["obj_id", "passed_at"], unique=False)
    op.create_index(op.f("ix_candidates_owner_id"), "candidates", ["owner_id"], unique=False)
    op.create_index("ix_candidates_passed_at", "candidates", ["passed_at"], unique=False)
    op.create_table(
        "comments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("bot", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("attachment_name", sa.Text(), nullable=True),
        sa.Column("attachment_blob", sa.Text(), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_comments_audience_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_comments_holder_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_comments_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_comments_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
    )
    op.create_index(op.f("ix_comments_audience_id"), "comments", ["audience_id"], unique=False)
    op.create_index(op.f("ix_comments_holder_id"), "comments", ["holder_id"], unique=False)
    op.create_index("ix_comments_obj_id_created_at", "comments", ["obj_id", "created_at"], unique=False)
    op.create_index(op.f("ix_comments_owner_id"), "comments", ["owner_id"], unique=False)
    op.create_table(
        "followup_requests",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column(
            "target_group_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("policy_version_id", sa.Integer(), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["allocation_id"],
            ["allocations.id"],
            name=op.f("fk_followup_requests_allocation_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_followup_requests_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_followup_requests_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_followup_requests_obj_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_followup_requests_owner_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["policy_version_id"], ["policy_versions.id"], name=op.f("fk_followup_requests_policy_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followup_requests")),
    )
    op.create_index(op.f("ix_followup_requests_allocation_id"), "followup_requests", ["allocation_id"], unique=False)
    op.create_index(op.f("ix_followup_requests_audience_id"), "followup_requests", ["audience_id"], unique=False)
    op.create_index(op.f("ix_followup_requests_holder_id"), "followup_requests", ["holder_id"], unique=False)
    op.create_index(op.f("ix_followup_requests_obj_id"), "followup_requests", ["obj_id"], unique=False)
    op.create_index(op.f("ix_followup_requests_owner_id"), "followup_requests", ["owner_id"], unique=False)
    op.create_table(
        "obj_audience",
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("n_rows", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_photometry", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("n_detections", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("first_detected_mjd", sa.Double(), nullable=True),
        sa.Column("last_detected_mjd", sa.Double(), nullable=True),
        sa.Column("latest_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audiences.id"], name=op.f("fk_obj_audience_audience_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_obj_audience_obj_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("obj_id", "audience_id", name=op.f("pk_obj_audience")),
    )
    op.create_index("ix_obj_audience_audience_id_latest_at", "obj_audience", ["audience_id", "latest_at"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("obj_id", sa.Text(), nullable=True),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audiences.id"], name=op.f("fk_outbox_audience_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_outbox_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_at"), "outbox", ["at"], unique=False)
    op.create_table(
        "publications",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("obj_ids", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_publications_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_publications_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["users.id"], name=op.f("fk_publications_lead_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_publications_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
    )
    op.create_index(op.f("ix_publications_audience_id"), "publications", ["audience_id"], unique=False)
    op.create_index(op.f("ix_publications_holder_id"), "publications", ["holder_id"], unique=False)
    op.create_index(op.f("ix_publications_owner_id"), "publications", ["owner_id"], unique=False)
    op.create_table(
        "releases",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("policy_version_id", sa.Integer(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("n_rows", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["audiences.id"], name=op.f("fk_releases_audience_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_releases_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_releases_holder_id")),
        sa.ForeignKeyConstraint(
            ["policy_version_id"], ["policy_versions.id"], name=op.f("fk_releases_policy_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sa.UniqueConstraint("audience_id", "group_id", name=op.f("uq_releases_audience_id_group_id")),
    )
    op.create_index(
        "ix_releases_due", "releases", ["due_at"], unique=False, postgresql_where=sa.text("done_at IS NULL")
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("requested", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("unsaved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_sources_audience_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_sources_holder_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_sources_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_sources_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("obj_id", "holder_id", name=op.f("uq_sources_obj_id_holder_id")),
    )
    op.create_index(op.f("ix_sources_audience_id"), "sources", ["audience_id"], unique=False)
    op.create_index(op.f("ix_sources_holder_id"), "sources", ["holder_id"], unique=False)
    op.create_index("ix_sources_holder_id_saved_at", "sources", ["holder_id", "saved_at"], unique=False)
    op.create_index(op.f("ix_sources_owner_id"), "sources", ["owner_id"], unique=False)
    op.create_table(
        "taxonomies",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=True),
        sa.Column("is_latest", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("hierarchy", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_taxonomies_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_taxonomies_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_taxonomies_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taxonomies")),
        sa.UniqueConstraint("name", "version", "holder_id", name=op.f("uq_taxonomies_name_version_holder_id")),
    )
    op.create_index(op.f("ix_taxonomies_audience_id"), "taxonomies", ["audience_id"], unique=False)
    op.create_index(op.f("ix_taxonomies_holder_id"), "taxonomies", ["holder_id"], unique=False)
    op.create_index(op.f("ix_taxonomies_owner_id"), "taxonomies", ["owner_id"], unique=False)
    op.create_table(
        "thumbnails",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("is_grayscale", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_thumbnails_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_thumbnails_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_thumbnails_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_thumbnails_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thumbnails")),
        sa.UniqueConstraint(
            "obj_id",
            "type",
            "holder_id",
            "audience_id",
            name=op.f("uq_thumbnails_obj_id_type_holder_id_audience_id"),
        ),
    )
    op.create_index(op.f("ix_thumbnails_audience_id"), "thumbnails", ["audience_id"], unique=False)
    op.create_index(op.f("ix_thumbnails_holder_id"), "thumbnails", ["holder_id"], unique=False)
    op.create_index(op.f("ix_thumbnails_obj_id"), "thumbnails", ["obj_id"], unique=False)
    op.create_index(op.f("ix_thumbnails_owner_id"), "thumbnails", ["owner_id"], unique=False)
    op.create_table(
        "triggers",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("filters", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("deadline", sa.DateTime(timezone=True), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("telescopes_wanted", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("allocation_ids", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("next_look_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_triggers_audience_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_triggers_holder_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_triggers_obj_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_triggers_owner_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triggers")),
    )
    op.create_index(op.f("ix_triggers_audience_id"), "triggers", ["audience_id"], unique=False)
    op.create_index(op.f("ix_triggers_holder_id"), "triggers", ["holder_id"], unique=False)
    op.create_index(op.f("ix_triggers_next_look_at"), "triggers", ["next_look_at"], unique=False)
    op.create_index(op.f("ix_triggers_obj_id"), "triggers", ["obj_id"], unique=False)
    op.create_index(op.f("ix_triggers_owner_id"), "triggers", ["owner_id"], unique=False)
    op.create_index(op.f("ix_triggers_state"), "triggers", ["state"], unique=False)
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("trigger_id", sa.Integer(), nullable=False),
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("followup_request_id", sa.Integer(), nullable=True),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("facility", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("telescope", sa.Text(), nullable=True),
        sa.Column("instrument", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("collected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["allocation_id"], ["allocations.id"], name=op.f("fk_attempts_allocation_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_attempts_audience_id")),
        sa.ForeignKeyConstraint(
            ["followup_request_id"],
            ["followup_requests.id"],
            name=op.f("fk_attempts_followup_request_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=op.f("fk_attempts_holder_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_attempts_owner_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["trigger_id"], ["triggers.id"], name=op.f("fk_attempts_trigger_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sa.UniqueConstraint("tag", name=op.f("uq_attempts_tag")),
    )
    op.create_index(op.f("ix_attempts_audience_id"), "attempts", ["audience_id"], unique=False)
    op.create_index(op.f("ix_attempts_holder_id"), "attempts", ["holder_id"], unique=False)
    op.create_index(op.f("ix_attempts_owner_id"), "attempts", ["owner_id"], unique=False)
    op.create_index(op.f("ix_attempts_trigger_id"), "attempts", ["trigger_id"], unique=False)
    op.create_table(
        "classifications",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("taxonomy_id", sa.Integer(), nullable=False),
        sa.Column("classification", sa.Text(), nullable=False),
        sa.Column("probability", sa.Double(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("ml", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_classifications_audience_id")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_classifications_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_classifications_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_classifications_owner_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["taxonomy_id"], ["taxonomies.id"], name=op.f("fk_classifications_taxonomy_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classifications")),
    )
    op.create_index(op.f("ix_classifications_audience_id"), "classifications", ["audience_id"], unique=False)
    op.create_index(op.f("ix_classifications_holder_id"), "classifications", ["holder_id"], unique=False)
    op.create_index(op.f("ix_classifications_obj_id"), "classifications", ["obj_id"], unique=False)
    op.create_index(op.f("ix_classifications_owner_id"), "classifications", ["owner_id"], unique=False)
    op.create_table(
        "obligations",
        sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.Integer(), nullable=False),
        sa.Column("policy_version_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("n_rows", sa.BigInteger(), nullable=False),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_obligations_audience_id")),
        sa.ForeignKeyConstraint(
            ["creditor_id"], ["groups.id"], name=op.f("fk_obligations_creditor_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_obligations_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_obligations_owner_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["policy_version_id"], ["policy_versions.id"], name=op.f("fk_obligations_policy_version_id")
        ),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publications.id"], name=op.f("fk_obligations_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligations")),
        sa.UniqueConstraint(
            "publication_id",
            "creditor_id",
            "policy_version_id",
            "kind",
            name=op.f("uq_obligations_publication_id_creditor_id_policy_version_id_kind"),
        ),
    )
    op.create_index(op.f("ix_obligations_audience_id"), "obligations", ["audience_id"], unique=False)
    op.create_index(op.f("ix_obligations_creditor_id"), "obligations", ["creditor_id"], unique=False)
    op.create_index(op.f("ix_obligations_holder_id"), "obligations", ["holder_id"], unique=False)
    op.create_index(op.f("ix_obligations_owner_id"), "obligations", ["owner_id"], unique=False)
    op.create_index(op.f("ix_obligations_publication_id"), "obligations", ["publication_id"], unique=False)
    op.create_table(
        "photometry",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("mjd", sa.Double(), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("flux", sa.Double(), nullable=True),
        sa.Column("fluxerr", sa.Double(), nullable=False),
        sa.Column("ref_flux", sa.Double(), nullable=True),
        sa.Column("ref_fluxerr", sa.Double(), nullable=True),
        sa.Column("limiting_mag", sa.Double(), nullable=True),
        sa.Column("ra", sa.Double(), nullable=True),
        sa.Column("dec", sa.Double(), nullable=True),
        sa.Column("ra_unc", sa.Double(), nullable=True),
        sa.Column("dec_unc", sa.Double(), nullable=True),
        sa.Column("origin", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("altdata", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("upload_id", sa.Text(), nullable=False),
        sa.Column("alert_id", sa.BigInteger(), nullable=True),
        sa.Column("original_time", sa.Double(), nullable=True),
        sa.Column("time_scale", sa.Text(), nullable=True),
        sa.Column("stream_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("followup_request_id", sa.Integer(), nullable=True),
        sa.Column("policy_version_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by_id", sa.BigInteger(), nullable=True),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=op.f("fk_photometry_audience_id")),
        sa.ForeignKeyConstraint(
            ["followup_request_id"],
            ["followup_requests.id"],
            name=op.f("fk_photometry_followup_request_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["groups.id"], name=op.f("fk_photometry_holder_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_photometry_instrument_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["obj_id"], ["objs.id"], name=op.f("fk_photometry_obj_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_photometry_owner_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["policy_version_id"], ["policy_versions.id"], name=op.f("fk_photometry_policy_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photometry")),
        sa.UniqueConstraint(
            "holder_id",
            "obj_id",
            "instrument_id",
            "mjd",
            "filter",
            "origin",
            "fluxerr",
            "flux",
            name="uq_photometry_measurement",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_photometry_audience_id"), "photometry", ["audience_id"], unique=False)
    op.create_index(op.f("ix_photometry_followup_request_id"), "photometry", ["followup_request_id"], unique=False)
    op.create_index(op.f("ix_photometry_holder_id"), "photometry", ["holder_id"], unique=False)
    op.create_index("ix_photometry_obj_id_mjd", "photometry", ["obj_id", "mjd"], unique=False)
    op.create_index(op.f("ix_photometry_owner_id"), "photometry", ["owner_id"], unique=False)
    op.create_index(op.f("ix_photometry_upload_id"), "photometry", ["upload_id"], unique=False)
    op.create_table(
        "returned_frames",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("frame_key", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("photometry_id", sa.BigInteger(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_returned_frames_attempt_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_frames")),
        sa.UniqueConstraint("frame_key", name=op.f("uq_returned_frames_frame_key")),
    )
    op.create_index(op.f("ix_returned_frames_attempt_id"), "returned_frames", ["attempt_id"], unique=False)
    op.create_table(
        "trigger_transitions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("trigger_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=True),
        sa.Column("from_state", sa.Text(), nullable=True),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_trigger_transitions_attempt_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_trigger_transitions_by_id")),
        sa.ForeignKeyConstraint(
            ["trigger_id"], ["triggers.id"], name=op.f("fk_trigger_transitions_trigger_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trigger_transitions")),
    )
    op.create_index("ix_trigger_transitions_trigger_id_id", "trigger_transitions", ["trigger_id", "id"], unique=False)
    op.get_bind().exec_driver_sql(SECURITY.read_text(encoding="utf-8").replace("%", "%%"))


def downgrade() -> None:
    op.execute("DROP SCHEMA access CASCADE")
    op.execute(
        "DROP TABLE trigger_transitions, returned_frames, photometry, obligations, classifications, attempts, triggers, thumbnails, taxonomies, sources, releases, publications, outbox, obj_audience, followup_requests, comments, candidates, audience_grants, annotations, policy_attachments, facility_states, audiences, allocation_secrets, seen_alerts, quarantined_packets, policy_versions, allocations, web_sessions, user_roles, user_acls, tokens, stream_users, role_acls, policies, passwords, objs, login_links, instruments, ingest_runs, history, group_users, group_streams, filters, admin_accesses, users, telescopes, streams, stream_offsets, roles, groups, acls CASCADE"
    )
