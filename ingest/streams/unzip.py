"""Gzip, read as a stream that gives all it has before it says that the end is missing."""

from __future__ import annotations

import zlib
from typing import IO

GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib's way to ask for a gzip header and checksum
_CHUNK_BYTES = 64 * 1024


class GzipReader:
    """The plain bytes of a gzip file, of one member or several.

    :class:`gzip.GzipFile` raises on a file cut short before it has handed out what it already unpacked, and the
    last whole packets of a truncated night would be lost with it; here reading just ends, and ``complete`` tells.
    Raises :class:`zlib.error` on damage.
    """

    def __init__(self, handle: IO[bytes]) -> None:
        self._handle = handle
        self._unpack = zlib.decompressobj(_GZIP_WINDOW)
        self._packed = b""
        self._plain = b""
        self.complete = False

    def read(self, size: int) -> bytes:
        """Return ``size`` bytes, fewer only at the end."""
        while len(self._plain) < size and self._more():
            pass
        taken, self._plain = self._plain[:size], self._plain[size:]
        return taken

    def drain(self) -> None:
        """Read to the end, where the checksum is."""
        while self.read(_CHUNK_BYTES):
            pass

    def _more(self) -> bool:
        if not self._packed:
            self._packed = self._handle.read(_CHUNK_BYTES)
        if self._unpack.eof:
            if not self._packed.startswith(GZIP_MAGIC):
                self.complete = True
                return False
            self._unpack = zlib.decompressobj(_GZIP_WINDOW)
        if not self._packed:
            return False
        self._plain += self._unpack.decompress(self._packed, _CHUNK_BYTES)
        self._packed = self._unpack.unconsumed_tail or self._unpack.unused_data
        return True
