"""A real installation for `bench.api`: a PostgreSQL that survives power loss, and web processes of their own."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg2

from app.config import Settings, as_environment, load_settings
from app.embedded import initdb
from app.embedded.folder import free_port, read_secret
from app.embedded.postgres import EmbeddedPostgres
from app.embedded.postmaster import Postmaster
from app.install import install
from app.migrate import upgrade_url

PATIENCE_S = 60.0


@dataclass(frozen=True)
class Machine:
    """What runs: the settings, the database's cluster, the processes that serve."""

    settings: Settings
    cluster: EmbeddedPostgres
    web: list[psutil.Process]

    def web_cpu_s(self) -> float:
        """Processor seconds of the web processes so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self.web)

    def database_cpu_s(self) -> float:
        """Processor seconds of the database's processes that are alive."""
        server = Postmaster.find(self.cluster.data)
        if server is None:
            return 0.0
        top = psutil.Process(server.pid)
        return sum(sum(process.cpu_times()[:2]) for process in (top, *top.children(recursive=True)))

    def resident_mb(self) -> float:
        """Resident memory of the largest web process, in MB."""
        return max(process.memory_info().rss for process in self.web) / 1e6

    @contextlib.contextmanager
    def counted(self, into: list[int]) -> Iterator[None]:
        """Count the statements that the database gets meanwhile, transactions' beginnings and ends among them."""
        self._log_statements("all")
        before = self.cluster.log.stat().st_size
        yield
        with self.cluster.log.open("rb") as log:
            log.seek(before)
            lines = log.read().decode("utf-8", "replace")
        self._log_statements("none")
        into.append(sum(line.count("LOG:  statement: ") for line in lines.splitlines() if "web_login" in line))

    def _log_statements(self, which: str) -> None:
        server = Postmaster.find(self.cluster.data)
        if server is None:
            raise RuntimeError("the database is gone")
        secret = read_secret(self.cluster.folder, "superuser.password")
        connection = psycopg2.connect(
            host="127.0.0.1", port=server.port, dbname="postgres", user=initdb.SUPERUSER, password=secret
        )
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute(f"ALTER SYSTEM SET log_statement = '{which}'")
            cursor.execute("SELECT pg_reload_conf()")
        # The backends read it between two statements, some time after being told.
        time.sleep(0.3)


@contextlib.contextmanager
def machine(folder: Path, processes: int) -> Iterator[tuple[Settings, str, EmbeddedPostgres]]:
    """Start a fresh, migrated database in ``folder``; yield the settings, the owner's address and the cluster."""
    with EmbeddedPostgres(folder / "postgres") as cluster:
        url = cluster.running_url()
        assert url is not None
        settings = load_settings(folder, {**_overrides(url), "server.processes": processes})
        upgrade_url(url)
        install(settings)
        yield settings, url, cluster


def _overrides(url: str) -> dict[str, object]:
    port = free_port()
    return {
        "database.url": url,
        "demo.enabled": False,
        "server.port": port,
        "server.requests_per_minute": 0,
        "logging.level": "WARNING",
    }


@contextlib.contextmanager
def serving(settings: Settings, url: str, cluster: EmbeddedPostgres) -> Iterator[Machine]:
    """Run the web processes; they end with the block."""
    overrides = _overrides(url) | {"server.port": settings.server.port, "server.processes": settings.server.processes}
    environment = {**os.environ, "SKYRELAY_ROOT": str(settings.root), **as_environment(overrides)}
    command = [sys.executable, "-m", "app.cli", "serve", "web"]
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for _ in range(settings.server.processes)
    ]
    try:
        for _ in running:
            _await(settings)
        yield Machine(settings, cluster, [psutil.Process(one.pid) for one in running])
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait(PATIENCE_S)


def _await(settings: Settings) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if Client(settings.server.port, None).ask("GET", "/api/health")[0] == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("the web process did not answer")


class Client:
    """One connection that stays open, as a script's does."""

    def __init__(self, port: int, token: str | None) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._headers = {"Authorization": f"token {token}"} if token else {}

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Send a request; return the status and the body of the answer."""
        headers = self._headers | ({"Content-Type": "application/json"} if body is not None else {})
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def data(self, method: str, path: str, said: Any = None) -> Any:
        """Send a request that must succeed; return the answer's data."""
        status, content = self.ask(method, path, None if said is None else json.dumps(said).encode())
        if status != 200:
            raise RuntimeError(f"{method} {path}: {status} {content[:300]!r}")
        return json.loads(content)["data"]
