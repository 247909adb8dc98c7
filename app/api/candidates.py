"""``/api/candidates``: scanning what passed the filters."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.params import IntList, PageNumber, StrList, UtcTime
from app.api.routes import Call, Query, Routes
from app.api.shapes import (
    AnnotationOut,
    ClassificationOut,
    CommentOut,
    GroupOut,
    ObjBody,
    ObjOut,
    ThumbnailOut,
)
from app.errors import BadInput
from app.portal import candidate_search, candidates
from app.portal.candidate_search import CandidateExtras, CandidateSearch, SavedStatus
from app.portal.objs import NewObj

routes = Routes("candidates")
ROUTES = routes.all

ObjId = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\s/?#%\x00]+$")]


class Includes(Query):
    """What is wanted beside the obj."""

    include_photometry: bool = Field(False, alias="includePhotometry")
    include_comments: bool = Field(False, alias="includeComments")
    include_alerts: bool = Field(False, alias="includeAlerts")

    def extras(self) -> CandidateExtras:
        """Return it as the service takes it."""
        return CandidateExtras(self.include_photometry, self.include_comments, self.include_alerts)


class CandidatesQuery(Includes):
    """What SkyPortal's scanning page sends."""

    page_number: PageNumber = 1
    num_per_page: int = Field(25, ge=1, le=500, alias="numPerPage")
    group_ids: IntList | None = Field(None, alias="groupIDs")
    filter_ids: IntList | None = Field(None, alias="filterIDs")
    saved_status: SavedStatus = Field("all", alias="savedStatus")
    start: UtcTime | None = Field(None, alias="startDate")
    end: UtcTime | None = Field(None, alias="endDate")
    query_id: str | None = Field(None, alias="queryID")
    name_part: str | None = Field(None, alias="objID")
    name_only: bool = Field(False, alias="nameOnly")
    classes: StrList = Field(default_factory=list, alias="classifications")
    classes_not: StrList = Field(default_factory=list, alias="classificationsReject")
    min_redshift: float | None = Field(None, alias="minRedshift")
    max_redshift: float | None = Field(None, alias="maxRedshift")
    number_detections: int | None = Field(None, alias="numberDetections")
    first_detection_after: UtcTime | None = Field(None, alias="firstDetectionAfter")
    last_detection_before: UtcTime | None = Field(None, alias="lastDetectionBefore")
    sort_origin: str | None = Field(None, alias="sortByAnnotationOrigin")
    sort_key: str | None = Field(None, alias="sortByAnnotationKey")
    sort_order: Literal["asc", "desc"] = Field("asc", alias="sortByAnnotationOrder")
    autosave: bool = False
    annotation_filter: str | None = Field(None, alias="annotationFilterList")
    list_name: str | None = Field(None, alias="listName")
    list_name_reject: str | None = Field(None, alias="listNameReject")
    photometry_annotations: str | None = Field(None, alias="photometryAnnotationsFilter")
    localization: str | None = Field(None, alias="localizationDateobs")

    def search(self) -> CandidateSearch:
        """Return the search; raise :class:`BadInput` for a filter that is not offered here, rather than ignore it."""
        for name in (
            "autosave", "annotation_filter", "list_name", "list_name_reject", "photometry_annotations", "localization",
        ):  # fmt: skip
            if getattr(self, name):
                alias = type(self).model_fields[name].alias or name
                raise BadInput(f"{alias} is not offered here; ask without it.", field=alias)
        sort = None
        if self.sort_origin and self.sort_key:
            sort = (self.sort_origin, self.sort_key, self.sort_order == "desc")
        return CandidateSearch(
            group_ids=self.group_ids,
            filter_ids=self.filter_ids,
            saved_status=self.saved_status,
            start=self.start,
            end=self.end,
            name_part=self.name_part,
            classes=self.classes,
            classes_not=self.classes_not,
            redshift=(self.min_redshift, self.max_redshift),
            number_detections=self.number_detections,
            first_detection_after=self.first_detection_after,
            last_detection_before=self.last_detection_before,
            annotation_sort=sort,
        )


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


@routes.get("/api/candidates", query=CandidatesQuery, answer=CandidatesPage)
def listed(call: Call[CandidatesQuery, None]) -> dict[str, Any]:
    """Return one page of candidates, latest passage first.

    ``queryID`` names the query; every page is looked up anew, so that a revocation bites at once.
    """
    query = call.query
    obj_ids, total = candidate_search.search(call.session, query.search(), (query.page_number, query.num_per_page))
    if query.name_only:
        return {"candidates": [{"id": obj_id} for obj_id in obj_ids]}
    asked = query.model_dump_json(exclude={"page_number", "query_id"})
    return {
        "candidates": candidate_search.describe(call.session, obj_ids, query.extras()),
        "totalMatches": total,
        "pageNumber": query.page_number,
        "numPerPage": query.num_per_page,
        "queryID": query.query_id or hashlib.sha256(asked.encode()).hexdigest()[:16],
    }


@routes.get("/api/candidates/{obj_id}", query=Includes, answer=CandidateOut)
def get(call: Call[Includes, None]) -> dict[str, Any]:
    """Return one candidate (by HEAD: whether there is one)."""
    return candidate_search.one(call.session, call.path["obj_id"], call.query.extras())


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
