"""Groups, streams and filters by the real SkyPortal client; and what outsiders cannot see."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from skyportal_py import filters, groups, streams
from skyportal_py._http import SkyPortalError
from sqlalchemy import insert, select, update
from sqlalchemy.exc import ProgrammingError

from app.context import declare
from app.tables import Group, History, Stream, StreamUser
from tests.support.world import World

EXPRESSION = "rb > 0.65 AND mag < 20"


@pytest.fixture
def team(portal: World) -> World:
    """Ada administers "Team", Bob is in it, Eve is not; "ZTF" is a stream of the team and its members."""
    for name in ("ada", "bob", "eve"):
        portal.user(name)
    portal.user("root", roles=("Super admin",))
    group_id = portal.group("Team", admins=("ada",), members=("bob",))
    portal.stream("ZTF", subscribers=("ada", "bob"), groups=(group_id,))
    return portal


def id_of(portal: World, table: Any, name: str) -> int:
    with portal.context().transaction() as session:
        return int(session.execute(select(table.id).where(table.name == name)).scalar_one())


def make_private(portal: World, name: str) -> None:
    with portal.context().transaction() as session:
        session.execute(update(Group).where(Group.name == name).values(private=True))


def test_the_lists_of_groups(team: World) -> None:
    make_private(team, "Team")
    mine = groups.fetch_groups(team.sky("bob"))
    assert [g.name for g in mine.user_groups] == ["Sitewide Group", "Team"]
    assert [g.name for g in mine.user_accessible_groups] == ["Sitewide Group", "Team"]
    assert [g.name for g in groups.fetch_groups(team.sky("eve")).all_groups or []] == ["Sitewide Group"]
    assert "Team" in [g.name for g in groups.fetch_groups(team.sky("root")).user_accessible_groups]
    single = groups.fetch_groups(team.sky("bob"), include_single_user_groups=True)
    assert "bob" in [g.name for g in single.user_groups]
    assert [g.name for g in groups.fetch_groups_by_name(team.sky("bob"), "Team")] == ["Team"]
    assert groups.fetch_groups_by_name(team.sky("eve"), "Team") == []
    assert groups.fetch_public_group(team.sky("eve")).name == "Sitewide Group"


def test_a_group_from_first_to_last(team: World) -> None:
    ada, bob = team.sky("ada"), team.user_id("bob")
    made = groups.post_group(ada, groups.GroupPost(name="New", nickname="n", group_admins=[team.user_id("eve")])).id
    groups.post_group_user(ada, made, bob)
    groups.update_group_user(ada, made, bob, admin=True, can_save=False)
    groups.update_group(ada, made, "Newer", private=True)
    seen: Any = groups.fetch_group(team.sky("bob"), made)
    assert (seen.name, seen.nickname, seen.private) == ("Newer", "n", True)
    assert {m.username: (m.admin, m.can_save) for m in seen.users} == {
        "ada": (True, True), "bob": (True, False), "eve": (True, True),
    }  # fmt: skip
    groups.delete_group_user(team.sky("bob"), made, bob)
    groups.delete_group(ada, made)
    with pytest.raises(SkyPortalError) as caught:
        groups.fetch_group(ada, made)
    assert caught.value.status_code == 400
    with team.context().transaction() as session:
        found = session.scalars(select(History.action).where(History.kind == "group").order_by(History.id))
        assert list(found) == ["create", "add member", "change member", "update", "remove member", "delete"]


def test_members_of_other_groups_join(team: World) -> None:
    ada = team.sky("ada")
    made = groups.post_group(ada, groups.GroupPost(name="New")).id
    groups.post_group_users_from_groups(ada, made, [id_of(team, Group, "Team")])
    assert {m.username for m in groups.fetch_group(ada, made).users or []} == {"ada", "bob"}
    other = groups.post_group(team.sky("eve"), groups.GroupPost(name="Eve's")).id
    with pytest.raises(SkyPortalError, match="There is no such group"):
        groups.post_group_users_from_groups(team.sky("eve"), other, [id_of(team, Group, "Team")])


def test_a_group_keeps_an_administrator(team: World) -> None:
    group_id, ada = id_of(team, Group, "Team"), team.user_id("ada")
    attempts: list[Any] = [
        lambda: groups.delete_group_user(team.sky("ada"), group_id, ada),
        lambda: groups.update_group_user(team.sky("ada"), group_id, ada, admin=False),
    ]
    for attempt in attempts:
        with pytest.raises(SkyPortalError, match="at least one administrator"):
            attempt()


def test_two_administrators_cannot_both_leave_at_once(team: World) -> None:
    group_id = id_of(team, Group, "Team")
    groups.update_group_user(team.sky("ada"), group_id, team.user_id("bob"), admin=True)
    ada, bob = team.client("ada"), team.client("bob")
    paths = {c: f"/api/groups/{group_id}/users/{team.user_id(n)}" for c, n in ((ada, "ada"), (bob, "bob"))}
    with ThreadPoolExecutor(2) as pool:
        statuses = sorted(pool.map(lambda client: client.delete(paths[client]).status_code, (ada, bob)))
    assert statuses == [200, 400]


def test_only_administrators_of_a_group_change_it(team: World) -> None:
    group_id, eve = id_of(team, Group, "Team"), team.user_id("eve")
    for who in ("bob", "eve"):
        sky = team.sky(who)
        for attempt in (
            lambda sky=sky: groups.update_group(sky, group_id, "Mine"),
            lambda sky=sky: groups.delete_group(sky, group_id),
            lambda sky=sky: groups.post_group_user(sky, group_id, eve, admin=True),
            lambda sky=sky: groups.delete_group_user(sky, group_id, team.user_id("ada")),
        ):
            with pytest.raises(SkyPortalError) as caught:
                attempt()
            assert caught.value.status_code == 403
    own = groups.fetch_groups_by_name(team.sky("bob"), "bob")[0].id
    with pytest.raises(SkyPortalError, match="exactly one member"):
        groups.post_group_user(team.sky("bob"), own, eve)


def test_a_member_needs_the_groups_streams(team: World) -> None:
    group_id, eve = id_of(team, Group, "Team"), team.user_id("eve")
    with pytest.raises(SkyPortalError, match="'ZTF'"):
        groups.post_group_user(team.sky("ada"), group_id, eve)
    streams.post_stream_user(team.sky("root"), id_of(team, Stream, "ZTF"), eve)
    groups.post_group_user(team.sky("ada"), group_id, eve)
    lsst = team.stream("LSST", subscribers=("ada", "bob"))
    with pytest.raises(SkyPortalError, match="eve is in the group and does not have"):
        groups.post_group_stream(team.sky("ada"), group_id, lsst)


def test_streams(team: World) -> None:
    root, eve = team.sky("root"), team.user_id("eve")
    made = streams.post_stream(root, "Open", auto_join=True, altdata={"a": 1}).id
    closed = streams.post_stream(root, "Closed").id
    streams.update_stream(root, made, "Opener", altdata={"a": 2})
    assert [s.name for s in streams.fetch_streams(team.sky("ada"))] == ["ZTF"]
    streams.post_stream_user(team.sky("eve"), made, eve)
    seen = streams.fetch_stream(team.sky("eve"), made)
    assert (seen.name, seen.altdata, seen.auto_join) == ("Opener", {"a": 2}, True)
    client = team.client("eve")
    refused = client.post(f"/api/streams/{closed}/users", json={"user_id": eve})
    missing = client.post("/api/streams/999999/users", json={"user_id": eve})
    assert refused.status_code == missing.status_code == 400
    assert refused.content == missing.content
    streams.delete_stream_user(root, made, eve)
    streams.delete_stream(root, made)
    for who in ("ada", "eve"):
        with pytest.raises(SkyPortalError) as caught:
            streams.post_stream(team.sky(who), "Mine")
        assert caught.value.status_code == 403


def test_streams_of_a_group(team: World) -> None:
    ada, group_id = team.sky("ada"), id_of(team, Group, "Team")
    lsst = team.stream("LSST", subscribers=("ada", "bob"))
    groups.post_group_stream(ada, group_id, lsst)
    assert [s.name for s in groups.fetch_group(team.sky("bob"), group_id).streams or []] == ["ZTF", "LSST"]
    groups.delete_group_stream(ada, group_id, lsst)
    assert [s.name for s in groups.fetch_group(ada, group_id).streams or []] == ["ZTF"]


def post_filter(portal: World, who: str, expression: str = EXPRESSION) -> int:
    payload = filters.FilterPost(
        name="Bright", stream_id=id_of(portal, Stream, "ZTF"), group_id=id_of(portal, Group, "Team"),
        altdata={"expression": expression, "colour": "red"},
    )  # fmt: skip
    return int(filters.post_filter(portal.sky(who), payload).id)


def test_filters(team: World) -> None:
    ada = team.sky("ada")
    made = post_filter(team, "ada")
    seen = filters.fetch_filter(team.sky("bob"), made)
    assert (seen.name, seen.altdata, seen.autosave) == ("Bright", {"expression": EXPRESSION, "colour": "red"}, False)
    changed = filters.FilterPatch(name="Brighter", autosave=True, altdata={"expression": "mag < 18"})
    filters.update_filter(ada, made, changed)
    [seen] = filters.fetch_filters(team.sky("bob"))
    assert (seen.name, seen.altdata, seen.autosave) == ("Brighter", {"expression": "mag < 18"}, True)
    with pytest.raises(SkyPortalError, match="stream_id of a filter cannot be changed"):
        filters.update_filter(ada, made, filters.FilterPatch(stream_id=999))
    group_id, stream_id = id_of(team, Group, "Team"), id_of(team, Stream, "ZTF")
    with pytest.raises(SkyPortalError, match="delete it first"):
        groups.delete_group_stream(ada, group_id, stream_id)
    filters.delete_filter(ada, made)
    assert filters.fetch_filters(ada) == []


@pytest.mark.parametrize("expression", ["", "mag < 18; DROP TABLE users", "no_such_column > 1", "1 + mag"])
def test_only_safe_expressions_are_kept(team: World, expression: str) -> None:
    with pytest.raises(SkyPortalError) as caught:
        post_filter(team, "ada", expression)
    assert caught.value.status_code == 400
    assert filters.fetch_filters(team.sky("ada")) == []


def test_only_administrators_of_the_group_filter(team: World) -> None:
    made = post_filter(team, "ada")
    for attempt in (
        lambda: post_filter(team, "bob"),
        lambda: filters.delete_filter(team.sky("bob"), made),
        lambda: filters.update_filter(team.sky("bob"), made, filters.FilterPatch(name="Mine")),
    ):
        with pytest.raises(SkyPortalError) as caught:
            attempt()
        assert caught.value.status_code == 403


def test_outsiders_cannot_tell_hidden_from_missing(team: World) -> None:
    make_private(team, "Team")
    ours = {
        "groups": id_of(team, Group, "Team"),
        "filters": post_filter(team, "ada"),
        "streams": id_of(team, Stream, "ZTF"),
    }
    eve = team.client("eve")
    for kind, row_id in ours.items():
        listed = eve.get(f"/api/{kind}").text
        assert "Team" not in listed
        assert "Bright" not in listed
        assert "ZTF" not in listed
        for method in ("GET", "DELETE", "PUT" if kind == "groups" else "PATCH"):
            body = {"name": "x"} if method in ("PUT", "PATCH") else None
            hidden = eve.request(method, f"/api/{kind}/{row_id}", json=body)
            missing = eve.request(method, f"/api/{kind}/999999", json=body)
            assert hidden.status_code == missing.status_code != 200
            assert hidden.content == missing.content, (kind, method)


def test_leaving_ends_access_at_once(team: World) -> None:
    made = post_filter(team, "ada")
    bob = team.sky("bob")
    assert filters.fetch_filter(bob, made).id == made
    groups.delete_group_user(bob, id_of(team, Group, "Team"), team.user_id("bob"))
    with pytest.raises(SkyPortalError) as caught:
        filters.fetch_filter(bob, made)
    assert caught.value.status_code == 400


def test_a_stranger_cannot_write_into_the_database_by_role(team: World) -> None:
    """The second lock: even a handler that forgot to ask would be refused."""
    stream = {"stream_id": id_of(team, Stream, "ZTF"), "user_id": team.user_id("eve")}
    with team.context("web").sessions() as session:
        declare(session, team.principal("eve"), "")
        with pytest.raises(ProgrammingError, match="permission denied"):
            session.execute(insert(StreamUser).values(**stream))
