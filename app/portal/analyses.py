"""Analyses: asked for, sent out as errands, answered by services or uploaded, and read by who may read their inputs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Select, delete, func, insert, select, text, update
from sqlalchemy.orm import Session, undefer

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errands import Errand, enqueue
from app.errors import BadInput, Conflict, Forbidden, NotAvailableHere
from app.portal.analysis_inputs import check_filters
from app.portal.analysis_results import Packed, pack, unpack
from app.portal.analysis_services import need as need_service
from app.portal.analysis_services import standing
from app.portal.comments import need_source
from app.portal.visibility import Standing, groups_of
from app.tables import AnalysisService, ObjAnalysis

SEND, TIME_OUT = "analysis.send", "analysis.time_out"
"""The kinds of errand, see ``app/outbound/analysis.py``."""
MOST_COMPLETED = 50
"""Completed analyses of one obj that a user may have, as in SkyPortal."""
LONGEST_MESSAGE = 2000
UNKNOWN_TOKEN = "No analysis awaits an answer at this address."  # noqa: S105 - a sentence
_COLUMNS = (
    "id", "created_at", "modified", "obj_id", "analysis_service_id", "hash", "show_parameters", "show_plots",
    "show_corner", "analysis_parameters", "input_filters", "invalid_after", "handled_by_url", "status",
    "status_message", "duration", "last_activity", "num_plots",
)  # fmt: skip
_BRIEF = ("id", "obj_id", "status", "status_message", "created_at", "last_activity", "analysis_service_id")


@dataclass(frozen=True)
class Wanted:
    """How an analysis is asked for."""

    analysis_parameters: dict[str, Any] = field(default_factory=dict)
    input_filters: dict[str, Any] = field(default_factory=dict)
    show: dict[str, bool] = field(default_factory=dict)
    group_ids: list[int] | None = None
    default_analysis_id: int | None = None


@dataclass(frozen=True)
class Sent:
    """What a service sent back; ``status`` success is a success, anything else is a failure."""

    status: str
    message: str | None
    analysis: dict[str, Any]


def _usable(session: Session, service_id: int, *, upload: bool) -> AnalysisService:
    service = need_service(session, service_id)
    if not service.enabled:
        raise BadInput("This analysis service is switched off.", field="analysis_service_id")
    if service.upload_only and not upload:
        raise BadInput("This service takes uploads only: use analysis_upload.", field="analysis_service_id")
    if upload and not service.upload_only:
        raise BadInput("This service takes no uploads: its own results alone count.", field="analysis_service_id")
    return service


def check_parameters(service: AnalysisService, parameters: dict[str, Any]) -> None:
    """Raise :class:`BadInput` for a parameter that the service has not declared."""
    for name in parameters:
        if name not in service.optional_analysis_parameters:
            declared = ", ".join(sorted(service.optional_analysis_parameters)) or "none"
            raise BadInput(f"The service has no parameter {name[:100]!r}; it has: {declared}.",
                           field=f"analysis_parameters.{name[:100]}")  # fmt: skip


def start(session: Session, user_id: int, service_id: int, obj_id: str, wanted: Wanted, whose: Standing) -> int:
    """Ask for an analysis of an obj; the inputs are collected when it is sent, as the requester sees them then."""
    need_source(session, obj_id)
    service = _usable(session, service_id, upload=False)
    check_parameters(service, wanted.analysis_parameters)
    check_filters(wanted.input_filters)
    _need_room(session, user_id, obj_id)
    invalid_after = datetime.now(UTC) + timedelta(seconds=service.timeout)
    made = session.execute(
        insert(ObjAnalysis)
        .values(
            obj_id=obj_id,
            analysis_service_id=service_id,
            default_analysis_id=wanted.default_analysis_id,
            analysis_parameters=wanted.analysis_parameters,
            input_filters=wanted.input_filters,
            handled_by_url=service.url,
            invalid_after=invalid_after,
            **wanted.show,
            **whose.columns(),
        )
        .returning(ObjAnalysis.id)
    ).scalar_one()
    about: dict[str, Any] = {
        "payload": {"analysis_id": made},
        "key": str(made),
        "owner_id": user_id,
        "holder_id": whose.holder_id,
    }
    enqueue(session, Errand(SEND, **about))
    enqueue(session, Errand(TIME_OUT, not_before=invalid_after, **about))
    after = {"obj_id": obj_id, "analysis_service_id": service_id, "parameters": wanted.analysis_parameters}
    record(session, user_id, Change("create", "analysis", made, whose.holder_id, after=after))
    return made


def _need_room(session: Session, user_id: int, obj_id: str) -> None:
    mine = select(func.count()).where(
        ObjAnalysis.owner_id == user_id, ObjAnalysis.obj_id == obj_id, ObjAnalysis.status == "completed"
    )
    if session.execute(mine).scalar_one() >= MOST_COMPLETED:
        raise Conflict(f"You have {MOST_COMPLETED} completed analyses of this source; delete old ones first.")


def ask(session: Session, principal: Principal, service_id: int, obj_id: str, wanted: Wanted) -> int:
    """Ask for an analysis in the principal's name; raise :class:`BadInput` where the service cannot do it."""
    need_source(session, obj_id)
    need_service(session, service_id)
    whose = standing(session, principal, wanted.group_ids)
    return start(session, principal.user_id, service_id, obj_id, wanted, whose)


def upload(session: Session, principal: Principal, service_id: int, obj_id: str, wanted: Wanted, sent: Sent) -> int:
    """Store a result that somebody made elsewhere, for the groups that they name; return the analysis' id."""
    need_source(session, obj_id)
    service = _usable(session, service_id, upload=True)
    packed = pack(sent.analysis)
    _need_room(session, principal.user_id, obj_id)
    whose = standing(session, principal, wanted.group_ids)
    values = {
        "obj_id": obj_id,
        "analysis_service_id": service_id,
        "handled_by_url": service.url,
        "status": "completed" if sent.status == "success" else "failure",
        "status_message": (sent.message or "")[:LONGEST_MESSAGE],
        "result": packed.content,
        "hash": packed.hash,
        "num_plots": packed.num_plots,
    }
    made = session.execute(
        insert(ObjAnalysis).values(**values, **wanted.show, **whose.columns()).returning(ObjAnalysis.id)
    ).scalar_one()
    after = {"obj_id": obj_id, "analysis_service_id": service_id, "hash": packed.hash}
    record(session, principal.user_id, Change("upload", "analysis", made, whose.holder_id, after=after))
    announce(session, "analysis.done", audience_id=whose.audience_id, obj_id=obj_id, analysis_id=made)
    return made


def digest(token: str) -> bytes:
    """Return what is stored of the token in a callback address."""
    return sha256(token.encode()).digest()


def take(session: Session, token: str, sent: Sent) -> int:
    """Take a service's answer, once; the caller is nobody but the holder of the token.

    Raises :class:`NotAvailableHere` alike for a token that never was, was used, or is too late; :class:`BadInput` for
    an answer that cannot be used, after which the service may answer again.
    """
    secret = digest(token)
    if not session.execute(text("SELECT access.analysis_awaited(:secret)"), {"secret": secret}).scalar_one():
        raise NotAvailableHere(UNKNOWN_TOKEN)
    succeeded = sent.status == "success"
    packed = pack(sent.analysis) if succeeded else Packed(b"{}", "", 0)
    values = {
        "secret": secret,
        "status": "completed" if succeeded else "failure",
        "message": (sent.message or ("" if succeeded else "The service says that it failed."))[:LONGEST_MESSAGE],
        "result": packed.content if succeeded else None,
        "hash": packed.hash or None,
        "plots": packed.num_plots,
    }
    taken = session.execute(
        text("SELECT access.take_analysis(:secret, :status, :message, :result, :hash, :plots)"), values
    ).scalar()
    if taken is None:
        raise NotAvailableHere(UNKNOWN_TOKEN)
    return int(taken)


def set_status(
    session: Session, analysis_id: int, status: Literal["pending", "failure", "timed_out"], why: str
) -> bool:
    """Say how an analysis is doing that has no answer yet, as its owner; return whether it was still waiting."""
    statement = (
        update(ObjAnalysis)
        .where(ObjAnalysis.id == analysis_id, ObjAnalysis.status.in_(("queued", "pending")))
        .values(status=status, status_message=why[:LONGEST_MESSAGE], last_activity=func.now(), modified=func.now())
        .returning(ObjAnalysis.obj_id, ObjAnalysis.owner_id, ObjAnalysis.holder_id)
    )
    changed = session.execute(statement).first()
    if changed is None:
        return False
    record(session, changed.owner_id,
           Change("update", "analysis", analysis_id, changed.holder_id, after={"status": status}, why=why))  # fmt: skip
    announce(session, "analysis.done", user_id=changed.owner_id, obj_id=changed.obj_id, analysis_id=analysis_id)
    return True


def no_such(analysis_id: int) -> NotAvailableHere:
    """Return the one answer for an analysis that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no analysis with the id {analysis_id} that you may read.")


def stored(session: Session, analysis_id: int) -> ObjAnalysis:
    """Return a completed analysis with its result; raise :class:`NotAvailableHere`."""
    query = select(ObjAnalysis).where(ObjAnalysis.id == analysis_id).options(undefer(ObjAnalysis.result))
    found = session.scalars(query).first()
    if found is None:
        raise no_such(analysis_id)
    if found.status != "completed":
        raise NotAvailableHere(f"This analysis has no results: it is {found.status!r}.")
    return found


def remove(session: Session, principal: Principal, analysis_id: int) -> None:
    """Delete an analysis with what came of it; who asked for it and the administrators of its group may."""
    row = session.get(ObjAnalysis, analysis_id)
    if row is None:
        raise no_such(analysis_id)
    before, holder = {"obj_id": row.obj_id, "analysis_service_id": row.analysis_service_id}, row.holder_id
    gone = delete(ObjAnalysis).where(ObjAnalysis.id == analysis_id).returning(ObjAnalysis.id)
    if session.execute(gone).scalar() is None:
        raise Forbidden("Only who asked for it, or an administrator of its group, can delete an analysis.")
    record(session, principal.user_id, Change("delete", "analysis", analysis_id, holder, before))


@dataclass(frozen=True)
class Listing:
    """What of which analyses is wanted. Without ``obj_id`` (a part of the name) each is told in brief."""

    obj_id: str | None = None
    service_id: int | None = None
    summary_only: bool = False
    data: bool = False
    filename: bool = False


def listed(session: Session, wanted: Listing) -> list[dict[str, Any]]:
    """Return the analyses that the principal may read, in a fixed number of queries."""
    query = _query().order_by(ObjAnalysis.id)
    if wanted.obj_id is not None:
        query = query.where(func.strpos(ObjAnalysis.obj_id, wanted.obj_id) > 0)
    if wanted.service_id is not None:
        query = query.where(ObjAnalysis.analysis_service_id == wanted.service_id)
    if wanted.summary_only:
        query = query.where(AnalysisService.is_summary)
    return _dicts(session, query, wanted, brief=wanted.obj_id is None)


def one(session: Session, analysis_id: int, wanted: Listing) -> dict[str, Any]:
    """Return one analysis; raise :class:`NotAvailableHere`."""
    found = _dicts(session, _query().where(ObjAnalysis.id == analysis_id), wanted, brief=False)
    if not found:
        raise no_such(analysis_id)
    return found[0]


def _query() -> Select[ObjAnalysis, AnalysisService]:
    # A result outlives the reader's right to use the service, so the service may be unknown to them.
    return select(ObjAnalysis, AnalysisService).outerjoin(
        AnalysisService, AnalysisService.id == ObjAnalysis.analysis_service_id
    )


def _dicts(
    session: Session, query: Select[ObjAnalysis, AnalysisService], wanted: Listing, *, brief: bool
) -> list[dict[str, Any]]:
    if wanted.data and not brief:
        query = query.options(undefer(ObjAnalysis.result))
    rows = session.execute(query).all()
    groups = {} if brief else groups_of(session, (row.audience_id for row, _ in rows))
    found = []
    for row, service in rows:
        about: dict[str, Any] = {name: getattr(row, name) for name in (_BRIEF if brief else _COLUMNS)}
        about["analysis_service_name"] = service.display_name or service.name if service else None
        about["analysis_service_description"] = service.description if service else None
        if not brief:
            about |= {"author_id": row.owner_id, "groups": groups[row.audience_id]}
            if wanted.filename:
                about["filename"] = f"analysis_{row.id}.json" if row.hash else None
            if wanted.data:
                about["data"] = unpack(row.result)
        found.append(about)
    return found
