"""What a finder chart fetches: stars of a field, one star, an image; the questions, and how answers are read."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from app.errands.outside import Message
from app.sky.starlist import GAIA_EPOCH, Star, Wish, relaxed
from app.sky.tap import within

PIXELS = 600
IMAGES = {
    "ps1": "CDS/P/PanSTARRS/DR1/r",
    "desi": "CDS/P/DESI-Legacy-Surveys/DR10/r",
    "dss": "CDS/P/DSS2/red",
    "ztfref": "CDS/P/ZTF/DR7/r",
}
"""HiPS of each image source, as CDS names them."""
_COLUMNS = "source_id, ra, dec, ref_epoch, phot_rp_mean_mag, pmra, pmdec"
_MOST_STARS = 200


def stars_adql(ra: float, dec: float, wish: Wish) -> str:
    """Return the ADQL for the stars among which offset stars are chosen, also those fainter ones that crowd them."""
    loose = relaxed(wish.limits)
    # Numbers only.
    return (
        f"SELECT TOP {_MOST_STARS} {_COLUMNS} FROM gaiadr3.gaia_source WHERE {within(ra, dec, loose.radius_degrees)} "  # noqa: S608
        f"AND phot_rp_mean_mag < {loose.mag_limit + 1.0!r} AND phot_rp_mean_mag > {loose.mag_min!r} "
        "ORDER BY phot_rp_mean_mag ASC"
    )


def star_adql(release: str, source_id: str) -> str:
    """Return the ADQL for one star of Gaia (``release`` gaiadr2 or gaiadr3) by its number."""
    return f"SELECT {_COLUMNS} FROM {release}.gaia_source WHERE source_id = {int(source_id)}"  # noqa: S608 - a number


def stars_of(rows: list[dict[str, Any]]) -> list[Star]:
    """Return the stars of an answer; those without a magnitude are left out."""
    return [
        Star(
            str(row["source_id"]), float(row["ra"]), float(row["dec"]), float(row["phot_rp_mean_mag"]),
            float(row.get("pmra") or 0.0), float(row.get("pmdec") or 0.0), float(row.get("ref_epoch") or GAIA_EPOCH),
        )
        for row in rows
        if row.get("phot_rp_mean_mag") is not None and row.get("ra") is not None
    ]  # fmt: skip


def hips_image(address: str, source: str, ra: float, dec: float, size_arcmin: float) -> Message:
    """Return the message that asks a HiPS2FITS service for a square around a position."""
    params = {
        "hips": IMAGES[source], "width": str(PIXELS), "height": str(PIXELS), "fov": repr(size_arcmin / 60.0),
        "projection": "TAN", "coordsys": "icrs", "ra": repr(ra), "dec": repr(dec), "format": "fits",
    }  # fmt: skip
    return Message("GET", address, params=params)


def ps1_files(address: str, ra: float, dec: float) -> Message:
    """Return the message that asks the PanSTARRS cutout service which stacked r images cover a position."""
    params = {"ra": repr(ra), "dec": repr(dec), "filters": "r", "type": "stack"}
    return Message("GET", address.rstrip("/") + "/ps1filenames.py", params=params)


def ps1_name(table: str) -> str | None:
    """Return the first file's name of the service's table (blank-separated, with a header)."""
    lines = [line.split() for line in table.splitlines() if line.strip()]
    if len(lines) < 2 or "filename" not in lines[0] or len(lines[1]) != len(lines[0]):
        return None
    return lines[1][lines[0].index("filename")]


def ps1_image(address: str, name: str, ra: float, dec: float, size_arcmin: float) -> Message:
    """Return the message that asks for a cutout of a file; PanSTARRS pixels are 0.25 arcseconds."""
    size = round(size_arcmin * 60.0 / 0.25)
    asked = f"red={quote(name)}&ra={ra!r}&dec={dec!r}&size={size}&output_size={PIXELS}&format=fits"
    return Message("GET", f"{address.rstrip('/')}/fitscut.cgi?{asked}")
