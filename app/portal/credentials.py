"""Tokens and one-time login links: random secrets, shown once, kept as SHA-256."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.access.authenticate import digest
from app.access.history import Change, record
from app.tables import LoginLink, Token


def create_token(session: Session, user_id: int, name: str, acls: Iterable[str], by_user_id: int | None = None) -> str:
    """Make an API token for a user and return its secret, which is never shown again."""
    secret = str(uuid4())
    token_id = str(uuid4())
    carried = sorted(set(acls))
    session.execute(
        insert(Token).values(id=token_id, secret_sha256=digest(secret), user_id=user_id, name=name, acls=carried)
    )
    after = {"name": name, "user_id": user_id, "acls": carried}
    record(session, by_user_id, Change("create", "token", token_id, after=after))
    return secret


def create_login_link(session: Session, user_id: int, minutes: float) -> str:
    """Make a login link that works once within ``minutes``; return the code that goes after ``/login/``."""
    code = secrets.token_urlsafe(24)
    until = datetime.now(UTC) + timedelta(minutes=minutes)
    session.execute(insert(LoginLink).values(secret_sha256=digest(code), user_id=user_id, expires_at=until))
    return code
