"""Spectra by SkyPortal's own client, over real HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import numpy as np
import pytest
from skyportal_py import annotations as sky_annotations
from skyportal_py import comments as sky_comments
from skyportal_py import photometry as sky_photometry
from skyportal_py import spectra as sky
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

WAVES = np.linspace(3000.0, 11000.0, 400)
ASCII = """# OBJECT  = 'SN 2026a '           / name
# EXPTIME =               1200.5 / seconds
# FLUXCAL = T
# HISTORY bias
# HISTORY flat
# observer: A. N. Other
# N: 3
wavelength flux err flag
4000.0 1.0e-16 1e-17 a
5000.0 2.0e-16 2e-17 b
6000.0 3.0e-16 3e-17 c
"""


@pytest.fixture
def scene(portal: World) -> Scene:
    """Two teams; red knows of two objs by candidates."""
    made = make_scene(portal)
    for name in ("Z1", "Z2"):
        body = {"id": name, "ra": 10.0, "dec": 20.0, "filter_ids": [made.filter], "passed_at": "2026-01-01T00:00:00"}
        answer = portal.client("ada").post("/api/candidates", json=body)
        assert answer.status_code == 200, answer.text
    return made


def payload(scene: Scene, **changed: Any) -> sky.SpectrumPost:
    fluxes = 3631e-23 * 2.99792458e18 / WAVES**2 * 10 ** (-0.4 * 17.0)
    given: dict[str, Any] = {
        "obj_id": "Z1", "instrument_id": scene.instrument, "observed_at": "2026-01-02T03:04:05",
        "wavelengths": WAVES.tolist(), "fluxes": fluxes.tolist(), "errors": (fluxes / 10).tolist(),
        "units": "erg/s/cm/cm/AA", "group_ids": [scene.red],
    }  # fmt: skip
    return sky.SpectrumPost(**(given | changed))


def post(scene: Scene, user: str = "ada", **changed: Any) -> int:
    made = sky.post_spectrum(scene.world.sky(user), payload(scene, **changed))
    return int(made.id)


def ids(found: list[Any]) -> list[int]:
    return [one.id for one in found]


def test_a_spectrum_is_kept_as_it_was_sent_changed_and_deleted(scene: Scene) -> None:
    ada, bob = scene.world.sky("ada"), scene.world.user_id("bob")
    number = post(
        scene, origin="pipe", label="first", type="host", altdata={"seeing": 1.5}, pi=[bob], external_pi="A. N. Other",
        reduced_by=[scene.world.user_id("ada")], observed_by=[bob, scene.world.user_id("carl")],
    )  # fmt: skip
    found = sky.fetch_spectrum(ada, number)
    assert found.wavelengths == WAVES.tolist()
    assert found.errors is not None
    assert found.fluxes[7] == payload(scene).fluxes[7]
    assert (found.units, found.origin, found.label, found.type) == ("erg/s/cm/cm/AA", "pipe", "first", "host")
    assert found.observed_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (found.instrument_name, found.telescope_name, found.altdata) == ("Cam", "Tel", {"seeing": 1.5})
    assert [u.username for u in found.pis] == ["bob"]
    assert (found.external_pi, found.external_observer) == ("A. N. Other", None)
    assert [u.username for u in found.observers] == ["bob", "carl"]
    assert found.owner is not None
    assert found.owner.username == "ada"
    assert [g.name for g in found.groups] == ["Red"]
    sky.update_spectrum(ada, number, sky.SpectrumUpdate(label="second", group_ids="all", fluxes=[1.0] * 400))
    found = sky.fetch_spectrum(ada, number)
    assert (found.label, found.fluxes[0], len(found.groups)) == ("second", 1.0, 2)
    assert sky.fetch_spectrum(scene.world.sky("bob"), number).label == "second"
    with pytest.raises(SkyPortalError) as refused:
        sky.update_spectrum(scene.world.sky("bob"), number, sky.SpectrumUpdate(label="mine"))
    assert refused.value.status_code == 403
    with pytest.raises(SkyPortalError) as refused:
        sky.delete_spectrum(scene.world.sky("bob"), number)
    assert refused.value.status_code == 403
    sky.delete_spectrum(scene.world.sky("carl"), number)
    with pytest.raises(SkyPortalError) as gone:
        sky.fetch_spectrum(ada, number)
    assert gone.value.status_code == 400


def test_the_spectra_of_a_source(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    first = post(scene, observed_at="2026-02-01T00:00:00", errors=None, fluxes=[*[4.0] * 399, 8.0], units="Jy")
    second = post(scene, observed_at="2026-01-01T00:00:00")
    assert ids(sky.fetch_spectra(ada, "Z1")) == [second, first]
    assert ids(sky.fetch_spectra(ada, "Z1", sort_by="created_at", sort_order="desc")) == [second, first]
    found = sky.fetch_spectra(ada, "Z1", normalization="median", sort_by="created_at")
    assert ids(found) == [first, second]
    assert (found[0].fluxes[0], found[0].fluxes[-1]) == (1.0, 2.0)
    assert found[0].observed_at_mjd == 61072.0
    assert np.median(np.abs(found[1].fluxes)) == pytest.approx(1)
    with pytest.raises(SkyPortalError) as gone:
        sky.fetch_spectra(ada, "nobody")
    assert gone.value.status_code == 404
    assert scene.world.client("ada").get("/api/sources/Z1/spectra?normalization=max").status_code == 400


def test_files_with_headers_become_spectra(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    parsed = sky.parse_spectrum_ascii(ada, sky.SpectrumAsciiParse(ascii=ASCII, fluxerr_column=2))
    assert (parsed.wavelengths, parsed.errors) == ([4000, 5000, 6000], [1e-17, 2e-17, 3e-17])
    assert parsed.altdata == {
        "OBJECT": "SN 2026a", "EXPTIME": 1200.5, "FLUXCAL": True, "HISTORY": ["bias", "flat"],
        "observer": "A. N. Other", "N": 3, "COLUMNS": "wavelength flux err flag",
    }  # fmt: skip
    swapped = "1.0e-16,4000\n2.0e-16,5000\n"
    parsed = sky.parse_spectrum_ascii(ada, sky.SpectrumAsciiParse(ascii=swapped, wave_column=1, flux_column=0))
    assert (parsed.wavelengths, parsed.fluxes, parsed.errors) == ([4000, 5000], [1e-16, 2e-16], None)
    sent = sky.SpectrumAsciiPost(
        ascii=ASCII, obj_id="Z1", instrument_id=scene.instrument, observed_at="2026-01-02T00:00:00", filename="a.txt",
        fluxerr_column=2, group_ids=[scene.red], label="file",
    )  # fmt: skip
    number = sky.post_spectrum_ascii(ada, sent).id
    found = sky.fetch_spectrum(ada, number)
    assert (found.original_file_string, found.original_file_filename, found.label) == (None, "a.txt", "file")
    assert found.altdata is not None
    assert found.altdata["EXPTIME"] == 1200.5
    assert sky.fetch_spectrum(ada, number, include_original_file=True).original_file_string == ASCII
    assert sky.fetch_spectra(ada, "Z1", include_original_file=True)[0].original_file_string == ASCII


BAD_FILES: list[tuple[str, dict[str, int], str, str]] = [
    ("4000 1\n5000\n", {}, "ascii", "Row 1"),
    ("# only: a header\n", {}, "ascii", "no rows"),
    ("4000\n5000\n", {}, "ascii", "one column"),
    ("4000 nan\n5000 1\n", {}, "flux_column", "Row 0"),
    ("4000 1\n5000 1\n", {"fluxerr_column": 2}, "fluxerr_column", "has 2"),
    ("4000 1 a\n5000 1 b\n", {"fluxerr_column": 2}, "fluxerr_column", "no finite number"),
    ("4000 1\0\n", {}, "ascii", "NUL"),
    ("/etc/passwd", {}, "ascii", "no rows"),
    ("4000 1\n5000 1\n", {"wave_column": -1}, "wave_column", "greater"),
]


def test_bad_files_say_where(scene: Scene) -> None:
    ada = scene.world.client("ada")
    for content, columns, field, said in BAD_FILES:
        answer = ada.post("/api/spectrum/parse/ascii", json={"ascii": content, **columns})
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), answer.text
        assert said in answer.json()["message"], answer.text


def test_every_search_parameter(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    one = post(scene, origin="pipeline A", label="early", observed_at="2026-01-01T00:00:00")
    two = post(scene, obj_id="Z2", type="host", observed_at="2026-03-01T00:00:00", group_ids="all", label="late",
               origin="B")  # fmt: skip

    def found(**asked: Any) -> list[int]:
        return ids(sky.fetch_spectra_query(ada, **asked))

    assert found() == [one, two]
    assert found(obj_id="Z2") == [two]
    assert found(obj_id="%") == []
    assert found(instrument_ids=[scene.instrument]) == [one, two]
    assert found(instrument_ids=[10**6]) == []
    assert found(group_ids=[scene.red]) == [one]
    assert found(followup_request_ids=[1]) == found(assignment_ids=[1]) == []
    assert found(origin=["pipe", "nothing"]) == [one]
    assert found(label=["late"]) == [two]
    assert found(spectrum_type=["host"]) == [two]
    assert found(observed_before="2026-02-01") == [one]
    assert found(observed_after="2026-02-01T00:00:00") == [two]
    assert found(modified_before="2020-01-01") == []
    assert found(modified_after="2020-01-01") == [one, two]
    small = sky.fetch_spectra_query(ada, minimal_payload=True, include_original_file=True)[0]
    assert (small.wavelengths, small.groups, small.obj_id) == ([], [], "Z1")
    assert ids(sky.fetch_spectra_range(ada, min_date="2026-02-01T00:00:00")) == [two]
    assert ids(sky.fetch_spectra_range(ada, max_date="2026-02-01T00:00:00", instrument_ids=[scene.instrument])) == [one]
    assert sky.fetch_spectra_range(ada, instrument_ids=[10**6, 10**6 + 1]) == []
    assert scene.world.client("ada").get("/api/spectra?observedAfter=60000.5").json()["data"]["field"]


def test_remarks_on_spectra_are_found(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    one, two = post(scene), post(scene, observed_at="2026-01-05T00:00:00")
    remark = {"text": "a wiggle at 6500", "group_ids": [scene.red]}
    answer = scene.world.client("ada").post(f"/api/spectra/{one}/comments", json=remark)
    assert answer.status_code == 200, answer.text
    kept = {"origin": "fit", "data": {"z": 0.1}, "group_ids": [scene.red]}
    answer = scene.world.client("ada").post(f"/api/spectra/{two}/annotations", json=kept)
    assert answer.status_code == 200, answer.text
    first, second = sky.fetch_spectra_query(ada)
    assert [c.text for c in first.comments] == ["a wiggle at 6500"]
    assert [a.data for a in second.annotations] == [{"z": 0.1}]
    assert isinstance(first.comments[0], sky_comments.CommentDetail)
    assert isinstance(second.annotations[0], sky_annotations.AnnotationDetail)
    for asked, expected in (
        ({"comments_filter": ["wiggle"]}, [one]),
        ({"comments_filter": ["other"]}, []),
        ({"comments_filter": ["wiggle"], "comments_filter_author": ["bob"]}, []),
        ({"comments_filter_author": ["ada"]}, [one]),
        ({"comments_filter": ["wiggle"], "comments_filter_before": "2020-01-01"}, []),
        ({"comments_filter": ["wiggle"], "comments_filter_after": "2020-01-01"}, [one]),
    ):
        assert ids(sky.fetch_spectra_query(ada, **asked)) == expected, asked


def test_many_sources_at_once(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    post(scene)
    post(scene, obj_id="Z2")
    points = sky_photometry.PhotometryPost(**scene.points("Z1"))
    sky_photometry.post_photometry(ada, points)
    found = sky.post_spectra_bulk(ada, obj_ids=["Z1", "Z2", "nobody"])
    assert [(s.id, s.first_detected_mjd, s.peak_mjd) for s in found.sources] == [
        ("Z1", 60000.0, 60002.0), ("Z2", None, None),
    ]  # fmt: skip
    assert [(s.obj_id, s.observed_at) for s in found.spectra] == [
        ("Z1", "2026-01-02T03:04:05+00:00"), ("Z2", "2026-01-02T03:04:05+00:00"),
    ]  # fmt: skip
    assert not found.truncated
    assert sky.post_spectra_bulk(ada, max_sources=1).truncated
    assert sky.post_spectra_bulk(ada, group_id=scene.red).sources == []
    assert scene.world.client("ada").post("/api/sources", json={"id": "Z2", "group_ids": [scene.red]}).is_success
    assert [s.id for s in sky.post_spectra_bulk(ada, group_id=scene.red).sources] == ["Z2"]
    given = {"obj_id": "Z1", "taxonomy_id": scene.taxonomy(), "classification": "Ia", "probability": 0.7}
    assert scene.world.client("ada").post("/api/classification", json=given).is_success
    classed = sky.post_spectra_bulk(ada, classifications=["Ia"], classification_prob_threshold=0.6)
    assert [s.id for s in classed.sources] == ["Z1"]
    assert sky.post_spectra_bulk(ada, classifications=["Ia"], classification_prob_threshold=0.9).sources == []


def test_synthetic_photometry_is_what_a_flat_spectrum_says(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    number = post(scene)
    sky.post_synthetic_photometry(ada, number, ["sdssr", "bessellv", "atlasc"])
    points = sky_photometry.fetch_photometry(ada, "Z1")
    assert {p.filter: round(p.mag or 0, 3) for p in points} == {"sdssr": 17.0, "bessellv": 17.0, "atlasc": 17.0}
    assert points[0].mjd == pytest.approx(61042.1278356)
    assert 0 < (points[0].magerr or 0) < 0.05
    assert {p.altdata["transmission"] for p in points if isinstance(p.altdata, dict)} == {"speclite", "top hat"}
    assert [g.name for g in points[0].groups] == ["Red"]
    bare = post(scene, units=None, observed_at="2026-01-03T00:00:00")
    for spectrum, filters, said in (
        (number, ["2massj"], "does not cover"),
        (number, ["ztfg"], "No transmission"),
        (number, ["sdssr"], "exist already"),
        (bare, ["sdssr"], "no units"),
    ):
        with pytest.raises(SkyPortalError, match=said):
            sky.post_synthetic_photometry(ada, spectrum, filters)


def bad(scene: Scene, **changed: Any) -> httpx.Response:
    body = payload(scene).model_dump(exclude_none=True) | changed
    return scene.world.client("ada").post("/api/spectra", json={k: v for k, v in body.items() if v is not ...})


BAD_SPECTRA: list[tuple[dict[str, Any], str]] = [
    ({"fluxes": [1.0]}, "fluxes"),
    ({"errors": [1.0]}, "errors"),
    ({"errors": [-1.0] * 400}, "errors"),
    ({"wavelengths": []}, "wavelengths"),
    ({"wavelengths": (WAVES / 1e4).tolist()}, "wavelengths"),
    ({"wavelengths": (WAVES / 10).tolist()}, "wavelengths"),
    ({"wavelengths": (-WAVES).tolist()}, "wavelengths"),
    ({"fluxes": ["x"] * 400}, "fluxes.0"),
    ({"units": "erg"}, "units"),
    ({"type": "galaxy"}, "type"),
    ({"observed_at": "61000.5"}, "observed_at"),
    ({"observed_at": "2999-01-01T00:00:00"}, "observed_at"),
    ({"observed_at": "yesterday"}, "observed_at"),
    ({"observed_at": ...}, "observed_at"),
    ({"obj_id": "nobody"}, "obj_id"),
    ({"instrument_id": 10**6}, "instrument_id"),
    ({"instrument_id": 10**12}, "instrument_id"),
    ({"group_ids": [10**6]}, "group_ids"),
    ({"pi": [10**6]}, "pi"),
    ({"external_pi": "somebody"}, "pi"),
    ({"followup_request_id": 10**6}, "followup_request_id"),
    ({"assignment_id": 10**6}, "assignment_id"),
    ({"label": "a\0b"}, "label"),
    ({"obj_id": "a\0b"}, "obj_id"),
    ({"altdata": {"a": "\0"}}, "altdata.a"),
    ({"nonsense": 1}, "nonsense"),
]


def test_bad_spectra_name_the_field(scene: Scene) -> None:
    for change, field in BAD_SPECTRA:
        answer = bad(scene, **change)
        assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), answer.text
    assert sky.fetch_spectra(scene.world.sky("ada"), "Z1") == []
