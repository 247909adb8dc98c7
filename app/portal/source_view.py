"""What is told about saved sources: the obj, who saved it, and what was asked for beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.portal import classifications, comments, thumbnails
from app.portal.annotations import by_obj as annotations_of
from app.portal.lightcurves import LightCurveOptions
from app.portal.lightcurves import by_obj as curves_of
from app.portal.obj_view import Statistics, objs_of, photstat, saved_groups_of, statistics_of, utc_of
from app.portal.objs import in_cone
from app.tables import Annotation, Candidate, Comment, Obj, Source

DUPLICATE_RADIUS_DEG = 4 / 3600
"""Within this distance another saved source is told as a possible duplicate, as SkyPortal does."""


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
