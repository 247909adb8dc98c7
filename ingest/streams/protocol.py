"""What every source of packets is, whatever it reads from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

DEFAULT_BATCH = 256


@dataclass(frozen=True)
class Packet:
    """Undecoded bytes and where they came from; (``source``, ``partition``, ``position``) finds them again.

    ``source`` is a path or a topic; ``position`` a member's name, a byte offset in a large container, or a Kafka
    offset; ``partition`` is zero for files.
    """

    source: str
    position: str | int
    partition: int
    payload: bytes
    key: bytes | None = None


@dataclass(frozen=True)
class Progress:
    """How far a stream is; ``total`` is None where nobody can know."""

    done: int
    total: int | None
    unit: Literal["packets", "bytes"]


@dataclass(frozen=True)
class StreamProblem:
    """Something that the source itself could not deliver: a truncated archive, an unreadable file, lost offsets."""

    source: str
    position: str | int
    code: str
    sentence: str


Batch: TypeAlias = list[Packet]


class Stream(Protocol):
    """A source of packets in micro-batches.

    ``batches`` may be called once. A live source yields an empty batch when nothing came for a while, so that its
    reader can do other things; a finite one ends. ``problems`` grows while reading; it never stops the reading of
    what is left. ``close`` may be called at any time, from the reading thread.
    """

    @property
    def name(self) -> str:
        """What is read, for people."""

    @property
    def problems(self) -> list[StreamProblem]:
        """What could not be delivered so far."""

    def progress(self) -> Progress:
        """How far the reading is."""

    def batches(self, size: int = DEFAULT_BATCH) -> Iterator[Batch]:
        """Yield lists of at most ``size`` packets, in the source's order."""

    def close(self) -> None:
        """Let go of files and connections."""
