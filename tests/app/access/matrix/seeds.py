"""One row of every kind that the team keeps for itself, made through the API as its members make them."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image
from sqlalchemy import text

from tests.app.access.matrix import more_seeds, spares
from tests.app.access.matrix.cast import ABSENT_OBJ, OBJ, Cast
from tests.app.access.matrix.values import SOON

ABSENT_NUMBER = 987_654_321
TERMS = {
    "products": {
        "photometry": {
            "circles": [{"who": "everybody", "after_days": 365}],
            "use": [{"kind": "permission"}],
        }
    }
}


def picture() -> str:
    """A small PNG, base64."""
    drawn = io.BytesIO()
    Image.new("L", (63, 63), 7).save(drawn, "PNG")
    return base64.b64encode(drawn.getvalue()).decode()


def fill(cast: Cast) -> None:
    """Make the rows; their ids are in ``cast.ids`` by the names that ``values`` uses."""
    scene, ids = cast.scene, cast.ids
    ids |= {
        "obj": OBJ, "group": scene.red, "other_group": scene.blue, "stream": scene.stream, "filter": scene.filter,
        "instrument": scene.instrument, "taxonomy": ids.get("taxonomy") or scene.taxonomy(),
        "user": cast.world.user_id("ada"), "bystander": cast.world.user_id("lou"),
    }  # fmt: skip
    ids["telescope"] = cast.do("member", "GET", f"instrument/{scene.instrument}")["telescope_id"]
    _data(cast)
    _notes(cast)
    _agreements(cast)
    _observing(cast)
    more_seeds.fill(cast)
    spares.fill(cast)


def absent(cast: Cast) -> dict[str, Any]:
    """Names of the same kinds that nobody uses."""
    return {key: _unused(value) for key, value in cast.ids.items()}


def _unused(value: Any) -> Any:
    if isinstance(value, int):
        return ABSENT_NUMBER
    return ABSENT_OBJ if value == OBJ else "f" * len(value)


def _data(cast: Cast) -> None:
    scene, ids = cast.scene, cast.ids
    place = {"id": OBJ, "ra": 10.0, "dec": 20.0}
    passed = {"filter_ids": [scene.filter], "passed_at": "2026-01-01T00:00:00"}
    ids["candidate"] = cast.do("member", "POST", "candidates", place | passed)["ids"][0]
    stated = {"redshift": 0.123456, "summary": "sekret summary", "altdata": {"sekret": 1}, "tns_name": "AT 2026sekret"}
    cast.do("member", "POST", "sources", place | stated | {"group_ids": [scene.red]})
    posted = cast.do("member", "POST", "photometry", scene.points(OBJ, origin="sekret"))
    ids["photometry"], ids["upload"] = posted["ids"][0], posted["upload_id"]
    shown = {"obj_id": OBJ, "data": picture(), "ttype": "new"}
    ids["thumbnail"] = cast.do("member", "POST", "thumbnail", shown)["id"]


def _notes(cast: Cast) -> None:
    scene, ids = cast.scene, cast.ids
    classed = {
        "obj_id": OBJ, "classification": "Ia", "taxonomy_id": ids["taxonomy"], "group_ids": [scene.red],
        "origin": "sekret",
    }  # fmt: skip
    ids["classification"] = cast.do("member", "POST", "classification", classed)["classification_id"]
    said = {"text": "sekret remark @carl", "attachment": {"name": "sekret.txt", "body": "c2VrcmV0"}}
    cast.do("member", "POST", f"sources/{OBJ}/comments", {"text": "sekret aside", "channel": "talk"})
    ids["comment"] = cast.do("member", "POST", f"sources/{OBJ}/comments", said)["comment_id"]
    noted = {"origin": "sekret", "data": {"sekret": 1.5}}
    ids["annotation"] = cast.do("member", "POST", f"sources/{OBJ}/annotations", noted)["annotation_id"]
    ids["token"] = _token(cast)


def _token(cast: Cast) -> str:
    made = cast.do("member", "POST", "internal/tokens", {"name": "sekret token", "acls": []})
    with cast.world.context().transaction() as session:
        name = session.execute(text("SELECT id FROM tokens WHERE name = 'sekret token'")).scalar_one()
    assert made
    return str(name)


def _agreements(cast: Cast) -> None:
    scene, ids = cast.scene, cast.ids
    made = cast.do("group admin", "POST", "policies", {"name": "Terms", "group_id": scene.red, "document": TERMS})
    ids["policy"] = made["id"]
    attached = cast.do("group admin", "POST", f"policies/{made['id']}/attachments", {"group_id": scene.red})
    ids["policy_attachment"] = attached["id"]
    _owed(cast)
    title = {"title": "sekret paper", "obj_ids": [OBJ], "group_id": scene.red}
    ids["publication"] = cast.do("member", "POST", "publications", title)["id"]
    owes = cast.do("member", "GET", f"publications/{ids['publication']}")["obligations"]
    ids["obligation"] = next(o["id"] for o in owes if o["creditor"] == "Green")


def _owed(cast: Cast) -> None:
    """A third team shares its data of the obj with this team, for a permission to be asked."""
    world, scene = cast.world, cast.scene
    world.user("gus")
    green = world.group("Green", admins=("gus",))
    terms = {"circles": [{"who": "group", "group_id": scene.red, "after_days": 0}], "use": [{"kind": "permission"}]}
    document = {"products": {"photometry": terms}}
    with world.context().transaction() as session:
        session.execute(
            text("INSERT INTO group_users (group_id, user_id) VALUES (:g, :u)"),
            {"g": scene.red, "u": world.user_id("gus")},
        )
    with world.client("gus") as gus:
        made = gus.post("/api/policies", json={"name": "Green terms", "group_id": green, "document": document})
        made.raise_for_status()
        policy = made.json()["data"]["id"]
        gus.post(f"/api/policies/{policy}/attachments", json={"group_id": green}).raise_for_status()
        for path, body in (
            ("sources", {"id": OBJ, "ra": 10.0, "dec": 20.0, "group_ids": [green]}),
            ("photometry", scene.points(OBJ, group_ids=[green, scene.red], mjd=[60100.0, 60101.0, 60102.0])),
        ):
            gus.post(f"/api/{path}", json=body).raise_for_status()


def _observing(cast: Cast) -> None:
    scene, ids = cast.scene, cast.ids
    given = {"instrument_id": scene.instrument, "group_id": scene.red, "hours_allocated": 5.0, "pi": "sekret pi"}
    ids["allocation"] = cast.do("group admin", "POST", "allocation", given)["id"]
    with cast.world.context().transaction() as session:
        session.execute(text("UPDATE instruments SET api_classname = 'SINISTROAPI'"))
        session.execute(
            text("UPDATE allocations SET facility = 'SimulatedLCO', facility_config = '{\"site\": \"coj\"}'")
        )
        session.execute(text("UPDATE telescopes SET lat = -31.27, lon = 149.07, elevation = 1116"))
    payload = {"observation_choices": ["rp"], "exposure_time": 60, "exposure_counts": 1, "priority": 3}
    asked = {"obj_id": OBJ, "allocation_id": ids["allocation"], "payload": payload, "target_group_ids": [scene.red]}
    ids["followup_request"] = cast.do("member", "POST", "followup_request", asked)["id"]
    wish = {
        "obj_id": OBJ, "group_id": scene.red, "allocation_ids": [ids["allocation"]], "note": "sekret wish",
        "filters": [{"filter": "sdssr", "exposure_time_s": 60, "exposures": 1}], "deadline": SOON,
    }  # fmt: skip
    ids["trigger"] = cast.do("member", "POST", "triggers", wish)["id"]
