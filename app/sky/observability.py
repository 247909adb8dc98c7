"""The observability sheet: for every telescope, when a target can be observed within the next 24 hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from PIL import ImageDraw

from app.sky.canvas import INK, LINE, PALE, file_of, page, write
from app.sky.tracks import Floats, Place, Tracks, airmass, tracks
from app.times import time_of

STEP_MIN = 10
ROWS = 12
"""Telescopes on one page."""
_WIDTH, _HEIGHT = 1240, 1754
_LEFT, _RIGHT, _TOP, _ROW = 320, 1200, 190, 122
_NIGHT, _DUSK, _UP = (226, 230, 240), (241, 243, 248), (164, 214, 178)
_TARGET, _MOON = (16, 92, 160), (196, 160, 60)


def sheet(
    target: tuple[str, float, float], places: Sequence[Place], start_mjd: float, max_airmass: float, sun_below: float
) -> bytes:
    """Return the PDF for a target (name, ra, dec in degrees) from ``start_mjd`` (UTC) on, one strip a telescope.

    Green is when the airmass is at most ``max_airmass`` while the Sun is below ``sun_below`` degrees. Without a
    telescope, one page says so.
    """
    name, ra, dec = target
    mjd = start_mjd + np.arange(0, 24 * 60 + 1, STEP_MIN) / 1440.0
    found = tracks(ra, dec, places, mjd) if places else None
    pages = []
    for first in range(0, max(1, len(places)), ROWS):
        image, pen = page(_WIDTH, _HEIGHT)
        write(pen, (60, 50), f"Observability of {name}", 34)
        write(
            pen, (60, 98), f"RA {ra:.5f}  Dec {dec:+.5f} (ICRS, degrees)   from {time_of(start_mjd):%Y-%m-%d %H:%M} UTC"
        )
        write(pen, (60, 128), f"green: airmass {max_airmass:g} or less, Sun below {sun_below:g} degrees", 20, PALE)
        if found is None:
            write(pen, (60, 200), "No telescope with a fixed place is known here.", 24)
        else:
            for row, index in enumerate(range(first, min(first + ROWS, len(places)))):
                _strip(pen, _TOP + row * _ROW, places[index], _of(found, index), (max_airmass, sun_below))
        pages.append(image)
    return file_of(pages, "pdf")


def _of(found: Tracks, index: int) -> Tracks:
    return Tracks(found.mjd, found.target[[index]], found.sun[[index]], found.moon[[index]])


def _strip(pen: ImageDraw.ImageDraw, top: float, place: Place, found: Tracks, limits: tuple[float, float]) -> None:
    bottom = top + _ROW - 34
    x = np.interp(found.mjd, (found.mjd[0], found.mjd[-1]), (_LEFT, _RIGHT))
    up = found.up(*limits)[0]
    for colour, when in ((_DUSK, found.sun[0] < 0.0), (_NIGHT, found.sun[0] < limits[1]), (_UP, up)):
        for index in np.flatnonzero(when[:-1] & when[1:]):
            pen.rectangle((float(x[index]), top, float(x[index + 1]), bottom), fill=colour)
    pen.rectangle((_LEFT, top, _RIGHT, bottom), outline=LINE)
    _curve(pen, x, found.moon[0], (top, bottom), _MOON)
    _curve(pen, x, found.target[0], (top, bottom), _TARGET)
    write(pen, (60, top), place.name[:24], 22)
    hours = float(np.count_nonzero(up)) * STEP_MIN / 60.0
    best = float(np.min(airmass(found.target[0][up]))) if up.any() else None
    said = "not observable" if best is None else f"{hours:.1f} h, airmass from {best:.2f}"
    write(pen, (60, top + 30), said, 18, PALE)
    start = time_of(float(found.mjd[0]))
    for hour in range(0, 25, 4):
        at = _LEFT + (_RIGHT - _LEFT) * hour / 24
        pen.line((at, bottom, at, bottom + 6), fill=INK)
        write(pen, (at, bottom + 8), f"{start + timedelta(hours=hour):%H:%M}", 15, PALE, "ma")


def _curve(
    pen: ImageDraw.ImageDraw, x: Floats, altitude: Floats, between: tuple[float, float], colour: tuple[int, int, int]
) -> None:
    top, bottom = between
    y = bottom - np.clip(altitude, 0.0, 90.0) / 90.0 * (bottom - top)
    for index in np.flatnonzero((altitude[:-1] > 0.0) & (altitude[1:] > 0.0)):
        pen.line((float(x[index]), float(y[index]), float(x[index + 1]), float(y[index + 1])), fill=colour, width=3)
