"""``skyrelay status``."""

from __future__ import annotations

import sys

import click
import psutil

from app.config import load_settings
from app.embedded.postgres import EmbeddedPostgres
from app.supervisor import read_status
from app.supervisor.status import ServiceStatus, is_alive


@click.command()
def status() -> None:
    """Show which services run, with their memory; exit code 1 when one does not."""
    settings = load_settings()
    found = read_status(settings.run_dir / "status.json")
    services = found.services if found else {}
    fine = bool(services)
    for name, service in services.items():
        alive = is_alive(service)
        fine &= alive or service.state == "finished"
        shown = service.state if alive or service.state in ("finished", "stopped") else "gone"
        click.echo(f"{name:<18} {shown:<9} restarts {service.restarts:<3} {_process(service, alive)}")
    if settings.database.url is None:
        running = EmbeddedPostgres(settings.postgres).running_url() is not None
        click.echo(f"{'postgres':<18} {'ready' if running else 'stopped'}")
        fine &= running
    if not services:
        click.echo(f"Nothing was started with {settings.var} yet; `make run` starts it.")
    sys.exit(0 if fine else 1)


def _process(service: ServiceStatus, alive: bool) -> str:
    if not alive or service.pid is None:
        return ""
    try:
        memory = psutil.Process(service.pid).memory_info().rss
    except psutil.NoSuchProcess:
        return ""
    return f"pid {service.pid}, {memory / 1e6:.0f} MB"
