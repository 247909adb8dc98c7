"""Structured logs on stderr: one line per event, with the service, the time (UTC) and the request it belongs to."""

from __future__ import annotations

import logging
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from app.config import Settings

CHATTY = ("alembic", "matplotlib", "urllib3", "PIL", "asyncio")
"""Libraries whose INFO tells nothing about Skyrelay's own work."""
SECRET_WORDS = ("password", "secret", "token", "authorization", "cookie", "credential")
"""An event's key that contains one of these is written as ``***``."""


def configure(settings: Settings, service: str) -> None:
    """Send everything that this process logs, libraries included, to stderr in the configured form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        _name_service(service),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _mask_secrets,
    ]
    ends: list[Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(default=str)]
        if settings.logging.format == "json"
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)]
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ends],
        )
    )
    logging.basicConfig(handlers=[handler], level=settings.logging.level, force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    """Return the logger of a module: ``log = get_logger(__name__)``; call it with an event and facts by name."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


@contextmanager
def bound(**facts: Any) -> Iterator[None]:
    """Add facts (for example ``trigger_id=7``) to everything that this thread or task logs inside the block."""
    with structlog.contextvars.bound_contextvars(**facts):
        yield


@contextmanager
def request(request_id: str | None = None) -> Iterator[str]:
    """Give a request an id, the caller's or a new one, that every line logged for it carries; yield the id."""
    name = request_id or uuid.uuid4().hex[:16]
    with bound(request_id=name):
        yield name


def _name_service(service: str) -> Processor:
    def add(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        event.setdefault("service", service)
        return event

    return add


def _mask_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    for key in event:
        if any(word in key.lower() for word in SECRET_WORDS) and not key.lower().endswith("_id"):
            event[key] = "***"
    return event
