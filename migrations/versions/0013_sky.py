"""What the sky's services told, and sharing services.

Revision ID: 0013
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.security import allow, close, open_to

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
NOW = sa.text("now()")
NO = sa.text("false")
ERRANDS = "skyrelay_errands"
SERVICE = "sharing_service_id"


def upgrade() -> None:
    _lookups()
    _services()
    _submissions()
    sql = (SQL / "0013_sharing.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    _open()


def downgrade() -> None:
    raise RuntimeError("What was published cannot be forgotten: restore the backup made before this migration.")


def _id(kind: type[sa.Integer] = sa.Integer) -> sa.Column[int]:
    return sa.Column("id", kind(), sa.Identity(always=False), nullable=False)


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
    ]


def _texts(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _documents(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, postgresql.JSONB(), nullable=True) for name in names]


def _flags(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Boolean(), server_default=NO, nullable=False) for name in names]


def _times(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in names]


def _refers(table: str, column: str, to: str, ondelete: str | None = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _lookups() -> None:
    table = "sky_lookups"
    op.create_table(
        table,
        _id(sa.BigInteger),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("question", postgresql.JSONB(), nullable=False),
        *_documents("answer"),
        *_texts("blob", "trouble"),
        sa.Column("asked_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        *_times("found_at"),
        _refers(table, "owner_id", "users.id"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("owner_id", "kind", "key", name=op.f(f"uq_{table}_owner_id_kind_key")),
    )
    table = "weather_reports"
    op.create_table(
        table,
        sa.Column("telescope_id", sa.Integer(), nullable=False),
        *_documents("document"),
        *_times("retrieved_at"),
        sa.Column("tried_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        *_texts("trouble"),
        _refers(table, "telescope_id", "telescopes.id"),
        sa.PrimaryKeyConstraint("telescope_id", name=op.f(f"pk_{table}")),
    )


def _services() -> None:
    table = "sharing_services"
    op.create_table(
        table,
        _id(),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        *_texts("acknowledgments"),
        sa.Column("testing", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("photometry_options", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        *_flags("enable_sharing_with_tns", "enable_sharing_with_hermes"),
        *_texts("tns_bot_name"),
        sa.Column("tns_bot_id", sa.Integer(), nullable=True),
        sa.Column("tns_source_group_id", sa.Integer(), nullable=True),
        *_flags("publish_existing_tns_objects"),
        *(
            sa.Column(name, postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False)
            for name in ("instrument_ids", "stream_ids")
        ),
        *_stamps(),
        _refers(table, "owner_id", "users.id", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_owner_id"), table, ["owner_id"])
    op.create_table(
        "sharing_service_secrets",
        sa.Column(SERVICE, sa.Integer(), nullable=False),
        sa.Column("ciphertext", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        _refers("sharing_service_secrets", SERVICE, "sharing_services.id"),
        sa.PrimaryKeyConstraint(SERVICE, name=op.f("pk_sharing_service_secrets")),
    )
    flags = ("owner", "auto_share_to_tns", "auto_share_to_hermes", "auto_sharing_allow_bots")
    _pairs("sharing_service_groups", (SERVICE, "sharing_services.id"), ("group_id", "groups.id"), flags)
    _pairs(
        "sharing_service_auto_publishers",
        ("sharing_service_group_id", "sharing_service_groups.id"),
        ("user_id", "users.id"),
    )
    _pairs("sharing_service_coauthors", (SERVICE, "sharing_services.id"), ("user_id", "users.id"))


def _pairs(table: str, one: tuple[str, str], other: tuple[str, str], flags: tuple[str, ...] = ()) -> None:
    op.create_table(
        table,
        _id(),
        sa.Column(one[0], sa.Integer(), nullable=False),
        sa.Column(other[0], sa.Integer(), nullable=False),
        *_flags(*flags),
        *_stamps(),
        _refers(table, *one),
        _refers(table, *other),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(one[0], other[0], name=op.f(f"uq_{table}_{one[0]}_{other[0]}")),
    )
    op.create_index(op.f(f"ix_{table}_{other[0]}"), table, [other[0]])


def _submissions() -> None:
    table = "sharing_service_submissions"
    op.create_table(
        table,
        _id(sa.BigInteger),
        sa.Column(SERVICE, sa.Integer(), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("custom_publishing_string", sa.Text(), nullable=False),
        *_texts("custom_remarks_string", "archival_comment"),
        *_flags("archival", "auto_submission"),
        *(
            sa.Column(name, postgresql.ARRAY(sa.BigInteger()), nullable=False)
            for name in ("instrument_ids", "stream_ids")
        ),
        sa.Column("photometry_options", postgresql.JSONB(), nullable=False),
        sa.Column("publish_to_tns", sa.Boolean(), nullable=False),
        sa.Column("tns_submission_id", sa.BigInteger(), nullable=True),
        sa.Column("publish_to_hermes", sa.Boolean(), nullable=False),
        *_texts("tns_status", "hermes_status"),
        *_documents("tns_payload", "tns_response", "hermes_payload", "hermes_response"),
        *_times("tns_sent_at", "hermes_sent_at"),
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        *_stamps(),
        _refers(table, SERVICE, "sharing_services.id"),
        _refers(table, "obj_id", "objs.id"),
        _refers(table, "audience_id", "audiences.id", None),
        _refers(table, "holder_id", "groups.id", "RESTRICT"),
        _refers(table, "owner_id", "users.id", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for name in ("audience_id", "holder_id", "owner_id", "obj_id"):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])
    op.create_index(f"ix_{table}_service", table, [SERVICE, "id"])
    for there in ("tns", "hermes"):
        op.create_index(
            f"uq_{table}_{there}", table, [SERVICE, "obj_id"], unique=True,
            postgresql_where=sa.text(
                f"publish_to_{there} AND {there}_status IN ('pending', 'processing', 'submitted', 'complete')"
            ),
        )  # fmt: skip


def _open() -> None:
    mine = "owner_id = (SELECT access.me())"
    close(
        "sky_lookups", "weather_reports", "sharing_services", "sharing_service_secrets", "sharing_service_groups",
        "sharing_service_auto_publishers", "sharing_service_coauthors", "sharing_service_submissions",
    )  # fmt: skip
    allow("sky_lookups", "own", "ALL", using=mine, check=mine)
    allow("weather_reports", "readable", "SELECT", using="(SELECT access.me()) IS NOT NULL")
    known, owned = "IN (SELECT access.my_sharing_services())", "IN (SELECT access.my_owned_sharing_services())"
    allow("sharing_services", "readable", "SELECT", using=f"{mine} OR id {known}")
    allow("sharing_services", "made", "INSERT", check=mine)
    allow("sharing_services", "changed", "UPDATE", using=f"id {owned}", check=f"id {owned}")
    allow("sharing_services", "gone", "DELETE", using=f"id {owned}")
    for table in ("sharing_service_groups", "sharing_service_coauthors"):
        # The first group is given by whoever made the service, who owns it by no group yet.
        theirs = f"{SERVICE} {owned} OR {SERVICE} IN (SELECT access.my_new_sharing_services())"
        allow(table, "readable", "SELECT", using=f"{SERVICE} {known} OR {theirs}")
        allow(table, "made", "INSERT", check=theirs)
        allow(table, "changed", "UPDATE", using=f"{SERVICE} {owned}", check=f"{SERVICE} {owned}")
        allow(table, "gone", "DELETE", using=f"{SERVICE} {owned}")
    table = "sharing_service_auto_publishers"
    allow(table, "readable", "SELECT", using=f"access.service_of_group(sharing_service_group_id) {known}")
    # Who publishes in a group's name is the group's own affair.
    group = "access.group_of_service_group(sharing_service_group_id)"
    managed = (
        f"(access.service_of_group(sharing_service_group_id) {owned} AND {group} IN (SELECT access.my_groups())) "
        f"OR {group} IN (SELECT access.my_admin_groups())"
    )
    allow(table, "made", "INSERT", check=managed)
    allow(table, "gone", "DELETE", using=managed)
    _open_secrets(f"{SERVICE} {owned}")
    _open_submissions(mine, f"{SERVICE} {known}")


def _open_secrets(owned: str) -> None:
    table = "sharing_service_secrets"
    op.execute(f"REVOKE SELECT ON public.{table} FROM skyrelay_admin")
    op.execute(f"GRANT SELECT ({SERVICE}) ON public.{table} TO skyrelay_admin, skyrelay_web")
    op.execute(f"CREATE POLICY managed ON public.{table} TO skyrelay_web USING ({owned}) WITH CHECK ({owned})")
    op.execute(f"GRANT INSERT, UPDATE ON public.{table} TO skyrelay_web")


def _open_submissions(mine: str, known: str) -> None:
    table = "sharing_service_submissions"
    allow(table, "readable", "SELECT", using=f"{mine} OR audience_id IN (SELECT access.my_audiences())")
    allow(table, "made", "INSERT", check=f"{mine} AND holder_id IN (SELECT access.my_groups()) AND {known}")
    open_to(ERRANDS, ["weather_reports", table], "SELECT, INSERT, UPDATE")
    open_to(ERRANDS, ["sharing_services", "sharing_service_secrets", "telescopes", "sharing_service_coauthors"])
