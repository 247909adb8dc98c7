"""Drawing with Pillow: a page, its fonts, and the file it becomes.

Matplotlib would add 28 MB and most of a second to the first request of each web process; Pillow adds 6 MB.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from PIL import Image, ImageDraw, ImageFont

INK = (20, 24, 32)
PALE = (120, 128, 140)
LINE = (205, 210, 218)
PAPER = (255, 255, 255)
RESOLUTION_DPI = 150
Kind = Literal["png", "pdf"]


@cache
def font(size: int) -> Any:
    """Return the font that Pillow brings along, at a size in pixels."""
    return ImageFont.load_default(size)


def page(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty page and the pen for it."""
    image = Image.new("RGB", (width, height), PAPER)
    return image, ImageDraw.Draw(image)


def printable(words: str) -> str:
    """Return a name as the font can write it, on one line."""
    return "".join(c if c.isprintable() else "?" for c in words)


def write(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    words: str,
    size: int = 20,
    fill: tuple[int, int, int] = INK,
    anchor: str = "la",
) -> None:
    """Write one line; ``anchor`` in Pillow's two letters (left/middle/right, ascender/middle/descender)."""
    pen.text(at, printable(words), font=font(size), fill=fill, anchor=anchor)


def wrapped(words: str, size: int, width: float) -> list[str]:
    """Break a sentence into lines that are no wider than ``width`` pixels."""
    lines = [""]
    for word in printable(words).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font(size).getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def file_of(pages: Sequence[Image.Image], kind: Kind) -> bytes:
    """Return the pages as a PDF, or the first as a PNG."""
    out = io.BytesIO()
    if kind == "pdf":
        pages[0].save(
            out, "PDF", resolution=RESOLUTION_DPI, save_all=True, append_images=list(pages[1:]), creator="Skyrelay"
        )
    else:
        pages[0].save(out, "PNG", compress_level=4)
    return out.getvalue()
