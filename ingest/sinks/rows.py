"""A passage in the portal's own terms: obj, measurements, annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.drill.ids import ALERT_TENSE
from app.portal.objs import NewObj
from app.portal.photometry import PointRow
from app.portal.surveys import SurveyRows
from ingest.pipeline.results import Passage
from ingest.sinks.active import is_simulated
from ingest.surveys.alert import HistoryRow

ORIGIN = "alert"
FORCED_ORIGIN = "alert_fp"
"""Where a point comes from: detections and limits of alerts, and the forced photometry that comes with them."""
_SCORES_BY_WORTH = ("drb", "rb", "reliability")


def obj_of(passage: Passage) -> NewObj:
    """Return the obj of a passage; its position is where the survey saw it first."""
    alert = passage.alert
    altdata = {"simulated": True, "alert_tense": ALERT_TENSE} if is_simulated(passage.key.survey) else None
    scores = [alert.scores[name] for name in _SCORES_BY_WORTH if name in alert.scores]
    return NewObj(
        alert.obj_id,
        alert.ra_deg,
        alert.dec_deg,
        origin=passage.key.survey,
        altdata=altdata,
        is_roid=True if alert.is_solar_system else None,
        score=scores[0] if scores else None,
    )


def origin_of(measurement: HistoryRow) -> str:
    """Return where a measurement comes from."""
    return FORCED_ORIGIN if measurement.kind == "forced" else ORIGIN


def points_of(passage: Passage, rows: SurveyRows, audience_id: int) -> Iterator[PointRow]:
    """Yield the measurements of a passage: what the alert knows of the past, and its own detection."""
    for one in passage.history:
        yield PointRow(
            passage.alert.obj_id,
            rows.instrument_id,
            one.mjd_utc,
            one.filter,
            one.flux_ujy,
            one.fluxerr_ujy,
            audience_id,
            rows.holder_id,
            rows.owner_id,
            f"{passage.key.survey}:{passage.key.alert_id}",
            ref_flux=one.ref_flux_ujy,
            ref_fluxerr=one.ref_fluxerr_ujy,
            limiting_mag=one.limiting_mag_ab,
            ra=one.ra_deg,
            dec=one.dec_deg,
            origin=origin_of(one),
            altdata=None if one.processing_status in (None, "0") else {"procstatus": one.processing_status},
            alert_id=one.alert_source_id,
            original_time=one.original_time,
            time_scale=one.time_scale,
            stream_ids=(rows.stream_id,),
        )


def once(points: Iterator[PointRow]) -> list[PointRow]:
    """Leave out repetitions: one batch often holds several alerts of an obj, each with all of its past."""
    first: dict[tuple[object, ...], PointRow] = {}
    for p in points:
        key = (p.obj_id, p.instrument_id, p.mjd, p.filter, p.origin, p.fluxerr, p.flux, p.holder_id)
        first.setdefault(key, p)
    return list(first.values())


def annotation_of(passage: Passage) -> dict[str, Any]:
    """Return what the survey's scores say of an obj, with the alert that they belong to.

    Ids are text: a script that reads JSON numbers as floats would lose their last digits.
    """
    alert = passage.alert
    facts: dict[str, Any] = {
        **alert.scores,
        "mjd": alert.mjd_utc,
        "alert_id": str(alert.alert_id),
        "filter": alert.detection.filter,
        "mag": alert.detection.mag_ab,
        "snr": alert.detection.snr,
        "ndet": alert.counts.n_detections,
        "schema": alert.schema_version,
    }
    return {name: value for name, value in facts.items() if value is not None}


def latest_by_obj(passages: Sequence[Passage]) -> list[Passage]:
    """Return the latest passage of each (survey, obj), in the order of the keys."""
    latest: dict[tuple[str, str], Passage] = {}
    for one in passages:
        key = (one.key.survey, one.alert.obj_id)
        if key not in latest or one.alert.mjd_utc >= latest[key].alert.mjd_utc:
            latest[key] = one
    return [latest[key] for key in sorted(latest)]
