"""The module ``client`` of skyportal-py: one object with every function as a method."""

from __future__ import annotations

import pytest
from skyportal_py import create_client
from skyportal_py._http import SkyPortalError

from tests.support.world import World


def test_client(portal: World) -> None:
    portal.user("ada")
    with create_client(portal.base_url, token=portal.token("ada"), timeout=20) as sky:
        assert sky.fetch_profile().username == "ada"
        assert [u.username for u in sky.fetch_users(username="ada").users] == ["ada"]
        assert sky.fetch_sysinfo() is not None
    for token in (None, "00000000-0000-0000-0000-000000000000"):
        with create_client(portal.base_url, token=token) as sky, pytest.raises(SkyPortalError) as caught:
            sky.fetch_profile()
        assert caught.value.status_code == 401
    with create_client(portal.base_url) as sky:
        sky.headers["Authorization"] = f"Bearer {portal.token('ada')}"
        with pytest.raises(SkyPortalError, match="Credentials malformed; expected form"):
            sky.fetch_groups()
