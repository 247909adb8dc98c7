"""``sources.post_source_notification`` of skyportal-py: members are told, and nobody else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from skyportal_py import sources as sky
from skyportal_py._http import SkyPortalError
from sqlalchemy import select, text

from app.portal.notifications import addresses, recipients
from app.tables import History, SourceNotification
from tests.app.api.contract.test_comments import told
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    """Red keeps the source S1."""
    made = make_scene(portal)
    sky.post_source(portal.sky("ada"), sky.SourcePost(id="S1", ra=1, dec=2, group_ids=[made.red]))
    return made


def call(scene: Scene, user: str = "ada", **changed: Any) -> int:
    given: dict[str, Any] = {"source_id": "S1", "group_ids": [scene.red], "level": "soft"} | changed
    posted = sky.post_source_notification(scene.world.sky(user), sky.SourceNotificationPost(**given))
    return int(posted.id)


def test_members_are_told(scene: Scene) -> None:
    both = scene.world.group("Both", members=("ada", "bob"))
    number = call(scene, group_ids=[scene.red, both], level="hard", additional_notes="It is rising.")
    assert told(scene, "carl") == ["Urgent: ada calls your attention to S1. It is rising."]
    # Bob is in a group that was named, and does not read the source.
    assert told(scene, "bob") == told(scene, "ada") == []
    client = scene.world.client("carl")
    [one] = client.get("/api/internal/notifications").json()["data"]
    assert (one["url"], one["viewed"], one["notification_type"]) == ("/source/S1", False, "source")
    path = f"/api/internal/notifications/{one['id']}"
    assert client.get(path).json()["data"] == one
    assert client.patch(path, json={"viewed": True}).status_code == 200
    assert client.get(path).json()["data"]["viewed"] is True
    assert client.patch("/api/internal/notifications/all", json={"viewed": False}).json()["message"].startswith("1 ")
    assert client.patch(path, json={"viewed": "perhaps"}).status_code == 400
    for other in ("bob", "ada", "root"):
        for method in ("GET", "PATCH", "DELETE"):
            answer = scene.world.client(other).request(method, path, json={"viewed": True})
            assert answer.status_code == 400, (other, method)
    hidden, missing = (scene.world.client("bob").get(f"/api/internal/notifications/{i}") for i in (one["id"], 99999))
    assert hidden.text == missing.text.replace("99999", str(one["id"]))
    with scene.world.context("web").transaction(scene.world.principal("ada")) as session:
        members = recipients(session, scene.world.user_id("ada"), number, [scene.red, both])
        assert members == [scene.world.user_id("carl")]
        assert addresses(session, members) == []
    scene.world.client("carl").patch(
        "/api/internal/profile", json={"contact_email": "carl@example.org", "preferences": {"allowEmailAlerts": True}}
    )
    with scene.world.context("web").transaction(scene.world.principal("ada")) as session:
        assert addresses(session, members) == ["carl@example.org"]
    assert client.delete(path).status_code == 200
    assert client.delete(path).status_code == 400
    call(scene)
    assert client.delete("/api/internal/notifications/all").json()["message"].startswith("1 ")
    assert told(scene, "carl") == []


def test_a_share_that_ends_takes_the_notification_along(scene: Scene) -> None:
    call(scene, additional_notes="secret")
    assert len(told(scene, "carl")) == 1
    sky.delete_source(scene.world.sky("ada"), "S1", scene.red)
    with scene.world.context().transaction() as session:
        session.execute(text("DELETE FROM sources"))
    assert told(scene, "carl") == []
    with scene.world.context().transaction() as session:
        assert session.scalars(select(SourceNotification.obj_id)).all() == ["S1"]


def test_what_is_refused(scene: Scene) -> None:
    client = scene.world.client("ada")
    for field, wrong in (
        ("groupIds", {"groupIds": [scene.blue]}), ("groupIds", {"groupIds": []}), ("level", {"level": "loud"}),
        ("sourceId", {"sourceId": ""}),
    ):  # fmt: skip
        body = {"sourceId": "S1", "groupIds": [scene.red], "level": "soft"} | wrong
        answer = client.post("/api/source_notifications", json=body)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field)
    hidden, missing = (
        scene.world.client("bob").post(
            "/api/source_notifications", json={"sourceId": name, "groupIds": [scene.blue], "level": "soft"}
        )
        for name in ("S1", "S9")
    )
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content) == (404, missing.content)
    with pytest.raises(SkyPortalError):
        call(scene, "bob")


def test_history_says_who_what_and_from_where(scene: Scene) -> None:
    call(scene)
    client = scene.world.client("ada")
    page = client.get("/api/internal/history?kind=source_notification").json()["data"]
    [row] = page["history"]
    assert (page["totalMatches"], row["username"], row["action"], row["holder_id"]) == (1, "ada", "create", scene.red)
    assert row["origin"].startswith("127.0.0.1 request ")
    assert row["after"]["obj_id"] == "S1"
    everything = client.get("/api/internal/history?numPerPage=1&pageNumber=2").json()["data"]
    assert (everything["totalMatches"], len(everything["history"])) == (2, 1)
    # The administrator of the group reads its rows; another group's member, nothing of them.
    of_carl = scene.world.client("carl").get(f"/api/internal/history?userID={scene.world.user_id('ada')}")
    assert of_carl.json()["data"]["totalMatches"] == 2
    assert scene.world.client("bob").get("/api/internal/history").json()["data"]["totalMatches"] == 0
    for query, number in (
        ("startDate=2100-01-01", 0), ("endDate=2100-01-01", 2), (f"groupID={scene.red}", 2), ("action=delete", 0),
        (f"groupID={scene.blue}", 0), ("kind=source_notification&rowID=1", 1),
    ):  # fmt: skip
        assert client.get(f"/api/internal/history?{query}").json()["data"]["totalMatches"] == number, query
    assert client.get("/api/internal/history?startDate=soon").status_code == 400
    with scene.world.context().transaction() as session:
        kept = session.scalars(select(History.after).where(History.kind == "source_notification")).one()
    assert json.dumps(kept)
