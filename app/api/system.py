"""Health, version, and the description of the API itself."""

from __future__ import annotations

import platform

from pydantic import BaseModel
from sqlalchemy import text

from app.api.envelope import VERSION
from app.api.routes import Call, Routes

routes = Routes("system")
ROUTES = routes.all


@routes.get("/api/health", auth="none", answer=dict[str, str])
def health(call: Call[None, None]) -> dict[str, str]:
    """Say whether the portal and its database answer."""
    call.session.execute(text("SELECT 1"))
    return {"database": "ok", "version": VERSION}


class GitLogEntry(BaseModel):
    """One line of what was deployed, in SkyPortal's shape."""

    description: str


class SysInfo(BaseModel):
    """What SkyPortal's clients ask of an instance."""

    gitlog: list[GitLogEntry]


class SystemView(BaseModel):
    """What runs here."""

    skyrelay: str
    python: str
    postgresql: str
    base_url: str
    demo: bool


@routes.get("/api/sysinfo", answer=SysInfo)
def sysinfo(_call: Call[None, None]) -> SysInfo:
    """Say what was deployed."""
    return SysInfo(gitlog=[GitLogEntry(description=f"Skyrelay {VERSION}")])


@routes.get("/api/system", answer=SystemView)
def system(call: Call[None, None]) -> SystemView:
    """Say what runs here: versions, address, demo or not."""
    return SystemView(
        skyrelay=VERSION,
        python=platform.python_version(),
        postgresql=call.session.execute(text("SHOW server_version")).scalar_one(),
        base_url=call.context.settings.base_url,
        demo=call.context.settings.demo.enabled,
    )
