"""Files beside a cluster's data: its passwords and its locks; and the surroundings that its programs run in."""

from __future__ import annotations

import fcntl
import os
import secrets
import socket
import time
from pathlib import Path
from typing import IO

from app.embedded.tools import DatabaseUnavailable

HOST = "127.0.0.1"


def make_secret(path: Path) -> str:
    """Return the password in ``path``, generated and written (readable by the caller alone) where there is none."""
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    password = secrets.token_urlsafe(32)
    write_secret(path, password)
    return password


def write_secret(path: Path, content: str) -> None:
    """Write ``content`` with mode 0600 from the first byte on."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(content + "\n")


def read_secret(folder: Path, name: str) -> str:
    """Read a password of an existing cluster; raises :class:`DatabaseUnavailable` where it is lost."""
    try:
        return (folder / name).read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise DatabaseUnavailable(
            f"{folder / name} is gone, and the data beside it cannot be opened without it; put it back from a backup."
        ) from error


def lock(handle: IO[bytes], mode: int, timeout_s: float) -> None:
    """Take a file lock (``fcntl.LOCK_EX`` or ``LOCK_SH``), or give up with a sentence after ``timeout_s``."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            fcntl.flock(handle, mode | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise DatabaseUnavailable(
                    f"Another process has been starting or stopping the embedded PostgreSQL for {timeout_s:.0f} s; "
                    f"end it, or look into {Path(handle.name).parent / 'server.log'}."
                ) from None
            time.sleep(0.05)
        else:
            return


def environment() -> dict[str, str]:
    """Return the variables for PostgreSQL's programs: the caller's PG* and locale must not change what they do."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def free_port(wanted: int = 0) -> int:
    """Return ``wanted`` if nobody uses it on loopback at this moment, else another free port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError:
            probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def sticky_port(folder: Path) -> int:
    """Return the port of the last start where it is free, so that clients find the server again after a restart."""
    path = folder / "port"
    text = path.read_text(encoding="ascii").strip() if path.exists() else ""
    port = free_port(int(text) if text.isdigit() else 0)
    path.write_text(f"{port}\n", encoding="ascii")
    return port
