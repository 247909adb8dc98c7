"""From routes to a Tornado application."""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import tornado.web

from app.api.handler import ApiHandler, UnknownAddress
from app.api.headers import DATA_POLICY, secure
from app.api.limits import Buckets
from app.api.pages import Page
from app.api.routes import Route
from app.api.turns import FairPool
from app.api.uploads import Measured
from app.context import Context

DIST = Path(__file__).parents[1] / "web" / "dist"
OUTSIDE = 4
"""Requests that may wait for another server at once; those that need none do not wait behind them."""
_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_TAKES = {"int": "[0-9]{1,18}", "path": ".+"}


def pattern(path: str) -> str:
    """Return the regular expression of a path: ``:int`` takes digits, ``:path`` all the rest, others up to a slash."""
    return _PLACE.sub(lambda m: f"(?P<{m[1]}>{_TAKES.get(m[2], '[^/]+')})", path) + "/?"


def by_path(routes: Iterable[Route]) -> dict[str, dict[str, Route]]:
    """Group routes by path; two operations at one place are a mistake of ours."""
    table: dict[str, dict[str, Route]] = {}
    for route in routes:
        methods = table.setdefault(route.path, {})
        if route.method in methods:
            raise ValueError(f"{route.method} {route.path} is declared twice")
        methods[route.method] = route
    return table


def make_application(
    context: Context, routes: Iterable[Route], extra: Iterable[tuple[str, Any, dict[str, Any]]] = ()
) -> tornado.web.Application:
    """Make the application: the routes, whatever ``extra`` handlers (the websocket), and the dashboard."""
    settings = context.settings
    pool = FairPool(settings.server.threads)
    outer = ThreadPoolExecutor(OUTSIDE, thread_name_prefix="outside")
    limits = Buckets(settings.server.requests_per_minute)
    shared = {"context": context, "pool": pool, "outer": outer, "limits": limits}
    # Exact paths come before those with places, so that /api/photometry/range is no id.
    table = sorted(by_path(routes).items(), key=lambda item: (item[0].count("{"), item[0]))
    handlers: list[Any] = [(pattern(path), ApiHandler, {**shared, "by_method": methods}) for path, methods in table]
    handlers.extend(extra)
    handlers.append((r"/api(?:/.*)?", UnknownAddress, {**shared, "by_method": {}}))
    handlers.append((r"/(.*)", Page, {"path": str(DIST), "default_filename": "index.html"}))
    heartbeat_s = settings.live.heartbeat_s
    made = Measured(
        handlers,
        log_function=lambda _handler: None,
        websocket_ping_interval=heartbeat_s,
        https=settings.https,
        secure_headers=secure(settings.https, DATA_POLICY),
    )
    made.limit = settings.server.max_body_mb * 1_000_000
    return made
