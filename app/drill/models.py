"""Light-curve models of the rehearsed sky: simple, published, and cheap to evaluate.

Each model is a frozen set of parameters with `magnitude_ab(mjd_utc, band)`. All magnitudes are AB, above
the atmosphere and as seen by us (redshift and time dilation applied), `inf` where nothing is there. Bands
are LSST's u g r i z y. Defaults are typical values, so that a test or a drill names only what it cares
about.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

Array = NDArray[np.float64]

BANDS = ("u", "g", "r", "i", "z", "y")


class LightCurve(Protocol):
    """What every model can do."""

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """AB magnitudes at times in UTC MJD (days); inf where nothing is there."""
        ...


class _Parameters(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BandMagnitudes(_Parameters):
    """One AB magnitude for each band; by default solar colours (Willmer 2018, ApJS 236, 47) at r = 19."""

    mag_u: float = 20.76
    mag_g: float = 19.44
    mag_r: float = 19.0
    mag_i: float = 18.88
    mag_z: float = 18.86
    mag_y: float = 18.86

    def in_band(self, band: str) -> float:
        """The magnitude in one of the bands u g r i z y. Raises KeyError for any other band."""
        return {
            "u": self.mag_u,
            "g": self.mag_g,
            "r": self.mag_r,
            "i": self.mag_i,
            "z": self.mag_z,
            "y": self.mag_y,
        }[band]


def magnitude(relative_flux: Array) -> Array:
    """−2.5 log10 of a flux, inf where the flux is zero or negative."""
    positive = np.where(relative_flux > 0, relative_flux, 1.0)
    return np.where(relative_flux > 0, -2.5 * np.log10(positive), np.inf)


def distance_modulus(redshift: float) -> float:
    """Distance modulus (mag) for H0 = 70 km/s/Mpc, q0 = −0.55, to second order in redshift (Weinberg 1972,
    eq. 14.6.8).

    Better than 0.01 mag below z = 0.2, which is all that a rehearsed night needs.
    """
    hubble_distance_mpc = 299792.458 / 70.0
    distance_mpc = hubble_distance_mpc * redshift * (1.0 + 0.5 * (1.0 + 0.55) * redshift)
    return float(5.0 * np.log10(distance_mpc) + 25.0)


class TypeIaSupernova(_Parameters):
    """A type Ia supernova: the analytic form of Bazin et al. (2009, A&A 499, 653, eq. 1) in each band.

    f(t) = A exp(−(t−t0)/τ_fall) / (1 + exp(−(t−t0)/τ_rise)), stretched in time by `stretch` × (1+z)
    (Perlmutter et al. 1997) and brighter for a larger stretch (α = 1.5: Astier et al. 2006, A&A 447, 31).
    Three things are added: a share with τ_fall = 60 d, since one exponential cannot follow the late decline
    of about 0.02 mag/d; in i, z and y a Gaussian second maximum 24 days after the first (Kasen 2006, ApJ
    649, 939); and a flux that begins 19 days before maximum (rise time: Hayden et al. 2010, ApJ 712, 350).
    The time-scales are chosen to give Δm15 = 1.0 in g, as in the mean of Phillips et al. (1999, AJ 118,
    1766); peak M = −19.3 and the colours at maximum are rounded from Folatelli et al. (2010, AJ 139, 120).
    No K-correction, so use it below z = 0.15.
    """

    t_peak_mjd: float = Field(description="UTC MJD of maximum in g")
    redshift: float = 0.05
    stretch: float = 1.0
    extra_mag: float = Field(0.0, description="dust and intrinsic scatter, grey, mag")

    # band: (peak absolute magnitude, days of peak after g's, τ_rise, τ_fall, share of the slow tail, second
    # maximum)
    _SHAPES = {
        "u": (-18.7, -2.0, 3.0, 9.5, 0.04, 0.0),
        "g": (-19.3, 0.0, 3.4, 10.5, 0.10, 0.0),
        "r": (-19.25, 1.0, 3.7, 14.0, 0.14, 0.06),
        "i": (-18.70, -1.5, 3.7, 10.5, 0.12, 0.42),
        "z": (-18.65, -1.5, 3.8, 10.5, 0.12, 0.46),
        "y": (-18.55, -2.0, 3.8, 10.5, 0.14, 0.60),
    }

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """AB magnitude at UTC MJD; inf earlier than 19 rest-frame days before maximum (not exploded yet)."""
        absolute, delay_d, rise_d, fall_d, slow, second = self._SHAPES[band]
        scale = self.stretch * (1.0 + self.redshift)
        phase_d = (np.asarray(mjd_utc, dtype=np.float64) - self.t_peak_mjd) / scale
        flux = (1.0 - slow) * bazin(phase_d - delay_d, rise_d, fall_d)
        flux = flux + slow * bazin(phase_d - delay_d, rise_d, 60.0)
        flux = flux + second * np.exp(-0.5 * ((phase_d - 24.0) / 8.0) ** 2)
        flux = flux * np.clip((phase_d + 19.0) / 6.0, 0.0, 1.0)
        peak = absolute - 1.5 * (self.stretch - 1.0) + self.extra_mag + distance_modulus(self.redshift)
        return peak + magnitude(flux)


def bazin(days_from_peak: Array, rise_d: float, fall_d: float) -> Array:
    """Bazin et al. (2009) eq. 1, normalised to 1 at its maximum, which is put at zero."""
    t_max = rise_d * np.log(fall_d / rise_d - 1.0)
    ceiling = np.exp(-t_max / fall_d) / (1.0 + np.exp(-t_max / rise_d))
    t = np.clip(days_from_peak + t_max, -60.0 * rise_d, 60.0 * fall_d)
    value = np.exp(-t / fall_d) / (1.0 + np.exp(-t / rise_d))
    return np.asarray(value / ceiling, dtype=np.float64)


class CoreCollapseSupernova(_Parameters):
    """A type IIP supernova: the plateau form of Villar et al. (2019, ApJ 884, 83, eq. 1), in each band.

    f(t) = (A + β (t−t0)) / (1+exp(−(t−t0)/τ_rise)) up to the plateau's end, then an exponential decline.
    Fast rise of about a week (González-Gaitán et al. 2015, MNRAS 451, 2212); peak M_r ≈ −17, decline on the
    plateau faster in the blue bands as the photosphere cools to 5–6 kK (Anderson et al. 2014, ApJ 786, 67;
    Bersten & Hamuy 2009).
    """

    t_explosion_mjd: float = Field(description="UTC MJD of first light")
    redshift: float = 0.02
    plateau_d: float = 90.0
    extra_mag: float = 0.0

    # band: (peak absolute magnitude, decline on the plateau in mag per 100 d, τ_rise d)
    _SHAPES = {
        "u": (-17.2, 7.5, 1.2),
        "g": (-17.3, 2.4, 1.5),
        "r": (-17.2, 0.9, 2.0),
        "i": (-17.1, 0.5, 2.3),
        "z": (-17.0, 0.3, 2.5),
        "y": (-16.9, 0.2, 2.7),
    }

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """AB magnitude at UTC MJD; inf before the explosion."""
        absolute, decline, rise_d = self._SHAPES[band]
        days = (np.asarray(mjd_utc, dtype=np.float64) - self.t_explosion_mjd) / (1.0 + self.redshift)
        after = np.clip(days, 0.0, None)
        rise = 2.0 / (1.0 + np.exp(-after / rise_d)) - 1.0
        on_plateau = 10 ** (-0.4 * decline * np.minimum(after, self.plateau_d) / 100.0)
        # after the plateau: 1.8 mag drop over about two weeks, then the cobalt-56 tail (0.98 mag per 100 d)
        late = np.clip(after - self.plateau_d, 0.0, None)
        drop_mag = 1.8 * (1.0 - np.exp(-late / 8.0)) + 0.0098 * late
        flux = np.where(days > 0, rise * on_plateau * 10 ** (-0.4 * drop_mag), 0.0)
        return absolute + self.extra_mag + distance_modulus(self.redshift) + magnitude(flux)


class Microlensing(BandMagnitudes):
    """A point source behind a point lens (Paczyński 1986, ApJ 304, 1), blended; achromatic.

    A(u) = (u²+2) / (u √(u²+4)), u² = u0² + ((t−t0)/tE)²; the flux is f_s A + (1 − f_s) of the baseline,
    which `mag_u` … `mag_y` give.
    """

    t0_mjd: float
    u0: float = 0.1
    t_einstein_d: float = 25.0
    source_fraction: float = 1.0

    def magnification(self, mjd_utc: Array) -> Array:
        """Paczyński's A of the source alone (1 far from the event)."""
        tau = (np.asarray(mjd_utc, dtype=np.float64) - self.t0_mjd) / self.t_einstein_d
        u2 = self.u0**2 + tau**2
        return np.asarray((u2 + 2.0) / np.sqrt(u2 * (u2 + 4.0)), dtype=np.float64)

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """AB magnitude of source and blend together at UTC MJD."""
        total = self.source_fraction * self.magnification(mjd_utc) + 1.0 - self.source_fraction
        return self.in_band(band) + magnitude(total)


class PeriodicVariable(BandMagnitudes):
    """A periodic star by a Fourier series: m(t) = ⟨m⟩ + s_band Σ a_k cos(2πk(t−t0)/P + φ_k).

    RR Lyrae ab by default: amplitude ratios R21 = 0.50, R31 = 0.33, R41 = 0.2 and phases φ21 = 3.97, φ31 =
    1.96, φ41 = 6.1 (cosine) as is typical of V light curves (Simon & Teays 1982, ApJ 261, 586; Jurcsik &
    Kovács 1996); band amplitudes relative to g from Sesar et al. (2010, ApJ 708, 717). A contact binary is
    the same series with a_2 dominant and a_4 well below a_2 (0.125 + a_2), the limit of contact of Rucinski
    (1993, PASP 105, 1433, where the coefficients are of light and negative), alike in all bands.
    """

    epoch_mjd: float = 60000.0
    period_d: float = 0.57
    a1: float = Field(0.40, description="mag, in g")
    a2: float = 0.20
    a3: float = 0.132
    a4: float = 0.08
    phi1: float = 0.0
    phi2: float = 3.97
    phi3: float = 1.96
    phi4: float = 6.1
    chromatic: float = Field(1.0, description="1: amplitudes fall to the red as RR Lyrae's do; 0: alike in all bands")

    _AMPLITUDES = {"u": 0.95, "g": 1.0, "r": 0.71, "i": 0.56, "z": 0.52, "y": 0.50}

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """AB magnitude at UTC MJD."""
        angle = 2.0 * np.pi * (np.asarray(mjd_utc, dtype=np.float64) - self.epoch_mjd) / self.period_d
        series = np.zeros_like(angle)
        harmonics = ((self.a1, self.phi1), (self.a2, self.phi2), (self.a3, self.phi3), (self.a4, self.phi4))
        for k, (amplitude, phase) in enumerate(harmonics, start=1):
            series += amplitude * np.cos(k * angle + phase)
        strength = 1.0 + self.chromatic * (self._AMPLITUDES[band] - 1.0)
        return np.asarray(self.in_band(band) + strength * series, dtype=np.float64)


class Asteroid(_Parameters):
    """A main-belt asteroid near opposition: V by H and G (Bowell et al. 1989, in Asteroids II, p. 524), and
    its motion.

    Colours are those of an S-type in SDSS bands (Ivezić et al. 2001, AJ 122, 2749; Jurić et al. 2002)
    relative to V. The phase angle goes through its minimum at opposition; distances are held for the few
    weeks that a drill sees.
    """

    absolute_mag: float = Field(17.0, description="H in V, mag")
    slope: float = Field(0.15, description="G")
    sun_distance_au: float = 2.5
    earth_distance_au: float = 1.5
    opposition_mjd: float = 60000.0
    minimum_phase_deg: float = 2.0
    epoch_mjd: float = Field(60000.0, description="UTC MJD at which the object is at its ra_deg, dec_deg")
    rate_ra_arcsec_h: float = Field(-32.0, description="on the sky, cos(dec) included; retrograde at opposition")
    rate_dec_arcsec_h: float = 8.0

    _COLOURS = {"u": 2.04, "g": 0.42, "r": -0.23, "i": -0.42, "z": -0.40, "y": -0.36}

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """AB magnitude at UTC MJD."""
        days = np.asarray(mjd_utc, dtype=np.float64) - self.opposition_mjd
        phase = np.radians(np.clip(np.hypot(self.minimum_phase_deg, 0.4 * days), 0.0, 30.0))
        half_tan = np.tan(phase / 2.0)
        phi_1 = np.exp(-3.33 * half_tan**0.63)
        phi_2 = np.exp(-1.87 * half_tan**1.22)
        geometry = 5.0 * np.log10(self.sun_distance_au * self.earth_distance_au)
        phase_law = magnitude((1.0 - self.slope) * phi_1 + self.slope * phi_2)
        return np.asarray(self.absolute_mag + geometry + phase_law + self._COLOURS[band], dtype=np.float64)

    def offset_deg(self, mjd_utc: float) -> tuple[float, float]:
        """Motion since the epoch: (Δra cos dec, Δdec) in degrees."""
        hours = (mjd_utc - self.epoch_mjd) * 24.0
        return self.rate_ra_arcsec_h * hours / 3600.0, self.rate_dec_arcsec_h * hours / 3600.0


class Bogus(_Parameters):
    """Something that is not in the sky: one appearance (a cosmic ray, a bad subtraction), soon gone."""

    appears_mjd: float = 60000.0
    lasts_d: float = 0.003
    mag: float = 20.5

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:  # noqa: ARG002 - an artefact has no colour
        """Its apparent AB magnitude in any band while it lasts, inf otherwise."""
        since = np.asarray(mjd_utc, dtype=np.float64) - self.appears_mjd
        return np.where((since >= 0.0) & (since <= self.lasts_d), self.mag, np.inf)
