"""``skyportal_py.tags``: tags, and the objs that they are on."""

from __future__ import annotations

import pytest
from skyportal_py import candidates, objs, sources, tags
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def test_tags_are_everybodys_and_where_they_are_a_teams(scene: Scene) -> None:
    ada, bob, carl, root = (scene.world.sky(name) for name in ("ada", "bob", "carl", "root"))
    option = tags.post_obj_tag_option(ada, "Fast", color="#3a87ad")
    assert (option.name, option.color) == ("Fast", "#3a87ad")
    for name, color in (("fast", None), ("two words", None), ("Slow", "blue"), ("", None)):
        with pytest.raises(SkyPortalError):
            tags.post_obj_tag_option(bob, name, color=color)
    tags.update_obj_tag_option(ada, option.id, "Rapid")
    with pytest.raises(SkyPortalError):
        tags.update_obj_tag_option(bob, option.id, "Mine")
    assert [(o.name, o.color) for o in tags.fetch_obj_tag_options(bob)] == [("Rapid", "#3a87ad")]
    for name in ("S1", "S2"):
        sources.post_source(ada, sources.SourcePost(id=name, ra=10, dec=20, group_ids=[scene.red]))
    made = tags.post_obj_tag(ada, "S1", option.id)
    assert [g["id"] for g in made.groups or []] == [scene.red]
    assert [(t.name, t.obj_id) for t in tags.fetch_obj_tags(carl, obj_id="S1")] == [("Rapid", "S1")]
    assert tags.fetch_obj_tags(bob) == []
    assert tags.fetch_obj_tags(ada, objtagoption_id=option.id + 1) == []
    assert [t.name for t in sources.fetch_source(carl, "S1").tags] == ["Rapid"]
    assert sources.fetch_source(carl, "S1", include_tags=False).tags == []
    with pytest.raises(SkyPortalError):
        tags.post_obj_tag(bob, "S1", option.id)
    with pytest.raises(SkyPortalError):
        tags.post_obj_tag(ada, "S1", option.id)
    own = scene.world.group("Own", members=("ada",))
    widened = tags.post_obj_tag(ada, "S1", option.id, group_ids=[scene.red, own])
    assert (widened.id, bool(widened.message)) == (made.id, True)
    objs.post_super_obj(ada, obj_ids=["S1", "S2"])
    assert [t.obj_id for t in tags.fetch_obj_tags(ada, obj_id="S2", include_super_objs=True)] == ["S1"]
    with pytest.raises(SkyPortalError, match="on objs still"):
        tags.delete_obj_tag_option(ada, option.id)
    tags.delete_obj_tag(ada, made.id or 0, group_ids=[scene.red])
    assert tags.fetch_obj_tags(carl) == []
    with pytest.raises(SkyPortalError):
        tags.delete_obj_tag(carl, made.id or 0)
    tags.delete_obj_tag(ada, made.id or 0)
    assert tags.fetch_obj_tags(ada) == []
    with pytest.raises(SkyPortalError):
        tags.delete_obj_tag_option(bob, option.id)
    tags.delete_obj_tag_option(root, option.id)
    assert tags.fetch_obj_tag_options(ada) == []


def test_a_tag_makes_an_obj_known_to_whom_it_is_shown(scene: Scene) -> None:
    ada, carl = scene.world.sky("ada"), scene.world.sky("carl")
    option = tags.post_obj_tag_option(ada, "Odd")
    post = candidates.CandidatePost(id="Z1", ra=1, dec=2, filter_ids=[scene.filter], passed_at="2026-01-01")
    candidates.post_candidate(ada, post)
    tags.post_obj_tag(ada, "Z1", option.id, group_ids=[scene.red])
    assert [t.name for t in candidates.fetch_candidate(carl, "Z1").tags or []] == ["Odd"]
