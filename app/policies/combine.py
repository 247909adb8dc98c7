"""Where several policies meet, the strictest holds in each dimension.

People are intersected and the latest time counts: a reader waits for the longest of all delays, for ever where one
policy never admits them. Obligations are united. Both are associative, commutative and idempotent, which is why the
order in which policies are found does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import reduce

from app.policies.document import Circle, PolicyDocument, Product, Terms, Use


def combine(documents: Iterable[PolicyDocument]) -> PolicyDocument:
    """Return the strictest of one or more documents.

    A kind of product on which only some of them speak follows those: a policy that is silent asks for nothing.
    """
    return reduce(_both, (normal(d) for d in documents))


def normal(document: PolicyDocument) -> PolicyDocument:
    """Return the document in its one normal form: sorted, and without circles that add nothing."""
    return PolicyDocument(products={p: _normal_terms(t) for p, t in sorted(document.products.items())})


def _both(a: PolicyDocument, b: PolicyDocument) -> PolicyDocument:
    products: dict[Product, Terms] = {}
    for product in sorted({*a.products, *b.products}):
        found = [d.products[product] for d in (a, b) if product in d.products]
        products[product] = found[0] if len(found) == 1 else strictest(*found)
    return PolicyDocument(products=products)


def strictest(a: Terms, b: Terms) -> Terms:
    """Return the terms under which nobody sees more, or owes less, than under each of the two."""
    delays = {g: max(a.delay_of(g), b.delay_of(g)) for g in {*a.group_ids, *b.group_ids}}
    return _terms(delays, max(a.everybody_days, b.everybody_days), _unite((*a.use, *b.use)))


def _normal_terms(terms: Terms) -> Terms:
    return _terms({g: terms.delay_of(g) for g in terms.group_ids}, terms.everybody_days, _unite(terms.use))


def _terms(delays: dict[int, float], everybody_days: float, use: tuple[Use, ...]) -> Terms:
    circles = [
        Circle(who="group", group_id=g, after_days=delay)
        for g, delay in sorted(delays.items())
        if delay < everybody_days
    ]
    if not math.isinf(everybody_days):
        circles.append(Circle(who="everybody", after_days=everybody_days))
    return Terms(circles=tuple(circles), use=use)


def _unite(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    united = []
    for kind in ("acknowledge", "notify", "permission", "coauthorship"):
        same = [u for u in uses if u.kind == kind]
        if same:
            texts = tuple(sorted({t for u in same for t in u.texts}))
            authors = max((u.authors or 0 for u in same), default=0) or None
            required = any(u.is_required for u in same)
            united.append(Use(kind=same[0].kind, texts=texts, authors=authors, required=required))
    return tuple(united)
