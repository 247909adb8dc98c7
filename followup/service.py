"""The follow-up process."""

from __future__ import annotations

import signal
import threading

from app.config import Settings
from app.context import Context
from followup.worker.loop import FollowupWorker


def serve(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; the step under way is finished first."""
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    context = Context.create(settings, "followup")
    try:
        FollowupWorker(context).run(stopping)
    finally:
        context.close()
