"""Photometry of frames: statistics against the truth, limits, and what is refused."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from astropy.io import fits
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadInput
from followup.facilities.filters import BANDPASSES, LCO_ELEMENTS, bandpass_name, lco_element
from followup.facilities.simulated.fits import FrameIdentity, frame_bytes
from followup.facilities.simulated.imaging import Scene, expose
from followup.facilities.simulated.instruments import FILTERS, sky_brightness
from followup.returns.frames import FramePhotometry, limiting_magnitude, magnitude_ab, mid_exposure_mjd, read_frame

MID_S = 1_795_000_000.25


def scene(magnitude: float, **changes: Any) -> Scene:
    usual: dict[str, Any] = {"ra_deg": 150.1, "dec_deg": -30.2, "element": "rp", "exposure_s": 60.0, "airmass": 1.2}
    usual |= {"transparency": 0.95, "seeing_arcsec": 1.5, "moonlight": 0.1}
    return Scene(magnitude_ab=magnitude, **(usual | changes))


def frame(look: Scene, seed: int = 1) -> bytes:
    who = FrameIdentity(
        filename="coj1m099-sim01-20261120-1000000001-e91.fits",
        site="coj",
        telescope_key="coj.doma.1m0a",
        instrument="sim01",
        object_name="SN-test",
        proposal="P",
        group_name="tag",
        request_id=7,
        block_id=9,
        mid_unix_s=MID_S,
        latitude_deg=-31.0,
        longitude_deg=149.0,
        elevation_m=1116.0,
        sky_shift_s=0.0,
        speed=30.0,
    )
    return frame_bytes(who, look, expose(look, np.random.default_rng(seed)))


def measured(magnitude: float, seed: int = 1, **changes: Any) -> FramePhotometry:
    look = scene(magnitude, **changes)
    return read_frame(frame(look, seed), look.ra_deg, look.dec_deg)


def test_everything_that_a_point_needs() -> None:
    point = measured(17.0)
    assert (point.filter, point.site, point.telescope, point.instrument) == ("sdssr", "coj", "1m0a", "sim01")
    assert point.simulated
    assert point.provenance["ORIGIN"] == "SKYRELAY SIMULATION"
    assert point.mjd_utc == pytest.approx(40587.0 + MID_S / 86400.0, abs=1e-3 / 86400.0)
    assert point.airmass == pytest.approx(1.2)
    assert point.seeing_arcsec == pytest.approx(1.5 * 1.2**0.6, abs=0.01)
    assert point.mag_ab == pytest.approx(17.0, abs=0.1)


def test_pulls_are_those_of_honest_errors() -> None:
    """Over many frames, (measured - true) / error has mean 0 and scatter 1."""
    pulls = []
    for seed in range(45):
        for magnitude in (16.5, 19.5):
            point = measured(magnitude, seed)
            true_ujy = 10.0 ** (-0.4 * (magnitude - 23.9))
            assert point.flux_ujy is not None
            pulls.append((point.flux_ujy - true_ujy) / point.fluxerr_ujy)
    assert abs(float(np.mean(pulls))) < 0.35
    assert 0.75 < float(np.std(pulls)) < 1.25


@settings(max_examples=15, deadline=None)
@given(element=st.sampled_from(sorted(FILTERS)), airmass=st.floats(1.0, 2.0), seed=st.integers(0, 1000))
def test_every_filter_gives_the_magnitude_back(element: str, airmass: float, seed: int) -> None:
    point = measured(14.5, seed, element=element, airmass=airmass)
    assert point.mag_ab == pytest.approx(14.5, abs=0.25)
    assert point.filter == BANDPASSES[element]


def test_nothing_there_is_a_limit_near_the_textbook_depth() -> None:
    point = measured(float("inf"))
    assert point.flux_ujy is None
    assert point.mag_ab is None
    # CCD equation by hand: sky-limited 60 s in r at new moon reaches about 20.5 at 5 sigma
    assert 19.8 < point.limiting_mag_ab < 21.3
    assert point.limiting_mag_ab == pytest.approx(limiting_magnitude(point.fluxerr_ujy))
    longer = measured(float("inf"), exposure_s=240.0)
    assert longer.limiting_mag_ab - point.limiting_mag_ab == pytest.approx(0.75, abs=0.2)  # sqrt(4) in noise


def test_a_neighbour_is_not_the_target() -> None:
    look = scene(17.0)
    content = frame(look)
    assert read_frame(content, look.ra_deg, look.dec_deg + 1.2 / 3600).flux_ujy is not None
    assert read_frame(content, look.ra_deg, look.dec_deg + 3.0 / 3600).flux_ujy is None


def test_compressed_frames_are_read_too() -> None:
    look = scene(17.0)
    with fits.open(io.BytesIO(frame(look))) as hdus:
        sci = fits.CompImageHDU(hdus["SCI"].data, hdus["SCI"].header, name="SCI")
        packed = io.BytesIO()
        fits.HDUList([fits.PrimaryHDU(), sci, hdus["CAT"].copy()]).writeto(packed)
    point = read_frame(packed.getvalue(), look.ra_deg, look.dec_deg)
    assert point.mag_ab == pytest.approx(17.0, abs=0.1)


def _without(content: bytes, key: str, value: object = None) -> bytes:
    with fits.open(io.BytesIO(content)) as hdus:
        if value is None:
            del hdus["SCI"].header[key]
        else:
            hdus["SCI"].header[key] = value
        out = io.BytesIO()
        hdus.writeto(out)
    return out.getvalue()


def test_what_cannot_be_used_is_refused_with_a_sentence() -> None:
    look = scene(17.0)
    content = frame(look)
    for bad, words in [
        (b"not FITS", "cannot be used"),
        (content[:20000], "cannot be used"),
        (_without(content, "L1ZP"), "no zero point"),
        (_without(content, "L1ZP", -99.0), "no zero point"),
        (_without(content, "DATE-OBS"), "DATE-OBS"),
        (_without(content, "FILTER", "air"), "filter 'air'"),
    ]:
        with pytest.raises(BadInput, match=words):
            read_frame(bad, look.ra_deg, look.dec_deg)
    with pytest.raises(BadInput, match="outside"):
        read_frame(content, look.ra_deg + 1.0, look.dec_deg)


@given(st.floats(10, 28))
def test_magnitudes_and_fluxes_are_inverse(magnitude: float) -> None:
    assert magnitude_ab(10 ** (-0.4 * (magnitude - 23.9))) == pytest.approx(magnitude, abs=1e-9)


def test_middle_of_an_exposure_across_a_leap_second() -> None:
    # 2016-12-31 ended with 23:59:60; 40 s after 23:59:50 is 00:00:29
    assert mid_exposure_mjd("2016-12-31T23:59:50.000", 80.0) == pytest.approx(57754.0 + 29.0 / 86400.0, abs=1e-9)
    assert mid_exposure_mjd("2026-11-22T00:00:00.000", 120.0) == pytest.approx(61366.0 + 60.0 / 86400.0, abs=1e-9)


def test_filter_names_go_there_and_back() -> None:
    assert {name: lco_element(name) for name in ("sdssg", "sdssr", "sdssi", "sdssz", "bessellv")} == {
        "sdssg": "gp",
        "sdssr": "rp",
        "sdssi": "ip",
        "sdssz": "zs",
        "bessellv": "V",
    }
    for element in set(LCO_ELEMENTS.values()):
        assert lco_element(bandpass_name(element)) == element
    with pytest.raises(BadInput, match="no filter"):
        lco_element("2massj")


def test_moonlight_brightens_the_sky() -> None:
    assert sky_brightness("rp", 0.0) > sky_brightness("rp", 0.5) > sky_brightness("rp", 1.0)
