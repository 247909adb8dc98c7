"""Appeals against entries of a conduct ledger, and how their reviewer decides them; both sides see all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden
from app.publications.conduct_entries import EntryWithEvidence, get_entry, view
from app.publications.conduct_ledger import KIND, ask_reviewer
from app.publications.conduct_settings import tell
from app.tables import ConductAppeal, ConductEntry, ConductEvidence

Verdict = Literal["upheld", "changed", "withdrawn"]


@dataclass(frozen=True)
class Decision:
    """What a reviewer decides: ``weight`` (signed) where the entry is changed, and nowhere else."""

    verdict: Verdict
    why: str
    weight: float | None = None


def appeal(
    session: Session, principal: Principal, entry_id: int, reason: str, now: datetime | None = None
) -> EntryWithEvidence:
    """Appeal against an entry of a group that one administers; it does not count until its reviewer has decided.

    Raises :class:`Forbidden` for anybody else, :class:`Conflict` where the time for it is over or it was decided.
    """
    at = now or datetime.now(UTC)
    entry = get_entry(session, entry_id)
    if not principal.is_admin and entry.group_id not in set(session.scalars(text("SELECT access.my_admin_groups()"))):
        raise Forbidden("This takes an admin of the group that the entry is about.")
    if not reason.strip():
        raise BadInput("Give a reason: the reviewer and both sides will see it.", field="reason")
    if entry.state == "shown" and at >= entry.effective_at:
        raise Conflict(f"Appeals were open until {entry.effective_at:%Y-%m-%d %H:%M} UTC.")
    if entry.state != "shown":
        raise Conflict(f"This entry is {entry.state}: there is nothing to appeal against.")
    done = text("SELECT access.appeal_entry(:id, :reason, :at)")
    if not session.execute(done, {"id": entry_id, "reason": reason, "at": at}).scalar_one():
        raise Conflict("This entry was decided meanwhile: look at it again.")
    session.expire_all()
    after = {"state": "appealed"}
    _record(session, principal, entry, Change("appeal", KIND, entry_id, None, {"state": "shown"}, after, reason))
    _tell_sides(session, entry, "An appeal was made against an entry of a conduct ledger.")
    named = session.get_one(ConductAppeal, entry_id).reviewer_id
    if named is not None:
        ask_reviewer(session, entry_id, named)
    return view(session, principal, entry_id, at)


def review(
    session: Session, principal: Principal, entry_id: int, decision: Decision, now: datetime | None = None
) -> EntryWithEvidence:
    """Decide an appeal as its reviewer: uphold the entry, change what it weighs, or withdraw it; never to the worse.

    Raises :class:`Forbidden` for anybody but the reviewer, also where they have joined a group concerned meanwhile.
    """
    at = now or datetime.now(UTC)
    entry = get_entry(session, entry_id)
    heard = session.get(ConductAppeal, entry_id, populate_existing=True)
    if heard is None or heard.reviewer_id != principal.user_id:
        raise Forbidden("This takes the reviewer of an appeal against the entry.")
    if entry.state != "appealed":
        raise Conflict(f"This appeal is decided: the entry is {entry.state}.")
    _check(entry, decision)
    before = {"state": entry.state, "weight": entry.weight}
    done = text("SELECT access.review_entry(:id, :verdict, :weight, :why, :at)")
    values = {"id": entry_id, "verdict": decision.verdict, "weight": decision.weight, "why": decision.why, "at": at}
    if not session.execute(done, values).scalar_one():
        raise Forbidden("You are in one of the groups concerned: another reviewer decides this.")
    session.expire_all()
    after = {"verdict": decision.verdict, "state": entry.state, "weight": entry.weight}
    _record(session, principal, entry, Change("review", KIND, entry_id, None, before, after, decision.why))
    _tell_sides(session, entry, f"An appeal against an entry of a conduct ledger was decided: {decision.verdict}.")
    return view(session, principal, entry_id, at)


def _check(entry: ConductEntry, decision: Decision) -> None:
    if not decision.why.strip():
        raise BadInput("Give a reason: both sides will see it.", field="why")
    if (decision.verdict == "changed") != (decision.weight is not None):
        raise BadInput("Name the new weight where the entry is changed, and nowhere else.", field="weight")
    if decision.weight is None:
        return
    least, most = (entry.weight, 0.0) if entry.weight < 0 else (entry.weight, 200.0)
    if not least < decision.weight <= most:
        said = f"An appeal does not make it worse: the weight must be above {least:g}, up to {most:g}."
        raise BadInput(said, field="weight")


def _record(session: Session, principal: Principal, entry: ConductEntry, change: Change) -> None:
    for holder_id in dict.fromkeys((entry.group_id, entry.collaboration_id)):
        record(session, principal.user_id, replace(change, holder_id=holder_id))


def _tell_sides(session: Session, entry: ConductEntry, told: str) -> None:
    kept = session.get(ConductEvidence, entry.id)
    sides = (entry.group_id, entry.collaboration_id, *(kept.counterpart_ids if kept else ()))
    for group_id in dict.fromkeys(sides):
        tell(session, entry.collaboration_id, group_id, told, ("conduct_entry", entry.id))
