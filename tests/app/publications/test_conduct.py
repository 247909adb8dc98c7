"""The conduct ledger: off by default, by consent, shown to its group first, open to appeal, told to nobody else."""

from __future__ import annotations

from datetime import timedelta

from tests.app.policies.season import data
from tests.app.publications.league import ALL_RULES, DAY, HOUR, NOW, league
from tests.support.world import World


def test_it_is_off_until_a_group_decides_and_each_team_joins_by_itself(portal: World) -> None:
    it = league(portal)
    cara, carl, ada, dan = (portal.client(name) for name in ("cara", "carl", "ada", "dan"))
    path = f"/api/conduct/settings/{it.union}"
    assert (data(carl.get(path))["enabled"], data(carl.get(path))["version"]) == (False, 0)
    missing = dan.get("/api/conduct/settings/999999")
    assert dan.get(path).status_code == missing.status_code == 404
    assert dan.get(path).content == missing.content
    assert ada.get(path).content == missing.content
    assert dan.put(path, json=it.settings()).content == missing.content
    assert carl.put(path, json=it.settings()).status_code == 403
    member = {"collaboration_id": it.union, "group_id": it.alpha}
    assert cara.post("/api/conduct/members", json=member).status_code == 400  # there is no ledger yet
    for wrong, field in (
        ({"rules": {"niceness": {}}}, "rules"),
        ({"rules": {"time_given": {"parameters": {"days": 3}}}}, "rules"),
        ({"rules": {"time_left_unused": {"parameters": {"days": 0}}}}, "rules"),
        ({"rules": {}}, "rules"),
        ({"reviewer_ids": []}, "reviewer_ids"),
        ({"reviewer_ids": [999999]}, "reviewer_ids"),
        ({"half_life_days": 0}, "half_life_days"),
        ({"appeal_days": 0}, "appeal_days"),
        ({"effects": {"followup_share": {"least": 2}}}, "effects.followup_share.least"),
    ):
        answer = cara.put(path, json=it.settings() | wrong)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), answer.text
    written = data(cara.put(path, json=it.settings()))
    assert set(written["rules"]) == set(ALL_RULES) == {rule["name"] for rule in data(ada.get("/api/conduct/rules"))}
    assert not any(effect["on"] for effect in written["effects"].values())
    assert cara.put(path, json=it.settings()).status_code == 400  # nothing changes
    # Consent: neither side alone, nor anybody else.
    assert ada.post("/api/conduct/members", json=member).status_code == 404
    assert carl.post("/api/conduct/members", json=member).status_code == 403
    assert data(cara.post("/api/conduct/members", json=member))["state"] == "invited"
    assert cara.post("/api/conduct/members", json=member).status_code == 409
    assert portal.client("abe").post("/api/conduct/members", json=member).status_code == 409
    assert data(portal.client("abe").get(path))["version"] == 1  # by which rules, before they decide
    assert ada.get(f"/api/conduct/scores?collaboration_id={it.union}").status_code == 404
    assert data(ada.post("/api/conduct/members", json=member))["state"] == "joined"
    told = it.sql("SELECT u.username, n.text FROM notifications n JOIN users u ON u.id = n.user_id ORDER BY n.id")
    assert [row.username for row in told] == ["ada"]
    # A changed rule is told, and counts from now on; one that stays keeps its day.
    since = {name: rule["since"] for name, rule in written["rules"].items()}
    changed = it.settings() | {"rules": {name: {} for name in ALL_RULES} | {"time_given": {"weight": 3}}}
    rules = data(cara.put(path, json=changed))["rules"]
    assert {name for name, rule in rules.items() if rule["since"] != since[name]} == {"time_given"}
    assert it.sql("SELECT count(*) FROM notifications WHERE user_id = :u", u=portal.user_id("ada")) == [(2,)]
    gone = f"/api/conduct/members/{it.union}/{it.alpha}"
    assert portal.client("abe").delete(gone).status_code == 403
    assert dan.delete(gone).status_code == 404
    assert data(ada.delete(gone))["state"] == "left"
    assert ada.delete(gone).status_code == 409
    assert ada.post("/api/conduct/members", json=member).status_code == 403  # asked again first


def test_shown_first_then_effective_then_fading(portal: World) -> None:
    it = league(portal)
    it.start("claim_lapsed", "time_given")
    lapsed = it.lapse(NOW - 100 * DAY, it.beta, "bob")
    _trigger, attempt = it.observed(NOW - 5 * DAY, it.beta, "bob")
    assert it.run(NOW) == (2, 0)
    assert it.run(NOW + HOUR) == (0, 0)
    (debit,) = it.entries("bob")
    assert (debit["rule"], debit["kind"], debit["state"], debit["weight"], debit["counts_as"]) == (
        "claim_lapsed", "debit", "shown", -1.0, 0.0,
    )  # fmt: skip
    assert debit["may_appeal"] is True
    (credit,) = it.entries("abe")
    assert (credit["rule"], credit["weight"], credit["may_appeal"]) == ("time_given", 1.0, False)
    for outsider in ("cara", "carl", "rex", "dan", "gamma"):
        assert it.entries(outsider) == []
    missing = portal.client("ada").get("/api/conduct/999999")
    assert portal.client("ada").get(f"/api/conduct/{debit['id']}").content == missing.content
    evidence = it.entry("bob", debit["id"])["evidence"]
    assert evidence == [{"kind": "publication", "ids": [lapsed], "count": 1, "complete": True, "hours": None}]
    # Whose telescope it was cannot read the other team's attempt: of it, they are told nothing.
    evidence = it.entry("ada", credit["id"])["evidence"]
    assert evidence == [{"kind": "attempt", "ids": [], "count": 0, "complete": False, "hours": None}]
    told = it.sql("SELECT DISTINCT u.username FROM notifications n JOIN users u ON u.id = n.user_id"
                  " WHERE n.subject_kind = 'conduct_entry' ORDER BY 1")  # fmt: skip
    assert [row.username for row in told] == ["ada", "bob"]
    # Not a moment early.
    assert it.run(NOW + 10 * DAY - timedelta(seconds=1)) == (0, 0)
    assert it.run(NOW + 10 * DAY) == (0, 2)
    assert it.run(NOW + 10 * DAY) == (0, 0)
    (seen,) = it.entries("ada", group_id=it.beta)
    assert (seen["state"], seen["sentence"]) == ("effective", "An announced publication lapsed at its deadline.")
    assert it.entry("ada", seen["id"])["evidence"] == []
    assert it.entry("carl", seen["id"])["evidence"] == []
    for outsider in ("rex", "dan", "gamma"):
        assert it.entries(outsider) == []
        hidden = portal.client(outsider).get(f"/api/conduct/scores?collaboration_id={it.union}")
        assert (hidden.status_code, hidden.content) == (
            404, portal.client(outsider).get("/api/conduct/scores?collaboration_id=999999").content,
        )  # fmt: skip
        assert data(portal.client(outsider).get(f"/api/conduct/effects?group_id={it.beta}")) == []
    scores = data(portal.client("carl").get(f"/api/conduct/scores?collaboration_id={it.union}"))
    by_group = {one["group_id"]: one for one in scores["groups"]}
    assert abs(by_group[it.beta]["score"] + 0.5) < 0.01  # one half-life ago
    assert 0.95 < by_group[it.alpha]["score"] < 1
    assert by_group[it.beta]["by_rule"][0]["rule"] == "claim_lapsed"
    assert "2^(-age / 100 days)" in scores["how"]
    effects = data(portal.client("ada").get(f"/api/conduct/effects?group_id={it.beta}"))
    assert [(one["effect"], one["on"]) for one in effects] == [
        ("followup_share", False), ("asked_first", False), ("default_openness", False),
    ]  # fmt: skip
    assert all(one["sentence"].startswith("Off:") for one in effects)
    assert attempt
    # Who leaves takes the score along, and finds it again.
    data(portal.client("bob").delete(f"/api/conduct/members/{it.union}/{it.beta}"))
    assert it.entries("ada", group_id=it.beta) == []
    assert len(it.entries("bob")) == 1
    scores = data(portal.client("carl").get(f"/api/conduct/scores?collaboration_id={it.union}"))
    assert [one["group_id"] for one in scores["groups"]] == [it.alpha]


def test_an_appeal_is_heard_by_who_is_in_neither_group(portal: World) -> None:
    it = league(portal)
    it.start("trigger_cancelled_late", "claim_lapsed")
    trigger, _attempt = it.observed(NOW - DAY, it.beta, "bob", state="cancelled", trigger_state="cancelled",
                                    accepted_at=NOW - 2 * DAY)  # fmt: skip
    transition = {"trigger_id": trigger, "to_state": "cancelled", "why": "x", "by_id": portal.user_id("bob")}
    it.put("trigger_transitions", at=NOW - DAY, **transition)
    it.lapse(NOW - DAY, it.alpha, "ada")
    assert it.run(NOW)[0] == 2
    (late,) = it.entries("bob")
    (lapse,) = it.entries("ada")
    assert late["rule"] == "trigger_cancelled_late"
    bob, ada, rex, cara = (portal.client(name) for name in ("bob", "ada", "rex", "cara"))
    reason = {"reason": "The target was a bogus."}
    path = f"/api/conduct/{late['id']}"
    missing = ada.post("/api/conduct/999999/appeal", json=reason)
    for stranger in (ada, rex, cara, portal.client("dan")):
        assert stranger.post(f"{path}/appeal", json=reason).content == missing.content
    assert bob.post(f"{path}/appeal", json={"reason": "  "}).status_code == 400
    assert portal.client("abe").post(f"/api/conduct/{lapse['id']}/appeal", json=reason).status_code == 403
    assert bob.post(f"{path}/review", json={"verdict": "withdrawn", "why": "mine"}).status_code == 403
    appealed = data(bob.post(f"{path}/appeal", json=reason))
    # Of the two that are named, bob is in the group concerned.
    assert (appealed["state"], appealed["appeal"]["reviewer"]) == ("appealed", "rex")
    assert bob.post(f"{path}/appeal", json=reason).status_code == 409
    assert it.run(NOW + 30 * DAY) == (0, 1)  # alpha's alone: an appealed one waits
    (waiting,) = it.entries("rex")
    assert (waiting["may_review"], waiting["appeal"]["reason"]) == (True, reason["reason"])
    # Both sides see it: whose time it was (ada, not abe), and the collaboration's admins (not carl).
    seen = {
        name: [e["id"] for e in it.entries(name, group_id=it.beta)] for name in ("ada", "cara", "abe", "carl", "dan")
    }
    assert seen == {"ada": [late["id"]], "cara": [late["id"]], "abe": [], "carl": [], "dan": []}
    for wrong in (
        {"verdict": "changed", "why": "x"},
        {"verdict": "changed", "why": "x", "weight": -2},
        {"verdict": "changed", "why": "x", "weight": 1},
        {"verdict": "upheld", "why": "x", "weight": -0.5},
        {"verdict": "upheld", "why": " "},
    ):
        assert rex.post(f"{path}/review", json=wrong).status_code == 400, wrong
    assert cara.post(f"{path}/review", json={"verdict": "upheld", "why": "x"}).status_code == 403
    done = data(rex.post(f"{path}/review", json={"verdict": "changed", "why": "Half of it.", "weight": -0.5}))
    assert (done["state"], done["weight"], done["appeal"]["why"]) == ("effective", -0.5, "Half of it.")
    assert rex.post(f"{path}/review", json={"verdict": "withdrawn", "why": "x"}).status_code == 409
    (others,) = it.entries("carl", group_id=it.beta)
    assert (others["weight"], others["appeal"]) == (-0.5, None)  # what was said stays with the sides
    acts = it.sql("SELECT action, holder_id FROM history WHERE kind = 'conduct entry' AND row_id = :i ORDER BY id",
                  i=str(late["id"]))  # fmt: skip
    assert [tuple(row) for row in acts] == [
        ("show", it.beta), ("appeal", it.beta), ("appeal", it.union), ("review", it.beta), ("review", it.union),
    ]  # fmt: skip
    late_now = ada.post(f"/api/conduct/{lapse['id']}/appeal", json=reason)
    assert (late_now.status_code, "effective" in late_now.json()["message"]) == (409, True)


def test_a_reviewer_who_becomes_a_party_is_replaced(portal: World) -> None:
    it = league(portal)
    it.start("claim_lapsed", reviewer_ids=[portal.user_id("rex"), portal.user_id("dan")])
    it.lapse(NOW - DAY, it.beta, "bob")
    it.run(NOW)
    (entry,) = it.entries("bob")
    path = f"/api/conduct/{entry['id']}"
    assert data(portal.client("bob").post(f"{path}/appeal", json={"reason": "x"}))["appeal"]["reviewer"] == "rex"
    it.sql("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)", g=it.beta, u=portal.user_id("rex"))
    verdict = {"verdict": "withdrawn", "why": "x"}
    assert portal.client("rex").post(f"{path}/review", json=verdict).status_code == 403
    it.run(NOW + DAY)
    assert portal.client("rex").post(f"{path}/review", json=verdict).status_code == 403
    assert data(portal.client("dan").post(f"{path}/review", json=verdict))["state"] == "withdrawn"
    assert it.run(NOW + 30 * DAY) == (0, 0)
    assert it.entries("carl") == []
    assert it.entries("bob")[0]["counts_as"] == 0
    # Nobody is left: who keeps the ledger is told, and the next one named gets it.
    it.lapse(NOW - DAY, it.beta, "bob")
    data(portal.client("cara").put(
        f"/api/conduct/settings/{it.union}", json=it.settings("claim_lapsed", reviewer_ids=[portal.user_id("bob")])
    ))  # fmt: skip
    it.sql(
        "UPDATE conduct_settings SET rules = jsonb_set(rules, '{claim_lapsed,since}', '\"2020-01-01T00:00:00+00:00\"')"
    )
    it.run(NOW + DAY)
    fresh = max(it.entries("bob"), key=lambda e: e["id"])
    appealed = data(portal.client("bob").post(f"/api/conduct/{fresh['id']}/appeal", json={"reason": "x"}))
    assert appealed["appeal"]["reviewer_id"] is None
    it.sql("UPDATE conduct_settings SET reviewer_ids = ARRAY[CAST(:u AS bigint)]", u=portal.user_id("dan"))
    it.run(NOW + 2 * DAY)
    assert it.entries("dan", state="appealed")[0]["may_review"] is True
