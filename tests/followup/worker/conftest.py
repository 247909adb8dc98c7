"""The demo collaboration with three real observatory processes, and a follow-up worker that the test steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.demo import cast
from app.demo.seed import seed_demo
from app.tables import Allocation, AllocationSecret, Group
from followup.worker.loop import FollowupWorker
from tests.followup.facilities.conftest import TOKEN, Observatory, start_observatory
from tests.support.waiting import until
from tests.support.world import World

__all__ = ["campaign", "start_observatory"]
SITES = ("coj", "cpt", "lsc")


@dataclass
class Campaign:
    """A night of triggers."""

    portal: World
    start: Callable[..., Observatory]
    observatories: dict[str, Observatory] = field(default_factory=dict)
    allocations: dict[str, int] = field(default_factory=dict)
    group_id: int = 0

    def open_site(self, site: str, *options: str, **settings: Any) -> Observatory:
        """Start a site's observatory and point its allocation at it."""
        made = self.start(*options, site=site, **settings)
        self.observatories[site] = made
        with self.portal.context().transaction() as session:
            config = {"site": site, "portal_url": made.url}
            where = Allocation.id == self.allocations[site]
            session.execute(update(Allocation).where(where).values(facility_config=config))
            sealed = self.portal.context().vault.encrypt(TOKEN)
            key = AllocationSecret.allocation_id == self.allocations[site]
            session.execute(update(AllocationSecret).where(key).values(ciphertext=sealed))
        return made

    def worker(self) -> FollowupWorker:
        """A worker as after a start of the service."""
        made = FollowupWorker(self.portal.context("followup"))
        made._free_own_claims()
        return made

    def ask(self, sites: tuple[str, ...] = SITES, username: str = "demo-scanner", **changes: Any) -> int:
        """Post a trigger by REST; return its id."""
        body = {
            "obj_id": cast.SOURCE,
            "group_id": self.group_id,
            "filters": [{"filter": "sdssr", "exposure_time_s": 60, "exposures": 1}],
            "deadline": (datetime.now(UTC) + timedelta(hours=2)).isoformat(),
            "allocation_ids": [self.allocations[site] for site in sites],
        }
        answer = self.portal.client(username).post("/api/triggers", json=body | changes)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["data"]["id"])

    def look(self, trigger_id: int, username: str = "demo-scanner") -> dict[str, Any]:
        """Read a trigger by REST."""
        answer = self.portal.client(username).get(f"/api/triggers/{trigger_id}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json()["data"])

    def work_until(
        self, worker: FollowupWorker, trigger_id: int, done: Callable[[dict[str, Any]], bool], timeout_s: float = 60
    ) -> dict[str, Any]:
        """Step the worker until the trigger is as wanted."""

        def probe() -> dict[str, Any] | None:
            worker.round()
            seen = self.look(trigger_id)
            return seen if done(seen) else None

        found = until(probe, timeout_s, f"trigger {trigger_id} ({self.look(trigger_id)})")
        assert found is not None
        return found


@pytest.fixture
def campaign(portal: World, start_observatory: Callable[..., Observatory]) -> Campaign:
    """The demo collaboration; sites are opened by the test."""
    seed_demo(portal.context())
    made = Campaign(portal, start_observatory)
    with portal.context().transaction() as session:
        for allocation in session.scalars(select(Allocation)):
            made.allocations[allocation.facility_config["site"]] = allocation.id
        made.group_id = session.execute(select(Group.id).where(Group.name == cast.TRANSIENTS)).scalar_one()
    return made
