"""Statistics of photometric series: what their searches go by.

Fluxes are µJy (AB zero point 23.9) and magnitudes AB; where a series has fluxes, its magnitudes are computed from them.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import BadInput
from app.portal import magnitudes as m
from app.portal.photometry_upload import MJD_RANGE
from app.portal.series_file import Table

Floats = NDArray[np.float64]
SIGMAS = 3.0
"""Where the robust statistics clip, repeatedly (astropy.stats.sigma_clip, after Stetson 1987's practice)."""
_SECONDS = 86_400.0
_PLACES = {"ra": ("ra",), "dec": ("dec",), "exp_time": ("exp_time", "exptime", "EXP_TIME", "EXPTIME")}


def measured(table: Table) -> tuple[Floats, Floats, Floats | None]:
    """Return times (MJD), fluxes and flux errors (µJy); None for no errors. Raises :class:`BadInput`."""
    mjd = table.numbers("mjd")
    if mjd is None or not len(mjd):
        raise BadInput("The data need a column mjd of numbers.", field="data.mjd")
    bad = np.flatnonzero(~((mjd >= MJD_RANGE[0]) & (mjd <= MJD_RANGE[1])))
    if len(bad):
        raise BadInput(
            f"Row {int(bad[0])} has no time (MJD, UTC) within {MJD_RANGE[0]:g} to {MJD_RANGE[1]:g}. Is this a Julian "
            "date? MJD = JD - 2400000.5.",
            field="data.mjd",
            row=int(bad[0]),
        )
    flux, mag = table.numbers("flux"), table.numbers("mag")
    if flux is not None:
        errors = table.numbers("fluxerr")
        return mjd, flux, errors
    if mag is None:
        raise BadInput("The data need a column flux or mag of numbers.", field="data")
    if np.nanmax(np.abs(mag), initial=0.0) > 100:
        raise BadInput("These are no magnitudes; fluxes (µJy) go into a column flux.", field="data.mag")
    flux = m.flux_of(mag)
    magerr = table.numbers("magerr")
    return mjd, flux, None if magerr is None else m.fluxerr_of(magerr, flux)


def columns(table: Table) -> dict[str, Any]:
    """Return the statistics of a series as columns of its row; raise :class:`BadInput` for what is no series."""
    mjd, flux, fluxerr = measured(table)
    for name in ("fluxerr", "magerr"):
        errors = table.numbers(name)
        if errors is not None and bool((errors <= 0).any()):
            row = int(np.flatnonzero(errors <= 0)[0])
            raise BadInput(f"Row {row}: an error is greater than 0.", field=f"data.{name}", row=row)
    order = np.argsort(mjd, kind="stable")
    mag = m.mag_of(flux)
    snr = None if fluxerr is None else flux / fluxerr
    seen = np.isfinite(mag) if snr is None else snr > m.DETECTION_SNR
    return (
        _times(mjd[order], mag[order], seen[order])
        | _brightness(mag)
        | _signal(snr)
        | {"num_exp": len(mjd), "is_detected": bool(seen.any())}
        | _per_column(table)
    )


def _times(mjd: Floats, mag: Floats, seen: NDArray[np.bool_]) -> dict[str, Any]:
    """First, middle and last time; the frame rate in Hz is one over the median step."""
    steps = np.diff(mjd)
    step = float(np.median(steps)) * _SECONDS if len(steps) else 0.0
    last = int(np.flatnonzero(seen)[-1]) if seen.any() else None
    return {
        "mjd_first": float(mjd[0]),
        "mjd_last": float(mjd[-1]),
        "mjd_mid": float(mjd[0] + mjd[-1]) / 2,
        "mag_first": number(mag[0]),
        "mag_last": number(mag[-1]),
        "mjd_last_detected": None if last is None else float(mjd[last]),
        "mag_last_detected": None if last is None else number(mag[last]),
        "frame_rate": 1 / step if step > 0 else None,
    }


def _brightness(mag: Floats) -> dict[str, Any]:
    """Mean and standard deviation, and after sigma clipping the median and standard deviation, of the magnitudes."""
    from astropy.stats import sigma_clip

    good = mag[np.isfinite(mag)]
    if not len(good):
        return dict.fromkeys(("mean_mag", "rms_mag", "robust_mag", "robust_rms"))
    kept = np.asarray(sigma_clip(good, sigma=SIGMAS, masked=False), dtype=np.float64)
    return {
        "mean_mag": number(good.mean()),
        "rms_mag": number(good.std()),
        "robust_mag": number(np.median(kept)),
        "robust_rms": number(kept.std()),
    }


def _signal(snr: Floats | None) -> dict[str, Any]:
    good = np.empty(0) if snr is None else snr[np.isfinite(snr)]
    if not len(good):
        return dict.fromkeys(("median_snr", "best_snr", "worst_snr"))
    return {"median_snr": number(np.median(good)), "best_snr": number(good.max()), "worst_snr": number(good.min())}


def _per_column(table: Table) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {"medians": {}, "maxima": {}, "minima": {}, "stds": {}}
    for name in table.columns:
        values = table.numbers(name)
        good = None if values is None else values[np.isfinite(values)]
        if good is None or not len(good):
            continue
        for kind, value in (("medians", np.median(good)), ("maxima", good.max()), ("minima", good.min()),
                            ("stds", good.std())):  # fmt: skip
            found[kind][name] = number(value)
    return found


def number(value: Any) -> float | None:
    """Return a plain number, None for what is not finite."""
    plain = float(value)
    return plain if math.isfinite(plain) else None


def inferred(table: Table) -> dict[str, Any]:
    """Return position (degrees), exposure time (s) and filter as the columns say them; what they do not is left out.

    Raises :class:`BadInput` where the column of filters names several.
    """
    found: dict[str, Any] = {}
    for name, places in _PLACES.items():
        for place in places:
            values = table.numbers(place)
            good = None if values is None else values[np.isfinite(values)]
            if good is not None and len(good):
                found[name] = float(np.median(good))
                break
    band = table.columns.get("filter")
    if band is not None:
        named = {str(v) for v in band}
        if len(named) != 1:
            raise BadInput("A series is of one filter; send each filter by itself.", field="data.filter")
        found["filter"] = named.pop()
    return found
