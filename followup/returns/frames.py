"""From one reduced frame (FITS in the form of LCO's BANZAI products) to one photometric point of the target.

Fluxes are µJy in SkyPortal's sense: AB magnitude = 23.9 - 2.5 log10(flux). BANZAI's zero point means
magnitude = L1ZP - 2.5 log10(counts / EXPTIME), so that flux = counts / EXPTIME * 10^(0.4 (23.9 - L1ZP)).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from astropy.io import fits
from astropy.time import Time
from astropy.wcs import WCS
from numpy.typing import NDArray

from app.errors import BadInput
from app.sky.earth import use_packaged_tables
from followup.facilities.filters import bandpass_name

AB_ZERO_POINT_UJY = 23.9
"""AB magnitude of 1 µJy (Oke & Gunn 1983: 3631 Jy is magnitude 0), as SkyPortal rounds it."""
MATCH_ARCSEC = 1.5
LIMIT_SIGMA = 5.0
_DEFAULT_FWHM_ARCSEC = 2.0
_PROVENANCE = (
    "ORIGIN",
    "SIMULATE",
    "ORIGNAME",
    "PROPID",
    "REQNUM",
    "BLKUID",
    "RLEVEL",
    "PIPEVER",
    "L1ZPERR",
    "ENCID",
)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class FramePhotometry:
    """The target in one frame.

    ``flux_ujy`` is None for a non-detection; ``fluxerr_ujy`` is then the noise of a forced aperture, and
    ``limiting_mag_ab`` follows from it. ``seeing_arcsec`` is the image's FWHM. ``mjd_utc`` is the middle of the
    exposure, from ``date_obs`` (UTC, as written in the header) plus half the exposure time.
    """

    mjd_utc: float
    date_obs: str
    filter: str
    flux_ujy: float | None
    fluxerr_ujy: float
    limiting_mag_ab: float
    ra_deg: float
    dec_deg: float
    exposure_time_s: float
    zero_point_ab: float
    zero_point_err: float
    airmass: float | None
    seeing_arcsec: float | None
    site: str
    telescope: str
    instrument: str
    simulated: bool
    saturated: bool
    provenance: dict[str, str]

    @property
    def mag_ab(self) -> float | None:
        """The AB magnitude of a detection."""
        return None if self.flux_ujy is None else magnitude_ab(self.flux_ujy)


def magnitude_ab(flux_ujy: float) -> float:
    """Return the AB magnitude of a positive flux in µJy."""
    return AB_ZERO_POINT_UJY - 2.5 * float(np.log10(flux_ujy))


def limiting_magnitude(fluxerr_ujy: float, sigma: float = LIMIT_SIGMA) -> float:
    """Return the AB magnitude of a source whose flux is ``sigma`` times the noise (Howell 2006, section 4.4)."""
    return magnitude_ab(sigma * fluxerr_ujy)


def read_frame(content: bytes, ra_deg: float, dec_deg: float) -> FramePhotometry:
    """Measure the target at an ICRS position in a frame.

    A row of the frame's catalogue within 1.5 arcsec is a detection. Otherwise the noise of an aperture of one
    FWHM radius, forced on the position, gives the limit. Raises :class:`BadInput` for what is no reduced
    frame, has no zero point, or does not contain the position.
    """
    try:
        with fits.open(io.BytesIO(content), memmap=False) as hdus:
            image = _image(hdus)
            catalogue = hdus["CAT"].data if "CAT" in hdus else None
            return _measure(image.header, np.asarray(image.data, np.float64), catalogue, (ra_deg, dec_deg))
    except (OSError, KeyError, TypeError, ValueError) as problem:
        raise BadInput(f"The frame cannot be used: {problem}", field="frame") from problem


def _image(hdus: Any) -> Any:
    hdu = hdus["SCI"] if "SCI" in hdus else hdus[0]
    if hdu.data is None or hdu.data.ndim != 2:
        raise ValueError("it holds no image")
    return hdu


def _measure(header: Any, pixels: Floats, catalogue: Any, where: tuple[float, float]) -> FramePhotometry:
    zero_point = float(header.get("L1ZP", np.nan))
    if not 10.0 < zero_point < 40.0:  # BANZAI writes none, or -99, where it could not calibrate
        raise ValueError("its header has no zero point (L1ZP)")
    zero_point_err = float(header.get("L1ZPERR", 0.0))
    exposure_s = float(header["EXPTIME"])
    ujy_per_count = 10.0 ** (0.4 * (AB_ZERO_POINT_UJY - zero_point)) / exposure_s
    noise = _forced_noise(header, pixels, where) * ujy_per_count
    row = _nearest(catalogue, where)
    flux: float | None = None
    error, ra_deg, dec_deg, saturated = noise, where[0], where[1], False
    if row is not None:
        flux = float(row["flux"]) * ujy_per_count
        # the zero point's error is a relative error of the flux: d ln f = 0.4 ln 10 dm
        error = float(np.hypot(float(row["fluxerr"]) * ujy_per_count, flux * 0.4 * np.log(10.0) * zero_point_err))
        ra_deg, dec_deg, saturated = float(row["ra"]), float(row["dec"]), _is_saturated(row, header)
    return FramePhotometry(
        mjd_utc=mid_exposure_mjd(str(header["DATE-OBS"]), exposure_s),
        date_obs=str(header["DATE-OBS"]),
        filter=bandpass_name(str(header["FILTER"]).strip()),
        flux_ujy=flux,
        fluxerr_ujy=error,
        limiting_mag_ab=limiting_magnitude(noise),
        ra_deg=ra_deg,
        dec_deg=dec_deg,
        exposure_time_s=exposure_s,
        zero_point_ab=zero_point,
        zero_point_err=zero_point_err,
        airmass=_number(header, "AIRMASS"),
        seeing_arcsec=_number(header, "L1FWHM"),
        site=str(header.get("SITEID", "")).strip(),
        telescope=str(header.get("TELID", "")).strip(),
        instrument=str(header.get("INSTRUME", "")).strip(),
        simulated=bool(header.get("SIMULATE", False)),
        saturated=saturated,
        provenance={key: str(header[key]).strip() for key in _PROVENANCE if key in header},
    )


def mid_exposure_mjd(date_obs: str, exposure_s: float) -> float:
    """Return the middle of an exposure that starts at a UTC time, as MJD UTC (a leap second inside is
    respected).
    """
    use_packaged_tables()
    start = Time(date_obs, format="isot", scale="utc")
    middle = Time(start.tai.jd1, start.tai.jd2 + exposure_s / 2.0 / 86400.0, format="jd", scale="tai")
    return float(middle.utc.mjd)


def _nearest(catalogue: Any, where: tuple[float, float]) -> Any:
    if catalogue is None or len(catalogue) == 0:
        return None
    ra, dec = (np.asarray(catalogue[name], dtype=np.float64) for name in ("ra", "dec"))
    east = ((ra - where[0] + 180.0) % 360.0 - 180.0) * np.cos(np.radians(where[1]))
    away_arcsec = np.hypot(east, dec - where[1]) * 3600.0
    best = int(np.argmin(away_arcsec))
    return catalogue[best] if away_arcsec[best] <= MATCH_ARCSEC else None


def _is_saturated(row: Any, header: Any) -> bool:
    names = row.array.names
    if "flag" in names and int(row["flag"]) & 4:  # SEP: an object's pixel is saturated
        return True
    return "peak" in names and float(row["peak"]) >= float(header.get("SATURATE", np.inf))


def _forced_noise(header: Any, pixels: Floats, where: tuple[float, float]) -> float:
    """Return the noise in counts of a point source at a position: background scatter in an aperture of one
    FWHM radius.

    sigma = pixel scatter * sqrt(n_pix) / (fraction of a Gaussian's light inside, 1 - 2^-4): the CCD equation
    (Howell 2006, eq. 4.4) without a source, the scatter measured on the pixels near the position.
    """
    wcs = WCS(header)
    x, y = (float(value) for value in wcs.world_to_pixel_values(*where))
    rows, columns = pixels.shape
    if not (0 <= x < columns and 0 <= y < rows):
        raise ValueError("the target is outside of the image")
    scale = float(np.sqrt(np.abs(np.linalg.det(wcs.pixel_scale_matrix)))) * 3600.0
    radius_px = (_number(header, "L1FWHM") or _DEFAULT_FWHM_ARCSEC) / scale
    half = max(50, int(10 * radius_px))
    near = pixels[max(0, int(y) - half) : int(y) + half, max(0, int(x) - half) : int(x) + half]
    scatter = 1.4826 * float(np.nanmedian(np.abs(near - np.nanmedian(near))))
    if not scatter > 0.0:
        raise ValueError("its pixels are all alike")
    return scatter * float(np.sqrt(np.pi)) * radius_px / (1.0 - 2.0**-4)


def _number(header: Any, key: str) -> float | None:
    value = header.get(key)
    return float(value) if isinstance(value, int | float) and value > 0 else None
