"""One service's process: started in a group of its own, its output collected, ended with everything below it."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

import psutil

from app.supervisor import lifeline
from app.supervisor.service import Service
from app.supervisor.status import ServiceStatus, State

LOG_BYTES = 10_000_000
LOG_FILES = 3
CHUNK = 65_536
FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 30.0
STEADY_S = 60.0
"""A service that lived this long has recovered: its next failure is a first one again."""
SETTLED_S = 0.5
"""How long a service without a probe must live to count as ready."""
PROBE_EVERY_S = 0.25


class Child:
    """A service and its process, if it has one now."""

    def __init__(self, service: Service, logs: Path) -> None:
        self.service = service
        self.state: State = "waiting"
        self.restarts = 0
        self.last_line = ""
        self._failures = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._created: float | None = None
        self._started = 0.0
        self._not_before = 0.0
        self._probed = 0.0
        self._rest = b""
        logs.mkdir(parents=True, exist_ok=True)
        self._log = RotatingFileHandler(logs / f"{service.name}.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES)

    @property
    def output(self) -> int | None:
        """The file descriptor of what the process writes."""
        stream = self._process.stdout if self._process else None
        return None if stream is None or stream.closed else stream.fileno()

    def may_start(self) -> bool:
        """Tell whether it has no process and its pause after a failure is over."""
        return self.state in ("waiting", "backoff") and time.monotonic() >= self._not_before

    def start(self) -> None:
        """Start the process; must be called in the main thread, whose end is what the kernel ties the child to."""
        tie = (sys.executable, "-I", "-S", lifeline.__file__, str(os.getpid()))
        self._process = subprocess.Popen(  # noqa: S603 - the composition root's own command
            [*tie, *self.service.argv],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # Own session: the terminal's Ctrl-C reaches the supervisor alone, which ends services in order.
            start_new_session=True,
            env=os.environ | dict(self.service.environment),
        )
        assert self._process.stdout is not None
        os.set_blocking(self._process.stdout.fileno(), False)
        self._created = psutil.Process(self._process.pid).create_time()
        self._started = time.monotonic()
        self.state = "starting"

    def check(self) -> bool:
        """Look at the process; tell whether the state changed. A death is followed by a pause that doubles."""
        if self._process is None or self.state not in ("starting", "ready"):
            return False
        code = self._process.poll()
        if code is not None:
            self._died(code)
            return True
        age = time.monotonic() - self._started
        if self.state == "ready":
            if age > STEADY_S:
                self._failures = 0
            return False
        if self._is_ready(age):
            self.state = "ready"
            return True
        if age > self.service.ready_timeout_s:
            self.last_line = f"not ready within {self.service.ready_timeout_s:.0f} s"
            self.kill()
            self._died(-signal.SIGKILL)
            return True
        return False

    def exit_code(self) -> int | None:
        """Return the exit code of the process that ended last."""
        return None if self._process is None else self._process.returncode

    def read_lines(self) -> list[str]:
        """Return the complete lines written since the last call; they are in the log file, too."""
        descriptor = self.output
        if descriptor is None or self._process is None or self._process.stdout is None:
            return []
        try:
            chunk = os.read(descriptor, CHUNK)
        except BlockingIOError:
            return []
        if not chunk:
            self._process.stdout.close()
            chunk = b"\n" if self._rest else b""
        *complete, self._rest = (self._rest + chunk).split(b"\n")
        lines = [line.decode(errors="replace").rstrip() for line in complete]
        for line in lines:
            self._write(line)
        return lines

    def terminate(self) -> None:
        """Ask the process's group to end."""
        self._signal_group(signal.SIGTERM)

    def kill(self) -> None:
        """End the group by force, and whatever left the group but still descends from the process."""
        descendants: list[psutil.Process] = []
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                descendants = psutil.Process(self._process.pid).children(recursive=True)
        self._signal_group(signal.SIGKILL)
        for process in descendants:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(5.0)
        psutil.wait_procs(descendants, timeout=5.0)

    def has_ended(self) -> bool:
        """Tell whether no process is left to wait for."""
        return self._process is None or self._process.poll() is not None

    def close(self) -> None:
        """Let go of the pipe and the log file."""
        self.state = "stopped"
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()

    def status(self) -> ServiceStatus:
        """Return what the status file says of it."""
        running = self._process is not None and not self.has_ended()
        return ServiceStatus(
            pid=self._process.pid if self._process is not None and running else None,
            state=self.state,
            restarts=self.restarts,
            created=self._created if running else None,
        )

    def _is_ready(self, age_s: float) -> bool:
        if self.service.ready is None:
            return age_s > SETTLED_S
        if time.monotonic() - self._probed < PROBE_EVERY_S:
            return False
        self._probed = time.monotonic()
        return self.service.ready()

    def _died(self, code: int) -> None:
        while self.output is not None and self.read_lines():
            pass
        # Its own children must not outlive it: they would hold its port, or do its work a second time.
        self._signal_group(signal.SIGKILL)
        if code == 0 and self.service.finishes:
            self.state = "finished"
            return
        delay_s = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2**self._failures)
        self._failures += 1
        self.restarts += 1
        self._not_before = time.monotonic() + delay_s
        self.state = "backoff"

    def _signal_group(self, number: signal.Signals) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)

    def _write(self, line: str) -> None:
        if line:
            self.last_line = line
        self._log.handle(logging.makeLogRecord({"msg": line}))
