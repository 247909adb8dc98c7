"""``skyportal_py.source_groups``: saves, asked for and answered."""

from __future__ import annotations

import pytest
from skyportal_py import sources
from skyportal_py._http import SkyPortalError
from skyportal_py.source_groups import SourceGroupsPost, post_source_groups, update_source_group
from sqlalchemy import select, update

from app.tables import Group, GroupUser, History
from tests.app.api.scene import make_scene
from tests.support.world import World


def test_who_may_save_answers_for_the_group(portal: World) -> None:
    scene = make_scene(portal)
    ada, bob, carl = (portal.sky(name) for name in ("ada", "bob", "carl"))
    sources.post_source(bob, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.blue]))
    with pytest.raises(SkyPortalError):
        post_source_groups(bob, SourceGroupsPost(obj_id="S1"))
    post_source_groups(bob, SourceGroupsPost(obj_id="S1", invite_group_ids=[scene.red]))
    with portal.context().transaction() as session:
        mine = (GroupUser.group_id == scene.red, GroupUser.user_id == portal.user_id("ada"))
        session.execute(update(GroupUser).where(*mine).values(can_save=False))
    with pytest.raises(SkyPortalError) as barred:
        update_source_group(ada, "S1", scene.red, active=True, requested=False)
    assert barred.value.status_code == 403
    update_source_group(carl, "S1", scene.red, active=False, requested=False)
    assert sources.fetch_sources(carl, include_requested=True).total_matches == 0
    post_source_groups(bob, SourceGroupsPost(obj_id="S1", invite_group_ids=[scene.red]))
    update_source_group(carl, "S1", scene.red, active=True, requested=False)
    assert [s.id for s in sources.fetch_sources(ada).sources] == ["S1"]
    post_source_groups(bob, SourceGroupsPost(obj_id="S1", unsave_group_ids=[scene.blue]))
    assert sources.fetch_sources(bob).total_matches == 0
    with pytest.raises(SkyPortalError):
        post_source_groups(bob, SourceGroupsPost(obj_id="S1", unsave_group_ids=[scene.red]))


def test_a_private_group_cannot_be_asked(portal: World) -> None:
    scene = make_scene(portal)
    sources.post_source(portal.sky("bob"), sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.blue]))
    with portal.context().transaction() as session:
        session.execute(update(Group).where(Group.id == scene.red).values(private=True))

    def ask(group_id: int) -> str:
        body = {"objId": "S1", "inviteGroupIds": [group_id]}
        answer = portal.client("bob").post("/api/source_groups", json=body)
        assert answer.status_code == 400
        return answer.text.replace(str(group_id), "N")

    assert ask(scene.red) == ask(987)
    with portal.context().transaction() as session:
        assert "request" not in set(session.scalars(select(History.action)))
