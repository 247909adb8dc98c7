"""The truth catalogue: round trip, search by position, and errors that say what is wrong."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drill.truth import TruthCatalogue, TruthObject
from app.errors import BadInput


def star(name: str, ra_deg: float, dec_deg: float) -> TruthObject:
    return TruthObject(id=name, ra_deg=ra_deg, dec_deg=dec_deg, kind="variable")


def test_a_saved_catalogue_is_read_back_the_same(tmp_path: Path) -> None:
    wanted = TruthCatalogue([star("a", 10.0, -20.0), star("b", 200.0, 5.0)])
    wanted.save(tmp_path / "drill" / "truth.json")
    assert TruthCatalogue.load(tmp_path / "drill" / "truth.json").objects == wanted.objects
    assert [p.name for p in (tmp_path / "drill").iterdir()] == ["truth.json"]


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "truth.json").write_text('[{"id": 3}]')
    with pytest.raises(BadInput, match="not a catalogue"):
        TruthCatalogue.load(tmp_path / "truth.json")


@given(
    ra_deg=st.floats(0.0, 359.999),
    dec_deg=st.floats(-89.9, 89.9),
    offset_arcsec=st.floats(0.01, 10.0),
    angle=st.floats(0.0, 6.28),
)
def test_nearest_agrees_with_the_offset(ra_deg: float, dec_deg: float, offset_arcsec: float, angle: float) -> None:
    catalogue = TruthCatalogue([star("far", (ra_deg + 180.0) % 360.0, -dec_deg), star("near", ra_deg, dec_deg)])
    north_deg = offset_arcsec * np.cos(angle) / 3600.0
    east_deg = offset_arcsec * np.sin(angle) / 3600.0 / np.cos(np.radians(dec_deg))
    place = ((ra_deg + east_deg) % 360.0, dec_deg + north_deg)
    found = catalogue.nearest(*place, radius_arcsec=offset_arcsec * 1.01 + 1e-6)
    assert found is not None
    assert found.id == "near"
    assert catalogue.nearest(*place, radius_arcsec=offset_arcsec * 0.99 - 1e-6) is None


def test_an_empty_catalogue_has_nothing_near() -> None:
    assert TruthCatalogue([]).nearest(1.0, 2.0) is None


def test_an_asteroid_is_found_where_it_has_moved_to() -> None:
    parameters = {"epoch_mjd": 61000.0, "rate_ra_arcsec_h": -30.0, "rate_dec_arcsec_h": 0.0}
    rock = TruthObject(id="rock", ra_deg=0.001, dec_deg=-30.0, kind="asteroid", parameters=parameters)
    ra_deg, dec_deg = rock.position_deg(61000.0 + 1.0 / 24.0)
    assert ra_deg == pytest.approx(0.001 + 360.0 - 30.0 / 3600.0 / np.cos(np.radians(-30.0)))
    catalogue = TruthCatalogue([rock])
    assert catalogue.nearest(ra_deg, dec_deg) is None
    assert catalogue.nearest(ra_deg, dec_deg, mjd_utc=61000.0 + 1.0 / 24.0) == rock


def test_parameters_of_another_kind_are_refused() -> None:
    wrong = TruthObject(id="x", ra_deg=0, dec_deg=0, kind="microlensing", parameters={"period_d": 1.0})
    with pytest.raises(BadInput, match="do not describe a microlensing"):
        wrong.magnitude_ab(np.array([61000.0]), "r")


def test_an_unknown_band_is_refused() -> None:
    with pytest.raises(BadInput, match="no band"):
        star("a", 0.0, 0.0).magnitude_ab(np.array([61000.0]), "V")
