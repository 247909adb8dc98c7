"""Events for the live push: written in the transaction of the change, read by whom the audience lets in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from app.tables import OutboxEvent


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
    # inline: no RETURNING, since who tells others need not be able to read what they are told.
    session.execute(
        insert(OutboxEvent)
        .inline()
        .values(kind=kind, audience_id=audience_id, user_id=user_id, obj_id=obj_id, payload=payload)
    )


def announce_each(session: Session, kind: str, about: Sequence[tuple[int, str]]) -> None:
    """Say to several audiences that something of ``kind`` changed about an obj: pairs (audience id, obj id)."""
    session.execute(
        text(
            "INSERT INTO outbox (kind, audience_id, obj_id, payload) "
            "SELECT :kind, t.audience_id, t.obj_id, '{}' "
            "FROM unnest(CAST(:audiences AS bigint[]), CAST(:objs AS text[])) AS t(audience_id, obj_id)"
        ),
        {"kind": kind, "audiences": [audience for audience, _ in about], "objs": [obj for _, obj in about]},
    )
