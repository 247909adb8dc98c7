"""Sharing day by day over HTTP: nights, sources, rows and lists; plans that are kept; approvals; guests that leave."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import insert, text

from app.policies.worker import release_due
from app.portal.share_requests import Expiry
from app.tables import PolicyAttachment
from app.times import time_of
from tests.app.policies.season import Season, data, document, season
from tests.support.world import World

SHARES = "/api/internal/shares"
REQUESTS = "/api/internal/share_requests"
MJD = 61000.9
NIGHT = str(time_of(MJD).date())
"""The evening of the night of MJD 61000.9 (UTC)."""


class House(Season):
    """The collaboration with data of two nights on Sky1 and Sky2, put in by abe, a member of alpha."""

    def at(self, who: str) -> httpx.Client:
        return self.world.client(who)

    def post(self, who: str, path: str, **body: Any) -> Any:
        return data(self.at(who).post(path, json=body))

    def call(self, who: str, method: str, path: str, **body: Any) -> httpx.Response:
        return self.at(who).request(method, path, json=body)

    def upload(self, who: str, obj_id: str, mjds: list[float], **changed: Any) -> list[int]:
        n = len(mjds)
        body = {
            "obj_id": obj_id, "instrument_id": self.instrument_id, "filter": "sdssr", "mjd": mjds,
            "flux": [100.0 + i for i in range(n)], "fluxerr": [1.0] * n, "zp": 23.9, "magsys": "ab",
            "group_ids": [self.alpha],
        } | changed  # fmt: skip
        return list(data(self.at(who).post("/api/photometry", json=body))["ids"])

    def seen(self, who: str) -> int:
        return self.seen_by(who)

    def sql(self, statement: str, **values: Any) -> Any:
        with self.world.context().transaction() as session:
            return session.execute(text(statement), values)

    def scalar(self, statement: str, **values: Any) -> Any:
        with self.world.context().transaction() as session:
            return session.execute(text(statement), values).scalar()

    def govern(self, partner_days: float | None, everybody_days: float | None) -> None:
        rules = document(self.beta, partner_days, everybody_days)
        policy = self.post("ada", "/api/policies", name="Rules", group_id=self.alpha, document=rules)
        with self.world.context().transaction() as session:
            session.execute(insert(PolicyAttachment).values(policy_id=policy["id"], instrument_id=self.instrument_id))


@pytest.fixture
def house(portal: World) -> House:
    s = season(portal)
    made = House(portal, s.alpha, s.beta, s.instrument_id, s.allocation_id)
    for obj_id in ("Sky1", "Sky2"):
        saved = {"id": obj_id, "ra": 10.0, "dec": 20.0, "group_ids": [made.alpha]}
        data(portal.client("abe").post("/api/sources", json=saved))
    return made


def states(answer: dict[str, Any]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for line in answer["lines"]:
        key = (line["kind"], line["state"])
        found[key] = found.get(key, 0) + line["n_rows"]
    return found


def test_a_source_a_night_a_list_and_rows_are_shared_and_withdrawn(house: House) -> None:
    house.upload("abe", "Sky1", [MJD, MJD + 0.1, MJD + 5])
    house.upload("ada", "Sky2", [MJD + 0.2])
    note = {"obj_id": "Sky1", "text": "bright", "group_ids": [house.alpha]}
    data(house.at("abe").post("/api/sources/Sky1/comments", json=note))
    night = {"night": NIGHT, "kinds": ["photometry", "spectrum"]}
    for selection, moved in (
        (night, 2),
        ({"obj_id": "Sky1"}, 5),
        ({"rows": {"photometry": [1, 2, 3]}}, 3),
    ):
        body = {"selection": selection, "group_ids": [house.beta]}
        planned = house.post("abe", f"{SHARES}/plan", **body)
        assert house.seen("bob") == 0
        done = house.post("abe", SHARES, **body)
        assert planned == done
        assert done["n_moved"] == moved, selection
        again = house.post("abe", SHARES, **body)
        assert again["n_moved"] == 0
        assert {state for _, state in states(again)} == {"already"}
        back = house.post("abe", f"{SHARES}/plan", **body, withdraw=True)
        assert back == data(house.call("abe", "DELETE", SHARES, **body))
        assert back["n_moved"] == moved
        assert house.seen("bob") == 0
        assert house.seen("ada") == 4
    assert house.objs_seen_by("bob") == 0
    # A night of ada's own list, with a person; abe's rows of it are the administrator's to share.
    data(house.at("ada").post("/api/listing", json={"obj_id": "Sky1", "list_name": "mine", "params": {}}))
    with_gamma = {"selection": {"list_name": "mine"}, "user_ids": [house.world.user_id("gamma")]}
    assert house.post("ada", SHARES, **with_gamma)["selected"]["photometry"] == 3
    assert house.seen("gamma") == 3
    history = house.scalar("SELECT count(*) FROM history WHERE action = 'share' AND kind = 'photometry'")
    assert history == 4


def test_what_is_not_mine_is_named_and_not_shared(house: House) -> None:
    [theirs] = house.upload("ada", "Sky1", [MJD])
    [mine] = house.upload("abe", "Sky1", [MJD + 0.1])
    body = {"selection": {"obj_id": "Sky1", "kinds": ["photometry"]}, "group_ids": [house.beta]}
    done = house.post("abe", SHARES, **body)
    assert done["not_yours"] == [
        {"kind": "photometry", "n_rows": 1, "holder_id": house.alpha, "holder": "Alpha", "owner": "ada",
         "reason": "not yours"}
    ]  # fmt: skip
    assert house.seen("bob") == 1
    # Who reads a row that was shared can neither share it on nor withdraw it from others.
    for method in ("POST", "DELETE"):
        answer = data(house.call("bob", method, SHARES, selection={"obj_id": "Sky1"}, group_ids=[house.beta]))
        assert answer["n_moved"] == 0
        assert answer["not_yours"][0]["owner"] == "abe"
    unread = {"selection": {"rows": {"photometry": [theirs]}}, "group_ids": [house.beta]}
    missing = {"selection": {"rows": {"photometry": [999]}}, "group_ids": [house.beta]}
    one, other = (house.call("bob", "POST", SHARES, **b) for b in (unread, missing))
    assert one.status_code == other.status_code == 400
    assert one.json()["message"].replace(f" {theirs} ", " 999 ") == other.json()["message"]
    assert mine != theirs
    for wrong, field in (
        ({"selection": {}, "group_ids": [house.beta]}, "selection"),
        ({"selection": {"obj_id": "Sky1", "night": NIGHT}, "group_ids": [house.beta]}, "selection"),
        ({"selection": {"obj_id": "Sky1"}}, "group_ids"),
        ({"selection": {"obj_id": "Sky1"}, "group_ids": [10**6]}, "group_ids"),
        ({"selection": {"obj_id": "Sky1"}, "stream_ids": [77]}, "stream_ids"),
        ({"selection": {"obj_id": "Sky1"}, "user_ids": [10**6]}, "user_ids"),
        ({"selection": {"obj_id": "nowhere"}, "group_ids": [house.beta]}, "selection"),
        ({"selection": {"night": "9999-12-31"}, "group_ids": [house.beta]}, "selection.night"),
        ({"selection": {"obj_id": "a\0b"}, "group_ids": [house.beta]}, "selection.obj_id"),
        ({"selection": {"rows": {"photometry": [2**63]}}, "group_ids": [house.beta]}, "selection.rows.photometry.0"),
    ):
        refused = house.call("abe", "POST", SHARES, **wrong)
        assert refused.status_code == 400, wrong
        assert refused.json()["data"]["field"] == field


def test_what_a_policy_allows_is_planned_done_and_never_lost(house: House) -> None:
    """Beyond a policy only by an administrator who says why; the releases of the policy still come."""
    house.upload("abe", "Sky1", [MJD])
    house.govern(partner_days=1000, everybody_days=3000)
    governed = house.upload("abe", "Sky1", [MJD + 0.1])
    body = {"selection": {"night": NIGHT}, "group_ids": [house.beta], "user_ids": [house.world.user_id("gamma")]}
    for who in ("abe", "ada"):
        planned = house.post(who, f"{SHARES}/plan", **body)
        assert states(planned) == {("photometry", "withheld"): 4}
        assert {(line["group_id"] == house.beta, line["due_at"][:4]) for line in planned["lines"]} == {
            (True, "2028"), (False, "2034"),
        }  # fmt: skip
        assert all(line["policy_version_id"] for line in planned["lines"])
    assert house.seen("bob") == house.seen("gamma") == 0
    done = house.post("abe", SHARES, **body, why="they helped us")
    assert all(not line["beyond"] for line in done["lines"])
    assert house.seen("bob") == house.seen("gamma") == 0
    # The administrator opens what the policy does not: gamma reads at once, beta and everybody when the policy says.
    chosen = {"selection": {"rows": {"photometry": governed}}, "user_ids": [house.world.user_id("gamma")]}
    opened = house.post("ada", SHARES, **chosen, why="gamma reduced them")
    assert [line["beyond"] for line in opened["lines"]] == [True]
    assert (house.seen("bob"), house.seen("gamma")) == (0, 1)
    assert house.scalar("SELECT why FROM history WHERE action = 'share beyond policy'") == "gamma reduced them"
    night_over = datetime.combine(date.fromisoformat(NIGHT), datetime.min.time(), UTC) + timedelta(days=1.5)
    release_due(house.world.context("release"), night_over + timedelta(days=1000) - timedelta(seconds=1))
    assert house.seen("bob") == 0
    release_due(house.world.context("release"), night_over + timedelta(days=1000))
    assert (house.seen("bob"), house.seen("gamma")) == (2, 1)
    # What the policy gave stays; what the administrator gave can be taken back.
    back = {"selection": {"obj_id": "Sky1"}, "group_ids": [house.alpha], "user_ids": [house.world.user_id("gamma")]}
    taken = data(house.call("ada", "DELETE", SHARES, **back))
    assert ("photometry", "holder") in states(taken)
    assert (house.seen("bob"), house.seen("gamma"), house.seen("abe")) == (2, 0, 2)


def test_what_a_policy_gives_by_right_is_not_taken_back(house: House) -> None:
    with house.world.context().transaction() as session:
        values = {"g": house.beta, "u": house.world.user_id("abe")}
        session.execute(text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)"), values)
    house.govern(partner_days=0, everybody_days=None)
    asked_for = house.upload("abe", "Sky1", [MJD], group_ids=[house.alpha, house.beta])
    at = time_of(MJD + 1)
    assert house.seen("bob") == 1
    body = {"selection": {"rows": {"photometry": asked_for}}, "group_ids": [house.beta]}
    assert states(data(house.call("abe", "DELETE", SHARES, **body))) == {("photometry", "withdrawn"): 1}
    assert house.seen("bob") == 0
    # Rows whose policy alone decides, as those that come back from follow-up.
    policy = house.post(
        "ada", "/api/policies", name="Own", group_id=house.alpha, document=document(house.beta, 0, None)
    )
    place = {"allocation_id": house.allocation_id}
    house.post("ada", f"/api/policies/{policy['id']}/attachments", **place)
    house.observe("Sky2", at, datetime.now(UTC))
    assert house.seen("bob") == 1
    body = {"selection": {"obj_id": "Sky2", "kinds": ["photometry"]}, "group_ids": [house.beta]}
    kept = data(house.call("ada", "DELETE", SHARES, **body))
    assert (states(kept), kept["n_moved"]) == ({("photometry", "policy"): 1}, 0)
    assert house.seen("bob") == 1


def test_a_group_that_approves_is_asked_first(house: House) -> None:
    ids = house.upload("abe", "Sky1", [MJD, MJD + 0.1])
    approvals = f"/api/internal/groups/{house.alpha}/approvals"
    assert house.call("abe", "PUT", approvals, approves_out=True).status_code == 403
    assert data(house.call("ada", "PUT", approvals, approves_out=True)) == {"approves_out": True, "approves_in": False}
    data(house.call("bob", "PUT", f"/api/internal/groups/{house.beta}/approvals", approves_in=True))
    body = {"selection": {"obj_id": "Sky1", "kinds": ["photometry"]}, "group_ids": [house.beta]}
    assert states(house.post("abe", f"{SHARES}/plan", **body)) == {("photometry", "approval"): 2}
    # No other way around: SkyPortal's routes are refused by the database, and say what to do.
    old = house.call("abe", "POST", "/api/sharing", groupIDs=[house.beta], photometryIDs=ids)
    assert (old.status_code, old.json()["data"]["code"]) == (403, "needs_approval")
    for who, path, changed in (("abe", f"/api/photometry/{ids[0]}", {"group_ids": [house.alpha, 1]}),):
        assert house.call(who, "PATCH", path, **changed).status_code in (400, 403)
    asked = house.post("abe", SHARES, **body, why="a joint paper")
    assert (asked["n_moved"], len(asked["requests"])) == (0, 1)
    assert house.post("abe", SHARES, **body, why="a joint paper")["requests"] == asked["requests"]
    [number] = asked["requests"]
    path = f"{REQUESTS}/{number}"
    assert house.call("gamma", "GET", path).text == house.call("gamma", "GET", f"{REQUESTS}/999").text
    assert house.call("abe", "POST", path, answer="approve").status_code == 403
    assert house.call("bob", "POST", path, answer="approve").status_code == 400
    told = house.scalar("SELECT count(*) FROM notifications WHERE user_id = :u", u=house.world.user_id("ada"))
    assert told == 1
    [seen] = data(house.at("ada").get(REQUESTS, params={"state": "pending"}))
    assert (seen["mine_to_answer"], seen["asked_by"], seen["n_rows"]) == (True, "abe", {"photometry": 2})
    # The other group approves, too: it is asked in turn.
    answered = house.post("ada", path, answer="approve")
    assert (answered["n_moved"], len(answered["requests"]), house.seen("bob")) == (0, 1, 0)
    answered = house.post("bob", f"{REQUESTS}/{answered['requests'][0]}", answer="approve")
    assert (answered["n_moved"], answered["requests"], house.seen("bob")) == (2, [], 2)
    by = house.scalar("SELECT user_id FROM history WHERE action = 'share' ORDER BY id DESC LIMIT 1")
    assert by == house.world.user_id("abe")
    # An administrator of the holder needs no approval of the holder's; a refusal needs a reason; old requests expire.
    more = house.upload("ada", "Sky2", [MJD])
    body = {"selection": {"rows": {"photometry": more}}, "group_ids": [house.beta]}
    [number] = house.post("ada", SHARES, **body)["requests"]
    assert house.call("bob", "POST", f"{REQUESTS}/{number}", answer="refuse").status_code == 400
    house.post("bob", f"{REQUESTS}/{number}", answer="refuse", reason="too much for us")
    [number] = house.post("ada", SHARES, **body)["requests"]
    house.sql("UPDATE share_requests SET expires_at = now() - interval '1 s' WHERE id = :n", n=number)
    assert house.call("bob", "POST", f"{REQUESTS}/{number}", answer="approve").status_code == 400
    assert Expiry()(house.world.context("release")) == 1
    assert data(house.at("ada").get(f"{REQUESTS}/{number}"))["state"] == "expired"
