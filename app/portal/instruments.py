"""Instruments: everybody reads them; whoever has the ACL "Manage instruments" changes them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.bandpasses import need_bandpass
from app.portal.telescopes import TelescopeView, get_telescope
from app.tables import Allocation, Instrument, Photometry, Telescope

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
    api_classname: str | None
    telescope: TelescopeView | None = None


def view(instrument: Instrument, telescope: Telescope) -> InstrumentView:
    """Return an instrument with its telescope."""
    columns = {name: getattr(instrument, name) for name in InstrumentView.model_fields if name != "telescope"}
    return InstrumentView(**columns, telescope=TelescopeView.model_validate(telescope))


def list_instruments(session: Session, name: str | None = None) -> list[InstrumentView]:
    """Return the instruments, or the one with exactly this name."""
    wanted = select(Instrument, Telescope).join(Telescope, Telescope.id == Instrument.telescope_id)
    if name is not None:
        wanted = wanted.where(Instrument.name == name)
    return [view(row, telescope) for row, telescope in session.execute(wanted.order_by(Instrument.id))]


def get_instrument(session: Session, instrument_id: int) -> Instrument:
    """Return an instrument; raise :class:`NotAvailableHere`."""
    instrument = session.get(Instrument, instrument_id)
    if instrument is None:
        raise NotAvailableHere("There is no such instrument, or you may not see it.")
    return instrument


def add_instrument(session: Session, principal: Principal, values: dict[str, Any]) -> int:
    """Make an instrument whose filters are known bandpasses; return the id."""
    principal.need(MANAGE)
    _check(session, values)
    _need_free_name(session, values["name"])
    with elevated(session, principal, "make an instrument"):
        instrument = Instrument(**values)
        session.add(instrument)
        session.flush()
        record(session, principal.user_id, Change("create", "instrument", instrument.id, after=values))
    return instrument.id


def change_instrument(session: Session, principal: Principal, instrument_id: int, values: dict[str, Any]) -> None:
    """Change an instrument; a filter that photometry was taken in stays."""
    principal.need(MANAGE)
    instrument = get_instrument(session, instrument_id)
    if not values:
        return
    if values.get("name", instrument.name) != instrument.name:
        _need_free_name(session, values["name"])
    _check(session, {"filters": instrument.filters, "sensitivity_data": instrument.sensitivity_data} | values)
    before = {key: getattr(instrument, key) for key in values}
    gone = sorted(set(instrument.filters) - set(values.get("filters", instrument.filters)))
    with elevated(session, principal, f"change the instrument {instrument_id}"):
        _need_unused(session, instrument_id, gone)
        session.execute(update(Instrument).where(Instrument.id == instrument_id).values(**values))
        change = Change("update", "instrument", instrument_id, before=before, after=values)
        record(session, principal.user_id, change)


def delete_instrument(session: Session, principal: Principal, instrument_id: int) -> None:
    """Delete an instrument that neither an allocation nor photometry needs."""
    principal.need(MANAGE)
    instrument = get_instrument(session, instrument_id)
    with elevated(session, principal, f"delete the instrument {instrument_id}"):
        for table in (Allocation, Photometry):
            if session.execute(select(table.id).where(table.instrument_id == instrument_id).limit(1)).first():
                raise BadInput(f"The instrument {instrument.name!r} is in use and cannot be deleted.")
        session.execute(delete(Instrument).where(Instrument.id == instrument_id))
        change = Change("delete", "instrument", instrument_id, before={"name": instrument.name})
        record(session, principal.user_id, change)


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
