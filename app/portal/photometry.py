"""Photometry into the table: one statement for many points, the same for the API, the ingest and the follow-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal import arrays

BATCH = 20_000
"""Points per statement: bounds the memory that a statement's text takes here and in the server (about 8 MB)."""


@dataclass(frozen=True, slots=True)
class PointRow:
    """One measurement as it is stored: ``flux`` and ``fluxerr`` in µJy, ``flux`` null for a limit, ``mjd`` UTC.

    ``original_time`` is what the survey gave, in ``time_scale``.
    """

    obj_id: str
    instrument_id: int
    mjd: float
    filter: str
    flux: float | None
    fluxerr: float
    audience_id: int
    holder_id: int
    owner_id: int
    upload_id: str
    ref_flux: float | None = None
    ref_fluxerr: float | None = None
    limiting_mag: float | None = None
    ra: float | None = None
    dec: float | None = None
    ra_unc: float | None = None
    dec_unc: float | None = None
    origin: str = ""
    altdata: dict[str, Any] | None = None
    alert_id: int | None = None
    original_time: float | None = None
    time_scale: str | None = None
    stream_ids: tuple[int, ...] = ()
    followup_request_id: int | None = None
    policy_version_id: int | None = None


@dataclass(frozen=True)
class InsertOutcome:
    """What became of the rows: ``ids`` in the order of the rows, None where a row was a duplicate.

    ``duplicates`` are the indices of rows that the holder has already, or that repeat an earlier row.
    """

    ids: list[int | None]
    n_new: int
    duplicates: list[int]


_COLUMNS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "obj_id": ("text", arrays.texts),
    "instrument_id": ("int", arrays.numbers),
    "mjd": ("float8", arrays.numbers),
    "filter": ("text", arrays.texts),
    "flux": ("float8", arrays.numbers),
    "fluxerr": ("float8", arrays.numbers),
    "audience_id": ("bigint", arrays.numbers),
    "holder_id": ("int", arrays.numbers),
    "owner_id": ("int", arrays.numbers),
    "upload_id": ("text", arrays.texts),
    "ref_flux": ("float8", arrays.numbers),
    "ref_fluxerr": ("float8", arrays.numbers),
    "limiting_mag": ("float8", arrays.numbers),
    "ra": ("float8", arrays.numbers),
    "dec": ("float8", arrays.numbers),
    "ra_unc": ("float8", arrays.numbers),
    "dec_unc": ("float8", arrays.numbers),
    "origin": ("text", arrays.texts),
    "altdata": ("jsonb", arrays.documents),
    "alert_id": ("bigint", arrays.numbers),
    "original_time": ("float8", arrays.numbers),
    "time_scale": ("text", arrays.texts),
    "stream_ids": ("text", arrays.lists),
    "followup_request_id": ("int", arrays.numbers),
    "policy_version_id": ("int", arrays.numbers),
}
_KEY = ("holder_id", "obj_id", "instrument_id", "mjd", "filter", "origin", "fluxerr", "flux")
# Names from this module only. Sorted by the key: two uploads that meet take their locks in one order.
_INSERT = text(
    f"INSERT INTO photometry ({', '.join(_COLUMNS)}) "  # noqa: S608
    f"SELECT {', '.join('CAST(stream_ids AS bigint[])' if c == 'stream_ids' else c for c in _COLUMNS)} FROM unnest("
    f"{', '.join(f'CAST(:{c} AS {kind}[])' for c, (kind, _) in _COLUMNS.items())}) AS t({', '.join(_COLUMNS)}) "
    f"ORDER BY {', '.join(_KEY)} "
    f"ON CONFLICT ({', '.join(_KEY)}) DO NOTHING RETURNING id, {', '.join(_KEY)}"
)


def insert_points(
    session: Session, rows: Sequence[PointRow], on_duplicate: Literal["ignore", "report"] = "ignore"
) -> InsertOutcome:
    """Insert measurements; those that their holder has already are left as they are.

    With ``report`` a duplicate is an error that lists every one of them by row (and the caller's transaction rolls
    back); with ``ignore`` the outcome says which they were. The objs must exist before.
    """
    ids: list[int | None] = []
    for start in range(0, len(rows), BATCH):
        ids.extend(_insert_batch(session, rows[start : start + BATCH]))
    duplicates = [index for index, found in enumerate(ids) if found is None]
    if duplicates and on_duplicate == "report":
        raise BadInput(
            f"{len(duplicates)} of {len(rows)} points exist already (the first is row {duplicates[0]}); nothing "
            "was stored. Leave them out, or send everything by PUT.",
            field="mjd",
            rows=duplicates,
        )
    return InsertOutcome(ids, len(rows) - len(duplicates), duplicates)


def _insert_batch(session: Session, rows: Sequence[PointRow]) -> list[int | None]:
    columns = {name: literal([getattr(row, name) for row in rows]) for name, (_, literal) in _COLUMNS.items()}
    made = {tuple(found[1:]): found[0] for found in session.execute(_INSERT, columns).all()}
    # pop: of rows that repeat each other only the first was stored.
    return [made.pop(tuple(getattr(row, name) for name in _KEY), None) for row in rows]
