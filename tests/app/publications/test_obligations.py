"""Obligations from every product: shares, places, stages, answers in time; and a plain model of what is owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import ProgrammingError

from app.publications.deadlines import Deadlines
from app.publications.stages import _BY_KIND, answers
from app.tables import Instrument
from tests.app.policies.season import Season, data, season
from tests.app.publications.test_people_and_scope import classified
from tests.app.publications.test_publications import obligation, read, stage, state
from tests.support.world import World

DOI = "10.26131/IRSA538"
DAY = timedelta(days=1)
_PUT = {
    "photometry": "INSERT INTO photometry (obj_id, instrument_id, mjd, filter, flux, fluxerr, upload_id, audience_id,"
    " holder_id, owner_id, policy_version_id) SELECT :obj, :instrument, :start + n, 'sdssr', 100 + n, 1, 'x',"
    " access.intern_audience(CAST(:readers AS int[]), CAST(:anyhow AS int[])),"
    " :holder, :owner, :version FROM generate_series(1, :n) AS n",
    "spectrum": "INSERT INTO spectra (obj_id, instrument_id, observed_at, n_points, wavelengths, fluxes, type,"
    " audience_id, holder_id, owner_id, policy_version_id) SELECT :obj, :instrument, now(), 1, '', '', 'source',"
    " access.intern_audience(CAST(:readers AS int[]), CAST(:anyhow AS int[])),"
    " :holder, :owner, :version FROM generate_series(1, :n) AS n",
}  # fmt: skip


class Data:
    """Rows put in as if they had come under a policy."""

    def __init__(self, s: Season) -> None:
        self.s = s
        self.start = 60000

    def policy(self, name: str, document: dict[str, Any], user: str = "ada", group: int | None = None) -> int:
        """Write a policy; return its version's id."""
        body = {"name": name, "group_id": group or self.s.alpha, "document": document}
        made = data(self.s.world.client(user).post("/api/policies", json=body))
        with self.s.world.context().transaction() as session:
            query = text("SELECT max(id) FROM policy_versions WHERE policy_id = :p")
            return int(session.execute(query, {"p": made["id"]}).scalar_one())

    def put(
        self, product: str, obj_id: str, version: int | None, n: int = 1, *, holder: int | None = None,
        readers: Sequence[int] = (), owner: str = "ada", instrument: int | None = None,
    ) -> None:  # fmt: skip
        """Put ``n`` rows in."""
        self.s.ensure_obj(obj_id)
        self.start += 1000
        holder = holder or self.s.alpha
        who = sorted({holder, *(readers or (self.s.beta,))})
        with self.s.world.context().transaction() as session:
            session.execute(text(_PUT[product]), {
                "obj": obj_id, "n": n, "version": version, "holder": holder, "start": self.start,
                "readers": who, "anyhow": [None] * len(who), "owner": self.s.world.user_id(owner),
                "instrument": instrument or self.s.instrument_id,
            })  # fmt: skip

    def sql(self, statement: str, **values: Any) -> None:
        """Change rows."""
        with self.s.world.context().transaction() as session:
            session.execute(text(statement), values)


def terms(*use: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"circles": [{"who": "everybody", "after_days": 0}], "use": list(use), **more}


def owes(portal: World, publication: dict[str, Any], user: str = "bob") -> dict[str, dict[str, Any]]:
    return {o["kind"]: o for o in read(portal, user, publication)["obligations"]}


def opened(portal: World, s: Season, *obj_ids: str) -> dict[str, Any]:
    body = {"title": "An event", "kind": "paper", "obj_ids": list(obj_ids), "group_id": s.beta}
    return dict(data(portal.client("bob").post("/api/publications", json=body)))


def test_every_product_counts_by_its_own_terms(portal: World) -> None:
    s = season(portal)
    d = Data(s)
    d.sql("INSERT INTO taxonomies (name, version, hierarchy, audience_id, holder_id, owner_id)"
          " SELECT 'T', '1', CAST(:h AS jsonb), access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u",
          h='{"class": "Microlensing"}', g=s.alpha, u=portal.user_id("ada"))  # fmt: skip
    with portal.context().transaction() as session:
        values = {"name": "J", "type": "imager", "filters": ["sdssr"], "telescope_id": session.execute(
            text("SELECT min(id) FROM telescopes")).scalar_one()}  # fmt: skip
        other = session.execute(insert(Instrument).values(**values).returning(Instrument.id)).scalar_one()
    places = {"kind": "coauthorship", "authors": 1, "by_share": [{"from_share": 0.5, "authors": 3}],
              "from_list": "builders", "demand": "offer"}  # fmt: skip
    version = d.policy("All", {
        "products": {
            "photometry": terms({"kind": "acknowledge", "texts": ["We thank Alpha."]}, places),
            "spectrum": terms({"kind": "cite", "texts": [f"Alpha 2026, doi:{DOI}", "2026ApJ...999....1A"]},
                              {"kind": "permission", "min_share": 0.4}, stage="submit"),
        },
        "cases": [{"products": ["photometry"], "instrument_ids": [other], "terms": terms({"kind": "notify"})},
                  {"products": ["photometry"], "classes": ["Microlensing"],
                   "terms": terms({"kind": "acknowledge", "texts": ["We thank the lens."]})}],
    })  # fmt: skip
    d.put("photometry", "Sky1", version, 3)
    d.put("photometry", "Sky1", None, 7, holder=s.beta, owner="bob")
    publication = opened(portal, s, "Sky1")
    found = owes(portal, publication)
    # Alpha's share is 3 of 10 points; Sky1 is not classified, so that all it may turn out to be counts.
    assert set(found) == {"acknowledge", "coauthorship"}
    assert found["acknowledge"]["text"].count("We thank") == 2
    assert (found["coauthorship"]["places"], found["coauthorship"]["share"], found["coauthorship"]["evidence"]) == (
        1, 0.3, {"photometry": 3},
    )  # fmt: skip
    # More come: another instrument, spectra under other terms, and a larger share.
    d.put("photometry", "Sky1", version, 2, instrument=other)
    d.put("photometry", "Sky1", version, 5)
    d.put("spectrum", "Sky1", version, 2)
    d.put("spectrum", "Sky1", None, 4, holder=s.beta, owner="bob")
    found = owes(portal, publication)
    assert set(found) == {"acknowledge", "coauthorship", "notify", "cite", "stage"}
    assert (found["notify"]["n_rows"], found["cite"]["n_rows"], found["stage"]["stage_limit"]) == (2, 2, "submit")
    assert found["coauthorship"]["places"] == 3
    d.put("spectrum", "Sky1", version, 2)  # half of the spectra: permission is asked for
    found = owes(portal, publication)
    assert (found["permission"]["share"], found["permission"]["evidence"]) == (0.5, {"spectrum": 4})
    # Classified by its holder: one case holds, and an idea owes what its data ask for now; what none asks for stays.
    classified(s, "Sky1", s.alpha)
    after = owes(portal, publication)
    assert "We thank Alpha." not in after["acknowledge"]["text"]
    assert (after["coauthorship"]["n_rows"], after["coauthorship"]["state"]) == (0, "open")
    assert "waives" in after["coauthorship"]["note"]
    d.sql("DELETE FROM classifications")
    _check_and_discharge(portal, s, publication)
    _notes_and_images_count(portal, d)


def _notes_and_images_count(portal: World, d: Data) -> None:
    s, use = d.s, {"kind": "acknowledge", "texts": ["Thanks."]}
    products = ("image", "classification", "annotation", "comment", "followup_request")
    version = d.policy("Notes", {"products": {product: terms(use) for product in products}})
    d.put("photometry", "Sky2", version)  # of which it says nothing
    heads = {
        "thumbnails": ("type, blob", "'new', 'x'"),
        "classifications": ("taxonomy_id, classification, author_name", "(SELECT min(id) FROM taxonomies), 'X', 'x'"),
        "annotations": ("origin, data", "'x', '{}'"),
        "comments": ("text", "'x'"),
        "resource_comments": ("text, resource_type, resource_id", "'x', 'spectra', 1"),
        "resource_annotations": ("origin, data, resource_type, resource_id", "'x', '{}', 'spectra', 1"),
        "followup_requests": ("allocation_id, payload, status", f"{s.allocation_id}, '{{}}', 'x'"),
    }
    for table, (columns, values) in heads.items():
        d.sql(
            f"INSERT INTO {table} (obj_id, audience_id, holder_id, owner_id, policy_version_id, {columns})"
            " SELECT 'Sky2', access.intern_audience(ARRAY[:a, :b], ARRAY[NULL::int, NULL]), :a, :owner, :version,"
            f" {values}",
            a=s.alpha, b=s.beta, owner=portal.user_id("ada"), version=version,
        )  # fmt: skip
    found = owes(portal, opened(portal, s, "Sky2"))
    assert found["acknowledge"]["evidence"] == {
        "annotation": 2, "classification": 1, "comment": 2, "followup_request": 1, "image": 1,
    }  # fmt: skip


def _check_and_discharge(portal: World, s: Season, publication: dict[str, Any]) -> None:
    bob, ada = portal.client("bob"), portal.client("ada")
    steps = {step["stage"]: step for step in data(bob.get(f"/api/publications/{publication['id']}/check"))}
    assert list(steps) == ["announced", "analysis", "draft", "circulation", "submitted", "accepted", "published"]
    assert [steps[name]["free"] for name in ("circulation", "submitted", "published")] == [True, False, False]
    assert set(steps["submitted"]["sentences"]) < set(steps["published"]["sentences"])
    said = " ".join(steps["published"]["sentences"])
    for words in ("Ask Alpha for permission.", "Offer Alpha 3 places among the authors.", "Notify Alpha.",
                  "Cite what Alpha asks for.", "beyond its acceptance"):  # fmt: skip
        assert words in said
    for wanted in ("announced", "analysis", "draft", "circulation"):
        data(stage(portal, "bob", publication, wanted))
    data(ada.put(f"/api/publications/builders/{s.alpha}", json={"builders": [{"user_id": portal.user_id("abe")}]}))
    path = f"/api/publications/{publication['id']}/authors"
    proposed = {a["name"]: a for a in data(bob.get(f"{path}/proposed"))}
    kinds = {c["kind"] for c in proposed["abe"]["contributions"]}
    assert "place owed" in kinds
    assert DOI in bob.get(f"{path}/export?format=bibtex").text
    assert "adsurl = {https://ui.adsabs.harvard.edu/abs/2026ApJ" in bob.get(f"{path}/export?format=bibtex").text
    thanks = bob.get(f"{path}/export?format=acknowledgements").text
    assert "We thank Alpha." in thanks
    assert "% to cite" in thanks
    found = owes(portal, publication)
    data(state(portal, "bob", found["permission"], "requested"))
    data(state(portal, "ada", found["permission"], "granted"))
    for kind, wanted in (("notify", "notified"), ("cite", "included"), ("acknowledge", "included")):
        data(state(portal, "bob", found[kind], wanted))
    # The offer is enough, and may still be answered; then more data come than it covers.
    assert not data(state(portal, "bob", found["coauthorship"], "offered"))["open"]
    data(stage(portal, "bob", publication, "submitted"))
    data(state(portal, "ada", found["coauthorship"], "opted_in"))
    assert read(portal, "bob", publication)["next_stages"][1] == "accepted"
    data(stage(portal, "bob", publication, "accepted"))
    refused = stage(portal, "bob", publication, "published").json()["message"]
    assert "stage owed to Alpha (open)" in refused
    counts = data(ada.get("/api/obligations/summary"))["owed"]
    assert (counts["open"], counts["required"], counts["by_kind"]) == (1, 1, {"stage": 1})
    data(state(portal, "bob", found["stage"], "requested"))
    assert data(ada.get("/api/obligations/summary"))["owed"]["asked"] == 1
    data(state(portal, "ada", found["stage"], "granted"))
    assert data(stage(portal, "bob", publication, "published"))["stage"] == "published"
    assert data(bob.get("/api/obligations?kind=stage&state=granted&side=owe"))[0]["blocks_from"] == "published"
    assert bob.get("/api/obligations?kind=bribe").status_code == 400


def test_what_was_agreed_on_only_grows_and_nobody_answers_for_the_other_side(portal: World) -> None:
    s = season(portal)
    d = Data(s)
    places = {"kind": "coauthorship", "authors": 1, "by_share": [{"from_share": 0.5, "authors": 2}], "min_share": 0.2}
    photometry = terms(places, {"kind": "acknowledge", "texts": ["A."]}, stage="view")
    version = d.policy("Strict", {
        "products": {"photometry": photometry, "spectrum": terms({"kind": "acknowledge", "texts": ["B."]})},
    })  # fmt: skip
    d.put("photometry", "Sky1", version, 4)
    d.put("photometry", "Sky1", None, 8, holder=s.beta, owner="bob")
    publication = opened(portal, s, "Sky1")
    # Data that may only be looked at: announced, and no further.
    data(stage(portal, "bob", publication, "announced"))
    refused = stage(portal, "bob", publication, "analysis")
    assert (refused.status_code, "stage owed to Alpha" in refused.json()["message"]) == (409, True)
    _nobody_forges_an_answer(portal)
    found = owes(portal, publication)
    data(state(portal, "bob", found["stage"], "requested"))
    data(state(portal, "ada", found["stage"], "granted"))
    for wanted in ("analysis", "draft"):
        data(stage(portal, "bob", publication, wanted))
    data(state(portal, "bob", found["acknowledge"], "included"))
    data(state(portal, "bob", found["coauthorship"], "offered"))
    data(state(portal, "ada", found["coauthorship"], "opted_in"))
    # Alpha's members are named to others by Alpha's yes.
    path = f"/api/publications/{publication['id']}/authors/proposed"
    assert {"ada", "abe"} <= {a["name"] for a in data(portal.client("bob").get(path))}
    _more_data_ask_for_more(portal, d, publication, version)
    _who_has_gone_is_said(portal, d, publication)


def _nobody_forges_an_answer(portal: World) -> None:
    attacks = (
        ("bob", "UPDATE obligations SET state = 'granted' WHERE kind = 'stage'"),
        ("bob", "UPDATE obligations SET state = 'waived', reason = 'x' WHERE kind = 'coauthorship'"),
        ("bob", "UPDATE obligations SET state = 'opted_out' WHERE kind = 'coauthorship'"),
        ("ada", "UPDATE obligations SET state = 'requested' WHERE kind = 'stage'"),
        ("ada", "UPDATE obligations SET state = 'included' WHERE kind = 'acknowledge'"),
        ("ada", "UPDATE obligations SET due_at = now()"),
        ("bob", "UPDATE obligations SET terms = '{}', places = 0"),
        ("bob", "SELECT access.asks_more(o, '{}', 1) FROM obligations o"),
    )
    for user, attack in attacks:
        with (
            pytest.raises(ProgrammingError, match=r"permission denied|the other side answers"),
            portal.context("web").transaction(portal.principal(user)) as session,
        ):
            session.execute(text(attack))


def _more_data_ask_for_more(portal: World, d: Data, publication: dict[str, Any], version: int) -> None:
    # More of Alpha's data: a second place is to be offered, and there is more to print.
    d.put("photometry", "Sky1", version, 8)
    d.put("spectrum", "Sky1", version, 1)
    found = owes(portal, publication)
    for kind, places_now in (("coauthorship", 2), ("acknowledge", None)):
        assert (found[kind]["open"], found[kind]["places"]) == (True, places_now), kind
    assert (found["coauthorship"]["state"], "2 places" in found["coauthorship"]["note"]) == ("opted_in", True)
    assert found["coauthorship"]["next"]["offered"] == "debtor"
    # A flood of the debtor's own data takes nothing back.
    d.put("photometry", "Sky1", None, 200, holder=d.s.beta, owner="bob")
    flooded = owes(portal, publication)["coauthorship"]
    assert (flooded["places"], flooded["required"], flooded["share"] < 0.1) == (2, True, True)
    data(state(portal, "bob", flooded, "offered"))
    data(state(portal, "ada", flooded, "opted_in"))
    data(state(portal, "bob", found["acknowledge"], "open"))
    again = data(state(portal, "bob", found["acknowledge"], "included"))
    assert not again["open"]
    assert "A. B." in again["text"]


def _who_has_gone_is_said(portal: World, d: Data, publication: dict[str, Any]) -> None:
    s = d.s
    # Data gone, or another's: what was owed to Alpha stays.
    d.sql("UPDATE photometry SET holder_id = :g WHERE holder_id = :a", g=s.world.group("Delta", admins=("gamma",)),
          a=s.alpha)  # fmt: skip
    after = read(portal, "bob", publication)["obligations"]
    assert {(o["creditor"], o["kind"]) for o in after} >= {("Alpha", "coauthorship"), ("Delta", "stage")}
    # A group that is owed something cannot be deleted, and who has no admin left is said.
    answer = portal.client("ada").delete(f"/api/groups/{s.alpha}")
    assert answer.status_code in (400, 409), answer.text
    d.sql("DELETE FROM group_users WHERE user_id = :u", u=portal.user_id("gamma"))
    owed = {o["creditor"]: o for o in read(portal, "bob", publication)["obligations"] if o["kind"] == "stage"}
    assert "no administrator left" in owed["Delta"]["note"]
    d.sql("UPDATE users SET expiration_date = now() - interval '1 day' WHERE username = 'bob'")
    d.sql("INSERT INTO group_users (group_id, user_id, admin) VALUES (:g, :u, true)", g=s.beta,
          u=portal.user_id("gamma"))  # fmt: skip
    steps = data(portal.client("gamma").get(f"/api/publications/{publication['id']}/check"))
    assert any("first lead, bob, has left" in said for said in steps[0]["sentences"])


def test_a_late_answer_is_told_once_and_stays_on_record(portal: World) -> None:
    s = season(portal)
    d = Data(s)
    use = ({"kind": "permission", "answer_days": 14}, {"kind": "notify"})
    version = d.policy("In time", {"products": {"photometry": terms(*use)}})
    d.put("photometry", "Sky1", version)
    publication = opened(portal, s, "Sky1")
    data(stage(portal, "bob", publication, "announced"))
    asked = data(state(portal, "bob", obligation(publication, "permission"), "requested"))
    start = datetime.now(UTC)
    due = datetime.fromisoformat(asked["due_at"])
    assert abs(due - start - 14 * DAY) < timedelta(minutes=5)
    releases = portal.context("release")
    Deadlines(lambda: start + 13.9 * DAY)(releases)
    assert not obligation(read(portal, "bob", publication), "permission")["overdue"]
    assert _told(portal) == set()
    for _again in range(3):
        Deadlines(lambda: start + 14.1 * DAY)(releases)
    assert _told(portal) == {("ada", 1), ("abe", 1), ("bob", 1)}
    (late,) = data(portal.client("ada").get("/api/obligations?overdue=true"))
    assert (late["overdue"], late["late"], late["state"]) == (True, "creditor", "requested")
    assert len(data(portal.client("ada").get("/api/obligations?overdue=false"))) == 1
    assert data(portal.client("bob").get("/api/obligations/summary"))["owe"]["overdue"] == 1
    steps = data(portal.client("bob").get(f"/api/publications/{publication['id']}/check"))
    assert any("overdue since" in said for said in steps[-1]["sentences"])
    answered = data(state(portal, "ada", late, "granted"))
    assert (answered["overdue"], answered["late"], answered["due_at"]) == (False, "creditor", None)
    # What comes after the submission and is not seen to is the debtor's lateness.
    data(state(portal, "bob", obligation(publication, "notify"), "notified"))
    for wanted in ("analysis", "draft", "circulation", "submitted"):
        data(stage(portal, "bob", publication, wanted))
    d.put("photometry", "Sky1", d.policy("Later", {"products": {"photometry": terms({"kind": "notify"})}}))
    read(portal, "bob", publication)
    for _again in range(2):
        Deadlines(lambda: start + 20 * DAY)(releases)
    owed = data(portal.client("ada").get("/api/obligations?overdue=true"))
    assert [(o["kind"], o["late"], o["policy"]) for o in owed] == [("notify", "debtor", "Later v1")]
    assert _told(portal) == {("ada", 2), ("abe", 2), ("bob", 2)}


def _told(portal: World) -> set[tuple[str, int]]:
    with portal.context().transaction() as session:
        query = text("SELECT u.username, count(*) FROM notifications n JOIN users u ON u.id = n.user_id"
                     " WHERE n.kind = 'obligation.overdue' GROUP BY 1")  # fmt: skip
        return {(name, number) for name, number in session.execute(query).tuples()}


def test_the_database_and_the_table_of_answers_agree(world: World) -> None:
    states = sorted({state for moves in _BY_KIND.values() for pair in moves for state in pair} | {"waived"})
    with world.context().transaction() as session:
        for kind in _BY_KIND:
            for was in states:
                for more in (False, True):
                    query = text("SELECT w, access.obligation_side(:kind, :was, w, :more) FROM unnest(:all) AS w")
                    found = session.execute(query, {"kind": kind, "was": was, "more": more, "all": states}).tuples()
                    assert {to: side for to, side in found if side} == answers(kind, was, more), (kind, was, more)
