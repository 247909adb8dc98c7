"""A SkyPortal instance by REST: time-outs, patient retries, and its errors in our words."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any

import httpx

from app.errors import BadInput, Forbidden, NotFound, Unauthorised, Unavailable
from ingest.sinks.protocol import Unstorable

TIMEOUT_S = 30.0
CONNECT_TIMEOUT_S = 5.0
TRIES = 5
FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 20.0
_BUSY = 429


class PortalClient:
    """Calls one portal with one token.

    Every call raises :class:`Unavailable` where the portal stays away, :class:`Unauthorised` or
    :class:`Forbidden` where the token does not do, and :class:`Unstorable` where it refuses what was sent.
    """

    def __init__(self, url: str, token: str) -> None:
        if not url.startswith(("http://", "https://")):
            raise BadInput(f"{url} is no address of a portal; it begins with http:// or https://.", field="portal")
        self.url = url.rstrip("/")
        self._client = httpx.Client(
            base_url=self.url,
            headers={"Authorization": f"token {token}"},
            timeout=httpx.Timeout(TIMEOUT_S, connect=CONNECT_TIMEOUT_S),
        )
        self._pause = threading.Event()

    def __enter__(self) -> PortalClient:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def get(self, path: str, **params: str) -> Any:
        """Return the data of a GET; raises :class:`NotFound` too."""
        return self._call("GET", path, params=params)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """POST, and return the data of the answer."""
        return self._call("POST", path, json=body)

    def put(self, path: str, body: dict[str, Any]) -> Any:
        """PUT, and return the data of the answer."""
        return self._call("PUT", path, json=body)

    def _call(self, method: str, path: str, **arguments: Any) -> Any:
        wait_s, told = FIRST_WAIT_S, ""
        for attempt in range(TRIES):
            try:
                answer = self._client.request(method, path, **arguments)
            except httpx.TransportError as error:
                told = f"{type(error).__name__}"
            else:
                if answer.status_code != _BUSY and not answer.is_server_error:
                    return self._data(method, path, answer)
                told = f"HTTP {answer.status_code}"
                wait_s = max(wait_s, _retry_after_s(answer))
            if attempt + 1 < TRIES:
                self._pause.wait(wait_s)
                wait_s = min(2 * wait_s, LONGEST_WAIT_S)
        raise Unavailable(f"The portal {self.url} does not answer {method} {path} ({told}); tried {TRIES} times.")

    def _data(self, method: str, path: str, answer: httpx.Response) -> Any:
        try:
            envelope = answer.json()
        except ValueError as error:
            raise Unavailable(
                f"{self.url} answered {method} {path} without JSON (HTTP {answer.status_code}); is it a SkyPortal?"
            ) from error
        if answer.is_success and envelope.get("status") == "success":
            return envelope.get("data")
        told = str(envelope.get("message") or f"HTTP {answer.status_code}")[:300]
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            raise Unauthorised(f"{self.url} does not know the token: {told}", field="token")
        if answer.status_code == httpx.codes.FORBIDDEN:
            raise Forbidden(f"{self.url} forbids {method} {path} to this token: {told}", field="token")
        if method == "GET":
            raise NotFound(f"{self.url}: {told}")
        raise Unstorable(f"{self.url} refuses {method} {path}: {told}")


def _retry_after_s(answer: httpx.Response) -> float:
    """Return how long the portal asks to be left alone, in seconds; zero where it does not say."""
    said = answer.headers.get("Retry-After", "")
    return min(float(said), LONGEST_WAIT_S) if said.isdigit() else 0.0
