"""The module ``groups`` of skyportal-py; what a private name tells; what a group's administrator cannot do."""

from __future__ import annotations

import pytest
from skyportal_py import groups
from skyportal_py._http import SkyPortalError
from skyportal_py.groups import GroupPost

from tests.support.world import World


def test_groups(portal: World) -> None:
    ids = {name: portal.user(name) for name in ("ada", "bob", "eve", "zed")}
    ada, bob, eve = (portal.sky(name) for name in ("ada", "bob", "eve"))
    other = portal.group("Other", admins=("zed",), members=("ada", "eve"))
    ztf = portal.stream("ZTF", subscribers=("ada", "bob", "eve"))

    made = groups.post_group(ada, GroupPost(name="North", nickname="N", description="d", group_admins=[ids["bob"]]))
    north = groups.fetch_group(ada, made.id)
    assert (north.nickname, north.description, north.private, north.auto_accept_requests) == ("N", "d", False, False)
    assert {m.username: m.admin for m in north.users or []} == {"ada": True, "bob": True}
    assert groups.fetch_group(ada, made.id, include_group_users=False).users is None
    assert [g.id for g in groups.fetch_groups_by_name(ada, "North")] == [made.id]
    assert groups.fetch_groups_by_name(eve, "North") == []
    public = groups.fetch_public_group(eve)
    lists = groups.fetch_groups(eve)
    assert {g.name for g in lists.user_groups} == {public.name, "Other"}
    assert {g.name for g in lists.all_groups or []} == {public.name, "Other", "North"}
    single = {g.name for g in groups.fetch_groups(eve, include_single_user_groups=True).user_groups}
    assert single == {public.name, "Other", "eve"}

    groups.update_group(ada, made.id, "North", nickname="NN", private=True, auto_accept_requests=True)
    north = groups.fetch_group(bob, made.id)
    assert (north.nickname, north.description, north.private, north.auto_accept_requests) == ("NN", "d", True, True)
    # A private group's name is no secret that somebody else finds out by wanting it …
    twin = groups.post_group(eve, GroupPost(name="North"))
    with pytest.raises(SkyPortalError, match="already; choose"):
        groups.post_group(bob, GroupPost(name="North"))
    # … and it cannot come out of hiding under a name that is listed now.
    with pytest.raises(SkyPortalError, match="already; choose"):
        groups.update_group(ada, made.id, "North", private=False)
    groups.delete_group(eve, twin.id)
    groups.update_group(ada, made.id, "North", private=False)

    added = groups.post_group_user(ada, made.id, ids["eve"], can_save=False, can_share_photometry=True)
    assert (added.group_id, added.user_id, added.admin) == (made.id, ids["eve"], False)
    member = {m.username: m for m in groups.fetch_group(ada, made.id).users or []}["eve"]
    assert (member.can_save, member.can_share_photometry) == (False, True)
    groups.update_group_user(ada, made.id, ids["eve"], admin=True, can_save=True, can_share_photometry=False)
    member = {m.username: m for m in groups.fetch_group(ada, made.id).users or []}["eve"]
    assert (member.admin, member.can_save, member.can_share_photometry) == (True, True, False)
    with pytest.raises(SkyPortalError, match="at least one"):
        groups.update_group_user(ada, made.id, ids["eve"])
    groups.delete_group_user(ada, made.id, ids["eve"])
    stream = groups.post_group_stream(ada, made.id, ztf)
    assert (stream.group_id, stream.stream_id) == (made.id, ztf)
    # From a group that one is in; Zed, who does not read the stream, cannot come along.
    with pytest.raises(SkyPortalError, match="zed does not have access"):
        groups.post_group_users_from_groups(ada, made.id, [other])
    groups.delete_group_stream(ada, made.id, ztf)
    groups.post_group_users_from_groups(ada, made.id, [other])
    assert {m.username for m in groups.fetch_group(ada, made.id).users or []} == {"ada", "bob", "eve", "zed"}
    groups.delete_group(ada, made.id)
    with pytest.raises(SkyPortalError, match="no such group"):
        groups.fetch_group(bob, made.id)


def test_an_administrator_of_one_group_is_nobody_in_another(portal: World) -> None:
    ids = {name: portal.user(name) for name in ("ada", "bob", "zed")}
    ada = portal.sky("ada")
    other = portal.group("Other", admins=("zed",), members=("ada",))
    portal.group("North", admins=("ada",))
    ztf = portal.stream("ZTF", subscribers=("ada", "bob"))
    public = groups.fetch_public_group(ada)
    for attempt in (
        lambda: groups.update_group(ada, other, "Mine"),
        lambda: groups.delete_group(ada, other),
        lambda: groups.post_group_user(ada, other, ids["bob"]),
        lambda: groups.update_group_user(ada, other, ids["ada"], admin=True),
        lambda: groups.delete_group_user(ada, other, ids["zed"]),
        lambda: groups.post_group_stream(ada, other, ztf),
    ):
        with pytest.raises(SkyPortalError) as caught:
            attempt()
        assert caught.value.status_code == 403
    # The last administrator stays.
    with pytest.raises(SkyPortalError, match="at least one administrator"):
        groups.delete_group_user(portal.sky("zed"), other, ids["zed"])
    for group_id in (public.id, groups.fetch_groups_by_name(ada, "ada")[0].id):
        with pytest.raises(SkyPortalError):
            groups.post_group_user(ada, group_id, ids["bob"])
