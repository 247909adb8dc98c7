"""A policy in plain sentences, made from the document alone, and what changes between two of them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from app.policies.document import PolicyDocument, Terms, Use

Names = Mapping[int, str]


def summary(document: PolicyDocument, names: Names | None = None) -> str:
    """Return the policy as one sentence a line. ``names`` gives the names of the groups that the reader knows."""
    return "\n".join(sentences(document, names or {}))


def sentences(document: PolicyDocument, names: Names) -> list[str]:
    """Return the sentences of the summary, in an order that does not depend on how the document was written."""
    said = []
    for product, terms in sorted(document.products.items()):
        what = product.value.capitalize()
        said.append(f"{what}: the holder's own group sees it at once.")
        said += [f"{what}: {line}" for line in _circles(terms, names)]
        said += [f"{what}: {use_sentence(use)}" for use in sorted(terms.use, key=lambda u: u.kind)]
        if not terms.use:
            said.append(f"{what}: its use requires nothing.")
    if document.modelled_on:
        said.append(f"Modelled on {document.modelled_on}; not that agreement's own text.")
    return said


def differences(old: PolicyDocument, new: PolicyDocument, names: Names | None = None) -> list[str]:
    """Return what changes from ``old`` to ``new``: one sentence a change, none where they say the same."""
    known = names or {}
    before, after = sentences(old, known), sentences(new, known)
    gone = [f"No longer: {line}" for line in before if line not in after]
    return gone + [f"Now: {line}" for line in after if line not in before]


def use_sentence(use: Use) -> str:
    """Return what one term of use asks for, in a sentence that can be shown to whoever owes it."""
    if use.kind == "acknowledge":
        said = "using it requires this acknowledgement: " + " ".join(use.texts)
        return said if said.endswith(".") else said + "."
    said = {
        "notify": "whoever uses it must notify the holder",
        "permission": "publishing it requires the holder's permission",
        "coauthorship": f"publishing it requires the offer of co-authorship to {_people(use.authors or 1)}",
    }[use.kind]
    said += "" if use.is_required else " (asked for, not required)"
    return ". ".join([said, *(t.rstrip(".") for t in use.texts)]) + "."


def delay_words(delay_days: float) -> str:
    """Return a delay as people say it."""
    if math.isinf(delay_days):
        return "never"
    if delay_days == 0:
        return "at once"
    unit = "day" if delay_days == 1 else "days"
    return f"{delay_days:g} {unit} after the end of the night (noon UTC) of the observation"


def _circles(terms: Terms, names: Names) -> list[str]:
    lines = [
        f"{names.get(g, f'group {g}')} sees it {delay_words(terms.delay_of(g))}."
        for g in sorted(terms.group_ids, key=lambda g: (terms.delay_of(g), g))
    ]
    everybody = delay_words(terms.everybody_days)
    return [*lines, f"everybody sees it {everybody}." if everybody != "never" else "nobody else sees it."]


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
