"""Whatever valid request arrives, every operation answers as described: never a 500, never what is not described."""

from __future__ import annotations

from schemathesis import GenerationMode

from app.api.openapi import document
from app.main import all_routes
from tests.support.fuzz import Fuzz
from tests.support.world import World

EXAMPLES = 3
"""Examples an operation."""


def test_no_answer_is_undescribed(portal: World) -> None:
    fuzz = Fuzz(GenerationMode.POSITIVE, EXAMPLES, part=0, parts=2)
    found = fuzz.faults(document(all_routes()), portal)
    assert not found, "\n".join(found)


def test_an_undescribed_answer_is_found(portal: World) -> None:
    roles = document(route for route in all_routes() if route.path == "/api/roles")
    answer = roles["paths"]["/api/roles"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer["properties"]["data"] = {"type": "integer"}
    (found,) = Fuzz(GenerationMode.POSITIVE, 1).faults(roles, portal)
    assert found.startswith("GET /api/roles: ")
    assert "integer" in found
