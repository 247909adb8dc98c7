"""Sources: objs that groups saved. Saving, unsaving, changing, and the description of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np
from sqlalchemy import exists, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotFound
from app.portal import classifications, comments, thumbnails
from app.portal.annotations import by_obj as annotations_of
from app.portal.lightcurves import LightCurveOptions
from app.portal.lightcurves import by_obj as curves_of
from app.portal.obj_view import Statistics, objs_of, photstat, saved_groups_of, statistics_of, utc_of
from app.portal.objs import NewObj, ensure_objs, healpix_of, in_cone, readable
from app.tables import Annotation, Candidate, Comment, Group, GroupUser, Obj, Source

SAVED = "source.saved"
DUPLICATE_RADIUS_DEG = 4 / 3600
"""Within this distance another saved source is told as a possible duplicate, as SkyPortal does."""


@dataclass(frozen=True)
class SaveRequest:
    """A source to save: ``columns`` of the obj beyond its position; ``group_ids`` None means all of one's teams."""

    obj_id: str
    ra: float | None = None
    dec: float | None = None
    columns: dict[str, Any] = field(default_factory=dict)
    group_ids: list[int] | None = None


@dataclass(frozen=True)
class SourceExtras:
    """What is told beside the obj; the names are SkyPortal's parameters."""

    thumbnails: bool = False
    photometry: bool = False
    photometry_exists: bool = False
    spectrum_exists: bool = False
    comment_exists: bool = False
    detection_stats: bool = False
    period_exists: bool = False
    comments: bool = False
    candidates: bool = False
    requested: bool = False
    pending_only: bool = False
    deduplicate: bool = False
    duplicates: bool = False


def no_such() -> NotFound:
    """Return the one answer for a source that is missing and one that the principal may not know of."""
    return NotFound("There is no source of this name that you may read.")


def save(session: Session, principal: Principal, wanted: SaveRequest) -> list[int]:
    """Save an obj to groups, making it where there is none; return the groups it was newly saved to.

    Raises :class:`BadInput` where the position of an obj that one does not know of is missing, or for a group one
    is not in, and :class:`Forbidden` for a group that one may not save to.
    """
    groups = _groups_to_save(session, principal, wanted.group_ids)
    known = bool(readable(session, [wanted.obj_id]))
    if not known and (wanted.ra is None or wanted.dec is None):
        raise BadInput("A source that you do not know yet needs its position: send ra and dec.", field="ra")
    if wanted.ra is not None and wanted.dec is not None:
        new = NewObj(wanted.obj_id, wanted.ra, wanted.dec, details=wanted.columns)
        ensure_objs(session, [new], principal.user_id)
    saved = _activate(session, principal, wanted.obj_id, groups)
    if known and wanted.columns:
        change(session, principal, wanted.obj_id, wanted.columns)
    return saved


def _groups_to_save(session: Session, principal: Principal, group_ids: list[int] | None) -> list[int]:
    if group_ids:
        groups = audiences.need_groups(session, group_ids)
    else:
        mine = audiences.my_group_ids(session)
        teams = select(Group.id).where(Group.id.in_(mine), ~Group.sitewide, ~Group.single_user_group)
        groups = sorted(session.scalars(teams)) or [audiences.single_user_group_id(session, principal.user_id)]
    may = set(
        session.scalars(select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id, GroupUser.can_save))
    )
    for group_id in groups:
        if group_id not in may and not principal.is_admin:
            raise Forbidden("You may not save sources to this group; ask one of its administrators.", group_id=group_id)
    return groups


def _activate(session: Session, principal: Principal, obj_id: str, groups: Iterable[int]) -> list[int]:
    values = [
        {
            "obj_id": obj_id,
            "holder_id": group_id,
            "owner_id": principal.user_id,
            "audience_id": audiences.intern_groups(session, [group_id]),
        }
        for group_id in sorted(groups)
    ]
    statement = insert(Source).values(values)
    again = {
        "active": True, "requested": False, "saved_at": func.now(), "unsaved_at": None, "modified": func.now(),
        "owner_id": statement.excluded.owner_id,
    }  # fmt: skip
    upserted = statement.on_conflict_do_update(
        index_elements=["obj_id", "holder_id"], set_=again, where=~Source.active
    ).returning(Source.holder_id, Source.audience_id)
    saved = session.execute(upserted).all()
    for row in saved:
        record(session, principal.user_id, Change("save", "source", obj_id, row.holder_id))
        announce(session, SAVED, audience_id=row.audience_id, obj_id=obj_id, group_id=row.holder_id)
    return [row.holder_id for row in saved]


def unsave(session: Session, principal: Principal, obj_id: str, group_id: int) -> None:
    """Unsave a source from a group of the principal; raise :class:`NotFound` where it is not saved there."""
    audiences.need_groups(session, [group_id], "group_id")
    gone = session.execute(
        update(Source)
        .where(Source.obj_id == obj_id, Source.holder_id == group_id, Source.active | Source.requested)
        .values(active=False, requested=False, unsaved_at=datetime.now(UTC))
        .returning(Source.audience_id)
    ).scalar()
    if gone is None:
        raise NotFound("This source is not saved to that group.")
    record(session, principal.user_id, Change("unsave", "source", obj_id, group_id))
    announce(session, SAVED, audience_id=gone, obj_id=obj_id, group_id=group_id)


def change(session: Session, principal: Principal, obj_id: str, columns: dict[str, Any]) -> None:
    """Change columns of a saved source's obj.

    Raises :class:`NotFound`, alike for missing and unreadable, and :class:`Forbidden` for an obj that no group
    which the principal can see has saved.
    """
    found = session.get(Obj, obj_id)
    if found is None:
        raise no_such()
    values = dict(columns)
    if values.get("ra") is not None or values.get("dec") is not None:
        ra, dec = values.setdefault("ra", found.ra), values.setdefault("dec", found.dec)
        values["healpix"] = int(healpix_of(np.array([ra]), np.array([dec]))[0])
    if not values:
        return
    before = {k: getattr(found, k) for k in values}
    done = session.execute(update(Obj).where(Obj.id == obj_id).values(**values).returning(Obj.id)).scalar()
    if done is None:
        raise Forbidden("Save this source to one of your groups before you change it.")
    record(session, principal.user_id, Change("update", "obj", obj_id, None, before, values))


def one(session: Session, obj_id: str, extras: SourceExtras, tns_name: str | None = None) -> dict[str, Any]:
    """Return one source; raise :class:`NotFound`, alike for missing and unreadable."""
    found = describe(session, [obj_id], extras)
    if not found or (tns_name and (found[0]["tns_name"] or "").replace(" ", "") != tns_name.replace(" ", "")):
        raise no_such()
    return found[0]


def describe(session: Session, obj_ids: Sequence[str], extras: SourceExtras) -> list[dict[str, Any]]:
    """Return sources in SkyPortal's words, in the order given, in a number of queries that the page does not change."""
    objs = objs_of(session, obj_ids)
    known = statistics_of(session, obj_ids)
    parts = _parts(session, obj_ids, extras)
    exist = _existence(session, obj_ids, extras)
    told = []
    for obj_id in obj_ids:
        if obj_id not in objs:
            continue
        stats = known.get(obj_id, Statistics())
        one_of = objs[obj_id] | {name: of.get(obj_id, []) for name, of in parts.items()}
        one_of |= {name: obj_id in those for name, those in exist.items()}
        one_of["first_detected"] = utc_of(stats.first_detected_mjd)
        one_of["last_detected"] = utc_of(stats.last_detected_mjd)
        one_of["tags"] = []
        if extras.detection_stats:
            one_of["photstats"] = [photstat(obj_id, stats)]
        if extras.photometry_exists:
            one_of["photometry_exists"] = stats.n_photometry > 0
        if extras.spectrum_exists:
            one_of["spectrum_exists"] = False
        if extras.duplicates:
            one_of["duplicates"] = _duplicates(session, objs[obj_id])
        told.append(one_of)
    return told


def _parts(
    session: Session, obj_ids: Sequence[str], extras: SourceExtras
) -> dict[str, dict[str, list[dict[str, Any]]]]:
    saved = saved_groups_of(session, obj_ids, requested=extras.requested, pending_only=extras.pending_only)
    parts = {
        "groups": saved,
        "annotations": annotations_of(session, obj_ids),
        "classifications": classifications.by_obj(session, obj_ids),
    }
    for notes in parts["annotations"].values():
        for note in notes:
            note["type"] = "source"
    if extras.thumbnails:
        parts["thumbnails"] = thumbnails.by_obj(session, obj_ids)
    if extras.comments:
        parts["comments"] = comments.by_obj(session, obj_ids)
    if extras.photometry:
        options = LightCurveOptions(format="both", deduplicate=extras.deduplicate)
        parts["photometry"] = curves_of(session, obj_ids, options)
    if extras.candidates:
        parts["candidates"] = _passages(session, obj_ids)
    return parts


def _passages(session: Session, obj_ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    rows = session.scalars(
        select(Candidate).where(Candidate.obj_id.in_(set(obj_ids))).order_by(Candidate.passed_at, Candidate.id)
    )
    for row in rows:
        told = {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
            "filter_id": row.filter_id, "passed_at": row.passed_at, "passing_alert_id": row.passing_alert_id,
            "uploader_id": row.owner_id,
        }  # fmt: skip
        found.setdefault(row.obj_id, []).append(told)
    return found


def _existence(session: Session, obj_ids: Sequence[str], extras: SourceExtras) -> dict[str, set[str]]:
    wanted = set(obj_ids)
    found: dict[str, set[str]] = {}
    if extras.comment_exists:
        found["comment_exists"] = set(session.scalars(select(Comment.obj_id).where(Comment.obj_id.in_(wanted))))
    if extras.period_exists:
        has_period = select(Annotation.obj_id).where(
            Annotation.obj_id.in_(wanted), Annotation.data["period"].is_not(None)
        )
        found["period_exists"] = set(session.scalars(has_period))
    return found


def _duplicates(session: Session, obj: dict[str, Any]) -> list[dict[str, Any]]:
    saved = exists().where(Source.obj_id == Obj.id, Source.active)
    near = select(Obj.id, Obj.ra, Obj.dec).where(
        in_cone(obj["ra"], obj["dec"], DUPLICATE_RADIUS_DEG), Obj.id != obj["id"], saved
    )
    return [
        {"obj_id": row.id, "ra": row.ra, "dec": row.dec,
         "separation": separation_deg(obj["ra"], obj["dec"], row.ra, row.dec) * 3600}
        for row in session.execute(near.order_by(Obj.id))
    ]  # fmt: skip


def separation_deg(ra1: float, dec1: float, ra2: float, dec2: float) -> float:
    """Return the angle between two positions in degrees (haversine)."""
    a1, d1, a2, d2 = np.radians([ra1, dec1, ra2, dec2])
    half = np.sin((d2 - d1) / 2) ** 2 + np.cos(d1) * np.cos(d2) * np.sin((a2 - a1) / 2) ** 2
    return float(np.degrees(2 * np.arcsin(np.sqrt(min(half, 1.0)))))


def near(session: Session, ra_deg: float, dec_deg: float, radius_deg: float) -> list[str]:
    """Return the saved sources that the principal may know of within a cone."""
    saved = exists().where(Source.obj_id == Obj.id, Source.active)
    return list(session.scalars(select(Obj.id).where(in_cone(ra_deg, dec_deg, radius_deg), saved).order_by(Obj.id)))


def is_saved(session: Session, obj_id: str) -> bool:
    """Tell whether a group of the principal's knowledge has saved this obj."""
    return session.scalars(select(Source.id).where(Source.obj_id == obj_id, Source.active).limit(1)).first() is not None
