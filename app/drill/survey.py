"""How a Rubin-like survey looks at the rehearsed sky: fields, visits, depths and photometric noise.

Single-visit depths m5, γ and seeing are those of Ivezić et al. (2019, ApJ 873, 111, table 2 and eq. 5). The
cadence is that of a survey which visits a field every three nights or so, twice, about 34 minutes apart in
two bands, with closed nights.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from astropy.time import Time
from numpy.typing import NDArray

Array = NDArray[np.float64]

DEPTH_5SIGMA_AB = {"u": 23.78, "g": 24.81, "r": 24.35, "i": 23.92, "z": 23.34, "y": 22.45}
GAMMA = {"u": 0.038, "g": 0.039, "r": 0.039, "i": 0.039, "z": 0.039, "y": 0.039}
SEEING_ARCSEC = {"u": 0.92, "g": 0.87, "r": 0.83, "i": 0.80, "z": 0.78, "y": 0.76}
EXTINCTION_MAG_PER_AIRMASS = {"u": 0.46, "g": 0.21, "r": 0.13, "i": 0.10, "z": 0.07, "y": 0.17}
RUBIN_LATITUDE_DEG, RUBIN_LONGITUDE_DEG = -30.2446, -70.7494
FIELD_RADIUS_DEG = 1.6
EXPOSURE_S = 30.0
SLOT_S = 39.0
NIGHT_BEGINS_D, NIGHT_ENDS_D = 0.02, 0.40
AB_ZERO_POINT_NJY = 31.4

_PAIRS = (("g", "r"), ("r", "i"), ("i", "g"), ("r", "g"), ("i", "z"), ("z", "y"), ("u", "g"), ("g", "i"))
_PAIR_WEIGHTS = np.array([0.20, 0.20, 0.12, 0.12, 0.12, 0.06, 0.08, 0.10])
_SALT_NIGHT, _SALT_FIELD, _SALT_VISIT = 11, 12, 13


@dataclass(frozen=True)
class Field:
    """A pointing of the rehearsed survey."""

    number: int
    ra_deg: float
    dec_deg: float


@dataclass(frozen=True)
class Visit:
    """One exposure of one field. `slot` counts the 39 s slots of the night, so it is unique in it."""

    night: int
    slot: int
    field: Field
    band: str
    mjd_utc: float
    mjd_tai: float
    depth_ab: float
    seeing_arcsec: float

    @property
    def visit_id(self) -> int:
        """LSST's form: day of observation (the evening's date) as YYYYMMDD, then the sequence in five digits."""
        return _evening_of(self.night) * 100_000 + self.slot


def flux_njy(magnitude_ab: Array) -> Array:
    """AB magnitudes to nJy (zero for inf), by m = 31.4 − 2.5 log10 f."""
    return np.asarray(np.power(10.0, -0.4 * (np.asarray(magnitude_ab) - AB_ZERO_POINT_NJY)), dtype=np.float64)


def flux_error_njy(total_flux_njy: Array, depth_ab: float, band: str) -> Array:
    """The random error (nJy) of a point source's flux, from Ivezić et al. (2019) eq. 5.

    σ² = (0.04 − γ) x + γ x² with x = F5/F is, in flux, σ_F² = (0.04 − γ) F5 F + γ F5²: finite also where
    nothing is there. `total_flux_njy` is what falls into the aperture, a host galaxy included. The
    systematic 0.005 mag of eq. 4 is added in quadrature.
    """
    limit = float(flux_njy(np.array(depth_ab)))
    total = np.clip(total_flux_njy, 0.0, None)
    gamma = GAMMA[band]
    systematic = 0.005 * np.log(10.0) / 2.5 * total
    return np.asarray(np.sqrt((0.04 - gamma) * limit * total + gamma * limit**2 + systematic**2))


def antisolar_ra_deg(mjd_utc: float) -> float:
    """Right ascension opposite the Sun (deg), to 0.01°: Astronomical Almanac, low-precision formula (p. C5)."""
    days = mjd_utc - 51544.5
    anomaly = np.radians(357.528 + 0.9856003 * days)
    equation = 1.915 * np.sin(anomaly) + 0.020 * np.sin(2 * anomaly)
    longitude = np.radians(280.460 + 0.9856474 * days + equation)
    obliquity = np.radians(23.439 - 4e-7 * days)
    sun = np.degrees(np.arctan2(np.cos(obliquity) * np.sin(longitude), np.cos(longitude)))
    return float((sun + 180.0) % 360.0)


def lay_out_fields(seed: int, epoch: int, count: int) -> tuple[Field, ...]:
    """The fields of a rehearsal: within 3 h of the anti-solar point, dec −40° to +5°, in order of right
    ascension.

    They are spread by a stratified draw, so that two fields do not overlap.
    """
    rng = np.random.default_rng([seed, epoch, _SALT_FIELD])
    centre = antisolar_ra_deg(epoch + 0.2)
    offsets = (np.arange(count) + rng.uniform(0.2, 0.8, count)) / count * 86.0 - 43.0
    sines = rng.uniform(np.sin(np.radians(-38.0)), np.sin(np.radians(3.0)), count)
    declinations = np.degrees(np.arcsin(sines))
    return tuple(
        Field(number, float((centre + offset) % 360.0), float(dec))
        for number, (offset, dec) in enumerate(zip(offsets, declinations, strict=True))
    )


def visits_of_night(seed: int, night: int, epoch: int, fields: tuple[Field, ...]) -> tuple[Visit, ...]:
    """All visits of a night (UTC MJD), in order of time.

    Before the rehearsal's epoch, one night in five is closed and a field is visited every third open night;
    from the epoch on every field is visited in every night, so that people at a drill always have something
    to do.
    """
    rng = np.random.default_rng([seed, night, _SALT_NIGHT])
    live = night >= epoch
    is_open = rng.uniform() > 0.2
    blocks = [_PAIRS[k] for k in rng.choice(len(_PAIRS), size=24, p=_PAIR_WEIGHTS)]
    chosen = rng.uniform(size=len(fields)) < 1.0 / 3.0
    night_offset_mag = float(rng.normal(-0.15, 0.15))
    if not live and not is_open:
        return ()
    found = []
    for rank, field in enumerate(fields):
        if not (live or chosen[rank]):
            continue
        first = 20 + 2 * int(350 * rank / len(fields))
        pair = blocks[first // 52]
        found += [
            _visit(seed, night, first, field, pair[0], night_offset_mag),
            _visit(seed, night, first + 51, field, pair[1], night_offset_mag),
        ]
    return tuple(sorted(found, key=lambda visit: visit.slot))


def _visit(seed: int, night: int, slot: int, field: Field, band: str, night_offset_mag: float) -> Visit:
    rng = np.random.default_rng([seed, night, slot, _SALT_VISIT])
    mjd_utc = night + NIGHT_BEGINS_D + slot * SLOT_S / 86400.0
    airmass = airmass_at_rubin(field.ra_deg, field.dec_deg, mjd_utc)
    seeing = SEEING_ARCSEC[band] * airmass**0.6 * float(rng.lognormal(0.0, 0.12))
    # Ivezić et al. (2019) eq. 6: the depth falls with extinction and with the logarithm of the seeing
    depth = DEPTH_5SIGMA_AB[band] + night_offset_mag - EXTINCTION_MAG_PER_AIRMASS[band] * (airmass - 1.0)
    depth -= 2.5 * float(np.log10(seeing / SEEING_ARCSEC[band]))
    mjd_tai = mjd_utc + _tai_minus_utc_d(night)
    return Visit(night, slot, field, band, mjd_utc, mjd_tai, depth, seeing)


@lru_cache(maxsize=1024)
def _tai_minus_utc_d(night: int) -> float:
    return float(Time(night, format="mjd", scale="utc").tai.mjd) - night


@lru_cache(maxsize=1024)
def _evening_of(night: int) -> int:
    return int(Time(night - 1, format="mjd", scale="utc").strftime("%Y%m%d"))


def airmass_at_rubin(ra_deg: float, dec_deg: float, mjd_utc: float) -> float:
    """Plane-parallel airmass at Rubin, at most 2.5. Sidereal time after Meeus (1998, eq. 12.4), to a second."""
    sidereal_deg = 280.46061837 + 360.98564736629 * (mjd_utc - 51544.5) + RUBIN_LONGITUDE_DEG
    hour_angle = np.radians(sidereal_deg - ra_deg)
    latitude, dec = np.radians(RUBIN_LATITUDE_DEG), np.radians(dec_deg)
    sine = np.sin(latitude) * np.sin(dec) + np.cos(latitude) * np.cos(dec) * np.cos(hour_angle)
    return float(1.0 / max(float(sine), 0.4))
