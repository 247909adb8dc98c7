"""Cut-outs of simulated alerts: 30 × 30 pixels, in the FITS form in which LSST sends them.

A real LSST cut-out is a plain FITS file: the image in nJy with a tangent-plane WCS, its variance (`UNCERT`), and
the point-spread function (`PSFIMAGE`). Here the template is already at the visit's seeing, so that science −
template is the difference exactly, and a point source fitted on the difference has the flux that the packet states.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

import numpy as np
from astropy.io import fits
from numpy.typing import NDArray

from app.drill.night import SimAlert, template_has_object
from app.drill.population import Host
from app.drill.survey import flux_njy

Array = NDArray[np.float64]
Defect = Literal["none", "cosmic_ray", "dipole", "hot_column"]

SIZE_PX = 30
PSF_SIZE_PX = 41
PIXEL_ARCSEC = 0.2
_CENTRE_PX = (SIZE_PX - 1) / 2.0
_FWHM_PER_SIGMA = 2.3548
_DEFECTS: tuple[Defect, ...] = ("cosmic_ray", "dipole", "hot_column")
# a supernova's host is sampled finer than the pixels, since its core can be much smaller than the seeing
_OVERSAMPLE = 3


@dataclass(frozen=True)
class Stamps:
    """The three cut-outs as FITS files, and the shape of what was seen (for the packet)."""

    difference: bytes
    science: bytes
    template: bytes
    defect: Defect


def draw_stamps(alert: SimAlert) -> Stamps:
    """Draw the cut-outs of an alert; the same alert gives the same bytes."""
    trigger = alert.trigger
    rng = np.random.default_rng([trigger.source_number, 41])
    sigma_px = trigger.visit.seeing_arcsec / _FWHM_PER_SIGMA / PIXEL_ARCSEC
    offset = rng.uniform(-0.5, 0.5, 2)
    psf = point_spread(SIZE_PX, sigma_px, offset[0], offset[1])
    # σ_F = σ_pixel √n_eff, with n_eff = 1/Σ P² (King 1983, PASP 95, 163)
    noise_px = trigger.error * float(np.sqrt(np.sum(psf**2)))
    template = _template(alert, psf, sigma_px, offset) + rng.normal(0.0, noise_px / 4.0, psf.shape)
    defect = _defect(alert, rng)
    shape = _defect_shape(defect, psf, rng)
    noise: Array = noise_px * np.asarray(rng.standard_normal(psf.shape))
    noise = noise - shape * float(np.sum(noise * psf) / np.sum(shape * psf))
    difference = (trigger.flux / float(np.sum(shape * psf) / np.sum(psf**2))) * shape + noise
    science = difference + template
    frame = _Frame(alert, offset, sigma_px)
    return Stamps(
        difference=frame.to_fits(difference, noise_px * 1.03),
        science=frame.to_fits(science, noise_px),
        template=frame.to_fits(template, noise_px / 4.0),
        defect=defect,
    )


def point_spread(size: int, sigma_px: float, right_px: float, up_px: float) -> Array:
    """A Gaussian of unit sum, centred at an offset from the middle of a square image."""
    axis = np.arange(size) - (size - 1) / 2.0
    across = np.exp(-0.5 * ((axis - right_px) / sigma_px) ** 2)
    along = np.exp(-0.5 * ((axis - up_px) / sigma_px) ** 2)
    image = np.outer(along, across)
    return np.asarray(image / (2.0 * np.pi * sigma_px**2), dtype=np.float64)


def _template(alert: SimAlert, psf: Array, sigma_px: float, offset: Array) -> Array:
    """What is always there: the star itself, or the host galaxy, or nothing."""
    if template_has_object(alert.subject):
        return alert.trigger.template_flux * psf
    if alert.subject.host is None:
        return np.zeros_like(psf)
    return _disc(alert.subject.host, alert.trigger.visit.band, sigma_px, offset)


def _disc(host: Host, band: str, sigma_px: float, offset: Array) -> Array:
    """An inclined exponential disc in the visit's seeing (convolved in Fourier space), on the stamp's pixels."""
    margin = 30
    fine = (SIZE_PX + 2 * margin) * _OVERSAMPLE
    axis = ((np.arange(fine) + 0.5) / _OVERSAMPLE - 0.5 - margin - _CENTRE_PX) * PIXEL_ARCSEC
    east = -(axis[None, :] - offset[0] * PIXEL_ARCSEC) - host.east_arcsec
    north = (axis[:, None] - offset[1] * PIXEL_ARCSEC) - host.north_arcsec
    along = np.cos(host.angle_rad) * east + np.sin(host.angle_rad) * north
    across = np.cos(host.angle_rad) * north - np.sin(host.angle_rad) * east
    radius = np.hypot(along, across / host.axis_ratio) / host.scale_arcsec
    total = float(flux_njy(np.array(host.magnitude_ab(band))))
    per_pixel = total * PIXEL_ARCSEC**2 / (2.0 * np.pi * host.scale_arcsec**2 * host.axis_ratio) * np.exp(-radius)
    frequency = np.fft.fftfreq(fine, d=1.0 / _OVERSAMPLE)
    blur = np.exp(-2.0 * (np.pi * sigma_px) ** 2 * (frequency[:, None] ** 2 + frequency[None, :] ** 2))
    blurred = np.real(np.fft.ifft2(np.fft.fft2(per_pixel) * blur))
    pixels = blurred.reshape(SIZE_PX + 2 * margin, _OVERSAMPLE, SIZE_PX + 2 * margin, _OVERSAMPLE).mean(axis=(1, 3))
    return np.asarray(pixels[margin:-margin, margin:-margin], dtype=np.float64)


def _defect(alert: SimAlert, rng: np.random.Generator) -> Defect:
    if alert.subject.truth.kind != "bogus":
        return "none"
    return _DEFECTS[int(rng.integers(0, len(_DEFECTS)))]


def _defect_shape(defect: Defect, psf: Array, rng: np.random.Generator) -> Array:
    """What an artefact looks like; a real source looks like the point-spread function."""
    if defect == "none":
        return psf
    shape = np.zeros_like(psf)
    middle = SIZE_PX // 2
    if defect == "cosmic_ray":
        angle, length = rng.uniform(0.0, np.pi), rng.uniform(4.0, 12.0)
        for step in np.linspace(-0.5, 0.5, 60):
            row = round(middle + step * length * float(np.sin(angle)))
            column = round(middle + step * length * float(np.cos(angle)))
            shape[row, column] += 1.0 / 60.0
    elif defect == "dipole":
        # a slight misalignment of a bright star: positive on one side, a little less negative on the other
        shape = psf - 0.8 * np.roll(psf, (3, 2), axis=(0, 1))
    else:
        shape[:, middle] = 1.0 / SIZE_PX
        shape[middle, middle] += 0.3
    return shape


class _Frame:
    """What the three files of an alert have in common: place, orientation (north up, east left) and PSF."""

    def __init__(self, alert: SimAlert, offset: Array, sigma_px: float) -> None:
        self._header = fits.Header()
        step = PIXEL_ARCSEC / 3600.0
        cards: list[tuple[str, float | str | bool, str]] = [
            ("ROTPA", 0.0, "Pos angle in deg of focal plane +Y wrt North"),
            ("BUNIT", "nJy", ""),
            ("WCSAXES", 2, "Number of coordinate axes"),
            ("CRPIX1", _CENTRE_PX + 1.0 + float(offset[0]), "Pixel coordinate of reference point"),
            ("CRPIX2", _CENTRE_PX + 1.0 + float(offset[1]), "Pixel coordinate of reference point"),
            ("CTYPE1", "RA---TAN", ""),
            ("CTYPE2", "DEC--TAN", ""),
            ("CUNIT1", "deg", ""),
            ("CUNIT2", "deg", ""),
            ("CDELT1", -step, "Coordinate increment at reference point"),
            ("CDELT2", step, "Coordinate increment at reference point"),
            ("CRVAL1", alert.ra_deg, "Coordinate value at reference point"),
            ("CRVAL2", alert.dec_deg, "Coordinate value at reference point"),
            ("RADESYS", "ICRS", ""),
            ("SIMULATE", True, "This image was drawn for a rehearsal"),
        ]
        self._header.extend(cards)
        self._psf = point_spread(PSF_SIZE_PX, sigma_px, 0.0, 0.0)

    def to_fits(self, image: Array, noise_px: float) -> bytes:
        """One cut-out as a FITS file of three units."""
        variance = np.full(image.shape, noise_px**2, dtype=np.float32)
        uncertainty = fits.ImageHDU(variance, name="UNCERT")
        uncertainty.header["UTYPE"] = "VarianceUncertainty"
        units = [
            fits.PrimaryHDU(image.astype(np.float32), header=self._header),
            uncertainty,
            fits.ImageHDU(self._psf, name="PSFIMAGE"),
        ]
        out = io.BytesIO()
        fits.HDUList(units).writeto(out)
        return out.getvalue()
