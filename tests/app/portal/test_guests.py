"""Memberships that end: nothing is read through one from that moment on, by any way, swept or not."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.audiences import Grant, intern
from app.portal.guests import Guesthouse
from tests.app.policies.season import Season, data, season
from tests.support.world import World

DAY = timedelta(days=1)
PEOPLE = ("abe", "bob", "gamma")
ends = st.none() | st.integers(-3, 3).filter(bool)
"""Days from now; None: without end."""
stays = st.dictionaries(st.tuples(st.sampled_from(PEOPLE), st.integers(0, 2)), ends, max_size=9)
rows = st.lists(st.sets(st.integers(0, 2), min_size=1), min_size=1, max_size=4)


def days(number: int | None) -> datetime | None:
    return None if number is None else datetime.now(UTC) + number * DAY


class Inn(Season):
    """Three more groups of ada's, whose guests come and go."""

    groups: list[int]

    def settle(self, plan: dict[tuple[str, int], int | None], grants: list[set[int]]) -> None:
        """Put people into the groups until some day, and one comment of ada's on Sky1 for each set of groups."""
        with self.world.context().transaction() as session:
            session.execute(text("DELETE FROM comments"))
            everywhere = text("DELETE FROM group_users WHERE group_id = ANY (:ids) AND NOT admin")
            session.execute(everywhere, {"ids": self.groups})
            for (name, group), until in plan.items():
                session.execute(
                    text("INSERT INTO group_users (group_id, user_id, until) VALUES (:g, :u, :until)"),
                    {"g": self.groups[group], "u": self.world.user_id(name), "until": days(until)},
                )
            for wanted in grants:
                session.execute(
                    text(
                        "INSERT INTO comments (obj_id, text, audience_id, holder_id, owner_id) "
                        "VALUES ('Sky1', 'x', :a, :h, :o)"
                    ),
                    {
                        "a": intern(session, [Grant(self.groups[g]) for g in wanted]),
                        "h": self.groups[0],
                        "o": self.world.user_id("ada"),
                    },
                )

    def found(self, name: str) -> tuple[int, int, set[int], set[int]]:
        """What a person reads: comments, objs, their groups, and memberships of others."""
        with self.world.context("web").transaction(self.world.principal(name)) as session:
            comments = session.execute(text("SELECT count(*) FROM comments")).scalar_one()
            objs = session.execute(text("SELECT count(*) FROM objs WHERE id = 'Sky1'")).scalar_one()
            mine = set(session.scalars(text("SELECT access.my_groups()"))) & set(self.groups)
            seen = set(session.scalars(text("SELECT group_id FROM group_users"))) & set(self.groups)
        return comments, objs, mine, seen


@pytest.fixture
def inn(portal: World) -> Inn:
    s = season(portal)
    made = Inn(portal, s.alpha, s.beta, s.instrument_id, s.allocation_id)
    made.groups = [portal.group(f"Inn {i}", admins=("ada",)) for i in range(3)]
    made.ensure_obj("Sky1")
    return made


def test_what_guests_read_is_as_a_plain_model_says(inn: Inn) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(stays, rows)
    def check(plan: dict[tuple[str, int], int | None], grants: list[set[int]]) -> None:
        inn.settle(plan, grants)
        for name in PEOPLE:
            there = {g for (who, g), until in plan.items() if who == name and (until is None or until > 0)}
            reads = sum(1 for wanted in grants if wanted & there)
            mine = {inn.groups[g] for g in there}
            assert inn.found(name) == (reads, int(reads > 0), mine, mine)

    check()


def test_every_function_asks_who_is_a_member_now(inn: Inn) -> None:
    """A function that runs with its owner's rights sees ended rows: it must ask the view of those that hold."""
    with inn.world.context().transaction() as session:
        asking = session.execute(
            text(
                "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
                "WHERE n.nspname = 'access' AND p.prosecdef AND p.prosrc ~* '(from|join)\\s+(public\\.)?group_users\\M'"
            )
        ).scalars()
        # The two that say so themselves, those about groups of one, and those that take ended rows away.
        known = {
            "my_groups",
            "my_admin_groups",
            "own_groups_of",
            "people_of_own_groups",
            "clear_ended",
            "sweep_guests",
            "owed",
        }
        assert set(asking) <= known
        kinds = session.execute(text("SELECT prosrc FROM pg_proc WHERE proname = 'reads'")).scalar_one()
    assert "'group'" in kinds
    assert "'share_request'" in kinds


def test_a_guest_comes_is_told_of_and_leaves(inn: Inn) -> None:
    group, bob = inn.groups[0], inn.world.user_id("bob")
    ada, path = inn.world.client("ada"), f"/api/groups/{inn.groups[0]}/users"
    soon = (datetime.now(UTC) + 3 * DAY).isoformat()
    body: dict[str, Any] = {"userID": bob, "until": soon}
    for wrong, field in (
        (body | {"admin": True}, "admin"),
        (body | {"until": "2020-01-01"}, "until"),
        (body | {"until": "2999-01-01"}, "until"),
        (body | {"until": "soon"}, "until"),
    ):
        refused = ada.post(path, json=wrong)
        assert (refused.status_code, refused.json()["data"]["field"]) == (400, field)
    data(ada.post(path, json=body))
    guests = f"/api/internal/groups/{group}/guests"
    [guest] = data(inn.world.client("bob").get(guests))
    assert guest["username"] == "bob"
    assert data(inn.world.client("gamma").get(guests)) == []
    # A guest neither becomes an administrator, nor stays longer by themselves, nor brings others along for longer.
    assert ada.patch(path, json={"userID": bob, "admin": True}).status_code == 400
    assert inn.world.client("bob").put(f"{guests}/{bob}", json={"until": None}).status_code == 403
    data(ada.post(f"/api/groups/{inn.groups[1]}/usersFromGroups", json={"fromGroupIDs": [group]}))
    [copied] = data(ada.get(f"/api/internal/groups/{inn.groups[1]}/guests"))
    assert copied["until"] == guest["until"]
    with inn.world.context().transaction() as session, pytest.raises(DBAPIError, match="guests_administer_nothing"):
        session.execute(text("UPDATE group_users SET admin = true WHERE until IS NOT NULL"))
    release = inn.world.context("release")
    assert Guesthouse()(release) == 2
    assert Guesthouse()(release) == 0
    told = [n["text"] for n in data(inn.world.client("bob").get("/api/internal/notifications"))]
    assert any("You are a guest of Inn 0 until" in t for t in told)
    # The time is over: nothing has run since.
    with inn.world.context().transaction() as session:
        session.execute(text("UPDATE group_users SET until = now() - interval '1 second' WHERE until IS NOT NULL"))
    assert inn.found("bob")[2:] == (set(), set())
    seen = {g["id"] for g in data(inn.world.client("bob").get("/api/groups"))["user_groups"]}
    assert group not in seen
    assert all(u["id"] != bob for u in data(ada.get(f"/api/groups/{group}"))["users"])
    # Whoever comes again is in it anew; the broom takes the rest, and writes it down.
    data(ada.post(path, json={"userID": bob}))
    assert inn.found("bob")[2] == {group}
    assert data(ada.get(guests)) == []
    Guesthouse()(release)
    with inn.world.context().transaction() as session:
        left = session.execute(text("SELECT count(*) FROM group_users WHERE until IS NOT NULL")).scalar_one()
        why = session.execute(text("SELECT why FROM history WHERE action = 'end guest'")).scalars().all()
    assert (left, why) == (0, ["The agreed time is over."])


def test_asking_for_audiences_stays_fast(inn: Inn) -> None:
    """Nearly every statement asks it: 50 groups and 5,000 audiences in some milliseconds."""
    bob = inn.world.user_id("bob")
    with inn.world.context().transaction() as session:
        session.execute(
            text(
                "WITH g AS (INSERT INTO groups (name) SELECT 'G' || i FROM generate_series(1, 50) i RETURNING id), "
                "m AS (INSERT INTO group_users (group_id, user_id, until) "
                "SELECT id, :u, CASE WHEN id % 2 = 0 THEN now() + interval '1 day' END FROM g), "
                "a AS (INSERT INTO audiences (digest) SELECT int8send(i) FROM generate_series(1, 5000) i RETURNING id) "
                "INSERT INTO audience_grants (audience_id, group_id) "
                "SELECT a.id, g.id FROM a JOIN g ON g.id % 50 = a.id % 50"
            ),
            {"u": bob},
        )
        session.execute(text("ANALYZE group_users, audience_grants"))
    with inn.world.context("web").transaction(inn.world.principal("bob")) as session:
        took = []
        for _ in range(20):
            began = time.perf_counter()
            number = session.execute(text("SELECT count(*) FROM access.my_audiences()")).scalar_one()
            took.append(time.perf_counter() - began)
    assert number >= 5000
    assert sorted(took)[10] < 0.1
