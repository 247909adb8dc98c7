"""``skyrelay backup`` and ``skyrelay restore``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from app.backup import Manifest, make_backup, restore_backup
from app.backup import Progress as Report
from app.cli.database import bring_up_to_date, database
from app.config import load_settings


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write database and blobs into FILE (a tar with a manifest of checksums).

    Skyrelay may go on running: the database is dumped as of one moment. FILE is readable by you alone. The secret
    (var/secret.key, or security.secret_key) is not in it; keep it in another place: without it, the stored facility
    credentials cannot be used after a restore, everything else can.
    """
    settings = load_settings()
    with database(settings) as url, _bar() as report:
        manifest = make_backup(url, settings.blobs, file.resolve(), report)
    click.echo(f"Wrote {file}: {_account(manifest)}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace everything in the database, if it is not empty.")
def restore(file: Path, force: bool) -> None:
    """Bring back what `backup` wrote to FILE.

    Every checksum is verified before anything is changed. The database must be empty, unless --force is given; it
    is replaced in one transaction, so that a restore that fails leaves what was there. Blobs are added to those
    that exist. A backup of an older version is migrated afterwards. Skyrelay must not be running.
    """
    settings = load_settings()
    with database(settings) as url:
        with _bar() as report:
            manifest = restore_backup(url, settings.blobs, file.resolve(), force=force, progress=report)
        bring_up_to_date(settings, url)
    click.echo(f"Restored {file}, made {manifest.made_at:%Y-%m-%d %H:%M} UTC: {_account(manifest)}.")


def _account(manifest: Manifest) -> str:
    total = sum(entry.bytes for entry in manifest.files.values())
    return f"the database and {len(manifest.files) - 1} blobs, {total / 1e6:.1f} MB, schema {manifest.schema_revision}"


@contextmanager
def _bar() -> Iterator[Report]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("the database", total=None)

        def report(name: str, done: int) -> None:
            progress.update(task, advance=done, description=name.partition("/")[0])

        yield report
