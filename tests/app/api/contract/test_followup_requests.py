"""Follow-up requests by skyportal-py: posting, constraints, filters, watchers, schedules, standing wishes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from skyportal_py import followup_requests as sky
from skyportal_py._http import SkyPortalError
from skyportal_py.followup_requests import DefaultFollowupRequestPost, FollowupRequestPost
from sqlalchemy import delete, func, insert, select, update

from app.tables import Allocation, DefaultFollowupMatch, FollowupRequest, GroupUser, Telescope, Trigger
from followup.worker.standing import StandingWishes
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

PAYLOAD = {"observation_choices": ["sdssr"], "exposure_time": 300, "exposure_counts": 2, "priority": 3}


@pytest.fixture
def scene(portal: World) -> Scene:
    made = make_scene(portal)
    with portal.context().transaction() as session:
        session.execute(update(Telescope).values(lat=33.356, lon=-116.863, elevation=1712.0))
    for name, ra, group, who in (("S1", 10.0, made.red, "ada"), ("S2", 150.0, made.red, "ada")):
        _save(made, name, ra, group, who)
    return made


def _save(scene: Scene, name: str, ra: float, group: int, who: str = "ada", **more: Any) -> None:
    body = {"id": name, "ra": ra, "dec": 20.0, "group_ids": [group]} | more
    answer = scene.world.client(who).post("/api/sources", json=body)
    assert answer.status_code == 200, answer.text


def _allocation(scene: Scene, group: int | None = None) -> int:
    values = {
        "group_id": group or scene.red, "instrument_id": scene.instrument, "hours_allocated": 5.0, "pi": "P",
        "facility": "LCO", "facility_config": {"site": "coj"},
    }  # fmt: skip
    with scene.world.context().transaction() as session:
        return session.execute(insert(Allocation).values(**values).returning(Allocation.id)).scalar_one()


def _ask(scene: Scene, allocation: int, obj_id: str = "S1", who: str = "ada", **more: Any) -> Any:
    body = {"obj_id": obj_id, "allocation_id": allocation, "payload": PAYLOAD} | more
    return scene.world.client(who).post("/api/followup_request", json=body)


def test_requests_from_post_to_withdrawal(scene: Scene) -> None:
    ada, carl = scene.world.sky("ada"), scene.world.sky("carl")
    allocation = _allocation(scene)
    dates = {"start_date": "2030-01-01", "end_date": (datetime.now(UTC) + timedelta(days=3)).isoformat()}
    made = sky.post_followup_request(
        ada, FollowupRequestPost(obj_id="S1", allocation_id=allocation, payload=PAYLOAD | dates)
    )
    assert made.request_status == "submitted to the follow-up service"
    other = sky.post_followup_request(
        carl, FollowupRequestPost(obj_id="S2", allocation_id=allocation, payload=PAYLOAD | {"priority": 1})
    )
    seen = sky.fetch_followup_request(carl, made.id)
    assert (seen.obj_id, seen.allocation_id, seen.payload["exposure_time"]) == ("S1", allocation, 300)
    assert seen.requester is not None
    assert seen.requester.username == "ada"
    assert seen.allocation is not None
    assert seen.allocation.instrument is not None
    assert [g.name for g in seen.target_groups] == ["Red"]
    assert str(seen.rise_time_utc) < str(seen.set_time_utc)
    assert (seen.obj or {})["ra"] == 10.0
    _lists(scene, made.id, other.id, allocation)
    _watching(scene, made, allocation)
    _priorities(scene, made.id, other.id)
    _schedules(scene)
    sky.delete_followup_request(ada, made.id)
    assert sky.fetch_followup_request(ada, made.id).status == "deleted"
    with pytest.raises(SkyPortalError, match="ended already"):
        sky.delete_followup_request(ada, made.id)
    _others_are_kept_out(scene, other.id, allocation)


def _lists(scene: Scene, first: int, second: int, allocation: int) -> None:
    ada = scene.world.sky("ada")
    page = sky.fetch_followup_requests(ada)
    assert (page.total_matches, [r.id for r in page.followup_requests]) == (2, [first, second])
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    filters: list[tuple[dict[str, Any], list[int]]] = [
        ({"source_id": "S2"}, [second]),
        ({"instrument_id": scene.instrument}, [first, second]),
        ({"instrument_id": 999}, []),
        ({"allocation_id": allocation}, [first, second]),
        ({"status": "submitted"}, [first, second]),
        ({"status": "100%"}, []),
        ({"start_date": later}, []),
        ({"end_date": later}, [first, second]),
        ({"observation_start_date": "2029-12-31"}, [first]),
        ({"observation_start_date": "2030-01-02"}, []),
        ({"observation_end_date": later}, []),
        ({"priority_threshold": 2}, [first]),
        ({"requesters": [scene.world.user_id("carl")]}, [second]),
        ({"sort_by": "obj", "sort_order": "desc"}, [second, first]),
        ({"num_per_page": 1, "page_number": 2}, [second]),
    ]
    for asked, expected in filters:
        assert [r.id for r in sky.fetch_followup_requests(ada, **asked).followup_requests] == expected, asked


def _watching(scene: Scene, made: Any, allocation: int) -> None:
    ada, carl = scene.world.sky("ada"), scene.world.sky("carl")
    sky.post_followup_request_watcher(carl, made.id)
    with pytest.raises(SkyPortalError, match="already"):
        sky.post_followup_request_watcher(carl, made.id)
    sky.post_followup_request_comment(ada, made.id, "soon please")
    sky.update_followup_request(ada, made.id, status="on hold", payload=PAYLOAD | {"exposure_time": 60})
    changed = sky.fetch_followup_request(carl, made.id)
    assert (changed.status, changed.comment, changed.payload["exposure_time"]) == ("on hold", "soon please", 60)
    assert [w.user_id for w in changed.watchers] == [scene.world.user_id("carl")]
    assert changed.last_modified_by is not None
    told = [n["text"] for n in _notifications(scene, "carl")]
    assert "The follow-up request for S1 is now: on hold" in told
    sky.delete_followup_request_watcher(carl, made.id)
    with pytest.raises(SkyPortalError, match="do not watch"):
        sky.delete_followup_request_watcher(carl, made.id)
    sky.post_followup_request_comment(ada, made.id, None)
    sky.post_facility_message(carl, made.id, {"new_status": "Accepted by the queue"})
    assert sky.fetch_followup_request(ada, made.id).status == "Accepted by the queue"
    sky.update_followup_request(ada, made.id, obj_id="S1", allocation_id=allocation, payload=PAYLOAD)
    again = sky.fetch_followup_request(ada, made.id)
    assert (again.status, again.comment) == (made.request_status, None)
    assert sky.request_followup_photometry(ada, made.id).request_status == made.request_status


def _priorities(scene: Scene, first: int, second: int) -> None:
    ada = scene.world.sky("ada")
    for obj_id, mag in (("S1", 20.0), ("S2", 17.0)):
        points = {
            "obj_id": obj_id, "instrument_id": scene.instrument, "filter": "sdssr", "mjd": 60000.0, "magsys": "ab",
            "mag": mag, "magerr": 0.05, "limiting_mag": 21.0, "group_ids": [scene.red],
        }  # fmt: skip
        assert scene.world.client("ada").post("/api/photometry", json=points).status_code == 200
    sky.update_followup_request_prioritization(ada, request_ids=[first, second])
    assert [r.payload["priority"] for r in sky.fetch_followup_requests(ada).followup_requests] == [1, 5]
    sky.update_followup_request_prioritization(
        ada, request_ids=[first, second], magnitude_ordering="descending", minimum_priority=2, maximum_priority=4
    )
    assert [r.payload["priority"] for r in sky.fetch_followup_requests(ada).followup_requests] == [4, 2]


def _schedules(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    night: dict[str, Any] = {
        "observation_start_date": "2026-11-18T01:00:00",
        "observation_end_date": "2026-11-18T14:00:00",
    }
    lines = sky.fetch_followup_request_schedule(ada, scene.instrument, **night).decode().splitlines()
    assert [line.split(",")[0] for line in lines] == ["target", "S1", "S2"]
    assert lines[1].split(",")[1].startswith("2026-11-18T0")
    only = sky.fetch_followup_request_schedule(
        ada, scene.instrument, standards_only=True, standard_type="ESO", magnitude_range="(12,11.5)", **night
    ).decode()
    assert "Feige 110" in only
    assert "GD 71" not in only
    assert "S1" not in only
    assert sky.fetch_followup_request_schedule(ada, scene.instrument, output_format="png", **night)[:4] == b"\x89PNG"
    pdf = sky.fetch_followup_request_schedule(ada, scene.instrument, output_format="pdf", time_resolution=60, **night)
    assert pdf[:4] == b"%PDF"


def _notifications(scene: Scene, who: str) -> list[dict[str, Any]]:
    from app.tables import Notification

    with scene.world.context().transaction() as session:
        mine = select(Notification).where(Notification.user_id == scene.world.user_id(who))
        return [{"text": n.text} for n in session.scalars(mine)]


def _others_are_kept_out(scene: Scene, request_id: int, allocation: int) -> None:
    bob = scene.world.client("bob")
    assert bob.get("/api/followup_request").json()["data"]["totalMatches"] == 0
    for method, path, body in (
        ("GET", "/api/followup_request/{}", None),
        ("PUT", "/api/followup_request/{}", {"status": "mine"}),
        ("DELETE", "/api/followup_request/{}", None),
        ("PUT", "/api/followup_request/{}/comment", {"comment": "hello"}),
        ("POST", "/api/followup_request/watch/{}", None),
        ("DELETE", "/api/followup_request/watch/{}", None),
        ("GET", "/api/photometry_request/{}", None),
    ):
        hidden, absent = (bob.request(method, path.format(n), json=body) for n in (request_id, 999_999))
        assert hidden.status_code == absent.status_code == 400, path
        assert hidden.text.replace(f"id {request_id} ", "") == absent.text.replace("id 999999 ", ""), path
    message = {"followup_request_id": request_id, "new_status": "mine"}
    assert bob.post("/api/facility", json=message).status_code == 400
    assert bob.put("/api/followup_request/prioritization", json={"requestIds": [request_id]}).status_code == 400
    nothing = bob.get(f"/api/followup_request/schedule/{scene.instrument}")
    assert (nothing.status_code, "no request" in nothing.text) == (400, True)
    assert _ask(scene, allocation, who="bob").json()["data"]["field"] == "allocation_id"


def test_constraints_hold_requests_back(scene: Scene) -> None:
    world, allocation, spare = scene.world, _allocation(scene), _allocation(scene)
    ada = world.client("ada")

    def refused(field: str, value: Any, **more: Any) -> bool:
        answer = _ask(scene, spare, **({field: value} | more))
        if answer.status_code == 200:
            world.client("ada").delete(f"/api/followup_request/{answer.json()['data']['id']}")
            return False
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), answer.text
        return True

    hours = 24.0
    steps: list[tuple[str, Any, Callable[[], Any]]] = [
        ("not_if_classified", True, lambda: _classify(scene, "S1")),
        ("not_if_assignment_exists", True, lambda: _assign(scene, "S1")),
        ("not_if_spectra_exist", True, lambda: _spectrum(scene, "S1")),
        ("ignore_allocation_ids", [allocation], lambda: _ask(scene, allocation)),
        ("not_if_tns_classified", True, lambda: ada.patch("/api/sources/S1", json={"tns_name": "SN 2024abc"})),
        ("not_if_tns_reported", hours, lambda: ada.post("/api/photometry", json=scene.points("S1", magsys="ab"))),
    ]
    for field, value, do in steps:
        assert refused(field, value) is False, field
        answer = do()
        assert answer.status_code == 200, answer.text
        assert refused(field, value) is True, field
    assert refused("ignore_source_group_ids", [scene.blue]) is False
    assert refused("ignore_source_group_ids", [scene.red]) is True
    assert refused("source_group_ids", [scene.red]) is False
    assert refused("source_group_ids", [scene.blue]) is True
    _save(scene, "Near", 10.0003, scene.red)
    assert refused("not_if_classified", True, obj_id="Near") is False
    assert refused("not_if_classified", True, obj_id="Near", radius=2.0) is True
    assert _ask(scene, spare, obj_id="S2", not_if_duplicates=True).status_code == 200
    again = _ask(scene, spare, obj_id="S2", not_if_duplicates=True)
    assert (again.status_code, again.json()["data"]["field"]) == (400, "not_if_duplicates")
    for body, field in (
        ({"radius": -1}, "radius"),
        ({"payload": {"exposure_time": 1}}, "payload.observation_choices"),
        ({"target_group_ids": [scene.blue]}, "target_group_ids"),
        ({"not_if_raining": True}, "not_if_raining"),
    ):
        wrong = _ask(scene, spare, **body)
        assert (wrong.status_code, wrong.json()["data"]["field"]) == (400, field), wrong.text


def _classify(scene: Scene, obj_id: str) -> Any:
    body = {
        "obj_id": obj_id, "taxonomy_id": scene.taxonomy(), "classification": "Ia", "group_ids": [scene.red],
    }  # fmt: skip
    return scene.world.client("ada").post("/api/classification", json=body)


def _assign(scene: Scene, obj_id: str) -> Any:
    ada = scene.world.client("ada")
    body = {"instrument_id": scene.instrument, "calendar_date": "2026-11-17"}
    run = ada.post("/api/observing_run", json=body).json()["data"]["id"]
    return ada.post("/api/assignment", json={"run_id": run, "obj_id": obj_id, "priority": "1"})


def _spectrum(scene: Scene, obj_id: str) -> Any:
    body = {
        "obj_id": obj_id, "instrument_id": scene.instrument, "observed_at": "2024-01-01T00:00:00",
        "wavelengths": [4000.0, 5000.0], "fluxes": [1.0, 2.0], "group_ids": [scene.red],
    }  # fmt: skip
    return scene.world.client("ada").post("/api/spectrum", json=body)


def test_default_requests_act_once_and_with_their_owners_rights(scene: Scene) -> None:
    world, ada = scene.world, scene.world.sky("ada")
    allocation = _allocation(scene)
    body = DefaultFollowupRequestPost(
        allocation_id=allocation, payload=PAYLOAD, default_followup_name="All of ours", not_if_duplicates=True,
        source_filter={"name": "ZTF"}, validity_days=3, comment="by itself",
    )  # fmt: skip
    plain = sky.post_default_followup_request(ada, body).id
    picky = sky.post_default_followup_request(
        ada, body.model_copy(update={
            "default_followup_name": "Ia only", "source_filter": {"classification": "Ia", "group_id": scene.red},
            "not_if_duplicates": None, "comment": None,
        }),
    ).id  # fmt: skip
    seen = sky.fetch_default_followup_request(world.sky("carl"), plain)
    assert (seen.default_followup_name, seen.validity_days) == ("All of ours", 3)
    assert (seen.constraints or {})["not_if_duplicates"] is True
    assert [d.id for d in sky.fetch_default_followup_requests(ada)] == [plain, picky]
    with pytest.raises(SkyPortalError, match="name already"):
        sky.post_default_followup_request(ada, body)
    for changed, field in (
        ({"payload": PAYLOAD | {"start_date": "2026-01-01"}}, "payload.start_date"),
        ({"payload": {}}, "payload.observation_choices"),
        ({"source_filter": {"colour": "red"}}, "source_filter.colour"),
        ({"source_filter": {"group_id": scene.blue}}, "source_filter.group_id"),
    ):
        wrong = body.model_dump(exclude_none=True) | {"default_followup_name": "W"} | changed
        answer = world.client("ada").post("/api/default_followup_request", json=wrong)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), answer.text

    wishes = StandingWishes(world.context("followup"))
    _save(scene, "ZTF1", 30.0, scene.red)
    with world.context("followup").sessions() as session:
        # A worker that dies in the middle has asked for nothing.
        assert wishes.step(session)
        session.rollback()
    assert _requests_of(scene, "ZTF1") == []
    assert wishes.round() == 2
    [request] = _requests_of(scene, "ZTF1")
    assert (request["requester_id"], request["comment"]) == (world.user_id("ada"), "by itself")
    assert datetime.fromisoformat(request["payload"]["end_date"]) > datetime.now(UTC) + timedelta(days=2)
    _save(scene, "ZTF1", 30.0, scene.red)
    assert wishes.round() <= 1
    assert len(_requests_of(scene, "ZTF1")) == 1
    # What was refused for want of a classification is looked at again when there is one.
    assert _classify(scene, "ZTF1").status_code == 200
    assert wishes.round() == 1
    assert wishes.round() == 0
    assert len(_requests_of(scene, "ZTF1")) == 2
    _save(scene, "Other", 31.0, scene.red)
    wishes.round()
    assert _requests_of(scene, "Other") == []

    # Nobody asks with rights that they have lost.
    with world.context().transaction() as session:
        session.execute(
            delete(GroupUser).where(GroupUser.group_id == scene.red, GroupUser.user_id == request["requester_id"])
        )
    _save(scene, "ZTF2", 32.0, scene.red, who="carl")
    assert wishes.round() == 2
    with world.context().transaction() as session:
        asked = select(func.count()).select_from(FollowupRequest).where(FollowupRequest.obj_id == "ZTF2")
        assert session.execute(asked).scalar_one() == 0
        states = select(DefaultFollowupMatch.state).where(DefaultFollowupMatch.obj_id == "ZTF2")
        assert set(session.scalars(states)) == {"refused"}
        assert session.execute(select(func.count()).select_from(Trigger)).scalar_one() == 2

    _others_know_no_default(scene, plain)
    sky.delete_default_followup_request(world.sky("carl"), plain)
    assert [d.id for d in sky.fetch_default_followup_requests(world.sky("carl"))] == [picky]


def _others_know_no_default(scene: Scene, plain: int) -> None:
    bob = scene.world.client("bob")
    assert bob.get("/api/default_followup_request").json()["data"] == []
    for method in ("GET", "DELETE"):
        hidden, absent = (bob.request(method, f"/api/default_followup_request/{n}") for n in (plain, 999_999))
        assert hidden.status_code == absent.status_code == 400
        assert hidden.text.replace(f"id {plain} ", "") == absent.text.replace("id 999999 ", "")


def _requests_of(scene: Scene, obj_id: str) -> list[dict[str, Any]]:
    answer = scene.world.client("carl").get("/api/followup_request", params={"sourceID": obj_id})
    return list(answer.json()["data"]["followup_requests"])
