"""The websocket tells each reader what they may know, and nothing else."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from app.access.audiences import intern_groups
from app.access.outbox import announce
from tests.support.world import World


async def _connect(portal: World, username: str, after: int | None = None) -> WebSocketClientConnection:
    address = portal.base_url.replace("http", "ws") + "/api/live" + (f"?after={after}" if after is not None else "")
    headers = {"Authorization": f"token {portal.token(username)}"}
    return await websocket_connect(HTTPRequest(address, headers=headers))


async def _next(socket: WebSocketClientConnection) -> dict[str, Any]:
    message = await asyncio.wait_for(socket.read_message(), 10)
    assert message is not None, "the portal closed the websocket"
    return dict(json.loads(message))


def _say(portal: World, group_id: int, text: str) -> None:
    with portal.context().transaction() as session:
        announce(session, "comment.new", audience_id=intern_groups(session, [group_id]), obj_id="A", text=text)


def test_only_the_audience_is_told(portal: World) -> None:
    portal.user("ada")
    portal.user("eve")
    secret = portal.group("secret", members=("ada",))
    common = portal.group("common", members=("ada", "eve"))

    async def story() -> None:
        ada, eve = await _connect(portal, "ada"), await _connect(portal, "eve")
        assert (await _next(ada))["kind"] == (await _next(eve))["kind"] == "hello"
        await asyncio.to_thread(_say, portal, secret, "hidden")
        await asyncio.to_thread(_say, portal, common, "for both")
        assert [(await _next(ada))["text"] for _ in range(2)] == ["hidden", "for both"]
        assert (await _next(eve))["text"] == "for both"

    asyncio.run(story())


def test_a_broken_connection_goes_on_where_it_was(portal: World) -> None:
    portal.user("ada")
    group_id = portal.group("team", members=("ada",))
    _say(portal, group_id, "before")

    async def story() -> None:
        first = await _connect(portal, "ada")
        after = (await _next(first))["after"]
        first.close()
        await asyncio.to_thread(_say, portal, group_id, "meanwhile")
        again = await _connect(portal, "ada", after)
        await _next(again)
        assert (await _next(again))["text"] == "meanwhile"

    asyncio.run(story())


def test_nobody_is_told_nothing(portal: World) -> None:
    async def story() -> None:
        socket = await websocket_connect(portal.base_url.replace("http", "ws") + "/api/live")
        assert await asyncio.wait_for(socket.read_message(), 10) is None
        assert socket.close_code == 4401

    asyncio.run(story())
