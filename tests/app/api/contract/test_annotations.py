"""The module ``annotations`` of skyportal-py: on sources, spectra and photometry points."""

from __future__ import annotations

import re
from typing import Any

import pytest
from skyportal_py import annotations as sky
from skyportal_py import photometry as sky_photometry
from skyportal_py import sources
from skyportal_py._http import SkyPortalError
from sqlalchemy import text

from app.access.audiences import sitewide_group_id
from tests.app.api.contract.test_comments import spectrum
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    """Red keeps the source S1."""
    made = make_scene(portal)
    sources.post_source(portal.sky("ada"), sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[made.red]))
    return made


def test_annotations_of_every_kind(scene: Scene) -> None:
    ada, carl, bob = (scene.world.sky(name) for name in ("ada", "carl", "bob"))
    point = sky_photometry.post_photometry(ada, sky_photometry.PhotometryPost(**scene.points("S1"))).ids[0]
    places: tuple[tuple[str | int, str], ...] = (
        ("S1", "sources"), (spectrum(scene), "spectra"), (point, "photometry")
    )  # fmt: skip
    for key, kind in places:
        of: dict[str, Any] = {"resource_type": kind}
        number = sky.post_annotation(ada, key, "gaia", {"plx": 1.5, "deep": {"a": [1]}}, **of).annotation_id
        # One an origin, for the whole team and whoever else it is shared with.
        for who, groups in ((ada, None), (carl, [scene.red]), (ada, [scene.world.group(f"G{kind}", members=("ada",))])):
            with pytest.raises(SkyPortalError, match="already") as refused:
                sky.post_annotation(who, key, "gaia", {"plx": 2}, group_ids=groups, **of)
            assert refused.value.status_code == 400
        other = sky.post_annotation(ada, key, "ps1", {"n": 2}, group_ids=[scene.red], **of).annotation_id
        with pytest.raises(SkyPortalError, match="already"):
            sky.update_annotation(ada, key, other, {"n": 3}, origin="gaia", **of)
        sky.update_annotation(ada, key, number, {"plx": 3, "period": 1}, origin="gaia dr3", **of)
        one = sky.fetch_annotation(carl, key, number, **of)
        assert (one.data, one.origin, (one.author or {})["username"]) == ({"plx": 3, "period": 1}, "gaia dr3", "ada")
        assert [g.id for g in one.groups] == [scene.red]
        assert (one.obj_id, one.spectrum_id, one.photometry_id) == {
            "sources": ("S1", None, None), "spectra": ("S1", key, None), "photometry": ("S1", None, key)
        }[kind]  # fmt: skip
        assert [a.origin for a in sky.fetch_annotations(ada, key, **of)] == ["gaia dr3", "ps1"]
        for step in (
            lambda: sky.fetch_annotations(bob, key, **of),  # noqa: B023
            lambda: sky.fetch_annotation(bob, key, number, **of),  # noqa: B023
            lambda: sky.post_annotation(bob, key, "gaia", {}, **of),  # noqa: B023
            lambda: sky.update_annotation(bob, key, number, {"x": 1}, **of),  # noqa: B023
            lambda: sky.delete_annotation(bob, key, number, **of),  # noqa: B023
        ):
            with pytest.raises(SkyPortalError):
                step()
        sky.update_annotation(ada, key, number, {"plx": 4}, group_ids=[scene.blue, scene.red][1:], **of)
        sky.delete_annotation(carl, key, number, **of)
        assert [a.id for a in sky.fetch_annotations(ada, key, **of)] == [other]


def test_what_is_shared_counts_only_with_the_resource(scene: Scene) -> None:
    """An annotation that everybody may hear of, on a point that only red reads, stays red's."""
    ada, bob = scene.world.client("ada"), scene.world.client("bob")
    with scene.world.context().transaction() as session:
        everybody = sitewide_group_id(session)
    point = sky_photometry.post_photometry(
        scene.world.sky("ada"), sky_photometry.PhotometryPost(**scene.points("S1"))
    ).ids[0]
    body = {"origin": "fit", "data": {"chi2": 1}, "group_ids": [everybody]}
    number = ada.post(f"/api/photometry/{point}/annotations", json=body).json()["data"]["annotation_id"]
    on_spectrum = spectrum(scene)
    said = {"text": "hello all", "group_ids": [everybody]}
    comment = ada.post(f"/api/spectra/{on_spectrum}/comments", json=said).json()["data"]["comment_id"]
    for path, absent in (
        (f"photometry/{point}/annotations/{number}", f"photometry/{point + 10**6}/annotations/{number}"),
        (f"photometry/{point}/annotations", f"photometry/{point + 10**6}/annotations"),
        (f"spectra/{on_spectrum}/comments/{comment}", f"spectra/{on_spectrum + 10**6}/comments/{comment}"),
        (f"spectra/{on_spectrum}/comments", f"spectra/{on_spectrum + 10**6}/comments"),
    ):
        hidden, missing = bob.get(f"/api/{path}"), bob.get(f"/api/{absent}")
        assert hidden.status_code == missing.status_code == 400
        assert re.sub(r"id \d+", "id N", hidden.text) == re.sub(r"id \d+", "id N", missing.text)
    with scene.world.context("web").transaction(scene.world.principal("bob")) as session:
        for table in ("resource_annotations", "resource_comments"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0
