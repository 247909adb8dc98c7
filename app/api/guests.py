"""``/api/internal/groups``: guests, whose membership ends by itself, and whether a group approves what is shared."""

from __future__ import annotations

from pydantic import BaseModel

from app.api.params import UtcTime
from app.api.routes import Body, Call, Routes
from app.portal import groups, guests
from app.portal.guests import GuestView
from app.portal.membership import get_group

routes = Routes("groups")
ROUTES = routes.all
UPLOAD = ("Upload data",)


class UntilBody(Body):
    """When the membership ends; null: it does not."""

    until: UtcTime | None


class ApprovalsBody(Body):
    """Whether an administrator approves before the group's data are shared with others, or others' with it."""

    approves_out: bool | None = None
    approves_in: bool | None = None


class Approvals(BaseModel):
    """What an administrator of the group approves first."""

    approves_out: bool
    approves_in: bool


@routes.get("/api/internal/groups/{group_id:int}/guests", answer=list[GuestView])
def list_guests(call: Call[None, None]) -> list[GuestView]:
    """List the guests of a group, by who leaves first; for its members."""
    return guests.list_guests(call.session, call.path["group_id"])


@routes.put("/api/internal/groups/{group_id:int}/guests/{user_id:int}", body=UntilBody, acls=UPLOAD)
def set_until(call: Call[None, UntilBody]) -> None:
    """Make a member a guest, move a guest's end, or make a guest a member without end."""
    path = call.path
    guests.set_until(call.session, call.principal, path["group_id"], path["user_id"], call.body.until)


@routes.get("/api/internal/groups/{group_id:int}/approvals", answer=Approvals)
def get_approvals(call: Call[None, None]) -> Approvals:
    """Return what an administrator of the group approves first."""
    group = get_group(call.session, call.path["group_id"])
    return Approvals(approves_out=group.approves_out, approves_in=group.approves_in)


@routes.put("/api/internal/groups/{group_id:int}/approvals", body=ApprovalsBody, answer=Approvals, acls=UPLOAD)
def set_approvals(call: Call[None, ApprovalsBody]) -> Approvals:
    """Change what an administrator of the group approves first; for its administrators."""
    values = {key: value for key, value in call.body.model_dump().items() if value is not None}
    return Approvals.model_validate(
        groups.set_approvals(call.session, call.principal, call.path["group_id"], values), from_attributes=True
    )
