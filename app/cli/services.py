"""Which processes make an installation, in which order, and how each is seen to be ready."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from app.cli.serve import SITES, port_of
from app.config import Settings
from app.supervisor import Service, announces, http_answers, port_listens

LOOPBACK = "127.0.0.1"


def services(settings: Settings, environment: Mapping[str, str]) -> list[Service]:
    """List the services of ``skyrelay run``; ``environment`` carries what was decided for this run (ports)."""
    observatories = [
        Service(
            name=f"observatory-{site}",
            argv=_serve("observatory", "--site", site),
            ready=port_listens(LOOPBACK, port_of(settings, site)),
            environment=environment,
        )
        for site in (SITES if settings.followup.observatories.enabled else ())
    ]
    host = {"0.0.0.0": LOOPBACK, "::": "[::1]"}.get(settings.server.host, settings.server.host)  # noqa: S104
    web = [
        Service(
            name="web" if number == 1 else f"web-{number}",
            argv=_serve("web"),
            ready=http_answers(f"http://{host}:{settings.server.port}/api/health"),
            environment=environment,
            essential=True,
        )
        for number in range(1, settings.server.processes + 1)
    ]
    return [
        *web,
        *observatories,
        _worker(settings, "release", environment),
        _worker(settings, "errands", environment),
        _worker(settings, "followup", environment, after=tuple(service.name for service in observatories)),
        _worker(settings, "ingest", environment, finishes=True),
    ]


def _worker(
    settings: Settings,
    name: str,
    environment: Mapping[str, str],
    after: tuple[str, ...] = (),
    finishes: bool = False,
) -> Service:
    settings.run_dir.mkdir(parents=True, exist_ok=True)
    ready, variable = announces(settings.run_dir / f"{name}.ready")
    return Service(
        name=name,
        argv=_serve(name),
        after=after,
        ready=ready,
        environment={**environment, **variable},
        finishes=finishes,
    )


def _serve(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "app.cli", "serve", *arguments)
