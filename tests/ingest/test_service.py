"""The ingest process itself, started as the supervisor starts it, killed and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from confluent_kafka import Producer
from sqlalchemy import NullPool, create_engine, text

from app.config import PROJECT
from tests.ingest.packets import paths
from tests.ingest.pipeline.stage import VOLATILE, cast, contents, ingest, number_of
from tests.support.alerts import need_alerts
from tests.support.kafka import KafkaBroker
from tests.support.waiting import until
from tests.support.world import World

SEEN = "SELECT count(*) FROM seen_alerts"
READY_S = 90


@contextmanager
def service(world: World, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `skyrelay serve ingest` in a process of its own; it is gone at the end."""
    assert world.settings.database.url is not None
    url = {"SKYRELAY__DATABASE__URL": world.settings.database.url, "SKYRELAY__LOGGING__LEVEL": "WARNING"}
    with (world.settings.root / "service.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "--root", str(world.settings.root), "serve", "ingest"],
            stdout=log, stderr=log, cwd=PROJECT, env=os.environ | url | settings,
        )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait(30)


def ends_on_sigterm(process: subprocess.Popen[bytes]) -> bool:
    process.send_signal(signal.SIGTERM)
    return process.wait(20) == 0


def test_kafka_gives_the_same_rows_as_files_also_when_the_consumer_is_killed(
    world: World, other_world: World, kafka: KafkaBroker
) -> None:
    for one in (world, other_world):
        cast(one)
    folder = need_alerts() / "lsst"
    ingest(other_world, folder)
    topic = kafka.create_topic(partitions=3)
    producer = Producer({"bootstrap.servers": kafka.bootstrap, "acks": "all"})
    payloads = [path.read_bytes() for path in paths("lsst")]
    for number, payload in enumerate(payloads):
        producer.produce(topic, payload, partition=number % 3)
        producer.poll(0)
    assert producer.flush(60) == 0
    kafka_settings = {
        "SKYRELAY__INGEST__KAFKA__BOOTSTRAP_SERVERS": kafka.bootstrap,
        "SKYRELAY__INGEST__KAFKA__TOPICS": f"[{topic}]",
        "SKYRELAY__INGEST__KAFKA__SECURITY": "{session.timeout.ms: 6000, heartbeat.interval.ms: 500}",
        "SKYRELAY__INGEST__BATCH_SIZE": "1",
    }
    with service(world, **kafka_settings) as process:
        until(lambda: number_of(world, SEEN) > 5, READY_S, "some alerts are stored", every_s=0.01)
        process.send_signal(signal.SIGKILL)
        process.wait(30)
    assert number_of(world, SEEN) < 38
    read = "SELECT sum(next_offset) FROM stream_offsets"
    with service(world, **kafka_settings) as process:
        until(lambda: number_of(world, read) == len(payloads), READY_S, "every message is read")
        assert ends_on_sigterm(process)
    left_out = (*VOLATILE, "source", "position")
    mine, theirs = contents(world, left_out), contents(other_world, left_out)
    for table in ("objs", "candidates", "seen_alerts", "quarantined_packets", "annotations", "thumbnails"):
        assert mine[table] == theirs[table], table
    # Of a point that several alerts know, the alert that came first names the upload; partitions have no order.
    by_value = (*left_out, "upload_id", "alert_id", "limiting_mag")
    assert contents(world, by_value)["photometry"] == contents(other_world, by_value)["photometry"]
    # Each message was counted once: those of the batch that was under way when the process died were not.
    assert number_of(world, "SELECT sum(n_read) FROM ingest_runs") == len(payloads)
    assert number_of(world, "SELECT sum(n_saved) FROM ingest_runs") == mine["candidates"][0]


def test_a_simulated_night_goes_on_after_a_kill_where_it_was(world: World) -> None:
    cast(world, ("lsst-simulated",))
    settings = {
        "SKYRELAY__DEMO__ENABLED": "true",
        "SKYRELAY__INGEST__SIMULATED_NIGHT__ALERTS_PER_MINUTE": "2400",
        "SKYRELAY__INGEST__SIMULATED_NIGHT__OBJECTS": "60",
        "SKYRELAY__INGEST__BATCH_SIZE": "5",
    }
    position = "SELECT coalesce(max(next_offset), 0) % 1000000 FROM stream_offsets"
    with service(world, **settings) as process:
        until(lambda: number_of(world, position) > 20, READY_S, "some alerts were played")
        process.send_signal(signal.SIGKILL)
        process.wait(30)
    stored = number_of(world, position)
    assert number_of(world, SEEN) == stored
    with service(world, **settings) as process:
        until(lambda: number_of(world, position) > stored + 20, READY_S, "it goes on")
        assert ends_on_sigterm(process)
    # None is missing between the first and the last, none was played twice.
    assert number_of(world, SEEN) == number_of(world, position)
    assert number_of(world, "SELECT sum(n_duplicates) FROM ingest_runs") == 0


def test_a_path_is_played_once_and_the_process_waits_to_be_stopped(world: World) -> None:
    cast(world)
    with service(world, SKYRELAY__INGEST__PATH=str(need_alerts() / "lsst")) as process:
        ended = "SELECT count(*) FROM ingest_runs WHERE ended_at IS NOT NULL"
        until(lambda: number_of(world, ended) == 1, READY_S, "the path is played")
        assert process.poll() is None
        assert ends_on_sigterm(process)
    assert number_of(world, SEEN) == 38


def connections_cut(world: World) -> int:
    """End every connection of the ingest's login role; return how many there were."""
    engine = create_engine(world.context("ingest").url, poolclass=NullPool)
    with engine.connect() as connection:
        return int(
            connection.execute(
                text(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND usename = session_user AND pid <> pg_backend_pid()"
                )
            ).scalar_one()
        )


def test_the_database_goes_away_and_comes_back(world: World) -> None:
    """Its connections are cut again and again while the night is played; nothing is lost."""
    cast(world, ("lsst-simulated",))
    settings = {
        "SKYRELAY__DEMO__ENABLED": "true",
        "SKYRELAY__INGEST__SIMULATED_NIGHT__ALERTS_PER_MINUTE": "1200",
        "SKYRELAY__INGEST__SIMULATED_NIGHT__OBJECTS": "60",
        "SKYRELAY__INGEST__BATCH_SIZE": "5",
    }
    position = "SELECT coalesce(max(next_offset), 0) % 1000000 FROM stream_offsets"
    with service(world, **settings) as process:
        reached = 0
        for _ in range(3):
            target = reached + 10
            until(lambda target=target: number_of(world, position) > target, READY_S, "it plays")  # type: ignore[misc]
            assert connections_cut(world) > 0
            reached = number_of(world, position)
        until(lambda: number_of(world, position) > reached + 10, READY_S, "it goes on after the last cut")
        assert ends_on_sigterm(process)
    assert number_of(world, SEEN) == number_of(world, position)
