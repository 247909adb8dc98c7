"""Bring a database to the newest schema, by Alembic, with time-outs and one at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import ClassVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from app.config import PROJECT, Settings
from app.errors import SkyrelayError

LOCK_TIMEOUT_S = 5.0
STATEMENT_TIMEOUT_S = 600.0
"""Building an index over millions of rows may take minutes; longer than this, somebody should look."""
CONNECT_TIMEOUT_S = 5.0
MIGRATION_LOCK = 7_365_879_215
"""Key of the advisory lock that keeps two processes from migrating one database at once; any fixed number does."""


class MigrationError(SkyrelayError):
    """The database cannot be brought to the schema that this version needs."""

    code: ClassVar[str] = "migration"
    status: ClassVar[int] = 503


def upgrade(settings: Settings, url: str | None = None) -> bool:
    """Migrate the database of ``settings`` (or ``url``); tell whether anything had to be done."""
    target = url or settings.database.url
    if target is None:
        raise MigrationError("There is no database to migrate: start it with `skyrelay run`, or set database.url.")
    return upgrade_url(target, settings.database.lock_timeout_s, settings.database.connect_timeout_s)


def upgrade_url(url: str, lock_timeout_s: float = LOCK_TIMEOUT_S, connect_timeout_s: float = CONNECT_TIMEOUT_S) -> bool:
    """Migrate the database at ``url``; raises :class:`MigrationError` and leaves the database as it was."""
    options = f"-c lock_timeout={lock_timeout_s * 1000:.0f} -c statement_timeout={STATEMENT_TIMEOUT_S * 1000:.0f}"
    engine = create_engine(
        url,
        poolclass=NullPool,
        connect_args={"connect_timeout": max(1, round(connect_timeout_s)), "options": options},
    )
    try:
        with engine.connect() as connection, _one_at_a_time(connection):
            return _upgrade(connection)
    except OperationalError as error:
        raise MigrationError(_sentence(error, url)) from error
    finally:
        engine.dispose()


def scripts() -> ScriptDirectory:
    """Return Alembic's view of ``migrations/``."""
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> bool:
    current = MigrationContext.configure(connection).get_current_heads()
    known = scripts()
    wanted = tuple(known.get_heads())
    if set(current) == set(wanted):
        return False
    unknown = sorted(set(current) - {script.revision for script in known.walk_revisions()})
    if unknown:
        raise MigrationError(
            f"The database was written by a newer Skyrelay (schema {unknown[0]} is unknown here): update this "
            "installation, or restore a backup that it made."
        )
    connection.rollback()
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "heads")
    return True


@contextlib.contextmanager
def _one_at_a_time(connection: Connection) -> Iterator[None]:
    connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": MIGRATION_LOCK})
    connection.commit()
    try:
        yield
    finally:
        connection.rollback()
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": MIGRATION_LOCK})
        connection.commit()


def _sentence(error: OperationalError, url: str) -> str:
    said = str(error.orig).strip().splitlines()[0]
    place = url.rpartition("@")[2]
    if getattr(error.orig, "pgcode", None) == "55P03":
        return (
            f"The database at {place} is in use, and the migration did not get its lock in time; stop the services "
            "and run `skyrelay migrate` again. Nothing was changed."
        )
    if getattr(error.orig, "pgcode", None) is None:
        return f"The database at {place} cannot be reached ({said}); is it running, and is database.url right?"
    return f"The database at {place} refused the migration ({said}). Nothing was changed."
