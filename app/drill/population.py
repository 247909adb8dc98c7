"""Who is in the rehearsed sky: a seeded mix of supernovae, microlensing events, variables, asteroids and
artefacts.

A rehearsal begins at an epoch (a night, as UTC MJD) with a cohort of objects in every phase, some of them
rising just now. Each later night adds a cohort of its own: new explosions, that night's asteroids and
artefacts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from app.drill import ids
from app.drill.models import distance_modulus
from app.drill.survey import FIELD_RADIUS_DEG, Field, Visit
from app.drill.truth import Kind, TruthObject

MIX: dict[Kind, float] = {
    "supernova": 0.34,
    "microlensing": 0.14,
    "variable": 0.24,
    "asteroid": 0.14,
    "bogus": 0.14,
}
COHORT_SIZE = 1_000
BASE_SIZE = 10_000

# r magnitude and colours (u−g, g−r, r−i, i−z, z−y) of the stars used; SDSS stellar locus (Covey et al.
# 2007, AJ 134, 2398)
_RR_LYRAE_COLOURS = (1.15, 0.20, 0.05, 0.02, 0.01)
_DWARF_COLOURS = ((1.2, 0.45, 0.15, 0.05, 0.02), (1.9, 0.85, 0.33, 0.18, 0.09), (2.5, 1.35, 0.75, 0.40, 0.20))


@dataclass(frozen=True)
class Host:
    """The galaxy of a supernova: an exponential disc of total r magnitude (AB), offset from it in arcsec."""

    mag_r: float
    scale_arcsec: float
    axis_ratio: float
    angle_rad: float
    east_arcsec: float
    north_arcsec: float

    # colours relative to r of a spiral galaxy at low redshift (Fukugita et al. 1995, PASP 107, 945, Sbc)
    _COLOURS: ClassVar[dict[str, float]] = {"u": 2.0, "g": 0.7, "r": 0.0, "i": -0.35, "z": -0.6, "y": -0.7}

    def magnitude_ab(self, band: str) -> float:
        """Total AB magnitude in a band."""
        return self.mag_r + self._COLOURS[band]


@dataclass(frozen=True)
class SimObject:
    """A truth object with what the survey needs to know about it."""

    index: int
    number: int
    field: Field
    truth: TruthObject
    host: Host | None
    born_night: int

    @property
    def only_tonight(self) -> bool:
        """True for what is seen in one night only: asteroids (they leave) and artefacts."""
        return self.truth.kind in ("asteroid", "bogus")


@dataclass(frozen=True)
class Setting:
    """What an object is drawn for: the rehearsal, the night of its cohort, and that night's visits of its field."""

    seed: int
    epoch: int
    night: int
    field: Field
    visits: tuple[Visit, ...]


def draw_object(setting: Setting, index: int, kind: Kind) -> SimObject:
    """Draw one object. The same arguments give the same object."""
    rng = np.random.default_rng([setting.seed, setting.epoch, index, 21])
    newcomer = setting.night > setting.epoch
    radius = FIELD_RADIUS_DEG * np.sqrt(rng.uniform())
    angle = rng.uniform(0.0, 2.0 * np.pi)
    dec = float(np.clip(setting.field.dec_deg + radius * np.sin(angle), -40.0, 5.0))
    ra = float((setting.field.ra_deg + radius * np.cos(angle) / np.cos(np.radians(dec))) % 360.0)
    subtype, parameters, host = _draw(rng, setting, kind, newcomer)
    number = ids.object_number(setting.seed, setting.epoch, index)
    truth = TruthObject(
        id=ids.simulated_obj_id(number),
        ra_deg=ra,
        dec_deg=dec,
        kind=kind,
        parameters=parameters,
        subtype=subtype,
        host_mag_r=host.mag_r if host else None,
    )
    return SimObject(index, number, setting.field, truth, host, setting.night)


Drawn = tuple[str, dict[str, float], Host | None]


def _draw(rng: np.random.Generator, setting: Setting, kind: Kind, newcomer: bool) -> Drawn:
    if kind == "supernova":
        draw = _type_ia if rng.uniform() < 0.65 else _core_collapse
        return draw(rng, setting.night, newcomer)
    if kind == "microlensing":
        return _microlensing(rng, setting.night, newcomer)
    if kind == "variable":
        return _rr_lyrae(rng) if rng.uniform() < 0.6 else _contact_binary(rng)
    if kind == "asteroid":
        return _asteroid(rng, setting.night)
    return _bogus(rng, setting.visits)


def _type_ia(rng: np.random.Generator, night: int, newcomer: bool) -> Drawn:
    redshift = 0.10 * max(float(rng.uniform()), 0.01) ** (1.0 / 3.0)  # uniform in volume
    if newcomer:
        since_peak = rng.uniform(-16.0, -13.0)
    else:
        since_peak = rng.uniform(-15.0, 0.0) if rng.uniform() < 0.5 else rng.uniform(0.0, 40.0)
    stretch = float(np.clip(rng.normal(0.98, 0.08), 0.75, 1.15))
    parameters = {
        "t_peak_mjd": round(night + 0.2 - since_peak * stretch * (1.0 + redshift), 4),
        "redshift": round(redshift, 5),
        "stretch": round(stretch, 4),
        "extra_mag": round(float(rng.normal(0.0, 0.12) + rng.exponential(0.1)), 4),
    }
    return "SN Ia", parameters, _host(rng, redshift)


def _core_collapse(rng: np.random.Generator, night: int, newcomer: bool) -> Drawn:
    redshift = 0.045 * max(float(rng.uniform()), 0.03) ** (1.0 / 3.0)
    if newcomer:
        age_d = rng.uniform(0.3, 1.5)
    else:
        age_d = rng.uniform(0.5, 6.0) if rng.uniform() < 0.3 else rng.uniform(6.0, 110.0)
    parameters = {
        "t_explosion_mjd": round(night + 0.2 - age_d * (1.0 + redshift), 4),
        "redshift": round(redshift, 5),
        "plateau_d": round(float(np.clip(rng.normal(90.0, 12.0), 60.0, 120.0)), 2),
        "extra_mag": round(float(rng.normal(0.0, 0.6)), 4),
    }
    return "SN II", parameters, _host(rng, redshift)


def _host(rng: np.random.Generator, redshift: float) -> Host:
    """A disc galaxy of about L*, larger when more luminous; the supernova follows its light."""
    absolute = -20.8 + float(rng.normal(0.0, 1.0))
    kpc_per_arcsec = 299792.458 / 70.0 * redshift / (1.0 + redshift) * 1e3 / 206265.0
    scale_kpc = 3.0 * float(rng.lognormal(0.0, 0.3)) * 10 ** (-0.08 * (absolute + 20.8))
    scale_arcsec = float(np.clip(scale_kpc / kpc_per_arcsec, 0.4, 15.0))
    # the light of an exponential disc within radius R grows as a gamma distribution of order 2
    distance = float(rng.gamma(2.0, scale_arcsec * 0.6))
    direction = float(rng.uniform(0.0, 2.0 * np.pi))
    return Host(
        mag_r=round(absolute + distance_modulus(redshift), 3),
        scale_arcsec=round(scale_arcsec, 3),
        axis_ratio=round(float(rng.uniform(0.35, 1.0)), 3),
        angle_rad=round(float(rng.uniform(0.0, np.pi)), 3),
        east_arcsec=round(distance * float(np.cos(direction)), 3),
        north_arcsec=round(distance * float(np.sin(direction)), 3),
    )


def _microlensing(rng: np.random.Generator, night: int, newcomer: bool) -> Drawn:
    rising = newcomer or rng.uniform() < 0.6
    # the distribution of time-scales is that of Mróz et al. (2019, ApJS 244, 29), roughly
    t_einstein = float(np.clip(rng.lognormal(np.log(22.0), 0.6), 4.0, 120.0))
    to_peak = t_einstein * (rng.uniform(0.1, 0.8) if rising else rng.uniform(-1.5, 0.0))
    colours = _DWARF_COLOURS[int(rng.integers(0, 2))]
    parameters = {
        "t0_mjd": round(night + 0.2 + float(to_peak), 4),
        "u0": round(float(rng.uniform(0.02, 0.5)), 4),
        "t_einstein_d": round(t_einstein, 3),
        "source_fraction": round(float(rng.uniform(0.4, 1.0)), 3),
    }
    return "Microlensing", parameters | _magnitudes(float(rng.uniform(17.5, 20.5)), colours), None


def _rr_lyrae(rng: np.random.Generator) -> Drawn:
    a1 = float(rng.uniform(0.25, 0.45))
    parameters = {
        "epoch_mjd": round(60000.0 + float(rng.uniform()), 5),
        "period_d": round(float(np.clip(rng.normal(0.57, 0.07), 0.42, 0.85)), 6),
        "a1": round(a1, 4),
        "a2": round(a1 * float(rng.normal(0.50, 0.03)), 4),
        "a3": round(a1 * float(rng.normal(0.33, 0.03)), 4),
        "a4": round(a1 * float(rng.normal(0.20, 0.02)), 4),
    }
    return "RR Lyrae ab", parameters | _magnitudes(float(rng.uniform(16.6, 20.0)), _RR_LYRAE_COLOURS), None


def _contact_binary(rng: np.random.Generator) -> Drawn:
    a2 = float(rng.uniform(0.08, 0.28))
    parameters = {
        "epoch_mjd": round(60000.0 + float(rng.uniform()), 5),
        "period_d": round(float(rng.uniform(0.25, 0.50)), 6),
        "a1": round(float(rng.uniform(0.0, 0.02)), 4),
        "a2": round(a2, 4),
        "a3": 0.0,
        "a4": round(0.3 * a2 * (0.125 + a2), 4),
        "phi1": 0.0,
        "phi2": 0.0,
        "phi3": 0.0,
        "phi4": 0.0,
        "chromatic": 0.0,
    }
    return "W UMa", parameters | _magnitudes(float(rng.uniform(16.6, 19.5)), _DWARF_COLOURS[0]), None


def _asteroid(rng: np.random.Generator, night: int) -> Drawn:
    sun_distance = float(rng.uniform(2.1, 3.2))
    # near opposition a circular orbit drifts backwards by about (v_earth − v)/Δ: 40″/h at 2.2 au, 28″/h at
    # 3.2 au
    drift = -148.0 * (1.0 - sun_distance**-0.5) / (sun_distance - 1.0)
    parameters = {
        "absolute_mag": round(float(rng.uniform(13.5, 17.0)), 3),
        "sun_distance_au": round(sun_distance, 4),
        "earth_distance_au": round(sun_distance - 0.98, 4),
        "opposition_mjd": round(night + float(rng.uniform(-20.0, 20.0)), 3),
        "minimum_phase_deg": round(float(rng.uniform(0.5, 8.0)), 3),
        "epoch_mjd": night + 0.2,
        "rate_ra_arcsec_h": round(drift * float(rng.normal(1.0, 0.05)), 3),
        "rate_dec_arcsec_h": round(float(rng.normal(0.0, 8.0)), 3),
    }
    return "Asteroid", parameters, None


def _bogus(rng: np.random.Generator, visits: tuple[Visit, ...]) -> Drawn:
    visit = visits[int(rng.integers(0, len(visits)))]
    brightness = float(rng.exponential(0.7)) + 0.15
    appears = round(visit.mjd_utc - 0.0005, 5)
    parameters = {"appears_mjd": appears, "lasts_d": 0.001, "mag": round(visit.depth_ab - brightness, 3)}
    return "Artefact", parameters, None


def _magnitudes(mag_r: float, colours: tuple[float, float, float, float, float]) -> dict[str, float]:
    u_g, g_r, r_i, i_z, z_y = colours
    values = {
        "mag_u": mag_r + g_r + u_g,
        "mag_g": mag_r + g_r,
        "mag_r": mag_r,
        "mag_i": mag_r - r_i,
        "mag_z": mag_r - r_i - i_z,
        "mag_y": mag_r - r_i - i_z - z_y,
    }
    return {name: round(value, 3) for name, value in values.items()}
