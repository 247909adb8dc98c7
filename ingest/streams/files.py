"""Avro files, archives, and folders of both, read one piece at a time."""

from __future__ import annotations

import os
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from app.errors import BadInput
from ingest.streams.containers import pieces
from ingest.streams.protocol import DEFAULT_BATCH, Batch, Packet, Progress, StreamProblem
from ingest.streams.unzip import GZIP_MAGIC, GzipReader

# A survey's packet is 0.02 to 0.3 MB; what is far larger is no packet, and must not fill the memory.
MAX_MEMBER_BYTES = 64 * 1024 * 1024
ARCHIVE_ENDINGS = (".tar", ".tar.gz", ".tgz")
PACKET_ENDINGS = (".avro",)
_TAR_END_BYTES = 1024
_ARCHIVE_ERRORS = (tarfile.TarError, EOFError, OSError, zlib.error)


def open_path(path: Path) -> FileStream:
    """Return a stream of what is at ``path``: a packet or container file, a tar archive, or a folder of those.

    A single file is read whatever its name. Raises :class:`BadInput` where there is nothing to read.
    """
    if path.is_dir():
        found = sorted(_below(path))
        if not found:
            raise BadInput(f"{path} holds no .avro files and no tar archives.", field="path")
        return FileStream(str(path), found)
    if not path.is_file():
        raise BadInput(f"{path} does not exist; give a file, a folder or a tar archive.", field="path")
    return FileStream(str(path), [path])


def _below(folder: Path) -> Iterator[Path]:
    """Walk without following links, so that a loop of links cannot catch us."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(PACKET_ENDINGS + ARCHIVE_ENDINGS):
                yield Path(parent) / name


class FileStream:
    """Packets of a list of files and archives, in order; each file's trouble is its own."""

    def __init__(self, name: str, paths: list[Path]) -> None:
        self._name = name
        self._paths = paths
        self._problems: list[StreamProblem] = []
        self._sizes = {path: path.stat().st_size for path in paths}
        self._only_packets = not any(_is_archive(path) for path in paths) and len(paths) > 1
        self._done = 0
        self._open: IO[bytes] | None = None

    @property
    def name(self) -> str:
        """The path that was asked for."""
        return self._name

    @property
    def problems(self) -> list[StreamProblem]:
        """Files and members that could not be read."""
        return self._problems

    def progress(self) -> Progress:
        """Files of a folder of files, else bytes: nobody knows how many members an archive has before its end."""
        if self._only_packets:
            return Progress(self._done, len(self._paths), "packets")
        inside = self._open.tell() if self._open is not None and not self._open.closed else 0
        return Progress(self._done + inside, sum(self._sizes.values()), "bytes")

    def batches(self, size: int = DEFAULT_BATCH) -> Iterator[Batch]:
        """Yield the packets in lists of at most ``size``."""
        batch: Batch = []
        for packet in self._packets():
            batch.append(packet)
            if len(batch) >= size:
                yield batch
                batch = []
        if batch:
            yield batch

    def close(self) -> None:
        """Close the file that is being read."""
        if self._open is not None:
            self._open.close()

    def _packets(self) -> Iterator[Packet]:
        for path in self._paths:
            try:
                with path.open("rb") as handle:
                    self._open = handle
                    yield from self._members(path, handle) if _is_archive(path) else self._file(path, handle)
            except OSError as error:
                self._report(str(path), "", "unreadable", f"The file cannot be read ({error.strerror or error}).")
            finally:
                self._open = None
            self._done += 1 if self._only_packets else self._sizes[path]

    def _file(self, path: Path, handle: IO[bytes]) -> Iterator[Packet]:
        if self._sizes[path] <= MAX_MEMBER_BYTES:
            yield Packet(str(path), path.name, 0, handle.read())
            return
        for offset, piece in pieces(handle):
            if piece is None:
                self._report(
                    str(path), offset, "too_large", f"From byte {offset} on, this is no Avro container; not read."
                )
                return
            yield Packet(str(path), f"{path.name}@{offset}", 0, piece)

    def _members(self, path: Path, handle: IO[bytes]) -> Iterator[Packet]:
        last = ""
        try:
            plain = _unpacked(handle)
            with tarfile.open(fileobj=cast("IO[bytes]", plain), mode="r|") as archive:
                for member in archive:
                    last = member.name
                    packet = self._member(path, archive, member)
                    if packet is not None:
                        yield packet
            if isinstance(plain, GzipReader):
                plain.drain()
                if not plain.complete:
                    raise tarfile.ReadError("the gzip file ends too early")
            else:
                _check_end(handle)
        except _ARCHIVE_ERRORS as error:
            after = f"after {last}" if last else "at its start"
            self._report(
                str(path), last, "truncated",
                f"The archive is cut short or damaged {after}; what came before was read ({error}).",
            )  # fmt: skip

    def _member(self, path: Path, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Packet | None:
        if not member.isfile():
            return None
        if member.size > MAX_MEMBER_BYTES:
            self._report(str(path), member.name, "too_large", f"{member.name} has {member.size} bytes; not read.")
            return None
        content = archive.extractfile(member)
        if content is None:
            return None
        payload = content.read()
        if len(payload) < member.size:
            raise tarfile.ReadError("unexpected end of data")
        return Packet(str(path), member.name, 0, payload)

    def _report(self, source: str, position: str | int, code: str, sentence: str) -> None:
        self._problems.append(StreamProblem(source, position, code, sentence))


def _unpacked(handle: IO[bytes]) -> IO[bytes] | GzipReader:
    zipped = handle.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    handle.seek(0)
    return GzipReader(handle) if zipped else handle


def _check_end(handle: IO[bytes]) -> None:
    """A tar ends with two empty blocks; :mod:`tarfile` takes a file cut between two members for a whole one."""
    handle.seek(max(0, handle.seek(0, os.SEEK_END) - _TAR_END_BYTES))
    if handle.read().strip(b"\0"):
        raise tarfile.ReadError("the end-of-archive marker is missing")


def _is_archive(path: Path) -> bool:
    return path.name.endswith(ARCHIVE_ENDINGS)
