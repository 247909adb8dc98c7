"""Events for the live push: written in the transaction of the change, read by whom the audience lets in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.access.ledger import note


def announce(
    session: Session,
    kind: str,
    *,
    audience_id: int | None = None,
    user_id: int | None = None,
    obj_id: str | None = None,
    **payload: Any,
) -> None:
    """Say that something of ``kind`` (such as ``photometry.new``) changed; readers fetch it again themselves."""
    row = {"kind": kind, "audience_id": audience_id, "user_id": user_id, "obj_id": obj_id, "payload": payload}
    note(session, "events", row)


def announce_each(session: Session, kind: str, about: Sequence[tuple[int, str]]) -> None:
    """Say to several audiences that something of ``kind`` changed about an obj: pairs (audience id, obj id)."""
    rows = ({"kind": kind, "audience_id": audience, "obj_id": obj, "payload": {}} for audience, obj in about)
    note(session, "events", *rows)
