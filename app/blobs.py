"""The content-addressed blob store: cut-outs, attachments, packets, frames.

A blob's name is the SHA-256 of its bytes, so writing it twice changes nothing. Who may read a blob is decided by
the row that names it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from pathlib import Path

from app.errors import NotFound

_NAME_LENGTH = 64
_YOUNG_S = 3600


class BlobStore:
    """Blobs in a folder, fanned out by the first two characters of their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep ``content`` and return its name; durable when this returns."""
        name = hashlib.sha256(content).hexdigest()
        path = self._path(name)
        if path.exists():
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).rename(path)
        return name

    def get(self, name: str) -> bytes:
        """Return the bytes of a blob; raise :class:`NotFound` where there is none of that name."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise NotFound("This file is missing from the blob store; restore it from a backup.") from error

    def holds(self, name: str) -> bool:
        """Tell whether there is a blob of this name."""
        return self._path(name).is_file()

    def drop_empty_folders(self) -> int:
        """Remove folders that have been empty for an hour (a younger one may await its blob); return how many."""
        dropped = 0
        for folder in self.folder.glob("[0-9a-f][0-9a-f]"):
            if time.time() - folder.stat().st_mtime < _YOUNG_S:
                continue
            with contextlib.suppress(OSError):
                folder.rmdir()
                dropped += 1
        return dropped

    def _path(self, name: str) -> Path:
        if len(name) != _NAME_LENGTH or not all(c in "0123456789abcdef" for c in name):
            raise NotFound("No file has this name.")
        return self.folder / name[:2] / name
