"""Who reads what, and until when: of one row, of an obj, of a group's data, and by which ways a person does."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from tests.app.policies.season import data
from tests.app.portal.test_sharing_days import MJD, SHARES, House, house  # noqa: F401

READERS = "/api/access/readers"


@pytest.fixture
def shown(house: House) -> House:  # noqa: F811
    """Two open points shared with gamma, and one under a policy that lets beta in later."""
    house.upload("abe", "Sky1", [MJD, MJD + 0.1])
    gamma = house.world.user_id("gamma")
    house.post("abe", SHARES, selection={"obj_id": "Sky1", "kinds": ["photometry"]}, user_ids=[gamma])
    house.govern(partner_days=2000, everybody_days=3000)
    house.upload("abe", "Sky1", [MJD + 0.2], group_ids=[house.alpha])
    house.post("abe", SHARES, selection={"rows": {"photometry": [3]}}, group_ids=[house.beta])
    return house


def read(house: House, who: str, kind: str, number: Any) -> Any:  # noqa: F811
    return data(house.at(who).get(READERS, params={"kind": kind, "id": number}))


def test_why_one_reads_it_and_who_else_does(shown: House) -> None:
    told = read(shown, "abe", "photometry", 1)
    assert (told["rule"], told["holder"], told["owner"], told["n_unnamed"]) == ("owner", "Alpha", "abe", 0)
    assert {(r["group"], r["user"]) for r in told["readers"]} == {("Alpha", None), (None, "gamma")}
    governed = read(shown, "ada", "photometry", 3)
    [coming] = governed["coming"]
    assert (coming["group"], coming["due_at"][:4], coming["n_rows"]) == ("Beta", "2031", 1)
    assert [(p["name"], p["version"]) for p in governed["policies"]] == [("Rules", 1)]
    # gamma is in none of these groups: sees that a group has it, by the group's name only since it is a public one.
    theirs = read(shown, "gamma", "photometry", 1)
    assert theirs["rule"] == "grant"
    assert (theirs["coming"], [r["group"] for r in theirs["readers"] if r["group"] == "Beta"]) == ([], [])
    about = read(shown, "ada", "obj", "Sky1")
    assert about["n_rows"] >= 3
    assert [c["group"] for c in about["coming"]] == ["Beta"]
    assert {"Alpha"} <= {r["group"] for r in about["readers"]}
    assert read(shown, "gamma", "obj", "Sky1")["n_rows"] == 2
    # Whoever does not read it learns nothing; what is no id is no error of ours.
    for who, kind, here, absent in (
        ("gamma", "photometry", 3, 999), ("bob", "photometry", 1, 999), ("bob", "obj", "Sky1", "Sky9"),
    ):  # fmt: skip
        one, other = (shown.at(who).get(READERS, params={"kind": kind, "id": n}) for n in (here, absent))
        assert one.status_code == other.status_code == 400
        assert one.json()["message"].replace(f" {here} ", f" {absent} ") == other.json()["message"]
    for kind, number in (("photometry", "x"), ("photometry", "9" * 30), ("nothing", 1), ("photometry", "-1")):
        assert shown.at("abe").get(READERS, params={"kind": kind, "id": number}).status_code == 400


def test_who_sees_a_groups_data_and_by_which_ways_a_person_does(shown: House) -> None:
    path = f"/api/internal/visibility/groups/{shown.alpha}"
    matrix = data(shown.at("abe").get(path))
    assert matrix["totals"]["photometry"] == 3
    cells = {(c["reader"]["group"] or c["reader"]["user"]): c for c in matrix["cells"] if c["kind"] == "photometry"}
    assert {n: (c["now"], c["scheduled"], c["waits"], c["never"]) for n, c in cells.items()} == {
        "Alpha": (3, 0, 0, 0), "gamma": (2, 0, 0, 1), "Beta": (0, 1, 0, 2),
    }  # fmt: skip
    assert cells["Beta"]["first_due_at"][:4] == "2031"
    for who in ("bob", "gamma"):
        assert shown.at(who).get(path).status_code == 403
    people = "/api/internal/visibility/people"
    users = {name: shown.world.user_id(name) for name in ("ada", "abe", "bob", "gamma")}
    outlook = data(shown.at("ada").get(f"{people}/{users['gamma']}"))
    assert (outlook["totals"]["photometry"], outlook["readable"]["photometry"]) == (3, 2)
    assert [w["n_rows"] for w in outlook["ways"] if w["kind"] == "photometry"] == [2]
    assert data(shown.at("ada").get(f"{people}/{users['bob']}"))["readable"]["photometry"] == 0
    mine = data(shown.at("abe").get(f"{people}/{users['abe']}"))
    assert {w["owner"] for w in mine["ways"] if w["kind"] == "photometry"} == {True, False}
    assert shown.at("abe").get(f"{people}/{users['bob']}").status_code == 403
    assert shown.at("ada").get(f"{people}/999999").status_code == 400


def test_the_matrix_costs_the_same_however_much_there_is(shown: House) -> None:
    def statements() -> int:
        count = 0

        def counted(*_: object) -> None:
            nonlocal count
            count += 1

        engine = shown.world.context("web").engine
        event.listen(engine, "before_cursor_execute", counted)
        data(shown.at("ada").get(f"/api/internal/visibility/groups/{shown.alpha}"))
        event.remove(engine, "before_cursor_execute", counted)
        return count

    before = statements()
    for night in range(8):
        shown.upload("abe", "Sky2", [MJD + 10 + night])
    assert statements() == before
