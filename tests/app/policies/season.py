"""A small collaboration with an allocation under a policy, and rows put in as the follow-up service puts them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from sqlalchemy import insert, text

from app.policies.evaluate import AudienceDecision, Scope, audience_for, version_for
from app.tables import Allocation, Instrument, Photometry, Telescope
from app.times import MJD_ZERO
from tests.support.world import World

START = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)
"""An observation in the night that began at noon (UTC) on 28 February 2026."""
NIGHT_END = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def document(
    partner: int | None, partner_days: float | None = 30, everybody_days: float | None = 365
) -> dict[str, Any]:
    """A policy: a partner group after some days, everybody after more; permission, co-authorship, acknowledgement."""
    circles: list[dict[str, Any]] = []
    if partner is not None:
        circles.append({"who": "group", "group_id": partner, "after_days": partner_days})
    circles.append({"who": "everybody", "after_days": everybody_days})
    use = [
        {"kind": "permission"},
        {"kind": "coauthorship", "authors": 2},
        {"kind": "acknowledge", "texts": ["We thank the Alpha team."]},
    ]
    return {"products": {"photometry": {"circles": circles, "use": use}}}


@dataclass
class Season:
    """Teams alpha (holder) and beta (partner), user gamma in neither, and one allocation of alpha."""

    world: World
    alpha: int
    beta: int
    instrument_id: int
    allocation_id: int
    n_rows: int = 0
    decisions: list[AudienceDecision] = field(default_factory=list)

    def attach(self, **days: float | None) -> dict[str, Any]:
        """Write a policy of alpha over HTTP and attach it to the allocation; return the policy."""
        client = self.world.client("ada")
        body = {"name": "Alpha rules", "group_id": self.alpha, "document": document(self.beta, **days)}
        policy = data(client.post("/api/policies", json=body))
        attached = {"allocation_id": self.allocation_id}
        data(client.post(f"/api/policies/{policy['id']}/attachments", json=attached))
        return dict(policy)

    def observe(self, obj_id: str, at: datetime, now: datetime, holder: int | None = None) -> AudienceDecision:
        """Put one point in as the follow-up service does: version, audience, row."""
        self.ensure_obj(obj_id)
        holder_id = holder or self.alpha
        owner_id = self.world.user_id("ada")
        self.n_rows += 1
        with self.world.context("followup").transaction() as session:
            version = version_for(session, allocation_id=self.allocation_id)
            assert version is not None
            scope = Scope(instrument_id=self.instrument_id, obj_id=obj_id)
            decision = audience_for(session, version, holder_id, at, now, scope)
            values = {
                "obj_id": obj_id, "instrument_id": self.instrument_id, "mjd": (at - MJD_ZERO) / timedelta(days=1),
                "filter": "sdssr", "flux": 100.0 + self.n_rows, "fluxerr": 1.0, "upload_id": "test",
                "audience_id": decision.audience_id, "holder_id": holder_id, "owner_id": owner_id,
                "policy_version_id": version.id,
            }  # fmt: skip
            session.execute(insert(Photometry).values(**values))
        self.decisions.append(decision)
        return decision

    def ensure_obj(self, obj_id: str) -> None:
        """Make an obj, once."""
        with self.world.context().transaction() as session:
            session.execute(
                text(
                    "INSERT INTO objs (id, ra, dec, healpix, created_by_id) VALUES (:id, 10, 20, 1, :by)"
                    " ON CONFLICT DO NOTHING"
                ),
                {"id": obj_id, "by": self.world.user_id("root")},
            )

    def seen_by(self, username: str) -> int:
        """How many points a user can read, through the portal's own role."""
        with self.world.context("web").transaction(self.world.principal(username)) as session:
            return int(session.execute(text("SELECT count(*) FROM photometry")).scalar_one())

    def objs_seen_by(self, username: str) -> int:
        """How many objs a user can read."""
        with self.world.context("web").transaction(self.world.principal(username)) as session:
            return int(session.execute(text("SELECT count(*) FROM objs")).scalar_one())


def season(world: World) -> Season:
    """Make the collaboration."""
    world.user("root", roles=("Full user",))
    for name in ("ada", "abe", "bob", "gamma"):
        world.user(name)
    alpha = world.group("Alpha", admins=("ada",), members=("abe",))
    beta = world.group("Beta", admins=("bob",))
    with world.context().transaction() as session:
        telescope = {"name": "T", "nickname": "T", "diameter": 1.0}
        telescope_id = session.execute(insert(Telescope).values(**telescope).returning(Telescope.id)).scalar_one()
        instrument = {"name": "I", "type": "imager", "telescope_id": telescope_id, "filters": ["sdssr"]}
        instrument_id = session.execute(insert(Instrument).values(**instrument).returning(Instrument.id)).scalar_one()
        allocation = {"group_id": alpha, "instrument_id": instrument_id, "hours_allocated": 10.0}
        allocation_id = session.execute(insert(Allocation).values(**allocation).returning(Allocation.id)).scalar_one()
    return Season(world, alpha, beta, instrument_id, allocation_id)


def data(answer: httpx.Response) -> Any:
    """The data of a successful answer."""
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]
