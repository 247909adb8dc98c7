"""The table of bandpasses: complete, in order of wavelength, and right where two sources meet."""

from __future__ import annotations

import pytest

from app.errors import BadInput
from app.portal.bandpasses import BANDPASSES, need_bandpass, vega_to_ab

SYSTEMS = {
    "ZTF": ["ztfg", "ztfr", "ztfi"],
    "SDSS": ["sdssu", "sdssg", "sdssr", "sdssi", "sdssz"],
    "LSST": ["lsstu", "lsstg", "lsstr", "lssti", "lsstz", "lssty"],
    "Pan-STARRS": ["ps1::g", "ps1::r", "ps1::i", "ps1::z", "ps1::y"],
    "Bessell": ["bessellux", "bessellb", "bessellv", "bessellr", "besselli"],
    "Johnson-Cousins": ["standard::u", "standard::b", "standard::v", "standard::r", "standard::i"],
    "ATLAS": ["atlasc", "atlaso"],
    "2MASS": ["2massj", "2massh", "2massks"],
    "Gaia": ["gaia::gbp", "gaia::g", "gaia::grp"],
}


@pytest.mark.parametrize("system", list(SYSTEMS))
def test_each_system_is_there_from_blue_to_red(system: str) -> None:
    wavelengths = [need_bandpass(name).wavelength_nm for name in SYSTEMS[system]]
    assert wavelengths == sorted(set(wavelengths))
    assert 300 < wavelengths[0] < wavelengths[-1] < 2300


def test_no_bandpass_is_untested() -> None:
    assert sorted(BANDPASSES) == sorted(name for names in SYSTEMS.values() for name in names)


def test_vega_and_ab_agree_in_the_visual() -> None:
    # V is where the two systems meet by construction: 0.02 mag in Bessell's V, 0.11 in Gaia's broad G.
    assert vega_to_ab(15.0, "bessellv") == pytest.approx(15.02)
    assert vega_to_ab(15.0, "gaia::g") == pytest.approx(15.1136, abs=1e-4)
    assert vega_to_ab(15.0, "2massks") == pytest.approx(16.85)


def test_survey_magnitudes_are_ab_already() -> None:
    with pytest.raises(BadInput, match="are AB"):
        vega_to_ab(20.0, "lsstr")
    with pytest.raises(BadInput, match="no bandpass"):
        need_bandpass("green")
