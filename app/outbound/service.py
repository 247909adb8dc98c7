"""The errands service: the worker, with every kind of errand that a module of this package brings."""

from __future__ import annotations

import importlib
import pkgutil
import signal
import threading

from app import outbound
from app.config import Settings
from app.context import Context
from app.errands.kinds import Kind
from app.errands.outside import Outside
from app.errands.worker import Worker


def all_kinds() -> dict[str, Kind]:
    """Return every kind of errand by its name."""
    names = sorted(f"{outbound.__name__}.{module.name}" for module in pkgutil.iter_modules(outbound.__path__))
    found = [kind for name in names for kind in getattr(importlib.import_module(name), "KINDS", ())]
    return {kind.name: kind for kind in found}


def serve(settings: Settings) -> None:
    """Do errands until SIGTERM or SIGINT."""
    context = Context.create(settings, "errands")
    worker = Worker(context, all_kinds(), Outside(settings.outside))
    stop = threading.Event()

    def end(*_: object) -> None:
        stop.set()
        worker.wake()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    try:
        worker.run(stop)
    finally:
        context.close()
