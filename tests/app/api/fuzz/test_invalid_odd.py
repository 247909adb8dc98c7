"""As ``test_invalid_even``, for the other half of the tags."""

from __future__ import annotations

from schemathesis import GenerationMode

from app.api.openapi import document
from app.main import all_routes
from tests.support.fuzz import Fuzz
from tests.support.world import World

EXAMPLES = 3
"""Examples an operation."""


def test_no_answer_is_undescribed(portal: World) -> None:
    fuzz = Fuzz(GenerationMode.NEGATIVE, EXAMPLES, part=1, parts=2)
    found = fuzz.faults(document(all_routes()), portal)
    assert not found, "\n".join(found)
