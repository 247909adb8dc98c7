"""Data under a policy: hidden, released on time, never early, whoever is killed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import event, text

from app.config import load_settings
from app.context import Context
from app.policies.document import Product
from app.policies.evaluate import Scope, audience_for, due_at, night_of, version_for
from app.policies.uploads import Upload, plan_upload
from app.policies.worker import release_due, run
from app.times import MJD_ZERO
from tests.app.policies.season import NIGHT_END, START, Season, data, season
from tests.support.waiting import until
from tests.support.world import World

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def test_a_partner_sees_the_data_after_the_release_and_not_before(portal: World) -> None:
    s = season(portal)
    s.attach()
    s.observe("Sky1", START, START)
    assert (s.seen_by("ada"), s.seen_by("abe")) == (1, 1)
    assert (s.seen_by("bob"), s.seen_by("gamma"), s.objs_seen_by("bob")) == (0, 0, 0)
    releases = portal.context("release")
    assert release_due(releases, NIGHT_END + 30 * DAY - SECOND) == 0
    assert s.seen_by("bob") == 0
    assert release_due(releases, NIGHT_END + 30 * DAY) == 1
    assert (s.seen_by("bob"), s.objs_seen_by("bob"), s.seen_by("gamma")) == (1, 1, 0)
    assert release_due(releases, NIGHT_END + 30 * DAY) == 0
    assert release_due(releases, NIGHT_END + 365 * DAY) == 1
    assert s.seen_by("gamma") == 1


def test_releases_are_the_holders_until_done(portal: World) -> None:
    s = season(portal)
    s.attach()
    s.observe("Sky1", START, START)
    holders = data(portal.client("abe").get("/api/releases?obj_id=Sky1"))
    assert [(r["group"], r["done_at"]) for r in holders] == [("Beta", None), ("Sitewide Group", None)]
    assert data(portal.client("bob").get("/api/releases")) == []
    release_due(portal.context("release"), NIGHT_END + 31 * DAY)
    (seen,) = data(portal.client("bob").get("/api/releases?obj_id=Sky1"))
    assert (seen["holder"], seen["n_rows"], seen["policy"]) == ("Alpha", 1, "Alpha rules v1")
    assert data(portal.client("gamma").get("/api/releases")) == []


def test_the_event_goes_to_the_newly_admitted_only(portal: World) -> None:
    s = season(portal)
    s.attach()
    s.observe("Sky1", START, START)
    release_due(portal.context("release"), NIGHT_END + 31 * DAY)

    def events(username: str) -> list[str | None]:
        with portal.context("web").transaction(portal.principal(username)) as session:
            return list(session.scalars(text("SELECT obj_id FROM outbox WHERE kind = 'release.done'")))

    assert events("bob") == ["Sky1"]
    assert events("gamma") == []


def test_late_data_of_a_released_night_are_open_at_once(world: World) -> None:
    s = season_with_policy(world)
    now = NIGHT_END + 100 * DAY
    decision = s.observe("Sky1", START, now)
    assert s.seen_by("bob") == 1
    assert [t for _g, t in decision.withheld] == [NIGHT_END + 365 * DAY]
    again = s.observe("Sky1", START + timedelta(minutes=5), now)
    assert again == decision


def test_two_years_never_early_and_never_lost(world: World) -> None:
    s = season_with_policy(world, partner_days=30, everybody_days=180)
    random = Random(7)
    rows = sorted(START + timedelta(days=random.uniform(0, 730)) for _ in range(60))
    now, releases, waiting = START, world.context("release"), list(rows)
    while now < START + timedelta(days=1000):
        now += timedelta(days=random.uniform(0.2, 25))
        release_due(releases, now)
        while waiting and waiting[0] <= now:
            s.observe("Sky1", waiting.pop(0), now)
        for username, delay in (("bob", 30), ("gamma", 180)):
            allowed = sum(r + timedelta(days=delay) <= now for r in rows)
            owed = sum(r + timedelta(days=delay + 1) <= now for r in rows)
            release_due(releases, now)
            assert owed <= s.seen_by(username) <= allowed, (username, now)
    assert s.seen_by("gamma") == len(rows)


def test_nights_end_at_noon() -> None:
    assert night_of(NIGHT_END) != night_of(NIGHT_END - SECOND)
    assert due_at(night_of(NIGHT_END - SECOND), 0.5) == NIGHT_END + DAY / 2
    assert due_at(night_of(START), float("inf")) is None


def test_an_upload_gets_what_it_asks_for_as_far_as_the_policy_permits(portal: World) -> None:
    s = season(portal)
    policy = s.attach(partner_days=30, everybody_days=None)
    client = portal.client("ada")
    data(client.post(f"/api/policies/{policy['id']}/attachments", json={"group_id": s.alpha}))
    other = portal.group("Delta", admins=("gamma",))
    mjds = [(at - MJD_ZERO) / DAY for at in (START, START + DAY)]
    with portal.context("web").transaction(portal.principal("ada")) as session:
        upload = Upload(s.alpha, (s.alpha, s.beta, other), [s.instrument_id] * 2, mjds)
        plan = plan_upload(session, upload, START + DAY)
        many = Upload(s.alpha, (s.beta,), [s.instrument_id] * 120, [mjds[0] + n for n in range(120)])
        asked: list[str] = []
        event.listen(session.connection(), "before_cursor_execute", lambda *said: asked.append(said[2]))
        assert len({row for row in plan_upload(session, many, START).rows if row}) == 120
        assert len(asked) < 8, asked
        unruled = Upload(other, (other,), [s.instrument_id], mjds[:1])
        assert plan_upload(session, unruled, START).rows == [None]
    assert len({row for row in plan.rows if row}) == 2
    told = {(w.group_id, w.due_at, w.n_rows) for w in plan.withheld}
    assert told == {
        (s.beta, NIGHT_END + 30 * DAY, 1), (s.beta, NIGHT_END + 31 * DAY, 1), (other, None, 1 * 2)
    }  # fmt: skip


def test_what_was_not_asked_for_is_never_released(world: World) -> None:
    s = season_with_policy(world, partner_days=0, everybody_days=10)
    with world.context("followup").transaction() as session:
        version = version_for(session, allocation_id=s.allocation_id)
        assert version is not None
        narrow = audience_for(session, version, s.alpha, START, START, Scope(asked=()))
        wide = audience_for(session, version, s.alpha, START, START)
    assert narrow.audience_id != wide.audience_id
    release_due(world.context("release"), START + 100 * DAY)
    with world.context().transaction() as session:
        query = text("SELECT group_id FROM audience_grants WHERE audience_id = :a")
        assert list(session.scalars(query, {"a": narrow.audience_id})) == [s.alpha]


def test_a_stream_is_needed_besides_the_group(world: World) -> None:
    s = season_with_policy(world, partner_days=0, everybody_days=0)
    stream = world.stream("Private", subscribers=("ada",))
    with world.context("ingest").transaction() as session:
        version = version_for(session, allocation_id=s.allocation_id, product=Product.PHOTOMETRY)
        assert version is not None
        decision = audience_for(session, version, s.alpha, START, START, Scope(stream_id=stream))
    with world.context().transaction() as session:
        query = text("SELECT DISTINCT stream_id FROM audience_grants WHERE audience_id = :a")
        assert list(session.scalars(query, {"a": decision.audience_id})) == [stream]


def test_two_workers_share_the_work(world: World) -> None:
    s = season_with_policy(world)
    for n in range(12):
        s.observe("Sky1", START + n * DAY, START)
    done: list[int] = []
    contexts = [Context.create(world.settings, "release") for _ in range(2)]
    threads = [threading.Thread(target=lambda c=c: done.append(release_due(c, START + 999 * DAY))) for c in contexts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for context in contexts:
        context.close()
    assert sum(done) == 24
    assert s.seen_by("gamma") == 12


def test_the_running_worker_releases_by_its_clock(world: World) -> None:
    s = season_with_policy(world)
    s.observe("Sky1", START, START)
    context, stop = Context.create(world.settings, "release"), threading.Event()
    worker = threading.Thread(target=run, args=(context, stop), kwargs={"clock": lambda: START + 40 * DAY})
    worker.start()
    until(lambda: s.seen_by("bob") == 1, 20, "the release by the running worker")
    stop.set()
    worker.join(20)
    context.close()
    assert not worker.is_alive()


def test_the_worker_outlives_a_database_that_is_away(world: World, tmp_path: Path) -> None:
    url = "postgresql+psycopg2://nobody@127.0.0.1:1/nowhere"
    away = load_settings(tmp_path, {"database.url": url, "demo.enabled": False, "releases.interval_s": 0.05})
    context, stop, asked = Context.create(away, "release"), threading.Event(), []

    def clock() -> datetime:
        asked.append(1)
        return START

    worker = threading.Thread(target=run, args=(context, stop), kwargs={"clock": clock})
    worker.start()
    until(lambda: len(asked) >= 3, 20, "a third round")
    stop.set()
    worker.join(20)
    context.close()
    assert not worker.is_alive()


KILLED = """
import sys
from datetime import datetime
from app.config import load_settings
from app.context import Context
from app.policies.worker import release_due
from pathlib import Path
settings = load_settings(Path(sys.argv[1]), {"database.url": sys.argv[2], "demo.enabled": False})
context = Context.create(settings, "release")
print("ready", flush=True)
release_due(context, datetime.fromisoformat(sys.argv[3]))
"""


def test_a_killed_worker_leaves_whole_releases(world: World) -> None:
    s = season_with_policy(world)
    n_nights = 150
    for n in range(n_nights):
        s.observe("Sky1", START + n * DAY, START)
    random, now, kills = Random(11), START + 999 * DAY, 0
    for _ in range(6):
        kills += kill_one(world, now.isoformat(), random.uniform(0.01, 0.15))
        with world.context().transaction() as session:
            broken = session.execute(text(BROKEN)).scalar_one()
        assert broken == 0
    assert kills > 0, "no worker was killed in the middle of its work"
    release_due(world.context("release"), now)
    assert s.seen_by("gamma") == s.seen_by("bob") == n_nights
    with world.context().transaction() as session:
        for query in ("releases WHERE done_at IS NOT NULL", "history WHERE action = 'release'"):
            assert session.execute(text(f"SELECT count(*) FROM {query}")).scalar_one() == 2 * n_nights


BROKEN = """
SELECT count(*) FROM releases r WHERE
  (r.done_at IS NOT NULL) <> EXISTS (
    SELECT FROM audience_grants g WHERE g.audience_id = r.audience_id AND g.group_id = r.group_id)
  OR (r.done_at IS NOT NULL) <> EXISTS (
    SELECT FROM history h WHERE h.kind = 'release' AND h.row_id = r.id::text)
"""


def kill_one(world: World, now: str, after_s: float) -> int:
    """Run the worker as a process of its own, and kill it after a while; return 1 if that was in the middle."""
    assert world.settings.database.url is not None
    worker = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(world.settings.root), world.settings.database.url, now],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == b"ready\n"
    try:
        worker.wait(after_s)
    except subprocess.TimeoutExpired:
        worker.send_signal(signal.SIGKILL)
    killed = worker.wait(20) == -signal.SIGKILL
    worker.stdout.close()
    return int(killed)


def season_with_policy(world: World, **days: float | None) -> Season:
    """A season whose policy is written without HTTP."""
    from app.policies.attachments import Thing, attach
    from app.policies.document import read_document
    from app.policies.versions import NewPolicy, create_policy
    from tests.app.policies.season import document

    s = season(world)
    ada = world.principal("ada")
    with world.context("web").transaction(ada) as session:
        new = NewPolicy("Alpha rules", s.alpha, read_document(document(s.beta, **days)))
        version = create_policy(session, ada, new)
        attach(session, ada, version.policy_id or 0, Thing(allocation_id=s.allocation_id))
    return s
