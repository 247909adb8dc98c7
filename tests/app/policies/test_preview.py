"""Before a policy is written, and where policies meet: who would see what when, what holds, what may be known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from app.policies.evaluate import due_at, night_of
from app.policies.worker import release_due
from tests.app.policies.season import Season, data, document, season
from tests.support.world import World

DAY = timedelta(days=1)
NOW = datetime.now(UTC)


def due(age_days: float, delay_days: float) -> datetime | None:
    """When a row of some days ago is opened after a delay."""
    return due_at(night_of(NOW - age_days * DAY), delay_days)


def draft(s: Season, partner_days: float | None, **more: Any) -> dict[str, Any]:
    """A draft: beta after some days, everybody on a day to come or past, and what else is said."""
    circles = [
        {"who": "group", "group_id": s.beta, "after_days": partner_days},
        {"who": "everybody", "clock": "date", "on": "2199-01-01", "after_days": 0},
    ]
    return {"products": {"photometry": {"circles": circles, **more}}}


def ids(s: Season) -> list[int]:
    with s.world.context().transaction() as session:
        return list(session.scalars(text("SELECT id FROM photometry ORDER BY mjd")))


def test_a_draft_is_tried_on_real_data(portal: World) -> None:
    s = season(portal)
    policy = s.attach(partner_days=30, everybody_days=365)
    ages = (2.0, 2.0, 5.0, 20.0, 60.0)
    for age in ages:
        s.observe("Sky1", NOW - age * DAY, NOW)
    ada = portal.client("ada")
    body = {"document": draft(s, 10, stage="view"), "policy_id": policy["id"]}
    told = data(ada.post("/api/policies/preview", json=body))["simulation"]
    assert (told["n_rows"], sum(n["n_rows"] for n in told["nights"])) == (4, 4)
    beta, everybody = told["readers"]
    assert (beta["group"], beta["at_once"], beta["never"], beta["waiting"]) == ("Beta", 1, 0, [])
    dates = [(datetime.fromisoformat(p["at"]), p["n_rows"]) for p in beta["by_date"]]
    assert dates == [(due(5, 10), 2), (due(2, 10), 4)]
    assert (everybody["group"], everybody["at_once"], everybody["by_date"][0]["n_rows"]) == ("everybody", 0, 4)
    moves = {m["group"]: (m["earlier"], m["later"], m["other"]) for m in told["moves"]}
    assert moves == {"Beta": (4, 0, 0), "everybody": (0, 4, 0)}
    assert any(line.startswith("Now: Photometry: it may be looked at") for line in told["differences"])
    assert "Wider than now: Beta would see 4 rows earlier." in told["cautions"]
    longer = data(ada.post("/api/policies/preview", json={**body, "last_days": 90}))["simulation"]
    assert longer["n_rows"] == 5
    # Only what the reader can read is counted, and nothing is written.
    gamma = {"document": document(None, everybody_days=3), "group_id": s.alpha}
    assert data(portal.client("gamma").post("/api/policies/preview", json=gamma))["simulation"]["n_rows"] == 0
    assert len(data(ada.get(f"/api/policies/{policy['id']}"))["versions"]) == 1

    # Another policy on the same group: the strictest holds, and it is said which decides.
    second = {"name": "Stricter", "group_id": s.alpha, "document": document(None, everybody_days=200)}
    other = data(ada.post("/api/policies", json=second))
    data(ada.post(f"/api/policies/{other['id']}/attachments", json={"group_id": s.alpha}))
    with_it = {"document": draft(s, 10), "group_id": s.alpha, "attach_to": {"allocation_id": s.allocation_id}}
    told = data(ada.post("/api/policies/preview", json=with_it))["simulation"]
    (meets,) = (m for m in told["meets"] if m["product"] == "photometry")
    deciding = {d["name"]: [p["policy"] for p in d["policies"] if p["decides"]] for d in meets["dimensions"]}
    assert deciding["Beta"] == ["Stricter v1"]
    # Everybody waits for the day of the one and for the delay of the other.
    assert sorted(deciding["everybody"]) == ["Alpha rules v1", "this draft"]
    assert (deciding["permission"], deciding["stage"]) == (["Alpha rules v1", "Stricter v1"], deciding["existence"])
    assert any("Stricter v1" in line for line in told["cautions"])
    classes = draft(s, 10)
    classes["products"]["photometry"]["circles"][0] |= {"clock": "classification", "after_days": 3}
    told = data(ada.post("/api/policies/preview", json={"document": classes, "group_id": s.alpha}))["simulation"]
    assert told["readers"][0]["waiting"][0]["n_rows"] == 4
    assert ada.post("/api/policies/preview", json={**body, "group_id": 999}).status_code == 400

    row = ids(s)[0]
    governing = data(ada.get(f"/api/policies/governing?kind=photometry&id={row}"))
    assert [p["policy"] for p in governing["policies"]] == ["Alpha rules v1"]
    on_group = data(ada.get(f"/api/policies/governing?allocation_id={s.allocation_id}"))
    assert [p["policy"] for p in on_group["policies"]] == ["Alpha rules v1"]
    hidden = portal.client("gamma").get(f"/api/policies/governing?kind=photometry&id={row}")
    missing = portal.client("gamma").get("/api/policies/governing?kind=photometry&id=999")
    assert (hidden.status_code, hidden.text.replace(str(row), "999")) == (404, missing.text)


def test_what_is_withheld_may_be_known_where_the_terms_say_so(portal: World) -> None:
    s = season(portal)
    policy = s.attach(partner_days=30, everybody_days=365)
    known = document(s.beta)
    known["products"]["photometry"]["existence"] = "known"
    ada, bob, gamma = (portal.client(who) for who in ("ada", "bob", "gamma"))
    for who, group_id in ((bob, s.beta), (ada, s.alpha)):
        data(who.post("/api/sources", json={"id": "Sky1", "ra": 10.0, "dec": 20.0, "group_ids": [group_id]}))
    secret = bob.get("/api/withheld?obj_id=Sky1")
    s.observe("Sky1", NOW - 2 * DAY, NOW)
    assert (bob.get("/api/withheld?obj_id=Sky1").content, data(secret)) == (secret.content, [])
    data(ada.post(f"/api/policies/{policy['id']}/versions", json={"document": known}))
    s.observe("Sky1", NOW - 2 * DAY, NOW)
    (told,) = data(bob.get("/api/withheld?obj_id=Sky1"))
    assert (told["n_rows"], told["product"], told["holder"]) == (1, "photometry", "Alpha")
    opens = due(2, 30)
    assert opens is not None
    assert datetime.fromisoformat(told["due_at"]) == opens
    assert told["said"] == f"1 point of Alpha is withheld from you until {opens:%Y-%m-%d %H:%M} UTC."
    assert data(ada.get("/api/withheld?obj_id=Sky1")) == []
    # Whoever may not know of the object is told what is said of one that is missing.
    unknown, missing = gamma.get("/api/withheld?obj_id=Sky1"), gamma.get("/api/withheld?obj_id=Sky9")
    assert (unknown.status_code, unknown.content) == (404, missing.content)
    release_due(portal.context("release"), opens)
    assert data(bob.get("/api/withheld?obj_id=Sky1")) == []

    # A group that is deleted: terms stay, and the holder is told what does not happen.
    root = portal.user("chief", roles=("Super admin",))
    assert root
    later = portal.group("Later", admins=("chief",), members=("ada",))
    wider = document(later, partner_days=40)
    data(ada.post(f"/api/policies/{policy['id']}/versions", json={"document": wider}))
    s.observe("Sky1", NOW - 1 * DAY, NOW)
    data(portal.client("chief").delete(f"/api/groups/{later}"))
    (note,) = data(ada.get(f"/api/policies/{policy['id']}"))["notes"]
    assert f"Group {later}, which this policy names, was deleted" in note
    notices = data(ada.get("/api/internal/notifications"))
    assert any(n["notification_type"] == "policy.group_deleted" or "was deleted" in n["text"] for n in notices)
    with portal.context().transaction() as session:
        query = "SELECT before FROM history WHERE action = 'group deleted' AND holder_id = :h"
        before = session.execute(text(query), {"h": s.alpha}).scalar_one()
    assert (before["releases_to_come"], before["policy_ids"]) == (1, [policy["id"]])
    assert len(data(ada.get(f"/api/policies/{policy['id']}"))["versions"]) == 3
