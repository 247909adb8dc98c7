"""What has served its time is swept: told events, ended sessions, spent login links.

Revision ID: 0005
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE FUNCTION access.sweep(events_before timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE n bigint; total bigint := 0;
        BEGIN
          DELETE FROM public.outbox WHERE at < events_before;
          GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
          DELETE FROM public.web_sessions WHERE expires_at < now();
          GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
          DELETE FROM public.login_links WHERE expires_at < now() - interval '1 day';
          GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
          RETURN total;
        END $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION access.sweep FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION access.sweep TO skyrelay_release")


def downgrade() -> None:
    op.execute("DROP FUNCTION access.sweep")
