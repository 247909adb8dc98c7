"""Which keys annotations and ``altdata`` carry, for forms that filter and sort by them; of what the reader may read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, Subquery, case, cast, func, literal, select, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from app.tables import Annotation, ObjDetail

NEWEST = 5_000
"""Rows that are looked through: keys that none of the newest has are hardly looked for."""


def annotation_keys(session: Session) -> dict[str, list[dict[str, str]]]:
    """Return, for each origin of annotations, its keys with the JSON type of their values."""
    newest = select(Annotation.origin, Annotation.data).order_by(Annotation.id.desc()).limit(NEWEST).subquery()
    found: dict[str, list[dict[str, str]]] = {}
    for origin, key, kind in session.execute(_keys(newest, newest.c.origin, newest.c.data)):
        found.setdefault(origin, []).append({key: kind})
    return found


def altdata_keys(session: Session) -> list[dict[str, str]]:
    """Return the keys of ``altdata`` of objs with the JSON type of their values."""
    stated = select(literal("").label("origin"), ObjDetail.altdata).where(ObjDetail.altdata.is_not(None))
    newest = stated.order_by(ObjDetail.id.desc()).limit(NEWEST).subquery()
    return [{key: kind} for _, key, kind in session.execute(_keys(newest, newest.c.origin, newest.c.altdata))]


def _keys(newest: Subquery, origin: Any, document: Any) -> Select[*tuple[Any, ...]]:
    # A row whose document is no object has no keys; jsonb_each refuses it.
    whole = case((func.jsonb_typeof(document) == "object", document), else_=cast("{}", JSONB))
    each = func.jsonb_each(whole).table_valued("key", "value").lateral()
    kind = func.jsonb_typeof(each.c.value)
    query: Select[*tuple[Any, ...]] = select(origin, each.c.key, kind).select_from(newest).join(each, true())
    return query.where(kind != "null").distinct().order_by(origin, each.c.key, kind)
