"""Streams and filters by skyportal-py."""

from __future__ import annotations

import pytest
from skyportal_py import filters as sky_filters
from skyportal_py import streams as sky
from skyportal_py._http import SkyPortalError
from skyportal_py.filters import FilterPatch, FilterPost

from tests.app.api.scene import make_scene
from tests.support.world import World


def test_streams(portal: World) -> None:
    scene = make_scene(portal)
    root, ada = portal.sky("root"), portal.sky("ada")
    made = sky.post_stream(root, "New", altdata={"collection": "x"}, auto_join=True).id
    assert [s.id for s in sky.fetch_streams(ada)] == [scene.stream]
    added = sky.post_stream_user(root, made, portal.user_id("ada"))
    assert (added.stream_id, added.user_id) == (made, portal.user_id("ada"))
    assert sky.fetch_stream(ada, made).name == "New"
    assert sky.fetch_stream(root, made).auto_join is True
    sky.update_stream(root, made, "Newer", auto_join=False)
    assert sky.fetch_stream(ada, made).name == "Newer"
    sky.delete_stream_user(root, made, portal.user_id("ada"))
    hidden = portal.client("ada").get(f"/api/streams/{made}")
    absent = portal.client("ada").get("/api/streams/999999")
    assert (hidden.status_code, hidden.text) == (absent.status_code, absent.text)
    with pytest.raises(SkyPortalError):
        sky.post_stream(ada, "Mine")
    sky.delete_stream(root, made)
    assert made not in [s.id for s in sky.fetch_streams(root)]


def test_filters(portal: World) -> None:
    scene = make_scene(portal)
    carl, ada = portal.sky("carl"), portal.sky("ada")
    body = FilterPost(name="Fast", stream_id=scene.stream, group_id=scene.red)
    made = sky_filters.post_filter(carl, body).id
    seen = sky_filters.fetch_filter(ada, made)
    assert (seen.name, seen.stream_id, seen.group_id) == ("Fast", scene.stream, scene.red)
    assert {f.id for f in sky_filters.fetch_filters(ada)} == {scene.filter, made}
    sky_filters.update_filter(carl, made, FilterPatch(name="Faster", autosave=True))
    changed = sky_filters.fetch_filter(ada, made)
    assert (changed.name, changed.autosave) == ("Faster", True)
    bob = portal.client("bob")
    assert bob.get("/api/filters").json()["data"] == []
    for method, change in (("GET", None), ("PATCH", {"name": "mine"}), ("DELETE", None)):
        hidden, absent = (bob.request(method, f"/api/filters/{n}", json=change) for n in (made, 999_999))
        assert hidden.status_code == absent.status_code
        assert hidden.text.replace(str(made), "N") == absent.text.replace("999999", "N").replace(str(made), "N")
    sky_filters.delete_filter(carl, made)
    assert [f.id for f in sky_filters.fetch_filters(ada)] == [scene.filter]
