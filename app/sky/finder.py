"""The finder chart: a square of sky with the target, its offset stars, compass and scale, and the star list beside it.

Without an image the chart has its grid all the same, and says that there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from app.sky.canvas import INK, LINE, PALE, Kind, file_of, page, wrapped, write
from app.sky.images import Grey
from app.sky.starlist import offsets_arcsec, sexagesimal

PIXELS = 900
"""Side of the square in the chart."""
_WIDTH, _HEIGHT, _LEFT, _TOP = 1754, 1240, 90, 130
_RED, _BLUE, _GREEN = (196, 30, 40), (20, 90, 190), (20, 120, 70)


@dataclass(frozen=True)
class Chart:
    """What is drawn: degrees (ICRS), arcminutes; ``said`` are sentences below the chart.

    ``nearby`` are other known sources (name, ra, dec); ``stars`` the lines of :func:`app.sky.starlist.starlist`.
    """

    name: str
    ra: float
    dec: float
    size_arcmin: float
    image: Grey | None
    image_words: str
    stars: Sequence[Mapping[str, Any]] = ()
    nearby: Sequence[tuple[str, float, float]] = ()
    said: Sequence[str] = field(default=())


def draw(chart: Chart, kind: Kind) -> bytes:
    """Return the chart as a PNG or a PDF."""
    sheet, pen = page(_WIDTH, _HEIGHT)
    write(pen, (_LEFT, 36), f"Finder chart: {chart.name}", 34)
    write(
        pen,
        (_LEFT, 84),
        f"{sexagesimal(chart.ra, chart.dec, ':')} (ICRS)   {chart.size_arcmin:g}' x {chart.size_arcmin:g}'",
    )
    if chart.image is not None:
        sheet.paste(Image.fromarray(chart.image).resize((PIXELS, PIXELS)), (_LEFT, _TOP))
    _frame(pen, chart)
    for name, ra, dec in chart.nearby:
        _mark(pen, chart, (ra, dec), name, _GREEN)
    for star in chart.stars:
        if "mag" in star:
            _mark(pen, chart, (star["ra"], star["dec"]), str(star["name"]).rpartition("_")[2], _BLUE)
    _target(pen)
    _compass(pen)
    _scale(pen, chart)
    _words(pen, chart)
    return file_of([sheet], kind)


def _frame(pen: ImageDraw.ImageDraw, chart: Chart) -> None:
    box = (_LEFT, _TOP, _LEFT + PIXELS, _TOP + PIXELS)
    if chart.image is None:
        pen.rectangle(box, fill=(250, 250, 252))
    step = 30.0 if chart.size_arcmin <= 5.0 else 60.0
    half = chart.size_arcmin * 30.0
    for arcsec in np.arange(-np.floor(half / step) * step, half + 1, step):
        at = float((arcsec + half) / (2 * half) * PIXELS)
        if chart.image is None:
            pen.line((_LEFT + at, _TOP, _LEFT + at, _TOP + PIXELS), fill=LINE)
            pen.line((_LEFT, _TOP + at, _LEFT + PIXELS, _TOP + at), fill=LINE)
        pen.line((_LEFT + at, _TOP + PIXELS, _LEFT + at, _TOP + PIXELS + 8), fill=INK)
        pen.line((_LEFT - 8, _TOP + at, _LEFT, _TOP + at), fill=INK)
        write(pen, (_LEFT + at, _TOP + PIXELS + 12), f'{-arcsec:+.0f}"', 14, PALE, "ma")
        write(pen, (_LEFT - 12, _TOP + at), f'{-arcsec:+.0f}"', 14, PALE, "rm")
    pen.rectangle(box, outline=INK, width=2)


def _mark(
    pen: ImageDraw.ImageDraw, chart: Chart, at: tuple[float, float], name: str, colour: tuple[int, int, int]
) -> None:
    east, north = offsets_arcsec(chart.ra, chart.dec, *at)
    scale = PIXELS / (chart.size_arcmin * 60.0)
    x, y = _LEFT + PIXELS / 2 - east * scale, _TOP + PIXELS / 2 - north * scale
    if _LEFT < x < _LEFT + PIXELS and _TOP < y < _TOP + PIXELS:
        pen.ellipse((x - 14, y - 14, x + 14, y + 14), outline=colour, width=3)
        write(pen, (x + 18, y - 12), name[:24], 20, colour)


def _target(pen: ImageDraw.ImageDraw) -> None:
    x, y = _LEFT + PIXELS / 2, _TOP + PIXELS / 2
    pen.line((x + 18, y, x + 48, y), fill=_RED, width=4)
    pen.line((x, y - 48, x, y - 18), fill=_RED, width=4)


def _compass(pen: ImageDraw.ImageDraw) -> None:
    x, y = _LEFT + PIXELS - 40, _TOP + PIXELS - 40
    pen.line((x, y, x, y - 70), fill=INK, width=3)
    pen.line((x, y, x - 70, y), fill=INK, width=3)
    write(pen, (x, y - 76), "N", 22, INK, "ms")
    write(pen, (x - 78, y), "E", 22, INK, "rm")


def _scale(pen: ImageDraw.ImageDraw, chart: Chart) -> None:
    arcsec = 30 if chart.size_arcmin <= 5.0 else 60
    long = arcsec / (chart.size_arcmin * 60.0) * PIXELS
    x, y = _LEFT + 30, _TOP + PIXELS - 40
    pen.line((x, y, x + long, y), fill=INK, width=4)
    write(pen, (x + long / 2, y - 8), f'{arcsec}"' if arcsec < 60 else "1'", 20, INK, "ms")


def _words(pen: ImageDraw.ImageDraw, chart: Chart) -> None:
    x, y = _LEFT + PIXELS + 70, _TOP
    write(pen, (x, y), "Image", 24)
    y += 36
    for sentence in (chart.image_words, *chart.said):
        for line in wrapped(sentence, 18, _WIDTH - x - 50):
            write(pen, (x, y), line, 18, PALE)
            y += 25
        y += 8
    shown = [star for star in chart.stars if "mag" in star]
    write(pen, (x, y + 10), "Offset stars (star to target)" if shown else "No offset stars", 24)
    y += 52
    for star in shown:
        write(pen, (x, y), f"{star['name']}   RP {star['mag']:.2f}", 20, _BLUE)
        write(pen, (x, y + 26), sexagesimal(star["ra"], star["dec"], ":"), 18)
        write(pen, (x, y + 50), f"{star['dras']}   {star['ddecs']}   PA {star['pa']:.1f}", 18)
        y += 92
    for number, line in enumerate(line["str"] for line in chart.stars):
        write(pen, (_LEFT, _TOP + PIXELS + 50 + 22 * number), line[:150], 16)
