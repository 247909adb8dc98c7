"""Photometry into the table: one statement for many points, the same for the API, the ingest and the follow-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, Literal

import numpy as np
import orjson
from numpy.typing import NDArray
from pydantic_core import to_json
from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal import arrays

BATCH = 25_000
"""Points per statement: bounds the memory that a statement's text takes here and in the server (about 5 MB)."""
Column = Sequence[Any] | NDArray[Any]
Columns = Mapping[str, Column]
"""One value a row for each column that is not null throughout; NaN in a numpy array is null."""


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


_NAMES = tuple(field.name for field in fields(PointRow))
_KINDS = {
    **dict.fromkeys(("obj_id", "filter", "upload_id", "origin", "time_scale"), "text"),
    **dict.fromkeys(("instrument_id", "holder_id", "owner_id", "followup_request_id", "policy_version_id"), "int"),
    **dict.fromkeys(("audience_id", "alert_id"), "bigint"),
    "altdata": "jsonb",
    "stream_ids": "text",
}
"""The type by which a column is sent, where it is not ``float8``; ``stream_ids`` since SQL arrays are not ragged."""


def _kind(name: str) -> str:
    return _KINDS.get(name, "float8")


KEY = ("obj_id", "mjd", "holder_id", "instrument_id", "filter", "origin", "fluxerr", "flux")
"""What makes a measurement the same as another one, in the order of its index."""


def insert_points(
    session: Session, rows: Sequence[PointRow], on_duplicate: Literal["ignore", "report"] = "ignore"
) -> InsertOutcome:
    """Insert measurements; :func:`insert_columns` says what it does with those that are there already."""
    values = zip(*map(attrgetter(*_NAMES), rows), strict=True)
    return insert_columns(session, len(rows), dict(zip(_NAMES, map(list, values), strict=False)), on_duplicate)


def insert_columns(
    session: Session, n_rows: int, columns: Columns, on_duplicate: Literal["ignore", "report"] = "ignore"
) -> InsertOutcome:
    """Insert ``n_rows`` measurements column by column; those that their holder has already are left as they are.

    With ``report`` a duplicate is an error that lists every one of them by row (and the caller's transaction rolls
    back); with ``ignore`` the outcome says which they were. The objs must exist before.
    """
    if n_rows == 0:
        return InsertOutcome([], 0, [])
    if n_rows > _SPACIOUS:
        session.execute(text("SELECT set_config('work_mem', '32MB', true)"))
    # Sorted by the key: two uploads that meet take their locks in one order.
    order = in_key_order(n_rows, columns)
    ids = np.zeros(n_rows, dtype=np.int64)
    # Where a known point is an error it is rare; where it is not, as with a survey's alerts, most points may be known.
    hopeful = on_duplicate == "report" and n_rows >= _HOPEFUL
    for start in range(0, n_rows, BATCH):
        places = order[start : start + BATCH]
        taken = {key: _taken(column, places) for key, column in {id(c): c for c in columns.values()}.items()}
        ids[places] = _insert_batch(session, {name: taken[id(c)] for name, c in columns.items()}, hopeful)
    duplicates = np.flatnonzero(ids == 0).tolist()
    if duplicates and on_duplicate == "report":
        raise BadInput(
            f"{len(duplicates)} of {n_rows} points exist already (the first is row {duplicates[0]}); nothing "
            "was stored. Leave them out, or send everything by PUT.",
            field="mjd",
            rows=duplicates,
        )
    told: list[int | None] = ids.tolist()
    for row in duplicates:
        told[row] = None
    return InsertOutcome(told, n_rows - len(duplicates), duplicates)


_HOPEFUL = 500
"""Points from which it pays to try first as if none were known; fewer take longer to be said than to be looked up."""
_SPACIOUS = 4_000
"""Points from which the triggers' transition tables would not fit into PostgreSQL's default ``work_mem`` of 4 MB."""


def in_key_order(n_rows: int, columns: Columns) -> NDArray[np.int64]:
    """Return the indices that sort rows by their key, the same way in every process."""
    order: NDArray[np.int64] = np.lexsort(
        [_sortable(columns[name]) for name in reversed(KEY) if name in columns] or [np.zeros(n_rows)]
    )
    return order


def stored(session: Session, columns: Columns, places: Sequence[int]) -> list[Row[Any] | None]:
    """Return, for these rows, the stored and readable points that are the same measurements, None where there is none.

    Each has ``id``, ``owner_id``, ``audience_id`` and ``policy_version_id``.
    """
    found: list[Row[Any] | None] = [None] * len(places)
    for start in range(0, len(places), BATCH):
        chosen = np.array(places[start : start + BATCH], dtype=np.int64)
        values = {name: literal(name, _taken(columns[name], chosen)) for name in KEY}
        for row in session.execute(_STORED, values):
            found[start + row.place - 1] = row
    return found


_STORED = text(
    "SELECT t.place, p.id, p.owner_id, p.audience_id, p.policy_version_id "  # noqa: S608 - names from this module only
    f"FROM unnest({', '.join(f'CAST(:{name} AS {_kind(name)}[])' for name in KEY)}) "
    f"WITH ORDINALITY AS t({', '.join(KEY)}, place) "
    # A sub-select with OFFSET 0 is looked up by index for each row, whatever the statistics say.
    "CROSS JOIN LATERAL (SELECT s.id, s.owner_id, s.audience_id, s.policy_version_id FROM photometry s "
    f"WHERE {' AND '.join(f's.{name} = t.{name}' for name in KEY[:-1])} "
    "AND s.flux IS NOT DISTINCT FROM t.flux OFFSET 0) p"
)


def _sortable(column: Column) -> NDArray[Any]:
    if isinstance(column, np.ndarray):
        return column
    if isinstance(column[0], str):
        ranks = {value: rank for rank, value in enumerate(sorted(set(column)))}
        return np.fromiter(map(ranks.__getitem__, column), dtype=np.int64, count=len(column))
    return np.array(column, dtype=np.float64)


def _taken(column: Column, places: NDArray[np.int64]) -> Column:
    if isinstance(column, np.ndarray):
        return column[places]
    return list(map(column.__getitem__, places.tolist()))


def _insert_batch(session: Session, columns: Columns, hopeful: bool) -> NDArray[np.int64]:
    """Insert rows, and return their ids, 0 for duplicates."""
    values: dict[str, Any] = {}
    many: dict[str, str] = {}
    sent: dict[int, str] = {}
    for name, column in columns.items():
        if id(column) in sent:
            many[name] = sent[id(column)]
            continue
        same, value = common_value(column)
        if same and name != "mjd":
            values[name] = _scalar(name, value)
        else:
            many[name] = sent[id(column)] = name
            values[name] = literal(name, column)
    shape = (tuple(values), tuple(many.items()))
    if hopeful:
        said: dict[str, Any] = {"plain": _statement(*shape, "given"), "careful": _statement(*shape, "given", _IGNORED)}
        told = [value if value is None else str(value) for value in values.values()]
        given, made = session.execute(_UNLESS_KNOWN, said | {"given": told}).one()
    else:
        given, made = session.execute(text(_statement(*shape, "named", _IGNORED)), values).one()
    ids = np.array(orjson.loads(f"[{given[1:-1]}]"), dtype=np.int64)
    if made is None:
        return np.zeros_like(ids)
    stored = np.array(orjson.loads(f"[{made[1:-1]}]"), dtype=np.int64)
    return ids if len(stored) == len(ids) else np.where(np.isin(ids, stored), ids, 0)


def common_value(column: Column) -> tuple[bool, Any]:
    """Tell whether all rows have one value, and which; None where that is null."""
    if isinstance(column, np.ndarray):
        if np.isnan(column[0]):
            return bool(np.isnan(column).all()), None
        return bool((column == column[0]).all()), column[0].item()
    first = column[0]
    return (column[-1] is first or column[-1] == first) and list(column).count(first) == len(column), first


def _scalar(name: str, value: Any) -> Any:
    if value is not None and name == "altdata":
        return to_json(value).decode()
    return arrays.integers(value) if name == "stream_ids" else value


def literal(name: str, column: Column) -> str:
    """Return the array literal of a column, to be cast to an array of its kind."""
    if name == "altdata":
        return arrays.documents(column)
    if name == "stream_ids":
        return arrays.lists(column)
    return arrays.texts(column) if _kind(name) == "text" else arrays.numbers(column)


_UNLESS_KNOWN = text("SELECT * FROM access.store_unless_known(:plain, :careful, CAST(:given AS text[]))")
_IGNORED = f"ON CONFLICT ({', '.join(KEY)}) DO NOTHING"


@cache
def _statement(
    names: tuple[str, ...], many: tuple[tuple[str, str], ...], values: Literal["named", "given"], known: str = ""
) -> str:
    """Return the statement that inserts columns, and answers the ids it drew and those that were stored.

    ``names`` are the values in the order sent, ``many`` the columns that differ from row to row and the value that
    each is from. The ids are drawn first, so that what is returned tells the rows apart without sending their keys
    back.
    """
    place = {name: f":{name}" if values == "named" else f"($1)[{n}]" for n, name in enumerate(names, 1)}
    varying = dict.fromkeys(value for _, value in many)
    lists = ", ".join(f"CAST({place[name]} AS {_kind(name)}[])" for name in varying)
    said = {name: f"CAST({value} AS {_stored(name)})" for name, value in many}
    # In a sub-select a value is read once and not once a row.
    said |= {name: f"(SELECT CAST({place[name]} AS {_stored(name)}))" for name in names if name not in varying}
    # Names from this module only.
    return (
        f"WITH given AS MATERIALIZED (SELECT nextval('photometry_id_seq') AS id, t.* FROM unnest({lists}) "  # noqa: S608
        f"AS t({', '.join(varying)})), made AS (INSERT INTO photometry (id, {', '.join(said)}) "
        f"SELECT id, {', '.join(said.values())} FROM given {known} RETURNING id) "
        "SELECT (SELECT CAST(array_agg(id) AS text) FROM given), (SELECT CAST(array_agg(id) AS text) FROM made)"
    )


def _stored(name: str) -> str:
    return "bigint[]" if name == "stream_ids" else _kind(name)
