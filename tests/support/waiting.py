"""Wait for something that another process does, with a deadline and a message, never by a bare sleep."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def until(probe: Callable[[], T], timeout_s: float, what: str = "the condition", every_s: float = 0.1) -> T:
    """Call ``probe`` until it answers something true, and return that; fail after ``timeout_s`` seconds."""
    deadline = time.monotonic() + timeout_s
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} not true within {timeout_s:.0f} s (last answer: {answer!r})")
        time.sleep(every_s)
