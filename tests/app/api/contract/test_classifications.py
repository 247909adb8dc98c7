"""The module ``classifications`` of skyportal-py: classes, votes, edits, labels."""

from __future__ import annotations

from typing import Any

import pytest
from skyportal_py import classifications as sky
from skyportal_py import sources
from skyportal_py._http import SkyPortalError
from sqlalchemy import select, text

from app.tables import History, SourceLabel
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    """Red keeps S1 and S2."""
    made = make_scene(portal)
    for name in ("S1", "S2"):
        sources.post_source(portal.sky("ada"), sources.SourcePost(id=name, ra=1, dec=2, group_ids=[made.red]))
    return made


def labels(scene: Scene) -> list[tuple[str, int, int]]:
    with scene.world.context().transaction() as session:
        rows = session.scalars(select(SourceLabel).order_by(SourceLabel.id))
        return [(row.obj_id, row.owner_id, row.holder_id) for row in rows]


def test_classifications(scene: Scene) -> None:
    ada, carl, bob = (scene.world.sky(name) for name in ("ada", "carl", "bob"))
    taxonomy = scene.taxonomy()

    def post(**changed: Any) -> int:
        given = {"obj_id": "S1", "classification": "Ia", "taxonomy_id": taxonomy, "probability": 0.9} | changed
        return int(sky.post_classification(ada, sky.ClassificationPost(**given)).classification_id)

    number = post(ml=True, origin="bright-net")
    me = scene.world.user_id("ada")
    # As in SkyPortal the author votes for it, and labels the source for the groups, unless told not to.
    assert labels(scene) == [("S1", me, scene.red)]
    one = sky.fetch_classification(carl, number, include_taxonomy=True)
    assert (one.classification, one.ml, one.origin, one.author_name) == ("Ia", True, "bright-net", "ada")
    assert one.taxonomy is not None
    assert [(v.voter_id, v.vote) for v in one.votes or []] == [(me, 1)]
    silent = post(obj_id="S2", classification="Supernova", vote=False, label=False)
    assert labels(scene) == [("S1", me, scene.red)]
    assert sky.fetch_classification(ada, silent).votes == []
    for field, wrong in (
        ("classification", {"classification": "Pulsar"}), ("probability", {"probability": 1.5}),
        ("taxonomy_id", {"taxonomy_id": 99}), ("obj_id", {"obj_id": "S9"}), ("group_ids", {"group_ids": [scene.blue]}),
        ("probability", {"probability": -0.1}),
    ):  # fmt: skip
        body = {"obj_id": "S1", "classification": "Ia", "taxonomy_id": taxonomy} | wrong
        answer = scene.world.client("ada").post("/api/classification", json=body)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field)
        answer = scene.world.client("ada").post("/api/classification", json={"classifications": [body]})
        assert answer.json()["data"]["field"] == f"classifications.0.{field}"

    sky.update_classification(ada, number, sky.ClassificationUpdate(probability=0.4))
    sky.update_classification(carl, number, sky.ClassificationUpdate(probability=0.2, ml=True))
    edits = sky.fetch_classifications(ada, "S1")[0].edits or []
    assert [(e.editor_name, e.old_probability, e.new_probability) for e in edits] == [
        ("ada", 0.9, 0.4), ("carl", 0.4, 0.2)
    ]  # fmt: skip
    with pytest.raises(SkyPortalError, match="no classification"):
        sky.update_classification(bob, number, sky.ClassificationUpdate(probability=0.1))

    page = sky.fetch_classifications_query(ada, num_per_page=1, page_number=2, include_taxonomy=True)
    assert ([c.id for c in page.classifications], page.total_matches) == ([silent], 2)
    assert sky.fetch_classifications_query(ada, start_date="2100-01-01").total_matches == 0
    assert sky.fetch_classifications_query(ada, end_date="2000-01-01").total_matches == 0
    assert sky.fetch_sources_by_classification(ada, start_date="2000-01-01", end_date="2100-01-01") == ["S1", "S2"]
    assert sky.fetch_sources_by_classification(bob) == sky.fetch_sources_by_classification(ada, end_date="2000-01-01")

    batch = sky.post_classifications(
        ada, [sky.ClassificationPost(obj_id="S1", classification="Supernova", taxonomy_id=taxonomy)] * 2
    )
    assert len(batch.classification_ids) == 2
    sky.delete_classification(carl, number)
    assert labels(scene)[-1] == ("S1", scene.world.user_id("carl"), scene.red)
    sky.delete_source_classifications(carl, "S2", label=False)
    assert len(labels(scene)) == 2
    sky.delete_source_classifications(ada, "S1")
    assert sky.fetch_classifications(ada, "S1") == []
    with pytest.raises(SkyPortalError, match="no classification"):
        sky.delete_source_classifications(ada, "S1")


def test_votes(scene: Scene) -> None:
    ada, carl, bob = (scene.world.sky(name) for name in ("ada", "carl", "bob"))
    given = sky.ClassificationPost(obj_id="S1", classification="Ia", taxonomy_id=scene.taxonomy(), vote=False)
    number = sky.post_classification(ada, given).classification_id
    sky.post_classification_vote(carl, number, 1)
    sky.post_classification_vote(carl, number, -1)
    sky.post_classification_vote(ada, number, 1)
    votes = {v.voter_id: v.vote for v in sky.fetch_classifications(ada, "S1")[0].votes or []}
    assert votes == {scene.world.user_id("ada"): 1, scene.world.user_id("carl"): -1}
    shown = sources.fetch_source(ada, "S1").classifications or []
    assert len(shown[0].votes or []) == 2
    sky.delete_classification_vote(carl, number)
    with pytest.raises(SkyPortalError, match="no vote"):
        sky.delete_classification_vote(carl, number)
    for value in (0, 2, "up"):
        answer = scene.world.client("ada").post(f"/api/classification/votes/{number}", json={"vote": value})
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, "vote")
    hidden = scene.world.client("bob").post(f"/api/classification/votes/{number}", json={"vote": 1})
    missing = scene.world.client("bob").post(f"/api/classification/votes/{10**6}", json={"vote": 1})
    assert (hidden.status_code, hidden.text) == (400, missing.text.replace(str(10**6), str(number)))
    with pytest.raises(SkyPortalError, match="no classification"):
        sky.delete_classification_vote(bob, number)
    with scene.world.context().transaction() as session:
        actions = session.scalars(select(History.action).where(History.kind == "classification").order_by(History.id))
        assert list(actions) == ["create", "vote", "vote", "vote", "unvote"]
    with scene.world.context("web").transaction(scene.world.principal("bob")) as session:
        assert session.execute(text("SELECT count(*) FROM classification_votes")).scalar_one() == 0


def test_classifications_of_what_is_one_thing(scene: Scene) -> None:
    ada, taxonomy = scene.world.sky("ada"), scene.taxonomy()
    sky.post_classification(ada, sky.ClassificationPost(obj_id="S2", classification="Ia", taxonomy_id=taxonomy))
    with scene.world.context().transaction() as session:
        made = session.execute(
            text(
                "INSERT INTO super_objs (audience_id, holder_id, owner_id) SELECT audience_id, holder_id, owner_id"
                " FROM sources LIMIT 1 RETURNING id"
            )
        ).scalar_one()
        for obj_id in ("S1", "S2"):
            session.execute(text("INSERT INTO super_obj_members VALUES (:s, :o)"), {"s": made, "o": obj_id})
    assert sky.fetch_classifications(ada, "S1") == []
    assert [c.obj_id for c in sky.fetch_classifications(ada, "S1", include_super_objs=True)] == ["S2"]
