"""The conduct ledger: settings, members, entries, evidence, appeals.

Revision ID: 0020
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from migrations.security import WEB, WORKS, allow, callable_by, close, open_to

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
ADMIN, RELEASE, FOLLOWUP = "skyrelay_admin", "skyrelay_release", "skyrelay_followup"
TABLES = (
    "conduct_settings", "conduct_members", "conduct_entries", "conduct_evidence", "conduct_appeals", "conduct_runs",
)  # fmt: skip
_OWN = "group_id IN (SELECT access.my_groups())"
_LEDGER = "IN (SELECT access.my_ledgers())"
_CASE = "IN (SELECT access.my_cases())"
_READ = "    ELSE RETURN false"
_READS = (
    "    WHEN 'conduct_entry' THEN RETURN EXISTS (SELECT FROM public.conduct_entries WHERE id = row_id::bigint);\n"
    "    WHEN 'conduct_ledger' THEN RETURN EXISTS (SELECT FROM public.conduct_settings WHERE group_id = row_id::int);\n"
)
_SEEN = (
    "id, collaboration_id, group_id, rule, rule_version, parameters, weight, sentence, state, happened_at, shown_at,"
    " effective_at, created_at, modified"
)


def upgrade() -> None:
    sql = (SQL / "0020_conduct.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    close(*TABLES)
    _settings()
    _entries()
    _services()
    _notices()


def _settings() -> None:
    # Whoever is asked to join reads by which rules.
    asked = "EXISTS (SELECT FROM public.conduct_members m WHERE m.collaboration_id = conduct_settings.group_id)"
    chief = "group_id IN (SELECT access.my_admin_groups())"
    keeper = "collaboration_id IN (SELECT access.my_admin_groups())"
    allow("conduct_settings", "readable", "SELECT", using=f"{_OWN} OR {asked}")
    allow("conduct_settings", "made", "INSERT", check=chief)
    allow("conduct_settings", "changed", "UPDATE", using=chief, check=chief)
    allow("conduct_members", "readable", "SELECT", using=f"{_OWN} OR collaboration_id {_LEDGER}")
    allow("conduct_members", "made", "INSERT", check=keeper)
    allow("conduct_members", "changed", "UPDATE", using=f"{keeper} OR {chief}", check=f"{keeper} OR {chief}")


def _entries() -> None:
    told = f"state = 'effective' AND collaboration_id {_LEDGER} AND access.in_ledger(collaboration_id, group_id)"
    own = f"EXISTS (SELECT FROM public.conduct_entries e WHERE e.id = entry_id AND e.{_OWN})"
    allow("conduct_entries", "readable", "SELECT", using=f"{_OWN} OR id {_CASE} OR ({told})")
    allow("conduct_evidence", "readable", "SELECT", using=f"{own} OR entry_id {_CASE}")
    allow("conduct_appeals", "readable", "SELECT", using=f"{own} OR entry_id {_CASE}")
    # Its key names rows.
    op.execute(f"REVOKE SELECT ON public.conduct_entries FROM {WEB}")
    op.execute(f"GRANT SELECT ({_SEEN}) ON public.conduct_entries TO {WEB}")


def _services() -> None:
    open_to(RELEASE, TABLES, WORKS)
    open_to(FOLLOWUP, ["conduct_settings", "conduct_members", "conduct_entries"])
    open_to(
        RELEASE,
        ["classifications", "candidates", "spectra", "annotations", "comments", "attempts", "triggers",
         "trigger_transitions", "allocations", "data_takings"],
    )  # fmt: skip
    for function, roles in (
        ("my_ledgers()", (WEB, ADMIN)),
        ("in_ledger(int, int)", (WEB, ADMIN)),
        ("my_cases()", (WEB, ADMIN)),
        ("appeal_entry(bigint, text, timestamptz)", (WEB, ADMIN)),
        ("review_entry(bigint, text, double precision, text, timestamptz)", (WEB, ADMIN)),
        ("conduct_people(int, int)", (WEB, ADMIN, RELEASE)),
        ("assign_reviewers()", (WEB, ADMIN, RELEASE)),
        ("audiences_of_group(int)", (RELEASE,)),
    ):
        callable_by(function, roles)
    for function in ("reviewer_for(bigint)", "joining_is_ones_own()"):
        op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")


def _notices() -> None:
    """Let notifications be about entries and ledgers, whatever else migrations before this one let them be about."""
    asked = sa.text("SELECT pg_get_functiondef('access.reads(text, text)'::regprocedure)")
    body = op.get_bind().execute(asked).scalar_one()
    if body.count(_READ) != 1:
        raise RuntimeError("access.reads() is not as migration 0014 left it: add the kinds of the ledger by hand.")
    op.get_bind().exec_driver_sql(body.replace(_READ, _READS + _READ).replace("%", "%%"))


def downgrade() -> None:
    raise RuntimeError("A ledger with its appeals is not thrown away: restore the backup made before this.")
