"""One observatory process: its memory, its telescope, its portal; from start to a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from app.errors import Conflict
from followup.conditions.sites import SITES
from followup.facilities.simulated.clock import SkyClock
from followup.facilities.simulated.conditions import Conditions
from followup.facilities.simulated.config import ObservatoryConfig
from followup.facilities.simulated.handlers import Observatory
from followup.facilities.simulated.portal import make_server
from followup.facilities.simulated.store import Store
from followup.facilities.simulated.telescope import Telescope, write_atomically

_LOG = logging.getLogger(__name__)
_IDS_PER_SITE = 1_000_000
_SHUTDOWN_S = 5.0


def run_observatory(config: ObservatoryConfig) -> None:
    """Run until SIGTERM or SIGINT.

    Raises :class:`Conflict` when the port is taken or another process already runs this observatory in this folder.
    """
    with _alone(config):
        asyncio.run(_run(config))


@contextmanager
def _alone(config: ObservatoryConfig) -> Iterator[None]:
    """Hold the observatory's folder: two telescopes on one queue would observe everything twice."""
    config.folder.mkdir(parents=True, exist_ok=True)
    with (config.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"The observatory {config.site} in {config.folder} is already running; stop it first."
            raise Conflict(message, field="site") from None
        yield


async def _run(config: ObservatoryConfig) -> None:
    clock = SkyClock.start(config.place, config.night)
    # ids differ between sites, as they do on one real portal
    store = Store(config.folder / "portal.sqlite", first_id=_IDS_PER_SITE * (1 + list(SITES).index(config.site)))
    conditions = Conditions(config, clock)
    telescope = Telescope(config, store, clock, conditions)
    server = make_server(Observatory(config, clock, store, conditions, telescope))
    port = _listen(config, server)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    observing = asyncio.create_task(telescope.run())
    observing.add_done_callback(lambda _: stopped.set())
    _LOG.info("simulated observatory %s on %s port %s", config.site, config.host, port)
    await stopped.wait()
    server.stop()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_SHUTDOWN_S):
            await server.close_all_connections()
    observing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await observing
    store.close()


def _listen(config: ObservatoryConfig, server: HTTPServer) -> int:
    try:
        sockets = bind_sockets(config.port, address=config.host)
    except OSError as problem:
        message = f"Port {config.port} is not free for the observatory {config.site}: {problem.strerror}."
        raise Conflict(message, field="port") from problem
    server.add_sockets(sockets)
    port = int(sockets[0].getsockname()[1])
    if config.port_file is not None:
        write_atomically(config.port_file, f"{port}\n".encode())
    return port
