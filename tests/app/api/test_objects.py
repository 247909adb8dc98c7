"""Candidates, sources and notes by SkyPortal's own client, over real HTTP."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image
from skyportal_py import annotations as notes
from skyportal_py import candidates, classifications, comments, sources, thumbnails
from skyportal_py import photometry as sky_photometry
from skyportal_py._http import SkyPortalError
from skyportal_py.source_groups import SourceGroupsPost, post_source_groups
from sqlalchemy import event, select

from app.portal.objs import NewObj, ensure_objs
from app.tables import History, OutboxEvent
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    return make_scene(portal)


def pass_filter(scene: Scene, name: str, when: str = "2026-01-01T00:00:00", **more: Any) -> list[int]:
    post = candidates.CandidatePost(id=name, ra=10.0, dec=20.0, filter_ids=[scene.filter], passed_at=when, **more)
    found: list[int] = candidates.post_candidate(scene.world.sky("ada"), post).ids
    return found


def png(side: int = 63) -> str:
    picture = io.BytesIO()
    Image.new("L", (side, side), 7).save(picture, "PNG")
    return base64.b64encode(picture.getvalue()).decode()


def test_a_candidate_twice_is_one(scene: Scene) -> None:
    first = pass_filter(scene, "Z1", passing_alert_id=5)
    assert pass_filter(scene, "Z1", passing_alert_id=5) == first
    assert pass_filter(scene, "Z1", "2026-01-03T00:00:00", passing_alert_id=6) != first
    pass_filter(scene, "Z2", "2026-01-02T00:00:00", redshift=0.1)
    page = candidates.fetch_candidates(scene.world.sky("ada"))
    assert [c.id for c in page.candidates] == ["Z1", "Z2"]
    assert (page.total_matches, page.page_number, page.num_per_page) == (2, 1, 25)
    assert page.query_id
    one = candidates.fetch_candidate(scene.world.sky("ada"), "Z1", include_alerts=True)
    assert [a.passing_alert_id for a in one.passing_alerts or []] == [6, 5]
    assert (one.passing_group_ids, one.filter_ids, one.is_source) == ([scene.red], [scene.filter], False)
    assert one.gal_lat == pytest.approx(-42.3, abs=0.5)
    assert candidates.candidate_exists(scene.world.sky("ada"), "Z1")
    assert not candidates.candidate_exists(scene.world.sky("ada"), "Z9")
    assert candidates.fetch_candidate(scene.world.sky("ada"), "Z2").redshift == 0.1


def names(scene: Scene, **search: Any) -> list[str]:
    return [c.id for c in candidates.fetch_candidates(scene.world.sky("ada"), **search).candidates]


def test_candidates_are_found_by_date_filter_group_and_saving(scene: Scene) -> None:
    for day in (1, 2, 3):
        pass_filter(scene, f"Z{day}", f"2026-01-0{day}T00:00:00")
    client = scene.world.sky("ada")
    sources.post_source(client, sources.SourcePost(id="Z2", group_ids=[scene.red]))
    assert names(scene, start_date="2026-01-02", end_date="2026-01-02T12:00:00") == ["Z2"]
    assert names(scene, group_ids=[scene.red], num_per_page=2, page_number=2) == ["Z1"]
    assert names(scene, filter_ids=[scene.filter], page_number=9) == []
    assert names(scene, saved_status="savedToAllSelected", group_ids=[scene.red]) == ["Z2"]
    assert names(scene, saved_status="savedToAnySelected", group_ids=[scene.red]) == ["Z2"]
    assert names(scene, saved_status="savedToAnyAccessible") == ["Z2"]
    assert names(scene, saved_status="notSavedToAnyAccessible") == ["Z3", "Z1"]
    assert names(scene, saved_status="notSavedToAnySelected", group_ids=[scene.red]) == ["Z3", "Z1"]
    assert names(scene, saved_status="notSavedToAllSelected", group_ids=[scene.red]) == ["Z3", "Z1"]
    saved = candidates.fetch_candidate(client, "Z2")
    assert saved.is_source
    assert [g.id for g in saved.saved_groups or []] == [scene.red]
    with pytest.raises(SkyPortalError, match="not in a group"):
        names(scene, group_ids=[scene.blue])
    for bad in ("pageNumber=0", "savedStatus=perhaps", "numPerPage=501", "annotationFilterList=1", "startDate=soon"):
        assert scene.world.client("ada").get(f"/api/candidates?{bad}").status_code == 400


def test_candidates_carry_what_scanners_look_at(scene: Scene) -> None:
    for name in ("Z1", "Z2"):
        pass_filter(scene, name)
    client = scene.world.sky("ada")
    sky_photometry.post_photometry(client, sky_photometry.PhotometryPost(**scene.points("Z1")))
    notes.post_annotation(client, "Z1", "broker", {"score": 0.5})
    notes.post_annotation(client, "Z2", "broker", {"score": 0.9})
    thumbnails.post_thumbnail(client, thumbnails.ThumbnailPost(obj_id="Z1", data=png(), ttype="new"))
    page = candidates.fetch_candidates(
        client, include_photometry=True, sort_by_annotation_origin="broker", sort_by_annotation_key="score",
        sort_by_annotation_order="asc",
    )  # fmt: skip
    first = page.candidates[0]
    assert [c.id for c in page.candidates] == ["Z1", "Z2"]
    assert len(first.photometry or []) == 3
    assert [t.type for t in first.thumbnails or []] == ["new"]
    assert (first.annotations or [])[0].data == {"score": 0.5}
    assert first.last_detected_at is not None
    assert first.last_detected_at.isoformat() == "2023-02-27T00:00:00+00:00"
    assert names(scene, number_detections=2) == ["Z1"]
    assert names(scene, first_detection_after="2023-02-24", last_detection_before="2023-02-28") == ["Z1"]


def test_a_candidate_is_deleted_by_who_posted_it(scene: Scene) -> None:
    pass_filter(scene, "Z1")
    with pytest.raises(SkyPortalError) as refused:
        candidates.delete_candidate(scene.world.sky("bob"), "Z1", scene.filter)
    assert refused.value.status_code == 400
    candidates.delete_candidate(scene.world.sky("ada"), "Z1", scene.filter)
    assert names(scene) == []


def test_sources_are_saved_found_changed_and_unsaved(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    with pytest.raises(SkyPortalError, match="needs its position"):
        sources.post_source(ada, sources.SourcePost(id="S1", group_ids=[scene.red]))
    saved = sources.post_source(
        ada,
        sources.SourcePost(
            id="S1", ra=10.0, dec=20.0, redshift=0.2, tns_name="2026abc", alias=["a"], t0=6e4, group_ids=[scene.red]
        ),
    )
    assert saved.saved_to_groups == [scene.red]
    assert sources.post_source(ada, sources.SourcePost(id="S1", group_ids=[scene.red])).saved_to_groups == []
    sources.post_source(ada, sources.SourcePost(id="S2", ra=10.0005, dec=20.0))
    sources.update_source(ada, "S1", redshift=0.3, summary="brightening")
    assert scene.world.client("ada").patch("/api/sources/S1", json={"ra": None}).status_code == 400
    flags: dict[str, Any] = {
        f"include_{n}": True for n in (
            "thumbnails", "photometry", "photometry_exists", "spectrum_exists", "comment_exists", "detection_stats",
            "period_exists", "comments", "candidates", "requested", "labellers", "gcn_crossmatches", "analyses",
        )
    }  # fmt: skip
    one = sources.fetch_source(ada, "S1", **flags)
    assert (one.redshift, one.summary, one.photometry_exists) == (0.3, "brightening", False)
    assert (one.tns_name, one.alias, one.t0, one.origin) == ("2026abc", ["a"], 6e4, None)
    assert [d.obj_id for d in one.duplicates] == ["S2"]
    assert one.duplicates[0].separation == pytest.approx(1.69, abs=0.01)
    assert [(g.id, g.active, g.saved_by.username if g.saved_by else "") for g in one.groups] == [
        (scene.red, True, "ada")
    ]
    page = sources.fetch_sources(ada, group_ids=[scene.red], sort_by="id", sort_order="desc")
    assert ([s.id for s in page.sources], page.total_matches, page.group_id) == (["S2", "S1"], 2, scene.red)
    summary = sources.fetch_sources_save_summary(ada, sort_by="saved_at", sort_order="asc")
    assert [s.obj_id for s in summary.sources] == ["S1", "S2"]
    assert len(sources.fetch_source_saved_groups(ada, "S1")) == 1
    sources.delete_source(ada, "S1", scene.red)
    assert [s.id for s in sources.fetch_sources(ada).sources] == ["S2"]
    post_source_groups(ada, SourceGroupsPost(obj_id="S1", invite_group_ids=[scene.red]))
    assert sources.fetch_sources(ada).total_matches == 2
    with pytest.raises(SkyPortalError) as missing:
        sources.fetch_source(ada, "S9")
    assert missing.value.status_code == 404


def found(scene: Scene, **search: Any) -> list[str]:
    return [s.id for s in sources.fetch_sources(scene.world.sky("ada"), sort_by="id", **search).sources]


def test_sources_are_searched(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    for number, (ra, dec) in enumerate([(0.0001, 0.0), (359.9999, 0.0), (180.0, 89.9999), (45.0, -30.0)]):
        sources.post_source(
            ada, sources.SourcePost(id=f"S{number}", ra=ra, dec=dec, redshift=number / 10, origin="made")
        )
    assert found(scene, ra=0.0, dec=0.0, radius=0.0002) == ["S0", "S1"]
    assert found(scene, ra=0.0, dec=90.0, radius=0.001) == ["S2"]
    assert found(scene, ra=45.0, dec=-30.0, radius=0.0) in (["S3"], [])
    assert found(scene, ra=1.0, dec=0.0, radius=180.0) == ["S0", "S1", "S2", "S3"]
    assert found(scene, min_redshift=0.05, max_redshift=0.25) == ["S1", "S2"]
    assert found(scene, source_id="S3") == ["S3"]
    assert found(scene, rejected_source_ids=["S3", "S2"]) == ["S0", "S1"]
    assert found(scene, saved_after="2000-01-01", saved_by_current_user=True, unclassified=True, num_per_page=1) == [
        "S0"
    ]
    assert found(scene, saved_before="2000-01-01") == []
    assert sources.fetch_source_exists(ada, "S1").source_exists
    assert sources.fetch_source_exists(ada, ra=45.0, dec=-30.0, radius=0.01).source_exists
    assert not sources.fetch_source_exists(ada, "S9").source_exists
    for bad in (
        "ra=1",
        "sortBy=luck",
        "annotationsFilter=a:b:lt",
        "minRedshift=nan",
        "pageNumber=0",
        "numPerPage=501",
        "ra=1&dec=2&radius=-1",
    ):
        assert scene.world.client("ada").get(f"/api/sources?{bad}").status_code == 400, bad


def test_a_page_takes_the_same_queries_whatever_its_size(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    for number in range(12):
        pass_filter(scene, f"Z{number}")
        sources.post_source(ada, sources.SourcePost(id=f"Z{number}", group_ids=[scene.red]))
        comments.post_comment(ada, f"Z{number}", "hm")
        notes.post_annotation(ada, f"Z{number}", "b", {"x": 1})
    seen: list[str] = []
    event.listen(scene.world.context("web").engine, "before_cursor_execute", lambda *a: seen.append(a[2]))
    counts = []
    for size in (1, 12):
        for path in ("sources?includeThumbnails=true&includeComments=true&includeDetectionStats=true&",
                     "candidates?includePhotometry=true&includeComments=true&"):  # fmt: skip
            seen.clear()
            answer = scene.world.client("ada").get(f"/api/{path}numPerPage={size}")
            assert answer.status_code == 200, answer.text
            counts.append(len(seen))
    assert counts[:2] == counts[2:]


def test_saving_needs_the_right_to(scene: Scene) -> None:
    from sqlalchemy import update

    from app.tables import GroupUser

    with scene.world.context().transaction() as session:
        session.execute(update(GroupUser).where(GroupUser.group_id == scene.red).values(can_save=False))
    body = {"id": "S1", "ra": 1, "dec": 2, "group_ids": [scene.red]}
    assert scene.world.client("ada").post("/api/sources", json=body).status_code == 403
    token = scene.world.token("ada", acls=())
    assert scene.world.client(token=token).post("/api/sources", json=body).status_code == 403


def test_classifications(scene: Scene) -> None:
    ada, taxonomy = scene.world.sky("ada"), scene.taxonomy()
    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red]))

    def post(**changed: Any) -> int:
        given = {"obj_id": "S1", "classification": "Ia", "taxonomy_id": taxonomy, "probability": 0.9} | changed
        made: int = classifications.post_classification(
            ada, classifications.ClassificationPost(**given)
        ).classification_id
        return made

    number = post()
    for wrong in ({"classification": "Pulsar"}, {"probability": 1.5}, {"taxonomy_id": 99}, {"obj_id": "S9"},
                  {"group_ids": [scene.blue]}):  # fmt: skip
        with pytest.raises(SkyPortalError):
            post(**wrong)
    one = classifications.fetch_classification(ada, number, include_taxonomy=True)
    assert (one.classification, one.author_name, [g.id for g in one.groups or []]) == ("Ia", "ada", [scene.red])
    assert one.taxonomy is not None
    classifications.update_classification(ada, number, classifications.ClassificationUpdate(probability=0.1))
    assert [c.probability for c in classifications.fetch_classifications(ada, "S1")] == [0.1]
    assert found(scene, classifications=["T: Ia"]) == ["S1"]
    assert found(scene, nonclassifications=["T: Ia"]) == []
    assert classifications.fetch_classifications_query(ada).total_matches == 1
    assert classifications.fetch_sources_by_classification(ada) == ["S1"]
    batch = classifications.post_classifications(
        ada, [classifications.ClassificationPost(obj_id="S1", classification="Supernova", taxonomy_id=taxonomy)] * 2
    )
    assert len(batch.classification_ids) == 2
    classifications.delete_classification(ada, number)
    classifications.delete_source_classifications(ada, "S1")
    assert classifications.fetch_classifications(ada, "S1") == []
    with scene.world.context().transaction() as session:
        told = set(session.scalars(select(OutboxEvent.kind)))
        assert {"classification.new", "source.saved"} <= told
        assert "delete" in set(session.scalars(select(History.action).where(History.kind == "classification")))


def test_comments_and_their_attachments(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red]))
    number = comments.post_comment(ada, "S1", "rising fast").comment_id
    body = base64.b64encode(b"<script>").decode()
    held = comments.post_comment_with_attachment(ada, "S1", "see file", "a b.html", f"data:text/html;base64,{body}")
    assert comments.fetch_comment_attachment(ada, "S1", held.comment_id) == b"<script>"
    raw = scene.world.client("ada").get(f"/api/sources/S1/comments/{held.comment_id}/attachment")
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"] == 'attachment; filename="a_b.html"'
    assert [c.text for c in comments.fetch_comments(ada, "S1")] == ["rising fast", "see file"]
    assert [c.text for c in comments.fetch_comments(ada, "S1", text="FILE")] == ["see file"]
    comments.update_comment(ada, "S1", number, "fading")
    one = comments.fetch_comment(ada, "S1", number)
    assert (one.text, one.bot, (one.author or {})["username"]) == ("fading", True, "ada")
    comments.delete_comment(ada, "S1", number)
    with pytest.raises(SkyPortalError):
        comments.fetch_comment(ada, "S1", number)
    with pytest.raises(SkyPortalError) as missing:
        comments.post_comment(ada, "S9", "hello")
    assert missing.value.status_code == 404


def test_annotations(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red]))
    number = notes.post_annotation(ada, "S1", "gaia", {"plx": 1.5}).annotation_id
    with pytest.raises(SkyPortalError, match="already"):
        notes.post_annotation(ada, "S1", "gaia", {"plx": 2})
    notes.update_annotation(ada, "S1", number, {"plx": 3, "period": 1})
    assert notes.fetch_annotation(ada, "S1", number).data == {"plx": 3, "period": 1}
    assert [a.origin for a in notes.fetch_annotations(ada, "S1")] == ["gaia"]
    assert sources.fetch_source(ada, "S1", include_period_exists=True).period_exists
    notes.delete_annotation(ada, "S1", number)
    assert notes.fetch_annotations(ada, "S1") == []


def test_thumbnails(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red]))
    number = thumbnails.post_thumbnail(ada, thumbnails.ThumbnailPost(obj_id="S1", data=png(), ttype="new")).id
    one = thumbnails.fetch_thumbnail(ada, number)
    picture = scene.world.client("ada").get(one.public_url or "")
    assert (picture.headers["content-type"], picture.content) == ("image/png", base64.b64decode(png()))
    for data in (png(8), png(501), "####", base64.b64encode(b"GIF89a").decode(), png()[: len(png()) // 2]):
        with pytest.raises(SkyPortalError):
            thumbnails.post_thumbnail(ada, thumbnails.ThumbnailPost(obj_id="S1", data=data, ttype="new"))
    thumbnails.delete_thumbnail(ada, number)
    with pytest.raises(SkyPortalError):
        thumbnails.fetch_thumbnail(ada, number)


def test_explain_says_which_rule(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    pass_filter(scene, "Z1")
    number = sky_photometry.post_photometry(ada, sky_photometry.PhotometryPost(**scene.points("Z1"))).ids[0]

    def ask(who: str, **more: Any) -> Any:
        params: dict[str, Any] = {"kind": "photometry", "id": number} | more
        return scene.world.client(who).get("/api/access/explain", params=params)

    assert ask("ada").json()["data"]["rule"] == "owner"
    carl = ask("carl").json()["data"]
    assert (carl["rule"], carl["sentences"]) == (
        "grant", [
            "You are in the group 'Red': this grant lets you read it.",
            "You are an administrator of 'Red', which holds it: you may change or delete it.",
        ],
    )  # fmt: skip
    assert (carl["writable"], carl["write_rule"]) == (True, "holder's administrator")
    bob = scene.world.user_id("bob")
    about_bob = ask("carl", user_id=bob).json()["data"]
    assert (about_bob["readable"], about_bob["rule"]) == (False, "nothing")
    assert "bob is not in the group 'Red'" in about_bob["sentences"][0]
    assert ask("ada", user_id=bob).status_code == 403
    assert ask("root", user_id=bob).json()["data"]["rule"] == "nothing"
    hidden, missing = ask("bob"), ask("bob", id=10**9)
    assert hidden.status_code == missing.status_code == 400
    assert hidden.text.replace(f"id {number} ", "id N ") == missing.text.replace(f"id {10**9} ", "id N ")
    assert ask("ada", kind="password").status_code == 400


def test_objects_made_by_services_are_served(scene: Scene) -> None:
    with scene.world.context("ingest").transaction() as session:
        ensure_objs(session, [NewObj("Q1", 1.0, 2.0)], scene.world.user_id("root"))
    assert scene.world.client("ada").get("/api/sources/Q1").status_code == 404
