"""A policy in plain sentences, made from the document alone, and what changes between two of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta

from app.policies.document import MJD_0, Case, PolicyDocument, Terms
from app.policies.uses import Use
from app.policies.waits import Clock, Waits

Names = Mapping[int, str]


def summary(document: PolicyDocument, names: Names | None = None) -> str:
    """Return the policy as one sentence a line. ``names`` gives the names of the groups that the reader knows."""
    return "\n".join(sentences(document, names or {}))


def sentences(document: PolicyDocument, names: Names) -> list[str]:
    """Return the sentences of the summary, in an order that does not depend on how the document was written."""
    said = []
    for product, terms in sorted(document.products.items()):
        said += _terms(_capital(product.value.replace("_", " ")), terms, names)
    for part in document.all_of or (document,):
        for case in part.cases:
            said += _terms(_case(case), case.terms, names)
    if document.modelled_on:
        said.append(f"Modelled on {document.modelled_on}; not that agreement's own text.")
    return said


def _terms(what: str, terms: Terms, names: Names) -> list[str]:
    said = [f"{what}: the holder's own group sees it at once."]
    said += [f"{what}: {line}" for line in _circles(terms, names)]
    said += [f"{what}: {use_sentence(use, names)}" for use in sorted(terms.use, key=lambda u: u.kind)]
    if not terms.use:
        said.append(f"{what}: its use requires nothing.")
    if terms.stage != "post":
        said.append(f"{what}: {_STAGES[terms.stage]}")
    if terms.existence == "known":
        said.append(f"{what}: whoever may see the object may know that there is some, before seeing it.")
    return said


_STAGES = {
    "view": "it may be looked at; analysing it for a publication takes the holder's permission.",
    "prepare": "a publication may be prepared with it; submitting one takes the holder's permission.",
    "submit": "a publication with it may be submitted; posting one in public takes the holder's permission.",
}


def stage_sentence(stage: str) -> str | None:
    """Return how far a publication may go with data, in a sentence; None where there is no limit."""
    return _STAGES.get(stage)


def _case(case: Case) -> str:
    of = [", ".join(p.value.replace("_", " ") for p in sorted(case.products))]
    if case.levels:
        of.append(f"at level {' or '.join(case.levels)}")
    if case.instrument_ids:
        of.append(f"of instrument {' or '.join(map(str, sorted(case.instrument_ids)))}")
    if case.classes:
        of.append(f"of objects classified as {' or '.join(sorted(case.classes))}")
    return _capital(" ".join(of))


def differences(old: PolicyDocument, new: PolicyDocument, names: Names | None = None) -> list[str]:
    """Return what changes from ``old`` to ``new``: one sentence a change, none where they say the same."""
    known = names or {}
    before, after = sentences(old, known), sentences(new, known)
    gone = [f"No longer: {line}" for line in before if line not in after]
    return gone + [f"Now: {line}" for line in after if line not in before] + _reordered(old, new)


def _reordered(old: PolicyDocument, new: PolicyDocument) -> list[str]:
    """The first case that fits holds, so that their order says something of its own."""
    before, after = [_case(c) for c in old.cases], [_case(c) for c in new.cases]
    kept = [case for case in after if case in before]
    if kept == [case for case in before if case in after]:
        return []
    return [f"Now the cases are looked at in another order, and the first that fits holds: {'; '.join(after)}."]


def use_sentence(use: Use, names: Names | None = None) -> str:
    """Return what one term of use asks for, in a sentence that can be shown to whoever owes it."""
    if use.kind in ("acknowledge", "cite"):
        what = "acknowledgement" if use.kind == "acknowledge" else "citation"
        said = f"using it requires this {what}: " + " ".join(use.texts)
        said = said if said.endswith(".") else said + "."
        return said if use.min_share == 0 else f"{said[:-1]} ({_share(use)})."
    said = {
        "notify": "whoever uses it must notify the holder",
        "permission": "publishing it requires the holder's permission",
        "coauthorship": _authors(use, names or {}),
    }[use.kind]
    if use.min_share > 0:
        said += f" ({_share(use)})"
    if use.answer_days is not None:
        said += f", who answers within {_number(use.answer_days, 'day')}"
    said += "" if use.is_required else " (asked for, not required)"
    return ". ".join([said, *(t.rstrip(".") for t in use.texts)]) + "."


def _share(use: Use) -> str:
    return f"where it is {use.min_share:.0%} of the data or more"


def _authors(use: Use, names: Names) -> str:
    said = f"publishing it requires the offer of co-authorship to {_number(use.authors or 1, 'person', 'people')}"
    if use.demand == "require" and use.from_list is None and not use.by_share:
        return said
    if use.from_list is not None:
        group = names.get(use.from_group_id or 0, f"group {use.from_group_id}") if use.from_group_id else "the holder"
        whom = {"group": f"of {group}", "builders": f"of the builders of {group}",
                "contributors": f"who contributed, of {group}"}[use.from_list]  # fmt: skip
        said += f" {whom}"
    for step in use.by_share:
        said += f", to {step.authors} from {step.from_share:.0%} of the data on"
    return said + ("; the offer is enough" if use.demand == "offer" else "")


def wait_words(alternatives: Iterable[Waits]) -> str:
    """Return when a circle opens, as people say it; several alternatives: the first of them."""
    said = [_waits(w) for w in alternatives]
    return ", or ".join(said) + (", whichever is first" if len(said) > 1 else "")


def _waits(waiting: Waits) -> str:
    if not waiting:
        return "at once"
    return " and ".join(_wait(clock, days) for clock, days in sorted(waiting))


def _wait(clock: Clock, days: float) -> str:
    if clock.kind == "date":
        moment = datetime.combine(MJD_0, time(0), UTC) + timedelta(days=days)
        return f"on {moment:%Y-%m-%d}" if moment.time() == time(0) else f"on {moment:%Y-%m-%d %H:%M} UTC"
    start = {
        "observation": "the end of the night (noon UTC) of the observation",
        "arrival": "the end of the night (noon UTC) in which it arrives",
        "classification": "the object is classified" + (f" as {' or '.join(clock.classes)}" if clock.classes else ""),
        "acceptance": f"publication {clock.publication_id} is accepted",
    }[clock.kind]
    if days == 0:
        return f"when {start}" if clock.kind in ("classification", "acceptance") else "at once"
    return f"{_number(days, 'day')} after {start}"


def delay_words(delay_days: float) -> str:
    """Return a delay from the observation as people say it."""
    if math.isinf(delay_days):
        return "never"
    return wait_words([frozenset({(Clock("observation"), delay_days)})])


def _circles(terms: Terms, names: Names) -> list[str]:
    openings = sorted(terms.openings, key=lambda o: (_soonest(o[1]), o[0] is None, o[0] or 0))
    whom: dict[int | None, list[Waits]] = {}
    for group_id, waiting in openings:
        whom.setdefault(group_id, []).append(waiting)
    never = [g for g in terms.group_ids if g not in whom and None not in whom]
    lines = [f"{names.get(g, f'group {g}')} sees it {wait_words(w)}." for g, w in whom.items() if g is not None]
    lines += [f"{names.get(g, f'group {g}')} sees it never." for g in never]
    return [*lines, f"everybody sees it {wait_words(whom[None])}." if None in whom else "nobody else sees it."]


def _soonest(waiting: Waits) -> tuple[float, int]:
    return max((days for _clock, days in waiting), default=0.0), len(waiting)


def _number(number: float, one: str, many: str | None = None) -> str:
    return f"{number:g} {one if number == 1 else many or one + 's'}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
