"""A person's own log-ins: open sessions, and the password."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.access import authenticate
from app.access.authenticate import digest
from app.access.elevation import as_portal, elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere, Unauthorised
from app.portal.passwords import set_password
from app.tables import Password, WebSession

SHOWN = 16
"""Bytes of a session's digest that name it: they open nothing."""


class SessionView(BaseModel):
    """A logged-in browser of the caller's."""

    id: str
    created_at: datetime
    expires_at: datetime
    how: str | None
    address: str | None
    agent: str | None
    current: bool


def list_sessions(session: Session, principal: Principal, secret: str | None) -> list[SessionView]:
    """Return the principal's open sessions, newest first; the one of this request is ``current``."""
    rows = session.scalars(
        select(WebSession)
        .where(WebSession.user_id == principal.user_id, WebSession.expires_at > func.now())
        .order_by(WebSession.created_at.desc())
    )
    mine = digest(secret) if secret else b""
    return [
        SessionView(
            id=bytes(row.secret_sha256)[:SHOWN].hex(), created_at=row.created_at, expires_at=row.expires_at,
            how=row.how, address=row.address, agent=row.agent, current=bytes(row.secret_sha256) == mine,
        )
        for row in rows
    ]  # fmt: skip


def end_session(session: Session, principal: Principal, session_id: str) -> None:
    """End one of the principal's sessions; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(WebSession.secret_sha256).where(WebSession.user_id == principal.user_id))
    for secret_sha256 in found:
        if bytes(secret_sha256)[:SHOWN].hex() == session_id:
            session.execute(delete(WebSession).where(WebSession.secret_sha256 == secret_sha256))
            record(session, principal.user_id, Change("end", "session", principal.user_id))
            return
    raise NotAvailableHere("You have no such session.")


def change_password(session: Session, principal: Principal, current: str | None, new: str, keep: str) -> None:
    """Set the principal's password and end their other sessions; ``keep`` is the secret of the one in use.

    Raises :class:`BadInput` where there is a password and ``current`` is another.
    """
    as_portal(session)
    with elevated(session, principal, f"change the password of the user {principal.user_id}"):
        has = session.execute(select(Password.user_id).where(Password.user_id == principal.user_id)).first()
    if has is not None:
        try:
            authenticate.check_password(session, principal.username, current or "")
        except Unauthorised as error:
            raise BadInput("The current password is wrong.", field="current") from error
    with elevated(session, principal, f"change the password of the user {principal.user_id}"):
        set_password(session, principal.user_id, new, principal.user_id, but=digest(keep))
