"""What a page costs in statements: the same for one source and for a hundred, and few; and that its total is right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert

from app.access.audiences import intern_groups
from app.portal.objs import NewObj, ensure_objs
from app.tables import Annotation, Candidate, Classification, Comment, ObjTag, ObjTagOption, Source, Thumbnail
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

MANY = 100
START = datetime(2026, 1, 1, tzinfo=UTC)
PAGES = {
    "sources": 13,
    "sources?includeThumbnails=true&includeDetectionStats=true": 14,
    "sources?includeComments=true&includeLabellers=true&includeCandidates=true&includeCommentExists=true": 17,
    "sources?sortBy=redshift": 13,
    "candidates": 15,
}
"""Statements of a page, at most: who asks, which groups, which objs, and one for each kind of what is told."""


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def fill(scene: Scene) -> None:
    """A hundred sources of the red team that passed its filter, each with a note of every kind."""
    names = [f"P{number:03}" for number in range(MANY)]
    taxonomy = scene.taxonomy()
    with scene.world.context().transaction() as session:
        owner = scene.world.user_id("ada")
        ensure_objs(session, [NewObj(name, 10.0, 20.0) for name in names], owner)
        held = {"audience_id": intern_groups(session, [scene.red]), "holder_id": scene.red, "owner_id": owner}
        tag = session.execute(insert(ObjTagOption).values(name="Hot", created_by_id=owner).returning(ObjTagOption.id))
        kinds: dict[Any, dict[str, Any]] = {
            Source: {},
            Annotation: {"origin": "bench", "data": {"x": 1.5}},
            Classification: {"taxonomy_id": taxonomy, "classification": "Ia", "author_name": "ada"},
            Comment: {"text": "hm"},
            ObjTag: {"objtagoption_id": tag.scalar_one()},
            Thumbnail: {"type": "new", "blob": "0" * 64},
            Candidate: {"filter_id": scene.filter},
        }
        for table, values in kinds.items():
            rows = [{"obj_id": name, **held, **values} for name in names]
            for number, row in enumerate(rows):
                when = START + timedelta(minutes=number)
                row |= {"saved_at": when} if table is Source else {"passed_at": when} if table is Candidate else {}
            session.execute(insert(table), rows)


def test_a_hundred_cost_as_many_statements_as_one(scene: Scene) -> None:
    fill(scene)
    seen: list[str] = []
    event.listen(scene.world.context("web").engine, "before_cursor_execute", lambda *a: seen.append(a[2]))
    client = scene.world.client("ada")
    for page, most in PAGES.items():
        counts = []
        for size in (1, MANY):
            seen.clear()
            answer = client.get(f"/api/{page}{'&' if '?' in page else '?'}numPerPage={size}")
            assert answer.status_code == 200, answer.text
            data = answer.json()["data"]
            assert (len(data[page.partition("?")[0]]), data["totalMatches"]) == (size, MANY)
            counts.append(len(seen))
        assert counts[0] == counts[1] <= most, (page, counts)


def test_the_total_counts_what_several_groups_saved_once(scene: Scene) -> None:
    fill(scene)
    with scene.world.context().transaction() as session:
        own = intern_groups(session, [scene.red])
        green = scene.world.group("Green", members=("ada",))
        rows = [
            {"obj_id": name, "audience_id": own, "holder_id": green, "owner_id": scene.world.user_id("ada")}
            for name in ("P001", "P002")
        ]
        session.execute(insert(Source), rows)
    client = scene.world.client("ada")

    def total(query: str) -> tuple[int, int]:
        data = client.get(f"/api/sources?{query}").json()["data"]
        return len(data["sources"]), data["totalMatches"]

    assert total("numPerPage=10") == (10, MANY)
    assert total("numPerPage=10&pageNumber=10") == (10, MANY)
    assert total("numPerPage=10&pageNumber=11") == (0, MANY)
    assert total(f"group_ids={green}") == (2, 2)
    assert total("savedBefore=2026-01-01T00:49:00") == (50, 50)
    assert total("savedAfter=2026-01-01T00:50:00&numPerPage=20") == (20, 52)
    assert total("savedByCurrentUser=true&numPerPage=1") == (1, MANY)
    assert total("pendingOnly=true") == (0, 0)
