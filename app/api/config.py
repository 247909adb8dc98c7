"""What clients ask before they ask anything else: names and the values that fields accept."""

from __future__ import annotations

from typing import Any, get_args

from app.api.routes import Call, Routes
from app.portal.allocations import AllocationType
from app.portal.bandpasses import BANDPASSES
from app.portal.groups import public_group
from app.portal.instruments import InstrumentType

routes = Routes("system")
ROUTES = routes.all


@routes.get("/api/config", answer=dict[str, Any])
def get_config(call: Call[None, None]) -> dict[str, Any]:
    """Return what of this installation's settings concerns its clients."""
    return {"publicGroupName": public_group(call.session).name, "invitationsEnabled": False}


@routes.get("/api/enum_types", answer=dict[str, list[str]])
def get_enum_types(_call: Call[None, None]) -> dict[str, list[str]]:
    """Return the values that fields accept, by SkyPortal's names of the lists."""
    return {
        "ALLOWED_BANDPASSES": sorted(BANDPASSES),
        "ALLOWED_MAGSYSTEMS": ["ab", "vega"],
        "ALLOWED_ALLOCATION_TYPES": list(get_args(AllocationType)),
        "INSTRUMENT_TYPES": list(get_args(InstrumentType)),
        "THUMBNAIL_TYPES": ["new", "ref", "sub"],
    }
