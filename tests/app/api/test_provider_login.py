"""Log-in at a real OpenID Connect provider: who is let in as whom, and what an attacker cannot do with the steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import select, update

from app.config import Provider
from app.errors import ProviderRefused, Unavailable
from app.portal.providers import ProviderClient
from app.tables import History, Identity, User, UserAcl
from tests.support.provider import CLIENT_ID, CLIENT_SECRET, free_port, provider, sign_in
from tests.support.world import World, portal_at

START = "/login/oidc/local"
UNKNOWN = "stranger"


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[int, str]]:
    """The portal's port, and the issuer that sends people back there."""
    port = free_port()
    with provider(f"http://127.0.0.1:{port}{START}/callback") as issuer:
        yield port, issuer


def known(issuer: str, **more: Any) -> dict[str, Any]:
    return {
        "id": "local", "name": "Example ID", "issuer": issuer, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET,
    } | more  # fmt: skip


@pytest.fixture
def portal(place: tuple[int, str], migrated_url: str, tmp_path: Path) -> Iterator[World]:
    """A portal with two providers: the real one, and one that does not answer."""
    port, issuer = place
    dead = known(f"http://127.0.0.1:{free_port()}", id="dead", name="Silent ID")
    settings: dict[str, Any] = {"login.providers": [known(issuer), dead], "login.per_minute": 500}
    with portal_at(migrated_url, tmp_path, port, **settings) as made:
        yield made


def browser(portal: World) -> httpx.Client:
    return httpx.Client(base_url=portal.base_url, timeout=30)


def said(answer: httpx.Response) -> str:
    """What the log-in page is told."""
    return parse_qs(urlsplit(answer.headers["location"]).query).get("failed", [""])[0]


def me(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/internal/profile").json()["data"]
    return found


def test_who_is_let_in_as_whom(portal: World) -> None:
    assert browser(portal).get("/api/login").json()["data"]["providers"] == [
        {"id": "local", "name": "Example ID"}, {"id": "dead", "name": "Silent ID"},
    ]  # fmt: skip
    # A stranger is not let in, and that is remembered.
    assert said(sign_in(browser(portal), START, "newton")) == UNKNOWN
    portal.user("root", roles=("Super admin",))
    body = {"username": "halley", "oauth_uid": "newton@example.org", "roles": ["View only"]}
    assert portal.client("root").post("/api/user", json=body).status_code == 200
    # By the address that the administrator wrote down, if the provider vouches for it …
    assert said(sign_in(browser(portal), START, "unverified-newton")) == UNKNOWN
    client = browser(portal)
    assert sign_in(client, START, "newton").headers["location"] == "/"
    assert me(client)["username"] == "halley"
    # … and from then on by the subject, whatever the address.
    with portal.context().transaction() as session:
        session.execute(update(User).where(User.username == "halley").values(oauth_uid=None))
        assert session.scalars(select(Identity.subject)).all() == ["newton"]
    again = browser(portal)
    assert sign_in(again, START, "newton").headers["location"] == "/"
    with portal.context().transaction() as session:
        tried = session.scalars(select(History.action).where(History.kind == "session").order_by(History.id)).all()
        # An account that ended is refused at this door, too.
        session.execute(update(User).where(User.username == "halley").values(expiration_date=User.created_at))
    assert tried == ["log in refused", "log in refused", "log in", "log in"]
    ended = browser(portal)
    assert said(sign_in(ended, START, "newton")) == "forbidden"
    assert ended.get("/api/internal/profile").status_code == 401


def test_an_invitation_makes_the_account(portal: World) -> None:
    ada = portal.user("ada")
    north = portal.group("North", admins=("ada",))
    with portal.context().transaction() as session:
        session.add(UserAcl(user_id=ada, acl_id="Manage users"))
    answer = portal.client("ada").post("/api/invitations", json={"userEmail": "n@example.org", "groupIDs": [north]})
    code = answer.json()["link"].rpartition("/")[2]
    client = browser(portal)
    assert sign_in(client, f"{START}?invitation={code}", "ada").headers["location"] == "/"
    # The name was taken; who one is at the provider does not make one somebody else here.
    found = me(client)
    assert (found["username"], found["first_name"], found["roles"]) == ("ada2", "Ada", ["Full user"])
    members = portal.client("ada").get(f"/api/groups/{north}").json()["data"]["users"]
    assert [m["username"] for m in members] == ["ada", "ada2"]
    assert said(sign_in(browser(portal), f"{START}?invitation={code}", "other")) == "not_found"


def test_the_steps_hold_together(portal: World, place: tuple[int, str]) -> None:
    portal.user("root", roles=("Super admin",))
    portal.client("root").post("/api/user", json={"username": "halley", "oauth_uid": "newton@example.org"})
    victim = browser(portal)
    answer = victim.get(START)
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
    assert asked["nonce"][0]
    assert "HttpOnly" in answer.headers["set-cookie"]
    # An attacker's answer in the victim's browser, and the victim's in another one.
    for state, client in (("invented", victim), (asked["state"][0], browser(portal))):
        refused = client.get(f"{START}/callback", params={"state": state, "code": "stolen"})
        assert said(refused) == "login_not_begun"
        assert "skyrelay_session" not in client.cookies
    # The state is spent by its first use, whatever came of it.
    assert said(victim.get(f"{START}/callback", params={"state": asked["state"][0], "code": "x"})) == "login_not_begun"
    # A code that the provider did not give, and one that was refused.
    for params in ({"code": "invented"}, {"error": "access_denied"}):
        client = browser(portal)
        state = parse_qs(urlsplit(client.get(START).headers["location"]).query)["state"][0]
        assert said(client.get(f"{START}/callback", params={"state": state, **params})) == "provider_refused"
    # A provider that does not answer says so, and another that is not there is not found out about.
    assert said(browser(portal).get("/login/oidc/dead")) == "unavailable"
    assert said(browser(portal).get("/login/oidc/none")) == "not_found"


def test_what_the_provider_signed_is_checked(place: tuple[int, str]) -> None:
    port, issuer = place
    address = f"http://127.0.0.1:{port}{START}/callback"

    def code_of(made: ProviderClient, name: str = "newton") -> tuple[str, Any]:
        begun = made.begin()
        with httpx.Client(timeout=30) as client:
            answer = client.get(begun.address)
            while True:
                target = httpx.URL(answer.url).join(answer.headers["location"]) if answer.is_redirect else answer.url
                if str(target).startswith(address):
                    return parse_qs(urlsplit(str(target)).query)["code"][0], begun
                if answer.is_redirect:
                    answer = client.get(target)
                    continue
                login = 'value="login"' in answer.text
                fields = {"prompt": "login", "login": name, "password": "x"} if login else {"prompt": "consent"}
                answer = client.post(target, data=fields)

    made = ProviderClient(Provider(**known(issuer)), address)
    code, begun = code_of(made)
    found = made.end(code, begun.nonce, begun.verifier)
    assert (found.subject, found.claim("email")) == ("newton", "newton@example.org")
    code, begun = code_of(made, "unverified-newton")
    assert made.end(code, begun.nonce, begun.verifier).claim("email") is None
    # PKCE, the nonce, the code's single use.
    code, begun = code_of(made)
    with pytest.raises(ProviderRefused, match="invalid_grant"):
        made.end(code, begun.nonce, "another-verifier-another-verifier-another-verifier")
    code, begun = code_of(made)
    with pytest.raises(ProviderRefused, match="cannot be trusted"):
        made.end(code, "another nonce", begun.verifier)
    with pytest.raises(ProviderRefused, match="invalid_grant"):
        made.end(code, begun.nonce, begun.verifier)
    # A wrong secret; an issuer that is not what it says of itself.
    wrong = ProviderClient(Provider(**known(issuer, client_secret="wrong")), address)
    code, begun = code_of(made)
    with pytest.raises(ProviderRefused, match="invalid_client"):
        wrong.end(code, begun.nonce, begun.verifier)
    with pytest.raises(Unavailable, match="does not describe itself"):
        ProviderClient(Provider(**known(f"{issuer}/")), address).begin()


def test_a_provider_may_make_accounts(place: tuple[int, str], migrated_url: str, tmp_path: Path) -> None:
    port, issuer = place
    settings: dict[str, Any] = {"login.providers": [known(issuer, creates_accounts=True)]}
    with portal_at(migrated_url, tmp_path, port, **settings) as portal:
        client = browser(portal)
        assert sign_in(client, START, "kepler").headers["location"] == "/"
        found = me(client)
        assert (found["username"], found["roles"], found["contact_email"]) == (
            "kepler",
            ["View only"],
            "kepler@example.org",
        )
