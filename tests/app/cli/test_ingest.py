"""`skyrelay ingest` as a person meets it: a real process over a real database."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from app.config import PROJECT
from tests.ingest.packets import ZTF_V4, real
from tests.ingest.pipeline.stage import VOLATILE, cast, contents, ingest, number_of
from tests.support.alerts import need_alerts
from tests.support.waiting import until
from tests.support.world import World

TIMEOUT_S = 120


def started(world: World, *arguments: str, **settings: str) -> subprocess.Popen[str]:
    assert world.settings.database.url is not None
    environment = os.environ | {"SKYRELAY__DATABASE__URL": world.settings.database.url} | settings
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", "--root", str(world.settings.root), *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=PROJECT, env=environment,
    )  # fmt: skip


def said(world: World, *arguments: str, code: int = 0) -> str:
    process = started(world, *arguments)
    out, _ = process.communicate(timeout=TIMEOUT_S)
    assert process.returncode == code, out
    return out


def figure(account: str, name: str) -> int:
    found = re.search(rf"{name}\W+(\d+)", account)
    assert found, account
    return int(found[1])


def test_the_account_and_the_second_run(world: World) -> None:
    cast(world)
    folder = str(need_alerts() / "lsst")
    first = said(world, "ingest", folder)
    assert figure(first, "read") == 47
    assert figure(first, "decoded") == 42
    assert figure(first, "duplicates") == 4
    assert figure(first, "quarantined") == 5
    assert "absurd_value" in first
    assert "MJD" in first
    before = contents(world)
    second = said(world, "ingest", "--survey", "auto", folder)
    assert figure(second, "duplicates") == 42
    assert figure(second, "saved") == 0
    assert contents(world) == before
    assert figure(said(world, "ingest", "runs"), "lsst") > 0


def test_a_killed_run_is_run_again_and_nothing_is_lost_or_doubled(world: World, other_world: World) -> None:
    for one in (world, other_world):
        cast(one)
    folder = need_alerts() / "ztf"
    ingest(other_world, folder, batch_size=16)
    process = started(world, "ingest", str(folder), SKYRELAY__INGEST__BATCH_SIZE="16")
    seen = "SELECT count(*) FROM seen_alerts"
    until(lambda: number_of(world, seen) > 60, 60, "some batches are stored")
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=TIMEOUT_S)
    assert 60 < number_of(world, seen) < 457
    assert number_of(world, "SELECT count(*) FROM ingest_runs WHERE ended_at IS NULL") == 1
    said(world, "ingest", str(folder))
    mine, theirs = contents(world, VOLATILE), contents(other_world, VOLATILE)
    # How often subscribers are told depends on how the batches fell.
    assert {k: v for k, v in mine.items() if k != "outbox"} == {k: v for k, v in theirs.items() if k != "outbox"}
    # The accounts agree with the rows also where the run was killed.
    for column, sql in {"n_saved": "SELECT count(*) FROM candidates", "n_decoded - n_duplicates": seen}.items():
        assert number_of(world, f"SELECT sum({column}) FROM ingest_runs") == number_of(world, sql)


def test_a_packet_in_quarantine_is_listed_shown_and_replayed(world: World, tmp_path: Path) -> None:
    cast(world)
    damaged = tmp_path / "damaged.avro"
    damaged.write_bytes(real(ZTF_V4)[:5000])
    out = said(world, "ingest", str(damaged))
    assert figure(out, "quarantined") == 1
    listed = said(world, "ingest", "quarantine", "list")
    assert "damaged.avro" in listed
    number = number_of(world, "SELECT id FROM quarantined_packets")
    copy = tmp_path / "copy.avro"
    assert "4f 62 6a 01" in said(world, "ingest", "quarantine", "show", str(number), "--output", str(copy))
    assert copy.read_bytes() == damaged.read_bytes()
    # Replayed as it is, it stays; mended (as an upgrade would read it), it is used and leaves the list.
    assert figure(said(world, "ingest", "quarantine", "replay"), "quarantined") == 1
    blob = world.context("ingest").blobs.put(real(ZTF_V4))
    with world.context().transaction() as session:
        session.connection().exec_driver_sql("UPDATE quarantined_packets SET blob = %s", (blob,))
    assert figure(said(world, "ingest", "quarantine", "replay", str(number)), "decoded") == 1
    assert number_of(world, "SELECT count(*) FROM quarantined_packets WHERE replayed_at IS NULL") == 0
    assert "damaged.avro" not in said(world, "ingest", "quarantine", "list")


def test_without_a_filter_it_says_why_nothing_passed(world: World) -> None:
    out = said(world, "ingest", str(need_alerts() / ZTF_V4))
    assert figure(out, "passed") == 0
    assert "needs an active filter" in out


def test_what_cannot_be_done_is_a_sentence(world: World, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "holds no .avro files" in said(world, "ingest", str(tmp_path / "empty"), code=2)
    assert "does not exist" in said(world, "ingest", str(tmp_path / "nowhere"), code=2)
    assert "--portal" in said(world, "ingest", str(PROJECT / "README.md"), "--filter-id", "1", code=2)
    assert "There is no packet 99" in said(world, "ingest", "quarantine", "show", "99", code=2)


def test_help_says_what_happens_to_alerts_of_the_past(world: World) -> None:
    assert "not tried on alerts" in " ".join(said(world, "ingest", "play", "--help").split())
