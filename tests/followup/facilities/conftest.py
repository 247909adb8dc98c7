"""Real observatory processes for tests: started on a free port, ended by their pid."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.facilities.gateway import OcsGateway
from followup.facilities.payload import ExposureRequest, TriggerRequest
from followup.facilities.registry import AllocationAccess, gateway_for
from tests.support.waiting import until

ROOT = Path(__file__).resolve().parents[3]
TOKEN = "a-token-for-tests"


@dataclass
class Observatory:
    """One observatory process under test."""

    var: Path
    site: str = "coj"
    options: list[str] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> Observatory:
        port_file = self.var / f"{self.site}.port"
        port_file.unlink(missing_ok=True)
        command = [
            sys.executable,
            "-m",
            "followup.facilities.simulated",
            "--site",
            self.site,
            "--var",
            str(self.var),
        ]
        command += ["--port-file", str(port_file), *self.options]
        environment = os.environ | {"SKYRELAY_OBSERVATORY_TOKEN": TOKEN}
        with (self.var / f"{self.site}.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log, stdout=log)
        until(
            lambda: port_file.exists() or self.process is None or self.process.poll() is not None,
            60,
            "the port file",
        )
        assert port_file.exists(), (self.var / f"{self.site}.log").read_text()
        self.port = int(port_file.read_text())
        return self

    def end(self, how: int = signal.SIGTERM) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
        if self.process is not None:
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()  # leave nothing behind, and still fail
                self.process.wait(timeout=20)
                raise

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def gateway(self, token: str = TOKEN, timeout_s: float = 10.0) -> OcsGateway:
        access: dict[str, Any] = {"facility": "SimulatedLCO", "portal_url": self.url, "api_key": token}
        made = gateway_for(AllocationAccess(**access, site=self.site, http_timeout_s=timeout_s))
        assert isinstance(made, OcsGateway)
        return made


StartObservatory = Callable[..., Observatory]


@pytest.fixture
def start_observatory(tmp_path: Path) -> Iterator[StartObservatory]:
    """Start observatories; by default it is always night, clear, and time runs 500 times faster."""
    started: list[Observatory] = []

    def start(*options: str, site: str = "coj", night: str = "always", speed: float = 500.0) -> Observatory:
        fixed = ["--night", night, "--weather", "clear", "--speed", str(speed)]
        started.append(Observatory(tmp_path, site, [*fixed, *options]).start())
        return started[-1]

    yield start
    for one in started:
        one.end()


@pytest.fixture(scope="session")
def shared_observatory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Observatory]:
    """One observatory for all tests that change nothing for each other."""
    options = ["--night", "always", "--weather", "clear", "--speed", "500", "--proposal", "SKYRELAY-DRILL"]
    observatory = Observatory(tmp_path_factory.mktemp("observatory"), "lsc", options).start()
    yield observatory
    observatory.end()


def wanted(tag: str, **changes: Any) -> TriggerRequest:
    """A small request for a star of magnitude 18."""
    now = datetime.now(UTC)
    usual: dict[str, Any] = {
        "target_name": "SN-test",
        "ra_deg": 150.0,
        "dec_deg": -30.0,
        "filters": (ExposureRequest(filter="sdssr", exposure_time_s=60.0),),
        "window_start": now - timedelta(minutes=1),
        "window_end": now + timedelta(hours=3),
        "proposal": "SKYRELAY-DRILL",
        "tag": tag,
        "expected_mag_ab": {"r": 18.0, "g": 18.5},
    }
    return TriggerRequest(**(usual | changes))
