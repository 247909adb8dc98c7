"""SkyPortal's envelope: ``{status, message, data, version}``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import orjson
from pydantic import BaseModel
from pydantic_core import to_json

from app.errors import SkyrelayError

try:
    VERSION = version("skyrelay")
except PackageNotFoundError:
    VERSION = "0.1.0"


def success(data: Any, message: str = "", beside: Mapping[str, Any] | None = None) -> bytes:
    """Wrap ``data``, with more keys ``beside`` it; numbers that JSON cannot say become null."""
    said = {**(beside or {}), "status": "success", "message": message, "data": data, "version": VERSION}
    try:
        return orjson.dumps(said, default=_plain, option=_OPTIONS)
    except TypeError:
        # What orjson has no words for: numbers beyond 64 bits, times of a zone without a name, sets.
        return to_json(said, inf_nan_mode="null", by_alias=True)


_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    raise TypeError


def failure(error: SkyrelayError) -> bytes:
    """Wrap an error: its sentence, its code and the field at fault."""
    return to_json({"status": "error", "message": error.message, "data": error.as_data(), "version": VERSION})
