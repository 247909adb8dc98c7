"""SkyPortal's envelope: ``{status, message, data, version}``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pydantic_core import to_json

from app.errors import SkyrelayError

try:
    VERSION = version("skyrelay")
except PackageNotFoundError:
    VERSION = "0.1.0"


def success(data: Any, message: str = "", beside: Mapping[str, Any] | None = None) -> bytes:
    """Wrap ``data``, with more keys ``beside`` it; numbers that JSON cannot say become null."""
    return to_json(
        {**(beside or {}), "status": "success", "message": message, "data": data, "version": VERSION},
        inf_nan_mode="null",
        by_alias=True,
    )


def failure(error: SkyrelayError) -> bytes:
    """Wrap an error: its sentence, its code and the field at fault."""
    return to_json({"status": "error", "message": error.message, "data": error.as_data(), "version": VERSION})
