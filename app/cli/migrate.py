"""``skyrelay migrate``."""

from __future__ import annotations

import click

from app.cli.database import bring_up_to_date, database
from app.config import load_settings


@click.command()
def migrate() -> None:
    """Bring the database to the schema of this version.

    Harmless when there is nothing to do. A migration that cannot get its locks within database.lock_timeout_s gives
    up and leaves the database as it was: stop the services, or try again later.
    """
    settings = load_settings()
    with database(settings) as url:
        changed = bring_up_to_date(settings, url)
    click.echo("The database was migrated." if changed else "The database is up to date.")
