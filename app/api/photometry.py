"""``/api/photometry`` and ``/api/sources/{id}/photometry``."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from app.access.reads import counting
from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.params import IntList, RowId
from app.api.routes import Answer, Body, Call, Query, Routes
from app.api.spectra_shapes import When
from app.api.taken import TERMS, takes
from app.portal import lightcurves, photometry_edit
from app.portal import photometry_extras as extras
from app.portal.extinction import add_extinction
from app.portal.lightcurves import LightCurveOptions
from app.portal.magsystems import MagSystem
from app.times import mjd_of

routes = Routes("photometry")
ROUTES = routes.all


def _column(kind: str) -> Any:
    """A scalar or a list of ``kind``: checked by the service, which names the row at fault."""
    return WithJsonSchema({"anyOf": [{"type": kind}, {"type": "array", "items": {"type": [kind, "null"]}}]})


Numbers = Annotated[Any, _column("number")]
Integers = Annotated[Any, _column("integer")]
Texts = Annotated[Any, _column("string")]
Documents = Annotated[Any, _column("object")]


class PhotometryPoint(BaseModel):
    """A point as answered; which of the measurement's keys are there depends on ``format``."""

    model_config = ConfigDict(extra="allow")

    id: int
    obj_id: str
    mjd: float
    filter: str
    instrument_id: int
    instrument_name: str
    origin: str
    magsys: str
    snr: float | None = None
    mag: float | None = None
    magerr: float | None = None
    limiting_mag: float | None = None
    flux: float | None = None
    fluxerr: float | None = None
    zp: float | None = None
    created_at: datetime | None = None


class Spaces(Query):
    """In which space and system values are wanted."""

    format: Literal["mag", "flux", "both", "plot"] = "mag"
    magsys: MagSystem = "ab"


class LightCurveQuery(Spaces):
    """What SkyPortal's clients send for a light curve."""

    include_extinction: bool = Field(False, alias="includeExtinction")
    include_validation_info: bool = Field(False, alias="includeValidationInfo")
    include_annotation_info: bool = Field(False, alias="includeAnnotationInfo")
    include_owner_info: bool = Field(False, alias="includeOwnerInfo")
    include_stream_info: bool = Field(False, alias="includeStreamInfo")
    deduplicate: bool = Field(False, alias="deduplicatePhotometry")
    individual_or_series: Literal["individual", "series", "both"] = Field("both", alias="individualOrSeries")
    phase_fold: bool = Field(False, alias="phaseFoldData")
    super_objs: bool = Field(False, alias="includeSuperObjsPhotometry")


class PhotometryBody(Body):
    """One point, or many as lists of one length beside scalars that hold for all."""

    by_row = True

    obj_id: Texts
    mjd: Numbers
    instrument_id: Integers
    filter: Texts
    magsys: Texts = "ab"
    mag: Numbers = None
    magerr: Numbers = None
    limiting_mag: Numbers = None
    limiting_mag_nsigma: Numbers = None
    magref: Numbers = None
    e_magref: Numbers = None
    flux: Numbers = None
    fluxerr: Numbers = None
    zp: Numbers = None
    ref_flux: Numbers = None
    ref_fluxerr: Numbers = None
    ref_zp: Numbers = None
    ra: Numbers = None
    dec: Numbers = None
    ra_unc: Numbers = None
    dec_unc: Numbers = None
    origin: Texts = None
    assignment_id: None = None
    altdata: Documents = None
    extinction_corrected: Literal[False] | None = None
    group_ids: list[int] | Literal["all"] | None = None
    stream_ids: list[RowId] = Field(default_factory=list)


class PhotometryChange(Body):
    """What is to change about a point; what is not named stays."""

    obj_id: str | None = None
    mjd: float | None = None
    instrument_id: int | None = None
    filter: str | None = None
    magsys: str | None = None
    mag: float | None = None
    magerr: float | None = None
    limiting_mag: float | None = None
    magref: float | None = None
    e_magref: float | None = None
    flux: float | None = None
    fluxerr: float | None = None
    zp: float | None = None
    ref_flux: float | None = None
    ref_fluxerr: float | None = None
    ref_zp: float | None = None
    ra: float | None = None
    dec: float | None = None
    ra_unc: float | None = None
    dec_unc: float | None = None
    origin: str | None = None
    assignment_id: None = None
    altdata: dict[str, Any] | None = None
    group_ids: list[int] | None = None
    stream_ids: list[RowId] | None = None
    why: str | None = Field(None, min_length=3, max_length=2000)
    """Why an administrator of the holder shares it beyond its policy; it is kept in the history."""


class Uploaded(BaseModel):
    """The ids in the order sent, and what undoes the upload."""

    ids: list[int]
    upload_id: str


class RangeQuery(Spaces):
    """Which points: of these instruments, observed between these dates (UTC); the body may say it too."""

    instrument_ids: IntList | None = None
    min_date: When | None = None
    max_date: When | None = None


class RangeBody(Body):
    """Which points: of these instruments, observed between these dates (UTC)."""

    instrument_ids: IntList | None = None
    min_date: When | None = None
    max_date: When | None = None


@routes.get("/api/sources/{obj_id}/photometry", query=LightCurveQuery, answer=list[PhotometryPoint], beside=TERMS)
@takes("photometry of a source")
def light_curve(call: Call[LightCurveQuery, None]) -> list[dict[str, Any]]:
    """Return the photometry of a source."""
    query = call.query
    options = LightCurveOptions(
        format=query.format,
        magsys=query.magsys,
        owners=query.include_owner_info,
        streams=query.include_stream_info,
        validations=query.include_validation_info,
        annotations=query.include_annotation_info,
        deduplicate=query.deduplicate,
    )
    obj_id = call.path["obj_id"]
    # What is read only to be left out is not taken.
    with counting(call.session) if query.individual_or_series == "series" else nullcontext():
        points = lightcurves.light_curve(call.session, obj_id, options)
        obj_ids = extras.of_same_thing(call.session, [obj_id]) if query.super_objs else [obj_id]
        others = lightcurves.by_obj(call.session, obj_ids[1:], options) if obj_ids[1:] else {}
    points = [*points, *(point for curve in others.values() for point in curve)]
    if query.individual_or_series == "series":
        points = []
    extras.add_marks(call.session, points, options)
    if query.individual_or_series != "individual":
        points = points + extras.series_points(call.session, obj_ids, options, call.context.blobs)
    if query.include_extinction:
        add_extinction(call.session, obj_id, points, call.context.settings.dust_folder)
    if query.phase_fold:
        extras.add_phases(call.session, obj_id, points)
    return points


@routes.delete("/api/sources/{obj_id}/photometry", answer=str, acls=("Delete bulk photometry",))
def delete_of_source(call: Call[None, None]) -> str:
    """Delete the photometry of a source that is one's own, or of a group that one administers."""
    return _deleted(extras.remove_all(call.session, call.principal, call.path["obj_id"]))


@routes.get("/api/photometry/origins", answer=list[str])
def origins(call: Call[None, None]) -> list[str]:
    """Return the origins of all photometry that one may read."""
    return extras.origins(call.session)


@routes.post("/api/photometry", body=PhotometryBody, answer=Uploaded, beside=BESIDE, acls=("Upload data",))
def post(call: Call[None, PhotometryBody]) -> Answer:
    """Store photometry; a bad or known point makes the whole upload fail.

    What a sharing policy does not let the groups see yet is stored, and answered as ``withheld`` beside the data.
    """
    return _upload(call, merge=False)


@routes.put("/api/photometry", body=PhotometryBody, answer=Uploaded, beside=BESIDE, acls=("Upload data",))
def put(call: Call[None, PhotometryBody]) -> Answer:
    """Store photometry; points that exist are answered with their ids, and shared as asked."""
    return _upload(call, merge=True)


def _upload(call: Call[None, PhotometryBody], *, merge: bool) -> Answer:
    body = call.body
    given = {name: getattr(body, name) for name in type(body).model_fields}
    govern = governed_by_policies()
    done = photometry_edit.upload(call.session, call.principal, given, body.group_ids, merge=merge, govern=govern)
    return with_withheld(call.session, Uploaded(ids=done.ids, upload_id=done.upload_id), done.withheld)


@routes.get("/api/photometry/{photometry_id:int}", query=Spaces, answer=PhotometryPoint, beside=TERMS)
@takes("a point")
def get(call: Call[Spaces, None]) -> dict[str, Any]:
    """Return one point."""
    number = call.path["photometry_id"]
    options = LightCurveOptions(format=call.query.format, magsys=call.query.magsys)
    point = lightcurves.one(call.session, number, options)
    if point is None:
        raise photometry_edit.no_such_point(number)
    return point


@routes.patch("/api/photometry/{photometry_id:int}", body=PhotometryChange, beside=BESIDE, acls=("Upload data",))
def patch(call: Call[None, PhotometryChange]) -> Answer:
    """Change a point of one's own, or of a group that one administers; what a policy withholds is answered beside."""
    given = call.body.model_dump(exclude_unset=True)
    govern = governed_by_policies()
    withheld = photometry_edit.change(call.session, call.principal, call.path["photometry_id"], given, govern)
    return with_withheld(call.session, None, withheld)


@routes.delete("/api/photometry/{photometry_id:int}", acls=("Upload data",))
def delete(call: Call[None, None]) -> None:
    """Delete a point of one's own, or of a group that one administers."""
    photometry_edit.remove(call.session, call.principal, call.path["photometry_id"])


@routes.delete("/api/photometry/bulk_delete/{upload_id}", answer=str, acls=("Delete bulk photometry",))
def delete_upload(call: Call[None, None]) -> str:
    """Delete what one upload stored."""
    gone = photometry_edit.remove_upload(call.session, call.principal, call.path["upload_id"])
    return _deleted(gone)


def _deleted(gone: int) -> str:
    return f"Deleted {gone} photometry point{'' if gone == 1 else 's'}."


@routes.get("/api/photometry/range", query=RangeQuery, body=RangeBody, answer=list[PhotometryPoint], beside=TERMS)
@takes("photometry by time")
def between(call: Call[RangeQuery, RangeBody]) -> list[dict[str, Any]]:
    """Return photometry by observing time and instrument; the filters are in the body, or in the query."""
    asked = call.query.model_dump() | call.body.model_dump(exclude_none=True)
    low = -1e9 if asked["min_date"] is None else mjd_of(asked["min_date"])
    high = 1e9 if asked["max_date"] is None else mjd_of(asked["max_date"])
    options = LightCurveOptions(format=call.query.format, magsys=call.query.magsys)
    return lightcurves.observed_between(call.session, (low, high), asked["instrument_ids"], options)
