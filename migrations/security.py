"""Row security for the tables of later migrations, in the words of 0001: closed first, then opened by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alembic import op

WEB = "skyrelay_web"
READS = "SELECT"
WORKS = "SELECT, INSERT, UPDATE"
_MINE = "owner_id = (SELECT access.me())"
_HEARD = "audience_id IN (SELECT access.my_audiences())"
_MEMBER = "holder_id IN (SELECT access.my_groups())"
_CHIEF = "holder_id IN (SELECT access.my_admin_groups())"


def close(*tables: str) -> None:
    """Close tables to everybody but system administrators."""
    for table in tables:
        op.execute(f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY admin ON public.{table} TO skyrelay_admin USING (true) WITH CHECK (true)")
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON public.{table} TO skyrelay_admin")


def hold(*tables: str) -> None:
    """Close tables of held rows and open them to the portal by the rule of every held row.

    Read by owner or audience; made by their owner in a group of theirs; changed and deleted by the owner or an
    administrator of the holder.
    """
    close(*tables)
    for table in tables:
        allow(table, "readable", "SELECT", using=f"{_MINE} OR {_HEARD}")
        allow(table, "made", "INSERT", check=f"{_MINE} AND {_MEMBER}")
        allow(table, "changed", "UPDATE", using=f"{_MINE} OR {_CHIEF}", check=_MEMBER)
        allow(table, "gone", "DELETE", using=f"{_MINE} OR {_CHIEF}")


def allow(table: str, name: str, command: str, *, using: str | None = None, check: str | None = None) -> None:
    """Open one command (``SELECT`` … or ``ALL``) of a table to the portal where the condition holds, and grant it."""
    rule = f'CREATE POLICY "{name}" ON public.{table} FOR {command} TO {WEB}'
    op.execute(rule + (f" USING ({using})" if using else "") + (f" WITH CHECK ({check})" if check else ""))
    granted = "SELECT, INSERT, UPDATE, DELETE" if command == "ALL" else command
    op.execute(f"GRANT {granted} ON public.{table} TO {WEB}")


def count_for_objs(*tables: str) -> None:
    """Let rows of these held tables (with ``obj_id``) make their obj visible to their audience, by ``obj_audience``."""
    for table in tables:
        for trigger, event, rows in (
            ("rows_added", "INSERT", "NEW TABLE AS new_rows"),
            ("rows_gone", "DELETE", "OLD TABLE AS old_rows"),
            ("rows_moved", "UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"),
        ):
            op.execute(
                f"CREATE TRIGGER {trigger} AFTER {event} ON public.{table} REFERENCING {rows} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION access.{trigger}()"
            )


def open_to(role: str, tables: Iterable[str], commands: str = READS) -> None:
    """Open tables to a service role (``skyrelay_ingest``, ``_followup``, ``_release``): all rows, these commands."""
    for table in tables:
        op.execute(f"GRANT {commands} ON public.{table} TO {role}")
        op.execute(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'public' AND tablename = '{table}' "
            f"AND policyname = 'service_{role}') THEN "
            f"CREATE POLICY service_{role} ON public.{table} TO {role} USING (true) WITH CHECK (true); END IF; END $$"
        )


def callable_by(function: str, roles: Sequence[str]) -> None:
    """Let only these roles call a function of the schema ``access``; give its name, with argument types if need be."""
    op.execute(f"REVOKE EXECUTE ON FUNCTION access.{function} FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION access.{function} TO {', '.join(roles)}")
