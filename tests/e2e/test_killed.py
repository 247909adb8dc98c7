"""The stack is killed by SIGKILL in the middle of its work, started again, and nothing is lost or doubled."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.demo import cast
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import read_alerts
from tests.support.alerts import need_alerts
from tests.support.stack import PROJECT, Stack, small_installation
from tests.support.waiting import until

PACKETS = "ztf/v3_2_fink_sim_20190903"
CLAIM = (
    "WITH run AS (INSERT INTO ingest_runs (source) VALUES ('a test') RETURNING id) "
    "INSERT INTO seen_alerts (survey, alert_id, obj_id, run_id) SELECT %s, %s, 'claimed', id FROM run"
)
TABLES = ("photometry", "candidates", "objs", "annotations", "thumbnails", "seen_alerts", "quarantined_packets")


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Stack]:
    """A running installation whose observatories take their time."""
    made = Stack(tmp_path / "killed", small_installation(followup={"observatories": {
        "night": "always", "weather": "clear", "speed": 4,
    }}))  # fmt: skip
    try:
        yield made.start()
    finally:
        made.stop()


def _distinct(folder: Path) -> list[tuple[str, int]]:
    """Name the alerts of a folder, each once, in the order in which they are read."""
    alerts = (alert for path in sorted(folder.rglob("*.avro")) for alert in read_alerts(path.read_bytes()))
    return list(dict.fromkeys((alert.survey, alert.alert_id) for alert in alerts if isinstance(alert, Alert)))


def _counts(stack: Stack) -> dict[str, int]:
    return {table: int(stack.sql(f"SELECT count(*) FROM {table}")[0][0]) for table in TABLES}


def test_ingest_killed_in_the_middle(stack: Stack) -> None:
    folder = need_alerts() / PACKETS
    expected = _distinct(folder)
    # Whoever comes to the alert in the middle waits for this row, which is neither there nor absent: so the kill falls
    # in the middle, and into a transaction, however fast the machine is.
    with stack.never_committed(CLAIM, *expected[len(expected) // 2]):
        reader = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "ingest", str(folder)],
            cwd=PROJECT, env=stack.environment | {"SKYRELAY__INGEST__BATCH_SIZE": "5"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until(lambda: stack.sql("SELECT 1 FROM pg_locks WHERE NOT granted"), 60, "the reader's way to the middle")
        reader.send_signal(signal.SIGKILL)
        stack.kill()
        reader.wait(20)
    stack.start()
    seen = int(stack.sql("SELECT count(*) FROM seen_alerts")[0][0])
    assert 0 < seen < len(expected), "it was not killed in the middle"
    stack.run("ingest", str(folder))
    after = _counts(stack)
    assert set(stack.sql("SELECT survey, alert_id FROM seen_alerts")) == set(expected)
    twice = (
        "SELECT count(*) - count(DISTINCT (obj_id, instrument_id, mjd, filter, origin, flux, fluxerr)) FROM photometry"
    )
    assert stack.sql(twice) == [(0,)]
    stack.run("ingest", str(folder))
    assert _counts(stack) == after


def _requests_at(stack: Stack) -> int:
    total = 0
    for path in (stack.root / "var" / "observatories").glob("*/*.sqlite"):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
            total += int(store.execute("SELECT count(*) FROM groups").fetchone()[0])
    return total


def test_a_trigger_killed_in_the_middle(stack: Stack) -> None:
    client = stack.client("demo-scanner")
    facilities = client.get("/api/facilities").json()["data"]
    group_id = facilities[0]["group_id"]
    before = len(client.get(f"/api/sources/{cast.SOURCE}/photometry").json()["data"])
    body = {
        "obj_id": cast.SOURCE,
        "group_id": group_id,
        "filters": [{"filter": "sdssr", "exposure_time_s": 40, "exposures": 2}],
        "deadline": (datetime.now(UTC) + timedelta(hours=3)).isoformat(),
        "allocation_ids": [f["allocation_id"] for f in facilities],
    }
    trigger_id = client.post("/api/triggers", json=body).json()["data"]["id"]

    def attempts() -> list[dict[str, Any]]:
        answer = client.get(f"/api/triggers/{trigger_id}").json()["data"]
        return list(answer["attempts"])

    until(lambda: attempts() and attempts()[0]["state"] in ("accepted", "observing"), 60, "its acceptance")
    stack.kill()
    stack.start()
    client = stack.client("demo-scanner")

    def finished() -> dict[str, Any] | None:
        trigger: dict[str, Any] = client.get(f"/api/triggers/{trigger_id}").json()["data"]
        return trigger if trigger["state"] == "completed" and trigger["attempts"][-1]["ended_at"] else None

    done = until(finished, 150, "the observation")
    assert done is not None
    assert [attempt["state"] for attempt in done["attempts"]] == ["completed"]
    assert _requests_at(stack) == 1
    assert len(client.get(f"/api/sources/{cast.SOURCE}/photometry").json()["data"]) == before + 2
