"""The composition root of the web process: every route of every part, one application."""

from __future__ import annotations

import asyncio
import gc
import importlib
import pkgutil
import signal
import socket
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

import tornado.httpserver
import tornado.netutil
from sqlalchemy.orm import configure_mappers
from tornado.web import Application

from app.api import openapi
from app.api.routes import Call, Route, Routes
from app.api.server import make_application
from app.api.uploads import DRAINED
from app.config import Server, Settings
from app.context import Context
from app.errors import Unavailable
from app.live.socket import Hub, LiveSocket
from app.portal.filters import set_filter_guard

ROUTE_PACKAGES = ("app.api",)
ROUTE_MODULES = ("followup.api", "ingest.api")
"""Beside every module of ``ROUTE_PACKAGES`` that has ``ROUTES``."""

description = Routes("system")


@description.get("/api/openapi.json", auth="none", answer=dict[str, Any])
def describe(_call: Call[None, None]) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of this server, in the envelope."""
    return _described(datetime.now(UTC).date())


@lru_cache(maxsize=1)
def _described(day: date) -> dict[str, Any]:
    return openapi.document(all_routes(), datetime.combine(day, time(), UTC))


def all_routes() -> list[Route]:
    """Return every route of the portal, the ingest and the follow-up."""
    found: list[Route] = list(description.all)
    for name in (*_resources(), *ROUTE_MODULES):
        found.extend(getattr(importlib.import_module(name), "ROUTES", ()))
    return found


def _resources() -> list[str]:
    places = ((package, importlib.import_module(package).__path__) for package in ROUTE_PACKAGES)
    return sorted(f"{package}.{module.name}" for package, path in places for module in pkgutil.iter_modules(path))


def check_filter(expression: str) -> None:
    """Refuse what is no safe filter; the parser and its DuckDB are loaded when the first filter is saved."""
    importlib.import_module("ingest.filters.running").parse_filter(expression)


def application(context: Context) -> Application:
    """Make the web application of one process."""
    set_filter_guard(check_filter)
    hub = Hub(context)
    made = make_application(context, all_routes(), [(r"/api/live", LiveSocket, {"hub": hub})])
    made.settings["hub"] = hub
    return made


def _listen(server: Server) -> list[socket.socket]:
    # Several web processes of one machine share the port, and the kernel deals out the connections.
    return tornado.netutil.bind_sockets(server.port, server.host, reuse_port=server.processes > 1)


def _settle() -> None:
    """Keep the garbage collector off what stays, and from looking after every few hundred rows of an answer."""
    configure_mappers()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


async def serve_web(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; then let running requests end."""
    context = Context.create(settings, "web")
    web = application(context)
    _settle()
    server = tornado.httpserver.HTTPServer(
        web, max_buffer_size=DRAINED * settings.server.max_body_mb * 1_000_000, xheaders=False
    )
    try:
        server.add_sockets(_listen(settings.server))
    except OSError as error:
        raise Unavailable(
            f"Port {settings.server.port} on {settings.server.host} cannot be opened ({error.strerror}): stop what "
            "uses it, or set server.port in config.yaml."
        ) from error
    done = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    await done.wait()
    server.stop()
    await server.close_all_connections()
    web.settings["hub"].close()
    context.close()
