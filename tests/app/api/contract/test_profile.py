"""The module ``profile`` of skyportal-py: one's own account and preferences."""

from __future__ import annotations

import pytest
from skyportal_py import profile as sky
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def test_profile(scene: Scene) -> None:
    ada, root = scene.world.sky("ada"), scene.world.sky("root")
    mine = sky.fetch_profile(ada)
    assert (mine.username, mine.roles, mine.is_bot, mine.is_anonymous) == ("ada", ["Full user"], False, False)
    assert "Comment" in mine.permissions
    assert [s.name for s in mine.streams] == ["Alerts"]
    assert [t.name for t in mine.tokens] == ["test"]
    sky.update_profile(
        ada,
        sky.ProfilePatch(
            first_name="Ada", last_name="L.", affiliations=["A", "B"], contact_email="ada@example.org", bio="x" * 20,
            contact_phone="+1 555 0100", preferences={"theme": "dark", "newsFeed": {"numItems": "5"}},
        ),
    )  # fmt: skip
    sky.update_profile(ada, sky.ProfilePatch(preferences={"theme": "light"}))
    mine = sky.fetch_profile(ada)
    assert (mine.first_name, mine.last_name, mine.affiliations) == ("Ada", "L.", ["A", "B"])
    assert (mine.contact_email, mine.contact_phone, mine.bio) == ("ada@example.org", "+1 555 0100", "x" * 20)
    assert mine.preferences == {"theme": "light", "newsFeed": {"numItems": "5"}}
    client = scene.world.client("ada")
    for body in (
        {"username": "queen"},
        {"roles": ["Super admin"]},
        {"first_name": "a\x00b"},
        {"preferences": {"a": "\x00"}},
    ):
        assert client.patch("/api/internal/profile", json=body).status_code == 400
    assert client.patch("/api/internal/profile", json={"preferences": {"a": "x" * 200_000}}).status_code == 400

    bob = scene.world.user_id("bob")
    with pytest.raises(SkyPortalError) as refused:
        sky.update_profile(ada, sky.ProfilePatch(first_name="Robert"), user_id=bob)
    assert refused.value.status_code == 403
    sky.update_profile(root, sky.ProfilePatch(first_name="Robert"), user_id=bob)
    assert sky.fetch_profile(scene.world.sky("bob")).first_name == "Robert"
