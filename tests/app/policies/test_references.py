"""What a policy names must exist, be known to its writer, and be able to happen."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from tests.app.policies.season import data, season
from tests.support.world import World

TAXONOMY = {
    "name": "Simple", "version": "1", "hierarchy": {"class": "Star", "subclasses": [{"class": "RR Lyrae"}]},
}  # fmt: skip


def policy(group_id: int, circle: dict[str, Any] | None = None, **case: Any) -> dict[str, Any]:
    """A policy with one circle beside everybody's, and a case where there is one."""
    circles = [{"who": "everybody", "after_days": None}, *([circle] if circle else [])]
    document: dict[str, Any] = {"products": {"photometry": {"circles": circles}}}
    if case:
        document["cases"] = [{"products": ["photometry"], "terms": {"stage": "view"}, **case}]
    return {"name": "Rules", "group_id": group_id, "document": document}


def test_references_are_looked_up_when_a_policy_is_written(portal: World) -> None:
    s = season(portal)
    s.ensure_obj("Sky1")
    ada, bob = portal.client("ada"), portal.client("bob")
    everybody = next(g["id"] for g in data(ada.get("/api/groups"))["user_accessible_groups"] if "Sitewide" in g["name"])
    data(bob.post("/api/taxonomy", json={**TAXONOMY, "group_ids": [s.beta]}))
    for client, group_id in ((ada, s.alpha), (bob, s.beta)):
        data(client.post("/api/sources", json={"id": "Sky1", "ra": 10.0, "dec": 20.0, "group_ids": [group_id]}))
    papers = {}
    for name, client, group_id in (("own", ada, s.alpha), ("theirs", bob, s.beta), ("gone", ada, s.alpha)):
        made = data(client.post("/api/publications", json={"title": name, "group_id": group_id, "obj_ids": ["Sky1"]}))
        papers[name] = made["id"]
    data(ada.post(f"/api/publications/{papers['gone']}/stage", json={"stage": "withdrawn"}))

    def waiting(clock: str, **more: Any) -> dict[str, Any]:
        return {"who": "group", "group_id": s.beta, "after_days": 3, "clock": clock, **more}

    circle, case = "document.products.photometry.circles.1", "document.cases.0"
    group = {"who": "group", "after_days": 1}
    lists = {"use": [{"kind": "coauthorship", "authors": 1, "from_group_id": 999}]}
    refused: list[tuple[dict[str, Any], str, str]] = [
        (policy(s.alpha, {**group, "group_id": 999}), "unknown_reference", f"{circle}.group_id"),
        (policy(s.alpha, {**group, "group_id": s.alpha}), "needless_circle", f"{circle}.group_id"),
        (policy(s.alpha, {**group, "group_id": everybody}), "needless_circle", f"{circle}.group_id"),
        (policy(s.alpha, levels=["raw"], terms=lists), "unknown_reference", f"{case}.terms.use.0.from_group_id"),
        (policy(s.alpha, instrument_ids=[999]), "unknown_reference", f"{case}.instrument_ids"),
        (policy(s.alpha, classes=["Quasar"]), "unknown_reference", f"{case}.classes"),
        (policy(s.alpha, classes=["RR Lyrae"]), "unknown_reference", f"{case}.classes"),
        (policy(s.alpha, waiting("classification", classes=["X"])), "unknown_reference", f"{circle}.classes"),
        (policy(s.alpha, waiting("acceptance", publication_id=999)), "unknown_reference", f"{circle}.publication_id"),
        (
            policy(s.alpha, waiting("acceptance", publication_id=papers["theirs"])),
            "unknown_reference",
            f"{circle}.publication_id",
        ),
        (
            policy(s.alpha, waiting("acceptance", publication_id=papers["gone"])),
            "clock_cannot_start",
            f"{circle}.publication_id",
        ),
    ]
    for body, code, field in refused:
        answer = ada.post("/api/policies", json=body)
        assert answer.status_code == 400, answer.text
        assert (answer.json()["data"]["code"], answer.json()["data"]["field"]) == (code, field), answer.text
        preview = ada.post("/api/policies/preview", json={"document": body["document"], "group_id": s.alpha})
        assert preview.json()["data"] == answer.json()["data"]
    assert "RR Lyrae" in bob.post("/api/policies", json=policy(s.beta, classes=["RR Lyrae"])).text
    accepted = policy(s.alpha, waiting("acceptance", publication_id=papers["own"]))
    made = data(ada.post("/api/policies", json=accepted))
    assert ada.post(f"/api/policies/{made['id']}/versions", json={"document": policy(1, classes=["X"])["document"]}
                    ).json()["data"]["code"] == "unknown_reference"  # fmt: skip

    with portal.context().transaction() as session:
        ada_too = {"g": s.beta, "u": portal.user_id("ada")}
        session.execute(text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)"), ada_too)
    circular = policy(s.alpha, waiting("acceptance", publication_id=papers["theirs"]))
    assert ada.post("/api/policies", json=circular).json()["data"]["code"] == "circular_policy"
    # Another way in breaks the circle.
    circular["document"]["products"]["photometry"]["circles"].append({**group, "group_id": s.beta, "after_days": 900})
    data(ada.post("/api/policies", json={**circular, "name": "Another way"}))
