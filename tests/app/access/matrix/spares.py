"""Rows that nothing else needs, so that what deletes one can succeed; the team's where they can be private."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, text

from app.tables import ConductEntry, ConductEvidence
from tests.app.access.matrix.cast import OBJ, Cast
from tests.app.access.matrix.more_seeds import PUBLISHED

LOST = "SEKRETOBJ2"


def fill(cast: Cast) -> None:
    """Make them; their ids are in ``cast.ids``."""
    _teams(cast)
    _instruments(cast)
    _objs(cast)
    _publishing(cast)
    _conduct(cast)


def _teams(cast: Cast) -> None:
    ids, world = cast.ids, cast.world
    spare = {"name": "Sekret spare", "private": True}
    ids["spare_group"] = cast.do("group admin", "POST", "groups", spare)["id"]
    everybody = ("ada", "carl", "eve", "gus")
    ids["second_stream"] = world.stream("Second", subscribers=everybody, groups=(ids["spare_group"],))
    ids["spare_stream"] = world.stream("Third")
    ids["third_group"] = world.group("Third")
    ids["watcher"], ids["third_person"] = world.user_id("sue"), world.user_id("bob")
    wish = {"groupID": ids["third_group"], "userID": ids["watcher"]}
    ids["own_admission"] = cast.do("stream only", "POST", "group_admission_requests", wish)["id"]
    cast.do("system admin", "POST", f"user/{ids['user']}/acls", {"aclIds": ["Comment"]})
    with world.context().transaction() as session:
        session.execute(
            text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :a)"),
            {"g": ids["spare_group"], "a": ids["user"]},
        )
        session.execute(
            text("UPDATE users SET affiliations = '{Plain Institute}' WHERE id IN (:a, :b)"),
            {"a": ids["user"], "b": ids["admin"]},
        )


def _instruments(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    dome = {"name": "Spare", "nickname": "S", "diameter": 1.0, "lat": 10.0, "lon": 20.0, "elevation": 100.0}
    tiles = {
        "name": "Tiles", "type": "imager", "telescope_id": ids["telescope"], "filters": ["sdssr"],
        "field_data": {"ID": [1], "RA": [10.0], "Dec": [20.0]},
        "field_region": "icrs\npolygon(-1,-1,1,-1,1,1,-1,1)\n",
    }  # fmt: skip
    ids["spare_telescope"] = cast.do("system admin", "POST", "telescope", dome)["id"]
    ids["spare_instrument"] = cast.do("system admin", "POST", "instrument", tiles)["id"]
    terms = {"name": "T2", "version": "1", "hierarchy": {"class": "A"}, "group_ids": [scene.red]}
    ids["spare_taxonomy"] = cast.do("member", "POST", "taxonomy", terms)["taxonomy_id"]
    given = {"instrument_id": scene.instrument, "group_id": scene.red, "hours_allocated": 2.0, "pi": "sekret pi"}
    ids["spare_allocation"] = cast.do("group admin", "POST", "allocation", given)["id"]
    night = {"instrument_id": scene.instrument, "calendar_date": "2026-12-19", "pi": "sekret", "group_id": scene.red}
    ids["spare_run"] = cast.do("member", "POST", "observing_run", night)["id"]


def _objs(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    lost = {"id": LOST, "ra": 200.0, "dec": 20.0, "group_ids": [scene.red]}
    ids["spare_obj"] = LOST
    cast.do("member", "POST", "sources", lost)
    cast.do("member", "DELETE", f"sources/{LOST}", {"group_id": scene.red})
    cast.do("member", "POST", "photometry", scene.points(PUBLISHED, origin="sekret"))
    cast.do("system admin", "DELETE", f"sources/{PUBLISHED}/phot_stat")
    ids["spare_tag"] = cast.do("member", "POST", "objtagoption", {"name": "Spare"})["id"]
    cast.do("member", "POST", f"followup_request/watch/{ids['followup_request']}")
    cast.do("group admin", "POST", "listing", {"obj_id": OBJ, "list_name": "favorites"})


def _conduct(cast: Cast) -> None:
    """The team keeps a ledger for itself, with an entry that it alone sees."""
    red = cast.scene.red
    kept = {"enabled": True, "rules": {"claim_lapsed": {}}, "reviewer_ids": [cast.ids["admin"]]}
    cast.do("group admin", "PUT", f"conduct/settings/{red}", kept)
    cast.do("group admin", "POST", "conduct/members", {"collaboration_id": red, "group_id": red})
    at = datetime.now(UTC)
    values = {
        "collaboration_id": red, "group_id": red, "rule": "claim_lapsed", "rule_version": 1, "parameters": {},
        "key": "sekret", "weight": -1.0, "sentence": "A sekret sentence.", "happened_at": at, "shown_at": at,
        "effective_at": at + timedelta(days=21),
    }  # fmt: skip
    with cast.world.context().transaction() as session:
        made = insert(ConductEntry).values(**values).returning(ConductEntry.id)
        cast.ids["conduct_entry"] = entry_id = session.execute(made).scalar_one()
        rows = [{"kind": "publication", "ids": [cast.ids["publication"]], "count": 1}]
        session.execute(insert(ConductEvidence).values(entry_id=entry_id, subjects=rows))


def _publishing(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    title = {"title": "sekret second paper", "obj_ids": [OBJ], "group_id": scene.red}
    announced = cast.do("member", "POST", "publications", title)["id"]
    cast.do("member", "POST", f"publications/{announced}/stage", {"stage": "announced"})
    owes = cast.do("member", "GET", f"publications/{announced}")["obligations"]
    ids["open_obligation"] = next(o["id"] for o in owes if o["creditor"] == "Green")
    third = cast.do("member", "POST", "publications", title)["id"]
    cast.do("member", "POST", f"publications/{third}/stage", {"stage": "announced"})
    ids["claim"], ids["overlap"] = announced, cast.do("member", "GET", "publications/overlaps")[0]["id"]
    ids["data_set"] = cast.do("member", "POST", f"publications/{ids['publication']}/data_sets", {"name": "Sekret"})[
        "id"
    ]
    service = f"sharing_service/{ids['sharing_service']}"
    asked = cast.do("member", "POST", f"publications/{ids['publication']}/people", {"user_id": ids["admin"]})
    ids["person"] = asked["id"]
    written = {"authors": [{"user_id": ids["admin"]}, {"name": "Sekret Guest"}]}
    cast.do("member", "PUT", f"publications/{ids['publication']}/authors", written)
    cast.do("member", "PUT", f"{service}/group/{ids['spare_group']}", {"owner": False})
    cast.do("member", "POST", f"{service}/coauthor/{ids['admin']}")
    cast.do("member", "POST", f"{service}/group/{scene.red}/auto_publisher", {"user_ids": [ids["admin"]]})
