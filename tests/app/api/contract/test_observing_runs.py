"""Observing runs and their assignments by skyportal-py, and who is kept out of them."""

from __future__ import annotations

from datetime import datetime

import pytest
from skyportal_py import assignments as sky_assignments
from skyportal_py import observing_runs as sky
from skyportal_py._http import SkyPortalError
from skyportal_py.assignments import AssignmentPost
from skyportal_py.observing_runs import ObservingRunPost, ObservingRunUpdate
from sqlalchemy import update

from app.tables import Telescope
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    made = make_scene(portal)
    with portal.context().transaction() as session:
        palomar = {"lat": 33.356, "lon": -116.863, "elevation": 1712.0, "fixed_location": True}
        session.execute(update(Telescope).values(**palomar))
    for name, group, ra in (("Shown", made.red, 340.0), ("Hidden", made.blue, 20.0)):
        who = "ada" if group == made.red else "bob"
        body = {"id": name, "ra": ra, "dec": 15.0, "group_ids": [group]}
        assert portal.client(who).post("/api/sources", json=body).status_code == 200
    return made


def _run(scene: Scene, who: str = "ada", group: int | None = None, day: str = "2026-11-17") -> int:
    body = ObservingRunPost(instrument_id=scene.instrument, calendar_date=day, pi="P", observers="O", group_id=group)
    return sky.post_observing_run(scene.world.sky(who), body).id


def test_the_whole_life_of_a_run(scene: Scene) -> None:
    world, ada, carl = scene.world, scene.world.sky("ada"), scene.world.sky("carl")
    run_id = _run(scene, group=scene.red)
    earlier = _run(scene, day="2026-11-01")
    assert [r.id for r in sky.fetch_observing_runs(ada)] == [earlier, run_id]
    assert sky.fetch_observing_runs(ada)[1].instrument.telescope.name == "Tel"  # type: ignore[union-attr]
    world.client("ada").post("/api/photometry", json=scene.points("Shown"))
    made = AssignmentPost(run_id=run_id, obj_id="Shown", priority="4", comment="please")
    assignment_id = sky_assignments.post_assignment(ada, made).id
    with pytest.raises(SkyPortalError, match="already"):
        sky_assignments.post_assignment(carl, made)

    run = sky.fetch_observing_run(carl, run_id)
    assert run.ephemeris is not None
    assert run.group is not None
    assert (run.pi, run.duration, run.group.id, run.owner_id) == ("P", 1, scene.red, world.user_id("ada"))
    # The Nautical Almanac's sunset at Palomar on that day is 00:40 UTC with refraction; geometric, five minutes less.
    sunset = datetime.fromisoformat(str(run.ephemeris.sunset_utc))
    assert datetime(2026, 11, 18, 0, 30) < sunset < datetime(2026, 11, 18, 0, 45)
    assert str(run.ephemeris.twilight_evening_nautical_utc) < str(run.ephemeris.twilight_evening_astronomical_utc)
    assert run.ephemeris.sunset_unix_ms is not None
    [target] = run.assignments
    assert (target.obj_id, target.priority, target.status) == ("Shown", "4", "pending")
    assert str(target.rise_time_utc) < str(run.ephemeris.sunset_utc) < str(target.set_time_utc)
    assert target.accessible_group_names == ["Red"]
    assert (target.last_detected_filter, target.last_detected_mjd) == ("sdssr", 60002.0)
    assert target.last_detected_mag == pytest.approx(18.5)

    sky_assignments.update_assignment(carl, assignment_id, status="done", comment="seen", priority="5")
    seen = sky_assignments.fetch_assignment(ada, assignment_id)
    assert (seen.status, seen.comment, seen.priority, seen.run) == ("done", "seen", "5", run_id)
    assert seen.last_modified_by == world.user_id("carl")
    assert seen.requester is not None
    assert seen.requester.username == "ada"
    assert [a.id for a in sky_assignments.fetch_assignments(ada)] == [assignment_id]
    sky.update_observing_run_not_observed(ada, run_id, "done", "not observed")
    assert sky_assignments.fetch_assignment(ada, assignment_id).status == "not observed"
    with pytest.raises(SkyPortalError, match="'done'"):
        sky.update_observing_run_not_observed(ada, run_id, "done", "pending")

    ends = sky.fetch_observing_runs(ada)[1].run_end_utc
    sky.update_observing_run(ada, run_id, ObservingRunUpdate(observers="Q", duration=2))
    changed = sky.fetch_observing_runs(ada)[1]
    assert (changed.observers, changed.duration) == ("Q", 2)
    assert (changed.run_end_utc - ends).total_seconds() == pytest.approx(86400, abs=120)  # type: ignore[operator]
    sky_assignments.delete_assignment(ada, assignment_id)
    assert sky_assignments.fetch_assignments(ada) == []
    sky.delete_observing_run(ada, run_id)
    assert [r.id for r in sky.fetch_observing_runs(ada)] == [earlier]


def test_who_is_kept_out(scene: Scene) -> None:
    world, bob = scene.world, scene.world.client("bob")
    closed, shared = _run(scene, group=scene.red), _run(scene)
    hidden = {
        "run": closed,
        "assignment": sky_assignments.post_assignment(
            world.sky("ada"), AssignmentPost(run_id=closed, obj_id="Shown", priority="1")
        ).id,
        "open": sky_assignments.post_assignment(
            world.sky("ada"), AssignmentPost(run_id=shared, obj_id="Shown", priority="1")
        ).id,
    }
    assert [r["id"] for r in bob.get("/api/observing_run").json()["data"]] == [shared]
    assert bob.get("/api/assignment").json()["data"] == []
    assert bob.get(f"/api/observing_run/{shared}").json()["data"]["assignments"] == []
    status = {"current_status": "pending", "new_status": "done"}
    for kind, method, path, body in (
        ("run", "GET", "/api/observing_run/{}", None),
        ("run", "PUT", "/api/observing_run/{}", {"pi": "me"}),
        ("run", "DELETE", "/api/observing_run/{}", None),
        ("run", "PUT", "/api/observing_run/{}/not_observed", status),
        *(
            (kind, method, "/api/assignment/{}", body)
            for kind in ("assignment", "open")
            for method, body in (("GET", None), ("PUT", {"status": "done"}), ("DELETE", None))
        ),
    ):
        there = bob.request(method, path.format(hidden[kind]), json=body)
        absent = bob.request(method, path.format(999_999), json=body)
        assert there.status_code == absent.status_code == 400, (path, there.text)
        assert there.text.replace(f"id {hidden[kind]} ", "") == absent.text.replace("id 999999 ", ""), path
    for run_id, obj_id, field in ((closed, "Hidden", "run_id"), (shared, "Shown", "obj_id"), (shared, "No", "obj_id")):
        answer = bob.post("/api/assignment", json={"run_id": run_id, "obj_id": obj_id, "priority": "1"})
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field)
    # A run of everybody's is still its owner's.
    assert bob.put(f"/api/observing_run/{shared}", json={"pi": "me"}).status_code == 403
    assert bob.delete(f"/api/observing_run/{shared}").status_code == 403
    mine = bob.post("/api/assignment", json={"run_id": shared, "obj_id": "Hidden", "priority": "1"}).json()["data"][
        "id"
    ]
    assert [a.id for a in sky_assignments.fetch_assignments(world.sky("bob"))] == [mine]
    assert mine not in [a.id for a in sky_assignments.fetch_assignments(world.sky("ada"))]
    assert sky.fetch_observing_run(world.sky("ada"), shared).assignments[0].id == hidden["open"]
    # Given to a group, a run takes its assignments along; their owners keep theirs.
    sky.update_observing_run(world.sky("ada"), shared, ObservingRunUpdate(group_id=scene.red))
    assert bob.get("/api/observing_run").json()["data"] == []
    for changed, field in (
        ({"calendar_date": "yesterday"}, "calendar_date"),
        ({"calendar_date": "0001-01-01"}, "calendar_date"),
        ({"duration": 0}, "duration"),
        ({"group_id": scene.red}, "group_id"),
        ({"nights": 3}, "nights"),
    ):
        wrong = {"instrument_id": scene.instrument, "calendar_date": "2026-11-17"} | changed
        answer = bob.post("/api/observing_run", json=wrong)
        assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), answer.text
    wrong = {"instrument_id": 10**12, "calendar_date": "2026-11-17"}
    assert bob.post("/api/observing_run", json=wrong).status_code == 400
