"""Cut-outs: a survey's FITS stamp as a small grey picture, north up and east left.

ZTF sends a gzipped FITS file of 63 × 63 pixels without coordinates, LSST a plain one of 30 × 30 and more with a WCS,
turned as the camera was. Both come out with the same size and orientation, so that they can be compared at a glance.
"""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from astropy.io import fits
from astropy.io.fits.verify import VerifyError
from astropy.utils.exceptions import AstropyWarning
from numpy.typing import NDArray
from PIL import Image

from app.errors import SkyrelayError
from ingest.fits_plain import read_plain
from ingest.surveys.alert import Survey

SIZE_PX = 63
MAX_STAMP_BYTES = 4 * 1024 * 1024
MAX_SIDE_PX = 1000
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
# Black and white of the stretch, in percent of the pixels: sky stays grey, one hot pixel does not decide.
_LOW_PERCENT, _HIGH_PERCENT = 1.0, 99.5
# Lupton et al. 2004, PASP 116, 133: asinh is linear in the noise and logarithmic in the stars.
_SOFTENING = 0.1
# A difference is mostly noise, which a stronger stretch would blow up; five times the noise is white at the least.
_DIFFERENCE_SOFTENING = 0.6
_WHITE_SIGMAS = 5.0
_SIGMA_PER_MAD = 1.4826
_FILLER_SHARE = 0.02

FloatImage: TypeAlias = NDArray[np.float32]
Stretch: TypeAlias = Literal["sky", "difference"]


class BadStamp(SkyrelayError):
    """The stamp holds no picture that can be shown."""

    code = "bad_stamp"
    status = 422


@dataclass(frozen=True)
class Stamp:
    """Pixels of a stamp, first row at the bottom as in FITS; NaN where nothing was measured.

    ``sky_per_pixel`` is the matrix from pixel steps (x, y) to degrees (east, north), None where the stamp has no
    coordinates.
    """

    pixels: FloatImage
    sky_per_pixel: NDArray[np.float64] | None


def read_stamp(data: bytes) -> Stamp:
    """Decode a FITS stamp, gzipped or not; raises :class:`BadStamp`."""
    plain = _plain(data)
    if not plain.startswith(b"SIMPLE  ="):
        raise BadStamp("The stamp is no FITS file.")
    simple = read_plain(plain)
    if simple is not None and 2 <= min(simple.pixels.shape) <= max(simple.pixels.shape) <= MAX_SIDE_PX:
        return Stamp(_without_filler(simple.pixels), _matrix(simple.header))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", AstropyWarning)  # ZTF writes its SIMPLE card one column off
            with fits.open(io.BytesIO(plain), memmap=False) as files:
                header, pixels = files[0].header, files[0].data
                matrix = _matrix(header)
    except (OSError, ValueError, TypeError, KeyError, IndexError, VerifyError, AttributeError) as error:
        raise BadStamp(f"The stamp's FITS file cannot be read ({type(error).__name__}).") from error
    if pixels is None or pixels.ndim != 2 or min(pixels.shape) < 2 or max(pixels.shape) > MAX_SIDE_PX:
        raise BadStamp("The stamp holds no two-dimensional picture of a sensible size.")
    image = np.asarray(pixels, dtype=np.float32)
    return Stamp(_without_filler(image), matrix)


def _without_filler(image: FloatImage) -> FloatImage:
    """Return the image with NaN where nothing was measured: infinities, and the constant beyond an image's edge.

    A measured sky does not repeat a 32-bit float; a value that a fiftieth of the pixels share is filler.
    """
    values, counts = np.unique(image[np.isfinite(image)], return_counts=True)
    unmeasured = ~np.isfinite(image)
    if len(values) > 1 and counts.max() > max(_FILLER_SHARE * image.size, 4):
        unmeasured |= image == values[counts.argmax()]
    return np.where(unmeasured, np.float32(np.nan), image)


def _plain(data: bytes) -> bytes:
    if not data.startswith(_GZIP_MAGIC):
        plain = data
    else:
        try:
            plain = zlib.decompressobj(_GZIP_WINDOW).decompress(data, MAX_STAMP_BYTES + 1)
        except zlib.error as error:
            raise BadStamp("The stamp does not decompress; it is damaged.") from error
    if len(plain) > MAX_STAMP_BYTES:
        raise BadStamp(f"The stamp has more than {MAX_STAMP_BYTES} bytes.")
    return plain


def _matrix(header: Mapping[str, Any]) -> NDArray[np.float64] | None:
    """Return the linear part of the coordinates (FITS paper II: CD, or PC with CDELT), None where there is none."""
    for prefix, scales in (("CD", (1.0, 1.0)), ("PC", (header.get("CDELT1", 1.0), header.get("CDELT2", 1.0)))):
        if f"{prefix}1_1" in header:
            cells = [[header.get(f"{prefix}{row}_{column}", 0.0) for column in (1, 2)] for row in (1, 2)]
            matrix = np.array(cells, dtype=np.float64) * np.array(scales, dtype=np.float64)[:, None]
            usable = np.isfinite(matrix).all() and abs(np.linalg.det(matrix)) > 0
            return matrix if usable else None
    return None


def north_up(stamp: Stamp, survey: Survey) -> FloatImage:
    """Return the picture as rows from the top, north up and east left, :data:`SIZE_PX` on each side.

    ZTF's stamps carry no coordinates; its images have x pointing west and y south (fitted to the pixel and sky
    positions of real candidates that share an exposure: -1.01 arcsec a pixel in both, cross terms below 0.03), so
    that their first row is the northern one. LSST's are turned by their matrix. Pixels beyond the edge are NaN.
    """
    if stamp.sky_per_pixel is None:
        image = stamp.pixels if survey == "ztf" else stamp.pixels[::-1]
        if image.shape == (SIZE_PX, SIZE_PX):
            return image
        return _resampled(image, np.eye(2) * (max(image.shape) / SIZE_PX))
    matrix = stamp.sky_per_pixel
    degrees_per_pixel = float(np.sqrt(abs(np.linalg.det(matrix))))
    step = degrees_per_pixel * max(stamp.pixels.shape) / SIZE_PX
    # One picture column to the right is west, one row down is south.
    return _resampled(stamp.pixels, np.linalg.inv(matrix) @ np.diag([-step, -step]))


def _resampled(image: FloatImage, pixel_per_step: NDArray[np.float64]) -> FloatImage:
    """Sample bilinearly around the centre; a picture pixel next to an unmeasured one is unmeasured."""
    height, width = image.shape
    steps = np.arange(SIZE_PX) - (SIZE_PX - 1) / 2
    columns, rows = np.meshgrid(steps, steps)
    x = pixel_per_step[0, 0] * columns + pixel_per_step[0, 1] * rows + (width - 1) / 2
    y = pixel_per_step[1, 0] * columns + pixel_per_step[1, 1] * rows + (height - 1) / 2
    inside = (x >= -0.5) & (x <= width - 0.5) & (y >= -0.5) & (y <= height - 0.5)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    left, low = np.minimum(x.astype(int), width - 2), np.minimum(y.astype(int), height - 2)
    across, up = (x - left).astype(np.float32), (y - low).astype(np.float32)
    below = _mix(image[low, left], image[low, left + 1], across)
    above = _mix(image[low + 1, left], image[low + 1, left + 1], across)
    return np.where(inside, _mix(below, above, up), np.float32(np.nan))


def _mix(first: FloatImage, second: FloatImage, share: FloatImage) -> FloatImage:
    """Weigh two pixels; one that has no weight does not matter, even if it is NaN."""
    mixed = first * (1 - share) + second * share
    return np.where(share <= 0, first, np.where(share >= 1, second, mixed))


def stretched(image: FloatImage, stretch: Stretch) -> NDArray[np.uint8]:
    """Return 8-bit greys: asinh between percentiles; a difference is symmetric around zero, which is mid-grey.

    Unmeasured pixels are mid-grey in a difference and black in a picture of the sky.
    Raises :class:`BadStamp` where no pixel was measured.
    """
    measured = image[np.isfinite(image)]
    if measured.size == 0:
        raise BadStamp("No pixel of the stamp was measured.")
    low, high = (float(one) for one in np.percentile(measured, [_LOW_PERCENT, _HIGH_PERCENT]))
    if stretch == "difference":
        noise = _SIGMA_PER_MAD * float(np.median(np.abs(measured - np.median(measured))))
        high = max(abs(low), abs(high), _WHITE_SIGMAS * noise)
        low = -high
    if high <= low:
        return np.full(image.shape, 127, dtype=np.uint8)
    share = np.clip((np.nan_to_num(image, nan=0.0 if stretch == "difference" else low) - low) / (high - low), 0, 1)
    if stretch == "difference":
        signed = (share - 0.5) * 2
        share = 0.5 + np.arcsinh(signed / _DIFFERENCE_SOFTENING) / np.arcsinh(1 / _DIFFERENCE_SOFTENING) / 2
    else:
        share = np.arcsinh(share / _SOFTENING) / np.arcsinh(1 / _SOFTENING)
    return np.asarray(np.rint(share * 255), dtype=np.uint8)


def render_png(data: bytes, survey: Survey, stretch: Stretch = "sky") -> bytes:
    """Return a grey PNG of :data:`SIZE_PX` squared of a FITS stamp; raises :class:`BadStamp`."""
    greys = stretched(north_up(read_stamp(data), survey), stretch)
    out = io.BytesIO()
    Image.fromarray(greys).save(out, "PNG", compress_level=6)
    return out.getvalue()
