"""``/api/super_objs``: several objs that are one thing on the sky."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.portal import super_objs
from app.portal.super_objs import Linked

routes = Routes("super objs")
ROUTES = routes.all


class SuperObjBody(Body):
    """A super-obj to make."""

    name: str | None = Field(None, max_length=255)
    is_roid: bool = False
    obj_ids: list[str] | None = None


class SuperObjChange(Body):
    """What is to become of a super-obj: all its members, or some more and some less."""

    name: str | None = Field(None, max_length=255)
    is_roid: bool | None = None
    obj_ids: list[str] | None = None
    add_obj_ids: list[str] = Field(default_factory=list)
    remove_obj_ids: list[str] = Field(default_factory=list)


class SuperObjsQuery(Query):
    """Which super-objs are wanted."""

    name: str | None = None
    is_roid: bool | None = Field(None, alias="isRoid")
    obj_id: str | None = Field(None, alias="objID")


class MemberOut(BaseModel):
    """An obj of a super-obj."""

    id: str
    ra: float
    dec: float


class SuperObjOut(BaseModel):
    """A super-obj, with those of its objs that the reader may know of."""

    id: int
    name: str | None
    is_roid: bool
    created_at: datetime
    objs: list[MemberOut]


class SuperObjId(BaseModel):
    """The id of the new super-obj."""

    id: int


@routes.get("/api/super_objs", query=SuperObjsQuery, answer=list[SuperObjOut])
def listed(call: Call[SuperObjsQuery, None]) -> list[dict[str, Any]]:
    """Return super-objs."""
    return super_objs.listed(call.session, call.query.name, call.query.is_roid, call.query.obj_id)


@routes.get("/api/super_objs/{super_obj_id:int}", answer=SuperObjOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one super-obj."""
    return super_objs.one(call.session, call.path["super_obj_id"])


@routes.post("/api/super_objs", body=SuperObjBody, answer=SuperObjId, acls=("Upload data",))
def post(call: Call[None, SuperObjBody]) -> SuperObjId:
    """Make a super-obj, for all of one's teams."""
    wanted = Linked(call.body.name, call.body.is_roid, call.body.obj_ids)
    return SuperObjId(id=super_objs.add(call.session, call.principal, wanted))


@routes.patch("/api/super_objs/{super_obj_id:int}", body=SuperObjChange, acls=("Upload data",))
def patch(call: Call[None, SuperObjChange]) -> None:
    """Change a super-obj, or which objs it links."""
    body = call.body
    wanted = Linked(body.name, body.is_roid, body.obj_ids, body.add_obj_ids, body.remove_obj_ids)
    super_objs.change(call.session, call.principal, call.path["super_obj_id"], wanted)


@routes.delete("/api/super_objs/{super_obj_id:int}", acls=("System admin",))
def delete(call: Call[None, None]) -> None:
    """Delete a super-obj; its objs stay."""
    super_objs.remove(call.session, call.principal, call.path["super_obj_id"])
