"""The command line as a person meets it: in a process of its own, with sentences and no tracebacks."""

from __future__ import annotations

import importlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
import yaml

from app.cli.root import COMMANDS
from app.config import PROJECT


def skyrelay(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.cli", "--root", str(root), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=PROJECT,
        env=os.environ | environment,
    )


def refused(root: Path, *arguments: str, **environment: str) -> str:
    """Run a command that must refuse with exit code 2 and one line; return the line."""
    done = skyrelay(root, *arguments, **environment)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("skyrelay: ")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_is_there_and_explains_itself(name: str) -> None:
    module, _, attribute = COMMANDS[name].target.partition(":")
    command = getattr(importlib.import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.help
    assert len(command.help) > 20
    assert COMMANDS[name].summary.endswith(".")


def test_help_is_quick_and_imports_nothing_heavy(tmp_path: Path) -> None:
    began = time.monotonic()
    done = skyrelay(tmp_path, "--help")
    assert time.monotonic() - began < 2.0
    assert all(name in done.stdout for name in COMMANDS)
    program = (
        "import sys; import app.cli.root; print([m for m in ('sqlalchemy', 'pydantic', 'numpy') if m in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=PROJECT, check=True)
    assert loaded.stdout.strip() == "[]"


def test_a_bad_key_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("server: {prot: 5000}")
    assert "there is no key server.prot; the nearest is server.port" in refused(tmp_path, "run")


def test_a_taken_port_is_a_sentence_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refused(tmp_path, "run", SKYRELAY__SERVER__PORT=str(port))
    assert f"Port {port} on 127.0.0.1 cannot be opened" in said
    assert "server.port" in said
    assert not (tmp_path / "var" / "postgres").exists()


def test_an_unreachable_database_is_a_sentence(tmp_path: Path) -> None:
    url = "postgresql://someone:hunter2@127.0.0.1:9/nothing"
    for command in ("migrate", "run"):
        said = refused(tmp_path, command, SKYRELAY__DATABASE__URL=url, SKYRELAY__SERVER__PORT="0")
        assert "127.0.0.1:9/nothing cannot be reached" in said
        assert "database.url" in said
        assert "hunter2" not in said


def test_config_shows_what_is_in_force_and_no_secret(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("server: {port: 6001}")
    done = skyrelay(
        tmp_path,
        "config",
        SKYRELAY__DATABASE__URL="postgresql://u:hunter2@h/d",
        SKYRELAY__SECURITY__SECRET_KEY="7" * 40,
        SKYRELAY__INGEST__KAFKA__SECURITY="{sasl.password: hunter2}",
    )
    shown = yaml.safe_load(done.stdout)
    assert shown["server"]["port"] == 6001
    assert (shown["database"]["url"], shown["security"]["secret_key"]) == ("***", "***")
    assert "hunter2" not in done.stdout
    assert "7777" not in done.stdout


def test_status_of_nothing(tmp_path: Path) -> None:
    done = skyrelay(tmp_path, "status")
    assert done.returncode == 1
    assert "`make run` starts it" in done.stdout


def test_backup_and_restore_by_command(tmp_path: Path) -> None:
    """The embedded database is started for each command and stopped after it."""
    file = str(tmp_path / "backup.tar")
    assert skyrelay(tmp_path, "migrate").stdout.endswith("The database was migrated.\n")
    assert skyrelay(tmp_path, "backup", file).stdout.startswith(f"Wrote {file}: the database and 0 blobs")
    assert "is not empty" in refused(tmp_path, "restore", file)
    assert skyrelay(tmp_path, "restore", "--force", file).stdout.startswith(f"Restored {file}")
    assert skyrelay(tmp_path, "migrate").stdout == "The database is up to date.\n"
    assert skyrelay(tmp_path, "healthy", "web").returncode == 1
