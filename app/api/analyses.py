"""``/api/obj/analysis``: analyses of objs by services elsewhere, their results, and the address they answer to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.analysis_services import Made
from app.api.routes import Body, Call, Query, Raw, Routes
from app.api.shapes import GroupOut
from app.portal import analyses as service
from app.portal import analysis_results
from app.portal.analyses import Listing, Sent, Wanted

routes = Routes("analyses")
ROUTES = routes.all
RUN = ("Run Analyses",)


class _Optional(BaseModel):
    """What the brief form of a list leaves out."""

    modified: datetime | None = None
    author_id: int | None = None
    hash: str | None = None
    show_parameters: bool | None = None
    show_plots: bool | None = None
    show_corner: bool | None = None
    analysis_parameters: dict[str, Any] | None = None
    input_filters: dict[str, Any] | None = None
    invalid_after: datetime | None = None
    handled_by_url: str | None = None
    duration: float | None = None
    num_plots: int | None = None
    filename: str | None = None
    groups: list[GroupOut] | None = None
    data: dict[str, Any] | None = None


class AnalysisOut(_Optional):
    """An analysis; ``duration`` in seconds."""

    id: int
    obj_id: str
    analysis_service_id: int
    analysis_service_name: str | None
    analysis_service_description: str | None
    status: str
    status_message: str | None
    created_at: datetime
    last_activity: datetime


class _Show(Body):
    show_parameters: bool = False
    show_plots: bool = False
    show_corner: bool = False
    group_ids: list[int] | None = None

    def shown(self) -> dict[str, bool]:
        """Return what the source page is to show."""
        return {name: getattr(self, name) for name in ("show_parameters", "show_plots", "show_corner")}


class AnalysisBody(_Show):
    """How an analysis is to be made."""

    analysis_parameters: dict[str, Any] = Field(default_factory=dict)
    input_filters: dict[str, Any] = Field(default_factory=dict)


class UploadBody(_Show):
    """A result that was made elsewhere."""

    status: str = "success"
    message: str | None = None
    analysis: dict[str, Any] = Field(default_factory=dict)


class UploadMade(BaseModel):
    """The id of the analysis, and its message."""

    id: int
    message: str


class WebhookBody(BaseModel):
    """What a service answers: ``status`` is ``success``, or it failed."""

    status: str = Field(max_length=100)
    message: str | None = None
    analysis: dict[str, Any] = Field(default_factory=dict)


class AnalysisQuery(Query):
    """What is wanted of one analysis."""

    include_analysis_data: bool = Field(False, alias="includeAnalysisData")
    include_filename: bool = Field(False, alias="includeFilename")


class AnalysesQuery(AnalysisQuery):
    """Which analyses are wanted; without ``objID`` each is told in brief."""

    obj_id: str | None = Field(None, alias="objID", max_length=200)
    analysis_service_id: int | None = Field(None, alias="analysisServiceID", ge=0, lt=2**31)
    summary_only: bool = Field(False, alias="summaryOnly")


class ResultsQuery(Query):
    """Whether the results are wanted as a file."""

    download: bool = False


@routes.get("/api/obj/analysis", query=AnalysesQuery, answer=list[AnalysisOut])
def listed(call: Call[AnalysesQuery, None]) -> list[dict[str, Any]]:
    """Return the analyses that you may read: everything that they were made from must be open to you."""
    q = call.query
    wanted = Listing(q.obj_id, q.analysis_service_id, q.summary_only, q.include_analysis_data, q.include_filename)
    return service.listed(call.session, wanted)


@routes.get("/api/obj/analysis/{analysis_id:int}", query=AnalysisQuery, answer=AnalysisOut)
def get(call: Call[AnalysisQuery, None]) -> dict[str, Any]:
    """Return one analysis."""
    wanted = Listing(data=call.query.include_analysis_data, filename=call.query.include_filename)
    return service.one(call.session, call.path["analysis_id"], wanted)


@routes.delete("/api/obj/analysis/{analysis_id:int}", acls=RUN)
def delete(call: Call[None, None]) -> None:
    """Delete an analysis with what came of it."""
    service.remove(call.session, call.principal, call.path["analysis_id"])


@routes.post("/api/obj/{obj_id}/analysis/{service_id:int}", body=AnalysisBody, answer=Made, acls=RUN)
def post(call: Call[None, AnalysisBody]) -> Made:
    """Ask a service for an analysis of a source."""
    body = call.body
    wanted = Wanted(body.analysis_parameters, body.input_filters, body.shown(), body.group_ids)
    place = (call.path["service_id"], call.path["obj_id"])
    return Made(id=service.ask(call.session, call.principal, *place, wanted))


@routes.post("/api/obj/{obj_id}/analysis_upload/{service_id:int}", body=UploadBody, answer=UploadMade, acls=RUN)
def upload(call: Call[None, UploadBody]) -> UploadMade:
    """Store the result of an analysis that was made elsewhere."""
    body = call.body
    sent = Sent(body.status, body.message, body.analysis)
    place = (call.path["service_id"], call.path["obj_id"])
    made = service.upload(
        call.session, call.principal, *place, Wanted(show=body.shown(), group_ids=body.group_ids), sent
    )
    return UploadMade(id=made, message=body.message or "")


@routes.get(
    "/api/obj/analysis/{analysis_id:int}/results",
    query=ResultsQuery,
    answer=Any,
    produces=("application/octet-stream",),
)
def results(call: Call[ResultsQuery, None]) -> Any:
    """Return the results of an analysis: as values, or as a file."""
    found = service.stored(call.session, call.path["analysis_id"])
    if not call.query.download:
        return analysis_results.results(found.result)
    content, ending = analysis_results.results_file(found.result)
    name = f"analysis_{found.id}_results.{ending}"
    return Raw(content, "application/octet-stream", {"Content-Disposition": f'attachment; filename="{name}"'})


@routes.get(
    "/api/obj/analysis/{analysis_id:int}/plots/{plot_number:int}", answer=bytes, produces=analysis_results.TYPES
)
def plot(call: Call[None, None]) -> Raw:
    """Return one plot of an analysis, by number from 0."""
    found = service.stored(call.session, call.path["analysis_id"])
    content, kind = analysis_results.plot(found.result, call.path["plot_number"])
    ending = kind.rpartition("/")[2]
    name = f"analysis_{found.id}_plot_{call.path['plot_number']}.{ending}"
    return Raw(content, kind, {"Content-Disposition": f'inline; filename="{name}"'})


@routes.get(
    "/api/obj/analysis/{analysis_id:int}/corner", answer=bytes, produces=analysis_results.TYPES, leaves_out=True
)
def corner(call: Call[None, None]) -> Raw:
    """Say that no corner plots are drawn here."""
    return Raw(*analysis_results.corner(service.stored(call.session, call.path["analysis_id"]).result))


@routes.post("/api/webhook/obj_analysis/{code}", body=WebhookBody, auth="none")
def webhook(call: Call[None, WebhookBody]) -> None:
    """Take the answer of an analysis service, once, at the address that it was given."""
    body = call.body
    service.take(call.session, call.path["code"], Sent(body.status, body.message, body.analysis))
