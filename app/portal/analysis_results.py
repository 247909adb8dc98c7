"""What an analysis service sends back: checked when it comes, and taken out again piece by piece.

``{"inference_data": {"format", "data"}, "plots": [{"format", "data"}], "results": {"format", "data"}}``, each piece
optional, ``data`` in base64 (or, of results in the format json, as it is). Nothing of it is ever run: results that were
packed by ``joblib`` are a program, so they are handed on as the bytes that they are.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import BadInput, NotAvailableHere, NotImplementedHere, TooLarge

MOST_BYTES = 50_000_000
MOST_PLOTS = 50
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"%PDF-": "application/pdf",
}
"""What a plot can be, by its first bytes; no SVG, which can carry scripts."""
TYPES = tuple(PICTURES.values())


@dataclass(frozen=True)
class Packed:
    """A result as it is stored."""

    content: bytes
    hash: str
    num_plots: int


def pack(analysis: Mapping[str, Any], field: str = "analysis") -> Packed:
    """Check what a service sent and return it as it is stored; raise :class:`BadInput` that names the piece."""
    unknown = set(analysis) - {"inference_data", "plots", "results"}
    if unknown:
        raise BadInput(f"An analysis has inference_data, plots and results; not {sorted(unknown)[0]!r}.", field=field)
    plots = analysis.get("plots") or []
    if not isinstance(plots, list) or len(plots) > MOST_PLOTS:
        raise BadInput(f"The plots are a list of at most {MOST_PLOTS}.", field=f"{field}.plots")
    for number, plot in enumerate(plots):
        _picture(_decoded(plot, f"{field}.plots.{number}"), f"{field}.plots.{number}")
    if analysis.get("inference_data"):
        _decoded(analysis["inference_data"], f"{field}.inference_data")
    if analysis.get("results"):
        _results(analysis["results"], f"{field}.results")
    content = json.dumps(analysis, separators=(",", ":")).encode()
    if len(content) > MOST_BYTES:
        raise TooLarge(f"A result has at most {MOST_BYTES} bytes.", field=field)
    return Packed(content, hashlib.sha256(content).hexdigest(), len(plots))


def unpack(content: bytes | None) -> dict[str, Any]:
    """Return a stored result."""
    found: dict[str, Any] = {} if content is None else json.loads(content)
    return found


def plot(content: bytes | None, number: int) -> tuple[bytes, str]:
    """Return a plot, by number from 0, and its content type; raise :class:`NotAvailableHere`."""
    plots = unpack(content).get("plots") or []
    if number >= len(plots):
        raise NotAvailableHere(f"This analysis has no plot {number}; it has {len(plots)}.", field="plot_number")
    picture = _decoded(plots[number], "plots")
    return picture, _picture(picture, "plots")


def results(content: bytes | None) -> Any:
    """Return the results as values; raise :class:`BadInput` for those in a format that is none of values."""
    found = unpack(content).get("results")
    if not found:
        raise NotAvailableHere("This analysis has no results.")
    if _is_json(found):
        return _results(found, "results")
    raise BadInput(
        f"These results were packed as {str(found.get('format'))[:30]!r}, which only their own program reads; "
        "take the file with download=true."
    )


def results_file(content: bytes | None) -> tuple[bytes, str]:
    """Return the results as (bytes, ending of the file's name)."""
    found = unpack(content).get("results")
    if found and not _is_json(found):
        return _decoded(found, "results"), "joblib"
    return json.dumps(results(content)).encode(), "json"


def corner(content: bytes | None) -> tuple[bytes, str]:
    """Refuse to draw samples: they come as netCDF, whose reader is left out."""
    if not unpack(content).get("inference_data"):
        raise NotAvailableHere("This analysis has no samples.")
    raise NotImplementedHere(
        "Skyrelay draws no corner plots: let the service send one among its plots, or take the samples with "
        "includeAnalysisData=true."
    )


def _decoded(piece: Any, field: str) -> bytes:
    data = piece.get("data") if isinstance(piece, dict) else None
    if not isinstance(data, str):
        raise BadInput("An object with format and data (base64) is expected.", field=field)
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("The data are no base64.", field=f"{field}.data") from error


def _picture(content: bytes, field: str) -> str:
    for beginning, kind in PICTURES.items():
        if content.startswith(beginning):
            return kind
    raise BadInput("A plot is a PNG, JPEG, GIF or PDF.", field=field)


def _is_json(piece: Any) -> bool:
    return isinstance(piece, dict) and piece.get("format", "json") == "json"


def _results(piece: Any, field: str) -> Any:
    if not _is_json(piece):
        return _decoded(piece, field)
    data = piece.get("data", piece if "format" not in piece else None)
    if not isinstance(data, str):
        return data
    try:
        return json.loads(_decoded(piece, field))
    except (ValueError, RecursionError) as error:
        raise BadInput("The results are no JSON.", field=f"{field}.data") from error
