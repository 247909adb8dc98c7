"""``/api/{sources|spectra|photometry}/{id}/annotations``: values that programs attach."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.comments import subject_of
from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.routes import Answer, Body, Call, Routes
from app.api.shapes import AnnotationOut, AuthorOut, GroupOut
from app.portal import annotations as service

routes = Routes("annotations")
ROUTES = routes.all
PLACES = {
    "sources": "/api/sources/{obj_id}",
    "spectra": "/api/spectra/{key:int}",
    "photometry": "/api/photometry/{key:int}",
}
Origin = Annotated[str, Field(min_length=1, max_length=255)]


class AnnotationBody(Body):
    """A new annotation."""

    origin: Origin
    data: dict[str, Any]
    group_ids: list[int] | None = None
    obj_id: str | None = None


class AnnotationChange(Body):
    """What is to change about an annotation; ``why`` is said by who shares it beyond its sharing policy."""

    data: dict[str, Any] | None = None
    origin: Origin | None = None
    group_ids: list[int] | None = None
    obj_id: str | None = None
    why: str | None = Field(None, min_length=3, max_length=2000)


class AnnotationId(BaseModel):
    """The id of the new annotation."""

    annotation_id: int


class ResourceAnnotationOut(BaseModel):
    """An annotation on a spectrum or a photometry point."""

    id: int
    data: dict[str, Any]
    origin: str
    author_id: int
    author: AuthorOut | None
    groups: list[GroupOut]
    obj_id: str
    spectrum_id: int | None = None
    photometry_id: int | None = None


def _declare(kind: str, base: str) -> None:
    answer = AnnotationOut if kind == "sources" else ResourceAnnotationOut
    many: Any = list[AnnotationOut] if kind == "sources" else list[ResourceAnnotationOut]

    @routes.get(f"{base}/annotations", answer=many)
    def listed(call: Call[None, None]) -> list[dict[str, Any]]:
        """Return the annotations of a source, spectrum or photometry point."""
        return service.listed(call.session, subject_of(kind, call))

    @routes.post(f"{base}/annotations", body=AnnotationBody, answer=AnnotationId, beside=BESIDE, acls=("Annotate",))
    def post(call: Call[None, AnnotationBody]) -> Answer:
        """Annotate, one annotation an origin and team; what the team's sharing policy withholds is answered beside."""
        row, groups = (call.body.origin, call.body.data), call.body.group_ids
        made = service.add(call.session, call.principal, subject_of(kind, call), row, groups, governed_by_policies())
        return with_withheld(call.session, AnnotationId(annotation_id=made.id), made.withheld, "annotation")

    @routes.get(f"{base}/annotations/{{annotation_id:int}}", answer=answer)
    def get(call: Call[None, None]) -> dict[str, Any]:
        """Return one annotation."""
        return service.view(call.session, subject_of(kind, call), call.path["annotation_id"])

    @routes.put(f"{base}/annotations/{{annotation_id:int}}", body=AnnotationChange, beside=BESIDE, acls=("Annotate",))
    def put(call: Call[None, AnnotationChange]) -> Answer:
        """Change an annotation; what is not sent stays."""
        place = (subject_of(kind, call), call.path["annotation_id"])
        given = call.body.model_dump(exclude_unset=True)
        withheld = service.change(call.session, call.principal, place, given, governed_by_policies())
        return with_withheld(call.session, None, withheld, "annotation")

    @routes.delete(f"{base}/annotations/{{annotation_id:int}}", acls=("Annotate",))
    def delete(call: Call[None, None]) -> None:
        """Delete an annotation."""
        service.remove(call.session, call.principal, (subject_of(kind, call), call.path["annotation_id"]))


for _kind, _base in PLACES.items():
    _declare(_kind, _base)
