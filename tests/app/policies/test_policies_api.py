"""Policies over HTTP: who may write them, what they may govern, and what never changes."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import ProgrammingError

from app.policies.document import PolicyDocument
from app.policies.evaluate import version_for
from app.tables import PolicyAttachment, PolicyVersion
from tests.app.policies.season import START, data, document, season
from tests.support.world import World


def test_a_policy_is_written_by_the_groups_admins_and_read_by_all(portal: World) -> None:
    s = season(portal)
    body = {"name": "Rules", "group_id": s.alpha, "document": document(s.beta)}
    assert portal.client("abe").post("/api/policies", json=body).status_code == 403
    assert portal.client("bob").post("/api/policies", json=body).status_code == 403
    made = data(portal.client("ada").post("/api/policies", json=body))
    assert "Beta sees it 30 days" in made["summary"]
    assert portal.client("ada").post("/api/policies", json=body).status_code == 409
    assert data(portal.client("gamma").get("/api/policies"))[0]["name"] == "Rules"
    assert data(portal.client("gamma").get(f"/api/policies/{made['id']}")) == made
    assert portal.client("gamma").get("/api/policies/999").status_code == 404


def test_a_private_groups_name_stays_private(portal: World) -> None:
    s = season(portal)
    with portal.context().transaction() as session:
        session.execute(text("UPDATE groups SET private = true WHERE id = :g"), {"g": s.beta})
        session.execute(
            text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)"),
            {"g": s.beta, "u": portal.user_id("ada")},
        )
    s.attach()
    assert "Beta" in data(portal.client("ada").get("/api/policies"))[0]["summary"]
    assert "Beta" not in portal.client("gamma").get("/api/policies").text
    body = {"name": "x", "group_id": s.alpha, "document": document(s.beta)}
    with portal.context().transaction() as session:
        session.execute(text("DELETE FROM group_users WHERE group_id = :g"), {"g": s.beta})
    hidden = portal.client("ada").post("/api/policies", json=body)
    missing = portal.client("ada").post("/api/policies", json={**body, "document": document(9999)})
    assert hidden.json()["message"].replace(str(s.beta), "9999") == missing.json()["message"]


def test_a_new_version_changes_nothing_that_exists(portal: World) -> None:
    s = season(portal)
    policy = s.attach(partner_days=30)
    old = s.observe("Sky1", START, START)
    path = f"/api/policies/{policy['id']}"
    body = {"document": document(s.beta, 0), "why": "we trust them"}
    assert portal.client("bob").post(f"{path}/versions", json=body).status_code == 403
    newer = data(portal.client("ada").post(f"{path}/versions", json=body))
    assert [v["version"] for v in newer["versions"]] == [1, 2]
    assert newer["versions"][0] == policy["versions"][0]
    told = data(portal.client("gamma").get(f"{path}/differences?from=1&to=2"))
    assert told == [
        "No longer: Photometry: Beta sees it 30 days after the end of the night (noon UTC) of the observation.",
        "Now: Photometry: Beta sees it at once.",
    ]
    assert s.seen_by("bob") == 0
    new = s.observe("Sky1", START, START)
    assert new.audience_id != old.audience_id
    assert s.seen_by("bob") == 1


def test_templates_schema_and_preview(portal: World) -> None:
    s = season(portal)
    client = portal.client("ada")
    body = {"name": "Rules", "group_id": s.alpha, "template": "ztf-partnership-like", "partner_group_ids": [s.beta]}
    made = data(client.post("/api/policies", json=body))
    assert "Modelled on" in made["summary"]
    assert len(data(client.get("/api/policies/templates"))) == 13
    assert "$defs" in data(client.get("/api/policies/schema"))
    told = data(client.post("/api/policies/preview", json={"document": document(s.beta)}))
    assert "Beta sees it 30 days" in told["summary"]
    wrong = client.post("/api/policies/preview", json={"document": {"products": {"photometry": {"use": [{}]}}}})
    assert (wrong.status_code, wrong.json()["data"]["field"]) == (400, "document.products.photometry.use.0.kind")
    assert client.post("/api/policies", json={"name": "x", "group_id": s.alpha}).status_code == 400


def test_nobody_binds_what_is_not_theirs(portal: World) -> None:
    s = season(portal)
    own = {"name": "Beta rules", "group_id": s.beta, "document": document(None, everybody_days=0)}
    policy = data(portal.client("bob").post("/api/policies", json=own))
    path, bob = f"/api/policies/{policy['id']}/attachments", portal.client("bob")
    assert bob.post(path, json={"allocation_id": s.allocation_id}).status_code == 400
    assert bob.post(path, json={"group_id": s.alpha}).status_code == 403
    assert bob.post(path, json={"instrument_id": s.instrument_id}).status_code == 403
    assert bob.post(path, json={}).status_code == 400
    assert bob.post(path, json={"group_id": s.beta, "instrument_id": s.instrument_id}).status_code == 400
    for thing in ({"allocation_id": s.allocation_id}, {"group_id": s.alpha}, {"instrument_id": s.instrument_id}):
        with (
            pytest.raises(ProgrammingError, match="row-level security"),
            portal.context("web").transaction(portal.principal("bob")) as session,
        ):
            session.execute(insert(PolicyAttachment).values(policy_id=policy["id"], **thing))
    attached = data(bob.post(path, json={"group_id": s.beta}))
    assert bob.post(path, json={"group_id": s.beta}).status_code == 409
    assert portal.client("ada").delete(f"{path}/{attached['id']}").status_code == 403
    assert bob.delete(f"{path}/{attached['id']}").status_code == 200
    assert bob.delete(f"{path}/{attached['id']}").status_code == 404


def test_where_policies_meet_the_strictest_holds(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0, everybody_days=100)
    second = {"name": "Stricter", "group_id": s.alpha, "document": document(None, everybody_days=200)}
    policy = data(portal.client("ada").post("/api/policies", json=second))
    data(portal.client("ada").post(f"/api/policies/{policy['id']}/attachments", json={"group_id": s.alpha}))
    found = []
    for service in ("followup", "ingest"):
        with portal.context(service).transaction() as session:
            version = version_for(session, allocation_id=s.allocation_id, group_ids=[s.alpha])
            assert version is not None
            found.append(version.id)
            terms = PolicyDocument.model_validate(version.document).products
    assert found[0] == found[1]
    (only,) = terms.values()
    assert (only.delay_of(s.beta), only.everybody_days) == (200, 200)
    with portal.context("followup").transaction() as session:
        alone = version_for(session, group_ids=[s.alpha])
        assert alone is not None
        assert alone.policy_id == policy["id"]
        assert version_for(session, group_ids=[s.beta]) is None
        assert session.query(PolicyVersion).count() == 3


def test_the_version_is_the_one_of_that_time(portal: World) -> None:
    s = season(portal)
    policy = s.attach()
    data(portal.client("ada").post(f"/api/policies/{policy['id']}/versions", json={"document": document(s.beta, 1)}))
    with portal.context().transaction() as session:
        session.execute(
            text("UPDATE policy_versions SET created_at = created_at - interval '9 days' WHERE version = 1")
        )
        between = session.execute(text("SELECT now() - interval '1 day'")).scalar_one()
    with portal.context("followup").transaction() as session:
        numbers = [
            getattr(version_for(session, allocation_id=s.allocation_id, at=at), "version", None)
            for at in (None, between, START.replace(year=2001))
        ]
    assert numbers == [2, 1, 1]
