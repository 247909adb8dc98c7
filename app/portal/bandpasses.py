"""The bandpasses that photometry and instruments may name, with where each figure comes from.

Names are those that SkyPortal takes from sncosmo. ``wavelength_nm`` is the effective wavelength; ``ab_minus_vega``
is m(AB) − m(Vega) in magnitudes, None where the survey defines AB magnitudes itself and no offset is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.errors import BadInput


@dataclass(frozen=True)
class Bandpass:
    """One bandpass: effective wavelength in nm, AB − Vega in mag where published."""

    name: str
    wavelength_nm: float
    ab_minus_vega: float | None = None


# Blanton & Roweis 2007 (AJ 133, 734), table 1: Bessell (1990) UBVRI, SDSS ugriz, 2MASS JHKs. Checked against others:
# pwkit quotes the same for UBVRI; the Deep Lens Survey's table (Vega by Kurucz 1993) has 1.00, -0.09, 0.00, 0.18, 0.46
# for Landolt's UBVRI and 0.96, -0.09, 0.16, 0.39, 0.54 for ugriz; the fluxes of 2MASS's zero points (Cohen et al. 2003:
# 1594, 1024, 666.7 Jy) make 0.894, 1.374, 1.840.
_BLANTON_ROWEIS = {
    "bessellux": (357.1, 0.79), "bessellb": (434.4, -0.09), "bessellv": (545.6, 0.02), "bessellr": (644.2, 0.21),
    "besselli": (799.4, 0.45), "sdssu": (354.6, 0.91), "sdssg": (467.0, -0.08), "sdssr": (615.6, 0.16),
    "sdssi": (747.2, 0.37), "sdssz": (891.7, 0.54), "2massj": (1235.5, 0.91), "2massh": (1645.8, 1.39),
    "2massks": (2160.3, 1.85),
}  # fmt: skip

# Johnson-Cousins as standard stars realise it (sncosmo's ``standard::``) is what Bessell (1990) reproduces.
_JOHNSON_COUSINS = {
    "standard::u": _BLANTON_ROWEIS["bessellux"], "standard::b": _BLANTON_ROWEIS["bessellb"],
    "standard::v": _BLANTON_ROWEIS["bessellv"], "standard::r": _BLANTON_ROWEIS["bessellr"],
    "standard::i": _BLANTON_ROWEIS["besselli"],
}  # fmt: skip

# Riello et al. 2021 (A&A 649, A3): pivot wavelengths; differences of the AB and Vega zero points.
_GAIA = {
    "gaia::g": (621.8, round(25.8010 - 25.6874, 4)),
    "gaia::gbp": (511.0, round(25.3540 - 25.3385, 4)),
    "gaia::grp": (776.9, round(25.1040 - 24.7479, 4)),
}

# SVO Filter Profile Service (svo2.cab.inta-csic.es), Palomar/ZTF.
_ZTF = {"ztfg": 474.6, "ztfr": 636.6, "ztfi": 782.9}
# Rubin Observatory's baseline throughputs (SMTN-002).
_LSST = {"lsstu": 367.1, "lsstg": 482.7, "lsstr": 622.3, "lssti": 754.6, "lsstz": 869.1, "lssty": 971.2}
# Tonry et al. 2012 (ApJ 750, 99), table 4.
_PS1 = {"ps1::g": 486.6, "ps1::r": 621.5, "ps1::i": 754.5, "ps1::z": 867.9, "ps1::y": 963.3}
# Tonry et al. 2018 (PASP 130, 064505).
_ATLAS = {"atlasc": 533.0, "atlaso": 679.0}

BANDPASSES: Final[dict[str, Bandpass]] = {
    name: Bandpass(name, wavelength, offset)
    for table in (_BLANTON_ROWEIS, _JOHNSON_COUSINS, _GAIA)
    for name, (wavelength, offset) in table.items()
} | {
    name: Bandpass(name, wavelength)
    for table in (_ZTF, _LSST, _PS1, _ATLAS)
    for name, wavelength in table.items()
}  # fmt: skip


def need_bandpass(name: str, field: str = "filter") -> Bandpass:
    """Return the bandpass; raise :class:`BadInput` for a name that is not known here."""
    found = BANDPASSES.get(name)
    if found is None:
        raise BadInput(
            f"There is no bandpass {name!r}; the known ones are {', '.join(sorted(BANDPASSES))}.", field=field
        )
    return found


def vega_to_ab(mag_vega: float, name: str) -> float:
    """Return the AB magnitude of a Vega magnitude; raise :class:`BadInput` where no offset is published."""
    offset = need_bandpass(name).ab_minus_vega
    if offset is None:
        raise BadInput(f"Magnitudes in {name} are AB; no Vega offset is published for it.", field="magsys")
    return mag_vega + offset
