"""Users, rights, profiles and tokens by the real SkyPortal client; and what nobody may do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from skyportal_py import acls, profile, roles, tokens, users
from skyportal_py._http import SkyPortalError
from sqlalchemy import insert, select, text

from app.access.elevation import elevated
from app.tables import AdminAccess, History, Token, UserAcl
from tests.support.world import World


@pytest.fixture
def people(portal: World) -> World:
    """Ada and Eve are full users, Max manages users without being an administrator, Root is one."""
    portal.user("ada")
    portal.user("eve")
    portal.user("root", roles=("Super admin",))
    max_id = portal.user("max")
    with portal.context().transaction() as session:
        session.execute(insert(UserAcl).values(user_id=max_id, acl_id="Manage users"))
    return portal


def refused(status: int, attempt: Any) -> str:
    with pytest.raises(SkyPortalError) as caught:
        attempt()
    assert caught.value.status_code == status
    return str(caught.value)


def test_the_list_is_paged_and_searched(people: World) -> None:
    eve = people.sky("eve")
    page = users.fetch_users(eve, num_per_page=2)
    # The fifth is the portal's own bot.
    assert ([u.username for u in page.users], page.total_matches) == (["ada", "eve"], 5)
    page = users.fetch_users(eve, num_per_page=2, page_number=2, sort_order="asc")
    assert [u.username for u in page.users] == ["max", "root"]
    assert users.fetch_users(eve, page_number=9).users == []
    assert [u.username for u in users.fetch_users(eve, username="A").users] == ["ada", "max", "skyrelay"]
    assert [u.username for u in users.fetch_users(eve, acl="Manage users").users] == ["max", "root"]
    assert [u.username for u in users.fetch_users(eve, role="Super admin").users] == ["root"]
    assert "pageNumber" in refused(400, lambda: users.fetch_users(eve, page_number=0))


def test_one_user(people: World) -> None:
    eve = people.sky("eve")
    seen: Any = users.fetch_user(eve, people.user_id("max"))
    assert (seen.username, seen.roles, seen.acls) == ("max", ["Full user"], ["Manage users"])
    assert "Upload data" in seen.permissions
    assert seen.groups is None
    seen = users.fetch_user(people.sky("root"), people.user_id("max"))
    assert [g.name for g in seen.groups] == ["Sitewide Group", "max"]
    refused(400, lambda: users.fetch_user(eve, 999999))


def test_making_and_ending_users(people: World) -> None:
    group_id = people.group("Team", admins=("max",))
    new = users.UserPost(
        username="bob", first_name="Bob", affiliations=["Here"], group_ids_and_admin=[[group_id, True]]
    )
    refused(403, lambda: users.post_user(people.sky("eve"), new))
    made = users.post_user(people.sky("max"), new).id
    root = people.sky("root")
    seen: Any = users.fetch_user(root, made)
    assert (seen.first_name, seen.affiliations, seen.roles) == ("Bob", ["Here"], ["Full user"])
    assert {g.name for g in seen.groups} == {"Sitewide Group", "bob", "Team"}
    bob = people.sky("bob")
    users.update_user(root, made, expiration_date="2020-01-01")
    refused(403, lambda: profile.fetch_profile(bob))
    assert "bob" not in [u.username for u in users.fetch_users(root).users]
    assert "bob" in [u.username for u in users.fetch_users(root, include_expired=True).users]
    users.update_user(root, made, expiration_date=None)
    assert profile.fetch_profile(bob).username == "bob"
    users.delete_user(root, made)
    refused(401, lambda: profile.fetch_profile(bob))
    ended = users.fetch_user(root, made).expiration_date
    assert ended is not None
    assert ended <= datetime.now(UTC)


def test_managing_users_is_not_ruling(people: World) -> None:
    manager, root_id, max_id = people.sky("max"), people.user_id("root"), people.user_id("max")
    for attempt in (
        lambda: users.post_user(manager, users.UserPost(username="king", roles=["Super admin"])),
        lambda: roles.post_user_role(manager, max_id, ["Super admin"]),
        lambda: acls.post_user_acl(manager, max_id, ["System admin"]),
        lambda: users.update_user(manager, root_id, expiration_date="2020-01-01"),
        lambda: users.delete_user(manager, root_id),
        lambda: roles.delete_user_role(manager, root_id, "Super admin"),
        lambda: profile.update_profile(manager, profile.ProfilePatch(first_name="x"), user_id=root_id),
    ):
        refused(403, attempt)
    assert "own account" in refused(400, lambda: users.delete_user(manager, max_id))


def test_roles_and_acls(people: World) -> None:
    root, ada = people.sky("root"), people.user_id("ada")
    assert {role.id for role in roles.fetch_roles(root)} == {"Super admin", "Group admin", "Full user", "View only"}
    assert "Upload data" in acls.fetch_acls(root)
    roles.post_user_role(root, ada, ["Group admin"])
    acls.post_user_acl(root, ada, ["Manage streams"])
    seen = users.fetch_user(root, ada)
    assert (seen.roles, seen.acls) == (["Full user", "Group admin"], ["Manage streams"])
    roles.delete_user_role(root, ada, "Group admin")
    acls.delete_user_acl(root, ada, "Manage streams")
    assert users.fetch_user(root, ada).roles == ["Full user"]
    assert "no role" in refused(400, lambda: roles.post_user_role(root, ada, ["King"]))
    assert "no ACL" in refused(400, lambda: acls.post_user_acl(root, ada, ["Rule"]))
    refused(400, lambda: roles.delete_user_role(root, ada, "Group admin"))
    refused(403, lambda: roles.post_user_role(people.sky("ada"), ada, ["Full user"]))


def test_the_profile(people: World) -> None:
    people.stream("ZTF", subscribers=("ada",))
    ada = people.sky("ada")
    seen = profile.fetch_profile(ada)
    assert (seen.username, seen.roles, [s.name for s in seen.streams]) == ("ada", ["Full user"], ["ZTF"])
    assert [t.name for t in seen.tokens] == ["test"]
    patch = profile.ProfilePatch(first_name="Ada", bio="b", preferences={"theme": "dark"})
    profile.update_profile(ada, patch)
    profile.update_profile(ada, profile.ProfilePatch(preferences={"size": 2}))
    seen = profile.fetch_profile(ada)
    assert (seen.first_name, seen.bio, seen.preferences) == ("Ada", "b", {"theme": "dark", "size": 2})
    assert "cannot be changed" in refused(400, lambda: profile.update_profile(ada, profile.ProfilePatch(username="x")))
    eve_id = people.user_id("eve")
    refused(403, lambda: profile.update_profile(ada, profile.ProfilePatch(bio="x"), user_id=eve_id))
    profile.update_profile(people.sky("max"), profile.ProfilePatch(bio="by max"), user_id=eve_id)
    assert users.fetch_user(ada, eve_id).bio == "by max"


def test_a_token_from_first_to_last(people: World) -> None:
    ada = people.sky("ada")
    secret = tokens.post_token(ada, "script", ["Upload data", "Comment"]).token_id
    mine: Any
    [mine] = [t for t in tokens.fetch_tokens(ada) if t.name == "script"]
    assert mine.id != secret
    assert sorted(acl["id"] for acl in mine.acls) == ["Comment", "Upload data"]
    assert mine.created_by["username"] == "ada"
    assert tokens.fetch_token(ada, secret).id == tokens.fetch_token(ada, mine.id).id == mine.id
    tokens.update_token(ada, secret, name="renamed", acls=["Comment"])
    me = people.client(token=secret).get("/api/internal/profile").json()["data"]
    assert me["permissions"] == ["Comment"]
    assert "already" in refused(400, lambda: tokens.post_token(ada, "renamed", []))
    tokens.delete_token(ada, secret)
    assert people.client(token=secret).get("/api/internal/profile").status_code == 401


def test_a_token_never_exceeds_its_owner(people: World) -> None:
    ada = people.sky("ada")
    assert "does not have it" in refused(400, lambda: tokens.post_token(ada, "t", ["System admin"]))
    small = people.token("ada", ("Comment",))
    made = people.client(token=small).post("/api/internal/tokens", json={"name": "t", "acls": ["Upload data"]})
    assert made.status_code == 400
    for token_id in [t.id for t in tokens.fetch_tokens(ada)]:
        body = {"acls": ["Upload data"]}
        assert people.client(token=small).put(f"/api/internal/tokens/{token_id}", json=body).status_code == 400
    # What the owner loses, the token loses at once.
    full = tokens.post_token(ada, "full", ["Upload data"]).token_id
    roles.delete_user_role(people.sky("root"), people.user_id("ada"), "Full user")
    assert people.client(token=full).get("/api/internal/profile").json()["data"]["permissions"] == []


def test_tokens_of_others(people: World) -> None:
    ada_id = people.user_id("ada")
    secret = tokens.post_token(people.sky("root"), "for ada", ["Comment"], user_id=ada_id).token_id
    assert people.client(token=secret).get("/api/internal/profile").json()["data"]["username"] == "ada"
    refused(403, lambda: tokens.post_token(people.sky("eve"), "t", ["Comment"], user_id=ada_id))
    refused(400, lambda: tokens.post_token(people.sky("root"), "t", ["System admin"], user_id=ada_id))
    [theirs] = [t for t in tokens.fetch_tokens(people.sky("root"), user_id=ada_id) if t.name == "for ada"]
    eve = people.client("eve")
    assert tokens.fetch_tokens(people.sky("eve"), user_id=ada_id) == []
    for method, body in (("GET", None), ("PUT", {"name": "x"}), ("DELETE", None)):
        for known_as in (theirs.id, secret):
            hidden = eve.request(method, f"/api/internal/tokens/{known_as}", json=body)
            missing = eve.request(method, "/api/internal/tokens/none", json=body)
            assert hidden.status_code == missing.status_code == 400
            assert hidden.content == missing.content
    with people.context("web").transaction(people.principal("eve")) as session:
        assert set(session.scalars(select(Token.user_id))) <= {people.user_id("eve")}


def test_what_an_acl_lets_past_row_security_is_recorded(people: World) -> None:
    users.post_user(people.sky("max"), users.UserPost(username="bob"))
    with people.context().transaction() as session:
        who = select(AdminAccess.what).where(AdminAccess.user_id == people.user_id("max"))
        assert list(session.scalars(who)) == ["make the user bob"]
        made = select(History.user_id).where(History.kind == "user", History.after["username"].astext == "bob")
        assert session.execute(made).scalar_one() == people.user_id("max")


def test_elevation_ends_with_its_step(people: World) -> None:
    principal = people.principal("max")
    role = text("SELECT current_user")
    with people.context("web").transaction(principal) as session:
        with elevated(session, principal, "a test"):
            assert session.execute(role).scalar_one() == "skyrelay_admin"
        assert session.execute(role).scalar_one() == "skyrelay_web"
        with pytest.raises(ValueError, match="inside"), elevated(session, principal, "a test"):
            raise ValueError("inside")
        assert session.execute(role).scalar_one() == "skyrelay_web"
