"""skyportal_py's cross-matches, against stand-ins of Gaia, IRSA, VizieR, Data Lab, PanSTARRS, the MPC and the TNS."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from skyportal_py import annotations as notes
from skyportal_py import sources
from skyportal_py._http import SkyPortalError
from sqlalchemy import text

from tests.app.api.contract.test_sources_sky import scene_with_source
from tests.support.outside import Asked, Said, errands_worker
from tests.support.sky import SkyServices, sky_portal
from tests.support.waiting import until
from tests.support.world import World

SOURCE = "ZTF21secret"


def of(client: Any, origin: str) -> dict[str, Any]:
    found = [a for a in notes.fetch_annotations(client, SOURCE) if a.origin == origin]
    return dict(found[0].data or {}) if found else {}


def tns(path: str, values: dict[str, str], asked: Asked) -> Said:
    assert asked.headers["user-agent"] == 'tns_marker{"tns_id": "17", "type": "bot", "name": "relay"}'
    if values["api_key"] != "portal-key":
        return Said(401, content=b'{"id_code": 401, "id_message": "Unauthorized"}')
    said = json.loads(values["data"])
    if path == "api/get/search":
        if float(said["radius"]) > 5:
            known = [{"prefix": "AT", "objname": "2021far"}, {"prefix": "SN", "objname": "2021near"}]
        else:
            known = [] if float(said["radius"]) < 1 else [{"prefix": "SN", "objname": "2021abc"}]
        return Said(content=json.dumps({"id_code": 200, "id_message": "OK", "data": known}).encode())
    degrees = {"2021far": 20.001, "2021near": 20.0001}[said["objname"]]
    return Said(content=json.dumps({"id_code": 200, "data": {"radeg": 10.0, "decdeg": degrees}}).encode())


def test_cross_matches(migrated_url: str, tmp_path: Path) -> None:
    services = SkyServices()
    services.answers["tns"] = tns
    with sky_portal(migrated_url, tmp_path, services) as portal:
        scene = scene_with_source(portal)
        client = portal.sky("ada")
        notes.post_gaia_annotation(client, SOURCE, crossmatch_radius=50.0, crossmatch_number=2)
        notes.post_irsa_annotation(client, SOURCE, crossmatch_radius=1.5, group_ids=[scene.red])
        notes.post_vizier_annotation(client, SOURCE)
        notes.post_datalab_annotation(client, SOURCE)
        notes.post_datalab_annotation(client, SOURCE, catalog="desi_dr1")
        notes.post_ps1_annotation(client, SOURCE, crossmatch_min_detections=3, crossmatch_number=1)
        sources.post_source_mpc_query(
            client, SOURCE, sources.SourceMpcQueryPost(obscode="I41", date="2021-03-04T12:00:00")
        )
        sources.fetch_source_tns(client, SOURCE)
        assert notes.fetch_annotations(client, SOURCE) == []
        with errands_worker(portal):
            _catalogues(client, services)
            _names(portal, client, services)
            _several(client)
        _private(portal)


def _catalogues(client: Any, services: SkyServices) -> None:
    gaia = until(lambda: of(client, "gaiadr3.gaia_source 2"), 20, "Gaia")
    assert of(client, "gaiadr3.gaia_source")["source_id"] == "1005"
    assert gaia["source_id"] == "1000"
    assert gaia["separation_arcsec"] == pytest.approx(46.86, abs=0.02)
    assert "phot_g_mean_mag < 20.0" in parse_qs(services.asked("gaia")[0].content.decode())["QUERY"][0]
    wise = until(lambda: of(client, "allwise_p3as_psd"), 20, "WISE")
    assert (wise["designation"], wise["w1mpro"]) == ("J0040", 14.2)
    assert of(client, "allwise_p3as_psd 2")["separation_arcsec"] == pytest.approx(1.015, abs=0.01)
    assert "w1sigmpro" not in of(client, "allwise_p3as_psd 2"), "a value that is missing is left out"
    assert until(lambda: of(client, "VII/290"), 20, "VizieR")["z"] == 1.25
    assert until(lambda: of(client, "ls_dr10"), 20, "Data Lab")["z_phot_median"] == 0.08
    assert until(lambda: of(client, "desi_dr1"), 20, "DESI")["z"] == 0.07
    panstarrs = until(lambda: of(client, "ps1.dr2"), 20, "PanSTARRS")
    assert panstarrs["objID"] == 7
    assert "rMeanPSFMag" not in panstarrs, "-999 is no magnitude"
    assert of(client, "ps1.dr2 2") == {}
    notes.post_ps1_annotation(client, SOURCE, catalog="mine", crossmatch_radius=0.5)
    until(lambda: of(client, "mine"), 20, "its own origin")
    notes.post_gaia_annotation(client, SOURCE, catalog="bright", crossmatch_radius=60.0, crossmatch_limmag=0)
    until(lambda: of(client, "bright"), 20, "any magnitude")
    assert any(b"phot_g_mean_mag+%3C" not in a.content for a in services.asked("gaia"))


def _names(portal: World, client: Any, services: SkyServices) -> None:
    told: Any = until(lambda: (s := sources.fetch_source(client, SOURCE)).mpc_name and s.tns_name and s, 20, "names")
    assert (told.tns_name, told.mpc_name, told.is_roid) == ("SN 2021abc", "(433) Eros", True)
    assert told.alias == ["(433) Eros"]
    form = {k: v[0] for k, v in parse_qs(services.asked("mpc")[0].content.decode()).items()}
    assert (form["ra"], form["decl"], form["day"]) == ("00 40 00.00", "+20 00 00.00", "4.500")
    assert (form["oc"], form["limit"], form["radius"]) == ("I41", "24", "1")
    history = portal.client("root").get("/api/sources/ZTF21secret").json()["data"]
    assert history["tns_name"] == "SN 2021abc"


def _several(client: Any) -> None:
    sources.fetch_source_tns(client, SOURCE, radius=10.0)
    until(lambda: sources.fetch_source(client, SOURCE).tns_name == "SN 2021near", 20, "the nearest of two")
    dim = sources.SourceMpcQueryPost(limiting_magnitude=10.0, search_radius=2.0)
    sources.post_source_mpc_query(client, SOURCE, dim)
    for bad in (-1.0, float("nan")):
        with pytest.raises(SkyPortalError, match="radius"):
            sources.fetch_source_tns(client, SOURCE, radius=bad)


def _private(portal: World) -> None:
    bob = portal.client("bob")
    for method, path in (
        ("GET", "tns"), ("POST", "mpc"), ("POST", "annotations/gaia"), ("POST", "annotations/vizier"),
        ("POST", "annotations/ps1"), ("POST", "annotations/irsa"), ("POST", "annotations/datalab"),
    ):  # fmt: skip
        hidden = bob.request(method, f"/api/sources/{SOURCE}/{path}")
        absent = bob.request(method, f"/api/sources/ZTF21absent/{path}")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.content == absent.content
    refused = portal.client("ada").post(f"/api/sources/{SOURCE}/annotations/gaia", json={"group_ids": [99999]})
    assert refused.status_code == 400
    assert refused.json()["data"]["field"] == "group_ids"


def test_what_goes_wrong_leaves_no_note(migrated_url: str, tmp_path: Path) -> None:
    services = SkyServices()
    services.answers["tns"] = lambda _p, _v, _a: Said(429, {"x-rate-limit-reset": "1"}, b'{"id_code": 429}')
    services.answers["panstarrs"] = lambda _p, _v, _a: Said(content=b'{"info": 3}')
    with sky_portal(migrated_url, tmp_path, services) as portal:
        scene_with_source(portal)
        client = portal.sky("ada")
        notes.post_irsa_annotation(client, SOURCE, catalog="nothing_here")
        notes.post_vizier_annotation(client, SOURCE, catalog="I/1")
        notes.post_ps1_annotation(client, SOURCE)
        sources.fetch_source_tns(client, SOURCE)
        reasons = "SELECT kind, state, reason FROM errands ORDER BY id"

        def ends() -> list[Any]:
            with portal.context().transaction() as session:
                return list(session.execute(text(reasons)).all())

        with errands_worker(portal):
            until(lambda: all(one.state == "failed" for one in ends()[:3]), 20, "the ends")
            until(lambda: "slow down" in (ends()[3].reason or ""), 20, "the wait")
            services.answers["tns"] = tns
            until(lambda: sources.fetch_source(client, SOURCE).tns_name == "SN 2021abc", 20, "the name after the wait")
        said = [one.reason for one in ends()]
        assert "relation does not exist" in said[0]
        assert "VizieR has 2 (I/1/a, I/1/b)" in said[1]
        assert "something else than a table" in said[2]
        assert notes.fetch_annotations(client, SOURCE) == []


def test_without_services_nothing_is_promised(portal: World) -> None:
    scene_with_source(portal)
    client = portal.sky("ada")
    for call in (notes.post_gaia_annotation, notes.post_ps1_annotation, sources.fetch_source_tns,
                 sources.post_source_mpc_query):  # fmt: skip
        with pytest.raises(SkyPortalError, match="not set up here") as caught:
            call(client, SOURCE)
        assert caught.value.status_code == 400
