"""Logging in: by password, by one-time link; cookies; the header that changes from a browser must carry."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text, update

from app.portal.credentials import create_login_link
from app.tables import History, User
from tests.support.world import World

PASSWORD = "correct horse battery staple"
COOKIE = "skyrelay_session"


def browser(portal: World) -> httpx.Client:
    return httpx.Client(base_url=portal.base_url, timeout=30)


def log_in(portal: World, username: str, password: str = PASSWORD) -> tuple[httpx.Client, httpx.Response]:
    client = browser(portal)
    return client, client.post("/api/login", json={"username": username, "password": password})


def link(portal: World, username: str, minutes: float = 5) -> str:
    with portal.context().transaction() as session:
        return create_login_link(session, portal.user_id(username), minutes)


def expire(portal: World, username: str) -> None:
    with portal.context().transaction() as session:
        gone = datetime.now(UTC) - timedelta(seconds=1)
        session.execute(update(User).where(User.username == username).values(expiration_date=gone))


def everything_stored(portal: World) -> str:
    """Every row of every table, as text."""
    with portal.context().transaction() as session:
        tables = session.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all()
        return "\n".join(
            str(row) for table in tables for row in session.scalars(text(f'SELECT t::text FROM "{table}" t'))
        )


def test_a_password_opens_a_session(portal: World) -> None:
    portal.user("ada", password=PASSWORD)
    client, answer = log_in(portal, "ada")
    assert answer.status_code == 200, answer.text
    assert answer.json()["data"] == {"user_id": portal.user_id("ada"), "username": "ada"}
    flags = answer.headers["set-cookie"]
    assert "HttpOnly" in flags
    assert "SameSite=Lax" in flags
    assert client.get("/api/internal/profile").json()["data"]["username"] == "ada"


@pytest.mark.parametrize("username", ["ada", "nobody"])
def test_a_wrong_password_and_a_wrong_name_are_answered_alike(portal: World, username: str) -> None:
    portal.user("ada", password=PASSWORD)
    client, answer = log_in(portal, username, "wrong")
    assert answer.status_code == 401
    assert answer.json()["message"] == "The user name or the password is wrong."
    assert COOKIE not in client.cookies


def test_changes_by_cookie_need_the_header(portal: World) -> None:
    portal.user("ada", password=PASSWORD)
    client, _answer = log_in(portal, "ada")
    body = {"name": "Team"}
    refused = client.post("/api/groups", json=body)
    assert refused.status_code == 403
    assert "X-Skyrelay" in refused.json()["message"]
    assert client.post("/api/groups", json=body, headers={"X-Skyrelay": "1"}).status_code == 200


def test_logging_out_ends_the_session_everywhere(portal: World) -> None:
    for username, roles in (("ada", ("Full user",)), ("root", ("Super admin",))):
        portal.user(username, roles=roles, password=PASSWORD)
        client, _answer = log_in(portal, username)
        stolen = dict(client.cookies)
        assert client.post("/api/logout", headers={"X-Skyrelay": "1"}).status_code == 200
        assert COOKIE not in client.cookies
        assert httpx.get(f"{portal.base_url}/api/internal/profile", cookies=stolen).status_code == 401


def test_an_administrator_can_log_in_over_a_running_session(portal: World) -> None:
    portal.user("root", roles=("Super admin",), password=PASSWORD)
    client, _answer = log_in(portal, "root")
    again = client.post("/api/login", json={"username": "root", "password": PASSWORD}, headers={"X-Skyrelay": "1"})
    assert again.status_code == 200, again.text


def test_a_link_works_once(portal: World) -> None:
    portal.user("ada")
    code = link(portal, "ada")
    client = browser(portal)
    answer = client.get(f"/login/{code}")
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    assert client.get("/api/internal/profile").json()["data"]["username"] == "ada"
    second = browser(portal)
    again = second.get(f"/login/{code}")
    assert (again.status_code, again.headers["location"]) == (302, "/login?used=1")
    assert COOKIE not in second.cookies


def test_looking_at_a_link_does_not_spend_it(portal: World) -> None:
    portal.user("ada")
    code = link(portal, "ada")
    assert browser(portal).head(f"/login/{code}").status_code == 405
    assert browser(portal).get(f"/login/{code}").headers["location"] == "/"


def test_two_who_use_a_link_at_once_are_one(portal: World) -> None:
    portal.user("ada")
    code = link(portal, "ada")
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _n: browser(portal).get(f"/login/{code}").headers["location"], range(4)))
    assert sorted(answers) == ["/", *["/login?used=1"] * 3]


def test_an_old_or_invented_link_opens_nothing(portal: World) -> None:
    portal.user("ada")
    for code in (link(portal, "ada", minutes=-1), "invented"):
        client = browser(portal)
        assert client.get(f"/login/{code}").headers["location"] == "/login?used=1"
        assert COOKIE not in client.cookies


def test_expired_users_are_refused_at_every_door(portal: World) -> None:
    portal.user("ada", password=PASSWORD)
    token = portal.token("ada")
    code = link(portal, "ada")
    client, _answer = log_in(portal, "ada")
    expire(portal, "ada")
    assert client.get("/api/internal/profile").status_code == 403
    assert portal.client(token=token).get("/api/internal/profile").status_code == 403
    assert log_in(portal, "ada")[1].status_code == 403
    by_link = browser(portal)
    assert by_link.get(f"/login/{code}").headers["location"] == "/login?expired=1"
    assert COOKIE not in by_link.cookies


def test_no_secret_is_stored(portal: World) -> None:
    portal.user("root", roles=("Super admin",), password=PASSWORD)
    code = link(portal, "root")
    client = browser(portal)
    client.get(f"/login/{code}")
    cookie = client.cookies[COOKIE]
    made = client.post("/api/internal/tokens", json={"name": "t", "acls": ["Comment"]}, headers={"X-Skyrelay": "1"})
    secret = made.json()["data"]["token_id"]
    assert portal.client(token=secret).get(f"/api/internal/tokens/{secret}").status_code == 200
    assert client.get(f"/api/internal/tokens/{secret}").status_code == 200
    stored = everything_stored(portal)
    for hidden in (PASSWORD, code, cookie, secret):
        assert hidden not in stored


def test_logging_in_is_remembered(portal: World) -> None:
    user_id = portal.user("ada", password=PASSWORD)
    log_in(portal, "ada")
    with portal.context().transaction() as session:
        rows = session.query(History).filter_by(user_id=user_id, action="log in").all()
    assert [row.after for row in rows] == [{"by": "password"}]
