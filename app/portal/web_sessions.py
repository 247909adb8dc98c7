"""Logging in and out: by password, by one-time link."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access import authenticate
from app.access.elevation import as_portal
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import Forbidden, Unauthorised


def log_in_by_password(session: Session, username: str, password: str, hours: float) -> tuple[str, Principal]:
    """Open a web session; return the cookie's secret and who it is.

    Raises :class:`Unauthorised` for a wrong name or password alike, :class:`Forbidden` for an expired user.
    """
    as_portal(session)
    return _open(session, authenticate.check_password(session, username, password), "password", hours)


def log_in_by_link(session: Session, code: str, hours: float) -> tuple[str, Principal]:
    """Open a web session by a one-time link, which is spent by it; raise :class:`Unauthorised` for a spent one."""
    as_portal(session)
    return _open(session, authenticate.use_login_link(session, code), "link", hours)


def _open(session: Session, user_id: int, how: str, hours: float) -> tuple[str, Principal]:
    secret = authenticate.open_session(session, user_id, hours)
    try:
        principal = authenticate.by_session(session, secret)
    except Forbidden:
        authenticate.close_session(session, secret)
        raise
    if principal is None:
        raise Unauthorised("This account cannot log in.")
    # From here on the transaction is theirs, so that its history can be.
    session.execute(text("SELECT set_config('skyrelay.user_id', :u, true)"), {"u": str(user_id)})
    record(session, user_id, Change("log in", "session", user_id, after={"by": how}))
    return secret, principal


def log_out(session: Session, principal: Principal | None, secret: str | None) -> None:
    """End a web session; without one nothing happens."""
    as_portal(session)
    if secret is not None and authenticate.close_session(session, secret) and principal is not None:
        record(session, principal.user_id, Change("log out", "session", principal.user_id))
