"""Who reads an analysis: whoever may read all that it was made from, live, whatever its group_ids say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from skyportal_py import analysis as sky
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from app.tables import AnalysisSecret, GroupUser, ObjAnalysis
from tests.app.api.analysis_service import analysis_service
from tests.app.api.scene import make_scene
from tests.support.outside import errands_worker, reach_loopback
from tests.support.waiting import until
from tests.support.world import World


def service_body(url: str, **more: Any) -> dict[str, Any]:
    return {
        "name": "Fitter", "url": url, "authentication_type": "none", "analysis_type": "meta_analysis",
        "input_data_types": ["photometry", "comments"],
    } | more  # fmt: skip


def completed(world: World, username: str, service_id: int, **body: Any) -> int:
    client = world.client(username)
    answer = client.post(f"/api/obj/SN1/analysis/{service_id}", json=body)
    assert answer.status_code == 200, answer.text
    made = int(answer.json()["data"]["id"])

    def over() -> bool:
        with world.context().transaction() as session:
            return session.get_one(ObjAnalysis, made).status == "completed"

    until(over, 15, "the analysis is completed", every_s=0.05)
    return made


def test_a_result_is_for_those_who_read_all_its_inputs(portal: World) -> None:
    scene = make_scene(portal)
    reach_loopback(portal)
    both = portal.group("Both", members=("ada", "bob", "carl"))
    ada, bob, carl = (portal.client(name) for name in ("ada", "bob", "carl"))
    readers = {"ada": ada, "bob": bob, "carl": carl}
    source = {"id": "SN1", "ra": 10.0, "dec": 20.0, "group_ids": [both]}
    assert ada.post("/api/sources", json=source).status_code == 200
    assert ada.post("/api/photometry", json=scene.points("SN1", group_ids=[both])).status_code == 200
    with analysis_service() as service, errands_worker(portal):
        root = portal.client("root")
        made = root.post("/api/analysis_service", json=service_body(service.server.url, group_ids=[both]))
        service_id = made.json()["data"]["id"]
        first = completed(portal, "ada", service_id, group_ids=[both])
        comment = {"text": "red only", "group_ids": [scene.red]}
        assert carl.post("/api/sources/SN1/comments", json=comment).status_code == 200
        second = completed(portal, "ada", service_id, group_ids=[both])
        hers = completed(portal, "bob", service_id, group_ids=[both])
    assert "red only" in service.server.asked[1].json()["inputs"]["comments"]
    assert "red only" not in service.server.asked[2].json()["inputs"]["comments"], "bob's inputs are bob's"

    def seen(client: Any) -> set[int]:
        places = [
            f"/api/obj/analysis/{n}{tail}" for n in (first, second, hers) for tail in ("", "/plots/0", "/results")
        ]
        single = {int(re.findall(r"\d+", p)[0]) for p in places if client.get(p).status_code == 200}
        listed = {a["id"] for a in client.get("/api/obj/analysis", params={"objID": "SN1"}).json()["data"]}
        assert single == listed == {a["id"] for a in client.get("/api/obj/analysis").json()["data"]}
        return listed

    assert {name: seen(c) for name, c in readers.items()} == {
        "ada": {first, second, hers}, "bob": {first, hers}, "carl": {first, second, hers},
    }  # fmt: skip
    # It is live: whoever is let into the red team reads it, and whoever leaves does not, not even who asked for it.
    with portal.context().transaction() as session:
        session.add(GroupUser(group_id=scene.red, user_id=portal.user_id("bob"), admin=False))
        session.execute(
            text("DELETE FROM group_users WHERE group_id = :g AND user_id = :u"),
            {"g": scene.red, "u": portal.user_id("ada")},
        )
    assert {name: seen(c) for name, c in readers.items()} == {
        "ada": {first, hers}, "bob": {first, second, hers}, "carl": {first, second, hers},
    }  # fmt: skip
    # Nor can the owner forget what it was made from.
    web = portal.context("web")
    with pytest.raises(DBAPIError, match="cannot be taken back"), web.transaction(portal.principal("ada")) as session:
        session.execute(update(ObjAnalysis).where(ObjAnalysis.id == first).values(input_audience_ids=[]))


def test_a_callback_address_works_once_and_is_in_no_table_or_answer(portal: World) -> None:
    scene = make_scene(portal)
    reach_loopback(portal)
    ada = portal.client("ada")
    ada.post("/api/sources", json={"id": "SN1", "ra": 10.0, "dec": 20.0, "group_ids": [scene.red]})
    ada.post("/api/photometry", json=scene.points("SN1"))
    with analysis_service() as service, errands_worker(portal):
        secret = {"authentication_type": "api_key", "_authinfo": {"api_key_name": "key", "api_key": "s3cret"}}
        body = service_body(service.server.url, group_ids=[scene.red], **secret)
        service_id = portal.client("root").post("/api/analysis_service", json=body).json()["data"]["id"]
        analysis_id = completed(portal, "ada", service_id)
        service.join()
        asked = service.server.asked[0]
        address = asked.json()["callback_url"]
        token = address.rpartition("/")[2]
        assert len(token) == 64
        assert asked.path.endswith("?key=s3cret")
        nobody = portal.client()
        answers = [nobody.post(f"/api/webhook/obj_analysis/{t}", json={"status": "failure"}) for t in (token, "0" * 64)]
    assert [a.status_code for a in answers] == [400, 400]
    assert answers[0].content == answers[1].content
    assert sky.fetch_analysis(portal.sky("ada"), analysis_id).status == "completed"
    with portal.context().transaction() as session:
        for table in ("obj_analyses", "errands", "history", "outbox", "analysis_secrets", "analysis_services"):
            rows = session.scalars(text(f"SELECT t::text FROM {table} t")).all()
            assert not any(token in row or "s3cret" in row for row in rows), table
    # Not even an administrator of the whole portal reads a service's credentials out of the database.
    for username in ("root", "ada"):
        with (
            pytest.raises(DBAPIError, match="permission denied"),
            portal.context("web").transaction(portal.principal(username)) as session,
        ):
            session.execute(select(AnalysisSecret.authinfo))


def test_a_service_cannot_be_pointed_at_the_inside(portal: World) -> None:
    scene = make_scene(portal)
    ada = portal.client("ada")
    ada.post("/api/sources", json={"id": "SN1", "ra": 10.0, "dec": 20.0, "group_ids": [scene.red]})
    ada.post("/api/photometry", json=scene.points("SN1"))
    with analysis_service() as service, errands_worker(portal):
        body = service_body(service.server.url, group_ids=[scene.red])
        service_id = portal.client("root").post("/api/analysis_service", json=body).json()["data"]["id"]
        made = ada.post(f"/api/obj/SN1/analysis/{service_id}", json={}).json()["data"]["id"]

        def status() -> Any:
            found = ada.get(f"/api/obj/analysis/{made}").json()["data"]
            return found if found["status"] == "failure" else None

        assert "private network" in until(status, 15, "the analysis fails", every_s=0.05)["status_message"]
        assert service.server.asked == []
        told = ada.get("/api/errands", params={"state": "failed"}).json()["data"]
        assert told["totalMatches"] == 1
        (errand,) = told["errands"]
        assert (errand["kind"], errand["state"], errand["attempts"]) == ("analysis.send", "failed", 1)
        assert "private network" in errand["reason"]
        assert "payload" not in errand
        assert portal.client("bob").get("/api/errands").json()["data"] == {"errands": [], "totalMatches": 0}
        assert ada.get("/api/errands", params={"numPerPage": 1, "pageNumber": 9}).json()["data"]["errands"] == []
