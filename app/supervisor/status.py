"""The status file: what runs, for people and for the next start, which ends what was left over."""

from __future__ import annotations

import contextlib
import json
import os
import signal
from pathlib import Path
from typing import Literal

import psutil
from pydantic import BaseModel, ValidationError

State = Literal["waiting", "starting", "ready", "backoff", "finished", "stopped"]
LEFTOVER_TIMEOUT_S = 5.0


class ServiceStatus(BaseModel):
    """One service as the supervisor sees it; ``created`` (Unix time) makes its pid unique."""

    pid: int | None = None
    state: State = "waiting"
    restarts: int = 0
    created: float | None = None


class Status(BaseModel):
    """The supervisor and its services."""

    pid: int
    started_at: float
    services: dict[str, ServiceStatus]


def write_status(path: Path, status: Status) -> None:
    """Replace the status file in one step, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(status.model_dump(), indent=1) + "\n", encoding="utf-8")
    fresh.replace(path)


def read_status(path: Path) -> Status | None:
    """Read the status file; None where there is none or it is not readable as one."""
    try:
        return Status.model_validate_json(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValidationError):
        return None


def is_alive(service: ServiceStatus) -> bool:
    """Tell whether the very process that the status names still runs."""
    if service.pid is None or service.created is None:
        return False
    try:
        process = psutil.Process(service.pid)
        # The kernel counts process starts in ticks of 10 ms.
        return abs(process.create_time() - service.created) < 0.05 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end_leftovers(path: Path) -> list[str]:
    """End the services of a supervisor that was killed, with their groups; return their names."""
    status = read_status(path)
    ended = []
    for name, service in (status.services if status else {}).items():
        if service.pid is None or not is_alive(service):
            continue
        with contextlib.suppress(ProcessLookupError):
            os.killpg(service.pid, signal.SIGKILL)
        with contextlib.suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
            psutil.Process(service.pid).wait(LEFTOVER_TIMEOUT_S)
        ended.append(name)
    return ended
