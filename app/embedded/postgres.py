"""Start, share and stop the embedded PostgreSQL.

One folder holds one cluster. Several processes may use it at once (``skyrelay run`` and ``skyrelay ingest`` beside
it): each holds a shared file lock for as long as it needs the server, and whoever lets go last stops it. The kernel
drops the locks of a process that is killed, so the next start finds out the truth: a server that survived is used
again, one that died is recovered by PostgreSQL's own write-ahead log.
"""

from __future__ import annotations

import contextlib
import fcntl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import psycopg2
from psycopg2 import sql

from app.embedded import initdb, tools
from app.embedded import runner as accounts
from app.embedded.folder import environment, lock, read_secret, sticky_port
from app.embedded.postmaster import Postmaster, clear_orphans, end, wait_until_gone
from app.embedded.tools import DatabaseUnavailable

HOST = "127.0.0.1"
DATABASE = "skyrelay"
OWNER = "skyrelay_owner"
READY_TIMEOUT_S = 60.0
"""Crash recovery of a large write-ahead log may take its time."""
STOP_TIMEOUT_S = 20.0
LOG_LIMIT_BYTES = 10_000_000

COMMON = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": "100",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    # Just-in-time compilation needs LLVM, which the wheel leaves out; asking for it only costs planning time.
    "jit": "off",
}
DURABLE = {"shared_buffers": "128MB", "fsync": "on", "max_wal_size": "1GB"}
THROW_AWAY = {
    "shared_buffers": "64MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # Each test makes roles with passwords of their own, and connects as them.
    "scram_iterations": "1",
    "max_wal_size": "2GB",
    # Tests come and go faster than vacuuming pays, and a worker in the template would block its cloning.
    "autovacuum": "off",
}


class EmbeddedPostgres:
    """The cluster in ``folder``, made at the first start.

    ``durable=False`` is for tests: it trades safety against power loss for speed. All methods raise
    :class:`DatabaseUnavailable` with a sentence for people.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self._durable = durable
        self._lease: IO[bytes] | None = None
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> str:
        """Make sure that the server runs, hold it, and return the owner's SQLAlchemy URL."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            with self._alone():
                self._hold()
                try:
                    return self._ensure()
                except DatabaseUnavailable:
                    self._abandon()
                    raise
        except OSError as error:
            raise DatabaseUnavailable(
                f"The embedded PostgreSQL in {self.folder} cannot be used ({error}); correct the folder's owner or "
                "permissions, or set database.url to a server of yours."
            ) from error

    def revive(self) -> bool:
        """Start the held server again if it died meanwhile (out of memory, killed); tell whether it had to be."""
        if self._lease is None or Postmaster.find(self.data) is not None:
            return False
        with self._alone():
            self._ensure()
        return True

    def stop(self) -> None:
        """Let go of the server, and shut it down if nobody else holds it."""
        if self._lease is None:
            return
        with self._alone():
            last = self._is_last()
            self._let_go()
            if last:
                self._shut_down()
        self._child = None

    def stop_if_unused(self) -> bool:
        """Shut down a server that outlived everybody who held it; tell whether nobody holds it."""
        if self._lease is not None:
            return False
        with self._alone():
            self._hold()
            last = self._is_last()
            self._let_go()
            if last:
                self._shut_down()
        return last

    def _shut_down(self) -> None:
        server = Postmaster.find(self.data)
        if server is not None:
            end(server.pid, STOP_TIMEOUT_S)
        if self._child is not None:
            self._child.wait(timeout=5.0)

    def running_url(self) -> str | None:
        """Return the owner's URL of a server that takes connections now, else None. Nothing is started or held."""
        try:
            server = Postmaster.find(self.data)
            return self._url(server.port) if server is not None and server.ready else None
        except PermissionError as error:
            raise DatabaseUnavailable(
                f"{self.folder} belongs to another account; run this as the user who runs `make run`."
            ) from error

    def _ensure(self) -> str:
        if not self.data.exists():
            initdb.make(self.folder, durable=self._durable)
        self._check_version()
        # A server that is found may be dying (killed a moment ago): then the next round starts another.
        for _ in range(2):
            if Postmaster.find(self.data) is None:
                clear_orphans(self.data)
                self._launch()
            server = self._await_ready()
            try:
                self._prepare(server.port)
            except psycopg2.OperationalError as error:
                failure = error
                wait_until_gone(server.pid, 5.0)
            else:
                return self._url(server.port)
        raise DatabaseUnavailable(
            f"The embedded PostgreSQL refuses its own administrator ({str(failure).strip()}); the passwords in "
            f"{self.folder} must be those of its data."
        )

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one process at a time start or stop the server."""
        with (self.folder / "start.lock").open("ab") as handle:
            lock(handle, fcntl.LOCK_EX, READY_TIMEOUT_S + initdb.TIMEOUT_S)
            yield

    def _hold(self) -> None:
        if self._lease is None:
            handle = (self.folder / "users.lock").open("ab")
            lock(handle, fcntl.LOCK_SH, 5.0)
            self._lease = handle

    def _let_go(self) -> None:
        if self._lease is not None:
            self._lease.close()
            self._lease = None

    def _is_last(self) -> bool:
        if self._lease is None:
            return False
        try:
            fcntl.flock(self._lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _abandon(self) -> None:
        """Undo a start that failed: a server of ours that never became usable is not left behind."""
        self._let_go()
        if self._child is not None:
            end(self._child.pid, 5.0)
            self._child.wait(timeout=5.0)
            self._child = None

    def _check_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        if made_by != str(tools.MAJOR_VERSION):
            raise DatabaseUnavailable(
                f"The data in {self.data} are of PostgreSQL {made_by}, and this Skyrelay brings "
                f"{tools.MAJOR_VERSION}: make a backup with the Skyrelay that wrote them (`skyrelay backup`), "
                "move the folder away, start, and restore (`skyrelay restore`)."
            )

    def _launch(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT_BYTES:
            self.log.rename(self.log.with_suffix(".log.1"))
        account = accounts.choose(self.data, (tools.folder(), self.data))
        options = COMMON | (DURABLE if self._durable else THROW_AWAY) | {"port": str(sticky_port(self.folder))}
        command = [*account.through, tools.tool("postgres"), "-D", str(self.data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(  # noqa: S603 - our own binary with our own arguments
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment(),
                cwd="/",
                # Ctrl-C is for whoever holds the server, which stops it last.
                start_new_session=True,
                **account.for_popen(),
            )

    def _await_ready(self) -> Postmaster:
        deadline = time.monotonic() + READY_TIMEOUT_S
        while time.monotonic() < deadline:
            server = Postmaster.find(self.data)
            if server is not None and server.ready:
                return server
            if server is None and self._child is not None and self._child.poll() is not None:
                raise DatabaseUnavailable(f"The embedded PostgreSQL stopped at once: {self._last_words()}")
            time.sleep(0.02)
        raise DatabaseUnavailable(
            f"The embedded PostgreSQL was not ready within {READY_TIMEOUT_S:.0f} s: {self._last_words()}"
        )

    def _last_words(self) -> str:
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-50:]
        grave = [line for line in lines if "FATAL:" in line or "PANIC:" in line] or lines[-1:] or ["no output"]
        return f"{grave[-1].partition('FATAL:')[2].strip() or grave[-1]} (see {self.log})."

    def _prepare(self, port: int) -> None:
        """Make the owner and its database if they are not there yet; the owner is no superuser, as elsewhere."""
        connection = psycopg2.connect(
            host=HOST,
            port=port,
            user=initdb.SUPERUSER,
            password=read_secret(self.folder, "superuser.password"),
            dbname="postgres",
            connect_timeout=10,
        )
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (OWNER,))
            if cursor.fetchone() is None:
                cursor.execute(
                    sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD %s").format(
                        sql.Identifier(OWNER)
                    ),
                    (read_secret(self.folder, "password"),),
                )
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,))
            if cursor.fetchone() is None:
                cursor.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
                )

    def _url(self, port: int) -> str:
        return f"postgresql+psycopg2://{OWNER}:{read_secret(self.folder, 'password')}@{HOST}:{port}/{DATABASE}"
