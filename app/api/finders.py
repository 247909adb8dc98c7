"""Finder charts, offset stars and star lists."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.api.params import UtcTime
from app.api.routes import Answer, Call, Query, Raw, Routes
from app.errors import BadInput
from app.portal import finders
from app.portal.finders import Look, Services, Target
from app.sky.canvas import INK, file_of, page, wrapped, write
from app.sky.starlist import FACILITIES, Wish

routes = Routes("finder charts")
ROUTES = routes.all
FILES = ("application/pdf", "image/png")
FacilityName = Literal["Keck", "Shane", "P200", "P200-NGPS"]
ImageSource = Literal["desi", "dss", "ztfref", "ps1"]
Magnitude = Annotated[float, Field(ge=-30, le=40, allow_inf_nan=False)]


def _in_reach(time: datetime) -> datetime:
    if not datetime(1900, 1, 1, tzinfo=UTC) <= time <= datetime(2100, 1, 1, tzinfo=UTC):
        raise ValueError("a time between 1900 and 2100 is expected")
    return time


ObsTime = Annotated[UtcTime, AfterValidator(_in_reach)]


class OffsetsQuery(Query):
    """Which offset stars; ``use_ztfref`` is answered by ``used_ztfref``: positions are Gaia's."""

    facility: FacilityName = "Keck"
    num_offset_stars: int = Field(3, ge=0, le=10)
    obstime: ObsTime | None = None
    use_ztfref: bool = True
    observing_run_id: int | None = None


class ChartQuery(Query):
    """How a finder chart is to look: ``imsize`` in arcminutes, magnitudes in Gaia's RP."""

    imsize: float = Field(4.0, ge=2, le=15, allow_inf_nan=False)
    facility: FacilityName = "Keck"
    image_source: ImageSource = "ps1"
    use_ztfref: bool = True
    obstime: ObsTime | None = None
    type: Literal["png", "pdf"] = "pdf"
    num_offset_stars: int = Field(3, ge=0, le=4)


class FinderQuery(ChartQuery):
    """The same for a source."""

    mag_min: Magnitude | None = None
    mag_limit: Magnitude | None = None
    as_json: bool = False
    use_cache: bool = True


class UnsourcedQuery(ChartQuery):
    """The same for a place or a star of Gaia."""

    location_type: Literal["gaia_dr3", "gaia_dr2", "pos"]
    catalog_id: Annotated[str | None, Field(pattern=r"^[0-9]{1,19}$")] = None
    ra: Annotated[float | None, Field(ge=0, lt=360, allow_inf_nan=False)] = None
    dec: Annotated[float | None, Field(ge=-90, le=90, allow_inf_nan=False)] = None


class StarOut(BaseModel):
    """A line of a star list; ``dras`` and ``ddecs`` lead from the star to the target."""

    model_config = ConfigDict(populate_by_name=True)

    line: str = Field(alias="str")
    name: str | None = None
    ra: float | None = None
    dec: float | None = None
    dras: str | None = None
    ddecs: str | None = None
    mag: float | None = None
    pa: float | None = None


class OffsetsOut(BaseModel):
    """Offset stars of a source."""

    facility: str
    starlist_str: str
    starlist_info: list[StarOut]
    ra: float
    dec: float
    noffsets: int
    queries_issued: int
    query: str
    used_ztfref: bool
    gaia_available: bool


class FacilityOut(BaseModel):
    """A facility's usual limits."""

    radius_degrees: float
    mag_limit: float
    mag_min: float
    min_sep_arcsec: float


class ChartOut(BaseModel):
    """A finder chart in base64, with its star list."""

    finding_chart: str
    starlist: list[StarOut]
    public_url: str | None = None
    public_url_expires_at: datetime | None = None


@routes.get("/api/finder_chart/facilities", answer=dict[str, FacilityOut])
def facilities(_call: Call[None, None]) -> dict[str, FacilityOut]:
    """Return what each facility's users take for offset stars."""
    return {
        name: FacilityOut(
            radius_degrees=f.radius_degrees, mag_limit=f.mag_limit, mag_min=f.mag_min, min_sep_arcsec=f.min_sep_arcsec
        )
        for name, f in FACILITIES.items()
    }


@routes.get("/api/sources/{obj_id}/offsets", query=OffsetsQuery, answer=OffsetsOut)
def offsets(call: Call[OffsetsQuery, None]) -> Answer:
    """Return offset stars of a source, as far as they are known by now."""
    asked = call.query
    target = finders.target_of(call.session, call.path["obj_id"])
    note = ""
    if asked.observing_run_id is not None:
        note = finders.assigned(call.session, asked.observing_run_id, target.name)
    wish = Wish(asked.facility, asked.num_offset_stars, _year(asked.obstime))
    found = finders.offsets(call.session, call.principal, _services(call), target, wish)
    if note:
        found.lines[-1 - len(found.stars)]["str"] += f" {note}"
    issued = asked.num_offset_stars > 0 and found.told.known
    data = OffsetsOut(
        facility=asked.facility,
        starlist_str="\n".join(line["str"] for line in found.lines),
        starlist_info=[StarOut(**line) for line in found.lines],
        ra=target.ra,
        dec=target.dec,
        noffsets=len(found.stars),
        queries_issued=int(issued),
        query=found.adql,
        used_ztfref=False,
        gaia_available=found.told.known,
    )
    return Answer(data, message=f"Offset stars: {found.told.words}" if found.told.words else "")


@routes.get("/api/sources/{obj_id}/finder", query=FinderQuery, answer=ChartOut, produces=FILES)
def finder(call: Call[FinderQuery, None]) -> Raw | ChartOut:
    """Return a finder chart of a source; what is to be fetched for it is there the next time."""
    asked = call.query
    target = finders.target_of(call.session, call.path["obj_id"])
    wish = Wish(asked.facility, asked.num_offset_stars, _year(asked.obstime), asked.mag_min, asked.mag_limit)
    look = Look(wish, asked.imsize, asked.image_source, asked.type, anew=not asked.use_cache)
    content, lines = finders.chart(call.session, call.principal, _services(call), target, look)
    if asked.as_json:
        return ChartOut(finding_chart=base64.b64encode(content).decode(), starlist=[StarOut(**line) for line in lines])
    return _file(content, asked.type, target.name)


@routes.get("/api/unsourced_finder", query=UnsourcedQuery, answer=bytes, produces=FILES)
def unsourced_finder(call: Call[UnsourcedQuery, None]) -> Raw:
    """Return a finder chart of a place, or of a star of Gaia."""
    asked = call.query
    year = _year(asked.obstime)
    target, words = _place(call, year)
    if target is None:
        return _file(_only_words(words, asked.type), asked.type, "finder")
    look = Look(Wish(asked.facility, asked.num_offset_stars, year), asked.imsize, asked.image_source, asked.type)
    content, _lines = finders.chart(call.session, call.principal, _services(call), target, look)
    return _file(content, asked.type, target.name)


def _place(call: Call[UnsourcedQuery, None], year: float) -> tuple[Target | None, str]:
    asked = call.query
    if asked.location_type == "pos":
        if asked.ra is None or asked.dec is None:
            raise BadInput("A position needs ra and dec, in degrees.", field="ra" if asked.ra is None else "dec")
        return Target(f"{asked.ra:.5f}{asked.dec:+.5f}", asked.ra, asked.dec), ""
    if asked.catalog_id is None:
        raise BadInput("Name the star by its number in Gaia's catalogue.", field="catalog_id")
    release = asked.location_type.replace("_", "")
    return finders.gaia_star(call.session, call.principal, _services(call), release, asked.catalog_id, year)


def _services(call: Call[Any, Any]) -> Services:
    return Services(call.context.settings.sky, call.context.blobs)


def _year(time: datetime | None) -> float:
    return finders.year_of(time or datetime.now(UTC))


def _file(content: bytes, kind: Literal["png", "pdf"], name: str) -> Raw:
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_.+") else "_" for c in name)
    headers = {"Content-Disposition": f'inline; filename="finder_{safe}.{kind}"'}
    return Raw(content, "image/png" if kind == "png" else "application/pdf", headers)


def _only_words(words: str, kind: Literal["png", "pdf"]) -> bytes:
    sheet, pen = page(1000, 300)
    for number, line in enumerate(wrapped(words, 24, 900)):
        write(pen, (50, 50 + 34 * number), line, 24, INK)
    return file_of([sheet], kind)
