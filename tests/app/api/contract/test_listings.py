"""``skyportal_py.listings``: a user's own lists."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import candidates, listings, sources
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def put(client: Any, name: str, obj_id: str, **more: Any) -> int:
    given = listings.ListingPost(obj_id=obj_id, list_name=name, **more)
    number: int = listings.post_listing(client, given).id
    return number


def test_lists_are_kept_changed_and_private(scene: Scene) -> None:
    ada, bob, root = (scene.world.sky(name) for name in ("ada", "bob", "root"))
    for name in ("S1", "S2", "S3"):
        sources.post_source(ada, sources.SourcePost(id=name, ra=10, dec=20, group_ids=[scene.red]))
    first = put(ada, "favorites", "S1")
    other = put(ada, "rejected_candidates", "S2")
    watch = put(ada, "watchlist", "S3", params={"arcsec": 2, "cadence": 1, "end_of_night": True})
    assert [(e.id, e.obj_id) for e in listings.fetch_listings(ada)] == [(first, "S1"), (other, "S2"), (watch, "S3")]
    entry = listings.fetch_listings(ada, list_name="watchlist")[0]
    assert (entry.params, entry.user_id) == ({"arcsec": 2, "cadence": 1, "end_of_night": True},
                                             scene.world.user_id("ada"))  # fmt: skip
    assert [s.id for s in sources.fetch_sources(ada, list_name="favorites").sources] == ["S1"]
    assert sources.fetch_sources(root, list_name="favorites").total_matches == 0
    ordered = sources.fetch_sources(ada, sort_by="favorites", sort_order="asc").sources
    assert [s.id for s in ordered] == ["S1", "S2", "S3"]
    for wrong in (
        {"obj_id": "S1", "list_name": "favorites"},
        {"obj_id": "S9", "list_name": "favorites"},
        {"obj_id": "S1", "list_name": "*"},
        {"obj_id": "S1", "list_name": "watchlist"},
        {"obj_id": "S1", "list_name": "watchlist", "params": {"arcsec": 9999, "cadence": 1}},
        {"obj_id": "S1", "list_name": "x", "user_id": scene.world.user_id("bob")},
    ):
        with pytest.raises(SkyPortalError):
            listings.post_listing(ada, listings.ListingPost(**wrong))
    with pytest.raises(SkyPortalError):
        put(bob, "favorites", "S1")
    assert listings.fetch_listings(bob) == []
    for whom in (bob, ada):
        with pytest.raises(SkyPortalError):
            listings.fetch_listings(whom, user_id=scene.world.user_id("root"))
    assert len(listings.fetch_listings(root, user_id=scene.world.user_id("ada"))) == 3
    listings.update_listing(ada, first, list_name="faint", obj_id="S2")
    assert [e.obj_id for e in listings.fetch_listings(ada, list_name="faint")] == ["S2"]
    theirs = scene.world.client("bob").delete(f"/api/listing/{first}")
    absent = scene.world.client("bob").delete("/api/listing/999999")
    assert (theirs.status_code, theirs.content) == (400, absent.content)
    listings.delete_listing(ada, first)
    listings.delete_listing_by_name(ada, "S2", "rejected_candidates")
    with pytest.raises(SkyPortalError):
        listings.delete_listing_by_name(ada, "S2", "rejected_candidates")
    assert [e.id for e in listings.fetch_listings(ada)] == [watch]


def test_scanning_leaves_out_what_was_rejected(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    for name in ("Z1", "Z2"):
        post = candidates.CandidatePost(id=name, ra=1, dec=2, filter_ids=[scene.filter], passed_at="2026-01-01")
        candidates.post_candidate(ada, post)
    put(ada, "rejected_candidates", "Z1")
    left = candidates.fetch_candidates(ada, list_name_reject="rejected_candidates")
    assert [c.id for c in left.candidates] == ["Z2"]
    only = candidates.fetch_candidates(ada, list_name="rejected_candidates")
    assert ([c.id for c in only.candidates], only.total_matches) == (["Z1"], 1)
