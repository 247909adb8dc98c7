"""Templates to start a policy from, each modelled on terms that real teams use (docs: facts on policies)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from app.errors import BadInput
from app.policies.document import Circle, PolicyDocument, Product

FOLDER = Path(__file__).parent


class Template(BaseModel):
    """A policy with places for partner groups, who see the data after ``partners_after_days`` (null: no partners)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    title: str
    modelled_on: str
    partners_after_days: float | None
    document: PolicyDocument


@lru_cache(maxsize=1)
def templates() -> dict[str, Template]:
    """Return every template by its name."""
    read = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json")))
    return {t.name: t for t in map(Template.model_validate, read)}


def fill(name: str, partner_group_ids: Iterable[int]) -> PolicyDocument:
    """Return the template's document for these partners; raise :class:`BadInput` where it has no place for them."""
    template = templates().get(name)
    if template is None:
        raise BadInput(f"There is no template {name!r}; the templates are {', '.join(templates())}.", field="template")
    partners = sorted(set(partner_group_ids))
    if partners and template.partners_after_days is None:
        raise BadInput(f"The template {name!r} has no partners.", field="partner_group_ids")
    terms = template.document.products[Product.PHOTOMETRY]
    circles = [Circle(who="group", group_id=g, after_days=template.partners_after_days) for g in partners]
    filled = terms.model_copy(update={"circles": (*circles, *terms.circles)})
    return template.document.model_copy(update={"products": {Product.PHOTOMETRY: filled}})
