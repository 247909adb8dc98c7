"""The gateway to the OCS family (LCO, SOAR, BLANCO, and LCO simulated), through TOM Toolkit's own facility
classes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode, urljoin

import requests
from dateutil.parser import isoparse  # type: ignore[import-untyped]

from followup.facilities import outcomes
from followup.facilities.capabilities import CAPABILITIES, Capabilities
from followup.facilities.errors import FacilityError, FacilityRequestUnknown, FacilityUnreachable
from followup.facilities.exchange import Exchange, exchange
from followup.facilities.headless import start_toolkit
from followup.facilities.model import (
    FacilityState,
    FacilityStatus,
    Frame,
    Payload,
    RequestId,
    SkyClock,
    TelescopeState,
    Validation,
)
from followup.facilities.payload import MAX_TAG_CHARACTERS

_PAGES = 10
_MAX_FRAME_BYTES = 256 * 2**20
_DOWNLOAD_TIMEOUTS = 6.0
_STATES: Mapping[str, FacilityState] = {
    "PENDING": FacilityState.PENDING,
    "COMPLETED": FacilityState.COMPLETED,
    "WINDOW_EXPIRED": FacilityState.EXPIRED,
    "CANCELED": FacilityState.CANCELLED,
    "FAILURE_LIMIT_REACHED": FacilityState.FAILED,
    "NOT_ATTEMPTED": FacilityState.FAILED,
}
# Event types of the portal's telescope states that say something for certain; any other one is "unknown".
_OPEN: Mapping[str, bool] = {
    "AVAILABLE": True,
    "NOT_AVAILABLE": False,
    "NOT_OK_TO_OPEN": False,
    "ENCLOSURE_INTERLOCK": False,
    "ENCLOSURE_DISABLED": False,
    "SEQUENCER_DISABLED": False,
    "SITE_AGENT_UNRESPONSIVE": False,
}


@dataclass(frozen=True)
class Account:
    """Where a facility is reached and with what: one allocation's, passed with each call, never a global."""

    facility: str
    portal_url: str
    archive_url: str
    api_key: str
    http_timeout_s: float
    simulated: bool

    def __repr__(self) -> str:
        return f"Account({self.facility!r}, {self.portal_url!r}, simulated={self.simulated})"


@cache
def _classes(facility: str) -> tuple[Any, Any]:
    """Return (facility class, settings class) of the toolkit, both taking their values from an account."""
    start_toolkit()
    from tom_observations.facilities import blanco, lco, soar

    bases = {
        "LCO": (lco.LCOFacility, lco.LCOSettings),
        "SimulatedLCO": (lco.LCOFacility, lco.LCOSettings),
        "SOAR": (soar.SOARFacility, soar.SOARSettings),
        "BLANCO": (blanco.BLANCOFacility, blanco.BLANCOSettings),
    }
    facility_base, settings_base = bases[facility]

    class AccountSettings(settings_base):  # type: ignore[misc,valid-type]
        """The toolkit's settings, from an account: the defaults of its classes are the production portal."""

        def __init__(self, account: Account) -> None:
            super().__init__()
            self._account = account

        def get_setting(self, key: str) -> Any:
            own = {
                "portal_url": self._account.portal_url,
                "archive_url": self._account.archive_url,
                "api_key": self._account.api_key,
            }
            return own[key] if key in own else self.default_settings[key]

    class AccountFacility(facility_base):  # type: ignore[misc,valid-type]
        """The toolkit's facility, which must not cancel ``/requestgroups/None/`` when the request is unknown."""

        def _get_requestgroup_id(self, observation_id: str) -> Any:
            found = super()._get_requestgroup_id(observation_id)
            if found is None:
                raise FacilityRequestUnknown(f"{self.name} does not know the request {observation_id}.")
            return found

    return AccountFacility, AccountSettings


class OcsGateway:
    """A :class:`~followup.facilities.model.FacilityGateway` for one account."""

    def __init__(self, account: Account) -> None:
        self._account = account
        facility_class, settings_class = _classes(account.facility)
        self._tom: Any = facility_class(facility_settings=settings_class(account))

    @property
    def facility(self) -> str:
        """The facility's name."""
        return self._account.facility

    @property
    def capabilities(self) -> Capabilities:
        """What it can really do."""
        return CAPABILITIES[self._account.facility]

    def validate(self, payload: Payload) -> Validation:
        """Ask whether a payload would be accepted."""
        with self._talk():
            answer = self._tom.validate_observation(payload)
            errors, durations = answer["errors"], answer.get("request_durations") or {}
            duration = durations.get("duration") if isinstance(durations, dict) else None
            return Validation(errors=errors or {}, duration_s=None if duration is None else float(duration))

    def submit(self, payload: Payload, tag: str) -> RequestId:
        """Submit once under a tag; a lost answer is ``OutcomeUnknown``."""
        if not 0 < len(tag) <= MAX_TAG_CHARACTERS:
            raise ValueError(f"a tag has 1 to {MAX_TAG_CHARACTERS} characters, not {len(tag)}")
        with self._talk(submitting=True):
            ids = self._tom.submit_observation(payload | {"name": tag})
            return str(ids[0])

    def find_by_tag(self, tag: str) -> RequestId | None:
        """Return the request under a tag: the first one, should there ever be several."""
        found = self.find_all_by_tag(tag)
        return found[0] if found else None

    def find_all_by_tag(self, tag: str) -> list[RequestId]:
        """Return all requests under a tag, oldest first; more than one means that something was submitted twice.

        The portal matches any part of a name, so the exact comparison is ours.
        """
        with self._talk():
            url: str | None = f"/api/requestgroups/?{urlencode({'name': tag, 'limit': 100})}"
            found: list[int] = []
            for _ in range(_PAGES):
                if url is None:
                    break
                page = self._get(url)
                found += [one["id"] for group in page["results"] if group["name"] == tag for one in group["requests"]]
                url = page.get("next")
            return [str(one) for one in sorted(found)]

    def status(self, request_id: RequestId) -> FacilityStatus:
        """Return where a request stands."""
        with self._talk() as talk:
            told = self._tom.get_observation_status(request_id)
            return self._status(told, _json(talk))

    def _status(self, told: Mapping[str, Any], blocks: list[Mapping[str, Any]]) -> FacilityStatus:
        word = str(told["state"])
        running = [block for block in blocks if block["state"] == "IN_PROGRESS"]
        state = _STATES.get(word, FacilityState.UNKNOWN)
        if state == FacilityState.PENDING and running:
            state = FacilityState.OBSERVING
        elif state == FacilityState.PENDING and told["scheduled_start"]:
            state = FacilityState.SCHEDULED
        # the toolkit overlooks blocks in progress
        start = told["scheduled_start"] or (running[-1]["start"] if running else None)
        end = told["scheduled_end"] or (running[-1]["end"] if running else None)
        return FacilityStatus(
            state=state,
            word=word,
            scheduled_start=_time(start),
            scheduled_end=_time(end),
            detail=_detail(word, blocks),
            terminal=word in self._tom.get_terminal_observing_states(),
            failed=word in self._tom.get_failed_observing_states(),
        )

    def cancel(self, request_id: RequestId) -> bool:
        """Cancel the request (its group holds nothing else)."""
        with self._talk():
            return bool(self._tom.cancel_observation(request_id))

    def telescope_states(self) -> list[TelescopeState]:
        """Return what the portal says of its telescopes; read directly, as the toolkit drops the reasons."""
        with self._talk():
            told = self._get("/api/telescope_states/")
            return [_telescope_state(key, events) for key, events in sorted(told.items())]

    def sky_clock(self) -> SkyClock:
        """Return real time, or the clock of a simulated site."""
        if not self._account.simulated:
            return SkyClock()
        with self._talk():
            told = self._get("/api/simulation/sky/")
            return SkyClock(shift_s=float(told["sky_shift_s"]), always_night=bool(told["always_night"]))

    def frames(self, request_id: RequestId) -> list[Frame]:
        """Return the archive's frames of a request, in the order of their observation."""
        with self._talk() as talk:
            products = self._tom.data_products(request_id)
            records = {one["id"]: one for answer in talk.answers for one in answer.json().get("results", [])}
            frames = [_frame(product, records[product["id"]]) for product in products]
            return sorted(frames, key=lambda frame: (frame.date_obs, frame.filename))

    def download(self, frame: Frame) -> bytes:
        """Return a frame's bytes. The address is signed: the API key is not sent to whoever stores the file."""
        deadline = time.monotonic() + _DOWNLOAD_TIMEOUTS * self._account.http_timeout_s
        with self._talk() as talk:
            with talk.session.get(frame.url, stream=True, timeout=self._account.http_timeout_s) as answer:
                answer.raise_for_status()
                content = bytearray()
                for piece in answer.iter_content(2**16):
                    content += piece
                    if len(content) > _MAX_FRAME_BYTES:
                        raise FacilityUnreachable(f"{frame.filename} is larger than {_MAX_FRAME_BYTES} bytes.")
                    if time.monotonic() > deadline:
                        raise FacilityUnreachable(f"{frame.filename} did not arrive in time.")
            return bytes(content)

    @contextmanager
    def _talk(self, *, submitting: bool = False) -> Iterator[Exchange]:
        account = self._account
        with exchange(account.http_timeout_s, loopback_only=account.simulated) as talk:
            try:
                yield talk
            except FacilityError:
                raise
            except outcomes.EXPECTED as problem:
                raise outcomes.explain(problem, talk.last, account.facility, submitting=submitting) from problem

    def _get(self, path: str) -> Any:
        """Make a call that the toolkit's classes do not offer, through the toolkit's own function."""
        from tom_observations.facilities import ocs

        url = urljoin(self._account.portal_url, path)
        return ocs.make_request("GET", url, headers=self._tom._portal_headers()).json()


def _json(talk: Exchange) -> Any:
    return talk.last.json() if isinstance(talk.last, requests.Response) else []


def _time(text: str | None) -> datetime | None:
    if not text:
        return None
    found: datetime = isoparse(text)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _detail(word: str, blocks: list[Mapping[str, Any]]) -> str:
    """Return one sentence: the facility's word, and why the latest block ended early if it did."""
    reasons = [
        str(status["reason"])
        for block in blocks
        for status in block.get("configuration_statuses", [])
        if status.get("reason")
    ]
    if not blocks:
        return f"{word}: not scheduled yet" if word == "PENDING" else word
    latest = f"{word}: block {blocks[-1]['id']} {blocks[-1]['state']}"
    return f"{latest}; {reasons[-1]}" if reasons else latest


def _telescope_state(key: str, events: list[Mapping[str, Any]]) -> TelescopeState:
    site, enclosure, telescope = ([*key.split("."), "", ""])[:3]
    if not events:
        return TelescopeState(site, enclosure, telescope, None, "The facility says nothing about it.")
    latest = events[-1]
    kind = str(latest.get("event_type", ""))
    reason = str(latest.get("event_reason") or kind)
    return TelescopeState(site, enclosure, telescope, _OPEN.get(kind.upper()), reason)


def _frame(product: Mapping[str, Any], record: Mapping[str, Any]) -> Frame:
    created: datetime = product["created"]
    level = record.get("reduction_level", record.get("RLEVEL"))
    return Frame(
        frame_id=str(product["id"]),
        filename=str(product["filename"]),
        url=str(product["url"]),
        date_obs=created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC),
        reduction_level=None if level is None else int(level),
        record=record,
    )
