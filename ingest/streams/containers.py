"""Large Avro containers, cut into packets of one block each, so that no file is ever held whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from ingest.ocf import MAX_BLOCK_BYTES, NeedMoreBytes, parse_header, split_block
from ingest.quarantine import UndecodablePacket

_READ_BYTES = 1024 * 1024


def pieces(handle: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield (byte offset of the block, a container holding that block alone).

    The payload is None, and the last, where the rest of the file is no container; a block that is cut short comes
    as it is, so that decoding it names the damage.
    """
    buffer = handle.read(_READ_BYTES)
    try:
        header = parse_header(buffer)
    except (NeedMoreBytes, UndecodablePacket):
        yield 0, None
        return
    head, offset = buffer[: header.length], header.length
    buffer = buffer[header.length :]
    while buffer:
        try:
            _, _, end = split_block(buffer, 0, header.sync)
        except NeedMoreBytes:
            more = handle.read(max(_READ_BYTES, len(buffer))) if len(buffer) <= MAX_BLOCK_BYTES else b""
            if more:
                buffer += more
                continue
            yield offset, head + buffer
            return
        except UndecodablePacket:
            yield offset, None
            return
        yield offset, head + buffer[:end]
        buffer, offset = buffer[end:], offset + end
        if not buffer:
            buffer = handle.read(_READ_BYTES)
