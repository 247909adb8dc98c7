"""Deadlines by a fake clock: told before, lapsed on time and never early, once, also by a worker that was killed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from app.publications import deadlines
from app.publications.deadlines import Deadlines
from tests.app.policies.season import data, season
from tests.app.publications.test_publications import obligation, opened, stage, state
from tests.support.world import World

DAY = timedelta(days=1)


class Killed(BaseException):
    """The worker is gone in the middle of it."""


def at(time: datetime) -> Deadlines:
    """What is due at a time."""
    return Deadlines(lambda: time)


def test_it_reminds_then_lapses_on_time(portal: World, monkeypatch: pytest.MonkeyPatch) -> None:
    s = season(portal)
    bob = portal.client("bob")
    rules = {"stage_days": {"announced": 60, "analysis": 100}, "remind_days": [30, 7]}
    assert portal.client("ada").put(f"/api/publications/rules/{s.beta}", json=rules).status_code == 403
    assert data(bob.put(f"/api/publications/rules/{s.beta}", json=rules))["remind_days"] == [30, 7]
    assert bob.put(f"/api/publications/rules/{s.beta}", json=rules).status_code == 400
    assert bob.put(f"/api/publications/rules/{s.beta}", json={"claim_rule": "arbiter"}).status_code == 400
    assert bob.put(f"/api/publications/rules/{s.beta}", json={"stage_days": {"idea": 3}}).status_code == 400
    publication = opened(portal, s)
    announced = data(stage(portal, "bob", publication, "announced"))
    ends = datetime.fromisoformat(announced["deadline_at"])
    assert abs(ends - datetime.now(UTC) - 60 * DAY) < timedelta(minutes=5)
    release = portal.context("release")
    done = [at(time)(release) for time in (ends - 31 * DAY, ends - 30 * DAY, ends - 20 * DAY)]
    assert done == [(0, 0), (0, 1), (0, 0)]
    # The worker was away: the reminder that matters is told, the others are not made up for.
    assert at(ends - 2 * DAY)(release) == (0, 1)
    assert at(ends - timedelta(seconds=1))(release) == (0, 0)
    # Killed half-way through the lapse: nothing of it is there, and the next one does it once.
    with monkeypatch.context() as patch:

        def killed(*_: Any, **__: Any) -> None:
            raise Killed

        patch.setattr(deadlines, "tell", killed)
        with pytest.raises(Killed):
            at(ends)(release)
    assert data(bob.get(f"/api/publications/{publication['id']}"))["stage"] == "announced"
    assert [at(ends)(release) for _ in range(2)] == [(1, 0), (0, 0)]
    after = data(bob.get(f"/api/publications/{publication['id']}"))
    assert (after["stage"], after["deadline_at"], after["next_stages"]) == ("lapsed", None, ["idea"])
    with portal.context().transaction() as session:
        acts = session.execute(text("SELECT action FROM history WHERE kind = 'publication' ORDER BY id")).scalars()
        told = session.execute(
            text("SELECT kind, count(*) FROM notifications WHERE user_id = :u GROUP BY 1 ORDER BY 1"),
            {"u": portal.user_id("bob")},
        ).all()
    assert list(acts) == ["create", "stage", "remind", "remind", "lapse"]
    assert [tuple(row) for row in told] == [("publication.deadline", 2), ("publication.lapsed", 1)]


def test_a_lead_brings_a_deadline_forward_and_an_admin_puts_it_off(portal: World) -> None:
    s = season(portal)
    portal.user("ben")
    with portal.context().transaction() as session:
        values = {"g": s.beta, "u": portal.user_id("ben")}
        session.execute(text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)"), values)
    s.attach(partner_days=0)
    s.observe("Sky1", datetime(2026, 3, 1, 3, tzinfo=UTC), datetime(2026, 3, 1, 3, tzinfo=UTC))
    ben = portal.client("ben")
    body = {"title": "x", "obj_ids": ["Sky1"], "group_id": s.beta}
    publication = data(ben.post("/api/publications", json=body))
    path = f"/api/publications/{publication['id']}"
    soon, later = ((datetime.now(UTC) + days * DAY).isoformat() for days in (10, 20))
    assert ben.patch(path, json={"deadline_at": soon}).status_code == 409  # an idea has none
    data(stage(portal, "ben", publication, "announced"))
    assert ben.patch(path, json={"deadline_at": "2020-01-01"}).status_code == 400
    data(ben.patch(path, json={"deadline_at": later}))
    data(ben.patch(path, json={"deadline_at": soon}))
    assert ben.patch(path, json={"deadline_at": later}).status_code == 403
    assert ben.patch(path, json={"deadline_at": None}).status_code == 403
    data(portal.client("bob").patch(path, json={"deadline_at": later}))
    assert stage(portal, "ben", publication, "lapsed").status_code == 409  # only the clock does that


def test_an_override_is_an_admins_and_everybody_concerned_sees_it(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    one = obligation(publication, "permission")
    bob, ada, gamma = (portal.client(name) for name in ("bob", "ada", "gamma"))
    path, why = f"/api/obligations/{one['id']}/override", {"reason": "They have not answered for a year."}
    assert bob.post(path, json=why).status_code == 409  # an idea: they do not know of it
    for wanted in ("announced", "analysis", "draft", "circulation"):
        data(stage(portal, "bob", publication, wanted))
    assert bob.post(path, json={"reason": "  "}).status_code == 400
    assert gamma.post(path, json=why).content == gamma.post("/api/obligations/999999/override", json=why).content
    assert ada.post(path, json=why).status_code == 403  # not their own debtor's admin
    with portal.context("web").transaction(portal.principal("ada")) as session:
        query = text("SELECT access.override_obligation(:o, 'because')")
        assert session.execute(query, {"o": one["id"]}).scalar_one() is False
    done = data(bob.post(path, json=why))
    assert (done["state"], done["open"], done["override_reason"]) == ("open", True, why["reason"])
    assert bob.post(path, json=why).status_code == 409
    seen = next(o for o in data(ada.get("/api/obligations?side=owed")) if o["id"] == one["id"])
    assert seen["override_reason"] == why["reason"]
    with portal.context().transaction() as session:
        told = session.execute(text("SELECT username FROM notifications JOIN users u ON u.id = user_id")).scalars()
        assert set(told) == {"ada", "abe", "bob"}
        holders = session.execute(text("SELECT holder_id FROM history WHERE action = 'override'")).scalars()
        assert set(holders) == {s.alpha, s.beta}
    # The co-authorship is still open, and the permission no longer in the way.
    refused = stage(portal, "bob", publication, "submitted").json()["message"]
    assert "coauthorship" in refused
    assert "permission" not in refused
    data(state(portal, "bob", obligation(publication, "coauthorship"), "offered"))
    data(state(portal, "ada", obligation(publication, "coauthorship"), "opted_in"))
    assert data(stage(portal, "bob", publication, "submitted"))["stage"] == "submitted"
