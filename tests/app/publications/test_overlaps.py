"""Overlapping claims: both sides are told, neither what it may not know, and it ends with an outcome on record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.publications import overlaps
from app.publications.overlaps import Procedures
from app.publications.owed import Keeper
from tests.app.policies.season import START, Season, data, season
from tests.app.publications.test_people_and_scope import classified, topic
from tests.app.publications.test_publications import LONG_AGO, stage
from tests.support.world import World

PATH = "/api/publications/overlaps"


class Killed(BaseException):
    """The worker is gone in the middle of it."""


def claim(portal: World, user: str, group_id: int, kind: str = "paper", obj_id: str = "Sky1") -> dict[str, Any]:
    """Announce a publication on a named target."""
    body = {"title": f"Title of {user}", "kind": kind, "obj_ids": [obj_id], "group_id": group_id}
    return announced(portal, user, data(portal.client(user).post("/api/publications", json=body)))


def announced(portal: World, user: str, publication: dict[str, Any]) -> dict[str, Any]:
    return dict(data(stage(portal, user, publication, "announced")))


def told(portal: World, user: str) -> list[dict[str, Any]]:
    return list(data(portal.client(user).get(PATH)))


def notified(portal: World, user: str) -> int:
    with portal.context("web").transaction(portal.principal(user)) as session:
        query = text("SELECT count(*) FROM notifications WHERE kind = 'publication.overlap' AND user_id = access.me()")
        return int(session.execute(query).scalar_one())


def shared(portal: World) -> Season:
    """Two groups that both read Sky1, whose rules are as nobody set them."""
    s = season(portal)
    s.attach(partner_days=0)
    s.observe("Sky1", START, START)
    return s


def ruled(portal: World, s: Season, rule: str, **more: Any) -> None:
    for user, group_id in (("ada", s.alpha), ("bob", s.beta)):
        data(portal.client(user).put(f"/api/publications/rules/{group_id}", json={"claim_rule": rule, **more}))


def test_both_sides_are_told_and_agree(portal: World) -> None:
    s = shared(portal)
    ours = claim(portal, "ada", s.alpha)
    assert told(portal, "ada") == []
    theirs = claim(portal, "bob", s.beta)
    [one], [other] = told(portal, "ada"), told(portal, "bob")
    assert (one["obj_ids"], one["state"], one["rule"], one["by_class"]) == (["Sky1"], "open", "negotiate", False)
    assert one["id"] == other["id"]
    # Alpha is owed something by Beta's paper, and may read it; Beta learns of Alpha's no more than that it is there.
    assert [(c["group"], c["title"]) for c in other["claims"]] == [("Alpha", None), ("Beta", "Title of bob")]
    assert (notified(portal, "ada"), notified(portal, "bob"), notified(portal, "gamma")) == (1, 1, 0)
    with portal.context().transaction() as session:
        query = text("SELECT history.user_id, by_id FROM history, notifications WHERE history.kind = 'overlap'")
        assert {tuple(row) for row in session.execute(query)} == {(None, None)}  # nobody's name is told
    path = f"{PATH}/{one['id']}"
    gamma, ada, bob = (portal.client(name) for name in ("gamma", "ada", "bob"))
    joint = {"outcome": "joint", "why": "One paper is better than two."}
    for method, rest, sent in (("GET", "", None), ("POST", "/answer", joint | {"publication_id": ours["id"]}),
                               ("POST", "/decision", joint)):  # fmt: skip
        hidden = gamma.request(method, path + rest, json=sent)
        assert hidden.status_code == 404
        assert hidden.content == gamma.request(method, f"{PATH}/999999{rest}", json=sent).content
    assert ada.post(f"{path}/decision", json=joint).status_code == 403
    assert bob.post(f"{path}/answer", json=joint | {"publication_id": ours["id"]}).status_code == 403
    wrong = {"outcome": "priority", "why": "x", "publication_id": theirs["id"]}
    assert bob.post(f"{path}/answer", json=wrong).status_code == 400
    assert bob.post(f"{path}/answer", json=wrong | {"winner_id": 99}).status_code == 400
    data(bob.post(f"{path}/answer", json=wrong | {"winner_id": theirs["id"]}))
    data(ada.post(f"{path}/answer", json=joint | {"publication_id": ours["id"]}))
    done = data(bob.post(f"{path}/answer", json=joint | {"publication_id": theirs["id"]}))
    assert (done["state"], done["outcome"], done["why"]) == ("settled", "joint", "Both sides agree.")
    assert ada.post(f"{path}/answer", json=joint | {"publication_id": ours["id"]}).status_code == 409
    with portal.context().transaction() as session:
        query = text("SELECT DISTINCT holder_id FROM history WHERE kind = 'overlap' AND action = 'settle'")
        assert set(session.execute(query).scalars()) == {s.alpha, s.beta}
    # Settled is settled, also when something changes.
    data(bob.patch(f"/api/publications/{theirs['id']}", json={"title": "Another"}))
    assert told(portal, "bob")[0]["outcome"] == "joint"


def test_what_one_side_alone_knows_is_not_told_to_the_other(portal: World) -> None:
    s = shared(portal)
    s.ensure_obj("Secret")
    classified(s, "Sky1", s.alpha)  # Beta reads Sky1, and not what Alpha takes it for
    classified(s, "Secret", s.alpha)
    announced(portal, "ada", topic(portal, "ada", s.alpha))
    claim(portal, "bob", s.beta)
    # Alpha's claim is declared to be on a class; that Sky1 is of it, Beta must not learn.
    assert [o["state"] for o in told(portal, "ada")] == ["waiting"]
    assert told(portal, "bob") == []
    assert notified(portal, "bob") == 0
    bob = portal.client("bob")
    hidden = bob.get(f"{PATH}/{told(portal, 'ada')[0]['id']}")
    assert (hidden.status_code, hidden.content) == (404, bob.get(f"{PATH}/999999").content)
    with portal.context("web").transaction(portal.principal("bob")) as session:
        for table in ("claim_overlaps", "claim_sides"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0
        assert session.execute(text("SELECT count(*) FROM access.claims_in(ARRAY[1, 2])")).scalar_one() == 0
    # Another topic of Beta's, on the class, meets Alpha's by what both declared; Secret is in one scope alone.
    announced(portal, "bob", topic(portal, "bob", s.beta))
    [by_class] = told(portal, "bob")
    assert (by_class["by_class"], by_class["obj_ids"], by_class["state"]) == (True, [], "open")
    # Once Beta knows the class as well, it is told of its first claim's overlap, and the procedure begins.
    classified(s, "Sky1", s.beta, by="bob")
    Keeper(LONG_AGO)(portal.context("release"))
    assert {(o["by_class"], tuple(o["obj_ids"])) for o in told(portal, "bob")} >= {(False, ("Sky1",))}
    assert {o["state"] for o in told(portal, "ada")} == {"open"}


def test_a_range_of_dates_keeps_claims_apart(portal: World) -> None:
    s = shared(portal)
    announced(portal, "ada", topic(portal, "ada", s.alpha, date_to="2026-01-01"))
    announced(portal, "bob", topic(portal, "bob", s.beta, date_from="2026-01-01"))
    assert told(portal, "ada") == told(portal, "bob") == []


def test_a_rule_settles_what_nobody_did_in_time(portal: World, monkeypatch: pytest.MonkeyPatch) -> None:
    s = shared(portal)
    ruled(portal, s, "thesis_first", claim_days=14)
    claim(portal, "ada", s.alpha)
    thesis = claim(portal, "bob", s.beta, kind="thesis")
    [one] = told(portal, "ada")
    assert one["proposed_id"] == thesis["id"]
    ends = datetime.fromisoformat(one["deadline_at"])
    release = portal.context("release")
    assert Procedures(lambda: ends - timedelta(seconds=1))(release) == 0
    with monkeypatch.context() as patch:

        def killed(*_: Any, **__: Any) -> None:
            raise Killed

        patch.setattr(overlaps, "_write", killed)
        with pytest.raises(Killed):
            Procedures(lambda: ends)(release)
    assert told(portal, "ada")[0]["state"] == "open"
    assert [Procedures(lambda: ends)(release) for _ in range(2)] == [1, 0]
    [done] = told(portal, "bob")
    assert (done["outcome"], done["winner_id"]) == ("priority", thesis["id"])
    assert (notified(portal, "ada"), notified(portal, "bob")) == (2, 2)


def test_first_refusal_and_first_announced(portal: World) -> None:
    s = shared(portal)
    ruled(portal, s, "first_refusal")
    later = claim(portal, "bob", s.beta)
    reducer = claim(portal, "ada", s.alpha)  # announced later, and all data on it are Alpha's
    assert told(portal, "bob")[0]["proposed_id"] == reducer["id"]
    # An end of one claim ends the overlap; announced anew, it begins anew and by the rules of now.
    data(stage(portal, "ada", reducer, "withdrawn"))
    assert told(portal, "bob")[0]["outcome"] == "over"
    ruled(portal, s, "first_announced")
    data(stage(portal, "ada", reducer, "idea"))
    announced(portal, "ada", reducer)
    [anew] = told(portal, "bob")
    assert (anew["state"], anew["proposed_id"], anew["outcome"]) == ("open", later["id"], None)


def test_an_arbiter_decides(portal: World) -> None:
    s = shared(portal)
    ruled(portal, s, "arbiter", arbiter_id=portal.user_id("gamma"))
    first = claim(portal, "ada", s.alpha)
    claim(portal, "bob", s.beta)
    [one] = told(portal, "gamma")
    assert one["obj_ids"] == []  # an arbiter learns of no target
    assert notified(portal, "gamma") == 1
    verdict = {"outcome": "priority", "winner_id": first["id"], "why": "They asked first."}
    done = data(portal.client("gamma").post(f"{PATH}/{one['id']}/decision", json=verdict))
    assert (done["state"], done["why"]) == ("settled", "They asked first.")
    assert portal.client("gamma").post(f"{PATH}/{one['id']}/decision", json=verdict).status_code == 409
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        portal.context("web").transaction(portal.principal("bob")) as session,
    ):
        session.execute(text("UPDATE claim_overlaps SET deadline_at = now()"))
    with portal.context("web").transaction(portal.principal("bob")) as session:
        changed = session.execute(text("UPDATE claim_overlaps SET winner_id = 2"))
        assert changed.rowcount == 0  # type: ignore[attr-defined]
