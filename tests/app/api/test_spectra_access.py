"""Spectra and series attacked: what another group can learn of them, and what sharing policies let out when."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text

from tests.app.api.contract.test_spectra import ASCII, payload, post
from tests.app.api.scene import Scene, make_scene
from tests.app.policies.season import data
from tests.app.policies.test_uploads import House, ago, due, house
from tests.support.world import World

__all__ = ["house"]
NOBODYS = 10**6


@pytest.fixture
def scene(portal: World) -> Scene:
    """Two teams; each knows of Z1."""
    made = make_scene(portal)
    for user, group in (("ada", made.red), ("bob", made.blue)):
        saved = {"id": "Z1", "ra": 10.0, "dec": 20.0, "group_ids": [group]}
        data(portal.client(user).post("/api/sources", json=saved))
    return made


def same(scene: Scene, user: str, method: str, path: str, number: int, **body: Any) -> None:
    """Hidden and absent answer with the same bytes, but for the number that was asked for."""
    client = scene.world.client(user)
    hidden, absent = (client.request(method, path.format(n), **body) for n in (number, NOBODYS))
    assert hidden.status_code == absent.status_code == 400, hidden.text
    assert hidden.text.replace(f" {number} ", " # ") == absent.text.replace(f" {NOBODYS} ", " # ")


def test_another_group_learns_nothing_of_a_spectrum(scene: Scene) -> None:
    number = post(scene)
    file = payload(scene).model_dump(exclude_none=True)
    file = {k: v for k, v in file.items() if k not in ("wavelengths", "fluxes", "errors", "units")}
    ada, bob = scene.world.client("ada"), scene.world.client("bob")
    data(ada.post("/api/spectrum/ascii", json=file | {"ascii": ASCII, "filename": "secret.txt"}))
    before = data(bob.get("/api/sources/Z1"))
    for name in ("spectrum", "spectra"):
        same(scene, "bob", "GET", f"/api/{name}/{{}}?includeOriginalFile=true", number)
        same(scene, "bob", "DELETE", f"/api/{name}/{{}}", number)
        same(scene, "bob", "PUT", f"/api/{name}/{{}}", number, json={"label": "mine"})
        same(scene, "bob", "POST", f"/api/{name}/synthphot/{{}}", number, json={"filters": ["sdssr"]})
        for path in ("", "?minimalPayload=true", "?objID=Z1", f"?groupIDs={scene.red}", "?label=file",
                     "?includeOriginalFile=true", "/range?min_date=2020-01-01"):  # fmt: skip
            assert data(bob.get(f"/api/{name}{path}")) == [], path
        asked = {"obj_ids": ["Z1"], "group_id": None}
        assert data(bob.post(f"/api/{name}/bulk", json=asked)) == {"sources": [], "spectra": [], "truncated": False}
    assert data(bob.get("/api/sources/Z1/spectra?includeOriginalFile=true"))["spectra"] == []
    same(scene, "bob", "GET", "/api/spectra/{}/comments", number)
    same(scene, "bob", "GET", "/api/spectra/{}/annotations", number)
    share = {"groupIDs": [scene.blue]}
    for n in (number, NOBODYS):
        refused = bob.post("/api/sharing", json=share | {"spectrumIDs": [n]})
        assert (refused.status_code, str(n) in refused.text) == (400, True)
    assert "Z1" not in {o["obj_id"] for o in data(bob.get("/api/spectra"))}
    assert data(bob.get("/api/sources/Z1")) == before
    why = ada.get(f"/api/access/explain?kind=spectrum&id={number}").json()["data"]
    assert why["readable"], why
    about_bob = f"/api/access/explain?kind=spectrum&id={number}&user_id={scene.world.user_id('bob')}"
    assert not scene.world.client("carl").get(about_bob).json()["data"]["readable"]
    same(scene, "bob", "GET", "/api/access/explain?kind=spectrum&id={}", number)
    # Nobody's token, and one without the ACL.
    assert scene.world.client().get(f"/api/spectra/{number}").status_code == 401
    weak = scene.world.client(token=scene.world.token("ada", ("Comment",)))
    assert weak.get(f"/api/spectra/{number}").status_code == 200
    assert weak.delete(f"/api/spectra/{number}").status_code == 403


def test_a_private_group_is_not_told_by_sharing(scene: Scene) -> None:
    number = post(scene)
    with scene.world.context().transaction() as session:
        session.execute(text("UPDATE groups SET private = true WHERE id = :g"), {"g": scene.blue})
    ada = scene.world.client("ada")
    hidden, absent = (
        ada.post("/api/sharing", json={"groupIDs": [g], "spectrumIDs": [number]}) for g in (scene.blue, NOBODYS)
    )
    assert hidden.status_code == absent.status_code == 400
    assert hidden.text.replace(f" {scene.blue} ", "#") == absent.text.replace(f" {NOBODYS} ", "#")


def test_an_obj_is_known_by_its_spectrum_alone(scene: Scene) -> None:
    saved = {"id": "Z9", "ra": 10.0, "dec": 20.0, "group_ids": [scene.red]}
    data(scene.world.client("ada").post("/api/sources", json=saved))
    assert scene.world.client("bob").get("/api/sources/Z9/spectra").status_code == 404
    number = post(scene, obj_id="Z9", group_ids="all")
    assert len(data(scene.world.client("bob").get("/api/sources/Z9/spectra"))["spectra"]) == 1
    data(scene.world.client("ada").delete(f"/api/spectra/{number}"))
    assert scene.world.client("bob").get("/api/sources/Z9/spectra").status_code == 404


def seen(house: House, who: str) -> int:
    return len(data(house.world.client(who).get("/api/spectra")))


def spectrum(house: House, days: float, **changed: Any) -> dict[str, Any]:
    from app.times import time_of

    body = {
        "obj_id": "Sky1", "instrument_id": house.instrument_id, "observed_at": time_of(ago(days)).isoformat(),
        "wavelengths": [4000.0, 5000.0], "fluxes": [1.0, 2.0], "group_ids": [house.alpha, house.beta],
    }  # fmt: skip
    answer = house.world.client("abe").post("/api/spectra", json=body | changed)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_policy_governs_spectra_as_it_does_photometry(house: House) -> None:
    house.govern(group_id=house.alpha)
    said = spectrum(house, 3)
    number = said["data"]["id"]
    assert [(w["group_id"], w["n_rows"]) for w in said["withheld"]] == [(house.beta, 1)]
    assert "withheld from Beta" in said["message"]
    assert (seen(house, "bob"), seen(house, "abe")) == (0, 1)
    # Asking again, by PUT or by sharing, opens nothing early.
    abe = house.world.client("abe")
    again = abe.put(f"/api/spectra/{number}", json={"group_ids": [house.beta]})
    assert (again.status_code, [w["group_id"] for w in again.json()["withheld"]]) == (200, [house.beta])
    again = abe.post("/api/sharing", json={"groupIDs": [house.beta], "spectrumIDs": [number]})
    assert (again.status_code, [w["group_id"] for w in again.json()["withheld"]]) == (200, [house.beta])
    # A change of the time to long ago does not open it either.
    moved = abe.put(f"/api/spectra/{number}", json={"observed_at": "2020-01-01T00:00:00"})
    assert moved.status_code == 200, moved.text
    assert seen(house, "bob") == 0
    house.release(due(ago(3)))
    assert seen(house, "bob") == 1


def test_beyond_the_policy_is_the_holders_recorded_act(house: House) -> None:
    house.govern(partner_days=None, group_id=house.alpha)
    number = spectrum(house, 3, group_ids=[house.alpha])["data"]["id"]
    (point,) = house.post([ago(3)], group_ids=[house.alpha])["data"]["ids"]
    body = {"groupIDs": [house.beta], "spectrumIDs": [number], "photometryIDs": [point]}
    kept = house.world.client("ada").post("/api/sharing", json=body).json()
    assert {(w["group_id"], w["due_at"]) for w in kept["withheld"]} == {(house.beta, None)}
    assert (seen(house, "bob"), house.seen_by("bob")) == (0, 0)
    refused = house.world.client("abe").post("/api/sharing", json=body | {"why": "we are friends"})
    assert refused.status_code == 403, refused.text
    done = house.world.client("ada").post("/api/sharing", json=body | {"why": "asked for by their student"})
    assert done.status_code == 200, done.text
    assert (seen(house, "bob"), house.seen_by("bob")) == (1, 1)
    with house.world.context().transaction() as session:
        query = "SELECT kind, user_id, why, after FROM history WHERE action = 'share beyond policy' ORDER BY id"
        rows = session.execute(text(query)).all()
    assert [(r.kind, r.user_id) for r in rows] == [
        ("photometry", house.world.user_id("ada")), ("spectrum", house.world.user_id("ada")),
    ]  # fmt: skip
    assert {r.why for r in rows} == {"asked for by their student"}
    assert json.loads(json.dumps(rows[1].after)) == {"ids": [number], "group_ids": [house.beta]}
