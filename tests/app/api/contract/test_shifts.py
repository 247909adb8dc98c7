"""Shifts by skyportal-py, and what those outside of the group can do with them: nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from skyportal_py import shifts as sky
from skyportal_py._http import SkyPortalError
from skyportal_py.shifts import ShiftPost

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

START = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def _post(scene: Scene, who: str = "ada", name: str = "Night one", days: float = 0.0, **more: object) -> int:
    start = START + timedelta(days=days)
    values = {
        "name": name, "start_date": start.isoformat(), "end_date": (start + timedelta(hours=8)).isoformat(),
        "group_id": scene.red,
    }  # fmt: skip
    return sky.post_shift(scene.world.sky(who), ShiftPost.model_validate(values | more)).id


def test_the_whole_life_of_a_shift(scene: Scene) -> None:
    world, ada, carl = scene.world, scene.world.sky("ada"), scene.world.sky("carl")
    ids = {name: world.user_id(name) for name in ("ada", "bob", "carl")}
    shift_id = _post(scene, required_users_number=2, description="first")
    later = _post(scene, name="Later", days=10, shift_admins=[ids["carl"]])
    seen = sky.fetch_shift(carl, shift_id)
    assert (seen.name, seen.group_id, seen.shift_users_ids) == ("Night one", scene.red, [ids["ada"]])
    assert seen.group is not None
    assert seen.group.has_admin_access is True
    assert {m.username for m in seen.group.group_users} == {"ada", "carl"}
    assert sky.fetch_shift(ada, shift_id).group.has_admin_access is False  # type: ignore[union-attr]

    assert sky.post_shift_user(carl, shift_id, ids["carl"]).admin is False
    with pytest.raises(SkyPortalError, match="on this shift already"):
        sky.post_shift_user(ada, shift_id, ids["carl"])
    sky.update_shift(ada, shift_id, name="Renamed", required_users_number=3)
    with pytest.raises(SkyPortalError, match="2 people are on this shift"):
        sky.update_shift(ada, shift_id, required_users_number=1)
    with pytest.raises(SkyPortalError, match="not in the group"):
        sky.post_shift_user(ada, shift_id, ids["bob"])
    sky.update_shift_user(carl, shift_id, ids["carl"], needs_replacement=True)
    told = world.client("ada").get("/api/internal/notifications")
    if told.status_code == 200:
        assert "carl needs a replacement" in told.text
    on = {u.username: u for u in sky.fetch_shift(ada, shift_id).shift_users}
    assert on["carl"].needs_replacement is True
    assert on["ada"].admin is True
    sky.update_shift_user(ada, shift_id, ids["carl"], admin=True)
    assert sky.fetch_shift(ada, shift_id).shift_users[1].needs_replacement is False

    soon = (START + timedelta(days=5)).isoformat()
    assert [s.id for s in sky.fetch_shifts(ada)] == [shift_id, later]
    assert [s.id for s in sky.fetch_shifts(ada, start_date_limit=soon)] == [later]
    assert [s.id for s in sky.fetch_shifts(ada, end_date_limit=soon)] == [later]
    assert sky.fetch_shifts(ada, group_id=scene.blue) == []
    assert len(sky.fetch_shifts(ada, group_id=scene.red)) == 2

    world.client("ada").post("/api/sources", json={"id": "S1", "ra": 1.0, "dec": 2.0, "group_ids": [scene.red]})
    report = sky.fetch_shift_summary(ada, shift_id)
    assert report.shifts is not None
    assert report.shifts.total == 1
    assert report.shifts.data[0]["activity"]["sources_saved"] == 1
    period = sky.fetch_shift_summary(ada, start_date=(START - timedelta(days=1)).isoformat(), end_date=soon)
    assert [s["id"] for s in period.shifts.data] == [shift_id]  # type: ignore[union-attr]
    with pytest.raises(SkyPortalError, match="four weeks"):
        sky.fetch_shift_summary(ada, start_date="2020-01-01", end_date="2020-03-01")

    sky.delete_shift_user(carl, shift_id, ids["carl"])
    assert sky.fetch_shift(ada, shift_id).shift_users_ids == [ids["ada"]]
    sky.delete_shift(ada, shift_id)
    assert [s.id for s in sky.fetch_shifts(ada)] == [later]


def test_another_group_neither_sees_nor_changes_it(scene: Scene) -> None:
    shift_id, bob = _post(scene), scene.world.client("bob")
    bob_id = scene.world.user_id("bob")
    assert sky.fetch_shifts(scene.world.sky("bob")) == []
    day = {"startDate": (START - timedelta(days=1)).isoformat(), "endDate": (START + timedelta(days=1)).isoformat()}
    assert bob.get("/api/shifts/summary", params=day).json()["data"]["shifts"]["total"] == 0
    for method, path, body in (
        ("GET", "/api/shifts/{}", None),
        ("GET", "/api/shifts/summary/{}", None),
        ("PATCH", "/api/shifts/{}", {"name": "mine"}),
        ("DELETE", "/api/shifts/{}", None),
        ("POST", "/api/shifts/{}/users", {"userID": bob_id, "admin": False}),
        ("PATCH", f"/api/shifts/{{}}/users/{bob_id}", {"admin": True}),
        ("DELETE", f"/api/shifts/{{}}/users/{scene.world.user_id('ada')}", None),
    ):
        hidden = bob.request(method, path.format(shift_id), json=body)
        absent = bob.request(method, path.format(999_999), json=body)
        assert hidden.status_code == absent.status_code == 400, path
        assert hidden.text.replace(str(shift_id), "N") == absent.text.replace("999999", "N").replace(
            str(shift_id), "N"
        ), path
    with pytest.raises(SkyPortalError, match="not in a group"):
        _post(scene, "bob")


def test_a_member_leads_only_what_is_theirs(scene: Scene) -> None:
    world = scene.world
    shift_id = _post(scene, "carl")
    ada, ada_id = world.sky("ada"), world.user_id("ada")
    with pytest.raises(SkyPortalError, match="Only an admin"):
        sky.update_shift(ada, shift_id, name="mine")
    with pytest.raises(SkyPortalError, match="Only an admin"):
        sky.post_shift_user(ada, shift_id, ada_id, admin=True)
    sky.post_shift_user(ada, shift_id, ada_id)
    with pytest.raises(SkyPortalError, match="Only an admin"):
        sky.update_shift_user(ada, shift_id, ada_id, admin=True)
    with pytest.raises(SkyPortalError, match="Only an admin"):
        sky.delete_shift_user(ada, shift_id, world.user_id("carl"))
    with pytest.raises(SkyPortalError, match="Only an admin"):
        sky.delete_shift(ada, shift_id)
    sky.update_shift_user(world.sky("carl"), shift_id, ada_id, admin=True)
    sky.update_shift(ada, shift_id, name="ours")


def test_bad_input_names_its_field(scene: Scene) -> None:
    ada = scene.world.client("ada")
    good = {
        "name": "N", "start_date": START.isoformat(), "end_date": (START + timedelta(hours=1)).isoformat(),
        "group_id": scene.red,
    }  # fmt: skip
    for changed, field in (
        ({"end_date": "2020-01-01"}, "end_date"),
        ({"start_date": "soon"}, "start_date"),
        ({"name": ""}, "name"),
        ({"required_users_number": 0}, "required_users_number"),
        ({"shift_admins": [999_999]}, "shift_admins"),
        ({"start_date": "0001-01-01T00:00:00+14:00"}, "start_date"),
        ({"bogus": 1}, "bogus"),
    ):
        answer = ada.post("/api/shifts", json=good | changed)
        assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), (changed, answer.text)
    assert ada.post("/api/shifts", json=good | {"name": "a\x00b"}).status_code == 400
    shift_id = _post(scene, required_users_number=1)
    with pytest.raises(SkyPortalError, match="full"):
        sky.post_shift_user(scene.world.sky("carl"), shift_id, scene.world.user_id("carl"))
