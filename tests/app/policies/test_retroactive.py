"""Retroactive changes: planned, confirmed, narrowed at once, widened on time, and finished whoever is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert, text

from app.errors import Conflict
from app.policies.evaluate import audience_for
from app.policies.retro_move import Moving
from app.policies.retroactive import NeedsConfirmation, Plan, Wish
from app.policies.retroactive import change as change_policy
from app.policies.retroactive import plan as plan_change
from app.policies.worker import release_due
from app.tables import Photometry, PolicyVersion
from app.times import MJD_ZERO
from tests.app.policies.season import NIGHT_END, START, Season, data, document, season
from tests.support.world import World

DAY = timedelta(days=1)
STRICT: dict[str, float | None] = {"partner_days": 40, "everybody_days": 40}
LATER = NIGHT_END + 20 * DAY
WHY = "The referee asked for it."


def test_it_is_planned_confirmed_and_narrows_at_once(portal: World) -> None:
    s, policy = observed(portal, 3)
    second_version(s, policy, STRICT)
    for username, status in (("abe", 403), ("bob", 403), ("gamma", 403)):
        assert portal.client(username).post(place(policy), json=wish()).status_code == status
        assert data(portal.client("gamma").get(place(policy))) == []
    assert portal.client("ada").post("/api/policies/999999/retroactive", json=wish()).status_code == 404
    answer = portal.client("ada").post(place(policy), json=wish())
    assert (answer.status_code, answer.json()["data"]["code"]) == (409, "needs_confirmation")
    assert answer.json()["data"]["plan"]["n_rows"] == 3
    plan = planned(portal, policy)
    assert (plan.rows, plan.n_rows, plan.people_lose, plan.beyond_rows) == ({"photometry": 3}, 3, 1, 0)
    (beta,) = [g for g in plan.groups if g.group == "Beta"]
    assert (beta.loses, beta.gains) == (3, 0)
    assert any("Beta" in line for line in plan.sentences)
    # Nothing was done by planning, and what was confirmed must be what is there.
    assert s.seen_by("bob") == 3
    by_version(s, policy, 1, START + 1.2 * DAY)
    with pytest.raises(NeedsConfirmation) as stale:
        confirmed(portal, policy, plan)
    now = stale.value.details["plan"]
    assert isinstance(now, dict)
    assert now["n_rows"] == 4
    release_due(portal.context("release"), LATER)
    assert s.seen_by("bob") == 4
    body = wish() | {"confirm": now["confirmation"]}
    assert portal.client("bob").post(place(policy), json=body).status_code == 403
    assert portal.client("ada").post(place(policy), json=wish() | {"confirm": "4-rows-x"}).status_code == 409
    confirmed(portal, policy, planned(portal, policy))
    (change,) = data(portal.client("abe").get(place(policy)))
    assert (change["n_rows"], change["n_moved"], change["done_at"]) == (4, 0, None)
    assert (s.seen_by("bob"), s.seen_by("gamma")) == (0, 0)
    assert (s.seen_by("ada"), s.seen_by("abe")) == (4, 4)
    assert release_due(portal.context("release"), LATER + 900 * DAY) == 0
    with pytest.raises(Conflict):
        confirmed(portal, policy, planned(portal, policy))
    assert Moving(lambda: LATER)(portal.context("release")) == 4
    (done,) = data(portal.client("abe").get(place(policy)))
    assert (done["n_moved"], done["done_at"] is not None) == (4, True)
    assert (s.seen_by("bob"), s.seen_by("ada")) == (0, 4)
    assert Moving(lambda: LATER)(portal.context("release")) == 0
    release_due(portal.context("release"), NIGHT_END + 40 * DAY - timedelta(seconds=1))
    assert s.seen_by("gamma") == 0
    release_due(portal.context("release"), NIGHT_END + 43 * DAY)
    assert (s.seen_by("gamma"), s.seen_by("bob")) == (4, 4)
    assert portal.client("ada").post(place(policy), json=wish()).status_code == 400
    told(portal, policy)


def told(portal: World, policy: dict[str, Any]) -> None:
    """Whoever lost a right, and the holder's people, were told; the act stands in the history with its reason."""
    with portal.context().transaction() as session:
        query = text(
            "SELECT u.username, n.text FROM notifications n JOIN users u ON u.id = n.user_id"
            " WHERE n.kind = 'policy.retroactive' ORDER BY n.id"
        )
        notices = [(name, said) for name, said in session.execute(query).tuples()]
        query = text("SELECT action, why FROM history WHERE kind = 'policy' AND row_id = :id ORDER BY id")
        acts = session.execute(query, {"id": str(policy["id"])}).tuples().all()
    assert [name for name, _said in notices] == ["bob", "abe", "ada"]
    assert "you no longer read" in notices[0][1]
    assert ("change retroactively", WHY) in acts
    assert acts[-1][0] == "changed retroactively"
    with portal.context("web").transaction(portal.principal("bob")) as session:
        assert session.execute(text("SELECT count(*) FROM notifications")).scalar_one() == 1


def test_widening_is_by_releases_and_late_rows_follow(portal: World) -> None:
    s, policy = observed(portal, 2, partner_days=300)
    second_version(s, policy, {"partner_days": 1, "everybody_days": None})
    plan = planned(portal, policy)
    assert (plan.people_lose, plan.people_gain >= 1) == (0, True)
    confirmed(portal, policy, plan)
    assert s.seen_by("bob") == 0
    Moving(lambda: LATER)(portal.context("release"))
    # The time has come long ago; the release itself lets them in, and is recorded.
    assert s.seen_by("bob") == 0
    assert release_due(portal.context("release"), LATER) == 2
    assert (s.seen_by("bob"), s.seen_by("gamma")) == (2, 0)
    # Whoever comes with the old version, however late, is given the new one.
    decision = by_version(s, policy, 1, START + DAY / 24)
    with portal.context().transaction() as session:
        new = version_id(session, policy, 2)
        assert decision.policy_version_id == new
        # An upload that had begun before lands in an audience that nobody but the holder reads, and is moved.
        session.execute(OPEN_OLD, {"version": version_id(session, policy, 1), "holder": s.alpha, "beta": s.beta})
        old = session.execute(text("SELECT max(id) FROM audiences")).scalar_one()
        session.execute(
            text(
                "INSERT INTO photometry (obj_id, instrument_id, mjd, filter, flux, fluxerr, upload_id, audience_id,"
                " holder_id, owner_id, policy_version_id) SELECT obj_id, instrument_id, mjd + 0.001, filter, flux,"
                " fluxerr, upload_id, :old, holder_id, owner_id, :version FROM photometry ORDER BY id LIMIT 1"
            ),
            {"old": old, "version": version_id(session, policy, 1)},
        )
        grants = text("SELECT group_id FROM audience_grants WHERE audience_id = :a")
        assert list(session.scalars(grants, {"a": old})) == [s.alpha]
        waiting = text("SELECT count(*) FROM releases WHERE audience_id = :a")
        assert session.execute(waiting, {"a": old}).scalar_one() == 0
    assert Moving(lambda: LATER)(portal.context("release")) == 1
    release_due(portal.context("release"), LATER)
    assert s.seen_by("bob") == 4
    with portal.context().transaction() as session:
        left = text("SELECT count(*) FROM photometry WHERE policy_version_id <> :new")
        assert session.execute(left, {"new": new}).scalar_one() == 0
    # And back again: the first version holds once more.
    back = planned(portal, policy, (2,), 1)
    confirmed(portal, policy, back, (2,), 1)
    assert s.seen_by("bob") == 0
    Moving(lambda: LATER)(portal.context("release"))
    release_due(portal.context("release"), LATER)
    assert s.seen_by("bob") == 0
    release_due(portal.context("release"), NIGHT_END + 310 * DAY)
    assert s.seen_by("bob") == 4


OPEN_OLD = text(
    "SELECT access.open_embargo(:version, :holder, '2026-03-05', NULL, NULL, '{\"terms_key\": \"x\"}',"
    " ARRAY[CAST(:holder AS int), CAST(:beta AS int)],"
    " jsonb_build_array(jsonb_build_object('group_id', CAST(:beta AS int), 'due_at', now())))"
)


def test_answers_and_acts_beyond_the_policy_are_kept(portal: World) -> None:
    s, policy = observed(portal, 1)
    body = {"title": "An event", "kind": "paper", "obj_ids": ["Sky1"], "group_id": s.beta}
    publication = data(portal.client("bob").post("/api/publications", json=body))
    (permission,) = [o for o in publication["obligations"] if o["kind"] == "permission"]
    for username, state in (("bob", "requested"), ("ada", "granted")):
        data(portal.client(username).post(f"/api/obligations/{permission['id']}/state", json={"state": state}))
    delta = portal.group("Delta", admins=("gamma",))
    with portal.context().transaction() as session:
        let_in = text("SELECT access.set_beyond(audience_id, ARRAY[CAST(:g AS int)], '{}') FROM photometry LIMIT 1")
        sibling = session.execute(let_in, {"g": delta}).scalar_one()
        session.execute(text("UPDATE photometry SET audience_id = :a"), {"a": sibling})
    assert (s.seen_by("gamma"), s.seen_by("bob")) == (1, 1)
    second_version(s, policy, {"partner_days": 5, "everybody_days": 900})
    plan = planned(portal, policy)
    assert plan.beyond_rows == 1
    assert any("beyond the policy" in line for line in plan.sentences)
    confirmed(portal, policy, plan)
    Moving(lambda: LATER)(portal.context("release"))
    release_due(portal.context("release"), LATER)
    assert (s.seen_by("gamma"), s.seen_by("bob")) == (1, 1)
    now = data(portal.client("bob").get(f"/api/publications/{publication['id']}"))["obligations"]
    (kept,) = [o for o in now if o["kind"] == "permission"]
    assert (kept["id"], kept["state"], kept["policy"], kept["n_rows"]) == (
        permission["id"], "granted", "Alpha rules v2", 1,
    )  # fmt: skip
    synthetic_magnitudes_follow_their_spectrum(s, policy)
    # What the new version is silent on would lose its terms.
    silent = {"products": {"comment": document(s.beta)["products"]["photometry"]}}
    data(portal.client("ada").post(f"/api/policies/{policy['id']}/versions", json={"document": silent}))
    refused = portal.client("ada").post(place(policy), json=wish((3,), 4))
    assert (refused.status_code, refused.json()["data"]["field"]) == (400, "to_version")


def synthetic_magnitudes_follow_their_spectrum(s: Season, policy: dict[str, Any]) -> None:
    portal = s.world
    with portal.context().transaction() as session:
        session.execute(text("UPDATE photometry SET policy_version_ids = ARRAY[policy_version_id]"))
    lax = document(s.beta, partner_days=0, everybody_days=0)["products"]["photometry"]
    strict = document(s.beta, partner_days=800, everybody_days=900)["products"]["photometry"]
    both = {"products": {"photometry": lax, "spectrum": strict}}
    data(portal.client("ada").post(f"/api/policies/{policy['id']}/versions", json={"document": both}))
    confirmed(portal, policy, planned(portal, policy, (2,), 3), (2,), 3)
    Moving(lambda: LATER)(portal.context("release"))
    release_due(portal.context("release"), LATER)
    # Gamma was let in beyond the policy, by an act of the holder.
    assert (s.seen_by("gamma"), s.seen_by("bob")) == (1, 0)
    with portal.context().transaction() as session:
        carried = session.execute(text("SELECT policy_version_ids FROM photometry")).scalar_one()
        assert carried == [version_id(session, policy, 3)]


def test_nobody_ever_reads_what_neither_version_permits(portal: World) -> None:
    random = Random(5)
    s, policy = observed(portal, 0, partner_days=10, everybody_days=60)
    observed_at = sorted(START + timedelta(days=random.uniform(0, 60)) for _ in range(16))
    now, release = START + 65 * DAY, portal.context("release")
    for at in observed_at:
        s.observe("Sky1" if random.random() < 0.5 else "Sky2", at, now)
    terms: dict[str, tuple[float, float]] = {"bob": (10, 0), "gamma": (60, 0)}
    for number, (partner, everybody) in enumerate(((45, 50), (2, 20), (30, 400)), 2):
        second_version(s, policy, {"partner_days": partner, "everybody_days": everybody})
        plan = planned(portal, policy, (number - 1,), number, now)
        confirmed(portal, policy, plan, (number - 1,), number, now)
        terms = {"bob": (partner, terms["bob"][0]), "gamma": (everybody, terms["gamma"][0])}
        moving = Moving(lambda: now, at_once=4)  # noqa: B023
        steps = 0
        while moving.step(release) is not None:
            steps += 1
            if steps % 3 == 0:
                now += timedelta(days=random.uniform(0, 2))
                release_due(release, now)
            check(s, observed_at, {who: days for who, (days, _before) in terms.items()}, now)
        release_due(release, now)
        check(s, observed_at, {who: days for who, (days, _before) in terms.items()}, now)
        for who, (days, _before) in terms.items():
            owed = sum(at + timedelta(days=days + 1) <= now for at in observed_at)
            assert s.seen_by(who) >= owed, (number, who)
        assert steps > 3
    assert s.seen_by("abe") == len(observed_at)


def check(s: Season, observed_at: list[datetime], days: dict[str, float], now: datetime) -> None:
    for who, delay in days.items():
        assert s.seen_by(who) <= sum(at + timedelta(days=delay) <= now for at in observed_at), who


KILLED = """
import sys
from datetime import datetime
from pathlib import Path
from app.config import load_settings
from app.context import Context
from app.policies.retro_move import Moving
settings = load_settings(Path(sys.argv[1]), {"database.url": sys.argv[2], "demo.enabled": False})
context = Context.create(settings, "release")
now = datetime.fromisoformat(sys.argv[3])
moving = Moving(lambda: now, at_once=1)
while moving.step(context) is not None:
    print("step", flush=True)
"""


def test_it_is_finished_whoever_is_killed_meanwhile(portal: World) -> None:
    n_rows = 14
    s, policy = observed(portal, n_rows)
    release_due(portal.context("release"), LATER + 60 * DAY)
    assert s.seen_by("bob") == n_rows
    second_version(s, policy, STRICT)
    confirmed(portal, policy, planned(portal, policy))
    for steps in (2, 3):
        kill_after(portal, steps)
        (change,) = data(portal.client("ada").get(place(policy)))
        assert 0 < change["n_moved"] < n_rows
        assert (s.seen_by("bob"), s.seen_by("ada")) == (0, n_rows)
        with portal.context().transaction() as session:
            moved = text("SELECT count(*) FROM photometry WHERE policy_version_id = :v")
            assert session.execute(moved, {"v": version_id(session, policy, 2)}).scalar_one() == change["n_moved"]
    Moving(lambda: LATER)(portal.context("release"))
    (change,) = data(portal.client("ada").get(place(policy)))
    assert (change["n_moved"], change["done_at"] is not None) == (n_rows, True)
    release_due(portal.context("release"), LATER + 900 * DAY)
    assert s.seen_by("gamma") == s.seen_by("bob") == n_rows


def kill_after(portal: World, steps: int) -> None:
    """Let a worker of its own move so many batches, then kill it."""
    url = portal.settings.database.url
    assert url is not None
    worker = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(portal.settings.root), url, LATER.isoformat()],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert worker.stdout is not None
    for _ in range(steps):
        assert worker.stdout.readline() == b"step\n"
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(20) == -signal.SIGKILL
    worker.stdout.close()


def observed(portal: World, n_nights: int, **days: float | None) -> tuple[Season, dict[str, Any]]:
    """Points of Alpha in as many nights, which Beta reads since its releases (a day after each)."""
    s = season(portal)
    policy = s.attach(**{"partner_days": 1, "everybody_days": 365, **days})
    for night in range(n_nights):
        s.observe("Sky1" if night % 2 else "Sky2" if n_nights > 1 else "Sky1", START + night * DAY, START)
    release_due(portal.context("release"), LATER)
    return s, policy


def second_version(s: Season, policy: dict[str, Any], days: dict[str, float | None]) -> None:
    body = {"document": document(s.beta, **days)}
    data(s.world.client("ada").post(f"/api/policies/{policy['id']}/versions", json=body))


def place(policy: dict[str, Any]) -> str:
    return f"/api/policies/{policy['id']}/retroactive"


def wish(old: tuple[int, ...] = (1,), new: int = 2) -> dict[str, Any]:
    return {"from_versions": list(old), "to_version": new, "why": WHY}


def planned(
    portal: World, policy: dict[str, Any], old: tuple[int, ...] = (1,), new: int = 2, now: datetime = LATER
) -> Plan:
    ada = portal.principal("ada")
    with portal.context("web").transaction(ada) as session:
        return plan_change(session, ada, policy["id"], Wish(old, new, WHY), now)


def confirmed(
    portal: World,
    policy: dict[str, Any],
    plan: Plan,
    old: tuple[int, ...] = (1,),
    new: int = 2,
    now: datetime = LATER,
) -> None:
    ada = portal.principal("ada")
    with portal.context("web").transaction(ada) as session:
        change_policy(session, ada, policy["id"], Wish(old, new, WHY), plan.confirmation, now)


def version_id(session: Any, policy: dict[str, Any], number: int) -> int:
    query = text("SELECT id FROM policy_versions WHERE policy_id = :p AND version = :n")
    return int(session.execute(query, {"p": policy["id"], "n": number}).scalar_one())


def by_version(s: Season, policy: dict[str, Any], number: int, at: datetime) -> Any:
    """Put one point in under a named version, as a follow-up request that fixed it does."""
    s.n_rows += 1
    with s.world.context("followup").transaction() as session:
        version = session.get_one(PolicyVersion, version_id(session, policy, number))
        decision = audience_for(session, version, s.alpha, at, START)
        values = {
            "obj_id": "Sky1", "instrument_id": s.instrument_id, "mjd": (at - MJD_ZERO) / DAY, "filter": "sdssr",
            "flux": 100.0 + s.n_rows, "fluxerr": 1.0, "upload_id": "test", "audience_id": decision.audience_id,
            "holder_id": s.alpha, "owner_id": s.world.user_id("ada"),
            "policy_version_id": decision.policy_version_id,
        }  # fmt: skip
        session.execute(insert(Photometry).values(**values))
    return decision
