"""Pictures of the sky: from a FITS file to a grey square with north up and east to the left."""

from __future__ import annotations

import io
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import BadInput

LARGEST_SIDE = 4096
Grey = NDArray[np.uint8]


def picture(content: bytes, ra: float, dec: float, size_arcmin: float, pixels: int) -> Grey:
    """Return ``pixels`` x ``pixels`` greys around a position, dark where the sky is bright; north up, east left.

    Each is the value of the nearest pixel of the file, by its own WCS. Raises :class:`BadInput` where the file is not
    a FITS image of this part of the sky.
    """
    from astropy.io import fits
    from astropy.wcs import WCS

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with fits.open(io.BytesIO(content), memmap=False, ignore_missing_simple=False) as hdus:
                header, values = _plane(hdus)
                wcs = WCS(header).celestial
                east, north = _grid(size_arcmin, pixels)
                where = _sky(ra, dec, east, north)
                x, y = wcs.all_world2pix(*where, 0, quiet=True)
    except (OSError, ValueError, TypeError, KeyError, IndexError, fits.VerifyError) as error:
        raise BadInput("The image service did not answer with a FITS image.") from error
    return _grey(values, np.asarray(x), np.asarray(y))


def _plane(hdus: Any) -> tuple[Any, NDArray[np.float64]]:
    for hdu in hdus:
        shape = hdu.shape if hdu.is_image else ()
        if len(shape) < 2:
            continue
        if max(shape) > LARGEST_SIDE:
            raise ValueError("the image is too large")
        values = np.asarray(hdu.data, dtype=np.float64)
        return hdu.header, values.reshape((-1, *values.shape[-2:]))[0]
    raise ValueError("there is no image in the file")


def _grid(size_arcmin: float, pixels: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the tangent-plane offsets (radians) of the picture's pixels, east and north positive."""
    half = np.radians(size_arcmin / 120.0)
    step = (np.arange(pixels) + 0.5) / pixels * 2.0 - 1.0
    east, north = np.meshgrid(-step * half, -step * half)
    return east.ravel(), north.ravel()


def _sky(
    ra: float, dec: float, east: NDArray[np.float64], north: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return ICRS degrees of tangent-plane offsets (gnomonic: Calabretta & Greisen 2002, A&A 395, 1077)."""
    ra0, dec0 = np.radians(ra), np.radians(dec)
    below = np.cos(dec0) - north * np.sin(dec0)
    longitude = ra0 + np.arctan2(east, below)
    latitude = np.arctan2(np.sin(dec0) + north * np.cos(dec0), np.hypot(east, below))
    return np.degrees(longitude) % 360.0, np.degrees(latitude)


def _grey(values: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]) -> Grey:
    side = round(len(x) ** 0.5)
    known = np.isfinite(x) & np.isfinite(y)
    column, row = np.where(known, np.rint(x), -1), np.where(known, np.rint(y), -1)
    inside = (column >= 0) & (column < values.shape[1]) & (row >= 0) & (row < values.shape[0])
    found = np.full(len(x), np.nan)
    found[inside] = values[row[inside].astype(int), column[inside].astype(int)]
    good = np.isfinite(found)
    if not good.any() or not np.any(found[good]):
        raise BadInput("The image service has no image of this part of the sky.")
    # From the sky's level to where only the brightest stars are: enough contrast for faint ones, nothing to tune.
    low, high = np.percentile(found[good], (10.0, 99.6))
    scaled = np.clip((found - low) / max(high - low, 1e-12), 0.0, 1.0)
    grey = np.where(good, 255.0 - 235.0 * np.sqrt(scaled), 250.0)
    return np.asarray(np.nan_to_num(grey, nan=250.0), dtype=np.uint8).reshape(side, side)
