"""The rules of the conduct ledger: named, versioned, each with a weight and parameters that a collaboration may set.

The version of a rule goes up when what it finds changes; an entry keeps the version, the weight and the parameters that
it was made by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from app.errors import BadInput
from app.publications import conduct_queries as queries

MOST_WEIGHT = 100.0


@dataclass(frozen=True)
class Parameter:
    """A number that a rule goes by: what it is without being set, and within which bounds it may be."""

    default: float
    least: float
    most: float
    about: str


@dataclass(frozen=True)
class Rule:
    """A rule: ``sentence`` (with its parameters) is told of each of its entries, and tells of no row.

    ``by_day``: it looks at whole days (UTC) that are over, and remembers how far in ``marks`` (tables).
    """

    name: str
    version: int
    kind: Literal["credit", "debit"]
    sentence: str
    query: str
    weight: float = 1.0
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    by_day: bool = False
    marks: tuple[str, ...] = ()

    def says(self, parameters: Mapping[str, float]) -> str:
        """Return the sentence with these parameters."""
        return self.sentence.format(**{name: f"{value:g}" for name, value in parameters.items()})

    def signed(self, weight: float) -> float:
        """Return a weight as an entry of this rule counts it."""
        return weight if self.kind == "credit" else -weight

    def checked(self, given: Mapping[str, float]) -> dict[str, float]:
        """Return all parameters; raise :class:`BadInput` for one that is out of bounds or not of this rule."""
        for name, value in given.items():
            known = self.parameters.get(name)
            if known is None:
                has = ", ".join(self.parameters) or "none"
                raise BadInput(f"The rule {self.name!r} has no parameter {name!r}; it has: {has}.", field="rules")
            if not known.least <= value <= known.most:
                between = f"between {known.least:g} and {known.most:g}"
                raise BadInput(f"{name} of the rule {self.name!r} must be {between}.", field="rules")
        return {name: given.get(name, p.default) for name, p in self.parameters.items()}


def _days(default: float, about: str) -> Mapping[str, Parameter]:
    return {"days": Parameter(default, 1, 3650, about)}


def _hours(default: float, about: str) -> Mapping[str, Parameter]:
    return {"hours": Parameter(default, 0.1, 8760, about)}


_ALL = (
    Rule(
        "data_shared_early", 1, "credit",
        "Data of a day were open to other teams within {within_days} days, without waiting for a delay.",
        queries.SHARED_EARLY,
        parameters={
            "within_days": Parameter(1, 0.01, 30, "days from arrival until another team could read the data"),
            "min_rows": Parameter(1, 1, 1_000_000, "rows of a day from which on it counts"),
        },
        by_day=True, marks=("photometry", "spectra"),
    ),
    Rule(
        "opened_before_time", 1, "credit",
        "Data were opened to other teams before their sharing policy asked for it.",
        queries.OPENED_BEFORE_TIME, by_day=True,
    ),
    Rule(
        "time_given", 1, "credit", "A request of another team was observed on the group's telescope time.",
        queries.TIME_GIVEN,
    ),
    Rule(
        "prompt_classification", 1, "credit",
        "A classification was shared within {hours} hours of the first detection.",
        queries.PROMPT_CLASSIFICATION, weight=0.5,
        parameters=_hours(24, "hours from the first detection or candidate that the group could know of"),
    ),
    Rule(
        "coauthorship_honoured", 1, "credit",
        "A co-authorship was offered, taken up, and stands on the author list of an accepted publication.",
        queries.COAUTHORSHIP_HONOURED,
    ),
    Rule("claim_lapsed", 1, "debit", "An announced publication lapsed at its deadline.", queries.CLAIM_LAPSED),
    Rule(
        "obligation_overdue", 1, "debit", "An obligation was not answered in the time agreed on.",
        queries.OBLIGATION_OVERDUE,
    ),
    Rule(
        "submitted_by_override", 1, "debit", "A publication was submitted over an obligation that was still open.",
        queries.SUBMITTED_BY_OVERRIDE, weight=2.0,
    ),
    Rule(
        "used_without_notice", 1, "debit",
        "Data whose terms ask for a notice were taken, and no notice came within {days} days.",
        queries.USED_WITHOUT_NOTICE, weight=2.0,
        parameters=_days(30, "days from the taking until which the notice may come"),
    ),
    Rule(
        "trigger_cancelled_late", 1, "debit",
        "A trigger was withdrawn more than {hours} hours after another team's telescope had accepted it.",
        queries.CANCELLED_LATE, parameters=_hours(1, "hours from acceptance until which withdrawing is free"),
    ),
    Rule(
        "time_left_unused", 1, "debit",
        "Data observed on another team's telescope were neither taken, remarked on nor claimed within {days} days.",
        queries.LEFT_UNUSED, parameters=_days(180, "days from the return of the data until which they may be used"),
    ),
)  # fmt: skip
RULES: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in _ALL})


def rule_named(name: str) -> Rule:
    """Return a rule; raise :class:`BadInput` that lists those there are."""
    if name not in RULES:
        raise BadInput(f"There is no rule {name!r}; there are: {', '.join(RULES)}.", field="rules")
    return RULES[name]
