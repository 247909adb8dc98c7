"""People log in with a real browser: by invitation, passkey and password, under a strict content security policy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.portal.credentials import create_login_link
from app.tables import UserAcl
from tests.support.browser import chromium, keep_picture, need_chromium, visitor
from tests.support.provider import free_port
from tests.support.world import World, portal_at

PASSWORD = "correct horse battery staple"


@pytest.fixture
def portal(migrated_url: str, tmp_path: Path) -> Iterator[World]:
    need_chromium()
    with portal_at(migrated_url, tmp_path, free_port()) as made:
        # Browsers make passkeys for names only.
        made.base_url = made.base_url.replace("127.0.0.1", "localhost")
        yield made


def authenticator(context: BrowserContext, page: Page) -> None:
    """Give the page a device with a fingerprint reader that always agrees (Chrome DevTools Protocol, WebAuthn)."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def _picture(page: Page, name: str) -> None:
    folder = os.environ.get("SKYRELAY_PICTURES")
    if folder:
        keep_picture(page.screenshot(full_page=True), Path(folder), name)


def _leave(page: Page, portal: World) -> None:
    page.evaluate("fetch('/api/logout', {method: 'POST', headers: {'X-Skyrelay': '1'}})")
    page.goto(f"{portal.base_url}/login")


def _inside(page: Page) -> None:
    expect(page.get_by_test_id("nav-candidates").first).to_be_visible()


def test_from_an_invitation_to_a_passkey_to_a_password(portal: World) -> None:
    ada = portal.user("ada", password=PASSWORD)
    north = portal.group("North", admins=("ada",))
    with portal.context().transaction() as session:
        session.add(UserAcl(user_id=ada, acl_id="Manage users"))
    invited = portal.client("ada").post("/api/invitations", json={"userEmail": "new@example.org", "groupIDs": [north]})
    code = invited.json()["link"].rpartition("/")[2]
    complaints: list[str] = []
    with chromium() as browser:
        context = visitor(browser)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        authenticator(context, page)
        # The account, made with a passkey.
        page.goto(f"{portal.base_url}/invitation/{code}")
        expect(page.get_by_test_id("invitation")).to_contain_text("ada invites you to work in North")
        page.get_by_test_id("invitation-username").fill("newton")
        _picture(page, "invitation")
        page.get_by_test_id("passkey-button").click()
        _inside(page)
        # Out, and in again by the passkey: no name is asked for.
        _leave(page, portal)
        _picture(page, "login")
        page.get_by_test_id("passkey-button").click()
        _inside(page)
        # A password, and what the profile shows.
        page.goto(f"{portal.base_url}/profile")
        expect(page.get_by_test_id("passkeys")).to_have_attribute("data-count", "1")
        page.get_by_test_id("password-new").fill(PASSWORD)
        page.get_by_test_id("password-submit").click()
        expect(page.get_by_test_id("password-changed")).to_be_visible()
        # The session of the invitation was logged out of; the password ended all others.
        expect(page.get_by_test_id("sessions")).to_have_attribute("data-count", "1")
        expect(page.get_by_test_id("sessions")).to_contain_text(
            re.compile(r"Chrome on Linux.*by passkey from 127\.0\.0\.1")
        )
        _picture(page, "profile-login")
        # The device has a passkey for this account: it makes no second one. Removed here, it opens nothing any more.
        page.get_by_test_id("passkey-name").fill("again")
        page.get_by_test_id("passkey-submit").click()
        expect(page.get_by_test_id("passkeys-panel").get_by_test_id("error-note")).to_contain_text("already")
        page.get_by_test_id("passkey-delete").click()
        expect(page.get_by_test_id("passkeys")).to_have_attribute("data-count", "0")
        _leave(page, portal)
        page.get_by_test_id("passkey-button").click()
        expect(page.get_by_test_id("error-note")).to_contain_text("does not open anything here")
        page.get_by_test_id("login-username").fill("newton")
        page.get_by_test_id("login-password").fill(PASSWORD)
        page.get_by_test_id("login-submit").click()
        _inside(page)
        # A session is ended from elsewhere: the page is told to log in.
        other = visitor(browser).new_page()
        with portal.context().transaction() as session:
            link = create_login_link(session, portal.user_id("newton"), 5)
        other.goto(f"{portal.base_url}/login/{link}")
        _inside(other)
        other.goto(f"{portal.base_url}/profile")
        other.get_by_test_id("session-end").click()
        expect(other.get_by_test_id("sessions")).to_have_attribute("data-count", "1")
        page.reload()
        expect(page.get_by_test_id("login-form")).to_be_visible()
    assert [c for c in complaints if "Content Security Policy" in c or "Content-Security-Policy" in c] == []
