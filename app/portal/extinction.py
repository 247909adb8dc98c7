"""Galactic extinction from the dust maps of Schlegel, Finkbeiner & Davis 1998 (ApJ 500, 525), where somebody put them.

The maps are the files SFD_dust_4096_ngp.fits and SFD_dust_4096_sgp.fits in the folder that ``sky.dust_maps`` names;
nothing is downloaded. A(band) is a coefficient times the map's E(B-V): Schlafly & Finkbeiner 2011 (ApJ 737, 103),
table 6, R_V = 3.1, which has their recalibration of the maps in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput, Unavailable
from app.portal.objs import galactic
from app.tables import Obj

COEFFICIENTS: Final = {
    **dict(zip((f"sdss{b}" for b in "ugriz"), (4.239, 3.303, 2.285, 1.698, 1.263), strict=True)),
    **dict(zip((f"ps1::{b}" for b in "grizy"), (3.172, 2.271, 1.682, 1.322, 1.087), strict=True)),
    **dict(zip((f"lsst{b}" for b in "ugrizy"), (4.145, 3.237, 2.273, 1.684, 1.323, 1.088), strict=True)),
    **dict(zip((f"standard::{b}" for b in "ubvri"), (4.334, 3.626, 2.742, 2.169, 1.505), strict=True)),
    **dict(zip((f"bessell{b}" for b in ("ux", "b", "v", "r", "i")), (4.334, 3.626, 2.742, 2.169, 1.505), strict=True)),
    "2massj": 0.723,
    "2massh": 0.460,
    "2massks": 0.310,
}
"""Magnitudes of extinction for one magnitude of the map's reddening."""


def reddening(folder: Path | None, ra_deg: float, dec_deg: float) -> float:
    """Return the map's E(B-V) in mag at an ICRS position; raise :class:`BadInput` where there are no maps.

    The place in the map is by equations C1 and C2 of Schlegel et al.; between pixels it is interpolated linearly.
    """
    if folder is None:
        raise BadInput(
            "No dust maps are here: an operator names their folder as sky.dust_maps. Ask without extinction.",
            field="includeExtinction",
        )
    from astropy.io import fits

    ((lon, lat),) = galactic([ra_deg], [dec_deg])
    pole = "ngp" if lat >= 0 else "sgp"
    try:
        with fits.open(folder / f"SFD_dust_4096_{pole}.fits", memmap=True) as file:
            header, image = file[0].header, file[0].data
            sign, scale = float(header["LAM_NSGP"]), float(header["LAM_SCAL"])
            radius = scale * np.sqrt(max(0.0, 1 - sign * np.sin(np.radians(lat))))
            x = radius * np.cos(np.radians(lon)) + header["CRPIX1"] - 1
            y = -sign * radius * np.sin(np.radians(lon)) + header["CRPIX2"] - 1
            return _between(image, float(x), float(y))
    except (OSError, KeyError, TypeError) as error:
        raise Unavailable("The dust maps cannot be read; ask without extinction.") from error


def _between(image: Any, x: float, y: float) -> float:
    x0 = int(np.clip(np.floor(x), 0, image.shape[1] - 2))
    y0 = int(np.clip(np.floor(y), 0, image.shape[0] - 2))
    four = np.asarray(image[y0 : y0 + 2, x0 : x0 + 2], dtype=np.float64)
    right, up = np.clip(x - x0, 0, 1), np.clip(y - y0, 0, 1)
    rows = four[:, 0] * (1 - right) + four[:, 1] * right
    return float(rows[0] * (1 - up) + rows[1] * up)


def add_extinction(session: Session, obj_id: str, points: list[dict[str, Any]], folder: Path | None) -> None:
    """Put the extinction, and the measurement without it, beside each point; null in bands without a coefficient."""
    place = session.execute(select(Obj.ra, Obj.dec).where(Obj.id == obj_id)).one()
    dust = reddening(folder, place.ra, place.dec)
    for point in points:
        coefficient = COEFFICIENTS.get(point["filter"])
        lost = None if coefficient is None else coefficient * dust
        point["extinction"] = lost
        for name, corrected in (("mag", "mag_corr"), ("flux", "flux_corr")):
            if name in point:
                point[corrected] = None if lost is None or point[name] is None else _without(name, point[name], lost)


def _without(name: str, value: float, lost: float) -> float:
    return value - lost if name == "mag" else float(value * 10 ** (0.4 * lost))
