"""Filters of groups on alert streams."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.errors import BadInput
from app.portal import filters
from app.portal.filters import FilterView

routes = Routes("filters")
ROUTES = routes.all
UPLOAD = ("Upload data",)
Name = Annotated[str, Field(min_length=1, max_length=200)]


class FilterBody(Body):
    """A new filter; the SQL expression is ``altdata.expression``."""

    name: Name
    stream_id: int
    group_id: int
    broker_id: int | None = None
    altdata: dict[str, Any] | None = None


class FilterPatchBody(Body):
    """What changes in a filter."""

    name: Name | None = None
    altdata: dict[str, Any] | None = None
    group_id: int | None = None
    stream_id: int | None = None
    autosave: bool | None = None


class FilterId(BaseModel):
    """The id of a filter."""

    id: int


@routes.get("/api/filters", answer=list[FilterView])
def list_filters(call: Call[None, None]) -> list[FilterView]:
    """List the filters of the caller's groups."""
    return [filters.view(row) for row in filters.list_filters(call.session, call.principal)]


@routes.get("/api/filters/{filter_id:int}", answer=FilterView)
def get_filter(call: Call[None, None]) -> FilterView:
    """Return one filter."""
    return filters.view(filters.get_filter(call.session, call.path["filter_id"]))


@routes.post("/api/filters", body=FilterBody, answer=FilterId, acls=UPLOAD)
def add_filter(call: Call[None, FilterBody]) -> FilterId:
    """Make a filter of a group that the caller administers."""
    body = call.body
    if body.broker_id is not None:
        raise BadInput("Filters run here, on the stream itself; leave broker_id out.", field="broker_id")
    made = filters.add_filter(call.session, call.principal, body.name, body.group_id, body.stream_id, body.altdata)
    return FilterId(id=made)


@routes.patch("/api/filters/{filter_id:int}", body=FilterPatchBody, acls=UPLOAD)
def change_filter(call: Call[None, FilterPatchBody]) -> None:
    """Change a filter of a group that the caller administers."""
    values = {key: value for key, value in call.body.model_dump(exclude_unset=True).items() if value is not None}
    filters.change_filter(call.session, call.principal, call.path["filter_id"], values)


@routes.delete("/api/filters/{filter_id:int}", acls=UPLOAD)
def delete_filter(call: Call[None, None]) -> None:
    """Delete a filter of a group that the caller administers."""
    filters.delete_filter(call.session, call.principal, call.path["filter_id"])
