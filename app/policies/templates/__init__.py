"""Templates to start a policy from, each modelled on terms that real teams use (docs: facts on policies).

A template is a document with places to fill: partner groups, the classes of its cases, the publication that a clock
waits for. None is the text of the agreement that it is modelled on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.errors import BadInput
from app.policies.document import PolicyDocument, read_document

FOLDER = Path(__file__).parent
PLACES = {"@partners": "partner_group_ids", "@classes": "classes", "@publication": "publication_id"}
"""What stands for a value that is still to be given, and the parameter that gives it."""
Parameter = Literal["partner_group_ids", "classes", "publication_id"]


class Template(BaseModel):
    """A policy with places to fill: ``takes`` all of them, ``asks_for`` those that must not stay empty.

    ``partners_after_days`` is when partners see the data (photometry, where products differ); null where it has no
    place for partners. ``document`` is the policy with no place filled; null where something must be.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    title: str
    modelled_on: str
    takes: tuple[Parameter, ...]
    asks_for: tuple[Parameter, ...]
    partners_after_days: float | None
    document: PolicyDocument | None


@dataclass(frozen=True)
class _Form:
    """A template with its document as it stands in the file.

    There, a circle of who ``@partners`` becomes one for each partner, and none where there are none.
    """

    shown: Template
    document: Mapping[str, Any]


@dataclass(frozen=True)
class Filling:
    """What a template is filled with."""

    partner_group_ids: Sequence[int] = ()
    classes: Sequence[str] = ()
    publication_id: int | None = None


def templates() -> dict[str, Template]:
    """Return every template by its name."""
    return {name: form.shown for name, form in _forms().items()}


def fill(name: str, filling: Filling) -> PolicyDocument:
    """Return the template's document with its places filled.

    Raises :class:`BadInput` for a name that is none, where a place is left empty that must be filled, and for what the
    template has no place for; the field is the parameter.
    """
    form = _forms().get(name)
    if form is None:
        raise BadInput(f"There is no template {name!r}; the templates are {', '.join(_forms())}.", field="template")
    given = {parameter: value for parameter, value in vars(filling).items() if value}
    for parameter in given:
        if parameter not in form.shown.takes:
            raise BadInput(f"The template {name!r} has no {_NO_PLACE[parameter]}.", field=parameter)
    for parameter in form.shown.asks_for:
        if parameter not in given:
            raise BadInput(f"The template {name!r} needs {_NEEDED[parameter]}.", field=parameter)
    return _document(form.document, filling)


_NO_PLACE = {
    "partner_group_ids": "partners",
    "classes": "place for classes",
    "publication_id": "clock that waits for a publication",
}
_NEEDED = {
    "partner_group_ids": "at least one partner group: give partner_group_ids",
    "classes": "the classes of object that its special terms are for: give classes",
    "publication_id": "the publication whose acceptance it waits for: give publication_id",
}


@lru_cache(maxsize=1)
def _forms() -> dict[str, _Form]:
    read = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json")))
    return {r["name"]: _form(r.pop("document"), r) for r in read}


def _form(document: Mapping[str, Any], about: Mapping[str, Any]) -> _Form:
    said = json.dumps(document)
    takes = tuple(parameter for place, parameter in PLACES.items() if f'"{place}"' in said)
    # Without partners there are no circles for them; the other places cannot stay empty.
    asks = tuple(p for p in takes if p != "partner_group_ids")
    partners = [c["after_days"] for c in document["products"]["photometry"]["circles"] if c["who"] == "@partners"]
    shown = {
        "takes": takes,
        "asks_for": asks,
        "partners_after_days": min(partners, default=None),
        "document": None if asks else _document(document, Filling()),
    }
    return _Form(Template.model_validate({**about, **shown}), document)


def _document(document: Mapping[str, Any], filling: Filling) -> PolicyDocument:
    values = {
        "@partners": sorted(set(filling.partner_group_ids)),
        "@classes": sorted(set(filling.classes)),
        "@publication": filling.publication_id,
    }
    return read_document(_filled(document, values))


def _filled(part: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(part, dict):
        return {key: _filled(value, values) for key, value in part.items()}
    if isinstance(part, list):
        return list(_each(part, values))
    return values.get(part, part) if isinstance(part, str) else part


def _each(parts: Iterable[Any], values: Mapping[str, Any]) -> Iterable[Any]:
    for part in parts:
        if isinstance(part, dict) and part.get("who") == "@partners":
            rest = {key: _filled(value, values) for key, value in part.items()}
            yield from ({**rest, "who": "group", "group_id": group_id} for group_id in values["@partners"])
        else:
            yield _filled(part, values)
