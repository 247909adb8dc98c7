"""What is told about candidates: the obj, what a scanner looks at, and where it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotAvailableHere
from app.portal import classifications, comments, spectra_view, super_objs, tags, thumbnails
from app.portal.annotations import by_obj as annotations_of
from app.portal.lightcurves import LightCurveOptions
from app.portal.lightcurves import by_obj as curves_of
from app.portal.obj_view import objs_of, photstat, saved_groups_of, statistics_of, utc_of
from app.tables import Candidate, Spectrum

_STATE = ("active", "requested", "saved_at", "saved_by")


@dataclass(frozen=True)
class CandidateExtras:
    """What is told beside the obj."""

    photometry: bool = False
    spectra: bool = False
    comments: bool = False
    alerts: bool = False


def one(session: Session, obj_id: str, extras: CandidateExtras) -> dict[str, Any]:
    """Return one candidate; raise :class:`NotAvailableHere`, alike for a missing and an unreadable one."""
    found = session.scalars(select(Candidate.obj_id).where(Candidate.obj_id == obj_id).limit(1)).first()
    if found is None:
        raise NotAvailableHere("There is no candidate of this name that you may read.")
    return describe(session, [obj_id], extras)[0]


def describe(session: Session, obj_ids: Sequence[str], extras: CandidateExtras) -> list[dict[str, Any]]:
    """Return candidates in SkyPortal's words, in the order given, in a fixed number of queries."""
    objs = objs_of(session, obj_ids)
    saved = saved_groups_of(session, obj_ids)
    known = statistics_of(session, obj_ids)
    passed = _passed(session, obj_ids)
    parts = _parts(session, obj_ids, extras)
    told = []
    for obj_id in obj_ids:
        if obj_id not in objs:
            continue
        one_of = objs[obj_id] | {name: of.get(obj_id, []) for name, of in parts.items()}
        one_of["is_source"] = bool(saved[obj_id])
        one_of["saved_groups"] = [{k: v for k, v in g.items() if k not in _STATE} for g in saved[obj_id]]
        if obj_id in known:
            one_of["photstats"] = [photstat(obj_id, known[obj_id])]
            one_of["last_detected_at"] = utc_of(known[obj_id].last_detected_mjd)
        told.append(one_of | _passages_told(passed.get(obj_id, []), extras))
    return told


def _parts(
    session: Session, obj_ids: Sequence[str], extras: CandidateExtras
) -> dict[str, dict[str, list[dict[str, Any]]]]:
    parts = {
        "thumbnails": thumbnails.by_obj(session, obj_ids),
        "annotations": annotations_of(session, obj_ids),
        "classifications": classifications.by_obj(session, obj_ids),
        "tags": tags.by_obj(session, obj_ids),
        "associated_objs": super_objs.associated(session, obj_ids),
    }
    if extras.comments:
        parts["comments"] = comments.by_obj(session, obj_ids)
    if extras.photometry:
        parts["photometry"] = curves_of(session, obj_ids, LightCurveOptions(format="both"))
    if extras.spectra:
        whole: dict[str, list[dict[str, Any]]] = {}
        for spectrum in spectra_view.read(session, [Spectrum.obj_id.in_(set(obj_ids))], spectra_view.Wanted()):
            whole.setdefault(spectrum["obj_id"], []).append(spectrum)
        parts["spectra"] = whole
    return parts


def _passed(session: Session, obj_ids: Sequence[str]) -> dict[str, list[Candidate]]:
    rows = session.scalars(
        select(Candidate).where(Candidate.obj_id.in_(set(obj_ids))).order_by(Candidate.passed_at.desc(), Candidate.id)
    )
    found: dict[str, list[Candidate]] = {}
    for row in rows:
        found.setdefault(row.obj_id, []).append(row)
    return found


def _passages_told(rows: Sequence[Candidate], extras: CandidateExtras) -> dict[str, Any]:
    told: dict[str, Any] = {
        "passing_group_ids": sorted({r.holder_id for r in rows}),
        "filter_ids": sorted({r.filter_id for r in rows}),
    }
    if extras.alerts:
        told["passing_alerts"] = [
            {"filter_id": r.filter_id, "passing_alert_id": r.passing_alert_id, "passed_at": r.passed_at} for r in rows
        ]
    return told
