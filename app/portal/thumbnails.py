"""Thumbnails: small pictures of objs; the row decides who may read, the blob store keeps the bytes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.blobs import BlobStore
from app.tables import Thumbnail


@dataclass(frozen=True)
class ThumbnailRow:
    """What a thumbnail is of: ``type`` new, ref, sub …; a newer one of the same obj, type, holder replaces it."""

    obj_id: str
    type: str
    audience_id: int
    holder_id: int
    owner_id: int
    origin: str | None = None
    is_grayscale: bool = True


def add(session: Session, row: ThumbnailRow, png: bytes, blobs: BlobStore) -> int:
    """Keep the picture, then its row; return the row's id. The same picture again changes nothing."""
    blob = blobs.put(png)
    statement = insert(Thumbnail).values(
        obj_id=row.obj_id,
        type=row.type,
        blob=blob,
        audience_id=row.audience_id,
        holder_id=row.holder_id,
        owner_id=row.owner_id,
        origin=row.origin,
        is_grayscale=row.is_grayscale,
    )
    new = statement.excluded
    changed = statement.on_conflict_do_update(
        index_elements=["obj_id", "type", "holder_id", "audience_id"],
        set_={"blob": new.blob, "origin": new.origin, "is_grayscale": new.is_grayscale, "modified": func.now()},
    )
    return session.execute(changed.returning(Thumbnail.id)).scalar_one()
