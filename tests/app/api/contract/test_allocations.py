"""Allocations by skyportal-py: who looks after them, their requests page by page, their report."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import allocations as sky
from skyportal_py._http import SkyPortalError
from skyportal_py.allocations import AllocationPost, AllocationUpdate
from sqlalchemy import insert, update

from app.access.audiences import intern_groups
from app.portal.objs import NewObj, ensure_objs
from app.tables import FollowupRequest, Instrument, Telescope
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    made = make_scene(portal)
    with portal.context().transaction() as session:
        session.execute(update(Telescope).values(lat=33.356, lon=-116.863, elevation=1712.0))
        session.execute(update(Instrument).values(api_classname="LCOAPI"))
    return made


def _requests(scene: Scene, allocation: int) -> list[int]:
    with scene.world.context().transaction() as session:
        ensure_objs(session, [NewObj(n, 10.0, 20.0) for n in "CAB"], scene.world.user_id("root"))
        held = {
            "holder_id": scene.red, "owner_id": scene.world.user_id("ada"),
            "audience_id": intern_groups(session, [scene.red]),
        }  # fmt: skip
        rows: list[dict[str, Any]] = [
            {"obj_id": obj, "allocation_id": allocation, "payload": {}, "status": status, **held}
            for obj, status in (("C", "pending"), ("A", "completed"), ("B", "rejected"))
        ]
        return [
            session.execute(insert(FollowupRequest).values(**r).returning(FollowupRequest.id)).scalar_one()
            for r in rows
        ]


def test_allocations(scene: Scene) -> None:
    world, carl, ada = scene.world, scene.world.sky("carl"), scene.world.sky("ada")
    ids = {name: world.user_id(name) for name in ("ada", "bob", "carl")}
    year = [{"start_date": "2026-01-01T00:00:00", "end_date": "2026-12-31T00:00:00"}]
    body = AllocationPost(
        instrument_id=scene.instrument, group_id=scene.red, hours_allocated=10.5, pi="Ada", proposal_id="P1",
        types=["triggered", "forced_photometry"], validity_ranges=year, default_share_group_ids=[scene.red],
        allocation_admin_ids=[ids["ada"], ids["carl"]], altdata={"api_key": "k"},
    )  # fmt: skip
    made = sky.post_allocation(carl, body).id
    seen = sky.fetch_allocation(ada, made)
    assert (seen.pi, seen.hours_allocated, seen.types) == ("Ada", 10.5, ["triggered", "forced_photometry"])
    assert (seen.validity_ranges or [])[0]["start_date"].startswith("2026-01-01")
    assert [u.id for u in seen.allocation_users or []] == [ids["ada"], ids["carl"]]
    assert seen.default_share_group_ids == [scene.red]
    assert seen.ephemeris is not None
    assert str(seen.ephemeris.sunset_utc) < str(seen.ephemeris.sunrise_utc)
    assert "api_key" not in world.client("carl").get(f"/api/allocation/{made}").text

    first, second, third = _requests(scene, made)
    assert [r["id"] for r in sky.fetch_allocation(ada, made).requests or []] == [first, second, third]
    for asked, expected in (
        ({"sort_by": "obj"}, [second, third, first]),
        ({"sort_by": "status", "sort_order": "desc"}, [third, first, second]),
        ({"num_per_page": 2, "page_number": 2}, [third]),
    ):
        found = sky.fetch_allocation(ada, made, **asked)
        assert [r["id"] for r in found.requests or []] == expected, asked

    for search, expected in (
        ({"instrument_id": scene.instrument}, [made]),
        ({"instrument_id": 999}, []),
        ({"api_type": "api_classname"}, [made]),
        ({"api_type": "api_classname_obsplan"}, []),
        ({"api_type": "api_classname", "api_implements": "submit"}, []),
    ):
        assert [a.id for a in sky.fetch_allocations(ada, **search)] == expected, search
    with pytest.raises(SkyPortalError, match="apiType"):
        sky.fetch_allocations(ada, api_implements="submit")
    facility = {"facility": "LCO", "facility_config": {"site": "coj"}, "allocation_admin_ids": [ids["ada"]]}
    assert world.client("carl").put(f"/api/allocation/{made}", json=facility).status_code == 200
    assert [a.id for a in sky.fetch_allocations(ada, api_type="api_classname", api_implements="submit")] == [made]
    assert sky.fetch_allocations(ada, api_type="api_classname", api_implements="make_coffee") == []

    sky.update_allocation(carl, made, AllocationUpdate(hours_allocated=12, altdata={"k": 1}, replace_altdata=True))
    changed = sky.fetch_allocation(ada, made)
    assert (changed.hours_allocated, changed.pi, changed.allocation_users) == (12, "Ada", [])
    assert sky.fetch_allocation_report(ada, scene.instrument)[:4] == b"%PDF"
    assert sky.fetch_allocation_report(ada, scene.instrument, output_format="png")[:4] == b"\x89PNG"

    bob = world.client("bob")
    assert bob.get("/api/allocation").json()["data"] == []
    for method, change in (("GET", None), ("PUT", {"pi": "me"}), ("DELETE", None)):
        hidden, absent = (bob.request(method, f"/api/allocation/{n}", json=change) for n in (made, 999_999))
        assert (hidden.status_code, hidden.text) == (absent.status_code, absent.text) == (400, absent.text)
    assert "no allocation on this instrument" in bob.get(f"/api/allocation/report/{scene.instrument}").text
    with pytest.raises(SkyPortalError, match="administrator"):
        sky.update_allocation(ada, made, AllocationUpdate(pi="me"))
    for wrong, field in (
        ({"allocation_admin_ids": [ids["bob"]]}, "allocation_admin_ids"),
        ({"types": ["party"]}, "types.0"),
        ({"hours_allocated": -1}, "hours_allocated"),
        ({"default_share_group_ids": [999_999]}, "default_share_group_ids"),
    ):
        answer = world.client("carl").put(f"/api/allocation/{made}", json=wrong)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), answer.text
    empty = sky.post_allocation(carl, body.model_copy(update={"altdata": None})).id
    sky.delete_allocation(carl, empty)
    assert [a.id for a in sky.fetch_allocations(ada)] == [made]
