from __future__ import annotations

import gzip
import io

import numpy as np
import pytest
from astropy.io import fits
from hypothesis import given
from hypothesis import strategies as st

from ingest.fits_plain import read_plain
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import read_alerts
from tests.ingest.packets import paths


@pytest.mark.parametrize("folder", ["ztf", "lsst"])
def test_real_stamps_are_read_as_astropy_reads_them(folder: str) -> None:
    n = 0
    for path in list(paths(folder))[:40]:
        for alert in read_alerts(path.read_bytes()):
            for stamp in alert.cutouts.values() if isinstance(alert, Alert) else ():
                plain = gzip.decompress(stamp) if stamp[:2] == b"\x1f\x8b" else stamp
                found = read_plain(plain)
                assert found is not None
                with fits.open(io.BytesIO(plain), memmap=False, ignore_missing_simple=True) as files:
                    np.testing.assert_array_equal(found.pixels, files[0].data)
                    for name in ("CD1_1", "CD1_2", "PC1_1", "CDELT1", "NAXIS1"):
                        assert found.header.get(name) == files[0].header.get(name)
                n += 1
    assert n > 10


@pytest.mark.parametrize("kind", ["f4", "f8", "u1", "i2", "i4", "u2"])
def test_every_type_of_pixel(kind: str) -> None:
    image = np.arange(35, dtype=kind).reshape(5, 7)
    out = io.BytesIO()
    fits.PrimaryHDU(image).writeto(out)
    found = read_plain(out.getvalue())
    assert found is not None
    np.testing.assert_array_equal(found.pixels, image.astype(np.float32))


@given(st.binary(max_size=400), st.integers(0, 2880))
def test_damage_gives_none_or_an_image_and_never_an_error(noise: bytes, at: int) -> None:
    out = io.BytesIO()
    fits.PrimaryHDU(np.zeros((4, 4), dtype=np.float32)).writeto(out)
    whole = out.getvalue()
    read_plain(whole[:at] + noise + whole[at + len(noise) :])
    read_plain(whole[: at + len(noise)])
