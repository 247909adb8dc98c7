"""The TNS and Hermes on loopback: they keep what they were sent, and can be told to misbehave."""

from __future__ import annotations

import json
from typing import Any

from tests.support.outside import Asked, Said

BOT = 'tns_marker{"tns_id": "42", "type": "bot", "name": "Red bot"}'


def _json(status: int, document: Any) -> Said:
    return Said(status, {"Content-Type": "application/json"}, json.dumps(document).encode())


class Tns:
    """The TNS's API: ``key`` opens it; ``faults`` are answered once each, before anything else, to reports."""

    def __init__(self) -> None:
        self.key = "red-key"
        self.reports: list[dict[str, Any]] = []
        self.known: dict[str, str] = {}
        self.faults: list[Said | str] = []
        self.slow = 0
        """How often a reply is not ready yet."""

    def answer(self, path: str, values: dict[str, str], asked: Asked) -> Said:
        """Answer one request."""
        if values.get("api_key") != self.key or not asked.headers["user-agent"].startswith("tns_marker{"):
            return _json(401, {"id_code": 401, "id_message": "Unauthorized"})
        if path == "api/set/bulk-report":
            return self._report(json.loads(values["data"]))
        if path == "api/get/bulk-report-reply":
            return self._reply(int(values["report_id"]))
        said = json.loads(values["data"])
        if "internal_name" in said:
            found = [{"prefix": "AT", "objname": n} for i, n in self.known.items() if i == said["internal_name"]]
        else:
            found = [{"prefix": "AT", "objname": n} for i, n in self.known.items() if i.startswith("at ")]
        return _json(200, {"id_code": 200, "id_message": "OK", "data": found})

    def _report(self, payload: dict[str, Any]) -> Said:
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, Said):
            return fault
        self.reports.append(payload)
        one = payload["at_report"]["0"]
        if fault != "bad":
            self.known[one["internal_name"]] = f"2026x{len(self.reports)}"
        if fault == "cut":
            # Taken, and the line is cut before the answer.
            return Said(200, {"Content-Length": "1000"}, pieces=iter([b"{"]))
        return _json(200, {"id_code": 200, "id_message": "OK", "data": {"report_id": len(self.reports)}})

    def _reply(self, number: int) -> Said:
        if self.slow:
            self.slow -= 1
            return _json(404, {"id_code": 404, "id_message": "Not found"})
        one = self.reports[number - 1]["at_report"]["0"]
        name = self.known.get(one["internal_name"])
        if name is None:
            wrong = {"ra": {"value": {"5": {"message": "Invalid RA", "message_id": 5}}}}
            return _json(
                400, {"id_code": 400, "id_message": "Bad request", "data": {"feedback": {"at_report": [wrong]}}}
            )
        return _json(200, {"id_code": 200, "data": {"feedback": {"at_report": [{"100": {"objname": name}}]}}})


class Hermes:
    """Hermes's API, likewise."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.faults: list[Said | str] = []

    def answer(self, path: str, values: dict[str, str], asked: Asked) -> Said:
        """Answer one request."""
        if asked.headers.get("authorization") != "Token hermes-key":
            return _json(401, {"detail": "Invalid token."})
        if path == "api/v0/messages" and asked.method == "GET":
            kept = [m for m in self.messages if m["topic"] == values["topic"] and m["title"] == values["title"]]
            return _json(200, {"count": len(kept), "results": kept})
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, Said):
            return fault
        self.messages.append(asked.json() | {"uuid": f"uuid-{len(self.messages)}"})
        if fault == "cut":
            return Said(200, {"Content-Length": "1000"}, pieces=iter([b"{"]))
        return _json(201, self.messages[-1])
