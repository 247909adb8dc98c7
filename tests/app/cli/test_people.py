"""``skyrelay user`` and ``skyrelay token`` against a real database, and what they let in."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result
from skyportal_py import create_client
from skyportal_py.profile import fetch_profile
from sqlalchemy import select

from app.cli.root import main
from app.tables import History
from tests.support.world import World

PASSWORD = "correct horse battery"


class Shell:
    """The command line of one installation."""

    def __init__(self, portal: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SKYRELAY__DATABASE__URL", str(portal.settings.database.url))
        monkeypatch.setenv("SKYRELAY_ROOT", str(portal.settings.root))
        self.runner = CliRunner()

    def __call__(self, *arguments: str, typed: str | None = None) -> Result:
        return self.runner.invoke(main, arguments, input=typed)

    def said(self, *arguments: str, typed: str | None = None) -> str:
        done = self(*arguments, typed=typed)
        assert done.exit_code == 0, done.output
        return done.stdout


@pytest.fixture
def shell(portal: World, monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(portal, monkeypatch)


def profile(portal: World, secret: str) -> Any:
    return fetch_profile(create_client(portal.base_url, token=secret))


def test_a_person_and_a_link(portal: World, shell: Shell) -> None:
    assert "ada has the id" in shell.said("user", "create", "ada", "--role", "Super admin", "--email", "a@example.org")
    assert "ada  Super admin" in shell.said("user", "list")
    address = shell.said("user", "link", "ada").splitlines()[0]
    browser = httpx.Client(base_url=portal.base_url, timeout=30)
    assert browser.get("/login/" + address.rpartition("/")[2]).headers["location"] == "/"
    assert browser.get("/api/internal/profile").json()["data"]["contact_email"] == "a@example.org"


def test_a_password_logs_in_and_logs_out_elsewhere(portal: World, shell: Shell) -> None:
    shell.said("user", "create", "ada", "--password", typed=f"{PASSWORD}\n{PASSWORD}\n")
    browser = httpx.Client(base_url=portal.base_url, timeout=30)
    assert browser.post("/api/login", json={"username": "ada", "password": PASSWORD}).status_code == 200
    shell.said("user", "password", "ada", "--stdin", typed="another password\n")
    assert browser.get("/api/internal/profile").status_code == 401
    again = httpx.post(f"{portal.base_url}/api/login", json={"username": "ada", "password": "another password"})
    assert again.status_code == 200
    assert shell("user", "password", "ada", "--stdin", typed="short\n").exit_code == 2


def test_expiring_and_renewing(portal: World, shell: Shell) -> None:
    shell.said("user", "create", "ada")
    secret = shell.said("token", "create", "ada", "script").splitlines()[0]
    assert profile(portal, secret).username == "ada"
    shell.said("user", "expire", "ada")
    assert portal.client(token=secret).get("/api/internal/profile").status_code == 403
    assert "ada" not in shell.said("user", "list")
    assert "ended" in shell.said("user", "list", "--expired")
    shell.said("user", "expire", "ada", "--never")
    assert profile(portal, secret).username == "ada"


def test_tokens(portal: World, shell: Shell) -> None:
    shell.said("user", "create", "ada")
    secret = shell.said("token", "create", "ada", "script", "--acl", "Upload data").splitlines()[0]
    assert profile(portal, secret).permissions == ["Upload data"]
    listed = shell.said("token", "list", "ada")
    assert "script" in listed
    assert secret not in listed
    shell.said("token", "delete", listed.split()[0])
    assert portal.client(token=secret).get("/api/internal/profile").status_code == 401
    with portal.context().transaction() as session:
        found = session.scalars(select(History.action).where(History.kind == "token").order_by(History.id))
        assert list(found) == ["create", "delete"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("user", "create", "ada"), "taken"),
        (("user", "create", "bob", "--role", "King"), "no role"),
        (("user", "link", "nobody"), "no user"),
        (("token", "create", "nobody", "t"), "no user"),
        (("token", "create", "ada", "t", "--acl", "System admin"), "does not have"),
        (("token", "delete", "none"), "no such token"),
    ],
)
def test_mistakes_are_sentences(shell: Shell, arguments: tuple[str, ...], sentence: str) -> None:
    shell.said("user", "create", "ada")
    done = shell(*arguments)
    assert done.exit_code == 2
    assert sentence in done.output
    assert "Traceback" not in done.output
