"""The outside, on loopback: a server that answers as a test says, and the errands worker for real."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from app.config import load_settings
from app.errands.kinds import Kind
from app.errands.outside import Outside
from app.errands.worker import Worker
from app.outbound.service import all_kinds
from tests.support.world import World


@dataclass(frozen=True)
class Asked:
    """One request that came in."""

    method: str
    path: str
    headers: dict[str, str]
    content: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.content)


@dataclass(frozen=True)
class Said:
    """What to answer; ``pieces`` are written one by one, each when the iterator gives it."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    pieces: Iterator[bytes] | None = None


class Loopback:
    """A real HTTP server process-side: it keeps what it was asked and answers by ``reply``."""

    def __init__(self, reply: Callable[[Asked], Said]) -> None:
        self.asked: list[Asked] = []
        self.reply = reply
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def _serve(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                headers = {k.lower(): v for k, v in self.headers.items()}
                asked = Asked(self.command, self.path, headers, self.rfile.read(length))
                outer.asked.append(asked)
                said = outer.reply(asked)
                self.send_response(said.status)
                for name, value in said.headers.items():
                    self.send_header(name, value)
                if said.pieces is None:
                    self.send_header("Content-Length", str(len(said.content)))
                self.end_headers()
                try:
                    for piece in said.pieces or iter([said.content]):
                        self.wfile.write(piece)
                        self.wfile.flush()
                except OSError:
                    pass  # the other side hung up, as some tests want
                self.close_connection = True

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _serve  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def loopback(reply: Callable[[Asked], Said]) -> Iterator[Loopback]:
    """Run a server that answers by ``reply``."""
    server = Loopback(reply)
    try:
        yield server
    finally:
        server.close()


def reach_loopback(world: World) -> None:
    """Let the errands of a portal that is served reach loopback, and tell others the address it is served at."""
    database = world.settings.database.url
    world.settings = load_settings(
        world.settings.root,
        {"database.url": database, "server.base_url": world.base_url, "outside.allow_private": True},
    )


@contextmanager
def errands_worker(world: World, kinds: dict[str, Kind] | None = None) -> Iterator[Worker]:
    """Run the errands worker as its own database role, in a thread; with every kind there is, or these."""
    context = world.context("errands")
    worker = Worker(context, all_kinds() if kinds is None else kinds, Outside(world.settings.outside))
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,), daemon=True)
    thread.start()
    try:
        yield worker
    finally:
        stop.set()
        worker.wake()
        thread.join(20)
