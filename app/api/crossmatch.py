"""What catalogues, the Minor Planet Center and the TNS know of a source: asked by an errand, kept as notes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import Field

from app.api.finders import ObsTime
from app.api.routes import Answer, Body, Call, Query, Routes
from app.portal import crossmatch as service

routes = Routes("cross-matches")
ROUTES = routes.all
Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.]{0,63}$")]
CatalogName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9/+_.-]{0,63}$")]
Radius = Annotated[float, Field(gt=0, le=300, alias="crossmatchRadius")]
Groups = list[int] | None


class GaiaBody(Body):
    """How to ask Gaia: arcseconds, G magnitude (0: any); ``catalog`` is the annotations' origin."""

    catalog: CatalogName = "gaiadr3.gaia_source"
    radius: Radius = 2.0
    limmag: Annotated[float, Field(ge=0, le=30, alias="crossmatchLimmag")] = 20.0
    number: Annotated[int, Field(ge=1, le=50, alias="crossmatchNumber")] = 1
    group_ids: Groups = None


class _CatalogBody(Body):
    """How to ask for what one catalogue has within some arcseconds, and who shall read it."""

    catalog: CatalogName
    radius: Radius = 2.0
    group_ids: Groups = None


class IrsaBody(_CatalogBody):
    """How to ask IRSA: a WISE catalogue, arcseconds."""

    catalog: Name = "allwise_p3as_psd"


class VizierBody(_CatalogBody):
    """How to ask VizieR: a catalogue of one table, arcseconds."""

    catalog: CatalogName = "VII/290"


class DatalabBody(_CatalogBody):
    """How to ask the Astro Data Lab: ``ls_dr10`` or ``desi_…``, arcseconds."""

    catalog: Name = "ls_dr10"


class Ps1Body(Body):
    """How to ask PanSTARRS1 DR2: arcseconds (at most 5)."""

    catalog: CatalogName = "ps1.dr2"
    radius: Annotated[float, Field(gt=0, le=5, alias="crossmatchRadius")] = 2.0
    detections: Annotated[int, Field(ge=1, le=10_000, alias="crossmatchMinDetections")] = 1
    number: Annotated[int, Field(ge=1, le=5, alias="crossmatchNumber")] = 5
    group_ids: Groups = None


class PlanetsBody(Body):
    """How to ask the Minor Planet Center: observatory code, UTC, V magnitude, arcminutes."""

    obscode: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{3}$")] = "500"
    date: ObsTime | None = None
    limiting_magnitude: Annotated[float, Field(ge=0, le=30)] = 24.0
    search_radius: Annotated[float, Field(gt=0, le=300)] = 1.0


class TnsQuery(Query):
    """How far around the source the TNS is searched, in arcseconds."""

    radius: float = Field(2.0, ge=0, le=3600, allow_inf_nan=False)


def _wish(call: Call[Any, Any], name: str, **more: Any) -> Answer:
    setting = {"ps1": "sky.ps1_catalog"}.get(name, f"sky.{name}_tap")
    service.need(service.addresses(call.context.settings)[name], setting)
    asked = {"catalog": call.body.catalog, "radius_arcsec": call.body.radius, "number": 20} | more
    service.wish_for_catalog(call.session, call.principal, (call.path["obj_id"], name), asked, call.body.group_ids)
    return Answer(message="The catalogue is being asked; what it knows becomes an annotation of the source.")


@routes.post("/api/sources/{obj_id}/annotations/gaia", body=GaiaBody, acls=("Annotate",))
def gaia(call: Call[None, GaiaBody]) -> Answer:
    """Have a source cross-matched with Gaia."""
    return _wish(call, "gaia", limit=call.body.limmag or None, number=call.body.number)


@routes.post("/api/sources/{obj_id}/annotations/irsa", body=IrsaBody, acls=("Annotate",))
def irsa(call: Call[None, IrsaBody]) -> Answer:
    """Have a source cross-matched with a WISE catalogue of IRSA."""
    return _wish(call, "irsa")


@routes.post("/api/sources/{obj_id}/annotations/vizier", body=VizierBody, acls=("Annotate",))
def vizier(call: Call[None, VizierBody]) -> Answer:
    """Have a source cross-matched with a catalogue of VizieR."""
    return _wish(call, "vizier")


@routes.post("/api/sources/{obj_id}/annotations/datalab", body=DatalabBody, acls=("Annotate",))
def datalab(call: Call[None, DatalabBody]) -> Answer:
    """Have a source cross-matched with a catalogue of the Astro Data Lab."""
    return _wish(call, "datalab")


@routes.post("/api/sources/{obj_id}/annotations/ps1", body=Ps1Body, acls=("Annotate",))
def ps1(call: Call[None, Ps1Body]) -> Answer:
    """Have a source cross-matched with PanSTARRS1 DR2."""
    return _wish(call, "ps1", min_detections=call.body.detections, number=call.body.number)


@routes.post("/api/sources/{obj_id}/mpc", body=PlanetsBody, acls=("Upload data",))
def minor_planets(call: Call[None, PlanetsBody]) -> Answer:
    """Have the Minor Planet Center asked for known minor planets at a source's position."""
    service.need(call.context.settings.sky.minor_planets, "sky.minor_planets")
    asked = call.body.model_dump() | {"date": (call.body.date or datetime.now(UTC)).isoformat()}
    service.wish_for_minor_planets(call.session, call.principal, call.path["obj_id"], asked)
    return Answer(message="The Minor Planet Center is being asked; a match is stated of the source.")


@routes.get("/api/sources/{obj_id}/tns", query=TnsQuery, acls=("Upload data",))
def tns(call: Call[TnsQuery, None]) -> Answer:
    """Have the TNS asked for a source's name."""
    settings = call.context.settings.sharing
    service.need(settings.tns and settings.tns_key, "sharing.tns and sharing.tns_key")
    service.wish_for_tns_name(call.session, call.principal, call.path["obj_id"], call.query.radius)
    return Answer(message="The TNS is being asked; a name that it has is stated of the source.")
