"""Services start in order, come back when they die, and nothing outlives the supervisor, however it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.config import PROJECT
from app.supervisor import read_status
from app.supervisor.status import Status
from tests.support.waiting import until

# Runs the services that its second argument lists as JSON; a ready probe is a file that must exist.
PROGRAM = """
import json, sys
from pathlib import Path
from app.errors import SkyrelayError
from app.supervisor import Service, Supervisor

folder = Path(sys.argv[1])
services = []
for entry in json.loads(sys.argv[2]):
    name = entry.pop("ready", None)
    ready = (lambda name=name: (folder / name).exists()) if name else None
    argv, after = tuple(entry.pop("argv")), tuple(entry.pop("after", ()))
    services.append(Service(argv=argv, after=after, ready=ready, **entry))
say = lambda name, line: print(f"{name}: {line}", flush=True)
try:
    Supervisor(services, folder / "log", folder / "run", say).run(
        lambda failed: print(" ".join(["all ready", *failed]), flush=True)
    )
except SkyrelayError as error:
    sys.exit(error.message)
"""

# A service with a grandchild, which starts a process in a session of its own; each writes its pid.
FAMILY = """
import os, subprocess, sys, time
from app.supervisor.lifeline import tie_forks
tie_forks()
folder = sys.argv[1]
def note(name): open(f"{folder}/{name}.pid", "w").write(str(os.getpid()))
note("child")
if os.fork() == 0:
    note("grandchild")
    time.sleep(300)
time.sleep(300)
"""


class Running:
    """A supervisor in a process of its own."""

    def __init__(self, folder: Path, services: list[dict[str, object]]) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(folder), json.dumps(services)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=PROJECT,
        )

    def status(self) -> Status:
        status = read_status(self.folder / "run" / "status.json")
        assert status is not None
        return status

    def pid(self, name: str) -> int:
        path = self.folder / f"{name}.pid"
        return int(until(lambda: path.exists() and path.read_text(), 10, f"{name} runs"))

    def wait_ready(self) -> list[str]:
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            lines.append(line.strip())
            if line.startswith("all ready"):
                return lines
        raise AssertionError(f"never ready: {lines}")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[list[Running]]:
    started: list[Running] = []
    yield started
    for running in started:
        if running.process.poll() is None:
            running.process.kill()
        running.process.wait(10)


def sleeper(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "argv": ["sleep", "300"], **more}


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_it(tmp_path: Path, start: list[Running], number: signal.Signals) -> None:
    running = Running(tmp_path, [{"name": "family", "argv": [sys.executable, "-c", FAMILY, str(tmp_path)]}])
    start.append(running)
    running.wait_ready()
    family = [running.pid("child"), running.pid("grandchild")]
    running.process.send_signal(number)
    running.process.wait(15)
    assert until(lambda: all(gone(pid) for pid in family), 10, "the whole family gone")


def test_a_service_that_ignores_sigterm_is_killed_at_the_second_interrupt(tmp_path: Path, start: list[Running]) -> None:
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('deaf', flush=True); time.sleep(300)"
    )
    running = Running(tmp_path, [{"name": "deaf", "argv": [sys.executable, "-c", deaf]}])
    start.append(running)
    assert "deaf: deaf" in running.wait_ready()
    pid = running.status().services["deaf"].pid
    assert pid is not None
    running.process.send_signal(signal.SIGINT)
    time.sleep(0.5)  # a second signal in the same instant would be one signal to the kernel
    assert not gone(pid)
    running.process.send_signal(signal.SIGINT)
    running.process.wait(10)
    assert gone(pid)


def test_services_start_after_what_they_need(tmp_path: Path, start: list[Running]) -> None:
    slow = (
        f"import time; time.sleep(0.5); open({str(tmp_path / 'up')!r}, 'w')\nprint('up', flush=True); time.sleep(300)"
    )
    services: list[dict[str, object]] = [
        {"name": "second", "argv": ["sh", "-c", "echo after; sleep 300"], "after": ["first"]},
        {"name": "first", "argv": [sys.executable, "-c", slow], "ready": "up"},
    ]
    running = Running(tmp_path, services)
    start.append(running)
    lines = running.wait_ready()
    assert lines.index("first: up") < lines.index("second: after")
    assert (tmp_path / "log" / "first.log").read_text() == "up\n"


def test_a_service_that_dies_comes_back(tmp_path: Path, start: list[Running]) -> None:
    running = Running(tmp_path, [sleeper("one"), sleeper("two")])
    start.append(running)
    running.wait_ready()
    before = running.status().services
    assert before["one"].pid is not None
    os.kill(before["one"].pid, signal.SIGKILL)

    def back() -> bool:
        now = running.status().services
        return now["one"].restarts == 1 and now["one"].state == "ready" and now["one"].pid != before["one"].pid

    assert until(back, 15, "one is back")
    assert running.status().services["two"].pid == before["two"].pid


def test_a_service_that_is_done_is_left_alone(tmp_path: Path, start: list[Running]) -> None:
    running = Running(tmp_path, [{"name": "short", "argv": ["true"], "finishes": True}, sleeper("long")])
    start.append(running)
    running.wait_ready()
    assert running.status().services["short"].state == "finished"


def test_a_service_that_keeps_failing_is_named_and_holds_nothing_up(tmp_path: Path, start: list[Running]) -> None:
    broken: dict[str, object] = {"name": "broken", "argv": ["sh", "-c", "echo why; exit 1"]}
    running = Running(tmp_path, [broken, sleeper("portal", essential=True), sleeper("needs", after=["broken"])])
    start.append(running)
    lines = running.wait_ready()
    assert lines[-1] == "all ready broken needs"
    assert "broken: why" in lines


def test_a_service_that_refuses_ends_the_start_with_its_sentence(tmp_path: Path, start: list[Running]) -> None:
    refuse: dict[str, object] = {"name": "web", "argv": ["sh", "-c", "echo 'the port is taken'; exit 2"]}
    running = Running(tmp_path, [refuse, sleeper("other")])
    start.append(running)
    assert running.process.stdout is not None
    said = running.process.stdout.read()
    assert running.process.wait(15) == 1
    assert "The service web refused to start: the port is taken" in said


def test_two_supervisors_do_not_share_a_folder(tmp_path: Path, start: list[Running]) -> None:
    first = Running(tmp_path, [sleeper("one")])
    start.append(first)
    first.wait_ready()
    second = Running(tmp_path, [sleeper("one")])
    start.append(second)
    assert second.process.stdout is not None
    assert f"already runs with the folder {tmp_path} (process {first.process.pid})" in second.process.stdout.read()
