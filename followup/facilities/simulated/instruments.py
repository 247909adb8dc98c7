"""The instrument of a simulated observatory: a 1 m telescope with a Sinistro camera, and its figures.

Sources: LCO's Sinistro page (https://lco.global/observatory/instruments/sinistro: pixel 0.389 arcsec, read
noise 8 e-, readout with overhead 28 s, optical elements) and the tables of LCO's exposure time calculator
(package ``lco_etc``: zero points in e-/s at airmass 1, extinction per airmass, dark current, sky brightness
at new, half and full moon). The calculator's UBVRI are Vega magnitudes; they are moved to AB by m_AB - m_Vega
of Blanton & Roweis 2007 (AJ 133, 734, table 1). Slewing and acquisition take the 90 s that LCO's portal
charges at the front of each 1 m request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

INSTRUMENT_TYPE = "1M0-SCICAM-SINISTRO"
TELESCOPE_CLASS = "1m0"
PIXEL_ARCSEC = 0.389
READ_NOISE_E = 8.0
DARK_E_PER_S = 0.002
READOUT_S = 28.0
FRONT_PADDING_S = 90.0
SATURATION_E = 100_000.0


@dataclass(frozen=True)
class Filter:
    """One optical element: AB zero point in e-/s at airmass 1, extinction, AB sky at new, half and full moon."""

    name: str
    zero_point_ab: float
    extinction_mag: float
    sky_mag_arcsec2: tuple[float, float, float]


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "U": Filter("Bessell-U", 21.4 + 0.79, 0.54, (23.79, 20.79, 17.79)),
        "B": Filter("Bessell-B", 23.5 - 0.09, 0.23, (22.41, 20.41, 17.71)),
        "V": Filter("Bessell-V", 23.5 + 0.02, 0.12, (21.62, 20.32, 17.52)),
        "R": Filter("Bessell-R", 23.8 + 0.21, 0.09, (20.81, 20.21, 17.61)),
        "I": Filter("Bessell-I", 23.2 + 0.45, 0.04, (20.25, 19.25, 17.45)),
        "up": Filter("SDSS-u'", 22.45, 0.59, (23.5, 21.0, 18.0)),
        "gp": Filter("SDSS-g'", 24.3, 0.14, (22.0, 20.3, 17.6)),
        "rp": Filter("SDSS-r'", 23.8, 0.08, (21.1, 20.2, 17.5)),
        "ip": Filter("SDSS-i'", 23.5, 0.06, (20.6, 19.7, 17.5)),
        "zs": Filter("PanSTARRS-Z", 22.2, 0.04, (20.2, 19.2, 16.8)),
        "Y": Filter("PanSTARRS-Y", 20.3, 0.03, (19.4, 18.0, 16.5)),
    }
)


def sky_brightness(element: str, moonlight: float) -> float:
    """Return the sky's AB magnitude per square arcsecond for an illuminated fraction of the Moon (0 to 1),
    interpolated.
    """
    new, half, full = FILTERS[element].sky_mag_arcsec2
    if moonlight <= 0.5:
        return new + (half - new) * moonlight / 0.5
    return half + (full - half) * (moonlight - 0.5) / 0.5


def observing_time_s(exposures: list[tuple[float, int]]) -> float:
    """Return the telescope time of a request: padding, exposures (seconds, count) and readouts."""
    return FRONT_PADDING_S + sum(count * (exposure_s + READOUT_S) for exposure_s, count in exposures)


def instruments_document() -> dict[str, object]:
    """Return what ``/api/instruments/`` answers, in the portal's shape."""
    elements = [
        {"name": made.name, "code": code, "schedulable": True, "default": code == "rp"}
        for code, made in FILTERS.items()
    ]
    readout = {"name": "Sinistro full frame", "overhead": READOUT_S, "code": "full_frame", "schedulable": True}
    return {
        INSTRUMENT_TYPE: {
            "type": "IMAGE",
            "class": TELESCOPE_CLASS,
            "name": "1.0 meter Sinistro (simulated)",
            "optical_elements": {"filters": elements},
            "modes": {"readout": {"type": "readout", "modes": [readout], "default": "full_frame"}},
            "default_acceptability_threshold": 90,
            "configuration_types": {
                "EXPOSE": {"name": "Exposure", "code": "EXPOSE", "schedulable": True},
                "REPEAT_EXPOSE": {"name": "Exposure Sequence", "code": "REPEAT_EXPOSE", "schedulable": True},
            },
            "default_configuration_type": "EXPOSE",
        }
    }
