"""Scan reports: what groups saved of the candidates that passed their filters in some nights.

A report names the objs. What is told of each is looked up for every reader, as they may read it now, so that a report
never passes on what its author alone could see; only a comment made in the report itself is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, NotAvailableHere
from app.portal import classifications
from app.portal.followup_details import detail
from app.portal.magnitudes import AB_ZP
from app.portal.obj_view import objs_of, saved_groups_of, statistics_of
from app.portal.visibility import for_groups, groups_of, users_of
from app.tables import (
    Allocation,
    Candidate,
    Comment,
    FollowupRequest,
    Instrument,
    ObjAudience,
    ScanReport,
    ScanReportItem,
    Source,
)
from app.times import mjd_of

MOST_ITEMS = 2_000


@dataclass(frozen=True)
class Span:
    """A time range (UTC)."""

    start: datetime
    end: datetime


def last_hours(hours: float) -> Span:
    """Return the range of so many hours that ends now."""
    now = datetime.now(UTC)
    return Span(now - timedelta(hours=hours), now)


def add(
    session: Session, principal: Principal, group_ids: list[int], spans: tuple[Span, Span], options: dict[str, Any]
) -> int:
    """Report what passed the groups' filters in the first span and was saved to them in the second; return the id.

    Raises :class:`Conflict` where these groups have this report, :class:`BadInput` where nothing was saved.
    """
    standing = for_groups(session, principal, group_ids)
    same = select(ScanReport.id).where(ScanReport.audience_id == standing.audience_id, ScanReport.options == options)
    if session.scalars(same).first() is not None:
        raise Conflict("These groups have a report of these ranges already.")
    passed, saved = spans
    through = select(Candidate.obj_id).where(
        Candidate.holder_id.in_(group_ids), Candidate.passed_at.between(passed.start, passed.end)
    )
    kept = select(Source.obj_id, func.min(Source.saved_at).label("at")).where(
        Source.active, Source.holder_id.in_(group_ids), Source.saved_at.between(saved.start, saved.end),
        Source.obj_id.in_(through),
    )  # fmt: skip
    found = list(session.scalars(kept.group_by(Source.obj_id).order_by("at", Source.obj_id).limit(MOST_ITEMS + 1)))
    if not found:
        raise BadInput("Nothing that passed these groups' filters then was saved to them then.")
    if len(found) > MOST_ITEMS:
        raise BadInput(f"More than {MOST_ITEMS} sources were saved then; ask for a shorter time.")
    made = session.execute(
        insert(ScanReport).values(options=options, **standing.columns()).returning(ScanReport.id)
    ).scalar_one()
    session.execute(insert(ScanReportItem).inline(), [{"scan_report_id": made, "obj_id": obj_id} for obj_id in found])
    after = {"options": options, "items": len(found)}
    record(session, principal.user_id, Change("create", "scan_report", made, standing.holder_id, after=after))
    return made


def listed(session: Session, place: tuple[int, int]) -> tuple[list[dict[str, Any]], int]:
    """Return one page (number, size) of the readable reports, newest first, and the number of all."""
    total = session.execute(select(func.count()).select_from(ScanReport)).scalar_one()
    number, size = place
    rows = session.scalars(
        select(ScanReport).order_by(ScanReport.created_at.desc(), ScanReport.id.desc()).limit(size)
        .offset((number - 1) * size)
    ).all()  # fmt: skip
    groups = groups_of(session, (row.audience_id for row in rows))
    authors = users_of(session, (row.owner_id for row in rows))
    return [
        {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "author_id": row.owner_id,
            "author": authors[row.owner_id]["username"] if row.owner_id in authors else None,
            "options": row.options, "groups": groups[row.audience_id],
        }
        for row in rows
    ], total  # fmt: skip


def _need(session: Session, report_id: int) -> ScanReport:
    found = session.get(ScanReport, report_id)
    if found is None:
        raise NotAvailableHere(f"There is no scan report with the id {report_id} that you may see.")
    return found


def comment(session: Session, principal: Principal, place: tuple[int, int], said: str | None) -> None:
    """Set the comment of an item (report, item); whoever reads the report may."""
    report = _need(session, place[0])
    these = (ScanReportItem.id == place[1], ScanReportItem.scan_report_id == report.id)
    before = session.execute(select(ScanReportItem.comment).where(*these)).first()
    if before is None:
        raise NotAvailableHere("There is no such item in this report.")
    session.execute(update(ScanReportItem).where(*these).values(comment=said))
    change = Change("update", "scan_report_item", place[1], report.holder_id, {"comment": before[0]}, {"comment": said})
    record(session, principal.user_id, change)


def items(session: Session, report_id: int) -> list[dict[str, Any]]:
    """Return the items of a report, each with what the reader may read of it."""
    report = _need(session, report_id)
    rows = session.scalars(
        select(ScanReportItem).where(ScanReportItem.scan_report_id == report_id).order_by(ScanReportItem.id)
    ).all()
    data = _data(session, [row.obj_id for row in rows], report.owner_id)
    return [
        {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
            "scan_report_id": report_id,
            "data": data[row.obj_id] | ({"comment": row.comment} if row.comment is not None else {}),
        }
        for row in rows
    ]  # fmt: skip


def _data(session: Session, obj_ids: Sequence[str], author_id: int) -> dict[str, dict[str, Any]]:
    objs = objs_of(session, obj_ids)
    known = statistics_of(session, obj_ids)
    saved = saved_groups_of(session, obj_ids)
    named = classifications.by_obj(session, obj_ids)
    mags, said, asked = _magnitudes(session, obj_ids), _said(session, obj_ids, author_id), _asked(session, obj_ids)
    now = mjd_of(datetime.now(UTC))
    told: dict[str, dict[str, Any]] = {}
    for obj_id in obj_ids:
        first = known[obj_id].first_detected_mjd if obj_id in known else None
        told[obj_id] = {
            "tns_name": objs[obj_id]["tns_name"],
            "host_redshift": objs[obj_id]["redshift"],
            "comment": said.get(obj_id),
            "current_mag": mags.get(obj_id),
            "current_age": None if first is None else round(now - first, 2),
            "classifications": [
                {name: one[name] for name in ("classification", "probability", "ml")} for one in named.get(obj_id, [])
            ],
            "saved_info": [
                {"saved_at": group["saved_at"], "saved_by": (group["saved_by"] or {}).get("username"),
                 "group": group["name"]}
                for group in saved[obj_id]
            ],
            "followups": asked.get(obj_id, []),
        }  # fmt: skip
    return told


def _magnitudes(session: Session, obj_ids: Sequence[str]) -> dict[str, float]:
    latest = func.max(ObjAudience.latest)[2]
    rows = session.execute(
        select(ObjAudience.obj_id, AB_ZP - 2.5 * func.log(latest))
        .where(ObjAudience.obj_id.in_(obj_ids))
        .group_by(ObjAudience.obj_id)
    )
    return {obj_id: round(mag, 3) for obj_id, mag in rows if mag is not None}


def _said(session: Session, obj_ids: Sequence[str], author_id: int) -> dict[str, str]:
    """Return the newest comment of the report's author on each obj."""
    rows = session.execute(
        select(Comment.obj_id, Comment.text)
        .where(Comment.obj_id.in_(obj_ids), Comment.owner_id == author_id, ~Comment.bot)
        .order_by(Comment.created_at, Comment.id)
    )
    return {row.obj_id: row.text for row in rows}


def _asked(session: Session, obj_ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    rows = session.execute(
        select(FollowupRequest.obj_id, Instrument.name, detail("status"), detail("payload"))
        .join(Allocation, Allocation.id == FollowupRequest.allocation_id)
        .join(Instrument, Instrument.id == Allocation.instrument_id)
        .where(FollowupRequest.obj_id.in_(obj_ids))
        .order_by(FollowupRequest.id)
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for obj_id, name, status, payload in rows:
        told = {"instrument": name, "priority": (payload or {}).get("priority", "NA"), "status": status}
        found.setdefault(obj_id, []).append(told)
    return found
