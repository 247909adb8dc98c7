"""Bodies that nothing could store or answer, and the fields that are named."""

from __future__ import annotations

import json

import pytest

from app.api.bodies import DEEPEST, load
from app.errors import BadInput


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (rb'{"name": "a\u0000"}', "name"),
        (rb'{"a": [{"b": "x"}, {"b": "\u0000"}]}', "a.1.b"),
        (rb'{"altdata": {"\u0000": 1}}', "altdata"),
        (rb'{"\u0000": 1}', None),
        (rb'["x", "\u0000"]', "1"),
        (rb'{"name": "\ud800"}', "name"),
        (rb'{"a": {"\udfff": 1}}', "a"),
        (b'{"a": {"b": [1, NaN]}}', "a.b.1"),
        (b'{"a": -Infinity}', "a"),
        (b'{"a": 1e999}', "a"),
        (nested(DEEPEST + 1), None),
        (nested(100_000), None),
        (b"{", None),
        (b"\xff", None),
    ],
)
def test_what_cannot_be_stored_is_refused_by_its_field(body: bytes, field: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        load(body)
    assert caught.value.field == field


@pytest.mark.parametrize("said", [{}, [], {"a": "\\u0000"}, {"a": [1, 2.5, None, True, "ü🦄"]}, 10**18])
def test_the_rest_is_as_it_was(said: object) -> None:
    assert load(json.dumps(said).encode()) == said


def test_as_deep_as_is_allowed() -> None:
    load(nested(DEEPEST))
    load(b'{"a": [' + b",".join([nested(DEEPEST - 2)] * 3) + b"]}")


def test_numbers_by_row_are_the_services_own_business() -> None:
    assert str(load(b'{"mag": [1, NaN], "zp": Infinity}', by_row=True)) == "{'mag': [1, nan], 'zp': inf}"
    with pytest.raises(BadInput) as caught:
        load(b'{"altdata": [{"a": NaN}]}', by_row=True)
    assert caught.value.field == "altdata.0.a"
