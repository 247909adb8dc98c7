"""Shifts: ``/api/shifts``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.params import UtcTime
from app.api.routes import Body, Call, Query, Routes
from app.api.shapes import AuthorOut
from app.portal import shift_users
from app.portal import shifts as service
from app.portal.shift_users import Part

routes = Routes("shifts")
ROUTES = routes.all
MANAGE = ("Manage shifts",)
Name = Annotated[str, Field(min_length=1, max_length=255)]
Needed = Annotated[int, Field(ge=1, le=1000)]


class ShiftsQuery(Query):
    """Which shifts."""

    group_id: int | None = None
    start_date_limit: UtcTime | None = None
    end_date_limit: UtcTime | None = None


class SummaryQuery(Query):
    """Of which period (UTC), where no shift is named."""

    start: Annotated[UtcTime | None, Field(alias="startDate")] = None
    end: Annotated[UtcTime | None, Field(alias="endDate")] = None


class ShiftChange(Body):
    """What is to change about a shift."""

    name: Name | None = None
    description: Annotated[str, Field(max_length=10_000)] | None = None
    required_users_number: Needed | None = None


class ShiftBody(ShiftChange):
    """A new shift of a group; its maker and ``shift_admins`` lead it."""

    name: Name
    start_date: UtcTime
    end_date: UtcTime
    group_id: int
    shift_admins: list[int] = Field(default_factory=list, max_length=1000)


class ShiftUserChange(Body):
    """What somebody is to be on a shift."""

    admin: bool | None = None
    needs_replacement: bool = False
    user_id: Annotated[int | None, Field(alias="userID")] = None


class ShiftUserBody(ShiftUserChange):
    """Who is to be on a shift."""

    user_id: Annotated[int, Field(alias="userID")]


class ShiftId(BaseModel):
    """The id of a shift."""

    id: int


class ShiftUserAdded(BaseModel):
    """Who is now on which shift."""

    shift_id: int
    user_id: int
    admin: bool


class ShiftUserOut(BaseModel):
    """Somebody on a shift."""

    id: int
    created_at: datetime
    modified: datetime
    shift_id: int
    user_id: int
    admin: bool
    needs_replacement: bool
    user: AuthorOut
    username: str
    first_name: str | None
    last_name: str | None


class ShiftOut(BaseModel):
    """A shift with its people; times are UTC."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    description: str | None
    start_date: datetime
    end_date: datetime
    group_id: int
    required_users_number: int | None
    shift_users_ids: list[int]
    shift_users: list[ShiftUserOut]
    users: list[AuthorOut]


class ShiftMember(BaseModel):
    """A member of a shift's group."""

    id: int
    username: str
    first_name: str | None
    last_name: str | None


class ShiftGroup(BaseModel):
    """A shift's group, with whether the caller administers it."""

    id: int
    name: str | None
    has_admin_access: bool
    group_users: list[ShiftMember]


class ShiftDetail(ShiftOut):
    """A shift with its group."""

    group: ShiftGroup


class SummarySection(BaseModel):
    """How many there are, and each."""

    total: int
    data: list[dict[str, Any]]


class ShiftSummary(BaseModel):
    """What happened on shifts; there are no GCN events here."""

    shifts: SummarySection
    gcns: SummarySection


@routes.get("/api/shifts", query=ShiftsQuery, answer=list[ShiftOut])
def listed(call: Call[ShiftsQuery, None]) -> list[dict[str, Any]]:
    """List the shifts of the caller's groups, in the order of their start."""
    return service.listed(call.session, service.ShiftSearch(**call.query.model_dump()))


@routes.post("/api/shifts", body=ShiftBody, answer=ShiftId, acls=MANAGE)
def post(call: Call[None, ShiftBody]) -> ShiftId:
    """Make a shift."""
    values = call.body.model_dump(exclude={"shift_admins"})
    return ShiftId(id=service.add(call.session, call.principal, values, call.body.shift_admins))


@routes.get("/api/shifts/summary", query=SummaryQuery, answer=ShiftSummary)
def summary(call: Call[SummaryQuery, None]) -> dict[str, Any]:
    """Sum up the shifts that start in a period."""
    return service.summary(call.session, None, (call.query.start, call.query.end))


@routes.get("/api/shifts/summary/{shift_id:int}", query=SummaryQuery, answer=ShiftSummary)
def summary_of(call: Call[SummaryQuery, None]) -> dict[str, Any]:
    """Sum up one shift."""
    return service.summary(call.session, call.path["shift_id"], (None, None))


@routes.get("/api/shifts/{shift_id:int}", answer=ShiftDetail)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one shift with its people and its group."""
    return service.one(call.session, call.principal, call.path["shift_id"])


@routes.patch("/api/shifts/{shift_id:int}", body=ShiftChange, acls=MANAGE)
def patch(call: Call[None, ShiftChange]) -> None:
    """Change a shift."""
    values = {k: v for k, v in call.body.model_dump(exclude_unset=True).items() if v is not None}
    service.change(call.session, call.principal, call.path["shift_id"], values)


@routes.delete("/api/shifts/{shift_id:int}", acls=MANAGE)
def delete(call: Call[None, None]) -> None:
    """Delete a shift."""
    service.remove(call.session, call.principal, call.path["shift_id"])


@routes.post("/api/shifts/{shift_id:int}/users", body=ShiftUserBody, answer=ShiftUserAdded)
def post_user(call: Call[None, ShiftUserBody]) -> ShiftUserAdded:
    """Put somebody on a shift."""
    body, shift_id = call.body, call.path["shift_id"]
    shift_users.add(call.session, call.principal, shift_id, body.user_id, Part(body.admin, body.needs_replacement))
    return ShiftUserAdded(shift_id=shift_id, user_id=body.user_id, admin=bool(body.admin))


@routes.patch("/api/shifts/{shift_id:int}/users/{user_id:int}", body=ShiftUserChange)
def patch_user(call: Call[None, ShiftUserChange]) -> None:
    """Make somebody an admin of the shift, or ask for a replacement."""
    part = Part(call.body.admin, call.body.needs_replacement)
    shift_users.change(call.session, call.principal, call.path["shift_id"], call.path["user_id"], part)


@routes.delete("/api/shifts/{shift_id:int}/users/{user_id:int}")
def delete_user(call: Call[None, None]) -> None:
    """Take somebody off a shift."""
    shift_users.remove(call.session, call.principal, call.path["shift_id"], call.path["user_id"])
