"""No function of the client that is in scope goes uncalled by the contract tests."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path

import skyportal_py

from tests.app.api.test_left_out import MODULES as LEFT_OUT

HERE = Path(__file__).parent
HELPERS = {"healpix"}
"""Modules that make no request."""
LEFT_OUT_FUNCTIONS = {"post_source_gcn_event_crossmatch"}
"""Functions of modules in scope that belong to an area left out: tests/app/api/test_left_out.py asks for them."""


def in_scope() -> list[str]:
    names = (m.name for m in pkgutil.iter_modules(skyportal_py.__path__))
    return [n for n in names if not n.startswith("_") and n not in LEFT_OUT and n not in HELPERS]


def functions(module: str) -> set[str]:
    """The public functions that a module of the client defines and that make requests."""
    made = importlib.import_module(f"skyportal_py.{module}")
    return {
        name
        for name, value in inspect.getmembers(made, inspect.isfunction)
        if value.__module__ == made.__name__
        and not name.startswith("_")
        and "client" in inspect.signature(value).parameters
    }


def called() -> set[str]:
    """Every name that a contract test calls, plain or as an attribute."""
    found: set[str] = set()
    for path in HERE.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                what = node.func
                found.add(what.attr if isinstance(what, ast.Attribute) else getattr(what, "id", ""))
    return found


def test_every_function_is_called() -> None:
    known = called()
    missing = {m: sorted(functions(m) - known - LEFT_OUT_FUNCTIONS) for m in in_scope()}
    assert {m: names for m, names in missing.items() if names} == {}
