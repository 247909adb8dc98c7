"""One throw-away PostgreSQL per test run, and a fresh database per test, cloned from a migrated template."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg2
import pytest
from psycopg2 import sql

from app.embedded import initdb
from app.embedded.folder import read_secret
from app.embedded.postgres import OWNER, EmbeddedPostgres

PREFIX = "skyrelay-tests-postgres-"
"""Followed by the number of the process that owns the folder."""
MEMORY = Path("/dev/shm")
"""Where a clone of the migrated database took 0.03 s and not 0.75 s (measured on a machine with a slow disk)."""
NEEDED_BYTES = 2_000_000_000


class Databases:
    """Fresh databases on one server; all of them belong to the owner role, which is no superuser."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self._folder = folder
        self._templates: dict[str, str] = {}

    def template(self, name: str, build: Callable[[str], object]) -> str:
        """Return the database ``name`` that ``build(url)`` filled once; nobody may stay connected to it."""
        if name not in self._templates:
            self._execute("CREATE DATABASE {} OWNER {}", name, OWNER)
            build(self.url_of(name))
            self._templates[name] = name
        return name

    @contextlib.contextmanager
    def fresh(self, template: str = "template1") -> Iterator[str]:
        """Yield the URL of a database cloned from ``template``; dropped afterwards, whoever is still connected."""
        name = f"t_{uuid.uuid4().hex[:12]}"
        self._execute("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY", name, OWNER, template)
        try:
            yield self.url_of(name)
        finally:
            self._execute("DROP DATABASE {} WITH (FORCE)", name)

    def url_of(self, name: str) -> str:
        """Return the owner's URL of a database on this server."""
        return f"{self.url.rpartition('/')[0]}/{name}"

    def _execute(self, statement: str, *names: str) -> None:
        # As the superuser: the owner may not end a service's connection, and one that was closed may not be gone yet.
        secret = read_secret(self._folder, "superuser.password")
        dsn = self.url.replace("+psycopg2", "")
        connection = psycopg2.connect(dsn, user=initdb.SUPERUSER, password=secret, connect_timeout=10)
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))


@contextlib.contextmanager
def throw_away_cluster() -> Iterator[EmbeddedPostgres]:
    """Run a PostgreSQL without fsync in a temporary folder, and remove both afterwards."""
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=_place()))
    server = EmbeddedPostgres(folder, durable=False)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _place() -> Path:
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > NEEDED_BYTES
    return MEMORY if roomy else Path(tempfile.gettempdir())


def _sweep() -> None:
    """End the servers of test runs that were killed, which nobody holds any more."""
    for folder in _place().glob(f"{PREFIX}*"):
        # Another run, or another process of this one, may have made its folder and not yet started its server.
        if psutil.pid_exists(int(folder.name.removeprefix(PREFIX).partition("-")[0])):
            continue
        leftover = EmbeddedPostgres(folder, durable=False)
        if leftover.stop_if_unused():
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Databases]:
    """A server for the whole test run."""
    with throw_away_cluster() as server:
        url = server.running_url()
        assert url is not None
        yield Databases(url, server.folder)


@pytest.fixture
def empty_url(postgres: Databases) -> Iterator[str]:
    """The URL of an empty database."""
    with postgres.fresh() as url:
        yield url


@pytest.fixture
def migrated_url(postgres: Databases) -> Iterator[str]:
    """The URL of a database with every migration applied and nothing else in it."""
    from app.migrate import upgrade_url

    template = postgres.template("migrated", upgrade_url)
    with postgres.fresh(template) as url:
        yield url
