"""Statistics of a source's photometry, from what the reader may read of it; never from what they may not.

They are computed when they are asked for, so they are never stale. What lists are filtered and plotted by is kept for
each audience in ``obj_audience`` and merged over the reader's. An administrator can have that counted anew, or set an
obj's statistics aside, which then have to be counted before they are told again.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal import magnitudes as m
from app.portal.comments import need_source
from app.portal.list_filters import FORCED_ORIGINS
from app.tables import Photometry, PhotStatMark

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


def of_source(session: Session, obj_id: str) -> dict[str, Any]:
    """Return the statistics of one source; magnitudes are AB, times MJD (UTC).

    Raises :class:`NotFound`, and :class:`BadInput` where an administrator has set them aside.
    """
    need_source(session, obj_id)
    mark = session.get(PhotStatMark, obj_id)
    if mark is not None and mark.set_aside:
        raise BadInput("An administrator has set the statistics of this source aside; they can have them counted.")
    p = Photometry
    rows = session.execute(
        select(p.mjd, p.flux, p.fluxerr, p.limiting_mag, p.filter, p.origin, p.created_at)
        .where(p.obj_id == obj_id, p.superseded_by_id.is_(None))
        .order_by(p.mjd, p.id)
    ).all()
    added = max((row.created_at for row in rows), default=None)
    counted = None if mark is None else mark.modified
    told = {"id": 0, "obj_id": obj_id, "last_phot_add_time": added, "last_update": added, "last_full_update": counted}
    numbers = np.array([[math.nan if v is None else v for v in row[:4]] for row in rows], dtype=float).reshape(-1, 4)
    curve = Curve(numbers, np.array([row.filter for row in rows]), np.array([row.origin for row in rows]))
    return told | curve.counts() | curve.detections() | curve.magnitudes() | curve.evolution()


class Curve:
    """A light curve in columns: MJD, flux and error in µJy, limiting magnitude; by time."""

    def __init__(self, numbers: Floats, bands: NDArray[Any], origins: NDArray[Any]) -> None:
        self.mjd, self.flux, self.fluxerr, given = numbers.T
        self.bands = bands
        # As in light curves: what is brighter than three sigma is a detection with a magnitude.
        self.seen: Mask = self.flux > m.DETECTION_SNR * self.fluxerr
        self.mag = m.mag_of(np.where(self.seen, self.flux, np.nan))
        self.limit = np.where(np.isnan(given), m.limit_of(self.fluxerr), given)
        self.unforced: Mask = ~np.isin(origins, FORCED_ORIGINS)

    def counts(self) -> dict[str, Any]:
        """How many points and detections, in all and in each filter."""
        return {
            "num_obs_global": len(self.mjd),
            "num_obs_per_filter": self._per_band(np.ones(len(self.mjd), dtype=bool), len),
            "num_det_global": int(self.seen.sum()),
            "num_det_no_forced_phot_global": int((self.seen & self.unforced).sum()),
            "num_det_per_filter": self._per_band(self.seen, len),
            "recent_obs_mjd": float(self.mjd[-1]) if len(self.mjd) else None,
        }

    def detections(self) -> dict[str, Any]:
        """The first and the last detection, with and without forced photometry, and what was not seen before."""
        told: dict[str, Any] = {}
        for which, mask in (("", self.seen), ("_no_forced_phot", self.seen & self.unforced)):
            at = np.flatnonzero(mask)
            for name, index in (("first", 0), ("last", -1)):
                place = int(at[index]) if len(at) else None
                told |= {
                    f"{name}_detected{which}_mjd": None if place is None else float(self.mjd[place]),
                    f"{name}_detected{which}_mag": None if place is None else float(self.mag[place]),
                    f"{name}_detected{which}_filter": None if place is None else str(self.bands[place]),
                }
        first = told["first_detected_mjd"]
        before = self.mjd[~self.seen & (self.mjd < first)] if first is not None else self.mjd[~self.seen]
        last = float(before[-1]) if len(before) else None
        told["predetection_mjds"] = before.tolist()
        told["last_non_detection_mjd"] = last
        told["time_to_non_detection"] = None if first is None or last is None else first - last
        return told

    def magnitudes(self) -> dict[str, Any]:
        """Brightest, faintest, mean and scatter of detections; the deepest limit of the rest; mean colours."""
        unseen = ~self.seen
        means = self._per_band(self.seen, lambda at: float(self.mag[at].mean()))
        told: dict[str, Any] = {
            "mean_mag_per_filter": means,
            "peak_mjd_per_filter": self._per_band(self.seen, lambda at: float(self.mjd[at[self.mag[at].argmin()]])),
            "peak_mag_per_filter": self._per_band(self.seen, lambda at: float(self.mag[at].min())),
            "faintest_mag_per_filter": self._per_band(self.seen, lambda at: float(self.mag[at].max())),
            "mag_rms_per_filter": self._per_band(self.seen, lambda at: float(self.mag[at].std())),
            "deepest_limit_per_filter": self._per_band(unseen, lambda at: _finite(self.limit[at].max())),
            "deepest_limit_global": _finite(self.limit[unseen].max()) if unseen.any() else None,
            "mean_color": {f"{a}-{b}": means[a] - means[b] for a, b in combinations(sorted(means), 2)},
        }
        at = np.flatnonzero(self.seen)
        mags = self.mag[at]
        told |= {
            "mean_mag_global": float(mags.mean()) if len(at) else None,
            "peak_mjd_global": float(self.mjd[at[mags.argmin()]]) if len(at) else None,
            "peak_mag_global": float(mags.min()) if len(at) else None,
            "faintest_mag_global": float(mags.max()) if len(at) else None,
            "mag_rms_global": float(mags.std()) if len(at) else None,
        }
        return told

    def evolution(self) -> dict[str, Any]:
        """Rise from the first detection to the peak and decay to the last one, in mag a day, brightening positive."""
        at = np.flatnonzero(self.seen)
        told: dict[str, Any] = {"rise_rate": None, "decay_rate": None}
        if len(at):
            peak, first, last = at[self.mag[at].argmin()], at[0], at[-1]
            if self.mjd[peak] > self.mjd[first]:
                told["rise_rate"] = float((self.mag[first] - self.mag[peak]) / (self.mjd[peak] - self.mjd[first]))
            if self.mjd[last] > self.mjd[peak]:
                told["decay_rate"] = float((self.mag[peak] - self.mag[last]) / (self.mjd[last] - self.mjd[peak]))
        return told

    def _per_band(self, mask: Mask, of: Callable[[NDArray[np.intp]], Any]) -> dict[str, Any]:
        return {
            str(band): of(np.flatnonzero(mask & (self.bands == band)))
            for band in sorted(set(self.bands[mask].tolist()))
        }


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
