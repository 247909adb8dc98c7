"""What a search found, kept for its asker for a while: later pages stay as the first one was.

Kept are names only, for one user; what is told of them is looked up anew, so that a revocation bites at once, in the
total too. Nobody can turn somebody else's pages: to another user the same id names nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.tables import KeptQuery, Obj

KEPT = timedelta(minutes=30)
MOST_PER_USER = 20
"""Kept queries of one user; an older one goes for a new one."""


def keep(session: Session, principal: Principal, found: Sequence[str]) -> str:
    """Keep what a search found, in its order; return the id by which :func:`recall` finds it."""
    digest = hashlib.sha256("\n".join([str(principal.user_id), *found]).encode()).hexdigest()[:32]
    mine = KeptQuery.user_id == principal.user_id
    newest = select(KeptQuery.id).where(mine).order_by(KeptQuery.modified.desc()).limit(MOST_PER_USER - 1)
    stale = (KeptQuery.modified < datetime.now(UTC) - KEPT) | KeptQuery.id.not_in(newest)
    session.execute(delete(KeptQuery).where(mine, stale))
    statement = insert(KeptQuery).values(user_id=principal.user_id, id=digest, found=list(found))
    session.execute(
        statement.on_conflict_do_update(index_elements=["user_id", "id"], set_={"modified": func.now()}).inline()
    )
    return digest


def recall(session: Session, principal: Principal, query_id: str) -> list[str] | None:
    """Return what was kept, without what the principal may no longer know of; None where nothing is kept (any more)."""
    found = session.scalars(
        select(KeptQuery.found).where(
            KeptQuery.user_id == principal.user_id,
            KeptQuery.id == query_id,
            KeptQuery.modified >= datetime.now(UTC) - KEPT,
        )
    ).first()
    if found is None:
        return None
    readable = set(session.scalars(select(Obj.id).where(Obj.id == func.any(found))))
    return [obj_id for obj_id in found if obj_id in readable]
