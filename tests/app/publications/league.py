"""A collaboration that keeps a conduct ledger for two teams, with facts put in as the portal's services put them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, text

from app.publications.conduct_ledger import Bookkeeper
from tests.app.policies.season import Season, data, season
from tests.support.world import World

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NOW = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
ALL_RULES = (
    "data_shared_early", "opened_before_time", "time_given", "prompt_classification", "coauthorship_honoured",
    "claim_lapsed", "obligation_overdue", "submitted_by_override", "used_without_notice", "trigger_cancelled_late",
    "time_left_unused",
)  # fmt: skip


@dataclass
class League:
    """A season, the collaboration's group (admin cara, member carl), the reviewer rex, and a group of dan."""

    season: Season
    world: World
    union: int
    other: int

    @property
    def alpha(self) -> int:
        """The team of ada and abe."""
        return self.season.alpha

    @property
    def beta(self) -> int:
        """The team of bob."""
        return self.season.beta

    def settings(self, *rules: str, **changes: Any) -> dict[str, Any]:
        """A body of settings that switches the ledger on."""
        body = {
            "enabled": True, "rules": {name: {} for name in rules or ALL_RULES}, "half_life_days": 100,
            "appeal_days": 10, "reviewer_ids": [self.world.user_id("bob"), self.world.user_id("rex")],
        }  # fmt: skip
        return body | changes

    def start(self, *rules: str, **changes: Any) -> None:
        """Switch the ledger on, let both teams join by their own decision, and let all that count from long ago."""
        cara = self.world.client("cara")
        data(cara.put(f"/api/conduct/settings/{self.union}", json=self.settings(*rules, **changes)))
        for team, admin in ((self.alpha, "ada"), (self.beta, "bob")):
            body = {"collaboration_id": self.union, "group_id": team}
            assert data(cara.post("/api/conduct/members", json=body))["state"] == "invited"
            assert data(self.world.client(admin).post("/api/conduct/members", json=body))["state"] == "joined"
        since = NOW - 400 * DAY
        self.sql("UPDATE conduct_members SET joined_at = :t", t=since)
        self.sql(
            "UPDATE conduct_settings SET rules = (SELECT jsonb_object_agg(key, value || jsonb_build_object('since',"
            " CAST(:t AS text))) FROM jsonb_each(rules))",
            t=since.isoformat(),
        )

    def run(self, now: datetime) -> tuple[int, int]:
        """What the release service does at a time."""
        return Bookkeeper(lambda: now)(self.world.context("release"))

    def sql(self, query: str, **values: Any) -> Any:
        """Run a statement as the owner; return its rows where it has any."""
        with self.world.context().transaction() as session:
            done = cast("CursorResult[Any]", session.execute(text(query), values))
            return done.all() if done.returns_rows else None

    def held(self, holder: int, owner: str, *readers: int) -> dict[str, Any]:
        """The columns of a held row that these groups read."""
        groups = list(readers or (holder,))
        ((audience,),) = self.sql(
            "SELECT access.intern_audience(CAST(:g AS int[]), CAST(:s AS int[]))", g=groups, s=[None] * len(groups)
        )
        return {"audience_id": audience, "holder_id": holder, "owner_id": self.world.user_id(owner)}

    def put(self, table: str, **values: Any) -> int:
        """Insert a row; return its id."""
        names = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        ((row_id,),) = self.sql(f"INSERT INTO {table} ({names}) VALUES ({places}) RETURNING id", **values)
        return int(row_id)

    def lapse(self, at: datetime, holder: int, owner: str) -> int:
        """An announced publication that lapsed."""
        row = self.held(holder, owner)
        publication = self.publication("lapsed", row)
        self.sql(
            "INSERT INTO history (at, holder_id, action, kind, row_id) VALUES (:at, :h, 'lapse', 'publication', :p)",
            at=at, h=holder, p=str(publication),
        )  # fmt: skip
        return publication

    def publication(self, stage: str, row: dict[str, Any], **more: Any) -> int:
        """A publication on the obj Sky1."""
        self.season.ensure_obj("Sky1")
        values = {"title": "x", "kind": "paper", "stage": stage, "obj_ids": ["Sky1"], "lead_id": row["owner_id"]}
        return self.put("publications", **values, **row, **more)

    def observed(self, at: datetime, asker: int, owner: str, **more: Any) -> tuple[int, int]:
        """A trigger of a team that alpha's telescope observed; return the trigger's id and the attempt's."""
        self.season.ensure_obj("Sky1")
        row = self.held(asker, owner)
        trigger = self.put(
            "triggers", obj_id="Sky1", state=more.pop("trigger_state", "completed"), deadline=at + DAY, priority=3,
            filters='[{"filter": "sdssr", "exposure_time_s": 600, "exposures": 3}]', telescopes_wanted=1, why="",
            allocation_ids=[self.season.allocation_id], **row,
        )  # fmt: skip
        values = {"state": "completed", "accepted_at": at - HOUR, "ended_at": at, "collected_at": at} | more
        attempt = self.put(
            "attempts", trigger_id=trigger, allocation_id=self.season.allocation_id, tag=f"tag-{trigger}",
            facility="SIM", **values, **row,
        )  # fmt: skip
        return trigger, attempt

    def counts(self, group_id: int, weight: float, at: datetime = NOW) -> int:
        """An entry in effect, of something that happened at a time."""
        return self.put(
            "conduct_entries", collaboration_id=self.union, group_id=group_id, rule="time_given", rule_version=1,
            parameters="{}", key=f"test {group_id} {weight} {at}", weight=weight, sentence="x", state="effective",
            happened_at=at, shown_at=at, effective_at=at,
        )  # fmt: skip

    def entries(self, username: str, **query: Any) -> list[dict[str, Any]]:
        """The entries that a user sees."""
        found = data(self.world.client(username).get("/api/conduct", params=query))
        assert found["totalMatches"] == len(found["entries"])
        return list(found["entries"])

    def entry(self, username: str, entry_id: int) -> dict[str, Any]:
        """One entry with its evidence."""
        return dict(data(self.world.client(username).get(f"/api/conduct/{entry_id}")))


def league(world: World) -> League:
    """Make the collaboration, with no ledger yet."""
    s = season(world)
    for name in ("cara", "carl", "rex", "dan"):
        world.user(name)
    return League(
        s, world, world.group("Union", admins=("cara",), members=("carl",)), world.group("Other", admins=("dan",))
    )
