"""The module ``taxonomies`` of skyportal-py: versions, hierarchies as JSON and YAML, groups."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from skyportal_py import classifications, sources
from skyportal_py import taxonomies as sky
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import TAXONOMY, Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def test_taxonomies(scene: Scene) -> None:
    root, ada, bob = (scene.world.sky(name) for name in ("root", "ada", "bob"))

    def post(who: Any = root, **changed: Any) -> int:
        given: dict[str, Any] = {"name": "Sitewide", "version": "1.0", "hierarchy": TAXONOMY} | changed
        return int(sky.post_taxonomy(who, sky.TaxonomyPost(**given)).taxonomy_id)

    first = post(provenance="tdtax")
    second = post(version="2.0", hierarchy=None, hierarchy_file=yaml.safe_dump(TAXONOMY))
    old, new = sky.fetch_taxonomy(ada, first), sky.fetch_taxonomy(ada, second)
    assert (old.is_latest, new.is_latest, old.provenance, new.hierarchy) == (False, True, "tdtax", TAXONOMY)
    assert len(new.groups or []) == 1
    with pytest.raises(SkyPortalError, match="version"):
        post(version="2.0")
    with pytest.raises(SkyPortalError, match="version"):
        sky.update_taxonomy(root, first, sky.TaxonomyPut(version="2.0"))
    for field, wrong in (
        ("hierarchy", {"hierarchy": {"class": 1}}), ("hierarchy", {"hierarchy": {"class": "A", "subclasses": {}}}),
        ("hierarchy", {"hierarchy": {"class": "A", "color": "red"}}), ("hierarchy", {"hierarchy": None}),
        ("hierarchy_file", {"hierarchy": None, "hierarchy_file": "a: &x [1]\nb: *x"}),
        ("hierarchy_file", {"hierarchy": None, "hierarchy_file": "- 1"}),
    ):  # fmt: skip
        body = {"name": "Bad", "version": "1", "hierarchy": TAXONOMY} | wrong
        answer = scene.world.client("root").post("/api/taxonomy", json=body)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), body
    sky.update_taxonomy(root, first, sky.TaxonomyPut(is_latest=True, provenance="ours", version="1.1"))
    assert {t.version: t.is_latest for t in sky.fetch_taxonomies(ada)} == {"1.1": True, "2.0": False}
    answer = scene.world.client("root").put(f"/api/taxonomy/{first}", json={"hierarchy": TAXONOMY})
    assert (answer.status_code, answer.json()["data"]["field"]) == (400, "hierarchy")
    bare = scene.world.client(token=scene.world.token("ada", acls=()))
    body = {"name": "Mine", "version": "1", "hierarchy": TAXONOMY}
    assert bare.post("/api/taxonomy", json=body).status_code == 403

    # Groups that one is not in are dropped; a team's taxonomy is nobody else's.
    private = post(name="Private", group_ids=[scene.red, 10**6])
    assert [g.id for g in sky.fetch_taxonomy(ada, private).groups or []] == [scene.red]
    with pytest.raises(SkyPortalError) as hidden:
        sky.fetch_taxonomy(bob, private)
    with pytest.raises(SkyPortalError) as missing:
        sky.fetch_taxonomy(bob, 10**6)
    assert str(hidden.value) == str(missing.value)
    assert "Private" not in {t.name for t in sky.fetch_taxonomies(bob)}

    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red]))
    given = classifications.ClassificationPost(obj_id="S1", classification="Ia", taxonomy_id=second)
    classifications.post_classification(ada, given)
    with pytest.raises(SkyPortalError, match="must stay"):
        sky.delete_taxonomy(root, second)
    assert bare.delete(f"/api/taxonomy/{first}").status_code == 403
    sky.delete_taxonomy(root, first)
    assert [t.id for t in sky.fetch_taxonomies(bob)] == [second]
