"""The module ``news_feed`` of skyportal-py: what is new, as the reader's preferences choose and their groups allow."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import classifications, comments, profile, sources
from skyportal_py import news_feed as sky
from skyportal_py._http import SkyPortalError
from sqlalchemy import event, text

from tests.app.api.contract.test_comments import spectrum
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    """Red keeps S1 and S2, comments and classifies."""
    made = make_scene(portal)
    ada = portal.sky("ada")
    for name in ("S1", "S2"):
        sources.post_source(ada, sources.SourcePost(id=name, ra=1, dec=2, group_ids=[made.red]))
    comments.post_comment(ada, "S1", "by a script")
    with portal.context().transaction() as session:
        session.execute(text("UPDATE comments SET bot = false"))
    comments.post_comment(ada, "S1", "by a bot")
    given: dict[str, Any] = {"obj_id": "S2", "taxonomy_id": made.taxonomy()}
    classifications.post_classification(ada, classifications.ClassificationPost(classification="Ia", **given))
    classifications.post_classification(
        ada, classifications.ClassificationPost(classification="Supernova", ml=True, **given)
    )
    spectrum(made)
    return made


def said(items: list[Any]) -> list[tuple[str, str | None]]:
    return [(item.type, item.source_id) for item in items]


def test_news(scene: Scene) -> None:
    ada, carl, bob = (scene.world.sky(name) for name in ("ada", "carl", "bob"))
    items = sky.fetch_news_feed(carl)
    assert said(items) == [
        ("spectrum", "S1"), ("classification", "S2"), ("comment", "S1"), ("source", "S2"), ("source", "S1")
    ]  # fmt: skip
    assert (items[2].message, items[2].author, items[1].classification) == ("by a script", "ada", "Ia")
    assert items[2].author_info is not None
    assert items[2].author_info.username == "ada"
    assert {i.source_id: i.classification for i in items[3:]} == {"S2": "Supernova", "S1": None}
    assert [i.time for i in items] == sorted((i.time for i in items if i.time), reverse=True)
    assert said(sky.fetch_news_feed(carl, num_items=2)) == said(items)[:2]
    assert sky.fetch_news_feed(bob) == []

    wanted = {"includeCommentsFromBots": True, "includeMLClassifications": True, "sources": False, "spectra": False}
    profile.update_profile(
        carl, profile.ProfilePatch(preferences={"newsFeed": {"numItems": "3", "categories": wanted}})
    )
    assert [i.message for i in sky.fetch_news_feed(carl)] == [
        "New classification: Supernova", "New classification: Ia", "by a bot"
    ]  # fmt: skip
    # The larger of the preference and what is asked for.
    assert len(sky.fetch_news_feed(carl, num_items=1)) == 3
    assert len(sky.fetch_news_feed(carl, num_items=100)) == 4
    for bad in ("numItems=0", "numItems=1001", "teamID=x", "teamID=99"):
        answer = scene.world.client("ada").get(f"/api/newsfeed?{bad}")
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, bad.partition("=")[0])

    with scene.world.context().transaction() as session:
        other = scene.world.group("Green", members=("ada", "carl"))
        for name, group in (("Reds", scene.red), ("Greens", other)):
            team = session.execute(text("INSERT INTO teams (name) VALUES (:n) RETURNING id"), {"n": name}).scalar_one()
            session.execute(text("INSERT INTO team_groups VALUES (:t, :g)"), {"t": team, "g": group})
    sources.post_source(ada, sources.SourcePost(id="S3", ra=1, dec=2, group_ids=[other]))
    assert len(sky.fetch_news_feed(ada)) == 6
    assert said(sky.fetch_news_feed(ada, team_id=team)) == [("source", "S3")]
    with pytest.raises(SkyPortalError, match="no team"):
        sky.fetch_news_feed(bob, team_id=team)


def test_photometry_of_follow_up_is_news(scene: Scene) -> None:
    with scene.world.context().transaction() as session:
        allocation = session.execute(
            text(
                "INSERT INTO allocations (group_id, instrument_id, pi, hours_allocated)"
                " VALUES (:g, :i, 'x', 1) RETURNING id"
            ),
            {"g": scene.red, "i": scene.instrument},
        ).scalar_one()
        request = session.execute(
            text(
                "INSERT INTO followup_requests (obj_id, allocation_id, payload, status, audience_id, holder_id,"
                " owner_id) SELECT obj_id, :a, '{}', 'done', audience_id, holder_id, owner_id FROM sources"
                " WHERE obj_id = 'S1' RETURNING id"
            ),
            {"a": allocation},
        ).scalar_one()
    points = scene.points("S1")
    assert scene.world.client("ada").post("/api/photometry", json=points).status_code == 200
    assert "photometry" not in {i.type for i in sky.fetch_news_feed(scene.world.sky("carl"))}
    with scene.world.context().transaction() as session:
        session.execute(text("UPDATE photometry SET followup_request_id = :r"), {"r": request})
    [item] = [i for i in sky.fetch_news_feed(scene.world.sky("carl")) if i.type == "photometry"]
    assert (item.source_id, item.message) == ("S1", "3 new photometry point(s) by Cam")
    assert sky.fetch_news_feed(scene.world.sky("bob")) == []


def test_the_cost_does_not_grow_with_the_items(scene: Scene) -> None:
    seen: list[str] = []
    event.listen(scene.world.context("web").engine, "before_cursor_execute", lambda *a: seen.append(a[2]))
    counts = []
    sky.fetch_news_feed(scene.world.sky("ada"))
    for rows in (0, 40):
        with scene.world.context().transaction() as session:
            session.execute(
                text(
                    "INSERT INTO comments (obj_id, text, audience_id, holder_id, owner_id) SELECT obj_id, 'x',"
                    " audience_id, holder_id, owner_id FROM sources, generate_series(1, :n) WHERE obj_id = 'S1'"
                ),
                {"n": rows},
            )
        seen.clear()
        assert len(sky.fetch_news_feed(scene.world.sky("ada"), num_items=100)) == rows + 5
        counts.append(len(seen))
    assert counts[0] == counts[1]
