"""What I owe, what I am owed, and how an obligation is discharged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.access.audiences import my_group_ids
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotFound
from app.policies.versions import group_names, labels, need_admin
from app.publications.claims import get_publication, is_open, need_part
from app.publications.owed import refresh, tell
from app.publications.stages import NEEDS_REASON, Side, answers, side_of
from app.tables import Obligation, Publication

MISSING = "There is no such obligation."


@dataclass(frozen=True)
class ObligationView:
    """One obligation as its reader may see it. ``next``: the states it can go to, and which side may do that."""

    id: int
    publication_id: int
    publication: str
    stage: str
    debtor_id: int
    debtor: str | None
    creditor_id: int
    creditor: str | None
    policy_version_id: int
    policy: str
    kind: str
    text: str
    required: bool
    state: str
    open: bool
    reason: str | None
    n_rows: int
    next: dict[str, Side]
    overridden_at: datetime | None
    override_reason: str | None
    modified: datetime


@dataclass(frozen=True)
class Wanted:
    """Which obligations to list: of one publication, or those of ``side`` (mine as debtor or as creditor)."""

    publication_id: int | None = None
    side: Literal["owe", "owed"] | None = None
    open_only: bool = False


def list_obligations(session: Session, wanted: Wanted) -> list[ObligationView]:
    """Return obligations that the principal may know of; the open and required ones first."""
    query = (
        select(Obligation, Publication)
        .join(Publication, Publication.id == Obligation.publication_id)
        .order_by(Obligation.id)
    )
    if wanted.publication_id is not None:
        query = query.where(Obligation.publication_id == wanted.publication_id)
    if wanted.side is not None:
        column = Obligation.holder_id if wanted.side == "owe" else Obligation.creditor_id
        query = query.where(column.in_(my_group_ids(session)))
    pairs = [(o, p) for o, p in session.execute(query).tuples() if is_open(o) or not wanted.open_only]
    pairs.sort(key=lambda pair: (not is_open(pair[0]), not pair[0].required, pair[0].id))
    return _views(session, pairs)


def set_state(
    session: Session, principal: Principal, obligation_id: int, state: str, reason: str | None = None
) -> ObligationView:
    """Bring an obligation to another state.

    The debtor's side (the publication's lead, opener or group admins) asks, offers, notifies and includes; the
    creditor's side (admins of the holder group) grants, refuses, opts in or out, and waives. Refusing and waiving
    need a reason, which both sides see.
    """
    obligation = session.get(Obligation, obligation_id)
    if obligation is None:
        raise NotFound(MISSING)
    publication = get_publication(session, obligation.publication_id)
    if side_of(obligation.kind, obligation.state, state) == "debtor":
        need_part(session, principal, publication)
    else:
        need_admin(session, principal, obligation.creditor_id)
    if state in NEEDS_REASON and not (reason or "").strip():
        raise BadInput("Give a reason: the other side will see it.", field="reason")
    before = {"state": obligation.state, "reason": obligation.reason}
    values = {"state": state, "reason": reason, "changed_by_id": principal.user_id, "modified": func.now()}
    same = (Obligation.id == obligation_id, Obligation.state == obligation.state)
    if session.execute(update(Obligation).where(*same).values(**values)).rowcount != 1:  # type: ignore[attr-defined]
        raise NotFound(MISSING)
    # What a group does about an idea of its own is nobody else's to know.
    private = publication.stage == "idea" and state in ("open", "included")
    groups = (obligation.holder_id,) if private else (obligation.holder_id, obligation.creditor_id)
    after = {"state": state, "publication_id": publication.id}
    for group_id in groups:
        record(
            session, principal.user_id, Change("state", "obligation", obligation_id, group_id, before, after, reason)
        )
    refresh(session, publication.id)
    for group_id in groups:
        tell(session, group_id, publication.id)
    session.expire_all()
    return view(session, obligation_id)


def view(session: Session, obligation_id: int) -> ObligationView:
    """Return one obligation as its reader may see it."""
    obligation = session.get_one(Obligation, obligation_id)
    return _views(session, [(obligation, get_publication(session, obligation.publication_id))])[0]


def _views(session: Session, pairs: list[tuple[Obligation, Publication]]) -> list[ObligationView]:
    names = group_names(session, {g for o, _p in pairs for g in (o.holder_id, o.creditor_id)})
    policies = labels(session, {o.policy_version_id for o, _p in pairs})
    return [
        ObligationView(
            id=o.id,
            publication_id=p.id,
            publication=p.title,
            stage=p.stage,
            debtor_id=o.holder_id,
            debtor=names.get(o.holder_id),
            creditor_id=o.creditor_id,
            creditor=names.get(o.creditor_id),
            policy_version_id=o.policy_version_id,
            policy=policies.get(o.policy_version_id, ""),
            kind=o.kind,
            text=o.text,
            required=o.required,
            state=o.state,
            open=is_open(o),
            reason=o.reason,
            n_rows=o.n_rows,
            next=answers(o.kind, o.state),
            overridden_at=o.overridden_at,
            override_reason=o.override_reason,
            modified=o.modified,
        )
        for o, p in pairs
    ]
