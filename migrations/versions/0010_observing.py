"""Observing runs, assignments, shifts; fields and logs of instruments; standing requests and their watchers.

Revision ID: 0010
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.security import READS, WEB, allow, close, hold, open_to

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SECURITY = Path(__file__).parents[1] / "sql" / "0010_observing.sql"
_ME = "(SELECT access.me())"
_MY_RUN = (
    f"EXISTS (SELECT FROM public.observing_runs r WHERE r.id = assignments.run_id AND (r.owner_id = {_ME}"
    " OR r.group_id IN (SELECT access.{groups}())))"
)
_CHIEF_OF_SHIFT = "shift_id IN (SELECT access.my_shifts_to_lead())"


def _stamps() -> list[sa.Column[Any]]:
    now = sa.text("now()")
    return [
        sa.Column(name, sa.DateTime(timezone=True), server_default=now, nullable=False)
        for name in ("created_at", "modified")
    ]


def _held(table: str) -> list[Any]:
    return [
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        *_stamps(),
        sa.ForeignKeyConstraint(["audience_id"], ["audiences.id"], name=f"fk_{table}_audience_id"),
        sa.ForeignKeyConstraint(["holder_id"], ["groups.id"], name=f"fk_{table}_holder_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=f"fk_{table}_owner_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    ]


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), sa.Identity(always=False), nullable=False)


def _refers(table: str, column: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _runs() -> None:
    op.create_table(
        "observing_runs",
        _id(),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("pi", sa.Text(), nullable=True),
        sa.Column("observers", sa.Text(), nullable=True),
        sa.Column("calendar_date", sa.Date(), nullable=False),
        sa.Column("duration", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("run_end_utc", sa.DateTime(timezone=True), nullable=True),
        *_held("observing_runs"),
        _refers("observing_runs", "instrument_id", "instruments", "RESTRICT"),
        _refers("observing_runs", "group_id", "groups", "RESTRICT"),
    )
    op.create_table(
        "assignments",
        _id(),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'pending'"), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("last_modified_by_id", sa.Integer(), nullable=True),
        *_held("assignments"),
        _refers("assignments", "run_id", "observing_runs", "CASCADE"),
        _refers("assignments", "obj_id", "objs", "RESTRICT"),
        _refers("assignments", "last_modified_by_id", "users", "SET NULL"),
        sa.UniqueConstraint("run_id", "obj_id", name="uq_assignments_run_id_obj_id"),
    )
    for name in ("audience_id", "holder_id", "owner_id"):
        for table in ("observing_runs", "assignments"):
            _index(table, name)
    _index("observing_runs", "instrument_id")
    _index("observing_runs", "group_id")
    _index("observing_runs", "calendar_date", "id")
    _index("assignments", "obj_id")


def _shifts() -> None:
    no = sa.text("false")
    op.create_table(
        "shifts",
        _id(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("start_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("required_users_number", sa.Integer(), nullable=True),
        *_held("shifts"),
    )
    op.create_table(
        "shift_users",
        _id(),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("admin", sa.Boolean(), server_default=no, nullable=False),
        sa.Column("needs_replacement", sa.Boolean(), server_default=no, nullable=False),
        *_stamps(),
        _refers("shift_users", "shift_id", "shifts", "CASCADE"),
        _refers("shift_users", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_shift_users"),
        sa.UniqueConstraint("shift_id", "user_id", name="uq_shift_users_shift_id_user_id"),
    )
    for name in ("audience_id", "holder_id", "owner_id"):
        _index("shifts", name)
    _index("shifts", "holder_id", "start_date")
    _index("shifts", "start_date", "id")
    _index("shift_users", "user_id")


_INSTRUMENT = (
    ("status", postgresql.JSONB), ("last_status_update", lambda: sa.DateTime(timezone=True)),
    ("api_classname_obsplan", sa.Text), ("listener_classname", sa.Text), ("treasuremap_id", sa.Integer),
    ("tns_id", sa.Integer), ("across_id", sa.Text), ("region", sa.Text),
)  # fmt: skip


def _instruments() -> None:
    op.add_column("telescopes", sa.Column("mpc_obscode", sa.Text(), nullable=True))
    for name, kind in _INSTRUMENT:
        op.add_column("instruments", sa.Column(name, kind(), nullable=True))
    for name in ("has_region", "has_fields"):
        op.add_column("instruments", sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_table(
        "instrument_fields",
        _id(),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("ra", sa.Double(), nullable=False),
        sa.Column("dec", sa.Double(), nullable=False),
        sa.Column("contour", postgresql.JSONB(), nullable=True),
        sa.Column("contour_summary", postgresql.JSONB(), nullable=True),
        sa.Column("reference_filters", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("reference_filter_mags", postgresql.ARRAY(sa.Double()), nullable=True),
        *_stamps(),
        _refers("instrument_fields", "instrument_id", "instruments", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_instrument_fields"),
        sa.UniqueConstraint("instrument_id", "field_id", name="uq_instrument_fields_instrument_id_field_id"),
    )
    op.create_table(
        "instrument_logs",
        _id(),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("start_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("log", postgresql.JSONB(), nullable=False),
        *_stamps(),
        _refers("instrument_logs", "instrument_id", "instruments", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_instrument_logs"),
    )
    op.create_table(
        "allocation_users",
        _id(),
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        *_stamps(),
        _refers("allocation_users", "allocation_id", "allocations", "CASCADE"),
        _refers("allocation_users", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_allocation_users"),
        sa.UniqueConstraint("allocation_id", "user_id", name="uq_allocation_users_allocation_id_user_id"),
    )
    _index("instrument_logs", "instrument_id", "start_date")
    _index("allocation_users", "user_id")


def _requests() -> None:
    op.add_column("followup_requests", sa.Column("last_modified_by_id", sa.Integer(), nullable=True))
    op.create_foreign_key(
        "fk_followup_requests_last_modified_by_id", "followup_requests", "users", ["last_modified_by_id"], ["id"],
        ondelete="SET NULL",
    )  # fmt: skip
    _index("followup_requests", "created_at", "id")
    op.create_table(
        "followup_watchers",
        _id(),
        sa.Column("followup_request_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        *_stamps(),
        _refers("followup_watchers", "followup_request_id", "followup_requests", "CASCADE"),
        _refers("followup_watchers", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_followup_watchers"),
        sa.UniqueConstraint("followup_request_id", "user_id", name="uq_followup_watchers_followup_request_id_user_id"),
    )
    _index("followup_watchers", "user_id")


def _defaults() -> None:
    op.create_table(
        "default_followup_requests",
        _id(),
        sa.Column("allocation_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("default_followup_name", sa.Text(), nullable=False),
        sa.Column("payload", postgresql.JSONB(), nullable=False),
        sa.Column("source_filter", postgresql.JSONB(), nullable=False),
        sa.Column("constraints", postgresql.JSONB(), nullable=False),
        sa.Column(
            "target_group_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("priority_order", sa.Text(), server_default=sa.text("'asc'"), nullable=False),
        sa.Column("validity_days", sa.Integer(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("implements_update", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        *_held("default_followup_requests"),
        _refers("default_followup_requests", "allocation_id", "allocations", "CASCADE"),
        _refers("default_followup_requests", "group_id", "groups", "CASCADE"),
        sa.UniqueConstraint(
            "holder_id", "default_followup_name", name="uq_default_followup_requests_holder_id_default_followup_name"
        ),
    )
    for name in ("audience_id", "holder_id", "owner_id", "allocation_id", "group_id"):
        _index("default_followup_requests", name)
    op.create_table(
        "default_followup_matches",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("default_id", sa.Integer(), nullable=False),
        sa.Column("obj_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'waiting'"), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("followup_request_id", sa.Integer(), nullable=True),
        *_stamps(),
        _refers("default_followup_matches", "default_id", "default_followup_requests", "CASCADE"),
        _refers("default_followup_matches", "obj_id", "objs", "CASCADE"),
        _refers("default_followup_matches", "followup_request_id", "followup_requests", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_default_followup_matches"),
        sa.UniqueConstraint("default_id", "obj_id", name="uq_default_followup_matches_default_id_obj_id"),
    )
    _index("default_followup_matches", "obj_id")
    _index("default_followup_matches", "followup_request_id")
    op.create_index(
        "ix_default_followup_matches_waiting", "default_followup_matches", ["id"],
        postgresql_where=sa.text("state = 'waiting'"),
    )  # fmt: skip


def _open_facilities() -> None:
    close("instrument_fields", "instrument_logs", "allocation_users")
    someone = f"{_ME} IS NOT NULL"
    allow("instrument_fields", "readable", "SELECT", using=someone)
    allow("instrument_logs", "readable", "SELECT", using=someone)
    seen = "EXISTS (SELECT FROM public.allocations a WHERE a.id = allocation_users.allocation_id{and_})"
    mine = seen.format(and_=" AND a.group_id IN (SELECT access.my_admin_groups())")
    allow("allocation_users", "readable", "SELECT", using=seen.format(and_=""))
    allow("allocation_users", "made", "INSERT", check=mine)
    allow("allocation_users", "gone", "DELETE", using=mine)


def _open_requests() -> None:
    hold("default_followup_requests")
    close("followup_watchers", "default_followup_matches")
    seen = "EXISTS (SELECT FROM public.followup_requests f WHERE f.id = followup_watchers.followup_request_id)"
    allow("followup_watchers", "readable", "SELECT", using=seen)
    allow("followup_watchers", "made", "INSERT", check=f"user_id = {_ME} AND {seen}")
    allow("followup_watchers", "gone", "DELETE", using=f"user_id = {_ME}")
    shown = "EXISTS (SELECT FROM public.default_followup_requests d WHERE d.id = default_followup_matches.default_id)"
    allow("default_followup_matches", "readable", "SELECT", using=shown)
    team = "holder_id IN (SELECT access.my_groups())"
    allow("followup_requests", "changed_by_group", "UPDATE", using=team, check=team)
    op.execute("GRANT EXECUTE ON FUNCTION access.notify TO skyrelay_followup")
    open_to("skyrelay_followup", ["default_followup_requests", "followup_watchers"], READS)
    open_to("skyrelay_followup", ["default_followup_matches"], "SELECT, UPDATE")


def _close() -> None:
    hold("observing_runs", "shifts")
    close("assignments", "shift_users")
    allow(
        "assignments",
        "readable",
        "SELECT",
        using=f"owner_id = {_ME} OR (audience_id IN (SELECT access.my_audiences())"
        " AND EXISTS (SELECT FROM public.obj_audience oa WHERE oa.obj_id = assignments.obj_id))",
    )
    allow("assignments", "made", "INSERT", check=f"owner_id = {_ME} AND holder_id IN (SELECT access.my_groups())")
    allow("assignments", "changed", "UPDATE", using=f"owner_id = {_ME} OR {_MY_RUN.format(groups='my_groups')}")
    allow("assignments", "gone", "DELETE", using=f"owner_id = {_ME} OR {_MY_RUN.format(groups='my_admin_groups')}")
    op.execute(f"REVOKE UPDATE ON public.assignments FROM {WEB}")
    op.execute(
        f"GRANT UPDATE (status, priority, comment, last_modified_by_id, modified) ON public.assignments TO {WEB}"
    )
    allow("shifts", "changed_by_lead", "UPDATE", using="id IN (SELECT access.my_shifts_to_lead())")
    allow("shifts", "gone_by_lead", "DELETE", using="id IN (SELECT access.my_shifts_to_lead())")
    seen = "EXISTS (SELECT FROM public.shifts s WHERE s.id = shift_users.shift_id)"
    allow("shift_users", "readable", "SELECT", using=seen)
    allow("shift_users", "joined", "INSERT", check=f"{seen} AND ((user_id = {_ME} AND NOT admin) OR {_CHIEF_OF_SHIFT})")
    allow("shift_users", "changed", "UPDATE", using=f"user_id = {_ME} OR {_CHIEF_OF_SHIFT}")
    allow("shift_users", "gone", "DELETE", using=f"user_id = {_ME} OR {_CHIEF_OF_SHIFT}")


def upgrade() -> None:
    _runs()
    _shifts()
    _instruments()
    _requests()
    _defaults()
    op.get_bind().exec_driver_sql(SECURITY.read_text(encoding="utf-8").replace("%", "%%"))
    _close()
    _open_facilities()
    _open_requests()


def downgrade() -> None:
    op.execute("DROP TRIGGER default_requests ON public.sources")
    op.execute("DROP TRIGGER default_requests_again ON public.sources")
    op.execute("DROP TRIGGER default_requests ON public.classifications")
    op.execute(
        "DROP TABLE shift_users, shifts, assignments, observing_runs, instrument_fields, instrument_logs,"
        " allocation_users, followup_watchers, default_followup_matches, default_followup_requests"
    )
    op.execute(
        "DROP FUNCTION access.my_shifts_to_lead, access.run_moved, access.source_for_defaults,"
        " access.classification_for_defaults"
    )
    op.execute("DROP POLICY changed_by_group ON public.followup_requests")
    op.drop_column("followup_requests", "last_modified_by_id")
    op.drop_index("ix_followup_requests_created_at_id", "followup_requests")
    op.drop_column("telescopes", "mpc_obscode")
    for name in (*(name for name, _ in _INSTRUMENT), "has_region", "has_fields"):
        op.drop_column("instruments", name)
