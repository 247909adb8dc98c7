"""An invitation's e-mail by a real SMTP conversation: to whom it is for, with a link that works."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx

from app.tables import UserAcl
from tests.support.outside import errands_worker
from tests.support.provider import free_port
from tests.support.smtp import mail_server
from tests.support.waiting import until
from tests.support.world import portal_at


def test_an_invitation_is_sent_by_mail(migrated_url: str, tmp_path: Path) -> None:
    with mail_server() as box:
        settings: dict[str, Any] = {"mail.host": "127.0.0.1", "mail.port": box.port, "mail.security": "none"}
        with portal_at(migrated_url, tmp_path, free_port(), **settings) as portal:
            ada = portal.user("ada")
            with portal.context().transaction() as session:
                session.add(UserAcl(user_id=ada, acl_id="Manage users"))
            client = portal.client("ada")
            withdrawn = client.post("/api/invitations", json={"userEmail": "no@example.org", "groupIDs": []})
            client.delete(f"/api/invitations/{withdrawn.json()['data']['id']}")
            made = client.post("/api/invitations", json={"userEmail": "new@example.org", "groupIDs": []})
            assert made.json()["mailed"] is True
            with errands_worker(portal):
                [(to, letter)] = until(lambda: box.letters, 30, "the letter")
            link = re.search(r"http\S+/invitation/(\S+)", letter)
            assert "new@example.org" in to
            assert link is not None
            assert link[0] == made.json()["link"]
            assert httpx.get(f"{portal.base_url}/api/invitation/{link[1]}").status_code == 200
