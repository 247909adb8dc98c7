"""What sharing policies make of an upload, for every resource that takes data; and how what they withhold is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy.orm import Session

from app.api.routes import Answer
from app.policies.planner import planner
from app.portal.governed import Planner, Withheld, told


class WithheldOut(BaseModel):
    """A group that was asked for and does not read ``n_rows`` of the data yet.

    ``due_at`` null means never, unless ``waits_for`` says which event it waits for.
    """

    group_id: int
    due_at: datetime | None
    n_rows: int
    policy_version_id: int
    waits_for: str | None = None


BESIDE = {"withheld": list[WithheldOut]}


def governed_by_policies() -> Planner:
    """Return who asks the sharing policies, as of now."""
    return planner(datetime.now(UTC))


def with_withheld(session: Session, data: Any, withheld: Sequence[Withheld], what: str = "point") -> Answer:
    """Say what is withheld beside the data, where strict clients do not trip over it, and as a sentence.

    ``what`` is the word for one of the rows.
    """
    beside = [
        WithheldOut(
            group_id=w.group_id,
            due_at=w.due_at,
            n_rows=w.n_rows,
            policy_version_id=w.policy_version_id,
            waits_for=w.waits_for,
        )
        for w in withheld
    ]
    return Answer(data, told(session, withheld, what), beside={"withheld": beside})
