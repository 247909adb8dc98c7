"""The loop: batches from a stream, worked through, stored; patient with a sink that is away."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from app import log
from app.errors import Unavailable
from ingest.pipeline.account import Account
from ingest.pipeline.prepare import Preparer
from ingest.pipeline.results import Refusal, Results
from ingest.quarantine import QuarantineCode, QuarantineReason
from ingest.sinks.protocol import Sink, Stale, Unstorable
from ingest.streams.kafka import spans
from ingest.streams.protocol import DEFAULT_BATCH, Batch, Packet, Stream, StreamProblem

T = TypeVar("T")
_log = log.get_logger(__name__)
FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 15.0
_STALE_TRIES = 3


@dataclass(frozen=True)
class Options:
    """How to run. ``patience_s`` is how long a sink may be away before the run gives up (None: for ever)."""

    batch_size: int = DEFAULT_BATCH
    survey: str | None = None
    patience_s: float | None = 60.0
    stopping: threading.Event = field(default_factory=threading.Event)


class Pipeline:
    """One run of a stream into a sink."""

    def __init__(self, stream: Stream, sink: Sink, options: Options | None = None) -> None:
        self._stream = stream
        self._sink = sink
        self._options = options or Options()
        self._told = 0
        self.account = Account()

    def run(self, on_batch: Callable[[Account], None] | None = None) -> Account:
        """Read to the stream's end, or until told to stop; return the account.

        Raises :class:`Unavailable` where the sink stays away for longer than the patience.
        """
        preparer = Preparer(self._sink, self._options.survey)
        try:
            self._patiently(lambda: self._sink.open(self._stream.name))
            for batch in self._stream.batches(self._options.batch_size):
                self._take(preparer, batch)
                if on_batch is not None:
                    on_batch(self.account)
                if self._options.stopping.is_set():
                    break
            self._take(preparer, [])
            self._patiently(self._sink.finish)
        finally:
            preparer.close()
        return self.account

    def _take(self, preparer: Preparer, batch: Batch) -> None:
        """Work one batch through, and store it before the next is read."""
        problems = self._stream.problems[self._told :]
        if not batch and not problems:
            return
        try:
            counted = self._patiently(lambda: self._store(preparer, batch, problems))
        except Unstorable as error:
            _log.warning("a batch cannot be stored as a whole; going packet by packet", error=error.message)
            counted = self._one_by_one(preparer, batch, problems)
        self.account += counted
        self._told += len(problems)

    def _store(self, preparer: Preparer, batch: Batch, problems: list[StreamProblem]) -> Account:
        """Prepare anew at each try: filters may have changed, and a commit may have gone through unheard."""
        for left in reversed(range(_STALE_TRIES)):
            try:
                return self._sink.save(preparer.prepare(batch, problems))
            except Stale as error:
                if not left:
                    raise Unstorable(error.message) from error
        raise Unstorable("The batch cannot be stored.")

    def _one_by_one(self, preparer: Preparer, batch: Batch, problems: list[StreamProblem]) -> Account:
        counted = self._patiently(lambda: self._sink.save(Results([], 0, 0, problems=problems)))
        for packet in batch:
            counted += self._patiently(partial(self._alone, preparer, packet))
        return counted

    def _alone(self, preparer: Preparer, packet: Packet) -> Account:
        try:
            return self._store(preparer, [packet], [])
        except Unstorable as error:
            refusal = Refusal(packet, QuarantineReason(QuarantineCode.UNSTORABLE, error.message))
            return self._sink.save(Results([packet], 0, 0, refusals=[refusal], offsets=spans([packet])))

    def _patiently(self, action: Callable[[], T]) -> T:
        """Try again while the sink is away, with growing pauses; give up by raising what it said."""
        began, wait_s = time.monotonic(), FIRST_WAIT_S
        while True:
            try:
                return action()
            except Unavailable as error:
                patience = self._options.patience_s
                spent = patience is not None and time.monotonic() - began + wait_s > patience
                if spent or self._options.stopping.is_set():
                    raise
                _log.warning("waiting", error=error.message, seconds=wait_s)
            if self._options.stopping.wait(wait_s):
                continue
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)
