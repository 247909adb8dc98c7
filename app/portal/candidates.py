"""Candidates: objs that passed a group's filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, exists, func, select, text
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import arrays
from app.portal.objs import NewObj, ensure_objs
from app.portal.visibility import Standing
from app.tables import Candidate, Classification, Comment, Filter, FollowupRequest, Obj, Source, Spectrum, Trigger

NEW = "candidate.new"


@dataclass(frozen=True)
class CandidateRow:
    """One passage of a filter as it is stored; ``filter_step`` names the filter's version."""

    obj_id: str
    filter_id: int
    passed_at: datetime
    audience_id: int
    holder_id: int
    owner_id: int
    passing_alert_id: int | None = None
    filter_step: str | None = None


_INSERT = text(
    "INSERT INTO candidates (obj_id, filter_id, passed_at, audience_id, holder_id, owner_id, passing_alert_id,"
    " filter_step) SELECT * FROM unnest(CAST(:obj_id AS text[]), CAST(:filter_id AS int[]),"
    " CAST(:passed_at AS timestamptz[]), CAST(:audience_id AS bigint[]), CAST(:holder_id AS int[]),"
    " CAST(:owner_id AS int[]), CAST(:passing_alert_id AS bigint[]), CAST(:filter_step AS text[]))"
    " ON CONFLICT (filter_id, obj_id, passing_alert_id) DO NOTHING RETURNING id"
)


def add_candidates(session: Session, rows: Sequence[CandidateRow]) -> list[int]:
    """Store passages, return the ids of the new ones; one with the same filter, obj and alert changes nothing."""
    if not rows:
        return []
    # In the order of the key: two writers that meet take their locks in one order.
    ordered = sorted(rows, key=lambda r: (r.filter_id, r.obj_id, r.passing_alert_id or 0))
    columns = {
        "obj_id": arrays.texts(r.obj_id for r in ordered),
        "filter_id": arrays.numbers(r.filter_id for r in ordered),
        "passed_at": arrays.texts(r.passed_at.isoformat() for r in ordered),
        "audience_id": arrays.numbers(r.audience_id for r in ordered),
        "holder_id": arrays.numbers(r.holder_id for r in ordered),
        "owner_id": arrays.numbers(r.owner_id for r in ordered),
        "passing_alert_id": arrays.numbers(r.passing_alert_id for r in ordered),
        "filter_step": arrays.texts(r.filter_step for r in ordered),
    }
    return list(session.scalars(_INSERT, columns))


@dataclass(frozen=True)
class NewCandidate:
    """A passage posted by a person or a script."""

    obj: NewObj
    filter_ids: list[int]
    passed_at: datetime
    passing_alert_id: int | None = None


def post(session: Session, principal: Principal, new: NewCandidate) -> list[int]:
    """Store the passages and return their ids, the existing ones where nothing is new.

    Raises :class:`BadInput` for a filter of a group that the principal is not in.
    """
    filters = session.scalars(select(Filter).where(Filter.id.in_(new.filter_ids)).order_by(Filter.id)).all()
    for filter_id in new.filter_ids:
        if filter_id not in {f.id for f in filters}:
            raise BadInput(f"There is no filter with the id {filter_id} in your groups.", field="filter_ids")
    readers = {f.id: intern(session, [Grant(f.group_id, f.stream_id)]) for f in filters}
    standings = dict.fromkeys(Standing(readers[f.id], f.group_id, principal.user_id) for f in filters)
    ensure_objs(session, [replace(new.obj, standings=tuple(standings))], principal.user_id)
    rows = [
        CandidateRow(
            obj_id=new.obj.id,
            filter_id=chosen.id,
            passed_at=new.passed_at,
            audience_id=readers[chosen.id],
            holder_id=chosen.group_id,
            owner_id=principal.user_id,
            passing_alert_id=new.passing_alert_id,
        )
        for chosen in filters
    ]
    made = set(add_candidates(session, rows))
    for row in rows if made else ():
        after = {"obj_id": row.obj_id, "filter_id": row.filter_id}
        change = Change("create", "candidate", row.obj_id, row.holder_id, after=after)
        record(session, principal.user_id, change)
        announce(session, NEW, audience_id=row.audience_id, obj_id=row.obj_id)
    same_alert = Candidate.passing_alert_id.is_not_distinct_from(new.passing_alert_id)
    asked = Candidate.filter_id.in_(new.filter_ids)
    return list(
        session.scalars(
            select(Candidate.id).where(Candidate.obj_id == new.obj.id, asked, same_alert).order_by(Candidate.id)
        )
    )


def remove(session: Session, principal: Principal, obj_id: str, filter_id: int) -> int:
    """Delete the passages of an obj through a filter that the principal owns or administers; return how many.

    Raises :class:`NotAvailableHere` where there are none that one may read, :class:`Forbidden` where they are not
    one's own to delete.
    """
    these = (Candidate.obj_id == obj_id, Candidate.filter_id == filter_id)
    holder_id = session.scalars(select(Candidate.holder_id).where(*these).limit(1)).first()
    if holder_id is None:
        raise NotAvailableHere("There is no candidate of this name and filter that you may read.")
    gone = session.scalars(delete(Candidate).where(*these).returning(Candidate.id)).all()
    if not gone:
        raise Forbidden("Only who posted a candidate, or an administrator of the filter's group, can delete it.")
    before = {"obj_id": obj_id, "filter_id": filter_id, "n": len(gone)}
    record(session, principal.user_id, Change("delete", "candidate", obj_id, holder_id, before))
    return len(gone)


def sweep(session: Session, principal: Principal, months: int, most: int, dry_run: bool) -> tuple[int, int]:
    """Delete objs whose last passage is so many months (of 30 days) old and that nobody saved; oldest first.

    With them go their passages, photometry, annotations and thumbnails, as in SkyPortal; what has a classification,
    comment, spectrum or follow-up request stays. Returns how many went (in a dry run: would go), and how many are
    left. For system administrators.
    """
    last = func.max(Candidate.passed_at)
    kept = (
        exists().where(Source.obj_id == Candidate.obj_id, Source.active | Source.requested),
        *(exists().where(table.obj_id == Candidate.obj_id) for table in (Classification, Comment, Spectrum)),
        *(exists().where(table.obj_id == Candidate.obj_id) for table in (FollowupRequest, Trigger)),
    )
    old = select(Candidate.obj_id).where(*(~one for one in kept)).group_by(Candidate.obj_id)
    old = old.having(last < datetime.now(UTC) - timedelta(days=30 * months)).order_by(last, Candidate.obj_id)
    found = list(session.scalars(old))
    going = found[:most]
    if going and not dry_run:
        session.execute(delete(Obj).where(Obj.id == func.any(going)))
        record(session, principal.user_id, Change("sweep", "candidate", going[0], after={"obj_ids": going}))
    return len(going), len(found) - len(going)
