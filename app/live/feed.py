"""What one principal has not been told yet, read from the outbox under row security."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import func, select

from app.access.acls import SYSTEM_ADMIN
from app.access.principal import Principal
from app.context import Context
from app.tables import OutboxEvent

# A transaction that took a lower id may commit after one with a higher id, so look back this far.
LOOK_BACK = 1_000
AT_ONCE = 500


@dataclass
class Feed:
    """One reader's place in the outbox."""

    principal: Principal
    newest: int = 0
    told: set[int] = field(default_factory=set)

    @classmethod
    def start(cls, context: Context, principal: Principal, after: int | None) -> Feed:
        """Start at the present end of the outbox, or after the event that the reader saw last."""
        # An administrator is told what their own groups may know: a push is no place for setting security aside.
        reader = replace(principal, acls=principal.acls - {SYSTEM_ADMIN})
        feed = cls(reader)
        with context.transaction(reader) as session:
            end = session.execute(select(func.coalesce(func.max(OutboxEvent.id), 0))).scalar_one()
            feed.newest = end if after is None else min(after, end)
            floor = feed.newest - LOOK_BACK
            known = select(OutboxEvent.id).where(OutboxEvent.id > floor, OutboxEvent.id <= feed.newest)
            feed.told = set(session.scalars(known))
        return feed

    def news(self, context: Context) -> list[dict[str, Any]]:
        """Return the events since the last call, oldest first."""
        with context.transaction(self.principal) as session:
            rows = session.execute(
                select(OutboxEvent)
                .where(OutboxEvent.id > self.newest - LOOK_BACK, OutboxEvent.id.not_in(self.told or {0}))
                .order_by(OutboxEvent.id)
                .limit(AT_ONCE)
            ).scalars()
            fresh = [_as_message(row) for row in rows]
        self.told.update(message["id"] for message in fresh)
        self.newest = max([self.newest, *(message["id"] for message in fresh)])
        self.told = {told for told in self.told if told > self.newest - LOOK_BACK}
        return fresh


def _as_message(event: OutboxEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "kind": event.kind,
        "at": event.at.isoformat(),
        "obj_id": event.obj_id,
        **event.payload,
    }
