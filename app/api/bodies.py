"""From the bytes of a JSON body to what they say; quick where JSON is proper, clear where it is not."""

from __future__ import annotations

import json
from typing import Any

import orjson

from app.errors import BadInput


def load(body: bytes) -> Any:
    """Return what a body says, ``{}`` for none; raise :class:`BadInput` where it is not JSON.

    NaN, infinite and very large numbers are read as Python's ``json`` reads them, so that the field that carries one
    can be named.
    """
    if not body:
        return {}
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return _leniently(body)


def _leniently(body: bytes) -> Any:
    try:
        said = json.loads(body)
        # Half of a surrogate pair is no character: nothing could store or answer it.
        json.dumps(said, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise BadInput("A text in the body has half of a character (an unpaired surrogate).") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("The body is not JSON.") from error
    return said
