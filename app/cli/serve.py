"""``skyrelay serve``: one service in this process, under a supervisor or alone."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Mapping
from typing import Final

import click

from app import log
from app.config import Settings, load_settings
from app.errors import BadInput
from app.secrets import observatory_token
from app.supervisor import announce_ready, lifeline

SERVICES: Final[Mapping[str, str]] = {
    "web": "app.main:serve_web",
    "ingest": "ingest.service:serve",
    "followup": "followup.service:serve",
    "release": "app.publications.worker:serve",
    "errands": "app.outbound.service:serve",
}
"""``module:function``; each takes the settings, plain or async, and returns after SIGTERM."""
SITES: Final = ("coj", "cpt", "lsc")
"""The simulated observatories, in the order of followup.observatories.ports."""


@click.group()
def serve() -> None:
    """Run one service in this process until SIGTERM or Ctrl-C.

    `skyrelay run` starts all of them; this is for a server, where each is a unit or a container of its own. The
    database must be reachable and migrated (`skyrelay migrate`).
    """


def _register(name: str, target: str) -> None:
    @serve.command(name=name, help=f"Run the {name} service.")
    def command() -> None:
        settings = load_settings()
        log.configure(settings, name)
        module, _, attribute = target.partition(":")
        function = getattr(importlib.import_module(module), attribute)
        lifeline.tie_forks()
        announce_ready()
        result = function(settings)
        if inspect.iscoroutine(result):
            asyncio.run(result)


for _name, _target in SERVICES.items():
    _register(_name, _target)


@serve.command()
@click.option("--site", type=click.Choice(SITES), required=True, help="Which of the three sites.")
def observatory(site: str) -> None:
    """Run one simulated observatory, which speaks the LCO observation portal's API on loopback."""
    from pydantic import SecretStr

    from followup.facilities.simulated.config import ObservatoryConfig, Outage
    from followup.facilities.simulated.server import run_observatory

    settings = load_settings()
    wanted = settings.followup.observatories
    log.configure(settings, f"observatory-{site}")
    run_observatory(
        ObservatoryConfig(
            site=site,
            var=settings.var,
            token=SecretStr(observatory_token(settings)),
            port=port_of(settings, site),
            night=wanted.night,
            weather=wanted.weather,
            seed=wanted.seed,
            speed=wanted.speed,
            outages=tuple(Outage.parse(text) for text in wanted.outages),
        )
    )


def port_of(settings: Settings, site: str) -> int:
    """Return the configured port of a site; `skyrelay run` fills in free ones where none are configured."""
    ports = settings.followup.observatories.ports
    if len(ports) != len(SITES):
        raise BadInput(
            f"followup.observatories.ports must list {len(SITES)} ports ({', '.join(SITES)}) for one site alone.",
            field="followup.observatories.ports",
        )
    return ports[SITES.index(site)]
