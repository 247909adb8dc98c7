"""Offset stars for spectroscopy, and the lists of targets that telescopes read.

Numbers and formats are those of SkyPortal's facilities (``GET /api/finder_chart/facilities``); Shane's is described in
UCO/Lick's technical documentation ("Coordinates for the Shane telescope").
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np

GAIA_EPOCH = 2016.0
"""Reference epoch (Julian year, TCB) of Gaia DR3 positions: Gaia Collaboration 2023, A&A 674, A1."""


@dataclass(frozen=True)
class Facility:
    """What a telescope's users take for an offset star, and how its list is written.

    ``radius_degrees`` around the target; magnitudes are Gaia's RP; no other star within ``min_sep_arcsec``.
    """

    radius_degrees: float
    mag_limit: float
    mag_min: float
    min_sep_arcsec: float
    separator: str = " "
    comment: str = "#"
    gives_offsets: bool = True
    name_length: int = 15
    first_line: str | None = None
    is_table: bool = False


FACILITIES: Mapping[str, Facility] = MappingProxyType({
    "Keck": Facility(2.0 / 60, 18.5, 11.0, 4.0),
    "P200": Facility(2.0 / 60, 18.0, 10.0, 5.0, ":", "!", gives_offsets=False, name_length=20),
    "P200-NGPS": Facility(
        2.0 / 60, 18.0, 10.0, 5.0, ":", name_length=20, is_table=True,
        first_line="NAME,RA,DECL,OFFSET_RA,OFFSET_DEC,COMMENT",
    ),
    "Shane": Facility(
        2.5 / 60, 17.0, 10.0, 5.0,
        first_line="!Data {name %16} ra_h ra_m ra_s dec_d dec_m dec_s equinox keyval {comment *}",
    ),
})  # fmt: skip


@dataclass(frozen=True)
class Star:
    """A star of Gaia: degrees at ``epoch`` (Julian year), mas/yr (``pmra`` includes cos dec), RP magnitude."""

    source_id: str
    ra: float
    dec: float
    mag: float
    pmra: float = 0.0
    pmdec: float = 0.0
    epoch: float = GAIA_EPOCH

    def at(self, year: float) -> Star:
        """Return the star where its proper motion brings it by then."""
        years = (year - self.epoch) / 3.6e6
        ra = self.ra + years * self.pmra / max(math.cos(math.radians(self.dec)), 1e-6)
        return replace(self, ra=ra % 360.0, dec=min(90.0, max(-90.0, self.dec + years * self.pmdec)), epoch=year)


@dataclass(frozen=True)
class Wish:
    """Which offset stars are wanted: how many, for which facility, within which magnitudes, and for when."""

    facility: str
    count: int
    year: float
    mag_min: float | None = None
    mag_limit: float | None = None

    @property
    def limits(self) -> Facility:
        """The facility with the magnitudes that were asked for instead of its own."""
        usual = FACILITIES[self.facility]
        return replace(
            usual,
            mag_min=usual.mag_min if self.mag_min is None else self.mag_min,
            mag_limit=usual.mag_limit if self.mag_limit is None else self.mag_limit,
        )


def relaxed(limits: Facility) -> Facility:
    """Return looser limits, for a field with too few stars; what is fetched covers these."""
    return replace(
        limits,
        radius_degrees=limits.radius_degrees * 1.3,
        mag_limit=limits.mag_limit + 1.0,
        mag_min=limits.mag_min - 1.0,
        min_sep_arcsec=limits.min_sep_arcsec / 2.0,
    )


def offsets_arcsec(ra: float, dec: float, to_ra: float, to_dec: float) -> tuple[float, float]:
    """Return how far to go east and north (arcseconds, in the tangent plane at the start) from one place to another."""
    d_ra, start, end = np.radians(to_ra - ra), np.radians(dec), np.radians(to_dec)
    scale = np.sin(start) * np.sin(end) + np.cos(start) * np.cos(end) * np.cos(d_ra)
    east = np.cos(end) * np.sin(d_ra) / scale
    north = (np.cos(start) * np.sin(end) - np.sin(start) * np.cos(end) * np.cos(d_ra)) / scale
    return float(np.degrees(east) * 3600.0), float(np.degrees(north) * 3600.0)


def choose(stars: Sequence[Star], ra: float, dec: float, wish: Wish) -> list[Star]:
    """Return the nearest stars that meet the facility's limits, at the time wished for; with looser ones if too few."""
    if wish.count == 0:
        return []
    moved = [star.at(wish.year) for star in stars]
    found = _within(moved, ra, dec, wish.limits)
    if len(found) < wish.count:
        found = _within(moved, ra, dec, relaxed(wish.limits))
    return found[: wish.count]


def _within(stars: Sequence[Star], ra: float, dec: float, limits: Facility) -> list[Star]:
    places = np.array([offsets_arcsec(ra, dec, star.ra, star.dec) for star in stars]).reshape(-1, 2)
    distance = np.hypot(places[:, 0], places[:, 1])
    good = []
    for index in np.argsort(distance):
        star = stars[index]
        near = np.hypot(*(places - places[index]).T) < limits.min_sep_arcsec
        fits = limits.mag_min < star.mag <= limits.mag_limit and distance[index] <= limits.radius_degrees * 3600.0
        if fits and np.count_nonzero(near) == 1:
            good.append(star)
    return good


def sexagesimal(ra: float, dec: float, separator: str) -> str:
    """Return a position as hours and degrees to two decimals of a second, such as ``10 00 00.00 +20 00 00.00``."""
    hundredths = round(ra % 360.0 / 15.0 * 360_000) % (24 * 360_000)
    h, m, s = hundredths // 360_000, hundredths // 6_000 % 60, hundredths % 6_000 / 100
    parts = round(abs(dec) * 360_000)
    d, dm, ds = parts // 360_000, parts // 6_000 % 60, parts % 6_000 / 100
    sign = "-" if dec < 0 else "+"
    return (
        separator.join((f"{h:02d}", f"{m:02d}", f"{s:05.2f}"))
        + " "
        + separator.join((f"{sign}{d:02d}", f"{dm:02d}", f"{ds:05.2f}"))
    )


def starlist(name: str, ra: float, dec: float, stars: Sequence[Star], facility: str) -> list[dict[str, Any]]:
    """Return the list of the target and its offset stars, line by line, as SkyPortal answers it.

    ``dras`` and ``ddecs`` are the way from the star to the target, ``pa`` its position angle in degrees, east of north.
    """
    form = FACILITIES[facility]
    short = "".join(name.split())
    base = short if len(short) <= form.name_length else short[-form.name_length :]
    lines: list[dict[str, Any]] = [{"str": form.first_line}] if form.first_line else []
    lines.append({"str": _target_line(form, base, name, ra, dec), "name": base, "ra": ra, "dec": dec})
    stem = short if len(short) <= form.name_length - 3 else short[-(form.name_length - 3) :]
    for number, star in enumerate(stars, start=1):
        lines.append(_star_line(form, f"{stem}_o{number}", star, (ra, dec)))
    return lines


def _target_line(form: Facility, base: str, name: str, ra: float, dec: float) -> str:
    where = sexagesimal(ra, dec, form.separator)
    said = f"source_name={name}"
    if form.is_table:
        return ",".join((_cell(base), *where.split(" "), "", "", _cell(said)))
    return f"{base:<{form.name_length}} {where} 2000.0  {form.comment} {said}"


def _star_line(form: Facility, name: str, star: Star, target: tuple[float, float]) -> dict[str, Any]:
    east, north = offsets_arcsec(star.ra, star.dec, *target)
    dras = f'{abs(east):.3f}" {"E" if east > 0 else "W"}'
    ddecs = f'{abs(north):.3f}" {"N" if north > 0 else "S"}'
    distance = float(np.hypot(east, north))
    said = f'dist={distance:.2f}"; {star.mag:.2f} mag; {dras}, {ddecs} ID={star.source_id}'
    where = sexagesimal(star.ra, star.dec, form.separator)
    if form.is_table:
        line = ",".join((_cell(name), *where.split(" "), f"{east:.3f}", f"{north:.3f}", _cell(said)))
    else:
        offsets = f"raoffset={east:.3f} decoffset={north:.3f} " if form.gives_offsets else ""
        line = f"{name:<{form.name_length}} {where} 2000.0 {offsets}{form.comment} {said}"
    angle = float(np.degrees(np.arctan2(east, north)) % 360.0)
    return {
        "str": line, "name": name, "ra": star.ra, "dec": star.dec, "dras": dras, "ddecs": ddecs, "mag": star.mag,
        "pa": angle,
    }  # fmt: skip


def _cell(words: str) -> str:
    return '"' + words.replace('"', '""') + '"' if any(c in words for c in ',"\n') else words
