"""Requests made from the description of the API, and what is wrong with their answers."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.app.api.scene import make_scene
from tests.support.world import World

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE")
OBJ = "Z1"
"""An obj that is really there: half of the requests about an obj ask for this one."""


def faults(described: dict[str, Any], portal: World, mode: GenerationMode, examples: int) -> list[str]:
    """Ask every operation ``examples`` times as one user; return a line for each that answers as it should not."""
    scene = make_scene(portal)
    with portal.client("ada") as ada:
        for path, body in (
            ("candidates", {"filter_ids": [scene.filter], "passed_at": "2026-01-01T00:00:00"}),
            ("sources", {"group_ids": [scene.red]}),
        ):
            ada.post(f"/api/{path}", json={"id": OBJ, "ra": 10.0, "dec": 20.0, **body}).raise_for_status()
        ada.post("/api/photometry", json=scene.points(OBJ)).raise_for_status()
    schema: Any = schemathesis.openapi.from_dict(described)
    schema.config.update(base_url=portal.base_url)
    headers = {"Authorization": f"token {portal.token('ada')}"}
    # Readings first and deletions last: most find what they ask about.
    operations = sorted((o.ok() for o in schema.get_all_operations()), key=lambda o: ORDER.index(o.method.upper()))
    return [line for operation in operations for line in _of(operation, mode, examples, headers)]


def _of(operation: Any, mode: GenerationMode, examples: int, headers: dict[str, str]) -> list[str]:
    asked = 0

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        nonlocal asked
        asked += 1
        if asked % 2 and "obj_id" in case.path_parameters:
            case.path_parameters["obj_id"] = OBJ
        case.call_and_validate(headers=headers, checks=CHECKS)

    try:
        ask()
    except Unsatisfiable:
        # There is nothing to say wrongly to an operation without parameters.
        assert mode is GenerationMode.NEGATIVE, operation.label
    except AssertionError as error:
        return [f"{operation.label}: {error!r}"[:800]]
    except FailureGroup as group:
        return [f"{operation.label}: {error!r}"[:800] for error in group.exceptions]
    return []
