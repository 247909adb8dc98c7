"""The client for the outside: limits that hold whatever the other side does."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator

import pytest

from app.config import load_settings
from app.errands.outside import Message, NoAnswer, Outside
from tests.support.outside import Asked, Said, loopback


def client(**changes: object) -> Outside:
    return Outside(load_settings(overrides={f"outside.{k}": v for k, v in changes.items()}).outside)


def drops(until: threading.Event) -> Iterator[bytes]:
    while not until.wait(0.05):
        yield b"."


@pytest.mark.parametrize("limits", [{"read_timeout_s": 0.2}, {"total_timeout_s": 0.4}])
def test_neither_silence_nor_single_drops_hold_it_up(limits: dict[str, float]) -> None:
    stop = threading.Event()

    def reply(_asked: Asked) -> Said:
        if "read_timeout_s" in limits:
            stop.wait(10)
        return Said(pieces=drops(stop))

    with loopback(reply) as server:
        began = time.monotonic()
        with pytest.raises(NoAnswer, match=r"longer than|silent"):
            client(**limits).send(Message("GET", server.url), chosen_by="operator")
        assert time.monotonic() - began < 3
        stop.set()


def test_an_answer_that_is_too_long_or_compressed_is_not_read() -> None:
    def reply(asked: Asked) -> Said:
        if asked.path == "/bomb":
            return Said(headers={"Content-Encoding": "gzip"}, content=gzip.compress(b"0" * 1_000_000))
        return Said(content=b"0" * 20_000)

    with loopback(reply) as server:
        outside = client(max_answer_mb=0.01)
        with pytest.raises(NoAnswer, match="longer than 10000 bytes"):
            outside.send(Message("GET", server.url), chosen_by="operator")
        with pytest.raises(NoAnswer, match="compressed"):
            outside.send(Message("GET", f"{server.url}/bomb"), chosen_by="operator")
        assert server.asked[0].headers["accept-encoding"] == "identity"


def test_it_follows_redirects_only_so_far_and_reports_what_is_no_http() -> None:
    with loopback(lambda _: Said(302, {"Location": "/again"})) as server:
        with pytest.raises(NoAnswer, match="too often"):
            client().send(Message("GET", server.url), chosen_by="operator")
        assert len(server.asked) == 4
    with pytest.raises(NoAnswer, match="cannot be talked to"):
        client().send(Message("GET", server.url), chosen_by="operator")


def test_what_is_sent_arrives() -> None:
    with loopback(lambda _: Said(418, {"Retry-After": "7"}, b'{"tea": true}')) as server:
        message = Message("POST", f"{server.url}/x?a=1", params={"b": "2"}, json={"n": 1}, headers={"X-K": "v"})
        reply = client().send(message, chosen_by="operator")
        assert (reply.status, reply.json(), reply.retry_after_s) == (418, {"tea": True}, 7.0)
        assert not reply.ok
        asked = server.asked[0]
        assert (asked.path, asked.json(), asked.headers["x-k"]) == ("/x?a=1&b=2", {"n": 1}, "v")
        assert asked.headers["host"] == f"127.0.0.1:{server.port}"


def test_closing_cuts_off_what_is_going_on() -> None:
    stop = threading.Event()
    with loopback(lambda _: Said(pieces=drops(stop))) as server:
        outside = client()
        threading.Timer(0.2, outside.close).start()
        with pytest.raises(NoAnswer) as caught:
            outside.send(Message("GET", server.url), chosen_by="operator")
        assert caught.value.interrupted
        stop.set()
