"""``/api/sources/{id}/phot_stat`` and ``/api/phot_stats``: statistics of photometry."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.api.params import PageNumber, StrList, UtcTime
from app.api.routes import Call, Query, Routes
from app.portal import phot_stats, phot_stats_many
from app.portal.phot_stats_many import Period, Plotted, Which

routes = Routes("photometry statistics")
ROUTES = routes.all
ADMIN = ("System admin",)


class PhotStatOut(BaseModel):
    """Statistics of what the reader may read of a source's photometry; magnitudes AB, times MJD (UTC)."""

    id: int
    obj_id: str
    last_update: datetime | None
    last_full_update: datetime | None
    last_phot_add_time: datetime | None
    num_obs_global: int
    num_obs_per_filter: dict[str, int]
    num_det_global: int
    num_det_no_forced_phot_global: int
    num_det_per_filter: dict[str, int]
    first_detected_mjd: float | None
    first_detected_mag: float | None
    first_detected_filter: str | None
    last_detected_mjd: float | None
    last_detected_mag: float | None
    last_detected_filter: str | None
    first_detected_no_forced_phot_mjd: float | None
    first_detected_no_forced_phot_mag: float | None
    first_detected_no_forced_phot_filter: str | None
    last_detected_no_forced_phot_mjd: float | None
    last_detected_no_forced_phot_mag: float | None
    last_detected_no_forced_phot_filter: str | None
    recent_obs_mjd: float | None
    predetection_mjds: list[float]
    last_non_detection_mjd: float | None
    time_to_non_detection: float | None
    mean_mag_global: float | None
    mean_mag_per_filter: dict[str, float]
    mean_color: dict[str, float]
    peak_mjd_global: float | None
    peak_mjd_per_filter: dict[str, float]
    peak_mag_global: float | None
    peak_mag_per_filter: dict[str, float]
    faintest_mag_global: float | None
    faintest_mag_per_filter: dict[str, float]
    deepest_limit_global: float | None
    deepest_limit_per_filter: dict[str, float | None]
    rise_rate: float | None
    decay_rate: float | None
    mag_rms_global: float | None
    mag_rms_per_filter: dict[str, float]


class CreatedQuery(Query):
    """Objs by when they were made."""

    created_from: UtcTime | None = Field(None, alias="createdAtStartTime")
    created_to: UtcTime | None = Field(None, alias="createdAtEndTime")

    def which(self) -> Which:
        """Return it as the service takes it."""
        return Which(Period(self.created_from, self.created_to))


class WhichQuery(CreatedQuery):
    """Objs by when they were made, and when their statistics changed and were counted anew."""

    updated_from: UtcTime | None = Field(None, alias="quickUpdateStartTime")
    updated_to: UtcTime | None = Field(None, alias="quickUpdateEndTime")
    counted_from: UtcTime | None = Field(None, alias="fullUpdateStartTime")
    counted_to: UtcTime | None = Field(None, alias="fullUpdateEndTime")

    def which(self) -> Which:
        """Return it as the service takes it."""
        updated, counted = Period(self.updated_from, self.updated_to), Period(self.counted_from, self.counted_to)
        return Which(Period(self.created_from, self.created_to), updated, counted)


class Paged(Query):
    """Which page; larger ones than 500 are cut to it, as in SkyPortal."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, alias="numPerPage")

    def place(self) -> tuple[int, int]:
        """Return the page's number and size."""
        return self.page_number, min(self.num_per_page, 500)


class CountQuery(Paged, CreatedQuery):
    """A page of objs without statistics."""


class RecountQuery(Paged, WhichQuery):
    """A page of objs with statistics."""


class CountsOut(BaseModel):
    """How many objs with photometry have statistics, and how many do not."""

    totalWithPhotStats: int  # noqa: N815
    totalWithoutPhotStats: int  # noqa: N815


class BatchOut(BaseModel):
    """How many objs match, and which page of them was counted."""

    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class AggregateQuery(Query):
    """What to plot of which sources."""

    model_config = ConfigDict(allow_inf_nan=False)

    x: str | None = Field(None, alias="xField")
    y: str | None = Field(None, alias="yField")
    z: str | None = Field(None, alias="zField")
    classes: StrList = Field(default_factory=list, alias="classifications")
    least_probability: float | None = Field(None, alias="classificationProbThreshold")
    group_id: int | None = None
    obj_ids: StrList = Field(default_factory=list)
    most: int = Field(20_000, ge=1, alias="maxMatches")


class FieldOut(BaseModel):
    """A field that can be plotted."""

    value: str
    label: str


class PointOut(BaseModel):
    """One source of a plot."""

    id: str
    ra: float
    dec: float
    redshift: float | None
    classification: str | None
    first_detected_mjd: float | None
    peak_mjd: float | None
    x: float
    y: float
    z: float | None


class AggregateOut(BaseModel):
    """The fields that there are, and the points."""

    fields: list[FieldOut]
    points: list[PointOut]
    count: int
    truncated: bool


@routes.get("/api/sources/{obj_id}/phot_stat", answer=PhotStatOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return the statistics of a source's photometry."""
    return phot_stats.of_source(call.session, call.path["obj_id"])


@routes.post("/api/sources/{obj_id}/phot_stat", acls=ADMIN)
def post(call: Call[None, None]) -> None:
    """Count the statistics of a source that were set aside."""
    phot_stats_many.count(call.session, call.principal, call.path["obj_id"], only_lacking=True)


@routes.put("/api/sources/{obj_id}/phot_stat", acls=ADMIN)
def put(call: Call[None, None]) -> None:
    """Count the statistics of a source anew."""
    phot_stats_many.count(call.session, call.principal, call.path["obj_id"], only_lacking=False)


@routes.delete("/api/sources/{obj_id}/phot_stat", acls=ADMIN)
def delete(call: Call[None, None]) -> None:
    """Set the statistics of a source aside."""
    phot_stats_many.set_aside(call.session, call.principal, call.path["obj_id"])


@routes.get("/api/phot_stats", query=WhichQuery, answer=CountsOut, acls=ADMIN)
def counts(call: Call[WhichQuery, None]) -> CountsOut:
    """Return how many objs have statistics."""
    there, lacking = phot_stats_many.counts(call.session, call.query.which())
    return CountsOut(totalWithPhotStats=there, totalWithoutPhotStats=lacking)


@routes.post("/api/phot_stats", query=CountQuery, answer=BatchOut, acls=ADMIN)
def post_page(call: Call[CountQuery, None]) -> BatchOut:
    """Count the statistics of a page of objs that lack them."""
    return _page(call, anew=False)


@routes.patch("/api/phot_stats", query=RecountQuery, answer=BatchOut, acls=ADMIN)
def patch_page(call: Call[RecountQuery, None]) -> BatchOut:
    """Count the statistics of a page of objs anew."""
    return _page(call, anew=True)


def _page(call: Call[Any, None], *, anew: bool) -> BatchOut:
    place = call.query.place()
    total = phot_stats_many.count_page(call.session, call.principal, call.query.which(), place, anew=anew)
    return BatchOut(totalMatches=total, pageNumber=place[0], numPerPage=place[1])


@routes.get("/api/phot_stats/aggregate", query=AggregateQuery, answer=AggregateOut)
def aggregate(call: Call[AggregateQuery, None]) -> dict[str, Any]:
    """Return statistics of many sources, for a plot."""
    q = call.query
    wanted = Plotted((q.x, q.y, q.z), q.classes, q.least_probability, q.group_id, q.obj_ids, q.most)
    return phot_stats_many.aggregate(call.session, wanted)
