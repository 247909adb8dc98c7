from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.pipeline.second import other_world as other_world
from tests.support.kafka import KafkaBroker, need_kafka


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaBroker]:
    """One Kafka for all tests; each makes topics of its own."""
    broker = KafkaBroker(tmp_path_factory.mktemp("kafka"), need_kafka())
    try:
        broker.start()
        yield broker
    finally:
        broker.stop()
