"""``/api/candidates/scan_reports``: what was saved of the candidates of some nights."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.params import UtcTime
from app.api.routes import Body, Call, Query, Routes
from app.api.shapes import GroupOut
from app.errors import BadInput
from app.portal import scan_reports
from app.portal.scan_reports import Span, last_hours

routes = Routes("candidates")
ROUTES = routes.all
MOST_HOURS = 24 * 366


class PassedRange(Body):
    """When candidates passed a filter."""

    start_date: UtcTime
    end_date: UtcTime


class SavedRange(Body):
    """When candidates were saved."""

    start_saved_date: UtcTime
    end_saved_date: UtcTime


class ReportBody(Body):
    """Which candidates to report: ranges, or windows in hours that end now; a range goes before a window."""

    group_ids: list[int] = Field(min_length=1)
    passed_filters_range: PassedRange | None = None
    saved_candidates_range: SavedRange | None = None
    passed_filters_window_hours: float | None = Field(None, gt=0, le=MOST_HOURS)
    saved_candidates_window_hours: float | None = Field(None, gt=0, le=MOST_HOURS)
    gcn_event_dateobs: None = None

    def spans(self) -> tuple[Span, Span]:
        """Return when candidates passed and when they were saved; raise :class:`BadInput` where one is missing."""
        passed, saved = self.passed_filters_range, self.saved_candidates_range
        if passed is not None:
            through = Span(passed.start_date, passed.end_date)
        elif self.passed_filters_window_hours is not None:
            through = last_hours(self.passed_filters_window_hours)
        else:
            raise BadInput("Say when the candidates passed a filter.", field="passed_filters_range")
        if saved is not None:
            return through, Span(saved.start_saved_date, saved.end_saved_date)
        if self.saved_candidates_window_hours is None:
            raise BadInput("Say when the candidates were saved.", field="saved_candidates_range")
        return through, last_hours(self.saved_candidates_window_hours)


class ReportsQuery(Query):
    """Which page of reports."""

    page: int = Field(1, ge=1, le=1_000_000)
    num_per_page: int = Field(10, ge=1, le=500, alias="numPerPage")


class ReportOut(BaseModel):
    """A report; ``author`` is a username."""

    id: int
    created_at: datetime
    modified: datetime
    author_id: int
    author: str | None
    options: dict[str, Any]
    groups: list[GroupOut]


class ReportsPage(BaseModel):
    """One page of reports."""

    reports: list[ReportOut]
    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class ItemOut(BaseModel):
    """A saved candidate, with what the reader may read of it."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    scan_report_id: int
    data: dict[str, Any]


class ItemChange(Body):
    """The comment of an item."""

    comment: str | None = Field(None, max_length=10_000)


@routes.post("/api/candidates/scan_reports", body=ReportBody, acls=("Upload data",))
def post(call: Call[None, ReportBody]) -> None:
    """Report what was saved of the candidates of some time."""
    body = call.body
    options = body.model_dump(mode="json", exclude={"group_ids"}, exclude_none=True)
    scan_reports.add(call.session, call.principal, body.group_ids, body.spans(), options)


@routes.get("/api/candidates/scan_reports", query=ReportsQuery, answer=ReportsPage)
def listed(call: Call[ReportsQuery, None]) -> dict[str, Any]:
    """Return reports, newest first."""
    place = (call.query.page, call.query.num_per_page)
    reports, total = scan_reports.listed(call.session, place)
    return {"reports": reports, "totalMatches": total, "pageNumber": place[0], "numPerPage": place[1]}


@routes.get("/api/candidates/scan_reports/{report_id:int}/items", answer=list[ItemOut])
def items(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the items of a report."""
    return scan_reports.items(call.session, call.path["report_id"])


@routes.patch("/api/candidates/scan_reports/{report_id:int}/items/{item_id:int}", body=ItemChange, acls=("Comment",))
def patch(call: Call[None, ItemChange]) -> None:
    """Set the comment of an item."""
    place = (call.path["report_id"], call.path["item_id"])
    scan_reports.comment(call.session, call.principal, place, call.body.comment)
