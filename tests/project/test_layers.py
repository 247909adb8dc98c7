"""Who may import whom: the arrows of docs/architecture.md, checked on every import statement of the tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("app", "ingest", "followup", "plugins", "migrations", "tests", "bench")

# leaf areas: anybody may import them, and they import only what is named here
LEAVES = {"app.errors", "app.log", "app.times", "app.config", "app.config_layers", "app.secrets", "app.drill"}

# of app.api, ingest and followup know the route protocol (with its parameter types) and nothing else
ENGINES_MAY = {
    "app.portal",
    "app.policies",
    "app.publications",
    "app.access",
    "app.tables",
    "app.context",
    "app.blobs",
    "app.live",
    "app.errands",
    "app.sky",
    "app.api.routes",
    "app.api.params",
}

# area → the areas that it may import, besides itself and the leaves. The longest matching name decides.
ALLOWED: dict[str, set[str]] = {
    "app.errors": set(),
    "app.log": {"app.errors", "app.config"},
    "app.times": {"app.errors"},
    "app.config": {"app.errors", "app.config_layers"},
    "app.config_layers": {"app.errors"},
    "app.secrets": {"app.errors", "app.config"},
    "app.drill": {"app.errors"},
    "app.tables": set(),
    "app.access": {"app.tables"},
    "app.portal": {"app.access", "app.tables", "app.context", "app.blobs", "app.errands", "app.sky"},
    "app.policies": {"app.portal", "app.access", "app.tables", "app.context", "app.blobs"},
    "app.publications": {
        "app.policies",
        "app.portal",
        "app.errands",
        "app.access",
        "app.tables",
        "app.context",
        "app.blobs",
    },
    "app.live": {"app.access", "app.tables", "app.context"},
    "app.sky": {"app.errands"},
    "app.errands": {"app.live", "app.access", "app.tables", "app.context"},
    "app.outbound": {
        "app.errands",
        "app.sky",
        "app.policies",
        "app.publications",
        "app.portal",
        "app.access",
        "app.tables",
        "app.context",
        "app.blobs",
    },
    "app.api": {
        "app.portal",
        "app.policies",
        "app.publications",
        "app.sky",
        "app.errands",
        "app.live",
        "app.access",
        "app.tables",
        "app.context",
        "app.blobs",
    },
    # what one process holds, and the machinery around the database and the processes
    "app.context": {"app.access", "app.tables", "app.blobs", "app.embedded"},
    "app.blobs": set(),
    "app.embedded": set(),
    "app.migrate": {"app.embedded", "app.tables", "app.context", "migrations"},
    "app.backup": {"app.embedded", "app.blobs", "app.migrate", "app.context", "app.access", "app.tables"},
    "app.install": {"app.embedded", "app.context", "app.portal", "app.access", "app.tables"},
    "app.supervisor": {"app.embedded"},
    "app.demo": {"app.policies", "app.portal", "app.access", "app.tables", "app.context"},
    # the composition root: the one place that imports everything, except plugins by name
    "app.main": {"app", "ingest", "followup", "migrations"},
    "app.cli": {"app", "ingest", "followup", "migrations"},
    "ingest": ENGINES_MAY,
    "followup": ENGINES_MAY,
    "migrations": {"app.tables", "app.access"},
    "plugins": set(),
    "bench": {"app", "ingest", "followup"},
}


@dataclass(frozen=True)
class Import:
    """One import of one of our own modules."""

    path: Path
    line: int
    importer: str
    imported: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.importer} imports {self.imported}"


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources(top: str) -> Iterator[Path]:
    for path in sorted((ROOT / top).rglob("*.py")):
        if "node_modules" not in path.parts:
            yield path


def imports_of(path: Path) -> Iterator[Import]:
    importer = module_name(path)
    package = importer if path.name == "__init__.py" else importer.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            # `from app.api import routes` is an import of app.api.routes if there is such a module
            names = [f"{base}.{alias.name}" if is_module(f"{base}.{alias.name}") else base for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] in OURS:
                yield Import(path, node.lineno, importer, name)


def is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or place.is_dir()


def is_within(name: str, area: str) -> bool:
    return name == area or name.startswith(area + ".")


def area_of(module: str) -> str | None:
    holding = [area for area in ALLOWED if is_within(module, area)]
    return max(holding, key=len, default=None)


def is_allowed(found: Import) -> bool:
    area = area_of(found.importer)
    if area is None:
        return found.importer in ("app", "ingest", "followup", "plugins", "migrations", "bench")
    if is_within(found.imported, area):
        return True
    if is_within(found.imported, "plugins"):
        return False
    allowed = ALLOWED[area] | (set() if area in LEAVES else LEAVES)
    if area == "plugins":
        return is_within(found.imported, "app.errors") or found.imported.rpartition(".")[2].endswith("protocol")
    return any(is_within(found.imported, name) for name in allowed)


@lru_cache(maxsize=1)
def all_imports() -> list[Import]:
    return [found for top in OURS if top != "tests" for path in sources(top) for found in imports_of(path)]


def test_every_import_follows_the_arrows() -> None:
    wrong = [str(found) for found in all_imports() if not is_allowed(found)]
    assert not wrong, "imports against the arrows of the architecture:\n" + "\n".join(wrong)


def test_every_module_of_the_portal_belongs_to_an_area() -> None:
    homeless = [module_name(p) for p in sources("app") if module_name(p) != "app" and area_of(module_name(p)) is None]
    assert not homeless, f"say in ALLOWED what these may import: {homeless}"


def test_nobody_imports_a_plugin_by_name() -> None:
    wrong = [
        str(found)
        for found in all_imports()
        if is_within(found.imported, "plugins") and not is_within(found.importer, "plugins")
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_that_ships_imports_tests_or_benchmarks() -> None:
    shipped = [found for found in all_imports() if not is_within(found.importer, "bench")]
    wrong = [str(f) for f in shipped if f.imported.split(".")[0] in ("tests", "bench")]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("app.tables.obj", "app.access.grants", False),
        ("app.access.grants", "app.tables.obj", True),
        ("app.portal.sources", "ingest.sinks.database", False),
        ("app.portal.sources", "app.api.routes", False),
        ("app.cli.root", "ingest.api", True),
        ("ingest.api", "app.api.routes", True),
        ("ingest.api", "app.api.handler", False),
        ("ingest.worker", "followup.worker", False),
        ("followup.worker", "ingest.worker", False),
        ("app.main", "plugins.slack", False),
        ("app.drill.truth", "app.errors", True),
        ("app.drill.truth", "app.tables.obj", False),
    ],
)
def test_the_rules_say_what_the_design_says(importer: str, imported: str, allowed: bool) -> None:
    assert is_allowed(Import(ROOT / "x.py", 1, importer, imported)) is allowed
