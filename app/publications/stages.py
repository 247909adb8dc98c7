"""The life of a publication as a table of allowed transitions, and that of each kind of obligation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

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

WAY: tuple[str, ...] = (
    "idea", "announced", "analysis", "draft", "circulation", "submitted", "accepted", "published",
)  # fmt: skip
"""The stages from a beginning to a good end, in order; an open obligation keeps a publication from one of them on."""
OVER = ("published", "withdrawn", "lapsed")
CAN_LAPSE = tuple(stage for stage, after in STAGES.items() if "lapsed" in after)
"""Stages that end by themselves when their deadline has passed."""

ObligationKind = Literal["permission", "coauthorship", "notify", "acknowledge", "cite", "stage"]
State = Literal[
    "open", "requested", "granted", "refused", "offered", "opted_in", "opted_out", "notified", "included", "waived"
]  # fmt: skip
Side = Literal["debtor", "creditor"]
DISCHARGED = ("granted", "opted_in", "opted_out", "notified", "included", "waived")
NEEDS_REASON = ("refused", "waived")

_ASKED: Mapping[tuple[str, str], Side] = {
    ("open", "requested"): "debtor",
    ("refused", "requested"): "debtor",
    ("requested", "granted"): "creditor",
    ("requested", "refused"): "creditor",
    ("refused", "granted"): "creditor",
    ("granted", "refused"): "creditor",
}
_PRINTED: Mapping[tuple[str, str], Side] = {("open", "included"): "debtor", ("included", "open"): "debtor"}
_BY_KIND: Mapping[str, Mapping[tuple[str, str], Side]] = {
    "permission": _ASKED,
    "stage": _ASKED,
    "coauthorship": {
        ("open", "offered"): "debtor",
        ("offered", "opted_in"): "creditor",
        ("offered", "opted_out"): "creditor",
        ("opted_out", "opted_in"): "creditor",
        ("opted_in", "opted_out"): "creditor",
    },
    "notify": {("open", "notified"): "debtor"},
    "acknowledge": _PRINTED,
    "cite": _PRINTED,
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


def blocks_from(kind: str, stage_limit: str | None) -> str:
    """Return the first stage of the way that an open obligation keeps a publication from.

    Data that may only be viewed keep it from being analysed, those that it may be prepared with from being submitted,
    those that it may be submitted with from being published; whatever else is required, from being submitted.
    """
    if kind != "stage":
        return "submitted"
    return {"view": "analysis", "prepare": "submitted"}.get(stage_limit or "", "published")


def goes_past(now: str, wanted: str, limit: str) -> bool:
    """Return whether going on from one stage to another enters the stage ``limit`` or a later one."""
    if wanted not in WAY:
        return False
    start = WAY.index(now) if now in WAY else 0
    return WAY.index(wanted) > start and WAY.index(wanted) >= WAY.index(limit)


def answers(kind: str, now: str, asks_more: bool = False) -> dict[str, Side]:
    """Return the states that an obligation may go to now, and which side may do it.

    Where it ``asks_more`` than what was agreed on, more places are offered to who took the first ones.
    """
    found = {to: side for (was, to), side in _BY_KIND[kind].items() if was == now}
    if asks_more and (kind, now) == ("coauthorship", "opted_in"):
        found["offered"] = "debtor"
    return found | ({"waived": "creditor"} if asks_more or now in _WAIVED_FROM else {})


def is_discharged(state: str, asks_more: bool, terms: Mapping[str, Any]) -> bool:
    """Return whether nothing is left to be done; where the offer is enough, its answer stays possible."""
    offered = state == "offered" and terms.get("demand") == "offer"
    return state == "waived" or (not asks_more and (state in DISCHARGED or offered))


def side_of(kind: str, now: str, wanted: str, asks_more: bool = False) -> Side:
    """Return which side may bring an obligation to a state; raise :class:`Conflict` where nobody may."""
    allowed = answers(kind, now, asks_more)
    if wanted not in allowed:
        told = ", ".join(f"{to} (by the {side})" for to, side in allowed.items()) or "nowhere"
        raise Conflict(f"This {kind} is {now!r} and cannot become {wanted!r}; it can go to: {told}.", field="state")
    return allowed[wanted]
