"""Sharing policies at uploads over HTTP: what is asked for is granted as far as they permit, the rest is scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import httpx
import pytest
from skyportal_py.photometry import PhotometryPost, post_photometry
from sqlalchemy import insert, text

from app.policies.evaluate import due_at, night_of
from app.policies.worker import release_due
from app.portal.photometry_regrant import middle_of
from app.portal.photometry_regrant import night_of as portal_night_of
from app.tables import Instrument, PolicyAttachment
from app.times import mjd_of, time_of
from tests.app.policies.season import Season, data, document, season
from tests.support.world import World

DAY = timedelta(days=1)
PARTNER_DAYS = 30


class House(Season):
    """The collaboration, with abe of alpha and ada (its admin) as guests of beta, so that they may name it."""

    stream: int
    other_instrument: int

    def govern(self, *, partner_days: float | None = PARTNER_DAYS, **place: int) -> None:
        """Attach a policy of alpha to a place; nobody but beta ever sees more."""
        rules = document(self.beta, partner_days, None)
        rules["products"]["spectrum"] = rules["products"]["photometry"]
        body = {"name": f"Rules {place}", "group_id": self.alpha, "document": rules}
        policy = data(self.world.client("ada").post("/api/policies", json=body))
        with self.world.context().transaction() as session:
            session.execute(insert(PolicyAttachment).values(policy_id=policy["id"], **place))

    def body(self, mjds: Sequence[float], **changed: Any) -> dict[str, Any]:
        n = len(mjds)
        return {
            "obj_id": "Sky1", "instrument_id": self.instrument_id, "filter": "sdssr", "mjd": list(mjds),
            "flux": [100.0 + i for i in range(n)], "fluxerr": [1.0] * n, "zp": 23.9, "magsys": "ab",
            "group_ids": [self.alpha, self.beta],
        } | changed  # fmt: skip

    def post(self, mjds: Sequence[float], who: str = "abe", method: str = "POST", **changed: Any) -> dict[str, Any]:
        answer = self.world.client(who).request(method, "/api/photometry", json=self.body(mjds, **changed))
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def patch(self, number: int, who: str = "abe", **changed: Any) -> httpx.Response:
        return self.world.client(who).patch(f"/api/photometry/{number}", json=changed)

    def release(self, at: datetime) -> None:
        release_due(self.world.context("release"), at)


@pytest.fixture
def house(portal: World) -> House:
    s = season(portal)
    made = House(portal, s.alpha, s.beta, s.instrument_id, s.allocation_id)
    made.stream = portal.stream("alerts", subscribers=("ada", "abe", "bob"))
    with portal.context().transaction() as session:
        for name in ("ada", "abe"):
            session.execute(
                text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)"),
                {"g": made.beta, "u": portal.user_id(name)},
            )
        values = text("SELECT telescope_id FROM instruments")
        other = {"name": "J", "type": "imager", "filters": ["sdssr"], "telescope_id": session.scalars(values).one()}
        made.other_instrument = session.execute(
            insert(Instrument).values(**other).returning(Instrument.id)
        ).scalar_one()
    saved = {"id": "Sky1", "ra": 10.0, "dec": 20.0, "group_ids": [made.alpha]}
    data(portal.client("abe").post("/api/sources", json=saved))
    return made


def ago(days: float) -> float:
    """The MJD of some days ago."""
    return mjd_of(datetime.now(UTC)) - days


def due(mjd: float, days: float = PARTNER_DAYS) -> datetime:
    """When the partner may read a point."""
    found = due_at(night_of(time_of(mjd)), days)
    assert found is not None
    return found


@pytest.mark.parametrize("place", ["group_id", "instrument_id", "stream_id"])
def test_a_policy_governs_what_a_member_uploads(house: House, place: str) -> None:
    governed = {"group_id": house.alpha, "instrument_id": house.instrument_id, "stream_id": house.stream}
    house.govern(**{place: governed[place]})
    streams = [house.stream] if place == "stream_id" else []
    mjds = [ago(3), ago(3) + 0.001, ago(100)]
    said = house.post(mjds, stream_ids=streams)
    assert set(said["data"]) == {"ids", "upload_id"}
    assert len(said["data"]["ids"]) == 3
    withheld = {(w["group_id"], datetime.fromisoformat(w["due_at"])): w["n_rows"] for w in said["withheld"]}
    expected: dict[tuple[int, datetime], int] = {}
    for mjd in mjds[:2]:
        expected[house.beta, due(mjd)] = expected.get((house.beta, due(mjd)), 0) + 1
    assert withheld == expected
    assert f"withheld from Beta until {due(mjds[0]):%Y-%m-%d}" in said["message"]
    # What was due long ago is open at once; the rest opens with its release, and not before.
    assert (house.seen_by("abe"), house.seen_by("bob"), house.seen_by("gamma")) == (3, 1, 0)
    house.release(min(t for _g, t in expected) - timedelta(seconds=1))
    assert house.seen_by("bob") == 1
    house.release(max(t for _g, t in expected))
    assert (house.seen_by("bob"), house.seen_by("gamma")) == (3, 0)
    if streams:
        with house.world.context().transaction() as session:
            session.execute(text("DELETE FROM stream_users WHERE user_id = :u"), {"u": house.world.user_id("bob")})
        assert house.seen_by("bob") == 0


def test_without_a_policy_sharing_is_as_asked(house: House) -> None:
    house.govern(instrument_id=house.other_instrument)
    said = house.post([ago(1)])
    assert (said["withheld"], said["message"], house.seen_by("bob")) == ([], "", 1)


def test_a_strict_client_reads_the_answer(house: House) -> None:
    house.govern(group_id=house.alpha)
    body = house.body([ago(1)])
    point = PhotometryPost(**{k: v[0] if k in ("mjd", "flux", "fluxerr") else v for k, v in body.items()})
    posted = post_photometry(house.world.sky("abe"), point)
    assert len(posted.ids) == 1


def test_the_news_go_to_whoever_may_read_only(house: House) -> None:
    house.govern(group_id=house.alpha)
    house.post([ago(1), ago(200)])

    def told(username: str) -> int:
        with house.world.context("web").transaction(house.world.principal(username)) as session:
            query = "SELECT count(DISTINCT audience_id) FROM outbox WHERE kind = 'photometry.new'"
            return int(session.execute(text(query)).scalar_one())

    assert (told("abe"), told("bob"), told("gamma")) == (2, 1, 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_uploaded_point_is_read_early_or_lost(house: House, seed: int) -> None:
    random = Random(seed)
    days = random.choice([0.25, 7.0, 45.5])
    house.govern(partner_days=days, instrument_id=house.instrument_id)
    now = datetime.now(UTC)
    rows: list[float] = []
    for _ in range(6):
        mjds = [ago(random.choice([0.01, random.uniform(0, 3), random.uniform(0, 90)])) for _ in range(4)]
        said = house.post(mjds, flux=[1000.0 + len(rows) + i for i in range(4)])
        for number in said["data"]["ids"]:
            if random.random() < 0.5:
                # Whatever is tried afterwards, nothing opens early.
                earlier = ago(random.uniform(100, 1000))
                choices: list[dict[str, Any]] = [
                    {"mjd": earlier},
                    {"instrument_id": house.other_instrument},
                    {"group_ids": [house.alpha, house.beta]},
                    {"flux": 5000.0 + number},
                ]
                assert house.patch(number, **random.choice(choices)).status_code == 200
        rows += mjds
    for step in range(8):
        at = now + timedelta(days=step * random.uniform(2, 20))
        house.release(at)
        allowed = sum(time_of(m) + timedelta(days=days) <= at + timedelta(minutes=5) for m in rows)
        assert house.seen_by("bob") <= allowed
    house.release(now + timedelta(days=days + 2))
    assert (house.seen_by("bob"), house.seen_by("abe")) == (len(rows), len(rows))


def test_a_change_of_time_asks_the_policy_anew_and_never_opens_early(house: House) -> None:
    house.govern(group_id=house.alpha)
    mjd = ago(3)
    (number,) = house.post([mjd])["data"]["ids"]
    for earlier in (ago(500), ago(400)):
        assert house.patch(number, mjd=earlier).status_code == 200
        house.release(due(mjd) - timedelta(seconds=1))
        assert house.seen_by("bob") == 0
    # To a later night: later, also where it had been released.
    house.release(due(mjd))
    assert house.seen_by("bob") == 1
    said = house.patch(number, mjd=mjd + 2).json()
    assert [(w["group_id"], datetime.fromisoformat(w["due_at"])) for w in said["withheld"]] == [
        (house.beta, due(mjd + 2))
    ]
    assert house.seen_by("bob") == 0
    house.release(due(mjd + 2))
    assert house.seen_by("bob") == 1


def test_a_change_of_instrument_or_stream_keeps_policy_and_releases(house: House) -> None:
    house.govern(instrument_id=house.instrument_id)
    mjd = ago(3)
    first, second = house.post([mjd, mjd + 0.0001])["data"]["ids"]
    assert house.patch(first, instrument_id=house.other_instrument).status_code == 200
    assert house.patch(second, stream_ids=[house.stream]).status_code == 200
    assert house.patch(second, stream_ids=[house.stream]).status_code == 200
    assert (house.seen_by("abe"), house.seen_by("bob")) == (2, 0)
    house.release(due(mjd + 0.0001))
    assert house.seen_by("bob") == 2


def test_a_point_that_is_moved_under_a_policy_is_governed_from_then_on(house: House) -> None:
    house.govern(instrument_id=house.other_instrument)
    (number,) = house.post([ago(1)])["data"]["ids"]
    assert house.seen_by("bob") == 1
    said = house.patch(number, instrument_id=house.other_instrument).json()
    assert [w["group_id"] for w in said["withheld"]] == [house.beta]
    assert house.seen_by("bob") == 0


def test_sharing_beyond_the_policy_is_the_holders_recorded_act(house: House) -> None:
    house.govern(partner_days=None, group_id=house.alpha)
    (number,) = house.post([ago(3)], group_ids=[house.alpha])["data"]["ids"]
    wider = {"group_ids": [house.alpha, house.beta]}
    for who, why in (("abe", {}), ("abe", {"why": "we are friends"}), ("ada", {})):
        refused = house.patch(number, who, **wider, **why)
        assert refused.status_code == 403, refused.text
        assert house.seen_by("bob") == 0
    assert house.patch(number, "ada", **wider, why="asked for by their student").status_code == 200
    assert (house.seen_by("bob"), house.seen_by("abe"), house.seen_by("gamma")) == (1, 1, 0)
    with house.world.context().transaction() as session:
        query = "SELECT user_id, why, after, row_id FROM history WHERE action = 'share beyond policy'"
        by, why_kept, after, row_id = session.execute(text(query)).one()
    assert (by, why_kept) == (house.world.user_id("ada"), "asked for by their student")
    assert (after["group_ids"], row_id) == ([house.beta], str(number))
    # The act stands when the point is changed otherwise.
    assert house.patch(number, flux=7.0).status_code == 200
    assert house.seen_by("bob") == 1


def test_a_group_that_is_due_later_is_scheduled_by_a_change(house: House) -> None:
    house.govern(group_id=house.alpha)
    mjd = ago(3)
    (number,) = house.post([mjd], group_ids=[house.alpha])["data"]["ids"]
    house.release(due(mjd))
    assert house.seen_by("bob") == 0
    said = house.patch(number, group_ids=[house.alpha, house.beta]).json()
    assert [datetime.fromisoformat(w["due_at"]) for w in said["withheld"]] == [due(mjd)]
    assert "1 point is withheld from Beta" in said["message"]
    assert house.seen_by("bob") == 0
    house.release(due(mjd))
    assert house.seen_by("bob") == 1


def test_sent_again_for_more_readers_the_policy_holds(house: House) -> None:
    house.govern(group_id=house.alpha)
    mjds = [ago(3), ago(200)]
    ids = house.post(mjds, group_ids=[house.alpha])["data"]["ids"]
    assert house.seen_by("bob") == 0
    again = house.post(mjds, method="PUT")
    assert again["data"]["ids"] == ids
    assert [w["n_rows"] for w in again["withheld"]] == [1]
    assert house.seen_by("bob") == 1
    # For fewer, it takes nothing back.
    house.post(mjds, method="PUT", group_ids=[house.alpha])
    assert house.seen_by("bob") == 1
    house.release(due(mjds[0]))
    assert house.seen_by("bob") == 2


def test_what_was_shared_before_the_policy_stays_shared(house: House) -> None:
    mjd = ago(3)
    house.post([mjd])
    assert house.seen_by("bob") == 1
    house.govern(group_id=house.alpha)
    house.post([mjd], method="PUT")
    assert house.seen_by("bob") == 1


def test_the_portal_and_the_policies_mean_the_same_nights() -> None:
    random = Random(3)
    for _ in range(200):
        mjd = random.uniform(40000, 70000)
        assert portal_night_of(mjd) == night_of(time_of(mjd))
        assert portal_night_of(middle_of(portal_night_of(mjd))) == portal_night_of(mjd)
