"""Magnitudes and fluxes: AB zero point 23.9 for µJy, offsets of other systems, limits.

Arrays in, arrays out; NaN stands for "none". A magnitude exists for a positive flux only.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.errors import BadInput
from app.portal import magsystems
from app.portal.magsystems import MagSystem as MagSystem

Floats = NDArray[np.float64]

AB_ZP = 23.9
"""AB magnitude of 1 µJy: 3631 Jy is magnitude 0 (Oke & Gunn 1983, ApJ 266, 713), 2.5 log10(3631e6) = 23.9."""
DETECTION_SNR = 3.0
"""From this signal-to-noise ratio a measurement is a detection (SkyPortal's default); below it is a limit."""
_POGSON = 2.5 / np.log(10.0)


def flux_of(mag: Floats, zp: Floats | float = AB_ZP) -> Floats:
    """Return the flux (µJy for the AB zero point) of a magnitude."""
    return np.asarray(10.0 ** (-0.4 * (mag - zp)), dtype=np.float64)


def fluxerr_of(magerr: Floats, flux: Floats) -> Floats:
    """Return the flux error of a magnitude error, to first order."""
    return np.asarray(magerr / _POGSON * np.abs(flux), dtype=np.float64)


def mag_of(flux: Floats, zp: Floats | float = AB_ZP) -> Floats:
    """Return the magnitude of a flux; NaN where the flux is not positive."""
    safe = np.where(flux > 0, flux, np.nan)
    return np.asarray(-2.5 * np.log10(safe) + zp, dtype=np.float64)


def magerr_of(fluxerr: Floats, flux: Floats) -> Floats:
    """Return the magnitude error of a flux error, to first order; NaN where the flux is not positive."""
    return np.asarray(_POGSON * fluxerr / np.where(flux > 0, flux, np.nan), dtype=np.float64)


def limit_of(fluxerr: Floats, nsigma: float = DETECTION_SNR, zp: Floats | float = AB_ZP) -> Floats:
    """Return the limiting magnitude at ``nsigma`` of a flux error."""
    return mag_of(nsigma * fluxerr, zp)


def fluxerr_of_limit(limiting_mag: Floats, nsigma: Floats | float = DETECTION_SNR) -> Floats:
    """Return the flux error whose ``nsigma``-fold has the limiting magnitude (AB)."""
    return np.asarray(flux_of(limiting_mag) / nsigma, dtype=np.float64)


def need_offset(system: MagSystem, bandpass: str) -> float:
    """Return m(AB) - m(system) of a bandpass; raise :class:`BadInput` where no published value is known here."""
    found = magsystems.offset(system, bandpass)
    if found is None:
        known = ", ".join(magsystems.bands_of(system)) or "no bandpass"
        raise BadInput(
            f"No sourced offset of the system {system} is known here for the bandpass {bandpass!r} (known: {known}); "
            "use magsys=ab.",
            field="magsys",
        )
    return found
