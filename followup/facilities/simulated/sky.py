"""How bright the target really is: from the drill's truth, or from what the request expects."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np

from app.drill.truth import TruthCatalogue, TruthObject
from app.errors import BadInput
from followup.facilities.simulated.payloads import Target

_LOG = logging.getLogger(__name__)

DEFAULT_MAG_AB = 19.0
"""Brightness of a target that no truth and no expectation speaks of (the project's contract)."""
_BANDS = {"up": "u", "gp": "g", "rp": "r", "ip": "i", "zs": "z", "Y": "y"}
# m_AB - m_Vega of Blanton & Roweis 2007 (AJ 133, 734, table 1)
_AB_OFFSET = {"U": 0.79, "B": -0.09, "V": 0.02, "R": 0.21, "I": 0.45}


class Sky:
    """The true sky of a drill, each part read again whenever its file changes; the first part that knows wins."""

    def __init__(self, *paths: Path) -> None:
        self._parts = [_Part(path) for path in paths]

    def magnitude_ab(self, target: Target, mjd_utc: float, element: str) -> float:
        """Return the AB magnitude of a target through an optical element of LCO; infinity where nothing is."""
        found = self._nearest(target, mjd_utc)
        colours = _from_truth(found, mjd_utc) if found else _from_request(target.extra_params.get("expected_mag_ab"))
        return _in_element(colours, element)

    def _nearest(self, target: Target, mjd_utc: float) -> TruthObject | None:
        for part in self._parts:
            found = part.catalogue().nearest(target.ra, target.dec, mjd_utc=mjd_utc)
            if found is not None:
                return found
        return None


class _Part:
    """One file of the true sky."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at: tuple[int, int] | None = None
        self._catalogue = TruthCatalogue(())

    def catalogue(self) -> TruthCatalogue:
        """Return what the file says now; an unreadable one leaves the last state in use."""
        try:
            facts = self._path.stat()
            version = (facts.st_mtime_ns, facts.st_size)
            if version != self._read_at:
                self._catalogue = TruthCatalogue.load(self._path)
                self._read_at = version
        except FileNotFoundError:
            self._catalogue, self._read_at = TruthCatalogue(()), None
        except BadInput as problem:
            _LOG.warning("the drill's truth cannot be read, the last one stays in use: %s", problem)
        return self._catalogue


def _from_truth(found: TruthObject, mjd_utc: float) -> dict[str, float]:
    return {band: float(found.magnitude_ab(np.array([mjd_utc]), band)[0]) for band in _BANDS.values()}


def _from_request(expected: Any) -> dict[str, float]:
    given = expected if isinstance(expected, dict) else {}
    known = {band: float(mag) for band, mag in given.items() if isinstance(mag, int | float) and np.isfinite(mag)}
    usual = float(np.mean(list(known.values()))) if known else DEFAULT_MAG_AB
    return {band: known.get(band, usual) for band in _BANDS.values()}


def _in_element(ab: dict[str, float], element: str) -> float:
    """Return the magnitude in an element; UBVRI by Jester et al. 2005 (AJ 130, 873, table 1, stars with R-I <
    1.15).
    """
    if element in _BANDS:
        return ab[_BANDS[element]]
    u, g, r, i = (ab[band] for band in "ugri")
    if not np.all(np.isfinite([u, g, r, i])):
        return float("inf")
    v = g - 0.59 * (g - r) - 0.01
    b = v + 0.98 * (g - r) + 0.22
    red = v - 1.09 * (r - i) - 0.22
    vega = {"U": b + 0.78 * (u - g) - 0.88, "B": b, "V": v, "R": red, "I": red - 1.00 * (r - i) - 0.21}
    return vega[element] + _AB_OFFSET[element]
