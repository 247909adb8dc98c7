"""The observatory's memory: an SQLite file in its own folder. What was acknowledged is on disk
(synchronous=FULL).
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from followup.facilities.simulated.payloads import RequestGroup
from followup.facilities.simulated.states import (
    BLOCK_MOVES,
    REQUEST_MOVES,
    BlockState,
    InvalidStateChange,
    RequestState,
    group_state,
)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS groups (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, proposal TEXT NOT NULL, state TEXT NOT NULL,
  created_s REAL NOT NULL, modified_s REAL NOT NULL, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS groups_name ON groups (name);
CREATE TABLE IF NOT EXISTS requests (
  id INTEGER PRIMARY KEY, group_id INTEGER NOT NULL REFERENCES groups (id), state TEXT NOT NULL, priority REAL
  NOT NULL, duration_s REAL NOT NULL, failures INTEGER NOT NULL DEFAULT 0, created_s REAL NOT NULL, modified_s
  REAL NOT NULL, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS requests_state ON requests (state);
CREATE INDEX IF NOT EXISTS requests_group ON requests (group_id);
CREATE TABLE IF NOT EXISTS blocks (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL REFERENCES requests (id), state TEXT NOT NULL,
  start_s REAL NOT NULL, end_s REAL NOT NULL, reason TEXT NOT NULL DEFAULT '', modified_s REAL NOT NULL);
CREATE INDEX IF NOT EXISTS blocks_request ON blocks (request_id);
CREATE INDEX IF NOT EXISTS blocks_state ON blocks (state);
CREATE TABLE IF NOT EXISTS frames (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL REFERENCES requests (id),
  filename TEXT NOT NULL UNIQUE, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS frames_request ON frames (request_id);
"""


@dataclass(frozen=True)
class GroupRow:
    """A request group as stored."""

    id: int
    name: str
    proposal: str
    state: RequestState
    created_s: float
    modified_s: float
    document: dict[str, Any]


@dataclass(frozen=True)
class RequestRow:
    """A request as stored; ``duration_s`` is telescope time at real speed."""

    id: int
    group_id: int
    state: RequestState
    priority: float
    duration_s: float
    failures: int
    created_s: float
    modified_s: float
    document: dict[str, Any]


@dataclass(frozen=True)
class BlockRow:
    """An observation block as stored (real times, seconds since 1970)."""

    id: int
    request_id: int
    state: BlockState
    start_s: float
    end_s: float
    reason: str
    modified_s: float


@dataclass(frozen=True)
class GroupSearch:
    """Which groups are listed: the portal's filters, all optional. ``name`` matches any part, ignoring case."""

    name: str | None = None
    request_id: int | None = None
    created_after_s: float | None = None
    proposal: str | None = None
    state: str | None = None
    limit: int = 100
    offset: int = 0


def iso(unix_s: float) -> str:
    """Write a time as the portal does: ISO 8601, UTC, with Z."""
    return datetime.fromtimestamp(unix_s, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Store:
    """All reads and writes of one observatory's state; one process, one thread."""

    def __init__(self, path: Path, first_id: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None, timeout=5.0)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("PRAGMA foreign_keys=ON")
        self._db.executescript(_SCHEMA)
        self._first_id = first_id

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            # Also where a thread is told to end: an open transaction would hold the lock of the whole store.
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _next_id(self, table: str) -> int:
        row = self._db.execute(f"SELECT max(id) FROM {table}").fetchone()  # noqa: S608
        return max(self._first_id, (row[0] or 0) + 1)

    def add_group(self, group: RequestGroup, document: dict[str, Any]) -> GroupRow:
        """Store a posted group with its requests; it is on disk when this returns."""
        now_s = time.time()
        with self._transaction():
            group_id = self._next_id("groups")
            self._db.execute(
                "INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?)",
                (group_id, group.name, group.proposal, RequestState.PENDING, now_s, now_s, json.dumps(document)),
            )
            boost = 10.0 if group.observation_type == "RAPID_RESPONSE" else 0.0
            for request, posted in zip(group.requests, document["requests"], strict=True):
                self._db.execute(
                    "INSERT INTO requests VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)",
                    (
                        self._next_id("requests"),
                        group_id,
                        RequestState.PENDING,
                        boost + group.ipp_value,
                        request.duration_s,
                        now_s,
                        now_s,
                        json.dumps(posted),
                    ),
                )
        found = self.group(group_id)
        assert found is not None
        return found

    def group(self, group_id: int) -> GroupRow | None:
        """Return one group, or None."""
        row = self._db.execute("SELECT * FROM groups WHERE id = ?", (group_id,)).fetchone()
        return None if row is None else _group(row)

    def search(self, wanted: GroupSearch) -> tuple[int, list[GroupRow]]:
        """Return how many groups match, and one page of them, newest first."""
        clauses, values = _where(wanted)
        total = self._db.execute(f"SELECT count(*) FROM groups WHERE {clauses}", values).fetchone()[0]  # noqa: S608
        rows = self._db.execute(
            f"SELECT * FROM groups WHERE {clauses} ORDER BY id DESC LIMIT ? OFFSET ?",  # noqa: S608
            (*values, wanted.limit, wanted.offset),
        )
        return int(total), [_group(row) for row in rows]

    def requests_of(self, group_id: int) -> list[RequestRow]:
        """Return a group's requests in order."""
        rows = self._db.execute("SELECT * FROM requests WHERE group_id = ? ORDER BY id", (group_id,))
        return [_request(row) for row in rows]

    def request(self, request_id: int) -> RequestRow | None:
        """Return one request, or None."""
        row = self._db.execute("SELECT * FROM requests WHERE id = ?", (request_id,)).fetchone()
        return None if row is None else _request(row)

    def pending_requests(self) -> list[RequestRow]:
        """Return what is waiting, in the order in which the telescope considers it: priority, then age."""
        rows = self._db.execute(
            "SELECT * FROM requests WHERE state = ? ORDER BY priority DESC, id", (RequestState.PENDING,)
        )
        return [_request(row) for row in rows]

    def blocks_of(self, request_id: int) -> list[BlockRow]:
        """Return a request's blocks in order."""
        rows = self._db.execute("SELECT * FROM blocks WHERE request_id = ? ORDER BY id", (request_id,))
        return [_block(row) for row in rows]

    def current_block(self) -> BlockRow | None:
        """Return the block that the telescope is on, or None."""
        row = self._db.execute(
            "SELECT * FROM blocks WHERE state IN (?, ?) ORDER BY id LIMIT 1",
            (BlockState.PENDING, BlockState.IN_PROGRESS),
        ).fetchone()
        return None if row is None else _block(row)

    def add_block(self, request_id: int, start_s: float, end_s: float) -> None:
        """Schedule a block."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, '', ?)",
                (self._next_id("blocks"), request_id, BlockState.PENDING, start_s, end_s, time.time()),
            )

    def move_block(self, block: BlockRow, state: BlockState, reason: str = "") -> None:
        """Move a block; raise :class:`InvalidStateChange` where that is not allowed."""
        with self._transaction():
            self._move_block(block, state, reason)

    def complete(self, block: BlockRow, frames: Sequence[dict[str, Any]]) -> None:
        """Record that a block and its request are done, together with the frames it made."""
        with self._transaction():
            self._move_block(block, BlockState.COMPLETED, "")
            for frame in frames:
                frame_id = self._next_id("frames")
                self._db.execute(
                    "INSERT INTO frames VALUES (?, ?, ?, ?)",
                    (frame_id, block.request_id, frame["filename"], json.dumps(frame)),
                )
            self._move_request(block.request_id, RequestState.COMPLETED)

    def abort(self, block: BlockRow, reason: str, failure_limit: int) -> None:
        """Record that a block was broken off; the request waits again, or is given up at the limit."""
        with self._transaction():
            self._move_block(block, BlockState.ABORTED, reason)
            self._db.execute("UPDATE requests SET failures = failures + 1 WHERE id = ?", (block.request_id,))
            request = self.request(block.request_id)
            if request and request.failures >= failure_limit and request.state == RequestState.PENDING:
                self._move_request(request.id, RequestState.FAILURE_LIMIT_REACHED)

    def expire(self, request_id: int) -> None:
        """Record that a request's windows have passed."""
        with self._transaction():
            self._move_request(request_id, RequestState.WINDOW_EXPIRED)

    def cancel_group(self, group_id: int) -> None:
        """Cancel what is still pending in a group; raise :class:`InvalidStateChange` where nothing is."""
        with self._transaction():
            group = self.group(group_id)
            if group is None or group.state != RequestState.PENDING:
                state = group.state if group else "nothing"
                raise InvalidStateChange(f"Cannot change from {state} to {RequestState.CANCELED}")
            for request in self.requests_of(group_id):
                if request.state == RequestState.PENDING:
                    self._move_request(request.id, RequestState.CANCELED)

    def frames(self, request_id: int | None, limit: int, offset: int) -> tuple[int, list[dict[str, Any]]]:
        """Return how many frames a request has (all requests: None), and one page of them, newest first."""
        clause, values = ("request_id = ?", (request_id,)) if request_id is not None else ("1 = 1", ())
        total = self._db.execute(f"SELECT count(*) FROM frames WHERE {clause}", values).fetchone()[0]  # noqa: S608
        rows = self._db.execute(
            f"SELECT * FROM frames WHERE {clause} ORDER BY id DESC LIMIT ? OFFSET ?",  # noqa: S608
            (*values, limit, offset),
        )
        return int(total), [{"id": row["id"]} | json.loads(row["document"]) for row in rows]

    def frame(self, frame_id: int) -> dict[str, Any] | None:
        """Return one frame's record, or None."""
        row = self._db.execute("SELECT * FROM frames WHERE id = ?", (frame_id,)).fetchone()
        return None if row is None else {"id": row["id"]} | json.loads(row["document"])

    def _move_block(self, block: BlockRow, state: BlockState, reason: str) -> None:
        if state not in BLOCK_MOVES.get(block.state, frozenset()):
            raise InvalidStateChange(f"Cannot change from {block.state} to {state}")
        self._db.execute(
            "UPDATE blocks SET state = ?, reason = ?, modified_s = ? WHERE id = ?",
            (state, reason, time.time(), block.id),
        )

    def _move_request(self, request_id: int, state: RequestState) -> None:
        request = self.request(request_id)
        if request is None or state not in REQUEST_MOVES.get(request.state, frozenset()):
            raise InvalidStateChange(f"Cannot change from {request.state if request else 'nothing'} to {state}")
        now_s = time.time()
        self._db.execute("UPDATE requests SET state = ?, modified_s = ? WHERE id = ?", (state, now_s, request_id))
        overall = group_state([other.state for other in self.requests_of(request.group_id)])
        self._db.execute("UPDATE groups SET state = ?, modified_s = ? WHERE id = ?", (overall, now_s, request.group_id))


def _where(wanted: GroupSearch) -> tuple[str, tuple[object, ...]]:
    tests: list[tuple[str, object]] = [("1 = ?", 1)]
    if wanted.name is not None:
        tests.append(("instr(lower(name), lower(?)) > 0", wanted.name))
    if wanted.request_id is not None:
        tests.append(("id IN (SELECT group_id FROM requests WHERE id = ?)", wanted.request_id))
    if wanted.created_after_s is not None:
        tests.append(("created_s >= ?", wanted.created_after_s))
    if wanted.proposal is not None:
        tests.append(("proposal = ?", wanted.proposal))
    if wanted.state is not None:
        tests.append(("state = ?", wanted.state))
    return " AND ".join(test for test, _ in tests), tuple(value for _, value in tests)


def _group(row: sqlite3.Row) -> GroupRow:
    values = dict(row) | {"state": RequestState(row["state"]), "document": json.loads(row["document"])}
    return GroupRow(**values)


def _request(row: sqlite3.Row) -> RequestRow:
    values = dict(row) | {"state": RequestState(row["state"]), "document": json.loads(row["document"])}
    return RequestRow(**values)


def _block(row: sqlite3.Row) -> BlockRow:
    return BlockRow(**(dict(row) | {"state": BlockState(row["state"])}))
