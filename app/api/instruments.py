"""Instruments."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.portal import instruments
from app.portal.instruments import InstrumentType, InstrumentView
from app.portal.telescopes import get_telescope

routes = Routes("instruments")
ROUTES = routes.all
MANAGE = (instruments.MANAGE,)
Name = Annotated[str, Field(min_length=1, max_length=200)]


class InstrumentsQuery(Query):
    """Which instruments: all, or by exact name."""

    name: str | None = None


class InstrumentBody(Body):
    """A new instrument."""

    name: Name
    type: InstrumentType
    telescope_id: int
    band: str | None = None
    filters: list[str] = Field(default_factory=list)
    sensitivity_data: dict[str, Any] | None = None
    configuration_data: dict[str, Any] | None = None
    api_classname: str | None = None


class InstrumentPutBody(Body):
    """What changes in an instrument."""

    name: Name | None = None
    type: InstrumentType | None = None
    telescope_id: int | None = None
    band: str | None = None
    filters: list[str] | None = None
    sensitivity_data: dict[str, Any] | None = None
    configuration_data: dict[str, Any] | None = None
    api_classname: str | None = None


class InstrumentId(BaseModel):
    """The id of an instrument."""

    id: int


@routes.get("/api/instrument", query=InstrumentsQuery, answer=list[InstrumentView])
def list_instruments(call: Call[InstrumentsQuery, None]) -> list[InstrumentView]:
    """List the instruments."""
    return instruments.list_instruments(call.session, call.query.name)


@routes.get("/api/instrument/{instrument_id:int}", answer=InstrumentView)
def get_instrument(call: Call[None, None]) -> InstrumentView:
    """Return one instrument with its telescope."""
    row = instruments.get_instrument(call.session, call.path["instrument_id"])
    return instruments.view(row, get_telescope(call.session, row.telescope_id))


@routes.post("/api/instrument", body=InstrumentBody, answer=InstrumentId, acls=MANAGE)
def add_instrument(call: Call[None, InstrumentBody]) -> InstrumentId:
    """Make an instrument; its filters are names of known bandpasses."""
    return InstrumentId(id=instruments.add_instrument(call.session, call.principal, call.body.model_dump()))


@routes.put("/api/instrument/{instrument_id:int}", body=InstrumentPutBody, acls=MANAGE)
def change_instrument(call: Call[None, InstrumentPutBody]) -> None:
    """Change an instrument."""
    values = {key: value for key, value in call.body.model_dump(exclude_unset=True).items() if value is not None}
    instruments.change_instrument(call.session, call.principal, call.path["instrument_id"], values)


@routes.delete("/api/instrument/{instrument_id:int}", acls=MANAGE)
def delete_instrument(call: Call[None, None]) -> None:
    """Delete an instrument that nothing needs."""
    instruments.delete_instrument(call.session, call.principal, call.path["instrument_id"])
