"""Assignments: ``/api/assignment``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.api.shapes import AuthorOut, ObjOut
from app.portal import assignments as service

routes = Routes("assignments")
ROUTES = routes.all
Priority = Literal["1", "2", "3", "4", "5"]
Status = Annotated[str, Field(min_length=1, max_length=100)]
Remark = Annotated[str, Field(max_length=10_000)]


class AssignmentBody(Body):
    """A target for a run; priority from 1 (lowest) to 5."""

    run_id: int
    obj_id: str
    priority: Priority
    status: Status = "pending"
    comment: Remark | None = None


class AssignmentChange(Body):
    """What is to change about an assignment; its run and obj stay."""

    status: Status | None = None
    priority: Priority | None = None
    comment: Remark | None = None


class AssignmentId(BaseModel):
    """The id of an assignment."""

    id: int


class AssignmentOut(BaseModel):
    """An assignment; the last eight only within its run. Times of the sky are ISO 8601 in UTC."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    run_id: int
    requester_id: int
    last_modified_by_id: int | None
    last_modified_by: int | None
    status: str
    priority: Priority
    comment: str | None
    run: int
    obj: ObjOut
    requester: AuthorOut | None
    spectra: list[int]
    photometric_series: list[int]
    rise_time_utc: str | None = None
    set_time_utc: str | None = None
    accessible_group_names: list[str] = Field(default_factory=list)
    last_detected_mag: float | None = None
    last_detected_filter: str | None = None
    last_detected_mjd: float | None = None


@routes.get("/api/assignment", answer=list[AssignmentOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """List the assignments that the caller may read."""
    return service.listed(call.session)


@routes.post("/api/assignment", body=AssignmentBody, answer=AssignmentId)
def post(call: Call[None, AssignmentBody]) -> AssignmentId:
    """Assign a target to an observing run."""
    return AssignmentId(id=service.add(call.session, call.principal, call.body.model_dump()))


@routes.get("/api/assignment/{assignment_id:int}", answer=AssignmentOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one assignment."""
    number = call.path["assignment_id"]
    found = service.views(call.session, [service.need(call.session, number)])
    if not found:
        raise service.no_such(number)
    return found[0]


@routes.put("/api/assignment/{assignment_id:int}", body=AssignmentChange)
def put(call: Call[None, AssignmentChange]) -> None:
    """Change an assignment."""
    values = call.body.model_dump(exclude_unset=True)
    kept = {k: v for k, v in values.items() if v is not None or k == "comment"}
    service.change(call.session, call.principal, call.path["assignment_id"], kept)


@routes.delete("/api/assignment/{assignment_id:int}")
def delete(call: Call[None, None]) -> None:
    """Delete an assignment."""
    service.remove(call.session, call.principal, call.path["assignment_id"])
