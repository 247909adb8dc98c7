"""Where several policies meet on the same data: what holds, and which of them decides it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from app.policies.combine import normal_terms, strictest, terms_for
from app.policies.document import PolicyDocument, Subject, Terms
from app.policies.summary import stage_sentence, use_sentence, wait_words
from app.policies.uses import KINDS
from app.policies.waits import EVERYBODY, of_group, shortest

Names = Mapping[int, str]


@dataclass(frozen=True)
class Part:
    """One of the policies that meet; ``policy_version_id`` is None for a draft."""

    label: str
    document: PolicyDocument
    policy_version_id: int | None = None


@dataclass(frozen=True)
class Said:
    """What one policy says in a dimension, and whether it is what decides there."""

    policy: str
    policy_version_id: int | None
    said: str
    decides: bool


@dataclass(frozen=True)
class Dimension:
    """One thing that terms settle: ``kind`` is group (``group_id`` null: everybody), use, stage or existence.

    ``holds`` is what holds of all policies together, in words.
    """

    kind: str
    name: str
    group_id: int | None
    holds: str
    policies: list[Said]


@dataclass(frozen=True)
class Governed:
    """What governs one kind of product: the terms of all policies together, and each dimension."""

    product: str
    level: str
    instrument_id: int | None
    terms: Terms
    dimensions: list[Dimension]


@dataclass(frozen=True)
class _Axis:
    """A dimension before it is decided: its value in some terms, and the words for that value."""

    kind: str
    name: str
    group_id: int | None
    value: Callable[[Terms], Any]
    words: Callable[[Terms], str]


def governed(parts: Sequence[Part], subject: Subject, names: Names) -> Governed | None:
    """Return what governs a subject and which policy decides it; None where all are silent on it."""
    found = [(part, terms_for(part.document, subject)) for part in parts]
    spoken = [(part, terms) for part, terms in found if terms is not None]
    if not spoken:
        return None
    together = reduce(strictest, (normal_terms(terms) for _part, terms in spoken))
    axes = _axes([terms for _part, terms in spoken], names)
    return Governed(
        subject.product.value,
        subject.level.value,
        subject.instrument_id,
        together,
        [_decided(axis, spoken, together) for axis in axes],
    )


def _axes(terms: Sequence[Terms], names: Names) -> list[_Axis]:
    groups = sorted({g for t in terms for g in t.group_ids})
    axes = [_readers(names.get(g, f"group {g}"), g) for g in groups]
    axes.append(_readers("everybody", EVERYBODY))
    axes += [_use(kind, names) for kind in KINDS if any(u.kind == kind for t in terms for u in t.use)]
    axes.append(_Axis("stage", "stage", None, lambda t: t.stage, lambda t: stage_sentence(t.stage) or _FREE))
    known = {"known": "whoever may see the object may know of it", "secret": "it is secret"}
    axes.append(_Axis("existence", "existence", None, lambda t: t.existence, lambda t: known[t.existence]))
    return axes


_FREE = "it may be posted in public, as far as its use allows"


def _readers(name: str, group_id: int | None) -> _Axis:
    def ways(terms: Terms) -> Any:
        return shortest((group_id, w) for w in of_group(terms.openings, group_id))

    def words(terms: Terms) -> str:
        found = [w for _who, w in ways(terms)]
        return f"sees it {wait_words(sorted(found, key=sorted))}" if found else "sees it never"

    return _Axis("group", name, group_id, ways, words)


def _use(kind: str, names: Names) -> _Axis:
    def value(terms: Terms) -> Any:
        return next((u for u in terms.use if u.kind == kind), None)

    def words(terms: Terms) -> str:
        use = value(terms)
        return "asks for nothing" if use is None else use_sentence(use, names)

    return _Axis("use", kind, None, value, words)


def _decided(axis: _Axis, spoken: Sequence[tuple[Part, Terms]], together: Terms) -> Dimension:
    holds = axis.value(together)
    normal = [normal_terms(terms) for _part, terms in spoken]
    # A policy decides where without it something else would hold; of equals, all decide.
    deciding = [
        number
        for number in range(len(normal))
        if len(normal) > 1 and axis.value(reduce(strictest, normal[:number] + normal[number + 1 :])) != holds
    ]
    deciding = deciding or [n for n, terms in enumerate(normal) if axis.value(terms) == holds] or [*range(len(normal))]
    said = [
        Said(part.label, part.policy_version_id, axis.words(normal[n]), n in deciding)
        for n, (part, _terms) in enumerate(spoken)
    ]
    return Dimension(axis.kind, axis.name, axis.group_id, axis.words(together), said)
