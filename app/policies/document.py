"""What a sharing policy can say: a versioned document, the same for people, programs and the database.

The vocabulary comes from the terms that real collaborations use. A document says, for each kind of product and, where
it differs, for a level of processing, an instrument or a class of object: who else sees it and when, what its use
requires, how far a publication may go with it, and whether it may be known to exist. The holder's own group always sees
its data at once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, ValidationError, model_validator

from app.errors import BadInput
from app.policies import waits
from app.policies.uses import Part, Text, Use
from app.policies.waits import Clock, ClockKind, Opening, Waits

FORMAT: Literal["skyrelay-policy/2"] = "skyrelay-policy/2"
LONGEST_DAYS = 36525.0
MJD_0 = date(1858, 11, 17)
Stage = Literal["view", "prepare", "submit", "post"]
STAGES: tuple[Stage, ...] = ("view", "prepare", "submit", "post")
"""How far a publication may go with the data, the least first."""
Existence = Literal["known", "secret"]


class Product(StrEnum):
    """Kinds of product that a policy may speak of."""

    PHOTOMETRY = "photometry"
    SPECTRUM = "spectrum"
    IMAGE = "image"
    CLASSIFICATION = "classification"
    ANNOTATION = "annotation"
    COMMENT = "comment"
    FOLLOWUP_REQUEST = "followup_request"
    FOLLOWUP_DETAILS = "followup_details"


class Level(StrEnum):
    """How far a product is processed: as taken, calibrated and measured, or made from such."""

    RAW = "raw"
    REDUCED = "reduced"
    DERIVED = "derived"


class Wait(Part):
    """Something to wait for: a delay of ``after_days`` (null: never) from the start of a clock.

    ``observation`` and ``arrival`` start at the end of the night (the next noon UTC) in which the light, or the row,
    arrived, and 0 days after them is at once; ``date`` at the beginning (UTC) of the day ``on``; ``classification``
    when the holder's group gives the object one of ``classes`` (any where none is named); ``acceptance`` when the
    publication ``publication_id`` is accepted.
    """

    clock: ClockKind = "observation"
    after_days: float | None = Field(ge=0, le=LONGEST_DAYS)
    on: date | None = None
    classes: tuple[Text, ...] = Field(default=(), max_length=100)
    publication_id: int | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _starts(self) -> Wait:
        needs = {"date": self.on is not None, "acceptance": self.publication_id is not None}
        if not needs.get(self.clock, True):
            missing = "the day it is 'on'" if self.clock == "date" else "the publication_id that it waits for"
            raise ValueError(f"a clock of '{self.clock}' cannot start without {missing}")
        for clock, given in (("date", self.on is not None), ("acceptance", self.publication_id is not None),
                             ("classification", bool(self.classes))):  # fmt: skip
            if given and self.clock != clock:
                field = {"date": "on", "acceptance": "publication_id", "classification": "classes"}[clock]
                raise ValueError(f"'{field}' belongs to a clock of '{clock}', and this one is of '{self.clock}'")
        return self

    @property
    def pair(self) -> tuple[Clock, float]:
        """The clock with its delay in days; infinite for never."""
        days = math.inf if self.after_days is None else self.after_days
        if self.on is not None:
            days += (self.on - MJD_0).days
        return Clock(self.clock, tuple(sorted(set(self.classes))), self.publication_id or 0), days


class Circle(Wait):
    """A circle of readers beyond the holder's own group: one group, or everybody.

    It opens when its own wait and all that ``also`` names are over. Where the same readers stand in several circles,
    the first that opens lets them in.
    """

    who: Literal["group", "everybody"]
    group_id: int | None = Field(default=None, gt=0)
    also: tuple[Wait, ...] = Field(default=(), max_length=20)

    @model_validator(mode="after")
    def _names_one(self) -> Circle:
        if (self.who == "group") != (self.group_id is not None):
            raise ValueError("a circle of who 'group' names its group_id; a circle of 'everybody' names none")
        if any(w.after_days is None for w in self.also):
            raise ValueError("what is waited for besides must end: give after_days")
        return self

    @property
    def opening(self) -> Opening | None:
        """Whom it lets in and when; None where it never opens."""
        found: Waits = waits.AT_ONCE
        for clock, days in (self.pair, *(w.pair for w in self.also)):
            if math.isinf(days):
                return None
            if days > 0 or clock.kind not in ("observation", "arrival"):
                found = waits.both(found, frozenset({(clock, days)}))
        return self.group_id, found


class Terms(Part):
    """The terms of a kind of product.

    ``stage`` is how far a publication may go with the data without more permission: view (no analysis), prepare (a
    draft), submit (to a journal), post (in public). ``existence`` says whether those from whom data are withheld may
    know that there are such data.
    """

    circles: tuple[Circle, ...] = Field(default=(), max_length=5000)
    use: tuple[Use, ...] = Field(default=(), max_length=6)
    stage: Stage = "post"
    existence: Existence = "secret"

    @model_validator(mode="before")
    @classmethod
    def _of_format_1(cls, values: Any) -> Any:
        """In the first format every clock was the observation's, and said so here."""
        if isinstance(values, Mapping) and values.get("clock") == "observation":
            return {key: value for key, value in values.items() if key != "clock"}
        return values

    @model_validator(mode="after")
    def _consistent(self) -> Terms:
        if len({u.kind for u in self.use}) < len(self.use):
            raise ValueError("each kind of use may be named once; put all its texts together")
        self._check_circles()
        return self

    def _check_circles(self) -> None:
        never = [c.group_id for c in self.circles if c.opening is None]
        opened = [c.opening for c in self.circles if c.opening is not None]
        everybody = [o for o in opened if o[0] is waits.EVERYBODY]
        same: dict[int | None, list[Opening]] = {}
        for opening in opened:
            for other in same.get(opening[0], []):
                if waits.includes(opening, other) or waits.includes(other, opening):
                    raise ValueError("the same readers are named twice; keep one circle of each")
            same.setdefault(opening[0], []).append(opening)
        if len(set(never)) < len(never) or set(never) & set(same):
            raise ValueError("the same readers are named twice; keep one circle of each")
        for group_id in never:
            if group_id is not None and everybody:
                raise ValueError(_later(group_id))
        for group_id, waiting in opened:
            if group_id is not None and any(waits.no_later(w, waiting) and w != waiting for _who, w in everybody):
                raise ValueError(_later(group_id))

    @property
    def openings(self) -> frozenset[Opening]:
        """Who is let in when, in normal form."""
        return waits.shortest(c.opening for c in self.circles if c.opening is not None)

    @property
    def everybody_days(self) -> float:
        """After how many days from the observation alone everybody sees the data; infinite where that is not enough."""
        return self._days(waits.EVERYBODY)

    def delay_of(self, group_id: int) -> float:
        """Return after how many days from the observation alone a group sees the data, by itself or with everybody."""
        return self._days(group_id)

    def _days(self, group_id: int | None) -> float:
        observed = {Clock("observation")}
        found = waits.of_group(self.openings, group_id)
        return min((sum(d for _c, d in w) for w in found if {c for c, _d in w} <= observed), default=math.inf)

    @property
    def group_ids(self) -> list[int]:
        """The groups that are named, in order."""
        return sorted({c.group_id for c in self.circles if c.group_id is not None})


def _later(group_id: int) -> str:
    return (
        f"group {group_id} would see the data later than everybody, of whom it is a part; "
        "let everybody wait as long, or the group less"
    )


class Subject(Part):
    """What terms are asked for: a product, and all that may make its terms special.

    ``classes`` are those that the holder's group gave the object; None while it has not classified it.
    """

    product: Product
    level: Level = Level.REDUCED
    instrument_id: int | None = None
    classes: frozenset[str] | None = None


class Case(Part):
    """Other terms for some of the data: of these levels, of these instruments, of objects of these classes."""

    products: tuple[Product, ...] = Field(min_length=1, max_length=len(Product))
    levels: tuple[Level, ...] = Field(default=(), max_length=len(Level))
    instrument_ids: tuple[int, ...] = Field(default=(), max_length=500)
    classes: tuple[Text, ...] = Field(default=(), max_length=200)
    terms: Terms

    @model_validator(mode="after")
    def _limited(self) -> Case:
        if not (self.levels or self.instrument_ids or self.classes):
            raise ValueError("a case names levels, instrument_ids or classes; what holds for all stands under products")
        return self

    def fits(self, subject: Subject) -> bool:
        """Return whether it may hold for a subject; one that is not classified yet may turn out to be of any class."""
        return (
            subject.product in self.products
            and (not self.levels or subject.level in self.levels)
            and (not self.instrument_ids or subject.instrument_id in self.instrument_ids)
            and (not self.classes or subject.classes is None or bool(subject.classes & set(self.classes)))
        )

    def hides(self, later: Case) -> bool:
        """Return whether nothing is left for a later case."""
        levels, instruments = (self.levels, later.levels), (self.instrument_ids, later.instrument_ids)
        return set(later.products) <= set(self.products) and all(
            not mine or (theirs and set(theirs) <= set(mine))
            for mine, theirs in (levels, instruments, (self.classes, later.classes))
        )


class PolicyDocument(Part):
    """A sharing policy. ``modelled_on`` says whose agreement gave the idea; it is never that agreement itself.

    The first of ``cases`` that fits holds; where none does, the terms under ``products``. While an object is not
    classified, the strictest of all the cases that it may turn out to be holds. ``all_of`` is set where policies met:
    in each dimension the strictest of them holds.
    """

    format: Literal["skyrelay-policy/1", "skyrelay-policy/2"] = FORMAT
    modelled_on: Text | None = None
    products: dict[Product, Terms] = Field(min_length=1)
    cases: tuple[Case, ...] = Field(default=(), max_length=200)
    all_of: tuple[PolicyDocument, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _in_this_format(cls, values: Any) -> Any:
        if not isinstance(values, Mapping) or values.get("format") != "skyrelay-policy/1":
            return values
        products = values.get("products")
        if isinstance(products, Mapping) and "photometry" in products:
            # In the first format, what was said of photometry held for spectra too.
            products = {"spectrum": products["photometry"], **products}
        return {**values, "format": FORMAT, "products": products}

    @model_validator(mode="after")
    def _reachable(self) -> PolicyDocument:
        for place, case in enumerate(self.cases):
            for product in case.products:
                if product not in self.products:
                    raise ValueError(f"case {place} is on {product.value}: say under products what holds otherwise")
            if any(earlier.hides(case) for earlier in self.cases[:place]):
                raise ValueError(f"case {place} can never hold: an earlier one takes all that is in it; put it first")
        return self

    def terms(self, product: Product | str) -> Terms | None:
        """Return the terms that hold where no case does, or None where the policy is silent on the product."""
        return self.products.get(Product(product))

    def candidates(self, subject: Subject) -> list[Terms]:
        """Return all terms that may hold for a subject, of which the strictest does; none where it is silent."""
        if self.all_of:
            return [terms for part in self.all_of for terms in part.candidates(subject)]
        found = []
        for case in self.cases:
            if case.fits(subject):
                found.append(case.terms)
                if not case.classes or subject.classes is not None:
                    return found
        general = self.products.get(subject.product)
        return found if general is None else [*found, general]

    def asks_class(self, product: Product) -> bool:
        """Return whether its terms on a product depend on how the object is classified."""
        parts = self.all_of or (self,)
        return any(
            any(c.classes and product in c.products for c in part.cases)
            or any(clock.kind == "classification" for t in part.all_terms(product) for clock in clocks(t))
            for part in parts
        )

    def all_terms(self, product: Product | None = None) -> list[Terms]:
        """Return all terms that stand in the document, of a product or of any."""
        if self.all_of:
            return [t for part in self.all_of for t in part.all_terms(product)]
        general = [t for p, t in self.products.items() if product in (None, p)]
        return [*general, *(c.terms for c in self.cases if product is None or product in c.products)]

    @property
    def group_ids(self) -> list[int]:
        """The groups that are named anywhere, in order."""
        named = {g for t in self.all_terms() for g in t.group_ids}
        lists = {u.from_group_id for t in self.all_terms() for u in t.use if u.from_group_id is not None}
        return sorted(named | lists)


def clocks(terms: Terms) -> set[Clock]:
    """Return all clocks that terms wait for."""
    return {clock for _who, waiting in terms.openings for clock, _days in waiting}


def all_clocks(found: Iterable[Terms]) -> set[Clock]:
    """Return all clocks that any of the terms wait for."""
    return {clock for terms in found for clock in clocks(terms)}


def read_document(values: Mapping[str, Any], field: str = "document") -> PolicyDocument:
    """Validate a document; raise :class:`BadInput` that names the place and says what is wrong there."""
    if values.get("all_of"):
        said = f"{field}.all_of: policies are combined where they meet, not in a document."
        raise BadInput(said, field=f"{field}.all_of")
    try:
        return PolicyDocument.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join([field, *(str(part) for part in first["loc"])])
        said = first["msg"].removeprefix("Value error, ")
        raise BadInput(f"{where}: {said}.", field=where) from error


def as_json(document: PolicyDocument) -> dict[str, Any]:
    """Return the document as it is stored and answered."""
    return document.model_dump(mode="json")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a policy document, for editors and other programs."""
    schema = PolicyDocument.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def days(value: float) -> timedelta:
    """Return a delay as a duration; the value is finite."""
    return timedelta(days=value)
