"""``/api/source_groups``: to which groups a source is saved, or asked to be."""

from __future__ import annotations

from pydantic import Field

from app.api.routes import Body, Call, Routes
from app.errors import BadInput
from app.portal import save_requests, sources

routes = Routes("source groups")
ROUTES = routes.all


class SourceGroupsBody(Body):
    """To which groups to save a source (others than one's own are asked to), and from which to unsave it."""

    obj_id: str = Field(alias="objId")
    invite: list[int] = Field(default_factory=list, alias="inviteGroupIds")
    unsave: list[int] = Field(default_factory=list, alias="unsaveGroupIds")


class SourceGroupChange(Body):
    """How a source is saved to a group from now on."""

    group_id: int = Field(alias="groupID")
    active: bool
    requested: bool


@routes.post("/api/source_groups", body=SourceGroupsBody, acls=("Upload data",))
def post(call: Call[None, SourceGroupsBody]) -> None:
    """Save a source to groups, or ask them to; unsave it from others."""
    body = call.body
    if not body.invite and not body.unsave:
        raise BadInput("Name groups in inviteGroupIds or unsaveGroupIds.", field="inviteGroupIds")
    if body.invite:
        save_requests.invite(call.session, call.principal, body.obj_id, body.invite)
    for group_id in body.unsave:
        sources.unsave(call.session, call.principal, body.obj_id, group_id)


@routes.patch("/api/source_groups/{obj_id}", body=SourceGroupChange, acls=("Upload data",))
def patch(call: Call[None, SourceGroupChange]) -> None:
    """Accept or decline a save that was asked for."""
    body = call.body
    place = (call.path["obj_id"], body.group_id)
    save_requests.answer(call.session, call.principal, place, active=body.active, requested=body.requested)
