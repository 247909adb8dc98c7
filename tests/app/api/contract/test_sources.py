"""``skyportal_py.sources`` over real HTTP: each parameter of the list does what it says, and what hangs on a source."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from skyportal_py import annotations as notes
from skyportal_py import candidates, classifications, comments, objs, sources
from skyportal_py import photometry as sky_photometry
from skyportal_py._http import SkyPortalError
from skyportal_py.source_groups import SourceGroupsPost, post_source_groups, update_source_group
from sqlalchemy import insert, update

from app.access.audiences import intern_groups
from app.tables import Allocation, FollowupRequest, GroupUser, Spectrum
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def save(scene: Scene, name: str, **columns: Any) -> None:
    given = {"ra": 10.0, "dec": 20.0, "group_ids": [scene.red]} | columns
    sources.post_source(scene.world.sky("ada"), sources.SourcePost(id=name, **given))


def found(scene: Scene, who: str = "ada", **search: Any) -> list[str]:
    page = sources.fetch_sources(scene.world.sky(who), **({"sort_by": "id"} | search))
    assert page.total_matches == len(page.sources)
    return [s.id for s in page.sources]


def points(scene: Scene, name: str, who: str = "ada", **changed: Any) -> None:
    body = scene.points(name, **changed)
    sky_photometry.post_photometry(scene.world.sky(who), sky_photometry.PhotometryPost(**body))


def test_lists_by_what_is_stated(scene: Scene) -> None:
    save(scene, "S1", origin="ZTF alerts", alias=["AT1", "Peer"], tns_name="2026abc", redshift=0.1,
         altdata={"simbad": {"class": "RRLyr"}, "rank": 2, "deep": {"x": "b"}})  # fmt: skip
    save(scene, "S2", redshift=0.3, altdata={"rank": 10, "deep": {"x": "a"}}, ra=20.0)
    save(scene, "S3", ra=5.0)
    assert found(scene, alias="peer") == ["S1"]
    assert found(scene, origin="ztf") == ["S1"]
    assert found(scene, simbad_class="rrlyr") == ["S1"]
    assert found(scene, has_tns_name=True) == ["S1"]
    assert found(scene, has_no_tns_name=True) == ["S2", "S3"]
    assert found(scene, source_id="6ab") == ["S1"]
    assert found(scene, source_id="s2") == ["S2"]
    assert found(scene, min_redshift=0.2) == ["S2"]
    assert found(scene, max_redshift=0.2) == ["S1"]
    assert found(scene, sort_by="altdata.rank", sort_order="desc") == ["S2", "S1", "S3"]
    assert found(scene, sort_by="altdata.deep.x", sort_order="asc") == ["S2", "S1", "S3"]
    assert found(scene, sort_by="ra", sort_order="desc") == ["S2", "S1", "S3"]
    assert found(scene, sort_by="redshift", sort_order="asc") == ["S1", "S2", "S3"]
    for column in ("alias", "origin", "tns_name", "dec", "score", "saved_at"):
        assert sorted(found(scene, sort_by=column, sort_order="desc")) == ["S1", "S2", "S3"]
    later = datetime.now(UTC)
    sources.update_source(scene.world.sky("ada"), "S3", redshift=0.5)
    assert found(scene, created_or_modified_after=later.isoformat()) == ["S3"]
    assert found(scene, saved_before=later.isoformat()) == ["S1", "S2", "S3"]
    assert found(scene, saved_after=later.isoformat()) == []
    assert found(scene, "carl", saved_by_current_user=True) == []
    assert found(scene, group_ids=[scene.red], rejected_source_ids=["S1", "S2"]) == ["S3"]
    for wrong in ({"sort_by": "annotation.x"}, {"group_ids": [scene.blue]}, {"min_redshift": float("nan")},
                  {"saved_after": "soon"}):  # fmt: skip
        with pytest.raises(SkyPortalError):
            found(scene, **wrong)
    for skymap in ({"localization_dateobs": "2026-01-01"}, {"localization_cumprob": 0.9},
                   {"localization_name": "a"}, {"localization_reject_sources": True},
                   {"include_sources_in_gcn": True}, {"sort_by": "gcn_status"}):  # fmt: skip
        with pytest.raises(SkyPortalError, match="GCN") as refused:
            found(scene, **skymap)
        assert refused.value.status_code == 501


def test_lists_by_notes(scene: Scene) -> None:
    ada, taxonomy = scene.world.sky("ada"), scene.taxonomy()
    for name in ("S1", "S2", "S3"):
        save(scene, name)
    middle = datetime.now(UTC).isoformat()

    def classify(name: str, what: str, **more: Any) -> None:
        given = {"obj_id": name, "classification": what, "taxonomy_id": taxonomy} | more
        classifications.post_classification(ada, classifications.ClassificationPost(**given))

    classify("S1", "Ia")
    classify("S1", "Supernova")
    classify("S2", "Ia")
    assert found(scene, classifications=["T: Ia"]) == ["S1", "S2"]
    assert found(scene, classifications=["T: Ia", "T: Supernova"]) == ["S1", "S2"]
    assert found(scene, classifications=["T: Ia", "T: Supernova"], classifications_simul=True) == ["S1"]
    assert found(scene, nonclassifications=["T: Supernova"]) == ["S2", "S3"]
    assert found(scene, classifications=["Other: Ia"]) == []
    assert found(scene, classified=True) == ["S1", "S2"]
    assert found(scene, unclassified=True) == ["S3"]
    notes.post_annotation(ada, "S1", "Gaia", {"plx": 1.5, "kind": "star", "Mag_G": 15, "Mag_Bp": 15.5, "Mag_Rp": 14.5})
    notes.post_annotation(ada, "S2", "broker", {"plx": 20, "period": 3.0})
    assert found(scene, annotations_filter="plx:2:lt") == ["S1"]
    assert found(scene, annotations_filter="plx:2:ge,period") == ["S2"]
    assert found(scene, annotations_filter="plx", annotations_filter_origin="gaia,other") == ["S1"]
    assert found(scene, annotations_filter="kind:1:eq") == []
    assert found(scene, annotations_filter="kind") == ["S1"]
    assert found(scene, annotations_filter_after=middle) == ["S1", "S2"]
    assert found(scene, annotations_filter_before=middle) == []
    assert found(scene, sort_by="annotation.Gaia.plx", sort_order="asc") == ["S1", "S2", "S3"]
    assert found(scene, sort_by="annotation.broker.plx", sort_order="asc") == ["S2", "S1", "S3"]
    comments.post_comment(ada, "S1", "Rising FAST")
    comments.post_comment(scene.world.sky("carl"), "S2", "100% fading")
    carl = scene.world.user_id("carl")
    assert found(scene, comments_filter="fast") == ["S1"]
    assert found(scene, comments_filter="fast,0% f") == ["S1", "S2"]
    assert found(scene, comments_filter_author=carl) == ["S2"]
    assert found(scene, comments_filter="fast", comments_filter_author=carl) == []
    assert found(scene, comments_filter_after=middle) == ["S1", "S2"]
    assert found(scene, comments_filter_before=middle) == []
    for wrong in ("plx:2", "plx:two:lt", "plx:2:near", "plx:nan:lt"):
        with pytest.raises(SkyPortalError) as refused:
            found(scene, annotations_filter=wrong)
        assert refused.value.status_code == 400
    color = sources.fetch_source_color_mag(ada, "S1")
    assert [(c.origin, c.color) for c in color] == [("Gaia", 1.0)]
    assert color[0].abs_mag == pytest.approx(15 + 5 * -1.8239, abs=1e-3)
    assert sources.fetch_source_color_mag(ada, "S1", absolute_mag_key="mag_g", color_key="plx")[0].abs_mag == 15
    assert sources.fetch_source_color_mag(ada, "S1", catalog="sdss") == []
    one = sources.fetch_source(ada, "S1", include_color_magnitude=True, include_comment_exists=True)
    assert (len(one.color_magnitude), one.comment_exists, one.spectrum_exists) == (1, True, None)


def test_lists_by_detections_and_magnitudes(scene: Scene) -> None:
    for name in ("S1", "S2", "S3"):
        save(scene, name)
    points(scene, "S1")
    points(scene, "S2", mjd=[61000.0, 61001.0, 61002.0], mag=[17.0, 16.0, 17.5], magerr=[0.05] * 3, origin="fp")
    assert found(scene, start_date="2024-01-01") == ["S2"]
    assert found(scene, end_date="2024-01-01") == ["S1"]
    assert found(scene, number_detections=3) == ["S2"]
    assert found(scene, number_detections=1) == ["S1", "S2"]
    assert found(scene, number_detections=1, exclude_forced_photometry=True) == ["S1"]
    assert found(scene, number_detections=3, require_detections=False) == ["S1", "S2", "S3"]
    assert found(scene, min_peak_magnitude=17) == ["S1"]
    assert found(scene, max_peak_magnitude=17) == ["S2"]
    assert found(scene, min_latest_magnitude=17, max_latest_magnitude=18) == ["S2"]
    assert found(scene, min_latest_magnitude=18) == ["S1"]
    # What another team measured never counts for ours.
    sources.post_source(scene.world.sky("bob"), sources.SourcePost(id="S1", ra=10, dec=20, group_ids=[scene.blue]))
    points(scene, "S1", "bob", mjd=[62000.0], mag=[12.0], magerr=[0.01], group_ids=[scene.blue], limiting_mag=20.0)
    assert found(scene, max_peak_magnitude=13) == []
    assert found(scene, "bob", max_peak_magnitude=13) == ["S1"]
    page = sources.fetch_sources(scene.world.sky("ada"), sort_by="id")
    assert page.sources[0].last_detected is not None
    assert page.sources[0].last_detected.year == 2023


def test_lists_by_work_and_labels(scene: Scene) -> None:
    ada, carl = scene.world.sky("ada"), scene.world.sky("carl")
    for name in ("S1", "S2", "S3"):
        save(scene, name)
    with scene.world.context().transaction() as session:
        held = {"audience_id": intern_groups(session, [scene.red]), "holder_id": scene.red,
                "owner_id": scene.world.user_id("ada"), "obj_id": "S1"}  # fmt: skip
        allocation = session.execute(
            insert(Allocation)
            .values(pi="P", group_id=scene.red, instrument_id=scene.instrument, hours_allocated=1)
            .returning(Allocation.id)
        ).scalar_one()
        session.execute(
            insert(FollowupRequest).values(
                **held, allocation_id=allocation, payload={}, status="Submitted to scheduler"
            )
        )
        session.execute(
            insert(Spectrum).values(
                **held, instrument_id=scene.instrument, observed_at=datetime(2026, 1, 2, tzinfo=UTC), n_points=0,
                wavelengths=b"", fluxes=b"", type="source",
            )
        )  # fmt: skip
    assert found(scene, has_followup_request=True) == ["S1"]
    assert found(scene, has_followup_request=True, followup_request_status="submitted") == ["S1"]
    assert found(scene, has_followup_request=True, followup_request_status="failed") == []
    assert found(scene, has_spectrum=True) == ["S1"]
    assert found(scene, has_no_spectrum=True) == ["S2", "S3"]
    assert found(scene, has_spectrum_after="2026-01-01") == ["S1"]
    assert found(scene, has_spectrum_before="2026-01-01") == []
    assert sources.fetch_source(ada, "S1", include_spectrum_exists=True).spectrum_exists
    sources.post_source_labels(ada, "S1", [scene.red])
    sources.post_source_labels(ada, "S1", [scene.red])
    sources.post_source_labels(carl, "S2", [scene.red])
    assert found(scene, has_been_labelled=True) == ["S1", "S2"]
    assert found(scene, has_not_been_labelled=True) == ["S3"]
    assert found(scene, has_been_labelled=True, current_user_labeller=True) == ["S1"]
    assert found(scene, has_not_been_labelled=True, current_user_labeller=True) == ["S2", "S3"]
    one = sources.fetch_source(ada, "S1", include_labellers=True)
    assert [user["username"] for user in one.labellers] == ["ada"]
    raw = scene.world.client("ada").get("/api/sources?includeLabellers=true&sortBy=id").json()["data"]["sources"]
    assert [label["labeller_id"] for label in raw[1]["labellers"]] == [scene.world.user_id("carl")]
    sources.delete_source_labels(ada, "S1", [scene.red])
    with pytest.raises(SkyPortalError):
        sources.delete_source_labels(ada, "S1", [scene.red])
    with pytest.raises(SkyPortalError):
        sources.post_source_labels(ada, "S1", [scene.blue])
    with pytest.raises(SkyPortalError):
        sources.post_source_labels(scene.world.sky("bob"), "S1", [scene.blue])
    ids = scene.world.client("ada")
    made = ids.post("/api/sources/S1/interests", json={"title": "kilonova?", "link": "https://example.org"})
    assert made.status_code == 200, made.text
    assert ids.post("/api/sources/S1/interests", json={"title": "x", "link": "javascript:1"}).status_code == 400
    assert [i["title"] for i in scene.world.client("carl").get("/api/sources/S1/interests").json()["data"]] == [
        "kilonova?"
    ]
    assert scene.world.client("bob").get("/api/sources/S1/interests").status_code == 404
    assert ids.delete(f"/api/sources/S1/interests/{made.json()['data']['id']}").status_code == 200
    assert ids.delete("/api/sources/S1/interests").status_code == 400


def test_the_shape_of_a_list_and_its_kept_pages(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    for number in range(5):
        save(scene, f"S{number}", ra=10.0 + number)
    first = sources.fetch_sources(ada, num_per_page=2, use_cache=True, sort_by="id", sort_order="asc")
    assert ([s.id for s in first.sources], first.total_matches) == (["S0", "S1"], 5)
    assert first.query_id
    save(scene, "S00")
    kept: dict[str, Any] = {"num_per_page": 2, "use_cache": True, "query_id": first.query_id, "sort_by": "id"}
    second = sources.fetch_sources(ada, page_number=2, **kept)
    assert ([s.id for s in second.sources], second.total_matches, second.query_id) == (
        ["S2", "S3"], 5, first.query_id
    )  # fmt: skip
    theirs = sources.fetch_sources(scene.world.sky("carl"), page_number=2, **kept)
    assert [s.id for s in theirs.sources] == ["S1", "S2"]
    assert sources.fetch_sources(scene.world.sky("bob"), **kept).total_matches == 0
    bare = sources.fetch_sources(ada, remove_nested=True, sort_by="id", include_geojson=True, num_per_page=1)
    assert (bare.sources[0].groups, bare.sources[0].annotations, bare.sources[0].tags) == ([], [], [])
    assert bare.geojson is not None
    assert bare.geojson["features"][0]["geometry"] == {"type": "Point", "coordinates": [10.0, 20.0]}
    full = sources.fetch_sources(ada, include_hosts=True, include_spectrum_exists=True, include_comment_exists=True)
    assert (full.sources[0].host, full.sources[0].spectrum_exists, full.sources[0].comment_exists) == (
        None, False, False
    )  # fmt: skip
    summary = sources.fetch_sources_save_summary(ada, group_ids=[scene.red], sort_by="id", sort_order="asc")
    assert ([s.obj_id for s in summary.sources][:2], summary.total_matches) == (["S0", "S00"], 6)
    beyond = sources.fetch_sources(ada, page_number=9)
    assert (beyond.sources, beyond.total_matches) == ([], 6)
    assert sources.source_exists(ada, "S1")
    assert not sources.source_exists(scene.world.sky("bob"), "S1")
    assert sources.fetch_source_exists(ada, "S1").source_exists
    assert sources.fetch_source_exists(ada, ra=10.0, dec=20.0, radius=0.001).source_exists
    assert not sources.fetch_source_exists(ada, ra=50.0, dec=20.0, radius=0.001).source_exists
    assert not sources.fetch_source_exists(scene.world.sky("bob"), "S1").source_exists


def test_saves_are_asked_for_and_answered(scene: Scene) -> None:
    ada, bob = scene.world.sky("ada"), scene.world.sky("bob")
    save(scene, "S1")
    post_source_groups(ada, SourceGroupsPost(obj_id="S1", invite_group_ids=[scene.blue]))
    assert found(scene, "bob") == []
    assert found(scene, "bob", pending_only=True) == ["S1"]
    assert found(scene, "bob", include_requested=True) == ["S1"]
    groups = sources.fetch_source_saved_groups(bob, "S1")
    assert [(g.id, g.active, g.requested) for g in groups] == [(scene.blue, False, True)]
    with pytest.raises(SkyPortalError):
        update_source_group(ada, "S1", scene.blue, active=True, requested=False)
    update_source_group(bob, "S1", scene.blue, active=True, requested=False)
    assert found(scene, "bob") == ["S1"]
    saved = sources.fetch_source_saved_groups(bob, "S1")[0]
    assert saved.saved_by is not None
    assert saved.saved_by.username == "bob"
    # Asking for what is there already tells nothing, and changes nothing.
    post_source_groups(ada, SourceGroupsPost(obj_id="S1", invite_group_ids=[scene.blue]))
    assert [g.id for g in sources.fetch_source_saved_groups(ada, "S1")] == [scene.red]
    update_source_group(bob, "S1", scene.blue, active=False, requested=False)
    assert found(scene, "bob") == []
    with pytest.raises(SkyPortalError):
        update_source_group(bob, "S1", scene.blue, active=False, requested=False)
    with pytest.raises(SkyPortalError):
        post_source_groups(bob, SourceGroupsPost(obj_id="S9", invite_group_ids=[scene.red]))
    save(scene, "S2")
    with pytest.raises(SkyPortalError) as hidden:
        post_source_groups(bob, SourceGroupsPost(obj_id="S2", invite_group_ids=[scene.red]))
    assert hidden.value.status_code == 404


def test_photometry_is_copied_by_who_may_share_it(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    save(scene, "S1")
    save(scene, "S2", ra=11.0)
    points(scene, "S1")
    sources.post_source_photometry_copy(ada, "S2", "S1", [scene.red])
    copied = sky_photometry.fetch_photometry(scene.world.sky("carl"), "S2")
    assert [p.mag for p in copied] == [pytest.approx(19.0), None, pytest.approx(18.5)]
    for origin, groups in (("S1", [scene.red]), ("S2", [scene.red]), ("S9", [scene.red]), ("S1", [scene.blue])):
        with pytest.raises(SkyPortalError):
            sources.post_source_photometry_copy(ada, "S2", origin, groups)
    save(scene, "S3", ra=12.0)
    with scene.world.context().transaction() as session:
        session.execute(update(GroupUser).where(GroupUser.group_id == scene.red).values(can_share_photometry=False))
    with pytest.raises(SkyPortalError, match="no photometry to copy"):
        sources.post_source_photometry_copy(ada, "S3", "S1", [scene.red])
    number = sky_photometry.fetch_photometry(ada, "S1")[0].id
    refused = scene.world.client("ada").patch(f"/api/photometry/{number}", json={"group_ids": [scene.red]})
    assert refused.status_code == 403


def test_statistics_are_the_readers_own(scene: Scene) -> None:
    ada, bob, root = (scene.world.sky(name) for name in ("ada", "bob", "root"))
    save(scene, "S1", redshift=0.2)
    points(scene, "S1", mjd=[60000.0, 60002.0, 60004.0, 60006.0], mag=[None, 19.0, 18.0, 18.5],
           magerr=[None, 0.05, 0.05, 0.05], filter=["sdssg", "sdssr", "sdssr", "sdssg"])  # fmt: skip
    sources.post_source(bob, sources.SourcePost(id="S1", ra=10, dec=20, group_ids=[scene.blue]))
    points(scene, "S1", "bob", mjd=[60003.0], mag=[12.0], magerr=[0.05], limiting_mag=20.0, group_ids=[scene.blue])
    stat = sources.fetch_source_phot_stat(ada, "S1")
    assert (stat.num_obs_global, stat.num_det_global, stat.num_obs_per_filter) == (4, 3, {"sdssg": 2, "sdssr": 2})
    assert (stat.first_detected_mjd, stat.first_detected_filter, stat.last_detected_mjd) == (60002.0, "sdssr", 60006.0)
    assert stat.peak_mag_global == pytest.approx(18.0)
    assert (stat.peak_mjd_global, stat.predetection_mjds, stat.time_to_non_detection) == (60004.0, [60000.0], 2.0)
    assert stat.rise_rate == pytest.approx(0.5)
    assert stat.decay_rate == pytest.approx(-0.25)
    assert stat.mean_color == {"sdssg-sdssr": pytest.approx(0.0)}
    assert stat.deepest_limit_global == pytest.approx(20.5)
    assert sources.fetch_source_phot_stat(bob, "S1").peak_mag_global == pytest.approx(12.0)
    assert sources.fetch_source_phot_stat(root, "S1").num_obs_global == 5
    fields = sources.fetch_phot_stats_aggregate(ada)
    assert (fields.points, "peak_mag_global" in {f.value for f in fields.fields}) == ([], True)
    axes: dict[str, Any] = {"x_field": "last_detected_mjd", "y_field": "peak_mag_global", "z_field": "num_det_global"}
    plot = sources.fetch_phot_stats_aggregate(ada, **axes, group_id=scene.red, obj_ids=["S1"], max_matches=10)
    assert [(p.id, p.x, p.z, p.redshift) for p in plot.points] == [("S1", 60006.0, 3, 0.2)]
    assert plot.points[0].y == pytest.approx(18.0)
    assert sources.fetch_phot_stats_aggregate(ada, **axes, classifications=["Ia"]).count == 0
    for wrong in ({"x_field": "luck"}, {**axes, "group_id": scene.blue}):
        with pytest.raises(SkyPortalError):
            sources.fetch_phot_stats_aggregate(ada, **wrong)
    with pytest.raises(SkyPortalError):
        sources.fetch_phot_stats_counts(ada)
    assert sources.fetch_phot_stats_counts(root).total_with_phot_stats == 1
    with pytest.raises(SkyPortalError):
        sources.post_source_phot_stat(root, "S1")
    sources.delete_source_phot_stat(root, "S1")
    with pytest.raises(SkyPortalError, match="aside"):
        sources.fetch_source_phot_stat(ada, "S1")
    assert sources.fetch_phot_stats_counts(root).total_without_phot_stats == 1
    sources.post_source_phot_stat(root, "S1")
    sources.update_source_phot_stat(root, "S1")
    sources.delete_source_phot_stat(root, "S1")
    assert sources.post_phot_stats(root, created_at_start_time="2000-01-01").total_matches == 1
    ahead = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert sources.update_phot_stats(root, full_update_end_time=ahead, quick_update_end_time=ahead).total_matches == 1
    assert sources.update_phot_stats(root, full_update_start_time=ahead).total_matches == 0
    assert sources.fetch_source_phot_stat(ada, "S1").last_full_update is not None
    assert sources.fetch_source_phot_stat(ada, "S1").num_det_global == 3


def test_deleting_points_counts_the_peak_anew(scene: Scene) -> None:
    save(scene, "S1")
    points(scene, "S1")
    assert found(scene, max_peak_magnitude=18.6) == ["S1"]
    brightest = [p for p in sky_photometry.fetch_photometry(scene.world.sky("ada"), "S1") if p.mag and p.mag < 18.6]
    sky_photometry.delete_photometry(scene.world.sky("ada"), brightest[0].id)
    assert found(scene, max_peak_magnitude=18.6) == []
    assert found(scene, min_latest_magnitude=18.9, max_latest_magnitude=19.1) == ["S1"]


def test_a_galaxy_is_no_host_here(scene: Scene) -> None:
    save(scene, "S1")
    with pytest.raises(SkyPortalError, match="galaxy") as answer:
        sources.post_source_host(scene.world.sky("ada"), "S1", "M31")
    assert answer.value.status_code == 501
    with pytest.raises(SkyPortalError, match="galaxy"):
        sources.delete_source_host(scene.world.sky("ada"), "S1")


def test_super_objs_bring_what_belongs_together(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    save(scene, "S1")
    save(scene, "S2", ra=10.001)
    points(scene, "S2")
    comments.post_comment(ada, "S2", "the same thing")
    objs.post_super_obj(ada, name="Pair", obj_ids=["S1", "S2"])
    one = sources.fetch_source(ada, "S1", include_super_objs=True, include_photometry=True, include_comments=True)
    assert ([o.obj_id for o in one.associated_objs], len(one.photometry), len(one.comments)) == (["S2"], 3, 1)
    assert one.associated_objs[0].separation == pytest.approx(3.38, abs=0.01)
    assert sources.fetch_source(ada, "S1", include_associated_objs=False).associated_objs == []
    post = candidates.CandidatePost(id="S1", ra=10, dec=20, filter_ids=[scene.filter], passed_at="2026-01-01")
    candidates.post_candidate(ada, post)
    linked = candidates.fetch_candidate(ada, "S1").associated_objs or []
    assert [o.super_obj_name for o in linked] == ["Pair"]
