"""Packets from quarantine, tried again: after an upgrade that reads them, or once a filter's mistake is mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from app.context import Context
from app.errors import NotFound
from app.tables import QuarantinedPacket
from ingest.streams.protocol import DEFAULT_BATCH, Batch, Packet, Progress, StreamProblem


class QuarantineStream:
    """The packets of quarantine that were not replayed yet, or those with ``ids``; raises :class:`NotFound`."""

    def __init__(self, context: Context, ids: Sequence[int] = ()) -> None:
        query = select(QuarantinedPacket).order_by(QuarantinedPacket.id)
        query = (
            query.where(QuarantinedPacket.id.in_(ids)) if ids else query.where(QuarantinedPacket.replayed_at.is_(None))
        )
        with context.transaction() as session:
            self._rows = list(session.scalars(query))
        missing = set(ids) - {row.id for row in self._rows}
        if missing:
            raise NotFound(f"There is no packet {min(missing)} in quarantine.", field="ids")
        self._blobs = context.blobs
        self._problems: list[StreamProblem] = []
        self._done = 0

    @property
    def name(self) -> str:
        """What is played, for people."""
        return "quarantine, replayed"

    @property
    def problems(self) -> list[StreamProblem]:
        """Packets whose bytes are gone."""
        return self._problems

    def progress(self) -> Progress:
        """Packets tried."""
        return Progress(self._done, len(self._rows), "packets")

    def batches(self, size: int = DEFAULT_BATCH) -> Iterator[Batch]:
        """Yield the packets in lists of at most ``size``."""
        for start in range(0, len(self._rows), size):
            rows = self._rows[start : start + size]
            yield [packet for row in rows if (packet := self._packet(row)) is not None]
            self._done += len(rows)

    def close(self) -> None:
        """Nothing is held."""

    def _packet(self, row: QuarantinedPacket) -> Packet | None:
        try:
            return Packet(row.source, row.position, 0, self._blobs.get(row.blob))
        except NotFound as error:
            self._problems.append(StreamProblem(row.source, row.position, "missing_blob", error.message))
            return None
