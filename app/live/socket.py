"""The websocket at ``/api/live`` and the hub that wakes every open one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import structlog
from pydantic_core import to_json
from sqlalchemy.exc import SQLAlchemyError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from app.access import authenticate
from app.access.principal import Principal
from app.context import Context
from app.errors import SkyrelayError
from app.live.feed import AT_ONCE, Feed
from app.live.listener import OutboxListener

UNAUTHORISED = 4401
log = structlog.get_logger(__name__)


class Hub:
    """Every open websocket of this process, woken together when the outbox grows."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.pool = ThreadPoolExecutor(2, thread_name_prefix="live")
        self.sockets: set[LiveSocket] = set()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.listener: OutboxListener | None = None

    def join(self, socket: LiveSocket) -> None:
        """Count a socket in; the first one starts the listener."""
        self.sockets.add(socket)
        if self.listener is None:
            self.loop = asyncio.get_running_loop()
            self.listener = OutboxListener(self.context.url, self._changed)
            self.listener.start()

    def leave(self, socket: LiveSocket) -> None:
        """Count a socket out."""
        self.sockets.discard(socket)

    def close(self) -> None:
        """Stop listening."""
        if self.listener is not None:
            self.listener.stop()
            self.listener.join(5)
        self.pool.shutdown(wait=False)

    def _changed(self) -> None:
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        for socket in self.sockets:
            socket.wake()


class LiveSocket(WebSocketHandler):
    """One reader. ``?after=ID`` goes on after a broken connection without losing an event."""

    def initialize(self, hub: Hub) -> None:
        """Take the process's hub."""
        self.hub = hub
        self.feed: Feed | None = None
        self.woken = asyncio.Event()
        self.sender: asyncio.Task[None] | None = None

    async def open(self, *_args: str, **_kwargs: str) -> None:
        """Let a known reader in and start telling; others are closed with 4401."""
        after = self.get_query_argument("after", "")
        try:
            feed = await self._run(self._start, int(after) if after.isdigit() else None)
        except (SkyrelayError, SQLAlchemyError) as error:
            log.warning("websocket refused", error=str(error))
            feed = None
        if feed is None:
            self.close(UNAUTHORISED, "Log in first.")
            return
        self.feed = feed
        self.hub.join(self)
        await self.write_message(to_json({"kind": "hello", "after": feed.newest}))
        self.woken.set()
        self.sender = asyncio.create_task(self._tell())

    def on_close(self) -> None:
        """Forget this reader."""
        self.hub.leave(self)
        if self.sender is not None:
            self.sender.cancel()

    def on_message(self, message: str | bytes) -> None:
        """Ignore what is said: a reader only listens."""

    def wake(self) -> None:
        """Look for news soon."""
        self.woken.set()

    async def _tell(self) -> None:
        while self.feed is not None:
            await self.woken.wait()
            self.woken.clear()
            try:
                fresh = await self._run(self.feed.news, self.hub.context)
                for event in fresh:
                    await self.write_message(to_json(event))
            except WebSocketClosedError:
                return
            except (SkyrelayError, SQLAlchemyError) as error:
                log.warning("live feed failed", error=str(error))
                self.close(1011, "The portal cannot read its news; connect again.")
                return
            if len(fresh) == AT_ONCE:
                self.woken.set()

    async def _run(self, work: Any, *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.hub.pool, work, *arguments)

    def _start(self, after: int | None) -> Feed | None:
        principal = self._principal()
        return None if principal is None else Feed.start(self.hub.context, principal, after)

    def _principal(self) -> Principal | None:
        scheme, _, secret = self.request.headers.get("Authorization", "").partition(" ")
        with self.hub.context.transaction() as session:
            if scheme == "token" and secret:
                return authenticate.by_token(session, secret.strip())
            cookie = self.get_cookie(
                authenticate.cookie_name(authenticate.SESSION_COOKIE, self.hub.context.settings.https)
            )
            return authenticate.by_session(session, cookie) if cookie else None
