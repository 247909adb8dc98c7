"""Votes, reminders, notifications, notes on more than objs; where a write came from.

Revision ID: 0008
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.security import allow, callable_by, close, hold, open_to

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
ROLES = ("skyrelay_web", "skyrelay_admin")
ME = "(SELECT access.me())"
HEARD = f"owner_id = {ME} OR audience_id IN (SELECT access.my_audiences())"
OF_CLASSIFICATION = "EXISTS (SELECT FROM public.classifications c WHERE c.id = classification_id)"


def _key(big: bool = True) -> sa.Column[Any]:
    return sa.Column("id", sa.BigInteger() if big else sa.Integer(), sa.Identity(always=False), nullable=False)


def _stamped() -> list[sa.Column[Any]]:
    now = sa.text("now()")
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), server_default=now, nullable=False),
    ]


def _points(table: str, column: str, target: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _make(table: str, *columns: Any) -> None:
    op.create_table(table, _key(), *columns, *_stamped(), sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))


def _make_held(table: str, *columns: Any) -> None:
    _make(
        table,
        *columns,
        sa.Column("audience_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        _points(table, "audience_id", "audiences", None),
        _points(table, "holder_id", "groups", "RESTRICT"),
        _points(table, "owner_id", "users", "RESTRICT"),
    )
    for column in ("audience_id", "holder_id", "owner_id"):
        _index(table, column)


def _index(table: str, *columns: str, **more: Any) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False, **more)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)


def upgrade() -> None:
    _classifications()
    _resource_notes()
    _reminders()
    _notifications()
    _origins()
    op.execute((SQL / "0008_notes.sql").read_text(encoding="utf-8"))
    _secure()


def _classifications() -> None:
    _index("classifications", "audience_id", "created_at")
    _index("classifications", "created_at")
    _index("comments", "audience_id", "created_at")
    _make(
        "classification_votes",
        sa.Column("classification_id", sa.BigInteger(), nullable=False),
        sa.Column("voter_id", sa.Integer(), nullable=False),
        sa.Column("vote", sa.Integer(), nullable=False),
        _points("classification_votes", "classification_id", "classifications", "CASCADE"),
        _points("classification_votes", "voter_id", "users", "CASCADE"),
        sa.UniqueConstraint(
            "classification_id", "voter_id", name=op.f("uq_classification_votes_classification_id_voter_id")
        ),
    )
    _index("classification_votes", "voter_id")
    _make(
        "classification_edits",
        sa.Column("classification_id", sa.BigInteger(), nullable=False),
        sa.Column("editor_id", sa.Integer(), nullable=True),
        _text("editor_name"),
        sa.Column("old_probability", sa.Float(), nullable=True),
        sa.Column("new_probability", sa.Float(), nullable=True),
        _points("classification_edits", "classification_id", "classifications", "CASCADE"),
        _points("classification_edits", "editor_id", "users", "SET NULL"),
    )
    _index("classification_edits", "classification_id")
    _index("classification_edits", "editor_id")


def _resource_notes() -> None:
    _make_held(
        "resource_comments",
        _text("resource_type"),
        sa.Column("resource_id", sa.BigInteger(), nullable=False),
        _text("obj_id", nullable=True),
        _text("text"),
        _text("origin", nullable=True),
        _flag("bot"),
        _text("channel", nullable=True),
        _text("attachment_name", nullable=True),
        _text("attachment_blob", nullable=True),
        _points("resource_comments", "obj_id", "objs", "CASCADE"),
        sa.CheckConstraint("resource_type IN ('spectra', 'shift')", name=op.f("ck_resource_comments_resource_type")),
    )
    _index("resource_comments", "obj_id")
    op.create_index(
        "ix_resource_comments_place", "resource_comments", ["resource_type", "resource_id", "created_at"], unique=False
    )
    _make_held(
        "resource_annotations",
        _text("resource_type"),
        sa.Column("resource_id", sa.BigInteger(), nullable=False),
        _text("obj_id", nullable=True),
        _text("origin"),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        _points("resource_annotations", "obj_id", "objs", "CASCADE"),
        sa.CheckConstraint(
            "resource_type IN ('spectra', 'photometry')", name=op.f("ck_resource_annotations_resource_type")
        ),
        sa.UniqueConstraint(
            "resource_type", "resource_id", "origin", "holder_id", name="uq_resource_annotations_origin"
        ),
    )
    _index("resource_annotations", "obj_id")


def _reminders() -> None:
    _make_held(
        "reminders",
        _text("resource_type"),
        _text("resource_id"),
        sa.Column("user_id", sa.Integer(), nullable=False),
        _text("text"),
        _text("origin", nullable=True),
        _flag("bot"),
        sa.Column("next_reminder", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminder_delay", sa.Float(), nullable=False),
        sa.Column("number_of_reminders", sa.Integer(), nullable=False),
        _points("reminders", "user_id", "users", "CASCADE"),
        sa.CheckConstraint("resource_type IN ('source', 'spectra', 'shift')", name=op.f("ck_reminders_resource_type")),
    )
    _index("reminders", "user_id")
    op.create_index("ix_reminders_place", "reminders", ["resource_type", "resource_id"], unique=False)
    op.create_index(
        "ix_reminders_due", "reminders", ["next_reminder"], unique=False,
        postgresql_where=sa.text("number_of_reminders > 0"),
    )  # fmt: skip


def _notifications() -> None:
    _make(
        "notifications",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        _text("kind"),
        _text("text"),
        _text("url", nullable=True),
        _text("subject_kind"),
        _text("subject_id"),
        _flag("viewed"),
        _points("notifications", "user_id", "users", "CASCADE"),
        _points("notifications", "by_id", "users", "SET NULL"),
    )
    _index("notifications", "by_id")
    _index("notifications", "user_id", "id")
    _make_held(
        "source_notifications",
        _text("obj_id"),
        _text("level"),
        _text("additional_notes", nullable=True),
        _points("source_notifications", "obj_id", "objs", "CASCADE"),
    )
    _index("source_notifications", "obj_id")


def _origins() -> None:
    here = sa.text("NULLIF(current_setting('skyrelay.origin', true), '')")
    op.add_column("history", sa.Column("origin", sa.Text(), nullable=True))
    # Apart, so that rows from before stay as they are and the table is not written anew.
    op.alter_column("history", "origin", server_default=here)
    _index("history", "user_id", "at")
    op.add_column("outbox", sa.Column("notification_id", sa.BigInteger(), nullable=True))


def _secure() -> None:
    hold("source_notifications")
    close(
        "classification_votes", "classification_edits", "resource_comments", "resource_annotations", "reminders",
        "notifications",
    )  # fmt: skip
    for table in ("classification_votes", "classification_edits"):
        allow(table, "readable", "SELECT", using=OF_CLASSIFICATION)
    allow("classification_votes", "made", "INSERT", check=f"voter_id = {ME} AND {OF_CLASSIFICATION}")
    allow("classification_votes", "changed", "UPDATE", using=f"voter_id = {ME}", check=f"voter_id = {ME}")
    allow("classification_votes", "gone", "DELETE", using=f"voter_id = {ME}")
    allow("classification_edits", "made", "INSERT", check=f"editor_id = {ME} AND {OF_CLASSIFICATION}")
    for table, readers in (
        ("resource_comments", HEARD),
        ("resource_annotations", HEARD),
        ("reminders", f"user_id = {ME} OR {HEARD}"),
    ):
        subject = "access.reads(resource_type, resource_id::text)"
        chief = f"owner_id = {ME} OR holder_id IN (SELECT access.my_admin_groups())"
        allow(table, "readable", "SELECT", using=f"({readers}) AND {subject}")
        made = f"owner_id = {ME} AND holder_id IN (SELECT access.my_groups())"
        allow(table, "made", "INSERT", check=f"{made} AND {subject}")
        allow(table, "changed", "UPDATE", using=chief, check="holder_id IN (SELECT access.my_groups())")
        allow(table, "gone", "DELETE", using=chief)
    mine = f"user_id = {ME}"
    # What is told is told about a row: whoever may no longer read the row is no longer told.
    allow("notifications", "readable", "SELECT", using=f"{mine} AND access.reads(subject_kind, subject_id)")
    allow("notifications", "changed", "UPDATE", using=mine, check=mine)
    allow("notifications", "gone", "DELETE", using=mine)
    op.execute("DROP POLICY readable ON public.outbox")
    told = f"(user_id = {ME} OR audience_id IN (SELECT access.my_audiences()))"
    known = "EXISTS (SELECT FROM public.notifications n WHERE n.id = outbox.notification_id)"
    allow("outbox", "readable", "SELECT", using=f"{told} AND (notification_id IS NULL OR {known})")
    open_to("skyrelay_release", ("reminders",), "SELECT, UPDATE")
    for function in ("reads", "readers"):
        callable_by(function, ROLES)
    callable_by("notify", (*ROLES, "skyrelay_release"))
    callable_by("sweep_notes", ("skyrelay_release",))


def downgrade() -> None:
    raise RuntimeError("Notes on spectra, votes, reminders and notifications cannot be kept without their tables.")
