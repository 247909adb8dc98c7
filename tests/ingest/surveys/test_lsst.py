from __future__ import annotations

import struct
from typing import Any

import pytest
from astropy.time import Time

from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.decoding import decode_one
from tests.ingest.packets import LSST_WIRE, paths, real, rewritten


def test_nanojansky_and_tai_become_microjansky_and_utc() -> None:
    alert = decode_one(real(LSST_WIRE))
    assert (alert.survey, alert.schema_version, alert.alert_id) == ("lsst", "7.1", 25409136044802067)
    assert alert.obj_id == "LSST25401295582003262"
    detection = alert.detection
    assert detection.flux_ujy == pytest.approx(2.0009814453125)
    assert detection.fluxerr_ujy == pytest.approx(0.07205541229248047)
    assert detection.mag_ab == pytest.approx(23.1469, abs=1e-3)
    assert (detection.original_time, detection.time_scale) == (57454.32928159722, "mjd_tai")
    assert detection.mjd_utc == pytest.approx(57454.32928159722 - 36 / 86400, abs=1e-10)
    assert detection.filter == "lsstg"
    assert alert.scores == pytest.approx({"reliability": 0.8078683018684387})


def test_the_time_is_astropys_to_a_microsecond() -> None:
    for path in paths("lsst/real_v10_0_reencoded_20260101"):
        detection = decode_one(path.read_bytes()).detection
        expected = Time(detection.original_time, format="mjd", scale="tai").utc.mjd
        assert abs(detection.mjd_utc - expected) * 86400 < 2e-6


def test_a_negative_difference_keeps_its_sign() -> None:
    alert = decode_one(real("lsst/confluent_wire_boom/7912941781254298.avro"))
    assert alert.detection.is_negative
    assert alert.detection.flux_ujy == pytest.approx(-1.2302757568359375)


def test_solar_system_objects_without_a_dia_object_have_a_name_of_their_own() -> None:
    alerts = [decode_one(path.read_bytes()) for path in paths("lsst/real_v10_0_reencoded_202606_solar_system")]
    moving = [alert for alert in alerts if alert.is_solar_system]
    assert len(moving) == 3
    for alert in moving:
        assert alert.obj_id == f"LSSTSS{alert.properties['ssObjectId']}"
        assert alert.properties["designation"]
    assert [alert.obj_id for alert in alerts if not alert.is_solar_system] == ["LSST170103253174321229"]


def test_a_long_history_arrives_whole() -> None:
    alert = decode_one(real("lsst/real_v10_0_reencoded_20260306_long_history/170094456277565473.avro"))
    kinds = alert.history["kind"].to_pylist()
    assert alert.counts.n_detections == kinds.count("detection") > 300
    assert alert.counts.n_forced >= kinds.count("forced") > 300


def _in_2025(record: dict[str, Any]) -> None:
    record["diaSource"]["midpointMjdTai"] = 60800.5
    for one in record["prvDiaSources"] or []:
        one["midpointMjdTai"] = 60799.5


@pytest.mark.parametrize("version", ["7_0", "7_1", "7_2", "7_3", "7_4", "8_0", "9_0", "10_0", "10_1", "11_0"])
def test_every_version_as_a_container(version: str) -> None:
    fake = real(f"lsst/fake_ocf_alert_packet/fakeAlert_v{version}.avro")
    alert = decode_one(rewritten(fake, _in_2025))
    assert alert.schema_version == version.replace("_", ".")
    assert alert.history.num_rows >= 1


def _wire(schema_id: int, body: bytes) -> bytes:
    return struct.pack(">BI", 0, schema_id) + body


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"", QuarantineCode.TRUNCATED),
        (b"Ob", QuarantineCode.TRUNCATED),
        (b"\x00\x00\x00", QuarantineCode.TRUNCATED),
        (b"hello, this is text", QuarantineCode.NOT_AVRO),
        (_wire(1234, b"xxxx"), QuarantineCode.UNKNOWN_SCHEMA),
        (_wire(600, b"xxxx"), QuarantineCode.UNKNOWN_SCHEMA),
        (_wire(1000, b""), QuarantineCode.TRUNCATED),
        (b"Obj\x01" + b"\xff" * 40, QuarantineCode.DAMAGED),
    ],
)
def test_bytes_that_are_no_packet(payload: bytes, code: QuarantineCode) -> None:
    with pytest.raises(UndecodablePacket) as refusal:
        decode_one(payload)
    assert refusal.value.reason.code == code


def test_a_message_cut_short_and_one_with_a_tail() -> None:
    whole = real(LSST_WIRE)
    for payload, code in ((whole[:-100], QuarantineCode.TRUNCATED), (whole + b"!", QuarantineCode.DAMAGED)):
        with pytest.raises(UndecodablePacket) as refusal:
            decode_one(payload)
        assert refusal.value.reason.code == code
