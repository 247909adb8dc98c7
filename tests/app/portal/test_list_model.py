"""Lists of sources against a plain model of their rules, over a small random world with two teams in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups
from app.portal import list_filters as f
from app.portal.magnitudes import AB_ZP
from app.portal.source_search import Page, Saved, SourceSearch, search
from app.tables import Annotation, Comment, Listing, Obj, ObjDetail, Photometry, Source, SourceLabel
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

START = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = [f"S{n}" for n in range(6)]
TEAMS = ("red", "blue")
READERS = {"ada": ("red",), "bob": ("blue",)}


@dataclass
class Told:
    """What one team knows of one obj."""

    saved: int | None = None
    """Days after START; None for not saved."""
    redshift: float | None = None
    fluxes: list[float] = field(default_factory=list)
    score: float | None = None
    comment: str | None = None
    labelled: bool = False
    listed: bool = False


Sky = dict[str, dict[str, Told]]
told = st.builds(
    Told,
    saved=st.none() | st.integers(0, 9),
    redshift=st.none() | st.sampled_from([0.1, 0.2, 0.3]),
    fluxes=st.lists(st.sampled_from([10.0, 100.0, 1000.0]), max_size=3),
    score=st.none() | st.sampled_from([1.0, 2.0]),
    comment=st.none() | st.sampled_from(["rising", "FADING 50%"]),
    labelled=st.booleans(),
    listed=st.booleans(),
)
skies = st.fixed_dictionaries({team: st.fixed_dictionaries(dict.fromkeys(NAMES, told)) for team in TEAMS})


def bright(one: Told, low: float) -> bool:
    """Whether the peak is at least this flux in µJy."""
    return any(flux >= low for flux in one.fluxes)


def magnitude(flux: float) -> float:
    return AB_ZP - 2.5 * math.log10(flux)


@dataclass(frozen=True)
class Rule:
    """One filter: its fields in a search by a user's id, and what it means for what the reader's team knows."""

    fields: Callable[[int], Mapping[str, Any]]
    holds: Callable[[str, Told], bool]


RULES: dict[str, Rule] = {
    "name": Rule(lambda _: {"name_part": "s3"}, lambda name, _: name == "S3"),
    "rejected": Rule(lambda _: {"rejected_ids": ["S1", "S2"]}, lambda name, _: name not in ("S1", "S2")),
    "redshift": Rule(lambda _: {"redshift": (0.15, None)}, lambda _, t: t.redshift is not None and t.redshift >= 0.15),
    "detected": Rule(lambda _: {"detected": f.Detected(number=2)}, lambda _, t: len(t.fluxes) >= 2),
    "unforced": Rule(lambda _: {"detected": f.Detected(number=1, forced=False)}, lambda _, t: len(t.fluxes) >= 1),
    "peak": Rule(lambda _: {"peak_magnitude": (None, magnitude(50.0))}, lambda _, t: bright(t, 50.0)),
    "faint": Rule(
        lambda _: {"peak_magnitude": (magnitude(50.0), None)}, lambda _, t: bool(t.fluxes) and not bright(t, 50.0)
    ),
    "latest": Rule(
        lambda _: {"latest_magnitude": (None, magnitude(50.0))}, lambda _, t: bool(t.fluxes) and t.fluxes[-1] > 50.0
    ),
    "score": Rule(lambda _: {"annotations": f.Noted(["score:1.5:gt"])}, lambda _, t: (t.score or 0) > 1.5),
    "comment": Rule(lambda _: {"comments": f.Noted(["fading 5"])}, lambda _, t: "FADING" in (t.comment or "")),
    "labelled": Rule(lambda _: {"labels": f.Labels(True)}, lambda _, t: t.labelled),
    "unlabelled": Rule(lambda _: {"labels": f.Labels(False)}, lambda _, t: not t.labelled),
    "listed": Rule(lambda user: {"on_list": f.OnList(user, "favorites")}, lambda _, t: t.listed),
    "unlisted": Rule(lambda user: {"on_list": f.OnList(user, "favorites", False)}, lambda _, t: not t.listed),
}


def matches(known: Mapping[str, Told], rules: list[str]) -> dict[str, int]:
    """The sources that a team is to see, with when they were saved."""
    return {
        name: t.saved
        for name, t in known.items()
        if t.saved is not None and all(RULES[r].holds(name, t) for r in rules)
    }


def apart(rules: list[str]) -> list[str]:
    """Leave out a rule on a field that an earlier one is on: a request has each parameter once."""
    taken: dict[str, str] = {}
    for rule in rules:
        taken.setdefault(next(iter(RULES[rule].fields(0))), rule)
    return list(taken.values())


def expected(known: Mapping[str, Told], rules: list[str], sort_by: str, descending: bool) -> list[str]:
    found = matches(known, rules)
    key: dict[str, Callable[[str], Any]] = {
        "saved_at": lambda n: found[n],
        "redshift": lambda n: known[n].redshift,
        "annotation.broker.score": lambda n: known[n].score,
        "favorites": lambda n: not known[n].listed,
    }
    values = {name: key[sort_by](name) for name in found}
    some = sorted((n for n in found if values[n] is not None), key=lambda n: n)
    some.sort(key=lambda n: values[n], reverse=descending)
    return some + sorted(n for n in found if values[n] is None)


def fill(session: Session, scene: Scene, sky: Sky) -> None:
    """Make the world of the model; the reader of each team is the owner of what it knows."""
    session.execute(
        insert(Obj), [{"id": n, "ra": 1.0, "dec": 2.0, "healpix": 1, "created_by_id": root(scene)} for n in NAMES]
    )
    for team, reader in zip(TEAMS, READERS, strict=True):
        group, user = getattr(scene, team), scene.world.user_id(reader)
        held = {"holder_id": group, "owner_id": user, "audience_id": intern_groups(session, [group])}
        for name, t in sky[team].items():
            put(session, {"obj_id": name, **held}, t, scene.instrument)


def root(scene: Scene) -> int:
    return scene.world.user_id("root")


def put(session: Session, row: dict[str, Any], t: Told, instrument: int) -> None:
    if t.saved is not None:
        session.execute(insert(Source).values(**row, saved_at=START + timedelta(days=t.saved)))
    if t.redshift is not None:
        session.execute(insert(ObjDetail).values(**row, redshift=t.redshift, stated={"redshift": 1}))
    for day, flux in enumerate(t.fluxes):
        values = {"mjd": 60000.0 + day, "flux": flux, "fluxerr": 1.0, "filter": "sdssr", "upload_id": "u"}
        session.execute(insert(Photometry).values(**row, **values, instrument_id=instrument))
    if t.score is not None:
        session.execute(insert(Annotation).values(**row, origin="broker", data={"score": t.score}))
    if t.comment is not None:
        session.execute(insert(Comment).values(**row, text=t.comment))
    if t.labelled:
        session.execute(insert(SourceLabel).values(**row))
    if t.listed:
        session.execute(insert(Listing).values(user_id=row["owner_id"], obj_id=row["obj_id"], list_name="favorites"))


@pytest.fixture
def scene(world: World) -> Scene:
    return make_scene(world)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(sky=skies, data=st.data())
def test_lists_agree_with_the_model_and_never_with_another_teams_rows(scene: Scene, sky: Sky, data: Any) -> None:
    with scene.world.context().transaction() as session:
        session.execute(text("DELETE FROM photometry; DELETE FROM objs"))
        fill(session, scene, sky)
    for reader, teams in READERS.items():
        principal = scene.world.principal(reader)
        for _ in range(4):
            rules = data.draw(st.lists(st.sampled_from(sorted(RULES)), max_size=3, unique=True))
            sort_by = data.draw(st.sampled_from(["saved_at", "redshift", "annotation.broker.score", "favorites"]))
            descending, size = data.draw(st.booleans()), data.draw(st.integers(1, 7))
            used = apart(rules)
            fields = {k: v for rule in used for k, v in RULES[rule].fields(principal.user_id).items()}
            wanted = SourceSearch(**fields, sort_by=sort_by, descending=descending)
            model = expected(sky[teams[0]], used, sort_by, descending)
            with scene.world.context("web").transaction(principal, "test") as session:
                pages = [search(session, principal, wanted, Page(n, size)) for n in range(1, 8)]
                outside = SourceSearch(**fields, saved=Saved(group_ids=[getattr(scene, teams[0])]))
                named = search(session, principal, outside, Page(1, 50))
            assert [name for page in pages for name in page.ids] == model
            assert {page.total for page in pages} == {len(model)}
            assert sorted(named.ids) == sorted(model)
