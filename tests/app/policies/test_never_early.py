"""A collaboration against a plain model of it: nobody reads a row before its policy says, and in time everybody does.

Random policies, versions, uploads, late data and worker rounds over two years of a fake clock; after each step what
each person can read is compared, row by row, with what the policy version of that row says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import text

from app.policies.document import Circle, PolicyDocument, Product, Terms
from app.policies.uses import Use
from app.policies.versions import add_version
from app.policies.worker import release_due
from tests.app.policies.season import START, Season
from tests.app.policies.test_release import season_with_policy
from tests.support.world import World

DAY = timedelta(days=1)
SLACK = timedelta(days=1)
"""The rest of the night, by which a release may be late."""


@dataclass
class Model:
    """What the policies say: for each row its time, and the delays of its version by reader."""

    rows: list[tuple[datetime, dict[str, float]]] = field(default_factory=list)

    def may(self, reader: str, now: datetime) -> set[int]:
        """The rows that a reader may read at all by now."""
        return {i for i, (at, d) in enumerate(self.rows) if d[reader] == 0 or at + days_of(d[reader]) <= now}

    def must(self, reader: str, now: datetime) -> set[int]:
        """The rows that a reader must be able to read once the worker has run."""
        return {i for i, (at, d) in enumerate(self.rows) if d[reader] == 0 or at + days_of(d[reader]) + SLACK <= now}


def days_of(delay: float) -> timedelta:
    """A delay as a duration; for ever is longer than the test."""
    return timedelta(days=min(delay, 100_000))


def policy(random: Random, beta: int) -> tuple[PolicyDocument, dict[str, float]]:
    """A random policy, and its delays by reader: ada holds, bob is in the partner group, gamma is anybody."""
    partner = random.choice([None, 0.0, 0.25, 7.0, 45.5])
    wait = random.choice([0.0, 30.0, 200.0])
    everybody = random.choice([None, (partner or 0) + wait])
    circles = [Circle(who="everybody", after_days=everybody)]
    if partner is not None:
        circles.append(Circle(who="group", group_id=beta, after_days=partner))
    terms = Terms(circles=tuple(circles), use=(Use(kind="notify"),))
    delays = {"ada": 0.0, "bob": terms.delay_of(beta), "gamma": terms.everybody_days}
    return PolicyDocument(products={Product.PHOTOMETRY: terms}), delays


def seen(s: Season, reader: str) -> set[int]:
    """The rows that a reader can read, by the order in which they were put in."""
    with s.world.context("web").transaction(s.world.principal(reader)) as session:
        return {round(flux) - 101 for flux in session.scalars(text("SELECT flux FROM photometry"))}


@pytest.mark.parametrize("seed", [1, 2])
def test_no_row_is_read_before_its_policy_says(world: World, seed: int) -> None:
    s, random, model = season_with_policy(world), Random(seed), Model()
    ada, releases, now = world.principal("ada"), world.context("release"), START
    delays: dict[str, float] = {}
    for step in range(60):
        if step % 12 == 0:
            document, delays = policy(random, s.beta)
            with world.context("web").transaction(ada) as session:
                policy_id = session.execute(text("SELECT id FROM policies")).scalar_one()
                add_version(session, ada, policy_id, document)
        now += timedelta(days=random.uniform(0, 24))
        for _ in range(random.randint(0, 2)):
            age = random.choice([0.0, 0.1, 1.0, random.uniform(0, 300)])
            at = now - timedelta(days=age)
            s.observe("Sky1", at, now)
            model.rows.append((at, delays))
        for reader in ("ada", "bob", "gamma"):
            assert seen(s, reader) <= model.may(reader, now), (seed, step, reader)
        if random.random() < 0.5:
            release_due(releases, now)
            for reader in ("ada", "bob", "gamma"):
                assert model.must(reader, now) <= seen(s, reader) <= model.may(reader, now), (seed, step, reader)
    assert len(model.rows) > 30
