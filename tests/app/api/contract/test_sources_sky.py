"""skyportal_py.sources: observability, offset stars, finder charts, against stand-ins of Gaia and image servers."""

from __future__ import annotations

import base64
import io
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from skyportal_py import objs, sources
from skyportal_py._http import SkyPortalError
from sqlalchemy import insert, update

from app.tables import Telescope
from tests.app.api.scene import Scene, make_scene
from tests.support.outside import Said, errands_worker
from tests.support.sky import SkyServices, sky_image, sky_portal, tap_error
from tests.support.waiting import until
from tests.support.world import World


def scene_with_source(world: World) -> Scene:
    scene = make_scene(world)
    body = {"id": "ZTF21secret", "ra": 10.0, "dec": 20.0, "group_ids": [scene.red]}
    assert world.client("ada").post("/api/sources", json=body).status_code == 200
    with world.context().transaction() as session:
        session.execute(update(Telescope).values(lat=-30.0, lon=-70.0, elevation=2000.0))
        values = {"name": "In space", "nickname": "S", "diameter": 2.4, "fixed_location": False}
        session.execute(insert(Telescope).values(**values))
    return scene


def arcsec(words: str | None) -> Any:
    number, _, way = (words or "").partition('" ')
    return float(number), way


def pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("L")


def test_observability_and_airmass(portal: World) -> None:
    scene_with_source(portal)
    client = portal.sky("ada")
    sheet = sources.fetch_source_observability(client, "ZTF21secret")
    assert sheet.startswith(b"%PDF")
    strict = sources.fetch_source_observability(client, "ZTF21secret", max_airmass=1.01, twilight="civil")
    assert strict.startswith(b"%PDF")
    assert strict != sheet
    assert len(sheet) < 400_000
    with pytest.raises(SkyPortalError, match="twilight"):
        sources.fetch_source_observability(client, "ZTF21secret", twilight="noon")
    http = portal.client("ada")
    where = "/api/sources/ZTF21secret/observability"
    assert http.get(where, params={"maximumAirmass": "1.01", "twilight": "civil"}).content[:4] == b"%PDF"
    refused = http.get(where, params={"maximumAirmass": "nan"}).json()
    assert refused["data"]["field"] == "maximumAirmass"
    telescope = next(t for t in http.get("/api/telescope").json()["data"] if t["name"] == "Tel")["id"]
    there = f"/api/internal/plot/airmass/objtel/ZTF21secret/{telescope}"
    track = http.get(there, params={"time": "2026-01-01T00:00:00"}).json()["data"]
    assert 80 < len(track) < 200, "above the horizon for about ten hours, every five minutes"
    assert min(one["airmass"] for one in track) == pytest.approx(1.555, abs=0.01), (
        "culminates 50 degrees from the zenith"
    )
    assert http.get(there[:-1] + "999").status_code == 400
    facilities = sources.fetch_finder_chart_facilities(client)
    assert set(facilities) == {"Keck", "Shane", "P200", "P200-NGPS"}
    assert facilities["Keck"].mag_limit == 18.5


def test_without_the_network_charts_are_drawn_at_once(portal: World) -> None:
    scene_with_source(portal)
    client = portal.sky("ada")
    sources.fetch_source_finder(client, "ZTF21secret")
    began = time.monotonic()
    assert sources.fetch_source_finder(client, "ZTF21secret").startswith(b"%PDF")
    assert time.monotonic() - began < 5
    drawn = pixels(sources.fetch_source_finder(client, "ZTF21secret", output_type="png"))
    assert drawn.size == (1754, 1240)
    found = sources.fetch_source_offsets(client, "ZTF21secret", facility="Shane")
    assert (found.noffsets, found.gaia_available, found.used_ztfref, found.queries_issued) == (0, False, False, 0)
    assert [line.name for line in found.starlist_info] == [None, "ZTF21secret"]
    assert found.starlist_info[0].line.startswith("!Data {name %16}")
    assert "00 40 00.00 +20 00 00.00 2000.0" in found.starlist_info[1].line
    assert "gaiadr3.gaia_source" in (found.query or "")
    anywhere = objs.fetch_unsourced_finding_chart(client, location_type="pos", ra=10.0, dec=-20.0, output_type="png")
    assert pixels(anywhere).size == (1754, 1240)
    with pytest.raises(SkyPortalError, match="needs ra and dec"):
        objs.fetch_unsourced_finding_chart(client, location_type="pos", ra=10.0)
    assert objs.fetch_unsourced_finding_chart(client, location_type="gaia_dr3", catalog_id="5").startswith(b"%PDF")


def test_finder_and_offsets_with_the_services(migrated_url: str, tmp_path: Path) -> None:
    services = SkyServices()
    with sky_portal(migrated_url, tmp_path, services) as portal:
        scene_with_source(portal)
        client = portal.sky("ada")
        assert sources.fetch_source_offsets(client, "ZTF21secret").noffsets == 0, "it is being fetched"
        empty = sources.fetch_source_finder_json(client, "ZTF21secret", output_type="png")
        assert len(empty.starlist) == 1
        with errands_worker(portal):
            until(lambda: sources.fetch_source_offsets(client, "ZTF21secret").noffsets, 20, "offset stars")
            until(lambda: services.asked("ps1/fitscut"), 20, "the image")
            _offsets(client)
            _charts(client)
            _options(client, services)
        assert len([a for a in services.asked("gaia") if b"source_id+%3D" not in a.content]) <= 6, "answers are kept"


def _offsets(client: Any) -> None:
    found = sources.fetch_source_offsets(client, "ZTF21secret", obstime="2026-01-01T00:00:00")
    assert found.gaia_available
    stars = found.starlist_info[1:]
    assert [star.name for star in stars] == ["ZTF21secret_o1", "ZTF21secret_o2", "ZTF21secret_o3"]
    assert [star.mag for star in stars] == [14.0, 15.0, 16.0], "the nearest first; no pair, none too faint"
    assert arcsec(stars[0].dras) == (pytest.approx(30.0, abs=0.01), "W")
    assert arcsec(stars[0].ddecs) == (pytest.approx(36.0, abs=0.01), "S")
    assert "raoffset=-30.0" in stars[0].line or "raoffset=-29.99" in stars[0].line
    assert stars[0].pa == pytest.approx(219.8, abs=0.1)
    # 10 mas/yr for ten years: a tenth of an arcsecond to the east.
    assert arcsec(stars[1].dras) == (pytest.approx(39.9, abs=0.01), "E")
    later = sources.fetch_source_offsets(client, "ZTF21secret", obstime="2076-01-01T00:00:00")
    assert arcsec(later.starlist_info[2].dras) == (pytest.approx(39.4, abs=0.01), "E")
    one = sources.fetch_source_offsets(client, "ZTF21secret", num_offset_stars=1)
    assert one.noffsets == 1
    assert sources.fetch_source_offsets(client, "ZTF21secret", num_offset_stars=0).noffsets == 0
    until(lambda: sources.fetch_source_offsets(client, "ZTF21secret", facility="P200").noffsets == 3, 20, "P200")
    p200 = sources.fetch_source_offsets(client, "ZTF21secret", facility="P200", use_ztfref=False)
    assert "00:40:00.00 +20:00:00.00 2000.0  ! source_name=ZTF21secret" in (p200.starlist_str or "")
    table = sources.fetch_source_offsets(client, "ZTF21secret", facility="P200-NGPS")
    assert (table.starlist_str or "").splitlines()[0] == "NAME,RA,DECL,OFFSET_RA,OFFSET_DEC,COMMENT"
    with pytest.raises(SkyPortalError, match="obstime"):
        sources.fetch_source_offsets(client, "ZTF21secret", obstime="yesterday")
    with pytest.raises(SkyPortalError, match="not assigned"):
        sources.fetch_source_offsets(client, "ZTF21secret", observing_run_id=77)


def _charts(client: Any) -> None:
    def chart() -> sources.SourceFinderChart:
        return sources.fetch_source_finder_json(client, "ZTF21secret", output_type="png")

    def centre() -> int:
        return int(pixels(base64.b64decode(chart().finding_chart)).getpixel((540, 580)))  # type: ignore[arg-type]

    until(lambda: centre() < 60, 20, "the star in the middle of the image")
    assert [star.name for star in chart().starlist][1:] == ["ZTF21secret_o1", "ZTF21secret_o2", "ZTF21secret_o3"]
    assert sources.fetch_source_finder(client, "ZTF21secret", output_type="pdf").startswith(b"%PDF")


def _options(client: Any, services: SkyServices) -> None:
    for source in ("desi", "dss", "ztfref"):
        sources.fetch_source_finder(client, "ZTF21secret", image_source=source, imsize=2.0, num_offset_stars=0)
    until(lambda: len(services.asked("hips")) == 3, 20, "the other images")
    assert {"DSS2", "ZTF", "DESI"} <= {a.path.split("CDS%2FP%2F")[1][:4].strip("%-") for a in services.asked("hips")}
    assert all("fov=0.0333" in a.path for a in services.asked("hips"))
    before = len(services.asked("ps1/fitscut"))
    sources.fetch_source_finder(client, "ZTF21secret", use_cache=False)
    until(lambda: len(services.asked("ps1/fitscut")) == before + 1, 20, "the image anew")
    narrow: dict[str, Any] = {"mag_min": 14.5, "mag_limit": 15.5}
    until(
        lambda: len(sources.fetch_source_finder_json(client, "ZTF21secret", **narrow).starlist) > 1, 20, "other limits"
    )
    star = objs.fetch_unsourced_finding_chart(client, location_type="gaia_dr3", catalog_id="1000", output_type="png")
    assert pixels(star).size == (1000, 300), "a sentence, until the star's position is known"
    until(
        lambda: pixels(
            objs.fetch_unsourced_finding_chart(
                client, location_type="gaia_dr3", catalog_id="1000", output_type="png", facility="Shane",
                image_source="dss", imsize=3.0, num_offset_stars=1, use_ztfref=False, obstime="2026-05-01T00:00:00",
            )
        ).size == (1754, 1240), 20, "the star's chart",
    )  # fmt: skip
    assert objs.fetch_unsourced_finding_chart(client, location_type="gaia_dr2", catalog_id="12").startswith(b"%PDF")


def test_what_services_get_wrong_is_said_and_the_chart_is_drawn(migrated_url: str, tmp_path: Path) -> None:
    services = SkyServices()
    services.answers["gaia"] = lambda _p, _v, _a: Said(400, content=tap_error("Column not found"))
    services.answers["ps1"] = lambda _p, _v, _a: Said(content=b"filename\n/rings/r.fits\n")
    with sky_portal(migrated_url, tmp_path, services) as portal:
        scene_with_source(portal)
        http = portal.client("ada")
        offsets = "/api/sources/ZTF21secret/offsets"
        http.get(offsets)
        with errands_worker(portal):
            until(lambda: "HTTP 400" in http.get(offsets).json()["message"], 20, "the refusal")
            told = http.get(offsets).json()["message"]
            assert "There was none to be had" in told
            # An image of other pixels, an empty one, and none at all.
            for number, content in enumerate((sky_image(200.0, -60.0, 0.1, 50), b"<html>busy</html>", b"")):
                services.answers["ps1"] = lambda p, _v, _a, c=content: Said(
                    content=b"filename\n/rings/r.fits\n" if p == "ps1filenames.py" else c
                )  # type: ignore[misc]
                size = 2.0 + number
                count = len(services.asked("ps1/fitscut"))
                asked: dict[str, Any] = {"imsize": size, "type": "png", "num_offset_stars": 0}
                assert http.get("/api/sources/ZTF21secret/finder", params=asked).status_code == 200
                until(lambda c=count: len(services.asked("ps1/fitscut")) > c, 20, "the image")  # type: ignore[misc]
                assert http.get("/api/sources/ZTF21secret/finder", params=asked).status_code == 200


def test_an_unreadable_source_is_an_absent_one(portal: World) -> None:
    scene_with_source(portal)
    bob = portal.client("bob")
    telescope = bob.get("/api/telescope").json()["data"][0]["id"]
    for path in (
        "/api/sources/{}/finder", "/api/sources/{}/offsets", "/api/sources/{}/observability",
        "/api/sources/{}/offsets?observing_run_id=1", f"/api/internal/plot/airmass/objtel/{{}}/{telescope}",
    ):  # fmt: skip
        hidden, absent = bob.get(path.format("ZTF21secret")), bob.get(path.format("ZTF21absent"))
        assert hidden.status_code == absent.status_code == 404, path
        assert hidden.content == absent.content, path
    field = bob.get("/api/unsourced_finder", params={"location_type": "pos", "ra": 10.0, "dec": 20.0, "type": "png"})
    other = bob.get("/api/unsourced_finder", params={"location_type": "pos", "ra": 10.0, "dec": 20.0, "type": "png"})
    assert field.content == other.content
    seen = portal.client("ada").get(
        "/api/unsourced_finder", params={"location_type": "pos", "ra": 10.0, "dec": 20.0, "type": "png"}
    )
    assert seen.content != field.content, "ada knows of the source that is there, and bob does not"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("imsize=nan", "imsize"), ("imsize=1", "imsize"), ("imsize=16", "imsize"), ("type=gif", "type"),
        ("image_source=sdss", "image_source"), ("facility=VLT", "facility"), ("num_offset_stars=5", "num_offset_stars"),
        ("mag_min=inf", "mag_min"), ("obstime=0001-01-01", "obstime"), ("obstime=9999-12-31T23:59:59-12:00", "obstime"),
        ("as_json=perhaps", "as_json"),
    ],
)  # fmt: skip
def test_bad_questions_name_the_field(query: str, field: str) -> None:
    from app.api.finders import FinderQuery
    from app.api.params import parse
    from app.errors import BadInput

    with pytest.raises(BadInput) as caught:
        parse(FinderQuery, dict(part.split("=") for part in query.split("&")))
    assert caught.value.field == field
