"""The module ``acls`` of skyportal-py; nobody gives what they do not have."""

from __future__ import annotations

import pytest
from skyportal_py import acls, users
from skyportal_py._http import SkyPortalError

from app.access.acls import ACLS
from app.tables import UserAcl
from tests.support.world import World


def test_acls(portal: World) -> None:
    ada, bob = portal.user("ada"), portal.user("bob")
    portal.user("root", roles=("Super admin",))
    with portal.context().transaction() as session:
        session.add(UserAcl(user_id=ada, acl_id="Manage users"))
    root, clerk = portal.sky("root"), portal.sky("ada")
    assert acls.fetch_acls(clerk) == sorted(ACLS)
    acls.post_user_acl(root, bob, ["Manage telescopes", "Become user"])
    assert users.fetch_user(root, bob).acls == ["Become user", "Manage telescopes"]
    acls.delete_user_acl(root, bob, "Become user")
    assert users.fetch_user(root, bob).acls == ["Manage telescopes"]
    for acl in ("System admin", "Manage telescopes"):
        with pytest.raises(SkyPortalError, match=r"cannot give|may do more"):
            acls.post_user_acl(clerk, ada, [acl])
    with pytest.raises(SkyPortalError, match="Fly"):
        acls.post_user_acl(root, bob, ["Fly"])
    with pytest.raises(SkyPortalError, match="was not given"):
        acls.delete_user_acl(root, bob, "Become user")
    with pytest.raises(SkyPortalError, match="Manage users"):
        acls.post_user_acl(portal.sky("bob"), bob, ["Comment"])
