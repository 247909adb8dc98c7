"""The module ``teams`` of skyportal-py; who may see a team, and who keeps it."""

from __future__ import annotations

import pytest
from skyportal_py import teams
from skyportal_py._http import SkyPortalError
from skyportal_py.teams import TeamPost, TeamPut
from sqlalchemy import update

from app.tables import Group
from tests.support.world import World


def test_teams(portal: World) -> None:
    for name in ("ada", "bob", "cyd", "eve"):
        portal.user(name)
    north = portal.group("North", admins=("ada",), members=("bob",))
    south = portal.group("South", admins=("cyd",))
    hidden = portal.group("Hidden", admins=("ada",))
    with portal.context().transaction() as session:
        session.execute(update(Group).where(Group.id == hidden).values(private=True))
    ada, bob, cyd, eve = (portal.sky(name) for name in ("ada", "bob", "cyd", "eve"))

    made = teams.post_team(ada, TeamPost(name="Poles", nickname="P", primary_color="#336699", group_ids=[north]))
    teams.post_team(ada, TeamPost(name="Alone"))
    listed = teams.fetch_teams(ada)
    assert [(t.name, t.num_members, t.users) for t in listed] == [("Alone", 0, None), ("Poles", 2, None)]
    team = teams.fetch_team(bob, made.id)
    assert (team.nickname, team.primary_color, [g.name for g in team.groups]) == ("P", "#336699", ["North"])
    assert [m.username for m in team.users or []] == ["ada", "bob"]
    assert teams.fetch_teams(eve) == []

    # Missing and unreadable are answered alike, to readers and to changers.
    clients = portal.client("eve")
    for method in ("GET", "PUT", "DELETE"):
        bodies = {clients.request(method, f"/api/teams/{i}", json={}).content for i in (made.id, 999_999)}
        assert len(bodies) == 1
    for who, group_id in ((ada, south), (eve, north), (bob, north)):
        with pytest.raises(SkyPortalError, match="administrator of the group"):
            teams.post_team(who, TeamPost(name="Other", group_ids=[group_id]))
    with pytest.raises(SkyPortalError, match="no such group"):
        teams.post_team(eve, TeamPost(name="Other", group_ids=[hidden]))
    with pytest.raises(SkyPortalError, match="already; choose"):
        teams.post_team(bob, TeamPost(name="Poles"))
    # Eve cannot know of the team: its name is no secret that she could find out.
    teams.post_team(eve, TeamPost(name="Poles"))

    with pytest.raises(SkyPortalError, match="Only an administrator of one of the team's groups"):
        teams.update_team(bob, made.id, TeamPut(description="mine"))
    with pytest.raises(SkyPortalError, match="administrator of the group"):
        teams.update_team(ada, made.id, TeamPut(group_ids=[north, south]))
    with pytest.raises(SkyPortalError, match="logo_url"):
        teams.update_team(ada, made.id, TeamPut(logo_url="javascript:alert(1)"))
    teams.update_team(ada, made.id, TeamPut(name="Both", nickname=None, group_ids=[north, hidden]))
    team = teams.fetch_team(bob, made.id)
    # Whoever puts a private group into a team lets the team know of it.
    assert (team.name, team.nickname, [g.name for g in team.groups]) == ("Both", None, ["Hidden", "North"])
    with pytest.raises(SkyPortalError, match="no such team"):
        teams.fetch_team(cyd, made.id)
    with pytest.raises(SkyPortalError):
        teams.delete_team(bob, made.id)
    teams.delete_team(ada, made.id)
    assert [t.name for t in teams.fetch_teams(ada)] == ["Alone"]
