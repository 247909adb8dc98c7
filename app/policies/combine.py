"""Where several policies meet, the strictest holds in each dimension.

People are intersected and the latest time counts: a reader waits until each of the policies has let them in, for ever
where one never does. Obligations are united, the lowest stage applies, and a secret stays one. Each is associative,
commutative and idempotent, which is why the order in which policies are found does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import reduce

from app.policies import waits
from app.policies.document import MJD_0, STAGES, Circle, PolicyDocument, Product, Subject, Terms, Wait
from app.policies.uses import unite
from app.policies.waits import Clock, Opening


def combine(documents: Iterable[PolicyDocument]) -> PolicyDocument:
    """Return the strictest of one or more documents.

    A kind of product on which only some of them speak follows those: a policy that is silent asks for nothing. Where a
    document has cases, the combination keeps it beside what the others say together, and each subject is judged by all.
    """
    parts = {part.model_dump_json(): part for document in documents for part in _parts(document)}
    plain = [part for _key, part in sorted(parts.items()) if not part.cases]
    # Parts without cases are one, or the grouping in which policies meet would show.
    joined = [*([reduce(_both, plain)] if plain else []), *(part for part in parts.values() if part.cases)]
    ordered = sorted(joined, key=lambda part: part.model_dump_json())
    if len(ordered) == 1:
        return ordered[0]
    return reduce(_both, ordered).model_copy(update={"all_of": tuple(ordered)})


def normal(document: PolicyDocument) -> PolicyDocument:
    """Return the document in its one normal form: sorted, and without circles that add nothing."""
    products = {p: normal_terms(t) for p, t in sorted(document.products.items())}
    cases = tuple(c.model_copy(update={"terms": normal_terms(c.terms)}) for c in document.cases)
    return PolicyDocument(products=products, cases=cases)


def terms_for(document: PolicyDocument, subject: Subject) -> Terms | None:
    """Return the terms that hold for a subject, or None where the policy is silent on it."""
    found = document.candidates(subject)
    return reduce(strictest, (normal_terms(t) for t in found)) if found else None


def strictest(a: Terms, b: Terms) -> Terms:
    """Return the terms under which nobody sees more, or owes less, than under each of the two."""
    return _terms(
        waits.meet(a.openings, b.openings),
        Terms(
            use=unite((*a.use, *b.use)),
            stage=min(a.stage, b.stage, key=STAGES.index),
            existence="secret" if "secret" in (a.existence, b.existence) else "known",
        ),
    )


def normal_terms(terms: Terms) -> Terms:
    """Return terms in normal form: circles sorted, without those that add nothing; uses sorted, their texts too."""
    return _terms(terms.openings, terms.model_copy(update={"use": unite(terms.use)}))


def _parts(document: PolicyDocument) -> tuple[PolicyDocument, ...]:
    return tuple(normal(part) for part in document.all_of or (document,))


def _both(a: PolicyDocument, b: PolicyDocument) -> PolicyDocument:
    products: dict[Product, Terms] = {}
    for product in sorted({*a.products, *b.products}):
        found = [d.products[product] for d in (a, b) if product in d.products]
        products[product] = found[0] if len(found) == 1 else strictest(*found)
    return PolicyDocument(products=products)


def _terms(openings: Iterable[Opening], rest: Terms) -> Terms:
    circles = tuple(_circle(o) for o in sorted(openings, key=_order))
    return rest.model_copy(update={"circles": circles})


def _order(opening: Opening) -> tuple[bool, int, list[tuple[Clock, float]]]:
    """Groups by their numbers, everybody last."""
    group_id, waiting = opening
    return group_id is None, group_id or 0, sorted(waiting)


def _circle(opening: Opening) -> Circle:
    group_id, waiting = opening
    first, *others = [_wait(clock, days) for clock, days in sorted(waiting)] or [Wait(after_days=0)]
    who = "everybody" if group_id is None else "group"
    return Circle.model_validate({**first.model_dump(), "who": who, "group_id": group_id, "also": others})


def _wait(clock: Clock, days: float) -> Wait:
    if clock.kind != "date":
        publication_id = clock.publication_id or None
        return Wait(clock=clock.kind, after_days=days, classes=clock.classes, publication_id=publication_id)
    whole = int(days)
    return Wait(clock="date", on=MJD_0 + timedelta(days=whole), after_days=days - whole)
