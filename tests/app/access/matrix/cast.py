"""Who asks: every kind of caller, and a team whose rows of every kind are nobody else's business."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from sqlalchemy import event, text

from app.access import authenticate
from app.access.authenticate import Browser
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

OBJ = "SEKRETOBJ1"
"""The team's obj; no name or word of the team's occurs anywhere else."""
ABSENT_OBJ = "ABSENTOBJ1"
MARK = "sekret"
"""Stands in every text that the team writes, in any case."""
FIRST_ID = 40_000_000
STEP = 1_000_003

BROWSER = "member's browser"
INSIDERS = ("member", BROWSER, "group admin", "system admin")
OUTSIDERS = ("anonymous", "expired", "no group", "stream only", "other group")
ROLES = (*OUTSIDERS, "few ACLs", *INSIDERS)


@dataclass
class Cast:
    """The world, one client a role, and what the team's rows are called: key → id."""

    scene: Scene
    clients: dict[str, httpx.Client]
    ids: dict[str, Any] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.scene.world

    def do(self, who: str, method: str, path: str, body: Any = None) -> Any:
        """Ask as a role, and insist on success; return the data."""
        answer = self.clients[who].request(method, f"/api/{path}", json=body)
        assert answer.is_success, f"{method} {path} as {who}: {answer.text}"
        return answer.json()["data"]

    def close(self) -> None:
        for client in self.clients.values():
            client.close()


@contextmanager
def cast_of(world: World) -> Iterator[Cast]:
    """Make the people; ada (member), carl (administrator) and eve (expired) are of the team, which is private."""
    far_ids(world)
    scene = make_scene(world)
    for name in ("eve", "lou", "sue"):
        world.user(name)
    with world.context().transaction() as session:
        values = {"red": scene.red, "eve": world.user_id("eve"), "sue": world.user_id("sue"), "stream": scene.stream}
        for statement in (
            "UPDATE groups SET private = true, name = 'Sekret Team' WHERE id = :red",
            "INSERT INTO group_users (group_id, user_id) VALUES (:red, :eve)",
            "INSERT INTO stream_users (stream_id, user_id) VALUES (:stream, :sue), (:stream, :eve)",
        ):
            session.execute(text(statement), values)
    clients = {
        "anonymous": world.client(),
        "expired": world.client("eve"),
        "no group": world.client("lou"),
        "stream only": world.client("sue"),
        "other group": world.client("bob"),
        "few ACLs": world.client(token=world.token("ada", ())),
        "member": world.client("ada"),
        BROWSER: browser_of(world, "ada"),
        "group admin": world.client("carl"),
        "system admin": world.client("root"),
    }
    with world.context().transaction() as session:
        session.execute(text("UPDATE users SET expiration_date = now() - interval '1 day' WHERE username = 'eve'"))
    made = Cast(scene, clients)
    try:
        yield made
    finally:
        made.close()


def browser_of(world: World, username: str) -> httpx.Client:
    """A client with the cookie of a log-in, as a browser has it after a password or a passkey."""
    with world.context().transaction() as session:
        secret = authenticate.open_session(session, world.user_id(username), Browser(how="password", hours=1))
    return httpx.Client(
        base_url=world.base_url, cookies={"skyrelay_session": secret}, headers={"X-Skyrelay": "1"}, timeout=30
    )


def far_ids(world: World) -> None:
    """Let every table count from a number of its own, so that an id in an answer says whose it is."""
    with world.context().transaction() as session:
        sequences = session.execute(
            text(
                "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                "WHERE a.attidentity <> '' AND c.relnamespace = 'public'::regnamespace ORDER BY 1"
            )
        ).all()
        for number, (table, column) in enumerate(sequences):
            first = FIRST_ID + number * STEP
            session.execute(text(f'ALTER TABLE public."{table}" ALTER COLUMN "{column}" RESTART WITH {first}'))


class Queries:
    """Counts the statements that the web's engine sends."""

    def __init__(self, world: World) -> None:
        self.n = 0
        event.listen(world.context("web").engine, "before_cursor_execute", self._count)

    def _count(self, *_: Any) -> None:
        self.n += 1


@contextmanager
def nothing_kept(world: World) -> Iterator[None]:
    """Roll back whatever a request writes, after it was answered: every role asks of the same state."""
    context = world.context("web")
    real = context.sessions

    class Dry:
        """Stands where the session maker stood."""

        def __call__(self) -> Any:
            return real()

        @staticmethod
        @contextmanager
        def begin() -> Iterator[Any]:
            session = real()
            try:
                yield session
                session.flush()
            finally:
                session.rollback()
                session.close()

    context.sessions = Dry()  # type: ignore[assignment]
    try:
        yield
    finally:
        context.sessions = real
