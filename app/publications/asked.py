"""What data ask of a publication: from counted rows and policy documents, without a database.

The terms that hold differ by product, level, instrument and class; those of one holder under one version are united
over all that is in scope. While a publication is an idea, what it would owe follows its data; from its announcement
on, or once somebody was asked, what is asked for only grows, until the holder waives it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from app.policies.combine import terms_for
from app.policies.document import STAGES, PolicyDocument, Product, Stage, Subject, Terms
from app.policies.summary import use_sentence
from app.policies.uses import Use, unite

Key = tuple[int, int, str, str | None]
_LIMITS: Mapping[str, str] = {
    "view": "publications may be announced with it; analysing it takes the holder's permission.",
    "prepare": "publications may be prepared with it; submitting one takes the holder's permission.",
    "submit": "publications with it may be submitted; posting one in public takes the holder's permission.",
}


class Counted(Protocol):
    """Rows of one holder under one version (if any) whose terms are the same; ``owes``: they are somebody else's."""

    creditor_id: int
    policy_version_id: int | None
    product: str
    level: Literal["raw", "reduced", "derived"]
    instrument_id: int | None
    classes: list[str] | None
    n_rows: int
    owes: bool


@dataclass(frozen=True)
class Item:
    """One thing that is asked for: the united use (None of a stage), and what it follows from."""

    creditor_id: int
    policy_version_id: int
    kind: str
    stage_limit: str | None
    use: Use | None
    text: str
    required: bool
    places: int | None
    share: float
    evidence: dict[str, int]

    @property
    def key(self) -> Key:
        """By which it is one and the same."""
        return self.creditor_id, self.policy_version_id, self.kind, self.stage_limit

    def as_json(self) -> dict[str, Any]:
        """Return it as the database keeps it."""
        return {
            "creditor_id": self.creditor_id,
            "policy_version_id": self.policy_version_id,
            "kind": self.kind,
            "stage_limit": self.stage_limit,
            "text": self.text,
            "required": self.required,
            "places": self.places,
            "share": round(self.share, 6),
            "evidence": self.evidence,
            "n_rows": sum(self.evidence.values()),
            "terms": {} if self.use is None else self.use.model_dump(mode="json"),
        }


@dataclass
class _Asking:
    """Uses of one kind by one holder and version, with the product whose rows ask, and how many rows do."""

    uses: list[tuple[Use, str]] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)


def asked(found: Iterable[Counted], documents: Mapping[int, PolicyDocument]) -> tuple[list[Item], list[Item]]:
    """Return what is asked for, and what would be if the holder's share were larger (``Use.min_share``).

    A share is that of the holder's rows, under whatever version, among all rows of the same kind of product that the
    opener can read in the scope: a spectrum is not weighed against points. The places are the most that any kind of
    product asks for by its own share.
    """
    rows = list(found)
    shares = _shares(rows)
    by_use: dict[tuple[int, int, str], _Asking] = defaultdict(_Asking)
    small: dict[tuple[int, int, str], _Asking] = defaultdict(_Asking)
    limits: dict[tuple[int, int], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    known = _Known(documents)
    for row in rows:
        terms = known.terms(row) if row.owes else None
        if terms is None or row.policy_version_id is None:
            continue
        share = shares[row.creditor_id, row.product]
        for use in terms.use:
            place = by_use if share >= use.min_share else small
            one = place[row.creditor_id, row.policy_version_id, use.kind]
            one.uses.append((use, row.product))
            one.rows[row.product] += row.n_rows
        if terms.stage != "post":
            limits[row.creditor_id, row.policy_version_id][terms.stage][row.product] += row.n_rows
    items = [_item(key, one, shares) for key, one in by_use.items()]
    items += [_limit(holder, version, rows, shares) for (holder, version), rows in limits.items()]
    return items, [_item(key, one, shares) for key, one in small.items() if key not in by_use]


def merged(items: Iterable[Item], small: Iterable[Item], kept: Iterable[Mapping[str, Any]], idea: bool) -> list[Item]:
    """Return what is to be written, given what stands already: nothing that stands asks for less than it did."""
    old = {_key(one): one for one in kept}
    after = []
    for item in items:
        found = _under_stricter(item, old)
        before = old.get(found.key)
        after.append(found if before is None else _grown(found, before, idea))
    for item in small:
        before = old.get(item.key)
        if before is not None:
            after.append(_grown(replace(item, required=False), before, idea))
    return after


class _Known:
    """Terms by what they depend on, each worked out once."""

    def __init__(self, documents: Mapping[int, PolicyDocument]) -> None:
        self.documents = documents
        self._found: dict[tuple[Any, ...], Terms | None] = {}

    def terms(self, row: Counted) -> Terms | None:
        version = row.policy_version_id or 0
        document = self.documents[version]
        plain = not document.cases and not document.all_of
        key = (version, row.product, *(() if plain else (row.level, row.instrument_id, tuple(row.classes or ()))))
        if key not in self._found:
            subject = Subject(
                product=Product(row.product),
                level=row.level,
                instrument_id=row.instrument_id,
                classes=frozenset(row.classes) if row.classes else None,
            )
            self._found[key] = terms_for(document, subject)
        return self._found[key]


def _shares(rows: Iterable[Counted]) -> dict[tuple[int, str], float]:
    total: Counter[str] = Counter()
    of: Counter[tuple[int, str]] = Counter()
    for row in rows:
        total[row.product] += row.n_rows
        of[row.creditor_id, row.product] += row.n_rows
    return {key: number / total[key[1]] for key, number in of.items()}


def _item(key: tuple[int, int, str], one: _Asking, shares: Mapping[tuple[int, str], float]) -> Item:
    creditor_id, version_id, kind = key
    (use,) = unite(tuple(use for use, _product in one.uses))
    places = max(u.places(shares[creditor_id, product]) for u, product in one.uses)
    return Item(
        creditor_id,
        version_id,
        kind,
        None,
        use,
        _capital(use_sentence(use)),
        use.is_required,
        places if kind == "coauthorship" else None,
        max(shares[creditor_id, product] for _use, product in one.uses),
        dict(sorted(one.rows.items())),
    )


def _limit(
    creditor_id: int, version_id: int, by_stage: Mapping[str, Counter[str]], shares: Mapping[tuple[int, str], float]
) -> Item:
    stage: Stage = min((s for s in STAGES if s in by_stage), key=STAGES.index)
    rows: Counter[str] = sum(by_stage.values(), Counter())
    share = max(shares[creditor_id, product] for product in rows)
    evidence = dict(sorted(rows.items()))
    return Item(creditor_id, version_id, "stage", stage, None, _capital(_LIMITS[stage]), True, None, share, evidence)


def _key(one: Mapping[str, Any]) -> Key:
    return one["creditor_id"], one["policy_version_id"], one["kind"], one["stage_limit"]


def _under_stricter(item: Item, old: Mapping[Key, Mapping[str, Any]]) -> Item:
    """A limit that stands holds until it is granted or waived, and then there is none: a looser one adds nothing."""
    if item.stage_limit is None:
        return item
    for stage in STAGES[: STAGES.index(item.stage_limit)]:
        if (*item.key[:3], stage) in old:
            return replace(item, stage_limit=stage, text=_capital(_LIMITS[stage]))
    return item


def _grown(item: Item, before: Mapping[str, Any], idea: bool) -> Item:
    if item.use is None or (idea and before["state"] == "open"):
        return item
    was = Use.model_validate(before["terms"]) if before["terms"] else item.use
    # The order of a united list is that of its words, so that the same terms are the same row again.
    (use,) = unite((was, item.use))
    places = None if item.places is None else max(item.places, before["places"] or 0)
    return replace(
        item,
        use=use,
        text=_capital(use_sentence(use)),
        required=item.required or before["required"],
        places=places,
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
