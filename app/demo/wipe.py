"""Wipes the demo collaboration: everything that its groups hold, and its simulated alerts; nothing else."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.tables import Base

# What the demo's groups and people hold, and what only the demo's streams let anybody read. Dependants come first.
_AUDIENCES = """SELECT g.audience_id FROM audience_grants g GROUP BY g.audience_id
  HAVING bool_and(g.stream_id IN (SELECT id FROM streams WHERE demo))"""
_HELD = f"(holder_id IN (SELECT id FROM groups WHERE demo) OR audience_id IN ({_AUDIENCES}))"  # noqa: S608
_ALLOCATIONS = "allocation_id IN (SELECT id FROM allocations WHERE demo)"
_TABLES = tuple(
    table.name
    for table in reversed(Base.metadata.sorted_tables)
    if {"holder_id", "audience_id", "owner_id"} <= set(table.columns.keys())
)
"""Every table of held rows, dependants first."""
_UNUSED = " AND ".join(
    f"NOT EXISTS (SELECT FROM {table} x WHERE x.instrument_id = i.id)"
    for table in ("photometry", "spectra", "photometric_series", "observing_runs", "allocations")
)
_STEPS = (
    "DELETE FROM obligations WHERE creditor_id IN (SELECT id FROM groups WHERE demo)",
    *(f"DELETE FROM {table} WHERE {_ALLOCATIONS}" for table in ("attempts", "followup_requests")),  # noqa: S608
    *(f"DELETE FROM {table} WHERE {_HELD}" for table in _TABLES),  # noqa: S608
    "DELETE FROM obj_tag_options o WHERE created_by_id IN (SELECT id FROM users WHERE demo)"
    " AND NOT EXISTS (SELECT FROM obj_tags t WHERE t.objtagoption_id = o.id)",
    "DELETE FROM allocations WHERE demo",
    "DELETE FROM seen_alerts WHERE run_id IN "
    "(SELECT r.id FROM ingest_runs r JOIN streams s ON s.id = r.stream_id WHERE s.demo)",
    "DELETE FROM ingest_runs WHERE stream_id IN (SELECT id FROM streams WHERE demo)",
    "DELETE FROM stream_offsets WHERE topic LIKE 'simulated%'",
    f"DELETE FROM instruments i WHERE demo AND {_UNUSED}",  # noqa: S608
    "DELETE FROM telescopes WHERE demo AND NOT EXISTS (SELECT FROM instruments i WHERE i.telescope_id = telescopes.id)",
    "DELETE FROM releases WHERE holder_id IN (SELECT id FROM groups WHERE demo)"
    " OR group_id IN (SELECT id FROM groups WHERE demo)",
    "DELETE FROM audiences WHERE policy_version_id IN (SELECT v.id FROM policy_versions v JOIN policies p"
    " ON p.id = v.policy_id WHERE p.holder_id IN (SELECT id FROM groups WHERE demo))",
    "DELETE FROM policy_attachments WHERE policy_id IN"
    " (SELECT id FROM policies WHERE holder_id IN (SELECT id FROM groups WHERE demo))",
    "DELETE FROM policy_versions WHERE policy_id IN"
    " (SELECT id FROM policies WHERE holder_id IN (SELECT id FROM groups WHERE demo))",
    "DELETE FROM policies WHERE holder_id IN (SELECT id FROM groups WHERE demo)",
    "DELETE FROM filters WHERE group_id IN (SELECT id FROM groups WHERE demo)",
    "DELETE FROM outbox WHERE audience_id IN (SELECT a.id FROM audiences a WHERE NOT EXISTS"
    " (SELECT FROM audience_grants g WHERE g.audience_id = a.id AND coalesce(g.group_id, 0) NOT IN"
    " (SELECT id FROM groups WHERE demo)))",
    "DELETE FROM objs o WHERE NOT EXISTS (SELECT FROM obj_audience oa WHERE oa.obj_id = o.id)",
    "DELETE FROM streams WHERE demo",
    "DELETE FROM groups WHERE demo",
    "DELETE FROM users WHERE demo",
)


def wipe_demo(session: Session, by_user_id: int | None = None) -> dict[str, int]:
    """Delete the demo, in one transaction of the database's owner; return the rows deleted per table.

    A row of somebody else that rests on a demo row stops it with a database error, and nothing is deleted.
    """
    gone: dict[str, int] = {}
    for step in _STEPS:
        table = step.split()[2]
        gone[table] = gone.get(table, 0) + int(session.execute(text(step)).rowcount)  # type: ignore[attr-defined]
    record(session, by_user_id, Change("wipe", "demo", "demo", after=dict(gone)))
    return gone
