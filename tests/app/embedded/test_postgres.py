"""The embedded PostgreSQL: made once, shared, stopped by the last, and back after being killed."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import psycopg2
import pytest

from app.embedded.postgres import EmbeddedPostgres
from app.embedded.postmaster import Postmaster, members
from app.embedded.tools import DatabaseUnavailable, tool
from tests.support.waiting import until


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    """A cluster that was made and stopped, copied by each test."""
    folder = Path(tempfile.mkdtemp(prefix="skyrelay-test-embedded-"))
    with EmbeddedPostgres(folder / "pg", durable=False):
        pass
    yield folder / "pg"
    shutil.rmtree(folder)


@pytest.fixture
def folder(template: Path) -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="skyrelay-test-embedded-"))
    subprocess.run(["cp", "-a", str(template), str(place / "pg")], check=True, timeout=30)
    yield place / "pg"
    for process in members(place / "pg" / "data"):
        process.kill()
    shutil.rmtree(place)


def ask(url: str, statement: str) -> object:
    with closing(psycopg2.connect(url.replace("+psycopg2", ""), connect_timeout=5)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            row = cursor.fetchone() if cursor.description else None
            return row[0] if row else None


def test_only_its_owner_gets_in(folder: Path) -> None:
    with EmbeddedPostgres(folder, durable=False) as server:
        url = server.running_url()
        assert url is not None
        assert ask(url, "SELECT current_user || current_setting('is_superuser')") == "skyrelay_owneroff"
        assert ask(url, "SHOW listen_addresses") == "127.0.0.1"
        lines = (folder / "data" / "postmaster.pid").read_text().splitlines()
        assert lines[4] == "", "no unix socket, which other accounts could find"
        for name in ("skyrelay_owner", "postgres"):
            wrong = f"postgresql://{name}:wrong@{url.rpartition('@')[2]}"
            with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
                ask(wrong, "SELECT 1")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for secret in ("password", "superuser.password"):
        assert stat.S_IMODE((folder / secret).stat().st_mode) == 0o600


def test_data_outlive_a_stop_and_a_kill(folder: Path) -> None:
    # Durable on purpose: what was committed must be there after SIGKILL.
    server = EmbeddedPostgres(folder)
    url = server.start()
    ask(url, "CREATE TABLE kept (value int)")
    ask(url, "INSERT INTO kept VALUES (1)")
    postmaster = Postmaster.find(server.data)
    assert postmaster is not None
    os.kill(postmaster.pid, signal.SIGKILL)
    again = EmbeddedPostgres(folder)
    assert ask(again.start(), "SELECT value FROM kept") == 1
    server.stop()
    again.stop()
    assert until(lambda: not members(server.data), 10, "every process gone")
    assert not (server.data / "postmaster.pid").exists()


def test_the_last_one_stops_it(folder: Path) -> None:
    first, second = EmbeddedPostgres(folder, durable=False), EmbeddedPostgres(folder, durable=False)
    assert first.start() == second.start()
    assert not first.stop_if_unused()
    first.stop()
    assert second.running_url() is not None
    second.stop()
    assert second.running_url() is None


def test_a_server_whose_holder_was_killed_is_used_again(folder: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from app.embedded.postgres import EmbeddedPostgres\n"
        "server = EmbeddedPostgres(Path(sys.argv[1]), durable=False); print(server.start(), flush=True)\n"
        "time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    url = holder.stdout.readline().strip()
    holder.kill()
    holder.wait(10)
    server = EmbeddedPostgres(folder, durable=False)
    assert server.running_url() == url
    assert server.start() == url
    server.stop()
    assert server.running_url() is None


def test_a_pid_file_of_another_process_is_no_server(folder: Path) -> None:
    data = folder / "data"
    innocent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        lines = [str(innocent.pid), str(data), "1", "5432", "", "127.0.0.1", "0 0", "ready"]
        (data / "postmaster.pid").write_text("\n".join(lines) + "\n")
        server = EmbeddedPostgres(folder, durable=False)
        assert server.running_url() is None
        with server:
            assert server.running_url() is not None
        assert psutil.Process(innocent.pid).is_running()
    finally:
        innocent.kill()
        innocent.wait(10)


def test_data_of_another_version_are_refused(folder: Path) -> None:
    (folder / "data" / "PG_VERSION").write_text("17\n")
    with pytest.raises(DatabaseUnavailable, match=r"are of PostgreSQL 17.*`skyrelay restore`"):
        EmbeddedPostgres(folder, durable=False).start()


def test_a_server_that_cannot_start_says_why_and_leaves_nothing(folder: Path) -> None:
    with (folder / "data" / "postgresql.conf").open("a") as handle:
        handle.write("no_such_setting = 1\n")
    with pytest.raises(DatabaseUnavailable, match=r"stopped at once:.*server\.log"):
        EmbeddedPostgres(folder, durable=False).start()
    assert not members(folder / "data")


def test_lost_passwords_are_named(folder: Path) -> None:
    (folder / "password").unlink()
    with pytest.raises(DatabaseUnavailable, match="password is gone"):
        EmbeddedPostgres(folder, durable=False).start()
    assert not members(folder / "data")


def test_an_unfinished_cluster_is_made_anew() -> None:
    with tempfile.TemporaryDirectory(prefix="skyrelay-test-embedded-") as name:
        folder = Path(name) / "pg"
        (folder / "data.new" / "base").mkdir(parents=True)
        with EmbeddedPostgres(folder, durable=False) as server:
            assert server.running_url() is not None
        assert not (folder / "data.new").exists()


def test_client_programs_are_of_the_same_version() -> None:
    for name in ("pg_dump", "pg_restore", "psql"):
        shown = subprocess.run([tool(name), "--version"], capture_output=True, text=True, timeout=10, check=True)
        assert "(PostgreSQL) 18." in shown.stdout
