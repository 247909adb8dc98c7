"""Triggers through the real facility class to real observatory processes, and data back by the policy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import requests
from skyportal_py.followup_requests import FollowupRequestPost
from sqlalchemy import func, select, update

from app.demo import cast
from app.tables import Attempt, Photometry, Trigger
from tests.followup.facilities.conftest import TOKEN, Observatory
from tests.followup.worker.conftest import Campaign


def _states(trigger: dict[str, Any]) -> list[tuple[str, str]]:
    return [(attempt["site"], attempt["state"]) for attempt in trigger["attempts"]]


def _groups_at(observatory: Observatory) -> int:
    answer = requests.get(
        f"{observatory.url}/api/requestgroups", headers={"Authorization": f"Token {TOKEN}"}, timeout=10
    )
    return int(answer.json()["count"])


def _state_at(observatory: Observatory, request_id: str) -> str:
    address = f"{observatory.url}/api/requests/{request_id}/"
    return str(requests.get(address, headers={"Authorization": f"Token {TOKEN}"}, timeout=10).json()["state"])


def _returned(campaign: Campaign, username: str) -> int:
    web = campaign.portal.context("web")
    with web.transaction(campaign.portal.principal(username)) as session:
        mine = Photometry.followup_request_id.is_not(None)
        return session.execute(select(func.count()).select_from(Photometry).where(mine)).scalar_one()


def test_data_come_back_under_the_policy(campaign: Campaign) -> None:
    campaign.open_site("coj")
    trigger_id = campaign.ask(("coj",), filters=[{"filter": "sdssr", "exposure_time_s": 60, "exposures": 2}])
    worker = campaign.worker()
    done = campaign.work_until(
        worker, trigger_id, lambda t: t["state"] == "completed" and bool(t["attempts"][0]["ended_at"])
    )
    assert _states(done) == [("coj", "completed")]
    assert [step["to_state"] for step in done["history"]][:3] == ["wanted", "submitting", "active"]
    assert _returned(campaign, "demo-scanner") == _returned(campaign, "demo-pi") == 2
    assert _returned(campaign, "demo-partner") == 0
    points = campaign.portal.sky("demo-scanner").fetch_photometry(cast.SOURCE, format="flux")
    fresh = [p for p in points if p.mjd is not None and p.mjd > max(q.mjd for q in points) - 0.5]
    assert len(fresh) == 2
    for _ in range(3):
        worker.round()
    assert _returned(campaign, "demo-scanner") == 2, "collecting again changes nothing"


def test_a_clouded_site_is_passed_over_with_its_reason(campaign: Campaign) -> None:
    campaign.open_site("coj", "--outage", "coj:clouds")
    campaign.open_site("cpt")
    trigger_id = campaign.ask(("coj", "cpt"))
    done = campaign.work_until(campaign.worker(), trigger_id, lambda t: t["state"] == "completed")
    assert _states(done) == [("cpt", "completed")]
    assert "Sim Siding Spring (coj) is closed" in " ".join(step["why"] for step in done["history"])


def test_a_site_that_closes_after_accepting_is_left(campaign: Campaign) -> None:
    coj = campaign.open_site("coj", speed=1.0)
    campaign.open_site("cpt")
    trigger_id = campaign.ask(("coj", "cpt"))
    worker = campaign.worker()
    accepted = campaign.work_until(
        worker, trigger_id, lambda t: _states(t)[:1] in ([("coj", "accepted")], [("coj", "observing")])
    )
    assert accepted["attempts"][0]["request_id"]
    coj.end()
    coj.options += ["--outage", "coj:clouds", "--port", str(coj.port)]
    coj.start()
    done = campaign.work_until(worker, trigger_id, lambda t: t["state"] == "completed")
    assert _states(done) == [("coj", "cancelled"), ("cpt", "completed")]
    assert "closed" in done["attempts"][0]["reason"]
    state = requests.get(
        f"{coj.url}/api/requests/{done['attempts'][0]['request_id']}/",
        headers={"Authorization": f"Token {TOKEN}"}, timeout=10,
    ).json()["state"]  # fmt: skip
    assert state == "CANCELED", "the site that was left no longer holds the request"


def test_a_lost_answer_is_found_again_and_nothing_is_sent_twice(campaign: Campaign) -> None:
    coj = campaign.open_site("coj", "--outage", "coj:drop-answer:0:600")
    trigger_id = campaign.ask(("coj",))
    campaign.work_until(campaign.worker(), trigger_id, lambda t: _states(t) == [("coj", "submitting")])
    assert _groups_at(coj) == 1
    another = campaign.worker()
    campaign.work_until(another, trigger_id, lambda t: _states(t)[0][1] in ("accepted", "observing", "completed"))
    done = campaign.work_until(another, trigger_id, lambda t: t["state"] == "completed")
    assert len(done["attempts"]) == 1
    assert _groups_at(coj) == 1


def test_a_cancelled_trigger_is_cancelled_at_the_facility(campaign: Campaign) -> None:
    coj = campaign.open_site("coj", speed=1.0)
    trigger_id = campaign.ask(("coj",))
    worker = campaign.worker()
    campaign.work_until(worker, trigger_id, lambda t: bool(t["attempts"]) and bool(t["attempts"][0]["request_id"]))
    answer = campaign.portal.client("demo-pi").post(f"/api/triggers/{trigger_id}/cancel", json={"reason": "A bogus."})
    assert answer.status_code == 200, answer.text
    done = campaign.work_until(worker, trigger_id, lambda t: bool(t["attempts"][0]["ended_at"]))
    assert (done["state"], done["attempts"][0]["state"]) == ("cancelled", "cancelled")
    assert _state_at(coj, done["attempts"][0]["request_id"]) == "CANCELED"


def test_a_deadline_ends_it(campaign: Campaign) -> None:
    campaign.open_site("coj", "--outage", "coj:downtime")
    trigger_id = campaign.ask(("coj",))
    worker = campaign.worker()
    waiting = campaign.work_until(worker, trigger_id, lambda t: t["state"] == "routing")
    assert "No telescope can take it now" in waiting["why"]
    with campaign.portal.context().transaction() as session:
        session.execute(update(Trigger).where(Trigger.id == trigger_id).values(deadline=datetime.now(UTC)))
    assert campaign.work_until(worker, trigger_id, lambda t: t["state"] == "expired")["attempts"] == []


def test_others_neither_see_nor_touch_a_trigger(campaign: Campaign) -> None:
    trigger_id = campaign.ask(("coj",))
    partner = campaign.portal.client("demo-partner")
    hidden, missing = partner.get(f"/api/triggers/{trigger_id}"), partner.get("/api/triggers/999999")
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)
    assert partner.get("/api/triggers").json()["data"]["totalMatches"] == 0
    assert partner.get("/api/facilities").json()["data"] == []
    assert partner.post(f"/api/triggers/{trigger_id}/cancel", json={"reason": "mine"}).status_code == 400
    assert campaign.look(trigger_id)["state"] == "wanted"


def test_skyportals_request_is_a_trigger_underneath(campaign: Campaign) -> None:
    campaign.open_site("coj")
    sky = campaign.portal.sky("demo-scanner")
    payload = {"observation_choices": ["rp"], "exposure_time": 60, "exposure_counts": 1, "priority": 3}
    posted = sky.post_followup_request(
        FollowupRequestPost(obj_id=cast.SOURCE, allocation_id=campaign.allocations["coj"], payload=payload)
    )
    worker = campaign.worker()
    trigger_id = campaign.portal.client("demo-scanner").get("/api/triggers").json()["data"]["triggers"][0]["id"]
    done = campaign.work_until(worker, trigger_id, lambda t: t["state"] == "completed")
    assert done["attempts"][0]["followup_request_id"] == posted.id
    assert sky.fetch_followup_request(posted.id).status.startswith("completed")
    assert sky.fetch_followup_requests(source_id=cast.SOURCE).total_matches == 1
    with campaign.portal.context().transaction() as session:
        assert session.execute(select(func.count()).select_from(Attempt)).scalar_one() == 1
