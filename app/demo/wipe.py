"""Wipes the demo collaboration: everything that its groups hold, and its simulated alerts; nothing else."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.history import Change, record

# What the demo's groups and people hold, and what only the demo's streams let anybody read. Dependants come first.
_AUDIENCES = """SELECT g.audience_id FROM audience_grants g GROUP BY g.audience_id
  HAVING bool_and(g.stream_id IN (SELECT id FROM streams WHERE demo))"""
_HELD = f"(holder_id IN (SELECT id FROM groups WHERE demo) OR audience_id IN ({_AUDIENCES}))"  # noqa: S608
_ALLOCATIONS = "allocation_id IN (SELECT id FROM allocations WHERE demo)"
_STEPS = (
    f"DELETE FROM obligations WHERE {_HELD} OR creditor_id IN (SELECT id FROM groups WHERE demo)",  # noqa: S608
    f"DELETE FROM publications WHERE {_HELD}",  # noqa: S608
    f"DELETE FROM attempts WHERE {_HELD} OR {_ALLOCATIONS}",  # noqa: S608
    f"DELETE FROM photometry WHERE {_HELD}",  # noqa: S608
    f"DELETE FROM followup_requests WHERE {_HELD} OR {_ALLOCATIONS}",  # noqa: S608
    f"DELETE FROM triggers WHERE {_HELD}",  # noqa: S608
    *(
        f"DELETE FROM {table} WHERE {_HELD}"  # noqa: S608
        for table in (
            "classifications",
            "comments",
            "annotations",
            "thumbnails",
            "candidates",
            "sources",
            "obj_details",
            "taxonomies",
        )
    ),
    "DELETE FROM allocations WHERE demo",
    "DELETE FROM seen_alerts WHERE run_id IN "
    "(SELECT r.id FROM ingest_runs r JOIN streams s ON s.id = r.stream_id WHERE s.demo)",
    "DELETE FROM ingest_runs WHERE stream_id IN (SELECT id FROM streams WHERE demo)",
    "DELETE FROM stream_offsets WHERE topic LIKE 'simulated%'",
    "DELETE FROM instruments WHERE demo"
    " AND NOT EXISTS (SELECT FROM photometry p WHERE p.instrument_id = instruments.id)",
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
