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


def votable(columns: dict[str, Any]) -> bytes:
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
        self.answers: dict[str, Answer] = {
            "gaia": self._gaia, "hips": self._hips, "ps1": self._ps1, "weather": self._weather, "irsa": self._irsa,
            "vizier": self._vizier, "datalab": self._datalab, "panstarrs": self._panstarrs, "mpc": self._mpc,
        }  # fmt: skip
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

    @staticmethod
    def _irsa(_path: str, values: dict[str, str], _asked: Asked) -> Said:
        if "FROM allwise_p3as_psd" not in values["QUERY"]:
            return Said(200, content=tap_error("ERROR relation does not exist"))
        table = {
            "designation": ["J0040", "J0041"],
            "ra": [10.0, 10.0003],
            "dec": [20.0001, 20.0],
            "w1mpro": [14.2, 13.1],
        }
        return Said(content=votable(table | {"w1sigmpro": [0.03, np.nan]}))

    @staticmethod
    def _vizier(_path: str, values: dict[str, str], _asked: Asked) -> Said:
        adql = values["QUERY"]
        if "TAP_SCHEMA.tables" in adql:
            named = ["VII/290/catalog"] if "'VII/290'" in adql else ["I/1/a", "I/1/b"]
            return Said(content=votable({"table_name": named}))
        if "TAP_SCHEMA.columns" in adql:
            ucds = ["pos.eq.ra;meta.main", "pos.eq.dec;meta.main"]
            return Said(content=votable({"column_name": ["RAJ2000", "DEJ2000"], "ucd": ucds}))
        assert 'FROM "VII/290/catalog"' in adql
        assert "POINT('ICRS', RAJ2000, DEJ2000)" in adql
        return Said(content=votable({"RAJ2000": [10.0], "DEJ2000": [20.0], "Name": ["QSO 1"], "z": [1.25]}))

    @staticmethod
    def _datalab(_path: str, values: dict[str, str], _asked: Asked) -> Said:
        if "desi_dr1.zpix" in values["QUERY"]:
            return Said(content=votable({"targetid": [39], "ra": [10.0], "dec": [20.0], "z": [0.07], "zwarn": [0]}))
        return Said(content=votable({"ls_id": [9], "ra": [10.0], "dec": [20.0002], "z_phot_median": [0.08]}))

    @staticmethod
    def _panstarrs(path: str, values: dict[str, str], _asked: Asked) -> Said:
        assert path == "dr2/mean.json"
        names = ["objID", "raMean", "decMean", "nDetections", "gMeanPSFMag", "rMeanPSFMag"]
        rows = [[7, 10.0, 20.0001, 30, 19.5, -999.0], [8, 10.0, 20.0003, 2, 21.5, 21.0]]
        kept = [row for row in rows if row[3] >= int(values["nDetections.gte"])]
        return Said(content=json.dumps({"info": [{"name": n} for n in names], "data": kept}).encode())

    @staticmethod
    def _mpc(_path: str, values: dict[str, str], _asked: Asked) -> Said:
        if values["limit"] == "10":
            return Said(
                content=b"<html><body><p>No known minor planets, brighter than V = 10.0, were found.</body></html>"
            )
        return Said(content=MPC_PAGE.encode())


MPC_PAGE = """<html><body><p>The following objects, brighter than V = 24.0, were found.
<pre>
 Object designation         R.A.      Decl.     V       Offsets     Motion/hr   Orbit  <a href="x">Further?</a>
                           h  m  s     &#176;  '  "        R.A.   Decl.  R.A.  Decl.        Comment

   (433) Eros             00 40 00.1 +20 00 02  12.3   0.0E   0.0N    10-    5+   12o  None needed at this time.
         2003 QX117       00 40 05.1 +20 00 32  21.3   1.2E   0.5N    10-    5+    6o  None needed at this time.
</pre></body></html>"""
"""A page as the checker makes it."""


@contextmanager
def sky_portal(database: str, folder: Path, services: SkyServices | None = None, **more: Any) -> Iterator[World]:
    """A portal with its HTTP server, and with the stand-ins' addresses in its settings; without ``services``, none."""
    with loopback(services.reply if services else lambda _asked: Said(404)) as there:
        values: dict[str, Any] = {"database.url": database, "demo.enabled": False}
        if services is not None:
            services.there = there
            values |= {f"sky.{name}": f"{there.url}/{path}" for name, path in ADDRESSES.items()}
            values |= {"sky.weather_key": "k3y", "sharing.tns": f"{there.url}/tns", "sharing.tns_key": "portal-key"}
            values |= {
                "sharing.tns_bot_id": 17,
                "sharing.tns_bot_name": "relay",
                "sharing.hermes": f"{there.url}/hermes",
            }
            values |= {"sharing.hermes_key": "hermes-key", "sharing.hermes_topic": "hermes.discovery"}
        settings = load_settings(folder, values | more)
        install(settings)
        world = World(settings)
        try:
            with served(world.context("web")) as address:
                world.base_url = address
                yield world
        finally:
            world.close()


ADDRESSES = {
    "gaia_tap": "gaia", "hips_images": "hips", "ps1_images": "ps1", "weather": "weather", "irsa_tap": "irsa",
    "vizier_tap": "vizier", "datalab_tap": "datalab", "ps1_catalog": "panstarrs", "minor_planets": "mpc/mpcheck.cgi",
}  # fmt: skip
