"""The release service as a process of its own: it releases by the real clock, keeps obligations, ends on SIGTERM."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from tests.app.policies.season import data, season
from tests.support.waiting import until
from tests.support.world import World

PROJECT = Path(__file__).parents[3]
SERVICE = """
import sys
from pathlib import Path
from app.config import load_settings
from app.publications.worker import serve
overrides = {"database.url": sys.argv[2], "demo.enabled": False, "releases.interval_s": 0.2}
serve(load_settings(Path(sys.argv[1]), overrides))
"""


def test_it_releases_keeps_obligations_and_ends_on_sigterm(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=30)
    long_ago = datetime.now(UTC) - timedelta(days=40)
    # Put in as if 20 days ago, with the release to come: it is due since.
    s.observe("Sky1", long_ago, long_ago + timedelta(days=20))
    with portal.context().transaction() as session:
        session.execute(
            text(
                "INSERT INTO sources (obj_id, audience_id, holder_id, owner_id)"
                " VALUES ('Sky1', access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u)"
            ),
            {"g": s.beta, "u": portal.user_id("bob")},
        )
    body = {"title": "x", "kind": "paper", "obj_ids": ["Sky1"], "group_id": s.beta}
    assert data(portal.client("bob").post("/api/publications", json=body))["obligations"] == []
    url = portal.settings.database.url
    assert url is not None
    worker = subprocess.Popen(
        [sys.executable, "-c", SERVICE, str(portal.settings.root), url],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    try:
        until(lambda: s.seen_by("bob") == 1, 40, "the release")
        owed = until(lambda: data(portal.client("bob").get("/api/obligations?side=owe")), 20, "the obligations")
        assert {o["kind"] for o in owed} == {"permission", "coauthorship", "acknowledge"}
        assert s.seen_by("gamma") == 0
    finally:
        worker.terminate()
        code = worker.wait(20)
    assert code == 0
