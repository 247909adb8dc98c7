"""``/api/photometry/{id}/validation``: what people think of single points."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from app.api.routes import Body, Call, Routes
from app.portal import photometry_validations as service

routes = Routes("photometry")
ROUTES = routes.all
PATH = "/api/photometry/{photometry_id:int}/validation"
ACLS = ("Manage sources",)


class ValidationBody(Body):
    """A mark: true is valid, false rejected, null undecided."""

    validated: bool | None = None
    explanation: str | None = None
    notes: str | None = None
    magsys: Literal["jla1", "ab", "vega", "bd17", "csp", "ab-b12"] | None = None
    """Taken for SkyPortal's sake: readers fetch the point again in the system that they show."""


class MarkOut(BaseModel):
    """The id of the mark."""

    id: int


@routes.post(PATH, body=ValidationBody, answer=MarkOut, acls=ACLS)
def post(call: Call[None, ValidationBody]) -> MarkOut:
    """Mark a point as valid, rejected or undecided."""
    given = call.body.model_dump(exclude_unset=True, exclude={"magsys"})
    return MarkOut(id=service.set_mark(call.session, call.principal, call.path["photometry_id"], given))


@routes.patch(PATH, body=ValidationBody, answer=MarkOut, acls=ACLS)
def patch(call: Call[None, ValidationBody]) -> MarkOut:
    """Change the mark of a point."""
    given = call.body.model_dump(exclude_unset=True, exclude={"magsys"})
    return MarkOut(id=service.change_mark(call.session, call.principal, call.path["photometry_id"], given))


@routes.delete(PATH, answer=MarkOut, acls=ACLS)
def delete(call: Call[None, None]) -> MarkOut:
    """Take the mark of a point away."""
    return MarkOut(id=service.remove_mark(call.session, call.principal, call.path["photometry_id"]))
