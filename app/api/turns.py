"""Worker threads, dealt out in turn to those who ask, so that nobody's many or long requests make others wait."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class FairPool:
    """A pool of ``threads``, used from one event loop.

    Whoever waits is served after those who asked before, one request of each asker at a time; and nobody holds more
    than half of the threads, since a thread in the middle of a large upload cannot be taken back.
    """

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="request")
        self._free = threads
        self._share = max(1, threads // 2)
        self._busy: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    async def run(self, asker: str, work: Callable[[], T]) -> T:
        """Run ``work`` in a thread when it is the asker's turn, and return what it returns or raise what it raises."""
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[None] = loop.create_future()
        self._waiting.setdefault(asker, deque()).append(turn)
        self._deal()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave(asker)
            raise
        try:
            return await loop.run_in_executor(self._pool, work)
        finally:
            self._leave(asker)

    def _leave(self, asker: str) -> None:
        self._free += 1
        self._busy[asker] -= 1
        if not self._busy[asker]:
            del self._busy[asker]
        self._deal()

    def _deal(self) -> None:
        """Give free threads to the askers that have waited longest for their turn."""
        while self._free:
            asker = next((one for one in self._waiting if self._busy[one] < self._share), None)
            if asker is None:
                return
            queue = self._waiting.pop(asker)
            turn = queue.popleft()
            if queue:
                self._waiting[asker] = queue
            if not turn.cancelled():
                self._free -= 1
                self._busy[asker] += 1
                turn.set_result(None)
