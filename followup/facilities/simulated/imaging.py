"""An exposure: electrons on the chip, and what a pipeline measures on them.

The measurement is made on the noisy pixels themselves, as a pipeline does: aperture of one FWHM radius,
corrected for the light of a Gaussian outside of it; errors by the CCD equation (Merline & Howell 1995, Exp.
Astr. 6, 163; Howell 2006, Handbook of CCD Astronomy, eq. 4.4): variance = source + n_pix (sky + dark + read
noise^2).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from followup.facilities.simulated.instruments import (
    DARK_E_PER_S,
    FILTERS,
    PIXEL_ARCSEC,
    READ_NOISE_E,
    SATURATION_E,
    sky_brightness,
)

Floats = NDArray[np.float64]

SIZE_PX = 200
_STARS = 15
_DETECTION_SIGMA = 3.0
_ZERO_POINT_ERROR_MAG = 0.015
_ASTROMETRY_ARCSEC = 0.05
# LCO's tables are for seeing as it is at the telescope; light within one FWHM of a Gaussian's centre: 1 - 2^-4
APERTURE_FRACTION = 1.0 - 2.0**-4


@dataclass(frozen=True)
class Scene:
    """What the telescope looks at. Magnitudes are AB above the atmosphere; seeing is the zenith's FWHM."""

    ra_deg: float
    dec_deg: float
    magnitude_ab: float
    element: str
    exposure_s: float
    airmass: float
    transparency: float
    seeing_arcsec: float
    moonlight: float


@dataclass(frozen=True)
class Exposed:
    """The picture (electrons) with its measurements. Pixel positions count from 0, fluxes are electrons."""

    pixels: Floats
    x_px: Floats
    y_px: Floats
    flux_e: Floats
    fluxerr_e: Floats
    fwhm_px: float
    sky_e: float
    zero_point: float
    zero_point_err: float
    saturated: bool


def delivered_fwhm_arcsec(seeing_arcsec: float, airmass: float) -> float:
    """Return the image's FWHM at an airmass: it grows as airmass^0.6 for Kolmogorov turbulence (Roddier 1981,
    eq. 7.70).
    """
    return seeing_arcsec * float(np.power(airmass, 0.6))


def true_zero_point(scene: Scene) -> float:
    """Return the AB magnitude that gives one electron per second in this exposure."""
    optics = FILTERS[scene.element]
    return (
        optics.zero_point_ab - optics.extinction_mag * (scene.airmass - 1.0) + 2.5 * float(np.log10(scene.transparency))
    )


def expose(scene: Scene, random: np.random.Generator) -> Exposed:
    """Take the exposure: the target in the middle, field stars around it, sky, photon and read noise."""
    fwhm_px = delivered_fwhm_arcsec(scene.seeing_arcsec, scene.airmass) / PIXEL_ARCSEC
    zero_point = true_zero_point(scene)
    x_px, y_px, magnitudes = _field(scene)
    electrons = np.where(np.isfinite(magnitudes), 10.0 ** (-0.4 * (magnitudes - zero_point)) * scene.exposure_s, 0.0)
    sky_mag = sky_brightness(scene.element, scene.moonlight)
    sky_e = 10.0 ** (-0.4 * (sky_mag - zero_point)) * PIXEL_ARCSEC**2 * scene.exposure_s
    expected = np.full((SIZE_PX, SIZE_PX), sky_e + DARK_E_PER_S * scene.exposure_s)
    for x, y, flux in zip(x_px, y_px, electrons, strict=True):
        expected += _gaussian(x, y, flux, fwhm_px)
    pixels = random.poisson(expected) + random.normal(0.0, READ_NOISE_E, expected.shape)
    saturated = bool(np.max(pixels) > SATURATION_E)
    pixels = np.minimum(pixels, SATURATION_E)
    return _measure(pixels, (x_px, y_px), fwhm_px, zero_point, saturated, random)


def _field(scene: Scene) -> tuple[Floats, Floats, Floats]:
    """Return pixel positions and magnitudes: the target first, then stars that belong to this place of the sky."""
    key = hashlib.sha256(f"{scene.ra_deg:.3f},{scene.dec_deg:.3f}".encode()).digest()
    stars = np.random.default_rng(int.from_bytes(key[:8], "big"))
    centre = (SIZE_PX - 1) / 2.0
    radius = stars.uniform(25.0, 0.48 * SIZE_PX, _STARS)
    angle = stars.uniform(0.0, 2.0 * np.pi, _STARS)
    x_px = np.concatenate([[centre], centre + radius * np.cos(angle)])
    y_px = np.concatenate([[centre], centre + radius * np.sin(angle)])
    return x_px, y_px, np.concatenate([[scene.magnitude_ab], stars.uniform(15.0, 19.5, _STARS)])


def _gaussian(x: float, y: float, flux: float, fwhm_px: float) -> Floats:
    sigma = fwhm_px / 2.3548200450309493
    axis = np.arange(SIZE_PX)
    profile_x = np.exp(-0.5 * ((axis - x) / sigma) ** 2)
    profile_y = np.exp(-0.5 * ((axis - y) / sigma) ** 2)
    picture = flux / (2.0 * np.pi * sigma**2) * np.outer(profile_y, profile_x)
    return np.asarray(picture, dtype=np.float64)


def aperture(shape: tuple[int, ...], x: float, y: float, radius_px: float) -> Floats:
    """Return the weight of each pixel in a circular aperture, with a one-pixel soft edge."""
    rows, columns = np.indices(shape)
    distance = np.hypot(columns - x, rows - y)
    return np.asarray(np.clip(radius_px - distance + 0.5, 0.0, 1.0), dtype=np.float64)


def _measure(
    pixels: Floats,
    where: tuple[Floats, Floats],
    fwhm_px: float,
    zero_point: float,
    saturated: bool,
    random: np.random.Generator,
) -> Exposed:
    sky_e = _background(pixels)
    found: list[tuple[float, float, float, float]] = []
    for x, y in zip(*where, strict=True):
        weights = aperture(pixels.shape, x, y, fwhm_px)
        inside = float(np.sum(weights * (pixels - sky_e)))
        variance = max(inside, 0.0) + float(np.sum(weights)) * (sky_e + READ_NOISE_E**2)
        flux, error = inside / APERTURE_FRACTION, float(np.sqrt(variance)) / APERTURE_FRACTION
        if flux < _DETECTION_SIGMA * error:
            continue
        scatter = np.hypot(_ASTROMETRY_ARCSEC / PIXEL_ARCSEC, fwhm_px / 2.35 * error / flux)
        found.append((x + random.normal(0.0, scatter), y + random.normal(0.0, scatter), flux, error))
    columns = np.array(found, dtype=np.float64).reshape(-1, 4).T
    return Exposed(
        pixels=pixels,
        x_px=columns[0],
        y_px=columns[1],
        flux_e=columns[2],
        fluxerr_e=columns[3],
        fwhm_px=fwhm_px,
        sky_e=sky_e,
        zero_point=zero_point + float(random.normal(0.0, _ZERO_POINT_ERROR_MAG)),
        zero_point_err=_ZERO_POINT_ERROR_MAG,
        saturated=saturated,
    )


def _background(pixels: Floats) -> float:
    """Return the mean sky of a picture, after clipping at 3 sigma (robust sigma from the median deviation)."""
    centre = float(np.median(pixels))
    sigma = 1.4826 * float(np.median(np.abs(pixels - centre)))
    kept = pixels[np.abs(pixels - centre) < 3.0 * sigma]
    return float(np.mean(kept)) if kept.size else centre
