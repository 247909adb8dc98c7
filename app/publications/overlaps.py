"""Overlapping claims: what each side is told, and the procedure that settles them with an outcome on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.context import Context
from app.errors import BadInput, Conflict, Forbidden, NotFound
from app.log import get_logger
from app.policies.versions import group_names
from app.publications.claims import get_publication, need_part
from app.tables import ClaimOverlap, ClaimSide, Obj, Publication

Outcome = Literal["priority", "joint", "separate"]
MISSING = "There is no such overlap of claims."
log = get_logger(__name__)


@dataclass(frozen=True)
class Claim:
    """One of the two claims, as the other side may know it: title and group only where the reader may know them."""

    publication_id: int
    kind: str
    announced_at: datetime | None
    group: str | None
    title: str | None


@dataclass(frozen=True)
class OverlapView:
    """An overlap as its reader may see it; ``obj_ids`` are the shared objs that the reader's side was told of."""

    id: int
    claims: list[Claim]
    by_class: bool
    obj_ids: list[str]
    rule: str
    state: str
    deadline_at: datetime | None
    arbiter_id: int | None
    proposed_id: int | None
    answers: dict[str, Any]
    outcome: str | None
    winner_id: int | None
    why: str | None
    settled_at: datetime | None


@dataclass(frozen=True)
class Verdict:
    """What somebody answers or decides: with ``priority``, of which publication."""

    outcome: Outcome
    winner_id: int | None
    why: str


def list_overlaps(session: Session, publication_id: int | None = None) -> list[OverlapView]:
    """Return the overlaps that the principal was told of, as one of a side or as arbiter, the newest first."""
    query = select(ClaimOverlap).order_by(ClaimOverlap.id.desc())
    if publication_id is not None:
        query = query.where((ClaimOverlap.first_id == publication_id) | (ClaimOverlap.second_id == publication_id))
    return _views(session, list(session.scalars(query)))


def get_overlap(session: Session, overlap_id: int) -> ClaimOverlap:
    """Return an overlap that the principal was told of; raise :class:`NotFound`."""
    found = session.get(ClaimOverlap, overlap_id, populate_existing=True)
    if found is None:
        raise NotFound(MISSING)
    return found


def view(session: Session, overlap_id: int) -> OverlapView:
    """Return one overlap as its reader may see it."""
    return _views(session, [get_overlap(session, overlap_id)])[0]


def answer(
    session: Session, principal: Principal, overlap_id: int, publication_id: int, verdict: Verdict
) -> OverlapView:
    """Say for one side how to settle it; where both sides say the same, that is the outcome."""
    found = get_overlap(session, overlap_id)
    _check(found, verdict)
    if publication_id not in (found.first_id, found.second_id):
        raise BadInput("That publication is not one of the two.", field="publication_id")
    need_part(session, principal, _own(session, publication_id))
    said = {"outcome": verdict.outcome, "winner_id": verdict.winner_id}
    answers = found.answers | {str(publication_id): said | {"why": verdict.why}}
    _write(session, overlap_id, answers=answers)
    _record(session, principal.user_id, "answer", overlap_id, said | {"publication_id": publication_id}, verdict.why)
    others = [given for place, given in answers.items() if place != str(publication_id)]
    if any({"outcome": o["outcome"], "winner_id": o["winner_id"]} == said for o in others):
        _settle(session, found, principal.user_id, said, "Both sides agree.")
    else:
        _tell(session, found, "A side has said how to settle an overlap of claims.")
    return view(session, overlap_id)


def decide(session: Session, principal: Principal, overlap_id: int, verdict: Verdict) -> OverlapView:
    """Settle it as its arbiter."""
    found = get_overlap(session, overlap_id)
    if found.arbiter_id != principal.user_id:
        raise Forbidden("This takes the arbiter.")
    _check(found, verdict)
    said = {"outcome": verdict.outcome, "winner_id": verdict.winner_id}
    _settle(session, found, principal.user_id, said, verdict.why)
    return view(session, overlap_id)


class Procedures:
    """Called often by the release service: what nobody settled in time is settled by its rule, or unresolved."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock

    def __call__(self, context: Context) -> int:
        """Settle all that is due now, each in a transaction of its own; return how many."""
        done = 0
        while True:
            with context.transaction() as session:
                if not _settle_next(session, self.clock()):
                    break
            done += 1
        if done:
            log.info("claims settled", overlaps=done)
        return done


def _settle_next(session: Session, now: datetime) -> bool:
    due = (
        select(ClaimOverlap)
        .where(ClaimOverlap.state == "open", ClaimOverlap.deadline_at <= now)
        .order_by(ClaimOverlap.deadline_at, ClaimOverlap.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    found = session.scalars(due).first()
    if found is None:
        return False
    by_rule = found.proposed_id is not None
    said = {"outcome": "priority" if by_rule else "unresolved", "winner_id": found.proposed_id}
    why = f"Not settled in time: by the rule {found.rule!r}." if by_rule else "Not settled in time."
    _settle(session, found, None, said, why)
    return True


def _settle(session: Session, found: ClaimOverlap, user_id: int | None, said: dict[str, Any], why: str) -> None:
    _record(session, user_id, "settle", found.id, said, why)
    _tell(session, found, "An overlap of claims is settled.")
    _write(session, found.id, **said, state="settled", why=why, settled_at=func.now())


def _check(found: ClaimOverlap, verdict: Verdict) -> None:
    if found.state != "open":
        raise Conflict(f"This overlap is {found.state}: there is nothing to settle.")
    if (verdict.outcome == "priority") != (verdict.winner_id is not None):
        raise BadInput("Name whose the priority is, and nobody otherwise.", field="winner_id")
    if verdict.winner_id is not None and verdict.winner_id not in (found.first_id, found.second_id):
        raise BadInput("The priority is of one of the two publications.", field="winner_id")


def _own(session: Session, publication_id: int) -> Publication:
    try:
        return get_publication(session, publication_id)
    except NotFound as error:
        raise Forbidden("This takes a lead of the publication, or an admin of its group.") from error


def _record(
    session: Session, user_id: int | None, action: str, overlap_id: int, after: dict[str, Any], why: str
) -> None:
    for claim in _claims(session, [overlap_id]):
        record(session, user_id, Change(action, "overlap", overlap_id, claim.holder_id, after=after, why=why))


def _tell(session: Session, found: ClaimOverlap, told: str) -> None:
    for publication_id in (found.first_id, found.second_id):
        session.execute(
            text("SELECT access.tell_overlap(:id, :publication_id, :told)"),
            {"id": found.id, "publication_id": publication_id, "told": told},
        )


def _claims(session: Session, overlap_ids: list[int]) -> list[Any]:
    found = session.execute(text("SELECT * FROM access.claims_in(CAST(:ids AS int[]))"), {"ids": overlap_ids})
    return list(found.all())


def _write(session: Session, overlap_id: int, **values: Any) -> None:
    statement = update(ClaimOverlap).where(ClaimOverlap.id == overlap_id)
    session.execute(statement.values(**values, modified=func.now()))


def _views(session: Session, overlaps: list[ClaimOverlap]) -> list[OverlapView]:
    ids = [one.id for one in overlaps]
    facts = _claims(session, ids)
    names = group_names(session, {fact.holder_id for fact in facts})
    about = {fact.publication_id for fact in facts}
    titles = dict(
        session.execute(select(Publication.id, Publication.title).where(Publication.id.in_(about))).tuples().all()
    )
    sides = session.execute(select(ClaimSide.overlap_id, ClaimSide.obj_ids).where(ClaimSide.overlap_id.in_(ids))).all()
    objs = {obj_id for side in sides for obj_id in side.obj_ids}
    readable = set(session.scalars(select(Obj.id).where(Obj.id.in_(objs))))
    return [
        OverlapView(
            id=one.id,
            claims=[
                Claim(f.publication_id, f.kind, f.announced_at, names.get(f.holder_id), titles.get(f.publication_id))
                for f in facts
                if f.overlap_id == one.id
            ],
            obj_ids=sorted({o for side in sides if side.overlap_id == one.id for o in side.obj_ids} & readable),
            by_class=one.by_class,
            rule=one.rule,
            state=one.state,
            deadline_at=one.deadline_at,
            arbiter_id=one.arbiter_id,
            proposed_id=one.proposed_id,
            answers=one.answers,
            outcome=one.outcome,
            winner_id=one.winner_id,
            why=one.why,
            settled_at=one.settled_at,
        )
        for one in overlaps
    ]
