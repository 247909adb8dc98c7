from __future__ import annotations

import numpy as np
import pytest
from astropy.coordinates import SkyCoord
from hypothesis import given
from hypothesis import strategies as st

from ingest.filters.running import FilterRunner, parse_filter
from ingest.filters.vocabulary import COLUMNS, alert_table, galactic
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import decode_one, read_alerts
from tests.ingest.packets import LSST_WIRE, ZTF_V4, paths, real


@pytest.fixture(scope="module")
def alerts() -> list[Alert]:
    folders = (
        "ztf/v4_01_kowalski_20231012",
        "ztf/v3_5_ampel_20210720_nocutouts",
        "lsst/real_v10_0_reencoded_20260101",
    )
    found = [result for folder in folders for path in paths(folder) for result in read_alerts(path.read_bytes())]
    return [one for one in found if isinstance(one, Alert)]


def test_filters_agree_with_the_same_thing_in_python(alerts: list[Alert]) -> None:
    filters = [
        parse_filter("coalesce(drb, reliability) > 0.6"),
        parse_filter("mag < 19 and is_positive"),
        parse_filter("ndet >= 2 and abs(gal_lat) > 10"),
    ]
    with FilterRunner() as runner:
        outcome = runner.run(alerts, filters)
    assert outcome.failures == {}
    for alert, row in zip(alerts, outcome.passed.tolist(), strict=True):
        score = alert.scores.get("drb", alert.scores.get("reliability"))
        latitude = SkyCoord(alert.ra_deg, alert.dec_deg, unit="deg").galactic.b.deg
        assert row == [
            score is not None and score > 0.6,
            alert.detection.mag_ab is not None and alert.detection.mag_ab < 19 and not alert.detection.is_negative,
            alert.counts.n_detections >= 2 and abs(latitude) > 10,
        ]
    assert outcome.passed.any(axis=0).all()
    assert not outcome.passed.all(axis=0).any()


def test_a_filter_that_fails_at_run_time_fails_alone(alerts: list[Alert]) -> None:
    filters = [parse_filter("mag < 30"), parse_filter("cast(obj_id as int) > 5"), parse_filter("mag > 0")]
    with FilterRunner() as runner:
        outcome = runner.run(alerts, filters)
    assert list(outcome.failures) == [1]
    assert "Conversion Error" in outcome.failures[1]
    assert outcome.passed.sum(axis=0).tolist() == [len(alerts), 0, len(alerts)]


def test_unknown_is_no() -> None:
    with FilterRunner() as runner:
        outcome = runner.run([decode_one(real(LSST_WIRE))], [parse_filter("drb > 0"), parse_filter("not (drb > 0)")])
    assert outcome.passed.tolist() == [[False, False]]


def test_nothing_to_do_is_an_empty_matrix() -> None:
    with FilterRunner() as runner:
        assert runner.run([], [parse_filter("rb > 0")]).passed.shape == (0, 1)
        assert runner.run([decode_one(real(ZTF_V4))], []).passed.shape == (1, 0)


def test_every_column_has_a_value_in_some_survey() -> None:
    table = alert_table([decode_one(real(ZTF_V4)), decode_one(real(LSST_WIRE))])
    row = {name: table.column(name).to_pylist() for name in COLUMNS}
    assert row["survey"] == ["ztf", "lsst"]
    assert row["ndethist"] == [857, None]
    assert row["ssdistnr"] == [None, None]
    assert row["reliability"][0] is None
    assert row["reliability"][1] == pytest.approx(0.8078683)
    assert row["days_since_first"][0] == pytest.approx(60449.3784606 - 58246.4561111)


@given(st.floats(0, 359.999), st.floats(-90, 90))
def test_galactic_coordinates_are_astropys(ra_deg: float, dec_deg: float) -> None:
    longitude, latitude = galactic(ra_deg, dec_deg)
    expected = SkyCoord(ra_deg, dec_deg, unit="deg").galactic
    ours = SkyCoord(longitude, latitude, unit="deg", frame="galactic")
    assert ours.separation(expected).arcsec < 0.1
    assert np.isfinite(longitude)
