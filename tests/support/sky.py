"""The services of the sky on loopback, each speaking its own protocol: TAP, HiPS2FITS, PS1, OpenWeather, the MPC."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
from astropy.io import fits
from astropy.io.votable import from_table
from astropy.table import Table

from app.config import load_settings
from app.install import install
from tests.support.outside import Asked, Loopback, Said, loopback
from tests.support.world import World, served

Answer = Callable[[str, dict[str, str], Asked], Said]


def votable(columns: dict[str, list[Any]]) -> bytes:
    """Rows as a TAP service sends them."""
    out = io.BytesIO()
    from_table(Table(columns, masked=True)).to_xml(out)
    return out.getvalue()


def tap_error(words: str) -> bytes:
    """An error as a TAP service sends it (DALI 1.1, section 4.2)."""
    return (
        '<?xml version="1.0"?><VOTABLE version="1.3" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">'
        f'<RESOURCE type="results"><INFO name="QUERY_STATUS" value="ERROR">{words}</INFO></RESOURCE></VOTABLE>'
    ).encode()


def sky_image(ra: float, dec: float, degrees: float, side: int) -> bytes:
    """A FITS image with one bright star at its centre, north up."""
    data = np.random.default_rng(1).normal(100.0, 3.0, (side, side)).astype(np.float32)
    data[side // 2 - 3 : side // 2 + 3, side // 2 - 3 : side // 2 + 3] += 5000.0
    header = fits.Header()
    header.update({
        "CTYPE1": "RA---TAN", "CTYPE2": "DEC--TAN", "CRVAL1": ra, "CRVAL2": dec, "CRPIX1": side / 2 + 0.5,
        "CRPIX2": side / 2 + 0.5, "CDELT1": -degrees / side, "CDELT2": degrees / side, "CUNIT1": "deg", "CUNIT2": "deg",
    })  # fmt: skip
    out = io.BytesIO()
    fits.PrimaryHDU(data, header).writeto(out)
    return out.getvalue()


def field_of_stars(ra: float = 10.0, dec: float = 20.0) -> dict[str, list[Any]]:
    """Stars around a place as Gaia's table has them: three good ones, a close pair, one too faint."""
    east = [30.0, -40.0, 70.0, 50.0, 51.0, 10.0]
    north = [36.0, 43.0, -60.0, 50.0, 50.5, 5.0]
    count = len(east)
    return {
        "source_id": [1000 + n for n in range(count)],
        "ra": [ra + e / 3600 / float(np.cos(np.radians(dec))) for e in east],
        "dec": [dec + n / 3600 for n in north],
        "ref_epoch": [2016.0] * count,
        "phot_rp_mean_mag": [14.0, 15.0, 16.0, 13.0, 13.5, 19.3],
        "pmra": [0.0, 10.0, 0.0, 0.0, 0.0, 0.0],
        "pmdec": [0.0] * count,
    }


class SkyServices:
    """What the stand-ins answer; a test may put another answer in by the first part of the path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {"gaia": self._gaia, "hips": self._hips, "ps1": self._ps1,
                                           "weather": self._weather}  # fmt: skip
        self.there: Loopback | None = None

    def reply(self, asked: Asked) -> Said:
        """Answer one request."""
        parts = urlsplit(asked.path)
        values = {k: v[0] for k, v in parse_qs(parts.query).items()}
        if asked.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            values |= {k: v[0] for k, v in parse_qs(asked.content.decode()).items()}
        first, _, rest = parts.path.strip("/").partition("/")
        answer = self.answers.get(first)
        return answer(rest, values, asked) if answer else Said(404)

    def asked(self, first: str) -> list[Asked]:
        """What was asked of one of them."""
        assert self.there is not None
        return [one for one in self.there.asked if one.path.startswith(f"/{first}")]

    @staticmethod
    def _gaia(path: str, values: dict[str, str], _asked: Asked) -> Said:
        if path != "sync" or values.get("LANG") != "ADQL" or values.get("REQUEST") != "doQuery":
            return Said(400, content=tap_error("no such resource"))
        if "gaiadr2" in values["QUERY"]:
            return Said(content=votable({"source_id": np.array([], dtype=np.int64), "ra": np.array([], dtype=float)}))
        return Said(headers={"Content-Type": "application/x-votable+xml"}, content=votable(field_of_stars()))

    @staticmethod
    def _hips(_path: str, values: dict[str, str], _asked: Asked) -> Said:
        if values["format"] != "fits" or values["projection"] != "TAN":
            return Said(400)
        where = (float(values["ra"]), float(values["dec"]), float(values["fov"]))
        return Said(content=sky_image(*where, int(values["width"])))

    @staticmethod
    def _ps1(path: str, values: dict[str, str], _asked: Asked) -> Said:
        if path == "ps1filenames.py":
            return Said(content=b"projcell subcell ra dec filter mjd type filename shortname badflag\n"
                        b"1784 059 10.0 20.0 r 0 stack /rings.v3/1784/059/r.fits r.fits 0\n")  # fmt: skip
        side = int(values["output_size"])
        return Said(content=sky_image(float(values["ra"]), float(values["dec"]), float(values["size"]) / 14400, side))

    @staticmethod
    def _weather(_path: str, values: dict[str, str], _asked: Asked) -> Said:
        if values.get("appid") != "k3y":
            return Said(401, content=b'{"cod":401,"message":"Invalid API key"}')
        told = {"lat": float(values["lat"]), "lon": float(values["lon"]), "current": {"temp": 281.3, "clouds": 12}}
        return Said(content=json.dumps(told).encode())


@contextmanager
def sky_portal(database: str, folder: Path, services: SkyServices | None = None, **more: Any) -> Iterator[World]:
    """A portal with its HTTP server, and with the stand-ins' addresses in its settings; without ``services``, none."""
    with loopback(services.reply if services else lambda _asked: Said(404)) as there:
        values: dict[str, Any] = {"database.url": database, "demo.enabled": False}
        if services is not None:
            services.there = there
            values |= {f"sky.{name}": f"{there.url}/{path}" for name, path in ADDRESSES.items()}
            values |= {"sky.weather_key": "k3y"}
        settings = load_settings(folder, values | more)
        install(settings)
        world = World(settings)
        try:
            with served(world.context("web")) as address:
                world.base_url = address
                yield world
        finally:
            world.close()


ADDRESSES = {"gaia_tap": "gaia", "hips_images": "hips", "ps1_images": "ps1", "weather": "weather"}
