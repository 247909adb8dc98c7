from __future__ import annotations

import threading
import uuid
from collections import Counter
from dataclasses import replace

import pytest
from confluent_kafka import Producer

from app.errors import BadInput, Unavailable
from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.streams.kafka import KafkaOptions, KafkaStream, spans
from ingest.streams.protocol import Batch
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import read_alerts
from tests.ingest.packets import ZTF_V4, paths, real
from tests.support.kafka import KafkaBroker, free_port
from tests.support.waiting import until


class Ledger:
    """Results and offsets, changed together or not at all, as the database does it in one transaction."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.offsets: dict[tuple[str, int], int] = {}
        self.seen: Counter[tuple[str, int, int | str]] = Counter()
        self.readers: dict[tuple[str, int, int | str], str] = {}

    def load(self, topic: str, partition: int) -> int | None:
        with self._lock:
            return self.offsets.get((topic, partition))

    def store(self, batch: Batch, reader: str = "") -> bool:
        with self._lock:
            found = spans(batch)
            if any(self.offsets.get((one.topic, one.partition), 0) > one.first for one in found):
                return False
            for packet in batch:
                self.seen[packet.source, packet.partition, packet.position] += 1
                self.readers[packet.source, packet.partition, packet.position] = reader
            self.offsets.update({(one.topic, one.partition): one.next for one in found})
            return True


def _produce(kafka: KafkaBroker, topic: str, payloads: list[bytes], partitions: int = 1) -> None:
    producer = Producer({"bootstrap.servers": kafka.bootstrap, "acks": "all"})
    for number, payload in enumerate(payloads):
        producer.produce(topic, payload, key=str(number).encode(), partition=number % partitions)
        producer.poll(0)
    assert producer.flush(60) == 0


def _options(kafka: KafkaBroker, topic: str, group: str = "", stop_at_end: bool = True) -> KafkaOptions:
    return KafkaOptions(
        kafka.bootstrap, group or uuid.uuid4().hex, (topic,), poll_timeout_s=0.5, stop_at_end=stop_at_end
    )


def test_the_real_packets_arrive_all_and_once(kafka: KafkaBroker) -> None:
    payloads = [path.read_bytes() for folder in ("ztf", "lsst") for path in paths(folder)]
    topic = kafka.create_topic(partitions=3)
    _produce(kafka, topic, payloads, 3)
    ledger, alerts = Ledger(), Counter[str]()
    stream = KafkaStream(_options(kafka, topic), ledger)
    for batch in stream.batches(64):
        for packet in batch:
            for result in read_alerts(packet.payload):
                alerts[result.survey if isinstance(result, Alert) else result.reason.code] += 1
        assert ledger.store(batch)
    stream.close()
    assert len(ledger.seen) == len(payloads)
    assert set(ledger.seen.values()) == {1}
    assert alerts == {"ztf": 461, "lsst": 42, QuarantineCode.DAMAGED: 2, QuarantineCode.ABSURD_VALUE: 5}
    assert stream.progress().done == stream.progress().total == len(payloads)


def test_a_restart_at_the_stored_offsets_neither_loses_nor_doubles(kafka: KafkaBroker) -> None:
    topic = kafka.create_topic(partitions=2)
    _produce(kafka, topic, [b"%d" % number for number in range(500)], 2)
    ledger, group = Ledger(), uuid.uuid4().hex
    for stored_batches in (3, 4, 100):  # each run but the last ends with a batch whose transaction never happened
        stream = KafkaStream(_options(kafka, topic, group), ledger)
        for number, batch in enumerate(stream.batches(37)):
            if number == stored_batches:
                break
            assert ledger.store(batch)
        stream.close()
    assert len(ledger.seen) == 500
    assert set(ledger.seen.values()) == {1}


class Reader(threading.Thread):
    """A member of the group in a thread of its own, that stores what it reads."""

    def __init__(self, options: KafkaOptions, ledger: Ledger, name: str) -> None:
        super().__init__(name=name)
        self.stream = KafkaStream(options, ledger)
        self._ledger = ledger
        self._stop_asked = threading.Event()

    def run(self) -> None:
        for batch in self.stream.batches(5):
            self._ledger.store(batch, self.name)
            if self._stop_asked.is_set():
                break
        self.stream.close()

    def stop(self) -> None:
        self._stop_asked.set()
        if self.ident is not None:
            self.join(60)
            assert not self.is_alive()


def test_rebalances_between_two_consumers_neither_lose_nor_double(kafka: KafkaBroker) -> None:
    topic = kafka.create_topic(partitions=4)
    more = [b"%d" % number for number in range(400)]
    _produce(kafka, topic, more, 4)
    ledger = Ledger()
    options = replace(_options(kafka, topic, stop_at_end=False), extra={"heartbeat.interval.ms": 100})
    first, second = Reader(options, ledger, "first"), Reader(options, ledger, "second")
    try:
        first.start()
        until(lambda: len(ledger.seen) > 50, 60, "the first reads alone")
        second.start()
        until(lambda: len(first.stream.assignment) == len(second.stream.assignment) == 2, 60, "they share")
        _produce(kafka, topic, more, 4)
        until(lambda: len(ledger.seen) == 800, 60, "both have read everything")
        assert set(ledger.readers.values()) == {"first", "second"}
        second.stop()
        until(lambda: len(first.stream.assignment) == 4, 60, "the first takes over")
        _produce(kafka, topic, more, 4)
        until(lambda: len(ledger.seen) == 1200, 60, "the first has read the rest")
    finally:
        first.stop()
        second.stop()
    assert set(ledger.seen.values()) == {1}


def test_a_malformed_message_is_found_again_by_topic_partition_and_offset(kafka: KafkaBroker) -> None:
    topic = kafka.create_topic()
    _produce(kafka, topic, [real(ZTF_V4), b"this is no alert", real(ZTF_V4)])
    stream = KafkaStream(_options(kafka, topic), Ledger())
    bad = []
    for batch in stream.batches():
        for packet in batch:
            bad += [
                (packet.source, packet.partition, packet.position, result.reason.code)
                for result in read_alerts(packet.payload)
                if isinstance(result, UndecodablePacket)
            ]
    stream.close()
    assert bad == [(topic, 0, 1, QuarantineCode.NOT_AVRO)]


def test_offsets_that_were_deleted_are_reported_not_skipped_in_silence(kafka: KafkaBroker) -> None:
    topic = kafka.create_topic()
    _produce(kafka, topic, [b"x"] * 10)
    ledger = Ledger()
    ledger.offsets[topic, 0] = 50
    stream = KafkaStream(_options(kafka, topic), ledger)
    assert sum(len(batch) for batch in stream.batches()) == 10
    stream.close()
    assert [problem.code for problem in stream.problems] == ["lost_offsets"]


def test_the_broker_is_killed_and_comes_back(kafka: KafkaBroker) -> None:
    topic = kafka.create_topic()
    _produce(kafka, topic, [b"%d" % number for number in range(200)])
    ledger = Ledger()
    reader = Reader(_options(kafka, topic, stop_at_end=False), ledger, "only")
    try:
        reader.start()
        until(lambda: len(ledger.seen) > 20, 60, "the consumer reads")
        kafka.kill()
        kafka.start()
        _produce(kafka, topic, [b"%d" % number for number in range(200)])
        until(lambda: len(ledger.seen) == 400, 120, "everything is read after the crash")
    finally:
        reader.stop()
    assert set(ledger.seen.values()) == {1}


def test_a_broker_that_is_not_there_is_a_sentence() -> None:
    options = KafkaOptions(f"127.0.0.1:{free_port()}", "group", ("topic",), connect_timeout_s=1.0)
    stream = KafkaStream(options, Ledger())
    with pytest.raises(Unavailable, match="does not answer"):
        next(stream.batches())
    stream.close()


def test_without_the_stored_offsets_nothing_is_read(kafka: KafkaBroker) -> None:
    """A database that is down stops the reader; it must not begin anywhere else instead."""

    class Down(Ledger):
        def load(self, topic: str, partition: int) -> int | None:
            raise Unavailable("The database does not answer.")

    topic = kafka.create_topic()
    _produce(kafka, topic, [b"x"])
    stream = KafkaStream(_options(kafka, topic), Down())
    with pytest.raises(Unavailable, match="database"):
        list(stream.batches())
    stream.close()


def test_options_that_would_break_the_bookkeeping_are_refused() -> None:
    options = KafkaOptions("127.0.0.1:1", "group", ("topic",), extra={"enable.auto.commit": "true"})
    with pytest.raises(BadInput, match=r"enable\.auto\.commit"):
        KafkaStream(options, Ledger())
