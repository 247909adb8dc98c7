"""What a publication owes: computed from readable data, discharged in the platform, closed to everybody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.policies.worker import release_due
from app.publications.owed import Keeper
from tests.app.policies.season import NIGHT_END, START, Season, data, season
from tests.support.world import World

DAY = timedelta(days=1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def opened(portal: World, s: Season, days: float | None = 0) -> dict[str, Any]:
    """Alpha observes under a policy, beta may read after ``days``, bob of beta opens a publication."""
    s.attach(partner_days=days)
    s.observe("Sky1", START, START)
    body = {"title": "An event", "kind": "paper", "obj_ids": ["Sky1"], "group_id": s.beta}
    return dict(data(portal.client("bob").post("/api/publications", json=body)))


def obligation(publication: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = [o for o in publication["obligations"] if o["kind"] == kind]
    return dict(found)


def stage(portal: World, user: str, publication: dict[str, Any], wanted: str) -> Any:
    return portal.client(user).post(f"/api/publications/{publication['id']}/stage", json={"stage": wanted})


def state(portal: World, user: str, one: dict[str, Any], wanted: str, reason: str | None = None) -> Any:
    return portal.client(user).post(f"/api/obligations/{one['id']}/state", json={"state": wanted, "reason": reason})


def read(portal: World, user: str, publication: dict[str, Any]) -> dict[str, Any]:
    return dict(data(portal.client(user).get(f"/api/publications/{publication['id']}")))


def test_it_lists_what_it_owes_to_whom_and_under_which_version(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    owed = {o["kind"]: o for o in publication["obligations"]}
    assert set(owed) == {"permission", "coauthorship", "acknowledge"}
    assert {(o["creditor"], o["policy"], o["n_rows"], o["state"]) for o in owed.values()} == {
        ("Alpha", "Alpha rules v1", 1, "open")
    }
    assert "2 people" in owed["coauthorship"]["text"]
    assert "We thank the Alpha team." in owed["acknowledge"]["text"]
    assert (owed["permission"]["required"], owed["acknowledge"]["required"]) == (True, False)


def test_the_way_to_submission(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    for wanted in ("announced", "analysis", "draft", "circulation"):
        data(stage(portal, "bob", publication, wanted))
    refused = stage(portal, "bob", publication, "submitted")
    assert refused.status_code == 409
    assert "permission owed to Alpha" in refused.json()["message"]
    asked = data(state(portal, "bob", obligation(publication, "permission"), "requested"))
    assert asked["next"] == {"granted": "creditor", "refused": "creditor", "waived": "creditor"}
    assert state(portal, "ada", asked, "refused").status_code == 400
    no = data(state(portal, "ada", asked, "refused", "Our paper comes first."))
    assert (no["state"], no["reason"], no["open"]) == ("refused", "Our paper comes first.", True)
    data(state(portal, "bob", asked, "requested"))
    data(state(portal, "ada", asked, "granted"))
    offered = obligation(publication, "coauthorship")
    data(state(portal, "bob", offered, "offered"))
    assert stage(portal, "bob", publication, "submitted").status_code == 409
    data(state(portal, "ada", offered, "opted_in"))
    done = data(stage(portal, "bob", publication, "submitted"))
    assert done["stage"] == "submitted"
    assert done["next_stages"] == ["circulation", "accepted", "withdrawn"]


def test_stages_follow_the_table(portal: World) -> None:
    publication = opened(portal, season(portal))
    answer = stage(portal, "bob", publication, "accepted")
    assert answer.status_code == 409
    assert "announced, withdrawn" in answer.json()["message"]


def test_new_data_add_to_what_is_owed_and_lose_no_answer(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    data(state(portal, "bob", obligation(publication, "permission"), "requested"))
    data(state(portal, "ada", obligation(publication, "permission"), "granted"))
    s.observe("Sky1", START + DAY, START + DAY)
    Keeper(LONG_AGO)(portal.context("release"))
    with portal.context().transaction() as session:
        rows = session.execute(text("SELECT state, n_rows FROM obligations WHERE kind = 'permission'")).all()
    assert [tuple(r) for r in rows] == [("granted", 2)]
    with portal.context().transaction() as session:
        session.execute(text("DELETE FROM photometry"))
    after = obligation(read(portal, "bob", publication), "permission")
    assert (after["state"], after["n_rows"]) == ("granted", 0)


def test_data_that_cannot_be_read_owe_nothing(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=30)
    s.observe("Sky1", START, START)
    hidden = portal.client("bob").post(
        "/api/publications", json={"title": "x", "kind": "paper", "obj_ids": ["Sky1"], "group_id": s.beta}
    )
    missing = portal.client("bob").post(
        "/api/publications", json={"title": "x", "kind": "paper", "obj_ids": ["Sky9"], "group_id": s.beta}
    )
    assert hidden.status_code == missing.status_code == 400
    assert hidden.json()["message"].replace("Sky1", "Sky9") == missing.json()["message"]


def test_a_release_brings_obligations(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=30)
    s.observe("Sky1", START, START)
    with portal.context().transaction() as session:
        session.execute(
            text(
                "INSERT INTO sources (obj_id, audience_id, holder_id, owner_id)"
                " VALUES ('Sky1', access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u)"
            ),
            {"g": s.beta, "u": portal.user_id("bob")},
        )
    body = {"title": "x", "kind": "paper", "obj_ids": ["Sky1"], "group_id": s.beta}
    publication = data(portal.client("bob").post("/api/publications", json=body))
    assert publication["obligations"] == []
    releases = portal.context("release")
    release_due(releases, NIGHT_END + 30 * DAY)
    Keeper(NIGHT_END + 30 * DAY)(releases)
    owed = data(portal.client("bob").get("/api/obligations?side=owe&open=true"))
    assert [o["kind"] for o in owed][:2] == ["permission", "coauthorship"] or len(owed) == 3


def test_an_idea_is_its_groups_own(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    ada, path = portal.client("ada"), f"/api/publications/{publication['id']}"
    assert ada.get(path).status_code == 404
    assert ada.get(path).content == ada.get("/api/publications/999").content
    assert data(ada.get("/api/obligations")) == []
    data(state(portal, "bob", obligation(publication, "acknowledge"), "included"))
    assert ada.get(path).status_code == 404
    assert _events(portal, "ada") == 0
    data(stage(portal, "bob", publication, "announced"))
    assert len(data(ada.get("/api/obligations?side=owed"))) == 3
    assert data(ada.get(path))["title"] == "An event"
    assert _events(portal, "ada") > 0


def test_asking_lets_the_asked_know(portal: World) -> None:
    publication = opened(portal, season(portal))
    data(state(portal, "bob", obligation(publication, "permission"), "requested"))
    assert read(portal, "ada", publication)["stage"] == "idea"


def test_a_colleague_sees_only_what_their_own_reading_allows(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0)
    s.observe("Sky1", START, START)
    portal.user("dan")
    team = portal.group("Delta", admins=("bob", "dan"))
    body = {"title": "x", "kind": "paper", "obj_ids": ["Sky1"], "group_id": team}
    publication = data(portal.client("bob").post("/api/publications", json=body))
    assert len(publication["obligations"]) == 3
    seen = read(portal, "dan", publication)
    assert (seen["obligations"], seen["obj_ids"]) == ([], [])
    for wanted in ("announced", "analysis", "draft", "circulation"):
        data(stage(portal, "dan", publication, wanted))
    refused = stage(portal, "dan", publication, "submitted").json()["message"]
    assert "Alpha" not in refused


def test_others_can_neither_read_nor_change(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    data(stage(portal, "bob", publication, "announced"))
    one = obligation(publication, "permission")
    gamma = portal.client("gamma")
    assert gamma.get(f"/api/publications/{publication['id']}").status_code == 404
    assert data(gamma.get("/api/publications")) == data(gamma.get("/api/obligations")) == []
    assert stage(portal, "gamma", publication, "withdrawn").status_code == 404
    assert (
        state(portal, "gamma", one, "requested").content == state(portal, "gamma", {"id": 99999}, "requested").content
    )
    assert stage(portal, "ada", publication, "withdrawn").status_code == 403
    assert state(portal, "ada", one, "requested").status_code == 403
    assert state(portal, "bob", one, "waived", "please").status_code == 403
    data(state(portal, "bob", one, "requested"))
    assert state(portal, "abe", one, "granted").status_code == 403
    assert state(portal, "bob", one, "granted").status_code == 403


def test_the_database_refuses_what_no_handler_does(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    one = obligation(publication, "permission")
    attacks = (
        "UPDATE obligations SET n_rows = 0",
        "DELETE FROM obligations",
        "UPDATE publications SET audience_id = 1",
        "DELETE FROM publications",
        f"INSERT INTO obligations SELECT * FROM obligations WHERE id = {one['id']}",
        "UPDATE policy_versions SET document = '{}'",
        "UPDATE releases SET due_at = now()",
        "INSERT INTO audience_grants (audience_id, group_id) SELECT id, 1 FROM audiences",
    )
    for attack in attacks:
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            portal.context("web").transaction(portal.principal("bob")) as session,
        ):
            session.execute(text(attack))
    with portal.context("web").transaction(portal.principal("gamma")) as session:
        changed = session.execute(text("UPDATE obligations SET state = 'granted'"))
        assert changed.rowcount == 0  # type: ignore[attr-defined]


def _events(portal: World, username: str) -> int:
    with portal.context("web").transaction(portal.principal(username)) as session:
        query = text("SELECT count(*) FROM outbox WHERE kind LIKE '%obligation%' OR kind LIKE '%publication%'")
        return int(session.execute(query).scalar_one())
