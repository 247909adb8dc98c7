"""What a batch of packets came to, before any sink has seen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.drill.ids import is_simulated_id
from ingest.filters.guard import ParsedFilter
from ingest.quarantine import QuarantineReason
from ingest.streams.kafka import OffsetSpan
from ingest.streams.protocol import Packet, StreamProblem
from ingest.surveys.alert import Alert, CutoutKind, HistoryRow


class AlertKey(NamedTuple):
    """What makes an alert unique: the key in ``app.portal.surveys.SURVEYS``, and the survey's id."""

    survey: str
    alert_id: int


def key_of(alert: Alert) -> AlertKey:
    """Return the key of an alert; a rehearsed night's is a survey of its own, told by its reserved ids."""
    simulated = alert.survey == "lsst" and is_simulated_id(alert.alert_id)
    return AlertKey("lsst-simulated" if simulated else alert.survey, alert.alert_id)


def printable(told: str) -> str:
    """Return a text that any database holds: names of files and members may be any bytes, sentences may quote them."""
    return told.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")


def place_of(packet: Packet) -> tuple[str, str]:
    """Return (source, position) of a packet as people read them; Kafka's position names the partition too."""
    if isinstance(packet.position, int):
        return printable(packet.source), f"{packet.partition}:{packet.position}"
    return printable(packet.source), printable(packet.position)


@dataclass(frozen=True)
class ActiveFilter:
    """A filter that is to be run on the alerts of ``survey``."""

    id: int
    group_id: int
    stream_id: int
    survey: str
    parsed: ParsedFilter


@dataclass(frozen=True)
class Passage:
    """An alert that passed at least one filter, with what the portal shows of it.

    ``pictures`` are PNGs, made for the latest alert of each obj in a batch only.
    """

    key: AlertKey
    alert: Alert
    filters: tuple[ActiveFilter, ...]
    history: Sequence[HistoryRow]
    pictures: Mapping[CutoutKind, bytes] = field(repr=False)


class Seen(NamedTuple):
    """A decoded alert and the filters that it passed."""

    key: AlertKey
    obj_id: str
    filter_ids: tuple[int, ...]


@dataclass(frozen=True)
class Refusal:
    """A packet, or a record of it, that goes to quarantine."""

    packet: Packet
    reason: QuarantineReason


@dataclass(frozen=True)
class Results:
    """A batch, worked through: each alert once, those that the sink did not know before.

    ``duplicates`` are alerts of the batch that the sink knew, or that came twice in it. ``offsets`` are where to go
    on reading once this is stored.
    """

    packets: Sequence[Packet]
    decoded: int
    duplicates: int
    seen: Sequence[Seen] = ()
    passages: Sequence[Passage] = ()
    refusals: Sequence[Refusal] = ()
    problems: Sequence[StreamProblem] = ()
    offsets: Sequence[OffsetSpan] = ()
