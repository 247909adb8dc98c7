"""No dead settings: each key of config.yaml.defaults is read by some module."""

from __future__ import annotations

from app.config import PROJECT, Settings
from app.config_layers import dotted_keys

DEFINITIONS = {"app/config.py", "app/config_layers.py"}


def test_every_key_is_used() -> None:
    """Some module other than the definitions mentions the section and reads the key from it."""
    sources = [
        path.read_text(encoding="utf-8")
        for folder in ("app", "ingest", "followup", "plugins")
        for path in (PROJECT / folder).rglob("*.py")
        if "node_modules" not in path.parts and path.relative_to(PROJECT).as_posix() not in DEFINITIONS
    ]
    # storage.var and server.base_url are read through the properties that make them absolute and complete.
    derived = {"storage.var": ("settings", "var"), "server.base_url": ("settings", "base_url")}
    unused = []
    for dotted in dotted_keys(Settings):
        section, key = derived.get(dotted) or tuple(dotted.split(".")[-2:])
        if not any(section in text and f".{key}" in text for text in sources):
            unused.append(dotted)
    assert unused == []
