"""Two years of a collaboration under all clocks, with events in any order and workers that are killed.

After each step what each person reads over HTTP is compared with a plain reading of the policies: nobody reads a row
that its policy has not let them in for, under the facts of some moment so far; and after a round of the worker
everybody reads what the policy says under the facts of now. What was opened once stays open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

import httpx
from sqlalchemy import text

from app.policies.document import PolicyDocument, Product, Subject
from app.policies.schedule import Facts, night_of
from app.policies.versions import add_version
from app.policies.worker import release_due
from tests.app.policies.language import days_of, opens
from tests.app.policies.season import START, Season, data, season
from tests.app.policies.test_release import BROKEN, kill_one
from tests.support.world import World

DAY = timedelta(days=1)
READERS = ("ada", "bob", "gamma")
OBJS = ("Sky1", "Sky2")
TAXONOMY = {"name": "Few", "version": "1", "hierarchy": {"class": "Any", "subclasses": [{"class": "Ia"}]}}


@dataclass(frozen=True)
class Row:
    """A row as it was put in."""

    obj_id: str
    night: date
    arrived: date
    document: PolicyDocument


@dataclass
class Story:
    """The collaboration, what has happened so far, and which rows anybody may have come to read."""

    s: Season
    paper: int
    taxonomy: int
    random: Random
    now: datetime = START
    rows: list[Row] = field(default_factory=list)
    classified: dict[str, dict[str, datetime]] = field(default_factory=lambda: {o: {} for o in OBJS})
    accepted: dict[int, datetime] = field(default_factory=dict)
    clients: dict[str, httpx.Client] = field(default_factory=dict)
    once: dict[str, set[int]] = field(default_factory=lambda: {r: set() for r in READERS})

    def open_now(self, reader: str) -> set[int]:
        """The rows that are open to a reader under the facts of now."""
        if reader == "ada":
            return set(range(len(self.rows)))
        group = self.s.beta if reader == "bob" else None
        found = set()
        for number, row in enumerate(self.rows):
            facts = Facts(row.night, row.arrived, self.classified[row.obj_id], self.accepted)
            classes = frozenset(facts.classified) or None
            subject = Subject(product=Product.PHOTOMETRY, instrument_id=self.s.instrument_id, classes=classes)
            at = opens(row.document, subject, facts, group)
            if at is not None and at <= days_of(self.now):
                found.add(number)
        return found

    def remember(self) -> None:
        """Facts are about to change: what is open under those of now may have been opened."""
        for reader in READERS:
            self.once[reader] |= self.open_now(reader)

    def seen(self, reader: str) -> set[int]:
        """The rows that a reader reads over HTTP."""
        found: set[int] = set()
        for obj_id in OBJS:
            answer = self.clients[reader].get(f"/api/sources/{obj_id}/photometry?format=flux")
            points = answer.json()["data"] if answer.status_code == 200 else []
            found |= {round(p["flux"]) - 101 for p in points}
        return found

    def check(self, *, released: bool) -> None:
        """Compare what everybody reads with the plain model."""
        self.remember()
        for reader in READERS:
            seen = self.seen(reader)
            assert seen <= self.once[reader], (reader, self.now)
            if released:
                assert self.open_now(reader) <= seen, (reader, self.now)

    def sql(self, query: str, **values: object) -> None:
        """Let something happen at the time of the fake clock, as no service can."""
        with self.s.world.context().transaction() as session:
            session.execute(text(query), values)

    def classify(self) -> None:
        """The holder gives an object a class, or takes one back."""
        obj_id, name = self.random.choice(OBJS), self.random.choice(["Any", "Ia"])
        known = self.classified[obj_id]
        if name in known:
            del known[name]
            self.sql("DELETE FROM classifications WHERE obj_id = :o AND classification = :c", o=obj_id, c=name)
            return
        known[name] = self.now
        body = {"obj_id": obj_id, "classification": name, "taxonomy_id": self.taxonomy, "group_ids": [self.s.alpha]}
        made = data(self.clients["ada"].post("/api/classification", json=body))
        self.sql("UPDATE classifications SET created_at = :t WHERE id = :i", t=self.now, i=made["classification_id"])

    def referee(self) -> None:
        """The paper is accepted, or sent back."""
        if self.accepted.pop(self.paper, None):
            self.sql("UPDATE publications SET stage = 'circulation' WHERE id = :p", p=self.paper)
            return
        self.accepted[self.paper] = self.now
        query = "UPDATE publications SET stage = 'accepted', accepted_at = :t WHERE id = :p"
        self.sql(query, t=self.now, p=self.paper)

    def observe(self) -> None:
        """Rows come in, some of them late."""
        for _ in range(self.random.randint(1, 2)):
            at = self.now - timedelta(days=self.random.choice([0.0, 0.3, self.random.uniform(0, 200)]))
            obj_id = self.random.choice(OBJS)
            self.s.observe(obj_id, at, self.now)
            self.rows.append(Row(obj_id, night_of(at), night_of(self.now), self.document))

    def amend(self) -> None:
        """A new version, for rows to come."""
        self.document = self._document()
        ada = self.s.world.principal("ada")
        with self.s.world.context("web").transaction(ada) as session:
            policy_id = session.execute(text("SELECT id FROM policies")).scalar_one()
            add_version(session, ada, policy_id, self.document)

    document: PolicyDocument = field(init=False)

    def _document(self) -> PolicyDocument:
        waits: list[dict[str, object]] = [
            {"clock": "observation", "after_days": self.random.choice([0.0, 0.25, 40.0])},
            {"clock": "arrival", "after_days": self.random.choice([0.5, 30.0])},
            {"clock": "date", "on": str(START.date() + DAY * self.random.randint(0, 700)), "after_days": 0},
            {"clock": "classification", "classes": self.random.choice([[], ["Ia"]]), "after_days": 5},
            {"clock": "acceptance", "publication_id": self.paper, "after_days": self.random.choice([0, 20])},
        ]
        first, second, third = self.random.sample(waits, 3)
        circles = [
            {"who": "group", "group_id": self.s.beta, **first},
            {"who": "everybody", **second, "also": [first, third]},
        ]
        strict = {"circles": [{"who": "group", "group_id": self.s.beta, **third}], "existence": "known"}
        case = {"products": ["photometry"], "classes": ["Ia"], "terms": strict}
        cases = [case] if self.random.random() < 0.6 else []
        return PolicyDocument.model_validate({"products": {"photometry": {"circles": circles}}, "cases": cases})


def story(portal: World, seed: int) -> Story:
    s = season(portal)
    ada = portal.client("ada")
    for obj_id in OBJS:
        s.ensure_obj(obj_id)
        data(ada.post("/api/sources", json={"id": obj_id, "ra": 10.0, "dec": 20.0, "group_ids": [s.alpha]}))
    taxonomy = data(ada.post("/api/taxonomy", json={**TAXONOMY, "group_ids": [s.alpha]}))["taxonomy_id"]
    paper = data(ada.post("/api/publications", json={"title": "P", "group_id": s.alpha, "obj_ids": list(OBJS)}))["id"]
    s.attach()
    made = Story(s, paper, taxonomy, Random(seed), clients={r: portal.client(r) for r in READERS})
    made.amend()
    return made


def test_no_clock_opens_early_and_nothing_is_lost(portal: World) -> None:
    t = story(portal, 5)
    happenings: list[Callable[[], None]] = [t.observe, t.observe, t.observe, t.classify, t.referee, t.amend]
    for step in range(40):
        t.now += timedelta(days=t.random.uniform(0, 36))
        t.remember()
        t.random.choice(happenings)()
        if step in (15, 30):
            kill_one(portal, t.now.isoformat(), t.random.uniform(0.0, 0.05))
        released = t.random.random() < 0.5
        if released:
            release_due(portal.context("release"), t.now)
        t.check(released=released)
    release_due(portal.context("release"), t.now)
    t.check(released=True)
    assert (t.now - START > 600 * DAY, len(t.rows) > 20) == (True, True)
    assert t.now.tzinfo == UTC
    with portal.context().transaction() as session:
        assert session.execute(text(BROKEN)).scalar_one() == 0
        # Each release that opened rows is recorded once, and told once for each object that it opened.
        told = session.execute(text(TOLD)).all()
    assert all(times == 1 for _release, _obj, times in told)
    assert {r for r, _obj, _times in told}


TOLD = """
SELECT payload->>'release_id', obj_id, count(*) FROM outbox WHERE kind = 'release.done' GROUP BY 1, 2
"""
