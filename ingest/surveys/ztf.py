"""The Zwicky Transient Facility: schema versions 1.1 to 4.02, as ZTF writes them or as Spark rewrites them.

Field meanings: the ZTF alert schema documentation (https://zwickytransientfacility.github.io/ztf-avro-alert/schema.html)
and Masci et al. 2019, PASP 131, 018003.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.ocf import WriterSchema
from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.alert import (
    Alert,
    CutoutKind,
    Detection,
    HistoryCounts,
    HistoryRow,
    RecordReader,
    Value,
)
from ingest.surveys.checks import (
    mag_or_none,
    mjd_or_none,
    need_id,
    need_number,
    need_record,
    plausible_mag,
    plausible_mjd,
    position,
)
from ingest.surveys.units import (
    AB_ZERO_POINT_UJY,
    FLUX_PER_MAG,
    LIMIT_SIGMA,
    UNKNOWN_NUMBERS,
    flux_ujy,
    mjd_from_jd,
    number,
)

TIME_SCALE = "jd_utc"
BANDS = {1: "ztfg", 2: "ztfr", 3: "ztfi"}
# A reference source farther away is another object; ALeRCE's limit (Förster et al. 2021, AJ 161, 242, section 3.3).
REFERENCE_RADIUS_ARCSEC = 1.4
_CUTOUTS: dict[CutoutKind, str] = {"new": "cutoutScience", "ref": "cutoutTemplate", "sub": "cutoutDifference"}
_SCORES = ("rb", "drb")
# 1 and 0 also stand for True and False, which some brokers write.
_POSITIVE = {"t": True, "1": True, 1: True, "f": False, "0": False, 0: False}
_UNKNOWN_WORDS = ("null", "None", "")


def fits_schema(schema: WriterSchema) -> bool:
    """Tell a ZTF packet by its record's name and the fields that all its versions share.

    ``topLevelRecord`` is what Spark calls whatever it writes, so the name alone does not do.
    """
    return (
        schema.name in ("ztf.alert", "topLevelRecord")
        and {"candidate", "prv_candidates"} <= schema.field_names
        and {"candid", "jd", "fid", "magpsf", "isdiffpos", "rcid"} <= schema.candidate_field_names
    )


def decode(record: Mapping[str, Any], declared_version: str) -> Alert:
    """Bring a decoded ZTF packet to the common form; raises :class:`UndecodablePacket`."""
    candidate = need_record(record, "candidate")
    ra_deg, dec_deg = position(candidate.get("ra"), candidate.get("dec"))
    detection = _detection(candidate)
    alert_id = need_id(record if record.get("candid") else candidate, "candid")
    return Alert(
        survey="ztf",
        schema_version=str(record.get("schemavsn") or declared_version or "0"),
        alert_id=alert_id,
        obj_id=_obj_id(record, alert_id),
        is_solar_system=_is_known_asteroid(candidate),
        ra_deg=ra_deg,
        dec_deg=dec_deg,
        detection=detection,
        counts=_counts(record, detection.mjd_utc),
        scores={name: score for name in _SCORES if (score := number(candidate.get(name))) is not None},
        cutouts=_cutouts(record),
        record=record,
        reader=_READER,
    )


def _obj_id(record: Mapping[str, Any], alert_id: int) -> str:
    """Return the survey's object name; packets before 1.7 had none, and are objects of their own."""
    if "objectId" not in record:
        return f"ZTFcandid{alert_id}"
    name = record["objectId"]
    if not isinstance(name, str) or not name.strip():
        raise UndecodablePacket(QuarantineCode.MISSING_FIELD, "The packet gives no “objectId”.")
    return name.strip()


def _detection(candidate: Mapping[str, Any]) -> Detection:
    jd = need_number(candidate, "jd")
    mag = plausible_mag(need_number(candidate, "magpsf"))
    magerr = number(candidate.get("sigmapsf"))
    positive = _positive(candidate)
    if positive is None:
        raise UndecodablePacket(QuarantineCode.MISSING_FIELD, "The packet gives no “isdiffpos”.")
    band = BANDS.get(candidate.get("fid", 0))
    if band is None:
        raise UndecodablePacket(
            QuarantineCode.ABSURD_VALUE, f"Filter id {candidate.get('fid')!r} is not one of ZTF's three."
        )
    flux = flux_ujy(mag)
    fluxerr = None if magerr is None else flux * magerr * FLUX_PER_MAG
    return Detection(
        mjd_utc=plausible_mjd(mjd_from_jd(jd)),
        original_time=jd,
        time_scale=TIME_SCALE,
        filter=band,
        flux_ujy=flux if positive else -flux,
        fluxerr_ujy=fluxerr,
        mag_ab=mag,
        magerr_ab=magerr,
        snr=flux / fluxerr if fluxerr else None,
        is_negative=not positive,
    )


def _positive(measured: Mapping[str, Any]) -> bool | None:
    value = measured.get("isdiffpos")
    return _POSITIVE.get(value) if isinstance(value, str | int | bool) else None


def _property(value: object) -> Value:
    """Keep text, switches and integers (ids keep all digits); unknowns become None."""
    if isinstance(value, str):
        return None if value in _UNKNOWN_WORDS else value
    if isinstance(value, int):
        return None if value in UNKNOWN_NUMBERS else value
    return number(value)


def properties(record: Mapping[str, Any]) -> dict[str, Value]:
    """Return the scalars of the candidate record, unknowns as None."""
    return {name: _property(value) for name, value in record["candidate"].items()}


def value(record: Mapping[str, Any], name: str) -> Value:
    """Return one scalar of the candidate record, None where it is unknown or absent."""
    return _property(record["candidate"].get(name))


def _is_known_asteroid(candidate: Mapping[str, Any]) -> bool:
    """ZTF names the nearest known solar-system object within 30 arcsec; closer than 5 it is the source itself.

    The 5 arcsec are those of Fink's and ALeRCE's public solar-system cuts on ``ssdistnr``.
    """
    distance = number(candidate.get("ssdistnr"))
    name = candidate.get("ssnamenr")
    return distance is not None and 0.0 <= distance < 5.0 and name is not None and name not in _UNKNOWN_WORDS


def _cutouts(record: Mapping[str, Any]) -> dict[CutoutKind, bytes]:
    found: dict[CutoutKind, bytes] = {}
    for kind, name in _CUTOUTS.items():
        stamp = record.get(name)
        if isinstance(stamp, Mapping) and isinstance(data := stamp.get("stampData"), bytes) and data:
            found[kind] = data
    return found


def _counts(record: Mapping[str, Any], mjd_utc: float) -> HistoryCounts:
    n_detections, n_upper_limits, first = 1, 0, mjd_utc
    for earlier in record.get("prv_candidates") or ():
        if mag_or_none(earlier.get("magpsf")) is None:
            n_upper_limits += 1
            continue
        n_detections += 1
        jd = _jd(earlier)
        if jd is not None and mjd_from_jd(jd) < first:
            first = mjd_from_jd(jd)
    forced = record.get("fp_hists") or ()
    n_forced = sum(1 for one in forced if number(one.get("forcediffimflux")) is not None)
    return HistoryCounts(n_detections, n_forced, n_upper_limits, first)


def history_rows(record: Mapping[str, Any]) -> list[HistoryRow]:
    """Return all that a packet says about the past; measurements without time, filter or error are left out."""
    candidates = [*(record.get("prv_candidates") or ()), record["candidate"]]
    rows = [_candidate_row(one) for one in candidates]
    rows += [_forced_row(one) for one in record.get("fp_hists") or ()]
    return [row for row in rows if row is not None]


def _jd(one: Mapping[str, Any]) -> float | None:
    jd = number(one.get("jd"))
    return jd if jd is not None and mjd_or_none(mjd_from_jd(jd)) is not None else None


def _candidate_row(one: Mapping[str, Any]) -> HistoryRow | None:
    jd, band, limit = _jd(one), BANDS.get(one.get("fid") or 0), mag_or_none(one.get("diffmaglim"))
    if jd is None or band is None:
        return None
    mjd_utc = mjd_from_jd(jd)
    mag, magerr, positive = mag_or_none(one.get("magpsf")), number(one.get("sigmapsf")), _positive(one)
    if mag is None:
        if limit is None:
            return None
        noise = flux_ujy(limit) / LIMIT_SIGMA
        return HistoryRow(mjd_utc, jd, TIME_SCALE, band, "upper_limit", None, noise, limiting_mag_ab=limit)
    if magerr is None or positive is None:
        return None
    flux = flux_ujy(mag)
    reference, reference_error = _reference(one)
    return HistoryRow(
        mjd_utc, jd, TIME_SCALE, band, "detection", flux if positive else -flux, flux * magerr * FLUX_PER_MAG,
        reference, reference_error, limit, not positive,
        number(one.get("ra")), number(one.get("dec")), one.get("candid"),
    )  # fmt: skip


def _reference(one: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Flux of the same source in the reference image, where there is one at its place."""
    mag, magerr, distance = mag_or_none(one.get("magnr")), number(one.get("sigmagnr")), number(one.get("distnr"))
    if mag is None or distance is None or not 0.0 <= distance <= REFERENCE_RADIUS_ARCSEC:
        return None, None
    flux = flux_ujy(mag)
    return flux, None if magerr is None else flux * magerr * FLUX_PER_MAG


def _forced_row(one: Mapping[str, Any]) -> HistoryRow | None:
    """Forced photometry is in counts of the science image, whose zero point is ``magzpsci``."""
    jd, band, zero_point = _jd(one), BANDS.get(one.get("fid") or 0), mag_or_none(one.get("magzpsci"))
    counts, noise = number(one.get("forcediffimflux")), number(one.get("forcediffimfluxunc"))
    if jd is None or band is None or zero_point is None or counts is None or noise is None:
        return None
    ujy_per_count = flux_ujy(zero_point, AB_ZERO_POINT_UJY)
    reference, reference_error = _reference(one)
    status = one.get("procstatus")
    return HistoryRow(
        mjd_from_jd(jd), jd, TIME_SCALE, band, "forced", counts * ujy_per_count, noise * ujy_per_count,
        reference, reference_error, mag_or_none(one.get("diffmaglim")), counts < 0,
        processing_status=None if status is None else str(status),
    )  # fmt: skip


_READER = RecordReader(history_rows, properties, value)
