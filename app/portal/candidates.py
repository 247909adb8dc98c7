"""Candidates: objs that passed a group's filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.tables import Candidate


@dataclass(frozen=True)
class CandidateRow:
    """One passage of a filter as it is stored; ``filter_step`` names the filter's version."""

    obj_id: str
    filter_id: int
    passed_at: datetime
    audience_id: int
    holder_id: int
    owner_id: int
    passing_alert_id: int | None = None
    filter_step: str | None = None


def add_candidates(session: Session, rows: Sequence[CandidateRow]) -> list[int]:
    """Store passages, return the ids of the new ones; one with the same filter, obj and alert changes nothing."""
    if not rows:
        return []
    ordered = sorted(rows, key=lambda r: (r.filter_id, r.obj_id, r.passing_alert_id or 0))
    values = [
        {
            "obj_id": row.obj_id,
            "filter_id": row.filter_id,
            "passed_at": row.passed_at,
            "audience_id": row.audience_id,
            "holder_id": row.holder_id,
            "owner_id": row.owner_id,
            "passing_alert_id": row.passing_alert_id,
            "filter_step": row.filter_step,
        }
        for row in ordered
    ]
    statement = (
        insert(Candidate)
        .values(values)
        .on_conflict_do_nothing(index_elements=["filter_id", "obj_id", "passing_alert_id"])
    )
    return list(session.scalars(statement.returning(Candidate.id)))
