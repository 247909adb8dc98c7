"""What people and programs noted about objs, told together: the groups and users that it names are looked up once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain
from typing import Any

from sqlalchemy.orm import Session

from app.portal import classifications, comments, tags
from app.portal.annotations import OF_OBJS as ANNOTATIONS
from app.portal.annotations import told as told_annotations
from app.portal.by_obj import grouped, rows_of
from app.portal.visibility import Known, known_of

Parts = dict[str, dict[str, list[dict[str, Any]]]]
_STATEMENTS = {
    "annotations": ANNOTATIONS,
    "classifications": classifications.OF_OBJS,
    "comments": comments.OF_OBJS,
    "tags": tags.OF_OBJS,
}
KINDS = tuple(_STATEMENTS)


def notes_of(
    session: Session, obj_ids: Collection[str], kinds: Iterable[str], user_ids: Iterable[int] = ()
) -> tuple[Parts, Known]:
    """Return the readable notes of these :data:`KINDS` on each obj, and what is known of whom they name.

    ``user_ids`` are other users to be known: those who saved the objs, for example.
    """
    rows = {kind: rows_of(session, _STATEMENTS[kind], obj_ids) for kind in kinds}
    known = known_of(session, chain.from_iterable(rows.values()), user_ids)
    plain = {"annotations": told_annotations, "comments": comments.told, "tags": tags.told}
    told = {
        kind: plain[kind](found, known) if kind in plain else classifications.told(session, found, known)
        for kind, found in rows.items()
    }
    return {kind: grouped(those, obj_ids) for kind, those in told.items()}, known
