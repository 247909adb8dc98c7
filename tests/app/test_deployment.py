"""The files for servers agree with the program: sections, services, commands; and nobody runs as root."""

from __future__ import annotations

import re

import yaml

from app.cli.root import COMMANDS
from app.cli.serve import SERVICES
from app.config import PROJECT, Settings
from app.config_layers import dotted_keys


def test_compose_names_real_settings_and_services() -> None:
    text = (PROJECT / "docker-compose.yml").read_text()
    compose = yaml.safe_load(text)
    named = {name.lower().replace("__", ".") for name in re.findall(r"SKYRELAY__(\w+)", text)}
    assert named <= set(dotted_keys(Settings))
    commands = [service["command"] for service in compose["services"].values() if "command" in service]
    assert {command[1] for command in commands if command[0] == "serve"} == set(SERVICES)
    assert {command[0] for command in commands} <= set(COMMANDS)
    for name, service in compose["services"].items():
        assert "healthcheck" in service or name == "web", "web has the image's own"


def test_compose_says_which_secrets_it_needs() -> None:
    needed = set(re.findall(r"\$\{(\w+):\?", (PROJECT / "docker-compose.yml").read_text()))
    assert needed
    given = (PROJECT / ".env.example").read_text()
    assert all(f"\n{name}=\n" in given for name in needed)


def test_the_image_runs_as_nobody_special() -> None:
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    assert "USER skyrelay" in lines
    assert lines.index("USER skyrelay") > max(n for n, line in enumerate(lines) if line.startswith("RUN"))
    assert any(line.startswith("HEALTHCHECK") for line in lines)


def test_locks_are_hashed_and_name_no_place() -> None:
    for name in ("bootstrap", "base", "dev", "node"):
        text = (PROJECT / "requirements" / f"{name}.lock").read_text()
        assert "://" not in text
        for requirement in re.split(r"\n(?=\S)", text.strip()):
            assert re.match(r"[a-z0-9._-]+(\[.*\])?==\S+", requirement), requirement
            assert "--hash=sha256:" in requirement, requirement
