"""``skyrelay drill``: close and open the simulated telescopes while everything runs."""

from __future__ import annotations

import click

SITES = ("coj", "cpt", "lsc")
KINDS = ("clouds", "downtime", "portal-down", "hang")


@click.group()
def drill() -> None:
    """Make a rehearsal harder: close a simulated site while people watch what their triggers do."""


@drill.command()
@click.argument("site", type=click.Choice(SITES))
@click.option("--kind", type=click.Choice(KINDS), default="clouds", show_default=True, help="What goes wrong.")
@click.option("--reason", default="", help="What the observatory says of it.")
def close(site: str, kind: str, reason: str) -> None:
    """Close a simulated site, until `skyrelay drill open SITE`."""
    _write(site, f"{site}:{kind}:::{reason}")
    click.echo(f"{site} is closed ({kind}).")


@drill.command(name="open")
@click.argument("site", type=click.Choice(SITES))
def open_site(site: str) -> None:
    """Open a simulated site that was closed by `skyrelay drill close`."""
    _write(site, None)
    click.echo(f"{site} is open again, weather permitting.")


def _write(site: str, line: str | None) -> None:
    from app.config import load_settings
    from app.drill.truth import write_atomically
    from followup.facilities.simulated.config import outages_path

    path = outages_path(load_settings().var)
    path.parent.mkdir(parents=True, exist_ok=True)
    known = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    kept = [entry for entry in known if not entry.startswith(f"{site}:")]
    write_atomically(path, "\n".join(kept + ([line] if line else [])).encode())
