"""The Rubin Observatory's LSST: schema versions 7.0 to 11.x, container files and the Confluent wire format.

Field meanings: the schemas' own documentation (package ``lsst-alert-packet``; fluxes in nJy, times in TAI MJD) and
the Rubin Data Products Definition Document (LSE-163). Wire format: byte 0x00, then the schema id as big-endian
unsigned 32-bit integer, 100 × major + minor, then the Avro record. Nothing is ever downloaded: an id without a
packaged schema goes to quarantine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import fastavro.schema
from fastavro.repository.base import SchemaRepositoryError

from app.drill.ids import is_simulated_id, simulated_obj_id
from ingest.ocf import WriterSchema, describe, read_record
from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.alert import Alert, CutoutKind, Detection, HistoryCounts, HistoryRow, RecordReader, Value
from ingest.surveys.checks import mjd_or_none, need_id, need_number, need_record, plausible_mjd, position
from ingest.surveys.units import FLUX_PER_MAG, LIMIT_SIGMA, NJY_PER_UJY, mag_ab, number, utc_from_tai

TIME_SCALE = "mjd_tai"
OLDEST_MAJOR, NEWEST_MAJOR = 7, 11
BANDS = {band: f"lsst{band}" for band in "ugrizy"}
WIRE_HEAD_BYTES = 5
_NAME = re.compile(r"^lsst\.v(\d+)_(\d+)\.alert$")
_CUTOUTS: dict[CutoutKind, str] = {"new": "cutoutScience", "ref": "cutoutTemplate", "sub": "cutoutDifference"}

# Properties that are not the diaSource's own, and the part of the packet that has them.
_ELSEWHERE = {
    "observation_reason": None,
    "target_name": None,
    "nDiaSources": "diaObject",
    "firstDiaSourceMjdTai": "diaObject",
    "lastDiaSourceMjdTai": "diaObject",
    "designation": "ssSource",
}


def version_of(full_name: str) -> str | None:
    """Return the version in a schema's full name (``lsst.v10_0.alert``), None where it is no LSST alert's."""
    match = _NAME.match(full_name)
    return f"{int(match[1])}.{int(match[2])}" if match else None


def is_supported(version: str) -> bool:
    """Tell whether the adapter reads this schema version."""
    return OLDEST_MAJOR <= int(version.split(".")[0]) <= NEWEST_MAJOR


@lru_cache(maxsize=1)
def schema_root() -> Path:
    """Where ``lsst-alert-packet`` keeps its schemas (found without importing its heavy dependencies)."""
    spec = find_spec("lsst.alert.packet")
    if spec is None or not spec.submodule_search_locations:
        raise UndecodablePacket(
            QuarantineCode.UNKNOWN_SCHEMA, "The package lsst-alert-packet is not installed; run make install."
        )
    return Path(spec.submodule_search_locations[0]) / "schema"


@lru_cache(maxsize=128)
def packaged_schema(schema_id: int) -> WriterSchema:
    """Return the packaged schema with a Confluent id; raises :class:`UndecodablePacket` where there is none."""
    major, minor = divmod(schema_id, 100)
    path = schema_root() / str(major) / str(minor) / f"lsst.v{major}_{minor}.alert.avsc"
    if not OLDEST_MAJOR <= major <= NEWEST_MAJOR or not path.is_file():
        raise UndecodablePacket(
            QuarantineCode.UNKNOWN_SCHEMA,
            f"Confluent schema id {schema_id} (LSST {major}.{minor}) is not in the installed lsst-alert-packet.",
        )
    try:
        parsed = fastavro.schema.load_schema(str(path))
    except (SchemaRepositoryError, fastavro.schema.SchemaParseException, OSError, ValueError) as error:
        raise UndecodablePacket(
            QuarantineCode.UNKNOWN_SCHEMA, f"The packaged LSST schema {major}.{minor} cannot be read."
        ) from error
    return describe(parsed, json.loads(path.read_text()))


def read_wire(payload: bytes) -> tuple[Mapping[str, Any], str]:
    """Decode a Confluent message to (record, schema version); raises :class:`UndecodablePacket`."""
    if len(payload) <= WIRE_HEAD_BYTES:
        raise UndecodablePacket(QuarantineCode.TRUNCATED, "The Confluent message ends before its record begins.")
    schema_id = int.from_bytes(payload[1:WIRE_HEAD_BYTES], "big")
    schema = packaged_schema(schema_id)
    handle = BytesIO(payload)
    handle.seek(WIRE_HEAD_BYTES)
    try:
        record = read_record(schema, handle)
    except UndecodablePacket as error:
        if isinstance(error.__cause__, EOFError):
            raise UndecodablePacket(
                QuarantineCode.TRUNCATED, "The Confluent message ends before its record does."
            ) from error
        raise
    if handle.tell() != len(payload):
        raise UndecodablePacket(
            QuarantineCode.DAMAGED, f"{len(payload) - handle.tell()} bytes follow the record in the message."
        )
    major, minor = divmod(schema_id, 100)
    return record, f"{major}.{minor}"


def decode(record: Mapping[str, Any], version: str) -> Alert:
    """Bring a decoded LSST packet to the common form; raises :class:`UndecodablePacket`."""
    source = need_record(record, "diaSource")
    ra_deg, dec_deg = position(source.get("ra"), source.get("dec"))
    detection = _detection(source)
    obj_id, is_solar_system = _obj_id(record, source)
    reliability = number(source.get("reliability"))
    return Alert(
        survey="lsst",
        schema_version=version,
        alert_id=need_id(record, "diaSourceId" if "diaSourceId" in record else "alertId"),
        obj_id=obj_id,
        is_solar_system=is_solar_system,
        ra_deg=ra_deg,
        dec_deg=dec_deg,
        detection=detection,
        counts=_counts(record, detection.mjd_utc),
        scores={} if reliability is None else {"reliability": reliability},
        cutouts=_cutouts(record),
        record=record,
        reader=_READER,
    )


def _obj_id(record: Mapping[str, Any], source: Mapping[str, Any]) -> tuple[str, bool]:
    """Return (name, whether it is a solar-system object); zero means “none” in versions before 11."""
    dia_object = record.get("diaObject")
    for holder in (dia_object or {}, source):
        if found := holder.get("diaObjectId"):
            return _name_of(found, "LSST"), False
    for holder in (source, record.get("ssSource") or {}):
        if found := holder.get("ssObjectId"):
            return _name_of(found, "LSSTSS"), True
    raise UndecodablePacket(
        QuarantineCode.MISSING_FIELD, "The packet names neither a diaObject nor a solar-system object."
    )


def _name_of(lsst_id: int, prefix: str) -> str:
    """Name an object; one of a rehearsed night has the name that its truth has, and no survey's."""
    return simulated_obj_id(lsst_id) if is_simulated_id(lsst_id) else f"{prefix}{lsst_id}"


def _detection(source: Mapping[str, Any]) -> Detection:
    mjd_tai = need_number(source, "midpointMjdTai")
    plausible_mjd(mjd_tai)
    flux = need_number(source, "psfFlux") / NJY_PER_UJY
    noise = number(source.get("psfFluxErr"))
    fluxerr = None if noise is None or noise <= 0 else noise / NJY_PER_UJY
    band = BANDS.get(source.get("band") or "")
    if band is None:
        raise UndecodablePacket(
            QuarantineCode.MISSING_FIELD, f"Band {source.get('band')!r} is not one of LSST's u, g, r, i, z and y."
        )
    return Detection(
        mjd_utc=utc_from_tai(mjd_tai),
        original_time=mjd_tai,
        time_scale=TIME_SCALE,
        filter=band,
        flux_ujy=flux,
        fluxerr_ujy=fluxerr,
        mag_ab=mag_ab(flux),
        magerr_ab=fluxerr / abs(flux) / FLUX_PER_MAG if fluxerr and flux else None,
        snr=number(source.get("snr")) or (abs(flux) / fluxerr if fluxerr else None),
        is_negative=_is_negative(source, flux),
    )


def _is_negative(source: Mapping[str, Any], flux: float) -> bool:
    flag = source.get("isNegative")
    return flag if isinstance(flag, bool) else flux < 0


def _value(value: object) -> Value:
    return value if isinstance(value, str | bool | int) else number(value)


def properties(record: Mapping[str, Any]) -> dict[str, Value]:
    """Return the scalars of the diaSource, and a few of its surroundings, unknowns as None."""
    return {name: value(record, name) for name in (*record["diaSource"], *_ELSEWHERE)}


def value(record: Mapping[str, Any], name: str) -> Value:
    """Return one of :func:`properties`, None where it is unknown or absent."""
    if name in _ELSEWHERE:
        part = _ELSEWHERE[name]
        return _value((record if part is None else record.get(part) or {}).get(name))
    return _value(record["diaSource"].get(name))


def _cutouts(record: Mapping[str, Any]) -> dict[CutoutKind, bytes]:
    return {kind: data for kind, name in _CUTOUTS.items() if isinstance(data := record.get(name), bytes) and data}


def _counts(record: Mapping[str, Any], mjd_utc: float) -> HistoryCounts:
    earlier = record.get("prvDiaSources") or ()
    times = [time for one in earlier if (time := mjd_or_none(one.get("midpointMjdTai"))) is not None]
    first = min(mjd_utc, utc_from_tai(min(times))) if times else mjd_utc
    return HistoryCounts(
        n_detections=1 + len(times),
        n_forced=len(record.get("prvDiaForcedSources") or ()),
        n_upper_limits=len(record.get("prvDiaNondetectionLimits") or ()),
        first_detection_mjd_utc=first,
    )


def history_rows(record: Mapping[str, Any]) -> list[HistoryRow]:
    """Return all that a packet says about the past; measurements without time, band or error are left out."""
    rows = [_source_row(one) for one in (*(record.get("prvDiaSources") or ()), record["diaSource"])]
    rows += [_forced_row(one) for one in record.get("prvDiaForcedSources") or ()]
    rows += [_limit_row(one) for one in record.get("prvDiaNondetectionLimits") or ()]
    return [row for row in rows if row is not None]


def _ujy(nanojansky: object) -> float | None:
    value = number(nanojansky)
    return None if value is None else value / NJY_PER_UJY


def _source_row(one: Mapping[str, Any]) -> HistoryRow | None:
    row = _flux_row(one, "detection", one.get("diaSourceId"))
    if row is None or row.flux_ujy is None:
        return None
    return row._replace(
        ref_flux_ujy=_ujy(one.get("templateFlux")),
        ref_fluxerr_ujy=_ujy(one.get("templateFluxErr")),
        is_negative=_is_negative(one, row.flux_ujy),
    )


def _forced_row(one: Mapping[str, Any]) -> HistoryRow | None:
    return _flux_row(one, "forced", one.get("diaForcedSourceId"))


def _flux_row(one: Mapping[str, Any], kind: Any, source_id: int | None) -> HistoryRow | None:
    mjd_tai, band = mjd_or_none(one.get("midpointMjdTai")), BANDS.get(one.get("band") or "")
    flux, noise = _ujy(one.get("psfFlux")), _ujy(one.get("psfFluxErr"))
    if mjd_tai is None or band is None or flux is None or noise is None:
        return None
    return HistoryRow(
        utc_from_tai(mjd_tai), mjd_tai, TIME_SCALE, band, kind, flux, noise,
        is_negative=flux < 0, ra_deg=number(one.get("ra")), dec_deg=number(one.get("dec")),
        alert_source_id=source_id,
    )  # fmt: skip


def _limit_row(one: Mapping[str, Any]) -> HistoryRow | None:
    """Versions 7 list visits without a detection, with the noise of a point source's flux (one sigma, nJy)."""
    mjd_tai, band = mjd_or_none(one.get("midpointMjdTai")), BANDS.get(one.get("band") or "")
    noise = _ujy(one.get("diaNoise"))
    if mjd_tai is None or band is None or noise is None or noise <= 0:
        return None
    return HistoryRow(
        utc_from_tai(mjd_tai), mjd_tai, TIME_SCALE, band, "upper_limit", None, noise,
        limiting_mag_ab=mag_ab(LIMIT_SIGMA * noise),
    )  # fmt: skip


_READER = RecordReader(history_rows, properties, value)
