"""Thumbnails: small pictures of objs; the row decides who may read, the blob store keeps the bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError
from sqlalchemy import case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.blobs import BlobStore
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.by_obj import about, grouped, rows_of
from app.portal.governed import Planner
from app.portal.note_terms import Added, placed
from app.portal.objs import readable
from app.portal.visibility import default_groups, for_groups
from app.tables import Thumbnail

MIN_SIDE = 16
MAX_SIDE = 500
"""Pixels a side of a thumbnail, as SkyPortal takes them."""


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
    policy_version_id: int | None = None


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
        policy_version_id=row.policy_version_id,
    )
    new = statement.excluded
    changed = statement.on_conflict_do_update(
        index_elements=["obj_id", "type", "holder_id", "audience_id"],
        set_={"blob": new.blob, "origin": new.origin, "is_grayscale": new.is_grayscale, "modified": func.now()},
    )
    return session.execute(changed.returning(Thumbnail.id)).scalar_one()


def check_picture(content: bytes) -> None:
    """Raise :class:`BadInput` unless this is a whole PNG or JPEG of a thumbnail's size."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if not all(MIN_SIDE <= side <= MAX_SIDE for side in picture.size):
                raise BadInput(
                    f"A thumbnail has {MIN_SIDE} to {MAX_SIDE} pixels a side, not {picture.width}×{picture.height}.",
                    field="data",
                )
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadInput("This is no PNG or JPEG picture, or a damaged one.", field="data") from error


def post(
    session: Session,
    principal: Principal,
    about: tuple[str, str, str | None],
    content: bytes,
    blobs: BlobStore,
    govern: Planner | None = None,
) -> Added:
    """Add a picture of (obj id, type, survey) for the groups that have the source saved.

    To the sharing policies it is an image, derived from others; what they do not let these groups see yet is withheld.
    """
    obj_id, kind, survey = about
    if not readable(session, [obj_id]):
        raise BadInput(f"There is no source {obj_id!r} that you may read.", field="obj_id")
    check_picture(content)
    groups = default_groups(session, principal, obj_id)
    standing = for_groups(session, principal, groups)
    readers, withheld = placed(session, "image", obj_id, standing, groups, govern)
    held = (readers["audience_id"], standing.holder_id, standing.owner_id)
    row = ThumbnailRow(obj_id, kind, *held, origin=survey, policy_version_id=readers.get("policy_version_id"))
    made = add(session, row, content, blobs)
    after = {"obj_id": obj_id, "type": kind}
    record(session, principal.user_id, Change("create", "thumbnail", made, standing.holder_id, after=after))
    return Added(made, withheld)


def need(session: Session, thumbnail_id: int) -> Thumbnail:
    """Return a readable thumbnail; raise :class:`NotAvailableHere`."""
    found = session.get(Thumbnail, thumbnail_id)
    if found is None:
        raise NotAvailableHere(f"There is no thumbnail with the id {thumbnail_id} that you may see.")
    return found


def remove(session: Session, principal: Principal, thumbnail_id: int) -> None:
    """Delete a thumbnail; who made it and the group's administrators may."""
    row = need(session, thumbnail_id)
    before, holder = {"obj_id": row.obj_id, "type": row.type}, row.holder_id
    gone = session.execute(delete(Thumbnail).where(Thumbnail.id == thumbnail_id).returning(Thumbnail.id)).scalar()
    if gone is None:
        raise Forbidden("Only who made it, or an administrator of its group, can delete a thumbnail.")
    record(session, principal.user_id, Change("delete", "thumbnail", gone, holder, before))


def change(session: Session, principal: Principal, thumbnail_id: int, given: dict[str, Any]) -> None:
    """Change what a thumbnail is said to be; who made it and the group's administrators may.

    Where the picture itself is kept is no column to change: its bytes name the place.
    """
    row = need(session, thumbnail_id)
    for name in ("file_uri", "public_url"):
        if given.get(name) is not None:
            raise BadInput("A picture's place follows from its bytes; post another picture instead.", field=name)
    values = {k: v for k, v in given.items() if v is not None}
    if not values:
        raise BadInput("Nothing to change was sent.")
    if "obj_id" in values and not readable(session, [values["obj_id"]]):
        raise BadInput("There is no source of this name that you may read.", field="obj_id")
    before = {k: getattr(row, k) for k in values}
    changed = session.execute(
        update(Thumbnail).where(Thumbnail.id == thumbnail_id).values(**values).returning(Thumbnail.id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who made it, or an administrator of its group, can change a thumbnail.")
    record(session, principal.user_id, Change("update", "thumbnail", changed, row.holder_id, before, values))


def places(
    session: Session, blobs: BlobStore, kinds: Sequence[str], page: tuple[int, int] | None = None
) -> tuple[int, int]:
    """Return how many thumbnails of these types there are (on one page, or in all), and how many lack their picture."""
    query = select(Thumbnail.blob).where(Thumbnail.type.in_(kinds)).order_by(Thumbnail.id)
    if page is not None:
        query = query.limit(page[1]).offset((page[0] - 1) * page[1])
    names = session.scalars(query).all()
    return len(names), sum(not blobs.holds(name) for name in names)


def as_dict(row: Any) -> dict[str, Any]:
    """Return a thumbnail, or a row of its columns, in SkyPortal's words; its picture is under the same row security."""
    return {
        "id": row.id,
        "created_at": row.created_at,
        "modified": row.modified,
        "obj_id": row.obj_id,
        "type": row.type,
        "public_url": f"/api/thumbnail/{row.id}/image",
        "origin": row.origin,
        "is_grayscale": row.is_grayscale,
    }


_OF_OBJS = (
    select(
        Thumbnail.id, Thumbnail.created_at, Thumbnail.modified, Thumbnail.obj_id, Thumbnail.type, Thumbnail.origin,
        Thumbnail.is_grayscale,
    )
    .where(about(Thumbnail.obj_id))
    .order_by(case({"new": 0, "ref": 1, "sub": 2}, value=Thumbnail.type, else_=3), Thumbnail.id)
)  # fmt: skip


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable thumbnails of each obj: new, ref, sub, then the others."""
    wanted = set(obj_ids)
    return grouped(map(as_dict, rows_of(session, _OF_OBJS, wanted)), wanted)
