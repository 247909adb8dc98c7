"""Instruments, their fields, logs and status."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.params import UtcTime
from app.api.routes import Body, Call, Query, Routes
from app.errors import NotImplementedHere
from app.portal import instrument_fields, instrument_logs, instruments
from app.portal.ephemeris import place_of
from app.portal.instrument_fields import Wanted
from app.portal.instruments import InstrumentType, InstrumentView
from app.portal.telescopes import get_telescope
from app.times import mjd_of

routes = Routes("instruments")
ROUTES = routes.all
MANAGE = (instruments.MANAGE,)
UPLOAD = (instrument_logs.UPLOAD,)
Name = Annotated[str, Field(min_length=1, max_length=200)]
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
FIELDS = {"field_data", "field_region", "field_fov_type", "field_fov_attributes", "references"}


class InstrumentsQuery(Query):
    """Which instruments: all, or by exact name."""

    name: str | None = None
    region: Annotated[bool, Field(alias="includeRegion")] = False


class InstrumentQuery(Query):
    """What to tell of an instrument; ``airmassTime`` (UTC) also tells of its fields, with their airmass then."""

    geojson: Annotated[bool, Field(alias="includeGeoJSON")] = False
    summary: Annotated[bool, Field(alias="includeGeoJSONSummary")] = False
    region: Annotated[bool, Field(alias="includeRegion")] = False
    airmass_time: Annotated[UtcTime | None, Field(alias="airmassTime")] = None
    localization: Annotated[str | None, Field(alias="localizationDateobs")] = None


class DeleteQuery(Query):
    """Whether only the fields go."""

    fields_only: Annotated[bool, Field(alias="fieldsOnly")] = False


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
    api_classname_obsplan: str | None = None
    listener_classname: str | None = None
    treasuremap_id: Number | None = None
    tns_id: Number | None = None
    across_id: str | None = None
    region: str | None = None
    field_data: dict[str, list[Any]] | str | None = None
    field_region: str | None = None
    field_fov_type: Literal["circle", "rectangle"] | None = None
    field_fov_attributes: list[float] | float | None = None
    references: dict[str, list[Any]] | str | None = None


class InstrumentBody(InstrumentPutBody):
    """A new instrument."""

    name: Name
    type: InstrumentType
    telescope_id: int
    filters: list[str] = Field(default_factory=list)


class InstrumentId(BaseModel):
    """The id of an instrument or of a log."""

    id: int


class InstrumentFieldOut(BaseModel):
    """A field of an instrument: degrees; outlines as GeoJSON; limiting magnitudes of references in AB."""

    id: int
    created_at: datetime
    modified: datetime
    instrument_id: int
    field_id: int
    ra: float
    dec: float
    reference_filters: list[str] | None
    reference_filter_mags: list[float] | None
    contour: dict[str, Any] | None = None
    contour_summary: dict[str, Any] | None = None
    airmass: float | None = None


class InstrumentListed(InstrumentView):
    """An instrument, with its field of view where that was asked for."""

    region: str | None = None


class InstrumentDetail(InstrumentListed):
    """One instrument; ``region_summary`` is the rectangle around its field of view, as ds9 text."""

    log_exists: bool
    number_of_fields: int
    region_summary: str | None = None
    fields: list[InstrumentFieldOut] | None = None


class LogsQuery(Query):
    """Of which period (UTC)."""

    start: Annotated[UtcTime | None, Field(alias="startDate")] = None
    end: Annotated[UtcTime | None, Field(alias="endDate")] = None


class OutsideQuery(Query):
    """Of which period (UTC) to fetch the log."""

    start: Annotated[UtcTime, Field(alias="startDate")]
    end: Annotated[UtcTime, Field(alias="endDate")]


class LogBody(Body):
    """A log of a period (UTC): JSON, or lines of text."""

    start_date: UtcTime
    end_date: UtcTime
    log: dict[str, Any] | str


class LogOut(BaseModel):
    """A log."""

    id: int
    created_at: datetime
    modified: datetime
    instrument_id: int
    start_date: datetime
    end_date: datetime
    log: dict[str, Any]


class StatusBody(Body):
    """How an instrument is; without a status, its facility is asked what it last said."""

    status: dict[str, Any] | None = None


@routes.get("/api/instrument", query=InstrumentsQuery, answer=list[InstrumentListed])
def list_instruments(call: Call[InstrumentsQuery, None]) -> list[dict[str, Any]]:
    """List the instruments."""
    return instruments.list_instruments(call.session, call.query.name, region=call.query.region)


@routes.get("/api/instrument/{instrument_id:int}", query=InstrumentQuery, answer=InstrumentDetail, leaves_out=True)
def get_instrument(call: Call[InstrumentQuery, None]) -> dict[str, Any]:
    """Return one instrument with its telescope, and its fields as far as they are asked for."""
    session, asked, number = call.session, call.query, call.path["instrument_id"]
    if asked.localization is not None:
        raise NotImplementedHere("Localizations of GCN events are not part of Skyrelay.", field="localizationDateobs")
    row = instruments.get_instrument(session, number)
    telescope = get_telescope(session, row.telescope_id)
    found = dict(instruments.view(row, telescope)) | {
        "log_exists": instrument_logs.exists(session, number),
        "number_of_fields": instrument_fields.count(session, number),
    }
    if asked.region:
        found |= {"region": row.region, "region_summary": instruments.region_summary(row)}
    shown = [n for n, on in (("contour", asked.geojson), ("contour_summary", asked.summary)) if on]
    place = place_of(telescope)
    above = (place, mjd_of(asked.airmass_time)) if asked.airmass_time is not None and place is not None else None
    if shown or above is not None:
        found["fields"] = instrument_fields.listed(session, number, shown, above)
    return found


@routes.post("/api/instrument", body=InstrumentBody, answer=InstrumentId, acls=MANAGE)
def add_instrument(call: Call[None, InstrumentBody]) -> InstrumentId:
    """Make an instrument; its filters are names of known bandpasses."""
    values = call.body.model_dump(exclude=FIELDS)
    return InstrumentId(id=instruments.add_instrument(call.session, call.principal, values, _fields(call.body)))


@routes.put("/api/instrument/{instrument_id:int}", body=InstrumentPutBody, acls=MANAGE)
def change_instrument(call: Call[None, InstrumentPutBody]) -> None:
    """Change an instrument; new fields replace the old ones."""
    sent = call.body.model_dump(exclude_unset=True, exclude=FIELDS)
    values = {key: value for key, value in sent.items() if value is not None}
    number, fields = call.path["instrument_id"], _fields(call.body)
    instruments.change_instrument(call.session, call.principal, number, values, fields)


@routes.delete("/api/instrument/{instrument_id:int}", query=DeleteQuery, acls=MANAGE)
def delete_instrument(call: Call[DeleteQuery, None]) -> None:
    """Delete an instrument that nothing needs, or its fields only."""
    if call.query.fields_only:
        row = instruments.get_instrument(call.session, call.path["instrument_id"])
        instrument_fields.remove(call.session, call.principal, row)
        return
    instruments.delete_instrument(call.session, call.principal, call.path["instrument_id"])


@routes.delete("/api/instrument/{instrument_id:int}/fields", acls=MANAGE)
def delete_fields(call: Call[None, None]) -> None:
    """Delete the fields of an instrument."""
    row = instruments.get_instrument(call.session, call.path["instrument_id"])
    instrument_fields.remove(call.session, call.principal, row)


@routes.get("/api/instrument/{instrument_id:int}/log", query=LogsQuery, answer=list[LogOut])
def logs(call: Call[LogsQuery, None]) -> list[dict[str, Any]]:
    """Return the logs of an instrument that overlap a period."""
    return instrument_logs.listed(call.session, call.path["instrument_id"], call.query.start, call.query.end)


@routes.post("/api/instrument/{instrument_id:int}/log", body=LogBody, answer=InstrumentId, acls=UPLOAD)
def post_log(call: Call[None, LogBody]) -> InstrumentId:
    """Upload a log of an instrument."""
    body, log = call.body, instrument_logs.parsed(call.body.log)
    period = (body.start_date, body.end_date)
    made = instrument_logs.add(call.session, call.principal, call.path["instrument_id"], period, log)
    return InstrumentId(id=made)


@routes.get("/api/instrument/{allocation_id:int}/external_api", query=OutsideQuery, acls=UPLOAD)
def external_log(call: Call[OutsideQuery, None]) -> None:
    """Fetch the log of an allocation's instrument from its facility, where the facility keeps one."""
    instrument_logs.fetch_outside(call.session, call.path["allocation_id"])


@routes.put("/api/instrument/{instrument_id:int}/status", body=StatusBody, acls=UPLOAD)
def put_status(call: Call[None, StatusBody]) -> None:
    """Say how an instrument is."""
    instrument_logs.set_status(call.session, call.principal, call.path["instrument_id"], call.body.status)


def _fields(body: InstrumentPutBody) -> Wanted:
    size = body.field_fov_attributes
    sizes = [] if size is None else size if isinstance(size, list) else [size]
    return Wanted(body.field_data, body.field_region, body.field_fov_type, sizes, body.references)
