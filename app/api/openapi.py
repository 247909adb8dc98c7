"""The OpenAPI 3.1 document, made from the same models that the routes parse and answer with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from app.access.authenticate import SESSION_COOKIE
from app.api.described import INTRODUCTION, TAGS
from app.api.envelope import VERSION
from app.api.examples import COMMON, Example, at, by_operation
from app.api.routes import Route

_REF = "#/components/schemas/{model}"
_ERROR = {
    "type": "object",
    "required": ["status", "message", "data", "version"],
    "properties": {
        "status": {"const": "error"},
        "message": {"type": "string"},
        "data": {"type": "object", "properties": {"code": {"type": "string"}, "field": {"type": "string"}}},
        "version": {"type": "string"},
    },
}
_REFUSALS = (
    (400, "BadInput", "What was sent cannot be used, or what it names is not here for the caller."),
    (401, "Unauthorised", "No usable credentials came with the request."),
    (403, "Forbidden", "The caller is known, and has no right to do this."),
    (404, "NotFound", "It does not exist, or the caller may not know that it does."),
    (409, "Conflict", "The state of things does not allow this now."),
    (413, "TooLarge", "The upload is larger than the limit."),
    (429, "TooMany", "Too many requests; the header Retry-After says when to come back."),
    (503, "Unavailable", "A part that is needed does not answer; nothing was changed."),
)
"""Every refusal that an operation may answer, by status: 500 is none of them."""
_LEFT_OUT = (501, "LeftOut", "SkyPortal has this, Skyrelay leaves it out; the message says what to use instead.")
"""Only of a route that says so: see :attr:`app.api.routes.Route.leaves_out`."""


DRAWN = datetime(2040, 1, 1, tzinfo=UTC)
"""When the kept document's examples are sent, so that it is the same every day."""


def document(routes: Iterable[Route], now: datetime = DRAWN) -> dict[str, Any]:
    """Return the OpenAPI document of ``routes``; the times in its examples are seen from ``now``."""
    listed = sorted((r for r in routes if r.described), key=lambda r: (r.path, r.method))
    schemas, components = _schemas(listed)
    examples = by_operation()
    paths: dict[str, dict[str, Any]] = {}
    for route in listed:
        path = re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = _operation(route, schemas)
        _exemplify(paths[path][route.method.lower()], examples.get((route.method, path), []), now)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Skyrelay",
            "version": VERSION,
            "description": INTRODUCTION,
            "license": {"name": "GPL-3.0-or-later"},
        },
        "tags": [{"name": name, "description": TAGS[name]} for name in sorted({r.tag for r in listed} & set(TAGS))],
        "paths": paths,
        "components": {
            "schemas": {**components, "Error": _ERROR},
            "responses": {name: _response(said) for _, name, said in (*_REFUSALS, _LEFT_OUT)},
            "securitySchemes": {
                "token": {"type": "apiKey", "in": "header", "name": "Authorization"},
                "session": {"type": "apiKey", "in": "cookie", "name": SESSION_COOKIE},
            },
        },
        "security": [{"token": []}, {"session": []}],
    }


def _schemas(routes: list[Route]) -> tuple[dict[tuple[int, str], Any], dict[str, Any]]:
    adapters: dict[Any, TypeAdapter[Any]] = {}
    inputs: list[tuple[Any, JsonSchemaMode, Any]] = []
    for route in routes:
        modes: tuple[tuple[Any, JsonSchemaMode], ...] = (
            (route.body, "validation"),
            (route.answer, "serialization"),
            *((kind, "serialization") for kind in route.beside.values()),
        )
        for what, mode in modes:
            if what is not None and (repr(what), mode) not in adapters:
                adapters[(repr(what), mode)] = TypeAdapter(what)
                inputs.append(((repr(what), mode), mode, adapters[(repr(what), mode)].core_schema))
    made, components = GenerateJsonSchema(by_alias=True, ref_template=_REF).generate_definitions(inputs)
    return {key: schema for (key, _mode), schema in made.items()}, {
        str(name): schema for name, schema in components.items()
    }


def _operation(route: Route, schemas: dict[Any, Any]) -> dict[str, Any]:
    refusals = (*_REFUSALS, _LEFT_OUT) if route.leaves_out else _REFUSALS
    operation: dict[str, Any] = {
        "summary": route.summary.replace("``", "`"),
        "tags": [route.tag],
        "operationId": f"{route.method.lower()}_{re.sub(r'[^a-z0-9]+', '_', route.path.lower()).strip('_')}",
        "parameters": [*_path_parameters(route), *_query_parameters(route.query)],
        "responses": {
            "200": {"description": "success", "content": _content(route, schemas)},
            **{str(status): {"$ref": f"#/components/responses/{name}"} for status, name, _ in refusals},
        },
    }
    if route.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schemas[(repr(route.body), "validation")]}},
        }
    if route.acls:
        operation["description"] = "Needs the ACL " + ", ".join(repr(a) for a in route.acls) + "."
    if route.auth == "none":
        operation["security"] = []
    return operation


def _exemplify(operation: dict[str, Any], examples: list[Example], now: datetime) -> None:
    """Put the examples into the parameters and the body of an operation."""
    told = {name: value for example in reversed(examples) for name, value in example.places.items()}
    for parameter in operation["parameters"]:
        name = parameter["name"]
        if name in told or (parameter["in"] == "path" and name in COMMON):
            parameter["example"] = told.get(name, COMMON.get(name))
    bodies = [example for example in examples if example.body is not None]
    if bodies and "requestBody" in operation:
        operation["requestBody"]["content"]["application/json"]["examples"] = {
            f"example{number}": {"summary": e.title or operation["summary"], "value": at(e.body, now)}
            for number, e in enumerate(bodies, start=1)
        }


def _response(said: str) -> dict[str, Any]:
    return {
        "description": said,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }


def _content(route: Route, schemas: dict[Any, Any]) -> dict[str, Any]:
    files = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in route.produces}
    if route.answer is bytes:
        return files
    data = {} if route.answer is None else schemas[(repr(route.answer), "serialization")]
    beside = {name: schemas[(repr(kind), "serialization")] for name, kind in route.beside.items()}
    return {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["status", "message", "data", "version"],
                "properties": {
                    "status": {"const": "success"},
                    "message": {"type": "string"},
                    "data": data,
                    "version": {"type": "string"},
                    **beside,
                },
            }
        },
        # A route that names content types and a model answers with one or the other, as it is asked.
        **files,
    }


def _path_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if kind == "int" else "string"},
        }
        for name, kind in re.findall(r"\{(\w+)(?::(\w+))?\}", route.path)
    ]


def _query_parameters(query: type[BaseModel] | None) -> list[dict[str, Any]]:
    if query is None:
        return []
    schema = query.model_json_schema(by_alias=True)
    required = set(schema.get("required", []))
    return [
        _parameter(name, name in required, _plain(fields, schema.get("$defs", {})))
        for name, fields in schema.get("properties", {}).items()
    ]


def _parameter(name: str, required: bool, schema: dict[str, Any]) -> dict[str, Any]:
    said = {"name": name, "in": "query", "required": required, "schema": schema}
    # A list is one value with commas, as SkyPortal's clients send it.
    return said | {"style": "form", "explode": False} if schema.get("type") == "array" else said


def _plain(schema: dict[str, Any], defined: dict[str, Any]) -> dict[str, Any]:
    """Return a parameter's schema without references, and without null, which an address cannot say."""
    if "$ref" in schema:
        named = defined[schema["$ref"].removeprefix("#/$defs/")]
        schema = named | {k: v for k, v in schema.items() if k != "$ref"}
    if "anyOf" in schema:
        kinds = [_plain(kind, defined) for kind in schema["anyOf"] if kind.get("type") != "null"]
        rest = {k: v for k, v in schema.items() if k != "anyOf"}
        schema = kinds[0] | rest if len(kinds) == 1 else rest | {"anyOf": kinds}
    return {k: v for k, v in schema.items() if not (k == "default" and v is None)}
