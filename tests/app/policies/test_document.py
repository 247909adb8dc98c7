"""Policy documents: their schema, their refusals, their summary, and how several combine."""

from __future__ import annotations

import json
import math
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.errors import BadInput
from app.policies.combine import combine, normal
from app.policies.contradictions import Contradiction, need_no_contradiction
from app.policies.document import Circle, PolicyDocument, Product, Terms, as_json, json_schema, read_document
from app.policies.summary import differences, summary
from app.policies.templates import Filling, fill, templates
from app.policies.uses import Use

GROUPS = (1, 2, 3, 4)
DELAYS = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 3.25, 30.0, 365.0]))


def infinite(delay: float | None) -> float:
    return math.inf if delay is None else delay


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    everybody = draw(DELAYS)
    circles = [Circle(who="everybody", after_days=everybody)]
    for group in draw(st.lists(st.sampled_from(GROUPS), unique=True)):
        delay = draw(DELAYS)
        if infinite(delay) <= infinite(everybody):
            circles.append(Circle(who="group", group_id=group, after_days=delay))
    texts = st.lists(st.sampled_from(["Ask A", "Ask B", "Thank C"]), min_size=1).map(tuple)
    use = []
    for kind in draw(st.lists(st.sampled_from(["acknowledge", "notify", "permission", "coauthorship"]), unique=True)):
        authors = draw(st.integers(1, 9)) if kind == "coauthorship" else None
        required = draw(st.sampled_from([None, True, False]))
        values = {"kind": kind, "texts": draw(texts), "authors": authors, "required": required}
        use.append(Use.model_validate(values))
    return Terms(circles=tuple(circles), use=tuple(use))


documents = st.dictionaries(st.sampled_from(list(Product)), terms(), min_size=1).map(
    lambda products: PolicyDocument(products=products)
)


@given(documents, documents)
def test_strictest_wins_in_any_order(a: PolicyDocument, b: PolicyDocument) -> None:
    assert combine([a, b]) == combine([b, a])


@given(documents, documents, documents)
def test_strictest_wins_in_any_grouping(a: PolicyDocument, b: PolicyDocument, c: PolicyDocument) -> None:
    assert combine([combine([a, b]), c]) == combine([a, combine([b, c])]) == combine([a, b, c])


@given(documents)
def test_a_policy_with_itself_is_itself(a: PolicyDocument) -> None:
    assert combine([a, a]) == normal(a) == normal(normal(a))


@given(documents, documents)
def test_nobody_sees_more_or_owes_less(a: PolicyDocument, b: PolicyDocument) -> None:
    both = combine([a, b])
    for one in (a, b):
        for product, t in one.products.items():
            found = both.products[product]
            assert found.everybody_days >= t.everybody_days
            assert all(found.delay_of(g) >= t.delay_of(g) for g in (*GROUPS, 99))
            kinds = {u.kind: u for u in found.use}
            for use in t.use:
                assert set(use.texts) <= set(kinds[use.kind].texts)
                assert (kinds[use.kind].authors or 0) >= (use.authors or 0)
                assert kinds[use.kind].is_required >= use.is_required


@given(documents)
def test_documents_agree_with_their_schema_and_come_back(a: PolicyDocument) -> None:
    stored = json.loads(json.dumps(as_json(a)))
    jsonschema.Draft202012Validator(json_schema()).validate(stored)
    assert read_document(stored) == a
    assert summary(a)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def photometry(**words: Any) -> dict[str, Any]:
    return {"products": {"photometry": words}}


EVERYBODY = {"who": "everybody", "after_days": 10}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({}, "document.products"),
        ({"products": {}}, "document.products"),
        ({"products": {"gossip": {}}}, "document.products.gossip"),
        (photometry(circles=[{"who": "group", "after_days": 1}]), "names its group_id"),
        (photometry(circles=[{"who": "everybody", "group_id": 3, "after_days": 1}]), "names none"),
        (photometry(circles=[{"who": "everybody", "after_days": -1}]), "after_days"),
        (photometry(circles=[{"who": "everybody", "after_days": float("nan")}]), "after_days"),
        (photometry(circles=[{"who": "everybody"}]), "after_days"),
        (photometry(circles=[EVERYBODY, EVERYBODY]), "named twice"),
        (photometry(circles=[EVERYBODY, {"who": "group", "group_id": 3, "after_days": 11}]), "later than everybody"),
        (photometry(circles=[EVERYBODY, {"who": "group", "group_id": 3, "after_days": None}]), "later than everybody"),
        (photometry(use=[{"kind": "acknowledge"}]), "needs the text"),
        (photometry(use=[{"kind": "coauthorship"}]), "number of authors"),
        (photometry(use=[{"kind": "notify", "authors": 2}]), "number of authors"),
        (photometry(use=[{"kind": "notify"}, {"kind": "notify"}]), "may be named once"),
        (photometry(clock="archive"), "clock"),
        (photometry(sanction="none"), "sanction"),
    ],
)
def test_a_document_that_contradicts_itself_is_refused(document: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_document(document)
    assert said in refused.value.message


def test_a_document_cannot_be_changed() -> None:
    document = read_document(photometry())
    with pytest.raises(ValidationError):
        document.modelled_on = "another"  # type: ignore[misc]


def test_the_summary_says_it_in_plain_sentences() -> None:
    circles = [{"who": "group", "group_id": 3, "after_days": 0}, {"who": "everybody", "after_days": 3.5}]
    document = read_document(photometry(circles=circles, use=[{"kind": "notify"}]))
    assert summary(document, {3: "Beta"}).splitlines() == [
        "Photometry: the holder's own group sees it at once.",
        "Photometry: Beta sees it at once.",
        "Photometry: everybody sees it 3.5 days after the end of the night (noon UTC) of the observation.",
        "Photometry: whoever uses it must notify the holder.",
    ]
    longer = read_document(photometry(circles=[circles[0], {"who": "everybody", "after_days": 9}], use=[]))
    assert differences(document, longer) == [
        "No longer: Photometry: everybody sees it 3.5 days after the end of the night (noon UTC) of the observation.",
        "No longer: Photometry: whoever uses it must notify the holder.",
        "Now: Photometry: everybody sees it 9 days after the end of the night (noon UTC) of the observation.",
        "Now: Photometry: its use requires nothing.",
    ]
    assert differences(document, document) == []
    raw = {"products": ["photometry"], "levels": ["raw"], "terms": {"stage": "view", "existence": "known"}}
    ours = {"products": ["photometry"], "instrument_ids": [7], "terms": {"use": [{"kind": "notify"}]}}
    first, second = (read_document({**photometry(), "cases": cases}) for cases in ([raw, ours], [ours, raw]))
    assert differences(first, second) == [
        "Now the cases are looked at in another order, and the first that fits holds: "
        "Photometry of instrument 7; Photometry at level raw."
    ]
    told = differences(read_document(photometry()), first)
    assert any(line.startswith("Now: Photometry at level raw: it may be looked at; analysing it") for line in told)
    assert "Now: Photometry of instrument 7: whoever uses it must notify the holder." in told


def test_templates_can_be_filled_and_say_whose_idea_they_are() -> None:
    assert len(templates()) == 13
    for name, template in templates().items():
        every: dict[str, Any] = {"partner_group_ids": [7, 8], "classes": ["Ia"], "publication_id": 5}
        given = Filling(**{parameter: every[parameter] for parameter in template.takes})
        filled = fill(name, given)
        need_no_contradiction(filled)
        wanted = [7, 8] if "partner_group_ids" in template.takes else []
        assert all(filled.products[p].group_ids in (wanted, []) for p in filled.products)
        assert filled.products[Product.PHOTOMETRY].group_ids == filled.products[Product.SPECTRUM].group_ids == wanted
        assert f"Modelled on {template.modelled_on}; not that agreement's own text." in summary(filled)
        assert read_document(as_json(filled)) == filled
        for parameter in template.asks_for:
            with pytest.raises(BadInput, match="needs") as refused:
                fill(name, Filling(**{p: every[p] for p in template.takes if p != parameter}))
            assert (refused.value.field, template.document) == (parameter, None)
    for name, given, said in (
        ("swift-too-like", Filling(partner_group_ids=[7]), "no partners"),
        ("lco-like", Filling(classes=["Ia"]), "no place for classes"),
        ("lco-like", Filling(publication_id=3), "no clock that waits"),
        ("other", Filling(), "no template"),
    ):
        with pytest.raises(BadInput, match=said):
            fill(name, given)


STEP = {"kind": "coauthorship", "authors": 2}
SMALL = {"from_share": 0.1, "authors": 4}


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (photometry(use=[{**STEP, "by_share": [{"from_share": 0.5, "authors": 2}]}]), "use.0.by_share.0"),
        (photometry(use=[{**STEP, "by_share": [SMALL, {"from_share": 0.5, "authors": 3}]}]), "use.0.by_share.1"),
        (
            photometry(
                use=[
                    {
                        **STEP,
                        "min_share": 0.5,
                        "by_share": [SMALL, {"from_share": 0.2, "authors": 5}],
                    }
                ]
            ),
            "use.0.by_share.0",
        ),
        (photometry(circles=[{**EVERYBODY, "also": [{"after_days": 3}]}]), "circles.0.also"),
        (
            {
                "products": {"photometry": {"circles": [EVERYBODY]}},
                "cases": [{"products": ["photometry"], "levels": ["raw"], "terms": {"circles": [EVERYBODY]}}],
            },
            "document.cases.0",
        ),
    ],
)  # fmt: skip
def test_what_can_never_matter_is_refused_when_it_is_written(document: dict[str, Any], field: str) -> None:
    read = read_document(document)
    with pytest.raises(Contradiction) as refused:
        need_no_contradiction(read)
    assert str(refused.value.field).endswith(field)


def test_a_case_that_keeps_data_out_of_a_later_one_says_something() -> None:
    case = {"products": ["photometry"], "instrument_ids": [1], "terms": {"circles": [EVERYBODY]}}
    stricter = {"products": ["photometry"], "levels": ["raw"], "terms": {}}
    both = {"products": {"photometry": {"circles": [EVERYBODY]}}, "cases": [case, stricter]}
    need_no_contradiction(read_document(both))
