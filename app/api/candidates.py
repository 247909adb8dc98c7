"""``/api/candidates``: scanning what passed the filters."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.candidate_query import CandidatesQuery, Includes, PassagesQuery
from app.api.params import UtcTime
from app.api.routes import Body, Call, Routes
from app.api.shapes import (
    AnnotationOut,
    ClassificationOut,
    CommentOut,
    GroupOut,
    ObjBody,
    ObjOut,
    ThumbnailOut,
)
from app.api.taken import TERMS, takes
from app.portal import candidate_search, candidate_view, candidates, sources
from app.portal.objs import NewObj

routes = Routes("candidates")
ROUTES = routes.all

ObjId = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\s/?#%\x00]+$")]


class PassingAlert(BaseModel):
    """One passage of a filter."""

    filter_id: int
    passing_alert_id: int | None
    passed_at: datetime


class CandidateOut(ObjOut):
    """An obj that passed a filter, with what a scanner looks at."""

    thumbnails: list[ThumbnailOut]
    annotations: list[AnnotationOut]
    classifications: list[ClassificationOut]
    comments: list[CommentOut] | None = None
    photometry: list[dict[str, Any]] | None = None
    spectra: list[dict[str, Any]] | None = None
    associated_objs: list[dict[str, Any]]
    is_source: bool
    saved_groups: list[GroupOut]
    passing_group_ids: list[int]
    filter_ids: list[int]
    passing_alerts: list[PassingAlert] | None = None
    last_detected_at: datetime | None = None


class CandidatesPage(BaseModel):
    """One page of candidates."""

    candidates: list[CandidateOut]
    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815
    queryID: str  # noqa: N815


class CandidateBody(ObjBody):
    """An obj that passed filters."""

    id: ObjId
    ra: float = Field(ge=0, le=360)
    dec: float = Field(ge=-90, le=90)
    filter_ids: list[int] = Field(min_length=1)
    passed_at: UtcTime
    passing_alert_id: int | None = None


class PostedIds(BaseModel):
    """The ids of the passages."""

    ids: list[int]


class Passage(BaseModel):
    """One passage of a filter as it is stored."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    filter_id: int
    passed_at: datetime
    passing_alert_id: int | None
    uploader_id: int


class PassagesPage(BaseModel):
    """One page of passages."""

    candidates: list[Passage]
    totalMatches: int  # noqa: N815


class SweepBody(Body):
    """Which old candidates go: the age of their last passage in months, how many at most."""

    max_age_months: int = Field(6, ge=1, le=1200, alias="maxAgeMonths")
    batch_size: int = Field(1000, ge=1, le=10_000, alias="batchSize")
    dry_run: bool = Field(False, alias="dryRun")


class Swept(BaseModel):
    """How many objs went, or would go, and how many of that age are left."""

    deleted: int
    remaining: int
    dryRun: bool  # noqa: N815


@routes.get("/api/candidates", query=CandidatesQuery, answer=CandidatesPage, beside=TERMS, leaves_out=True)
@takes("list of candidates")
def listed(call: Call[CandidatesQuery, None]) -> dict[str, Any]:
    """Return one page of candidates, latest passage first.

    ``queryID`` names the query; every page is looked up anew, so that a revocation bites at once.
    """
    query = call.query
    if query.autosave:
        call.principal.need("Upload data")
    place = (query.page_number, query.num_per_page)
    obj_ids, total = candidate_search.search(call.session, query.search(call.principal), place)
    if query.autosave:
        sources.save_all(call.session, call.principal, obj_ids, query.autosave_group_ids)
    if query.name_only:
        return {"candidates": [{"id": obj_id} for obj_id in obj_ids]}
    asked = query.model_dump_json(exclude={"page_number", "query_id"})
    return {
        "candidates": candidate_view.describe(call.session, obj_ids, query.extras()),
        "totalMatches": total,
        "pageNumber": query.page_number,
        "numPerPage": query.num_per_page,
        "queryID": query.query_id or hashlib.sha256(asked.encode()).hexdigest()[:16],
    }


@routes.get("/api/candidates_filter", query=PassagesQuery, answer=PassagesPage)
def passages(call: Call[PassagesQuery, None]) -> dict[str, Any]:
    """Return one page of the passages themselves, earliest first."""
    place = (call.query.page_number, call.query.num_per_page)
    rows, total = candidate_search.passages(call.session, call.query.passed(), place)
    return {"candidates": rows, "totalMatches": total}


@routes.get("/api/candidates/{obj_id}", query=Includes, answer=CandidateOut, beside=TERMS)
@takes("a candidate")
def get(call: Call[Includes, None]) -> dict[str, Any]:
    """Return one candidate (by HEAD: whether there is one)."""
    return candidate_view.one(call.session, call.path["obj_id"], call.query.extras())


@routes.post("/api/candidates/bulk_delete", body=SweepBody, answer=Swept, acls=("System admin",))
def bulk_delete(call: Call[None, SweepBody]) -> dict[str, Any]:
    """Delete objs that passed filters long ago and that nobody saved or works on."""
    body = call.body
    gone, left = candidates.sweep(call.session, call.principal, body.max_age_months, body.batch_size, body.dry_run)
    return {"deleted": gone, "remaining": left, "dryRun": body.dry_run}


@routes.post("/api/candidates", body=CandidateBody, answer=PostedIds, acls=("Upload data",))
def post(call: Call[None, CandidateBody]) -> PostedIds:
    """Post a candidate; posting it again changes nothing."""
    body = call.body
    own = {"id", "ra", "dec", "filter_ids", "passed_at", "passing_alert_id"}
    obj = NewObj(body.id, body.ra, body.dec, details=body.model_dump(exclude_unset=True, exclude=own))
    new = candidates.NewCandidate(obj, body.filter_ids, body.passed_at, body.passing_alert_id)
    return PostedIds(ids=candidates.post(call.session, call.principal, new))


@routes.delete("/api/candidates/{obj_id}/{filter_id:int}", acls=("Upload data",))
def delete(call: Call[None, None]) -> None:
    """Delete the passages of an obj through one filter."""
    candidates.remove(call.session, call.principal, call.path["obj_id"], call.path["filter_id"])
