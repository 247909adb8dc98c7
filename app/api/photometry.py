"""``/api/photometry`` and ``/api/sources/{id}/photometry``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from sqlalchemy.orm import Session

from app.api.params import IntList, UtcTime
from app.api.routes import Answer, Body, Call, Query, Routes
from app.errors import BadInput
from app.policies import uploads
from app.portal import lightcurves, photometry_edit
from app.portal.governed import Asked, Plan, Planner, Withheld, told
from app.portal.lightcurves import LightCurveOptions
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
    magsys: Literal["ab", "vega"] = "ab"


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


class PhotometryBody(Body):
    """One point, or many as lists of one length beside scalars that hold for all."""

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
    stream_ids: list[int] = Field(default_factory=list)


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
    stream_ids: list[int] | None = None
    why: str | None = Field(None, min_length=3, max_length=2000)
    """Why an administrator of the holder shares it beyond its policy; it is kept in the history."""


class Uploaded(BaseModel):
    """The ids in the order sent, and what undoes the upload."""

    ids: list[int]
    upload_id: str


class WithheldOut(BaseModel):
    """A group that was asked for and does not read ``n_rows`` of the points yet; ``due_at`` null means never."""

    group_id: int
    due_at: datetime | None
    n_rows: int
    policy_version_id: int


BESIDE = {"withheld": list[WithheldOut]}


class RangeBody(Body):
    """Which points: of these instruments, observed between these dates (UTC)."""

    instrument_ids: IntList | None = None
    min_date: UtcTime | None = None
    max_date: UtcTime | None = None


@routes.get("/api/sources/{obj_id}/photometry", query=LightCurveQuery, answer=list[PhotometryPoint])
def light_curve(call: Call[LightCurveQuery, None]) -> list[dict[str, Any]]:
    """Return the photometry of a source."""
    query = call.query
    if query.include_extinction:
        raise BadInput("Galactic extinction is not known here; ask without it.", field="includeExtinction")
    if query.phase_fold:
        raise BadInput("Phase folding is not offered here; ask without it.", field="phaseFoldData")
    options = LightCurveOptions(
        format=query.format,
        magsys=query.magsys,
        owners=query.include_owner_info,
        streams=query.include_stream_info,
        validations=query.include_validation_info,
        annotations=query.include_annotation_info,
        deduplicate=query.deduplicate,
    )
    points = lightcurves.light_curve(call.session, call.path["obj_id"], options)
    return [] if query.individual_or_series == "series" else points


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
    govern = _governed_by_policies()
    done = photometry_edit.upload(call.session, call.principal, given, body.group_ids, merge=merge, govern=govern)
    return _answer(call.session, Uploaded(ids=done.ids, upload_id=done.upload_id), done.withheld)


def _governed_by_policies() -> Planner:
    now = datetime.now(UTC)

    def plan(session: Session, asked: Asked) -> Plan:
        upload = uploads.Upload(
            asked.holder_id,
            asked.group_ids,
            asked.instrument_ids,
            asked.mjds,
            asked.stream_ids,
            asked.version_id,
            asked.joins,
        )
        return uploads.plan_upload(session, upload, now)

    return plan


def _answer(session: Session, data: Uploaded | None, withheld: Sequence[Withheld]) -> Answer:
    """Say what is withheld beside the data, where strict clients do not trip over it, and as a sentence."""
    beside = [
        WithheldOut(group_id=w.group_id, due_at=w.due_at, n_rows=w.n_rows, policy_version_id=w.policy_version_id)
        for w in withheld
    ]
    return Answer(data, told(session, withheld), beside={"withheld": beside})


@routes.get("/api/photometry/{photometry_id:int}", query=Spaces, answer=PhotometryPoint)
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
    govern = _governed_by_policies()
    withheld = photometry_edit.change(call.session, call.principal, call.path["photometry_id"], given, govern)
    return _answer(call.session, None, withheld)


@routes.delete("/api/photometry/{photometry_id:int}", acls=("Upload data",))
def delete(call: Call[None, None]) -> None:
    """Delete a point of one's own, or of a group that one administers."""
    photometry_edit.remove(call.session, call.principal, call.path["photometry_id"])


@routes.delete("/api/photometry/bulk_delete/{upload_id}", answer=str, acls=("Delete bulk photometry",))
def delete_upload(call: Call[None, None]) -> str:
    """Delete what one upload stored."""
    gone = photometry_edit.remove_upload(call.session, call.principal, call.path["upload_id"])
    return f"Deleted {gone} photometry point{'' if gone == 1 else 's'}."


@routes.get("/api/photometry/range", query=Spaces, body=RangeBody, answer=list[PhotometryPoint])
def between(call: Call[Spaces, RangeBody]) -> list[dict[str, Any]]:
    """Return photometry by observing time and instrument; the filters are in the body, as SkyPortal has it."""
    body = call.body
    low = mjd_of(body.min_date) if body.min_date else -1e9
    high = mjd_of(body.max_date) if body.max_date else 1e9
    options = LightCurveOptions(format=call.query.format, magsys=call.query.magsys)
    return lightcurves.observed_between(call.session, (low, high), body.instrument_ids, options)
