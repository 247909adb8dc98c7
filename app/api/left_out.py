"""The parts of SkyPortal that Skyrelay leaves out: each answers 501 with what to do instead, never a silent nothing."""

from __future__ import annotations

from typing import Any, Literal

from app.api.routes import Call, Route, Routes
from app.errors import NotImplementedHere

METHODS: tuple[Literal["GET", "POST", "PUT", "PATCH", "DELETE"], ...] = ("GET", "POST", "PUT", "PATCH", "DELETE")

BROKERS = (
    "Skyrelay reads brokers in its ingest service (`skyrelay ingest`, ingest.* in config.yaml), not through the API."
)
GCN = "Skyrelay follows up objects: it keeps no GCN events, localizations or skymaps."
PLANS = "Skyrelay asks telescopes for objects (POST /api/triggers); it makes no observation plans over fields."
FIELDS = "Skyrelay keeps no log of observed fields, only what requests at telescopes brought back."
GALAXIES = "Skyrelay keeps no galaxy catalogue; a list of your own goes to POST /api/spatial_catalog."
QUAKES = "Skyrelay keeps no earthquakes and no detectors other than telescopes."
MOVING = "Skyrelay follows up fixed positions; what moves is marked (is_roid, mpc_name) and not tracked."
CATALOGUES = (
    "Skyrelay queries catalogues around one source (POST /api/sources/{id}/annotations/gaia and others), not in bulk."
)
SUMMARIES = "Skyrelay asks no language model about sources; GET /api/sources filters them by what is stated."
RECURRING = "Skyrelay calls nobody's API on a schedule; run your script from cron with a token."

FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (BROKERS, ("/api/brokers",)),
    (
        GCN,
        (
            "/api/gcn_event", "/api/default_gcn_tag", "/api/associated_gcns", "/api/sources_in_gcn",
            "/api/localization", "/api/localizationcrossmatch", "/api/skymap_trigger", "/api/observation/treasuremap",
        ),
    ),
    (PLANS, ("/api/observation_plan", "/api/default_observation_plan", "/api/allocation/observation_plans")),
    (FIELDS, ("/api/observation", "/api/survey_efficiency", "/api/default_survey_efficiency")),
    (GALAXIES, ("/api/galaxy_catalog",)),
    (QUAKES, ("/api/earthquake", "/api/mmadetector")),
    (MOVING, ("/api/moving_object",)),
    (CATALOGUES, ("/api/catalog_queries", "/api/catalogs")),
    (SUMMARIES, ("/api/summary_query",)),
    (RECURRING, ("/api/recurring_api",)),
)  # fmt: skip
"""A sentence, and the addresses that answer it, with everything below them."""

SINGLE: tuple[tuple[str, str], ...] = ((GCN, "/api/sources/{obj_id}/gcn_event"),)
"""A sentence, and one address in the middle of others that are here."""


def _declare(routes: Routes, sentence: str, path: str) -> None:
    def refuse(_call: Call[None, None]) -> Any:
        raise NotImplementedHere(sentence)

    for method in METHODS:
        routes.all.append(Route(method, path, refuse, summary=sentence, tag=routes.tag, auth="none", described=False))


def _all() -> list[Route]:
    routes = Routes("left out")
    for sentence, bases in FAMILIES:
        for base in bases:
            _declare(routes, sentence, base)
            _declare(routes, sentence, base + "/{rest:path}")
    for sentence, path in SINGLE:
        _declare(routes, sentence, path)
    return routes.all


ROUTES = _all()
