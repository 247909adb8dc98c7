"""A real portal for one test: a migrated database, people in it, and a real HTTP server in a thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import tornado.httpserver
import tornado.netutil
from skyportal_py import create_client
from sqlalchemy import create_engine, insert, select, text
from sqlalchemy.orm import Session

from app.access.logins import Service
from app.access.principal import Principal
from app.config import Settings, load_settings
from app.context import Context
from app.install import install
from app.main import application
from app.migrate import upgrade_url
from app.portal.accounts import NewUser, create_user, ensure_basics
from app.portal.credentials import create_token
from app.tables import Group, GroupStream, GroupUser, Stream, StreamUser, User
from tests.support.postgres import Databases


class World:
    """People, groups, streams, and whatever services a test needs, on one fresh database."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._contexts: dict[str, Context] = {}
        self.tokens: dict[str, str] = {}
        self.base_url = ""

    def context(self, service: Service = "admin") -> Context:
        """The context of a service, as its own database role."""
        if service not in self._contexts:
            self._contexts[service] = Context.create(self.settings, service)
        return self._contexts[service]

    def user(self, username: str, roles: tuple[str, ...] = ("Full user",), password: str | None = None) -> int:
        """Make a user; return the id."""
        with self.context().transaction() as session:
            return create_user(session, NewUser(username, roles=roles, password=password))

    def user_id(self, username: str) -> int:
        """The id of a user made before."""
        with self.context().transaction() as session:
            return session.execute(select(User.id).where(User.username == username)).scalar_one()

    def group(self, name: str, *, admins: tuple[str, ...] = (), members: tuple[str, ...] = ()) -> int:
        """Make a group of existing users; return the id."""
        with self.context().transaction() as session:
            group_id = session.execute(insert(Group).values(name=name).returning(Group.id)).scalar_one()
            for username in (*admins, *members):
                values = {"group_id": group_id, "user_id": self.user_id(username), "admin": username in admins}
                session.execute(insert(GroupUser).values(**values))
        return group_id

    def stream(self, name: str, *, subscribers: tuple[str, ...] = (), groups: tuple[int, ...] = ()) -> int:
        """Make a stream that users subscribe to and groups may filter; return the id."""
        with self.context().transaction() as session:
            stream_id = session.execute(insert(Stream).values(name=name).returning(Stream.id)).scalar_one()
            for username in subscribers:
                session.execute(insert(StreamUser).values(stream_id=stream_id, user_id=self.user_id(username)))
            for group_id in groups:
                session.execute(insert(GroupStream).values(stream_id=stream_id, group_id=group_id))
        return stream_id

    def principal(self, username: str) -> Principal:
        """The principal that a user acts as, with all their ACLs."""
        user_id = self.user_id(username)
        with self.context().transaction() as session:
            acls = session.execute(text("SELECT access.acls_of(:u)"), {"u": user_id}).scalar_one()
        return Principal(user_id, username, frozenset(acls))

    def token(self, username: str, acls: tuple[str, ...] | None = None) -> str:
        """A token of the user: with all ACLs once per user, or a fresh one with ``acls``."""
        if acls is None and username in self.tokens:
            return self.tokens[username]
        principal = self.principal(username)
        with self.context().transaction() as session:
            secret = create_token(session, principal.user_id, "test", principal.acls if acls is None else acls)
        if acls is None:
            self.tokens[username] = secret
        return secret

    def client(self, username: str | None = None, token: str | None = None) -> httpx.Client:
        """An HTTP client with the user's token, or with none."""
        secret = token or (self.token(username) if username else None)
        headers = {"Authorization": f"token {secret}"} if secret else {}
        return httpx.Client(base_url=self.base_url, headers=headers, timeout=30)

    def sky(self, username: str) -> Any:
        """A ``skyportal-py`` client of the user, whose strict models are the contract."""
        return create_client(self.base_url, token=self.token(username))

    def close(self) -> None:
        """Close every connection."""
        for context in self._contexts.values():
            context.close()


@contextmanager
def served(context: Context, port: int = 0) -> Iterator[str]:
    """Serve the whole web application of ``context`` on a (free) loopback port, in a thread; yield its address."""
    sockets = tornado.netutil.bind_sockets(port, "127.0.0.1")
    loops: list[asyncio.AbstractEventLoop] = []
    ready = threading.Event()

    async def run() -> None:
        web = application(context)
        server = tornado.httpserver.HTTPServer(web)
        server.add_sockets(sockets)
        loops.append(asyncio.get_running_loop())
        stop = stopping = asyncio.Event()
        loops[0].stopper = stopping  # type: ignore[attr-defined]
        ready.set()
        await stop.wait()
        server.stop()
        await server.close_all_connections()
        web.settings["hub"].close()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert ready.wait(30), "the test server did not start"
    try:
        yield f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
    finally:
        loops[0].call_soon_threadsafe(loops[0].stopper.set)  # type: ignore[attr-defined]
        thread.join(10)


@contextmanager
def portal_at(url: str, folder: Path, port: int, **settings: Any) -> Iterator[World]:
    """A portal that knows its own address, which log-in elsewhere and passkeys depend on."""
    known = {"server.base_url": f"http://127.0.0.1:{port}", "database.url": url, "demo.enabled": False}
    loaded = load_settings(folder, known | settings)
    install(loaded)
    made = World(loaded)
    try:
        with served(made.context("web"), port) as address:
            made.base_url = address
            yield made
    finally:
        made.close()


def installed(url: str) -> None:
    """Apply every migration to an empty database, and put in what every installation has but its log-ins."""
    upgrade_url(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        ensure_basics(Session(bind=connection))
    engine.dispose()


@pytest.fixture
def world(postgres: Databases, tmp_path: Path) -> Iterator[World]:
    """A portal without its server: services and rows."""
    with postgres.fresh(postgres.template("installed", installed)) as url:
        settings = load_settings(tmp_path, {"database.url": url, "demo.enabled": False})
        install(settings)
        made = World(settings)
        yield made
        made.close()


@pytest.fixture
def portal(world: World) -> Iterator[World]:
    """A portal with its HTTP server."""
    with served(world.context("web")) as address:
        world.base_url = address
        yield world
