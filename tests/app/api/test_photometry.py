"""Photometry by SkyPortal's own client, over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import photometry as sky
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    """Two teams, and an obj that red knows of by a candidate."""
    made = make_scene(portal)
    body = {"id": "Z1", "ra": 10.0, "dec": 20.0, "filter_ids": [made.filter], "passed_at": "2026-01-01T00:00:00"}
    answer = portal.client("ada").post("/api/candidates", json=body)
    assert answer.status_code == 200, answer.text
    return made


def post(scene: Scene, **changed: Any) -> sky.PhotometryPostResponse:
    payload = sky.PhotometryPost(**scene.points("Z1", **changed))
    return sky.post_photometry(scene.world.sky("ada"), payload)


def curve(scene: Scene, user: str = "ada", **options: Any) -> list[sky.PhotometryPoint]:
    points: list[sky.PhotometryPoint] = sky.fetch_photometry(scene.world.sky(user), "Z1", **options)
    return points


def test_magnitudes_come_back_as_sent(scene: Scene) -> None:
    sent = post(scene)
    assert len(sent.ids) == 3
    assert sent.upload_id
    first, limit, last = curve(scene)
    assert (round(first.mag or 0, 9), round(first.magerr or 0, 9), first.limiting_mag) == (19.0, 0.05, 20.5)
    assert (limit.mag, limit.magerr, limit.limiting_mag, limit.snr) == (None, None, 20.5, None)
    assert [g.name for g in last.groups] == ["Red"]
    both = curve(scene, format="both", include_owner_info=True, include_stream_info=True)
    assert both[0].zp == 23.9
    assert both[0].flux == pytest.approx(10 ** (-0.4 * (19.0 - 23.9)))
    assert both[0].owner is not None
    vega = curve(scene, format="mag", magsys="vega")
    assert vega[0].mag == pytest.approx(19.0 - 0.16)
    assert curve(scene, individual_or_series="series") == []
    assert [p.mjd for p in curve(scene, format="flux", deduplicate_photometry=True)] == [60000, 60001, 60002]


def test_fluxes_of_other_zero_points_and_references(scene: Scene) -> None:
    post(scene, mag=None, magerr=None, limiting_mag=None, mjd=5e4, flux=-100.0, fluxerr=10.0, zp=25.0, ref_flux=500.0,
         ref_fluxerr=1.0, altdata={"a": 1}, origin="x", ra=1.0, dec=2.0)  # fmt: skip
    (point,) = curve(scene, format="both")
    scale = 10 ** (-0.4 * 1.1)
    assert point.flux == pytest.approx(-100 * scale)
    assert point.fluxerr == pytest.approx(10 * scale)
    assert point.tot_flux == pytest.approx(400 * scale)
    assert (point.mag, point.altdata, point.origin) == (None, {"a": 1}, "x")
    assert point.magref == pytest.approx(-2.5 * 2.69897 + 25, abs=1e-4)


def test_every_fault_is_named_and_nothing_is_stored(scene: Scene) -> None:
    body = scene.points("Z1", mag=[19.0, "bright", 18.5], filter=["sdssr", "sdssz", "sdssr"], mjd=[1.0, 2.0, None])
    answer = scene.world.client("ada").post("/api/photometry", json=body)
    assert answer.status_code == 400
    faults = answer.json()["data"]["faults"]
    assert {(f["field"], f["row"]) for f in faults} == {("mag", 1), ("mjd", 2)}
    body = scene.points(
        "Z1", magerr=[0.0, None, None], filter=["sdssr", "sdssz", "sdssr"], mjd=[2460000.5, 2.0, 3.0],
        instrument_id=[scene.instrument, scene.instrument, 999],
    ) | {"obj_id": ["Z1", "Z1", "nobody"]}  # fmt: skip
    answer = scene.world.client("ada").post("/api/photometry", json=body)
    found = {(f["field"], f["row"]) for f in answer.json()["data"]["faults"]}
    assert {("mjd", 0), ("magerr", 0), ("filter", 1), ("instrument_id", 2), ("obj_id", 2)} <= found
    assert curve(scene) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"mjd": [1.0, 2.0]}, "filter_or_length"),
        ({"magsys": "csp"}, "magsys"),
        ({"magsys": "st"}, "magsys"),
        ({"limiting_mag": None}, "limiting_mag"),
        ({"flux": 1.0, "fluxerr": 1.0}, "flux"),
        ({"group_ids": [10**6]}, "group_ids"),
        ({"stream_ids": [10**6]}, "stream_ids"),
        ({"extinction_corrected": True}, "extinction_corrected"),
        ({"mag": [1e6, None, 1.0]}, "mag"),
        ({"unheard_of": 1}, "unheard_of"),
        ({"mag": {"a": 1}}, "mag"),
        ({"origin": "a\u0000b"}, "origin"),
    ],
)
def test_bad_uploads_say_why(scene: Scene, change: dict[str, Any], field: str) -> None:
    answer = scene.world.client("ada").post("/api/photometry", json=scene.points("Z1", **change))
    assert answer.status_code == 400, answer.text
    said = answer.json()
    assert field == "filter_or_length" or said["data"]["field"].startswith(field), said
    assert curve(scene) == []


def test_duplicates_fail_by_post_and_merge_by_put(scene: Scene) -> None:
    first = post(scene)
    with pytest.raises(SkyPortalError, match="exist already"):
        post(scene, mjd=[60000.0, 60001.0, 60003.0])
    assert len(curve(scene)) == 3
    merged = sky.upsert_photometry(
        scene.world.sky("ada"),
        sky.PhotometryPost(**scene.points("Z1", mjd=[60000.0, 60001.0, 60003.0], stream_ids=[scene.stream])),
    )
    assert merged.ids[:2] == first.ids[:2]
    assert merged.ids[2] not in first.ids
    assert len(curve(scene)) == 4
    # By the stream, blue reads what the second upload named: two widened, one new, not the third of the first.
    assert {p.mjd for p in curve(scene, "bob")} == {60000.0, 60001.0, 60003.0}


def test_one_point_is_read_changed_and_deleted(scene: Scene) -> None:
    number = post(scene).ids[0]
    ada = scene.world.sky("ada")
    point = sky.fetch_photometry_point(ada, number)
    assert round(point.mag or 0, 6) == 19.0
    sky.update_photometry(ada, number, sky.PhotometryUpdate(mag=18.0))
    point = sky.fetch_photometry_point(ada, number, format="both")
    assert (round(point.mag or 0, 6), round(point.magerr or 0, 6)) == (18.0, 0.05)
    sky.update_photometry(ada, number, sky.PhotometryUpdate(flux=5.0, fluxerr=1.0, origin="redone"))
    point = sky.fetch_photometry_point(ada, number, format="flux")
    assert (point.flux, point.fluxerr, point.origin) == (5.0, 1.0, "redone")
    with pytest.raises(SkyPortalError):
        sky.update_photometry(ada, number, sky.PhotometryUpdate(filter="sdssz"))
    sky.delete_photometry(ada, number)
    with pytest.raises(SkyPortalError) as gone:
        sky.fetch_photometry_point(ada, number)
    assert gone.value.status_code == 400
    assert len(curve(scene)) == 2


def test_an_upload_is_undone_as_a_whole(scene: Scene) -> None:
    sent = post(scene)
    with pytest.raises(SkyPortalError) as refused:
        sky.bulk_delete_photometry(scene.world.sky("ada"), str(sent.upload_id))
    assert refused.value.status_code == 403
    with pytest.raises(SkyPortalError):
        sky.bulk_delete_photometry(scene.world.sky("root"), "no-such-upload")
    assert "3" in sky.bulk_delete_photometry(scene.world.sky("root"), str(sent.upload_id))
    assert curve(scene) == []


def test_the_range_of_dates(scene: Scene) -> None:
    post(scene)
    found = sky.fetch_photometry_range(
        scene.world.sky("ada"), min_date="2023-02-25T12:00:00", max_date="2023-02-26T12:00:00",
        instrument_ids=[scene.instrument],
    )  # fmt: skip
    assert [p.mjd for p in found] == [60001.0]


def test_without_groups_it_is_private_and_all_is_everybody(scene: Scene) -> None:
    private = scene.points("Z1")
    del private["group_ids"]
    assert scene.world.client("ada").post("/api/photometry", json=private).status_code == 200
    assert len(curve(scene)) == 3
    with pytest.raises(SkyPortalError) as unknown:
        curve(scene, "bob")
    assert unknown.value.status_code == 403
    assert curve(scene, "carl") == []
    post(scene, group_ids="all", origin="public")
    assert len(curve(scene, "bob")) == 3
