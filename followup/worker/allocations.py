"""What the follow-up service knows of an allocation: its telescope, its facility, and the way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.config import Settings
from app.context import Context
from app.errors import BadInput, Unavailable
from app.tables import Allocation, AllocationSecret, Instrument, Telescope
from followup.facilities.model import FacilityGateway
from followup.facilities.registry import SIMULATED, AllocationAccess, gateway_for


@dataclass(frozen=True)
class AllocationView:
    """An allocation with what is needed to use it. ``name`` is for people."""

    id: int
    group_id: int
    instrument_id: int
    facility: str
    name: str
    instrument: str
    site: str | None
    proposal: str
    config: dict[str, Any]
    share_group_ids: tuple[int, ...]


def load_allocations(session: Session) -> dict[int, AllocationView]:
    """Return every allocation that can be triggered by program."""
    rows = session.execute(
        select(Allocation, Instrument.name, Telescope.name)
        .join(Instrument, Instrument.id == Allocation.instrument_id)
        .join(Telescope, Telescope.id == Instrument.telescope_id)
        .where(Allocation.facility.is_not(None))
    )
    return {
        allocation.id: AllocationView(
            id=allocation.id,
            group_id=allocation.group_id,
            instrument_id=allocation.instrument_id,
            facility=allocation.facility or "",
            name=telescope,
            instrument=instrument,
            site=allocation.facility_config.get("site"),
            proposal=allocation.proposal_id or "",
            config=allocation.facility_config,
            share_group_ids=tuple(allocation.default_share_group_ids),
        )
        for allocation, instrument, telescope in rows
    }


OBSERVATORIES = ("coj", "cpt", "lsc")
"""The simulated observatories, in the order of ``followup.observatories.ports``."""


def open_gateway(context: Context, allocation: AllocationView) -> FacilityGateway:
    """Return the gateway of an allocation, with its own credential.

    Raises :class:`BadInput` for an incomplete configuration, :class:`Unavailable` where a simulated observatory does
    not run.
    """
    with context.transaction() as session:
        stored = session.execute(
            select(AllocationSecret.ciphertext).where(AllocationSecret.allocation_id == allocation.id)
        ).scalar()
    config = dict(allocation.config)
    if allocation.facility == SIMULATED and "portal_url" not in config:
        config["portal_url"] = _simulated_url(context.settings, allocation.site or "")
    key = context.vault.decrypt(stored) if stored else ""
    try:
        access = AllocationAccess(
            **{**config, "facility": allocation.facility, "api_key": key, "proposal": allocation.proposal},
            http_timeout_s=context.settings.followup.http_timeout_s,
        )
    except ValidationError as error:
        raise BadInput(f"The allocation on {allocation.name} is not configured fully: {error}.") from error
    return gateway_for(access)


def _simulated_url(settings: Settings, site: str) -> str:
    ports = dict(zip(OBSERVATORIES, settings.followup.observatories.ports, strict=False))
    if site not in ports:
        raise Unavailable(f"The simulated observatory {site} does not run here.")
    return f"http://127.0.0.1:{ports[site]}"
