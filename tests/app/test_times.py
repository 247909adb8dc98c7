"""Modified Julian Dates against astropy, which knows better and costs more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from astropy.time import Time
from hypothesis import given
from hypothesis import strategies as st

from app.times import mjd_of, time_of

TIMES = st.datetimes(datetime(1980, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


@given(TIMES)
def test_they_are_astropys_to_a_leap_second(time: datetime) -> None:
    assert mjd_of(time) == pytest.approx(Time(time).utc.mjd, abs=1.01 / 86400)


@given(TIMES)
def test_there_and_back_is_within_the_precision_of_a_number(time: datetime) -> None:
    assert abs(time_of(mjd_of(time)) - time) < timedelta(microseconds=2)


def test_the_zone_counts() -> None:
    in_chile = datetime(2026, 3, 1, 21, 0, tzinfo=timezone(timedelta(hours=-3)))
    assert mjd_of(in_chile) == 61101.0
