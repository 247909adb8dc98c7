"""How much light bandpasses let through, and the AB magnitudes of spectra through them.

The curves are those that ship inside the wheel of speclite (Kirkby et al.), which names the source of each: SDSS (Doi
et al. 2010), Bessell (1990), LSST (throughputs 1.9), Pan-STARRS (Tonry et al. 2012), Gaia EDR3 (Riello et al. 2021),
2MASS (Cohen et al. 2003). ATLAS's are not among them: its filters stand in as top hats between the edges that Tonry et
al. 2018 (PASP 130, 064505, section 2) give, 420-650 nm (cyan) and 560-820 nm (orange).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np

from app.errors import BadInput
from app.portal.spectra_check import Floats

_CURVES: Final = {
    **{f"bessell{b}": f"bessell-{b.upper()[:1]}" for b in ("ux", "b", "v", "r", "i")},
    **{f"standard::{b}": f"bessell-{b.upper()}" for b in "ubvri"},
    **{f"sdss{b}": f"sdss2010-{b}" for b in "ugriz"},
    **{f"lsst{b}": f"lsst2023-{b}" for b in "ugrizy"},
    **{f"ps1::{b}": f"panstarrs-{b}" for b in "grizy"},
    "gaia::g": "gaiadr3-G",
    "gaia::gbp": "gaiadr3-BP",
    "gaia::grp": "gaiadr3-RP",
    "2massj": "twomass-J",
    "2massh": "twomass-H",
    "2massks": "twomass-Ks",
}
TOP_HATS: Final = {"atlasc": (4200.0, 6500.0), "atlaso": (5600.0, 8200.0)}
"""Edges in Å."""
KNOWN: Final = (*sorted(_CURVES), *sorted(TOP_HATS))
_LIGHT_AA_S = 2.99792458e18
_AB_ZERO = 3631e-23
"""erg/s/cm²/Hz of magnitude 0 (Oke & Gunn 1983, ApJ 266, 713)."""
_NEGLIGIBLE = 1e-3
"""Of a filter's light: what may lie outside of a spectrum without changing its magnitude by more than 1 mmag."""


def is_top_hat(band: str) -> bool:
    """Whether no curve of the bandpass is here, and a top hat stands in."""
    return band in TOP_HATS


def flux_density(values: Floats, wavelengths: Floats, units: str) -> Floats:
    """Return fluxes in erg/s/cm²/Å of fluxes in ``units`` (SkyPortal's names)."""
    if units == "erg/s/cm/cm/AA":
        return values
    per_hz = values * 1e-23 if units == "Jy" else _AB_ZERO * 10.0 ** (-0.4 * values)
    return np.asarray(per_hz * _LIGHT_AA_S / wavelengths**2, dtype=np.float64)


@lru_cache(maxsize=64)
def _curve(band: str) -> tuple[Floats, Floats]:
    """Wavelengths in Å and transmissions (per photon), zero at both ends."""
    if band in TOP_HATS:
        low, high = TOP_HATS[band]
        return np.array([low - 1, low, high, high + 1]), np.array([0.0, 1.0, 1.0, 0.0])
    # It takes seconds to import, which only who needs it should wait for.
    from speclite import filters

    curve: Any = filters.load_filter(_CURVES[band])
    return np.asarray(curve.wavelength, dtype=np.float64), np.asarray(curve.response, dtype=np.float64)


def need_known(band: str) -> None:
    """Raise :class:`BadInput` for a bandpass whose transmission is not here."""
    if band not in _CURVES and band not in TOP_HATS:
        raise BadInput(
            f"No transmission of {band!r} is here; those of {', '.join(KNOWN)} are.", field="filters", known=list(KNOWN)
        )


def band_weights(band: str, wavelengths: Floats) -> Floats:
    """Return what each point of a spectrum counts in its AB flux, so that a flat spectrum's is itself.

    m = -2.5 log10(∫ f_λ R λ dλ / ∫ (3631 Jy c/λ²) R λ dλ) for photon counters (Bessell & Murphy 2012, PASP 124, 140,
    equation A11), by trapezoids on the spectrum's own points. Raises :class:`BadInput` where the spectrum misses more
    than a thousandth of what the filter lets through.
    """
    need_known(band)
    at, response = _curve(band)
    whole = float(np.trapezoid(response * at, at))
    inside = (at >= wavelengths[0]) & (at <= wavelengths[-1])
    seen = float(np.trapezoid((response * at)[inside], at[inside])) if inside.sum() > 1 else 0.0
    if seen < (1 - _NEGLIGIBLE) * whole:
        low, high = float(at[response > 0][0]), float(at[response > 0][-1])
        raise BadInput(
            f"The spectrum ({wavelengths[0]:.0f} to {wavelengths[-1]:.0f} Å) does not cover {band} "
            f"({low:.0f} to {high:.0f} Å).",
            field="filters",
        )
    steps = np.gradient(wavelengths) if len(wavelengths) > 1 else np.ones(1)
    weights = np.interp(wavelengths, at, response, left=0, right=0) * wavelengths * steps
    reference = float(np.sum(weights * _AB_ZERO * _LIGHT_AA_S / wavelengths**2))
    if reference <= 0:
        raise BadInput(f"The spectrum has too few points within {band}.", field="filters")
    return np.asarray(weights / reference, dtype=np.float64)
