from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import fastavro
import pytest

from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.decoding import decode_one, read_alerts
from tests.ingest.packets import ZTF_V4, paths, real, rewritten, unchanged

CANDIDATE = "candidate"


def test_a_negative_detection_keeps_its_sign_and_its_reference() -> None:
    alert = decode_one(real(ZTF_V4))
    assert (alert.survey, alert.obj_id, alert.alert_id) == ("ztf", "ZTF18abudxnw", 2695378462115010012)
    assert alert.schema_version == "4.02"
    detection = alert.detection
    # AB: 10 ** ((23.9 - 14.906532) / 2.5) = 3957.9 µJy, negative since isdiffpos is f.
    assert detection.flux_ujy == pytest.approx(-(10 ** ((23.9 - 14.906532287597656) / 2.5)))
    assert detection.snr == pytest.approx(2.5 / math.log(10) / 0.015333953313529491)
    assert detection.mjd_utc == pytest.approx(60449.3784606, abs=1e-7)
    assert detection.time_scale == "jd_utc"
    last = alert.history.filter(alert.history["kind"].to_numpy(zero_copy_only=False) == "detection").to_pylist()[-1]
    assert last["flux_ujy"] == detection.flux_ujy
    assert last["ref_flux_ujy"] == pytest.approx(10 ** ((23.9 - 13.155999183654785) / 2.5))
    assert last["alert_source_id"] == alert.alert_id
    assert alert.scores == pytest.approx({"rb": 0.8257142901420593, "drb": 0.9993875026702881})
    assert set(alert.cutouts) == {"new", "ref", "sub"}


def test_forced_counts_become_microjansky_by_their_own_zero_point() -> None:
    forced = [row for row in decode_one(real(ZTF_V4)).history.to_pylist() if row["kind"] == "forced"]
    (first,) = [row for row in forced if row["original_time"] == 2460447.9202778]
    scale = 10 ** ((23.9 - 26.13520050048828) / 2.5)
    assert first["flux_ujy"] == pytest.approx(-11859.8798828125 * scale)
    assert first["fluxerr_ujy"] == pytest.approx(25.30074119567871 * scale)
    assert first["limiting_mag_ab"] == pytest.approx(20.40049934387207)
    assert first["processing_status"] == "0"


def test_an_upper_limit_has_a_limit_and_a_noise_and_no_flux() -> None:
    limits = [row for row in decode_one(real(ZTF_V4)).history.to_pylist() if row["kind"] == "upper_limit"]
    assert limits
    for row in limits:
        assert row["flux_ujy"] is None
        assert row["fluxerr_ujy"] == pytest.approx(10 ** ((23.9 - row["limiting_mag_ab"]) / 2.5) / 5)


def test_sentinels_are_unknown() -> None:
    alert = decode_one(real(ZTF_V4))
    assert alert.properties["ssdistnr"] is None
    assert alert.properties["ssnamenr"] is None
    assert alert.properties["objectidps1"] == 95522953032385362
    assert not alert.is_solar_system


@pytest.mark.parametrize(("written", "negative"), [("t", False), ("1", False), ("f", True), ("0", True)])
def test_every_spelling_of_the_sign(written: str, negative: bool) -> None:
    alert = decode_one(rewritten(real(ZTF_V4), lambda record: record[CANDIDATE].update(isdiffpos=written)))
    assert alert.detection.is_negative is negative


@pytest.mark.parametrize("codec", ["null", "deflate", "snappy"])
def test_every_codec_of_the_containers(codec: str) -> None:
    alerts = list(read_alerts(rewritten(real(ZTF_V4), unchanged, codec, copies=3)))
    assert [one.obj_id for one in alerts if not isinstance(one, UndecodablePacket)] == ["ZTF18abudxnw"] * 3


def test_counts_agree_with_the_history() -> None:
    for path in list(paths("ztf/v4_01_kowalski_20231012"))[:6]:
        alert = decode_one(path.read_bytes())
        kinds = alert.history["kind"].to_pylist()
        assert alert.counts.n_detections == kinds.count("detection")
        assert alert.counts.n_upper_limits == kinds.count("upper_limit")
        assert alert.counts.n_forced == kinds.count("forced")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda record: record[CANDIDATE].update(ra=math.nan), QuarantineCode.NO_POSITION),
        (lambda record: record[CANDIDATE].update(dec=-999.0), QuarantineCode.NO_POSITION),
        (lambda record: record[CANDIDATE].update(dec=91.0), QuarantineCode.ABSURD_VALUE),
        (lambda record: record[CANDIDATE].update(jd=1.0), QuarantineCode.ABSURD_VALUE),
        (lambda record: record[CANDIDATE].update(magpsf=99.0), QuarantineCode.ABSURD_VALUE),
        (lambda record: record[CANDIDATE].update(magpsf=-999.0), QuarantineCode.MISSING_FIELD),
        (lambda record: record[CANDIDATE].update(fid=9), QuarantineCode.ABSURD_VALUE),
        (lambda record: record.update(objectId="  "), QuarantineCode.MISSING_FIELD),
        (lambda record: record[CANDIDATE].update(isdiffpos="?"), QuarantineCode.MISSING_FIELD),
    ],
)
def test_what_is_unusable_is_named(change: Callable[[dict[str, Any]], None], code: QuarantineCode) -> None:
    with pytest.raises(UndecodablePacket) as refusal:
        decode_one(rewritten(real(ZTF_V4), change))
    assert refusal.value.reason.code == code
    assert refusal.value.reason.sentence.endswith(".")


def test_the_container_reader_agrees_with_fastavro() -> None:
    for path in list(paths("ztf/v3_3_pittgoogle"))[:3]:
        with path.open("rb") as handle:
            (record,) = list(fastavro.reader(handle))
        assert decode_one(path.read_bytes()).record == record
