"""Waits for the database to say that something grew: the outbox, or another queue with a channel of its own."""

from __future__ import annotations

import select
import threading
from collections.abc import Callable

import psycopg2
import structlog

CHANNEL = "skyrelay_outbox"
log = structlog.get_logger(__name__)


class OutboxListener(threading.Thread):
    """A thread that calls ``on_change`` after each commit that notified ``channel``: wrote to the outbox, for example.

    A lost connection is made anew, and ``on_change`` is called then too, since something may have been missed.
    """

    def __init__(self, url: str, on_change: Callable[[], None], retry_s: float = 2.0, channel: str = CHANNEL) -> None:
        super().__init__(name=f"{channel}-listener", daemon=True)
        self.channel = channel
        self.url = url.replace("+psycopg2", "")
        self.on_change = on_change
        self.retry_s = retry_s
        self.stopping = threading.Event()
        self.listening = threading.Event()

    def run(self) -> None:
        """Listen until :meth:`stop`."""
        while not self.stopping.is_set():
            try:
                self._listen()
            except psycopg2.Error as error:
                self.listening.clear()
                log.warning("a listener lost its connection", channel=self.channel, error=str(error).strip())
                self.stopping.wait(self.retry_s)

    def stop(self) -> None:
        """End the thread within a second."""
        self.stopping.set()

    def _listen(self) -> None:
        connection = psycopg2.connect(self.url, connect_timeout=5)
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(f"LISTEN {self.channel}")
            self.listening.set()
            self.on_change()
            while not self.stopping.is_set():
                if select.select([connection], [], [], 1.0)[0]:
                    connection.poll()
                    if connection.notifies:
                        connection.notifies.clear()
                        self.on_change()
        finally:
            connection.close()
