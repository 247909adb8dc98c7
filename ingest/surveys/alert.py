"""The one form that every survey's packet is brought to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

import pyarrow as pa

from ingest.quarantine import QuarantineCode, UndecodablePacket

Survey: TypeAlias = Literal["ztf", "lsst"]
CutoutKind: TypeAlias = Literal["new", "ref", "sub"]
Kind: TypeAlias = Literal["detection", "forced", "upper_limit"]
Value: TypeAlias = float | int | str | bool | None

# What a field of an unexpected type raises in arithmetic, look-ups and Arrow (whose ArrowInvalid is a ValueError).
TYPE_ERRORS = (AttributeError, TypeError, LookupError, ValueError, ArithmeticError)

HISTORY_SCHEMA = pa.schema(
    [
        pa.field("mjd_utc", pa.float64(), nullable=False),
        pa.field("original_time", pa.float64(), nullable=False),
        pa.field("time_scale", pa.string(), nullable=False),
        pa.field("filter", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("flux_ujy", pa.float64()),
        pa.field("fluxerr_ujy", pa.float64(), nullable=False),
        pa.field("ref_flux_ujy", pa.float64()),
        pa.field("ref_fluxerr_ujy", pa.float64()),
        pa.field("limiting_mag_ab", pa.float64()),
        pa.field("is_negative", pa.bool_()),
        pa.field("ra_deg", pa.float64()),
        pa.field("dec_deg", pa.float64()),
        pa.field("alert_source_id", pa.int64()),
        pa.field("processing_status", pa.string()),
    ]
)
"""Columns of :attr:`Alert.history`, for every survey.

``flux_ujy`` is the difference flux with its sign, null for an upper limit, whose ``fluxerr_ujy`` is a fifth of the
five-sigma limit; ``time_scale`` says what ``original_time`` is: ``jd_utc`` (ZTF) or ``mjd_tai`` (LSST);
``alert_source_id`` is the survey's id of the measurement (ZTF candid, LSST diaSourceId or diaForcedSourceId).
"""


class HistoryRow(NamedTuple):
    """One measurement, in the order of :data:`HISTORY_SCHEMA`."""

    mjd_utc: float
    original_time: float
    time_scale: str
    filter: str
    kind: Kind
    flux_ujy: float | None
    fluxerr_ujy: float
    ref_flux_ujy: float | None = None
    ref_fluxerr_ujy: float | None = None
    limiting_mag_ab: float | None = None
    is_negative: bool | None = None
    ra_deg: float | None = None
    dec_deg: float | None = None
    alert_source_id: int | None = None
    processing_status: str | None = None


@dataclass(frozen=True)
class Detection:
    """The measurement that made the alert; ``filter`` is the bandpass name (``ztfg``, ``lsstr`` …)."""

    mjd_utc: float
    original_time: float
    time_scale: str
    filter: str
    flux_ujy: float
    fluxerr_ujy: float | None
    mag_ab: float | None
    magerr_ab: float | None
    snr: float | None
    is_negative: bool


@dataclass(frozen=True)
class HistoryCounts:
    """What the packet holds about the past; the alert's own detection is counted."""

    n_detections: int
    n_forced: int
    n_upper_limits: int
    first_detection_mjd_utc: float


@dataclass(frozen=True)
class RecordReader:
    """How a survey's decoded record is read further."""

    history_rows: Callable[[Mapping[str, Any]], list[HistoryRow]]
    properties: Callable[[Mapping[str, Any]], Mapping[str, Value]]
    value: Callable[[Mapping[str, Any], str], Value]


@dataclass(frozen=True)
class Alert:
    """One alert of one survey; (``survey``, ``alert_id``) is unique in the world.

    ``cutouts`` holds the stamps as the survey sent them: FITS, gzipped (ZTF) or plain (LSST).
    ``record`` is the packet as decoded; what few alerts are asked for is made from it when asked.
    """

    survey: Survey
    schema_version: str
    alert_id: int
    obj_id: str
    is_solar_system: bool
    ra_deg: float
    dec_deg: float
    detection: Detection
    counts: HistoryCounts
    scores: Mapping[str, float]
    cutouts: Mapping[CutoutKind, bytes] = field(repr=False)
    record: Mapping[str, Any] = field(repr=False, compare=False)
    reader: RecordReader = field(repr=False, compare=False)

    @property
    def mjd_utc(self) -> float:
        """UTC MJD of the detection."""
        return self.detection.mjd_utc

    @cached_property
    def properties(self) -> Mapping[str, Value]:
        """Every scalar of the candidate record under the survey's own name, unknowns as None."""
        return self.reader.properties(self.record)

    def value(self, name: str) -> Value:
        """One of :attr:`properties`, without making the others; None where this packet has no such field."""
        return self.reader.value(self.record, name)

    @cached_property
    def history(self) -> pa.Table:
        """Everything measured of the object up to this alert, oldest first (:data:`HISTORY_SCHEMA`).

        Made when first asked for: most alerts pass no filter, and nobody asks for their past. Raises
        :class:`UndecodablePacket` where a hostile schema gives the past types that no survey gives it.
        """
        try:
            return _table(self.reader.history_rows(self.record))
        except TYPE_ERRORS as error:
            raise UndecodablePacket(
                QuarantineCode.DAMAGED, f"The packet's history has fields of the wrong type ({type(error).__name__})."
            ) from error


def _table(unsorted: list[HistoryRow]) -> pa.Table:
    rows = sorted(unsorted, key=lambda row: row.mjd_utc)
    columns = zip(*rows, strict=True) if rows else ([] for _ in HISTORY_SCHEMA)
    arrays = [pa.array(column, type=one.type) for column, one in zip(columns, HISTORY_SCHEMA, strict=True)]
    return pa.Table.from_arrays(arrays, schema=HISTORY_SCHEMA)
