"""``skyrelay ingest``: alerts from disk into a portal, and what became of them."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from sqlalchemy import select

from app import log
from app.cli.database import bring_up_to_date, database
from app.cli.ingest_tables import print_account, print_quarantine, print_runs
from app.config import Settings, load_settings
from app.context import Context
from app.errors import NotFound
from app.tables import IngestRun, QuarantinedPacket
from ingest.pipeline.account import Account
from ingest.pipeline.run import Options, Pipeline
from ingest.sinks.database import DatabaseSink
from ingest.sinks.portal import PortalSink, PortalTarget
from ingest.sinks.protocol import Sink
from ingest.streams.files import open_path
from ingest.streams.protocol import Stream
from ingest.streams.replay import QuarantineStream

DEFAULT_COMMAND = "play"


class PathFirst(click.Group):
    """A group whose first argument may be a path: then `play` is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before a path or an option of its own."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)


@click.group(cls=PathFirst, no_args_is_help=True)
def ingest() -> None:
    """Play packets from disk: `skyrelay ingest PATH`.

    PATH is an Avro file, a folder or a tar archive (also gzipped) of ZTF packets (any version) or LSST packets
    (container files or the Confluent wire form). Packets are decoded, run through the active filters of the groups,
    and those that pass become candidates. The end is an account of every packet. `skyrelay ingest play --help` has
    the options; ./runs is a path, runs a command.
    """


@ingest.command(DEFAULT_COMMAND)
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--survey", type=click.Choice(["auto", "ztf", "lsst"]), default="auto", show_default=True,
              help="Take packets of this survey only; auto: each packet tells whose it is.")  # fmt: skip
@click.option("--portal", "portal_url", metavar="URL", help="Send candidates to this SkyPortal instance instead.")
@click.option("--token", envvar="SKYRELAY_PORTAL_TOKEN", help="Its token, better given as $SKYRELAY_PORTAL_TOKEN.")
@click.option("--filter-id", "filter_ids", type=int, multiple=True, help="A filter of that instance; may be repeated.")
@click.option("--expression", help="What must be true of an alert, where that instance's filters do not say.")
def play(path: Path, survey: str, portal_url: str | None, **portal: Any) -> None:
    """Play the packets at PATH into the database, or into a SkyPortal instance.

    Running it again changes nothing: an alert that was seen before counts as a duplicate. So a filter that was added
    since is not tried on alerts of the past. A run that was killed is simply run again. Packets that cannot be used
    go to quarantine with their reason and stop nothing; the exit code is 0 all the same.
    """
    settings = load_settings()
    _quiet_log(settings)
    stream = open_path(path)
    only = None if survey == "auto" else survey
    if portal_url is None:
        _refuse_portal_options(portal)
        with _context(settings) as context:
            _run(stream, DatabaseSink(context, "files"), Options(settings.ingest.batch_size, only))
        return
    if not portal["token"] or not portal["filter_ids"]:
        raise click.UsageError("--portal needs --token and at least one --filter-id.")
    target = PortalTarget(portal_url, portal["token"], portal["filter_ids"], portal["expression"])
    _run(stream, PortalSink(target, settings.var / "ingest"), Options(settings.ingest.batch_size, only))


def _refuse_portal_options(portal: dict[str, Any]) -> None:
    if portal["filter_ids"] or portal["expression"]:
        raise click.UsageError("--filter-id and --expression go with --portal; here the groups' own filters decide.")


@ingest.command()
@click.option("--last", default=20, show_default=True, help="How many.")
def runs(last: int) -> None:
    """Show the latest runs with their accounts."""
    with _context(load_settings()) as context, context.transaction() as session:
        found = list(session.scalars(select(IngestRun).order_by(IngestRun.id.desc()).limit(last)))
    print_runs(found, _console())


@ingest.group()
def quarantine() -> None:
    """Packets that could not be used: list, show, replay."""


@quarantine.command("list")
@click.option("--all", "everything", is_flag=True, help="Also those that were replayed since.")
@click.option("--last", default=50, show_default=True, help="How many.")
def list_packets(everything: bool, last: int) -> None:
    """List the packets in quarantine, the latest first."""
    query = select(QuarantinedPacket).order_by(QuarantinedPacket.id.desc()).limit(last)
    if not everything:
        query = query.where(QuarantinedPacket.replayed_at.is_(None))
    with _context(load_settings()) as context, context.transaction() as session:
        found = list(session.scalars(query))
    print_quarantine(found, _console())


@quarantine.command()
@click.argument("packet_id", type=int)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write its bytes to this file.")
def show(packet_id: int, output: Path | None) -> None:
    """Show one packet of quarantine, or write its bytes to a file."""
    with _context(load_settings()) as context:
        with context.transaction() as session:
            row = session.get(QuarantinedPacket, packet_id)
        if row is None:
            raise NotFound(f"There is no packet {packet_id} in quarantine.")
        payload = context.blobs.get(row.blob)
    for name in ("id", "code", "reason", "source", "position", "run_id", "quarantined_at", "replayed_at", "blob"):
        click.echo(f"{name:<15} {getattr(row, name)}")
    click.echo(f"{'bytes':<15} {len(payload)}, beginning with {payload[:16].hex(' ')}")
    if output is not None:
        output.write_bytes(payload)


@quarantine.command()
@click.argument("packet_ids", type=int, nargs=-1)
def replay(packet_ids: tuple[int, ...]) -> None:
    """Try packets of quarantine again: all that were not replayed, or those named."""
    settings = load_settings()
    _quiet_log(settings)
    with _context(settings) as context:
        stream = QuarantineStream(context, packet_ids)
        _run(stream, DatabaseSink(context, "quarantine", replay=True), Options(settings.ingest.batch_size))


def _quiet_log(settings: Settings) -> None:
    """What is told line by line in a service is told in the account here."""
    log.configure(settings, "ingest")
    if settings.logging.level == "INFO":
        logging.getLogger().setLevel(logging.WARNING)


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 160)


@contextmanager
def _context(settings: Settings) -> Iterator[Context]:
    with database(settings) as url:
        bring_up_to_date(settings, url)
        context = Context.create(settings, "ingest")
        try:
            yield context
        finally:
            context.close()


def _run(stream: Stream, sink: Sink, options: Options) -> None:
    began = time.monotonic()
    try:
        with _bar(stream) as advance:
            account = Pipeline(stream, sink, options).run(advance)
    finally:
        sink.close()
        stream.close()
    print_account(account, time.monotonic() - began, _console())


@contextmanager
def _bar(stream: Stream) -> Iterator[Any]:
    console = Console(stderr=True)
    start = stream.progress()
    amount = MofNCompleteColumn() if start.unit == "packets" else DownloadColumn()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        amount,
        TimeElapsedColumn(),
        TextColumn("{task.fields[counts]}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("ingest", total=start.total, counts="")

        def advance(account: Account) -> None:
            now = stream.progress()
            counts = f"{account.decoded} alerts, {account.saved} saved, {account.quarantined} quarantined"
            progress.update(task, completed=now.done, total=now.total, counts=counts)

        yield advance
