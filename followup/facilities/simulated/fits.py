"""A frame as a FITS file in the form of LCO's BANZAI products: SCI, CAT, BPM and ERR extensions, level 91.

Keywords and columns follow LCO's pages "FITS headers" and "SEP catalog headers"; L1ZP is BANZAI's zero point:
magnitude = L1ZP - 2.5 log10(flux / EXPTIME). Everything says that it is simulated (SIMULATE = T, ORIGIN).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from astropy.io import fits
from astropy.wcs import WCS

from followup.facilities.simulated.clock import mjd_of
from followup.facilities.simulated.imaging import Exposed, Scene
from followup.facilities.simulated.instruments import PIXEL_ARCSEC, READ_NOISE_E, SATURATION_E

REDUCTION_LEVEL = 91


@dataclass(frozen=True)
class FrameIdentity:
    """What names a frame: where, when (middle of the exposure, real UTC), for which request."""

    filename: str
    site: str
    telescope_key: str
    instrument: str
    object_name: str
    proposal: str
    group_name: str
    request_id: int
    block_id: int
    mid_unix_s: float
    latitude_deg: float
    longitude_deg: float
    elevation_m: float
    sky_shift_s: float
    speed: float

    def start_unix_s(self, exposure_s: float) -> float:
        """Return the start that puts the middle of the nominal exposure where the middle really was.

        A speeded-up observatory exposes for less real time than EXPTIME says; the middle is what photometry uses.
        """
        return self.mid_unix_s - exposure_s / 2.0


def date_obs(unix_s: float) -> str:
    """Write a time as DATE-OBS has it: UTC to the millisecond, without zone."""
    return datetime.fromtimestamp(unix_s, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3]


def frame_bytes(who: FrameIdentity, scene: Scene, exposed: Exposed) -> bytes:
    """Return the FITS file."""
    wcs = _wcs(scene)
    header = _header(who, scene, exposed)
    header.extend(wcs.to_header(), update=True)
    error = np.sqrt(np.maximum(exposed.pixels, 0.0) + READ_NOISE_E**2)
    hdus = fits.HDUList(
        [
            fits.PrimaryHDU(header=fits.Header([("SIMULATE", True, "This frame is SIMULATED")])),
            fits.ImageHDU(exposed.pixels.astype(np.float32), header=header, name="SCI"),
            _catalogue(wcs, exposed),
            fits.ImageHDU(np.zeros(exposed.pixels.shape, dtype=np.uint8), name="BPM"),
            fits.ImageHDU(error.astype(np.float32), name="ERR"),
        ]
    )
    out = io.BytesIO()
    hdus.writeto(out, checksum=True)
    return out.getvalue()


def _wcs(scene: Scene) -> WCS:
    wcs = WCS(naxis=2)
    wcs.wcs.crpix = [100.5, 100.5]
    wcs.wcs.cdelt = [-PIXEL_ARCSEC / 3600.0, PIXEL_ARCSEC / 3600.0]
    wcs.wcs.crval = [scene.ra_deg, scene.dec_deg]
    wcs.wcs.ctype = ["RA---TAN", "DEC--TAN"]
    wcs.wcs.radesys = "ICRS"
    return wcs


def _header(who: FrameIdentity, scene: Scene, exposed: Exposed) -> fits.Header:
    start_s = who.start_unix_s(scene.exposure_s)
    site, enclosure, telescope = who.telescope_key.split(".")
    cards: list[tuple[str, object, str]] = [
        ("SIMULATE", True, "This frame is SIMULATED"),
        ("ORIGIN", "SKYRELAY SIMULATION", "Organization responsible for the data"),
        ("ORIGNAME", who.filename.replace("-e91", "-e00"), "Raw frame"),
        ("OBSTYPE", "EXPOSE", "Observation type"),
        ("OBJECT", who.object_name, "Object name"),
        ("FILTER", scene.element, "Filter used"),
        ("DATE-OBS", date_obs(start_s), "[UTC] Start of the observation"),
        ("UTSTOP", date_obs(start_s + scene.exposure_s)[11:], "[UTC] End of the observation"),
        ("MJD-OBS", round(mjd_of(start_s), 9), "[UTC days] Start of the exposure"),
        ("EXPTIME", scene.exposure_s, "[s] Exposure length"),
        ("SITEID", site, "ID code of the observatory site"),
        ("ENCID", enclosure, "ID code of the enclosure"),
        ("TELID", telescope, "ID code of the telescope"),
        ("INSTRUME", who.instrument, "Instrument used"),
        ("TELESCOP", f"1m0-simulated-{site}", "Name of the telescope"),
        ("LATITUDE", who.latitude_deg, "[deg North] Telescope latitude"),
        ("LONGITUD", who.longitude_deg, "[deg East] Telescope longitude"),
        ("HEIGHT", who.elevation_m, "[m] Altitude above sea level"),
        ("PROPID", who.proposal, "Proposal ID"),
        ("GROUPID", who.group_name, "Group name given by the user"),
        ("REQNUM", str(who.request_id), "Observation portal request number"),
        ("BLKUID", str(who.block_id), "Group unique ID"),
        ("RLEVEL", REDUCTION_LEVEL, "Reduction level"),
        ("AIRMASS", round(scene.airmass, 4), "Effective mean airmass"),
        ("GAIN", 1.0, "[electrons/count] Pixel gain"),
        ("RDNOISE", READ_NOISE_E, "[electrons/pixel] Read noise"),
        ("SATURATE", SATURATION_E, "[electrons] Saturation level"),
        ("PIXSCALE", PIXEL_ARCSEC, "[arcsec/pixel] Nominal pixel scale"),
        ("BUNIT", "electron", "Unit of the pixels"),
        ("L1FWHM", round(exposed.fwhm_px * PIXEL_ARCSEC, 3), "[arcsec] Frame FWHM"),
        ("L1MEDIAN", round(exposed.sky_e, 3), "[electrons] Sky level"),
        ("L1ZP", round(exposed.zero_point, 4), "Instrumental zeropoint [mag]"),
        ("L1ZPERR", exposed.zero_point_err, "Error on Instrumental zeropoint [mag]"),
        ("SIMSHIFT", round(who.sky_shift_s, 3), "[s] Sky is computed for UTC plus this"),
        ("SIMSPEED", who.speed, "Exposures take this many times less real time"),
    ]
    return fits.Header(cards)


def _catalogue(wcs: WCS, exposed: Exposed) -> fits.BinTableHDU:
    sky = wcs.pixel_to_world_values(exposed.x_px, exposed.y_px) if exposed.x_px.size else ([], [])
    count = exposed.x_px.size
    saturated = np.full(count, 4 if exposed.saturated else 0)
    columns = [
        fits.Column("x", "D", unit="pixel", array=exposed.x_px + 1.0),
        fits.Column("y", "D", unit="pixel", array=exposed.y_px + 1.0),
        fits.Column("flux", "D", unit="count", array=exposed.flux_e),
        fits.Column("fluxerr", "D", unit="count", array=exposed.fluxerr_e),
        fits.Column("background", "D", unit="count", array=np.full(count, exposed.sky_e)),
        fits.Column("fwhm", "D", unit="pixel", array=np.full(count, exposed.fwhm_px)),
        fits.Column("flag", "J", array=saturated),
        fits.Column("ra", "D", unit="deg", array=np.asarray(sky[0])),
        fits.Column("dec", "D", unit="deg", array=np.asarray(sky[1])),
    ]
    return fits.BinTableHDU.from_columns(columns, name="CAT")
