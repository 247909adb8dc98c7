"""Photometry by SkyPortal's own client: every function, beyond what tests/app/api/test_photometry.py asks."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import create_client
from skyportal_py import photometry as sky
from skyportal_py._http import SkyPortalError
from skyportal_py.sources import delete_source_photometry
from sqlalchemy import text

from tests.app.api.contract import test_photometric_series as series
from tests.app.api.contract import test_spectra
from tests.app.api.scene import Scene

scene = test_spectra.scene


def post(scene: Scene, user: str = "ada", **changed: Any) -> sky.PhotometryPostResponse:
    return sky.post_photometry(scene.world.sky(user), sky.PhotometryPost(**scene.points("Z1", **changed)))


def curve(scene: Scene, user: str = "ada", **asked: Any) -> list[sky.PhotometryPoint]:
    found: list[sky.PhotometryPoint] = sky.fetch_photometry(scene.world.sky(user), "Z1", **asked)
    return found


def test_points_are_sent_sent_again_changed_and_deleted(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    sent = post(scene)
    again = sky.upsert_photometry(ada, sky.PhotometryPost(**scene.points("Z1")), refresh=True)
    assert again.ids == sent.ids
    sky.update_photometry(ada, sent.ids[0], sky.PhotometryUpdate(mag=18.0), refresh=True)
    point = sky.fetch_photometry_point(ada, sent.ids[0], format="mag", magsys="vega")
    assert point.mag == pytest.approx(18.0 - 0.16)
    sky.delete_photometry(ada, sent.ids[0])
    assert [p.id for p in curve(scene)] == sent.ids[1:]
    assert sky.bulk_delete_photometry(scene.world.sky("root"), str(sent.upload_id)) == "Deleted 2 photometry points."


def test_marks_are_made_changed_and_taken_away(scene: Scene) -> None:
    with scene.world.context().transaction() as session:
        session.execute(
            text(
                "INSERT INTO user_acls (user_id, acl_id) SELECT id, 'Manage sources' FROM users ON CONFLICT DO NOTHING"
            )
        )
    ada, bob = scene.world.sky("ada"), scene.world.sky("bob")
    number = post(scene).ids[0]
    mark = sky.post_photometry_validation(ada, number, validated=True, explanation="seen twice", magsys="ab").id
    (told,) = curve(scene, include_validation_info=True)[0].validations
    assert (told.id, told.validated, told.explanation) == (mark, True, "seen twice")
    assert told.validator_id == scene.world.user_id("ada")
    assert curve(scene)[0].validations == []
    # Made again is changed; changed without a word is undecided.
    assert sky.post_photometry_validation(ada, number, validated=False).id == mark
    assert sky.update_photometry_validation(scene.world.sky("carl"), number, notes="hm").id == mark
    (told,) = curve(scene, include_validation_info=True)[0].validations
    assert (told.validated, told.explanation, told.notes) == (None, "seen twice", "hm")
    for act in (sky.post_photometry_validation, sky.update_photometry_validation, sky.delete_photometry_validation):
        for n in (number, 10**6):
            with pytest.raises(SkyPortalError, match=f"no photometry point with the id {n} ") as hidden:
                act(bob, n)
            assert hidden.value.status_code == 400
    assert sky.delete_photometry_validation(ada, number).id == mark
    with pytest.raises(SkyPortalError, match="no validation yet"):
        sky.update_photometry_validation(ada, number, validated=True)
    assert curve(scene, include_validation_info=True)[0].validations == []
    with scene.world.context().transaction() as session:
        query = text("SELECT action FROM history WHERE kind = 'photometry validation' ORDER BY id")
        assert session.scalars(query).all() == ["create", "update", "update", "delete"]


def test_series_phases_and_remarks(scene: Scene) -> None:
    number = post(scene, origin="cam").ids[0]
    one = series.post(scene, magref=18.0)
    both = curve(scene)
    assert (len(both), len(curve(scene, individual_or_series="individual"))) == (23, 3)
    rows = curve(scene, individual_or_series="series", format="both", include_owner_info=True)
    assert {p.id for p in rows} == {one}
    assert rows[1].mag == pytest.approx(19.2)
    assert rows[1].snr == pytest.approx(1.0857362 / 0.05, rel=1e-6)
    assert (rows[0].instrument, rows[0].telescope, rows[0].zp) == ("Cam", "Tel", 23.9)
    assert rows[0].owner is not None
    assert curve(scene, individual_or_series="series", magsys="vega")[0].mag == pytest.approx(19.0 - 0.16)
    with pytest.raises(SkyPortalError, match="period"):
        curve(scene, phase_fold_data=True)
    ada = scene.world.client("ada")
    for origin, period in (("old", 3.0), ("new", 7.0)):
        said = {"origin": origin, "data": {"period": period}, "group_ids": [scene.red]}
        assert ada.post("/api/sources/Z1/annotations", json=said).is_success
    phases = [p.phase for p in curve(scene, phase_fold_data=True)]
    assert phases[1] == pytest.approx(60001.0 % 7 / 7)
    assert len(phases) == 23
    said = {"origin": "fit", "data": {"seeing": 2.0}, "group_ids": [scene.red]}
    answer = ada.post(f"/api/photometry/{number}/annotations", json=said)
    assert answer.status_code == 200, answer.text
    told = curve(scene, include_annotation_info=True, include_stream_info=True)[0]
    assert [a.data for a in told.annotations] == [{"seeing": 2.0}]
    assert sky.fetch_photometry_origins(scene.world.sky("ada")) == ["cam"]
    assert sky.fetch_photometry_origins(scene.world.sky("bob")) == []
    assert len(curve(scene, include_super_objs_photometry=True)) == 23


def test_the_newest_of_two_at_one_time(scene: Scene) -> None:
    post(scene)
    post(scene, origin="redone", mag=[18.9, None, 18.4])
    assert len(curve(scene)) == 6
    assert [p.origin for p in curve(scene, deduplicate_photometry=True)] == ["redone"] * 3


def test_ranges_by_body_and_by_query(scene: Scene) -> None:
    post(scene)
    ada = scene.world.sky("ada")
    found = sky.fetch_photometry_range(ada, min_date="2023-02-25T12:00:00", instrument_ids=[scene.instrument])
    assert [p.mjd for p in found] == [60001.0, 60002.0]
    assert [p.mjd for p in sky.fetch_photometry_range(ada, max_date="2023-02-25T12:00:00", format="flux")] == [60000.0]
    assert sky.fetch_photometry_range(ada, instrument_ids=[10**6]) == []
    assert sky.fetch_photometry_range(scene.world.sky("bob")) == []
    client = scene.world.client("ada")
    asked = f"/api/photometry/range?min_date=2023-02-25T12:00:00&instrument_ids={scene.instrument}"
    assert [p["mjd"] for p in client.get(asked).json()["data"]] == [60001.0, 60002.0]
    assert client.get("/api/photometry/range?min_date=60000.5").json()["data"]["field"] == "min_date"


def test_all_of_a_source_is_deleted_that_is_ones_own(scene: Scene) -> None:
    acl = "Delete bulk photometry"
    with scene.world.context().transaction() as session:
        session.execute(text("INSERT INTO user_acls (user_id, acl_id) SELECT id, :acl FROM users"), {"acl": acl})
    post(scene, group_ids="all")
    ada, bob = (create_client(scene.world.base_url, token=scene.world.token(user, (acl,))) for user in ("ada", "bob"))
    assert scene.world.client("ada").delete("/api/sources/Z1/photometry").status_code == 403
    assert bob.delete("/api/sources/Z1/photometry").status_code == 400
    assert len(curve(scene)) == 3
    assert ada.delete("/api/sources/nobody/photometry").status_code == 404
    assert delete_source_photometry(ada, "Z1") == "Deleted 3 photometry points."
    assert curve(scene) == []


def test_every_row_at_fault_is_named(scene: Scene) -> None:
    body = scene.points(
        "Z1", mag=[19.0, 1500.0, 18.5], magerr=[0.1, 0.1, 0.1], magsys=["bd17", "ab", "ab"],
        filter=["sdssr", "sdssr", "green"], mjd=[2460000.5, 60001.0, 60002.0],
    )  # fmt: skip
    faults = scene.world.client("ada").post("/api/photometry", json=body).json()["data"]["faults"]
    assert {(f["field"], f["row"]) for f in faults} == {("mag", 1), ("mjd", 0), ("filter", 2)}
    body |= {"mag": [9.0, 19.0, 19.0], "filter": "sdssr", "mjd": [60000.0, 60001.0, 60002.0]}
    answer = scene.world.client("ada").post("/api/photometry", json=body | {"magsys": ["bd17", "ab", "jla1"]})
    assert {(f["field"], f["row"]) for f in answer.json()["data"]["faults"]} == {("magsys", 2)}
    sky.post_photometry(scene.world.sky("ada"), sky.PhotometryPost(**(body | {"magsys": ["bd17", "ab-b12", "vega"]})))
    mags = [p.mag for p in curve(scene)]
    assert mags == pytest.approx([9.0 + 9.35, 19.0 + 0.00493, 19.0 + 0.16])
    assert curve(scene, magsys="bd17")[0].mag == pytest.approx(9.0)
    with pytest.raises(SkyPortalError, match="csp"):
        curve(scene, magsys="csp")
