"""``skyrelay describe``: the OpenAPI document, from which the dashboard's types are made."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
def describe(file: Path | None) -> None:
    """Write the OpenAPI 3.1 document of this version to FILE, or to standard output."""
    from app.api.openapi import document
    from app.main import all_routes

    written = json.dumps(document(all_routes()), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if file is None:
        click.echo(written, nl=False)
    else:
        file.write_text(written, encoding="utf-8")
