"""Telescopes and instruments by skyportal-py: places, fields of view, logs, status."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import instruments as sky
from skyportal_py import telescopes as sky_telescopes
from skyportal_py._http import SkyPortalError
from skyportal_py.instruments import InstrumentPost, InstrumentPut
from skyportal_py.telescopes import TelescopePost, TelescopePut
from sqlalchemy import insert

from app.tables import Allocation, FacilityState
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

FIELDS = {"ID": [1, 2], "RA": [10.0, 359.9], "Dec": [20.0, -75.0]}
CCDS = "icrs\npolygon(-1,-1,-0.1,-1,-0.1,1,-1,1)\npolygon(0.1,-1,1,-1,1,1,0.1,1)\n"


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def test_telescopes(scene: Scene) -> None:
    root = scene.world.sky("root")
    body = TelescopePost(name="Palomar 48 inch", nickname="P48", diameter=1.2, lat=33.36, lon=-116.86, elevation=1870.0)
    made = sky_telescopes.post_telescope(root, body).id
    moving = TelescopePost(name="Probe", nickname="Pr", diameter=0.3, fixed_location=False)
    orbit = sky_telescopes.post_telescope(root, moving).id
    seen = sky_telescopes.fetch_telescope(scene.world.sky("ada"), made)
    assert (seen.name, seen.lat, seen.robotic, seen.fixed_location) == ("Palomar 48 inch", 33.36, False, True)
    assert isinstance(seen.is_night_astronomical, bool)
    assert (str(seen.morning) < str(seen.evening)) is seen.is_night_astronomical
    assert sky_telescopes.fetch_telescope(root, orbit).is_night_astronomical is None
    assert [t.id for t in sky_telescopes.fetch_telescopes(root, name="Probe")] == [orbit]
    for box, inside in (
        ({"latitude_min": 33, "latitude_max": 34}, True),
        ({"latitude_min": 34}, False),
        ({"longitude_min": -117, "longitude_max": -116}, True),
        ({"longitude_max": -117}, False),
    ):
        assert (made in [t.id for t in sky_telescopes.fetch_telescopes(root, **box)]) is inside  # type: ignore[arg-type]
    sky_telescopes.update_telescope(root, made, TelescopePut(robotic=True))
    assert sky_telescopes.fetch_telescope(root, made).robotic is True
    sky_telescopes.delete_telescope(root, made)
    with pytest.raises(SkyPortalError, match="no such telescope"):
        sky_telescopes.fetch_telescope(root, made)
    with pytest.raises(SkyPortalError, match="Manage telescopes"):
        sky_telescopes.post_telescope(scene.world.sky("ada"), body)


def _post(scene: Scene, **values: Any) -> int:
    [telescope] = {i.telescope_id for i in sky.fetch_instruments(scene.world.sky("root"))}
    given = {"name": "Wide", "type": "imager", "telescope_id": telescope, "filters": ["ztfg", "ztfr"]} | values
    return sky.post_instrument(scene.world.sky("root"), InstrumentPost.model_validate(given)).id


def test_instruments(scene: Scene) -> None:
    root, ada = scene.world.sky("root"), scene.world.sky("ada")
    [telescope] = sky_telescopes.fetch_telescopes(root)
    place = TelescopePut(lat=33.36, lon=-116.86, elevation=1870.0)
    sky_telescopes.update_telescope(root, telescope.id, place)
    references = {"field": [1, 1], "filter": ["ztfg", "ztfr"], "limmag": [22.1, 22.3]}
    made = _post(
        scene, field_data=FIELDS, field_region=CCDS, references=references, tns_id=196, treasuremap_id=47,
        sensitivity_data={"ztfg": {"limiting_magnitude": 20.8}}, configuration_data={"ztfg": {"slew": 10}},
    )  # fmt: skip
    plain = sky.fetch_instrument(ada, made)
    assert (plain.tns_id, plain.number_of_fields, plain.has_fields, plain.has_region) == (196, 2, True, True)
    assert plain.sensitivity_data == {"ztfg": {"limiting_magnitude": 20.8}}
    assert (plain.fields, plain.region, plain.log_exists) == (None, None, False)
    assert plain.telescope is not None

    full = sky.fetch_instrument(ada, made, include_geojson=True, include_geojson_summary=True, include_region=True)
    assert full.region == CCDS
    assert str(full.region_summary).startswith("icrs\npolygon(-1.0")
    first, second = full.fields or []
    assert (first.field_id, first.ra, first.reference_filters, first.reference_filter_mags) == (
        1, 10.0, ["ztfg", "ztfr"], [22.1, 22.3],
    )  # fmt: skip
    lines = first.contour["features"][0]["geometry"]["coordinates"]  # type: ignore[index]
    assert len(lines) == 2
    # At declination 20 a degree on the sky is 1.06 degrees of right ascension; the lower corner a little less.
    assert lines[0][0] == pytest.approx([10 - 1.0573, 18.997], abs=0.002)
    [box] = second.contour_summary["features"][0]["geometry"]["coordinates"]  # type: ignore[index]
    assert all(350 < ra < 370 and -76.1 < dec < -73.9 for ra, dec in box)
    above = sky.fetch_instrument(ada, made, airmass_time="2026-11-18T05:00:00").fields or []
    assert 1.0 < (above[0].airmass or 0) < 1.2
    assert above[1].airmass is None
    assert above[0].contour is None
    assert [i.id for i in sky.fetch_instruments(ada, name="Wide")] == [made]
    listed = scene.world.client("ada").get("/api/instrument", params={"includeRegion": "true"}).json()["data"]
    assert {i["id"]: i["region"] for i in listed}[made] == CCDS

    sky.update_instrument(root, made, InstrumentPut(field_data="ID,RA,Dec\n7,1.5,2.5\n", band="optical"))
    assert [f.field_id for f in sky.fetch_instrument(ada, made, include_geojson=True).fields or []] == [7]
    sky.delete_instrument_fields(root, made)
    emptied = sky.fetch_instrument(ada, made)
    assert (emptied.number_of_fields, emptied.has_fields, emptied.band) == (0, False, "optical")
    with pytest.raises(SkyPortalError, match="no fields"):
        sky.delete_instrument_fields(root, made)
    round_field = _post(scene, name="Round", field_fov_type="circle", field_fov_attributes=1.5, field_data=FIELDS)
    assert sky.fetch_instrument(ada, round_field).number_of_fields == 2
    sky.delete_instrument(root, made)
    with pytest.raises(SkyPortalError, match="no such instrument"):
        sky.fetch_instrument(ada, made)


def test_logs_and_status(scene: Scene) -> None:
    ada, number = scene.world.sky("ada"), scene.instrument
    log_id = sky.post_instrument_log(ada, number, "2026-01-01", "2026-01-02", {"logs": [{"message": "open"}]}).id
    sky.post_instrument_log(ada, number, "2026-02-01", "2026-02-02", "20:00 dome open\n\n20:05 focus\n")
    first, second = sky.fetch_instrument_logs(ada, number)
    assert (first.id, first.log) == (log_id, {"logs": [{"message": "open"}]})
    assert second.log == {"logs": [{"message": "20:00 dome open"}, {"message": "20:05 focus"}]}
    assert [g.id for g in sky.fetch_instrument_logs(ada, number, end_date="2026-01-15")] == [log_id]
    assert [g.id for g in sky.fetch_instrument_logs(ada, number, start_date="2026-01-15")] == [second.id]
    assert sky.fetch_instrument(ada, number).log_exists is True

    sky.update_instrument_status(ada, number, status={"shutter": "closed", "note": ""})
    seen = sky.fetch_instrument(ada, number)
    assert seen.status == {"shutter": "closed"}
    assert seen.last_status_update is not None
    with pytest.raises(SkyPortalError, match="send a status"):
        sky.update_instrument_status(ada, number)
    with scene.world.context().transaction() as session:
        values = {"group_id": scene.red, "instrument_id": number, "hours_allocated": 1.0}
        allocation = session.execute(insert(Allocation).values(**values).returning(Allocation.id)).scalar_one()
        session.execute(insert(FacilityState).values(allocation_id=allocation, open=True, why="clear"))
    sky.update_instrument_status(ada, number)
    assert (sky.fetch_instrument(ada, number).status or {})["why"] == "clear"
    day = {"start_date": "2026-01-01", "end_date": "2026-01-02"}
    with pytest.raises(SkyPortalError, match="no log that could be fetched"):
        sky.fetch_instrument_log_external_api(ada, allocation, **day)
    with pytest.raises(SkyPortalError, match="no such allocation") as hidden:
        sky.fetch_instrument_log_external_api(scene.world.sky("bob"), allocation, **day)
    with pytest.raises(SkyPortalError) as absent:
        sky.fetch_instrument_log_external_api(scene.world.sky("bob"), 999_999, **day)
    assert str(hidden.value) == str(absent.value)
    with pytest.raises(SkyPortalError, match="send a status"):
        sky.update_instrument_status(scene.world.sky("bob"), number)


def test_bad_fields_are_named(scene: Scene) -> None:
    root = scene.world.client("root")
    [telescope] = {i.telescope_id for i in sky.fetch_instruments(scene.world.sky("root"))}
    good = {"name": "W", "type": "imager", "telescope_id": telescope, "filters": ["ztfg"], "field_region": CCDS}
    for changed, field in (
        ({"type": "camera"}, "type"),
        ({"filters": ["moonlight"]}, "filters"),
        ({"sensitivity_data": {"ztfr": {}}}, "sensitivity_data"),
        ({"field_region": "hello"}, "field_region"),
        ({"field_region": "image\ncircle(1,2,3)"}, "field_region"),
        ({"field_fov_type": "circle", "field_fov_attributes": 1}, "field_fov_type"),
        ({"field_region": None, "field_fov_type": "rectangle", "field_fov_attributes": [1]}, "field_fov_attributes"),
        ({"field_region": None, "field_data": FIELDS}, "field_data"),
        ({"field_data": {"ID": [1], "RA": [1]}}, "field_data.Dec"),
        ({"field_data": {"ID": [1], "RA": ["x"], "Dec": [1]}}, "field_data.RA"),
        ({"field_data": {"ID": [1, 1], "RA": [1, 1], "Dec": [1, 1]}}, "field_data.ID"),
        ({"field_data": {"ID": [1], "RA": [400], "Dec": [1]}}, "field_data"),
        ({"field_data": FIELDS, "references": {"field": [1]}}, "references.filter"),
        ({"telescope_id": 999_999}, None),
    ):
        answer = root.post("/api/instrument", json=good | changed)
        assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), (changed, answer.text)
    gone = root.get(f"/api/instrument/{scene.instrument}", params={"localizationDateobs": "2026-01-01"})
    assert gone.status_code == 501
    for name in ("latitudeMin", "longitudeMax"):
        answer = root.get("/api/telescope", params={name: "nan"})
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, name)
    assert scene.world.client("ada").post("/api/instrument", json=good).status_code == 403
