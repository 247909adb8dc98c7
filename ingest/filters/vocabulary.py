"""The columns that a filter may name, and the Arrow table they come in. Null where a survey does not say."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa

from ingest.surveys.alert import Alert
from ingest.surveys.units import MJD_ZERO_JD, number, utc_from_tai

# Part of every filter's step; raise it when a column's meaning changes, since results say what made them.
VOCABULARY_VERSION = 1

Extract: TypeAlias = Callable[[Alert], Any]

# The north galactic pole and the node, ICRS (ESA 1997, The Hipparcos Catalogue, vol. 1, section 1.5.3).
_POLE_RA, _POLE_DEC = math.radians(192.85948), math.radians(27.12825)
_NODE_LONGITUDE_DEG = 122.93192


@dataclass(frozen=True)
class Column:
    """One name that a filter may use."""

    name: str
    type: pa.DataType
    meaning: str
    extract: Extract


def galactic(ra_deg: float, dec_deg: float) -> tuple[float, float]:
    """Return galactic (longitude, latitude) in degrees of an ICRS position."""
    ra, dec = math.radians(ra_deg) - _POLE_RA, math.radians(dec_deg)
    sine = math.sin(dec) * math.sin(_POLE_DEC) + math.cos(dec) * math.cos(_POLE_DEC) * math.cos(ra)
    east = math.cos(dec) * math.sin(ra)
    north = math.sin(dec) * math.cos(_POLE_DEC) - math.cos(dec) * math.sin(_POLE_DEC) * math.cos(ra)
    longitude = (_NODE_LONGITUDE_DEG - math.degrees(math.atan2(east, north))) % 360.0
    return longitude, math.degrees(math.asin(max(-1.0, min(1.0, sine))))


def _days_since_first(alert: Alert) -> float:
    first = alert.counts.first_detection_mjd_utc
    started_jd, started_tai = number(alert.value("jdstarthist")), number(alert.value("firstDiaSourceMjdTai"))
    if started_jd is not None:
        first = min(first, started_jd - MJD_ZERO_JD)
    if started_tai is not None:
        first = min(first, utc_from_tai(started_tai))
    return max(0.0, alert.mjd_utc - first)


def _score(name: str) -> Extract:
    return lambda alert: alert.scores.get(name)


def _numeric(name: str) -> Extract:
    return lambda alert: number(alert.value(name))


def _of_kind(name: str, kind: type) -> Extract:
    def extract(alert: Alert) -> Any:
        value = alert.value(name)
        return value if isinstance(value, kind) else None

    return extract


_F, _I, _B, _S = pa.float64(), pa.int64(), pa.bool_(), pa.string()

_COMMON = [
    Column("survey", _S, "ztf or lsst", lambda alert: alert.survey),
    Column("obj_id", _S, "name of the object", lambda alert: alert.obj_id),
    Column("alert_id", _I, "the survey's id of the alert", lambda alert: alert.alert_id),
    Column("ra", _F, "right ascension, ICRS, degrees", lambda alert: alert.ra_deg),
    Column("dec", _F, "declination, ICRS, degrees", lambda alert: alert.dec_deg),
    Column("gal_lon", _F, "galactic longitude, degrees", lambda alert: galactic(alert.ra_deg, alert.dec_deg)[0]),
    Column("gal_lat", _F, "galactic latitude, degrees", lambda alert: galactic(alert.ra_deg, alert.dec_deg)[1]),
    Column("mjd", _F, "time of the detection, UTC MJD", lambda alert: alert.mjd_utc),
    Column("filter", _S, "bandpass: ztfg, ztfr, ztfi, lsstu to lssty", lambda alert: alert.detection.filter),
    Column("mag", _F, "AB magnitude of the difference", lambda alert: alert.detection.mag_ab),
    Column("magerr", _F, "its error, mag", lambda alert: alert.detection.magerr_ab),
    Column("flux", _F, "difference flux with its sign, µJy", lambda alert: alert.detection.flux_ujy),
    Column("fluxerr", _F, "its error, µJy", lambda alert: alert.detection.fluxerr_ujy),
    Column("snr", _F, "signal to noise of the detection", lambda alert: alert.detection.snr),
    Column("is_positive", _B, "brighter than the reference", lambda alert: not alert.detection.is_negative),
    Column("is_solar_system", _B, "a known solar-system object", lambda alert: alert.is_solar_system),
    Column("ndet", _I, "detections in the packet, this one too", lambda alert: alert.counts.n_detections),
    Column("n_forced", _I, "forced measurements in the packet", lambda alert: alert.counts.n_forced),
    Column("n_upper_limits", _I, "upper limits in the packet", lambda alert: alert.counts.n_upper_limits),
    Column("days_since_first", _F, "days since the survey first detected it", _days_since_first),
    Column("rb", _F, "ZTF real-bogus score, 0 to 1", _score("rb")),
    Column("drb", _F, "ZTF deep-learning real-bogus score, 0 to 1", _score("drb")),
    Column("reliability", _F, "LSST reliability score, 0 to 1", _score("reliability")),
]

_ZTF_NUMBERS = {
    "ssdistnr": "arcsec to the nearest known solar-system object",
    "ssmagnr": "its predicted V magnitude",
    "sgscore1": "star (1) or galaxy (0) score of the nearest PS1 source",
    "sgscore2": "the same of the second nearest",
    "sgscore3": "the same of the third nearest",
    "distpsnr1": "arcsec to the nearest PS1 source",
    "distpsnr2": "arcsec to the second nearest",
    "distpsnr3": "arcsec to the third nearest",
    "sgmag1": "PS1 g magnitude of the nearest source",
    "srmag1": "PS1 r magnitude of the nearest source",
    "simag1": "PS1 i magnitude of the nearest source",
    "szmag1": "PS1 z magnitude of the nearest source",
    "jdstarthist": "JD of the first detection in ZTF's history",
    "jdendhist": "JD of the last detection in ZTF's history",
    "ndethist": "detections in ZTF's history",
    "ncovhist": "times that the field was observed",
    "magnr": "magnitude of the nearest reference source",
    "distnr": "distance of the nearest reference source, pixels as ZTF gives it",
    "magdiff": "aperture minus PSF magnitude",
    "diffmaglim": "5-sigma limit of the difference image, AB mag",
    "fwhm": "full width at half maximum, pixels",
    "classtar": "SExtractor's star score, 0 to 1",
    "elong": "elongation of the image",
    "nbad": "bad pixels in the 5 × 5 stamp",
    "nneg": "negative pixels in the 5 × 5 stamp",
    "seeratio": "difference-image FWHM over science FWHM",
    "sumrat": "sum over absolute sum of the pixels",
    "scorr": "peak of the matched-filter signal to noise",
    "neargaia": "arcsec to the nearest Gaia source",
    "maggaia": "its G magnitude",
    "neargaiabright": "arcsec to the nearest bright Gaia source",
    "maggaiabright": "its G magnitude",
    "exptime": "exposure time, s",
    "field": "ZTF field",
    "rcid": "readout channel",
    "programid": "1 public, 2 partnership, 3 Caltech",
}
_LSST_NUMBERS = {
    "extendedness": "0 point-like to 1 extended",
    "scienceFlux": "flux in the science image, nJy",
    "templateFlux": "flux in the template, nJy",
    "apFlux": "aperture difference flux, nJy",
    "trailLength": "length of the trail, arcsec",
    "dipoleLength": "separation of the dipole's lobes, arcsec",
    "psfChi2": "chi squared of the PSF fit",
    "nDiaSources": "detections in LSST's history",
}
_LSST_FLAGS = {
    "isDipole": "fitted as a dipole",
    "pixelFlags_saturated": "saturated pixels in the footprint",
    "pixelFlags_edge": "at the image's edge",
    "pixelFlags_bad": "bad pixels in the footprint",
    "pixelFlags_cr": "cosmic ray in the footprint",
    "pixelFlags_streak": "satellite streak in the footprint",
    "glint_trail": "part of a glint trail",
    "psfFlux_flag": "PSF fit failed",
    "centroid_flag": "centroid failed",
}
_TEXTS = {
    "ssnamenr": "ZTF: name of the nearest solar-system object",
    "designation": "LSST: designation of the solar-system object",
    "target_name": "LSST: what the visit was aimed at",
    "observation_reason": "LSST: why the visit was made",
}

COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        *_COMMON,
        *(Column(name, _F, f"ZTF: {meaning}", _numeric(name)) for name, meaning in _ZTF_NUMBERS.items()),
        *(Column(name, _F, f"LSST: {meaning}", _numeric(name)) for name, meaning in _LSST_NUMBERS.items()),
        *(Column(name, _B, f"LSST: {meaning}", _of_kind(name, bool)) for name, meaning in _LSST_FLAGS.items()),
        *(Column(name, _S, meaning, _of_kind(name, str)) for name, meaning in _TEXTS.items()),
    )
}


def alert_table(alerts: Sequence[Alert], names: Sequence[str] | None = None) -> pa.Table:
    """Return the alerts as a table of the columns ``names`` (all, where none are given), one row an alert."""
    wanted = [COLUMNS[name] for name in (COLUMNS if names is None else names)]
    arrays = [pa.array([column.extract(alert) for alert in alerts], type=column.type) for column in wanted]
    return pa.Table.from_arrays(arrays, schema=pa.schema([(column.name, column.type) for column in wanted]))
