"""Setting a password, which also logs the person out everywhere."""

from __future__ import annotations

from sqlalchemy import delete, func
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access.authenticate import hash_password
from app.access.history import Change, record
from app.errors import BadInput
from app.tables import Password, WebSession

SHORTEST = 10
LONGEST = 1000


def check_strength(password: str) -> None:
    """Raise :class:`BadInput` for a password that is too short to be one (NIST SP 800-63B asks for length alone)."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput(f"A password has {SHORTEST} to {LONGEST} characters.", field="password")


def set_password(
    session: Session, user_id: int, password: str, by_user_id: int | None = None, but: bytes = b""
) -> None:
    """Set a user's password and end their web sessions (``but`` the one with this digest).

    The session is an administrator's or the owner's.
    """
    check_strength(password)
    hashed = hash_password(password)
    session.execute(
        upsert(Password)
        .values(user_id=user_id, argon2=hashed)
        .on_conflict_do_update(index_elements=["user_id"], set_={"argon2": hashed, "changed_at": func.now()})
    )
    session.execute(delete(WebSession).where(WebSession.user_id == user_id, WebSession.secret_sha256 != but))
    record(session, by_user_id, Change("set password", "user", user_id))
