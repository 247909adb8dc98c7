"""``/api/spectra``, which SkyPortal also calls ``/api/spectrum``, and ``/api/sources/{id}/spectra``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from app.api import spectra_shapes as shapes
from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.routes import Answer, Call, Method, Routes
from app.api.taken import TERMS, takes
from app.errors import BadInput
from app.portal import spectra, spectra_ascii, spectra_search, spectra_view, synthphot
from app.portal.spectra_ascii import Columns
from app.portal.spectra_search import Search, Sources
from app.portal.spectra_view import Wanted
from app.tables import Spectrum

routes = Routes("spectra")
ROUTES = routes.all
UPLOAD = ("Upload data",)


def both(method: Method, rest: str = "", **declared: Any) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
    """Declare an operation under both names of the resource."""

    def keep(operation: Callable[[Any], Any]) -> Callable[[Any], Any]:
        for name in ("spectrum", "spectra"):
            routes.add(method, f"/api/{name}{rest}", **declared)(operation)
        return operation

    return keep


@both("POST", body=shapes.SpectrumBody, answer=shapes.MadeOut, beside=BESIDE, acls=UPLOAD)
def post(call: Call[None, shapes.SpectrumBody]) -> Answer:
    """Store a spectrum; what its sharing policy withholds is answered beside."""
    return _added(call, call.body.model_dump(exclude_unset=True))


def _added(call: Call[Any, Any], given: dict[str, Any]) -> Answer:
    made = spectra.add(call.session, call.principal, given, call.body.group_ids, governed_by_policies())
    return with_withheld(call.session, shapes.MadeOut(id=made.id), made.withheld)


@both("GET", query=shapes.SpectraQuery, answer=list[shapes.SpectrumOut], beside=TERMS)
@takes("list of spectra")
def listed(call: Call[shapes.SpectraQuery, None]) -> list[dict[str, Any]]:
    """Return spectra by what they, or the comments on them, say."""
    query = call.query
    search = Search(
        obj_id=query.obj_id,
        instrument_ids=query.instrument_ids,
        group_ids=query.group_ids,
        followup_request_ids=query.followup_request_ids,
        assignment_ids=query.assignment_ids,
        origins=query.origin,
        labels=query.label,
        types=query.type,
        observed=(query.observed_after, query.observed_before),
        modified=(query.modified_after, query.modified_before),
        comments=query.comments_filter,
        commented_by=query.comments_filter_author,
        commented=(query.comments_filter_after, query.comments_filter_before),
    )
    whole = not query.minimal_payload
    wanted = Wanted(arrays=whole, people=whole, notes=whole, original_file=whole and query.include_original_file)
    return spectra_view.read(call.session, spectra_search.conditions(search), wanted)


@both("GET", "/{spectrum_id:int}", query=shapes.FileQuery, answer=shapes.SpectrumOut, beside=TERMS)
@takes("a spectrum")
def get(call: Call[shapes.FileQuery, None]) -> dict[str, Any]:
    """Return one spectrum."""
    wanted = Wanted(notes=True, original_file=call.query.include_original_file)
    return spectra_view.one(call.session, call.path["spectrum_id"], wanted)


@both("PUT", "/{spectrum_id:int}", body=shapes.SpectrumChange, beside=BESIDE, acls=UPLOAD)
def put(call: Call[None, shapes.SpectrumChange]) -> Answer:
    """Change a spectrum of one's own, or of a group that one administers; groups are added."""
    given = call.body.model_dump(exclude_unset=True)
    number = call.path["spectrum_id"]
    withheld = spectra.change(call.session, call.principal, number, given, governed_by_policies())
    return with_withheld(call.session, None, withheld)


@both("DELETE", "/{spectrum_id:int}", acls=UPLOAD)
def delete(call: Call[None, None]) -> None:
    """Delete a spectrum of one's own, or of a group that one administers."""
    spectra.remove(call.session, call.principal, call.path["spectrum_id"])


@both("POST", "/parse/ascii", body=shapes.AsciiBody, answer=shapes.ParsedOut, acls=UPLOAD)
def parse_ascii(call: Call[None, shapes.AsciiBody]) -> dict[str, Any]:
    """Say what a text file would become; nothing of it is kept."""
    return _parsed(call.body)


def _parsed(body: shapes.AsciiBody) -> dict[str, Any]:
    return spectra_ascii.parse(body.ascii, Columns(body.wave_column, body.flux_column, body.fluxerr_column))


@both("POST", "/ascii", body=shapes.AsciiUpload, answer=shapes.MadeOut, beside=BESIDE, acls=UPLOAD)
def post_ascii(call: Call[None, shapes.AsciiUpload]) -> Answer:
    """Store the spectrum that a text file says, and the file with it."""
    body = call.body
    given = body.model_dump(exclude_unset=True) | _parsed(body)
    given |= {"original_file_string": body.ascii, "original_file_filename": body.filename}
    return _added(call, given)


@both("GET", "/range", query=shapes.RangeQuery, answer=list[shapes.SpectrumOut], beside=TERMS)
@takes("spectra by time")
def between(call: Call[shapes.RangeQuery, None]) -> list[dict[str, Any]]:
    """Return spectra by observing time and instrument."""
    query = call.query
    bounds: tuple[datetime | None, datetime | None] = (query.min_date, query.max_date)
    search = Search(instrument_ids=query.instrument_ids, observed=bounds)
    order = (Spectrum.observed_at, Spectrum.id)
    return spectra_view.read(call.session, spectra_search.conditions(search), Wanted(), order)


@both("POST", "/bulk", body=shapes.BulkBody, answer=shapes.BulkOut, beside=TERMS)
@takes("spectra in bulk")
def bulk(call: Call[None, shapes.BulkBody]) -> dict[str, Any]:
    """Return slim spectra of many sources, with what their phases are counted from; this only reads."""
    body = call.body
    sources = Sources(body.group_id, body.obj_ids, body.classifications, body.probability, body.max_sources)
    return spectra_search.bulk(call.session, sources)


@both(
    "POST", "/synthphot/{spectrum_id:int}", query=shapes.SynthQuery, body=shapes.SynthBody, answer=shapes.PointsOut,
    acls=UPLOAD,
)  # fmt: skip
def synthetic(call: Call[shapes.SynthQuery, shapes.SynthBody]) -> shapes.PointsOut:
    """Compute AB magnitudes of a spectrum and keep them as photometry, for whom the spectrum is."""
    filters = call.body.filters or call.query.filters
    if not filters:
        raise BadInput("Name at least one bandpass.", field="filters")
    made = synthphot.add(call.session, call.principal, call.path["spectrum_id"], filters)
    return shapes.PointsOut(ids=made.ids, upload_id=made.upload_id)


@routes.get(
    "/api/sources/{obj_id}/spectra",
    query=shapes.SourceSpectraQuery,
    answer=shapes.SourceSpectraOut,
    beside=TERMS,
)
@takes("spectra of a source")
def of_source(call: Call[shapes.SourceSpectraQuery, None]) -> dict[str, Any]:
    """Return the spectra of a source."""
    query, obj_id = call.query, call.path["obj_id"]
    wanted = Wanted(
        notes=True, mjd=True, original_file=query.include_original_file, median=query.normalization == "median"
    )
    found = spectra_view.of_source(call.session, obj_id, wanted, (query.sort_by, query.sort_order))
    return {"obj_id": obj_id, "spectra": found}
