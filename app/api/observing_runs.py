"""Observing runs: ``/api/observing_run``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.assignments import AssignmentOut, Status
from app.api.routes import Body, Call, Routes
from app.api.shapes import AuthorOut, GroupOut
from app.portal import assignments
from app.portal import observing_runs as service
from app.portal.ephemeris import EphemerisView
from app.portal.instruments import InstrumentView

routes = Routes("observing runs")
ROUTES = routes.all
MANAGE = (service.MANAGE,)
Day = Annotated[date, Field(ge=date(1950, 1, 1), le=date(2150, 1, 1))]
Nights = Annotated[int, Field(ge=1, le=366)]
Words = Annotated[str, Field(max_length=1000)]


class RunChange(Body):
    """What is to change about a run; ``calendar_date`` is local, ``duration`` a number of nights."""

    instrument_id: int | None = None
    calendar_date: Day | None = None
    pi: Words | None = None
    observers: Words | None = None
    duration: Nights | None = None
    group_id: int | None = None


class RunBody(RunChange):
    """A new run: of a group, or without one open to everybody."""

    instrument_id: int
    calendar_date: Day
    duration: Nights = 1


class Restatus(Body):
    """Which status becomes which."""

    current_status: Status
    new_status: Status


class RunId(BaseModel):
    """The id of a run."""

    id: int


class RunColumns(BaseModel):
    """A run's own columns."""

    id: int
    instrument_id: int
    group_id: int | None
    pi: str | None
    observers: str | None
    calendar_date: date
    duration: int
    owner_id: int
    instrument: InstrumentView


class RunOut(RunColumns):
    """A run in a list; ``run_end_utc`` is the last sunrise."""

    created_at: datetime
    modified: datetime
    run_end_utc: datetime | None


class RunDetail(RunColumns):
    """A run with its targets."""

    group: GroupOut | None
    owner: AuthorOut | None
    ephemeris: EphemerisView | None
    assignments: list[AssignmentOut]


@routes.get("/api/observing_run", answer=list[RunOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """List the observing runs, by date."""
    return service.listed(call.session)


@routes.post("/api/observing_run", body=RunBody, answer=RunId, acls=MANAGE)
def post(call: Call[None, RunBody]) -> RunId:
    """Make an observing run."""
    return RunId(id=service.add(call.session, call.principal, call.body.model_dump()))


@routes.get("/api/observing_run/{run_id:int}", answer=RunDetail)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one observing run with its targets, their rise and set, and the Sun."""
    run = service.need(call.session, call.path["run_id"])
    return service.one(call.session, run) | {"assignments": assignments.of_run(call.session, run)}


@routes.put("/api/observing_run/{run_id:int}", body=RunChange, acls=MANAGE)
def put(call: Call[None, RunChange]) -> None:
    """Change an observing run."""
    values = {k: v for k, v in call.body.model_dump(exclude_unset=True).items() if v is not None}
    service.change(call.session, call.principal, call.path["run_id"], values)


@routes.delete("/api/observing_run/{run_id:int}", acls=MANAGE)
def delete(call: Call[None, None]) -> None:
    """Delete an observing run with its assignments."""
    service.remove(call.session, call.principal, call.path["run_id"])


@routes.put("/api/observing_run/{run_id:int}/not_observed", body=Restatus, acls=MANAGE)
def not_observed(call: Call[None, Restatus]) -> None:
    """Move the run's assignments from one status to another."""
    body = call.body
    service.restatus(call.session, call.principal, call.path["run_id"], body.current_status, body.new_status)
