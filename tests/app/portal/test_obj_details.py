"""What a reader sees of an obj's details: one rule, told once in Python and once in SQL."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from app.access.audiences import Grant, intern, sitewide_group_id
from app.portal.obj_details import COLUMNS, Statement, details_of, state, value_of
from app.portal.objs import NewObj, ensure_objs
from app.portal.visibility import Standing
from app.tables import Obj
from tests.support.world import World


@pytest.fixture
def stage(world: World) -> dict[str, Any]:
    """Ann and art are in the red team, bob in the blue one; ann subscribes to a survey's stream."""
    for name in ("ann", "art", "bob"):
        world.user(name)
    red, blue = world.group("Red", members=("ann", "art")), world.group("Blue", members=("bob",))
    stream = world.stream("alerts", subscribers=("ann", "art"))
    people = {name: world.user_id(name) for name in ("ann", "art", "bob")}
    with world.context().transaction() as session:
        everybody = sitewide_group_id(session)
        to = {
            "red": intern(session, [Grant(red)]),
            "blue": intern(session, [Grant(blue)]),
            "both": intern(session, [Grant(red), Grant(blue)]),
            "stream": intern(session, [Grant(stream_id=stream)]),
        }
        ensure_objs(session, [NewObj("Z", 1.0, 2.0)], people["ann"])
    ann, art, bob = people["ann"], people["art"], people["bob"]
    return {
        "survey": Standing(to["stream"], everybody, ann),
        "ann": Standing(to["red"], red, ann),
        "art": Standing(to["red"], red, art),
        "bob": Standing(to["blue"], blue, bob),
        "bob to both": Standing(to["both"], blue, bob),
        "ann to both": Standing(to["both"], red, ann),
    }


def say(world: World, who: Standing, *, anew: bool = True, **values: Any) -> None:
    with world.context().transaction() as session:
        state(session, [Statement("Z", values, who)], anew=anew)


def seen_by(world: World, name: str) -> dict[str, Any]:
    """What a user sees, which the two ways of asking must agree on."""
    with world.context("web").transaction(world.principal(name)) as session:
        told = details_of(session, ["Z"]).get("Z", dict.fromkeys(COLUMNS))
        asked = session.execute(select(*(value_of(c, Obj.id) for c in COLUMNS)).where(Obj.id == "Z")).one_or_none()
    if asked is not None:
        assert told == dict(zip(COLUMNS, asked, strict=True))
    return {column: value for column, value in told.items() if value is not None}


def test_each_column_is_the_latest_of_ones_own_groups(world: World, stage: dict[str, Any]) -> None:
    say(world, stage["ann"], redshift=0.1, summary="first")
    say(world, stage["art"], redshift=0.2)
    assert seen_by(world, "ann") == {"redshift": 0.2, "summary": "first"}
    # To say it again is to say it last.
    say(world, stage["ann"], redshift=0.1)
    assert seen_by(world, "art") == {"redshift": 0.1, "summary": "first"}
    assert seen_by(world, "bob") == {}


def test_ones_own_come_before_what_is_shared_and_that_before_the_surveys(world: World, stage: dict[str, Any]) -> None:
    say(world, stage["ann"], redshift=0.1)
    say(world, stage["bob to both"], redshift=0.2, tns_name="AT 1", score=0.7)
    say(world, stage["survey"], redshift=0.3, tns_name="AT 2", score=0.9, origin="ztf", alias=["a", "b"])
    own, shared = {"redshift": 0.1}, {"tns_name": "AT 1", "score": 0.7}
    assert seen_by(world, "ann") == own | shared | {"origin": "ztf", "alias": ["a", "b"]}
    assert seen_by(world, "bob") == {"redshift": 0.2} | shared


def test_null_is_stated_and_hides_what_lies_below(world: World, stage: dict[str, Any]) -> None:
    say(world, stage["survey"], score=0.9, altdata={"x": 1})
    say(world, stage["art"], score=0.5)
    say(world, stage["ann"], score=None, altdata=None)
    assert seen_by(world, "art") == {}


def test_what_is_not_said_anew_stays_as_it_was(world: World, stage: dict[str, Any]) -> None:
    say(world, stage["survey"], anew=False, score=0.9)
    say(world, stage["survey"], anew=False, score=0.1, origin="ztf")
    assert seen_by(world, "ann") == {"score": 0.9}


SAID = st.tuples(
    st.sampled_from(["survey", "ann", "art", "bob", "bob to both", "ann to both"]),
    st.dictionaries(
        st.sampled_from(["redshift", "score", "t0"]), st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=3
    ),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SAID, max_size=8))
def test_nobody_sees_what_was_not_said_to_them(
    world: World, stage: dict[str, Any], told: list[tuple[str, dict[str, Any]]]
) -> None:
    tiers = {
        "ann": {"ann": 0, "art": 0, "ann to both": 0, "bob to both": 1, "survey": 2},
        "bob": {"bob": 0, "bob to both": 0, "ann to both": 1},
    }
    with world.context().transaction() as session:
        session.execute(text("DELETE FROM obj_details"))
    for who, values in told:
        say(world, stage[who], **values)
    for reader, known in tiers.items():
        expected: dict[str, Any] = {}
        for name in ("redshift", "score", "t0"):
            stated = [
                (-known[who], turn, values[name])
                for turn, (who, values) in enumerate(told)
                if who in known and name in values
            ]
            if stated:
                expected[name] = max(stated, key=lambda s: s[:2])[2]
        assert seen_by(world, reader) == {k: v for k, v in expected.items() if v is not None}
