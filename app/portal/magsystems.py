"""SkyPortal's magnitude systems, as offsets from AB where somebody published one; nothing is computed from downloads.

An offset is m(AB) - m(system) of any source. Sources:

- ``vega``: :mod:`app.portal.bandpasses`.
- ``ab-b12``: the calibration of SDSS's photometry by Betoule et al. 2013 (A&A 552, A124), with the signs and figures of
  sncosmo's system of that name: an SDSS magnitude is the AB one plus 0.06791, -0.02028, -0.00493, -0.01780, -0.01015
  in u, g, r, i, z.
- ``bd17``: the star BD+17 4708 has magnitude 0, so the offset is its AB magnitude: Fukugita et al. 1996 (AJ 111, 1748),
  which Smith et al. 2002 (AJ 123, 2121) took to define u'g'r'i'z'. SDSS's own filters differ by up to 0.04 mag (in u).
- ``jla1`` and ``csp``: defined in the filters of those projects only (Betoule et al. 2014; Krisciunas et al. 2017), of
  which none is among the bandpasses here; asked for, they are answered by name.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from app.portal.bandpasses import BANDPASSES

MagSystem = Literal["jla1", "ab", "vega", "bd17", "csp", "ab-b12"]
SYSTEMS: Final[tuple[str, ...]] = get_args(MagSystem)
_AB_B12 = {"sdssu": -0.06791, "sdssg": 0.02028, "sdssr": 0.00493, "sdssi": 0.01780, "sdssz": 0.01015}
_BD17 = {"sdssu": 10.56, "sdssg": 9.64, "sdssr": 9.35, "sdssi": 9.25, "sdssz": 9.23}
_OFFSETS: Final[dict[str, dict[str, float]]] = {
    "vega": {b.name: b.ab_minus_vega for b in BANDPASSES.values() if b.ab_minus_vega is not None},
    "ab-b12": _AB_B12,
    "bd17": _BD17,
    "jla1": {},
    "csp": {},
}


def offset(system: str, band: str) -> float | None:
    """Return m(AB) - m(system) through a bandpass, or None where no published value is known here."""
    return 0.0 if system == "ab" else _OFFSETS[system].get(band)


def bands_of(system: str) -> list[str]:
    """Return the bandpasses in which a system other than AB is known here."""
    return sorted(_OFFSETS[system])
