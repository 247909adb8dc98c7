"""Claims, author lists and frozen data sets of publications.

Revision ID: 0014
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from migrations.security import WEB, allow, callable_by, close, open_to

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"
ADMIN, RELEASE = "skyrelay_admin", "skyrelay_release"
_INSIDE = "publication_id IN (SELECT access.my_publications())"
_LED = "publication_id IN (SELECT access.my_led_publications())"
_SELF = "user_id = (SELECT access.me())"
_KNOWN = "EXISTS (SELECT FROM public.publications p WHERE p.id = publication_id)"


def upgrade() -> None:
    sql = (SQL / "0014_claims.sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(sql.replace("%", "%%"))
    close("publication_people", "publication_rules", "group_builders", "claim_overlaps", "claim_sides")
    _people()
    _claims()
    for function, roles in (
        ("my_publications()", (WEB, ADMIN, RELEASE)),
        ("my_led_publications()", (WEB, ADMIN, RELEASE)),
        ("audiences_of_group(int)", ()),
        ("scope_of(int, int)", ()),
        ("keep_scope(int)", (WEB, ADMIN, RELEASE)),
        ("override_obligation(int, text)", (WEB, ADMIN)),
        ("people_of_publication(int, int)", (WEB, ADMIN, RELEASE)),
        ("lacking(int, int[])", (WEB, ADMIN)),
        ("tell_overlap(int, int, text)", (WEB, ADMIN, RELEASE)),
        ("find_overlaps(int)", (WEB, ADMIN, RELEASE)),
        ("end_overlaps(int)", (WEB, ADMIN, RELEASE)),
        ("claims_in(int[])", (WEB, ADMIN, RELEASE)),
        ("permitted(int, text[])", (WEB, ADMIN)),
        ("frozen_stays()", ()),
        ("consent_is_ones_own()", ()),
    ):
        op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")
        if roles:
            callable_by(function, roles)


def _people() -> None:
    public_leads = f"(role = 'lead' AND state = 'accepted' AND {_KNOWN})"
    allow("publication_people", "readable", "SELECT", using=f"{_SELF} OR {_INSIDE} OR {public_leads}")
    allow("publication_people", "made", "INSERT", check=f"{_LED} AND invited_by_id = (SELECT access.me())")
    allow("publication_people", "changed", "UPDATE", using=f"{_SELF} OR {_LED}", check=f"{_SELF} OR {_LED}")
    allow("publication_people", "gone", "DELETE", using=f"{_LED} AND user_id IS NULL")
    visible = "EXISTS (SELECT FROM public.groups g WHERE g.id = group_id)"
    chief = "group_id IN (SELECT access.my_admin_groups())"
    allow("publication_rules", "readable", "SELECT", using=visible)
    allow("publication_rules", "made", "INSERT", check=chief)
    allow("publication_rules", "changed", "UPDATE", using=chief, check=chief)
    allow("group_builders", "readable", "SELECT", using=visible)
    allow("group_builders", "managed", "ALL", using=chief, check=chief)
    open_to(RELEASE, ["publication_people", "publication_rules"])


def _claims() -> None:
    allow("claim_sides", "readable", "SELECT", using=f"told_at IS NOT NULL AND {_INSIDE}")
    told = "EXISTS (SELECT FROM public.claim_sides cs WHERE cs.overlap_id = id)"
    judge = "(arbiter_id = (SELECT access.me()) AND state <> 'waiting')"
    allow("claim_overlaps", "readable", "SELECT", using=f"{told} OR {judge}")
    led = "IN (SELECT access.my_led_publications())"
    parts = f"(state = 'open' AND (first_id {led} OR second_id {led})) OR {judge}"
    allow("claim_overlaps", "changed", "UPDATE", using=parts, check="true")
    # Which claims meet, by which rule and until when is not theirs to change.
    op.execute(f"REVOKE UPDATE ON public.claim_overlaps FROM {WEB}")
    op.execute(
        "GRANT UPDATE (answers, state, outcome, winner_id, why, settled_at, modified)"
        f" ON public.claim_overlaps TO {WEB}"
    )
    open_to(RELEASE, ["claim_overlaps", "claim_sides"], "SELECT, UPDATE")


def downgrade() -> None:
    raise RuntimeError("Claims and consents are not thrown away: restore the backup made before this.")
