"""What whoever drafts a policy should hear before it is written: nothing wrong, and perhaps not what was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from app.policies.contradictions import places, waits_of
from app.policies.document import PolicyDocument, Product
from app.policies.simulation import PRODUCTS, Lot, Moved
from app.policies.waits import AT_ONCE, EVERYBODY

_KINDS = {Product.PHOTOMETRY: "photometry", Product.SPECTRUM: "spectra"}


def cautions(
    document: PolicyDocument, accepted: Mapping[int, datetime], given: Collection[str], now: datetime
) -> list[str]:
    """Return a sentence for each: clocks that are past, classes never given, what nobody sees, what says nothing.

    ``accepted``: when publications were; ``given``: the classes that the holder's group has given so far.
    """
    said = [*_past(document, accepted, now), *_classes(document, given), *_idle(document)]
    return list(dict.fromkeys(said))


def _past(document: PolicyDocument, accepted: Mapping[int, datetime], now: datetime) -> Iterator[str]:
    for _place, terms in places(document):
        for _field, wait in waits_of(terms):
            days = wait.after_days
            if wait.on is not None and days is not None and _start(wait.on) + timedelta(days=days) <= now:
                yield f"{wait.on} is past: what waits for it alone is open at once."
            if wait.publication_id in accepted:
                yield f"Publication {wait.publication_id} is accepted already: its clock has started."


def _start(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)


def _classes(document: PolicyDocument, given: Collection[str]) -> Iterator[str]:
    named = {c for case in document.cases for c in case.classes}
    named |= {c for _place, terms in places(document) for _field, wait in waits_of(terms) for c in wait.classes}
    for name in sorted(named - set(given)):
        yield f"The holder's group has not classified any object as {name!r} so far."
    if any(case.classes for case in document.cases):
        yield "While an object is not classified, the strictest of the terms that it may come under holds."


def _idle(document: PolicyDocument) -> Iterator[str]:
    for product, terms in sorted(document.products.items()):
        what = product.value.replace("_", " ")
        if not terms.openings:
            yield f"Nobody but the holder's own group ever sees the {what}."
        if (EVERYBODY, AT_ONCE) in terms.openings and terms.stage == "view":
            yield f"Everybody sees the {what} at once, and may not analyse it for a publication without permission."


def silent(document: PolicyDocument, lots: Iterable[Lot]) -> list[str]:
    """Return a sentence for each kind of product that has rows and that the document does not speak of."""
    counts = {p: sum(lot.n_rows for lot in lots if lot.product == p) for p in PRODUCTS if p not in document.products}
    return [
        f"The draft says nothing of {_KINDS[p]}: {_rows(n)} would be under no policy." for p, n in counts.items() if n
    ]


def wider(moves: Sequence[Moved]) -> list[str]:
    """Return a sentence for each group that would see rows earlier than it does now."""
    return [f"Wider than now: {move.group} would see {_rows(move.earlier)} earlier." for move in moves if move.earlier]


def meeting(others: Sequence[str]) -> list[str]:
    """Return the sentence about other policies that govern the same data."""
    if not others:
        return []
    return [f"These govern the same data already: {', '.join(others)}. In each dimension the strictest holds."]


def _rows(n: int) -> str:
    return "1 row" if n == 1 else f"{n} rows"
