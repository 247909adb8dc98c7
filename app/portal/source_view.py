"""What is told about saved sources: the obj, who saved it, and what was asked for beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.portal import color_magnitudes, labels, super_objs, thumbnails
from app.portal.by_obj import about, rows_of
from app.portal.candidate_search import PASSAGE, row_dict
from app.portal.lightcurves import LightCurveOptions
from app.portal.lightcurves import by_obj as curves_of
from app.portal.notes_view import Parts, notes_of
from app.portal.obj_view import Statistics, objs_of, photstat, saved_groups, saves_of, statistics_of, utc_of
from app.portal.objs import in_cone
from app.portal.separations import separation_deg
from app.portal.visibility import Known
from app.tables import Annotation, Candidate, Comment, Obj, Source, Spectrum

DUPLICATE_RADIUS_DEG = 4 / 3600
"""Within this distance another saved source is told as a possible duplicate, as SkyPortal does."""


_PASSAGES = select(*PASSAGE).where(about(Candidate.obj_id)).order_by(Candidate.passed_at, Candidate.id)


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
    color_magnitude: bool = False
    labellers: bool = False
    hosts: bool = False
    tags: bool = True
    associated_objs: bool = False
    super_objs: bool = False
    single: bool = False
    """Whether one source is told and not a list: with its duplicates, and some things in other words."""


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
    if not objs:
        return []
    known = statistics_of(session, obj_ids)
    parts = _parts(session, obj_ids, extras)
    exist = _existence(session, obj_ids, extras)
    told = []
    for obj_id in obj_ids:
        if obj_id not in objs:
            continue
        one_of = objs[obj_id]
        one_of.update({name: of.get(obj_id, []) for name, of in parts.items()})
        one_of.update({name: obj_id in those for name, those in exist.items()})
        one_of.update(_computed(one_of, known.get(obj_id, Statistics()), extras))
        told.append(one_of)
    if extras.single and told:
        told[0]["duplicates"] = _duplicates(session, told[0])
    return told


def _computed(one_of: dict[str, Any], stats: Statistics, extras: SourceExtras) -> dict[str, Any]:
    told: dict[str, Any] = {
        "first_detected": utc_of(stats.first_detected_mjd),
        "last_detected": utc_of(stats.last_detected_mjd),
    }
    if extras.detection_stats:
        told["photstats"] = [photstat(one_of["id"], stats)]
    if extras.photometry_exists:
        told["photometry_exists"] = stats.n_photometry > 0
    if extras.color_magnitude:
        told["color_magnitude"] = color_magnitudes.color_magnitudes(one_of["annotations"], color_magnitudes.Keys())
    if extras.hosts:
        # Galaxies are left out, so no source has a host.
        told["host"] = None
    return told


def plain(source: dict[str, Any]) -> dict[str, Any]:
    """Return a source without the records of other things inside it."""
    return {key: value for key, value in source.items() if not isinstance(value, list) or key == "alias"}


def geojson(sources: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return sources as GeoJSON points (RFC 7946), right ascension and declination in degrees."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [one["ra"], one["dec"]]},
            "properties": {"name": one["id"], "url": f"/source/{one['id']}"},
        }
        for one in sources
    ]
    return {"type": "FeatureCollection", "features": features}


def _parts(session: Session, obj_ids: Sequence[str], extras: SourceExtras) -> Parts:
    linked = super_objs.linked_ids(session, obj_ids[0]) if extras.super_objs and obj_ids else []
    saves = saves_of(session, obj_ids, requested=extras.requested, pending_only=extras.pending_only)
    parts, known = _of_objs(session, [*obj_ids, *linked], extras, [row.owner_id for row in saves])
    if linked:
        parts |= {
            name: {obj_ids[0]: [one for o in (obj_ids[0], *linked) for one in of.get(o, [])]}
            for name, of in parts.items()
            if name != "tags"
        }
    parts["groups"] = saved_groups(obj_ids, saves, known.users)
    if extras.labellers:
        parts["labellers"] = (labels.labellers if extras.single else labels.by_obj)(session, obj_ids)
    if extras.candidates:
        parts["candidates"] = _passages(session, obj_ids)
    if extras.associated_objs:
        parts["associated_objs"] = super_objs.associated(session, obj_ids)
    return parts


def _of_objs(
    session: Session, obj_ids: Sequence[str], extras: SourceExtras, saver_ids: Sequence[int]
) -> tuple[Parts, Known]:
    """Return what is told of each obj, for the source itself and for those that a super-obj links to it."""
    kinds = ["annotations", "classifications"]
    kinds += [kind for kind in ("comments", "tags") if getattr(extras, kind)]
    parts, known = notes_of(session, obj_ids, kinds, saver_ids)
    for notes in parts["annotations"].values():
        for note in notes:
            note["type"] = "source"
    if extras.thumbnails:
        parts["thumbnails"] = thumbnails.by_obj(session, obj_ids)
    if extras.photometry:
        options = LightCurveOptions(format="both", deduplicate=extras.deduplicate)
        parts["photometry"] = curves_of(session, obj_ids, options)
    return parts, known


def _passages(session: Session, obj_ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(session, _PASSAGES, obj_ids):
        found.setdefault(row.obj_id, []).append(row_dict(row))
    return found


def _existence(session: Session, obj_ids: Sequence[str], extras: SourceExtras) -> dict[str, set[str]]:
    wanted = set(obj_ids)
    found: dict[str, set[str]] = {}
    if extras.comment_exists:
        found["comment_exists"] = set(session.scalars(select(Comment.obj_id).where(Comment.obj_id.in_(wanted))))
    if extras.spectrum_exists:
        found["spectrum_exists"] = set(session.scalars(select(Spectrum.obj_id).where(Spectrum.obj_id.in_(wanted))))
    if extras.period_exists:
        some = or_(*(Annotation.data[key].is_not(None) for key in ("period", "Period", "PERIOD")))
        has_period = select(Annotation.obj_id).where(Annotation.obj_id.in_(wanted), some)
        found["period_exists" if extras.single else "period"] = set(session.scalars(has_period))
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
