"""The ingest process: Kafka, else a path, else a simulated night, into our own database."""

from __future__ import annotations

import signal
import threading

from app import log
from app.config import Settings
from app.context import Context
from app.errors import BadInput, Unavailable
from ingest.pipeline.run import LONGEST_WAIT_S, Options, Pipeline
from ingest.sinks.database import DatabaseSink
from ingest.streams.files import open_path
from ingest.streams.kafka import KafkaOptions, KafkaStream
from ingest.streams.protocol import Stream
from ingest.streams.simulated.player import SimulatedNight

_log = log.get_logger(__name__)
_RESTART_S = 2.0
SIMULATED_CONSUMER = "simulated-night"


def serve(settings: Settings) -> None:
    """Read what is configured until SIGTERM or SIGINT; the batch under way is stored first."""
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    IngestService(settings, stopping).run()


class IngestService:
    """Plays the configured source; starts it again after an outage, from where the database says."""

    def __init__(self, settings: Settings, stopping: threading.Event) -> None:
        self._settings = settings
        self._stopping = stopping

    def run(self) -> None:
        """Work until told to stop."""
        wait_s = _RESTART_S
        while not self._stopping.is_set():
            try:
                self._play()
                self._stopping.wait()
            except Unavailable as error:
                if self._stopping.is_set():
                    return
                _log.warning("ingest starts again", error=error.message, seconds=wait_s)
                self._stopping.wait(wait_s)
                wait_s = min(2 * wait_s, LONGEST_WAIT_S)
            except BadInput as error:
                _log.error("nothing is ingested", error=error.message)
                self._stopping.wait()

    def _play(self) -> None:
        """Play the source to its end, if it has one."""
        context = Context.create(self._settings, "ingest")
        try:
            sink = DatabaseSink(context, self._consumer())
            stream = self._open(sink)
            if stream is None:
                _log.info("nothing to ingest: no Kafka, no path, no simulated night is configured")
                return
            self._run(stream, sink)
        finally:
            context.close()

    def _run(self, stream: Stream, sink: DatabaseSink) -> None:
        options = Options(self._settings.ingest.batch_size, patience_s=None, stopping=self._stopping)
        stopper = threading.Thread(target=self._close_when_stopping, args=(stream,), daemon=True)
        if isinstance(stream, SimulatedNight):  # it sleeps between alerts; its close is safe from any thread
            stopper.start()
        _log.info("ingest reads", source=stream.name)
        try:
            account = Pipeline(stream, sink, options).run()
        finally:
            sink.close()
            stream.close()
        _log.info(
            "ingest has read everything", source=stream.name, read=account.read, saved=account.saved,
            duplicates=account.duplicates, quarantined=account.quarantined,
        )  # fmt: skip

    def _close_when_stopping(self, stream: Stream) -> None:
        self._stopping.wait()
        stream.close()

    def _consumer(self) -> str:
        ingest = self._settings.ingest
        if ingest.kafka.bootstrap_servers is not None:
            return ingest.kafka.group_id
        return "path" if ingest.path is not None else SIMULATED_CONSUMER

    def _open(self, sink: DatabaseSink) -> Stream | None:
        ingest = self._settings.ingest
        if ingest.kafka.bootstrap_servers is not None:
            if not ingest.kafka.topics:
                raise BadInput("ingest.kafka.topics is empty; name the topics to read.", field="ingest.kafka.topics")
            extra = {name: str(v).lower() if isinstance(v, bool) else v for name, v in ingest.kafka.security.items()}
            options = KafkaOptions(
                ingest.kafka.bootstrap_servers, ingest.kafka.group_id, ingest.kafka.topics, extra=extra
            )
            return KafkaStream(options, sink)
        if self._settings.ingest_path is not None:
            return open_path(self._settings.ingest_path)
        if ingest.simulated_night.enabled and self._settings.demo.enabled:
            return self._night(sink)
        return None

    def _night(self, sink: DatabaseSink) -> SimulatedNight:
        """Go on where the database says that the rehearsal stands."""
        wanted = self._settings.ingest.simulated_night
        night = SimulatedNight(
            wanted.seed, wanted.objects, wanted.alerts_per_minute, self._settings.var, keep_to_calendar=True
        )
        following = sink.load(night.source, 0)
        if following is not None:
            night.resume(following - 1)
        return night
