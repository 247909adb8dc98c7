"""From a token, a cookie, a password or a login link to a principal."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

import argon2
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import Forbidden, Unauthorised

_HASHER = argon2.PasswordHasher()


@cache
def _nobody() -> str:
    """Return a hash to check against where the user is unknown, so that both refusals take the same time.

    Made at the first need, for at import it cost the start of every process 0.5 s.
    """
    return _HASHER.hash(secrets.token_hex(16))


SESSION_COOKIE = "skyrelay_session"
LOGIN_COOKIE = "skyrelay_login"


def cookie_name(name: str, https: bool) -> str:
    """Return a cookie's name; over https with the prefix by which browsers bind it to this host alone (RFC 6265bis)."""
    return f"__Host-{name}" if https else name


WRONG_PASSWORD = "The user name or the password is wrong."  # noqa: S105


def digest(secret: str) -> bytes:
    """Return the SHA-256 under which a random secret (token, cookie, link) is kept."""
    return hashlib.sha256(secret.encode()).digest()


def by_token(session: Session, secret: str, origin: str | None = None) -> Principal | None:
    """Return who a token stands for, or None; raise :class:`Forbidden` for an expired user.

    The transaction is theirs from then on, as :func:`app.context.declare` makes it, in the same round trip; ``origin``
    (None: as it was) is kept with each history row.
    """
    return _principal(session, "principal_of_token", secret, origin)


def by_session(session: Session, secret: str, origin: str | None = None) -> Principal | None:
    """Return who a session cookie stands for; see :func:`by_token`."""
    return _principal(session, "principal_of_session", secret, origin)


def _principal(session: Session, function: str, secret: str, origin: str | None) -> Principal | None:
    row = session.execute(
        text(
            "SELECT user_id, username, expired, token_id, acls, "  # noqa: S608 - one of two names of ours
            "set_config('skyrelay.user_id', CAST(user_id AS text), true), set_config('skyrelay.origin', "
            "coalesce(CAST(:origin AS text), current_setting('skyrelay.origin', true), ''), true) "
            f"FROM access.{function}(:secret)"
        ),
        {"secret": digest(secret), "origin": origin},
    ).first()
    if row is None:
        return None
    if row.expired:
        raise Forbidden("This account has expired. Ask an administrator to renew it.")
    return Principal(row.user_id, row.username, frozenset(row.acls), row.token_id)


@dataclass(frozen=True)
class Browser:
    """How, from where and with what somebody logs in, for their list of sessions; and for how many hours."""

    hours: float
    how: str
    address: str | None = None
    agent: str | None = None


def open_session(session: Session, user_id: int, browser: Browser) -> str:
    """Start a web session and return its secret, which goes into the cookie and is not kept."""
    secret = secrets.token_urlsafe(32)
    session.execute(
        text("SELECT access.open_session(:secret, :user_id, :until, :how, :address, :agent)"),
        {
            "secret": digest(secret), "user_id": user_id, "until": datetime.now(UTC) + timedelta(hours=browser.hours),
            "how": browser.how, "address": browser.address, "agent": browser.agent,
        },
    )  # fmt: skip
    return secret


def close_session(session: Session, secret: str) -> bool:
    """End a web session; False where there was none."""
    return bool(session.execute(text("SELECT access.close_session(:s)"), {"s": digest(secret)}).scalar_one())


def check_password(session: Session, username: str, password: str) -> int:
    """Return the id of the user with this password; raise :class:`Unauthorised` otherwise."""
    row = session.execute(text("SELECT user_id, argon2 FROM access.password_of(:name)"), {"name": username}).first()
    # Called for known names, too, so that the first call of a process is equally slow for both.
    nobody = _nobody()
    try:
        _HASHER.verify(row.argon2 if row else nobody, password)
    except argon2.exceptions.VerificationError as error:
        raise Unauthorised(WRONG_PASSWORD) from error
    if row is None:
        raise Unauthorised(WRONG_PASSWORD)
    return int(row.user_id)


def use_login_link(session: Session, secret: str) -> int:
    """Return the user of a one-time login link and spend it; raise :class:`Unauthorised` where it is spent."""
    user_id = session.execute(text("SELECT access.use_login_link(:s)"), {"s": digest(secret)}).scalar()
    if user_id is None:
        raise Unauthorised("This login link was used already, or is too old. Make a new one: `skyrelay user link`.")
    return int(user_id)


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password."""
    return _HASHER.hash(password)
