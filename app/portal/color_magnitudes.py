"""Colour and absolute magnitude of a source, from what a catalogue's cross-match annotated."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Keys:
    """Which annotations are read, by part of their origin, and under which keys; case and underscores are ignored.

    Magnitudes in mag, the parallax in mas. A key for the value itself overrides those that it is computed from.
    """

    catalog: str = "GAIA"
    apparent: str = "Mag_G"
    parallax: str = "Plx"
    absorption: str = "A_G"
    absolute: str | None = None
    blue: str = "Mag_Bp"
    red: str = "Mag_Rp"
    color: str | None = None


def color_magnitudes(annotations: Iterable[Mapping[str, Any]], keys: Keys) -> list[dict[str, Any]]:
    """Return origin, colour and absolute magnitude of each annotation that has both."""
    found = []
    for annotation in annotations:
        if _plain(keys.catalog) not in _plain(annotation["origin"]):
            continue
        data = {_plain(key): value for key, value in annotation["data"].items()}
        magnitude, color = _absolute(data, keys), _color(data, keys)
        if magnitude is not None and color is not None:
            found.append({"origin": annotation["origin"], "color": color, "abs_mag": magnitude})
    return found


def _plain(name: str) -> str:
    return name.lower().replace("_", "")


def _number(data: Mapping[str, Any], key: str | None) -> float | None:
    value = None if key is None else data.get(_plain(key))
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _absolute(data: Mapping[str, Any], keys: Keys) -> float | None:
    """M = m + 5 log10(p / 100 mas) + A, the distance modulus by the parallax p."""
    if keys.absolute is not None:
        return _number(data, keys.absolute)
    apparent, parallax = _number(data, keys.apparent), _number(data, keys.parallax)
    if apparent is None or parallax is None or parallax <= 0:
        return None
    return apparent + 5 * math.log10(parallax / 100) + (_number(data, keys.absorption) or 0.0)


def _color(data: Mapping[str, Any], keys: Keys) -> float | None:
    if keys.color is not None:
        return _number(data, keys.color)
    blue, red = _number(data, keys.blue), _number(data, keys.red)
    return None if blue is None or red is None else blue - red
