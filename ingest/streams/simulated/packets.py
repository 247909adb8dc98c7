"""Simulated alerts as LSST packets: the survey's own Avro schema, in the Confluent wire format that it uses.

The schema is that of the `lsst-alert-packet` package, pinned to one version so that a night's bytes stay the
same when the package learns a newer one. It has no field that says "simulated": that is told by the identifiers
(`app.drill.ids`), by the FITS header `SIMULATE`, by `observation_reason`, and by the stream.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import fastavro
import numpy as np
from astropy import units
from astropy.coordinates import GeocentricTrueEcliptic, SkyCoord

from app.drill.models import BANDS, Asteroid
from app.drill.night import Measurement, SimAlert
from app.drill.survey import EXPOSURE_S, antisolar_ra_deg
from app.errors import Unavailable
from ingest.streams.simulated.stamps import PIXEL_ARCSEC, Stamps, draw_stamps

SCHEMA_VERSION = (11, 1)
SCHEMA_ID = 100 * SCHEMA_VERSION[0] + SCHEMA_VERSION[1]
WIRE_MAGIC = b"\x00"
_DAY_S = 86400.0
_FWHM_PER_SIGMA = 2.3548

Record = dict[str, Any]


@lru_cache(maxsize=1)
def alert_schema() -> Any:
    """The parsed schema of SCHEMA_VERSION. Raises Unavailable where `lsst-alert-packet` is not installed."""
    found = find_spec("lsst.alert.packet")
    if found is None or not found.submodule_search_locations:
        raise Unavailable("The simulated night needs the package lsst-alert-packet; run `make install`.")
    major, minor = SCHEMA_VERSION
    folder = Path(found.submodule_search_locations[0]) / "schema" / str(major) / str(minor)
    return fastavro.schema.load_schema(str(folder / f"lsst.v{major}_{minor}.alert.avsc"))


def encode(alert: SimAlert) -> bytes:
    """The alert as a Confluent message: a zero byte, the schema id (big-endian, 32 bits), the Avro record."""
    out = io.BytesIO()
    out.write(WIRE_MAGIC + SCHEMA_ID.to_bytes(4, "big"))
    fastavro.schemaless_writer(out, alert_schema(), record_of(alert))
    return out.getvalue()


def record_of(alert: SimAlert) -> Record:
    """The alert as the record of the schema."""
    stamps = draw_stamps(alert)
    moving = isinstance(alert.subject.truth.model, Asteroid)
    detected = [m for m in alert.history if m.detected]
    # forced photometry exists for what has been a diaObject before this visit
    forced = list(alert.history) if detected and not moving else []
    return {
        "diaSourceId": alert.trigger.source_number,
        "observation_reason": "simulated",
        "target_name": f"rehearsal field {alert.subject.field.number}",
        "diaSource": _source(alert, alert.trigger, stamps),
        "prvDiaSources": [_source(alert, m, None) for m in detected] if not moving else None,
        "prvDiaForcedSources": [_forced(alert, m) for m in forced] if not moving else None,
        "diaObject": None if moving else _object(alert, [*detected, alert.trigger], forced),
        "ssSource": _solar_system(alert) if moving else None,
        "mpc_orbits": None,
        "cutoutDifference": stamps.difference,
        "cutoutScience": stamps.science,
        "cutoutTemplate": stamps.template,
    }


def _source(alert: SimAlert, measured: Measurement, stamps: Stamps | None) -> Record:
    """A diaSource: a detection at its own, slightly wrong position. The schema's defaults fill the rest."""
    subject, visit = alert.subject, measured.visit
    rng = np.random.default_rng([measured.source_number, 51])
    true_ra, true_dec = subject.truth.position_deg(visit.mjd_utc)
    # centroid error of a point source: FWHM / (2.355 snr), floored at 10 mas
    error_deg = float(np.hypot(visit.seeing_arcsec / _FWHM_PER_SIGMA / measured.snr, 0.010)) / 3600.0
    east, north = rng.normal(0.0, error_deg, 2)
    total = measured.flux + measured.template_flux
    moving = isinstance(subject.truth.model, Asteroid)
    is_dipole = bool(stamps and stamps.defect == "dipole")
    size = (visit.seeing_arcsec / _FWHM_PER_SIGMA) ** 2
    return {
        "diaSourceId": measured.source_number,
        "visit": visit.visit_id,
        "detector": subject.index % 189,
        "diaObjectId": None if moving else subject.number,
        "ssObjectId": subject.number if moving else None,
        "midpointMjdTai": visit.mjd_tai,
        "exposureTime": EXPOSURE_S,
        "ra": float((true_ra + east / np.cos(np.radians(true_dec))) % 360.0),
        "dec": float(true_dec + north),
        "raErr": error_deg,
        "decErr": error_deg,
        "ra_dec_Cov": 0.0,
        "x": float(rng.uniform(50.0, 4020.0)),
        "y": float(rng.uniform(50.0, 3950.0)),
        "xErr": error_deg * 3600.0 / PIXEL_ARCSEC,
        "yErr": error_deg * 3600.0 / PIXEL_ARCSEC,
        "isNegative": measured.flux < 0,
        "snr": measured.snr,
        "psfFlux": measured.flux,
        "psfFluxErr": measured.error,
        "psfChi2": float(rng.normal(1681.0, 58.0)) * (3.0 if subject.truth.kind == "bogus" else 1.0),
        "psfNdata": 1681,
        "apFlux": measured.flux + float(rng.normal(0.0, 2.0 * measured.error)),
        "apFluxErr": 2.3 * measured.error,
        "trailNdata": 0,
        "dipoleNdata": 1681 if is_dipole else 0,
        "isDipole": is_dipole,
        "dipoleFitAttempted": is_dipole,
        "scienceFlux": total,
        "scienceFluxErr": measured.error,
        "templateFlux": measured.template_flux,
        "templateFluxErr": measured.template_error,
        "ixx": size,
        "iyy": size,
        "ixy": 0.0,
        "ixxPSF": size,
        "iyyPSF": size,
        "ixyPSF": 0.0,
        "extendedness": float(rng.beta(1.5, 8.0)),
        "reliability": reliability(alert, measured),
        "reliabilityVersion": "simulated",
        "band": visit.band,
        "timeProcessedMjdTai": visit.mjd_tai + 60.0 / _DAY_S,
        "bboxSize": 20,
        "pixelFlags_cr": bool(stamps and stamps.defect == "cosmic_ray"),
    }


def reliability(alert: SimAlert, measured: Measurement) -> float:
    """A real–bogus score as a classifier would give it: mostly low for artefacts, mostly high for what is real.

    The two overlap, and faint sources are less certain, so that a filter on it loses some and lets some through.
    """
    rng = np.random.default_rng([measured.source_number, 61])
    if alert.subject.truth.kind == "bogus":
        return float(rng.beta(1.3, 6.0))
    return float(rng.beta(4.0 + min(measured.snr, 40.0) / 2.0, 1.6))


def _forced(alert: SimAlert, measured: Measurement) -> Record:
    return {
        "diaForcedSourceId": measured.source_number,
        "diaObjectId": alert.subject.number,
        "ra": alert.subject.truth.ra_deg,
        "dec": alert.subject.truth.dec_deg,
        "visit": measured.visit.visit_id,
        "detector": alert.subject.index % 189,
        "psfFlux": measured.flux,
        "psfFluxErr": measured.error,
        "midpointMjdTai": measured.visit.mjd_tai,
        "scienceFlux": measured.flux + measured.template_flux,
        "scienceFluxErr": measured.error,
        "band": measured.visit.band,
        "timeProcessedMjdTai": measured.visit.mjd_tai + 60.0 / _DAY_S,
    }


def _object(alert: SimAlert, detected: Sequence[Measurement], forced: Sequence[Measurement]) -> Record:
    times = [m.visit.mjd_tai for m in detected]
    record: Record = {
        "diaObjectId": alert.subject.number,
        "validityStartMjdTai": alert.trigger.visit.mjd_tai,
        "ra": alert.subject.truth.ra_deg,
        "dec": alert.subject.truth.dec_deg,
        "nDiaSources": len(detected),
        "firstDiaSourceMjdTai": min(times),
        "lastDiaSourceMjdTai": max(times),
    }
    for band in BANDS:
        record |= _band_summary(band, [m for m in detected if m.visit.band == band])
        in_band = [m for m in forced if m.visit.band == band]
        if in_band:
            record[f"{band}_fpFluxMean"], record[f"{band}_fpFluxMeanErr"] = _weighted_mean(in_band)
    return record


def _band_summary(band: str, measured: Sequence[Measurement]) -> Record:
    record: Record = {f"{band}_psfFluxNdata": len(measured)}
    if not measured:
        return record
    fluxes = np.array([m.flux for m in measured])
    mean, error = _weighted_mean(measured)
    record |= {
        f"{band}_psfFluxMean": mean,
        f"{band}_psfFluxMeanErr": error,
        f"{band}_psfFluxMin": float(fluxes.min()),
        f"{band}_psfFluxMax": float(fluxes.max()),
        f"{band}_psfFluxErrMean": float(np.mean([m.error for m in measured])),
        f"{band}_scienceFluxMean": mean + float(np.mean([m.template_flux for m in measured])),
        f"{band}_scienceFluxMeanErr": error,
    }
    if len(measured) > 1:
        record[f"{band}_psfFluxSigma"] = float(fluxes.std(ddof=1))
    return record


def _weighted_mean(measured: Sequence[Measurement]) -> tuple[float, float]:
    weights = np.array([m.error**-2 for m in measured])
    fluxes = np.array([m.flux for m in measured])
    return float(np.sum(weights * fluxes) / np.sum(weights)), float(np.sum(weights) ** -0.5)


def _solar_system(alert: SimAlert) -> Record:
    """The association with a (made-up) orbit, so far as the simple motion gives it."""
    model = alert.subject.truth.model
    assert isinstance(model, Asteroid)
    place = SkyCoord(alert.ra_deg * units.deg, alert.dec_deg * units.deg)
    ecliptic = place.transform_to(GeocentricTrueEcliptic())
    away = (alert.ra_deg - antisolar_ra_deg(alert.trigger.visit.mjd_utc) + 180.0) % 360.0 - 180.0
    brightness = alert.subject.truth.magnitude_ab(np.array([alert.trigger.visit.mjd_utc]), "g")
    return {
        "diaSourceId": alert.trigger.source_number,
        "ssObjectId": alert.subject.number,
        "designation": alert.subject.truth.id,
        "eclLambda": float(ecliptic.lon.deg),
        "eclBeta": float(ecliptic.lat.deg),
        "galLon": float(place.galactic.l.deg),
        "galLat": float(place.galactic.b.deg),
        "elongation": 180.0 - abs(away),
        "topoRange": model.earth_distance_au,
        "helioRange": model.sun_distance_au,
        "ephRa": alert.ra_deg,
        "ephDec": alert.dec_deg,
        "ephVmag": float(brightness[0]) - 0.42,
        "ephRateRa": model.rate_ra_arcsec_h * 24.0 / 3600.0,
        "ephRateDec": model.rate_dec_arcsec_h * 24.0 / 3600.0,
        "ephOffset": 0.0,
        "diaDistanceRank": 1,
    }
