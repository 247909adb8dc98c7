"""One portal for all tests of a module: what they ask is rolled back, or comes last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import load_settings
from app.install import install
from tests.app.access.matrix.cast import Cast, cast_of
from tests.app.access.matrix.seeds import fill
from tests.support.postgres import Databases
from tests.support.world import World, installed, served

NOWHERE = "http://127.0.0.1:9"
"""Where nobody answers. Requests only write down what is to be asked there, and nothing here does such errands."""
_ASKED = ("gaia_tap", "vizier_tap", "irsa_tap", "datalab_tap", "ps1_catalog", "minor_planets", "weather")
SETTINGS = {f"sky.{name}": NOWHERE for name in _ASKED} | {
    "sky.weather_key": "key",
    "sharing.tns": NOWHERE,
    "sharing.tns_bot_id": 1,
    "sharing.tns_bot_name": "bot",
    "sharing.tns_key": "key",
    "login.per_minute": 100_000,
    "server.requests_per_minute": 0,
}
"""Outside services are set up, so that wishes for them are taken; and nobody is too fast."""


@pytest.fixture(scope="module")
def stage(postgres: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A portal of the module's own, with its HTTP server."""
    folder: Path = tmp_path_factory.mktemp("portal")
    with postgres.fresh(postgres.template("installed", installed)) as url:
        settings = load_settings(folder, {"database.url": url, "demo.enabled": False} | SETTINGS)
        install(settings)
        world = World(settings)
        try:
            with served(world.context("web")) as address:
                world.base_url = address
                yield world
        finally:
            world.close()


@pytest.fixture(scope="module")
def cast(stage: World) -> Iterator[Cast]:
    """The people, and the team's rows of every kind."""
    with cast_of(stage) as made:
        fill(made)
        yield made
