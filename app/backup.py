"""Backup and restore: database and blobs in one tar, with the SHA-256 of everything in its manifest.

The tar holds ``database.dump`` (pg_dump's custom format), ``blobs/…`` and, last, ``manifest.json``. The database
is dumped first: blobs are named by their content and only added, so that the blobs copied afterwards are at least
those that the dump speaks of. The installation's secret is *not* in it: whoever finds a backup must not find the
key to the facility credentials with it.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from app.access.logins import SERVICES
from app.embedded.tools import tool
from app.errors import SkyrelayError

FORMAT = 1
DUMP = "database.dump"
MANIFEST = "manifest.json"
TOOL_TIMEOUT_S = 6 * 3600.0
"""A database of a few hundred GB is dumped in this time; longer, something hangs."""
LOCK_TIMEOUT_MS = 10_000
CHUNK = 1 << 20

Progress = Callable[[str, int], None]
"""Called with what is being worked on and how many bytes of it were just done."""


class BackupError(SkyrelayError):
    """The backup cannot be made or used; nothing was changed."""

    code: ClassVar[str] = "backup"
    status: ClassVar[int] = 409


class Entry(BaseModel, frozen=True):
    """One file of the backup."""

    sha256: str
    bytes: int


class Manifest(BaseModel, frozen=True):
    """What a backup holds; ``schema_revision`` is the newest migration that its database had."""

    format: int
    made_at: datetime
    schema_revision: str | None
    files: dict[str, Entry]


def make_backup(url: str, blobs: Path, target: Path, progress: Progress) -> Manifest:
    """Write the backup to ``target``, which appears only when it is complete; readable by the caller alone."""
    partial = target.with_name(target.name + ".partial")
    files: dict[str, Entry] = {}
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".skyrelay-backup-") as folder:
            dump = Path(folder) / DUMP
            _pg("pg_dump", url, ["--format=custom", "--no-owner", "--lock-wait-timeout=10s", f"--file={dump}"])
            descriptor = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w+b") as raw, tarfile.open(fileobj=raw, mode="w") as archive:
                files[DUMP] = _add(archive, dump, DUMP, progress)
                for path in sorted(path for path in blobs.rglob("*") if path.is_file()):
                    name = f"blobs/{path.relative_to(blobs).as_posix()}"
                    files[name] = _add(archive, path, name, progress)
                manifest = Manifest(
                    format=FORMAT, made_at=datetime.now(UTC), schema_revision=_revision(url), files=files
                )
                _add_text(archive, MANIFEST, manifest.model_dump_json(indent=1))
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BackupError(f"The backup could not be written to {target} ({error}); nothing is left of it.") from error
    return manifest


def restore_backup(url: str, blobs: Path, source: Path, *, force: bool, progress: Progress) -> Manifest:
    """Bring back what :func:`make_backup` wrote, after checking all of it; all or nothing for the database.

    A database that holds tables is refused, unless ``force``: then they are replaced in the same transaction.
    """
    try:
        blobs.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=blobs.parent, prefix=".skyrelay-restore-") as name:
            folder = Path(name)
            manifest = unpack(source, folder, progress)
            _prepare_database(url, force)
            _load(url, folder / DUMP, replace=force)
            for member in manifest.files:
                if member.startswith("blobs/"):
                    _keep_blob(folder / member, blobs / member.removeprefix("blobs/"))
    except OSError as error:
        raise BackupError(f"The restore could not go on ({error}); run it again once that is corrected.") from error
    return manifest


def unpack(source: Path, folder: Path, progress: Progress) -> Manifest:
    """Unpack a backup into ``folder`` and compare every file with the manifest."""
    found: dict[str, Entry] = {}
    try:
        with tarfile.open(source) as archive:
            for member in archive:
                if not member.isfile():
                    raise BackupError(f"{source} is no backup of Skyrelay: it holds {member.name!r}, which is no file.")
                _extract(archive, member, folder)
                if member.name != MANIFEST:
                    found[member.name] = _digest(folder / member.name, member.name, progress)
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_text(encoding="utf-8"))
    except (tarfile.TarError, FileNotFoundError, ValidationError, EOFError) as error:
        raise BackupError(f"{source} is no complete backup of Skyrelay ({error}); use another one.") from error
    if manifest.format != FORMAT:
        raise BackupError(f"{source} has backup format {manifest.format}, and this Skyrelay reads {FORMAT}: update it.")
    wrong = sorted({name for name, _ in set(found.items()) ^ set(manifest.files.items())})
    if wrong:
        raise BackupError(f"{source} is damaged: {wrong[0]} is not what its manifest says. Use another backup.")
    return manifest


def _extract(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Write one plain file below ``folder``. tarfile's own filters came with Python 3.11.4, and 3.11.2 is Debian's."""
    target = (folder / member.name).resolve()
    content = archive.extractfile(member)
    if content is None or not target.is_relative_to(folder.resolve()):
        raise BackupError(f"The backup holds {member.name!r}, which is no file inside it; use another one.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with content, target.open("wb") as file:
        shutil.copyfileobj(content, file)


def _prepare_database(url: str, force: bool) -> None:
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 5})
    try:
        with engine.begin() as connection:
            _refuse_users(connection)
            tables = connection.execute(
                text("SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
            ).scalar_one()
            if tables and not force:
                raise BackupError(
                    f"The database {make_url(url).database} is not empty ({tables} tables). Name an empty one, "
                    "or replace everything in it with --force."
                )
            _ensure_roles(connection)
    except OperationalError as error:
        said = str(error.orig).strip().splitlines()[0]
        raise BackupError(f"The database cannot be reached ({said}); is database.url right?") from error
    finally:
        engine.dispose()


def _refuse_users(connection: Connection) -> None:
    others = connection.execute(
        text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    ).scalar_one()
    if others:
        raise BackupError(f"The database is in use ({others} connections); stop Skyrelay first, then restore.")


def _ensure_roles(connection: Connection) -> None:
    """Make the roles that the dump grants rights to; they belong to the server, so no dump has them."""
    for role in sorted({role for roles in SERVICES.values() for role in roles}):
        if connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}).first() is None:
            connection.exec_driver_sql(f'CREATE ROLE "{role}" NOLOGIN')


def _load(url: str, dump: Path, *, replace: bool) -> None:
    script = dump.with_suffix(".sql")
    _run([tool("pg_restore"), "--no-owner", f"--file={script}", str(dump)], {})
    first = ["--command=DROP OWNED BY CURRENT_USER CASCADE"] if replace else []
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _pg("psql", url, [*options, *first, f"--file={script}"])


def _keep_blob(source: Path, target: Path) -> None:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".new")
    shutil.copyfile(source, fresh)
    fresh.replace(target)


def _revision(url: str) -> str | None:
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 5})
    try:
        with engine.connect() as connection:
            if connection.execute(text("SELECT to_regclass('public.alembic_version')")).scalar() is None:
                return None
            revision = connection.execute(text("SELECT max(version_num) FROM alembic_version")).scalar()
            return None if revision is None else str(revision)
    finally:
        engine.dispose()


def _pg(program: str, url: str, options: Iterable[str]) -> None:
    """Run a PostgreSQL client; the password goes by the environment, since everybody can read arguments."""
    parsed = make_url(url)
    names = {"PGHOST": parsed.host, "PGPORT": parsed.port, "PGUSER": parsed.username, "PGPASSWORD": parsed.password}
    extra = {
        "PGDATABASE": parsed.database,
        "PGOPTIONS": f"-c lock_timeout={LOCK_TIMEOUT_MS}",
        "PGCONNECT_TIMEOUT": 10,
    }
    given = {name: str(value) for name, value in (names | extra).items() if value is not None}
    _run([tool(program), "--no-password", *options], given)


def _run(command: list[str], environment: dict[str, str]) -> None:
    name = Path(command[0]).name
    try:
        done = subprocess.run(  # noqa: S603 - our own binary with our own arguments
            command,
            env={"PATH": os.defpath, "LC_ALL": "C", **environment},
            capture_output=True,
            timeout=TOOL_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BackupError(f"{name} did not end within {TOOL_TIMEOUT_S / 3600:.0f} h.") from error
    if done.returncode != 0:
        said = [line for line in done.stderr.decode(errors="replace").splitlines() if "error" in line.lower()]
        raise BackupError(f"{name} failed, and nothing was changed: {said[0] if said else 'it did not say why'}")


def _add(archive: tarfile.TarFile, path: Path, name: str, progress: Progress) -> Entry:
    entry = _digest(path, name, progress)
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = entry.bytes, 0o600, int(path.stat().st_mtime)
    with path.open("rb") as handle:
        archive.addfile(info, handle)
    return entry


def _add_text(archive: tarfile.TarFile, name: str, content: str) -> None:
    data = content.encode()
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = len(data), 0o600, int(datetime.now(UTC).timestamp())
    archive.addfile(info, io.BytesIO(data))


def _digest(path: Path, name: str, progress: Progress) -> Entry:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as handle:
        while chunk := handle.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            progress(name, len(chunk))
    return Entry(sha256=digest.hexdigest(), bytes=size)
