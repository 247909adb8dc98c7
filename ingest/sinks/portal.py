"""Any SkyPortal instance by REST: candidates, photometry, scores and cut-outs of what passes the chosen filters."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.errors import BadInput, NotFound
from app.portal.surveys import SURVEYS
from ingest.filters.guard import ParsedFilter
from ingest.filters.running import parse_filter
from ingest.pipeline.account import Account, account_of
from ingest.pipeline.results import ActiveFilter, AlertKey, Passage, Results
from ingest.sinks import rows
from ingest.sinks.portal_client import PortalClient
from ingest.sinks.portal_progress import PortalProgress
from ingest.surveys.units import AB_ZERO_POINT_UJY


@dataclass(frozen=True)
class PortalTarget:
    """Where to send: candidates of the filters ``filter_ids`` of the portal at ``url``.

    ``expression`` says what must be true of an alert; without it, the filters there must say so themselves (in
    ``altdata.expression``, as Skyrelay's do).
    """

    url: str
    token: str = field(repr=False)
    filter_ids: tuple[int, ...]
    expression: str | None = None


@dataclass(frozen=True)
class _RemoteFilter:
    id: int
    group_id: int
    stream_id: int
    parsed: ParsedFilter


class PortalSink:
    """A sink over REST. Every call can be sent again without harm, so a batch is repeated until it went through whole.

    What was dealt with is kept in ``folder``, one file for each portal and choice of filters.
    """

    def __init__(self, target: PortalTarget, folder: Path) -> None:
        self._target = target
        self._client = PortalClient(target.url, target.token)
        chosen = [self._client.url, *map(str, sorted(set(target.filter_ids))), target.expression or ""]
        name = hashlib.sha256("\n".join(chosen).encode()).hexdigest()[:16]
        self._progress = PortalProgress(folder / f"portal-{name}.sqlite")
        self._filters: list[_RemoteFilter] = []
        self._instruments: dict[str, int] = {}

    def open(self, source: str) -> None:  # noqa: ARG002 - a portal keeps no account of our runs
        """Ask the portal for its filters; raises :class:`BadInput` for one that cannot be used."""
        self._filters = [self._filter(filter_id) for filter_id in dict.fromkeys(self._target.filter_ids)]

    def known(self, keys: Collection[AlertKey]) -> set[AlertKey]:
        """Return those alerts that were dealt with."""
        return self._progress.done(keys)

    def filters(self, surveys: Collection[str]) -> list[ActiveFilter]:
        """Return the chosen filters, for each of the surveys."""
        return [
            ActiveFilter(one.id, one.group_id, one.stream_id, survey, one.parsed)
            for survey in sorted(surveys)
            for one in self._filters
        ]

    def save(self, results: Results) -> Account:
        """Send what passed, then note the batch as dealt with."""
        for passage in results.passages:
            self._send(passage)
        latest = [one for one in rows.latest_by_obj(results.passages) if not self._is_outdated(one)]
        for passage in latest:
            self._annotate(passage)
            self._show(passage)
        self._progress.store(
            [one.key for one in results.seen],
            [(one.alert.obj_id, one.key.survey, one.alert.mjd_utc) for one in latest],
            results.refusals,
        )
        saved = sum(len(one.filters) for one in results.passages)
        return account_of(results, len(results.seen), len(results.passages), saved)

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        """Close the connections and the file."""
        self._client.close()
        self._progress.close()

    def _filter(self, filter_id: int) -> _RemoteFilter:
        try:
            found = self._client.get(f"/api/filters/{filter_id}")
        except NotFound as error:
            raise BadInput(f"Filter {filter_id} is not there: {error.message}", field="filter-id") from error
        expression = self._target.expression or (found.get("altdata") or {}).get("expression")
        if not isinstance(expression, str):
            raise BadInput(
                f"Filter {filter_id} of {self._client.url} has no expression that runs here; "
                "give --expression, such as “drb > 0.5”.",
                field="expression",
            )
        return _RemoteFilter(filter_id, found["group_id"], found["stream_id"], parse_filter(expression))

    def _instrument(self, survey: str) -> int:
        if survey not in self._instruments:
            name = SURVEYS[survey].instrument
            found = [one for one in self._client.get("/api/instrument", name=name) if one["name"] == name]
            if not found:
                raise BadInput(
                    f"{self._client.url} has no instrument named {name}; make one there for the photometry.",
                    field="portal",
                )
            self._instruments[survey] = int(found[0]["id"])
        return self._instruments[survey]

    def _is_outdated(self, passage: Passage) -> bool:
        return self._progress.is_outdated(passage.alert.obj_id, passage.key.survey, passage.alert.mjd_utc)

    def _send(self, passage: Passage) -> None:
        obj = rows.obj_of(passage)
        instrument_id = self._instrument(passage.key.survey)
        body: dict[str, Any] = {
            "id": obj.id,
            "ra": obj.ra,
            "dec": obj.dec,
            "origin": obj.origin,
            "altdata": obj.altdata,
            "is_roid": obj.is_roid,
            "score": obj.score,
            "filter_ids": [one.id for one in passage.filters],
            "passed_at": self._progress.passed_at(passage.key).isoformat(),
            "passing_alert_id": passage.key.alert_id,
        }
        self._client.post("/api/candidates", {name: value for name, value in body.items() if value is not None})
        photometry = _photometry(passage, instrument_id)
        if photometry["mjd"]:
            self._client.put("/api/photometry", photometry)

    def _annotate(self, passage: Passage) -> None:
        """Set the survey's annotation: there is one of each origin, so an older one is changed."""
        place = f"/api/sources/{quote(passage.alert.obj_id, safe='')}/annotations"
        data, group_ids = rows.annotation_of(passage), _group_ids(passage)
        for known in self._client.get(place):
            if known["origin"] == passage.key.survey:
                if known["data"] != data:
                    self._client.put(f"{place}/{known['id']}", {"data": data, "origin": passage.key.survey})
                return
        self._client.post(place, {"origin": passage.key.survey, "data": data, "group_ids": group_ids})

    def _show(self, passage: Passage) -> None:
        for kind, png in sorted(passage.pictures.items()):
            body = {"obj_id": passage.alert.obj_id, "ttype": kind, "data": base64.b64encode(png).decode()}
            self._client.post("/api/thumbnail", body)


def _group_ids(passage: Passage) -> list[int]:
    return sorted({one.group_id for one in passage.filters})


def _photometry(passage: Passage, instrument_id: int) -> dict[str, Any]:
    """Return all measurements in flux space (µJy: zero point 23.9 AB); a null flux is a limit."""
    points = [one for one in passage.history if one.fluxerr_ujy > 0]
    return {
        "obj_id": passage.alert.obj_id,
        "instrument_id": instrument_id,
        "mjd": [one.mjd_utc for one in points],
        "filter": [one.filter for one in points],
        "flux": [one.flux_ujy for one in points],
        "fluxerr": [one.fluxerr_ujy for one in points],
        "zp": AB_ZERO_POINT_UJY,
        "magsys": "ab",
        "ra": [one.ra_deg for one in points],
        "dec": [one.dec_deg for one in points],
        "origin": [rows.origin_of(one) for one in points],
        "group_ids": _group_ids(passage),
        "stream_ids": sorted({one.stream_id for one in passage.filters}),
    }
