"""Logging in and out: by password, by one-time link."""

from __future__ import annotations

from urllib.parse import urlsplit

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access import authenticate
from app.access.authenticate import Browser
from app.access.elevation import as_portal
from app.access.history import Change, record
from app.access.ledger import settle
from app.access.principal import Principal
from app.config import Settings
from app.errors import Forbidden, Unauthorised

NAME = 200


def log_in_by_password(session: Session, username: str, password: str, browser: Browser) -> tuple[str, Principal]:
    """Open a web session; return the cookie's secret and who it is.

    Raises :class:`Unauthorised` for a wrong name or password alike, :class:`Forbidden` for an expired user.
    """
    as_portal(session)
    return log_in(session, authenticate.check_password(session, username, password), browser)


def log_in_by_link(session: Session, code: str, browser: Browser) -> tuple[str, Principal]:
    """Open a web session by a one-time link, which is spent by it; raise :class:`Unauthorised` for a spent one."""
    as_portal(session)
    return log_in(session, authenticate.use_login_link(session, code), browser)


def log_in(session: Session, user_id: int, browser: Browser) -> tuple[str, Principal]:
    """Open a web session for a user who has proved to be that; the rest of the transaction is theirs.

    Raises :class:`Forbidden` for an expired user.
    """
    as_portal(session)
    secret = authenticate.open_session(session, user_id, browser)
    try:
        principal = authenticate.by_session(session, secret)
    except Forbidden:
        authenticate.close_session(session, secret)
        raise
    if principal is None:
        raise Unauthorised("This account cannot log in.")
    # From here on the transaction is theirs, so that its history can be.
    settle(session)
    session.execute(
        text("SELECT set_config('skyrelay.user_id', :u, true), set_config('skyrelay.origin', :from, true)"),
        {"u": str(user_id), "from": browser.address or ""},
    )
    record(session, user_id, Change("log in", "session", user_id, after={"by": browser.how}))
    return secret, principal


def note_refusal(session: Session, name: str, how: str, why: str) -> None:
    """Write down that a log-in in this name was refused."""
    session.execute(
        text("SELECT access.note_refused_login(:name, :how, :why)"), {"name": name[:NAME], "how": how, "why": why}
    )


def passkey_site(settings: Settings) -> tuple[str, str]:
    """Return the name that passkeys are made for, and the address where browsers can use them.

    Browsers make passkeys for names, never for IP addresses: on a loopback address it is ``localhost``.
    """
    parts = urlsplit(settings.base_url)
    host = parts.hostname or "localhost"
    if host in ("127.0.0.1", "::1"):
        host = "localhost"
    port = f":{parts.port}" if parts.port else ""
    return host, f"{parts.scheme}://{host}{port}"


def log_out(session: Session, principal: Principal | None, secret: str | None) -> None:
    """End a web session; without one nothing happens."""
    as_portal(session)
    if secret is not None and authenticate.close_session(session, secret) and principal is not None:
        record(session, principal.user_id, Change("log out", "session", principal.user_id))
