"""The module ``invitations`` of skyportal-py; what an invitation cannot give; and how it is accepted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from skyportal_py import groups, invitations, users
from skyportal_py._http import SkyPortalError
from skyportal_py.invitations import InvitationPost
from sqlalchemy import update

from app.tables import GroupUser, Invitation, User, UserAcl
from tests.support.world import World

PASSWORD = "correct horse battery staple"


@pytest.fixture
def team(portal: World) -> World:
    """Ada manages users and administers "North", which filters ZTF; Bob only manages users; Root is everything."""
    for name in ("ada", "bob", "eve"):
        portal.user(name)
    portal.user("root", roles=("Super admin",))
    with portal.context().transaction() as session:
        for name in ("ada", "bob"):
            session.add(UserAcl(user_id=portal.user_id(name), acl_id="Manage users"))
    north = portal.group("North", admins=("ada",))
    portal.group("South", admins=("eve",))
    portal.stream("ZTF", subscribers=("ada",), groups=(north,))
    portal.stream("LSST", subscribers=("ada",))
    portal.stream("Secret", subscribers=("eve",))
    return portal


def group_of(portal: World, sky: str, name: str) -> int:
    [found] = groups.fetch_groups_by_name(portal.sky(sky), name)
    return int(found.id)


def stream_id(portal: World, name: str) -> int:
    found = portal.client("root").get("/api/streams").json()["data"]
    return next(int(s["id"]) for s in found if s["name"] == name)


def link_of(portal: World, who: str = "ada", email: str = "new@example.org", **more: Any) -> str:
    """Invite by the API; return the secret of the link."""
    body = {"userEmail": email, "groupIDs": [group_of(portal, "ada", "North")], **more}
    answer = portal.client(who).post("/api/invitations", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.json()["mailed"] is False
    return str(answer.json()["link"]).rpartition("/")[2]


def test_invitations(team: World) -> None:
    ada, root = team.sky("ada"), team.sky("root")
    north = group_of(team, "ada", "North")
    ztf, lsst = stream_id(team, "ZTF"), stream_id(team, "LSST")
    until = (datetime.now(UTC) + timedelta(days=30)).isoformat()
    first = invitations.post_invitation(ada, InvitationPost(user_email="new@example.org", group_ids=[north]))
    second = invitations.post_invitation(
        ada,
        InvitationPost(
            user_email="Guest@Example.org", group_ids=[north], role="View only", stream_ids=[ztf, lsst],
            group_admin=[True], can_save=[False], can_share_photometry=[True], user_expiration_date=until,
        ),
    )  # fmt: skip
    page = invitations.fetch_invitations(ada)
    assert ([i.id for i in page.invitations], page.total_matches) == ([second.id, first.id], 2)
    guest, plain = page.invitations
    assert (guest.role_id, guest.admin_for_groups, guest.can_save_to_groups) == ("View only", [True], [False])
    assert guest.can_share_photometry_for_groups == [True]
    assert {s.name for s in guest.streams or []} == {"ZTF", "LSST"}
    assert (guest.invited_by is not None and guest.invited_by.username, guest.used) == ("ada", False)
    assert guest.user_expiration_date is not None
    assert plain.role_id == "Full user"
    # By default a member saves, and every stream of the groups comes along.
    flags = (plain.admin_for_groups, plain.can_save_to_groups, plain.can_share_photometry_for_groups)
    assert flags == ([False], [True], [False])
    assert [s.name for s in plain.streams or []] == ["ZTF"]
    assert plain.token is not None

    def ids(who: Any = ada, **query: Any) -> list[int]:
        return [i.id for i in invitations.fetch_invitations(who, **query).invitations]

    assert ids(email="guest@") == [second.id]
    assert ids(group="North") == [second.id, first.id]
    assert ids(group="Nort") == []
    assert ids(stream="LSST") == [second.id]
    assert ids(invited_by="AD") == [second.id, first.id]
    assert ids(invited_by="bob") == []
    assert ids(page_number=2, num_per_page=1) == [first.id]
    # Others see none of them; an administrator all, without the links.
    assert ids(team.sky("bob")) == []
    assert ids(root) == [second.id, first.id]
    assert invitations.fetch_invitations(root).invitations[0].token is None

    invitations.update_invitation(ada, first.id, role="View only", stream_ids=[ztf, lsst], user_expiration_date=until)
    changed = invitations.fetch_invitations(ada, email="new@").invitations[0]
    assert (changed.role_id, len(changed.streams or [])) == ("View only", 2)
    invitations.update_invitation(ada, first.id, group_ids=[])
    assert invitations.fetch_invitations(ada, email="new@").invitations[0].groups == []
    with pytest.raises(SkyPortalError, match="Only who invited"):
        invitations.delete_invitation(root, first.id)
    for who in ("bob",):
        client = team.client(who)
        bodies = {client.delete(f"/api/invitations/{i}").content for i in (first.id, 999_999)}
        assert len(bodies) == 1
    invitations.delete_invitation(ada, first.id)
    assert ids() == [second.id]


def test_nobody_gives_more_than_they_have(team: World) -> None:
    north, south = group_of(team, "ada", "North"), group_of(team, "root", "South")
    secret, ztf = stream_id(team, "Secret"), stream_id(team, "ZTF")
    ends = datetime.now(UTC) + timedelta(days=2)

    def refused(who: str, status: int, **body: Any) -> str:
        answer = team.client(who).post("/api/invitations", json={"userEmail": "x@example.org", "groupIDs": [], **body})
        assert answer.status_code == status, answer.text
        return str(answer.json()["message"])

    assert "Manage users" in refused("eve", 403)
    refused("ada", 403, groupIDs=[south])
    refused("bob", 403, groupIDs=[north])
    refused("ada", 400, streamIDs=[secret])
    refused("bob", 400, streamIDs=[ztf])
    refused("ada", 400, role="Super admin")
    refused("ada", 400, groupIDs=[north], streamIDs=[])
    refused("ada", 400, groupIDs=[north], groupAdmin=[True, True])
    refused("ada", 400, groupIDs=[north, north])
    refused("ada", 400, userEmail="a@b.org\r\nBcc: all@example.org")
    refused("ada", 400, userExpirationDate="2001-01-01")
    # A role with an ACL that the inviter lacks, and a token that carries less than its owner has.
    with team.context().transaction() as session:
        team.user("clerk", roles=("View only",))
        session.add(UserAcl(user_id=team.user_id("clerk"), acl_id="Manage users"))
        session.execute(update(User).where(User.username == "bob").values(expiration_date=ends))
    assert "cannot give" in refused("clerk", 403)
    small = team.client(token=team.token("ada", ("Manage users",)))
    assert small.post("/api/invitations", json={"userEmail": "x@example.org", "groupIDs": []}).status_code == 403
    # An account that ends invites nobody for longer.
    refused("bob", 400, userExpirationDate=(ends + timedelta(days=1)).isoformat())
    made = team.client("bob").post("/api/invitations", json={"userEmail": "x@example.org", "groupIDs": []})
    assert made.status_code == 200, made.text
    found = invitations.fetch_invitations(team.sky("bob")).invitations[0].user_expiration_date
    assert found is not None
    assert abs(found - ends) < timedelta(seconds=1)


def test_accepting(team: World) -> None:
    code = link_of(team, groupAdmin=[True], canSave=[False])
    browser = httpx.Client(base_url=team.base_url, timeout=30)
    opened = browser.get(f"/api/invitation/{code}").json()["data"]
    assert (opened["user_email"], opened["invited_by"], opened["groups"]) == ("new@example.org", "ada", ["North"])
    body = {"username": "newton", "first_name": "Isaac", "password": PASSWORD}
    address = f"/api/invitation/{code}"
    assert browser.post(address, json={**body, "password": "short"}).json()["data"]["field"] == "password"
    assert browser.post(address, json={**body, "username": "ada"}).status_code == 409
    assert browser.post(address, json={"username": "newton"}).status_code == 400
    done = browser.post(address, json=body)
    assert done.status_code == 200, done.text
    me = browser.get("/api/internal/profile").json()["data"]
    assert (me["username"], me["roles"], [s["name"] for s in me["streams"]]) == ("newton", ["Full user"], ["ZTF"])
    assert me["contact_email"] == "new@example.org"
    member = {m.username: m for m in groups.fetch_group(team.sky("ada"), group_of(team, "ada", "North")).users or []}
    assert (member["newton"].admin, member["newton"].can_save) == (True, False)
    # Once; and it is kept that it was used.
    assert browser.post(address, json={**body, "username": "second"}, headers={"X-Skyrelay": "1"}).status_code == 400
    assert invitations.fetch_invitations(team.sky("ada")).invitations == []
    used = invitations.fetch_invitations(team.sky("ada"), include_used=True).invitations
    assert [(i.used, i.token) for i in used] == [(True, None)]
    again = httpx.post(f"{team.base_url}/api/login", json={"username": "newton", "password": PASSWORD})
    assert again.status_code == 200
    assert users.fetch_user(team.sky("root"), me["id"]).first_name == "Isaac"


def test_what_the_inviter_lost_is_not_given(team: World) -> None:
    codes = {what: link_of(team, email=f"{what}@example.org") for what in ("group", "acl", "old", "expired")}
    body = {"username": "newton", "password": PASSWORD}

    def accept(what: str) -> httpx.Response:
        return httpx.post(f"{team.base_url}/api/invitation/{codes[what]}", json=body, timeout=30)

    ada = team.user_id("ada")
    with team.context().transaction() as session:
        past = datetime.now(UTC) - timedelta(seconds=1)
        session.execute(update(Invitation).where(Invitation.user_email == "old@example.org").values(expires_at=past))
        session.execute(update(GroupUser).where(GroupUser.user_id == ada).values(admin=False))
    unknown = httpx.post(f"{team.base_url}/api/invitation/invented", json=body)
    assert accept("old").content == unknown.content
    assert accept("group").status_code == 403
    with team.context().transaction() as session:
        session.execute(update(GroupUser).where(GroupUser.user_id == ada).values(admin=True))
        session.query(UserAcl).filter_by(user_id=ada).delete()
    assert accept("acl").status_code == 403
    with team.context().transaction() as session:
        session.execute(update(User).where(User.id == ada).values(expiration_date=past))
    assert accept("expired").content == unknown.content
    assert team.client("root").get("/api/user", params={"username": "newton"}).json()["data"]["totalMatches"] == 0
