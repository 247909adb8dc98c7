"""Health, version, and the description of the API itself."""

from __future__ import annotations

import platform
from typing import Any

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


@routes.get("/api/sysinfo", answer=dict[str, Any])
def sysinfo(call: Call[None, None]) -> dict[str, Any]:
    """Say what runs here: versions, schema, demo or not."""
    session = call.session
    return {
        "skyrelay": VERSION,
        "python": platform.python_version(),
        "postgresql": session.execute(text("SHOW server_version")).scalar_one(),
        "base_url": call.context.settings.base_url,
        "demo": call.context.settings.demo.enabled,
    }
