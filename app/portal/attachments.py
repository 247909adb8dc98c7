"""Files attached to comments: taken in, limited, and shown without giving a browser anything to run."""

from __future__ import annotations

import base64
import binascii
import io
import re
from dataclasses import dataclass

import numpy as np

from app.blobs import BlobStore
from app.errors import BadInput, TooLarge

MAX_BYTES = 25_000_000
MAX_TEXT_BYTES = 1_000_000
"""Largest attachment that is shown as text inside JSON."""
MAX_PREVIEW_PIXELS = 40_000_000
PREVIEW_SIDE = 1200
PROGRAMS = frozenset(
    {
        "app", "bat", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "jar", "jse", "lnk", "msi", "msp", "pif",
        "ps1", "scr", "vb", "vbe", "vbs", "wsf", "wsh",
    }
)  # fmt: skip
"""Endings that a double click would run; nobody needs them in a comment."""
_FITS = ("fits", "fit", "fts")
_SHOWN = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "pdf": "application/pdf", "txt": "text/plain; charset=utf-8", "csv": "text/plain; charset=utf-8",
    "dat": "text/plain; charset=utf-8", "ascii": "text/plain; charset=utf-8", "json": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8", "log": "text/plain; charset=utf-8", "yaml": "text/plain; charset=utf-8",
}  # fmt: skip
"""Endings that a browser may show in place, with the type that it is told; never HTML, SVG or a script."""
SHOWN_TYPES = frozenset(_SHOWN.values())


@dataclass(frozen=True)
class Attachment:
    """A file: its name, and its bytes in base64, perhaps behind a ``data:`` prefix."""

    name: str
    body: str


def decode_base64(body: str, field: str) -> bytes:
    """Return the bytes of base64 text; raise :class:`BadInput` where it is none."""
    try:
        return base64.b64decode(body.rpartition("base64,")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("This is not base64.", field=field) from error


def keep(attachment: Attachment | None, blobs: BlobStore) -> dict[str, str]:
    """Store a file; return its columns. Raises :class:`BadInput` or :class:`TooLarge` that names the field."""
    if attachment is None:
        return {}
    if _ending(attachment.name) in PROGRAMS:
        raise BadInput(f"Files ending in .{_ending(attachment.name)} are not taken.", field="attachment.name")
    content = decode_base64(attachment.body, "attachment.body")
    if not content:
        raise BadInput("The file is empty.", field="attachment.body")
    if len(content) > MAX_BYTES:
        raise TooLarge(f"An attachment may have {MAX_BYTES // 1_000_000} MB.", field="attachment.body")
    return {"attachment_name": attachment.name, "attachment_blob": blobs.put(content)}


def plain_name(name: str | None) -> str:
    """Return a file name that is safe in a header."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name or "attachment")


def as_text(content: bytes) -> str:
    """Return a text file's text; raise :class:`BadInput` for one that is too long or no UTF-8 text."""
    if len(content) > MAX_TEXT_BYTES:
        raise BadInput("This attachment is too long to be shown as text; download it.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("This attachment is no text; download it.") from error


def preview(name: str | None, content: bytes) -> tuple[bytes, str]:
    """Return what a browser may show of a file, and its type: FITS images as PNG.

    Raises :class:`BadInput` for a kind of file that has no preview.
    """
    ending = _ending(name or "")
    if ending in _FITS:
        return _fits_picture(content), "image/png"
    if ending not in _SHOWN:
        raise BadInput(f"There is no preview of .{ending} files; download it.")
    return content, _SHOWN[ending]


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _fits_picture(content: bytes) -> bytes:
    from astropy.io import fits
    from astropy.visualization import ZScaleInterval
    from PIL import Image

    # A compressed file could unfold to anything.
    if not content.startswith(b"SIMPLE"):
        raise BadInput("This is no plain FITS file; download it.")
    try:
        with fits.open(io.BytesIO(content), memmap=False) as units:
            pixels = _first_image(units)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise BadInput("This FITS file cannot be read; download it.") from error
    if pixels is None:
        raise BadInput("This FITS file has no image that can be shown; download it.")
    finite = np.nan_to_num(np.asarray(pixels, dtype=float), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = ZScaleInterval().get_limits(finite)
    scaled = np.clip((finite - low) / max(high - low, 1e-12), 0, 1) * 255
    picture = Image.fromarray(np.flipud(scaled).astype(np.uint8), mode="L")
    picture.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    said = io.BytesIO()
    picture.save(said, "PNG")
    return said.getvalue()


def _first_image(units: object) -> object:
    """The first two-dimensional image; of a cube, its first plane. Its size is known from the header alone."""
    for unit in units:  # type: ignore[attr-defined]
        shape = getattr(unit, "shape", ()) if getattr(unit, "is_image", False) else ()
        if len(shape) >= 2 and 0 < int(np.prod(shape, dtype=float)) <= MAX_PREVIEW_PIXELS:
            data = unit.data
            while data.ndim > 2:
                data = data[0]
            return data
    return None
