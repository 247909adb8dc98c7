"""What a data folder says about its running server, checked against the processes that really run."""

from __future__ import annotations

import contextlib
import signal
from dataclasses import dataclass
from pathlib import Path

import psutil

LOST = (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess)


@dataclass(frozen=True)
class Postmaster:
    """The server of one data folder: its process, its port and whether it takes connections."""

    pid: int
    port: int
    ready: bool

    @classmethod
    def find(cls, data: Path) -> Postmaster | None:
        """Read ``postmaster.pid``; None where there is none, or where its process is not this folder's server."""
        try:
            lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return None
        if len(lines) < 4 or not (lines[0].isdigit() and lines[3].isdigit()):
            return None
        pid = int(lines[0])
        if not serves(pid, data):
            return None
        # Line 8 is the server's own word on its state ("starting", "ready", "stopping"), written since version 10.
        return cls(pid=pid, port=int(lines[3]), ready=len(lines) > 7 and lines[7].strip() == "ready")


def serves(pid: int, data: Path) -> bool:
    """Tell whether the process is a PostgreSQL of this folder: every process of a cluster works inside its folder.

    A pid file outlives a SIGKILL and a reboot, and its number may belong to anything by then.
    """
    try:
        process = psutil.Process(pid)
        return process.name().startswith("postgres") and Path(process.cwd()) == data.resolve()
    except LOST:
        return False


def members(data: Path) -> list[psutil.Process]:
    """List the cluster's processes that run now."""
    return [process for process in psutil.process_iter() if serves(process.pid, data)]


def clear_orphans(data: Path, timeout_s: float = 5.0) -> None:
    """Wait for the backends of a killed server to notice its death, and end those that do not.

    While one lives, it holds the shared memory and PostgreSQL refuses to start again.
    """
    _, alive = psutil.wait_procs(members(data), timeout=timeout_s)
    for process in alive:
        with contextlib.suppress(*LOST):
            process.send_signal(signal.SIGKILL)
    psutil.wait_procs(alive, timeout=timeout_s)
    (data / "postmaster.pid").unlink(missing_ok=True)


def wait_until_gone(pid: int, timeout_s: float) -> None:
    """Wait for a process to end; give up silently after ``timeout_s``."""
    with contextlib.suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
        psutil.Process(pid).wait(timeout_s)


def end(pid: int, timeout_s: float) -> None:
    """Shut a server down: fast (SIGINT), then at once (SIGQUIT), then by force with all its processes."""
    try:
        process = psutil.Process(pid)
        everyone = [process, *process.children()]
        for number, patience_s in ((signal.SIGINT, timeout_s), (signal.SIGQUIT, 5.0)):
            process.send_signal(number)
            with contextlib.suppress(psutil.TimeoutExpired):
                process.wait(patience_s)
                return
    except psutil.NoSuchProcess:
        return
    for member in everyone:
        with contextlib.suppress(psutil.NoSuchProcess):
            member.kill()
    psutil.wait_procs(everyone, timeout=5.0)
