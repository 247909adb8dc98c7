"""What ``GET /api/sources`` can be asked: SkyPortal's parameters, and the search that they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from pydantic import ConfigDict, Field
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.api.params import IntList, Magnitude, PageNumber, StrList, UtcTime
from app.api.routes import Query
from app.errors import BadInput, NotImplementedHere
from app.portal import list_filters as f
from app.portal import spatial_catalogs
from app.portal.source_search import Page, Saved, SourceSearch
from app.portal.source_view import SourceExtras

NO_SKYMAPS = "Skyrelay keeps no GCN events, localizations or skymaps; search without {}, or by ra, dec and radius."


class Skymaps(Query):
    """SkyPortal's parameters about localizations: refused with a sentence, never ignored."""

    model_config = ConfigDict(allow_inf_nan=False)

    localization: str | None = Field(None, alias="localizationDateobs")
    localization_name: str | None = Field(None, alias="localizationName")
    localization_cumprob: float | None = Field(None, alias="localizationCumprob")
    localization_reject: bool | None = Field(None, alias="localizationRejectSources")
    localization_include: bool | None = Field(None, alias="includeSourcesInGcn")

    def refuse_skymaps(self) -> None:
        """Raise :class:`NotImplementedHere` where one of them is set."""
        for name in Skymaps.model_fields:
            if getattr(self, name) not in (None, False):
                called = Skymaps.model_fields[name].alias or name
                raise NotImplementedHere(NO_SKYMAPS.format(called), field=called)


class Includes(Query):
    """SkyPortal's ``include…`` parameters. Those of GCN events are accepted, and have nothing to tell."""

    model_config = ConfigDict(allow_inf_nan=False)

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
    color_magnitude: bool = Field(False, alias="includeColorMagnitude")
    labellers: bool = Field(False, alias="includeLabellers")
    hosts: bool = Field(False, alias="includeHosts")
    tags: bool = Field(True, alias="includeTags")

    def extras(self) -> SourceExtras:
        """Return them as the service takes them; a list tells no photometry, as in SkyPortal."""
        told = {name: getattr(self, name) for name in Includes.model_fields}
        return SourceExtras(**told | {"photometry": False})


class SourceQuery(Includes):
    """How one source is wanted."""

    tns_name: str | None = Field(None, alias="TNSname")
    associated_objs: bool = Field(True, alias="includeAssociatedObjs")
    super_objs: bool = Field(False, alias="includeSuperObjs")

    def extras(self) -> SourceExtras:
        """Return them as the service takes them, with what only one source is told with."""
        told = replace(super().extras(), photometry=self.photometry, associated_objs=self.associated_objs)
        return replace(told, single=True, super_objs=self.super_objs)


class SourcesQuery(Includes, Skymaps):
    """Which sources are wanted, and in what order."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")
    group_ids: IntList | None = None
    name_part: str | None = Field(None, alias="sourceID")
    rejected_ids: StrList = Field(default_factory=list, alias="rejectedSourceIDs")
    ra: float | None = Field(None, ge=0, le=360)
    dec: float | None = Field(None, ge=-90, le=90)
    radius: float | None = Field(None, ge=0, le=180)
    spatial_catalog: str | None = Field(None, alias="spatialCatalogName")
    spatial_entry: str | None = Field(None, alias="spatialCatalogEntryName")
    saved_before: UtcTime | None = Field(None, alias="savedBefore")
    saved_after: UtcTime | None = Field(None, alias="savedAfter")
    saved_by_me: bool = Field(False, alias="savedByCurrentUser")
    modified_after: UtcTime | None = Field(None, alias="createdOrModifiedAfter")
    list_name: str | None = Field(None, alias="listName")
    alias: str | None = None
    origin: str | None = None
    simbad_class: str | None = Field(None, alias="simbadClass")
    has_tns: bool = Field(False, alias="hasTNSname")
    has_no_tns: bool = Field(False, alias="hasNoTNSname")
    min_redshift: float | None = Field(None, alias="minRedshift")
    max_redshift: float | None = Field(None, alias="maxRedshift")
    min_peak: Magnitude | None = Field(None, alias="minPeakMagnitude")
    max_peak: Magnitude | None = Field(None, alias="maxPeakMagnitude")
    min_latest: Magnitude | None = Field(None, alias="minLatestMagnitude")
    max_latest: Magnitude | None = Field(None, alias="maxLatestMagnitude")
    detected_after: UtcTime | None = Field(None, alias="startDate")
    detected_before: UtcTime | None = Field(None, alias="endDate")
    number_detections: int | None = Field(None, alias="numberDetections")
    require_detections: bool = Field(True, alias="requireDetections")
    unforced: bool = Field(False, alias="excludeForcedPhotometry")
    spectrum: bool = Field(False, alias="hasSpectrum")
    no_spectrum: bool = Field(False, alias="hasNoSpectrum")
    spectrum_before: UtcTime | None = Field(None, alias="hasSpectrumBefore")
    spectrum_after: UtcTime | None = Field(None, alias="hasSpectrumAfter")
    labelled: bool = Field(False, alias="hasBeenLabelled")
    not_labelled: bool = Field(False, alias="hasNotBeenLabelled")
    by_me: bool = Field(False, alias="currentUserLabeller")
    classes: StrList = Field(default_factory=list, alias="classifications")
    simultaneous: bool = Field(False, alias="classifications_simul")
    classes_not: StrList = Field(default_factory=list, alias="nonclassifications")
    classified: bool = False
    unclassified: bool = False
    annotations: StrList = Field(default_factory=list, alias="annotationsFilter")
    annotation_origins: StrList = Field(default_factory=list, alias="annotationsFilterOrigin")
    annotations_before: UtcTime | None = Field(None, alias="annotationsFilterBefore")
    annotations_after: UtcTime | None = Field(None, alias="annotationsFilterAfter")
    comment_words: StrList = Field(default_factory=list, alias="commentsFilter")
    comment_author: int | None = Field(None, alias="commentsFilterAuthor", ge=1, le=2**31 - 1)
    comments_before: UtcTime | None = Field(None, alias="commentsFilterBefore")
    comments_after: UtcTime | None = Field(None, alias="commentsFilterAfter")
    has_followup: bool = Field(False, alias="hasFollowupRequest")
    followup_status: str | None = Field(None, alias="followupRequestStatus")
    sort_by: str = Field("saved_at", alias="sortBy")
    sort_order: Literal["asc", "desc"] | None = Field(None, alias="sortOrder")
    save_summary: bool = Field(False, alias="saveSummary")
    remove_nested: bool = Field(False, alias="removeNested")
    geojson: bool = Field(False, alias="includeGeoJSON")
    use_cache: bool = Field(False, alias="useCache")
    query_id: str | None = Field(None, alias="queryID")

    def page(self) -> Page:
        """Return the page that is wanted."""
        return Page(self.page_number, self.num_per_page, keep=self.use_cache, query_id=self.query_id)

    def search(self, session: Session, principal: Principal) -> SourceSearch:
        """Return the search; raise :class:`BadInput` for what does not fit together."""
        self.refuse_skymaps()
        return SourceSearch(
            saved=self._saved(),
            name_part=self.name_part,
            rejected_ids=self.rejected_ids,
            cone=cone(self.ra, self.dec, self.radius),
            inside=self._inside(session),
            alias=self.alias,
            origin=self.origin,
            simbad_class=self.simbad_class,
            has_tns_name=either(self.has_tns, self.has_no_tns),
            redshift=bounds(self.min_redshift, self.max_redshift),
            peak_magnitude=bounds(self.min_peak, self.max_peak),
            latest_magnitude=bounds(self.min_latest, self.max_latest),
            detected=self._detected(),
            classes=self._classes(),
            spectra=self._spectra(),
            followup=f.Followup(self.followup_status) if self.has_followup or self.followup_status else None,
            on_list=None if self.list_name is None else f.OnList(principal.user_id, self.list_name),
            labels=self._labels(principal),
            annotations=_noted(f.Noted(
                self.annotations, self.annotation_origins, None, self.annotations_before, self.annotations_after
            )),
            comments=_noted(f.Noted(
                self.comment_words, (), self.comment_author, self.comments_before, self.comments_after
            )),
            changed_after=self.modified_after,
            sort_by=self.sort_by,
            descending=(self.sort_order or ("desc" if self.sort_by == "saved_at" else "asc")) == "desc",
        )  # fmt: skip

    def _saved(self) -> Saved:
        return Saved(
            self.group_ids, self.saved_before, self.saved_after, self.saved_by_me, self.requested, self.pending_only
        )

    def _inside(self, session: Session) -> Any:
        if self.spatial_catalog is None and self.spatial_entry is None:
            return None
        if not self.spatial_catalog or not self.spatial_entry:
            raise BadInput("Name the catalogue and its entry together.", field="spatialCatalogEntryName")
        return spatial_catalogs.inside(session, self.spatial_catalog, self.spatial_entry)

    def _detected(self) -> f.Detected | None:
        return detected(
            self.require_detections,
            f.Detected(self.detected_after, self.detected_before, self.number_detections, not self.unforced),
        )

    def _classes(self) -> f.Classes | None:
        asked = f.Classes(self.classes, self.classes_not, self.simultaneous, either(self.classified, self.unclassified))
        return asked if self.classes or self.classes_not or asked.any_at_all is not None else None

    def _spectra(self) -> f.Spectra | None:
        asked = f.Spectra(either(self.spectrum, self.no_spectrum), self.spectrum_before, self.spectrum_after)
        return None if asked == f.Spectra() else asked

    def _labels(self, principal: Principal) -> f.Labels | None:
        wanted = either(self.labelled, self.not_labelled)
        return None if wanted is None else f.Labels(wanted, principal.user_id if self.by_me else None)


def either(yes: bool, no: bool) -> bool | None:
    """Return what a pair of flags asks for: true, false, or nothing."""
    return True if yes else (False if no else None)


def bounds(low: float | None, high: float | None) -> f.Range | None:
    """Return a range, None where neither bound is given."""
    return None if low is None and high is None else (low, high)


def detected(required: bool, asked: f.Detected) -> f.Detected | None:
    """Return the bounds on detections, None where there are none, or where detections are not required."""
    return asked if required and (asked.first_after or asked.last_before or asked.number is not None) else None


def _noted(asked: f.Noted) -> f.Noted | None:
    return None if asked == f.Noted([], []) or asked == f.Noted([]) else asked


def cone(ra: float | None, dec: float | None, radius: float | None) -> tuple[float, float, float] | None:
    """Return a cone in degrees, None where none is asked for; raise :class:`BadInput` where a part is missing."""
    if ra is None and dec is None and radius is None:
        return None
    if ra is None or dec is None or radius is None:
        raise BadInput("A cone search needs ra, dec and radius (degrees) together.", field="radius")
    return ra, dec, radius
