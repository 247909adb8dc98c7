"""Observing sites that Skyrelay knows by code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.errors import BadInput


@dataclass(frozen=True)
class Site:
    """A place on Earth. Longitude is positive to the east, elevation is above sea level."""

    code: str
    name: str
    latitude_deg: float
    longitude_deg: float
    elevation_m: float


# Coordinates as Las Cumbres Observatory publishes them (and as tom_observations.facilities.lco carries them).
_LCO = (
    Site("coj", "Siding Spring", -31.273, 149.071, 1116.0),
    Site("cpt", "Sutherland", -32.381, 20.810, 1760.0),
    Site("lsc", "Cerro Tololo", -30.167, -70.805, 2198.0),
    Site("tfn", "Teide", 28.300, -16.512, 2330.0),
    Site("elp", "McDonald", 30.680, -104.015, 2070.0),
    Site("ogg", "Haleakala", 20.707, -156.258, 3055.0),
)
SITES: Mapping[str, Site] = MappingProxyType({site.code: site for site in _LCO})


def site_by_code(code: str) -> Site:
    """Return the site; raise :class:`BadInput` that lists the known codes."""
    try:
        return SITES[code]
    except KeyError:
        raise BadInput(f"There is no site '{code}'; known: {', '.join(SITES)}.", field="site") from None
