"""The life of a publication as a table of allowed transitions, and that of each kind of obligation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from app.errors import Conflict

Kind = Literal["paper", "circular", "report", "conference", "thesis"]
Stage = Literal[
    "idea", "announced", "analysis", "draft", "circulation", "submitted", "accepted", "published", "withdrawn", "lapsed"
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)

STAGES: Mapping[str, tuple[str, ...]] = {
    "idea": ("announced", "withdrawn"),
    "announced": ("analysis", "withdrawn", "lapsed"),
    "analysis": ("draft", "withdrawn", "lapsed"),
    "draft": ("analysis", "circulation", "withdrawn", "lapsed"),
    "circulation": ("draft", "submitted", "withdrawn", "lapsed"),
    "submitted": ("circulation", "accepted", "withdrawn"),
    "accepted": ("published", "withdrawn"),
    "published": (),
    "withdrawn": ("idea",),
    "lapsed": ("idea",),
}
"""From each stage, where a publication may go. A referee may send it back to circulation."""

MUST_BE_DISCHARGED = ("submitted", "accepted", "published")
"""Stages that no publication enters while a required obligation is open."""
OVER = ("published", "withdrawn", "lapsed")
CAN_LAPSE = tuple(stage for stage, after in STAGES.items() if "lapsed" in after)
"""Stages that end by themselves when their deadline has passed."""

ObligationKind = Literal["permission", "coauthorship", "notify", "acknowledge"]
State = Literal[
    "open", "requested", "granted", "refused", "offered", "opted_in", "opted_out", "notified", "included", "waived"
]  # fmt: skip
Side = Literal["debtor", "creditor"]
DISCHARGED = ("granted", "opted_in", "opted_out", "notified", "included", "waived")
NEEDS_REASON = ("refused", "waived")

_BY_KIND: Mapping[str, Mapping[tuple[str, str], Side]] = {
    "permission": {
        ("open", "requested"): "debtor",
        ("refused", "requested"): "debtor",
        ("requested", "granted"): "creditor",
        ("requested", "refused"): "creditor",
        ("refused", "granted"): "creditor",
        ("granted", "refused"): "creditor",
    },
    "coauthorship": {
        ("open", "offered"): "debtor",
        ("offered", "opted_in"): "creditor",
        ("offered", "opted_out"): "creditor",
        ("opted_out", "opted_in"): "creditor",
        ("opted_in", "opted_out"): "creditor",
    },
    "notify": {("open", "notified"): "debtor"},
    "acknowledge": {("open", "included"): "debtor", ("included", "open"): "debtor"},
}
_WAIVED_FROM = ("open", "requested", "refused", "offered")


def next_stages(now: str) -> list[str]:
    """Return where people may bring a publication from here; only the clock lets one lapse."""
    return [stage for stage in STAGES[now] if stage != "lapsed"]


def next_stage(now: str, wanted: str) -> None:
    """Raise :class:`Conflict` unless people may bring a publication from one stage to the other."""
    if wanted not in next_stages(now):
        allowed = ", ".join(next_stages(now)) or "nowhere: it is the end"
        raise Conflict(f"A publication in stage {now!r} cannot become {wanted!r}; it can go to: {allowed}.")


def answers(kind: str, now: str) -> dict[str, Side]:
    """Return the states that an obligation may go to now, and which side may do it."""
    found = {to: side for (was, to), side in _BY_KIND[kind].items() if was == now}
    return found | ({"waived": "creditor"} if now in _WAIVED_FROM else {})


def side_of(kind: str, now: str, wanted: str) -> Side:
    """Return which side may bring an obligation to a state; raise :class:`Conflict` where nobody may."""
    allowed = answers(kind, now)
    if wanted not in allowed:
        told = ", ".join(f"{to} (by the {side})" for to, side in allowed.items()) or "nowhere"
        raise Conflict(f"This {kind} is {now!r} and cannot become {wanted!r}; it can go to: {told}.", field="state")
    return allowed[wanted]
