"""The database for the length of a command: the configured one, or the embedded one, started if need be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.config import Settings
from app.embedded.postgres import EmbeddedPostgres
from app.install import install
from app.migrate import upgrade


@contextmanager
def database(settings: Settings) -> Iterator[str]:
    """Yield the owner's address. An embedded server that nobody else uses is stopped at the end."""
    if settings.database.url is not None:
        yield settings.database.url
        return
    with EmbeddedPostgres(settings.postgres) as server:
        yield server.start()


def bring_up_to_date(settings: Settings, url: str) -> bool:
    """Migrate and install (login roles, ACLs, roles); tell whether the schema had to change."""
    changed = upgrade(settings, url)
    install(settings)
    return changed
