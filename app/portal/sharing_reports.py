"""What a report of a discovery says: the points that may be published, from which the first and last are chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal.magnitudes import AB_ZP, DETECTION_SNR
from app.tables import Instrument, Photometry, Telescope

MOST_POINTS = 10_000


@dataclass(frozen=True)
class Point:
    """A measurement: µJy (AB zero point 23.9), MJD (UTC); ``flux`` None is a limit."""

    id: int
    mjd: float
    filter: str
    flux: float | None
    fluxerr: float
    limiting_mag: float | None
    instrument_id: int
    holder_id: int
    stream_ids: tuple[int, ...]
    policy_version_id: int | None

    @property
    def detected(self) -> bool:
        """Whether it is a detection."""
        return self.flux is not None and self.flux > 0 and self.flux >= DETECTION_SNR * self.fluxerr


@dataclass(frozen=True)
class Judged:
    """The points that may be published, and a sentence for each reason why others may not."""

    points: list[Point]
    said: list[str]


Judge = Callable[[Session, int, Sequence[Point], Sequence[int], datetime], Judged]
"""``judge(session, user id, points, stream ids, now)``: what policies and rights permit; ``app.policies`` knows."""


@dataclass(frozen=True)
class Chosen:
    """What of an obj's photometry goes into a report: ``before`` is the last limit before the first detection."""

    detections: list[Point]
    before: Point | None
    said: list[str]


def points_of(session: Session, obj_id: str, instrument_ids: Sequence[int], stream_ids: Sequence[int]) -> list[Point]:
    """Return an obj's readable photometry of these instruments; with streams, only what is of them."""
    p = Photometry
    query = (
        select(
            p.id, p.mjd, p.filter, p.flux, p.fluxerr, p.limiting_mag, p.instrument_id, p.holder_id, p.stream_ids,
            p.policy_version_id,
        )
        .where(p.obj_id == obj_id, p.instrument_id.in_(instrument_ids), p.superseded_by_id.is_(None))
        .order_by(p.mjd, p.id)
        .limit(MOST_POINTS)
    )  # fmt: skip
    if stream_ids:
        query = query.where(p.stream_ids.overlap(list(stream_ids)))
    return [Point(*row[:8], tuple(row[8]), row[9]) for row in session.execute(query)]


def choose(judged: Judged, options: dict[str, Any], archival: bool) -> Chosen:
    """Choose the first detection (and the last, if the options say so) and the last limit before.

    Raises :class:`BadInput` where there is no detection to publish, or no limit before it and the report is not said
    to be archival.
    """
    found = [point for point in judged.points if point.detected]
    why = " ".join(judged.said)
    if not found:
        raise BadInput(f"There is no detection that may be published. {why}".strip(), field="obj_id")
    earlier = [p for p in judged.points if not p.detected and p.mjd < found[0].mjd and limit_of(p) is not None]
    before = earlier[-1] if earlier else None
    if before is None and not archival:
        raise BadInput(
            "There is no limit before the first detection that may be published; mark it as archival, and say why. "
            + why,
            field="archival",
        )
    last = options.get("first_and_last_detections", True) and len(found) > 1
    return Chosen([found[0], found[-1]] if last else [found[0]], before, judged.said)


def limit_of(point: Point) -> float | None:
    """Return the limiting AB magnitude of a point."""
    if point.limiting_mag is not None:
        return point.limiting_mag
    return AB_ZP - 2.5 * math.log10(DETECTION_SNR * point.fluxerr) if point.fluxerr > 0 else None


def instruments_of(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, str, int | None]]:
    """Return (name, telescope's name, number at the TNS) of instruments."""
    query = (
        select(Instrument.id, Instrument.name, Telescope.name, Instrument.tns_id)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .where(Instrument.id.in_(set(ids)))
    )
    return {number: (name, telescope, tns) for number, name, telescope, tns in session.execute(query)}
