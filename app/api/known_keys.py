"""``/api/internal/annotations_info`` and ``altdata_info``: by which keys lists can be filtered and sorted."""

from __future__ import annotations

from app.api.routes import Call, Routes
from app.portal import known_keys

routes = Routes("system")
ROUTES = routes.all


@routes.get("/api/internal/annotations_info", answer=dict[str, list[dict[str, str]]])
def annotations_info(call: Call[None, None]) -> dict[str, list[dict[str, str]]]:
    """Return, for each origin of annotations, its keys and their types."""
    return known_keys.annotation_keys(call.session)


@routes.get("/api/internal/altdata_info", answer=list[dict[str, str]])
def altdata_info(call: Call[None, None]) -> list[dict[str, str]]:
    """Return the keys of the sources' altdata and their types."""
    return known_keys.altdata_keys(call.session)
