from __future__ import annotations

from collections import Counter

import pytest

from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.alert import HISTORY_SCHEMA, Alert
from ingest.surveys.decoding import read_alerts
from tests.ingest.packets import paths
from tests.support.alerts import need_alerts


def _manifest_counts(prefix: str) -> dict[str, int]:
    """Alerts per folder as the manifest counts them."""
    counts: dict[str, int] = {}
    for line in (need_alerts() / "MANIFEST.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| " + prefix + "/") and cells[5]:
            counts[cells[0]] = int(cells[5])
    return counts


def _decode(folder: str) -> tuple[dict[str, list[Alert]], Counter[tuple[str, str]]]:
    alerts: dict[str, list[Alert]] = {}
    refused: Counter[tuple[str, str]] = Counter()
    for path in paths(folder):
        name = str(path.parent.relative_to(need_alerts()))
        for result in read_alerts(path.read_bytes()):
            if isinstance(result, Alert):
                alerts.setdefault(name, []).append(result)
            else:
                refused[name, result.reason.code] += 1
    return alerts, refused


@pytest.fixture(scope="module")
def ztf() -> tuple[dict[str, list[Alert]], Counter[tuple[str, str]]]:
    return _decode("ztf")


@pytest.fixture(scope="module")
def lsst() -> tuple[dict[str, list[Alert]], Counter[tuple[str, str]]]:
    return _decode("lsst")


def test_each_folder_of_ztf_gives_as_many_alerts_as_the_manifest_says(
    ztf: tuple[dict[str, list[Alert]], Counter[tuple[str, str]]],
) -> None:
    alerts, refused = ztf
    expected = {name: count for name, count in _manifest_counts("ztf").items() if count}
    assert {name: len(found) for name, found in alerts.items()} == expected
    assert sum(expected.values()) == 461
    assert refused == {("ztf/corrupt_ampel_20180601", QuarantineCode.DAMAGED): 2}


def test_each_lsst_packet_decodes_but_the_fakes_of_the_year_4_million(
    lsst: tuple[dict[str, list[Alert]], Counter[tuple[str, str]]],
) -> None:
    """The official fake packets of versions 7 give MJD 1,480,360,000: decoded, and refused as absurd."""
    alerts, refused = lsst
    fakes = ("lsst/fake_ocf_alert_packet", QuarantineCode.ABSURD_VALUE)
    assert refused == {fakes: 5}
    assert {name: len(found) for name, found in alerts.items()} == {
        "lsst/confluent_wire_boom": 2,
        "lsst/confluent_wire_v7_4_alerce": 3,
        "lsst/fake_ocf_alert_packet": 5,
        "lsst/real_v10_0_reencoded_20260101": 25,
        "lsst/real_v10_0_reencoded_20260306_long_history": 3,
        "lsst/real_v10_0_reencoded_202606_solar_system": 4,
    }


def test_every_history_keeps_the_schema_and_its_promises(
    ztf: tuple[dict[str, list[Alert]], Counter[tuple[str, str]]],
    lsst: tuple[dict[str, list[Alert]], Counter[tuple[str, str]]],
) -> None:
    for one in [alert for part in (ztf, lsst) for found in part[0].values() for alert in found]:
        history = one.history
        assert history.schema == HISTORY_SCHEMA
        assert history.num_rows >= 1
        times = history["mjd_utc"].to_pylist()
        assert times == sorted(times)
        assert all(error >= 0 for error in history["fluxerr_ujy"].to_pylist())
        for kind, flux in zip(history["kind"].to_pylist(), history["flux_ujy"].to_pylist(), strict=True):
            assert (flux is None) == (kind == "upper_limit")


def test_finks_containers_of_many_ztf_records_give_each_of_them() -> None:
    """Fink adds its own fields and writes several records a file; what is ZTF's is read as such."""
    results = [list(read_alerts(path.read_bytes())) for path in paths("brokers/fink_ztf")]
    assert max(len(found) for found in results) > 1
    assert sum(isinstance(one, Alert) for found in results for one in found) == 74


def test_other_surveys_are_refused_by_name() -> None:
    codes = {
        result.reason.code
        for path in paths("other")
        for result in read_alerts(path.read_bytes())
        if isinstance(result, UndecodablePacket)
    }
    assert codes == {QuarantineCode.UNKNOWN_SCHEMA}
