"""The module ``group_admission_requests`` of skyportal-py; who may ask, answer and see."""

from __future__ import annotations

import pytest
from skyportal_py import group_admission_requests as requests
from skyportal_py import groups
from skyportal_py._http import SkyPortalError
from sqlalchemy import update

from app.tables import Group
from tests.support.world import World


def test_group_admission_requests(portal: World) -> None:
    ids = {name: portal.user(name) for name in ("ada", "bob", "eve", "zed")}
    north = portal.group("North", admins=("ada",))
    portal.stream("ZTF", subscribers=("ada", "bob"), groups=(north,))
    other = portal.group("Other", admins=("zed",))
    with portal.context().transaction() as session:
        session.execute(update(Group).where(Group.id == other).values(auto_accept_requests=True))
    ada, bob, eve, zed = (portal.sky(name) for name in ("ada", "bob", "eve", "zed"))

    made = requests.post_group_admission_request(bob, north, ids["bob"])
    seen = requests.fetch_group_admission_request(ada, made.id)
    assert (seen.status, seen.user_id, seen.group_id) == ("pending", ids["bob"], north)
    assert seen.user is not None
    assert seen.user.username == "bob"
    assert seen.group is not None
    assert seen.group.name == "North"
    assert requests.fetch_group_admission_requests(zed) == []
    assert requests.fetch_group_admission_requests(ada, group_id=other) == []
    assert [r.id for r in requests.fetch_group_admission_requests(bob, group_id=north)] == [made.id]
    with pytest.raises(SkyPortalError, match="asked already"):
        requests.post_group_admission_request(bob, north, ids["bob"])
    with pytest.raises(SkyPortalError, match="for oneself only"):
        requests.post_group_admission_request(eve, north, ids["bob"])
    with pytest.raises(SkyPortalError, match="ZTF"):
        requests.post_group_admission_request(eve, north, ids["eve"])
    single = groups.fetch_groups_by_name(bob, "bob")[0].id
    for group_id in (single, groups.fetch_public_group(bob).id):
        with pytest.raises(SkyPortalError, match="Nobody can ask"):
            requests.post_group_admission_request(bob, group_id, ids["bob"])

    # Neither who asks nor an administrator of another group can answer; the latter does not know of it.
    with pytest.raises(SkyPortalError, match="Only an administrator of the group"):
        requests.update_group_admission_request(bob, made.id, "accepted")
    client = portal.client("zed")
    for method in ("GET", "PATCH", "DELETE"):
        bodies = {
            client.request(method, f"/api/group_admission_requests/{i}", json={"status": "accepted"}).content
            for i in (made.id, 999_999)
        }
        assert len(bodies) == 1
    with pytest.raises(SkyPortalError, match="status"):
        requests.update_group_admission_request(ada, made.id, "perhaps")
    with pytest.raises(SkyPortalError, match="Only who asked"):
        requests.delete_group_admission_request(ada, made.id)

    requests.update_group_admission_request(ada, made.id, "declined")
    assert requests.fetch_group_admission_request(bob, made.id).status == "declined"
    requests.delete_group_admission_request(bob, made.id)
    again = requests.post_group_admission_request(bob, north, ids["bob"])
    requests.update_group_admission_request(ada, again.id, "accepted")
    member = {m.username: m for m in groups.fetch_group(bob, north).users or []}["bob"]
    assert (member.admin, member.can_save, member.can_share_photometry) == (False, True, False)

    # A group that accepts by itself; a script that adds whom it then accepts is no mistake.
    quick = requests.post_group_admission_request(bob, other, ids["bob"])
    assert requests.fetch_group_admission_request(bob, quick.id).status == "accepted"
    assert other in [g.id for g in groups.fetch_groups(bob).user_groups]
    with pytest.raises(SkyPortalError, match="in the group already"):
        requests.post_group_admission_request(bob, other, ids["bob"])
