"""The supervisor's loop. One thread: it starts, probes, reads and restarts in turn, five times a second."""

from __future__ import annotations

import contextlib
import fcntl
import os
import selectors
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import ClassVar

from app.errors import SkyrelayError
from app.supervisor.child import Child
from app.supervisor.service import Service
from app.supervisor.status import Status, end_leftovers, read_status, write_status

TICK_S = 0.2
GRACE_S = 8.0
"""How long services may take to end after SIGTERM; what is left then is killed."""
DONE = ("ready", "finished")
SAME_SIGNAL_S = 0.3
USAGE_ERROR = 2
"""The exit code of a service that was given something it cannot use: trying again would not help."""

Say = Callable[[str, str], None]


class SupervisorError(SkyrelayError):
    """The services cannot be started as they are."""

    code: ClassVar[str] = "supervisor"
    status: ClassVar[int] = 503


class Supervisor:
    """Keeps ``services`` running.

    ``say(service name, line)`` is called with every line that they write, ``every_second`` about once a second.
    """

    def __init__(
        self,
        services: Sequence[Service],
        logs: Path,
        run_dir: Path,
        say: Say,
        every_second: Callable[[], None] = lambda: None,
    ) -> None:
        self._children = {service.name: Child(service, logs) for service in services}
        self._run_dir = run_dir
        self._say = say
        self._every_second = every_second
        self._last_second = 0.0
        self._signals = 0
        self._signalled = 0.0
        self._started_at = time.time()
        self._complete = False

    @property
    def status_file(self) -> Path:
        """Where the state of the services is written at every change."""
        return self._run_dir / "status.json"

    def run(self, on_ready: Callable[[list[str]], None]) -> None:
        """Run until SIGINT, SIGTERM or SIGHUP, then end everything.

        ``on_ready`` is called once, when every service is ready or has failed to become so; with the names of those
        that failed, which are tried again and again meanwhile.

        Raises :class:`SupervisorError` where another supervisor has the folder, or where a service refuses at once.
        """
        with self._only_one(), self._handling_signals():
            for name in end_leftovers(self.status_file):
                self._say(name, "ended a process that an earlier, killed run had left over")
            try:
                while not self._signals:
                    self._step(on_ready)
                    self._tick()
                    self._read(TICK_S)
            finally:
                self._stop()

    def _step(self, on_ready: Callable[[list[str]], None]) -> None:
        changed = False
        for child in self._children.values():
            changed |= child.check()
            if child.may_start() and self._awaited_are_ready(child):
                child.start()
                changed = True
            self._refuse_hopeless(child)
        if changed:
            self._write_status()
        if not self._complete and all(map(self._is_settled, self._children.values())):
            self._complete = True
            on_ready([name for name, child in self._children.items() if child.state not in DONE])

    def _tick(self) -> None:
        if time.monotonic() - self._last_second >= 1.0:
            self._last_second = time.monotonic()
            self._every_second()

    def _is_settled(self, child: Child) -> bool:
        if child.state in DONE or child.service.essential:
            return child.state in DONE
        return child.restarts > 0 or any(self._children[name].restarts > 0 for name in child.service.after)

    def _awaited_are_ready(self, child: Child) -> bool:
        return all(self._children[name].state in DONE for name in child.service.after)

    def _refuse_hopeless(self, child: Child) -> None:
        if child.state == "backoff" and child.exit_code() == USAGE_ERROR and not self._complete:
            raise SupervisorError(f"The service {child.service.name} refused to start: {child.last_line}")

    def _read(self, timeout_s: float) -> None:
        """Pass on what services write, for at most ``timeout_s``."""
        deadline = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            for child in self._children.values():
                if child.output is not None:
                    selector.register(child.output, selectors.EVENT_READ, child)
            while (remaining := deadline - time.monotonic()) > 0 and not self._signals:
                for key, _ in selector.select(remaining):
                    child = key.data
                    for line in child.read_lines():
                        self._say(child.service.name, line)
                    if child.output is None:
                        selector.unregister(key.fd)

    def _stop(self) -> None:
        seen = self._signals
        children = list(reversed(self._children.values()))
        for child in children:
            child.terminate()
        deadline = time.monotonic() + GRACE_S
        # A second Ctrl-C means: now.
        while time.monotonic() < deadline and self._signals <= seen and not all(c.has_ended() for c in children):
            for child in children:
                for line in child.read_lines():
                    self._say(child.service.name, line)
            time.sleep(0.05)
        for child in children:
            child.kill()
            child.close()
        self._write_status()

    def _write_status(self) -> None:
        services = {name: child.status() for name, child in self._children.items()}
        write_status(self.status_file, Status(pid=os.getpid(), started_at=self._started_at, services=services))

    @contextlib.contextmanager
    def _only_one(self) -> Iterator[None]:
        self._run_dir.mkdir(parents=True, exist_ok=True)
        with (self._run_dir / "supervisor.lock").open("ab") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                other = read_status(self.status_file)
                who = f" (process {other.pid})" if other else ""
                raise SupervisorError(
                    f"Skyrelay already runs with the folder {self._run_dir.parent}{who}; stop that one first, or "
                    "set storage.var to another folder."
                ) from None
            yield

    @contextlib.contextmanager
    def _handling_signals(self) -> Iterator[None]:
        def count(_number: int, _frame: FrameType | None) -> None:
            # `make` and a terminal may both pass one Ctrl-C on: what comes at once with the first is no second one.
            now = time.monotonic()
            if not self._signals or now - self._signalled > SAME_SIGNAL_S:
                self._signals += 1
                self._signalled = now

        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = [signal.signal(number, count) for number in numbers]
        try:
            yield
        finally:
            for number, handler in zip(numbers, before, strict=True):
                signal.signal(number, handler)
