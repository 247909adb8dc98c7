"""Fixtures that any test may ask for by name."""

import pytest
import structlog
from hypothesis import settings

# How long an example takes says something of the machine, not of the code.
settings.register_profile("skyrelay", deadline=None)
settings.load_profile("skyrelay")

# To pytest, which shows what a failing test logged. structlog's own default is standard output, where the line of a
# server's thread would stand between what a command printed and what its test reads.
structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.format_exc_info,
        structlog.processors.KeyValueRenderer(key_order=["event"]),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)

pytest_plugins = ["tests.support.postgres", "tests.support.world"]

LONGEST = (
    "tests/app/access/matrix/", "tests/e2e/", "tests/app/api/fuzz/", "tests/app/access/",
    "tests/app/cli/test_ingest.py", "tests/ingest/test_service.py", "tests/ingest/streams/",
)  # fmt: skip
"""Modules that take long: begun first, so that at the end no worker runs one alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest first; within them, and among the rest, the order stays."""
    items.sort(key=lambda item: next((n for n, place in enumerate(LONGEST) if item.nodeid.startswith(place)), 99))
