"""What a document says and can never mean: refused when it is written, where somebody can still mend it.

Documents that are stored already are read without these rules: a stricter portal must not lose anybody's terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import BadInput
from app.policies.combine import normal_terms
from app.policies.document import Case, Circle, PolicyDocument, Terms, Wait
from app.policies.uses import Use
from app.policies.waits import Clock


class Contradiction(BadInput):
    """A document takes back with one part what it says with another."""

    code = "contradiction"


def need_no_contradiction(document: PolicyDocument) -> None:
    """Raise :class:`Contradiction` for the first part of a document that can never matter, with its field."""
    for field, said in _found(document):
        raise Contradiction(f"{field}: {said}.", field=field)


def places(document: PolicyDocument) -> Iterator[tuple[str, Terms]]:
    """Yield all terms of a document, each with the field that it stands in."""
    for product, terms in document.products.items():
        yield f"document.products.{product.value}", terms
    for number, case in enumerate(document.cases):
        yield f"document.cases.{number}.terms", case.terms


def waits_of(terms: Terms) -> Iterator[tuple[str, Wait]]:
    """Yield all waits of terms, each with its field within them."""
    for number, circle in enumerate(terms.circles):
        yield f"circles.{number}", circle
        for also, wait in enumerate(circle.also):
            yield f"circles.{number}.also.{also}", wait


def _found(document: PolicyDocument) -> Iterator[tuple[str, str]]:
    for place, terms in places(document):
        for number, circle in enumerate(terms.circles):
            if _waits_twice(circle):
                said = "it waits for the same clock twice, and the longer wait counts; keep that one"
                yield f"{place}.circles.{number}.also", said
        for number, use in enumerate(terms.use):
            for step, share in enumerate(use.by_share):
                if _is_idle(use, step):
                    said = (
                        f"the step from {share.from_share:.0%} to {share.authors} never matters: without it as many "
                        "places are offered; a share of the data gives more places, never fewer"
                    )
                    yield f"{place}.use.{number}.by_share.{step}", said
    for number, case in enumerate(document.cases):
        if _says_nothing(document, number, case):
            yield f"document.cases.{number}", "it says what holds for all its products anyway; leave it out"


def _waits_twice(circle: Circle) -> bool:
    clocks: list[Clock] = [wait.pair[0] for wait in (circle, *circle.also)]
    return len(set(clocks)) < len(clocks)


def _is_idle(use: Use, step: int) -> bool:
    without = use.model_copy(update={"by_share": (*use.by_share[:step], *use.by_share[step + 1 :])})
    # Below its least share, a term asks for nothing.
    turns = {max(s.from_share, use.min_share) for s in use.by_share}
    return all(without.places(share) == use.places(share) for share in turns)


def _says_nothing(document: PolicyDocument, number: int, case: Case) -> bool:
    """Whether a case changes nothing. One that says what holds in general may keep data out of a later case."""
    same = normal_terms(case.terms)
    if any(normal_terms(document.products[p]) != same for p in case.products):
        return False
    return not any(_meet(case, later) for later in document.cases[number + 1 :])


def _meet(a: Case, b: Case) -> bool:
    pairs = ((a.levels, b.levels), (a.instrument_ids, b.instrument_ids))
    # An object can be of classes that both name.
    return bool(set(a.products) & set(b.products)) and all(not x or not y or set(x) & set(y) for x, y in pairs)
