"""Filters at work: many of them over one micro-batch, in a DuckDB that can reach nothing but the batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ingest.filters.guard import FilterRefused, ParsedFilter, guard
from ingest.filters.vocabulary import alert_table
from ingest.surveys.alert import Alert

MEMORY_LIMIT = "256MB"
_TABLE = "batch"


@dataclass(frozen=True)
class FilterOutcome:
    """Who passed: ``passed[alert, filter]``. A filter in ``failures`` (by index, with the reason) passed nobody."""

    passed: NDArray[np.bool_]
    failures: dict[int, str] = field(default_factory=dict)


def parse_filter(expression: str) -> ParsedFilter:
    """Check a filter's words and its types; raises :class:`FilterRefused` with a sentence and a position."""
    parsed = guard(expression)
    with FilterRunner() as runner:
        kind = runner.type_of(parsed)
    if kind != "BOOLEAN":
        raise FilterRefused(f"A filter must be true or false; this one gives {kind.lower()}")
    return parsed


@lru_cache(maxsize=1)
def _empty() -> pa.Table:
    return alert_table([])


class FilterRunner:
    """One DuckDB connection, locked down before it sees a filter; use from one thread, and close."""

    def __init__(self) -> None:
        self._connection = duckdb.connect(
            ":memory:",
            config={
                "threads": 1,
                "memory_limit": MEMORY_LIMIT,
                "enable_external_access": False,
                "autoload_known_extensions": False,
                "autoinstall_known_extensions": False,
                "lock_configuration": True,
            },
        )

    def __enter__(self) -> FilterRunner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def type_of(self, one: ParsedFilter) -> str:
        """Return the type of what the filter answers; raises :class:`FilterRefused` where the types do not fit."""
        try:
            result = self._query([one], _empty())
        except duckdb.Error as error:
            raise FilterRefused(f"The filter's types do not fit: {_first_line(error)}") from error
        return str(result.description[0][1])

    def run(self, alerts: Sequence[Alert], filters: Sequence[ParsedFilter]) -> FilterOutcome:
        """Run every filter over every alert; null counts as “no”, and a failing filter fails alone."""
        passed = np.zeros((len(alerts), len(filters)), dtype=np.bool_)
        if not alerts or not filters:
            return FilterOutcome(passed)
        table = alert_table(alerts, sorted({name for one in filters for name in one.columns}))
        try:
            return FilterOutcome(self._values(filters, table))
        except duckdb.Error:
            return self._one_by_one(filters, table, passed)

    def _one_by_one(self, filters: Sequence[ParsedFilter], table: pa.Table, passed: NDArray[np.bool_]) -> FilterOutcome:
        failures: dict[int, str] = {}
        for index, one in enumerate(filters):
            try:
                passed[:, index] = self._values([one], table)[:, 0]
            except duckdb.Error as error:
                failures[index] = _first_line(error)
        return FilterOutcome(passed, failures)

    def _values(self, filters: Sequence[ParsedFilter], table: pa.Table) -> NDArray[np.bool_]:
        rows = self._query(filters, table).fetchall()
        return np.array([[value is True for value in row] for row in rows], dtype=np.bool_)

    def _query(self, filters: Sequence[ParsedFilter], table: pa.Table) -> duckdb.DuckDBPyConnection:
        """Each expression was written by the guard from a checked tree, so it can stand in the statement."""
        self._connection.register(_TABLE, table)
        picked = ", ".join(f"({one.sql}) AS f{index}" for index, one in enumerate(filters))
        return self._connection.execute(f"SELECT {picked} FROM {_TABLE}")  # noqa: S608


def _first_line(error: duckdb.Error) -> str:
    return str(error).strip().splitlines()[0][:300]
