from __future__ import annotations

import math

import pytest
from astropy.time import Time
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.surveys.units import flux_ujy, mag_ab, number, utc_from_tai

# The last leap second was inserted at the end of 2016-12-31, MJD 57753.
AFTER_LEAP = 57754.0


@given(st.floats(50000, 62000))
@example(AFTER_LEAP)
@example(AFTER_LEAP + 36.5 / 86400)
@example(AFTER_LEAP + 37.5 / 86400)
@example(AFTER_LEAP - 0.5)
def test_utc_is_astropys(mjd_tai: float) -> None:
    expected = Time(mjd_tai, format="mjd", scale="tai").utc.mjd
    assert abs(utc_from_tai(mjd_tai) - expected) * 86400 < 2e-6


@given(st.floats(-4, 34))
def test_flux_and_magnitude_are_inverse(mag: float) -> None:
    assert mag_ab(flux_ujy(mag)) == pytest.approx(mag)
    assert mag_ab(-flux_ujy(mag)) == pytest.approx(mag)


def test_the_zero_point_is_one_microjansky_at_23_9() -> None:
    assert flux_ujy(23.9) == 1.0
    assert flux_ujy(8.9) == pytest.approx(1e6)
    assert mag_ab(0.0) is None


@pytest.mark.parametrize("value", [None, "1", True, math.nan, math.inf, -math.inf, -999, -999.0, -99999.0, -99999])
def test_what_is_no_number(value: object) -> None:
    assert number(value) is None


def test_what_is_a_number() -> None:
    assert number(-998) == -998.0
    assert number(0.0) == 0.0
