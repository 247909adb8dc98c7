"""What the supervisor is told about a service, and ways to see that one is ready."""

from __future__ import annotations

import os
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Probe = Callable[[], bool]
PROBE_TIMEOUT_S = 1.0


@dataclass(frozen=True)
class Service:
    """A command to keep running.

    ``after`` names the services that must be ready before it starts. ``ready`` is asked until it says True; without
    one, a service is ready once it has lived for a moment. With ``finishes`` an exit code 0 is no failure.
    An ``essential`` one must be ready before anything is announced; others may fail, and are named then.
    """

    name: str
    argv: tuple[str, ...]
    after: tuple[str, ...] = ()
    ready: Probe | None = None
    ready_timeout_s: float = 60.0
    environment: Mapping[str, str] = field(default_factory=dict)
    finishes: bool = False
    essential: bool = False


READY_VARIABLE = "SKYRELAY_READY_FILE"


def announce_ready() -> None:
    """Tell the supervisor, if there is one, that this process has begun its work: by making the file it named."""
    name = os.environ.get(READY_VARIABLE)
    if name:
        Path(name).touch()


def announces(path: Path) -> tuple[Probe, dict[str, str]]:
    """Return a probe for a service that calls :func:`announce_ready`, and the environment that it needs for it."""
    path.unlink(missing_ok=True)
    return path.exists, {READY_VARIABLE: str(path)}


def http_answers(url: str) -> Probe:
    """Return a probe that is True when ``url`` answers with a status below 500."""

    def probe() -> bool:
        try:
            with urllib.request.urlopen(url, timeout=PROBE_TIMEOUT_S) as answer:  # noqa: S310 - our own address
                return bool(answer.status < 500)
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            return False

    return probe


def port_listens(host: str, port: int) -> Probe:
    """Return a probe that is True when something accepts connections on the port."""

    def probe() -> bool:
        try:
            with socket.create_connection((host, port), timeout=PROBE_TIMEOUT_S):
                return True
        except OSError:
            return False

    return probe
