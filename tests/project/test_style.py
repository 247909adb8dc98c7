"""Habits that no linter checks for us: sizes, honest error handling, no leftovers, lock files without addresses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOPS = ("app", "ingest", "followup", "plugins", "migrations", "tests", "bench")
MAX_MODULE_LINES = 500
MAX_FUNCTION_LINES = 70
MAX_PARAMETERS = 9
# a migration is one long list of statements, written once and never edited
SIZE_EXEMPT = ("migrations/versions/",)
# the last resort of a request: whatever happens in a handler must become an answer and a log line
CATCH_ALL_ALLOWED = {"app/api/handler.py": 1}
MARKERS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|registry=", re.IGNORECASE)


@lru_cache(maxsize=1)
def modules() -> tuple[tuple[str, str, ast.Module], ...]:
    """(path, text, syntax tree) of every Python module of ours."""
    found = []
    for top in TOPS:
        for path in sorted((ROOT / top).rglob("*.py")):
            if "node_modules" not in path.parts:
                text = path.read_text(encoding="utf-8")
                found.append((path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return tuple(found)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def is_catch_all(handler: ast.ExceptHandler) -> bool:
    """True for a handler that swallows anything; cleaning up and raising the same error again is no catch."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {name.id if isinstance(name, ast.Name) else None for name in caught if name is not None}
    return handler.type is None or bool(names & {"Exception", "BaseException"})


def test_the_tree_is_found() -> None:
    assert len(modules()) > 20


def test_errors_are_caught_by_name() -> None:
    counts: dict[str, int] = {}
    for path, _, tree in modules():
        broad = sum(isinstance(n, ast.ExceptHandler) and is_catch_all(n) for n in ast.walk(tree))
        if broad:
            counts[path] = broad
    wrong = {path: n for path, n in counts.items() if n > CATCH_ALL_ALLOWED.get(path, 0)}
    assert not wrong, f"catch the errors that can come, by name: {wrong}"


def test_nothing_is_left_to_be_done_later() -> None:
    wrong = [
        f"{path}:{number}"
        for path, text, _ in modules()
        for number, line in enumerate(text.splitlines(), start=1)
        if MARKERS.search(line)
    ]
    assert not wrong, wrong


def test_nothing_is_a_stub() -> None:
    wrong = [
        f"{path}:{node.lineno}"
        for path, _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and "NotImplementedError" in ast.dump(node)
    ]
    assert not wrong, wrong


def test_modules_are_short() -> None:
    wrong = [
        f"{path}: {len(text.splitlines())} lines"
        for path, text, _ in modules()
        if not path.startswith(SIZE_EXEMPT) and len(text.splitlines()) > MAX_MODULE_LINES
    ]
    assert not wrong, wrong


def test_functions_are_short() -> None:
    wrong = [
        f"{path}:{f.lineno} {f.name}: {length} lines"
        for path, _, tree in modules()
        if not path.startswith(SIZE_EXEMPT)
        for f in functions(tree)
        if (length := (f.end_lineno or f.lineno) - f.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert not wrong, wrong


def test_functions_have_few_parameters() -> None:
    wrong = []
    for path, _, tree in modules():
        for f in functions(tree):
            names = [a.arg for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)]
            if len([n for n in names if n not in ("self", "cls")]) > MAX_PARAMETERS:
                wrong.append(f"{path}:{f.lineno} {f.name}")
    assert not wrong, f"more than {MAX_PARAMETERS} parameters: {wrong}"


def lock_files() -> list[Path]:
    found = [*(ROOT / "requirements").glob("*"), ROOT / "app" / "web" / "package-lock.json"]
    return [path for path in found if path.is_file()]


@pytest.mark.parametrize("path", lock_files(), ids=lambda path: path.name)
def test_lock_files_name_no_download_address(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    wrong = [f"{n}: {line[:120]}" for n, line in enumerate(lines, start=1) if is_address(path, line)]
    assert not wrong, wrong[:5]


def is_address(path: Path, line: str) -> bool:
    """In npm's lock only `resolved` is where a package comes from; `funding` links are told by the packages."""
    if path.suffix == ".json":
        return '"resolved"' in line and bool(ADDRESS.search(line))
    return bool(ADDRESS.search(line.partition(" #")[0])) and not line.lstrip().startswith("#")
