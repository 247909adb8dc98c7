"""``skyportal_py.objs``: positions, super-objs, names that go."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import candidates, objs, sources
from skyportal_py import photometry as sky_photometry
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def test_where_photometry_says_an_obj_is(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    sources.post_source(ada, sources.SourcePost(id="S1", ra=0.0, dec=20.0, group_ids=[scene.red]))
    at_first = objs.fetch_obj_position(ada, "S1")
    assert (at_first.ra, at_first.dec, at_first.separation) == (0.0, 20.0, 0.0)
    body = scene.points("S1", mag=[18.0, 18.0, 18.0], magerr=[0.05] * 3, ra=[359.999, 0.001, 0.002],
                        dec=[20.0, 20.0, 20.0], ra_unc=[1.0, 1.0, 0.001])  # fmt: skip
    sky_photometry.post_photometry(ada, sky_photometry.PhotometryPost(**body))
    mean = objs.fetch_obj_position(ada, "S1")
    assert mean.ra == pytest.approx(0.002 / 3, abs=1e-6)
    assert mean.discovery_ra == 0.0
    assert mean.separation == pytest.approx(2.255, abs=0.01)
    assert objs.fetch_obj_position(ada, "S1", method="invvar").ra == pytest.approx(0.002, abs=1e-5)
    assert objs.fetch_obj_position(ada, "S1", snr_threshold=1000).separation == 0.0
    assert objs.fetch_obj_position(ada, "S1", instrument_ids=[scene.instrument + 1]).separation == 0.0
    assert objs.fetch_obj_position(ada, "S1", stream_only=True).separation == 0.0
    assert objs.fetch_obj_position(ada, "S1", stream_ids=[scene.stream]).separation == 0.0
    with pytest.raises(SkyPortalError) as hidden:
        objs.fetch_obj_position(scene.world.sky("bob"), "S1")
    assert hidden.value.status_code == 404


def test_super_objs_link_what_their_readers_know(scene: Scene) -> None:
    ada, bob, carl, root = (scene.world.sky(name) for name in ("ada", "bob", "carl", "root"))
    for name in ("S1", "S2", "S3"):
        sources.post_source(ada, sources.SourcePost(id=name, ra=1, dec=2, group_ids=[scene.red]))
    number = objs.post_super_obj(ada, name="Twin Star", obj_ids=["S1", "S2"]).id
    one = objs.fetch_super_obj(carl, number)
    assert (one.name, one.is_roid, [o.id for o in one.objs]) == ("Twin Star", False, ["S1", "S2"])
    assert [s.id for s in objs.fetch_super_objs(ada, name="twin", is_roid=False, obj_id="S2")] == [number]
    assert objs.fetch_super_objs(ada, is_roid=True) == objs.fetch_super_objs(ada, obj_id="S3") == []
    assert objs.fetch_super_objs(bob) == []
    hidden, absent = (scene.world.client("bob").get(f"/api/super_objs/{n}").json()["message"] for n in (number, 99))
    assert hidden.replace(str(number), "N") == absent.replace("99", "N")
    objs.update_super_obj(ada, number, is_roid=True, add_obj_ids=["S3"], remove_obj_ids=["S1"])
    objs.update_super_obj(carl, number, name="Pair")
    told = objs.fetch_super_obj(ada, number)
    assert (told.name, told.is_roid, [o.id for o in told.objs]) == ("Pair", True, ["S2", "S3"])
    objs.update_super_obj(ada, number, obj_ids=["S1"])
    changes: tuple[dict[str, Any], ...] = ({"obj_ids": ["S9"]}, {"obj_ids": ["S1"], "add_obj_ids": ["S2"]}, {})
    for change in changes:
        with pytest.raises(SkyPortalError):
            objs.update_super_obj(ada, number, **change)
    with pytest.raises(SkyPortalError):
        objs.post_super_obj(bob, obj_ids=["S1"])
    with pytest.raises(SkyPortalError):
        objs.delete_super_obj(ada, number)
    objs.delete_super_obj(root, number)
    assert objs.fetch_super_objs(root) == []
    assert sources.fetch_source(ada, "S1").id == "S1"


def test_an_obj_goes_when_nothing_is_known_of_it(scene: Scene) -> None:
    ada, root = scene.world.sky("ada"), scene.world.sky("root")
    post = candidates.CandidatePost(id="Z1", ra=1, dec=2, filter_ids=[scene.filter], passed_at="2026-01-01")
    candidates.post_candidate(ada, post)
    with pytest.raises(SkyPortalError, match="once nothing is known"):
        objs.delete_obj(ada, "Z1")
    candidates.delete_candidate(ada, "Z1", scene.filter)
    objs.delete_obj(ada, "Z1")
    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red]))
    sky_photometry.post_photometry(ada, sky_photometry.PhotometryPost(**scene.points("S1")))
    with pytest.raises(SkyPortalError, match="photometry of this obj still"):
        objs.delete_obj(root, "S1")
    for point in sky_photometry.fetch_photometry(ada, "S1"):
        sky_photometry.delete_photometry(ada, point.id)
    objs.delete_obj(root, "S1")
    for who in ("ada", "bob"):
        with pytest.raises(SkyPortalError) as gone:
            objs.delete_obj(scene.world.sky(who), "S1")
        assert gone.value.status_code == 404
