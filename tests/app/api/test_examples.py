"""The examples of the API's description can be sent as they are, in their order, to a portal with the demo in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import httpx

from app.api.examples import EXAMPLES, Example, at
from app.api.openapi import DRAWN, document
from app.demo.seed import seed_demo
from app.demo.wipe import wipe_demo
from app.main import all_routes
from tests.support.world import World

WHO = "demo-pi"


def _send(client: httpx.Client, example: Example) -> httpx.Response:
    in_path = set(re.findall(r"{(\w+)}", example.path))
    query = {
        name: ",".join(map(str, value)) if isinstance(value, list) else value
        for name, value in example.places.items()
        if name not in in_path
    }
    path = example.path.format(**{name: example.places[name] for name in in_path})
    sent: dict[str, Any] = {} if example.body is None else {"json": at(example.body, datetime.now(UTC))}
    return client.request(example.method, path, params=query, **sent)


def test_every_example_runs_and_leaves_nothing_that_the_demo_cannot_be_wiped_of(portal: World) -> None:
    seed_demo(portal.context())
    with portal.client(WHO) as pi:
        answers = [(example, _send(pi, example)) for example in EXAMPLES]
    refused = [f"{e.method} {e.path}: {a.status_code} {a.text[:300]}" for e, a in answers if not a.is_success]
    assert not refused, "\n".join(refused)
    with portal.context().transaction() as session:
        wipe_demo(session)


def test_every_example_stands_in_the_document() -> None:
    paths = document(all_routes())["paths"]
    for example in EXAMPLES:
        operation = paths[example.path][example.method.lower()]
        told = {p["name"]: p["example"] for p in operation["parameters"] if "example" in p}
        assert set(example.places) <= set(told), example
        if example.body is not None:
            bodies = operation["requestBody"]["content"]["application/json"]["examples"].values()
            assert at(example.body, DRAWN) in [each["value"] for each in bodies]
    assert len({(e.method, e.path) for e in EXAMPLES}) >= 40
