"""The Transient Name Server's API (TNS APIs manual 2.0): the bot's signature, searches, reports and their replies."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.errands.kinds import GiveUp, TryAgain
from app.errands.outside import Message, Reply

WHO = "The TNS"
MADE, KNOWN = (100,), (101, 103)
"""Feedback codes of a report: the object was made; it exists already (101), or takes the photometry only (103)."""
NOT_READY = 404
"""Of ``bulk-report-reply``: the report is not worked on yet."""


@dataclass(frozen=True)
class Bot:
    """Who asks: the TNS wants every bot to say its number and name in the user agent."""

    address: str
    bot_id: int
    name: str
    key: str

    def message(self, path: str, **form: str) -> Message:
        """Return a signed message to ``/api/<path>``."""
        mark = "tns_marker" + json.dumps({"tns_id": str(self.bot_id), "type": "bot", "name": self.name})
        return Message(
            "POST", f"{self.address.rstrip('/')}/api/{path}", {"User-Agent": mark}, form={"api_key": self.key, **form}
        )

    def search(self, **what: Any) -> Message:
        """Return a search: by ``ra``, ``dec``, ``radius`` and ``units``, or by ``internal_name``."""
        return self.message("get/search", data=json.dumps(what))

    def object(self, name: str) -> Message:
        """Return the question for one object, by its name without the prefix."""
        return self.message(
            "get/object", data=json.dumps({"objname": name, "objid": "", "photometry": "0", "spectra": "0"})
        )

    def report(self, payload: Mapping[str, Any]) -> Message:
        """Return the message that sends a report in."""
        return self.message("set/bulk-report", data=json.dumps(payload))

    def reply_to(self, report_id: int) -> Message:
        """Return the question for what became of a report."""
        return self.message("get/bulk-report-reply", report_id=str(report_id))


def told(reply: Reply) -> Any:
    """Return the ``data`` of an answer.

    Raises :class:`TryAgain` where the TNS is busy or asks to slow down (429, with its own waiting time),
    :class:`GiveUp` where it refuses the key (401, 403) or the question.
    """
    if reply.status == 429:
        reset = reply.headers.get("x-rate-limit-reset", "")
        raise TryAgain(
            f"{WHO} asks us to slow down (HTTP 429).", float(reset) if reset.isdigit() else reply.retry_after_s
        )
    if reply.status >= 500:
        raise TryAgain(f"{WHO} is out of order (HTTP {reply.status}).")
    if reply.status in (401, 403):
        raise GiveUp(f"{WHO} does not accept the bot's key (HTTP {reply.status}).")
    document = reply.json()
    if not isinstance(document, dict):
        raise GiveUp(f"{WHO} answered with something else than a document.")
    if not reply.ok:
        raise GiveUp(f"{WHO} refused (HTTP {reply.status}): {_words(document)}")
    return document.get("data")


def found(data: Any) -> list[tuple[str, str]]:
    """Return the (prefix, name) of each object that a search found; older answers keep them under ``reply``."""
    listed = data.get("reply", []) if isinstance(data, dict) else data
    return [
        (str(one.get("prefix") or "AT"), str(one["objname"]))
        for one in (listed if isinstance(listed, list) else [])
        if isinstance(one, dict) and one.get("objname")
    ]


def place(data: Any) -> tuple[float, float] | None:
    """Return the position (degrees) of an object's answer."""
    document = data.get("reply", data) if isinstance(data, dict) else {}
    try:
        return float(document["radeg"]), float(document["decdeg"])
    except (KeyError, TypeError, ValueError):
        return None


def report_id(data: Any) -> int:
    """Return the number that a report was given; raise :class:`GiveUp` where there is none."""
    try:
        return int(data["report_id"])
    except (KeyError, TypeError, ValueError) as error:
        raise GiveUp(f"{WHO} took the report and gave it no number: {str(data)[:200]}") from error


@dataclass(frozen=True)
class Feedback:
    """What became of a report: the object's name, and whether it existed before; or what was wrong with it."""

    name: str | None = None
    existed: bool = False
    wrong: str = ""


def feedback(data: Any) -> Feedback:
    """Return what became of the first report of a bulk."""
    reports = ((data or {}).get("feedback") or {}).get("at_report") if isinstance(data, dict) else None
    first = reports[0] if isinstance(reports, list) and reports and isinstance(reports[0], dict) else {}
    for code, existed in [(c, False) for c in MADE] + [(c, True) for c in KNOWN]:
        part = first.get(str(code))
        if isinstance(part, dict) and part.get("objname"):
            return Feedback(str(part["objname"]), existed)
    return Feedback(wrong=_words(first or data))


def _words(document: Any) -> str:
    """Return the messages of an answer, wherever they are; at most 300 characters."""
    messages: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            text = value.get("message") or value.get("id_message")
            if isinstance(text, str):
                messages.append(re.sub(r"\s+", " ", text))
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(document)
    return ("; ".join(messages) or "no reason given")[:300]
