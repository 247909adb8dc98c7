from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import load_settings
from app.install import install
from app.migrate import upgrade_url
from tests.support.postgres import Databases
from tests.support.world import World


@pytest.fixture
def other_world(postgres: Databases, tmp_path: Path) -> Iterator[World]:
    """A second installation, to compare with the first."""
    folder = tmp_path / "other"
    folder.mkdir()
    with postgres.fresh(postgres.template("migrated", upgrade_url)) as url:
        settings = load_settings(folder, {"database.url": url, "demo.enabled": False})
        install(settings)
        made = World(settings)
        yield made
        made.close()
