"""skyportal_py.analysis against a running portal, its errands worker and a real service on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from skyportal_py import analysis as sky
from skyportal_py._http import SkyPortalError
from sqlalchemy import select

from app.tables import ErrandRow
from tests.app.api.analysis_service import PNG, Service, analysis_service, good_answer
from tests.app.api.scene import Scene, make_scene
from tests.support.outside import errands_worker, reach_loopback
from tests.support.waiting import until
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    made = make_scene(portal)
    reach_loopback(portal)
    ada = portal.client("ada")
    answer = ada.post("/api/sources", json={"id": "SN1", "ra": 10.0, "dec": 20.0, "group_ids": [made.red]})
    assert answer.status_code == 200, answer.text
    assert ada.post("/api/photometry", json=made.points("SN1")).status_code == 200
    return made


@pytest.fixture
def fitter(scene: Scene) -> Iterator[Service]:
    with analysis_service() as service, errands_worker(scene.world):
        yield service


def registered(scene: Scene, url: str, **more: object) -> int:
    payload = sky.AnalysisServicePost(
        **{
            "name": "Fitter", "url": url, "authentication_type": "header_token",
            "authinfo": json.dumps({"header_token": {"Authorization": "Bearer s3cret"}}),
            "analysis_type": "lightcurve_fitting", "input_data_types": ["photometry", "redshift"],
            "optional_analysis_parameters": json.dumps({"source": ["a", "b"]}), "timeout": 60.0,
            "group_ids": [scene.red],
        } | more
    )  # fmt: skip
    made: int = sky.post_analysis_service(scene.world.sky("root"), payload).id
    return made


def finished(ada: Any, analysis_id: int) -> sky.ObjAnalysis:
    def probe() -> sky.ObjAnalysis | None:
        found = sky.fetch_analysis(ada, analysis_id, include_analysis_data=True, include_filename=True)
        return None if found.status in ("queued", "pending") else found

    found = until(probe, 15, "the analysis ends", every_s=0.05)
    assert found is not None
    return found


def test_a_service_is_kept_and_its_credentials_are_not_shown(scene: Scene) -> None:
    root, ada, bob = (scene.world.sky(name) for name in ("root", "ada", "bob"))
    service_id = registered(scene, "https://fit.example.org/run")
    found = sky.fetch_analysis_service(ada, service_id)
    assert (found.name, found.timeout, found.enabled, found.input_data_types) == (
        "Fitter", 60.0, True, ["photometry", "redshift"],
    )  # fmt: skip
    assert found.optional_analysis_parameters == {"source": ["a", "b"]}
    assert [g.name for g in found.groups] == ["Red"]
    assert b"s3cret" not in scene.world.client("root").get(f"/api/analysis_service/{service_id}").content
    assert [s.id for s in sky.fetch_analysis_services(ada)] == [service_id]
    assert sky.fetch_analysis_services(bob) == []
    for who in (ada, bob):
        with pytest.raises(SkyPortalError):
            sky.update_analysis_service(who, service_id, sky.AnalysisServiceUpdate(enabled=False))
    sky.update_analysis_service(root, service_id, sky.AnalysisServiceUpdate(enabled=False, display_name="F"))
    changed = sky.fetch_analysis_service(ada, service_id)
    assert (changed.enabled, changed.display_name, changed.name) == (False, "F", "Fitter")
    with pytest.raises(SkyPortalError, match="switched off"):
        sky.post_analysis(ada, "SN1", service_id)
    with pytest.raises(SkyPortalError, match="credentials anew"):
        sky.update_analysis_service(root, service_id, sky.AnalysisServiceUpdate(url="https://evil.example.org/"))
    for url in ("ftp://x.org/", "http://u:p@x.org/", "nonsense"):
        with pytest.raises(SkyPortalError, match=r"address|host|password"):
            registered(scene, url, name=url)
    with pytest.raises(SkyPortalError, match="header_token"):
        registered(scene, "https://x.org", name="n", authinfo='{"token": 1}')
    history = scene.world.client("root")
    assert b"s3cret" not in history.get("/api/analysis_service").content
    sky.delete_analysis_service(root, service_id)
    with pytest.raises(SkyPortalError, match="no analysis service"):
        sky.fetch_analysis_service(ada, service_id)


def test_an_analysis_from_the_wish_to_its_plot(scene: Scene, fitter: Service) -> None:
    ada, bob = scene.world.sky("ada"), scene.world.sky("bob")
    service_id = registered(scene, f"{fitter.server.url}/fit")
    fitter.mood = "busy"
    wish = sky.AnalysisPost(analysis_parameters={"source": "a"}, show_plots=True, group_ids=[scene.red])
    analysis_id = sky.post_analysis(ada, "SN1", service_id, wish).id
    found = finished(ada, analysis_id)
    assert (found.status, found.status_message, found.num_plots) == ("completed", "fitted 3 points", 1)
    assert found.data == good_answer(3)["analysis"]
    assert (found.show_plots, found.show_corner, found.analysis_parameters) == (True, False, {"source": "a"})
    assert found.filename == f"analysis_{analysis_id}.json"
    assert found.token is None
    asked = fitter.server.asked
    assert len(asked) == 2, "the first was told to come again"
    assert asked[1].headers["authorization"] == "Bearer s3cret"
    question = asked[1].json()
    assert question["resource_id"] == "SN1"
    assert question["inputs"]["analysis_parameters"] == {"source": "a"}
    assert question["inputs"]["photometry"].startswith("mjd,filter,flux")
    fitter.join()
    assert [status for status, _ in fitter.told] == [200, 400], "an answer is taken once"
    assert sky.fetch_analysis_results(ada, analysis_id) == {"chi2": 1.5, "n": 3}
    assert json.loads(sky.fetch_analysis_results(ada, analysis_id, download=True)) == {"chi2": 1.5, "n": 3}
    assert sky.fetch_analysis_plot(ada, analysis_id) == PNG
    with pytest.raises(SkyPortalError, match="no plot 1"):
        sky.fetch_analysis_plot(ada, analysis_id, plot_number=1)
    raw = scene.world.client("ada")
    assert raw.get(f"/api/obj/analysis/{analysis_id}/corner").status_code == 400

    brief = sky.fetch_analyses(ada)
    assert [(a.id, a.groups, a.duration) for a in brief] == [(analysis_id, [], None)]
    full = sky.fetch_analyses(ada, obj_id="N1", analysis_service_id=service_id, include_filename=True)
    assert [(a.id, a.filename) for a in full] == [(analysis_id, found.filename)]
    assert full[0].duration is not None
    assert sky.fetch_analyses(ada, obj_id="SN2") == []
    assert sky.fetch_analyses(ada, analysis_service_id=service_id + 1) == []
    assert sky.fetch_analyses(ada, summary_only=True) == []

    # Another group's analysis does not exist: neither it, nor its plots, nor that it can be deleted.
    assert sky.fetch_analyses(bob, obj_id="SN1") == []
    blue = scene.world.client("bob")
    for tail in ("", "/results", "/plots/0", "/corner", "/results?download=true"):
        known, unknown = (blue.get(f"/api/obj/analysis/{i}{tail}") for i in (analysis_id, analysis_id + 1000))
        assert known.status_code == unknown.status_code == 400
        assert known.content.replace(f"id {analysis_id} ".encode(), b"id 9 ") == unknown.content.replace(
            f"id {analysis_id + 1000} ".encode(), b"id 9 "
        )
    with pytest.raises(SkyPortalError, match="no analysis"):
        sky.delete_analysis(bob, analysis_id)
    sky.delete_analysis(ada, analysis_id)
    with pytest.raises(SkyPortalError, match="no analysis"):
        sky.fetch_analysis(ada, analysis_id)


@pytest.mark.parametrize(
    ("mood", "status", "message"),
    [
        ("broken", "failure", "answered 400: I do not understand"),
        ("failing", "failure", "no supernova here"),
        ("rubbish", "completed", "fitted 3 points"),
        ("silent", "timed_out", "did not answer in time"),
    ],
)
def test_services_that_misbehave(scene: Scene, fitter: Service, mood: str, status: str, message: str) -> None:
    ada = scene.world.sky("ada")
    fitter.mood = mood
    service_id = registered(scene, fitter.server.url, timeout=2.0 if mood == "silent" else 60.0)
    found = finished(ada, sky.post_analysis(ada, "SN1", service_id).id)
    assert (found.status, message in (found.status_message or "")) == (status, True), found
    fitter.join()
    if mood == "rubbish":
        assert [code for code, _ in fitter.told] == [400, 200], "after rubbish it may try again"
        assert "base64" in fitter.told[0][1]["message"]
    if mood == "silent":
        late = scene.world.client().post(fitter.server.asked[0].json()["callback_url"], json=good_answer(3))
        assert late.status_code == 400


def test_what_cannot_be_asked_for(scene: Scene, fitter: Service) -> None:
    ada, bob = scene.world.sky("ada"), scene.world.sky("bob")
    service_id = registered(scene, fitter.server.url, group_ids=[scene.red, scene.blue])
    wish = sky.AnalysisPost(analysis_parameters={"other": 1})
    with pytest.raises(SkyPortalError, match="no parameter 'other'"):
        sky.post_analysis(ada, "SN1", service_id, wish)
    with pytest.raises(SkyPortalError, match="input_filters"):
        sky.post_analysis(ada, "SN1", service_id, sky.AnalysisPost(input_filters={"moods": {}}))
    # Bob may use the service, and may not know of the source.
    for name in ("SN1", "nothing"):
        with pytest.raises(SkyPortalError) as caught:
            sky.post_analysis(bob, name, service_id)
        assert caught.value.status_code == 404
    # Webhook addresses are not guessed.
    nobody = scene.world.client()
    bodies = {nobody.post(f"/api/webhook/obj_analysis/{guess}", json=good_answer(1)).content
              for guess in ("0" * 64, "x", "' OR 1=1 --")}  # fmt: skip
    assert len(bodies) == 1, bodies
    # Only photometry by this filter is sent, and nothing is left of it: told, not sent.
    filtered = sky.AnalysisPost(input_filters={"photometry": {"filters": ["sdssg"]}})
    found = finished(ada, sky.post_analysis(ada, "SN1", service_id, filtered).id)
    assert (found.status, "no photometry" in (found.status_message or "")) == ("failure", True)
    assert fitter.server.asked == []


def test_uploads(scene: Scene) -> None:
    ada, carl, bob = (scene.world.sky(name) for name in ("ada", "carl", "bob"))
    service_id = registered(scene, "https://unused.example.org", upload_only=True)
    answer = good_answer(7)
    payload = sky.AnalysisUploadPost(analysis=answer["analysis"], message="mine", show_parameters=True)
    made = sky.post_analysis_upload(ada, "SN1", service_id, payload)
    assert made.message == "mine"
    found = sky.fetch_analysis(carl, made.id)
    assert (found.status, found.status_message, found.num_plots) == ("completed", "mine", 1)
    assert [g.name for g in found.groups] == ["Red"]
    assert sky.fetch_analysis_plot(carl, made.id) == PNG
    with pytest.raises(SkyPortalError):
        sky.fetch_analysis(bob, made.id)
    with pytest.raises(SkyPortalError, match="analysis_upload"):
        sky.post_analysis(ada, "SN1", service_id)
    script = {"plots": [{"format": "svg", "data": "PHN2Zz48L3N2Zz4="}]}
    with pytest.raises(SkyPortalError, match="PNG, JPEG"):
        sky.post_analysis_upload(ada, "SN1", service_id, sky.AnalysisUploadPost(analysis=script))
    pickled = {"results": {"format": "joblib", "data": "gASVAAA="}}
    made = sky.post_analysis_upload(ada, "SN1", service_id, sky.AnalysisUploadPost(analysis=pickled))
    with pytest.raises(SkyPortalError, match="download=true"):
        sky.fetch_analysis_results(ada, made.id)
    assert sky.fetch_analysis_results(ada, made.id, download=True) == b"\x80\x04\x95\x00\x00"
    sky.delete_analysis(carl, made.id)


def test_a_default_analysis_starts_once_when_a_source_is_classified(scene: Scene, fitter: Service) -> None:
    ada, bob, world = scene.world.sky("ada"), scene.world.sky("bob"), scene.world
    service_id = registered(scene, fitter.server.url, group_ids=[scene.red, scene.blue])
    wanted = sky.DefaultAnalysisPost(
        default_analysis_parameters={"source": "b"}, daily_limit=1, show_plots=True,
        source_filter={"classifications": [{"name": "Ia", "probability": 0.8}]},
    )  # fmt: skip
    default_id = sky.post_default_analysis(ada, service_id, wanted).id
    theirs = sky.post_default_analysis(bob, service_id, wanted).id
    taxonomy = scene.taxonomy()
    client = world.client("ada")

    def classify(obj_id: str, name: str, probability: float) -> None:
        body = {"obj_id": obj_id, "taxonomy_id": taxonomy, "classification": name, "probability": probability,
                "group_ids": [scene.red]}  # fmt: skip
        answer = client.post("/api/classification", json=body)
        assert answer.status_code == 200, answer.text

    for name, probability in (("Supernova", 1.0), ("Ia", 0.5)):
        classify("SN1", name, probability)
    assert sky.fetch_analyses(ada) == []
    classify("SN1", "Ia", 0.9)
    until(lambda: sky.fetch_analyses(ada), 15, "the default analysis starts", every_s=0.05)
    classify("SN1", "Ia", 0.95)
    (started,) = sky.fetch_analyses(ada, obj_id="SN1")
    found = finished(ada, started.id)
    assert (found.status, found.analysis_parameters, found.show_plots) == ("completed", {"source": "b"}, True)
    # The day's one is used up; and what bob cannot read never starts anything of his.
    client.post("/api/sources", json={"id": "SN2", "ra": 1.0, "dec": 2.0, "group_ids": [scene.red]})
    classify("SN2", "Ia", 0.9)

    def states() -> list[str]:
        with world.context().transaction() as session:
            return list(session.scalars(select(ErrandRow.state).where(ErrandRow.kind == "analysis.default")))

    until(lambda: states() == ["done", "done"], 15, "both are dealt with", every_s=0.05)
    assert len(sky.fetch_analyses(ada)) == 1
    assert sky.fetch_analyses(bob) == []

    one = sky.fetch_default_analysis(ada, service_id, default_id)
    assert one.stats is not None
    assert (one.stats["daily_limit"], one.stats["daily_count"]) == (1, 1)
    assert one.analysis_service is not None
    assert one.author is not None
    assert one.author.username == "ada"
    assert [d.id for d in sky.fetch_default_analyses(ada, service_id)] == [default_id]
    sky.update_default_analysis(ada, service_id, default_id, sky.DefaultAnalysisPost(daily_limit=5))
    changed = sky.fetch_default_analysis(ada, service_id, default_id)
    assert changed.stats is not None
    assert changed.stats["daily_limit"] == 5
    assert changed.source_filter == one.source_filter
    bad = sky.DefaultAnalysisPost(source_filter={"classifications": [{"name": "Ia", "probability": 7}]})
    with pytest.raises(SkyPortalError, match="source_filter"):
        sky.update_default_analysis(ada, service_id, default_id, bad)
    with pytest.raises(SkyPortalError, match="no default analysis"):
        sky.delete_default_analysis(bob, service_id, default_id)
    sky.delete_default_analysis(ada, service_id, default_id)
    sky.delete_default_analysis(bob, service_id, theirs)
    assert sky.fetch_default_analyses(ada, service_id) == []
