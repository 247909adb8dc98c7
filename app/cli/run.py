"""``skyrelay run``: the whole of Skyrelay on this machine, as supervised processes."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import log
from app.cli.database import bring_up_to_date
from app.cli.serve import SITES
from app.cli.services import services
from app.config import PROJECT, Settings, as_environment, load_settings
from app.context import Context
from app.embedded.folder import free_port
from app.embedded.postgres import EmbeddedPostgres
from app.errors import Unavailable
from app.portal.accounts import NewUser, create_user
from app.portal.credentials import create_login_link
from app.supervisor import Supervisor
from app.tables import User, UserRole

ADMINISTRATOR = "admin"
DEMO_USER = "demo-pi"
COLOURS = ("cyan", "green", "yellow", "magenta", "blue", "bright_cyan", "bright_green", "bright_yellow")


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="Instead of server.port; 0: a free one.")
@click.option("--quiet", is_flag=True, help="Do not show what the services log; it is in var/log either way.")
def run(port: int | None, quiet: bool) -> None:
    """Start everything on this machine, and print a login link.

    Starts the embedded PostgreSQL (unless database.url is set), migrates it, seeds the demo collaboration once, and
    runs web, ingest, follow-up, release and errands workers and three simulated observatories. Ctrl-C ends all of
    them; a second Ctrl-C ends them at once. The next start carries on with the same data.
    """
    began = time.monotonic()
    overrides: dict[str, object] = {}
    settings = load_settings()
    if port is not None:
        overrides["server.port"] = port or free_port()
    if settings.followup.observatories.enabled and not settings.followup.observatories.ports:
        overrides["followup.observatories.ports"] = [free_port() for _ in SITES]
    settings = load_settings(overrides=overrides)
    log.configure(settings, "run")
    _check_port(settings)
    with _server(settings) as server:
        url = settings.database.url or server.start()
        if bring_up_to_date(settings, url):
            click.echo("The database was migrated.")
        links = _prepare(settings)
        supervisor = Supervisor(
            services(settings, as_environment(overrides)),
            settings.logs,
            settings.run_dir,
            _Speaker(quiet),
            every_second=lambda: _revive(server),
        )
        supervisor.run(lambda failed: _welcome(settings, links, failed, time.monotonic() - began))
    click.echo("Skyrelay has ended.")


@contextmanager
def _server(settings: Settings) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(settings.postgres)
    try:
        yield server
    finally:
        server.stop()


def _revive(server: EmbeddedPostgres) -> None:
    if server.revive():
        log.get_logger(__name__).warning("the embedded database had died and was started again")


def _check_port(settings: Settings) -> None:
    """Say at once that the port is taken, not after a minute of preparations."""
    family = socket.AF_INET6 if ":" in settings.server.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.server.host, settings.server.port))
        except OSError as error:
            raise Unavailable(
                f"Port {settings.server.port} on {settings.server.host} cannot be opened ({error.strerror}): stop "
                "what uses it, or choose another with server.port in config.yaml or `skyrelay run --port 5001`."
            ) from error


def _prepare(settings: Settings) -> dict[str, str]:
    """Seed the demo once, make sure that there is an administrator, and return login links by user name."""
    context = Context.create(settings, "admin")
    try:
        if settings.demo.enabled:
            from app.demo.seed import seed_demo

            seed_demo(context)
        with context.transaction() as session:
            users = [_administrator(session)]
            demo = session.scalar(select(User).where(User.username == DEMO_USER))
            users = [demo, *users] if demo is not None else users
            minutes = settings.server.login_link_minutes
            return {user.username: create_login_link(session, user.id, minutes) for user in users}
    finally:
        context.close()


def _administrator(session: Session) -> User:
    holders = select(UserRole.user_id).where(UserRole.role_id == "Super admin")
    found = session.scalar(select(User).where(User.id.in_(holders)).order_by(User.id).limit(1))
    if found is not None:
        return found
    made = create_user(session, NewUser(ADMINISTRATOR, roles=("Super admin",)))
    return session.get_one(User, made)


def _welcome(settings: Settings, links: dict[str, str], failed: list[str], took_s: float) -> None:
    minutes = settings.server.login_link_minutes
    click.echo(f"\nSkyrelay runs at {settings.base_url} (ready after {took_s:.1f} s). Ctrl-C ends it.")
    for username, code in links.items():
        click.echo(f"  log in as {username} (once, within {minutes} minutes): {settings.base_url}/login/{code}")
    for name in failed:
        click.echo(f"  {name} does not run yet; it is tried again. Why: {settings.logs / name}.log")
    if not (PROJECT / "app" / "web" / "dist" / "index.html").exists():
        click.echo("  The dashboard is not built: `make web` builds it. The API answers without it.")
    click.echo("")
    sys.stdout.flush()


class _Speaker:
    """Writes the services' lines with their names, in colours where the terminal has them."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._colours: dict[str, str] = {}

    def __call__(self, name: str, line: str) -> None:
        if self._quiet or not line:
            return
        colour = self._colours.setdefault(name, COLOURS[len(self._colours) % len(COLOURS)])
        click.echo(f"{click.style(f'{name:<15}', fg=colour)} {line}", err=True)
