"""The author list over HTTP: from evidence that the asker may read, to who opted in, printed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from tests.app.policies.season import START, data, season
from tests.app.publications.test_people_and_scope import classified
from tests.app.publications.test_publications import opened
from tests.support.world import World


def authors_of(portal: World, user: str, path: str) -> dict[str, dict[str, Any]]:
    return {a["name"]: a for a in data(portal.client(user).get(path))}


def test_from_evidence_to_print(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    path = f"/api/publications/{publication['id']}/authors"
    bob, ada, abe, gamma = (portal.client(name) for name in ("bob", "ada", "abe", "gamma"))
    classified(s, "Sky1", s.alpha, by="abe")  # which Beta cannot read
    classified(s, "Sky1", s.beta, by="bob")
    list_path = f"/api/publications/builders/{s.alpha}"
    assert bob.put(list_path, json={"builders": []}).status_code in (400, 403)
    builders = [{"user_id": portal.user_id("abe")}, {"user_id": portal.user_id("gamma"), "until": "2020-01-01"}]
    data(ada.put(list_path, json={"builders": builders}))
    assert ada.put(list_path, json={"builders": builders}).status_code == 400
    data(ada.patch("/api/internal/profile", json={
        "first_name": "Ada", "last_name": "Lovelace", "affiliations": ["R&D, 50% Park"], "orcid": "0000000218250097",
    }))  # fmt: skip
    assert ada.patch("/api/internal/profile", json={"orcid": "0000-0002-1825-0098"}).status_code == 400
    assert data(ada.get("/api/publications/printed"))["orcid"] == "0000-0002-1825-0097"

    proposed = authors_of(portal, "bob", f"{path}/proposed?order=leads_contribution")
    assert next(iter(proposed)) == "bob"  # the lead
    evidence = {name: {c["kind"]: c["count"] for c in a["contributions"]} for name, a in proposed.items()}
    assert evidence == {"bob": {"classification": 1}, "Ada Lovelace": {"photometry": 1}, "abe": {"builder": 1}}
    [shared] = proposed["Ada Lovelace"]["contributions"]
    assert (shared["share"], shared["obj_ids"], len(shared["row_ids"])) == (1.0, ["Sky1"], 1)

    ids = {name: portal.user_id(name) for name in ("ada", "abe", "bob")}
    body = {
        "authors": [{"user_id": ids["ada"]}, {"user_id": ids["bob"]}, {"user_id": ids["abe"]}, {"name": "Ext Ernal"}],
        "order": "leads_alphabetical",
    }
    assert gamma.put(path, json=body).status_code == 404
    listed = data(bob.put(path, json=body))
    assert [a["name"] for a in listed] == ["bob", "abe", "Ext Ernal", "Ada Lovelace"]
    assert {a["authorship"] for a in listed} == {"offered", "vouched"}
    wrong: list[list[dict[str, Any]]] = [[{"user_id": ids["ada"]}] * 2, [{"user_id": 9999}], [{}]]
    for entries in wrong:
        assert bob.put(path, json={"authors": entries}).status_code == 400
    assert next(n["text"] for n in data(ada.get("/api/internal/notifications"))).startswith("You are offered a place")
    # Nobody opts in for another one, and one who was not asked has nothing to answer.
    with (
        pytest.raises(ProgrammingError, match="consent is given by oneself"),
        portal.context("web").transaction(portal.principal("bob")) as session,
    ):
        session.execute(text("UPDATE publication_people SET authorship = 'opted_in'"))
    assert gamma.post(f"{path}/me", json={"authorship": "opted_in"}).status_code == 404
    data(ada.post(f"{path}/me", json={"authorship": "opted_in"}))
    assert ada.post(f"{path}/me", json={"authorship": "opted_in"}).status_code == 409
    data(bob.post(f"{path}/me", json={"authorship": "opted_in", "name": "Bob B. Bobson", "affiliations": ["Here"]}))
    data(abe.post(f"{path}/me", json={"authorship": "opted_out"}))
    # An author by offer alone does not see the inside.
    assert ada.get(path).status_code == 403
    tex = bob.get(f"{path}/export?format=aastex").text
    assert tex.startswith("\\author{Bob B. Bobson}\n\\affiliation{Here}\n")
    assert "\\author[0000-0002-1825-0097]{Ada Lovelace}\n\\affiliation{R\\&D, 50\\% Park}" in tex
    assert "% not printed, opted out: abe" in tex
    assert "A.~Lovelace" in bob.get(f"{path}/export?format=aanda").text
    thanks = bob.get(f"{path}/export?format=acknowledgements").text
    assert "We thank the Alpha team." in thanks
    assert "\\facilities{T (I)}" in thanks
    assert bob.get(f"{path}/export?format=bibtex").text == ""
    for tail in ("", "/proposed", "/export"):
        assert gamma.get(path + tail).content == gamma.get(f"/api/publications/999999/authors{tail}").content
    # Who is taken off the list and put on again is asked again.
    data(bob.put(path, json={"authors": [{"user_id": ids["bob"]}]}))
    assert ada.get(f"/api/publications/{publication['id']}").status_code == 404
    again = data(bob.put(path, json={"authors": [{"user_id": ids["ada"]}, {"user_id": ids["bob"]}]}))
    assert [a["authorship"] for a in again] == ["offered", "opted_in"]


def test_evidence_is_the_askers(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0)
    s.observe("Sky1", START, START)
    portal.user("dan")
    team = portal.group("Delta", admins=("bob", "dan"))
    body = {"title": "x", "obj_ids": ["Sky1"], "group_id": team}
    path = f"/api/publications/{data(portal.client('bob').post('/api/publications', json=body))['id']}/authors"
    assert set(authors_of(portal, "bob", f"{path}/proposed")) == {"bob", "ada"}
    assert set(authors_of(portal, "dan", f"{path}/proposed")) == {"bob"}
