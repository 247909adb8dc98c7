"""``skyrelay config``."""

from __future__ import annotations

from typing import Any

import click
import yaml

from app.config import load_settings
from app.config_layers import SECRET_KEYS


@click.command()
def config() -> None:
    """Show the settings in force, secrets masked.

    They come from config.yaml.defaults, config.yaml and SKYRELAY__SECTION__KEY variables, later ones winning.
    """
    settings = load_settings()
    click.echo(f"# {settings.root / 'config.yaml'}; data in {settings.var}")
    click.echo(yaml.safe_dump(masked(settings.model_dump(mode="json")), sort_keys=False), nl=False)


def masked(section: dict[str, Any], path: str = "") -> dict[str, Any]:
    """Return ``section`` with every secret that is set replaced by ``***``."""
    return {
        key: masked(value, f"{path}{key}.")
        if isinstance(value, dict) and f"{path}{key}" not in SECRET_KEYS
        else "***"
        if value and f"{path}{key}" in SECRET_KEYS
        else value
        for key, value in section.items()
    }
