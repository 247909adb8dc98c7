"""Packets for the ingest tests: the real ones, and one of them taken apart and put together otherwise."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fastavro

from tests.support.alerts import need_alerts

ZTF_V4 = "ztf/v4_02_boom/2695378462115010012.avro"
LSST_WIRE = "lsst/confluent_wire_boom/25409136044802067.avro"


def real(relative: str) -> bytes:
    return (need_alerts() / relative).read_bytes()


def paths(folder: str) -> Iterator[Path]:
    yield from sorted((need_alerts() / folder).rglob("*.avro"))


def rewritten(payload: bytes, change: Callable[[dict[str, Any]], None], codec: str = "null", copies: int = 1) -> bytes:
    """The packet with its record changed in place, as a container of ``copies`` records, one block each."""
    reader = fastavro.reader(io.BytesIO(payload))
    record = next(reader)
    assert isinstance(record, dict)
    change(record)
    out = io.BytesIO()
    fastavro.writer(out, reader.writer_schema, [record] * copies, codec=codec, sync_interval=1, validator=False)
    return out.getvalue()


def unchanged(record: dict[str, Any]) -> None:
    """The change that changes nothing."""
