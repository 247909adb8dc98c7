"""Annotations: values that a program attached to an obj, one row an origin and holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.tables import Annotation


@dataclass(frozen=True)
class AnnotationRow:
    """One annotation as it is stored; a newer one of the same obj, origin and holder replaces ``data``."""

    obj_id: str
    origin: str
    data: dict[str, Any]
    audience_id: int
    holder_id: int
    owner_id: int


def upsert(session: Session, rows: Sequence[AnnotationRow]) -> int:
    """Store annotations, replacing what their holders have under the same origin; return how many rows changed.

    Of several rows with one key the last counts. A row that already says the same is left alone.
    """
    last = {(row.obj_id, row.origin, row.holder_id): row for row in rows}
    if not last:
        return 0
    values = [
        {
            "obj_id": row.obj_id,
            "origin": row.origin,
            "data": row.data,
            "audience_id": row.audience_id,
            "holder_id": row.holder_id,
            "owner_id": row.owner_id,
        }
        for _, row in sorted(last.items())
    ]
    statement = insert(Annotation).values(values)
    new = statement.excluded
    changed = statement.on_conflict_do_update(
        index_elements=["obj_id", "origin", "holder_id"],
        set_={"data": new.data, "audience_id": new.audience_id, "modified": func.now()},
        where=(Annotation.data != new.data) | (Annotation.audience_id != new.audience_id),
    ).returning(Annotation.id)
    return len(session.scalars(changed).all())
