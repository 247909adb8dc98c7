"""Use is accounted for: who took what is recorded, seen by the holder and the taker alone, and the terms go with it."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

from sqlalchemy import text

from app.access.reads import Read, Reads
from app.policies.takings import take
from app.policies.worker import release_due
from tests.app.policies.season import NIGHT_END, START, Season, data, season
from tests.app.policies.test_release import DAY
from tests.support.world import World

LIGHT_CURVE = "/api/sources/Sky1/photometry"


def test_what_others_take_is_recorded_and_the_terms_go_with_it(portal: World) -> None:
    s = opened(portal)
    before = data(portal.client("bob").get("/api/terms?obj_id=Sky1"))
    assert [(t["policy"], t["n_rows"], t["holder"], t["ask"]["username"]) for t in before] == [
        ("Alpha rules v1", 2, "Alpha", "ada")
    ]
    assert "We thank the Alpha team" in " ".join(before[0]["use"])
    assert data(portal.client("bob").get("/api/terms?obj_id=Sky1&kind=photometry")) == before
    assert data(portal.client("bob").get("/api/terms?obj_id=Sky1&kind=spectrum")) == []
    for _ in range(3):
        answer = portal.client("bob").get(LIGHT_CURVE)
        assert len(data(answer)) == 2
        assert answer.json()["terms"] == before
        assert set(data(answer)[0]) == set(data(portal.client("ada").get(LIGHT_CURVE))[0])
    (mine,) = data(portal.client("bob").get("/api/takings?side=taken"))
    assert (mine["obj_id"], mine["n_rows"], mine["n_times"], mine["way"], mine["policy"], mine["shown_before"]) == (
        "Sky1", 2, 3, "photometry of a source", "Alpha rules v1", True,
    )  # fmt: skip
    assert mine["token"] == "test"
    for owner in ("ada", "abe"):
        (theirs,) = data(portal.client(owner).get("/api/takings?side=given&obj_id=Sky1"))
        assert (theirs["username"], theirs["token"], theirs["n_times"]) == ("bob", None, 3)
        assert data(portal.client(owner).get("/api/takings?side=taken")) == []
    found = data(portal.client("ada").get(f"/api/takings?user_id={portal.user_id('bob')}&group_id={s.alpha}"))
    assert len(found) == 1
    assert data(portal.client("ada").get("/api/takings?to=2020-01-01")) == []
    assert data(portal.client("ada").get("/api/takings?from=2020-01-01")) == found


def test_who_is_no_party_to_it_sees_nothing_of_it(portal: World) -> None:
    opened(portal)
    portal.group("Delta", admins=("gamma",))
    portal.client("bob").get(LIGHT_CURVE)
    gamma = portal.client("gamma")
    for query in ("", "?side=given", "?side=taken", f"?user_id={portal.user_id('bob')}", "?obj_id=Sky1"):
        absent = gamma.get("/api/takings?obj_id=Sky999")
        assert gamma.get(f"/api/takings{query}").content == absent.content
    hidden, missing = (gamma.get(f"/api/terms?obj_id={name}") for name in ("Sky1", "Sky9"))
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)
    with portal.context("web").transaction(portal.principal("gamma")) as session:
        assert session.execute(text("SELECT count(*) FROM data_takings")).scalar_one() == 0
        assert session.execute(text("SELECT count(*) FROM terms_shown")).scalar_one() == 0
    # A member of the holder who may no longer know the obj learns nothing of it by who took it.
    with portal.context().transaction() as session:
        session.execute(text("DELETE FROM photometry"))
    assert data(portal.client("abe").get("/api/takings")) == []
    assert len(data(portal.client("bob").get("/api/takings"))) == 1


def test_ones_own_and_what_no_policy_governs_are_not_recorded(portal: World) -> None:
    s = opened(portal)
    for username in ("ada", "abe"):
        answer = portal.client(username).get(LIGHT_CURVE)
        assert [t["n_rows"] for t in answer.json()["terms"]] == [2]
    with portal.context().transaction() as session:
        session.execute(text("UPDATE photometry SET policy_version_id = NULL"))
    assert "terms" not in portal.client("bob").get(LIGHT_CURVE).json()
    with portal.context().transaction() as session:
        assert session.execute(text("SELECT count(*) FROM data_takings")).scalar_one() == 0
    assert s.seen_by("bob") == 2


def test_looking_at_a_page_is_no_taking_and_a_list_by_a_program_is(portal: World) -> None:
    s = opened(portal)
    portal.user("bea", password="a long word for bea")
    with portal.context().transaction() as session:
        session.execute(
            text("INSERT INTO group_users (group_id, user_id, admin) VALUES (:g, :u, false)"),
            {"g": s.beta, "u": portal.user_id("bea")},
        )
    browser = portal.client()
    data(
        browser.post(
            "/api/login",
            json={"username": "bea", "password": "a long word for bea"},
            headers={"X-Skyrelay": "1"},
        )
    )
    answer = browser.get(LIGHT_CURVE)
    assert (len(data(answer)), len(answer.json()["terms"])) == (2, 1)
    assert data(browser.get("/api/takings")) == []
    bob = portal.client("bob")
    assert len(data(bob.get("/api/sources/Sky1?includePhotometry=true"))["photometry"]) == 2
    assert len(data(bob.request("GET", "/api/photometry/range", json={}))) == 2
    assert {t["way"] for t in data(bob.get("/api/takings"))} == {"a source", "photometry by time"}


def test_a_notice_goes_out_once_a_user_obj_and_day(portal: World) -> None:
    opened(portal, {"kind": "notify"})
    for _ in range(3):
        portal.client("bob").get(LIGHT_CURVE)
    portal.client("bob").request("GET", "/api/photometry/range", json={})
    told = notices(portal, "ada")
    assert len(told) == 1
    assert told[0].startswith("bob took data of Alpha on Sky1")
    assert notices(portal, "abe") == notices(portal, "gamma") == []


def test_the_answer_does_not_wait_for_the_account_and_no_record_is_lost(portal: World) -> None:
    opened(portal)
    portal.client("bob").get(LIGHT_CURVE)
    with portal.context().transaction() as session:
        session.execute(text("UPDATE data_takings SET n_times = n_times"))
        # The row is held by somebody else for as long as this lasts.
        assert portal.client("bob").get(LIGHT_CURVE).status_code == 200
    threads = [threading.Thread(target=lambda: portal.client("bob").get(LIGHT_CURVE)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with portal.context().transaction() as session:
        assert session.execute(text("SELECT sum(n_times) FROM data_takings")).scalar_one() == 8


def test_nobody_records_in_the_name_of_somebody_else(portal: World) -> None:
    s = opened(portal)
    reads: Reads = Counter({Read("photometry", "Sky1", s.alpha, s.decisions[0].policy_version_id): 1})
    with portal.context("web").transaction(portal.principal("gamma")) as session:
        assert take(session, reads, "by hand") == 1
    with portal.context("web").transaction(portal.principal("ada")) as session:
        assert take(session, reads, "by hand") == 0
        assert list(session.scalars(text("SELECT user_id FROM data_takings"))) == [portal.user_id("gamma")]


def opened(portal: World, *uses: dict[str, Any]) -> Season:
    """Two points of Alpha that Beta reads since its release."""
    s = season(portal)
    policy = s.attach(partner_days=1)
    if uses:
        document = policy["versions"][0]["document"]
        document["products"]["photometry"]["use"] = list(uses)
        data(portal.client("ada").post(f"/api/policies/{policy['id']}/versions", json={"document": document}))
    s.observe("Sky1", START, START)
    s.observe("Sky1", START + DAY / 24, START)
    release_due(portal.context("release"), NIGHT_END + 2 * DAY)
    assert s.seen_by("bob") == 2
    return s


def notices(portal: World, username: str) -> list[str]:
    with portal.context("web").transaction(portal.principal(username)) as session:
        return list(session.scalars(text("SELECT text FROM notifications WHERE kind = 'data.taken'")))
