"""What is asked: one request for each route, made from its own models, about the team's rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from app.api.routes import Route
from tests.app.access.matrix.bodies import BODIES, QUERIES
from tests.app.access.matrix.values import FIELDS, PLACES

_PLACE = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True)
class Key:
    """Stands for a row of the team's in a request, until it is said which row."""

    name: str


@dataclass(frozen=True)
class Ask:
    """One request: what stands in its path, its query, its body; rows are :class:`Key`."""

    method: str
    path: str
    places: dict[str, Any]
    query: dict[str, Any]
    body: Any

    @property
    def label(self) -> str:
        return f"{self.method} {self.path}"

    def but(self, changed: dict[str, Any]) -> Ask:
        """The same with other rows, by the names of its places and of its body's fields, or its query's."""
        new = _keyed(changed)
        places = {k: new.pop(k, v) for k, v in self.places.items()}
        if isinstance(self.body, dict):
            return replace(self, places=places, body=self.body | new)
        return replace(self, places=places, query=self.query | new)

    def rows(self) -> list[str]:
        """The rows that it names."""
        found: list[str] = []
        _walk((self.places, self.query, self.body), found)
        return list(dict.fromkeys(found))

    def filled(self, known: dict[str, Any]) -> tuple[str, dict[str, Any], Any]:
        """The path, query and body with what the rows are really called."""
        places = _fill(self.places, known)
        path = _PLACE.sub(lambda m: str(places[m[1]]), self.path)
        return path, _fill(self.query, known), _fill(self.body, known)


def ask_for(route: Route) -> Ask:
    """The request of a route; raise ``KeyError`` where nobody said what stands in a place."""
    label = (route.method, re.sub(r":\w+}", "}", route.path))
    places = {name: _stands(label, name) for name in _PLACE.findall(route.path)}
    for name, value in places.items():
        if value is None:
            raise KeyError(f"say in values.PLACES what stands for {{{name}}} in {route.path}")
    body = BODIES.get(label)
    if body is None and route.body is not None:
        body = _body(route)
    return Ask(route.method, label[1], _keyed(places), _keyed(QUERIES.get(label, {})), _keyed(body))


def _stands(label: tuple[str, str], name: str) -> Any:
    return PLACES.get((*label, name), PLACES.get((label[1], name), PLACES.get(name)))


def _body(route: Route) -> dict[str, Any]:
    assert route.body is not None
    made: dict[str, Any] = {}
    for name, field in route.body.model_fields.items():
        said = field.alias or name
        if said in FIELDS:
            made[said] = FIELDS[said]
        elif field.is_required():
            raise KeyError(f"say in values.FIELDS or BODIES what {said} is, for {route.method} {route.path}")
    return made


def _keyed(value: Any) -> Any:
    if isinstance(value, str) and value.startswith("@"):
        return Key(value[1:])
    if isinstance(value, dict):
        return {k: _keyed(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_keyed(v) for v in value]
    return value


def _fill(value: Any, known: dict[str, Any]) -> Any:
    if isinstance(value, Key):
        return known[value.name]
    if isinstance(value, dict):
        return {k: _fill(v, known) for k, v in value.items()}
    if isinstance(value, list):
        return [_fill(v, known) for v in value]
    return value


def _walk(value: Any, found: list[str]) -> None:
    if isinstance(value, Key):
        found.append(value.name)
    elif isinstance(value, dict):
        for part in value.values():
            _walk(part, found)
    elif isinstance(value, list | tuple):
        for part in value:
            _walk(part, found)
