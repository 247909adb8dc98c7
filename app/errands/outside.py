"""The one HTTP client for the outside: limits on time and size, and a guard on addresses that users choose."""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import httpx

from app.config import Outside as OutsideSettings
from app.errands.guard import Guard, Refused, parse, port_of
from app.errors import SkyrelayError, Unavailable

__all__ = ["Message", "NoAnswer", "Outside", "Refused", "Reply"]

AGENT = "Skyrelay"
# It writes every address with its query into the log, and some services want their keys there.
logging.getLogger("httpx").setLevel(logging.WARNING)
PLAIN_HEADERS = ("accept", "accept-encoding", "content-length", "content-type", "host", "user-agent")
"""What a redirect to another origin still gets: the rest may be credentials."""


class NoAnswer(SkyrelayError):
    """The other side did not answer, or not in a way that can be used; ``interrupted`` if it was we who hung up."""

    code = "no_answer"
    status = 503

    def __init__(self, message: str, interrupted: bool = False) -> None:
        super().__init__(message)
        self.interrupted = interrupted


@dataclass(frozen=True)
class Message:
    """What to send. At most one of ``json``, ``form`` (with ``files``) and ``content`` is the body."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, str] = field(default_factory=dict)
    json: Any = None
    form: Mapping[str, Any] | None = None
    files: Mapping[str, tuple[str, bytes, str]] | None = None
    content: bytes | None = None
    auth: httpx.Auth | tuple[str, str] | None = None
    total_timeout_s: float | None = None

    def request(self, client: httpx.AsyncClient) -> httpx.Request:
        """Return it as a request."""
        url = parse(self.url).copy_merge_params(dict(self.params))
        return client.build_request(
            self.method, url, headers=dict(self.headers), json=self.json,
            data=self.form, files=self.files, content=self.content,
        )  # fmt: skip


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    url: str

    @property
    def ok(self) -> bool:
        """Whether the other side says that it worked."""
        return 200 <= self.status < 300

    def text(self, most: int = 500) -> str:
        """Return the beginning of the answer, for people."""
        return self.content[: most * 4].decode("utf-8", "replace").replace("\x00", "")[:most]

    def json(self) -> Any:
        """Return the answer as JSON; raise :class:`NoAnswer` where it is none."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            raise NoAnswer(f"The answer of {httpx.URL(self.url).host} is not JSON.") from error

    @property
    def retry_after_s(self) -> float | None:
        """How long the other side asks us to wait, if it says so in seconds; an hour at most."""
        told = self.headers.get("retry-after", "")
        return min(float(told), 3600.0) if told.isascii() and told.isdigit() else None


class Outside:
    """Sends messages out of the machine. Never within a transaction: it may take ``total_timeout_s``.

    Proxies of the environment are not used, since they would connect to what the guard did not see.
    """

    def __init__(self, settings: OutsideSettings) -> None:
        self.settings = settings
        self.guard = Guard(settings.allow_private, settings.allowed_hosts)
        self._going: set[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = set()
        self._lock = threading.Lock()
        self._closed = False

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)

    def send(self, message: Message, *, chosen_by: Literal["user", "operator"] = "user") -> Reply:
        """Send a message and return the answer, whatever its status.

        Addresses chosen by users must be public; those that the operator wrote into the settings are trusted, the
        ones they redirect to are not.

        Raises :class:`Refused` for an address that may not be asked, :class:`NoAnswer` for everything that goes wrong
        on the way: no name, no connection, silence, an answer that is too long or not HTTP.
        """
        return asyncio.run(self._send(message, trusted=chosen_by == "operator"))

    def close(self) -> None:
        """Cut off every exchange that is going on, and begin no other."""
        with self._lock:
            self._closed = True
            for loop, task in self._going:
                loop.call_soon_threadsafe(task.cancel)

    async def _send(self, message: Message, trusted: bool) -> Reply:
        total = message.total_timeout_s or self.settings.total_timeout_s
        host = parse(message.url).host
        task = asyncio.current_task()
        assert task is not None
        here = (asyncio.get_running_loop(), task)
        with self._lock:
            if self._closed:
                raise NoAnswer("The service is ending.", interrupted=True)
            self._going.add(here)
        try:
            async with asyncio.timeout(total):
                return await self._exchange(message, trusted)
        except TimeoutError as error:
            raise NoAnswer(f"{host} took longer than {total:g} s.") from error
        except asyncio.CancelledError as error:
            raise NoAnswer("The service is ending.", interrupted=True) from error
        except httpx.TimeoutException as error:
            raise NoAnswer(f"{host} was silent for too long ({type(error).__name__}).") from error
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, OSError) as error:
            raise NoAnswer(f"{host} cannot be talked to: {_said(error)}") from error
        except Unavailable as error:
            raise NoAnswer(error.message) from error
        finally:
            with self._lock:
                self._going.discard(here)

    async def _exchange(self, message: Message, trusted: bool) -> Reply:
        limits = httpx.Timeout(self.settings.read_timeout_s, connect=self.settings.connect_timeout_s)
        transport = _Checked(self.guard, self._certificates, trusted)
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        async with httpx.AsyncClient(transport=transport, timeout=limits, headers=headers, trust_env=False) as client:
            request = message.request(client)
            for _ in range(self.settings.max_redirects + 1):
                response = await client.send(request, auth=message.auth, stream=True, follow_redirects=False)
                try:
                    onwards = response.next_request
                    if onwards is None:
                        content = await self._read(response)
                        return Reply(response.status_code, dict(response.headers), content, str(request.url))
                finally:
                    await response.aclose()
                message, request = _redirected(message, request, onwards)
                transport.trusted = trusted and _origin(request.url) == _origin(parse(message.url))
            raise NoAnswer(f"{request.url.host} redirects too often.")

    async def _read(self, response: httpx.Response) -> bytes:
        if response.headers.get("content-encoding", "identity").lower() not in ("identity", ""):
            raise NoAnswer(f"{response.url.host} answered compressed, which it was asked not to do.")
        most = int(self.settings.max_answer_mb * 1_000_000)
        read = bytearray()
        async for chunk in response.aiter_raw(65536):
            read += chunk
            if len(read) > most:
                raise NoAnswer(f"The answer of {response.url.host} is longer than {most} bytes.")
        return bytes(read)


class _Checked(httpx.AsyncBaseTransport):
    """Connects to addresses that the guard has seen, one connection a request, so that none outlives its judgement."""

    def __init__(self, guard: Guard, certificates: ssl.SSLContext, trusted: bool) -> None:
        self.guard = guard
        self.trusted = trusted
        self._inner = httpx.AsyncHTTPTransport(
            verify=certificates, trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = parse(str(request.url))
        guard = Guard(allow_private=True) if self.trusted else self.guard
        loop = asyncio.get_running_loop()
        addresses = await loop.run_in_executor(None, guard.addresses, url.raw_host.decode("ascii"), port_of(url))
        return await self._first(request, url, addresses)

    async def _first(self, request: httpx.Request, url: httpx.URL, addresses: Sequence[str]) -> httpx.Response:
        for number, address in enumerate(addresses, 1):
            there = httpx.Request(
                request.method, url.copy_with(host=address), headers=request.headers, stream=request.stream,
                # TLS still asks for, and checks, the certificate of the name.
                extensions={**request.extensions, "sni_hostname": url.raw_host.decode("ascii")},
            )  # fmt: skip
            try:
                return await self._inner.handle_async_request(there)
            except httpx.ConnectError:
                if number == len(addresses):
                    raise
        raise httpx.ConnectError(f"{url.host} has no address")

    async def aclose(self) -> None:
        await self._inner.aclose()


def _origin(url: httpx.URL) -> tuple[str, str, int]:
    return (url.scheme, url.host, port_of(url) if url.scheme in ("http", "https") else 0)


def _redirected(message: Message, request: httpx.Request, onwards: httpx.Request) -> tuple[Message, httpx.Request]:
    """Return what goes to the address of a redirect: nothing that may be a credential leaves its origin."""
    if request.url.scheme == "https" and onwards.url.scheme != "https":
        raise Refused(f"{request.url.host} redirects to an address without encryption.", field="url")
    if _origin(request.url) == _origin(onwards.url):
        return message, onwards
    onwards.headers = httpx.Headers({k: v for k, v in onwards.headers.items() if k.lower() in PLAIN_HEADERS})
    return Message(message.method, message.url), onwards


def _said(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0][:200] or type(error).__name__
