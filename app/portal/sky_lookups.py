"""Questions to services of the sky: asked by an errand, answered from what is known already.

A request never waits: it gets what is there, and the errand brings what is not. Answers belong to whoever asked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic_core import to_json
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errands import Errand, enqueue
from app.tables import SkyLookup

ERRAND = "sky.lookup"
RETRY_AFTER = timedelta(minutes=10)
"""How soon a question that found no answer is asked again."""
PATIENCE = timedelta(minutes=10)
"""When an answer is overdue, the question is asked again."""
FETCHING = "It is being fetched; ask again in a moment."


@dataclass(frozen=True)
class Question:
    """What is asked of which kind of service. ``address`` is the setting; None: no such service is set up."""

    kind: str
    values: dict[str, Any]
    address: str | None

    @property
    def key(self) -> str:
        """The question's name: equal questions are one."""
        return hashlib.sha256(to_json(dict(sorted(self.values.items())))).hexdigest()


@dataclass(frozen=True)
class Told:
    """What is known by now: rows and words of a service, a blob, or why there is nothing (yet)."""

    answer: dict[str, Any] | None = None
    blob: str | None = None
    words: str = ""

    @property
    def known(self) -> bool:
        """Whether there is an answer."""
        return self.answer is not None or self.blob is not None


def ask(session: Session, principal: Principal, question: Question, kept_days: int, *, anew: bool = False) -> Told:
    """Return what is known, and send for what is not; with ``anew``, for what is known, too."""
    if question.address is None:
        return Told(words="No such service is set up here.")
    now = datetime.now(UTC)
    same = select(SkyLookup).where(
        SkyLookup.owner_id == principal.user_id, SkyLookup.kind == question.kind, SkyLookup.key == question.key
    )
    row = session.scalars(same).first()
    if row is None or _due(row, now, timedelta(days=kept_days), anew):
        _send_for(session, principal, question, (now, now - timedelta(days=kept_days)))
        trouble = None
    else:
        trouble = row.trouble
    if row is not None and (row.answer is not None or row.blob is not None):
        return Told(row.answer, row.blob)
    return Told(words=f"There was none to be had: {trouble}" if trouble else FETCHING)


def _due(row: SkyLookup, now: datetime, kept: timedelta, anew: bool) -> bool:
    if row.found_at is None:
        return row.asked_at + (RETRY_AFTER if row.trouble else PATIENCE) < now
    asked_since = row.asked_at > row.found_at and row.asked_at + PATIENCE > now
    return not asked_since and (anew or row.found_at + kept < now)


def _send_for(session: Session, principal: Principal, question: Question, times: tuple[datetime, datetime]) -> None:
    now, before = times
    session.execute(delete(SkyLookup).where(SkyLookup.owner_id == principal.user_id, SkyLookup.asked_at < before))
    values = {"owner_id": principal.user_id, "kind": question.kind, "key": question.key, "question": question.values}
    statement = insert(SkyLookup).values(**values, asked_at=now)
    statement = statement.on_conflict_do_update(
        index_elements=["owner_id", "kind", "key"], set_={"asked_at": now, "trouble": None}
    )
    lookup_id = session.execute(statement.returning(SkyLookup.id)).scalar_one()
    key = f"{lookup_id} {now.isoformat()}"
    enqueue(session, Errand(ERRAND, {"lookup_id": lookup_id}, key, owner_id=principal.user_id))
