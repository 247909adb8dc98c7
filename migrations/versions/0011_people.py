"""Invitations, passkeys, identities, admission requests, teams; names of private groups are no longer told.

Revision ID: 0011
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.security import WEB, allow, callable_by, close

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

FUNCTIONS = Path(__file__).parents[1] / "sql" / "0011_people.sql"
MINE = "user_id = (SELECT access.me())"
MY_INVITATION = "invitation_id IN (SELECT id FROM public.invitations WHERE invited_by_id = (SELECT access.me()))"
AT_THE_DOOR = (
    "user_of_identity", "portal_bot", "passkey_of", "passkey_used", "open_ceremony", "take_ceremony", "take_turn",
    "invitation_of", "note_refused_login", "open_session(bytea, int, timestamptz, text, text, text)",
)  # fmt: skip


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), sa.Identity(always=False), primary_key=True)


def _time(name: str, *, nullable: bool = False, default: bool = False) -> sa.Column[datetime]:
    return sa.Column(
        name, sa.DateTime(timezone=True), nullable=nullable, server_default=sa.text("now()") if default else None
    )


def _stamps() -> tuple[sa.Column[datetime], sa.Column[datetime]]:
    return _time("created_at", default=True), _time("modified", default=True)


def _to(name: str, table: str, *, ends: str = "CASCADE", nullable: bool = False, key: bool = False) -> sa.Column[int]:
    kind: sa.types.TypeEngine[int] = sa.Text() if table == "roles" else sa.Integer()  # type: ignore[assignment]
    # Named by the foreign key's convention (fk_<table>_<column>) of op.create_table's metadata.
    target = sa.ForeignKey(f"{table}.id", ondelete=ends)
    return sa.Column(name, kind, target, nullable=nullable, primary_key=key)


def _flag(name: str, default: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text(default))


def _doors() -> None:
    op.create_table(
        "identities", _id(), _to("user_id", "users"), sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False), _time("created_at", default=True),
    )  # fmt: skip
    op.create_index("ix_identities_user_id", "identities", ["user_id"])
    op.create_index("uq_identities_provider_subject", "identities", ["provider", "subject"], unique=True)
    op.create_table(
        "passkeys", _id(), _to("user_id", "users"), sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("name", sa.Text(), nullable=False), _time("created_at", default=True),
        _time("last_used_at", nullable=True), sa.UniqueConstraint("credential_id", name="uq_passkeys_credential_id"),
    )  # fmt: skip
    op.create_index("ix_passkeys_user_id", "passkeys", ["user_id"])
    op.create_table(
        "ceremonies", sa.Column("secret_sha256", sa.LargeBinary(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False), sa.Column("payload", postgresql.JSONB(), nullable=False),
        _time("expires_at"),
    )  # fmt: skip
    op.create_table(
        "rate_buckets", sa.Column("key", sa.LargeBinary(), primary_key=True),
        sa.Column("turns", sa.Double(), nullable=False), _time("at"), prefixes=["UNLOGGED"],
    )  # fmt: skip
    op.add_column("users", sa.Column("oauth_uid", sa.Text(), nullable=True))
    op.create_unique_constraint("uq_users_oauth_uid", "users", ["oauth_uid"])
    op.add_column("web_sessions", _time("created_at", default=True))
    for name in ("how", "address", "agent"):
        op.add_column("web_sessions", sa.Column(name, sa.Text(), nullable=True))


def _invitations() -> None:
    op.create_table(
        "invitations", _id(), sa.Column("secret_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False), sa.Column("user_email", sa.Text(), nullable=False),
        _to("role_id", "roles"), _to("invited_by_id", "users"), _time("user_expiration_date", nullable=True),
        _time("expires_at"), _flag("used", "false"), _to("used_by_id", "users", ends="SET NULL", nullable=True),
        *_stamps(), sa.UniqueConstraint("secret_sha256", name="uq_invitations_secret_sha256"),
    )  # fmt: skip
    op.create_index("ix_invitations_invited_by_id", "invitations", ["invited_by_id"])
    op.create_table(
        "invitation_groups", _to("invitation_id", "invitations", key=True), _to("group_id", "groups", key=True),
        _flag("admin", "false"), _flag("can_save", "true"), _flag("can_share_photometry", "false"),
    )  # fmt: skip
    op.create_table(
        "invitation_streams", _to("invitation_id", "invitations", key=True), _to("stream_id", "streams", key=True)
    )


def _groups() -> None:
    op.create_table(
        "group_admission_requests", _id(), _to("group_id", "groups"), _to("user_id", "users"),
        sa.Column("status", sa.Text(), nullable=False, server_default=sa.text("'pending'")), *_stamps(),
    )  # fmt: skip
    for column in ("group_id", "user_id"):
        op.create_index(f"ix_group_admission_requests_{column}", "group_admission_requests", [column])
    op.create_index(
        "uq_group_admission_requests_pending", "group_admission_requests", ["group_id", "user_id"], unique=True,
        postgresql_where=sa.text("status = 'pending'"),
    )  # fmt: skip
    texts = ("nickname", "description", "primary_color", "secondary_color", "logo_url", "background_url")
    op.create_table(
        "teams", _id(), sa.Column("name", sa.Text(), nullable=False), *(sa.Column(t, sa.Text()) for t in texts),
        _to("created_by_id", "users", ends="SET NULL", nullable=True), *_stamps(),
    )  # fmt: skip
    op.create_index("ix_teams_created_by_id", "teams", ["created_by_id"])
    op.create_table("team_groups", _to("team_id", "teams", key=True), _to("group_id", "groups", key=True))
    op.create_index("ix_team_groups_group_id", "team_groups", ["group_id"])
    op.drop_constraint("uq_groups_name", "groups", type_="unique")
    op.create_index("ix_groups_name", "groups", ["name"])
    op.create_index(
        "uq_groups_listed_name", "groups", ["name"], unique=True,
        postgresql_where=sa.text("NOT private AND NOT single_user_group"),
    )  # fmt: skip


def _security() -> None:
    close("identities", "passkeys", "ceremonies", "rate_buckets", "invitations", "invitation_groups",
          "invitation_streams", "group_admission_requests", "teams", "team_groups")  # fmt: skip
    op.execute(FUNCTIONS.read_text(encoding="utf-8"))
    for function in AT_THE_DOOR:
        callable_by(function, [WEB])
    for function in ("my_teams", "my_led_teams", "team_groups_of", "team_people_of"):
        callable_by(function, [WEB, "skyrelay_admin"])
    for table in ("identities", "passkeys"):
        allow(table, "mine", "ALL", using=MINE, check=MINE)
    for command in ("SELECT", "DELETE"):
        allow("web_sessions", f"mine_{command.lower()}", command, using=MINE)
    allow("invitations", "mine", "ALL", using="invited_by_id = (SELECT access.me())",
          check="invited_by_id = (SELECT access.me())")  # fmt: skip
    for table in ("invitation_groups", "invitation_streams"):
        allow(table, "mine", "ALL", using=MY_INVITATION, check=MY_INVITATION)
    led = "group_id IN (SELECT access.my_admin_groups())"
    allow("group_admission_requests", "readable", "SELECT", using=f"{MINE} OR {led}")
    allow("group_admission_requests", "made", "INSERT", check=f"{MINE} AND status = 'pending'")
    allow("group_admission_requests", "answered", "UPDATE", using=led, check=led)
    allow("group_admission_requests", "withdrawn", "DELETE", using=MINE)
    allow("teams", "readable", "SELECT",
          using="created_by_id = (SELECT access.me()) OR id IN (SELECT access.my_teams())")  # fmt: skip
    allow("teams", "made", "INSERT", check="created_by_id = (SELECT access.me())")
    allow("teams", "changed", "UPDATE", using="id IN (SELECT access.my_led_teams())", check="true")
    allow("teams", "gone", "DELETE", using="id IN (SELECT access.my_led_teams())")
    allow("team_groups", "readable", "SELECT", using="team_id IN (SELECT access.my_teams())")
    allow("team_groups", "made", "INSERT", check=f"{led} AND team_id IN (SELECT access.my_led_teams())")
    allow("team_groups", "gone", "DELETE", using=led)


def upgrade() -> None:
    _doors()
    _invitations()
    _groups()
    _security()


def downgrade() -> None:
    raise RuntimeError("Two groups may have one name now; go back by restoring a backup.")
