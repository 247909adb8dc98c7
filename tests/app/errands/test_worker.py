"""The errands worker against a real database: woken, retried, given up, killed, shared, and never written twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from app.config import as_environment
from app.errands import Errand, cancel, enqueue
from app.errands.kinds import Desk, GiveUp, Job, Kind, Result, TryAgain
from app.tables import Comment, ErrandRow
from tests.support.outside import errands_worker
from tests.support.waiting import until
from tests.support.world import World


def wish(world: World, username: str, errand: Errand) -> int:
    context = world.context("web")
    with context.transaction(world.principal(username)) as session:
        return enqueue(session, errand)


def row(world: World, errand_id: int) -> ErrandRow:
    with world.context().transaction() as session:
        return session.get_one(ErrandRow, errand_id)


def ended(world: World, errand_id: int) -> ErrandRow:
    def probe() -> ErrandRow | None:
        found = row(world, errand_id)
        return None if found.state in ("waiting", "running") else found

    found = until(probe, 15, f"errand {errand_id} ends", every_s=0.03)
    assert found is not None
    return found


def flaky(failures: int) -> Any:
    def run(_desk: Desk, job: Job) -> Result:
        if job.attempt <= failures:
            raise TryAgain(f"not yet ({job.attempt})", after_s=0.05)
        return Result(note=f"worked at attempt {job.attempt} with {job.key}")

    return run


def refuse(_desk: Desk, _job: Job) -> Result:
    raise GiveUp("The service says that this is nonsense.")


def fault(_desk: Desk, _job: Job) -> Result:
    raise ZeroDivisionError


def test_errands_are_done_retried_and_given_up(world: World) -> None:
    ada = world.user("ada")
    told: list[str] = []

    def who(desk: Desk, job: Job) -> Result:
        with desk.reading(job) as session:
            seen = session.execute(text("SELECT access.me(), current_user::text")).one()

        def write(session: Any) -> None:
            told.append(f"{seen[0]} {seen[1]}, then {session.execute(text('SELECT access.me()')).scalar()}")

        return Result(write)

    kinds = {
        kind.name: kind
        for kind in (
            Kind("who", who),
            Kind("flaky", flaky(2)),
            Kind("hopeless", flaky(99), limit=2, gave_up=lambda _s, _j, reason: told.append(reason)),
            Kind("refused", refuse, gave_up=lambda _s, _j, reason: told.append(reason)),
            Kind("faulty", fault, limit=2, first_wait_s=0.01),
        )
    }
    with errands_worker(world, kinds):
        ids = {name: wish(world, "ada", Errand(name, {"n": 1}, key=name, owner_id=ada)) for name in kinds}
        again = wish(world, "ada", Errand("who", {"n": 2}, key="who", owner_id=ada))
        stranger = wish(world, "ada", Errand("unknown kind", owner_id=ada))
        later = wish(world, "ada", Errand("flaky", owner_id=ada, not_before=datetime.now(UTC) + timedelta(hours=1)))
        rows = {name: ended(world, number) for name, number in ids.items()}
        with world.context("web").transaction(world.principal("ada")) as session:
            assert cancel(session, later, "Not wanted any more.")
            assert not cancel(session, ids["who"], "too late")
    assert again == ids["who"]
    assert {name: (r.state, r.attempts) for name, r in rows.items()} == {
        "who": ("done", 1), "flaky": ("done", 3), "hopeless": ("failed", 2), "refused": ("failed", 1),
        "faulty": ("failed", 2),
    }  # fmt: skip
    assert rows["flaky"].reason == "worked at attempt 3 with flaky"
    assert rows["faulty"].reason is not None
    assert "on our side" in rows["faulty"].reason
    assert sorted(told) == sorted(
        [f"{ada} skyrelay_web, then {ada}", "not yet (2)", "The service says that this is nonsense."]
    )
    assert row(world, stranger).state == "waiting", "left for a worker that knows the kind"
    assert row(world, later).state == "cancelled"


def test_who_may_see_and_wish(world: World) -> None:
    ada, ben = world.user("ada"), world.user("ben")
    wish(world, "ada", Errand("x", {"secret": 1}, key="k", owner_id=ada))
    context = world.context("web")
    with context.transaction(world.principal("ben")) as session:
        assert session.scalars(select(ErrandRow.id)).all() == []
        assert enqueue(session, Errand("x", key="k", owner_id=ben)), "the key of somebody else tells nothing"
    with pytest.raises(ProgrammingError), context.transaction(world.principal("ben")) as session:
        enqueue(session, Errand("x", key="other", owner_id=ada))
    with world.context("release").transaction() as session:
        first = enqueue(session, Errand("system", key="one"))
        assert enqueue(session, Errand("system", key="one")) == first


def test_what_cannot_be_stored_is_not_half_stored(world: World) -> None:
    ada = world.user("ada")

    def run(_desk: Desk, _job: Job) -> Result:
        def write(session: Any) -> None:
            enqueue(session, Errand("child", key="child", owner_id=ada))
            session.add(Comment(obj_id="nowhere", text="x", audience_id=1, holder_id=1, owner_id=ada))
            session.flush()

        return Result(write)

    with errands_worker(world, {"bad": Kind("bad", run, limit=1)}):
        assert ended(world, wish(world, "ada", Errand("bad", owner_id=ada))).state == "failed"
    with world.context().transaction() as session:
        assert session.scalars(select(ErrandRow.id).where(ErrandRow.kind == "child")).all() == []


def test_two_workers_share_the_queue_and_a_lost_lease_writes_nothing(world: World) -> None:
    ada = world.user("ada")
    lock, runs, written, slow = threading.Lock(), [], [], threading.Event()

    def run(_desk: Desk, job: Job) -> Result:
        with lock:
            runs.append((job.id, job.attempt))
        if job.payload.get("slow") and job.attempt == 1:
            slow.wait(10)
        return Result(lambda _session: written.append((job.id, job.attempt)))

    kinds = {"k": Kind("k", run, at_once=4, timeout_s=0.5)}
    with errands_worker(world, kinds), errands_worker(world, kinds):
        ids = [wish(world, "ada", Errand("k", owner_id=ada)) for _ in range(12)]
        lost = wish(world, "ada", Errand("k", {"slow": True}, owner_id=ada))
        for number in (*ids, lost):
            assert ended(world, number).state == "done"
        slow.set()
        until(lambda: (lost, 2) in written, 5, "the second run writes")
    assert sorted(number for number, _ in written) == sorted([*ids, lost]), "each wrote once"
    assert (lost, 1) in runs
    assert (lost, 1) not in written


KILLED = """
import sys, threading, time
from pathlib import Path
from app.config import load_settings
from app.context import Context
from app.errands.kinds import Kind, Result
from app.errands.outside import Outside
from app.errands.worker import Worker

def run(desk, job):
    Path(sys.argv[2]).touch()
    time.sleep(60)

settings = load_settings(Path(sys.argv[1]))
context = Context.create(settings, "errands")
Worker(context, {"k": Kind("k", run, timeout_s=1.0)}, Outside(settings.outside)).run(threading.Event())
"""


def test_what_a_killed_worker_held_is_done_by_the_next(world: World, tmp_path: Path) -> None:
    ada = world.user("ada")
    errand = wish(world, "ada", Errand("k", owner_id=ada))
    begun = tmp_path / "begun"
    environment = as_environment({"database.url": world.settings.database.url})
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path), str(begun)], env={**os.environ, **environment}
    )
    try:
        until(begun.exists, 30, "the worker begins", every_s=0.03)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert row(world, errand).state == "running"
    with errands_worker(world, {"k": Kind("k", lambda _desk, _job: Result())}):
        assert ended(world, errand).attempts == 2


def test_a_worker_is_woken_at_once_and_ends_at_once(world: World) -> None:
    ada = world.user("ada")
    done = threading.Event()
    kinds = {"k": Kind("k", lambda _d, _j: Result(lambda _s: done.set()))}
    with errands_worker(world, kinds):
        for _ in range(2):
            done.clear()
            began = time.monotonic()
            wish(world, "ada", Errand("k", owner_id=ada))
            assert done.wait(5), "the interval is 30 s: somebody must have woken it"
            assert time.monotonic() - began < 5
        began = time.monotonic()
    assert time.monotonic() - began < 5
