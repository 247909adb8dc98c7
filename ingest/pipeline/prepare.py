"""One batch, from bytes to what a sink stores: decode, leave out what is known, filter, draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from app import log
from ingest.cutouts import BadStamp, render_png
from ingest.filters.running import FilterRunner
from ingest.pipeline.results import ActiveFilter, AlertKey, Passage, Refusal, Results, Seen, key_of
from ingest.quarantine import QuarantineCode, QuarantineReason, UndecodablePacket
from ingest.sinks.protocol import Sink
from ingest.streams.kafka import spans
from ingest.streams.protocol import Batch, Packet, StreamProblem
from ingest.surveys.alert import Alert, CutoutKind, HistoryRow
from ingest.surveys.decoding import read_alerts

_log = log.get_logger(__name__)


@dataclass(frozen=True)
class _New:
    packet: Packet
    key: AlertKey
    alert: Alert


class Preparer:
    """Works batches through; holds the filters' DuckDB, so use it from one thread and close it.

    ``survey`` is the only one whose packets are taken (``ztf`` or ``lsst``), None for every one.
    """

    def __init__(self, sink: Sink, survey: str | None = None) -> None:
        self._sink = sink
        self._survey = survey
        self._runner = FilterRunner()

    def close(self) -> None:
        """Close the filters' DuckDB."""
        self._runner.close()

    def prepare(self, batch: Batch, problems: Sequence[StreamProblem] = ()) -> Results:
        """Return what the batch comes to; packets that cannot be used are in it with their reason."""
        decoded: list[_New] = []
        refusals: list[Refusal] = []
        for packet in batch:
            for found in read_alerts(packet.payload):
                if isinstance(found, UndecodablePacket):
                    refusals.append(Refusal(packet, found.reason))
                elif self._survey not in (None, found.survey):
                    refusals.append(Refusal(packet, self._other_survey(found)))
                else:
                    decoded.append(_New(packet, key_of(found), found))
        known = self._sink.known({one.key for one in decoded}) if decoded else set()
        new = list({one.key: one for one in reversed(decoded) if one.key not in known}.values())[::-1]
        seen, passages, unusable = self._sift(new)
        return Results(
            packets=batch,
            decoded=len(decoded) - len(unusable),
            duplicates=len(decoded) - len(new),
            seen=seen,
            passages=_with_pictures(passages),
            refusals=[*refusals, *unusable],
            problems=problems,
            offsets=spans(batch),
        )

    def _other_survey(self, alert: Alert) -> QuarantineReason:
        return QuarantineReason(
            QuarantineCode.UNKNOWN_SCHEMA,
            f"The packet is {alert.survey.upper()}'s, and this run reads {str(self._survey).upper()} only.",
        )

    def _sift(self, new: Sequence[_New]) -> tuple[list[Seen], list[Passage], list[Refusal]]:
        seen: list[Seen] = []
        passages: list[Passage] = []
        refusals: list[Refusal] = []
        passed = self._passed(new)
        for one in new:
            filters = passed.get(one.key, ())
            if filters:
                try:
                    history = _history(one.alert)
                except UndecodablePacket as error:
                    refusals.append(Refusal(one.packet, error.reason))
                    continue
                passages.append(Passage(one.key, one.alert, filters, history, {}))
            seen.append(Seen(one.key, one.alert.obj_id, tuple(each.id for each in filters)))
        return seen, passages, refusals

    def _passed(self, new: Sequence[_New]) -> dict[AlertKey, tuple[ActiveFilter, ...]]:
        """Run the filters of every survey on its alerts."""
        passed: dict[AlertKey, tuple[ActiveFilter, ...]] = {}
        surveys = {one.key.survey for one in new}
        active = self._sink.filters(surveys) if surveys else ()
        for survey in sorted(surveys):
            mine = [one for one in new if one.key.survey == survey]
            filters = [one for one in active if one.survey == survey]
            passed.update(self._run([(one.key, one.alert) for one in mine], filters))
        return passed

    def _run(
        self, alerts: Sequence[tuple[AlertKey, Alert]], filters: Sequence[ActiveFilter]
    ) -> Iterator[tuple[AlertKey, tuple[ActiveFilter, ...]]]:
        outcome = self._runner.run([alert for _, alert in alerts], [one.parsed for one in filters])
        for index, sentence in outcome.failures.items():
            _log.warning("filter failed, and passed nothing", filter_id=filters[index].id, error=sentence)
        for row, (key, _) in zip(outcome.passed, alerts, strict=True):
            yield key, tuple(one for one, yes in zip(filters, row, strict=True) if yes)


def _history(alert: Alert) -> list[HistoryRow]:
    table: pa.Table = alert.history
    return [HistoryRow(*row) for row in zip(*(column.to_pylist() for column in table.columns), strict=True)]


def _with_pictures(passages: Sequence[Passage]) -> list[Passage]:
    """Draw the cut-outs of each obj's latest alert; the others' would be replaced at once."""
    latest: dict[str, Passage] = {}
    for one in passages:
        known = latest.get(one.alert.obj_id)
        if known is None or one.alert.mjd_utc >= known.alert.mjd_utc:
            latest[one.alert.obj_id] = one
    return [replace(one, pictures=_drawn(one.alert)) if latest[one.alert.obj_id] is one else one for one in passages]


def _drawn(alert: Alert) -> Mapping[CutoutKind, bytes]:
    pictures: dict[CutoutKind, bytes] = {}
    for kind, stamp in alert.cutouts.items():
        try:
            pictures[kind] = render_png(stamp, alert.survey, "difference" if kind == "sub" else "sky")
        except BadStamp as error:
            _log.info("a cut-out cannot be shown", obj_id=alert.obj_id, alert_id=alert.alert_id, error=error.message)
    return pictures
