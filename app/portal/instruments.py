"""Instruments: everybody reads them; whoever has the ACL "Manage instruments" changes them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, undefer

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal import instrument_fields
from app.portal.bandpasses import need_bandpass
from app.portal.instrument_fields import Wanted
from app.portal.telescopes import TelescopeView, get_telescope
from app.sky import footprints
from app.tables import (
    Allocation,
    Instrument,
    ObservingRun,
    PhotometricSeries,
    Photometry,
    Spectrum,
    Telescope,
)

MANAGE = "Manage instruments"
InstrumentType = Literal["imager", "spectrograph", "imaging spectrograph"]


class InstrumentView(BaseModel):
    """An instrument as SkyPortal shows it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    name: str
    type: str
    band: str | None
    telescope_id: int
    filters: list[str]
    sensitivity_data: dict[str, Any] | None
    configuration_data: dict[str, Any] | None
    status: dict[str, Any] | None
    last_status_update: datetime | None
    api_classname: str | None
    api_classname_obsplan: str | None
    listener_classname: str | None
    treasuremap_id: int | None
    tns_id: int | None
    across_id: str | None
    has_region: bool
    has_fields: bool
    telescope: TelescopeView | None = None


def view(instrument: Instrument, telescope: Telescope) -> InstrumentView:
    """Return an instrument with its telescope."""
    columns = {name: getattr(instrument, name) for name in InstrumentView.model_fields if name != "telescope"}
    return InstrumentView(**columns, telescope=TelescopeView.model_validate(telescope))


def list_instruments(session: Session, name: str | None = None, *, region: bool = False) -> list[dict[str, Any]]:
    """Return the instruments, or the one with exactly this name; ``region``: with their fields of view."""
    wanted = select(Instrument, Telescope).join(Telescope, Telescope.id == Instrument.telescope_id)
    if name is not None:
        wanted = wanted.where(Instrument.name == name)
    if region:
        wanted = wanted.options(undefer(Instrument.region))
    return [
        dict(view(row, telescope)) | ({"region": row.region} if region else {})
        for row, telescope in session.execute(wanted.order_by(Instrument.id))
    ]


def get_instrument(session: Session, instrument_id: int) -> Instrument:
    """Return an instrument; raise :class:`NotAvailableHere`."""
    instrument = session.get(Instrument, instrument_id)
    if instrument is None:
        raise NotAvailableHere("There is no such instrument, or you may not see it.")
    return instrument


def add_instrument(session: Session, principal: Principal, values: dict[str, Any], fields: Wanted) -> int:
    """Make an instrument whose filters are known bandpasses, with its fields; return the id."""
    principal.need(MANAGE)
    _check(session, values)
    _need_free_name(session, values["name"])
    values = values | _region(values, fields)
    with elevated(session, principal, "make an instrument"):
        instrument = Instrument(**values)
        session.add(instrument)
        session.flush()
        n = instrument_fields.replace(session, instrument, fields)
        record(session, principal.user_id, Change("create", "instrument", instrument.id, after=values | {"fields": n}))
    return instrument.id


def change_instrument(
    session: Session, principal: Principal, instrument_id: int, values: dict[str, Any], fields: Wanted
) -> None:
    """Change an instrument; a filter that photometry was taken in stays. New fields replace the old ones."""
    principal.need(MANAGE)
    instrument = get_instrument(session, instrument_id)
    values = values | _region(values, fields)
    if not values and fields.data is None:
        raise BadInput("Nothing to change was sent.")
    if values.get("name", instrument.name) != instrument.name:
        _need_free_name(session, values["name"])
    _check(session, {"filters": instrument.filters, "sensitivity_data": instrument.sensitivity_data} | values)
    before = {key: getattr(instrument, key) for key in values}
    gone = sorted(set(instrument.filters) - set(values.get("filters", instrument.filters)))
    with elevated(session, principal, f"change the instrument {instrument_id}"):
        _need_unused(session, instrument_id, gone)
        changed = {**values, "modified": func.now()}
        session.execute(update(Instrument).where(Instrument.id == instrument_id).values(**changed))
        session.refresh(instrument)
        instrument_fields.replace(session, instrument, fields)
        change = Change("update", "instrument", instrument_id, before=before, after=values)
        record(session, principal.user_id, change)


def delete_instrument(session: Session, principal: Principal, instrument_id: int) -> None:
    """Delete an instrument that neither an allocation nor photometry needs."""
    principal.need(MANAGE)
    instrument = get_instrument(session, instrument_id)
    with elevated(session, principal, f"delete the instrument {instrument_id}"):
        for table in (Allocation, Photometry, ObservingRun, Spectrum, PhotometricSeries):
            if session.execute(select(table.id).where(table.instrument_id == instrument_id).limit(1)).first():
                raise BadInput(f"The instrument {instrument.name!r} is in use and cannot be deleted.")
        session.execute(delete(Instrument).where(Instrument.id == instrument_id))
        change = Change("delete", "instrument", instrument_id, before={"name": instrument.name})
        record(session, principal.user_id, change)


def _region(values: dict[str, Any], fields: Wanted) -> dict[str, Any]:
    region = instrument_fields.region_of(fields) or values.get("region")
    if region is None:
        return {}
    footprints.outlines(region, "region" if values.get("region") == region else footprints.FIELD)
    return {"region": region, "has_region": True}


def _check(session: Session, values: dict[str, Any]) -> None:
    if "telescope_id" in values:
        get_telescope(session, values["telescope_id"])
    for name in values["filters"]:
        need_bandpass(name, "filters")
    beyond = sorted(set(values.get("sensitivity_data") or {}) - set(values["filters"]))
    if beyond:
        raise BadInput(f"There is a sensitivity for {beyond[0]!r}, which is no filter of it.", field="sensitivity_data")


def _need_unused(session: Session, instrument_id: int, filters: list[str]) -> None:
    for name in filters:
        used = select(Photometry.id).where(Photometry.instrument_id == instrument_id, Photometry.filter == name)
        if session.execute(used.limit(1)).first():
            raise BadInput(f"Photometry was taken in {name!r}; the filter must stay.", field="filters")


def _need_free_name(session: Session, name: str) -> None:
    if session.execute(select(Instrument.id).where(Instrument.name == name)).first():
        raise BadInput(f"There is an instrument {name!r} already.", field="name")


def region_summary(instrument: Instrument) -> str | None:
    """Return the rectangle around an instrument's field of view as ds9 text."""
    if instrument.region is None:
        return None
    corners = footprints.box_around(footprints.outlines(instrument.region))[:4]
    return "icrs\npolygon(" + ",".join(f"{value:.6f}" for point in corners for value in point) + ")\n"
