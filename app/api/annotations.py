"""``/api/sources/{id}/annotations``: values that programs attach to objs."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.api.shapes import AnnotationOut
from app.portal import annotations as service
from app.portal.comments import need_source

routes = Routes("annotations")
ROUTES = routes.all


class AnnotationBody(Body):
    """A new annotation."""

    origin: str = Field(min_length=1, max_length=255)
    data: dict[str, Any]
    group_ids: list[int] | None = None
    obj_id: str | None = None


class AnnotationChange(Body):
    """What is to change about an annotation."""

    data: dict[str, Any] | None = None
    origin: str | None = Field(None, min_length=1, max_length=255)
    group_ids: list[int] | None = None
    obj_id: str | None = None


class AnnotationId(BaseModel):
    """The id of the new annotation."""

    annotation_id: int


@routes.get("/api/sources/{obj_id}/annotations", answer=list[AnnotationOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the annotations of a source."""
    obj_id = call.path["obj_id"]
    need_source(call.session, obj_id)
    return service.by_obj(call.session, [obj_id])[obj_id]


@routes.post("/api/sources/{obj_id}/annotations", body=AnnotationBody, answer=AnnotationId, acls=("Annotate",))
def post(call: Call[None, AnnotationBody]) -> AnnotationId:
    """Annotate a source."""
    row = (call.path["obj_id"], call.body.origin, call.body.data)
    return AnnotationId(annotation_id=service.add(call.session, call.principal, row, call.body.group_ids))


@routes.get("/api/sources/{obj_id}/annotations/{annotation_id:int}", answer=AnnotationOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one annotation."""
    number = call.path["annotation_id"]
    found = service.by_obj(call.session, [call.path["obj_id"]])[call.path["obj_id"]]
    for one in found:
        if one["id"] == number:
            return one
    raise service.no_such(number)


@routes.put("/api/sources/{obj_id}/annotations/{annotation_id:int}", body=AnnotationChange, acls=("Annotate",))
def put(call: Call[None, AnnotationChange]) -> None:
    """Change an annotation."""
    place = (call.path["obj_id"], call.path["annotation_id"])
    service.change(call.session, call.principal, place, call.body.model_dump(exclude_unset=True))


@routes.delete("/api/sources/{obj_id}/annotations/{annotation_id:int}", acls=("Annotate",))
def delete(call: Call[None, None]) -> None:
    """Delete an annotation."""
    service.remove(call.session, call.principal, (call.path["obj_id"], call.path["annotation_id"]))
