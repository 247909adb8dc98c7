"""``/api/ingest``: what became of the packets, for the subscribers of their stream."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.api.params import PageNumber
from app.api.routes import Call, Query, Routes
from app.tables import IngestRun, QuarantinedPacket, Stream

routes = Routes("ingest")
ROUTES = routes.all


class Paged(Query):
    """Which page."""

    page_number: PageNumber = 1
    num_per_page: int = Field(25, ge=1, le=500, alias="numPerPage")


class QuarantineQuery(Paged):
    """Which packets: of a run, of a kind of trouble, not replayed yet."""

    run_id: int | None = Field(None, alias="runID")
    code: str | None = None
    open_only: bool = Field(False, alias="openOnly")


class Example(BaseModel):
    """The first case of a kind of trouble; ``of_source`` tells an archive cut short from a packet."""

    sentence: str
    where: str
    of_source: bool


class IngestRunOut(BaseModel):
    """A run and its account: ``n_read`` counts packets, the others alerts, ``n_saved`` candidates."""

    id: int
    source: str
    stream: str | None
    started_at: datetime
    ended_at: datetime | None
    n_read: int
    n_decoded: int
    n_passed: int
    n_saved: int
    n_duplicates: int
    n_quarantined: int
    reasons: dict[str, int]
    examples: dict[str, Example]


class RunsPage(BaseModel):
    """One page of runs."""

    runs: list[IngestRunOut]
    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class QuarantinedOut(BaseModel):
    """A packet that could not be used."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    run_id: int
    source: str
    position: str
    code: str
    reason: str
    quarantined_at: datetime
    replayed_at: datetime | None


class QuarantinePage(BaseModel):
    """One page of quarantine."""

    packets: list[QuarantinedOut]
    totalMatches: int  # noqa: N815
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


@routes.get("/api/ingest/runs", query=Paged, answer=RunsPage)
def runs(call: Call[Paged, None]) -> RunsPage:
    """Return the runs of the streams that one subscribes to, the latest first."""
    found, total = _page(call.session, IngestRun, call.query, [])
    wanted = {run.stream_id for run in found if run.stream_id is not None}
    names: dict[int, str] = dict(
        call.session.execute(select(Stream.id, Stream.name).where(Stream.id.in_(wanted))).tuples().all()
    )
    return RunsPage(
        runs=[_run(run, names.get(run.stream_id or 0)) for run in found],
        totalMatches=total,
        pageNumber=call.query.page_number,
        numPerPage=call.query.num_per_page,
    )


@routes.get("/api/ingest/quarantine", query=QuarantineQuery, answer=QuarantinePage)
def quarantine(call: Call[QuarantineQuery, None]) -> QuarantinePage:
    """Return the quarantined packets of the runs that one may read, the latest first."""
    query = call.query
    where: list[ColumnElement[bool]] = []
    if query.run_id is not None:
        where.append(QuarantinedPacket.run_id == query.run_id)
    if query.code is not None:
        where.append(QuarantinedPacket.code == query.code)
    if query.open_only:
        where.append(QuarantinedPacket.replayed_at.is_(None))
    found, total = _page(call.session, QuarantinedPacket, query, where)
    return QuarantinePage(
        packets=[QuarantinedOut.model_validate(one) for one in found],
        totalMatches=total,
        pageNumber=query.page_number,
        numPerPage=query.num_per_page,
    )


def _page(session: Session, table: Any, query: Paged, where: Sequence[ColumnElement[bool]]) -> tuple[list[Any], int]:
    total = session.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
    wanted = select(table).where(*where).order_by(table.id.desc())
    offset = (query.page_number - 1) * query.num_per_page
    return list(session.scalars(wanted.offset(offset).limit(query.num_per_page))), total


def _run(run: IngestRun, stream: str | None) -> IngestRunOut:
    columns = {name: getattr(run, name) for name in IngestRunOut.model_fields if hasattr(run, name)}
    troubles: dict[str, Any] = run.reasons
    reasons = {code: one["n"] for code, one in troubles.items()}
    examples = {code: Example.model_validate(one) for code, one in troubles.items()}
    return IngestRunOut(**columns | {"stream": stream, "reasons": reasons, "examples": examples})
