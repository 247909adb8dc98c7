"""Magnitudes and fluxes there and back, and against textbook values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.portal import magnitudes as m

mags = st.floats(-5, 35)
errors = st.floats(1e-4, 1.0)
zero_points = st.floats(15, 35)


@given(mag=mags, zp=zero_points)
def test_a_magnitude_survives_the_way_there_and_back(mag: float, zp: float) -> None:
    there = m.flux_of(np.array([mag]), zp)
    assert m.mag_of(there, zp)[0] == pytest.approx(mag, abs=1e-9)


@given(mag=mags, magerr=errors)
def test_an_error_survives_too(mag: float, magerr: float) -> None:
    flux = m.flux_of(np.array([mag]))
    fluxerr = m.fluxerr_of(np.array([magerr]), flux)
    assert m.magerr_of(fluxerr, flux)[0] == pytest.approx(magerr, rel=1e-9)


@given(limit=mags, nsigma=st.floats(1, 10))
def test_a_limit_survives_too(limit: float, nsigma: float) -> None:
    fluxerr = m.fluxerr_of_limit(np.array([limit]), nsigma)
    assert m.limit_of(fluxerr, nsigma)[0] == pytest.approx(limit, abs=1e-9)


def test_known_values() -> None:
    # Magnitude 0 (AB) is 3631 Jy; 23.9 is 1 microjansky to the rounding of the zero point.
    assert m.flux_of(np.array([0.0]))[0] == pytest.approx(3.631e9, rel=1e-4)
    assert m.flux_of(np.array([m.AB_ZP]))[0] == 1.0
    assert m.magerr_of(np.array([1.0]), np.array([100.0]))[0] == pytest.approx(0.010857, abs=1e-6)
    assert np.isnan(m.mag_of(np.array([0.0, -1.0]))).all()
    assert m.need_offset("vega", "sdssr") == 0.16
    assert m.need_offset("ab", "ztfr") == 0
    # A source of AB magnitude 0 has Betoule et al.'s offsets for SDSS magnitudes; BD+17 4708 is 0 in its own system.
    assert m.need_offset("ab-b12", "sdssu") == -0.06791
    assert m.need_offset("bd17", "sdssr") == 9.35
    for system in ("vega", "bd17", "ab-b12", "jla1", "csp"):
        with pytest.raises(BadInput, match="No sourced offset"):
            m.need_offset(system, "ztfr")
