"""Triggers as they come in and go out by REST."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Self

from pydantic import BaseModel, Field, field_validator, model_validator

from app.api.params import UtcTime
from app.api.routes import Body
from followup.facilities.payload import ExposureRequest
from followup.triggers.states import AttemptState, TriggerState

LONGEST_WISH = timedelta(days=90)


class TriggerPost(Body):
    """What is wanted. ``deadline``: no observation may start later; ``priority`` 1 (low) to 5 (high)."""

    obj_id: str
    group_id: int
    filters: Annotated[list[ExposureRequest], Field(min_length=1, max_length=12)]
    deadline: UtcTime
    allocation_ids: Annotated[list[int], Field(min_length=1, max_length=50)]
    priority: Annotated[int, Field(ge=1, le=5)] = 3
    telescopes_wanted: Annotated[int, Field(ge=1, le=10)] = 1
    note: Annotated[str | None, Field(max_length=2000)] = None

    @field_validator("deadline")
    @classmethod
    def _soon(cls, deadline: datetime) -> datetime:
        now = datetime.now(UTC)
        if not now < deadline < now + LONGEST_WISH:
            raise ValueError(f"the deadline must lie in the next {LONGEST_WISH.days} days")
        return deadline

    @model_validator(mode="after")
    def _enough(self) -> Self:
        self.allocation_ids = list(dict.fromkeys(self.allocation_ids))
        if self.telescopes_wanted > len(self.allocation_ids):
            raise ValueError("telescopes_wanted is more than the allocations named")
        return self


class CancelBody(Body):
    """Why a trigger is withdrawn."""

    reason: Annotated[str, Field(min_length=1, max_length=500)]


class Person(BaseModel):
    """A user, by id and name."""

    id: int
    username: str


class AttemptView(BaseModel):
    """One request at one facility. ``detail`` is the facility's own words, ``reason`` why we moved on."""

    id: int
    facility: str
    site: str | None
    telescope: str | None
    instrument: str | None
    allocation_id: int
    followup_request_id: int | None
    state: AttemptState
    detail: str | None
    reason: str | None
    request_id: str | None
    created_at: datetime
    submitted_at: datetime | None
    accepted_at: datetime | None
    ended_at: datetime | None


class StepView(BaseModel):
    """One line of a trigger's history."""

    at: datetime
    attempt_id: int | None
    from_state: str | None
    to_state: str
    why: str
    by: Person | None


class TriggerView(BaseModel):
    """A trigger with its attempts in order, and its history."""

    id: int
    obj_id: str
    group_id: int
    state: TriggerState
    filters: list[ExposureRequest]
    deadline: datetime
    priority: int
    telescopes_wanted: int
    allocation_ids: list[int]
    note: str | None
    why: str
    requester: Person
    created_at: datetime
    modified: datetime
    attempts: list[AttemptView]
    history: list[StepView]


class TriggersPage(BaseModel):
    """A page of triggers, newest first."""

    triggers: list[TriggerView]
    totalMatches: int  # noqa: N815 — SkyPortal's name
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class FacilityView(BaseModel):
    """A telescope that one may ask, as it was last seen; ``open`` null means unknown."""

    allocation_id: int
    facility: str
    site: str | None
    telescope: str
    instrument: str
    filters: list[str]
    group_id: int
    open: bool | None
    is_night: bool | None
    why: str
    checked_at: datetime | None
