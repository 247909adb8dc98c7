from __future__ import annotations

import io
from collections import Counter
from typing import Any

import fastavro
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import ocf
from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import decode_one, read_alerts
from tests.ingest.packets import LSST_WIRE, ZTF_V4, paths, real, rewritten, unchanged


def test_records_before_the_cut_are_kept() -> None:
    three = rewritten(real(ZTF_V4), unchanged, copies=3)
    results = list(read_alerts(three[: len(three) - 1000]))
    assert [type(one) for one in results] == [Alert, Alert, UndecodablePacket]
    assert isinstance(results[2], UndecodablePacket)
    assert results[2].reason.code == QuarantineCode.TRUNCATED


def test_an_unknown_codec_is_named() -> None:
    payload = real(ZTF_V4).replace(b"\x14avro.codec\x08null", b"\x14avro.codec\x08lzma", 1)
    with pytest.raises(UndecodablePacket, match="lzma") as refusal:
        decode_one(payload)
    assert refusal.value.reason.code == QuarantineCode.BAD_CODEC


def test_damaged_snappy_is_a_bad_codec() -> None:
    payload = bytearray(rewritten(real(ZTF_V4), unchanged, "snappy"))
    payload[-40] ^= 0xFF
    with pytest.raises(UndecodablePacket) as refusal:
        decode_one(bytes(payload))
    assert refusal.value.reason.code == QuarantineCode.BAD_CODEC


def test_a_nights_schema_is_parsed_once() -> None:
    ocf.writer_schema.cache_clear()
    for path in paths("ztf/v3_2_fink_sim_20190903"):
        decode_one(path.read_bytes())
    assert ocf.writer_schema.cache_info().misses == 1


def test_a_schema_of_the_right_name_with_wrong_types_is_refused_not_raised() -> None:
    names = ("candid", "jd", "magpsf", "isdiffpos", "rcid", "ra", "dec")
    fields: list[dict[str, Any]] = [{"name": name, "type": "double"} for name in names]
    fields.append({"name": "fid", "type": {"type": "array", "items": "int"}})
    schema = {"type": "record", "name": "ztf.alert", "fields": [
        {"name": "candidate", "type": {"type": "record", "name": "c", "fields": fields}},
        {"name": "prv_candidates", "type": {"type": "array", "items": "int"}},
    ]}  # fmt: skip
    candidate = dict.fromkeys(names, 1.0) | {"jd": 2460000.5, "magpsf": 18.0, "fid": [1]}
    out = io.BytesIO()
    fastavro.writer(out, schema, [{"candidate": candidate, "prv_candidates": [1, 2]}])
    (result,) = read_alerts(out.getvalue())
    assert isinstance(result, UndecodablePacket)
    assert result.reason.code in (QuarantineCode.DAMAGED, QuarantineCode.MISSING_FIELD)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_ever_raises(data: st.DataObject) -> None:
    """Whatever happens to the bytes, the answer is alerts or reasons: one packet can never stop a run."""
    payload = bytearray(real(data.draw(st.sampled_from([ZTF_V4, LSST_WIRE]))))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(payload) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "insert", "drop"])):
            case "flip":
                payload[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del payload[at + 1 :]
            case "insert":
                payload[at:at] = data.draw(st.binary(min_size=1, max_size=8))
            case "drop":
                del payload[at : at + 7]
        if not payload:
            break
    outcome: Counter[str] = Counter()
    for result in read_alerts(bytes(payload)):
        outcome["alert" if isinstance(result, Alert) else result.reason.code] += 1
        if isinstance(result, Alert):
            assert result.history.num_rows >= 0
    assert outcome
