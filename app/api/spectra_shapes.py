"""The bodies, queries and answers of ``/api/spectra``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field, field_validator

from app.api.params import IntList, RowId, StrList, UtcTime
from app.api.routes import Body, Query
from app.api.shapes import AuthorOut, GroupOut


def _date(value: Any) -> Any:
    # A number would be taken for seconds since 1970, which an MJD is not.
    if isinstance(value, int | float) or (isinstance(value, str) and value.replace(".", "", 1).strip().isdigit()):
        raise ValueError("send the time as an ISO date such as 2026-01-31T05:06:07, in UTC")
    return value


When = Annotated[UtcTime, BeforeValidator(_date)]
Flag = Literal["source", "host", "host_center"]
Groups = list[int] | Literal["all"] | None


class _Links(Body):
    """Who and what a spectrum belongs to."""

    type: Flag | None = None
    label: str | None = None
    group_ids: Groups = None
    pi: list[RowId] | None = None
    external_pi: str | None = None
    reduced_by: list[RowId] | None = None
    external_reducer: str | None = None
    observed_by: list[RowId] | None = None
    external_observer: str | None = None
    followup_request_id: RowId | None = None
    assignment_id: RowId | None = None


class SpectrumBody(_Links):
    """A new spectrum: wavelengths in Å, fluxes and errors in ``units``, the time in UTC."""

    obj_id: str
    instrument_id: RowId
    observed_at: When
    wavelengths: list[float]
    fluxes: list[float]
    errors: list[float] | None = None
    units: Literal["erg/s/cm/cm/AA", "Jy", "AB"] | None = None
    origin: str | None = None
    altdata: dict[str, Any] | None = None


class SpectrumChange(_Links):
    """What is to change about a spectrum; groups are added to those that read it."""

    obj_id: str | None = None
    instrument_id: RowId | None = None
    observed_at: When | None = None
    wavelengths: list[float] | None = None
    fluxes: list[float] | None = None
    errors: list[float] | None = None
    units: Literal["erg/s/cm/cm/AA", "Jy", "AB"] | None = None
    origin: str | None = None
    altdata: dict[str, Any] | None = None
    why: str | None = Field(None, min_length=3, max_length=2000)
    """Why an administrator of the holder shares it beyond its policy; it is kept in the history."""


class AsciiBody(Body):
    """A text file, and in which columns (from 0) what stands."""

    ascii: str
    wave_column: int = Field(0, ge=0, le=1000)
    flux_column: int = Field(1, ge=0, le=1000)
    fluxerr_column: int | None = Field(None, ge=0, le=1000)

    @field_validator("wave_column", "flux_column", mode="before")
    @classmethod
    def _default(cls, value: Any, info: Any) -> Any:
        return {"wave_column": 0, "flux_column": 1}[info.field_name] if value is None else value


class AsciiUpload(AsciiBody, _Links):
    """A text file that is to be kept as a spectrum; ``filename`` is kept with it."""

    obj_id: str
    instrument_id: RowId
    observed_at: When
    filename: str = Field(min_length=1, max_length=255)
    units: Literal["erg/s/cm/cm/AA", "Jy", "AB"] | None = None
    origin: str | None = None


class FileQuery(Query):
    """Whether the file that a spectrum came in is wanted."""

    include_original_file: bool = Field(False, alias="includeOriginalFile")


class SourceSpectraQuery(FileQuery):
    """How the spectra of a source are wanted."""

    normalization: Literal["median"] | None = None
    sort_by: Literal["observed_at", "created_at"] = Field("observed_at", alias="sortBy")
    sort_order: Literal["asc", "desc"] = Field("asc", alias="sortOrder")


class SpectraQuery(FileQuery):
    """Which spectra: texts are parts of names, several values are alternatives, times are UTC."""

    minimal_payload: bool = Field(False, alias="minimalPayload")
    observed_before: When | None = Field(None, alias="observedBefore")
    observed_after: When | None = Field(None, alias="observedAfter")
    modified_before: When | None = Field(None, alias="modifiedBefore")
    modified_after: When | None = Field(None, alias="modifiedAfter")
    obj_id: str | None = Field(None, alias="objID")
    instrument_ids: IntList | None = Field(None, alias="instrumentIDs")
    group_ids: IntList | None = Field(None, alias="groupIDs")
    followup_request_ids: IntList | None = Field(None, alias="followupRequestIDs")
    assignment_ids: IntList | None = Field(None, alias="assignmentIDs")
    origin: StrList | None = None
    label: StrList | None = None
    type: StrList | None = None
    comments_filter: StrList | None = Field(None, alias="commentsFilter")
    comments_filter_author: StrList | None = Field(None, alias="commentsFilterAuthor")
    comments_filter_before: When | None = Field(None, alias="commentsFilterBefore")
    comments_filter_after: When | None = Field(None, alias="commentsFilterAfter")


class RangeQuery(Query):
    """Spectra of these instruments, observed between these dates (UTC)."""

    instrument_ids: IntList | None = None
    min_date: When | None = None
    max_date: When | None = None


class BulkBody(Body):
    """Of which sources spectra are wanted."""

    group_id: RowId | None = None
    obj_ids: list[str] | None = Field(None, max_length=10_000)
    classifications: list[str] | None = Field(None, max_length=1000)
    probability: float | None = Field(None, ge=0, le=1, alias="classificationProbThreshold")
    max_sources: int = Field(200, ge=1, le=1000, alias="maxSources")


class SynthQuery(Query):
    """The bandpasses to compute magnitudes in."""

    filters: StrList | None = None


class SynthBody(Body):
    """The bandpasses to compute magnitudes in."""

    filters: list[str] | None = Field(None, max_length=100)


class MadeOut(BaseModel):
    """The id of what was made."""

    id: int


class PointsOut(BaseModel):
    """The ids of the photometry that was made, and what undoes it."""

    ids: list[int]
    upload_id: str


class SpectrumOut(BaseModel):
    """A spectrum; the arrays, people, notes and the file are there where they were asked for."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    observed_at: datetime
    units: str | None
    origin: str | None
    type: str
    label: str | None
    instrument_id: int
    instrument_name: str
    telescope_id: int
    telescope_name: str
    followup_request_id: int | None
    assignment_id: int | None
    altdata: dict[str, Any] | None
    original_file_filename: str | None
    owner_id: int
    wavelengths: list[float] | None = None
    fluxes: list[float] | None = None
    errors: list[float] | None = None
    original_file_string: str | None = None
    observed_at_mjd: float | None = None
    groups: list[GroupOut] | None = None
    owner: AuthorOut | None = None
    pis: list[AuthorOut] | None = None
    reducers: list[AuthorOut] | None = None
    observers: list[AuthorOut] | None = None
    external_pi: str | None = None
    external_reducer: str | None = None
    external_observer: str | None = None
    comments: list[dict[str, Any]] | None = None
    annotations: list[dict[str, Any]] | None = None


class SourceSpectraOut(BaseModel):
    """The spectra of a source."""

    obj_id: str
    spectra: list[SpectrumOut]


class ParsedOut(BaseModel):
    """What a text file says; nothing of it is kept."""

    wavelengths: list[float]
    fluxes: list[float]
    errors: list[float] | None = None
    altdata: dict[str, Any] | None = None


class BulkSourceOut(BaseModel):
    """What the phases of a source's spectra are counted from: MJD (UTC)."""

    id: str
    redshift: float | None
    first_detected_mjd: float | None
    peak_mjd: float | None
    tns_discovery_date: str | None


class BulkSpectrumOut(BaseModel):
    """A slim spectrum."""

    obj_id: str
    observed_at: str
    wavelengths: list[float]
    fluxes: list[float]


class BulkOut(BaseModel):
    """Slim spectra of many sources; ``truncated`` where a cap cut them short."""

    sources: list[BulkSourceOut]
    spectra: list[BulkSpectrumOut]
    truncated: bool
