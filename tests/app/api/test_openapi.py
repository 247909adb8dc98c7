"""The OpenAPI document and the routes agree, and what the dashboard was built from is this document."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import AliasChoices, AliasPath

from app.api.described import TAGS
from app.api.openapi import document
from app.config import PROJECT
from app.main import all_routes

KEPT = PROJECT / "app" / "web" / "openapi.json"


def _operations(described: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(method.upper(), path): op for path, ops in described["paths"].items() for method, op in ops.items()}


def _name(field: str, alias: str | AliasPath | AliasChoices | None) -> str:
    return str(alias.choices[0]) if isinstance(alias, AliasChoices) else str(alias or field)


def test_every_route_is_described_and_nothing_else() -> None:
    described = _operations(document(all_routes()))
    served = {(route.method, re.sub(r":\w+}", "}", route.path)) for route in all_routes() if route.described}
    assert set(described) == served


def test_parameters_and_bodies_are_those_that_are_parsed() -> None:
    described = _operations(document(all_routes()))
    for route in filter(lambda r: r.described, all_routes()):
        operation = described[(route.method, re.sub(r":\w+}", "}", route.path))]
        listed = {(p["in"], p["name"]) for p in operation["parameters"]}
        places = {("path", name) for name in re.findall(r"{(\w+)", route.path)}
        fields = route.query.model_fields if route.query else {}
        asked = {("query", _name(name, field.validation_alias)) for name, field in fields.items()}
        assert listed == places | asked, route.path
        assert ("requestBody" in operation) == (route.body is not None), route.path
        assert operation["summary"], route.path


def test_every_reference_leads_somewhere() -> None:
    described = document(all_routes())
    for kind, names in described["components"].items():
        asked = set(re.findall(rf'"#/components/{kind}/([^"]+)"', json.dumps(described)))
        assert asked <= set(names)
    assert "$defs" not in json.dumps(described)


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for operation in _operations(document(all_routes())).values()]
    assert len(ids) == len(set(ids))


def test_the_dashboard_is_built_from_this_description() -> None:
    now = json.loads(json.dumps(document(all_routes())))
    assert json.loads(KEPT.read_text()) == now, "the API changed: run `make describe` and commit what it writes"


def test_every_tag_is_explained_and_no_other() -> None:
    described = document(all_routes())
    used = {tag for operation in _operations(described).values() for tag in operation["tags"]}
    assert {tag["name"] for tag in described["tags"]} == used == set(TAGS)
