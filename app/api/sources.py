"""``/api/sources``: what groups have saved."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.candidates import ObjId
from app.api.routes import Body, Call, Query, Routes
from app.api.shapes import (
    AnnotationOut,
    ClassificationOut,
    CommentOut,
    ObjBody,
    ObjOut,
    SavedGroupOut,
    ThumbnailOut,
)
from app.api.source_query import SourceQuery, SourcesQuery, cone
from app.api.taken import TERMS, takes
from app.errors import BadInput
from app.portal import source_search, source_view, sources
from app.portal.comments import need_source
from app.portal.obj_view import saved_groups_of
from app.portal.sources import SaveRequest

routes = Routes("sources")
ROUTES = routes.all


class DuplicateOut(BaseModel):
    """Another saved source nearby; the separation is in arcsec."""

    obj_id: str
    ra: float
    dec: float
    separation: float


class SourceOut(ObjOut):
    """A source, with what was asked for beside it."""

    groups: list[SavedGroupOut] | None = None
    annotations: list[AnnotationOut] | None = None
    classifications: list[ClassificationOut] | None = None
    thumbnails: list[ThumbnailOut] | None = None
    comments: list[CommentOut] | None = None
    photometry: list[dict[str, Any]] | None = None
    candidates: list[dict[str, Any]] | None = None
    duplicates: list[DuplicateOut] | None = None
    photometry_exists: bool | None = None
    spectrum_exists: bool | None = None
    comment_exists: bool | None = None
    period_exists: bool | None = None
    period: bool | None = None
    color_magnitude: list[dict[str, Any]] | None = None
    labellers: list[dict[str, Any]] | None = None
    associated_objs: list[dict[str, Any]] | None = None
    host: None = None
    first_detected: datetime | None = None
    last_detected: datetime | None = None


class SourcesPage(BaseModel):
    """One page of sources."""

    sources: list[SourceOut]
    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815
    group_id: int | None = None
    queryID: str | None = None  # noqa: N815
    geojson: dict[str, Any] | None = None


class SourceBody(ObjBody):
    """A source to save."""

    id: ObjId
    group_ids: list[int] | None = None
    refresh_source: bool | None = None


class SourceSaved(BaseModel):
    """To which groups the source was newly saved."""

    id: str
    saved_to_groups: list[int]


class SourceExists(BaseModel):
    """Whether there is such a source, as far as the asker may know."""

    source_exists: bool
    message: str


class UnsaveQuery(Query):
    """From which group to unsave."""

    group_id: int | None = None


class UnsaveBody(Body):
    """From which group to unsave, where it is not in the query."""

    group_id: int | None = None


class ConeQuery(Query):
    """A cone, in degrees."""

    ra: float | None = Field(None, ge=0, le=360)
    dec: float | None = Field(None, ge=-90, le=90)
    radius: float | None = Field(None, ge=0, le=180)


@routes.get("/api/sources", query=SourcesQuery, answer=SourcesPage, beside=TERMS, leaves_out=True)
@takes("list of sources")
def listed(call: Call[SourcesQuery, None]) -> dict[str, Any]:
    """Return one page of saved sources, or with ``saveSummary`` of the records of saving."""
    query = call.query
    wanted, page = query.search(call.session, call.principal), query.page()
    told: dict[str, Any] = {"pageNumber": page.number, "numPerPage": page.size}
    if query.save_summary:
        told["sources"], told["totalMatches"] = source_search.saves(call.session, call.principal, wanted, page)
    else:
        found = source_search.search(call.session, call.principal, wanted, page)
        rows = source_view.describe(call.session, found.ids, query.extras())
        told |= {"sources": rows, "totalMatches": found.total}
        if found.query_id:
            told["queryID"] = found.query_id
        if query.geojson:
            told["geojson"] = source_view.geojson(rows)
        if query.remove_nested:
            told["sources"] = [source_view.plain(row) for row in rows]
    if query.group_ids and len(query.group_ids) == 1:
        told["group_id"] = query.group_ids[0]
    return told


@routes.get("/api/sources/{obj_id}", query=SourceQuery, answer=SourceOut, beside=TERMS)
@takes("a source")
def get(call: Call[SourceQuery, None]) -> dict[str, Any]:
    """Return one source (by HEAD: whether there is one)."""
    query = call.query
    return source_view.one(call.session, call.path["obj_id"], query.extras(), query.tns_name)


@routes.post("/api/sources", body=SourceBody, answer=SourceSaved, acls=("Upload data",))
def post(call: Call[None, SourceBody]) -> SourceSaved:
    """Save a source to groups."""
    body = call.body
    columns = body.model_dump(exclude_unset=True, exclude={"id", "ra", "dec", "group_ids", "refresh_source"})
    wanted = SaveRequest(body.id, body.ra, body.dec, columns, body.group_ids)
    return SourceSaved(id=body.id, saved_to_groups=sources.save(call.session, call.principal, wanted))


@routes.patch("/api/sources/{obj_id}", body=ObjBody, acls=("Upload data",))
def patch(call: Call[None, ObjBody]) -> None:
    """Change columns of a source."""
    sources.change(call.session, call.principal, call.path["obj_id"], call.body.model_dump(exclude_unset=True))


@routes.delete("/api/sources/{obj_id}", query=UnsaveQuery, body=UnsaveBody, acls=("Manage sources",))
def delete(call: Call[UnsaveQuery, UnsaveBody]) -> None:
    """Unsave a source from a group."""
    group_id = call.query.group_id or call.body.group_id
    if group_id is None:
        raise BadInput("Name the group to unsave the source from.", field="group_id")
    sources.unsave(call.session, call.principal, call.path["obj_id"], group_id)


@routes.get("/api/sources/{obj_id}/groups", answer=list[SavedGroupOut])
def groups(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the groups that a source is saved to, or requested for."""
    obj_id = call.path["obj_id"]
    need_source(call.session, obj_id)
    return saved_groups_of(call.session, [obj_id], requested=True)[obj_id]


@routes.get("/api/source_exists/{obj_id}", query=ConeQuery, answer=SourceExists)
def exists_by_name(call: Call[ConeQuery, None]) -> SourceExists:
    """Say whether there is a source of this name, else whether there is one in the cone."""
    if sources.is_saved(call.session, call.path["obj_id"]):
        return SourceExists(source_exists=True, message="A source of that name exists.")
    return _in_cone(call)


@routes.get("/api/source_exists", query=ConeQuery, answer=SourceExists)
def exists_by_place(call: Call[ConeQuery, None]) -> SourceExists:
    """Say whether there is a source in the cone."""
    return _in_cone(call)


def _in_cone(call: Call[ConeQuery, None]) -> SourceExists:
    place = cone(call.query.ra, call.query.dec, call.query.radius)
    found = sources.near(call.session, *place) if place else []
    if found:
        return SourceExists(source_exists=True, message=f"A source at that location exists: {', '.join(found[:10])}.")
    return SourceExists(source_exists=False, message="No such source is known to you.")
