"""What is wrong with the payload of a follow-up request, by its field."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import BadInput
from app.tables import Allocation
from followup.triggers.skyportal import as_trigger


@pytest.mark.parametrize(
    ("payload", "field"),
    [
        ({"filters": ["r"]}, "payload"),
        ({"filters": None}, "payload.filters"),
        ({"filters": [{"filter": "sdssr", "exposure_time_s": -1}]}, "payload.exposure_time_s"),
        ({"observation_choices": []}, "payload.observation_choices"),
        ({"observation_choices": ["rp"], "exposure_time": "long"}, "payload.exposure_time"),
    ],
)
def test_the_field_at_fault_is_named(payload: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        as_trigger("Z1", payload, Allocation(id=1, group_id=1))
    assert caught.value.field == field
    assert caught.value.message.startswith(f"{field}: ")
