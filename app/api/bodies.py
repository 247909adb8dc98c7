"""From the bytes of a JSON body to what they say; quick where JSON is proper, clear where it is not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import orjson

from app.errors import BadInput

DEEPEST = 100
"""How many lists and objects may stand within one another: far more than anybody needs, and what answers can repeat."""
NUL = "A text may not contain the character NUL"
HALF = "A text has half of a character (an unpaired surrogate)"
NO_NUMBER = "A number is NaN, infinite or too large"


def load(body: bytes, *, by_row: bool = False) -> Any:
    """Return what a body says, ``{}`` for none.

    Raises :class:`BadInput` where it is not JSON, or says what nothing could store or answer: the field is named.
    With ``by_row`` columns of numbers are taken as they are, for a service that says itself which row is at fault.
    """
    if not body:
        return {}
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        said, proper = _leniently(body), False
    else:
        # Only an escape can say NUL; and an unpaired surrogate or an infinite number is no proper JSON.
        proper = b"\\u0000" not in body
    if body.count(b"[") + body.count(b"{") > DEEPEST:
        _need_shallow(said)
    if not proper:
        _need_storable(said, by_row)
    return said


def _leniently(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadInput("The body is not JSON.") from error


def _need_shallow(said: Any) -> None:
    level = [said]
    for _ in range(DEEPEST):
        level = [part for whole in level for part in _parts(whole) if isinstance(part, list | dict)]
        if not level:
            return
    raise BadInput(f"The body has more than {DEEPEST} lists and objects within one another.")


def _parts(whole: Any) -> Any:
    if isinstance(whole, dict):
        return whole.values()
    return whole if isinstance(whole, list) else ()


def _need_storable(said: Any, by_row: bool) -> None:
    for place, sentence in _faults(said, ()):
        if by_row and sentence == NO_NUMBER and len(place) <= 2:
            continue
        field = ".".join(str(part) for part in place)
        raise BadInput(f"{field or 'The body'}: {sentence}.", field=field or None)


def _faults(said: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is wrong, and where; a key at fault is not named, but what holds it."""
    if isinstance(said, str):
        if "\0" in said:
            yield place, NUL
        elif any("\ud800" <= character <= "\udfff" for character in said):
            yield place, HALF
    elif isinstance(said, float):
        if not math.isfinite(said):
            yield place, NO_NUMBER
    elif isinstance(said, dict):
        for key, value in said.items():
            yield from _faults(key, place)
            yield from _faults(value, (*place, key))
    elif isinstance(said, list):
        for row, value in enumerate(said):
            yield from _faults(value, (*place, row))
