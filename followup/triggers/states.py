"""The states of triggers and attempts, as tables of allowed transitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from app.errors import Conflict

TriggerState = Literal["wanted", "routing", "active", "completed", "failed", "cancelled", "expired"]
AttemptState = Literal[
    "planned", "submitting", "accepted", "observing", "completed", "rejected", "failed", "cancelled", "expired"
]

TRIGGER_TRANSITIONS: Mapping[str, frozenset[str]] = {
    "wanted": frozenset({"routing", "active", "failed", "cancelled", "expired"}),
    "routing": frozenset({"active", "completed", "failed", "cancelled", "expired"}),
    "active": frozenset({"routing", "completed", "failed", "cancelled", "expired"}),
    # Data can still arrive from a telescope that could not be told in time.
    "cancelled": frozenset({"completed"}),
    "expired": frozenset({"completed"}),
    "failed": frozenset({"completed"}),
    "completed": frozenset(),
}

ATTEMPT_TRANSITIONS: Mapping[str, frozenset[str]] = {
    "planned": frozenset({"submitting", "cancelled"}),
    "submitting": frozenset({"accepted", "rejected", "failed", "cancelled"}),
    "accepted": frozenset({"observing", "completed", "failed", "cancelled", "expired"}),
    "observing": frozenset({"accepted", "completed", "failed", "cancelled", "expired"}),
    # An attempt given up while its facility was silent may turn out to have been observed.
    "failed": frozenset({"completed", "cancelled", "expired"}),
    "cancelled": frozenset({"completed"}),
    "rejected": frozenset(),
    "expired": frozenset({"completed"}),
    "completed": frozenset(),
}

OPEN_TRIGGERS = frozenset({"wanted", "routing", "active"})
LIVE_ATTEMPTS = frozenset({"planned", "submitting", "accepted", "observing"})

assert set(TRIGGER_TRANSITIONS) == set(get_args(TriggerState))
assert set(ATTEMPT_TRANSITIONS) == set(get_args(AttemptState))


class ForbiddenTransition(Conflict):
    """The table of states does not allow this step."""

    code = "forbidden_transition"


def check(table: Mapping[str, frozenset[str]], from_state: str, to_state: str, what: str) -> None:
    """Raise :class:`ForbiddenTransition` unless the table allows the step."""
    if to_state not in table[from_state]:
        raise ForbiddenTransition(f"A {what} that is {from_state} cannot become {to_state}.", field="state")
