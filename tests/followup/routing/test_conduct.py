"""What a conduct score changes in routing: the order of requests and of telescopes, bounded, and with its reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from app.policies.document import Product
from app.publications.conduct_effects import standings
from app.tables import FollowupRequest, Trigger
from followup.facilities.model import FacilityGateway, SkyClock
from followup.returns.terms import Returned, terms_of
from followup.routing.rank import QUEUE, Option, judge, rank
from followup.worker.allocations import load_allocations
from followup.worker.decide import Router
from followup.worker.loop import FollowupWorker
from followup.worker.sites import SiteBook
from tests.app.policies.season import data
from tests.app.publications.league import DAY, League, league
from tests.support.world import World

NIGHT = SkyClock(always_night=True)
EFFECTS = {
    "followup_share": {"on": True, "per_point": 0.2, "least": 0.5, "most": 1.5},
    "asked_first": {"on": True, "per_point": 0.1, "most": 0.3},
    "default_openness": {"on": True, "least_score": -1},
}


def test_a_queue_weighs_less_for_who_plays_fair_and_a_fair_telescope_comes_first() -> None:
    plain = Option(1, "A", None, True, "", NIGHT, queued=2)
    fair, unfair = (Option(1, "A", None, True, "", NIGHT, queued=2, share=s) for s in (1.5, 0.5))
    scores = [judge(option, 10.0, -30.0, 61000.0).score for option in (fair, plain, unfair)]
    assert scores == sorted(scores)
    assert scores[1] == pytest.approx(1 + 2 * QUEUE)
    ahead = Option(2, "B", None, True, "", NIGHT, ahead=0.2)
    behind = Option(3, "C", None, True, "", NIGHT, ahead=-0.2)
    usable, _ = rank([behind, Option(4, "D", None, True, "", NIGHT), ahead], 10.0, -30.0, 61000.0)
    assert [option.allocation_id for option in usable] == [2, 4, 3]


def test_scores_weigh_in_routing_only_where_that_is_switched_on(portal: World) -> None:
    it = league(portal)
    it.start("claim_lapsed")
    now = datetime.now(UTC)
    it.counts(it.beta, -2.0, now)
    it.counts(it.alpha, 2.0, now)
    union_s, trigger = _two_telescopes(it)
    followup = portal.context("followup")
    router = Router(followup, SiteBook(followup, lambda _: _never(), 1.0))
    with followup.transaction() as session:
        allocations = load_allocations(session)
        assert standings(session).books == ()
    assert router.decide(trigger, allocations).to_submit[0][1] == union_s  # in the order that was asked for
    assert "conduct" not in it.sql("SELECT why FROM triggers WHERE id = :t", t=trigger)[0].why
    it.sql("DELETE FROM attempts")
    it.sql("UPDATE triggers SET state = 'wanted'")
    body = it.settings("claim_lapsed", effects=EFFECTS)
    data(portal.client("cara").put(f"/api/conduct/settings/{it.union}", json=body))
    assert router.decide(trigger, allocations).to_submit[0][1] == it.season.allocation_id
    (said,) = it.sql("SELECT why FROM triggers WHERE id = :t", t=trigger)
    assert "Beta's conduct score -2.00 in Union makes its requests on telescopes of others weigh 0.60 times" in said.why
    assert "Alpha's conduct score +2.00 in Union brings its telescopes forward by 0.20 airmass" in said.why
    sentences = [one["sentence"] for one in data(portal.client("bob").get(f"/api/conduct/effects?group_id={it.beta}"))]
    assert "weigh 0.60 times" in sentences[0]
    assert "-0.20 airmass" in sentences[1]
    assert "left out" in sentences[2]
    _the_order_of_claims(it)
    _default_sharing(it)


def _two_telescopes(it: League) -> tuple[int, int]:
    """The collaboration's own telescope beside alpha's, and a trigger of beta that may ask either."""
    telescope = it.put("telescopes", name="U", nickname="U", diameter=1.0)
    instrument = it.put("instruments", name="U", type="imager", telescope_id=telescope, filters=["sdssr"])
    union_s = it.put("allocations", group_id=it.union, instrument_id=instrument, hours_allocated=1.0, facility="SIM")
    it.sql("UPDATE allocations SET facility = 'SIM'")
    trigger, attempt = it.observed(datetime.now(UTC), it.beta, "bob", trigger_state="wanted")
    it.sql("DELETE FROM attempts WHERE id = :a", a=attempt)
    it.sql("UPDATE triggers SET deadline = :d, allocation_ids = :a", d=datetime.now(UTC) + DAY,
           a=[union_s, it.season.allocation_id])  # fmt: skip
    return union_s, trigger


def _the_order_of_claims(it: League) -> None:
    """Beta's trigger of priority 4 counts as 2.4, and comes after one of the collaboration's own of 3."""
    worker = FollowupWorker(it.world.context("followup"), lambda _: _never())
    other, attempt = it.observed(datetime.now(UTC), it.union, "cara", trigger_state="wanted")
    it.sql("DELETE FROM attempts WHERE id = :a", a=attempt)
    with it.world.context().transaction() as session:
        session.execute(update(Trigger).where(Trigger.id != other).values(priority=4))
        session.execute(update(Trigger).values(state="wanted", next_look_at=datetime.now(UTC) - DAY))
        mine = session.scalars(select(Trigger.id).where(Trigger.id != other)).one()
    assert worker._claim() == [other, mine]
    it.sql("UPDATE conduct_settings SET enabled = false")
    it.sql("UPDATE triggers SET next_look_at = now() - interval '1 day'")
    assert worker._claim() == [mine, other]
    it.sql("UPDATE conduct_settings SET enabled = true")


def _default_sharing(it: League) -> None:
    """Beta is left out of what alpha shares by default, unless it asked itself; and why is in the history."""
    it.sql("UPDATE allocations SET default_share_group_ids = :g WHERE id = :a",
           g=[it.beta, it.union], a=it.season.allocation_id)  # fmt: skip
    for asked, readers in (([], {it.alpha, it.union}), ([it.beta], {it.alpha, it.beta, it.union})):
        row = it.held(it.alpha, "ada")
        request_id = it.put("followup_requests", obj_id="Sky1", allocation_id=it.season.allocation_id, payload="{}",
                            status="x", target_group_ids=asked, **row)  # fmt: skip
        with it.world.context("followup").transaction() as session:
            request = session.get_one(FollowupRequest, request_id)
            allocation = load_allocations(session)[it.season.allocation_id]
            terms = terms_of(session, request, allocation, Returned(Product.PHOTOMETRY, datetime.now(UTC)))
        grants = it.sql("SELECT group_id FROM audience_grants WHERE audience_id = :a", a=terms.audience_id)
        assert {grant.group_id for grant in grants} == readers
    (act, *_more) = it.sql("SELECT why, holder_id FROM history WHERE action = 'share less'")
    assert act.why == "Beta is left out of the default sharing: its conduct score -2.00 in Union is below -1"
    assert act.holder_id == it.alpha


def _never() -> FacilityGateway:
    raise AssertionError("No facility is asked here.")
