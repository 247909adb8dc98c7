"""The whole policy language for property tests: documents at random, and a plain model of when they let whom in."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st
from pydantic import ValidationError

from app.policies.document import STAGES, Case, Circle, Level, PolicyDocument, Product, Subject, Terms, Wait
from app.policies.schedule import Facts
from app.policies.uses import KINDS, Share, Use

GROUPS = (1, 2, 3)
CLASSES = ("Ia", "II", "RR Lyrae")
PAPERS = (5, 6)
DAY_0 = date(2026, 1, 1)
DAYS = st.sampled_from([0.0, 1.0, 3.25, 30.0, 400.0])
some_days = st.integers(0, 400).map(lambda n: DAY_0 + timedelta(days=n))
some_times = some_days.map(lambda day: datetime.combine(day, time(0), UTC))


@st.composite
def waits(draw: st.DrawFn, *, ends: bool = True) -> dict[str, object]:
    clock = draw(st.sampled_from(["observation", "arrival", "date", "classification", "acceptance"]))
    values: dict[str, object] = {"clock": clock, "after_days": draw(DAYS if ends else st.one_of(DAYS, st.none()))}
    if clock == "date":
        values["on"] = draw(some_days)
    if clock == "acceptance":
        values["publication_id"] = draw(st.sampled_from(PAPERS))
    if clock == "classification":
        values["classes"] = draw(st.lists(st.sampled_from(CLASSES), unique=True, max_size=2))
    return values


@st.composite
def circles(draw: st.DrawFn) -> Circle:
    group_id = draw(st.sampled_from([None, *GROUPS]))
    return Circle.model_validate({
        "who": "everybody" if group_id is None else "group", "group_id": group_id, **draw(waits(ends=False)),
        "also": [Wait.model_validate(w) for w in draw(st.lists(waits(), max_size=2))],
    })  # fmt: skip


@st.composite
def uses(draw: st.DrawFn, kind: str) -> Use:
    texts = draw(st.lists(st.sampled_from(["Ask A", "Ask B", "Thank C"]), min_size=1, max_size=2))
    values: dict[str, object] = {
        "kind": kind, "texts": texts, "required": draw(st.sampled_from([None, True, False])),
        "min_share": draw(st.sampled_from([0, 0.1, 0.5])),
    }  # fmt: skip
    if kind in ("permission", "coauthorship"):
        values["answer_days"] = draw(st.sampled_from([None, 7, 30]))
    if kind == "coauthorship":
        steps = st.builds(Share, from_share=st.sampled_from([0.0, 0.2, 0.6]), authors=st.integers(0, 9))
        values |= {
            "authors": draw(st.integers(1, 9)), "by_share": draw(st.lists(steps, max_size=3)),
            "from_list": draw(st.sampled_from([None, "group", "builders", "contributors"])),
            "from_group_id": draw(st.sampled_from([None, 1, 2])), "demand": draw(st.sampled_from(["offer", "require"])),
        }  # fmt: skip
    return Use.model_validate(values)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    kept: list[Circle] = []
    for circle in draw(st.lists(circles(), max_size=4)):
        try:
            Terms(circles=(*kept, circle))
        except ValidationError:
            continue
        kept.append(circle)
    kinds = draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=3))
    return Terms(
        circles=tuple(kept),
        use=tuple(draw(uses(kind)) for kind in kinds),
        stage=draw(st.sampled_from(STAGES)),
        existence=draw(st.sampled_from(["known", "secret"])),
    )


@st.composite
def documents(draw: st.DrawFn) -> PolicyDocument:
    some = st.sampled_from([Product.PHOTOMETRY, Product.SPECTRUM, Product.COMMENT])
    products = draw(st.dictionaries(some, terms(), min_size=1, max_size=2))
    cases: list[Case] = []
    for _ in range(draw(st.integers(0, 2))):
        limits = {
            "levels": draw(st.lists(st.sampled_from(list(Level)), unique=True, max_size=2)),
            "instrument_ids": draw(st.lists(st.sampled_from([7, 8]), unique=True, max_size=1)),
            "classes": draw(st.lists(st.sampled_from(CLASSES), unique=True, max_size=2)),
        }
        of = tuple(draw(st.lists(st.sampled_from(sorted(products)), unique=True, min_size=1)))
        if any(limits.values()):
            case = Case.model_validate({"products": of, **limits, "terms": draw(terms())})
            cases += [] if any(earlier.hides(case) for earlier in cases) else [case]
    return PolicyDocument(products=products, cases=tuple(cases))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Subject, Facts]:
    """A row, and all that happened so far."""
    classified = draw(st.dictionaries(st.sampled_from(CLASSES), some_times, max_size=2))
    accepted = draw(st.dictionaries(st.sampled_from(PAPERS), some_times, max_size=2))
    night = draw(some_days)
    facts = Facts(night, night + timedelta(days=draw(st.sampled_from([0, 1, 90]))), classified, accepted)
    subject = Subject(
        product=draw(st.sampled_from([Product.PHOTOMETRY, Product.SPECTRUM])),
        level=draw(st.sampled_from(list(Level))),
        instrument_id=draw(st.sampled_from([None, 7, 8])),
        classes=frozenset(classified) or None,
    )
    return subject, facts


def opens(document: PolicyDocument, subject: Subject, facts: Facts, group_id: int | None) -> float | None:
    """When a document lets a group in (None: everybody), in days of the calendar; None where it is silent.

    The plain reading of the words: the first case that fits, while unclassified the latest of all that may come to fit.
    """
    found: list[Terms] = []
    for case in document.cases:
        levels, instruments = not case.levels or subject.level in case.levels, case.instrument_ids
        if subject.product not in case.products or not levels:
            continue
        if instruments and subject.instrument_id not in instruments:
            continue
        if case.classes and subject.classes is None:
            found.append(case.terms)
        elif not case.classes or set(case.classes) & set(subject.classes or ()):
            found.append(case.terms)
            break
    else:
        found += [document.products[subject.product]] if subject.product in document.products else []
    return max((_first(t.circles, facts, group_id) for t in found), default=None)


def _first(circles: Iterable[Circle], facts: Facts, group_id: int | None) -> float:
    mine = [c for c in circles if c.group_id is None or c.group_id == group_id]
    return min((max(_over(w, facts) for w in (c, *c.also)) for c in mine), default=math.inf)


def _over(wait: Wait, facts: Facts) -> float:
    if wait.after_days is None:
        return math.inf
    if wait.clock in ("observation", "arrival"):
        night = facts.night if wait.clock == "observation" else facts.arrived
        return night.toordinal() + 1.5 + wait.after_days if wait.after_days > 0 else -math.inf
    if wait.on is not None:
        return wait.on.toordinal() + wait.after_days
    if wait.clock == "acceptance":
        at = facts.accepted.get(wait.publication_id or 0)
    else:
        at = min((t for c, t in facts.classified.items() if not wait.classes or c in wait.classes), default=None)
    return math.inf if at is None else days_of(at) + wait.after_days


def days_of(at: datetime) -> float:
    """A time in days of the calendar."""
    return at.toordinal() + (at - datetime.combine(at.date(), time(0), UTC)) / timedelta(days=1)
