"""Make a cluster's data folder, all or nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from app.embedded import runner as accounts
from app.embedded import tools
from app.embedded.folder import environment, make_secret, write_secret
from app.embedded.tools import DatabaseUnavailable

SUPERUSER = "postgres"
TIMEOUT_S = 120.0


def make(folder: Path, *, durable: bool) -> None:
    """Make ``folder/data`` and its two password files; raises :class:`DatabaseUnavailable` with the reason.

    The work happens in ``data.new``, which is renamed at the end: a start that was killed half-way begins again.
    """
    fresh = folder / "data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    make_secret(folder / "password")
    password = folder / "initdb.password"
    write_secret(password, make_secret(folder / "superuser.password"))
    needed = (tools.folder(), fresh)
    final = accounts.choose(folder / "data", needed)
    maker = accounts.choose_for_initdb(final, needed)
    try:
        maker.own(password)
        maker.own_alone(folder)
        _run(fresh, password, maker, durable)
    finally:
        password.unlink(missing_ok=True)
    final.own(fresh)
    final.own_alone(folder)
    fresh.rename(folder / "data")


def _run(fresh: Path, password: Path, maker: accounts.Runner, durable: bool) -> None:
    command = [
        *maker.through,
        *(tools.tool("initdb"), "--pgdata", str(fresh), "--username", SUPERUSER, "--pwfile", str(password)),
        *("--auth", "scram-sha-256", "--encoding", "UTF8", "--no-instructions"),
        *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"),
        *([] if durable else ["--no-sync"]),
    ]
    try:
        done = subprocess.run(  # noqa: S603 - our own binary with our own arguments
            command,
            capture_output=True,
            timeout=TIMEOUT_S,
            env=environment(),
            cwd="/",
            check=False,
            **maker.for_popen(),
        )
    except subprocess.TimeoutExpired as error:
        raise DatabaseUnavailable(
            f"Making the embedded database took more than {TIMEOUT_S:.0f} s; is the disk of {fresh} slow or full?"
        ) from error
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        errors = [line for line in said if "error:" in line or "FATAL:" in line] or said or ["nothing was said"]
        raise DatabaseUnavailable(f"The embedded database could not be made in {fresh.parent}: {errors[0]}")
