"""Fills a database for `bench.api`: by statements of the server itself, in steps, so that progress is seen.

What row security has to work on is the harder case: the reader is let in to every source by one of 2,000 audiences,
each of which also opens to one of 1,000 groups.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, create_engine, insert, select, text
from sqlalchemy.orm import Session

from app.access.acls import ACLS
from app.portal.accounts import NewUser, create_user
from app.portal.credentials import create_token
from app.tables import Allocation, Filter, GroupUser, Instrument, Stream, StreamUser, Taxonomy, Telescope

POINTS = 100
"""Photometry points of each source, as in a survey's year; ``BENCH-1000`` has ten times as many."""
STEP = 5_000
"""Sources of which the photometry is stored at once."""
CLIENTS = 8


@dataclass(frozen=True)
class Size:
    """How much there is: sources, of which some are candidates; groups; audiences."""

    sources: int
    candidates: int = 1_000
    groups: int = 1_000
    audiences: int = 2_000


@dataclass(frozen=True)
class Filled:
    """What the requests need to know of the database."""

    tokens: list[str]
    group: int
    filter: int
    instrument: int
    taxonomy: int
    allocation: int


def people(engine: Engine, size: Size) -> Filled:
    """Make the readers with their tokens, the groups and audiences, the instrument and what hangs on it."""
    with Session(engine) as session, session.begin():
        users = [create_user(session, NewUser(f"bench{n}", roles=("Full user",))) for n in range(CLIENTS + 1)]
        session.execute(
            text("INSERT INTO groups (name) SELECT 'bench ' || n FROM generate_series(1, :n) n"), {"n": size.groups}
        )
        group = session.execute(text("SELECT min(id) FROM groups WHERE name LIKE 'bench %'")).scalar_one()
        for user in users:
            session.execute(insert(GroupUser).values(group_id=group, user_id=user, admin=True))
        session.execute(
            text(
                "WITH made AS (INSERT INTO audiences (digest) "
                "SELECT sha256(convert_to('bench ' || n, 'UTF8')) FROM generate_series(1, :n) n RETURNING id) "
                "INSERT INTO audience_grants (audience_id, group_id) SELECT id, g FROM made, "
                "LATERAL (VALUES (CAST(:group AS int)), (:group + 1 + CAST(id % (:groups - 1) AS int))) AS v(g)"
            ),
            {"n": size.audiences, "group": group, "groups": size.groups},
        )
        stream = session.execute(insert(Stream).values(name="bench").returning(Stream.id)).scalar_one()
        session.execute(insert(StreamUser), [{"stream_id": stream, "user_id": user} for user in users])
        chosen = insert(Filter).values(name="bench", group_id=group, stream_id=stream).returning(Filter.id)
        site = {"name": "Bench", "nickname": "B", "diameter": 1.0, "lat": -31.27, "lon": 149.07, "elevation": 1116}
        telescope = session.execute(insert(Telescope).values(**site).returning(Telescope.id)).scalar_one()
        camera = {
            "name": "Bench",
            "type": "imager",
            "filters": ["ztfg", "ztfr", "sdssr"],
            "api_classname": "SINISTROAPI",
        }
        instrument = session.execute(
            insert(Instrument).values(telescope_id=telescope, **camera).returning(Instrument.id)
        ).scalar_one()
        time_on = {"facility": "SimulatedLCO", "facility_config": {"site": "coj"}, "hours_allocated": 1e6}
        allocation = session.execute(
            insert(Allocation).values(group_id=group, instrument_id=instrument, **time_on).returning(Allocation.id)
        ).scalar_one()
        known = session.execute(select(text("id FROM audiences ORDER BY id LIMIT 1"))).scalar_one()
        classes = {
            "name": "Bench",
            "version": "1",
            "hierarchy": {"class": "Transient", "subclasses": [{"class": "SN"}]},
        }
        taxonomy = session.execute(
            insert(Taxonomy)
            .values(audience_id=known, holder_id=group, owner_id=users[0], **classes)
            .returning(Taxonomy.id)
        ).scalar_one()
        tokens = [create_token(session, user, "bench", set(ACLS) - {"System admin"}) for user in users]
        return Filled(tokens, group, session.execute(chosen).scalar_one(), instrument, taxonomy, allocation)


_WHOSE = """SELECT (SELECT array_agg(audience_id ORDER BY audience_id) FROM audience_grants WHERE group_id = :group)
  AS audiences, (SELECT id FROM users WHERE username = 'skyrelay') AS owner"""
_OBJS = f"""
WITH whose AS ({_WHOSE})
INSERT INTO objs (id, ra, dec, healpix, created_by_id)
SELECT 'BENCH' || n, (n * 137.508) % 360, degrees(asin(2 * ((n * 0.6180339887) % 1) - 1)),
  CAST((n * 0.6180339887) % 1 * 3458764513820540928 AS bigint), owner
FROM generate_series(:first, :last) n, whose
"""
_SOURCES = f"""
WITH whose AS ({_WHOSE})
INSERT INTO sources (obj_id, audience_id, holder_id, owner_id, saved_at)
SELECT 'BENCH' || n, audiences[1 + n % cardinality(audiences)], :group, owner, now() - n * interval '1 minute'
FROM generate_series(:first, :last) n, whose
"""
_THUMBNAILS = f"""
WITH whose AS ({_WHOSE})
INSERT INTO thumbnails (obj_id, type, blob, audience_id, holder_id, owner_id)
SELECT 'BENCH' || n, kind, md5(n || kind), audiences[1 + n % cardinality(audiences)], :group, owner
FROM generate_series(:first, :last) n, whose, (VALUES ('new'), ('ref'), ('sub')) AS t(kind)
"""
_CANDIDATES = f"""
WITH whose AS ({_WHOSE})
INSERT INTO candidates (obj_id, filter_id, passed_at, passing_alert_id, audience_id, holder_id, owner_id)
SELECT 'BENCH' || n, :filter, now() - n * interval '1 minute', n, audiences[1 + n % cardinality(audiences)], :group,
  owner
FROM generate_series(:first, :last) n, whose
"""
_ANNOTATIONS = f"""
WITH whose AS ({_WHOSE})
INSERT INTO annotations (obj_id, origin, data, audience_id, holder_id, owner_id)
SELECT 'BENCH' || n, 'bench', jsonb_build_object('score', n % 100 / 100.0), audiences[1 + n % cardinality(audiences)],
  :group, owner
FROM generate_series(:first, :last) n, whose
"""
_PHOTOMETRY = f"""
WITH whose AS ({_WHOSE})
INSERT INTO photometry (obj_id, instrument_id, mjd, filter, flux, fluxerr, audience_id, holder_id, owner_id, upload_id,
  original_time, time_scale)
SELECT 'BENCH' || n, :instrument, 59000 + k * 3.7 + n % 1000 / 1e3, CASE k % 2 WHEN 0 THEN 'ztfg' ELSE 'ztfr' END,
  50 + 50 * sin(k / 9.0 + n), 5 + k % 7, audiences[1 + n % cardinality(audiences)], :group, owner, 'bench' || n,
  59000 + k * 3.7 + n % 1000 / 1e3, 'utc'
FROM generate_series(:first, :last) n, generate_series(1, :points) k, whose
"""
_COUNT = """
INSERT INTO obj_audience
  (obj_id, audience_id, owner_id, n_rows, n_photometry, n_detections, first_detected_mjd, last_detected_mjd)
SELECT obj_id, audience_id, owner_id, count(*) + 4, count(*), count(*) FILTER (WHERE abs(flux) >= 3 * fluxerr),
  min(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr), max(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr)
FROM photometry WHERE obj_id IN (SELECT 'BENCH' || n FROM generate_series(:first, :last) n)
GROUP BY obj_id, audience_id, owner_id
ON CONFLICT (obj_id, audience_id, owner_id) DO NOTHING
"""


def data(url: str, filled: Filled, size: Size, first: int, say: Callable[[str], None]) -> None:
    """Store sources number ``first`` to ``size.sources``, with all that hangs on them, in the owner's name.

    The triggers, which keep counts and references row by row, are off meanwhile; the counts are made at the end of
    each step.
    """
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in ("photometry", "sources", "thumbnails", "candidates", "annotations"):
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    began = time.monotonic()
    for start in range(first, size.sources + 1, STEP):
        end = min(start + STEP - 1, size.sources)
        with engine.begin() as connection:
            _step(connection, filled, size, (start, end))
        say(f"{end} of {size.sources} sources, {end * POINTS / 1e6:.1f} M points, {time.monotonic() - began:.0f} s")
    with engine.begin() as connection:
        if first == 1:
            _rich(connection, filled)
        for table in ("photometry", "sources", "thumbnails", "candidates", "annotations"):
            connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")
    say(f"analysed, {time.monotonic() - began:.0f} s")
    engine.dispose()


def _step(connection: Connection, filled: Filled, size: Size, span: tuple[int, int]) -> None:
    named = {"group": filled.group, "first": span[0], "last": span[1]}
    for statement in (_OBJS, _SOURCES, _THUMBNAILS, _ANNOTATIONS):
        connection.execute(text(statement), named)
    if span[0] <= size.candidates:
        last = min(span[1], size.candidates)
        connection.execute(text(_CANDIDATES), named | {"last": last, "filter": filled.filter})
    connection.execute(text(_PHOTOMETRY), named | {"points": POINTS, "instrument": filled.instrument})
    connection.execute(text(_COUNT), named)


def _rich(connection: Connection, filled: Filled) -> None:
    """Make the first source's light curve ten times as long."""
    named = {"group": filled.group, "first": 1, "last": 1}
    connection.exec_driver_sql("DELETE FROM photometry WHERE obj_id = 'BENCH1'")
    connection.exec_driver_sql("DELETE FROM obj_audience WHERE obj_id = 'BENCH1'")
    connection.execute(text(_PHOTOMETRY), named | {"points": POINTS * 10, "instrument": filled.instrument})
    connection.execute(text(_COUNT), named)
