"""An analysis service on loopback that speaks SkyPortal's protocol: it is asked, and answers to the address it got."""

from __future__ import annotations

import base64
import csv
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.support.outside import Asked, Loopback, Said, loopback

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def good_answer(n_points: int) -> dict[str, Any]:
    """What a light-curve fitter sends back."""
    return {
        "status": "success",
        "message": f"fitted {n_points} points",
        "analysis": {
            "plots": [{"format": "png", "data": base64.b64encode(PNG).decode()}],
            "results": {"format": "json", "data": {"chi2": 1.5, "n": n_points}},
        },
    }


@dataclass
class Service:
    """Its behaviour is set by ``mood``: well, busy (once), broken, late, silent or rubbish."""

    server: Loopback
    mood: str = "well"
    told: list[tuple[int, Any]] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)

    def reply(self, asked: Asked) -> Said:
        """Take the data, and answer to the callback address in another thread, as real ones do."""
        if self.mood == "busy":
            self.mood = "well"
            return Said(503, {"Retry-After": "0"})
        if self.mood == "broken":
            return Said(400, content=b"I do not understand these data.")
        if self.mood != "silent":
            thread = threading.Thread(target=self._answer, args=(asked.json(),), daemon=True)
            self.threads.append(thread)
            thread.start()
        return Said(content=b"{}")

    def _answer(self, question: dict[str, Any]) -> None:
        rows = list(csv.DictReader(io.StringIO(question["inputs"].get("photometry", ""))))
        bodies: list[Any] = [good_answer(len(rows)), good_answer(len(rows))]
        if self.mood == "rubbish":
            bodies = [{"status": "success", "analysis": {"plots": [{"format": "png", "data": "!!"}]}}, bodies[0]]
        if self.mood == "failing":
            bodies = [{"status": "failure", "message": "no supernova here", "analysis": {}}]
        for body in bodies:
            said = httpx.request(question["callback_method"], question["callback_url"], json=body, timeout=10)
            self.told.append((said.status_code, said.json()))

    def join(self) -> None:
        """Wait until it has said all."""
        for thread in self.threads:
            thread.join(10)


@contextmanager
def analysis_service() -> Iterator[Service]:
    """Run one."""
    with loopback(lambda asked: service.reply(asked)) as server:
        service = Service(server)
        try:
            yield service
        finally:
            service.join()
