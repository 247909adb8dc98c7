"""The module ``users`` of skyportal-py: every parameter; expiring accounts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from skyportal_py import create_client, groups, tokens, users
from skyportal_py._http import SkyPortalError
from skyportal_py.users import UserPost

from tests.support.world import World


def test_users(portal: World) -> None:
    portal.user("root", roles=("Super admin",))
    root = portal.sky("root")
    portal.user("ada")
    north = portal.group("North", admins=("root",), members=("ada",))
    portal.stream("ZTF", subscribers=("ada", "root"))
    made = users.post_user(
        root,
        UserPost(
            username="newton", first_name="Isaac", last_name="Newton", affiliations=["Trinity"],
            contact_email="i@example.org", contact_phone="1", oauth_uid="i@example.org", roles=["View only"],
            group_ids_and_admin=[[north, True]],
        ),
    )  # fmt: skip
    seen = users.fetch_user(root, made.id)
    assert (seen.first_name, seen.affiliations, seen.oauth_uid) == ("Isaac", ["Trinity"], "i@example.org")
    assert (seen.roles, [g.name for g in seen.groups or []]) == (["View only"], ["Sitewide Group", "North", "newton"])
    assert {m.username: m.admin for m in groups.fetch_group(root, north).users or []}["newton"] is True
    # Who somebody is at a provider is told to administrators alone.
    assert users.fetch_user(portal.sky("ada"), made.id).oauth_uid is None
    plain = users.post_user(root, UserPost(username="halley"))
    assert users.fetch_user(root, plain.id).roles == ["Full user"]
    for body, field in (
        ({"username": "newton"}, "username"), ({"username": "x", "oauth_uid": "i@example.org"}, "oauth_uid"),
        ({"username": "x", "roles": ["Captain"]}, "roles"), ({"username": "x\0y"}, "username"),
        ({"username": ""}, "username"), ({"username": "x", "groupIDsAndAdmin": [[north]]}, "groupIDsAndAdmin.0.1"),
    ):  # fmt: skip
        refused = portal.client("root").post("/api/user", json=body)
        assert (refused.status_code in (400, 409), refused.json()["data"].get("field")) == (True, field), refused.text

    def names(**query: Any) -> list[str]:
        return [u.username for u in users.fetch_users(root, **query).users]

    everybody = ["ada", "halley", "newton", "root", "skyrelay"]
    assert names() == everybody
    assert names(num_per_page=2, page_number=2) == ["newton", "root"]
    assert users.fetch_users(root, num_per_page=2).total_matches == 5
    assert names(first_name="isa") == names(last_name="WTON") == names(email="i@") == ["newton"]
    assert names(username="all") == ["halley"]
    assert names(role="View only") == ["newton"]
    assert names(acl="System admin") == ["root"]
    assert names(group="North") == ["ada", "newton", "root"]
    assert names(stream="ZTF") == ["ada", "root"]
    assert names(sort_order="desc") == everybody[::-1]
    assert names(sort_by="createdAt") == ["skyrelay", "root", "ada", "newton", "halley"]
    for column in ("firstName", "lastName", "contactEmail"):
        assert names(sort_by=column)[0] == "newton"
    with pytest.raises(SkyPortalError, match="sortBy"):
        users.fetch_users(root, sort_by="password")

    token = tokens.post_token(root, "t", ["Comment"], user_id=plain.id).token_id
    halley = create_client(portal.base_url, token=token)
    users.update_user(root, plain.id, expiration_date=(datetime.now(UTC) + timedelta(days=1)).isoformat())
    assert users.fetch_user(halley, plain.id).expiration_date is not None
    users.update_user(root, plain.id, expiration_date="2020-01-01")
    with pytest.raises(SkyPortalError) as caught:
        users.fetch_user(halley, plain.id)
    assert caught.value.status_code == 403
    assert "halley" not in names()
    assert "halley" in names(include_expired=True)
    users.update_user(root, plain.id, expiration_date=None)
    assert users.fetch_user(halley, plain.id).expiration_date is None
    with pytest.raises(SkyPortalError, match="Manage users"):
        users.update_user(halley, plain.id, expiration_date=None)
    users.delete_user(root, plain.id)
    with pytest.raises(SkyPortalError) as caught:
        users.fetch_user(halley, plain.id)
    assert caught.value.status_code == 401
