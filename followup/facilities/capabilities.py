"""What each facility can really do, beyond what its class pretends.

From shared/facts/tom-facilities.md (TOM Toolkit 3.1.0 and its plugins, each tried). A router asks before it
relies on an answer: "no status" must not look like "still waiting", nor "no cancel" like "cancelled".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Capabilities:
    """Each is True only where it was seen working."""

    can_report_status: bool
    can_cancel: bool
    reports_failure: bool
    id_trusted: bool
    reconcile_by_name: bool


_WHOLE_LOOP = Capabilities(True, True, True, True, True)
_SUBMIT_ONLY = Capabilities(False, False, False, False, False)

CAPABILITIES: Mapping[str, Capabilities] = MappingProxyType(
    {
        "LCO": _WHOLE_LOOP,
        "SOAR": _WHOLE_LOOP,
        "BLANCO": _WHOLE_LOOP,
        "SimulatedLCO": _WHOLE_LOOP,
        "GEM": Capabilities(False, False, False, True, False),
        "LT": _SUBMIT_ONLY,  # an id comes back for a rejected request too
        "ESO": _SUBMIT_ONLY,  # creates an observation block and returns no id
        "SWIFT": _SUBMIT_ONLY,  # [None] when rejected
    }
)
