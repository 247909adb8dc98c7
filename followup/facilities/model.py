"""The gateway's vocabulary: what every facility answers, whatever its own words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from followup.facilities.capabilities import Capabilities

Payload = dict[str, Any]
RequestId = str


class FacilityState(StrEnum):
    """Where a request stands."""

    PENDING = "pending"
    SCHEDULED = "scheduled"
    OBSERVING = "observing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FacilityStatus:
    """A request at its facility. ``word`` is the facility's own; ``detail`` is for people; times are UTC."""

    state: FacilityState
    word: str
    scheduled_start: datetime | None
    scheduled_end: datetime | None
    detail: str
    terminal: bool
    failed: bool


@dataclass(frozen=True)
class TelescopeState:
    """One telescope. ``open`` is None where the facility does not say: unknown is not available."""

    site: str
    enclosure: str
    telescope: str
    open: bool | None
    why: str


@dataclass(frozen=True)
class Frame:
    """One data product. ``date_obs`` is UTC, ``reduction_level`` LCO's (91: reduced), ``url`` may expire."""

    frame_id: str
    filename: str
    url: str
    date_obs: datetime
    reduction_level: int | None
    record: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Validation:
    """A facility's opinion of a payload: its field errors (empty: fine) and the telescope time it would charge."""

    errors: Mapping[str, Any]
    duration_s: float | None

    @property
    def ok(self) -> bool:
        """Whether it would be accepted."""
        return not self.errors


@dataclass(frozen=True)
class SkyClock:
    """The clock for which a facility's sky is computed: real UTC plus a shift (0 for real telescopes).

    ``always_night`` means that darkness and altitude do not matter there (a test's observatory).
    """

    shift_s: float = 0.0
    always_night: bool = False


class FacilityGateway(Protocol):
    """One allocation's way to its facility. All methods block, none waits for ever, and all are safe in threads.

    Each may raise ``FacilityCredentials`` and ``FacilityUnreachable`` (see ``followup.facilities.errors``).
    """

    @property
    def facility(self) -> str:
        """The facility's name."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can really do."""
        ...

    def validate(self, payload: Payload) -> Validation:
        """Ask whether a payload would be accepted; nothing is submitted."""
        ...

    def submit(self, payload: Payload, tag: str) -> RequestId:
        """Submit once, under a unique tag of at most 50 characters.

        Raises ``FacilityRefused``, or ``OutcomeUnknown`` when the answer is lost: then ask ``find_by_tag`` first.
        """
        ...

    def find_by_tag(self, tag: str) -> RequestId | None:
        """Return the request that was submitted under a tag, or None where the facility has none."""
        ...

    def status(self, request_id: RequestId) -> FacilityStatus:
        """Return where a request stands; raises ``FacilityRequestUnknown``."""
        ...

    def cancel(self, request_id: RequestId) -> bool:
        """Cancel; True when the facility says that it is cancelled.

        Raises ``FacilityRequestUnknown``, and ``FacilityRefused`` for a request that has already ended.
        """
        ...

    def telescope_states(self) -> list[TelescopeState]:
        """Return what the facility says of its telescopes."""
        ...

    def sky_clock(self) -> SkyClock:
        """Return the clock of this facility's sky."""
        ...

    def frames(self, request_id: RequestId) -> list[Frame]:
        """Return the data products of a request, in the order of their observation."""
        ...

    def download(self, frame: Frame) -> bytes:
        """Return a data product's bytes."""
        ...
