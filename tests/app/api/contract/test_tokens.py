"""The module ``tokens`` of skyportal-py; a token is never worth more than its owner is now."""

from __future__ import annotations

import httpx
import pytest
from skyportal_py import acls, create_client, roles, tokens
from skyportal_py._http import SkyPortalError

from tests.support.world import World


def test_tokens(portal: World) -> None:
    ada, bob = portal.user("ada"), portal.user("bob")
    portal.user("root", roles=("Super admin",))
    root, mine = portal.sky("root"), portal.sky("ada")
    secret = tokens.post_token(mine, "script", ["Comment", "Upload data"]).token_id
    # The secret is known from this one answer alone; a script knows its token by it.
    known = tokens.fetch_token(mine, secret)
    assert known.id != secret
    assert [a["id"] for a in known.acls] == ["Comment", "Upload data"]
    assert (known.name, known.created_by_id) == ("script", ada)
    assert secret not in str([t.model_dump() for t in tokens.fetch_tokens(mine)])
    # An administrator makes one for another user, and sees whose is whose.
    for_bob = tokens.post_token(root, "service", ["Annotate"], user_id=bob).token_id
    assert httpx.get(
        f"{portal.base_url}/api/internal/profile", headers={"Authorization": f"token {for_bob}"}
    ).json()["data"]["permissions"] == ["Annotate"]  # fmt: skip
    assert {t.created_by_id for t in tokens.fetch_tokens(root, user_id=bob)} == {bob}
    assert {t.created_by_id for t in tokens.fetch_tokens(mine)} == {ada}
    assert tokens.fetch_tokens(mine, user_id=bob) == []
    with pytest.raises(SkyPortalError, match="Only a system administrator"):
        tokens.post_token(mine, "for bob", [], user_id=bob)
    for wanted in ("System admin", "Manage users"):
        with pytest.raises(SkyPortalError, match="cannot carry"):
            tokens.post_token(mine, "more", [wanted])
        with pytest.raises(SkyPortalError, match="cannot carry"):
            tokens.update_token(mine, secret, acls=[wanted])
    # A token with fewer ACLs makes none with more, and gives itself none.
    small = create_client(portal.base_url, token=tokens.post_token(mine, "small", ["Comment"]).token_id)
    for attempt in (
        lambda: tokens.post_token(small, "grown", ["Upload data"]),
        lambda: tokens.update_token(small, secret, acls=["Comment", "Upload data", "Annotate"]),
    ):
        with pytest.raises(SkyPortalError, match="cannot carry"):
            attempt()
    tokens.update_token(mine, secret, name="renamed", acls=["Comment"])
    assert tokens.fetch_token(mine, known.id).name == "renamed"
    with pytest.raises(SkyPortalError, match="already"):
        tokens.update_token(mine, known.id, name="small")
    # What the owner loses, every token of theirs loses in the same moment.
    bobs = create_client(portal.base_url, token=tokens.post_token(root, "two", ["Comment"], user_id=bob).token_id)
    roles.delete_user_role(root, bob, "Full user")
    with pytest.raises(SkyPortalError, match=r"Upload data|Comment"):
        tokens.post_token(bobs, "x", ["Comment"])
    acls.post_user_acl(root, bob, ["Comment"])
    tokens.post_token(bobs, "x", ["Comment"])
    # Another's token is as absent as none.
    found = {portal.client("bob").delete(f"/api/internal/tokens/{i}").content for i in (known.id, "none")}
    assert len(found) == 1
    tokens.delete_token(mine, secret)
    with pytest.raises(SkyPortalError):
        tokens.fetch_token(mine, known.id)
    gone = create_client(portal.base_url, token=secret)
    with pytest.raises(SkyPortalError) as caught:
        tokens.fetch_tokens(gone)
    assert caught.value.status_code == 401
