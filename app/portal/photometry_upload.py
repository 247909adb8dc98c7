"""Uploaded photometry, checked: columns of scalars and lists become rows; every fault names its field and row."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal import magnitudes as m
from app.portal.bandpasses import BANDPASSES
from app.portal.magsystems import SYSTEMS
from app.portal.magsystems import offset as offset_of
from app.portal.objs import readable
from app.tables import Instrument

MAX_ROWS = 100_000
"""Points in one request; more than this in one transaction keeps others waiting."""
MJD_RANGE = (-50_000.0, 120_000.0)
"""From the year 1722 to 2187: outside lies a Julian date that was not reduced, or a mistake."""
_NUMBERS = (
    "mjd", "mag", "magerr", "limiting_mag", "limiting_mag_nsigma", "magref", "e_magref", "flux", "fluxerr", "zp",
    "ref_flux", "ref_fluxerr", "ref_zp", "ra", "dec", "ra_unc", "dec_unc",
)  # fmt: skip
_MAG_FIELDS = ("mag", "magerr", "magref", "e_magref", "limiting_mag_nsigma")
_FLUX_FIELDS = ("flux", "fluxerr", "zp", "ref_flux", "ref_fluxerr", "ref_zp")
_POSITIVE = ("magerr", "fluxerr", "limiting_mag_nsigma", "e_magref", "ref_fluxerr")
_MAG_RANGE = (-50.0, 50.0)
"""From beyond the Sun (-26.8) to what no telescope sees: outside lies a flux in a magnitude's column, or a mistake."""
_LIMITS = {
    "ra": (0.0, 360.0), "dec": (-90.0, 90.0), "mjd": MJD_RANGE,
    **dict.fromkeys(("mag", "limiting_mag", "magref", "zp", "ref_zp"), _MAG_RANGE),
}  # fmt: skip
_HINTS = {
    "mjd": " Is this a Julian date? MJD = JD - 2400000.5.",
    "mag": " Is this a flux? Send fluxes as flux, with fluxerr and zp.",
}


@dataclass
class Faults:
    """All that is wrong with an upload, so that a person mends it in one go."""

    found: list[dict[str, Any]] = field(default_factory=list)
    _settled: set[int] = field(default_factory=set)

    def settle(self) -> None:
        """End a stage: rows that are bad already are not looked at again, where one mistake would look like two.

        Raises :class:`BadInput` where the fault is of all rows.
        """
        self._settled = {f["row"] for f in self.found if f["row"] is not None}
        if any(f["row"] is None for f in self.found):
            self.stop()

    def add(self, name: str, row: int | None, message: str) -> None:
        """Note a fault of a field, in a row (counted from 0) or in all of them."""
        if row not in self._settled:
            self.found.append({"field": name, "row": row, "message": message})

    def where(self, name: str, bad: Sequence[bool] | np.ndarray[Any, Any], message: str) -> None:
        """Note a fault in each row where ``bad`` holds."""
        for row in np.flatnonzero(np.asarray(bad, dtype=bool)).tolist():
            self.add(name, row, message)

    def stop(self) -> None:
        """Raise :class:`BadInput` that lists every fault, if there is one."""
        if not self.found:
            return
        first = self.found[0]
        place = "" if first["row"] is None else f", row {first['row']}"
        more = f" There are {len(self.found)} faults; data.faults lists them all." if len(self.found) > 1 else ""
        raise BadInput(
            f"{first['field']}{place}: {first['message']} Nothing was stored.{more}",
            field=first["field"],
            row=first["row"],
            faults=self.found,
        )


@dataclass(frozen=True)
class CheckedPoints:
    """Columns of equal length, in storage units: fluxes in µJy with NaN for none."""

    obj_id: list[str]
    instrument_id: list[int]
    filter: list[str]
    origin: list[str]
    altdata: list[dict[str, Any] | None]
    numbers: dict[str, m.Floats]

    def __len__(self) -> int:
        return len(self.obj_id)

    def value(self, name: str, row: int) -> float | None:
        """Return one number of one row, None for none."""
        found = float(self.numbers[name][row])
        return None if math.isnan(found) else found


def check(session: Session, given: Mapping[str, Any]) -> CheckedPoints:
    """Check an upload and convert it; raise :class:`BadInput` that lists every fault of every row."""
    faults = Faults()
    length = _length(given, faults)
    faults.stop()
    numbers = {name: _numbers(given.get(name), name, length, faults) for name in _NUMBERS}
    objs = _texts(given.get("obj_id"), "obj_id", length, faults)
    filters = _texts(given.get("filter"), "filter", length, faults)
    magsys = [v.lower() for v in _texts(given.get("magsys") or "ab", "magsys", length, faults)]
    instruments = _integers(given.get("instrument_id"), "instrument_id", length, faults)
    origins = _texts(given.get("origin") or "", "origin", length, faults, none="")
    altdata = _documents(given.get("altdata"), length, faults)
    faults.settle()
    _check_values(numbers, faults)
    _check_names(session, objs, instruments, filters, faults)
    offset = _magsys_offsets(magsys, filters, faults)
    in_flux = any(given.get(name) is not None for name in _FLUX_FIELDS)
    if in_flux and any(given.get(name) is not None for name in _MAG_FIELDS):
        faults.add("flux", None, "Send magnitudes or fluxes, not both.")
    faults.settle()
    stored = (_from_flux if in_flux else _from_mags)(numbers, offset, faults)
    faults.stop()
    places = {name: numbers[name] for name in ("mjd", "ra", "dec", "ra_unc", "dec_unc")}
    return CheckedPoints(objs, instruments, filters, origins, altdata, places | stored)


def _length(given: Mapping[str, Any], faults: Faults) -> int:
    lengths = {name: len(value) for name, value in given.items() if isinstance(value, list)}
    lengths = {name: n for name, n in lengths.items() if name not in ("group_ids", "stream_ids")}
    if not lengths:
        return 1
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} {n}" for name, n in lengths.items())
        faults.add(next(iter(lengths)), None, f"All lists must have one length; they have: {told}.")
    longest = max(lengths.values())
    if longest == 0:
        faults.add(next(iter(lengths)), None, "The list is empty.")
    if longest > MAX_ROWS:
        faults.add(next(iter(lengths)), None, f"At most {MAX_ROWS} points fit into one request; split it.")
    return longest


def _expand(value: Any, length: int) -> list[Any]:
    return value if isinstance(value, list) else [value] * length


def _column(value: Any, name: str, length: int, faults: Faults, wanted: tuple[Callable[[Any], bool], str]) -> list[Any]:
    fits, what = wanted
    if not isinstance(value, list):
        if not fits(value):
            faults.add(name, None, f"This must be {what}.")
        return [value] * length
    faults.where(name, [not fits(v) for v in value], f"This must be {what}.")
    return value


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value))


def _of_types(value: Any, *allowed: type) -> bool:
    """Whether a list holds nothing else; that is told 20 times faster than what else it holds."""
    return isinstance(value, list) and set(map(type, value)) <= set(allowed)


def _numbers(value: Any, name: str, length: int, faults: Faults) -> m.Floats:
    if value is None:
        return np.full(length, np.nan)
    if _of_types(value, float, int, type(None)):
        with contextlib.suppress(OverflowError):
            numbers = np.array(value, dtype=np.float64)
            if np.count_nonzero(~np.isfinite(numbers)) == value.count(None):
                return numbers
    column = _column(value, name, length, faults, (_is_number, "a number"))
    return np.array([float(v) if v is not None and _is_number(v) else math.nan for v in column], dtype=np.float64)


def _texts(value: Any, name: str, length: int, faults: Faults, none: str | None = None) -> list[str]:
    def fits(v: Any) -> bool:
        return (isinstance(v, str) and "\0" not in v and (none is not None or v != "")) or (
            none is not None and v is None
        )

    if _of_types(value, str) and "\0" not in "".join(value) and (none is not None or "" not in value):
        return list(value)
    column = _column(value, name, length, faults, (fits, "a text"))
    return [v if isinstance(v, str) else (none or "") for v in column]


def _integers(value: Any, name: str, length: int, faults: Faults) -> list[int]:
    def fits(v: Any) -> bool:
        return isinstance(v, int) and not isinstance(v, bool) and 0 < v < 2**31

    if _of_types(value, int) and min(value) > 0 and max(value) < 2**31:
        return list(value)
    return [v if fits(v) else 0 for v in _column(value, name, length, faults, (fits, "an id"))]


def _documents(value: Any, length: int, faults: Faults) -> list[dict[str, Any] | None]:
    column = _column(value, "altdata", length, faults, (lambda v: v is None or isinstance(v, dict), "an object"))
    return [v if isinstance(v, dict) else None for v in column]


def _check_values(numbers: dict[str, m.Floats], faults: Faults) -> None:
    faults.where("mjd", np.isnan(numbers["mjd"]), "The time of the measurement (MJD, UTC) is missing.")
    for name, (low, high) in _LIMITS.items():
        values = numbers[name]
        hint = _HINTS.get(name, "")
        faults.where(name, (values < low) | (values > high), f"This lies outside {low:g} to {high:g}.{hint}")
    for name in _POSITIVE:
        faults.where(name, numbers[name] <= 0, "This must be greater than 0.")
    alone = np.isnan(numbers["ra"]) != np.isnan(numbers["dec"])
    faults.where("ra", alone, "Send ra and dec together.")


def _check_names(session: Session, objs: list[str], instruments: list[int], filters: list[str], faults: Faults) -> None:
    known = readable(session, objs)
    faults.where("obj_id", [o not in known for o in objs], "There is no source or candidate of this id.")
    rows = session.execute(select(Instrument.id, Instrument.filters).where(Instrument.id.in_(set(instruments))))
    bands: dict[int, list[str]] = {row.id: row.filters for row in rows}
    faults.where("instrument_id", [i not in bands for i in instruments], "There is no instrument with this id.")
    strange = {(i, band) for i, band in set(zip(instruments, filters, strict=True)) if not _has(bands.get(i), band)}
    for row, (instrument, band) in enumerate(zip(instruments, filters, strict=True) if strange else ()):
        if (instrument, band) in strange:
            allowed = ", ".join(bands[instrument] or sorted(BANDPASSES))
            faults.add("filter", row, f"The instrument has no filter {band!r}; it has {allowed}.")


def _has(filters: list[str] | None, band: str) -> bool:
    """Whether an instrument has a bandpass; one that names none has all, one that is not there is told elsewhere."""
    return filters is None or band in (filters or BANDPASSES)


def _magsys_offsets(magsys: list[str], filters: list[str], faults: Faults) -> m.Floats:
    if magsys.count("ab") == len(magsys):
        return np.zeros(len(magsys))
    faults.where("magsys", [s not in SYSTEMS for s in magsys], f"Known here are {', '.join(SYSTEMS)}.")
    pairs = list(zip(magsys, filters, strict=True))
    known = {pair: offset_of(*pair) if pair[0] in SYSTEMS else 0.0 for pair in set(pairs)}
    for row, (system, band) in enumerate(pairs if None in known.values() else ()):
        if known[system, band] is None:
            message = f"No sourced offset of the system {system} is known for {band!r}; send AB values."
            faults.add("magsys", row, message)
    return np.array([known[pair] or 0.0 for pair in pairs])


def _from_flux(numbers: dict[str, m.Floats], offset: m.Floats, faults: Faults) -> dict[str, m.Floats]:
    faults.where("fluxerr", np.isnan(numbers["fluxerr"]), "A flux, or a limit on one, needs its error.")
    faults.where(
        "zp", np.isnan(numbers["zp"]) & (offset != 0), "Fluxes in a system other than AB need their zero point."
    )
    zp = np.where(np.isnan(numbers["zp"]), m.AB_ZP, numbers["zp"])
    ref_zp = np.where(np.isnan(numbers["ref_zp"]), zp, numbers["ref_zp"])
    scale = 10.0 ** (-0.4 * (zp + offset - m.AB_ZP))
    ref_scale = 10.0 ** (-0.4 * (ref_zp + offset - m.AB_ZP))
    return {
        "flux": numbers["flux"] * scale,
        "fluxerr": numbers["fluxerr"] * scale,
        "ref_flux": numbers["ref_flux"] * ref_scale,
        "ref_fluxerr": numbers["ref_fluxerr"] * ref_scale,
        "limiting_mag": numbers["limiting_mag"] + offset,
    }


def _from_mags(numbers: dict[str, m.Floats], offset: m.Floats, faults: Faults) -> dict[str, m.Floats]:
    mag, magerr, limit = (numbers[name] for name in ("mag", "magerr", "limiting_mag"))
    faults.where("magerr", ~np.isnan(mag) & np.isnan(magerr), "A magnitude needs its error.")
    faults.where("mag", np.isnan(mag) & ~np.isnan(magerr), "An error was sent without its magnitude.")
    unseen = np.isnan(mag) & np.isnan(magerr)
    faults.where("limiting_mag", unseen & np.isnan(limit), "A non-detection needs its limiting magnitude.")
    nsigma = np.where(np.isnan(numbers["limiting_mag_nsigma"]), m.DETECTION_SNR, numbers["limiting_mag_nsigma"])
    flux = m.flux_of(mag + offset)
    fluxerr = np.where(unseen, m.fluxerr_of_limit(limit + offset, nsigma), m.fluxerr_of(magerr, flux))
    ref_flux = m.flux_of(numbers["magref"] + offset)
    faults.where("mag", ~unseen & ~(np.isfinite(flux) & (fluxerr > 0)), "This magnitude cannot be a flux.")
    faults.where("limiting_mag", unseen & ~(np.isfinite(fluxerr) & (fluxerr > 0)), "This cannot be a flux.")
    return {
        "flux": flux,
        "fluxerr": fluxerr,
        "ref_flux": ref_flux,
        "ref_fluxerr": m.fluxerr_of(numbers["e_magref"], ref_flux),
        "limiting_mag": limit + offset,
    }
