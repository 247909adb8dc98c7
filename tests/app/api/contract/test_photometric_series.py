"""Photometric series by SkyPortal's own client, over real HTTP; files are written and read by pandas itself."""

from __future__ import annotations

import base64
import hashlib
import pickle
from typing import Any

import h5py
import numpy as np
import pandas as pd
import pytest
from skyportal_py import photometric_series as sky
from skyportal_py import photometry as sky_photometry
from skyportal_py._http import SkyPortalError

from tests.app.api.contract import test_spectra
from tests.app.api.scene import Scene

scene = test_spectra.scene

MJD = (60000.0 + np.arange(20) / 24).tolist()
MAG = [19.0, 19.2] * 10


def payload(scene: Scene, **changed: Any) -> sky.PhotometricSeriesPost:
    given: dict[str, Any] = {
        "data": {"mjd": MJD, "mag": MAG, "magerr": [0.05] * 20, "extra": [1.5] * 19 + [None]},
        "series_name": "sector 7", "series_obj_id": "TIC 1", "obj_id": "Z1", "instrument_id": scene.instrument,
        "group_ids": [scene.red], "ra": 10.0, "dec": 20.0, "exp_time": 30.0, "filter": "sdssr",
    }  # fmt: skip
    return sky.PhotometricSeriesPost(**(given | changed))


def post(scene: Scene, user: str = "ada", **changed: Any) -> int:
    return int(sky.post_photometric_series(scene.world.sky(user), payload(scene, **changed)).id)


def hdf5(frame: pd.DataFrame, metadata: Any = None, kind: str = "table") -> str:
    with pd.HDFStore("any", mode="w", driver="H5FD_CORE", driver_core_backing_store=0) as store:
        store.put("k", frame, format=kind, index=None, track_times=False)
        if metadata is not None:
            store.get_storer("k").attrs.metadata = metadata
        return base64.b64encode(store._handle.get_file_image()).decode()


def frame_of(content: bytes) -> tuple[pd.DataFrame, dict[str, Any]]:
    with pd.HDFStore(
        "any", mode="r", driver="H5FD_CORE", driver_core_backing_store=0, driver_core_image=content
    ) as store:
        (key,) = store.keys()
        return store[key], store.get_storer(key).attrs.metadata


def test_a_series_is_kept_measured_changed_and_deleted(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    number = post(scene, magref=18.0, e_magref=0.1, channel="A", origin="pipe", limiting_mag=21.0, altdata={"a": 1},
                  stream_ids=[scene.stream], time_stamp_alignment="start")  # fmt: skip
    found = sky.fetch_photometric_series(ada, number)
    assert isinstance(found.data, dict)
    assert (found.data["mjd"], found.data["extra"][-1]) == (MJD, None)
    assert (found.mjd_first, found.mjd_last, found.num_exp) == (MJD[0], MJD[-1], 20)
    assert found.mjd_mid == pytest.approx((MJD[0] + MJD[-1]) / 2)
    assert found.frame_rate == pytest.approx(1 / 3600, rel=1e-6)
    assert (found.mean_mag, found.rms_mag) == pytest.approx((19.1, 0.1))
    assert (found.robust_mag, found.robust_rms) == pytest.approx((19.1, 0.1))
    assert found.median_snr == found.best_snr == pytest.approx(1.0857362 / 0.05, rel=1e-6)
    assert (found.is_detected, found.mjd_last_detected) == (True, MJD[-1])
    assert found.mag_last == pytest.approx(19.2)
    assert found.medians is not None
    assert found.medians["extra"] == 1.5
    assert found.ref_flux == pytest.approx(10 ** (-0.4 * (18.0 - 23.9)))
    assert ([g.name for g in found.groups], [s.name for s in found.streams]) == (["Red"], ["Alerts"])
    assert found.filename == "Z1_sector-7_TIC-1_sdssr.h5"
    file = sky.fetch_photometric_series(ada, number, data_format="hdf5").data
    assert isinstance(file, str)
    content = base64.b64decode(file)
    assert hashlib.md5(content, usedforsecurity=False).hexdigest() == found.hash
    frame, metadata = frame_of(content)
    assert frame["mag"].tolist() == MAG
    assert (metadata["series_name"], metadata["exp_time"]) == ("sector 7", 30.0)
    assert sky.fetch_photometric_series(ada, number, data_format="none").data is None
    # The same again, and others' series.
    with pytest.raises(SkyPortalError, match="already"):
        post(
            scene,
            magref=18.0,
            e_magref=0.1,
            channel="A",
            origin="pipe",
            limiting_mag=21.0,
            time_stamp_alignment="start",
        )
    data = {"mjd": MJD[:3], "flux": [10.0, 11.0, 12.0], "fluxerr": [5.0, 5.0, 5.0], "ra": [11.0] * 3}
    change = sky.PhotometricSeriesPost(data=data, series_name="other", group_ids=[scene.red])
    assert sky.update_photometric_series(ada, number, change).id == number
    found = sky.fetch_photometric_series(ada, number)
    assert (found.series_name, found.num_exp, found.ra, found.is_detected) == ("other", 3, 11.0, False)
    bob = scene.world.sky("bob")
    assert sky.fetch_photometric_series(bob, number).id == number  # by the stream
    for act in (
        lambda: sky.update_photometric_series(bob, number, sky.PhotometricSeriesPost(series_name="x")),
        lambda: sky.delete_photometric_series(bob, number),
    ):
        with pytest.raises(SkyPortalError) as refused:
            act()
        assert refused.value.status_code == 403
    sky.delete_photometric_series(ada, number)
    with pytest.raises(SkyPortalError):
        sky.fetch_photometric_series(ada, number)


def test_files_that_pandas_wrote(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    frame = pd.DataFrame({"mjd": MJD, "flux": [100.0] * 20, "fluxerr": [1.0] * 20, "filter": ["sdssr"] * 20,
                          "exptime": [12.0] * 20, "ra": [10.5] * 20, "dec": [-20.5] * 20})  # fmt: skip
    about = {"series_name": "night", "series_obj_id": "7", "obj_id": "Z1", "instrument_id": scene.instrument,
             "group_ids": [scene.blue], "channel": "B"}  # fmt: skip
    whole = sky.PhotometricSeriesPost(data=hdf5(frame, about), group_ids=[scene.red])
    found = sky.fetch_photometric_series(ada, sky.post_photometric_series(ada, whole).id)
    assert (found.series_name, found.channel, found.exp_time, found.dec) == ("night", "B", 12.0, -20.5)
    assert [g.name for g in found.groups] == ["Red"]
    assert isinstance(found.data, dict)
    assert found.data["filter"] == ["sdssr"] * 20
    fixed = hdf5(frame.drop(columns="filter"), kind="fixed")
    assert post(scene, data=fixed, exp_time=1.0)


class Evil:
    """What runs when it is unpickled."""

    def __reduce__(self) -> Any:
        return (print, ("pwned",))


def test_hostile_files_are_refused(scene: Scene, capsys: pytest.CaptureFixture[str], tmp_path: Any) -> None:
    frame = pd.DataFrame({"mjd": MJD, "flux": [1.0] * 20})
    files = {"metadata": hdf5(frame, {"x": Evil()}), "texts": hdf5(frame.assign(filter="sdssr"), kind="fixed")}
    secret = tmp_path / "secret"
    secret.write_bytes(np.arange(40.0).tobytes())
    good = base64.b64decode(hdf5(frame, kind="fixed"))
    for trick in ("external", "link", "soft", "huge", "memo"):
        path = tmp_path / f"{trick}.h5"
        path.write_bytes(good)
        with h5py.File(path, "r+") as file:
            group = file["k"]
            if trick == "memo":
                group.attrs["metadata"] = np.bytes_(b"}r\xff\xff\xff\x7fX\x01\x00\x00\x00ac__builtin__\nprint\ns.")
            else:
                del group["block0_values"]
            if trick == "external":
                group.create_dataset("block0_values", (20, 2), "f8", external=[(str(secret), 0, 320)])
            elif trick == "link":
                group["block0_values"] = h5py.ExternalLink(str(secret), "/x")
            elif trick == "soft":
                group["block0_values"] = h5py.SoftLink("/k/axis1")
            elif trick == "huge":
                group.create_dataset("block0_values", (10**9, 2), "f8", chunks=(10**6, 1))
        files[trick] = base64.b64encode(path.read_bytes()).decode()
    files |= {"text": base64.b64encode(b"hello").decode(), "none": "", "base": "???", "cut": files["huge"][:4000]}
    files["pickle"] = base64.b64encode(pickle.dumps(Evil())).decode()
    ada = scene.world.client("ada")
    for trick, data in files.items():
        body = payload(scene).model_dump(exclude_none=True) | {"data": data}
        answer = ada.post("/api/photometric_series", json=body)
        assert answer.status_code in (400, 413), (trick, answer.text)
        assert answer.json()["data"]["field"] == "data", (trick, answer.text)
    assert "pwned" not in capsys.readouterr().out
    assert sky.fetch_photometric_series_page(scene.world.sky("ada")).total_matches == 0


def test_every_search_parameter(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    one = post(scene, magref=18.0, limiting_mag=21.0, channel="A", origin="pipe")
    late = {"mjd": [61000.0, 61000.1, 61000.3], "flux": [1.0, 1.0, 3.0], "fluxerr": [1.0, 1.0, 1.0]}
    two = post(scene, data=late, obj_id="Z2", series_name="b", series_obj_id="2", filter="sdssg", exp_time=60.0,
               ra=50.0, dec=-10.0)  # fmt: skip

    def found(**asked: Any) -> list[int]:
        page = sky.fetch_photometric_series_page(ada, **asked)
        assert page.total_matches == len(page.series)
        return [s.id for s in page.series]

    first, second = (sky.fetch_photometric_series(ada, n) for n in (one, two))
    only: list[dict[str, Any]] = [
        {"ra": 10.001, "dec": 20.0, "radius": 0.01}, {"object_id": "Z1"}, {"rejected_object_id": "Z2,Z3"},
        {"series_name": "sector 7"}, {"series_obj_id": "TIC 1"}, {"filter": "sdssr"}, {"channel": "A"},
        {"origin": "pipe"}, {"filename": first.filename}, {"start_before": "2023-06-01"}, {"mid_before": "2023-06-01"},
        {"end_before": "2023-06-01"}, {"detected": True}, {"exp_time": 30.0}, {"max_exp_time": 45.0},
        {"max_frame_rate": 0.0003, "min_frame_rate": 0.0002}, {"min_num_exposures": 10}, {"mag_brighter_than": 20.0},
        {"limiting_mag_brighter_than": 21.5}, {"limiting_mag_fainter_than": 20.5}, {"magref_brighter_than": 18.5},
        {"magref_fainter_than": 17.5}, {"max_rms": 0.2}, {"max_rms": 0.2, "use_robust_mag_and_rms": True},
        {"min_median_snr": 5.0}, {"min_best_snr": 5.0}, {"min_worst_snr": 5.0}, {"file_hash": first.hash},
    ]  # fmt: skip
    for asked in only:
        assert found(**asked) == [one], asked
    other: list[dict[str, Any]] = [
        {"start_after": "2023-06-01"}, {"mid_after": "2023-06-01"}, {"end_after": "2023-06-01"}, {"detected": False},
        {"min_exp_time": 45.0}, {"max_num_exposures": 10}, {"mag_fainter_than": 20.0}, {"min_rms": 0.2},
        {"limiting_mag_is_nan": True}, {"max_median_snr": 5.0}, {"max_best_snr": 5.0}, {"max_worst_snr": 5.0},
        {"mag_fainter_than": 20.0, "use_robust_mag_and_rms": True}, {"file_hash": second.hash},
    ]  # fmt: skip
    for asked in other:
        assert found(**asked) == [two], asked
    assert found(instrument_id=scene.instrument, owner_id=scene.world.user_id("ada")) == [one, two]
    assert found(followup_request_id=1) == found(assignment_id=1) == found(magref_fainter_than=19.0) == []
    assert found(object_id="%") == []
    assert found(sort_by="id", sort_order="desc") == found(sort_by="ra", sort_order="desc") == [two, one]
    page = sky.fetch_photometric_series_page(ada, num_per_page=1, page_number=2, data_format="json")
    assert (page.total_matches, page.page_number, page.num_per_page) == (2, 2, 1)
    assert isinstance(page.series[0].data, dict)
    for words in ("sortBy=blob", "numPerPage=501", "pageNumber=0", "startBefore=60000.5", "instrumentID=99999999999"):
        assert scene.world.client("ada").get(f"/api/photometric_series?{words}").status_code == 400, words


def test_bad_series_name_the_field(scene: Scene) -> None:
    ada = scene.world.client("ada")
    good = payload(scene).model_dump(exclude_none=True)
    bad: tuple[tuple[dict[str, Any], str], ...] = (
        ({"data": None}, "data"),
        ({"data": {}}, "data"),
        ({"data": {"mag": MAG}}, "data.mjd"),
        ({"data": {"mjd": MJD}}, "data"),
        ({"data": {"mjd": MJD, "mag": MAG[:3]}}, "data.mag"),
        ({"data": {"mjd": [2460000.5], "mag": [1.0]}}, "data.mjd"),
        ({"data": {"mjd": [60000.0], "mag": [1500.0]}}, "data.mag"),
        ({"data": {"mjd": [60000.0], "mag": [19.0], "magerr": [-1.0]}}, "data.magerr"),
        ({"data": {"mjd": [60000.0], "mag": [{"a": 1}]}}, "data.mag"),
        ({"data": {"mjd": [60000.0, 60001.0], "mag": [1.0, 2.0], "filter": ["a", "b"]}}, "data.filter"),
        ({"series_name": None}, "series_name"),
        ({"obj_id": "nobody"}, "obj_id"),
        ({"obj_id": "a\0"}, "obj_id"),
        ({"instrument_id": 10**6}, "instrument_id"),
        ({"filter": "sdssz"}, "filter"),
        ({"ra": 400.0}, "ra"),
        ({"exp_time": -1.0}, "exp_time"),
        ({"time_stamp_alignment": "late"}, "time_stamp_alignment"),
        ({"group_ids": [10**6]}, "group_ids"),
        ({"stream_ids": [10**6]}, "stream_ids"),
        ({"followup_request_id": 10**6}, "followup_request_id"),
        ({"nonsense": 1}, "nonsense"),
    )
    for change, field in bad:
        answer = ada.post("/api/photometric_series", json=good | change)
        assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), (change, answer.text)
    assert sky.fetch_photometric_series_page(scene.world.sky("ada")).total_matches == 0


def test_another_group_learns_nothing_of_a_series(scene: Scene) -> None:
    number = post(scene)
    bob = scene.world.client("bob")
    found = sky.fetch_photometric_series(scene.world.sky("ada"), number)
    for method, path, body in (
        ("GET", "?dataFormat=hdf5", None), ("GET", "?dataFormat=json", None), ("PATCH", "", {"series_name": "x"}),
        ("DELETE", "", None),
    ):  # fmt: skip
        hidden, absent = (bob.request(method, f"/api/photometric_series/{n}{path}", json=body) for n in (number, 10**6))
        assert hidden.status_code == absent.status_code == 400
        assert hidden.text.replace(f" {number} ", " # ") == absent.text.replace(f" {10**6} ", " # ")
    for asked in ("", f"?hash={found.hash}", "?objectID=Z1&dataFormat=hdf5"):
        said = bob.get(f"/api/photometric_series{asked}").json()["data"]
        assert (said["series"], said["totalMatches"]) == ([], 0)
    # The same file in one's own name says nothing of the other's.
    body = payload(scene, obj_id="Z1", group_ids=[scene.blue]).model_dump(exclude_none=True)
    answer = bob.post("/api/photometric_series", json=body)
    assert answer.json()["data"]["field"] == "obj_id"
    assert sky_photometry.fetch_photometry(scene.world.sky("ada"), "Z1", individual_or_series="individual") == []
