"""The ingest's books in the database: runs and their accounts, alerts seen, offsets, quarantine."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, insert, select, text, tuple_, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.blobs import BlobStore
from app.portal import arrays
from app.tables import IngestRun, QuarantinedPacket, StreamOffset
from ingest.pipeline.account import Account
from ingest.pipeline.results import AlertKey, Refusal, Seen, place_of, printable
from ingest.streams.kafka import OffsetSpan
from ingest.streams.protocol import Packet

_KNOWN = text(
    "SELECT s.survey, s.alert_id FROM seen_alerts s "
    "JOIN unnest(CAST(:surveys AS text[]), CAST(:ids AS bigint[])) AS k(survey, alert_id) USING (survey, alert_id)"
)
# Sorted by the key: two processes that read the same alerts take their locks in one order.
_MARK = text(
    "INSERT INTO seen_alerts (survey, alert_id, obj_id, run_id, passed_filter_ids) "
    "SELECT survey, alert_id, obj_id, :run_id, CAST(passed AS bigint[]) "
    "FROM unnest(CAST(:surveys AS text[]), CAST(:ids AS bigint[]), CAST(:objs AS text[]), CAST(:passed AS text[])) "
    "AS k(survey, alert_id, obj_id, passed) ORDER BY survey, alert_id "
    "ON CONFLICT DO NOTHING RETURNING survey, alert_id"
)


def open_run(session: Session, source: str) -> int:
    """Begin a run; return its id."""
    return session.execute(insert(IngestRun).values(source=printable(source)).returning(IngestRun.id)).scalar_one()


def end_run(session: Session, run_id: int) -> None:
    """Say that a run came to its end."""
    session.execute(update(IngestRun).where(IngestRun.id == run_id).values(ended_at=func.now()))


def write_account(session: Session, run_id: int, account: Account, stream_id: int | None, *, demo: bool) -> None:
    """Write a run's whole account anew; the run belongs to one process.

    ``stream_id`` is set where all alerts of the run are of one stream, whose subscribers may then read the account.
    """
    session.execute(
        update(IngestRun)
        .where(IngestRun.id == run_id)
        .values(
            n_read=account.read,
            n_decoded=account.decoded,
            n_passed=account.passed,
            n_saved=account.saved,
            n_duplicates=account.duplicates,
            n_quarantined=account.quarantined,
            reasons=account.reasons_json(),
            stream_id=stream_id,
            demo=demo,
        )
    )


def known(session: Session, keys: Collection[AlertKey]) -> set[AlertKey]:
    """Return those alerts that were seen before."""
    values = {"surveys": arrays.texts(k.survey for k in keys), "ids": arrays.numbers(k.alert_id for k in keys)}
    return {AlertKey(survey, alert_id) for survey, alert_id in session.execute(_KNOWN, values)}


def mark_seen(session: Session, run_id: int, seen: Sequence[Seen]) -> set[AlertKey]:
    """Note alerts as seen; return those that nobody had seen before. This decides what is a duplicate."""
    if not seen:
        return set()
    values = {
        "run_id": run_id,
        "surveys": arrays.texts(one.key.survey for one in seen),
        "ids": arrays.numbers(one.key.alert_id for one in seen),
        "objs": arrays.texts(one.obj_id for one in seen),
        "passed": arrays.lists(one.filter_ids for one in seen),
    }
    return {AlertKey(survey, alert_id) for survey, alert_id in session.execute(_MARK, values)}


def quarantine(session: Session, run_id: int, refusals: Sequence[tuple[Refusal, str]]) -> None:
    """Keep packets (with the names of their blobs) that could not be used; those that are there already stay."""
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for refusal, blob in refusals:
        source, position = place_of(refusal.packet)
        rows.setdefault(
            (blob, source, position),
            {
                "run_id": run_id,
                "source": source,
                "position": position,
                "blob": blob,
                "code": str(refusal.reason.code),
                "reason": printable(refusal.reason.sentence),
            },
        )
    if rows:
        values = [rows[key] for key in sorted(rows)]
        session.execute(
            upsert(QuarantinedPacket)
            .values(values)
            .on_conflict_do_nothing(index_elements=["blob", "source", "position"])
        )


def mark_replayed(session: Session, packets: Sequence[Packet], refusals: Sequence[Refusal]) -> None:
    """Note those packets of quarantine that were used after all."""
    refused = {place_of(one.packet) for one in refusals}
    used = [place for packet in packets if (place := place_of(packet)) not in refused]
    where = tuple_(QuarantinedPacket.source, QuarantinedPacket.position)
    session.execute(update(QuarantinedPacket).where(where.in_(used)).values(replayed_at=func.now()))


def keep_payloads(blobs: BlobStore, refusals: Sequence[Refusal]) -> list[tuple[Refusal, str]]:
    """Write the packets into the blob store (before the transaction: a blob without a row harms nobody)."""
    return [(refusal, blobs.put(refusal.packet.payload)) for refusal in refusals]


def load_offset(session: Session, consumer: str, topic: str, partition: int) -> int | None:
    """Return where ``consumer`` goes on reading, None where it has read nothing."""
    wanted = (StreamOffset.consumer == consumer, StreamOffset.topic == topic, StreamOffset.partition == partition)
    return session.execute(select(StreamOffset.next_offset).where(*wanted)).scalar_one_or_none()


def store_offsets(session: Session, consumer: str, spans: Sequence[OffsetSpan]) -> None:
    """Note where to go on reading; an offset never goes back, since what came before it is stored."""
    if not spans:
        return
    values = [
        {"consumer": consumer, "topic": one.topic, "partition": one.partition, "next_offset": one.next}
        for one in sorted(spans, key=lambda s: (s.topic, s.partition))
    ]
    statement = upsert(StreamOffset).values(values)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["consumer", "topic", "partition"],
            set_={
                "next_offset": func.greatest(StreamOffset.next_offset, statement.excluded.next_offset),
                "changed_at": func.now(),
            },
        )
    )
