"""Packets from Kafka: a consumer group for sharing partitions, our own database for remembering offsets.

Offsets are stored in the transaction of the results, so Kafka's are never committed: on each assignment every
partition is sought to what the store says. What two consumers may both have read around a rebalance is decided by
the store: write ``span.next`` only where the stored offset is not beyond ``span.first`` (:func:`spans`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, TopicPartition

from app.errors import BadInput, Unavailable
from ingest.streams.protocol import DEFAULT_BATCH, Batch, Packet, Progress, StreamProblem

_WATERMARK_TIMEOUT_S = 10.0
_OWN_OPTIONS = frozenset({
    "bootstrap.servers", "group.id", "enable.auto.commit", "enable.auto.offset.store", "auto.offset.reset",
    "enable.partition.eof", "partition.assignment.strategy", "group.protocol",
})  # fmt: skip
_HOPELESS = frozenset({
    KafkaError._AUTHENTICATION, KafkaError.TOPIC_AUTHORIZATION_FAILED, KafkaError.GROUP_AUTHORIZATION_FAILED,
    KafkaError.SASL_AUTHENTICATION_FAILED,
})  # fmt: skip

Place: TypeAlias = tuple[str, int]


class OffsetStore(Protocol):
    """Where the next offset of each partition is remembered."""

    def load(self, topic: str, partition: int) -> int | None:
        """Return the next offset to read, None where nothing was ever read."""


@dataclass(frozen=True)
class KafkaOptions:
    """What to read. ``extra`` goes to librdkafka as it is: ``security.protocol``, ``sasl.*``, ``ssl.*`` …

    ``stop_at_end`` ends the stream when every assigned partition is read to its end (one-off runs and tests).
    """

    bootstrap: str
    group: str
    topics: tuple[str, ...]
    poll_timeout_s: float = 1.0
    connect_timeout_s: float = 15.0
    stop_at_end: bool = False
    extra: Mapping[str, str | int] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class OffsetSpan:
    """What a batch holds of one partition: ``first`` is its lowest offset, ``next`` the one to go on from."""

    topic: str
    partition: int
    first: int
    next: int


def spans(batch: Batch) -> list[OffsetSpan]:
    """Return the offsets to store with the results of ``batch``, one span a partition."""
    offsets: dict[Place, list[int]] = {}
    for packet in batch:
        if isinstance(packet.position, int):
            offsets.setdefault((packet.source, packet.partition), []).append(packet.position)
    return [
        OffsetSpan(topic, partition, min(found), max(found) + 1)
        for (topic, partition), found in sorted(offsets.items())
    ]


class KafkaStream:
    """One member of a consumer group, as a :class:`~ingest.streams.protocol.Stream`.

    A batch must be dealt with, and its spans stored, before the next one is asked for: rebalances happen in
    between, in the thread that reads.
    """

    def __init__(self, options: KafkaOptions, offsets: OffsetStore) -> None:
        taken = _OWN_OPTIONS & set(options.extra)
        if taken:
            raise BadInput(f"Kafka option {min(taken)} is set by Skyrelay itself; remove it.", field="kafka.extra")
        self._options = options
        self._offsets = offsets
        self._consumer = Consumer(_configuration(options))
        self._next: dict[Place, int] = {}
        self._at_end: set[Place] = set()
        self._problems: list[StreamProblem] = []
        self._n_read = 0
        self._n_waiting = 0
        self._closed = False

    @property
    def name(self) -> str:
        """The topics."""
        return ", ".join(self._options.topics)

    @property
    def problems(self) -> list[StreamProblem]:
        """What the broker reported, and offsets that were gone before they were read."""
        return self._problems

    @property
    def assignment(self) -> frozenset[Place]:
        """The (topic, partition) pairs that are this member's now."""
        return frozenset(self._next)

    def progress(self) -> Progress:
        """Packets read of those that waited when the partitions were assigned; a live stream has no total."""
        return Progress(self._n_read, self._n_waiting if self._options.stop_at_end else None, "packets")

    def batches(self, size: int = DEFAULT_BATCH) -> Iterator[Batch]:
        """Yield packets; an empty list where none came within the poll time-out.

        Raises :class:`Unavailable` where the broker does not answer at the start or refuses us.
        """
        self._connect()
        self._consumer.subscribe(
            list(self._options.topics),
            on_assign=self._on_assign,
            on_revoke=self._on_revoke,
            on_lost=self._on_revoke,
        )
        while not self._closed:
            messages = self._consumer.consume(size, self._options.poll_timeout_s)
            batch = [packet for message in messages if (packet := self._packet(message)) is not None]
            self._n_read += len(batch)
            yield batch
            if self._options.stop_at_end and self._next and self._at_end >= set(self._next):
                return

    def close(self) -> None:
        """Leave the group, so that others take over at once."""
        if not self._closed:
            self._closed = True
            self._consumer.close()

    def _connect(self) -> None:
        try:
            self._consumer.list_topics(timeout=self._options.connect_timeout_s)
        except KafkaException as error:
            raise Unavailable(
                f"Kafka at {self._options.bootstrap} does not answer ({error.args[0].str()}); "
                "check ingest.kafka in config.yaml.",
                field="kafka.bootstrap",
            ) from error

    def _packet(self, message: Message) -> Packet | None:
        error = message.error()
        if error is not None:
            self._trouble(message, error)
            return None
        place, offset = _place(message), _offset(message)
        # Fetched before a rebalance took the partition away, or before a seek: another read of it counts.
        if place not in self._next or offset < self._next[place]:
            return None
        self._next[place] = offset + 1
        self._at_end.discard(place)
        return Packet(place[0], offset, place[1], _bytes(message.value()) or b"", _bytes(message.key()))

    def _trouble(self, message: Message, error: KafkaError) -> None:
        if error.code() == KafkaError._PARTITION_EOF:
            self._at_end.add(_place(message))
        elif error.code() == KafkaError._AUTO_OFFSET_RESET:
            place = TopicPartition(*_place(message))
            place.offset = self._start(place)
            self._next[place.topic, place.partition] = place.offset
            self._consumer.seek(place)
        elif error.fatal() or error.code() in _HOPELESS:
            raise Unavailable(f"Kafka refuses to go on: {error.str()}.", field="kafka")
        else:
            self._problems.append(StreamProblem(str(message.topic()), _offset(message), "kafka", f"{error.str()}."))

    def _on_assign(self, consumer: Consumer, partitions: list[TopicPartition]) -> None:
        self._next.clear()
        self._at_end.clear()
        for place in partitions:
            place.offset = self._start(place)
            self._next[place.topic, place.partition] = place.offset
        consumer.assign(partitions)

    def _on_revoke(self, consumer: Consumer, partitions: list[TopicPartition]) -> None:
        for place in partitions:
            self._next.pop((place.topic, place.partition), None)
        consumer.unassign()

    def _start(self, place: TopicPartition) -> int:
        """Return where to read on: the stored offset, unless the topic no longer reaches back to it."""
        low, high = self._consumer.get_watermark_offsets(place, timeout=_WATERMARK_TIMEOUT_S)
        stored = self._offsets.load(place.topic, place.partition)
        start = low if stored is None or not low <= stored <= high else stored
        if stored is not None and stored < low:
            self._lost(place, stored, f"{low - stored} messages from offset {stored} on were deleted unread.")
        elif stored is not None and stored > high:
            self._lost(place, stored, f"The topic ends at {high}, before the stored offset {stored}; read anew.")
        self._n_waiting += high - start
        return int(start)

    def _lost(self, place: TopicPartition, stored: int, sentence: str) -> None:
        source = f"{place.topic}[{place.partition}]"
        self._problems.append(StreamProblem(source, stored, "lost_offsets", sentence))


def _place(message: Message) -> Place:
    partition = message.partition()
    return str(message.topic()), -1 if partition is None else partition


def _offset(message: Message) -> int:
    offset = message.offset()
    return -1 if offset is None else offset


def _bytes(value: str | bytes | None) -> bytes | None:
    return value.encode() if isinstance(value, str) else value


def _configuration(options: KafkaOptions) -> dict[str, str | int | bool]:
    return {
        "session.timeout.ms": 30_000,
        "queued.max.messages.kbytes": 32_768,
        **options.extra,
        "bootstrap.servers": options.bootstrap,
        "group.id": options.group,
        "enable.auto.commit": False,
        "enable.auto.offset.store": False,
        "enable.partition.eof": True,
        # Never jump silently: an offset that is gone comes back as an error, and is reported with what was lost.
        "auto.offset.reset": "error",
    }
