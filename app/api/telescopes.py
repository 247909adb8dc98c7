"""Telescopes."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.portal import telescopes
from app.portal.telescopes import TelescopeNow, TelescopeSearch

routes = Routes("telescopes")
ROUTES = routes.all
MANAGE = (telescopes.MANAGE,)
Name = Annotated[str, Field(min_length=1, max_length=200)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=360)]
Diameter = Annotated[float, Field(gt=0, le=1e7)]
Elevation = Annotated[float, Field(ge=-20_000, le=1e9)]
"""Metres; telescopes stand below the sea and in orbit."""
Bound = Annotated[float | None, Field(allow_inf_nan=False)]


class TelescopesQuery(Query):
    """Which telescopes."""

    name: str | None = None
    latitude_min: Annotated[Bound, Field(alias="latitudeMin")] = None
    latitude_max: Annotated[Bound, Field(alias="latitudeMax")] = None
    longitude_min: Annotated[Bound, Field(alias="longitudeMin")] = None
    longitude_max: Annotated[Bound, Field(alias="longitudeMax")] = None


class TelescopeBody(Body):
    """A new telescope: degrees (east positive), metres."""

    name: Name
    nickname: Name
    diameter: Diameter
    lat: Latitude | None = None
    lon: Longitude | None = None
    elevation: Elevation | None = None
    mpc_obscode: Annotated[str, Field(min_length=1, max_length=10)] | None = None
    skycam_link: str | None = None
    weather_link: str | None = None
    robotic: bool = False
    fixed_location: bool = True


class TelescopePutBody(Body):
    """What changes in a telescope."""

    name: Name | None = None
    nickname: Name | None = None
    diameter: Diameter | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    elevation: Elevation | None = None
    mpc_obscode: Annotated[str, Field(min_length=1, max_length=10)] | None = None
    skycam_link: str | None = None
    weather_link: str | None = None
    robotic: bool | None = None
    fixed_location: bool | None = None


class TelescopeId(BaseModel):
    """The id of a telescope."""

    id: int


@routes.get("/api/telescope", query=TelescopesQuery, answer=list[TelescopeNow])
def list_telescopes(call: Call[TelescopesQuery, None]) -> list[TelescopeNow]:
    """List the telescopes."""
    found = telescopes.list_telescopes(call.session, TelescopeSearch(**call.query.model_dump()))
    return telescopes.now_at(found)


@routes.get("/api/telescope/{telescope_id:int}", answer=TelescopeNow)
def get_telescope(call: Call[None, None]) -> TelescopeNow:
    """Return one telescope."""
    return telescopes.now_at([telescopes.get_telescope(call.session, call.path["telescope_id"])])[0]


@routes.post("/api/telescope", body=TelescopeBody, answer=TelescopeId, acls=MANAGE)
def add_telescope(call: Call[None, TelescopeBody]) -> TelescopeId:
    """Make a telescope."""
    return TelescopeId(id=telescopes.add_telescope(call.session, call.principal, call.body.model_dump()))


@routes.put("/api/telescope/{telescope_id:int}", body=TelescopePutBody, acls=MANAGE)
def change_telescope(call: Call[None, TelescopePutBody]) -> None:
    """Change a telescope."""
    values = {key: value for key, value in call.body.model_dump(exclude_unset=True).items() if value is not None}
    telescopes.change_telescope(call.session, call.principal, call.path["telescope_id"], values)


@routes.delete("/api/telescope/{telescope_id:int}", acls=MANAGE)
def delete_telescope(call: Call[None, None]) -> None:
    """Delete a telescope that carries no instrument."""
    telescopes.delete_telescope(call.session, call.principal, call.path["telescope_id"])
