"""Cross-matches of a position with catalogues: what to ask which service, and what of the answer becomes an annotation.

Each function is given ``ask``, which sends a message and returns the reply, and returns the matches, nearest first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.errands.kinds import GiveUp
from app.errands.outside import Message, Reply
from app.sky import tap
from app.sky.starlist import GAIA_EPOCH, Star, offsets_arcsec

Ask = Callable[[Message], Reply]
Row = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """Around what (ICRS degrees), how far (arcseconds), how many, in which catalogue of the service at ``address``.

    ``limit`` is the faintest G magnitude (None: any), ``min_detections`` how often PanSTARRS must have seen it,
    ``year`` the Julian year to which Gaia's stars are moved.
    """

    ra: float
    dec: float
    address: str
    catalog: str
    radius_arcsec: float
    number: int
    limit: float | None = None
    min_detections: int = 1
    year: float = GAIA_EPOCH


_GAIA = {
    "ra": "ra", "dec": "dec", "phot_g_mean_mag": "Mag_G", "phot_bp_mean_mag": "Mag_BP", "phot_rp_mean_mag": "Mag_RP",
    "parallax": "Plx", "parallax_error": "Plx_error", "pmra": "PMRA", "pmdec": "PMDEC", "ruwe": "RUWE",
}  # fmt: skip
_WISE = tuple(f"w{band}{what}" for band in (1, 2, 3, 4) for what in ("mpro", "sigmpro"))
_PS1 = (
    "objID", "raMean", "decMean", "nDetections", "gMeanPSFMag", "rMeanPSFMag", "iMeanPSFMag", "zMeanPSFMag",
    "yMeanPSFMag", "qualityFlag",
)  # fmt: skip


def gaia(ask: Ask, wanted: Wanted) -> list[Row]:
    """Return the stars of Gaia DR3, nearest first after their proper motion to ``wanted.year``."""
    # Half an arcminute more: the fastest known star moves 10.4 arcseconds a year (Barnard's), most below one.
    reach = (wanted.radius_arcsec + 30.0) / 3600.0
    adql = (
        f"SELECT source_id, ref_epoch, {', '.join(_GAIA)} FROM gaiadr3.gaia_source "  # noqa: S608 - numbers only
        f"WHERE {tap.within(wanted.ra, wanted.dec, reach)}"
        + ("" if wanted.limit is None else f" AND phot_g_mean_mag < {wanted.limit!r}")
    )
    found = []
    for row in tap.rows(ask(tap.question(wanted.address, adql)), "The Gaia service"):
        star = Star(
            str(row["source_id"]), float(row["ra"]), float(row["dec"]), 0.0, float(row.get("pmra") or 0.0),
            float(row.get("pmdec") or 0.0), float(row.get("ref_epoch") or GAIA_EPOCH),
        ).at(wanted.year)  # fmt: skip
        named = {name: row.get(column) for column, name in _GAIA.items()}
        found.append({"source_id": star.source_id, **named, "place": (star.ra, star.dec)})
    return _nearest(found, wanted)


def irsa(ask: Ask, wanted: Wanted) -> list[Row]:
    """Return the sources of a WISE catalogue of IRSA with their profile-fit magnitudes."""
    where = tap.within(wanted.ra, wanted.dec, wanted.radius_arcsec / 3600.0)
    adql = f"SELECT designation, ra, dec, {', '.join(_WISE)} FROM {wanted.catalog} WHERE {where}"  # noqa: S608
    return _nearest(_placed(tap.rows(ask(tap.question(wanted.address, adql)), "IRSA")), wanted)


def vizier(ask: Ask, wanted: Wanted) -> list[Row]:
    """Return the rows of a VizieR catalogue, which must have exactly one table with positions."""

    def rows(adql: str) -> list[Row]:
        return tap.rows(ask(tap.question(wanted.address, adql)), "VizieR")

    # The catalogue's name is of letters, digits, /, +, -, _ and . only.
    name = wanted.catalog
    tables = [
        str(row["table_name"])
        for row in rows(
            "SELECT table_name FROM TAP_SCHEMA.tables "  # noqa: S608
            f"WHERE table_name = '{name}' OR table_name LIKE '{name}/%'"
        )
    ]
    if len(tables) != 1:
        known = ", ".join(tables[:5]) or "none"
        raise GiveUp(f"The catalogue {name} must be one table; VizieR has {len(tables)} ({known}).")
    columns = rows(
        "SELECT column_name, ucd FROM TAP_SCHEMA.columns "  # noqa: S608
        f"WHERE table_name = '{tables[0]}' AND ucd LIKE 'pos.eq.%meta.main%'"
    )
    by_ucd = {str(row["ucd"]).split(";")[0].lower(): str(row["column_name"]) for row in columns}
    if not {"pos.eq.ra", "pos.eq.dec"} <= set(by_ucd):
        raise GiveUp(f"The catalogue {name} has no positions that can be searched.")
    ra, dec = by_ucd["pos.eq.ra"], by_ucd["pos.eq.dec"]
    where = tap.within(wanted.ra, wanted.dec, wanted.radius_arcsec / 3600.0, (ra, dec))
    found = rows(f"SELECT TOP 50 * FROM {tap.quoted(tables[0])} WHERE {where}")  # noqa: S608
    return _nearest(_placed(found, (ra.strip('"').lower(), dec.strip('"').lower())), wanted)


def datalab(ask: Ask, wanted: Wanted) -> list[Row]:
    """Return photometric redshifts of the Legacy Surveys, or spectroscopic ones of DESI (catalogues ``desi_…``)."""
    if wanted.catalog.startswith("desi_"):
        columns = "targetid, mean_fiber_ra AS ra, mean_fiber_dec AS dec, z, zerr, zwarn, spectype"
        table, place = f"{wanted.catalog}.zpix", ("mean_fiber_ra", "mean_fiber_dec")
    else:
        columns = "t.ls_id, t.ra, t.dec, t.type, p.z_phot_median, p.z_phot_std, p.z_phot_l95, p.z_phot_u95, p.z_spec"
        table = f"{wanted.catalog}.tractor AS t JOIN {wanted.catalog}.photo_z AS p ON t.ls_id = p.ls_id"
        place = ("t.ra", "t.dec")
    where = tap.within(wanted.ra, wanted.dec, wanted.radius_arcsec / 3600.0, place)
    adql = f"SELECT TOP 50 {columns} FROM {table} WHERE {where}"  # noqa: S608 - a checked name and numbers
    return _nearest(_placed(tap.rows(ask(tap.question(wanted.address, adql)), "The Astro Data Lab")), wanted)


def ps1(ask: Ask, wanted: Wanted) -> list[Row]:
    """Return the mean objects of PanSTARRS1 DR2."""
    params = {
        "ra": repr(wanted.ra), "dec": repr(wanted.dec), "radius": repr(wanted.radius_arcsec / 3600.0),
        "nDetections.gte": str(wanted.min_detections), "pagesize": "50", "columns": "[" + ",".join(_PS1) + "]",
    }  # fmt: skip
    reply = ask(Message("GET", wanted.address.rstrip("/") + "/dr2/mean.json", params=params))
    tap.need_ok(reply, "The PanSTARRS catalogue")
    said = reply.json()
    try:
        names = [str(column["name"]) for column in said["info"]]
        found = [dict(zip(names, values, strict=True)) for values in said["data"]]
    except (KeyError, TypeError, ValueError) as error:
        raise GiveUp("The PanSTARRS catalogue answered with something else than a table.") from error
    # -999 is how PanSTARRS writes that there is no value (Flewelling et al. 2020, ApJS 251, 7).
    cleaned = [{k: None if v == -999.0 else v for k, v in row.items() if k in _PS1} for row in found]
    return _nearest(_placed(cleaned, ("raMean", "decMean")), wanted)


CATALOGUES: Mapping[str, Callable[[Ask, Wanted], list[Row]]] = MappingProxyType({
    "gaia": gaia, "irsa": irsa, "vizier": vizier, "datalab": datalab, "ps1": ps1,
})  # fmt: skip


def _placed(rows: list[Row], columns: tuple[str, str] = ("ra", "dec")) -> list[Row]:
    ra, dec = columns
    return [
        {**row, "place": (float(row[ra]), float(row[dec]))}
        for row in rows
        if row.get(ra) is not None and row.get(dec) is not None
    ]


def _nearest(rows: list[Row], wanted: Wanted) -> list[Row]:
    """Return the matches within the radius, nearest first, each with its ``separation_arcsec``."""
    found = []
    for row in rows:
        values = dict(row)
        distance = math.hypot(*offsets_arcsec(wanted.ra, wanted.dec, *values.pop("place")))
        if distance <= wanted.radius_arcsec:
            said = {k: v for k, v in values.items() if v is not None}
            found.append((distance, {**said, "separation_arcsec": round(distance, 3)}))
    found.sort(key=lambda pair: pair[0])
    return [row for _distance, row in found[: wanted.number]]
