"""The whole chain by REST, with ``skyportal-py``, on the stack as ``skyrelay run`` starts it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from skyportal_py import create_client
from skyportal_py.classifications import ClassificationPost
from skyportal_py.sources import SourcePost

from tests.support.alerts import need_alerts
from tests.support.stack import Stack, small_installation
from tests.support.waiting import until

PACKETS = "ztf/v4_01_kowalski_20231012"
N_PACKETS = 24


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A running installation that has read real ZTF packets."""
    alerts = need_alerts()
    made = Stack(tmp_path_factory.mktemp("chain"), small_installation())
    try:
        made.start()
        printed = made.run("ingest", str(alerts / PACKETS))
        assert str(N_PACKETS) in printed, printed
        yield made
    finally:
        made.stop()


def _get(client: httpx.Client, path: str, **params: Any) -> Any:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, f"{path}: {answer.text}"
    return answer.json()["data"]


def _follow_up_points(client: httpx.Client, obj_id: str) -> list[dict[str, Any]]:
    points = _get(client, f"/api/sources/{obj_id}/photometry", format="flux")
    return [p for p in points if str(p.get("origin") or "").startswith("skyrelay:skyrelay-")]


def test_the_chain(stack: Stack) -> None:
    scanner, partner = stack.client("demo-scanner"), stack.client("demo-partner")
    sky = create_client(stack.base_url, token=stack.token("demo-scanner"))
    groups = {g.name: g.id for g in sky.fetch_groups().user_groups}
    page = sky.fetch_candidates(num_per_page=25, include_photometry=True)
    assert page.total_matches
    candidate = next(c for c in page.candidates if c.thumbnails and c.photometry)
    assert candidate.passing_group_ids
    assert candidate.thumbnails
    assert {str(t.type) for t in candidate.thumbnails} >= {"new", "ref", "sub"}
    address = candidate.thumbnails[0].public_url
    assert address is not None
    picture = scanner.get(address)
    assert picture.content.startswith(b"\x89PNG")

    team = groups["Demo Transients"]
    sky.post_source(SourcePost(id=candidate.id, group_ids=[team]))
    taxonomy = next(t for t in sky.fetch_taxonomies() if "Demo" in str(t.name))
    sky.post_classification(
        ClassificationPost(obj_id=candidate.id, classification="Supernova", taxonomy_id=taxonomy.id, group_ids=[team])
    )
    sky.post_comment(candidate.id, "Rising; please follow up.", group_ids=[team])
    assert [c.classification for c in sky.fetch_source(candidate.id).classifications] == ["Supernova"]

    allocations = [a.id for a in sky.fetch_allocations()]
    posted = scanner.post(
        "/api/triggers",
        json={
            "obj_id": candidate.id,
            "group_id": team,
            "filters": [{"filter": "sdssr", "exposure_time_s": 60, "exposures": 2}],
            "deadline": (datetime.now(UTC) + timedelta(hours=3)).isoformat(),
            "allocation_ids": allocations,
        },
    )
    assert posted.status_code == 200, posted.text
    trigger_id = posted.json()["data"]["id"]

    def observed() -> Any:
        seen = _get(scanner, f"/api/triggers/{trigger_id}")
        return seen if seen["state"] == "completed" and seen["attempts"][-1]["ended_at"] else None

    until(observed, 120, "the observation")
    assert len(_follow_up_points(scanner, candidate.id)) == 2

    assert _follow_up_points(partner, candidate.id) == []
    stack.sql("UPDATE releases SET due_at = now() WHERE done_at IS NULL AND due_at < now() + interval '60 days'")
    until(lambda: len(_follow_up_points(partner, candidate.id)) == 2, 30, "the release to the partner")

    group = _get(partner, "/api/groups")["user_groups"]
    own = next(g["id"] for g in group if g["name"] == "Demo Partner")
    answer = partner.post(
        "/api/publications",
        json={"title": "A transient", "kind": "paper", "obj_ids": [candidate.id], "group_id": own},
    )
    assert answer.status_code == 200, answer.text
    publication = _get(partner, f"/api/publications/{answer.json()['data']['id']}")
    owed = {(o["kind"], o["creditor"], o["n_rows"]) for o in publication["obligations"]}
    assert owed == {("notify", "Demo Transients", 2), ("coauthorship", "Demo Transients", 2)}


def test_reading_the_same_packets_again_changes_nothing(stack: Stack) -> None:
    counted = ("photometry", "candidates", "objs", "annotations", "thumbnails", "seen_alerts")
    before = [stack.sql(f"SELECT count(*) FROM {table}") for table in counted]
    stack.run("ingest", str(need_alerts() / PACKETS))
    assert [stack.sql(f"SELECT count(*) FROM {table}") for table in counted] == before


def test_health_and_status(stack: Stack, tmp_path: Path) -> None:
    assert httpx.get(f"{stack.base_url}/api/health", timeout=10).json()["data"]["database"] == "ok"
    assert "followup" in stack.run("status")
