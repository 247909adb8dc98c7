"""What protects people at the door: headers, cookies, limits, origins; and that guessing is slow and seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from app.tables import History, Passkey, WebSession
from tests.support.provider import free_port
from tests.support.world import World, portal_at

PASSWORD = "correct horse battery staple"
MB = 1_000_000


@pytest.fixture
def guarded(migrated_url: str, tmp_path: Path) -> Iterator[World]:
    """A portal with small limits, people at https, and a proxy on this machine."""
    settings: dict[str, Any] = {
        "server.base_url": "https://relay.example.org", "server.max_body_mb": 1, "server.requests_per_minute": 60,
        "server.trusted_proxies": ["127.0.0.0/8", "10.1.0.0/16"], "login.per_minute": 5,
    }  # fmt: skip
    with portal_at(migrated_url, tmp_path, free_port(), **settings) as made:
        yield made


def log_in(portal: World, username: str, password: str, address: str) -> httpx.Response:
    body = {"username": username, "password": password}
    return httpx.post(f"{portal.base_url}/api/login", json=body, headers={"X-Forwarded-For": address}, timeout=30)


def test_what_browsers_are_told(guarded: World) -> None:
    guarded.user("ada", password=PASSWORD)
    page = httpx.get(f"{guarded.base_url}/login").headers
    data = httpx.get(f"{guarded.base_url}/api/login").headers
    for headers in (page, data):
        assert headers["strict-transport-security"].startswith("max-age=31536000")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in page["content-security-policy"].split(";"))
    assert rules["script-src"] == rules["connect-src"] == "'self'"
    assert rules["default-src"] == "'none'"
    assert "sandbox" in data["content-security-policy"]
    answer = log_in(guarded, "ada", PASSWORD, "192.0.2.1")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-skyrelay_session=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie
    # The name without the prefix, which another host of the domain could have set, opens nothing.
    secret = cookie.partition("=")[2].partition(";")[0]
    profile = f"{guarded.base_url}/api/internal/profile"
    assert httpx.get(profile, headers={"Cookie": f"skyrelay_session={secret}"}).status_code == 401
    mine = {"Cookie": f"__Host-skyrelay_session={secret}"}
    assert httpx.get(profile, headers=mine).status_code == 200
    # A browser says when another site sent it; with or without a session it changes nothing then.
    for path, body in (("/api/login", {"username": "ada", "password": PASSWORD}), ("/api/groups", {"name": "x"})):
        for site in ("cross-site", "same-site"):
            sent = mine | {"X-Skyrelay": "1", "Sec-Fetch-Site": site}
            refused = httpx.post(guarded.base_url + path, json=body, headers=sent)
            assert (refused.status_code, refused.json()["data"]["code"]) == (403, "forbidden")
    gone = httpx.post(f"{guarded.base_url}/api/logout", headers=mine | {"X-Skyrelay": "1"}).headers["set-cookie"]
    assert gone.startswith('__Host-skyrelay_session="";')
    assert "Secure" in gone


def test_a_large_body_is_refused_with_a_sentence(guarded: World) -> None:
    guarded.user("ada")
    client = guarded.client("ada")
    for content in (b"x" * (MB + 1), iter([b"x" * 400_000] * 4)):
        answer = client.post("/api/comments", content=content)
        assert answer.status_code == 413
        said = answer.json()
        assert (said["data"]["code"], said["message"]) == (
            "too_large",
            "A request may have 1 MB at most; send less at once.",
        )
    # The connection goes on, and a body that is just small enough is read.
    assert client.post("/api/groups", content=b'{"name": "' + b"x" * (MB - 100) + b'"}').status_code == 400
    assert client.get("/api/groups").status_code == 200


def test_who_asks_too_often_is_told_when_to_come_back(guarded: World) -> None:
    guarded.user("ada")
    guarded.user("bob")
    client = guarded.client("ada")
    answers = [client.get("/api/roles") for _ in range(75)]
    refused = [a for a in answers if a.status_code == 429]
    assert answers[0].status_code == 200
    assert refused
    assert refused[0].json()["data"]["code"] == "rate_limited"
    assert 1 <= int(refused[0].headers["retry-after"]) <= 2
    # By token, not by address: another one is not held up.
    assert guarded.client("bob").get("/api/roles").status_code == 200


def test_guessing_is_slow_and_seen(guarded: World) -> None:
    ada = guarded.user("ada", password=PASSWORD)
    # By address, whatever the account …
    first = [log_in(guarded, f"nobody{n}", "wrong", "192.0.2.7").status_code for n in range(7)]
    assert first[:5] == [401] * 5
    assert first[-1] == 429
    # … and by account, from wherever. What a client says of hops before the proxy is not believed.
    second = [log_in(guarded, "ada", "wrong", f"198.51.100.{n}, 203.0.113.{n}, 10.1.2.3") for n in range(7)]
    assert [a.status_code for a in second][:5] == [401] * 5
    assert second[-1].status_code == 429
    assert int(second[-1].headers["retry-after"]) >= 1
    with guarded.context().transaction() as session:
        rows = session.execute(
            select(History.user_id, History.row_id, History.after, History.why).where(
                History.action == "log in refused"
            )
        ).all()
    mine = [row for row in rows if row.user_id == ada]
    assert len(mine) == 5
    assert (mine[0].after, "203.0.113.0" in mine[0].why) == ({"by": "password"}, True)
    assert [row.row_id for row in rows if row.user_id is None] == [f"nobody{n}" for n in range(5)]


def test_only_trusted_proxies_say_where_somebody_is(portal: World) -> None:
    portal.user("ada", password=PASSWORD)
    assert log_in(portal, "ada", PASSWORD, "192.0.2.1").status_code == 200
    with portal.context().transaction() as session:
        assert session.scalars(select(WebSession.address)).all() == ["127.0.0.1"]


def test_sessions_and_passwords_are_peoples_own(portal: World) -> None:
    portal.user("ada", password=PASSWORD)
    portal.user("eve", password=PASSWORD)
    portal.user("root", roles=("Super admin",), password=PASSWORD)
    headers = {"X-Skyrelay": "1"}

    def browser(username: str, password: str = PASSWORD) -> httpx.Client:
        client = httpx.Client(base_url=portal.base_url, headers=headers, timeout=30)
        answer = client.post("/api/login", json={"username": username, "password": password})
        assert answer.status_code == 200, answer.text
        return client

    for name in ("ada", "root"):
        one, two = browser(name), browser(name)
        listed = one.get("/api/internal/sessions").json()["data"]
        assert [(s["current"], s["how"], s["address"]) for s in listed] == [
            (False, "password", "127.0.0.1"), (True, "password", "127.0.0.1"),
        ]  # fmt: skip
        other = next(s["id"] for s in listed if not s["current"])
        eve = browser("eve")
        assert eve.delete(f"/api/internal/sessions/{other}").content == eve.delete("/api/internal/sessions/0").content
        assert one.delete(f"/api/internal/sessions/{other}").status_code == 200
        assert two.get("/api/internal/profile").status_code == 401
        # The password: by a person who knows it, in a browser; other sessions end, this one goes on.
        two, new = browser(name), f"{PASSWORD}, {name}"
        assert portal.client(name).put("/api/internal/password", json={"new": new}).status_code == 403
        for body, field in (({"new": new}, "current"), ({"current": PASSWORD, "new": "short"}, "password")):
            refused = one.put("/api/internal/password", json=body)
            assert (refused.status_code, refused.json()["data"]["field"]) == (400, field)
        assert one.put("/api/internal/password", json={"current": PASSWORD, "new": new}).status_code == 200
        assert two.get("/api/internal/profile").status_code == 401
        assert one.get("/api/internal/profile").status_code == 200
        assert browser(name, new).get("/api/internal/profile").status_code == 200


def test_passkeys_open_nothing_without_their_answer(portal: World) -> None:
    ada = portal.user("ada", password=PASSWORD)
    portal.user("eve", password=PASSWORD)
    with portal.context().transaction() as session:
        session.add(Passkey(user_id=ada, credential_id=b"known", public_key=b"no key", name="laptop"))
        session.flush()
        passkey_id = session.scalars(select(Passkey.id)).one()
    assert portal.client("ada").post("/api/internal/passkeys/options").status_code == 403
    eve = httpx.Client(base_url=portal.base_url, headers={"X-Skyrelay": "1"}, timeout=30)
    eve.post("/api/login", json={"username": "eve", "password": PASSWORD})
    assert eve.get("/api/internal/passkeys").json()["data"] == []
    gone = {eve.delete(f"/api/internal/passkeys/{i}").content for i in (passkey_id, 999_999)}
    assert len(gone) == 1
    began = eve.post("/api/internal/passkeys/options").json()["data"]
    assert began["options"]["rp"]["id"] == "localhost"
    broken = {"ceremony": began["ceremony"], "credential": {"id": "x"}, "name": "mine"}
    for body, field in ((broken, "credential"), (broken | {"ceremony": "invented"}, "ceremony")):
        refused = eve.post("/api/internal/passkeys", json=body)
        assert (refused.status_code, refused.json()["data"]["field"]) == (400, field)
    # What began for one thing does not end another.
    began = eve.post("/api/internal/passkeys/options").json()["data"]
    forged: dict[str, Any] = {
        "id": "a25vd24", "rawId": "a25vd24", "type": "public-key",
        "response": {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA"},
    }  # fmt: skip
    door = httpx.Client(base_url=portal.base_url, timeout=30)
    began_at_the_door = door.post("/api/login/passkey/options").json()["data"]
    assert (
        "allowCredentials" not in began_at_the_door["options"] or not began_at_the_door["options"]["allowCredentials"]
    )
    for ceremony in (began["ceremony"], began_at_the_door["ceremony"], "invented"):
        refused = door.post("/api/login/passkey", json={"ceremony": ceremony, "credential": forged})
        assert refused.status_code == 401
    # Known and unknown credentials are refused with the same words.
    said = set()
    for credential in (forged, {**forged, "id": "bm90", "rawId": "bm90"}):
        ceremony = door.post("/api/login/passkey/options").json()["data"]["ceremony"]
        said.add(door.post("/api/login/passkey", json={"ceremony": ceremony, "credential": credential}).content)
    assert len(said) == 1
