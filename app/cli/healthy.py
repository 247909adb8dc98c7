"""``skyrelay healthy``: what a container's health check runs."""

from __future__ import annotations

import contextlib
import sys

import click

from app.config import load_settings


@click.command()
@click.argument("part", type=click.Choice(["web", "database"]))
def healthy(part: str) -> None:
    """Say by the exit code whether PART works: 0 yes, 1 no.

    web: the portal on this machine answers, with its database. database: the configured one takes connections.
    """
    settings = load_settings()
    if part == "web":
        from app.supervisor import http_answers

        fine = http_answers(f"http://127.0.0.1:{settings.server.port}/api/health")()
    else:
        import psycopg2

        from app.context import owner_url

        fine = False
        with contextlib.suppress(psycopg2.OperationalError):
            url = owner_url(settings).replace("+psycopg2", "")
            psycopg2.connect(url, connect_timeout=max(1, round(settings.database.connect_timeout_s))).close()
            fine = True
    sys.exit(0 if fine else 1)
