"""Galactic coordinates against astropy's, and what the modules of every service load."""

from __future__ import annotations

import subprocess
import sys

import astropy.units as u
import pytest
from astropy.coordinates import SkyCoord
from hypothesis import given
from hypothesis import strategies as st

from app.config import PROJECT
from app.portal.objs import galactic

LONGITUDES, LATITUDES = st.floats(0, 360, exclude_max=True), st.floats(-90, 90)


@given(st.lists(st.tuples(LONGITUDES, LATITUDES), max_size=5))
def test_galactic_coordinates_are_astropys_to_30_mas(places: list[tuple[float, float]]) -> None:
    found = galactic([ra for ra, _ in places], [dec for _, dec in places])
    assert len(found) == len(places)
    for (ra, dec), (lon, lat) in zip(places, found, strict=True):
        expected = SkyCoord(ra * u.deg, dec * u.deg).galactic
        assert SkyCoord(lon * u.deg, lat * u.deg, frame="galactic").separation(expected).mas < 30
        assert 0 <= lon < 360


@pytest.mark.parametrize("program", ["import app.main; app.main.all_routes()", "import app.cli.run, app.demo.seed"])
def test_a_start_does_not_wait_for_astropy(program: str) -> None:
    """It takes a second of processor time per process, so it is loaded at the first use."""
    code = f"{program}; import sys; print(sorted({{'astropy', 'matplotlib', 'duckdb', 'pyarrow'}} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True, cwd=PROJECT
    )
    assert done.stdout == "[]\n"
