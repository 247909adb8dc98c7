"""The portal's own API, call by call, as LCO's answers."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from app.errors import BadInput
from followup.conditions.sites import SITES
from followup.conditions.visibility import altitude_deg, sun_altitude_deg
from followup.facilities.errors import FacilityRefused
from followup.facilities.payload import build_request_group
from followup.facilities.simulated.clock import mjd_of, rehearsed_shift_s
from followup.facilities.simulated.config import Outage
from tests.followup.facilities.conftest import ROOT, TOKEN, Observatory, StartObservatory, wanted

HEADERS = {"Authorization": f"Token {TOKEN}"}


def get(observatory: Observatory, path: str, **options: Any) -> requests.Response:
    return requests.get(observatory.url + path, headers=HEADERS, timeout=10, **options)


def post(observatory: Observatory, path: str, body: object) -> requests.Response:
    return requests.post(observatory.url + path, json=body, headers=HEADERS, timeout=10)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Token wrong"}, {"Authorization": f"Bearer {TOKEN}"}])
@pytest.mark.parametrize("path", ["/api/profile/", "/api/requestgroups/", "/frames/", "/api/telescope_states/"])
def test_the_token_is_required(shared_observatory: Observatory, path: str, headers: dict[str, str]) -> None:
    answer = requests.get(shared_observatory.url + path, headers=headers, timeout=10)
    assert answer.status_code == 401
    assert "detail" in answer.json()


def test_instruments_profile_and_redirections(shared_observatory: Observatory) -> None:
    instrument = get(shared_observatory, "/api/instruments/").json()["1M0-SCICAM-SINISTRO"]
    assert {"code": "rp", "name": "SDSS-r'", "schedulable": True, "default": True} in instrument["optical_elements"][
        "filters"
    ]
    assert get(shared_observatory, "/api/profile/").json()["proposals"][0]["id"] == "SKYRELAY-DRILL"
    moved = get(shared_observatory, "/api/requests/5?x=1", allow_redirects=False)
    assert (moved.status_code, moved.headers["Location"]) == (301, "/api/requests/5/?x=1")
    assert get(shared_observatory, "/api/requests/5").status_code == 404
    assert get(shared_observatory, "/nothing").status_code == 404


def _changed(**changes: Any) -> dict[str, Any]:
    body = build_request_group(wanted("refusal"))
    request = body["requests"][0]
    configuration = request["configurations"][0]
    places = {"exposure_time": configuration["instrument_configs"][0], "instrument_type": configuration}
    places |= {"end": request["windows"][0], "start": request["windows"][0], "ra": configuration["target"]}
    places |= {"site": request["location"]}
    for key, value in changes.items():
        places.get(key, body)[key] = value
    return body


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"name": "x" * 51}, ["name"]),
        ({"proposal": "nobody's"}, ["proposal"]),
        ({"ipp_value": 9.0}, ["ipp_value"]),
        ({"instrument_type": "2M0-FLOYDS"}, ["requests", 0, "configurations", 0, "instrument_type"]),
        ({"exposure_time": 0}, ["requests", 0, "configurations", 0, "instrument_configs", 0, "exposure_time"]),
        ({"ra": 400.0}, ["requests", 0, "configurations", 0, "target", "ra"]),
        ({"start": "2020-01-01T00:00:00", "end": "2020-01-02T00:00:00"}, ["requests", 0, "windows", 0, "end"]),
        ({"end": "2020-01-02T00:00:00Z"}, ["requests", 0, "windows", 0]),
        ({"site": "cpt"}, ["requests", 0, "location", "site"]),
    ],
)
def test_refusals_name_the_field(
    shared_observatory: Observatory, changes: dict[str, Any], where: list[str | int]
) -> None:
    body = _changed(**changes)
    answer = post(shared_observatory, "/api/requestgroups/", body)
    assert answer.status_code == 400
    node = answer.json()
    for step in where:
        node = node[step]
    assert node
    validated = post(shared_observatory, "/api/requestgroups/validate/", body)
    assert (validated.status_code, validated.json()["errors"]) == (200, answer.json())
    tag = "x" * 50 if "name" in changes else "refusal"
    if "name" not in changes:  # the gateway itself sets the name
        with pytest.raises(FacilityRefused) as caught:
            shared_observatory.gateway().submit(body, tag)
        assert caught.value.errors == answer.json()
    assert shared_observatory.gateway().find_by_tag(tag) is None


def test_a_body_that_is_no_json_is_refused(shared_observatory: Observatory) -> None:
    answer = requests.post(shared_observatory.url + "/api/requestgroups/", data=b"{", headers=HEADERS, timeout=10)
    assert answer.status_code == 400


def test_groups_are_searched_and_paged(shared_observatory: Observatory) -> None:
    gateway = shared_observatory.gateway()
    ids = [gateway.submit(build_request_group(wanted(f"page-{i}")), f"page-{i}") for i in range(3)]
    page = get(shared_observatory, "/api/requestgroups?name=PAGE-&limit=2").json()
    assert (page["count"], len(page["results"]), page["previous"]) == (3, 2, None)
    rest = requests.get(page["next"], headers=HEADERS, timeout=10).json()
    assert [group["name"] for group in rest["results"]] == ["page-0"]
    assert rest["next"] is None
    one = get(shared_observatory, f"/api/requestgroups/?request_id={ids[1]}").json()
    assert [group["name"] for group in one["results"]] == ["page-1"]
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    empty = get(shared_observatory, "/api/requestgroups/?proposal=SKYRELAY-DRILL", params={"created_after": later})
    assert empty.json()["count"] == 0
    group_id = one["results"][0]["id"]
    assert get(shared_observatory, f"/api/requestgroups/{group_id}/").json()["name"] == "page-1"


def test_frames_are_signed(shared_observatory: Observatory) -> None:
    assert requests.get(f"{shared_observatory.url}/frames/1/download/?signature=x", timeout=10).status_code == 403


def test_rehearsed_night_is_night_and_altitudes_count(start_observatory: StartObservatory) -> None:
    observatory = start_observatory(night="rehearsed", site="cpt")
    gateway = observatory.gateway()
    clock = gateway.sky_clock()
    assert gateway.telescope_states()[0].open
    now = mjd_of(datetime.now(UTC).timestamp() + clock.shift_s)
    assert float(sun_altitude_deg(SITES["cpt"], now)) < -12
    right_ascensions = [float(ra) for ra in range(0, 360, 15)]
    up = [ra for ra in right_ascensions if float(altitude_deg(ra, -30.0, SITES["cpt"], now)) > 50]
    payload = build_request_group(wanted("up", ra_deg=up[0], window_end=datetime.now(UTC) + timedelta(minutes=20)))
    assert gateway.validate(payload).ok
    down = build_request_group(wanted("down", dec_deg=80.0))
    refused = gateway.validate(down)
    assert "never visible" in str(refused.errors)


@pytest.mark.parametrize("site", ["coj", "cpt", "lsc"])
def test_rehearsed_shift_is_short_and_near_midnight(site: str) -> None:
    for hour in range(24):
        unix_s = 1.79e9 + 3600.0 * hour
        shift_s = rehearsed_shift_s(SITES[site], unix_s)
        assert abs(shift_s) <= 12 * 3600
        solar_h = ((unix_s + shift_s) / 3600.0 + SITES[site].longitude_deg / 15.0) % 24.0
        assert min(solar_h, 24.0 - solar_h) <= 1.5 + 1e-6


def test_outages_are_read_from_text() -> None:
    whole = Outage.parse("coj:clouds:5:10:Fog: thick")
    assert (whole.site, whole.kind, whole.start_s, whole.end_s, whole.reason) == ("coj", "clouds", 5, 10, "Fog: thick")
    assert [whole.covers(second) for second in (4.9, 5.0, 9.9, 10.0)] == [False, True, True, False]
    assert Outage.parse("lsc").kind == "downtime"
    assert Outage.parse("lsc").covers(1e9)
    with pytest.raises(BadInput, match="no outage"):
        Outage.parse("coj:rain")


def test_a_second_process_on_the_same_folder_is_refused(shared_observatory: Observatory) -> None:
    command = [sys.executable, "-m", "followup.facilities.simulated", "--site", shared_observatory.site]
    ended = subprocess.run(
        [*command, "--var", str(shared_observatory.var)],
        cwd=ROOT,
        env={"SKYRELAY_OBSERVATORY_TOKEN": TOKEN},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert b"already running" in ended.stderr
