"""Strictest wins, over the whole language: in any order and grouping, and nobody is ever let in earlier by it."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from hypothesis import given, settings

from app.policies.cautions import cautions
from app.policies.combine import combine, normal, strictest, terms_for
from app.policies.document import STAGES, PolicyDocument, Subject, Terms, as_json, read_document
from app.policies.schedule import EVER, Facts, slot
from app.policies.waits import EVERYBODY
from tests.app.policies import language as words

FEW = settings(max_examples=30)
"""A document of the whole language is large: more examples cost more than they find."""
World = tuple[Subject, Facts]
READERS = (*words.GROUPS, 99, EVERYBODY)


def seen(terms: Terms | None, facts: Facts, group_id: int | None) -> float | None:
    """When terms let a group in, as the schedule says; an event that has not happened is never, so far."""
    if terms is None:
        return None
    due = slot(terms, group_id, group_id or 0, facts).due_at
    return math.inf if due is None else -math.inf if due == EVER else words.days_of(due)


@FEW
@given(words.documents(), words.documents(), words.documents())
def test_strictest_wins_in_any_order_and_grouping(a: PolicyDocument, b: PolicyDocument, c: PolicyDocument) -> None:
    assert combine([a, b]) == combine([b, a])
    assert combine([combine([a, b]), c]) == combine([a, combine([c, b])]) == combine([a, b, c])
    assert combine([a, a]) == combine([a]) == normal(a) == normal(normal(a))
    assert combine([combine([a, b]), a]) == combine([a, b])


@FEW
@given(words.terms(), words.terms(), words.terms())
def test_terms_form_a_lattice_in_every_dimension(a: Terms, b: Terms, c: Terms) -> None:
    assert strictest(a, b) == strictest(b, a)
    assert strictest(strictest(a, b), c) == strictest(a, strictest(b, c))
    both = strictest(a, b)
    assert strictest(both, a) == both
    for one in (a, b):
        assert STAGES.index(both.stage) <= STAGES.index(one.stage)
        assert both.existence == "secret" or one.existence == "known"
        kinds = {u.kind: u for u in both.use}
        for use in one.use:
            mine = kinds[use.kind]
            assert set(use.texts) <= set(mine.texts)
            assert mine.is_required >= use.is_required
            assert mine.min_share <= use.min_share
            assert (mine.answer_days or 0) >= (use.answer_days or 0)
            assert all(mine.places(share) >= use.places(share) for share in (0, 0.1, 0.2, 0.5, 0.6, 1))
            assert mine.demand == "require" or use.demand == "offer"


@FEW
@given(words.documents(), words.documents(), words.worlds())
def test_nobody_is_let_in_earlier_whatever_happens(a: PolicyDocument, b: PolicyDocument, world: World) -> None:
    subject, facts = world
    together = terms_for(combine([a, b]), subject)
    for group_id in READERS:
        alone = [words.opens(one, subject, facts, group_id) for one in (a, b)]
        assert [seen(terms_for(one, subject), facts, group_id) for one in (a, b)] == alone
        expected = max((t for t in alone if t is not None), default=None)
        assert seen(together, facts, group_id) == expected
        everybody = seen(together, facts, EVERYBODY)
        assert expected is None or everybody is None or expected <= everybody


@FEW
@given(words.documents())
def test_whatever_can_be_said_comes_back_from_the_database(a: PolicyDocument) -> None:
    assert read_document(as_json(a)) == a
    assert combine([PolicyDocument.model_validate(as_json(combine([a])))]) == combine([a])


def test_what_may_not_be_meant_is_said_before_a_policy_is_written() -> None:
    past = {"who": "everybody", "clock": "date", "on": "2001-01-01", "after_days": 0}
    paper = {"who": "group", "group_id": 3, "clock": "acceptance", "publication_id": 5, "after_days": 2}
    case = {"products": ["photometry"], "classes": ["Ia"], "terms": {"stage": "view"}}
    products = {"photometry": {"circles": [past, paper]}, "spectrum": {}}
    document = read_document({"products": products, "cases": [case]})
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert cautions(document, {5: now}, {"II"}, now) == [
        "2001-01-01 is past: what waits for it alone is open at once.",
        "Publication 5 is accepted already: its clock has started.",
        "The holder's group has not classified any object as 'Ia' so far.",
        "While an object is not classified, the strictest of the terms that it may come under holds.",
        "Nobody but the holder's own group ever sees the spectrum.",
    ]
    assert cautions(document, {}, {"Ia"}, datetime(2000, 1, 1, tzinfo=UTC)) == [
        "While an object is not classified, the strictest of the terms that it may come under holds.",
        "Nobody but the holder's own group ever sees the spectrum.",
    ]
