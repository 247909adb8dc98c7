"""Bandpass names of SkyPortal (sncosmo's) against the codes of optical elements at LCO.

Sources: LCO's filter list (https://lco.global/observatory/instruments/filters/: primed SDSS u' g' r' i',
Pan-STARRS z_s and Y, Johnson-Cousins/Bessell UBVRI) and sncosmo's list of built-in bandpasses. LCO has no
SDSS z': both ``sdssz`` and ``ps1::z`` are observed with Pan-STARRS z_s, whose returned photometry is named
``sdssz`` as it was asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.errors import BadInput

LCO_ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "sdssu": "up",
        "sdssg": "gp",
        "sdssr": "rp",
        "sdssi": "ip",
        "sdssz": "zs",
        "ps1::g": "gp",
        "ps1::r": "rp",
        "ps1::i": "ip",
        "ps1::z": "zs",
        "ps1::y": "Y",
        "bessellux": "U",
        "bessellb": "B",
        "bessellv": "V",
        "bessellr": "R",
        "besselli": "I",
    }
)
"""Bandpass name to LCO optical element."""

# The first name of an element wins: the SDSS names, which is what people ask for.
BANDPASSES: Mapping[str, str] = MappingProxyType(
    {element: name for name, element in reversed(list(LCO_ELEMENTS.items()))}
)
"""LCO optical element to bandpass name."""


def lco_element(bandpass: str) -> str:
    """Return LCO's code for a bandpass; raise :class:`BadInput` that lists the bandpasses that LCO can do."""
    try:
        return LCO_ELEMENTS[bandpass]
    except KeyError:
        known = ", ".join(LCO_ELEMENTS)
        raise BadInput(
            f"LCO has no filter for the bandpass '{bandpass}'; use one of {known}.", field="filters"
        ) from None


def bandpass_name(element: str) -> str:
    """Return the bandpass name of an LCO optical element; raise :class:`BadInput` for an element without one."""
    try:
        return BANDPASSES[element]
    except KeyError:
        raise BadInput(f"No bandpass name is known for LCO's filter '{element}'.", field="FILTER") from None
