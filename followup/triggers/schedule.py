"""A plan of one instrument's follow-up requests: the most urgent first, each where it stands highest."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal.ephemeris import isot, place_of
from app.portal.followup_details import details_of
from app.portal.instruments import get_instrument
from app.portal.telescopes import get_telescope
from app.sky.canvas import INK, LINE, PALE, file_of, page, write
from app.sky.nights import altitudes, sun_altitudes
from app.sky.tracks import Floats, Place, airmass
from app.tables import Allocation, FollowupRequest, Obj
from app.times import mjd_of
from followup.triggers.request_views import RequestFilters, matching

MOST = 200
"""Requests that one plan takes in: the most urgent ones."""
LONGEST = timedelta(days=3)
OVERHEAD_S = 120.0
"""Slewing and acquisition before each target."""
MAX_AIRMASS, SUN_BELOW_DEG = 2.0, -12.0

# ESO's optical spectrophotometric standards (Oke 1990, AJ 99, 1621; Hamuy et al. 1992, PASP 104, 533): J2000, V.
STANDARDS = (
    ("LTT 1020", 28.70700, -27.47492, 11.52), ("EG 21", 47.62908, -68.60061, 11.38),
    ("G191-B2B", 76.37758, 52.83167, 11.78), ("GD 71", 88.11462, 15.88794, 13.03),
    ("LTT 3218", 130.39208, -32.95003, 11.86), ("Feige 34", 159.90296, 43.10281, 11.18),
    ("GD 153", 194.25988, 22.03222, 13.35), ("BD+33 2642", 237.99942, 32.94856, 10.81),
    ("EG 274", 245.89062, -39.22986, 11.03), ("LTT 7379", 279.10954, -44.31028, 10.23),
    ("LTT 7987", 302.73908, -30.21700, 12.23), ("BD+28 4211", 327.79612, 28.86439, 10.51),
    ("Feige 110", 349.99329, -5.16550, 11.82),
)  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """From when to when (UTC; twelve hours from now unless said), in steps of seconds."""

    start: datetime | None
    end: datetime | None
    step_s: float


@dataclass(frozen=True)
class Target:
    """What is to be observed for how long; a greater ``urgency`` goes first."""

    name: str
    ra: float
    dec: float
    urgency: float
    duration_s: float
    request_id: int | None
    what: str


@dataclass(frozen=True)
class Slot:
    """A target with its place in the plan (MJD, UTC), or None where it has none, and its airmass then."""

    target: Target
    start: float | None
    end: float | None
    airmass: float | None


@dataclass(frozen=True)
class Plan:
    """A night's plan."""

    instrument: str
    start: float
    end: float
    slots: list[Slot]


@dataclass(frozen=True)
class Standards:
    """Which standard stars go in, and whether nothing else does."""

    stars: list[Target]
    alone: bool


def wanted_standards(include: bool, alone: bool, magnitudes: str | None) -> Standards:
    """Return the standards within a range of V magnitudes such as ``(12,9)``."""
    low, high = -np.inf, np.inf
    if magnitudes is not None:
        found = re.fullmatch(r"\s*[\[(]?\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*[\])]?\s*", magnitudes)
        if found is None:
            raise BadInput("Give two magnitudes, such as (12,9).", field="magnitudeRange")
        low, high = sorted(float(part) for part in found.groups())
    stars = [
        Target(name, ra, dec, 0.0, 300.0, None, f"standard, V={mag:.2f}")
        for name, ra, dec, mag in STANDARDS
        if low <= mag <= high
    ]
    return Standards(stars if include or alone else [], alone)


def plan(session: Session, instrument_id: int, asked: RequestFilters, frame: Frame, standards: Standards) -> Plan:
    """Plan the readable requests on an instrument; raise :class:`BadInput` where there is nothing to plan."""
    instrument = get_instrument(session, instrument_id)
    place = place_of(get_telescope(session, instrument.telescope_id))
    if place is None:
        raise BadInput("The telescope of this instrument has no fixed place.", field="instrument_id")
    start = frame.start or datetime.now(UTC).replace(microsecond=0)
    end = frame.end or start + timedelta(hours=12)
    if not timedelta(0) < end - start <= LONGEST:
        raise BadInput("The period must be positive and at most three days.", field="observationEndDate")
    targets = [] if standards.alone else _targets(session, instrument_id, asked)
    targets += standards.stars
    if not targets:
        raise BadInput("There is no request on this instrument to be planned, as far as you may see.")
    step = max(frame.step_s, (end - start).total_seconds() / 5000.0)
    grid = np.arange(mjd_of(start), mjd_of(end), step / 86400.0)
    return Plan(instrument.name, mjd_of(start), mjd_of(end), _placed(targets, place, grid, step))


def _targets(session: Session, instrument_id: int, asked: RequestFilters) -> list[Target]:
    # The window is when to observe, not a property that a request must have.
    filters = asked.model_copy(update={"observation_start": None, "observation_end": None})
    on = FollowupRequest.allocation_id.in_(select(Allocation.id).where(Allocation.instrument_id == instrument_id))
    wanted = matching(filters).where(on).order_by(FollowupRequest.id.desc()).limit(MOST)
    rows = session.scalars(wanted).all()
    payloads = {i: told.payload for i, told in details_of(session, rows).items()}
    places = {o.id: o for o in session.scalars(select(Obj).where(Obj.id.in_({r.obj_id for r in rows})))}
    return [
        Target(
            row.obj_id, places[row.obj_id].ra, places[row.obj_id].dec, _priority(payloads[row.id]),
            _seconds(payloads[row.id]), row.id, _said(payloads[row.id]),
        )
        for row in rows
        if row.obj_id in places
    ]  # fmt: skip


def _parts(payload: dict[str, Any]) -> list[tuple[str, float, float]]:
    """Return (filter, exposure time in seconds, exposures) of a payload, whichever form it has."""
    if isinstance(payload.get("filters"), list):
        told = [part for part in payload["filters"] if isinstance(part, dict)]
        return [
            (str(p.get("filter")), _number(p.get("exposure_time_s"), 60.0), _number(p.get("exposures"), 1.0))
            for p in told
        ]
    names = payload.get("observation_choices") or ["?"]
    names = names if isinstance(names, list) else [names]
    time, count = _number(payload.get("exposure_time"), 60.0), _number(payload.get("exposure_counts"), 1.0)
    return [(str(name), time, count) for name in names]


def _number(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else otherwise


def _seconds(payload: dict[str, Any]) -> float:
    return OVERHEAD_S + sum(time * count for _, time, count in _parts(payload))


def _said(payload: dict[str, Any]) -> str:
    return " + ".join(f"{name} {count:.0f} x {time:.0f} s" for name, time, count in _parts(payload))


def _priority(payload: dict[str, Any]) -> float:
    return _number(payload.get("priority"), 0.0)


def _placed(targets: Sequence[Target], place: Place, grid: Floats, step_s: float) -> list[Slot]:
    """Give each target, the most urgent first, the free stretch where its airmass is lowest."""
    free = sun_altitudes(place, grid) < SUN_BELOW_DEG
    order = sorted(targets, key=lambda t: (-t.urgency, t.request_id or 0))
    seen = airmass(altitudes([t.ra for t in order], [t.dec for t in order], place, grid))
    slots = []
    for target, masses in zip(order, seen, strict=True):
        ok = free & (masses <= MAX_AIRMASS)
        n = max(1, int(np.ceil(target.duration_s / step_s)))
        whole = np.convolve(ok, np.ones(n, dtype=int), "valid") == n if len(grid) >= n else np.zeros(0, dtype=bool)
        begins = np.flatnonzero(whole)
        if not len(begins):
            slots.append(Slot(target, None, None, None))
            continue
        best = int(begins[np.argmin(masses[np.minimum(begins + n // 2, len(grid) - 1)])])
        free[best : best + n] = False
        end = float(grid[best] + target.duration_s / 86400.0)
        slots.append(Slot(target, float(grid[best]), end, float(masses[min(best + n // 2, len(grid) - 1)])))
    return sorted(slots, key=lambda slot: (slot.start is None, slot.start or 0.0))


def written(found: Plan, output: Literal["csv", "png", "pdf"]) -> tuple[bytes, str]:
    """Return a plan as a file, and its content type."""
    if output == "csv":
        return _csv(found), "text/csv; charset=utf-8"
    return _drawn(found, output), "image/png" if output == "png" else "application/pdf"


def _csv(found: Plan) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(
        ["target", "start time (UTC)", "end time (UTC)", "duration (minutes)", "ra", "dec", "airmass", "priority",
         "request", "configuration"]
    )  # fmt: skip
    for slot in found.slots:
        t = slot.target
        table.writerow(
            [
                t.name, isot(slot.start) or "not observable", isot(slot.end) or "", round(t.duration_s / 60, 2), t.ra,
                t.dec, "" if slot.airmass is None else round(slot.airmass, 3), t.urgency, t.request_id or "", t.what,
            ]
        )  # fmt: skip
    return out.getvalue().encode()


def _drawn(found: Plan, output: Literal["png", "pdf"]) -> bytes:
    width, row, top, left, right = 1600, 34, 130, 420, 1560
    image, pen = page(width, top + row * (len(found.slots) + 1) + 40)
    write(pen, (40, 30), f"Plan for {found.instrument}", 30)
    write(pen, (40, 76), f"{isot(found.start)} to {isot(found.end)} UTC", 20, PALE)

    def x_of(mjd: float) -> float:
        return left + (right - left) * (mjd - found.start) / (found.end - found.start)

    for i, slot in enumerate(found.slots):
        y = top + row * i
        pen.line((left, y + row - 4, right, y + row - 4), fill=LINE)
        write(pen, (40, y), slot.target.name[:30], 20, INK if slot.start is not None else PALE)
        if slot.start is None or slot.end is None:
            write(pen, (left, y), "not observable", 18, PALE)
            continue
        pen.rectangle((x_of(slot.start), y, max(x_of(slot.end), x_of(slot.start) + 3), y + row - 8), fill=(16, 92, 160))
        write(pen, (x_of(slot.end) + 8, y), f"{(isot(slot.start) or '')[11:16]}  X={slot.airmass:.2f}", 17, PALE)
    return file_of([image], output)
