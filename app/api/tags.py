"""``/api/objtagoption`` and ``/api/objtag``: tags, and the objs that they are on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.routes import Answer, Body, Call, Query, Routes
from app.api.shapes import AuthorOut, GroupOut
from app.portal import tags

routes = Routes("tags")
ROUTES = routes.all


class OptionBody(Body):
    """A tag: letters and digits, and a colour such as ``#3a87ad``."""

    name: str
    color: str | None = None


class OptionOut(BaseModel):
    """A tag that objs may get."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    color: str | None


class TagBody(Body):
    """A tag to put on an obj; the default groups are those that have the source saved."""

    objtagoption_id: int
    obj_id: str
    group_ids: list[int] | None = None


class UntagBody(Body):
    """The groups that shall not see a tag on an obj any more; without them, all."""

    group_ids: list[int] | None = None


class TagsQuery(Query):
    """Which tags on objs are wanted."""

    obj_id: str | None = None
    objtagoption_id: int | None = None
    with_linked: bool = Field(False, alias="includeSuperObjs")


class TagOut(BaseModel):
    """A tag on an obj."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    objtagoption_id: int
    author_id: int
    name: str
    objtagoption: OptionOut
    groups: list[GroupOut]
    author: AuthorOut | None


class TaggedOut(BaseModel):
    """The new tag on an obj; where it was there, its id only."""

    id: int
    created_at: datetime | None = None
    modified: datetime | None = None
    obj_id: str | None = None
    objtagoption_id: int | None = None
    author_id: int | None = None
    groups: list[GroupOut] | None = None
    message: str | None = None


@routes.get("/api/objtagoption", answer=list[OptionOut])
def options(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return all tags that there are."""
    return tags.options(call.session)


@routes.post("/api/objtagoption", body=OptionBody, answer=OptionOut, acls=("Manage sources",))
def add_option(call: Call[None, OptionBody]) -> dict[str, Any]:
    """Make a tag."""
    return tags.add_option(call.session, call.principal, call.body.name, call.body.color)


@routes.patch("/api/objtagoption/{tag_id:int}", body=OptionBody, acls=("Manage sources",))
def change_option(call: Call[None, OptionBody]) -> None:
    """Rename or recolour a tag."""
    tags.change_option(call.session, call.principal, call.path["tag_id"], call.body.name, call.body.color)


@routes.delete("/api/objtagoption/{tag_id:int}", acls=("Manage sources",))
def remove_option(call: Call[None, None]) -> None:
    """Delete a tag that is on no obj any more."""
    tags.remove_option(call.session, call.principal, call.path["tag_id"])


@routes.get("/api/objtag", query=TagsQuery, answer=list[TagOut])
def listed(call: Call[TagsQuery, None]) -> list[dict[str, Any]]:
    """Return the tags on objs."""
    query = call.query
    return tags.listed(call.session, query.obj_id, query.objtagoption_id, with_linked=query.with_linked)


@routes.post("/api/objtag", body=TagBody, answer=TaggedOut, acls=("Upload data",))
def post(call: Call[None, TagBody]) -> Answer:
    """Put a tag on an obj, or show one that is there to more groups."""
    body = call.body
    told, new = tags.tag(call.session, call.principal, (body.obj_id, body.objtagoption_id), body.group_ids)
    return Answer(told if new else told | {"message": "This tag was on it; more groups see it now."})


@routes.delete("/api/objtag/{association_id:int}", body=UntagBody, acls=("Upload data",))
def delete(call: Call[None, UntagBody]) -> None:
    """Take groups off a tag on an obj; with nobody left, it goes."""
    tags.untag(call.session, call.principal, call.path["association_id"], call.body.group_ids)
