"""Users."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field
from sqlalchemy import select

from app.api.params import PageNumber, UtcTime
from app.api.routes import Body, Call, Query, Routes
from app.errors import BadInput
from app.portal import people
from app.portal.accounts import NewUser
from app.portal.groups import GroupView
from app.portal.people import UserView
from app.portal.people_search import SortBy, UserSearch, find_users
from app.portal.streams import StreamView
from app.tables import Group

routes = Routes("users")
ROUTES = routes.all
MANAGE = (people.MANAGE,)


Username = Annotated[
    str, Field(min_length=1, max_length=200, pattern=r"^[^\s\x00-\x1f]([^\x00-\x1f]*[^\s\x00-\x1f])?$")
]


class UsersQuery(Query):
    """Which users, and which page of them."""

    page: PageNumber = 1
    per_page: Annotated[int, Field(ge=1, le=500, alias="numPerPage")] = 25
    first_name: Annotated[str | None, Field(alias="firstName")] = None
    last_name: Annotated[str | None, Field(alias="lastName")] = None
    username: str | None = None
    email: str | None = None
    role: str | None = None
    acl: str | None = None
    group: str | None = None
    stream: str | None = None
    include_expired: Annotated[bool, Field(alias="includeExpired")] = False
    sort_by: Annotated[SortBy, Field(alias="sortBy")] = "username"
    sort_order: Annotated[Literal["asc", "desc"], Field(alias="sortOrder")] = "asc"


class UserBody(Body):
    """A new user. Without ``roles`` it is a "Full user"."""

    username: Username
    first_name: str | None = None
    last_name: str | None = None
    affiliations: list[str] | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    oauth_uid: Annotated[str | None, Field(min_length=1, max_length=400)] = None
    roles: list[str] | None = None
    groupIDsAndAdmin: list[tuple[int, bool]] | None = None  # noqa: N815


class UserPatchBody(Body):
    """When an account ends; null for never."""

    expirationDate: UtcTime | None = None  # noqa: N815


class UserId(BaseModel):
    """The id of a user."""

    id: int


class UserDetail(UserView):
    """A user; an administrator also sees groups, streams and who it is at a provider."""

    groups: list[GroupView] | None = None
    streams: list[StreamView] | None = None
    oauth_uid: str | None = None


class UsersPage(BaseModel):
    """One page of users."""

    users: list[UserView]
    totalMatches: int  # noqa: N815


@routes.get("/api/user", query=UsersQuery, answer=UsersPage)
def list_users(call: Call[UsersQuery, None]) -> UsersPage:
    """List users."""
    asked = call.query.model_dump(exclude={"page", "per_page", "sort_order"})
    search = UserSearch(**asked, descending=call.query.sort_order == "desc")
    users, total = find_users(call.session, search, call.query.page, call.query.per_page)
    return UsersPage(users=people.with_rights(call.session, users), totalMatches=total)


@routes.get("/api/user/{user_id:int}", answer=UserDetail)
def get_user(call: Call[None, None]) -> UserDetail:
    """Return one user."""
    session = call.session
    user = people.get_user(session, call.path["user_id"])
    [view] = people.with_rights(session, [user])
    if not call.principal.is_admin:
        return UserDetail(**view.model_dump())
    groups = session.scalars(select(Group).where(Group.id.in_(people.group_ids_of(session, view.id))))
    return UserDetail(
        **view.model_dump(),
        groups=[GroupView.model_validate(group) for group in groups],
        streams=[StreamView.model_validate(stream) for stream in people.streams_of(session, view.id)],
        oauth_uid=user.oauth_uid,
    )


@routes.post("/api/user", body=UserBody, answer=UserId, acls=MANAGE)
def add_user(call: Call[None, UserBody]) -> UserId:
    """Make a user."""
    body = call.body
    new = NewUser(
        username=body.username, first_name=body.first_name, last_name=body.last_name,
        contact_email=body.contact_email, contact_phone=body.contact_phone, affiliations=body.affiliations or [],
        oauth_uid=body.oauth_uid,
        roles=("Full user",) if body.roles is None else tuple(dict.fromkeys(body.roles)),
    )  # fmt: skip
    return UserId(id=people.add_user(call.session, call.principal, new, body.groupIDsAndAdmin))


@routes.patch("/api/user/{user_id:int}", body=UserPatchBody, acls=MANAGE)
def change_user(call: Call[None, UserPatchBody]) -> None:
    """Let an account end at a time, or never."""
    if "expirationDate" not in call.body.model_fields_set:
        raise BadInput("Say when the account ends, or null for never.", field="expirationDate")
    until: datetime | None = call.body.expirationDate
    people.set_expiration(call.session, call.principal, call.path["user_id"], until)


@routes.delete("/api/user/{user_id:int}", acls=MANAGE)
def retire_user(call: Call[None, None]) -> None:
    """End an account now; what the person wrote stays."""
    people.retire_user(call.session, call.principal, call.path["user_id"])
