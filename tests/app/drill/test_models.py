"""The light-curve models against the figures of the papers that they come from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drill import models

DAYS = np.arange(-30.0, 120.0, 0.05)


@pytest.fixture(scope="module")
def type_ia() -> models.TypeIaSupernova:
    return models.TypeIaSupernova(t_peak_mjd=61000.0, redshift=0.001)


def at(curve: models.LightCurve, band: str, days: float) -> float:
    return float(curve.magnitude_ab(np.array([61000.0 + days]), band)[0])


def test_a_type_ia_declines_by_one_magnitude_in_fifteen_days(type_ia: models.TypeIaSupernova) -> None:
    assert at(type_ia, "g", 15) - at(type_ia, "g", 0) == pytest.approx(1.0, abs=0.15)


def test_a_type_ia_peaks_where_and_as_bright_as_it_should(type_ia: models.TypeIaSupernova) -> None:
    light = type_ia.magnitude_ab(61000.0 + DAYS, "g")
    assert abs(DAYS[np.argmin(light)]) < 1.0
    assert light.min() - models.distance_modulus(0.001) == pytest.approx(-19.3, abs=0.1)


def test_a_type_ia_is_not_there_before_it_explodes(type_ia: models.TypeIaSupernova) -> None:
    assert np.isinf(at(type_ia, "r", -20))
    assert at(type_ia, "r", -16) > at(type_ia, "r", -10) > at(type_ia, "r", -5)


def test_a_type_ia_has_a_second_maximum_in_i_and_reddens(type_ia: models.TypeIaSupernova) -> None:
    assert at(type_ia, "i", 24) < at(type_ia, "i", 14)
    assert at(type_ia, "g", 25) - at(type_ia, "r", 25) > at(type_ia, "g", 0) - at(type_ia, "r", 0) + 0.5


def test_time_dilation_and_stretch_widen_a_type_ia() -> None:
    wide = models.TypeIaSupernova(t_peak_mjd=61000.0, redshift=0.1, stretch=1.1)
    narrow = models.TypeIaSupernova(t_peak_mjd=61000.0, redshift=0.1, stretch=0.8)
    assert at(wide, "g", 15) - at(wide, "g", 0) < at(narrow, "g", 15) - at(narrow, "g", 0)


def test_a_type_two_has_a_plateau_in_i_then_falls_by_two_magnitudes() -> None:
    supernova = models.CoreCollapseSupernova(t_explosion_mjd=61000.0, redshift=0.001, plateau_d=90.0)
    assert np.isinf(at(supernova, "i", -0.5))
    assert abs(at(supernova, "i", 80) - at(supernova, "i", 15)) < 0.5
    assert 1.6 < at(supernova, "i", 120) - at(supernova, "i", 88) < 2.6
    assert at(supernova, "g", 60) - at(supernova, "r", 60) > 0.7


@given(u0=st.floats(0.001, 2.0), days=st.floats(-100, 100), fraction=st.floats(0.0, 1.0))
def test_microlensing_follows_paczynski_and_is_achromatic(u0: float, days: float, fraction: float) -> None:
    event = models.Microlensing(t0_mjd=61000.0, u0=u0, t_einstein_d=20.0, source_fraction=fraction)
    magnified = [event.in_band(band) - at(event, band, days) for band in models.BANDS]
    assert np.ptp(magnified) < 1e-9
    assert magnified[0] >= -1e-9
    assert at(event, "r", days) == pytest.approx(at(event, "r", -days), abs=1e-9)


def test_magnification_at_the_einstein_radius_is_one_and_a_third() -> None:
    event = models.Microlensing(t0_mjd=61000.0, u0=1.0)
    assert event.magnification(np.array([61000.0]))[0] == pytest.approx(3.0 / np.sqrt(5.0))


def test_an_rr_lyrae_rises_fast_and_has_a_larger_amplitude_in_g_than_in_i() -> None:
    star = models.PeriodicVariable(epoch_mjd=61000.0)
    phase = np.linspace(0.0, 1.0, 400, endpoint=False)
    g, i = (star.magnitude_ab(61000.0 + phase * star.period_d, band) for band in "gi")
    assert 0.7 < np.ptp(g) < 1.5
    assert np.ptp(i) == pytest.approx(0.56 * np.ptp(g), rel=1e-6)
    rising = (np.argmin(g) - np.argmax(g)) % 400 / 400
    assert rising < 0.3


def test_a_contact_binary_has_two_minima_a_period() -> None:
    flat = {"a1": 0.0, "a3": 0.0, "phi2": 0.0, "phi4": 0.0, "chromatic": 0.0, "a2": 0.2, "a4": 0.02}
    star = models.PeriodicVariable(epoch_mjd=61000.0, period_d=0.3, **flat)
    light = star.magnitude_ab(61000.0 + np.linspace(0, 0.3, 300, endpoint=False), "r")
    faint = (light > np.roll(light, 1)) & (light >= np.roll(light, -1))
    assert faint.sum() == 2


def test_an_asteroid_is_brightest_at_opposition_and_follows_h_and_g() -> None:
    rock = models.Asteroid(absolute_mag=15.0, opposition_mjd=61000.0, minimum_phase_deg=0.0)
    expected = 15.0 + 5.0 * np.log10(2.5 * 1.5)
    v_band = at(rock, "g", 0) - 0.42
    assert v_band == pytest.approx(expected, abs=1e-6)
    # Bowell et al. 1989: at 10° and G = 0.15 an asteroid is about 0.6 mag fainter than at zero phase
    assert at(rock, "r", 25) - at(rock, "r", 0) == pytest.approx(0.63, abs=0.1)


def test_an_artefact_is_seen_once() -> None:
    artefact = models.Bogus(appears_mjd=61000.0, lasts_d=0.001, mag=20.0)
    assert at(artefact, "r", 0.0005) == 20.0
    assert np.isinf(at(artefact, "r", 0.01))
    assert np.isinf(at(artefact, "r", -0.01))


def test_the_distance_modulus_agrees_with_a_flat_universe_of_omega_m_three_tenths() -> None:
    # luminosity distance for H0 = 70, Ωm = 0.3 at z = 0.1: 460.3 Mpc (Wright 2006's calculator)
    assert models.distance_modulus(0.1) == pytest.approx(5 * np.log10(460.3) + 25, abs=0.01)
