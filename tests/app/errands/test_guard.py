"""Addresses that users choose: nothing private can be reached, whatever it is dressed as."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config import Outside as Settings
from app.config import load_settings
from app.errands import guard as module
from app.errands.guard import Guard, Refused, is_public, parse
from app.errands.outside import Message, NoAnswer, Outside
from app.errors import Unavailable
from tests.support.outside import Asked, Loopback, Said, loopback

PRIVATE = [
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "0.0.0.0/8",
    "224.0.0.0/4", "240.0.0.0/4", "198.18.0.0/15", "192.0.2.0/24", "203.0.113.0/24",
]  # fmt: skip
CHOSEN: tuple[Literal["operator", "user"], ...] = ("operator", "user")
DRESSES = (
    "::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/96",
)  # fmt: skip
private4 = st.sampled_from(PRIVATE).flatmap(lambda net: st.ip_addresses(v=4, network=net))


def settings(**changes: object) -> Settings:
    return load_settings(overrides={f"outside.{k}": v for k, v in changes.items()}).outside


@given(private4)
def test_a_private_address_is_refused_in_every_dress(address: ipaddress.IPv4Address) -> None:
    assert not is_public(address)
    number = int(address)
    for dress in DRESSES:
        dressed = ipaddress.IPv6Address(int(ipaddress.IPv6Network(dress).network_address) + number)
        assert not is_public(dressed), dressed
    assert not is_public(ipaddress.IPv6Address((0x2002 << 112) + (number << 80) + 1)), "6to4"
    assert not is_public(ipaddress.IPv6Address((0x20010000 << 96) + (0x08080808 << 64) + (number ^ 0xFFFFFFFF))), (
        "Teredo"
    )


@given(private4)
def test_a_number_as_host_is_the_address_that_it_means(address: ipaddress.IPv4Address) -> None:
    a, b, c, d = address.packed
    spelled = [str(int(address)), hex(int(address)), f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a}.{(b << 16) + (c << 8) + d}"]
    for host in spelled:
        try:
            Guard().addresses(parse(f"http://{host}/").host, 80)
        except Refused:
            continue
        except Unavailable:
            continue  # this machine's resolver does not take it for an address at all
        pytest.fail(f"{host} ({address}) was let through")


@pytest.mark.parametrize("text", ["fe80::1", "fc00::1", "fd12::1", "ff02::1", "::1", "::", "fec0::1", "2001:db8::1"])
def test_private_ipv6_is_refused(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_pass(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1:6379/_x", "http://", "http:///path", "//x.org/",
        "http://user@example.org/", "http://example.org:80@127.0.0.1/", "http://a:b@127.0.0.1/", "http://x.org\\@y.org/",
        "http://127.0.0.1 .example.org/", "http://example.org/\r\nHost: internal", "http://example.org:0/",
        "http://example.org:99999/", "http://[::1", "http://exa\x00mple.org/", "javascript:alert(1)", "example.org",
        "http://" + "a" * 3000 + "/",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        parse(url)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}"):
        try:
            parsed = parse(url)
        except Refused:
            continue
        assert parsed.scheme in ("http", "https")
        assert parsed.host
        assert not parsed.userinfo


@pytest.fixture
def inner() -> Iterator[Loopback]:
    """What must not be reached: something on loopback."""
    with loopback(lambda _: Said(content=b"secret")) as server:
        yield server


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "127.1", "0.0.0.0", "0"]
)
def test_loopback_is_not_reached(inner: Loopback, host: str) -> None:
    with pytest.raises((Refused, NoAnswer)):
        Outside(settings()).send(Message("GET", f"http://{host}:{inner.port}/"))
    assert inner.asked == []


@pytest.mark.parametrize("allowed", [["127.0.0.1"], ["127.0.0.0/8"], ["localhost"]])
def test_what_the_operator_allows_is_reached(inner: Loopback, allowed: list[str]) -> None:
    host = "localhost" if allowed == ["localhost"] else "127.0.0.1"
    reply = Outside(settings(allowed_hosts=allowed)).send(Message("GET", f"http://{host}:{inner.port}/"))
    assert reply.content == b"secret"
    assert inner.asked[0].headers["host"] == f"{host}:{inner.port}"
    assert Outside(settings()).send(Message("GET", inner.url), chosen_by="operator").ok


def test_a_name_that_changes_its_address_after_the_check_gains_nothing(
    inner: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    # DNS rebinding: public when it is looked up first, loopback ever after.
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "192.88.99.1" if host == "rebind.example.org" and asked.count(host) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    outside = Outside(settings(connect_timeout_s=0.2))
    with pytest.raises(NoAnswer):
        outside.send(Message("GET", f"http://rebind.example.org:{inner.port}/"))
    assert asked.count("rebind.example.org") == 1, "it is resolved once, and that answer is used"
    with pytest.raises(Refused):
        outside.send(Message("GET", f"http://rebind.example.org:{inner.port}/"))
    assert inner.asked == []


def test_a_name_with_a_public_and_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "resolve", lambda _h, _p: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refused):
        Guard().addresses("both.example.org", 80)


def test_a_redirect_is_checked_like_the_first_address(inner: Loopback) -> None:
    with loopback(lambda _: Said(302, {"Location": f"http://localhost:{inner.port}/admin"})) as outer:
        outside = Outside(settings())
        for chosen_by in CHOSEN:
            with pytest.raises(Refused):
                outside.send(Message("GET", outer.url), chosen_by=chosen_by)
    assert inner.asked == []


def test_credentials_do_not_follow_a_redirect_to_another_origin() -> None:
    with loopback(lambda _: Said(content=b"there")) as other:

        def send_on(asked: Asked) -> Said:
            place = "/end" if asked.path == "/same" else f"{other.url}/end"
            return Said(content=b"here") if asked.path == "/end" else Said(307, {"Location": place})

        with loopback(send_on) as first:
            outside = Outside(settings(allow_private=True))
            headers = {"X-Api-Key": "s3cret"}
            message = Message("POST", f"{first.url}/away", headers=headers, json={"a": 1}, auth=("u", "p"))
            assert outside.send(message).content == b"there"
            assert b'"a"' in other.asked[0].content.replace(b" ", b"")
            assert not {"x-api-key", "authorization"} & set(other.asked[0].headers)
            assert outside.send(Message("GET", f"{first.url}/same", headers=headers)).content == b"here"
            assert first.asked[-1].headers["x-api-key"] == "s3cret"
