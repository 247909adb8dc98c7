"""What is told about candidates: the obj, what a scanner looks at, and where it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.errors import NotAvailableHere
from app.portal import spectra_view, super_objs, thumbnails
from app.portal.by_obj import about, rows_of
from app.portal.lightcurves import LightCurveOptions
from app.portal.lightcurves import by_obj as curves_of
from app.portal.notes_view import KINDS, Parts, notes_of
from app.portal.obj_view import objs_of, photstat, saves_of, statistics_of, utc_of
from app.portal.visibility import group_dict
from app.tables import Candidate, Spectrum

_PASSAGES = (
    select(Candidate.obj_id, Candidate.holder_id, Candidate.filter_id, Candidate.passing_alert_id, Candidate.passed_at)
    .where(about(Candidate.obj_id))
    .order_by(Candidate.passed_at.desc(), Candidate.id)
)


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
    saved = _saved_groups(obj_ids, saves_of(session, obj_ids))
    known = statistics_of(session, obj_ids)
    passed = _passed(session, obj_ids)
    parts = _parts(session, obj_ids, extras)
    told = []
    for obj_id in obj_ids:
        if obj_id not in objs:
            continue
        one_of = objs[obj_id]
        one_of.update({name: of.get(obj_id, []) for name, of in parts.items()})
        one_of["is_source"] = bool(saved[obj_id])
        one_of["saved_groups"] = saved[obj_id]
        if obj_id in known:
            one_of["photstats"] = [photstat(obj_id, known[obj_id])]
            one_of["last_detected_at"] = utc_of(known[obj_id].last_detected_mjd)
        one_of.update(_passages_told(passed.get(obj_id, []), extras))
        told.append(one_of)
    return told


def _saved_groups(obj_ids: Sequence[str], saves: Sequence[Row[Any]]) -> dict[str, list[dict[str, Any]]]:
    groups = {row.holder_id: group_dict(row) for row in saves}
    found: dict[str, list[dict[str, Any]]] = {obj_id: [] for obj_id in obj_ids}
    for row in saves:
        found[row.obj_id].append(groups[row.holder_id])
    return found


def _parts(session: Session, obj_ids: Sequence[str], extras: CandidateExtras) -> Parts:
    kinds = KINDS if extras.comments else tuple(kind for kind in KINDS if kind != "comments")
    parts, _ = notes_of(session, obj_ids, kinds)
    parts["thumbnails"] = thumbnails.by_obj(session, obj_ids)
    parts["associated_objs"] = super_objs.associated(session, obj_ids)
    if extras.photometry:
        parts["photometry"] = curves_of(session, obj_ids, LightCurveOptions(format="both"))
    if extras.spectra:
        whole: dict[str, list[dict[str, Any]]] = {}
        for spectrum in spectra_view.read(session, [Spectrum.obj_id.in_(set(obj_ids))], spectra_view.Wanted()):
            whole.setdefault(spectrum["obj_id"], []).append(spectrum)
        parts["spectra"] = whole
    return parts


def _passed(session: Session, obj_ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    for row in rows_of(session, _PASSAGES, obj_ids):
        found.setdefault(row.obj_id, []).append(row)
    return found


def _passages_told(rows: Sequence[Row[Any]], extras: CandidateExtras) -> dict[str, Any]:
    told: dict[str, Any] = {
        "passing_group_ids": sorted({r.holder_id for r in rows}),
        "filter_ids": sorted({r.filter_id for r in rows}),
    }
    if extras.alerts:
        told["passing_alerts"] = [
            {"filter_id": r.filter_id, "passing_alert_id": r.passing_alert_id, "passed_at": r.passed_at} for r in rows
        ]
    return told
