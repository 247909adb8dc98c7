"""Groups, their members and their streams."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from app.api.params import UtcTime
from app.api.routes import Body, Call, Query, Routes
from app.portal import groups, guests, membership
from app.portal.groups import GroupDetail, GroupLists, GroupView, NewGroup
from app.portal.membership import Rights

routes = Routes("groups")
ROUTES = routes.all
UPLOAD = ("Upload data",)
Name = Annotated[str, Field(min_length=1, max_length=200)]


class GroupsQuery(Query):
    """By name, or all."""

    name: str | None = None
    single: Annotated[bool, Field(alias="includeSingleUserGroups")] = False


class GroupQuery(Query):
    """How much of a group."""

    members: Annotated[bool, Field(alias="includeGroupUsers")] = True


class GroupBody(Body):
    """A new group."""

    name: Name
    nickname: str | None = None
    description: str | None = None
    private: bool = False
    auto_accept_requests: bool = False
    group_admins: list[int] = Field(default_factory=list)


class GroupPutBody(Body):
    """What changes in a group."""

    name: Name
    nickname: str | None = None
    description: str | None = None
    private: bool | None = None
    auto_accept_requests: bool | None = None


class MemberBody(Body):
    """A new member, and what the membership allows."""

    userID: int  # noqa: N815
    admin: bool = False
    canSave: bool = True  # noqa: N815
    canSharePhotometry: bool = False  # noqa: N815
    until: UtcTime | None = None
    """When a guest's membership ends; null: it does not."""


class MemberPatchBody(Body):
    """What changes in a membership."""

    userID: int  # noqa: N815
    admin: bool | None = None
    canSave: bool | None = None  # noqa: N815
    canSharePhotometry: bool | None = None  # noqa: N815
    until: UtcTime | None = None
    """When the membership of a guest ends; null, if sent: it does not."""


class MembersFromBody(Body):
    """Groups whose members come along."""

    fromGroupIDs: list[int]  # noqa: N815


class GroupStreamBody(Body):
    """A stream for a group."""

    stream_id: int


class GroupId(BaseModel):
    """The id of a group."""

    id: int


class GroupStreamAdded(BaseModel):
    """Which group got which stream."""

    group_id: int
    stream_id: int


class MemberAdded(BaseModel):
    """Who joined which group."""

    group_id: int
    user_id: int
    admin: bool


@routes.get("/api/groups", query=GroupsQuery, answer=GroupLists | list[GroupView])
def list_groups(call: Call[GroupsQuery, None]) -> GroupLists | list[GroupView]:
    """List the caller's groups and those that the caller may know of; with ``name``, the bare list of matches."""
    if call.query.name is not None:
        found = groups.by_name(call.session, call.principal, call.query.name)
        return [GroupView.model_validate(group) for group in found]
    return groups.list_groups(call.session, call.principal, call.query.single)


@routes.get("/api/groups/public", answer=GroupView)
def public_group(call: Call[None, None]) -> GroupView:
    """Return the group that everybody is in."""
    return GroupView.model_validate(groups.public_group(call.session))


@routes.get("/api/groups/{group_id:int}", query=GroupQuery, answer=GroupDetail)
def get_group(call: Call[GroupQuery, None]) -> GroupDetail:
    """Return one group with its streams, filters and members."""
    return groups.detail(call.session, call.path["group_id"], call.query.members)


@routes.post("/api/groups", body=GroupBody, answer=GroupId, acls=UPLOAD)
def add_group(call: Call[None, GroupBody]) -> GroupId:
    """Make a group; the caller becomes an administrator of it."""
    return GroupId(id=groups.add_group(call.session, call.principal, NewGroup(**call.body.model_dump())))


@routes.put("/api/groups/{group_id:int}", body=GroupPutBody, acls=UPLOAD)
def change_group(call: Call[None, GroupPutBody]) -> None:
    """Change a group."""
    values = {key: value for key, value in call.body.model_dump(exclude_unset=True).items() if value is not None}
    groups.change_group(call.session, call.principal, call.path["group_id"], values)


@routes.delete("/api/groups/{group_id:int}", acls=UPLOAD)
def delete_group(call: Call[None, None]) -> None:
    """Delete a group that holds no data."""
    groups.delete_group(call.session, call.principal, call.path["group_id"])


@routes.post("/api/groups/{group_id:int}/users", body=MemberBody, answer=MemberAdded, acls=UPLOAD)
def add_member(call: Call[None, MemberBody]) -> MemberAdded:
    """Add a user, who needs every stream of the group, to a group."""
    body, group_id = call.body, call.path["group_id"]
    rights = Rights(body.admin, body.canSave, body.canSharePhotometry)
    until = None if body.until is None else guests.need_until(body.until)
    membership.add_member(call.session, call.principal, group_id, body.userID, rights, until)
    return MemberAdded(group_id=group_id, user_id=body.userID, admin=body.admin)


@routes.patch("/api/groups/{group_id:int}/users", body=MemberPatchBody, acls=UPLOAD)
def change_member(call: Call[None, MemberPatchBody]) -> None:
    """Change what a member may do."""
    body = call.body
    rights = Rights(body.admin, body.canSave, body.canSharePhotometry)
    timed, group_id = "until" in body.model_fields_set, call.path["group_id"]
    if timed:
        guests.set_until(call.session, call.principal, group_id, body.userID, body.until)
    if rights.given() or not timed:
        membership.change_member(call.session, call.principal, group_id, body.userID, rights)


@routes.delete("/api/groups/{group_id:int}/users/{user_id:int}")
def remove_member(call: Call[None, None]) -> None:
    """Remove a member, or leave."""
    membership.remove_member(call.session, call.principal, call.path["group_id"], call.path["user_id"])


@routes.post("/api/groups/{group_id:int}/usersFromGroups", body=MembersFromBody, acls=UPLOAD)
def add_members_of(call: Call[None, MembersFromBody]) -> None:
    """Add everybody from other groups."""
    membership.add_members_of(call.session, call.principal, call.path["group_id"], call.body.fromGroupIDs)


@routes.post("/api/groups/{group_id:int}/streams", body=GroupStreamBody, answer=GroupStreamAdded, acls=UPLOAD)
def add_stream(call: Call[None, GroupStreamBody]) -> GroupStreamAdded:
    """Let a group filter a stream that every member has."""
    group_id, stream_id = call.path["group_id"], call.body.stream_id
    groups.add_stream(call.session, call.principal, group_id, stream_id)
    return GroupStreamAdded(group_id=group_id, stream_id=stream_id)


@routes.delete("/api/groups/{group_id:int}/streams/{stream_id:int}", acls=UPLOAD)
def remove_stream(call: Call[None, None]) -> None:
    """Take a stream from a group."""
    groups.remove_stream(call.session, call.principal, call.path["group_id"], call.path["stream_id"])
