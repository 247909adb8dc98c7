"""The portal's JSON: groups, requests, blocks, frames, pages, telescope states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from followup.facilities.simulated.conditions import State
from followup.facilities.simulated.config import ObservatoryConfig
from followup.facilities.simulated.store import BlockRow, GroupRow, RequestRow, iso

Document = dict[str, Any]
_SUBMITTER = "skyrelay"
_ANY_PROPOSAL = ("SKYRELAY-DRILL",)


def parse_time(text: str) -> datetime:
    """Read an ISO 8601 time; without zone it is UTC. Raises ValueError."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def profile(config: ObservatoryConfig) -> Document:
    """Return whose token it is."""
    proposals = [
        {"id": name, "title": f"{name} (simulated)", "current": True} for name in config.proposals or _ANY_PROPOSAL
    ]
    return {"username": _SUBMITTER, "first_name": "", "last_name": "", "email": "", "proposals": proposals}


def telescope_states(key: str, state: State, now_s: float) -> Document:
    """Return the telescope's present state, in the portal's event types."""
    event = {
        "telescope": key,
        "event_type": state.event_type,
        "event_reason": state.reason,
        "start": iso(now_s),
        "end": iso(now_s),
    }
    return {key: [event]}


def request(row: RequestRow) -> Document:
    """Return one request."""
    return row.document | {
        "id": row.id,
        "request_group": row.group_id,
        "state": row.state.value,
        "duration": round(row.duration_s),
        "created": iso(row.created_s),
        "modified": iso(row.modified_s),
    }


def group(row: GroupRow, requests: list[RequestRow]) -> Document:
    """Return one group with its requests."""
    return row.document | {
        "id": row.id,
        "submitter": _SUBMITTER,
        "state": row.state.value,
        "created": iso(row.created_s),
        "modified": iso(row.modified_s),
        "requests": [request(one) for one in requests],
    }


def block(row: BlockRow, of: RequestRow, telescope_key: str) -> Document:
    """Return one observation block; the reason of an abortion is in its configuration status, as in the portal."""
    site, enclosure, telescope = telescope_key.split(".")
    status = {"id": row.id, "state": row.state.value, "reason": row.reason, "instrument_name": "sim01"}
    return {
        "id": row.id,
        "request": row.request_id,
        "request_group_id": of.group_id,
        "site": site,
        "enclosure": enclosure,
        "telescope": telescope,
        "state": row.state.value,
        "start": iso(row.start_s),
        "end": iso(row.end_s),
        "modified": iso(row.modified_s),
        "configuration_statuses": [status],
    }


def frame(record: Document, base_url: str, signature: str) -> Document:
    """Return one frame of the archive, with the address of its file."""
    url = f"{base_url}/frames/{record['id']}/download/?signature={signature}"
    version = {
        "id": record["id"],
        "created": record["L1PUBDAT"],
        "md5": record["md5"],
        "extension": ".fits",
        "url": url,
    }
    return record | {"url": url, "version_set": [version]}


@dataclass(frozen=True)
class Page:
    """One page of a list: where it starts, how long it is, and how much there is in all."""

    address: str
    query: dict[str, str]
    limit: int
    offset: int
    total: int

    def document(self, results: list[Document]) -> Document:
        """Return the page with the addresses of its neighbours."""
        after, before = self.offset + self.limit, max(0, self.offset - self.limit)
        return {
            "count": self.total,
            "next": self._url(after) if after < self.total else None,
            "previous": self._url(before) if self.offset > 0 else None,
            "results": results,
        }

    def _url(self, offset: int) -> str:
        query = self.query | {"limit": str(self.limit), "offset": str(offset)}
        return f"{self.address}?{urlencode(query)}"
