"""Who takes part by consent, what lies in a scope as data arrive, and what others can do about it: nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.publications.owed import Keeper
from tests.app.policies.season import START, Season, data, season
from tests.app.publications.test_publications import LONG_AGO
from tests.support.world import World


def classified(s: Season, obj_id: str, group_id: int, by: str = "ada") -> None:
    """Say that an obj is of the class Microlensing, to one group."""
    with s.world.context().transaction() as session:
        values = {"o": obj_id, "g": group_id, "u": s.world.user_id(by)}
        session.execute(
            text(
                "INSERT INTO taxonomies (name, version, hierarchy, audience_id, holder_id, owner_id)"
                " VALUES ('T', '1', '{}', access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u)"
                " ON CONFLICT DO NOTHING"
            ),
            values,
        )
        session.execute(
            text(
                "INSERT INTO classifications (obj_id, taxonomy_id, classification, author_name, audience_id, holder_id,"
                " owner_id) VALUES (:o, (SELECT min(id) FROM taxonomies), 'Microlensing', 'x',"
                " access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u)"
            ),
            values,
        )


def topic(portal: World, user: str, group_id: int, **more: Any) -> dict[str, Any]:
    body = {"title": "Lenses", "kind": "paper", "classes": ["Microlensing"], "group_id": group_id, **more}
    return dict(data(portal.client(user).post("/api/publications", json=body)))


def test_a_topic_holds_what_its_group_may_read_and_grows_with_it(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0)
    for name in ("Sky1", "Sky2", "Sky3"):
        s.observe(name, START, START)
    classified(s, "Sky1", s.beta)
    classified(s, "Sky2", s.alpha)
    found = topic(portal, "bob", s.beta, date_from="2026-02-28", date_to="2026-03-02")
    assert found["obj_ids"] == ["Sky1"]  # Sky2's class is Alpha's knowledge.
    assert {o["n_rows"] for o in found["obligations"]} == {1}
    classified(s, "Sky3", s.beta)
    Keeper(LONG_AGO)(portal.context("release"))
    bob = portal.client("bob")
    path = f"/api/publications/{found['id']}"
    with portal.context().transaction() as session:
        kept = session.execute(text("SELECT obj_ids FROM publications")).scalar_one()
    assert kept == ["Sky1", "Sky3"]
    assert {o["n_rows"] for o in data(bob.get("/api/obligations"))} == {2}
    later = data(bob.patch(path, json={"date_from": "2026-03-02", "date_to": None}))
    assert later["obj_ids"] == []
    assert {o["state"] for o in later["obligations"]} == {"open"}  # none is lost
    assert bob.patch(path, json={"obj_ids": ["Sky1"]}).status_code == 400
    assert bob.patch(path, json={"date_from": "2026-03-02"}).status_code == 400  # as it is already


def test_a_list_is_its_openers_and_its_scope_what_the_group_reads(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0)
    s.observe("Sky1", START, START)
    bob = portal.client("bob")
    body = {"title": "x", "kind": "thesis", "list_name": "favorites", "group_id": s.beta}
    assert bob.post("/api/publications", json=body).json()["data"]["field"] == "list_name"
    with portal.context().transaction() as session:
        session.execute(
            text("INSERT INTO listings (user_id, obj_id, list_name) VALUES (:u, 'Sky1', 'favorites')"),
            {"u": portal.user_id("bob")},
        )
    found = data(bob.post("/api/publications", json=body))
    assert (found["obj_ids"], found["scope"]["kind"]) == (["Sky1"], "listing")
    with portal.context().transaction() as session:
        session.execute(text("DELETE FROM listings"))
    assert data(bob.get(f"/api/publications/{found['id']}"))["obj_ids"] == []
    for wrong, field in (
        ({"obj_ids": ["Sky1"], "list_name": "favorites"}, "obj_ids"),
        ({}, "obj_ids"),
        ({"topic": "no such tag"}, "topic"),
        ({"classes": ["A"], "date_from": "2026-03-02", "date_to": "2026-03-01"}, "date_to"),
        ({"classes": ["A\x00"]}, None),
    ):
        answer = bob.post("/api/publications", json={"title": "x", "group_id": s.beta, **wrong})
        assert answer.status_code == 400, answer.text
        assert field is None or answer.json()["data"]["field"] == field


def test_people_of_other_groups_take_part_by_consent(portal: World) -> None:
    s = season(portal)
    s.ensure_obj("Sky1")
    with portal.context().transaction() as session:
        session.execute(text("UPDATE objs SET created_by_id = :b"), {"b": portal.user_id("bob")})
    body = {"title": "A secret title", "kind": "paper", "obj_ids": ["Sky1"], "group_id": s.beta}
    bob, gamma, ada = (portal.client(name) for name in ("bob", "gamma", "ada"))
    path = f"/api/publications/{data(bob.post('/api/publications', json=body))['id']}"
    me = portal.user_id("gamma")
    assert gamma.get(path).status_code == 404
    asked = data(bob.post(f"{path}/people", json={"user_id": me, "role": "lead"}))
    assert (asked["state"], asked["role"]) == ("invited", "lead")
    assert gamma.get(path).status_code == 200
    assert [n["text"] for n in data(gamma.get("/api/internal/notifications"))] == [
        "You are asked to take part in a publication."
    ]
    # Invited is not in.
    assert [p["user_id"] for p in data(gamma.get(f"{path}/people"))] == [portal.user_id("bob"), me]
    assert gamma.post(f"{path}/stage", json={"stage": "announced"}).status_code == 403
    with (
        pytest.raises(ProgrammingError, match="consent is given by oneself"),
        portal.context("web").transaction(portal.principal("bob")) as session,
    ):
        session.execute(text("UPDATE publication_people SET state = 'accepted'"))
    assert data(gamma.post(f"{path}/people/me", json={"reply": "accepted"}))["state"] == "accepted"
    assert data(gamma.post(f"{path}/stage", json={"stage": "announced"}))["announced_at"]
    assert data(gamma.patch(path, json={"title": "Ours"}))["title"] == "Ours"
    assert data(bob.patch(path, json={"lead_id": me}))["lead_id"] == me
    assert gamma.post(f"{path}/people/me", json={"reply": "left"}).status_code == 409
    data(bob.patch(path, json={"lead_id": portal.user_id("bob")}))
    data(gamma.post(f"{path}/people/me", json={"reply": "left"}))
    assert gamma.get(path).status_code == 404
    # Of another group's, all is as if it were not there.
    absent = "/api/publications/999999"
    for method, rest, sent in (
        ("GET", "/people", None),
        ("POST", "/people", {"user_id": me}),
        ("POST", "/people/me", {"reply": "accepted"}),
        ("DELETE", "/people/1", None),
        ("PATCH", "", {"title": "mine"}),
    ):
        hidden = ada.request(method, path + rest, json=sent)
        assert hidden.status_code == 404
        assert hidden.content == ada.request(method, absent + rest, json=sent).content
    with portal.context("web").transaction(portal.principal("ada")) as session:
        for attack in ("UPDATE publication_people SET role = 'lead'", "UPDATE publications SET title = 'x'"):
            assert session.execute(text(attack)).rowcount == 0  # type: ignore[attr-defined]
        assert session.execute(text("SELECT count(*) FROM publication_people")).scalar_one() == 0


def test_somebody_invited_makes_nobody_a_lead(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0)
    s.observe("Sky1", START, START)
    body = {"title": "x", "obj_ids": ["Sky1"], "group_id": s.beta}
    bob, gamma = portal.client("bob"), portal.client("gamma")
    path = f"/api/publications/{data(bob.post('/api/publications', json=body))['id']}"
    person = data(bob.post(f"{path}/people", json={"user_id": portal.user_id("gamma")}))
    data(gamma.post(f"{path}/people/me", json={"reply": "accepted"}))
    assert gamma.post(f"{path}/people", json={"user_id": portal.user_id("ada")}).status_code == 403
    with (
        pytest.raises(ProgrammingError, match="only a lead decides this"),
        portal.context("web").transaction(portal.principal("gamma")) as session,
    ):
        session.execute(text("UPDATE publication_people SET role = 'lead'"))
    data(bob.delete(f"{path}/people/{person['id']}"))
    assert gamma.get(path).status_code == 404
    assert bob.delete(f"{path}/people/{person['id']}").status_code == 409
    mine = next(p for p in data(bob.get(f"{path}/people")) if p["user_id"] == portal.user_id("bob"))
    assert bob.delete(f"{path}/people/{mine['id']}").status_code == 409
    with portal.context().transaction() as session:
        acts = session.execute(
            text("SELECT action FROM history WHERE kind = 'publication person' ORDER BY id")
        ).scalars()
        assert list(acts) == ["invite", "accepted", "remove"]
