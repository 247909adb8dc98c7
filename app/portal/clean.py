"""Texts and documents that the database can keep: no NUL characters, no numbers that are none."""

from __future__ import annotations

import json
from typing import Any

from app.errors import BadInput

MAX_DOCUMENT = 1_000_000
"""Characters of one document as JSON; larger things are files."""


def need_text(value: str | None, field: str, longest: int = 10_000) -> None:
    """Raise :class:`BadInput` for a text with a NUL character, or one that is too long."""
    if value is None:
        return
    if "\0" in value:
        raise BadInput("A text must not contain NUL characters.", field=field)
    if len(value) > longest:
        raise BadInput(f"This text is longer than {longest} characters.", field=field)


def need_document(value: Any, field: str) -> None:
    """Raise :class:`BadInput` for a document with NaN, infinite numbers or NUL characters, or one too large."""
    try:
        written = json.dumps(value, allow_nan=False)
    except (ValueError, RecursionError) as error:
        raise BadInput("NaN and infinite numbers have no place in this document.", field=field) from error
    if "\\u0000" in written:
        raise BadInput("A text must not contain NUL characters.", field=field)
    if len(written) > MAX_DOCUMENT:
        raise BadInput(f"This document is longer than {MAX_DOCUMENT} characters.", field=field)
