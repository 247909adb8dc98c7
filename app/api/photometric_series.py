"""``/api/photometric_series``: light curves that came as a whole."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, Field, field_validator

from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.params import PageNumber, RowId, StrList
from app.api.routes import Answer, Body, Call, Query, Routes
from app.api.spectra_shapes import MadeOut, When
from app.api.taken import TERMS, takes
from app.errors import BadInput
from app.portal import series, series_file, series_search
from app.portal.series_file import Table
from app.portal.series_search import DataFormat, Page, Search

routes = Routes("photometric series")
ROUTES = routes.all
UPLOAD = ("Upload data",)
PATH = "/api/photometric_series"
ONE = PATH + "/{series_id:int}"


class SeriesBody(Body):
    """A series, or what is to change about one.

    ``data`` are columns by name, or in base64 an HDF5 file that ``pandas.HDFStore`` wrote: mjd (UTC), flux (µJy) or mag
    (AB), and what else there is. ``ra`` and ``dec`` are in degrees, ``exp_time`` in seconds.
    """

    data: dict[str, list[Any]] | str | None = None
    series_name: str | None = None
    series_obj_id: str | None = None
    obj_id: str | None = None
    instrument_id: RowId | None = None
    group_ids: list[int] | Literal["all"] | None = None
    stream_ids: list[RowId] | None = None
    ra: float | None = None
    dec: float | None = None
    ra_unc: float | None = None
    dec_unc: float | None = None
    exp_time: float | None = None
    filter: str | None = None
    channel: str | None = None
    origin: str | None = None
    limiting_mag: float | None = None
    magref: float | None = None
    e_magref: float | None = None
    ref_flux: float | None = None
    ref_fluxerr: float | None = None
    followup_request_id: RowId | None = None
    assignment_id: RowId | None = None
    time_stamp_alignment: Literal["start", "middle", "end"] | None = None
    altdata: dict[str, Any] | None = None


class OneQuery(Query):
    """How the data of a series are wanted."""

    data_format: DataFormat = Field("json", alias="dataFormat")


Number = float | None


class SeriesQuery(Query):
    """Which series; times are UTC, angles degrees, magnitudes AB, SNRs ratios."""

    data_format: DataFormat = Field("none", alias="dataFormat")
    page: PageNumber = 1
    size: int = Field(100, ge=1, le=500, alias="numPerPage")
    sort_by: str = Field("obj_id", alias="sortBy")
    sort_order: Literal["asc", "desc"] = Field("asc", alias="sortOrder")
    ra: float | None = Field(None, ge=0, le=360, allow_inf_nan=False)
    dec: float | None = Field(None, ge=-90, le=90, allow_inf_nan=False)
    radius: float | None = Field(None, ge=0, le=180, allow_inf_nan=False)
    object_id: str | None = Field(None, alias="objectID")
    rejected: StrList | None = Field(None, validation_alias=AliasChoices("rejectedObjectID", "rejectedObjectIDs"))
    series_name: str | None = Field(None, alias="seriesName")
    series_obj_id: str | None = Field(None, alias="seriesObjID")
    filter: str | None = None
    channel: str | None = None
    origin: str | None = None
    filename: str | None = None
    start_before: When | None = Field(None, alias="startBefore")
    start_after: When | None = Field(None, alias="startAfter")
    mid_before: When | None = Field(None, validation_alias=AliasChoices("midBefore", "midTimeBefore"))
    mid_after: When | None = Field(None, validation_alias=AliasChoices("midAfter", "midTimeAfter"))
    end_before: When | None = Field(None, alias="endBefore")
    end_after: When | None = Field(None, alias="endAfter")
    detected: bool | None = None
    exp_time: Number = Field(None, alias="expTime")
    min_exp_time: Number = Field(None, alias="minExpTime")
    max_exp_time: Number = Field(None, alias="maxExpTime")
    min_frame_rate: Number = Field(None, alias="minFrameRate")
    max_frame_rate: Number = Field(None, alias="maxFrameRate")
    min_num_exposures: Number = Field(None, alias="minNumExposures")
    max_num_exposures: Number = Field(None, alias="maxNumExposures")
    instrument_id: RowId | None = Field(None, alias="instrumentID")
    followup_request_id: RowId | None = Field(None, alias="followupRequestID")
    assignment_id: RowId | None = Field(None, alias="assignmentID")
    owner_id: RowId | None = Field(None, alias="ownerID")
    mag_brighter: Number = Field(None, alias="magBrighterThan")
    mag_fainter: Number = Field(None, alias="magFainterThan")
    limit_brighter: Number = Field(None, alias="limitingMagBrighterThan")
    limit_fainter: Number = Field(None, alias="limitingMagFainterThan")
    no_limit: bool = Field(False, validation_alias=AliasChoices("limitingMagIsNaN", "limitingMagIsNone"))
    magref_brighter: float | None = Field(None, alias="magrefBrighterThan", ge=-100, le=100)
    magref_fainter: float | None = Field(None, alias="magrefFainterThan", ge=-100, le=100)
    min_rms: Number = Field(None, alias="minRMS")
    max_rms: Number = Field(None, alias="maxRMS")
    robust: bool = Field(False, alias="useRobustMagAndRMS")
    min_median_snr: Number = Field(None, alias="minMedianSNR")
    max_median_snr: Number = Field(None, alias="maxMedianSNR")
    min_best_snr: Number = Field(None, alias="minBestSNR")
    max_best_snr: Number = Field(None, alias="maxBestSNR")
    min_worst_snr: Number = Field(None, alias="minWorstSNR")
    max_worst_snr: Number = Field(None, alias="maxWorstSNR")
    hash: str | None = None

    @field_validator("sort_by")
    @classmethod
    def _column(cls, value: str) -> str:
        name = "created_at" if value == "saved_at" else value
        if name not in series_search.SORTABLE:
            raise ValueError(f"series are not sorted by {value!r}; they are by {', '.join(series_search.SORTABLE)}")
        return name

    def search(self) -> Search:
        """Return what is looked for."""
        cone = None
        if self.ra is not None and self.dec is not None and self.radius is not None:
            cone = (self.ra, self.dec, self.radius)
        equal = ("series_name", "series_obj_id", "filter", "channel", "origin", "filename", "exp_time",
                 "instrument_id", "followup_request_id", "assignment_id", "owner_id", "hash")  # fmt: skip
        return Search(
            cone=cone,
            obj_id_part=self.object_id,
            rejected=self.rejected,
            equal=(*((name, getattr(self, name)) for name in equal), ("is_detected", self.detected)),
            ranges=(
                ("exp_time", self.min_exp_time, self.max_exp_time),
                ("frame_rate", self.min_frame_rate, self.max_frame_rate),
                ("num_exp", self.min_num_exposures, self.max_num_exposures),
                ("limiting_mag", self.limit_fainter, self.limit_brighter),
                ("median_snr", self.min_median_snr, self.max_median_snr),
                ("best_snr", self.min_best_snr, self.max_best_snr),
                ("worst_snr", self.min_worst_snr, self.max_worst_snr),
            ),
            times=(
                ("mjd_first", self.start_after, self.start_before),
                ("mjd_mid", self.mid_after, self.mid_before),
                ("mjd_last", self.end_after, self.end_before),
            ),
            mag=(self.mag_fainter, self.mag_brighter),
            magref=(self.magref_brighter, self.magref_fainter),
            rms=(self.min_rms, self.max_rms),
            robust=self.robust,
            without_limit=self.no_limit,
        )


class NamedOut(BaseModel):
    """A group or stream, by name."""

    id: int
    name: str


class SeriesOut(BaseModel):
    """A series with its statistics; ``data`` as they were asked for."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    instrument_id: int
    owner_id: int
    series_name: str
    series_obj_id: str
    filter: str
    channel: str
    origin: str
    filename: str
    hash: str
    ra: float
    dec: float
    ra_unc: float | None
    dec_unc: float | None
    mjd_first: float
    mjd_mid: float
    mjd_last: float
    mjd_last_detected: float | None
    mag_first: float | None
    mag_last: float | None
    mag_last_detected: float | None
    is_detected: bool
    exp_time: float
    frame_rate: float | None
    num_exp: int
    time_stamp_alignment: str
    limiting_mag: float | None
    ref_flux: float | None
    ref_fluxerr: float | None
    mean_mag: float | None
    rms_mag: float | None
    robust_mag: float | None
    robust_rms: float | None
    median_snr: float | None
    best_snr: float | None
    worst_snr: float | None
    medians: dict[str, float | None]
    maxima: dict[str, float | None]
    minima: dict[str, float | None]
    stds: dict[str, float | None]
    altdata: dict[str, Any] | None
    followup_request_id: int | None
    assignment_id: int | None
    groups: list[NamedOut]
    group_ids: list[int]
    streams: list[NamedOut]
    stream_ids: list[int]
    data: dict[str, list[Any]] | str | None


class SeriesPage(BaseModel):
    """One page of series."""

    series: list[SeriesOut]
    totalMatches: int  # noqa: N815 - SkyPortal's name
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


@routes.post(PATH, body=SeriesBody, answer=MadeOut, beside=BESIDE, acls=UPLOAD)
def post(call: Call[None, SeriesBody]) -> Answer:
    """Store a series; what its sharing policy withholds is answered beside."""
    table = _table(call.body)
    if table is None:
        raise BadInput("data is missing.", field="data")
    given = call.body.model_dump(exclude_unset=True, exclude={"data"})
    place = (call.context.blobs, governed_by_policies())
    made = series.add(call.session, call.principal, given, table, place)
    return with_withheld(call.session, MadeOut(id=made.id), made.withheld)


def _table(body: SeriesBody) -> Table | None:
    if body.data is None:
        return None
    if isinstance(body.data, dict):
        return series_file.from_lists(body.data)
    try:
        content = base64.b64decode(body.data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("As a text, data must be an HDF5 file in base64.", field="data") from error
    return series_file.read(content)


@routes.get(PATH, query=SeriesQuery, answer=SeriesPage, beside=TERMS)
@takes("list of series")
def listed(call: Call[SeriesQuery, None]) -> dict[str, Any]:
    """Return a page of series."""
    query = call.query
    page = Page(query.page, query.size, query.sort_by, query.sort_order == "desc")
    how = (query.data_format, call.context.blobs)
    found, total = series_search.find(call.session, query.search(), page, how)
    return {"series": found, "totalMatches": total, "pageNumber": query.page, "numPerPage": query.size}


@routes.get(ONE, query=OneQuery, answer=SeriesOut, beside=TERMS)
@takes("a series")
def get(call: Call[OneQuery, None]) -> dict[str, Any]:
    """Return one series."""
    return series_search.one(call.session, call.path["series_id"], (call.query.data_format, call.context.blobs))


@routes.patch(ONE, body=SeriesBody, answer=MadeOut, beside=BESIDE, acls=UPLOAD)
def patch(call: Call[None, SeriesBody]) -> Answer:
    """Change a series of one's own, or of a group that one administers; groups are added."""
    number = call.path["series_id"]
    given = call.body.model_dump(exclude_unset=True, exclude={"data"})
    if given.pop("stream_ids", None) is not None:
        raise BadInput("The streams of a series are said when it is stored.", field="stream_ids")
    place = (call.context.blobs, governed_by_policies())
    withheld = series.change(call.session, call.principal, number, given, place, _table(call.body))
    return with_withheld(call.session, MadeOut(id=number), withheld)


@routes.delete(ONE, acls=UPLOAD)
def delete(call: Call[None, None]) -> None:
    """Delete a series of one's own, or of a group that one administers."""
    series.remove(call.session, call.principal, call.path["series_id"])
