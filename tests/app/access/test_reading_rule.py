"""The reading rule on photometry against a plain model of it, and statistics against a recount, on random worlds."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern
from app.access.principal import Principal
from app.portal.objs import NewObj, ensure_objs
from app.portal.photometry import PointRow, insert_points
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

USERS, GROUPS, STREAMS, ROWS = 4, 3, 2, 12


@dataclass(frozen=True)
class Plan:
    """Who is where, and for whom each row is."""

    members: list[set[int]]
    subscribers: list[set[int]]
    expired: set[int]
    rows: list[tuple[int, list[tuple[int | None, int | None]]]]

    def reads(self, user: int, row: int) -> bool:
        """The rule in words: the owner, or whom any one grant fits; nobody whose account has expired."""
        owner, grants = self.rows[row]
        if user in self.expired:
            return False
        return owner == user or any(
            (g is None or user in self.members[g]) and (s is None or user in self.subscribers[s]) for g, s in grants
        )


grants = st.tuples(st.none() | st.integers(0, GROUPS - 1), st.none() | st.integers(0, STREAMS - 1)).filter(
    lambda g: g != (None, None)
)
people = st.sets(st.integers(0, USERS - 1))
plans = st.builds(
    Plan,
    members=st.lists(people, min_size=GROUPS, max_size=GROUPS),
    subscribers=st.lists(people, min_size=STREAMS, max_size=STREAMS),
    expired=st.sets(st.integers(0, USERS - 1), max_size=1),
    rows=st.lists(
        st.tuples(st.integers(0, USERS - 1), st.lists(grants, min_size=1, max_size=3)), min_size=1, max_size=ROWS
    ),
)


class Stage:
    """One database in which every example plays, cleared in between."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.scene: Scene = make_scene(world)
        self.users = [world.user(f"u{i}") for i in range(USERS)]
        self.groups = [world.group(f"g{i}") for i in range(GROUPS)]
        self.streams = [world.stream(f"s{i}") for i in range(STREAMS)]
        with world.context().transaction() as session:
            ensure_objs(session, [NewObj("Z", 1.0, 2.0)], self.users[0])

    def set_up(self, session: Session, plan: Plan) -> list[int]:
        session.execute(text("DELETE FROM photometry"))
        session.execute(text("DELETE FROM group_users WHERE group_id = ANY(:g)"), {"g": self.groups})
        session.execute(text("DELETE FROM stream_users WHERE stream_id = ANY(:s)"), {"s": self.streams})
        session.execute(text("UPDATE users SET expiration_date = NULL"))
        for table, column, ids, sets in (
            ("group_users", "group_id", self.groups, plan.members),
            ("stream_users", "stream_id", self.streams, plan.subscribers),
        ):
            for number, chosen in zip(ids, sets, strict=True):
                for user in chosen:
                    values = {"n": number, "u": self.users[user]}
                    session.execute(text(f"INSERT INTO {table} ({column}, user_id) VALUES (:n, :u)"), values)
        for user in plan.expired:
            session.execute(
                text("UPDATE users SET expiration_date = now() - interval '1 s' WHERE id = :u"),
                {"u": self.users[user]},
            )
        rows = [self._row(session, index, *row) for index, row in enumerate(plan.rows)]
        return [i for i in insert_points(session, rows).ids if i is not None]

    def _row(self, session: Session, index: int, owner: int, chosen: list[tuple[int | None, int | None]]) -> PointRow:
        audience = intern(
            session,
            [Grant(None if g is None else self.groups[g], None if s is None else self.streams[s]) for g, s in chosen],
        )
        return PointRow(
            obj_id="Z", instrument_id=self.scene.instrument, mjd=60000.0 + index, filter="sdssr", flux=10.0,
            fluxerr=1.0, audience_id=audience, holder_id=self.scene.red, owner_id=self.users[owner], upload_id="u",
        )  # fmt: skip


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans)
def test_the_database_reads_as_the_model_says(stage: Stage, plan: Plan) -> None:
    with stage.world.context().transaction() as session:
        ids = stage.set_up(session, plan)
    for user in range(USERS):
        principal = Principal(stage.users[user], f"u{user}", frozenset())
        with stage.world.context("web").transaction(principal) as session:
            read = set(session.scalars(text("SELECT id FROM photometry")))
            counted = session.execute(text("SELECT coalesce(sum(n_photometry), 0) FROM obj_audience")).scalar_one()
        expected = {number for row, number in enumerate(ids) if plan.reads(user, row)}
        assert read == expected
        # Statistics are of audiences and owners: of exactly what is readable.
        assert counted == len(expected)


RECOUNT = """
SELECT obj_id, audience_id, count(*) AS n, count(*) FILTER (WHERE abs(flux) >= 3 * fluxerr) AS d,
  min(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr) AS f, max(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr) AS l
FROM photometry GROUP BY obj_id, audience_id ORDER BY 1, 2"""
KEPT = """
SELECT obj_id, audience_id, n_photometry, n_detections, first_detected_mjd, last_detected_mjd
FROM obj_audience WHERE n_photometry > 0 ORDER BY 1, 2"""


def points(stage: Stage, rng: random.Random, n: int, audiences: list[int], tag: str) -> list[PointRow]:
    return [
        PointRow(
            obj_id=rng.choice(["Z", "Y"]), instrument_id=stage.scene.instrument, mjd=60000 + rng.random(),
            filter="sdssr", flux=rng.choice([None, rng.uniform(-10, 10)]), fluxerr=1.0, upload_id=tag,
            audience_id=rng.choice(audiences), holder_id=stage.scene.red, owner_id=stage.users[0],
        )
        for _ in range(n)
    ]  # fmt: skip


def check_statistics(world: World) -> None:
    with world.context().transaction() as session:
        kept: list[Any] = list(session.execute(text(KEPT)).all())
        assert kept == list(session.execute(text(RECOUNT)).all())
        rows = session.execute(text("SELECT sum(n_rows) FROM obj_audience")).scalar_one() or 0
        assert rows == session.execute(text("SELECT count(*) FROM photometry")).scalar_one()


@pytest.mark.parametrize("seed", range(4))
def test_statistics_stay_equal_to_a_recount(stage: Stage, seed: int) -> None:
    rng = random.Random(seed)
    with stage.world.context().transaction() as session:
        ensure_objs(session, [NewObj("Y", 3.0, 4.0)], stage.users[0])
        audiences = [intern(session, [Grant(group_id=g)]) for g in stage.groups]
    for turn in range(25):
        with stage.world.context().transaction() as session:
            what = rng.random()
            if what < 0.5:
                insert_points(session, points(stage, rng, rng.randint(1, 5), audiences, f"t{turn}"))
            elif what < 0.75:
                session.execute(
                    text("UPDATE photometry SET flux = :f, mjd = mjd + :d, audience_id = :a WHERE id % 3 = :r"),
                    {"f": rng.uniform(-9, 9), "d": rng.random(), "a": rng.choice(audiences), "r": rng.randint(0, 2)},
                )
            else:
                session.execute(text("DELETE FROM photometry WHERE id % 4 = :r"), {"r": rng.randint(0, 3)})
    check_statistics(stage.world)


def test_statistics_survive_insertions_and_deletions_at_once(stage: Stage) -> None:
    with stage.world.context().transaction() as session:
        ensure_objs(session, [NewObj("Y", 3.0, 4.0)], stage.users[0])
        audiences = [intern(session, [Grant(group_id=g)]) for g in stage.groups]
    faults: list[BaseException] = []

    def work(seed: int) -> None:
        rng = random.Random(seed)
        try:
            for turn in range(15):
                with stage.world.context().transaction() as session:
                    insert_points(session, points(stage, rng, 3, audiences, f"{seed}-{turn}"))
                with stage.world.context().transaction() as session:
                    session.execute(text("DELETE FROM photometry WHERE upload_id = :u"), {"u": f"{seed}-{turn - 2}"})
        except BaseException as error:
            faults.append(error)
            raise

    stage.world.context()
    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    check_statistics(stage.world)
