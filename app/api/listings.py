"""``/api/listing``: a user's own lists of objs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from app.api.routes import Body, Call, Query, Routes
from app.errors import BadInput
from app.portal import listings

routes = Routes("listings")
ROUTES = routes.all


class ListingQuery(Query):
    """Which list; all of them where it is not named."""

    list_name: str | None = None
    listName: str | None = None  # noqa: N815


class ListingBody(Body):
    """An obj to put on a list; ``params`` say what a watch list watches for."""

    obj_id: str
    list_name: str
    user_id: int | None = None
    params: dict[str, Any] | None = None


class ListingChange(Body):
    """What is to become of an entry."""

    user_id: int | None = None
    obj_id: str | None = None
    list_name: str | None = None


class ListingOut(BaseModel):
    """An entry of a list."""

    id: int
    created_at: datetime
    modified: datetime
    user_id: int
    obj_id: str
    list_name: str
    params: dict[str, Any] | None


class ListingId(BaseModel):
    """The id of the new entry."""

    id: int


@routes.get("/api/listing", query=ListingQuery, answer=list[ListingOut])
def mine(call: Call[ListingQuery, None]) -> list[dict[str, Any]]:
    """Return the entries of one's own lists."""
    name = call.query.listName or call.query.list_name
    return listings.listed(call.session, call.principal, None, name)


@routes.get("/api/listing/{number:int}", query=ListingQuery, answer=list[ListingOut])
def of_user(call: Call[ListingQuery, None]) -> list[dict[str, Any]]:
    """Return the entries of a user's lists: one's own, or for administrators anybody's."""
    name = call.query.listName or call.query.list_name
    return listings.listed(call.session, call.principal, call.path["number"], name)


@routes.post("/api/listing", body=ListingBody, answer=ListingId)
def post(call: Call[None, ListingBody]) -> ListingId:
    """Put an obj on a list."""
    return ListingId(id=listings.add(call.session, call.principal, call.body.model_dump()))


@routes.patch("/api/listing/{number:int}", body=ListingChange)
def patch(call: Call[None, ListingChange]) -> None:
    """Change an entry."""
    listings.change(call.session, call.principal, call.path["number"], call.body.model_dump())


@routes.delete("/api/listing/{number:int}", body=ListingChange)
def delete(call: Call[None, ListingChange]) -> None:
    """Take an entry off its list."""
    listings.remove(call.session, call.principal, call.path["number"])


@routes.delete("/api/listing", body=ListingChange)
def delete_named(call: Call[None, ListingChange]) -> None:
    """Take an obj off a list, both by name."""
    body = call.body
    if body.obj_id is None or body.list_name is None:
        raise BadInput("Name the obj and the list.", field="obj_id" if body.obj_id is None else "list_name")
    listings.remove_named(call.session, call.principal, body.model_dump())
