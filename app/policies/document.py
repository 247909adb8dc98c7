"""What a sharing policy can say: a versioned document, the same for people, programs and the database.

The vocabulary comes from the terms that real collaborations use. A document says, for each kind of product, who
else sees it and after how long, and what its use requires. The holder's own group always sees its data at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from app.errors import BadInput

FORMAT: Literal["skyrelay-policy/1"] = "skyrelay-policy/1"
LONGEST_DAYS = 36525.0
Text = Annotated[str, Field(min_length=1, max_length=2000)]


class Product(StrEnum):
    """Kinds of product that a policy may speak of; the portal holds photometry today."""

    PHOTOMETRY = "photometry"
    SPECTRUM = "spectrum"
    IMAGE = "image"


class Part(BaseModel):
    """Base of the document's parts: unknown words are refused, and nothing changes once made."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Circle(Part):
    """A circle of readers beyond the holder's own group: one group, or everybody.

    ``after_days`` counts from the end of the night (the next noon UTC) in which the light arrived; 0 is at once,
    null is never.
    """

    who: Literal["group", "everybody"]
    group_id: int | None = Field(default=None, gt=0)
    after_days: float | None = Field(ge=0, le=LONGEST_DAYS)

    @model_validator(mode="after")
    def _names_one(self) -> Circle:
        if (self.who == "group") != (self.group_id is not None):
            raise ValueError("a circle of who 'group' names its group_id; a circle of 'everybody' names none")
        return self

    @property
    def delay_days(self) -> float:
        """The delay in days, infinite for never."""
        return math.inf if self.after_days is None else self.after_days


class Use(Part):
    """What using the data requires.

    ``texts`` are sentences to show (an acknowledgement's are mandatory); ``authors`` is the number of places that a
    co-authorship offer makes. ``required`` keeps a publication from being submitted while it is open; unless said, an
    acknowledgement does not, all others do.
    """

    kind: Literal["acknowledge", "notify", "permission", "coauthorship"]
    texts: tuple[Text, ...] = Field(default=(), max_length=1000)
    authors: int | None = Field(default=None, ge=1, le=1000)
    required: bool | None = None

    @model_validator(mode="after")
    def _complete(self) -> Use:
        if (self.kind == "coauthorship") != (self.authors is not None):
            raise ValueError("co-authorship needs the number of authors to offer, and nothing else does")
        if self.kind == "acknowledge" and not self.texts:
            raise ValueError("an acknowledgement needs the text to print")
        return self

    @property
    def is_required(self) -> bool:
        """Whether a publication cannot be submitted while this is open."""
        return self.kind != "acknowledge" if self.required is None else self.required


class Terms(Part):
    """The terms of one kind of product. The clock starts with the observation."""

    clock: Literal["observation"] = "observation"
    circles: tuple[Circle, ...] = Field(default=(), max_length=5000)
    use: tuple[Use, ...] = Field(default=(), max_length=4)

    @model_validator(mode="after")
    def _consistent(self) -> Terms:
        named = [(c.who, c.group_id) for c in self.circles]
        if len(set(named)) < len(named):
            raise ValueError("the same readers are named twice; keep one circle of each")
        if len({u.kind for u in self.use}) < len(self.use):
            raise ValueError("each kind of use may be named once; put all its texts together")
        everybody = self.everybody_days
        for circle in self.circles:
            if circle.who == "group" and circle.delay_days > everybody:
                raise ValueError(
                    f"group {circle.group_id} would see the data later than everybody, of whom it is a part; "
                    "let everybody wait as long, or the group less"
                )
        return self

    @property
    def everybody_days(self) -> float:
        """After how many days everybody sees the data; infinite for never."""
        return min((c.delay_days for c in self.circles if c.who == "everybody"), default=math.inf)

    def delay_of(self, group_id: int) -> float:
        """Return after how many days a group sees the data, by its own circle or as part of everybody."""
        own = (c.delay_days for c in self.circles if c.group_id == group_id)
        return min(self.everybody_days, min(own, default=math.inf))

    @property
    def group_ids(self) -> list[int]:
        """The groups that are named, in order."""
        return sorted(c.group_id for c in self.circles if c.group_id is not None)


class PolicyDocument(Part):
    """A sharing policy. ``modelled_on`` says whose agreement gave the idea; it is never that agreement itself."""

    format: Literal["skyrelay-policy/1"] = FORMAT
    modelled_on: Text | None = None
    products: dict[Product, Terms] = Field(min_length=1)

    def terms(self, product: Product | str) -> Terms | None:
        """Return the terms of a kind of product, or None where the policy is silent."""
        return self.products.get(Product(product))


def read_document(values: Mapping[str, Any], field: str = "document") -> PolicyDocument:
    """Validate a document; raise :class:`BadInput` that names the place and says what is wrong there."""
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
