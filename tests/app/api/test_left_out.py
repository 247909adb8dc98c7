"""What Skyrelay leaves out of SkyPortal's API says so, to every client function that asks for it."""

from __future__ import annotations

import ast
import importlib
import inspect
import re

from app.api.left_out import METHODS
from app.main import all_routes
from tests.support.world import World

MODULES = (
    "brokers", "gcn_events", "localizations", "observation_plans", "observations", "galaxies", "earthquakes",
    "mmadetectors", "moving_objects", "survey_efficiency", "catalog_queries", "recurring_apis", "skymap_triggers",
    "summary_query",
)  # fmt: skip


def addresses(module: str) -> set[str]:
    """Every address that a module of ``skyportal-py`` calls, with 1 in each place."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(importlib.import_module(f"skyportal_py.{module}")))):
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "1" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        else:
            continue
        if re.fullmatch(r"/api/[\w/]*\w", said):
            found.add(said)
    return found


def test_every_address_answers_501_with_what_to_do(portal: World) -> None:
    portal.user("ada")
    by_module = {module: addresses(module) for module in MODULES}
    assert all(by_module.values())
    asked = sorted(set().union(*by_module.values()))
    with portal.client("ada") as ada, portal.client() as nobody:
        for path in asked:
            for method in METHODS:
                for client in (ada, nobody):
                    answer = client.request(method, path)
                    assert answer.status_code == 501, (method, path, answer.text)
                    assert answer.json()["data"] == {"code": "not_implemented"}
                    assert answer.json()["message"].startswith("Skyrelay ")


def test_what_is_left_out_is_not_in_the_description() -> None:
    assert {r.method for r in all_routes() if not r.described} == set(METHODS)
