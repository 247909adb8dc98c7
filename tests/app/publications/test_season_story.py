"""A microlensing season of three teams, as they would live it: over HTTP, with the workers' clock moved forward.

Ridge finds events and shares them in real time with Net, who follows them up; Spectro has a spectrograph. A release, a
conflict of claims, an ignored obligation, and a paper with its author list and frozen data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text

from app.policies.worker import release_due
from app.publications.conduct_ledger import Bookkeeper
from app.publications.deadlines import Deadlines
from app.publications.overlaps import Procedures
from app.publications.owed import Keeper
from app.tables import Instrument, Telescope
from app.times import mjd_of
from tests.app.policies.season import data
from tests.app.publications.test_frozen_data import check_file, done
from tests.app.publications.test_publications import LONG_AGO, obligation, read, stage, state
from tests.support.outside import errands_worker
from tests.support.world import World

EVENT = "MB26001"
DAY = timedelta(days=1)


class Story:
    """The teams, their instruments and policies; ``now`` is the workers' clock."""

    def __init__(self, portal: World) -> None:
        self.portal = portal
        self.now = datetime.now(UTC)
        portal.user("root", roles=("Super admin",))
        for name in ("rosa", "ron", "nell", "ned", "sam", "uma", "rex"):
            portal.user(name)
        self.ridge = portal.group("Ridge", admins=("rosa",), members=("ron",))
        self.net = portal.group("Net", admins=("nell",), members=("ned",))
        self.spectro = portal.group("Spectro", admins=("sam",))
        self.union = portal.group("Union", admins=("uma",))
        self.everybody = self.sitewide()
        self.cameras = {name: self.camera(name) for name in ("Ridge camera", "Net camera", "Spectrograph")}

    def sitewide(self) -> int:
        with self.portal.context().transaction() as session:
            return int(session.execute(text("SELECT id FROM groups WHERE name = 'Sitewide Group'")).scalar_one())

    def camera(self, name: str) -> int:
        with self.portal.context().transaction() as session:
            telescope = insert(Telescope).values(name=name, nickname=name, diameter=1.3).returning(Telescope.id)
            values = {"name": name, "type": "imager", "filters": ["sdssr", "sdssi"],
                      "telescope_id": session.execute(telescope).scalar_one()}  # fmt: skip
            return session.execute(insert(Instrument).values(**values).returning(Instrument.id)).scalar_one()

    def ask(self, who: str, method: str, path: str, body: Any = None) -> Any:
        return data(self.portal.client(who).request(method, f"/api/{path}", json=body))

    def policy(self, who: str, group_id: int, document: dict[str, Any], name: str = "Rules") -> None:
        made = self.ask(who, "POST", "policies", {"name": name, "group_id": group_id, "document": document})
        self.ask(who, "POST", f"policies/{made['id']}/attachments", {"group_id": group_id})

    def observe(self, who: str, camera: str, group_id: int, mags: Sequence[float]) -> dict[str, Any]:
        """A light curve of the last nights, for everybody as far as the team's policy permits."""
        start = mjd_of(self.now) - len(mags)
        body = {
            "obj_id": EVENT, "instrument_id": self.cameras[camera], "group_ids": [group_id, self.everybody],
            "mjd": [start + i for i in range(len(mags))], "mag": list(mags), "magerr": [0.02] * len(mags),
            "limiting_mag": [20.5] * len(mags), "magsys": "ab", "filter": "sdssi",
        }  # fmt: skip
        answer = self.portal.client(who).post("/api/photometry", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def points(self, who: str) -> int:
        answer = self.portal.client(who).get(f"/api/sources/{EVENT}/photometry")
        return len(answer.json()["data"]) if answer.status_code == 200 else 0

    def later(self, days: float) -> None:
        """Time passes, and the release service does what is due."""
        self.now += timedelta(days=days)
        release = self.portal.context("release")
        release_due(release, self.now)
        Deadlines(lambda: self.now)(release)
        Procedures(lambda: self.now)(release)
        Keeper(LONG_AGO)(release)

    def notices(self, who: str) -> list[str]:
        return [n["text"] for n in self.ask(who, "GET", "internal/notifications")]


@pytest.fixture
def story(portal: World) -> Story:
    made = Story(portal)
    real_time = [
        {"who": "group", "group_id": made.net, "after_days": 0},
        {"who": "group", "group_id": made.spectro, "after_days": 30},
        {"who": "everybody", "after_days": 365},
    ]
    asks = [
        {"kind": "permission", "answer_days": 14, "texts": ["Write to rosa before you circulate a draft"]},
        {"kind": "coauthorship", "authors": 2, "from_list": "builders", "texts": []},
        {"kind": "acknowledge", "texts": ["This work uses data of the Ridge survey."]},
    ]
    made.policy("rosa", made.ridge, {"products": {"photometry": {"circles": real_time, "use": asks}}})
    open_data = {"circles": [{"who": "everybody", "after_days": 90}], "use": [{"kind": "notify"}]}
    made.policy("nell", made.net, {"products": {"photometry": open_data}})
    for who, group_id in (("nell", made.net), ("sam", made.spectro)):
        made.ask(who, "PUT", f"publications/rules/{group_id}", {"claim_rule": "thesis_first", "claim_days": 14})
    builders = [{"user_id": portal.user_id("ron")}]
    made.ask("rosa", "PUT", f"publications/builders/{made.ridge}", {"builders": builders})
    ledger = {"enabled": True, "rules": {"obligation_overdue": {}}, "reviewer_ids": [portal.user_id("rex")]}
    made.ask("uma", "PUT", f"conduct/settings/{made.union}", ledger)
    for who, group_id in (("rosa", made.ridge), ("nell", made.net)):
        for by in ("uma", who):
            made.ask(by, "POST", "conduct/members", {"collaboration_id": made.union, "group_id": group_id})
    return made


def test_a_season(story: Story) -> None:
    real_time_sharing(story)
    a_release(story)
    paper, thesis = a_conflict_of_claims(story)
    ends = an_ignored_obligation(story, paper)
    fair_play(story, ends)
    the_paper(story, paper)
    assert read(story.portal, "sam", thesis)["stage"] == "announced"


def real_time_sharing(story: Story) -> None:
    saved = {"id": EVENT, "ra": 268.1, "dec": -29.2, "group_ids": [story.ridge]}
    story.ask("rosa", "POST", "sources", saved)
    answer = story.observe("ron", "Ridge camera", story.ridge, [18.2, 18.1, 17.7, 17.0, 16.2])
    # What waits is said at the upload: Net waits for nothing.
    waiting = {w["group_id"] for w in answer["withheld"]}
    assert waiting == {story.spectro, story.everybody}
    assert "withheld from Spectro until" in answer["message"]
    assert [story.points(who) for who in ("ron", "ned", "sam")] == [5, 5, 0]
    assert story.portal.client("sam").get(f"/api/sources/{EVENT}").status_code == 404
    story.ask("nell", "POST", "sources", saved | {"group_ids": [story.net]})
    story.observe("ned", "Net camera", story.net, [16.25, 16.0, 15.8])
    assert [story.points(who) for who in ("ned", "ron", "sam")] == [8, 5, 0]


def a_release(story: Story) -> None:
    story.later(24)
    assert story.points("sam") == 0
    story.later(8)
    assert story.points("sam") == 5
    done_ones = [r for r in story.ask("rosa", "GET", "releases?state=done") if r["group_id"] == story.spectro]
    assert sum(r["n_rows"] for r in done_ones) == 5
    assert {r["group"] for r in done_ones} == {"Spectro"}
    story.ask("sam", "POST", "sources", {"id": EVENT, "ra": 268.1, "dec": -29.2, "group_ids": [story.spectro]})


def a_conflict_of_claims(story: Story) -> tuple[dict[str, Any], dict[str, Any]]:
    made = []
    for who, group_id, kind in (("nell", story.net, "paper"), ("sam", story.spectro, "thesis")):
        body = {"title": f"{EVENT}, a {kind}", "kind": kind, "obj_ids": [EVENT], "group_id": group_id}
        made.append(story.ask(who, "POST", "publications", body))
        data(stage(story.portal, who, made[-1], "announced"))
    paper, thesis = made
    [known] = story.ask("nell", "GET", "publications/overlaps")
    assert (known["state"], known["rule"], known["proposed_id"]) == ("open", "thesis_first", thesis["id"])
    assert [o["id"] for o in story.ask("sam", "GET", "publications/overlaps")] == [known["id"]]
    # They agree before the rule decides: two papers, about different things.
    for who, mine in (("nell", paper), ("sam", thesis)):
        answer = {"outcome": "separate", "why": "The lens; the source star.", "publication_id": mine["id"]}
        settled = story.ask(who, "POST", f"publications/overlaps/{known['id']}/answer", answer)
    assert (settled["state"], settled["outcome"]) == ("settled", "separate")
    story.later(15)
    assert story.ask("sam", "GET", "publications/overlaps")[0]["outcome"] == "separate"
    return paper, thesis


def an_ignored_obligation(story: Story, paper: dict[str, Any]) -> datetime:
    portal = story.portal
    for wanted in ("analysis", "draft", "circulation"):
        data(stage(portal, "nell", paper, wanted))
    owed = {o["kind"]: o for o in read(portal, "nell", paper)["obligations"]}
    assert {k: (o["creditor"], o["n_rows"]) for k, o in owed.items()} == {
        "permission": ("Ridge", 5), "coauthorship": ("Ridge", 5), "acknowledge": ("Ridge", 5),
    }  # fmt: skip
    refused = stage(portal, "nell", paper, "submitted")
    assert refused.status_code == 409
    assert "permission owed to Ridge" in refused.json()["message"]
    asked = data(state(portal, "nell", owed["permission"], "requested"))
    ends = datetime.fromisoformat(asked["due_at"])
    assert ends - datetime.now(UTC) == pytest.approx(14 * DAY, abs=DAY / 100)
    release = portal.context("release")
    Deadlines(lambda: ends - DAY / 1000)(release)
    assert not obligation(read(portal, "nell", paper), "permission")["overdue"]
    Deadlines(lambda: ends)(release)
    late = obligation(read(portal, "nell", paper), "permission")
    assert (late["overdue"], late["state"]) == (True, "requested")
    for who in ("rosa", "nell"):
        assert any("overdue" in told for told in story.notices(who)), who
    assert stage(portal, "nell", paper, "submitted").status_code == 409
    return ends


def fair_play(story: Story, ends: datetime) -> None:
    """Ridge's silence is a debit, told to Ridge first, and taken back by a reviewer of neither team."""
    release = story.portal.context("release")
    Bookkeeper(lambda: ends + DAY)(release)
    [debit] = story.ask("rosa", "GET", "conduct")["entries"]
    assert (debit["rule"], debit["kind"], debit["state"]) == ("obligation_overdue", "debit", "shown")
    assert story.ask("uma", "GET", "conduct")["entries"] == []
    path = f"conduct/{debit['id']}"
    story.ask("rosa", "POST", f"{path}/appeal", {"reason": "We were at the telescope; the camera had failed."})
    assert story.portal.client("nell").post(f"/api/{path}/review", json={"verdict": "withdrawn", "why": "x"}).is_error
    done = story.ask("rex", "POST", f"{path}/review", {"verdict": "withdrawn", "why": "The night log shows it."})
    assert done["state"] == "withdrawn"
    Bookkeeper(lambda: ends + 60 * DAY)(release)
    [kept] = story.ask("rosa", "GET", "conduct")["entries"]
    assert kept["state"] == "withdrawn"


def the_paper(story: Story, paper: dict[str, Any]) -> None:
    portal = story.portal
    owed = {o["kind"]: o for o in read(portal, "nell", paper)["obligations"]}
    data(state(portal, "rosa", owed["permission"], "granted"))
    data(state(portal, "nell", owed["coauthorship"], "offered"))
    data(state(portal, "rosa", owed["coauthorship"], "opted_in"))
    data(state(portal, "nell", owed["acknowledge"], "included"))
    path = f"publications/{paper['id']}"
    proposed = {a["name"]: a for a in story.ask("nell", "GET", f"{path}/authors/proposed?order=leads_contribution")}
    assert next(iter(proposed)) == "nell"
    kinds = {name: {c["kind"] for c in a["contributions"]} for name, a in proposed.items()}
    # Whoever found it, took the data, and built what they were taken with.
    assert {"photometry", "builder"} <= kinds["ron"]
    assert "photometry" in kinds["ned"]
    authors = [{"user_id": portal.user_id(name)} for name in ("nell", "ned", "ron", "rosa")]
    story.ask("nell", "PUT", f"{path}/authors", {"authors": authors, "order": "leads_contribution"})
    for who in ("nell", "ned", "ron"):
        story.ask(who, "POST", f"{path}/authors/me", {"authorship": "opted_in"})
    story.ask("rosa", "POST", f"{path}/authors/me", {"authorship": "opted_out"})
    printed = portal.client("nell").get(f"/api/{path}/authors/export?format=aastex").text
    assert "\\author{ron}" in printed
    assert "\\author{rosa}" not in printed
    frozen(story, path)
    for wanted in ("submitted", "accepted", "published"):
        data(stage(portal, "nell", paper, wanted))
    assert read(portal, "nell", paper)["stage"] == "published"


def frozen(story: Story, path: str) -> None:
    nell = story.portal.client("nell")
    [terms] = [t for t in story.ask("nell", "GET", f"terms?obj_id={EVENT}") if t["holder"] == "Ridge"]
    assert (terms["n_rows"], len(terms["use"])) == (5, 3)
    made = story.ask("nell", "POST", f"{path}/data_sets", {"name": "The light curves"})
    with errands_worker(story.portal):
        ready = done(nell, f"/api/{path}/data_sets/{made['id']}")
    assert {t["name"]: t["n_rows"] for t in ready["manifest"]["tables"]}["photometry"] == 8
    assert ready["manifest"]["left_out"] == []
    answer = nell.get(f"/api/{path}/data_sets/{made['id']}/file")
    assert hashlib.sha256(answer.content).hexdigest() == ready["blob"]
    check_file(answer.content, ready["manifest"])
    # Ridge sees who took what; the other team does not.
    given = story.ask("ron", "GET", f"takings?side=given&obj_id={EVENT}")
    assert {(t["username"], t["n_rows"]) for t in given if "data set" in t["way"]} == {("nell", 5)}
    assert story.ask("sam", "GET", "takings?side=given") == []
