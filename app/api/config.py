"""What clients ask before they ask anything else: names and the values that fields accept."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel
from sqlalchemy import func, select, text
from sqlalchemy.orm import DeclarativeBase

from app.api.routes import Call, Routes
from app.portal.allocations import AllocationType
from app.portal.bandpasses import BANDPASSES
from app.portal.groups import public_group
from app.portal.instruments import InstrumentType
from app.tables import Candidate, Group, Obj, Source, Token, User

routes = Routes("system")
ROUTES = routes.all
COUNTED: dict[str, type[DeclarativeBase]] = {
    "candidates": Candidate,
    "objects": Obj,
    "sources": Source,
    "groups": Group,
    "users": User,
    "tokens": Token,
}


class DatabaseInfo(BaseModel):
    """What the database is, and whether it holds a source that the caller may see."""

    source_table_empty: bool
    postgres_version: str


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


@routes.get("/api/internal/dbinfo", answer=DatabaseInfo)
def get_dbinfo(call: Call[None, None]) -> DatabaseInfo:
    """Return the database's version, and whether the caller sees any source."""
    version = call.session.execute(text("SHOW server_version")).scalar_one()
    seen = call.session.execute(select(Source.id).limit(1)).first()
    return DatabaseInfo(source_table_empty=seen is None, postgres_version=str(version))


@routes.get("/api/db_stats", answer=dict[str, int], acls=("System admin",))
def get_db_stats(call: Call[None, None]) -> dict[str, int]:
    """Return how much there is of what; of photometry the planner's estimate, since counting it takes long."""
    counts = {
        f"Number of {name}": call.session.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in COUNTED.items()
    }
    estimate = text("SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'public.photometry'::regclass")
    counts["Number of photometry (approx)"] = call.session.execute(estimate).scalar_one()
    return counts
