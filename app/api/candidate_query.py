"""What ``GET /api/candidates`` can be asked: SkyPortal's parameters, and the search that they mean."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from app.access.principal import Principal
from app.api.params import IntList, PageNumber, StrList, UtcTime
from app.api.routes import Query
from app.api.source_query import Skymaps, bounds, detected
from app.errors import BadInput
from app.portal import list_filters as f
from app.portal.candidate_search import CandidateSearch, Passed, SavedStatus
from app.portal.candidate_view import CandidateExtras


class Includes(Query):
    """What is wanted beside the obj."""

    include_photometry: bool = Field(False, alias="includePhotometry")
    include_spectra: bool = Field(False, alias="includeSpectra")
    include_comments: bool = Field(False, alias="includeComments")
    include_alerts: bool = Field(False, alias="includeAlerts")

    def extras(self) -> CandidateExtras:
        """Return it as the service takes it."""
        return CandidateExtras(
            self.include_photometry, self.include_spectra, self.include_comments, self.include_alerts
        )


class PassagesQuery(Query):
    """Which passages of filters are wanted."""

    model_config = ConfigDict(allow_inf_nan=False)

    page_number: PageNumber = 1
    num_per_page: int = Field(25, ge=1, le=500, alias="numPerPage")
    group_ids: IntList | None = Field(None, alias="groupIDs")
    filter_ids: IntList | None = Field(None, alias="filterIDs")
    saved_status: SavedStatus = Field("all", alias="savedStatus")
    start: UtcTime | None = Field(None, alias="startDate")
    end: UtcTime | None = Field(None, alias="endDate")

    def passed(self) -> Passed:
        """Return it as the service takes it."""
        return Passed(self.group_ids, self.filter_ids, self.saved_status, self.start, self.end)


class AnnotationAsked(BaseModel):
    """One entry of ``annotationFilterList``: a value, or a range of numbers."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    origin: str
    key: str
    value: str | bool | float | None = None
    min: float | None = None
    max: float | None = None


class CandidatesQuery(Includes, Skymaps, PassagesQuery):
    """What SkyPortal's scanning page sends."""

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
    require_detections: bool = Field(True, alias="requireDetections")
    unforced: bool = Field(False, alias="excludeForcedPhotometry")
    sort_origin: str | None = Field(None, alias="sortByAnnotationOrigin")
    sort_key: str | None = Field(None, alias="sortByAnnotationKey")
    sort_order: Literal["asc", "desc"] = Field("asc", alias="sortByAnnotationOrder")
    annotation_list: str | None = Field(None, alias="annotationFilterList")
    list_name: str | None = Field(None, alias="listName")
    list_name_reject: str | None = Field(None, alias="listNameReject")
    points_noted: StrList = Field(default_factory=list, alias="photometryAnnotationsFilter")
    points_origins: StrList = Field(default_factory=list, alias="photometryAnnotationsFilterOrigin")
    points_before: UtcTime | None = Field(None, alias="photometryAnnotationsFilterBefore")
    points_after: UtcTime | None = Field(None, alias="photometryAnnotationsFilterAfter")
    points_number: int = Field(1, ge=1, le=2**31 - 1, alias="photometryAnnotationsFilterMinCount")
    autosave: bool = False
    autosave_group_ids: IntList | None = Field(None, alias="autosaveGroupIds")

    def search(self, principal: Principal) -> CandidateSearch:
        """Return the search; raise :class:`BadInput` for what does not fit together."""
        self.refuse_skymaps()
        asked = f.Detected(
            self.first_detection_after, self.last_detection_before, self.number_detections, not self.unforced
        )
        return CandidateSearch(
            passed=self.passed(),
            name_part=self.name_part,
            classes=f.Classes(self.classes, self.classes_not) if self.classes or self.classes_not else None,
            redshift=bounds(self.min_redshift, self.max_redshift),
            detected=detected(self.require_detections, asked),
            on_list=self._listed(principal, self.list_name, there=True),
            off_list=self._listed(principal, self.list_name_reject, there=False),
            annotations=self._annotations(),
            points_noted=self._points(),
            annotation_sort=self._sort(),
        )

    @staticmethod
    def _listed(principal: Principal, name: str | None, *, there: bool) -> f.OnList | None:
        return None if name is None else f.OnList(principal.user_id, name, there)

    def _points(self) -> f.PointsNoted | None:
        asked = f.Noted(self.points_noted, self.points_origins, None, self.points_before, self.points_after)
        return None if asked == f.Noted([], []) else f.PointsNoted(asked, self.points_number)

    def _sort(self) -> tuple[str, str, bool] | None:
        if not self.sort_origin and not self.sort_key:
            return None
        if not self.sort_origin or not self.sort_key:
            raise BadInput("Name the origin and the key to sort by together.", field="sortByAnnotationKey")
        return self.sort_origin, self.sort_key, self.sort_order == "desc"

    def _annotations(self) -> list[f.AnnotationIs]:
        if self.annotation_list is None:
            return []
        try:
            said = _documents(self.annotation_list)
            asked = TypeAdapter(list[AnnotationAsked]).validate_python(said, strict=True)
        except (ValueError, ValidationError, RecursionError) as error:
            raise BadInput(
                "Send JSON objects with origin, key and value, or origin, key, min and max.",
                field="annotationFilterList",
            ) from error
        return [f.AnnotationIs(one.origin, one.key, one.value, (one.min, one.max)) for one in asked]


def _documents(text: str) -> Any:
    """Return a list of JSON objects, with or without its brackets."""
    return json.loads(text if text.lstrip().startswith("[") else f"[{text}]")
