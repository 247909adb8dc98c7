"""Galactic extinction, from maps made for the purpose: small ones of the same projection, and known values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.io import fits

from app.errors import BadInput, Unavailable
from app.portal.extinction import COEFFICIENTS, reddening
from tests.app.api.contract import test_photometry, test_spectra
from tests.app.api.scene import Scene

scene = test_spectra.scene


def maps(folder: Path) -> Path:
    """Maps whose value is the latitude's distance from the pole, and in the north the longitude's cosine beside it."""
    size, scale = 128, 64.0
    y, x = (np.indices((size, size)) - (size - 1) / 2) / scale
    for pole, sign in (("ngp", 1), ("sgp", -1)):
        header = fits.Header({"LAM_NSGP": sign, "LAM_SCAL": scale, "CRPIX1": size / 2 + 0.5, "CRPIX2": size / 2 + 0.5})
        image = 2.0 + x if sign == 1 else 5.0 + y
        fits.PrimaryHDU(image.astype("f4"), header).writeto(folder / f"SFD_dust_4096_{pole}.fits")
    return folder


def at(lon: float, lat: float) -> tuple[float, float]:
    place = SkyCoord(lon * u.deg, lat * u.deg, frame="galactic").icrs
    return float(place.ra.deg), float(place.dec.deg)


def test_the_place_in_the_map_is_the_papers(tmp_path: Path) -> None:
    folder = maps(tmp_path)
    assert reddening(folder, *at(0, 90)) == pytest.approx(2.0, abs=1e-3)
    for lon, lat in ((0.0, 30.0), (60.0, 45.0), (200.0, 10.0)):
        radius = np.sqrt(1 - np.sin(np.radians(lat)))
        assert reddening(folder, *at(lon, lat)) == pytest.approx(2 + radius * np.cos(np.radians(lon)), abs=1e-3)
    radius = np.sqrt(1 - np.sin(np.radians(30)))
    assert reddening(folder, *at(90, -30)) == pytest.approx(5 + radius, abs=1e-3)


def test_without_maps_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"sky\.dust_maps"):
        reddening(None, 1.0, 2.0)
    with pytest.raises(Unavailable):
        reddening(tmp_path, 1.0, 2.0)


def test_points_are_told_without_their_extinction(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    test_photometry.post(scene)
    answer = scene.world.client("ada").get("/api/sources/Z1/photometry?includeExtinction=true")
    assert (answer.status_code, answer.json()["data"]["field"]) == (400, "includeExtinction")
    folder = maps(tmp_path)
    sky_settings: Any = scene.world.settings.sky
    monkeypatch.setitem(sky_settings.__dict__, "dust_maps", str(folder))
    lost = COEFFICIENTS["sdssr"] * reddening(folder, 10.0, 20.0)
    first, limit, _ = test_photometry.curve(scene, include_extinction=True, format="both")
    assert (first.extinction, first.mag_corr) == pytest.approx((lost, 19.0 - lost))
    assert first.flux is not None
    assert first.flux_corr == pytest.approx(first.flux * 10 ** (0.4 * lost))
    assert limit.extinction == pytest.approx(lost)
    assert limit.mag_corr is None
