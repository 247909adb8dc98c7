"""Requests that are too large are refused with a sentence, before they fill the memory."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import tornado.web
from tornado import httputil
from tornado.http1connection import HTTP1Connection

from app.api import envelope
from app.errors import TooLarge

DRAINED = 4
"""How many times the limit is read and dropped, so that the answer arrives; beyond that the connection is closed."""


class Measured(tornado.web.Application):
    """An application that answers 413 where a body is larger than ``limit`` bytes."""

    limit = 100_000_000

    def start_request(self, server_conn: object, request_conn: httputil.HTTPConnection) -> httputil.HTTPMessageDelegate:
        """Put a scale before the delegate that keeps the body."""
        return _Scale(super().start_request(server_conn, request_conn), request_conn, self.limit)


class _Scale(httputil.HTTPMessageDelegate):
    def __init__(self, inner: httputil.HTTPMessageDelegate, connection: httputil.HTTPConnection, limit: int) -> None:
        self.inner = inner
        self.connection = connection
        self.limit = limit
        self.received = 0

    def headers_received(self, start_line: Any, headers: httputil.HTTPHeaders) -> Awaitable[None] | None:
        if isinstance(self.connection, HTTP1Connection):
            self.connection.set_max_body_size(DRAINED * self.limit)
        said = headers.get("Content-Length", "")
        if said.isdecimal() and len(said) < 19 and int(said) > self.limit:
            self.received = self.limit + 1
            return None
        return self.inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        before, self.received = self.received, self.received + len(chunk)
        if self.received <= self.limit:
            return self.inner.data_received(chunk)
        if before <= self.limit:
            # It came in pieces of unsaid number: what is there so far is let go.
            self.inner.on_connection_close()
        return None

    def finish(self) -> None:
        if self.received <= self.limit:
            self.inner.finish()
            return
        mb = self.limit // 1_000_000
        content = envelope.failure(TooLarge(f"A request may have {mb} MB at most; send less at once.", limit_mb=mb))
        headers = httputil.HTTPHeaders({
            "Content-Type": "application/json; charset=utf-8", "Content-Length": str(len(content)),
            "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
        })  # fmt: skip
        self.connection.write_headers(httputil.ResponseStartLine("HTTP/1.1", 413, "Too Large"), headers, content)
        self.connection.finish()

    def on_connection_close(self) -> None:
        self.inner.on_connection_close()
