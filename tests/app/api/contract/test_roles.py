"""The module ``roles`` of skyportal-py; a role goes to nobody from somebody with less."""

from __future__ import annotations

import pytest
from skyportal_py import roles, users
from skyportal_py._http import SkyPortalError

from app.access.acls import ROLES
from app.tables import UserAcl
from tests.support.world import World


def test_roles(portal: World) -> None:
    ada, bob = portal.user("ada"), portal.user("bob", roles=("View only",))
    portal.user("root", roles=("Super admin",))
    with portal.context().transaction() as session:
        session.add(UserAcl(user_id=ada, acl_id="Manage users"))
    root, clerk = portal.sky("root"), portal.sky("ada")
    assert {r.id: set(r.acls) for r in roles.fetch_roles(clerk)} == {name: set(acls) for name, acls in ROLES.items()}
    roles.post_user_role(clerk, bob, ["Full user"])
    assert users.fetch_user(root, bob).roles == ["Full user", "View only"]
    roles.delete_user_role(clerk, bob, "View only")
    assert users.fetch_user(root, bob).roles == ["Full user"]
    for role in ("Super admin", "Group admin"):
        with pytest.raises(SkyPortalError, match="cannot give"):
            roles.post_user_role(clerk, bob, [role])
    roles.post_user_role(root, bob, ["Group admin"])
    # Whom one cannot make, one cannot unmake.
    with pytest.raises(SkyPortalError, match="may do more than you"):
        roles.delete_user_role(clerk, bob, "Group admin")
    with pytest.raises(SkyPortalError, match="Captain"):
        roles.post_user_role(root, bob, ["Captain"])
    with pytest.raises(SkyPortalError):
        roles.delete_user_role(root, bob, "View only")
