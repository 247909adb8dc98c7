"""A real Apache Kafka for the tests: one KRaft node on loopback, its artifacts fetched by name with Maven."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest
from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient, NewTopic  # type: ignore[attr-defined]

from tests.support.waiting import until

KAFKA_VERSION = "4.4.0"
NEEDED_JAVA = 17
HEAP_MB = 256
FETCH_TIMEOUT_S = 600
START_TIMEOUT_S = 90
STOP_TIMEOUT_S = 30
_QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
# kafka-tools-api is a compile-time interface of the console tools; the broker runs without it.
_POM = f"""<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>skyrelay.tests</groupId>
  <artifactId>kafka-broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>{KAFKA_VERSION}</version>
      <exclusions>
        <exclusion><groupId>org.apache.kafka</groupId><artifactId>kafka-tools-api</artifactId></exclusion>
      </exclusions>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
"""


def need_kafka() -> Path:
    """Return the folder of Kafka's jars; skip by name where Java or Maven is absent, but fail in CI."""
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if not missing and _java_version() < NEEDED_JAVA:
        missing = [f"java {NEEDED_JAVA}"]
    if not missing:
        return _jars()
    sentence = f"a real Kafka needs {' and '.join(missing)}, which this machine lacks"
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI: {sentence}")
    pytest.skip(sentence)


def _java_version() -> int:
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, timeout=60, check=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


def _jars() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "skyrelay"
    jars = cache / f"kafka-{KAFKA_VERSION}"
    if jars.is_dir():
        return jars
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="fetch-") as temporary:
        folder = Path(temporary)
        (folder / "pom.xml").write_text(_POM)
        command = ["mvn", "-B", "-q", "dependency:copy-dependencies", "-DoutputDirectory=jars"]
        fetched = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=FETCH_TIMEOUT_S, check=False
        )
        assert fetched.returncode == 0, f"Maven could not fetch Kafka {KAFKA_VERSION}:\n{fetched.stdout[-3000:]}"
        if not jars.is_dir():  # another run may have been faster
            (folder / "jars").rename(jars)
    return jars


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class KafkaBroker:
    """One node that is broker and controller; it can be stopped, killed, and started again with its data."""

    def __init__(self, folder: Path, jars: Path) -> None:
        self._folder = folder
        self._jars = jars
        self.bootstrap = f"127.0.0.1:{free_port()}"
        self._controller = f"127.0.0.1:{free_port()}"
        self._properties = folder / "server.properties"
        self._process: subprocess.Popen[bytes] | None = None
        self._format()

    def _format(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._properties.write_text(
            "process.roles=broker,controller\n"
            "node.id=1\n"
            f"controller.quorum.voters=1@{self._controller}\n"
            f"listeners=PLAINTEXT://{self.bootstrap},CONTROLLER://{self._controller}\n"
            f"advertised.listeners=PLAINTEXT://{self.bootstrap}\n"
            "controller.listener.names=CONTROLLER\n"
            f"log.dirs={self._folder / 'data'}\n"
            "offsets.topic.replication.factor=1\n"
            "offsets.topic.num.partitions=1\n"
            "transaction.state.log.replication.factor=1\n"
            "transaction.state.log.min.isr=1\n"
            "share.coordinator.state.topic.replication.factor=1\n"
            "share.coordinator.state.topic.min.isr=1\n"
            "group.initial.rebalance.delay.ms=0\n"
            "auto.create.topics.enable=false\n"
        )
        cluster = uuid.uuid4().hex[:22]
        done = subprocess.run(
            [*self._java(), "kafka.tools.StorageTool", "format", "-t", cluster, "-c", str(self._properties)],
            capture_output=True, text=True, timeout=START_TIMEOUT_S, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"formatting Kafka's storage failed:\n{done.stdout}{done.stderr}"

    def _java(self) -> list[str]:
        return ["java", f"-Xmx{HEAP_MB}m", "-XX:+UseSerialGC", _QUIET, "-cp", f"{self._jars}/*"]

    def start(self) -> None:
        """Start the node and wait until it answers."""
        with (self._folder / "broker.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java(), "kafka.Kafka", str(self._properties)], stdout=log, stderr=log
            )
        until(self._answers, START_TIMEOUT_S, "Kafka answers")

    def _answers(self) -> bool:
        assert self._process is not None
        log = self._folder / "broker.log"
        assert self._process.poll() is None, f"Kafka ended:\n{log.read_text()[-3000:]}"
        try:
            return bool(self._admin().list_topics(timeout=2).brokers)
        except KafkaException:
            return False

    def _admin(self) -> AdminClient:
        return AdminClient({"bootstrap.servers": self.bootstrap, "log_level": 0})

    def create_topic(self, partitions: int = 1, prefix: str = "topic", **config: str) -> str:
        """Make a topic with a name of its own, and return the name once it can be written to."""
        name = f"{prefix}-{uuid.uuid4().hex[:10]}"
        admin = self._admin()
        new = NewTopic(name, num_partitions=partitions, replication_factor=1, config=config)
        admin.create_topics([new])[name].result(timeout=30)
        until(lambda: name in admin.list_topics(timeout=5).topics, 30, f"topic {name} is there")
        return name

    def stop(self) -> None:
        """End the node in order (SIGTERM), and by force where it does not."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the node at once, as a crash does."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_TIMEOUT_S)
        self._process = None
