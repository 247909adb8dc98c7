"""PostgreSQL array literals: one parameter for a whole column of a bulk statement.

psycopg2 turns a Python list into ``ARRAY[…]``, one parse node per value; a literal such as ``'{1.5,NULL}'`` is one
node for the column and is parsed by the type's own input function.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import to_json


def numbers(values: Iterable[float | int | None]) -> str:
    """Return the literal of a numeric array; floats, also numpy's, keep every bit."""
    return "{" + ",".join("NULL" if v is None else str(v) for v in values) + "}"


def texts(values: Iterable[str | None]) -> str:
    """Return the literal of a text array."""
    return "{" + ",".join("NULL" if v is None else _quoted(v) for v in values) + "}"


def documents(values: Iterable[Any]) -> str:
    """Return the literal of an array of JSON documents, to be cast to ``jsonb[]``; None is NULL."""
    return texts(None if v is None else to_json(v).decode() for v in values)


def lists(values: Iterable[Sequence[int]]) -> str:
    """Return the literal of a text array of integer-array literals, since SQL arrays are not ragged."""
    return texts("{" + ",".join(map(str, v)) + "}" for v in values)


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
