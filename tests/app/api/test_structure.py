"""Telescopes, instruments, allocations and taxonomies by the real SkyPortal client; and what outsiders cannot see."""

from __future__ import annotations

import json
from typing import Any

import pytest
from skyportal_py import allocations, instruments, system, taxonomies, telescopes
from skyportal_py._http import SkyPortalError
from sqlalchemy import select, text

from app.tables import AllocationSecret, Group, History
from tests.support.world import World

HIERARCHY = {
    "class": "Time-domain Source",
    "subclasses": [{"class": "Supernova", "subclasses": [{"class": "Ia"}, {"class": "II"}]}, {"class": "Microlensing"}],
}
SECRET = {"api_key": "sesame-open", "url": "https://example.org"}


@pytest.fixture
def house(portal: World) -> World:
    """Ada administers "Team" with Bob in it, Eve is outside; Gus is a group administrator by role."""
    for name in ("ada", "bob", "eve"):
        portal.user(name)
    portal.user("gus", roles=("Group admin",))
    portal.user("root", roles=("Super admin",))
    portal.group("Team", admins=("ada",), members=("bob",))
    return portal


def team_id(house: World) -> int:
    with house.context().transaction() as session:
        return session.execute(select(Group.id).where(Group.name == "Team")).scalar_one()


def post_telescope(house: World, **more: Any) -> int:
    values: dict[str, Any] = {
        "name": "One",
        "nickname": "1",
        "diameter": 1.0,
        "lat": -30.2,
        "lon": -70.8,
        "elevation": 2200,
    }
    return int(telescopes.post_telescope(house.sky("gus"), telescopes.TelescopePost(**(values | more))).id)


def post_instrument(house: World, **more: Any) -> int:
    values: dict[str, Any] = {"name": "Cam", "type": "imager", "filters": ["sdssg", "sdssr"], "api_classname": "LCO"}
    if "telescope_id" not in more:
        more["telescope_id"] = post_telescope(house)
    return int(instruments.post_instrument(house.sky("gus"), instruments.InstrumentPost(**(values | more))).id)


def post_allocation(house: World, who: str = "ada", **more: Any) -> int:
    if "instrument_id" not in more:
        more["instrument_id"] = post_instrument(house)
    values: dict[str, Any] = {"group_id": team_id(house), "hours_allocated": 10.5, "pi": "Ada", "altdata": SECRET}
    return int(allocations.post_allocation(house.sky(who), allocations.AllocationPost(**(values | more))).id)


def refused(status: int, attempt: Any) -> str:
    with pytest.raises(SkyPortalError) as caught:
        attempt()
    assert caught.value.status_code == status
    return str(caught.value)


def test_telescopes(house: World) -> None:
    made = post_telescope(house)
    eve, gus = house.sky("eve"), house.sky("gus")
    seen = telescopes.fetch_telescope(eve, made)
    assert (seen.name, seen.lat, seen.fixed_location, seen.robotic) == ("One", -30.2, True, False)
    assert telescopes.fetch_telescopes(eve, latitude_min=0) == []
    assert [t.id for t in telescopes.fetch_telescopes(eve, name="One", longitude_max=0)] == [made]
    telescopes.update_telescope(gus, made, telescopes.TelescopePut(nickname="uno", robotic=True))
    assert telescopes.fetch_telescope(eve, made).nickname == "uno"
    refused(403, lambda: telescopes.update_telescope(eve, made, telescopes.TelescopePut(nickname="mine")))
    refused(403, lambda: telescopes.delete_telescope(eve, made))
    assert "already" in refused(400, lambda: post_telescope(house))
    assert "elevation" in refused(400, lambda: post_telescope(house, name="Two", elevation=None))
    telescopes.delete_telescope(gus, made)
    refused(400, lambda: telescopes.fetch_telescope(eve, made))


def test_instruments(house: World) -> None:
    made = post_instrument(house)
    eve, gus = house.sky("eve"), house.sky("gus")
    seen: Any = instruments.fetch_instrument(eve, made)
    assert (seen.name, seen.type, seen.filters, seen.telescope.name) == ("Cam", "imager", ["sdssg", "sdssr"], "One")
    instruments.update_instrument(gus, made, instruments.InstrumentPut(filters=["sdssr", "ztfg"]))
    assert instruments.fetch_instruments(eve, name="Cam")[0].filters == ["sdssr", "ztfg"]
    telescope = seen.telescope_id
    assert "no bandpass" in refused(
        400, lambda: post_instrument(house, name="Two", telescope_id=telescope, filters=["green"])
    )
    assert "no such telescope" in refused(400, lambda: post_instrument(house, name="Two", telescope_id=999999))
    assert "carries" in refused(400, lambda: telescopes.delete_telescope(gus, telescope))
    refused(403, lambda: instruments.delete_instrument(eve, made))
    instruments.delete_instrument(gus, made)
    refused(400, lambda: instruments.fetch_instrument(eve, made))


def test_an_allocation_from_first_to_last(house: World) -> None:
    ada, bob = house.sky("ada"), house.sky("bob")
    made = post_allocation(house, types=["triggered"], allocation_admin_ids=[house.user_id("ada")])
    [listed] = allocations.fetch_allocations(bob, api_type="api_classname")
    assert (listed.id, listed.pi, listed.hours_allocated, listed.types) == (made, "Ada", 10.5, ["triggered"])
    single: Any = allocations.fetch_allocation(bob, made)
    assert single.instrument.telescope.name == single.telescope.name == "One"
    assert [user.username for user in single.allocation_users] == ["ada"]
    assert single.requests == []
    dates = [{"start_date": "2026-01-01T00:00:00", "end_date": "2027-01-01T00:00:00"}]
    allocations.update_allocation(ada, made, allocations.AllocationUpdate(pi="Bob", validity_ranges=dates))
    seen: Any = allocations.fetch_allocation(bob, made)
    assert (seen.pi, seen.validity_ranges[0]["start_date"]) == ("Bob", "2026-01-01T00:00:00Z")
    refused(403, lambda: allocations.update_allocation(bob, made, allocations.AllocationUpdate(pi="me")))
    refused(403, lambda: allocations.delete_allocation(bob, made))
    refused(403, lambda: post_allocation(house, who="bob", instrument_id=seen.instrument_id))
    assert "in use" in refused(400, lambda: instruments.delete_instrument(house.sky("gus"), seen.instrument_id))
    allocations.delete_allocation(ada, made)
    assert allocations.fetch_allocations(ada) == []


def test_a_group_that_holds_something_stays(house: World) -> None:
    post_allocation(house)
    answer = house.client("ada").delete(f"/api/groups/{team_id(house)}")
    assert answer.status_code == 409, answer.text
    assert allocations.fetch_allocations(house.sky("bob"), api_type="api_classname_obsplan") == []


def stored_credential(house: World, allocation_id: int) -> Any:
    with house.context().transaction() as session:
        sealed = session.execute(
            select(AllocationSecret.ciphertext).where(AllocationSecret.allocation_id == allocation_id)
        ).scalar_one()
    return json.loads(house.context().vault.decrypt(sealed))


def test_a_credential_goes_in_and_never_comes_out(house: World) -> None:
    made = post_allocation(house)
    assert stored_credential(house, made) == SECRET
    for who in ("ada", "bob", "root"):
        client = house.client(who)
        for path in ("/api/allocation", f"/api/allocation/{made}", f"/api/allocation/{made}/facility"):
            assert "sesame" not in client.get(path).text
    for who in ("ada", "root"):
        with house.context("web").transaction(house.principal(who)) as session:
            granted = text("SELECT has_column_privilege('allocation_secrets', 'ciphertext', 'SELECT')")
            assert session.execute(granted).scalar_one() is False
    with house.context().transaction() as session:
        assert "sesame" not in str(session.scalars(text("SELECT h::text FROM history h")).all())
        assert "sesame" not in str(session.scalars(text("SELECT s::text FROM allocation_secrets s")).all())


def test_a_credential_is_replaced_whole_and_only_knowingly(house: World) -> None:
    ada, new = house.sky("ada"), {"api_key": "other"}
    made = post_allocation(house)
    update = allocations.AllocationUpdate(altdata=new)
    assert "replace_altdata" in refused(400, lambda: allocations.update_allocation(ada, made, update))
    assert stored_credential(house, made) == SECRET
    allocations.update_allocation(ada, made, allocations.AllocationUpdate(altdata=new, replace_altdata=True))
    assert stored_credential(house, made) == new
    root = house.client("root")
    as_text = {"_altdata": json.dumps({"api_key": "third"}), "replace_altdata": True}
    assert root.put(f"/api/allocation/{made}", json=as_text).status_code == 200
    assert stored_credential(house, made) == {"api_key": "third"}


def test_the_facility_of_an_allocation(house: World) -> None:
    body = {
        "group_id": team_id(house), "instrument_id": post_instrument(house), "hours_allocated": 1,
        "facility": "LCO", "facility_config": {"site": "coj"},
    }  # fmt: skip
    made = house.client("ada").post("/api/allocation", json=body).json()["data"]["id"]
    answer = house.client("bob").get(f"/api/allocation/{made}/facility").json()["data"]
    assert answer == {"facility": "LCO", "facility_config": {"site": "coj"}}


def test_outsiders_cannot_tell_an_allocation_from_none(house: World) -> None:
    made = post_allocation(house)
    eve = house.client("eve")
    assert eve.get("/api/allocation").json()["data"] == []
    for method, tail, body in (
        ("GET", "", None),
        ("GET", "/facility", None),
        ("PUT", "", {"pi": "x"}),
        ("DELETE", "", None),
    ):
        hidden = eve.request(method, f"/api/allocation/{made}{tail}", json=body)
        missing = eve.request(method, f"/api/allocation/999999{tail}", json=body)
        assert hidden.status_code == missing.status_code == 400
        assert hidden.content == missing.content


def test_taxonomies(house: World) -> None:
    ada = house.sky("ada")
    post = taxonomies.TaxonomyPost(name="T", version="1", hierarchy=HIERARCHY, provenance="p")
    first = taxonomies.post_taxonomy(ada, post).taxonomy_id
    seen: Any = taxonomies.fetch_taxonomy(house.sky("eve"), first)
    assert (seen.is_latest, seen.hierarchy, [g.name for g in seen.groups]) == (True, HIERARCHY, ["Sitewide Group"])
    yaml_text = 'class: Top\nsubclasses:\n  - class: "One"\n'
    second = taxonomies.post_taxonomy(
        ada, taxonomies.TaxonomyPost(name="T", version="2", hierarchy_file=yaml_text)
    ).taxonomy_id
    latest = {t.id: t.is_latest for t in taxonomies.fetch_taxonomies(house.sky("bob"))}
    assert latest == {first: False, second: True}
    taxonomies.update_taxonomy(ada, first, taxonomies.TaxonomyPut(is_latest=True, provenance="q"))
    latest = {t.id: t.is_latest for t in taxonomies.fetch_taxonomies(house.sky("bob"))}
    assert latest == {first: True, second: False}
    assert "already" in refused(400, lambda: taxonomies.post_taxonomy(ada, post))
    refused(400, lambda: taxonomies.update_taxonomy(house.sky("eve"), first, taxonomies.TaxonomyPut(version="3")))
    refused(403, lambda: taxonomies.delete_taxonomy(ada, first))
    taxonomies.delete_taxonomy(house.sky("root"), first)
    assert [t.id for t in taxonomies.fetch_taxonomies(ada)] == [second]


def test_a_groups_taxonomy_is_the_groups(house: World) -> None:
    post = taxonomies.TaxonomyPost(name="Ours", version="1", hierarchy=HIERARCHY, group_ids=[team_id(house), 999999])
    made = taxonomies.post_taxonomy(house.sky("ada"), post).taxonomy_id
    assert [g.name for g in taxonomies.fetch_taxonomy(house.sky("bob"), made).groups or []] == ["Team"]
    eve = house.client("eve")
    assert eve.get("/api/taxonomy").json()["data"] == []
    hidden, missing = eve.get(f"/api/taxonomy/{made}"), eve.get("/api/taxonomy/999999")
    assert hidden.status_code == missing.status_code == 400
    assert hidden.content == missing.content
    assert eve.post("/api/taxonomy", json={"name": "n", "version": "1", "hierarchy": HIERARCHY,
                                           "group_ids": [team_id(house)]}).status_code == 400  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        {"hierarchy": {}},
        {"hierarchy": {"class": ""}},
        {"hierarchy": {"class": "a", "subclasses": {"class": "b"}}},
        {"hierarchy": {"class": "a", "subclasses": [{"name": "b"}]}},
        {"hierarchy": {"class": "a", "color": "red"}},
        {"hierarchy_file": "- a: [unclosed"},
        {"hierarchy_file": "a: &x {class: b}\nb: *x\n"},
        {"hierarchy": HIERARCHY, "hierarchy_file": "class: a"},
        {},
    ],
)
def test_malformed_hierarchies_are_refused(house: World, body: dict[str, Any]) -> None:
    answer = house.client("ada").post("/api/taxonomy", json={"name": "T", "version": "1", **body})
    assert answer.status_code == 400, answer.text
    assert answer.json()["data"]["field"].startswith("hierarchy")


def test_config_and_enumerations(house: World) -> None:
    assert system.fetch_config(house.sky("eve"))["publicGroupName"] == "Sitewide Group"
    assert "lsstg" in system.fetch_enum_types(house.sky("eve"))["ALLOWED_BANDPASSES"]
    info = system.fetch_dbinfo(house.sky("eve"))
    assert info.source_table_empty is True
    assert info.postgres_version is not None
    assert system.fetch_db_stats(house.sky("root"))["Number of sources"] == 0
    refused(403, lambda: system.fetch_db_stats(house.sky("eve")))


def test_every_write_is_in_the_history(house: World) -> None:
    post_allocation(house)
    with house.context().transaction() as session:
        found = session.execute(select(History.action, History.kind).where(History.user_id.is_not(None)))
        assert {(action, kind) for action, kind in found} == {
            ("create", "telescope"), ("create", "instrument"), ("create", "allocation"),
        }  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/groups/999999999999999999", None),
        ("GET", "/api/groups?name=%00", None),
        ("GET", "/api/user?username=%00", None),
        ("POST", "/api/groups", {"name": "a\x00b"}),
        ("POST", "/api/groups", {"name": "x", "group_admins": [10**18]}),
        ("PATCH", "/api/internal/profile", {"preferences": {"a": "\x00"}}),
        ("POST", "/api/allocation", {"group_id": 10**18, "instrument_id": 1, "hours_allocated": 1}),
        ("POST", "/api/allocation", {"group_id": 1, "instrument_id": 1, "hours_allocated": -1}),
        ("POST", "/api/taxonomy", {"name": "x", "version": "1", "hierarchy": {"class": "a\x00"}}),
        ("POST", "/api/internal/tokens", {"name": "\x00", "acls": []}),
        ("GET", "/api/internal/tokens/%00", None),
        ("POST", "/api/streams", {"name": "x"}),
    ],
)
def test_strange_input_is_explained(house: World, method: str, path: str, body: Any) -> None:
    answer = house.client("ada").request(method, path, json=body)
    assert answer.status_code in (400, 403), answer.text
    assert answer.json()["status"] == "error"
