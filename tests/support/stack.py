"""The whole of Skyrelay as ``make run`` starts it: real processes, real databases, real signals."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg2
import yaml

from app.config import load_settings
from app.embedded.postgres import EmbeddedPostgres
from tests.support.waiting import until

PROJECT = Path(__file__).resolve().parents[2]
START_S = 120.0
_ADDRESS = re.compile(r"runs at (http://\S+)")
_LINK = re.compile(r"log in as (\S+) .*: (http://\S+/login/\S+)")


class Stack:
    """One installation in a folder of its own, started, killed and started again."""

    def __init__(self, root: Path, settings: dict[str, Any]) -> None:
        self.root = root
        self.base_url = ""
        self.links: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self.process: subprocess.Popen[str] | None = None
        self.said: list[str] = []
        root.mkdir(parents=True, exist_ok=True)
        (root / "config.yaml").write_text(yaml.safe_dump(settings))

    @property
    def environment(self) -> dict[str, str]:
        """What a command of this installation runs with."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("SKYRELAY__")}
        return kept | {"SKYRELAY_ROOT": str(self.root), "PYTHONUNBUFFERED": "1"}

    def start(self) -> Stack:
        """Start everything and wait until it says that it is ready."""
        self.said, self.links, self.base_url = [], {}, ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "run", "--port", "0", "--quiet"],
            cwd=PROJECT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True,
        )  # fmt: skip
        threading.Thread(target=self._listen, args=(self.process,), daemon=True).start()
        until(self._ready, START_S, "the stack's start")
        return self

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.said.append(line)
            if found := _ADDRESS.search(line):
                self.base_url = found[1]
            if found := _LINK.search(line):
                self.links[found[1]] = found[2]

    def _ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, "the stack ended: " + "".join(self.said[-20:])
        return bool(self.base_url) and "demo-pi" in self.links

    def kill(self) -> None:
        """End the supervisor by SIGKILL: nothing gets a chance to tidy up."""
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def stop(self) -> None:
        """End it as Ctrl-C does, whatever state it is in, and the database with it."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(60)
        EmbeddedPostgres(self.root / "var" / "postgres").stop()

    def run(self, *arguments: str, timeout_s: float = 120) -> str:
        """Run a ``skyrelay`` command of this installation; return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", *arguments],
            cwd=PROJECT, env=self.environment, capture_output=True, text=True, timeout=timeout_s, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"skyrelay {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the database as its owner."""
        with closing(self._connect()) as connection, connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall()) if cursor.description else []

    @contextmanager
    def never_committed(self, statement: str, *values: object) -> Iterator[None]:
        """Keep what ``statement`` does, and the locks that it takes, in an open transaction; roll back at the end."""
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            yield

    def _connect(self) -> Any:
        url = EmbeddedPostgres(load_settings(self.root).postgres).running_url()
        assert url is not None
        return psycopg2.connect(url.replace("+psycopg2", ""), connect_timeout=10)

    def token(self, username: str) -> str:
        """Return an API token of a user, made on the command line at the first need."""
        if username in self.tokens:
            return self.tokens[username]
        printed = self.run("token", "create", username, "test")
        found = re.search(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", printed)
        assert found is not None, printed
        self.tokens[username] = found[0]
        return found[0]

    def client(self, username: str) -> httpx.Client:
        """An HTTP client with a token of the user."""
        return httpx.Client(
            base_url=self.base_url, headers={"Authorization": f"token {self.token(username)}"}, timeout=30
        )


def small_installation(**changes: Any) -> dict[str, Any]:
    """Settings for a stack on a test's machine: no simulated night, observatories that are always open and quick."""
    settings: dict[str, Any] = {
        "logging": {"level": "INFO", "format": "json"},
        "ingest": {"simulated_night": {"enabled": False}},
        "followup": {
            "poll_s": 0.5,
            "accept_timeout_s": 30,
            "observatories": {"night": "always", "weather": "clear", "speed": 20},
        },
        "releases": {"interval_s": 1},
    }
    for section, values in changes.items():
        settings[section] = {**settings.get(section, {}), **values}
    return settings
