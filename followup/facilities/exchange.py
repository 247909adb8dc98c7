"""Every HTTP call of a facility class passes here: with a time-out, a record of the answer, and a fence.

TOM Toolkit's facility modules call ``requests.request`` without a time-out and forget the response. Their
module global ``requests`` is replaced by :class:`BoundedRequests`, which serves the exchange that is current
in this thread (or task) and refuses calls outside of any: nothing can reach a portal but through a gateway.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from followup.facilities.errors import ConnectionForbidden
from followup.facilities.headless import start_toolkit


@dataclass
class Exchange:
    """One conversation with a facility: its limits, and what was answered so far."""

    session: requests.Session
    timeout_s: float
    answers: list[requests.Response] = field(default_factory=list)

    def request(self, method: str, url: str, **options: Any) -> requests.Response:
        """Make one call and remember its answer."""
        options["timeout"] = self.timeout_s
        answer = self.session.request(method, url, **options)
        self.answers.append(answer)
        return answer

    @property
    def last(self) -> requests.Response | None:
        """The latest answer."""
        return self.answers[-1] if self.answers else None


_CURRENT: ContextVar[Exchange | None] = ContextVar("exchange", default=None)


class BoundedRequests:
    """Stands in for the module ``requests`` inside TOM Toolkit's facility modules."""

    exceptions = requests.exceptions
    HTTPError = requests.HTTPError
    ConnectionError = requests.ConnectionError

    @staticmethod
    def request(method: str, url: str, **options: Any) -> requests.Response:
        """Make the call within the current exchange; raise :class:`ConnectionForbidden` outside of one."""
        current = _CURRENT.get()
        if current is None:
            raise ConnectionForbidden(f"{method} {url} outside of a gateway's exchange")
        return current.request(method, url, **options)


class LoopbackAdapter(HTTPAdapter):
    """Sends to loopback addresses only; redirections come through here too."""

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Send, or raise :class:`ConnectionForbidden` before any connection is opened."""
        host = urlsplit(request.url or "").hostname
        if not is_loopback(host):
            raise ConnectionForbidden(f"a simulated facility must stay on loopback, not {host}")
        return super().send(request, *args, **options)


def is_loopback(host: str | None) -> bool:
    """Tell whether a host is a literal loopback address; names are not trusted, for a resolver may say anything."""
    try:
        return host is not None and ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _session(loopback_only: bool) -> requests.Session:
    session = requests.Session()
    if loopback_only:
        session.trust_env = False  # a proxy from the environment would lead off loopback
        adapter: HTTPAdapter = LoopbackAdapter()
    else:
        adapter = HTTPAdapter()
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


@cache
def _fence_toolkit() -> None:
    start_toolkit()
    from tom_observations.facilities import blanco, ocs, soar

    for module in (ocs, soar, blanco):
        module.requests = BoundedRequests


@contextmanager
def exchange(timeout_s: float, *, loopback_only: bool) -> Iterator[Exchange]:
    """Open an exchange: inside, the toolkit's facility classes may call, each call bounded by ``timeout_s``."""
    _fence_toolkit()
    with _session(loopback_only) as session:
        opened = Exchange(session, timeout_s)
        token = _CURRENT.set(opened)
        try:
            yield opened
        finally:
            _CURRENT.reset(token)
