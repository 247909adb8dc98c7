"""What the supervisor is told about a service, and ways to see that one is ready."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Probe = Callable[[], bool]
PROBE_TIMEOUT_S = 1.0


@dataclass(frozen=True)
class Service:
    """A command to keep running.

    ``after`` names the services that must be ready before it starts. ``ready`` is asked until it says True; without
    one, a service is ready once it has lived for a moment. With ``finishes`` an exit code 0 is no failure.
    """

    name: str
    argv: tuple[str, ...]
    after: tuple[str, ...] = ()
    ready: Probe | None = None
    ready_timeout_s: float = 60.0
    environment: Mapping[str, str] = field(default_factory=dict)
    finishes: bool = False


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
