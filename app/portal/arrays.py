"""PostgreSQL array literals: one parameter for a whole column of a bulk statement.

psycopg2 turns a Python list into ``ARRAY[…]``, one parse node per value; a literal such as ``'{1.5,NULL}'`` is one
node for the column and is parsed by the type's own input function. A JSON list of numbers, or of texts without a
backslash, is such a literal in other brackets, and orjson writes it 20 times faster than Python does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray
from pydantic_core import to_json


def numbers(values: Iterable[float | int | None] | NDArray[Any]) -> str:
    """Return the literal of a numeric array; floats, also numpy's, keep every bit, and NaN is NULL."""
    column = np.ascontiguousarray(values) if isinstance(values, np.ndarray) else list(values)
    return _bracketed(orjson.dumps(column, option=orjson.OPT_SERIALIZE_NUMPY).decode())


def texts(values: Iterable[str | None]) -> str:
    """Return the literal of a text array."""
    column = list(values)
    written = orjson.dumps(column).decode()
    # A backslash escapes by other rules there.
    return _bracketed(written if "\\" not in written else f"[{','.join(map(_quoted, column))}]")


def documents(values: Iterable[Any]) -> str:
    """Return the literal of an array of JSON documents, to be cast to ``jsonb[]``; None is NULL."""
    return texts(None if v is None else to_json(v).decode() for v in values)


def lists(values: Iterable[Sequence[int]]) -> str:
    """Return the literal of a text array of integer-array literals, since SQL arrays are not ragged."""
    return texts(map(integers, values))


def integers(values: Sequence[int]) -> str:
    """Return the literal of an integer array."""
    return "{" + ",".join(map(str, values)) + "}"


def _bracketed(written: str) -> str:
    return "{" + written[1:-1] + "}"


def _quoted(value: str | None) -> str:
    return "NULL" if value is None else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
