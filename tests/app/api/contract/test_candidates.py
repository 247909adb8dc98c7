"""``skyportal_py.candidates``: each parameter of the scanning list does what it says; passages, sweeps, reports."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from skyportal_py import annotations as notes
from skyportal_py import candidates, classifications, comments, objs, sources
from skyportal_py import photometry as sky_photometry
from skyportal_py._http import SkyPortalError
from sqlalchemy import insert

from app.access.audiences import intern_groups
from app.tables import ResourceAnnotation
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    made = make_scene(portal)
    for number in (1, 2, 3):
        candidates.post_candidate(
            portal.sky("ada"),
            candidates.CandidatePost(
                id=f"Z{number}", ra=10, dec=20, filter_ids=[made.filter], passed_at=f"2026-01-0{number}",
                redshift=number / 10, passing_alert_id=number,
            ),
        )  # fmt: skip
    return made


def found(scene: Scene, who: str = "ada", **search: Any) -> list[str]:
    page = candidates.fetch_candidates(scene.world.sky(who), **search)
    assert page.total_matches == len(page.candidates)
    return sorted(c.id for c in page.candidates)


def points(scene: Scene, name: str, **changed: Any) -> list[int]:
    body = sky_photometry.PhotometryPost(**scene.points(name, **changed))
    made: list[int] = sky_photometry.post_photometry(scene.world.sky("ada"), body).ids
    return made


def test_scanning_lists(scene: Scene) -> None:
    ada, taxonomy = scene.world.sky("ada"), scene.taxonomy()
    notes.post_annotation(ada, "Z1", "broker", {"drb": 0.9, "kind": "SN", "fast": True})
    notes.post_annotation(ada, "Z2", "broker", {"drb": 0.2, "kind": "AGN", "fast": False})
    given = classifications.ClassificationPost(obj_id="Z1", classification="Ia", taxonomy_id=taxonomy)
    classifications.post_classification(ada, given)
    ids = points(scene, "Z1")
    points(scene, "Z2", mjd=[61000.0, 61001.0, 61002.0], mag=[17.0, 16.0, 17.5], magerr=[0.05] * 3, origin="fp")
    assert found(scene, min_redshift=0.15, max_redshift=0.25) == ["Z2"]
    assert found(scene, classifications=["Ia"]) == ["Z1"]
    assert found(scene, classifications_reject=["Ia"]) == ["Z2", "Z3"]

    def by_annotation(*asked: dict[str, Any]) -> list[str]:
        whole = found(scene, annotation_filter_list=json.dumps(asked))
        assert found(scene, annotation_filter_list=",".join(json.dumps(one) for one in asked)) == whole
        return whole

    assert by_annotation({"origin": "broker", "key": "drb", "min": 0.5, "max": 1.0}) == ["Z1"]
    assert by_annotation({"origin": "broker", "key": "kind", "value": "AGN"}) == ["Z2"]
    assert by_annotation({"origin": "broker", "key": "fast", "value": True}) == ["Z1"]
    assert by_annotation({"origin": "broker", "key": "drb", "max": 1.0}, {"origin": "x", "key": "drb", "min": 0}) == []
    order: dict[str, Any] = {"sort_by_annotation_origin": "broker", "sort_by_annotation_key": "drb"}
    page = candidates.fetch_candidates(ada, **order, sort_by_annotation_order="asc")
    assert [c.id for c in page.candidates] == ["Z2", "Z1", "Z3"]
    assert found(scene, first_detection_after="2024-01-01") == ["Z2"]
    assert found(scene, last_detection_before="2024-01-01") == ["Z1"]
    assert found(scene, number_detections=2, exclude_forced_photometry=True) == ["Z1"]
    assert found(scene, number_detections=3, require_detections=False) == ["Z1", "Z2", "Z3"]
    with scene.world.context().transaction() as session:
        held = {"audience_id": intern_groups(session, [scene.red]), "holder_id": scene.red,
                "owner_id": scene.world.user_id("ada")}  # fmt: skip
        for number, drb in zip(ids, (0.9, 0.4, 0.8), strict=True):
            values = {"resource_type": "photometry", "resource_id": number, "obj_id": "Z1", "origin": "Broker"}
            session.execute(insert(ResourceAnnotation).values(**values, data={"drb": drb}, **held))
    noted: dict[str, Any] = {"photometry_annotations_filter": "drb:0.5:gt"}
    assert found(scene, **noted) == ["Z1"]
    assert found(scene, **noted, photometry_annotations_filter_min_count=2) == ["Z1"]
    assert found(scene, **noted, photometry_annotations_filter_min_count=3) == []
    assert found(scene, **noted, photometry_annotations_filter_origin="other") == []
    assert found(scene, **noted, photometry_annotations_filter_after="2000-01-01") == ["Z1"]
    assert found(scene, **noted, photometry_annotations_filter_before="2000-01-01") == []
    for wrong in ({"annotation_filter_list": "[{]"}, {"annotation_filter_list": '[{"origin": "a"}]'},
                  {"sort_by_annotation_origin": "a"}, {"photometry_annotations_filter": "a:b"}):  # fmt: skip
        with pytest.raises(SkyPortalError) as refused:
            found(scene, **wrong)
        assert refused.value.status_code == 400
    for skymap in ({"localization_dateobs": "2026-01-01"}, {"localization_name": "x"}, {"localization_cumprob": 0.9}):
        with pytest.raises(SkyPortalError) as absent:
            found(scene, **skymap)
        assert absent.value.status_code == 501


def test_names_extras_and_autosave(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    named = candidates.fetch_candidates(ada, obj_id="z", name_only=True)
    assert ([c.id for c in named.candidates], named.total_matches) == (["Z3", "Z2", "Z1"], None)
    assert found(scene, obj_id="Z2") == ["Z2"]
    points(scene, "Z1")
    comments.post_comment(ada, "Z1", "look")
    one = candidates.fetch_candidate(ada, "Z1", include_photometry=True, include_spectra=True, include_alerts=True)
    assert (len(one.photometry or []), one.spectra, [a.filter_id for a in one.passing_alerts or []]) == (
        3, [], [scene.filter]
    )  # fmt: skip
    raw = scene.world.client("ada").get("/api/candidates/Z1?includeComments=true").json()["data"]
    assert [c["text"] for c in raw["comments"]] == ["look"]
    page = candidates.fetch_candidates(ada, num_per_page=2)
    assert page.query_id
    assert [c.id for c in candidates.fetch_candidates(ada, page_number=2, num_per_page=2,
                                                      query_id=page.query_id).candidates] == ["Z1"]  # fmt: skip
    read_only = scene.world.client(token=scene.world.token("ada", acls=("Comment",)))
    assert read_only.get("/api/candidates?autosave=true").status_code == 403
    saved = candidates.fetch_candidates(ada, start_date="2026-01-02", autosave=True, autosave_group_ids=[scene.red])
    assert [c.is_source for c in saved.candidates] == [True, True]
    assert found(scene, saved_status="notSavedToAnyAccessible") == ["Z1"]
    assert found(scene, "bob") == []
    assert candidates.candidate_exists(ada, "Z1")
    assert not candidates.candidate_exists(scene.world.sky("bob"), "Z1")


def test_passages_as_they_are_stored(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    page = candidates.fetch_candidates_filter(ada, num_per_page=2)
    assert ([c.passing_alert_id for c in page.candidates], page.total_matches) == ([1, 2], 3)
    second = candidates.fetch_candidates_filter(ada, num_per_page=2, page_number=2, group_ids=[scene.red])
    assert [c.obj_id for c in second.candidates] == ["Z3"]
    some = candidates.fetch_candidates_filter(ada, start_date="2026-01-02", end_date="2026-01-02T12:00:00")
    assert [c.obj_id for c in some.candidates] == ["Z2"]
    assert candidates.fetch_candidates_filter(ada, filter_ids=[scene.filter + 1]).total_matches == 0
    sources.post_source(ada, sources.SourcePost(id="Z1", group_ids=[scene.red]))
    unsaved = candidates.fetch_candidates_filter(ada, saved_status="notSavedToAnyAccessible")
    assert [c.obj_id for c in unsaved.candidates] == ["Z2", "Z3"]
    assert candidates.fetch_candidates_filter(scene.world.sky("bob")).total_matches == 0


def test_old_candidates_that_nobody_saved_go(scene: Scene) -> None:
    ada, root = scene.world.sky("ada"), scene.world.sky("root")
    points(scene, "Z1")
    sources.post_source(ada, sources.SourcePost(id="Z2", group_ids=[scene.red]))
    now = datetime.now(UTC).isoformat()
    fresh = candidates.CandidatePost(id="Z3", ra=10, dec=20, filter_ids=[scene.filter], passed_at=now)
    candidates.post_candidate(ada, fresh)
    with pytest.raises(SkyPortalError):
        candidates.bulk_delete_candidates(ada)
    would = candidates.bulk_delete_candidates(root, max_age_months=1, dry_run=True)
    assert (would.deleted, would.remaining, would.dry_run) == (1, 0, True)
    assert candidates.candidate_exists(ada, "Z1")
    done = candidates.bulk_delete_candidates(root, max_age_months=1, batch_size=10)
    assert (done.deleted, done.remaining, done.dry_run) == (1, 0, False)
    assert found(scene) == ["Z2", "Z3"]
    with pytest.raises(SkyPortalError):
        objs.delete_obj(ada, "Z1")
    candidates.delete_candidate(ada, "Z3", scene.filter)
    assert found(scene) == ["Z2"]


def test_scan_reports_tell_each_reader_what_they_may_read(scene: Scene) -> None:
    ada, bob, carl = (scene.world.sky(name) for name in ("ada", "bob", "carl"))
    sources.post_source(ada, sources.SourcePost(id="Z1", group_ids=[scene.red], tns_name="2026abc"))
    points(scene, "Z1")
    passed = candidates.ScanReportPassedFiltersRange(start_date="2026-01-01", end_date="2026-01-05")
    post = candidates.ScanReportPost(
        group_ids=[scene.red], passed_filters_range=passed, saved_candidates_window_hours=1
    )
    candidates.post_scan_report(ada, post)
    with pytest.raises(SkyPortalError, match="already"):
        candidates.post_scan_report(carl, post)
    for wrong in ({"group_ids": [scene.blue]}, {"passed_filters_range": None}, {"saved_candidates_window_hours": None}):
        with pytest.raises(SkyPortalError):
            candidates.post_scan_report(ada, post.model_copy(update=wrong))
    reports = candidates.fetch_scan_reports(carl, page=1, num_per_page=5)
    report = reports.reports[0]
    assert (reports.total_matches, report.author, [g.id for g in report.groups or []]) == (1, "ada", [scene.red])
    assert candidates.fetch_scan_reports(bob).total_matches == 0
    item = candidates.fetch_scan_report_items(carl, report.id)[0]
    assert item.obj_id == "Z1"
    data = item.data or {}
    assert (data["tns_name"], data["current_mag"], data["saved_info"][0]["saved_by"]) == ("2026abc", 18.5, "ada")
    candidates.update_scan_report_item(carl, report.id, item.id, comment="follow this up")
    assert (candidates.fetch_scan_report_items(ada, report.id)[0].data or {})["comment"] == "follow this up"
    for number in (report.id, 999):
        with pytest.raises(SkyPortalError):
            candidates.fetch_scan_report_items(bob, number)
        with pytest.raises(SkyPortalError):
            candidates.update_scan_report_item(bob, number, item.id, comment="x")
