"""From a packet's bytes to alerts: which survey, which version, and what is wrong where it cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ingest import ocf
from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys import lsst, ztf
from ingest.surveys.alert import TYPE_ERRORS, Alert

MAX_PACKET_BYTES = 64 * 1024 * 1024
_CONFLUENT_MAGIC = 0

Adapter: TypeAlias = Callable[[Mapping[str, Any], str], Alert]


def read_alerts(payload: bytes) -> Iterator[Alert | UndecodablePacket]:
    """Yield each alert of a packet, or the reason why there is none; never raises for what the bytes hold.

    A container may hold several records; a record that cannot be used does not take the others with it. After
    damage to the container itself the rest of the packet is lost, and one reason stands for it.
    """
    try:
        for record, version, adapter in _records(payload):
            yield _adapt(record, version, adapter)
    except UndecodablePacket as error:
        yield error


def decode_one(payload: bytes) -> Alert:
    """Return the first alert of a packet; raises :class:`UndecodablePacket`."""
    for result in read_alerts(payload):
        if isinstance(result, UndecodablePacket):
            raise result
        return result
    raise UndecodablePacket(QuarantineCode.TRUNCATED, "The packet holds no record.")


def _adapt(record: Mapping[str, Any], version: str, adapter: Adapter) -> Alert | UndecodablePacket:
    try:
        return adapter(record, version)
    except UndecodablePacket as error:
        return error
    except TYPE_ERRORS as error:
        return UndecodablePacket(
            QuarantineCode.DAMAGED, f"A field has a type that its survey never gives it ({type(error).__name__})."
        )


def _records(payload: bytes) -> Iterator[tuple[Mapping[str, Any], str, Adapter]]:
    if len(payload) > MAX_PACKET_BYTES:
        raise UndecodablePacket(
            QuarantineCode.TOO_LARGE, f"The packet has {len(payload)} bytes; the limit is {MAX_PACKET_BYTES}."
        )
    if payload and payload[0] == _CONFLUENT_MAGIC:
        record, version = lsst.read_wire(payload)
        yield record, version, lsst.decode
        return
    if ocf.MAGIC.startswith(payload) and len(payload) < len(ocf.MAGIC):
        raise UndecodablePacket(QuarantineCode.TRUNCATED, f"The packet has only {len(payload)} bytes.")
    schema, found = ocf.records(payload)
    version, adapter = _whose(schema)
    for one in found:
        yield one, version, adapter


def _whose(schema: ocf.WriterSchema) -> tuple[str, Adapter]:
    version = lsst.version_of(schema.name)
    if version is not None and lsst.is_supported(version):
        return version, lsst.decode
    if ztf.fits_schema(schema):
        return schema.version, ztf.decode
    raise UndecodablePacket(
        QuarantineCode.UNKNOWN_SCHEMA, f"No survey adapter reads packets of the schema “{schema.name[:80]}”."
    )
