"""A portal with groups, filters and an ingest run over real packets, for the pipeline's tests."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from app.portal.surveys import SURVEYS, ensure_survey
from app.tables import Filter, GroupStream, StreamUser
from ingest.pipeline.account import Account
from ingest.pipeline.run import Options, Pipeline
from ingest.sinks.database import DatabaseSink
from ingest.streams.files import open_path
from ingest.streams.protocol import Stream
from tests.support.world import World

LIKELY_REAL = "coalesce(drb, rb, reliability, 0) > 0.5 AND NOT is_solar_system"
BRIGHT = "mag < 18.5"
# What differs between two installations that hold the same: numbers of rows, times of the clock, who ran when.
VOLATILE = (
    "id", "run_id", "created_at", "modified", "seen_at", "quarantined_at", "passed_at", "at", "latest_at", "since",
    "audience_id", "changed_at", "replayed_at",
)  # fmt: skip
TABLES = (
    "objs", "candidates", "photometry", "annotations", "thumbnails", "obj_audience", "seen_alerts",
    "quarantined_packets", "stream_offsets", "audiences", "audience_grants", "outbox", "streams", "instruments",
    "telescopes", "sources", "history",
)  # fmt: skip


def cast(world: World, survey_names: tuple[str, ...] = tuple(SURVEYS)) -> dict[str, int]:
    """Two groups with a filter on each survey; a member of each, who subscribes to all, and one who does not."""
    for name in ("ann", "bob", "eve"):
        world.user(name)
    groups = {"likely": world.group("Likely", admins=("ann",)), "bright": world.group("Bright", admins=("bob", "eve"))}
    with world.context().transaction() as session:
        for name in survey_names:
            stream_id = ensure_survey(session, name).stream_id
            for user in ("ann", "bob"):
                session.execute(insert(StreamUser).values(stream_id=stream_id, user_id=world.user_id(user)))
            for key, expression in (("likely", LIKELY_REAL), ("bright", BRIGHT)):
                session.execute(insert(GroupStream).values(stream_id=stream_id, group_id=groups[key]))
                session.execute(
                    insert(Filter).values(
                        name=f"{key} {name}", group_id=groups[key], stream_id=stream_id, expression=expression
                    )
                )
    return groups


def ingest(world: World, what: Path | Stream, batch_size: int = 64, survey: str | None = None) -> Account:
    """Play packets into the world's database, as the ingest's own role."""
    stream = open_path(what) if isinstance(what, Path) else what
    sink = DatabaseSink(world.context("ingest"), "test")
    try:
        return Pipeline(stream, sink, Options(batch_size, survey, patience_s=10.0)).run()
    finally:
        sink.close()
        stream.close()


def contents(world: World, volatile: tuple[str, ...] = ()) -> dict[str, tuple[int, str]]:
    """Rows and a checksum of every table that an ingest writes; ``volatile`` columns are left out."""
    found = {}
    with world.context().transaction() as session:
        for table in TABLES:
            columns = session.scalars(
                text("SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                     " AND table_name = :t ORDER BY column_name"), {"t": table},
            ).all()  # fmt: skip
            picked = ", ".join(f'"{name}"' for name in columns if name not in volatile)
            rows = session.execute(text(f"SELECT t::text FROM (SELECT {picked} FROM {table}) t ORDER BY 1")).scalars()
            lines = list(rows)
            found[table] = (len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest())
    return found


def number_of(world: World, sql: str, **values: Any) -> int:
    """One number from the database, seen as its owner."""
    with world.context().transaction() as session:
        return int(session.execute(text(sql), values).scalar_one())
