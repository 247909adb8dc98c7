"""Requests made from the description of the API, and what is wrong with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from zlib import crc32

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup, ServerError
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.app.access.matrix.cast import Cast, cast_of, nothing_kept
from tests.app.access.matrix.seeds import fill
from tests.app.access.matrix.values import PLACES
from tests.support.world import World

ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE")
LEFT_OUT = 501
ASKERS = ("member", "system admin")


def no_server_error(_ctx: Any, response: Any, case: Any) -> None:
    """Raise for any 5xx, but for a 501 of an operation that says that it leaves something out."""
    described = case.operation.definition.raw["responses"]
    if response.status_code >= 500 and not (response.status_code == LEFT_OUT and str(LEFT_OUT) in described):
        raise ServerError(operation=case.operation.label, status_code=response.status_code)


CHECKS = (no_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@dataclass(frozen=True)
class Fuzz:
    """How to ask: valid requests or nonsense, how many an operation, and which: those of every ``parts``-th tag.

    Half of the requests name rows that are really there, of every kind; what these write is not kept, so that the next
    finds them too. Half of each are asked by a member, half by a system administrator.
    """

    mode: GenerationMode
    examples: int
    part: int = 0
    parts: int = 1
    seed: int = 0
    only: str = ""

    def faults(self, described: dict[str, Any], portal: World) -> list[str]:
        """Ask; return a line for each answer that is not as it should be."""
        with cast_of(portal) as cast:
            fill(cast)
            schema: Any = schemathesis.openapi.from_dict(described)
            schema.config.update(base_url=portal.base_url)
            found = [Asking(self, cast, operation).faults() for operation in self._operations(schema)]
        return [line for lines in found for line in lines]

    def _operations(self, schema: Any) -> list[Any]:
        listed = [o.ok() for o in schema.get_all_operations()]
        tags = sorted({o.tags[0] for o in listed})
        chosen = [o for o in listed if tags.index(o.tags[0]) % self.parts == self.part and self.only in o.label]
        if self.mode is GenerationMode.NEGATIVE:
            chosen = [o for o in chosen if _can_be_wrong(o)]
        # Readings first and deletions last: most find what they ask about.
        return sorted(chosen, key=lambda o: ORDER.index(o.method.upper()))


def _can_be_wrong(operation: Any) -> bool:
    """Whether there is anything to say wrongly: any text is a good one, and a number in a path is of its address."""
    said = operation.definition.raw
    return "requestBody" in said or any(p["in"] != "path" for p in said["parameters"])


@dataclass
class Asking:
    """The requests to one operation."""

    fuzz: Fuzz
    cast: Cast
    operation: Any
    wrong: dict[str, str] = field(default_factory=dict)

    def faults(self) -> list[str]:
        """Ask; return a line for each kind of fault."""
        ways = [(who, real) for real in (True, False) for who in ASKERS]
        # Fewer examples than ways: which one an operation goes without differs from operation to operation.
        first = crc32(self.operation.label.encode()) % len(ways)
        turns = cycle(ways[first:] + ways[:first])

        @seed(self.fuzz.seed)
        @settings(
            max_examples=self.fuzz.examples,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=self.operation.as_strategy(generation_mode=self.fuzz.mode))
        def ask(case: Any) -> None:
            who, real = next(turns)
            self._ask(case, who, real=real)

        try:
            ask()
        except Unsatisfiable:
            assert self.fuzz.mode is GenerationMode.NEGATIVE, self.operation.label
        return list(self.wrong.values())

    def _ask(self, case: Any, who: str, *, real: bool) -> None:
        with self._about_real_rows(case) if real else nullcontext():
            answer = case.call(headers=dict(self.cast.clients[who].headers), timeout=60)
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as group:
            for error in group.exceptions:
                line = f"{self.operation.label}: {error!r} {answer.request.url} {answer.request.body!r}"
                self.wrong.setdefault(f"{type(error)} {answer.status_code}", line[:1200])

    @contextmanager
    def _about_real_rows(self, case: Any) -> Iterator[None]:
        case.path_parameters.update(
            (name, self._name_of_row(name)) for name in list(case.path_parameters) if self._name_of_row(name)
        )
        with nothing_kept(self.cast.world):
            yield

    def _name_of_row(self, place: str) -> Any:
        said = PLACES.get((self.operation.path, place), PLACES.get(place))
        return self.cast.ids.get(said[1:]) if isinstance(said, str) and said.startswith("@") else said
