"""``skyportal_py.spatial_catalogs``: regions of the sky, and lists of sources cut by them."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import sources
from skyportal_py import spatial_catalogs as sky
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


CONES: dict[str, list[Any]] = {"name": ["Near", "Far"], "ra": [10, 200], "dec": [20, -30], "radius": [0.5, 1]}


def test_catalogues_cut_lists_of_sources(scene: Scene) -> None:
    ada, bob, root = (scene.world.sky(name) for name in ("ada", "bob", "root"))
    for name, ra, dec in (("in", 10.1, 20.1), ("out", 12.0, 20.0), ("east", 41.0, 0.0), ("north", 40.0, 1.0)):
        sources.post_source(ada, sources.SourcePost(id=name, ra=ra, dec=dec, group_ids=[scene.red]))
    number = sky.post_spatial_catalog(ada, "Fields", CONES).id
    assert sky.post_spatial_catalog(ada, "fields", {**CONES, "name": ["Third", "Near"]}).id == number
    ellipse = "name, ra, dec, amaj, amin, phi\nlong, 40, 0, 1.2, 0.1, 90\n"
    ascii_ = sky.post_spatial_catalog_ascii(ada, "Long", ellipse).id
    listed = sky.fetch_spatial_catalogs(bob)
    assert [(c.id, c.catalog_name, c.entries_count) for c in listed] == [(number, "Fields", 3), (ascii_, "Long", 1)]
    one = sky.fetch_spatial_catalog(bob, ascii_)
    assert one.entries is not None
    assert one.entries[0].data == {"ra": 40, "dec": 0, "amaj": 1.2, "amin": 0.1, "phi": 90}

    def inside(catalog: str, entry: str) -> list[str]:
        cut: dict[str, Any] = {"spatial_catalog_name": catalog, "spatial_catalog_entry_name": entry}
        return [s.id for s in sources.fetch_sources(ada, **cut).sources]

    assert inside("FIELDS", "near") == ["in"]
    assert inside("Fields", "Far") == []
    assert inside("Long", "long") == ["east"]
    for catalog, entry in (("Fields", "Nowhere"), ("Nothing", "Near"), ("Fields", None)):
        with pytest.raises(SkyPortalError):
            inside(catalog, entry)  # type: ignore[arg-type]
    for wrong in (
        {**CONES, "ra": [10, 400]}, {**CONES, "ra": [10]}, {**CONES, "ra": [10, None]}, {**CONES, "name": ["a", "A"]},
        {"name": ["a"], "ra": [1], "dec": [1]}, {**CONES, "radius": ["nan", 1]},
    ):  # fmt: skip
        with pytest.raises(SkyPortalError):
            sky.post_spatial_catalog(ada, "Wrong", wrong)  # type: ignore[arg-type]
    for wrong_table in ("", "name,ra\n1,2", 'name,ra,dec,radius\n"a,1,2,3'):
        with pytest.raises(SkyPortalError):
            sky.post_spatial_catalog_ascii(ada, "Wrong", wrong_table)
    with pytest.raises(SkyPortalError):
        sky.post_spatial_catalog(bob, "Fields", CONES)
    with pytest.raises(SkyPortalError):
        sky.delete_spatial_catalog(bob, number)
    sky.delete_spatial_catalog(ada, number)
    sky.delete_spatial_catalog(root, ascii_)
    with pytest.raises(SkyPortalError):
        sky.fetch_spatial_catalog(ada, number)
    assert sky.fetch_spatial_catalogs(ada) == []
