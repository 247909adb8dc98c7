"""``/api/sources``: what groups have saved."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from app.api.candidates import ObjId
from app.api.params import IntList, PageNumber, StrList, UtcTime
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
from app.errors import BadInput
from app.portal import source_search, source_view, sources
from app.portal.comments import need_source
from app.portal.obj_view import saved_groups_of
from app.portal.source_search import SourceSearch
from app.portal.source_view import SourceExtras
from app.portal.sources import SaveRequest

routes = Routes("sources")
ROUTES = routes.all


class Includes(Query):
    """SkyPortal's ``include…`` parameters. Those of areas that are not here (GCN, labels, analyses) are accepted."""

    thumbnails: bool = Field(False, alias="includeThumbnails")
    photometry: bool = Field(False, alias="includePhotometry")
    photometry_exists: bool = Field(False, alias="includePhotometryExists")
    spectrum_exists: bool = Field(False, alias="includeSpectrumExists")
    comment_exists: bool = Field(False, alias="includeCommentExists")
    detection_stats: bool = Field(False, alias="includeDetectionStats")
    period_exists: bool = Field(False, alias="includePeriodExists")
    comments: bool = Field(False, alias="includeComments")
    candidates: bool = Field(False, alias="includeCandidates")
    requested: bool = Field(False, alias="includeRequested")
    pending_only: bool = Field(False, alias="pendingOnly")
    deduplicate: bool = Field(False, alias="deduplicatePhotometry")

    def extras(self, *, single: bool) -> SourceExtras:
        """Return them as the service takes them; a list tells no photometry and no duplicates, as in SkyPortal."""
        told = {name: getattr(self, name) for name in SourceExtras.__dataclass_fields__ if name != "duplicates"}
        if not single:
            told["photometry"] = False
        return SourceExtras(**told, duplicates=single)


class SourceQuery(Includes):
    """How one source is wanted."""

    tns_name: str | None = Field(None, alias="TNSname")


class SourcesQuery(Includes):
    """Which sources are wanted, and in what order."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")
    group_ids: IntList | None = None
    name_part: str | None = Field(None, alias="sourceID")
    rejected_ids: StrList = Field(default_factory=list, alias="rejectedSourceIDs")
    ra: float | None = Field(None, ge=0, le=360)
    dec: float | None = Field(None, ge=-90, le=90)
    radius: float | None = Field(None, ge=0, le=180)
    saved_before: UtcTime | None = Field(None, alias="savedBefore")
    saved_after: UtcTime | None = Field(None, alias="savedAfter")
    saved_by_me: bool = Field(False, alias="savedByCurrentUser")
    alias: str | None = None
    origin: str | None = None
    has_tns: bool = Field(False, alias="hasTNSname")
    has_no_tns: bool = Field(False, alias="hasNoTNSname")
    min_redshift: float | None = Field(None, alias="minRedshift")
    max_redshift: float | None = Field(None, alias="maxRedshift")
    detected_after: UtcTime | None = Field(None, alias="startDate")
    detected_before: UtcTime | None = Field(None, alias="endDate")
    number_detections: int | None = Field(None, alias="numberDetections")
    classes: StrList = Field(default_factory=list, alias="classifications")
    classes_not: StrList = Field(default_factory=list, alias="nonclassifications")
    classified: bool = False
    unclassified: bool = False
    has_followup: bool = Field(False, alias="hasFollowupRequest")
    followup_status: str | None = Field(None, alias="followupRequestStatus")
    sort_by: str = Field("saved_at", alias="sortBy")
    sort_order: Literal["asc", "desc"] | None = Field(None, alias="sortOrder")
    save_summary: bool = Field(False, alias="saveSummary")
    use_cache: bool = Field(False, alias="useCache")
    query_id: str | None = Field(None, alias="queryID")
    spectrum: bool = Field(False, alias="hasSpectrum")
    list_name: str | None = Field(None, alias="listName")
    simbad_class: str | None = Field(None, alias="simbadClass")
    labelled: bool = Field(False, alias="hasBeenLabelled")
    annotations_filter: str | None = Field(None, alias="annotationsFilter")
    comments_filter: str | None = Field(None, alias="commentsFilter")
    min_peak: float | None = Field(None, alias="minPeakMagnitude")
    max_peak: float | None = Field(None, alias="maxPeakMagnitude")
    min_latest: float | None = Field(None, alias="minLatestMagnitude")
    max_latest: float | None = Field(None, alias="maxLatestMagnitude")
    localization: str | None = Field(None, alias="localizationDateobs")
    spatial_catalog: str | None = Field(None, alias="spatialCatalogName")
    modified_after: str | None = Field(None, alias="createdOrModifiedAfter")
    geojson: bool = Field(False, alias="includeGeoJSON")

    def search(self) -> SourceSearch:
        """Return the search; raise :class:`BadInput` for what is not offered here, rather than ignore it."""
        for name in (
            "spectrum", "list_name", "simbad_class", "labelled", "annotations_filter", "comments_filter", "min_peak",
            "max_peak", "min_latest", "max_latest", "localization", "spatial_catalog", "modified_after", "geojson",
        ):  # fmt: skip
            if getattr(self, name) not in (None, False):
                called = type(self).model_fields[name].alias or name
                raise BadInput(f"{called} is not offered here; ask without it.", field=called)
        has_tns = True if self.has_tns else (False if self.has_no_tns else None)
        return SourceSearch(
            group_ids=self.group_ids,
            name_part=self.name_part,
            rejected_ids=self.rejected_ids,
            cone=cone(self.ra, self.dec, self.radius),
            saved_before=self.saved_before,
            saved_after=self.saved_after,
            saved_by_me=self.saved_by_me,
            requested=self.requested,
            pending_only=self.pending_only,
            alias=self.alias,
            origin=self.origin,
            has_tns_name=has_tns,
            redshift=(self.min_redshift, self.max_redshift),
            detected_after=self.detected_after,
            detected_before=self.detected_before,
            number_detections=self.number_detections,
            classes=self.classes,
            classes_not=self.classes_not,
            classified=True if self.classified else (False if self.unclassified else None),
            has_followup=self.has_followup or None,
            followup_status=self.followup_status,
            sort_by=self.sort_by,
            descending=(self.sort_order or ("desc" if self.sort_by == "saved_at" else "asc")) == "desc",
        )


def cone(ra: float | None, dec: float | None, radius: float | None) -> tuple[float, float, float] | None:
    """Return a cone in degrees, None where none is asked for; raise :class:`BadInput` where a part is missing."""
    if ra is None and dec is None and radius is None:
        return None
    if ra is None or dec is None or radius is None:
        raise BadInput("A cone search needs ra, dec and radius (degrees) together.", field="radius")
    return ra, dec, radius


class DuplicateOut(BaseModel):
    """Another saved source nearby; the separation is in arcsec."""

    obj_id: str
    ra: float
    dec: float
    separation: float


class SourceOut(ObjOut):
    """A source, with what was asked for beside it."""

    groups: list[SavedGroupOut]
    annotations: list[AnnotationOut]
    classifications: list[ClassificationOut]
    thumbnails: list[ThumbnailOut] | None = None
    comments: list[CommentOut] | None = None
    photometry: list[dict[str, Any]] | None = None
    candidates: list[dict[str, Any]] | None = None
    duplicates: list[DuplicateOut] | None = None
    photometry_exists: bool | None = None
    spectrum_exists: bool | None = None
    comment_exists: bool | None = None
    period_exists: bool | None = None
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


class SourceGroupsBody(Body):
    """To which groups to save a source, and from which to unsave it."""

    obj_id: str = Field(alias="objId")
    invite: list[int] = Field(default_factory=list, alias="inviteGroupIds")
    unsave: list[int] = Field(default_factory=list, alias="unsaveGroupIds")


@routes.get("/api/sources", query=SourcesQuery, answer=SourcesPage)
def listed(call: Call[SourcesQuery, None]) -> dict[str, Any]:
    """Return one page of saved sources, or with ``saveSummary`` of the records of saving."""
    query = call.query
    place = (query.page_number, query.num_per_page)
    if query.save_summary:
        found, total = source_search.saves(call.session, call.principal, query.search(), place)
    else:
        obj_ids, total = source_search.search(call.session, call.principal, query.search(), place)
        found = source_view.describe(call.session, obj_ids, query.extras(single=False))
    page = {"sources": found, "totalMatches": total, "pageNumber": place[0], "numPerPage": place[1]}
    if query.group_ids and len(query.group_ids) == 1:
        page["group_id"] = query.group_ids[0]
    if query.use_cache or query.query_id:
        page["queryID"] = query.query_id or "fresh"
    return page


@routes.get("/api/sources/{obj_id}", query=SourceQuery, answer=SourceOut)
def get(call: Call[SourceQuery, None]) -> dict[str, Any]:
    """Return one source (by HEAD: whether there is one)."""
    query = call.query
    return source_view.one(call.session, call.path["obj_id"], query.extras(single=True), query.tns_name)


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


@routes.post("/api/source_groups", body=SourceGroupsBody, acls=("Upload data",))
def source_groups(call: Call[None, SourceGroupsBody]) -> None:
    """Save a source to groups, and unsave it from others."""
    body = call.body
    if not body.invite and not body.unsave:
        raise BadInput("Name groups in inviteGroupIds or unsaveGroupIds.", field="inviteGroupIds")
    if body.invite:
        sources.save(call.session, call.principal, SaveRequest(body.obj_id, group_ids=body.invite))
    for group_id in body.unsave:
        sources.unsave(call.session, call.principal, body.obj_id, group_id)


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
