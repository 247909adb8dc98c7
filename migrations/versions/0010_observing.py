"""Observing runs, assignments, shifts, standing requests.

Revision ID: 0010
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

from migrations.security import WEB, allow, close, hold

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


def _held(table: str) -> list[Any]:
    now = sa.text("now()")
    return [
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=now, nullable=False),
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
    now = sa.text("now()")
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
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=now, nullable=False),
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
    op.get_bind().exec_driver_sql(SECURITY.read_text(encoding="utf-8").replace("%", "%%"))
    _close()


def downgrade() -> None:
    op.execute("DROP TABLE shift_users, shifts, assignments, observing_runs")
    op.execute("DROP FUNCTION access.my_shifts_to_lead, access.run_moved")
