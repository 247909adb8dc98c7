"""Spectra in text files: columns of numbers under a header of ``#`` lines, ``KEY = value / remark`` or ``key: value``.

The columns are read by :mod:`astropy.io.ascii`; the header becomes ``altdata``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.errors import BadInput
from app.portal.spectra_check import MAX_POINTS, Floats

MAX_BYTES = 10_000_000
"""SkyPortal's limit."""
MAX_HEADER = 2_000
_FITS = re.compile(r"^\s*([A-Za-z0-9_-]{1,64})\s*=\s*('(?:[^']|'')*'|[^/]*?)\s*(?:/.*)?$")
_PAIR = re.compile(r"^\s*([^:=]{1,64}?)\s*:\s+(.*?)\s*$")
_REPEATED = ("COMMENT", "HISTORY")


@dataclass(frozen=True)
class Columns:
    """Where things stand, counted from 0; None for no errors."""

    wave: int = 0
    flux: int = 1
    error: int | None = None


def parse(content: str, columns: Columns) -> dict[str, Any]:
    """Return the wavelengths, fluxes, errors (if any) and header of a text file.

    Raises :class:`BadInput` that says which line or column is at fault.
    """
    if len(content) > MAX_BYTES or len(content.encode()) > MAX_BYTES:
        raise BadInput(f"The file is larger than {MAX_BYTES // 1_000_000} MB.", field="ascii")
    if "\0" in content:
        raise BadInput("This is no text file: it has NUL characters.", field="ascii")
    lines = [line.strip() for line in content.splitlines()]
    header = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    rows = [line for line in lines if line and not line.startswith("#")]
    if rows and not _is_number(_split(rows[0])[0]):
        header.append(f"COLUMNS: {rows.pop(0)}")
    if not rows:
        raise BadInput("The file has no rows of numbers.", field="ascii")
    if len(rows) > MAX_POINTS:
        raise BadInput(f"A spectrum has at most {MAX_POINTS} points here.", field="ascii")
    table = _table(rows)
    found: dict[str, Any] = {
        "wavelengths": _column(table, columns.wave, "wave_column").tolist(),
        "fluxes": _column(table, columns.flux, "flux_column").tolist(),
        "altdata": _header(header) or None,
    }
    if columns.error is not None:
        found["errors"] = _column(table, columns.error, "fluxerr_column").tolist()
    return found


def _split(row: str) -> list[str]:
    return re.split(r"[\s,;]+", row.strip(" ,;")) or [""]


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True


def _table(rows: list[str]) -> list[Floats]:
    mark = next((mark for mark in (",", ";") if mark in rows[0]), r"\s")
    # astropy takes a second to load, which only who sends a file pays.
    from astropy.io import ascii as tables

    try:
        # A list is never taken for the name of a file, as a text may be.
        table = tables.read(rows, format="no_header", delimiter=mark, guess=False, comment="#")
    except (tables.InconsistentTableError, ValueError, TypeError) as error:
        width = len(_split(rows[0]))
        row = next((n for n, line in enumerate(rows) if len(_split(line)) != width), 0)
        raise BadInput(
            f"Row {row} of numbers ({rows[row][:80]!r}) has another number of columns than the first, {width}.",
            field="ascii",
            row=row,
        ) from error
    if len(table.columns) < 2:
        raise BadInput("The file has one column; a spectrum needs wavelengths and fluxes.", field="ascii")
    return [_floats(table[name], number) for number, name in enumerate(table.colnames)]


def _floats(column: Any, number: int) -> Floats:
    empty = np.flatnonzero(getattr(column, "mask", np.zeros(len(column), dtype=bool)))
    if len(empty):
        row = int(empty[0])
        raise BadInput(f"Row {row} of numbers has no value in column {number}.", field="ascii", row=row)
    try:
        return np.asarray(column, dtype=np.float64)
    except ValueError:
        # Flags and names may stand beside the numbers; only who asks for such a column is told.
        return np.full(len(column), np.nan)


def _column(table: list[Floats], number: int, field: str) -> Floats:
    if not 0 <= number < len(table):
        raise BadInput(f"There is no column {number}; the file has {len(table)}, counted from 0.", field=field)
    values = table[number]
    bad = np.flatnonzero(~np.isfinite(values))
    if len(bad):
        row = int(bad[0])
        raise BadInput(f"Row {row} of numbers has no finite number in column {number}.", field=field, row=row)
    return values


def _header(lines: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in lines[:MAX_HEADER]:
        for word in _REPEATED:
            if line.upper().startswith(word) and "=" not in line[:10]:
                found.setdefault(word, []).append(line[len(word) :].strip(" :"))
                break
        else:
            match = _FITS.match(line) or _PAIR.match(line)
            if match:
                found[match.group(1).strip()] = _value(match.group(2).strip())
    return found


def _value(text: str) -> Any:
    """Return a value of a header: FITS's quoted text and T or F, a number, or the text as it is."""
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'").rstrip()
    if text in ("T", "F"):
        return text == "T"
    if re.fullmatch(r"[+-]?\d{1,15}", text):
        return int(text)
    if _is_number(text) and math.isfinite(float(text)):
        return float(text)
    return text
