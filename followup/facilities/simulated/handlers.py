"""What all of the portal's handlers share: scripted failures, the token, answers in the portal's style."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections import deque
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tornado.web import HTTPError, RequestHandler

from followup.facilities.simulated.clock import SkyClock
from followup.facilities.simulated.conditions import Conditions
from followup.facilities.simulated.config import ObservatoryConfig
from followup.facilities.simulated.store import Store
from followup.facilities.simulated.telescope import Telescope


@dataclass
class Observatory:
    """Everything that the handlers of one observatory share."""

    config: ObservatoryConfig
    clock: SkyClock
    store: Store
    conditions: Conditions
    telescope: Telescope
    submissions: deque[float] = field(default_factory=deque)

    @property
    def since_start_s(self) -> float:
        """Seconds since the process started, which scripted outages count in."""
        return time.time() - self.clock.started_s

    def signature(self, frame_id: int) -> str:
        """Return what makes a frame's download address unguessable (LCO's archive gives presigned addresses)."""
        key = self.config.token.get_secret_value().encode()
        return hmac.new(key, f"frame/{frame_id}".encode(), hashlib.sha256).hexdigest()


class PortalHandler(RequestHandler):
    """Common to all: scripted failures, the token, JSON answers in the portal's style."""

    observatory: Observatory
    needs_token = True

    def initialize(self, observatory: Observatory) -> None:
        """Receive the observatory."""
        self.observatory = observatory
        self._gone = asyncio.Event()

    def prepare(self) -> Awaitable[None] | None:
        """Refuse what the script or a missing token forbids."""
        now_s = self.observatory.since_start_s
        if self.observatory.config.outage(now_s, "hang"):
            return self._hang()
        if outage := self.observatory.config.outage(now_s, "portal-down"):
            self.refuse(503, {"detail": outage.reason or "The portal is down for maintenance."})
        elif self.needs_token:
            self._check_token()
        return None

    async def _hang(self) -> None:
        while not self._gone.is_set() and self.observatory.config.outage(self.observatory.since_start_s, "hang"):
            with suppress(TimeoutError):
                async with asyncio.timeout(0.5):
                    await self._gone.wait()
        if self._gone.is_set():  # nobody is there: above all, nothing must be carried out
            self.refuse(503, {"detail": "The client has left."})
        elif self.needs_token:
            self._check_token()

    def _check_token(self) -> None:
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        if kind != "Token" or not token:
            self.set_header("WWW-Authenticate", "Token")
            self.refuse(401, {"detail": "Authentication credentials were not provided."})
        elif not hmac.compare_digest(token.encode(), self.observatory.config.token.get_secret_value().encode()):
            self.set_header("WWW-Authenticate", "Token")
            self.refuse(401, {"detail": "Invalid token."})

    def on_connection_close(self) -> None:
        """Stop waiting for a client that has left."""
        self._gone.set()

    def refuse(self, status: int, body: dict[str, Any]) -> None:
        """Answer an error."""
        self.answer(body, status)

    def answer(self, body: object, status: int = 200) -> None:
        """Answer JSON."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))

    def write_error(self, status_code: int, **_: Any) -> None:
        """Answer an error in the portal's words."""
        words = {404: "Not found.", 405: "Method not allowed."}
        self.answer({"detail": words.get(status_code, self._reason)}, status_code)

    @property
    def base_url(self) -> str:
        """The portal's own address as the client wrote it."""
        return f"{self.request.protocol}://{self.request.host}"

    def posted(self) -> Any:
        """Return the JSON body, or answer 400."""
        try:
            return json.loads(self.request.body)
        except ValueError:
            raise HTTPError(400, reason="JSON parse error") from None

    def number(self, name: str, default: int | None = None) -> int | None:
        """Return a whole number of the query; answer 400 for anything else."""
        text = self.get_query_argument(name, None)
        if text is None:
            return default
        if not text.isdigit():
            raise HTTPError(400, reason=f"{name}: Enter a number.")
        return int(text)


class SlashHandler(PortalHandler):
    """Redirects to the address with a slash at its end, as Django does."""

    def get(self) -> None:
        """Redirect, keeping the query."""
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(f"{self.request.path}/{query}", permanent=True)


class NotFoundHandler(PortalHandler):
    """Everything else."""

    def prepare(self) -> None:
        """Answer 404."""
        raise HTTPError(404)
