from __future__ import annotations

import gzip
import io
import math
from typing import Any

import numpy as np
import pytest
from astropy.io import fits
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from ingest.cutouts import SIZE_PX, BadStamp, north_up, read_stamp, render_png, stretched
from ingest.surveys.decoding import decode_one
from tests.ingest.packets import LSST_WIRE, ZTF_V4, paths, real


def _fits(pixels: NDArray[Any], **cards: float) -> bytes:
    out = io.BytesIO()
    fits.PrimaryHDU(pixels, fits.Header(cards)).writeto(out)
    return out.getvalue()


def _picture(png: bytes) -> NDArray[Any]:
    with Image.open(io.BytesIO(png)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "L", (SIZE_PX, SIZE_PX))
        return np.asarray(image)


@pytest.mark.parametrize("packet", [ZTF_V4, LSST_WIRE, "lsst/confluent_wire_boom/7912941781254298.avro"])
def test_real_stamps_become_pictures_of_one_size(packet: str) -> None:
    alert = decode_one(real(packet))
    for kind, data in alert.cutouts.items():
        picture = _picture(render_png(data, alert.survey, "difference" if kind == "sub" else "sky"))
        assert picture.std() > 5


def test_a_real_transient_is_bright_in_the_middle_of_its_difference() -> None:
    """A sample night's positive, well detected differences: the centre stands out from the rest of the picture."""
    alerts = [decode_one(path.read_bytes()) for path in paths("ztf/v4_01_kowalski_20231012")]
    good = [a for a in alerts if not a.detection.is_negative and (a.detection.snr or 0) > 10 and a.scores["drb"] > 0.9]
    assert len(good) >= 3
    for alert in good:
        picture = _picture(render_png(alert.cutouts["sub"], "ztf", "difference"))
        assert picture[29:34, 29:34].mean() > picture.mean() + 40


def test_ztf_is_shown_with_its_first_row_on_top() -> None:
    pixels = np.zeros((63, 63), dtype=np.float32) + np.arange(63, dtype=np.float32)[:, None]
    assert np.allclose(north_up(read_stamp(_fits(pixels)), "ztf"), pixels)


@settings(max_examples=40, deadline=None)
@given(turn_deg=st.floats(0, 360), mirrored=st.booleans(), side=st.sampled_from([30, 41, 60]))
def test_a_star_in_the_north_east_is_shown_top_left(turn_deg: float, mirrored: bool, side: int) -> None:
    """However the camera was turned or mirrored: half-way to the edge in both directions."""
    scale, turn = 0.2 / 3600, math.radians(turn_deg)
    matrix = scale * np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    if mirrored:
        matrix[:, 0] *= -1
    offset = side / 4 * scale
    x, y = np.linalg.inv(matrix) @ np.array([offset, offset]) + (side - 1) / 2
    rows, columns = np.mgrid[:side, :side]
    noise = np.random.default_rng(1).normal(0, 1, (side, side))
    pixels = (noise + 1000 * np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / 2 / 1.5**2)).astype(np.float32)
    cards = {f"PC{row}_{column}": matrix[row - 1, column - 1] for row in (1, 2) for column in (1, 2)}
    shown = np.nan_to_num(north_up(read_stamp(_fits(pixels, **cards, CDELT1=1.0, CDELT2=1.0)), "lsst"), nan=0.0)
    row, column = np.unravel_index(shown.argmax(), shown.shape)
    expected = (SIZE_PX - 1) / 2 - SIZE_PX / 4
    assert abs(row - expected) <= 2
    assert abs(column - expected) <= 2


def test_unmeasured_pixels_do_not_decide_the_stretch() -> None:
    rng = np.random.default_rng(2)
    whole = rng.normal(150, 5, (63, 63)).astype(np.float32)
    for filler in (np.nan, 0.0, np.inf, -1e30):
        cut = whole.copy()
        cut[:, :25] = filler
        greys = stretched(north_up(read_stamp(_fits(cut)), "ztf"), "sky")
        assert (greys[:, :24] == 0).all()
        assert greys[:, 26:].std() > 30


def test_zero_difference_is_mid_grey() -> None:
    rng = np.random.default_rng(3)
    image = rng.normal(0, 1, (63, 63)).astype(np.float32)
    image[0, 0] = 0.0
    assert abs(int(stretched(image, "difference")[0, 0]) - 127) <= 1


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", id="a JPEG"),
        pytest.param(gzip.compress(b"this is no FITS"), id="no FITS"),
        pytest.param(gzip.compress(b"SIMPLE  =" + b" " * 5000)[:-30], id="gzip cut short"),
        pytest.param(_fits(np.zeros((30, 30), dtype=np.float32))[:2880], id="a header alone"),
        pytest.param(_fits(np.zeros((2, 3, 4), dtype=np.float32)), id="a cube"),
        pytest.param(_fits(np.full((30, 30), np.nan, dtype=np.float32)), id="all NaN"),
        pytest.param(gzip.compress(b"SIMPLE  =" + b"\0" * 5_000_000), id="a bomb"),
    ],
)
def test_a_malformed_stamp_is_a_typed_error(data: bytes) -> None:
    with pytest.raises(BadStamp):
        render_png(data, "ztf")


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_damage_is_a_picture_or_a_typed_error(data: st.DataObject) -> None:
    stamp = bytearray(decode_one(real(ZTF_V4)).cutouts["new"])
    if data.draw(st.booleans()):
        stamp = bytearray(gzip.decompress(bytes(stamp)))
    for _ in range(3):
        stamp[data.draw(st.integers(0, min(len(stamp), 3000) - 1))] = data.draw(st.integers(0, 255))
    try:
        png = render_png(bytes(stamp), "ztf")
    except BadStamp:
        return
    _picture(png)
