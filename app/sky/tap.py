"""TAP: a question in ADQL, an answer as VOTable (IVOA TAP 1.1, section 2.1; synchronous queries)."""

from __future__ import annotations

import io
import math
import warnings
from typing import Any

from app.errands.kinds import GiveUp, TryAgain
from app.errands.outside import Message, Reply

MOST_ROWS = 500
BUSY = (429, 500, 502, 503, 504)


def question(address: str, adql: str) -> Message:
    """Return the message that asks a TAP service."""
    form = {"REQUEST": "doQuery", "LANG": "ADQL", "FORMAT": "votable", "MAXREC": str(MOST_ROWS), "QUERY": adql}
    return Message("POST", address.rstrip("/") + "/sync", form=form)


def need_ok(reply: Reply, who: str) -> None:
    """Raise :class:`TryAgain` where a service is busy or broken, :class:`GiveUp` where it refuses."""
    if reply.status in BUSY:
        raise TryAgain(f"{who} is busy (HTTP {reply.status}).", reply.retry_after_s)
    if not reply.ok:
        raise GiveUp(f"{who} refused (HTTP {reply.status}): {reply.text(200)}")


def rows(reply: Reply, who: str) -> list[dict[str, Any]]:
    """Return the rows of the answer by their columns' names, masked values and NaN as None.

    Raises :class:`TryAgain` and :class:`GiveUp` with what the service said.
    """
    from astropy.io.votable import parse
    from astropy.io.votable.exceptions import E19, VOTableSpecError

    need_ok(reply, who)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = parse(io.BytesIO(reply.content), verify="ignore")
            _need_success(document, who)
            table = next(iter(document.iter_tables()), None)
            if table is None:
                return []
            found = table.to_table(use_names_over_ids=True)
    except (E19, VOTableSpecError, ValueError, KeyError, IndexError, TypeError, OSError) as error:
        raise GiveUp(f"{who} did not answer with a VOTable.") from error
    return [{name.lower(): _plain(row[name]) for name in found.colnames} for row in found]


def _need_success(document: Any, who: str) -> None:
    for resource in document.resources:
        for info in resource.infos:
            if info.name == "QUERY_STATUS" and info.value == "ERROR":
                raise GiveUp(f"{who} could not answer: {str(info.content or '')[:200]}")


def _plain(value: Any) -> Any:
    """Return a cell as JSON has it."""
    if getattr(value, "mask", False) is not False and bool(value.mask):
        return None
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, bytes):
        plain = plain.decode("utf-8", "replace")
    if isinstance(plain, float) and not math.isfinite(plain):
        return None
    return plain if isinstance(plain, (str, int, float, bool)) or plain is None else str(plain)


def within(ra: float, dec: float, radius_deg: float, columns: tuple[str, str] = ("ra", "dec")) -> str:
    """Return the ADQL condition that a row lies in a cone (degrees)."""
    here, there = f"POINT('ICRS', {columns[0]}, {columns[1]})", f"CIRCLE('ICRS', {ra!r}, {dec!r}, {radius_deg!r})"
    return f"1 = CONTAINS({here}, {there})"


def quoted(name: str) -> str:
    """Return a table's name as a delimited identifier of ADQL."""
    return '"' + name.replace('"', '""') + '"'
