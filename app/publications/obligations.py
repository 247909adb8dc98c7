"""What I owe, what I am owed, and how an obligation is discharged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import Select, func, or_, select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import my_group_ids
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotFound
from app.policies.versions import group_names, labels, need_admin
from app.publications.claims import get_publication, is_open, need_part
from app.publications.owed import refresh, tell
from app.publications.scope import take_turn
from app.publications.stages import NEEDS_REASON, Side, answers, blocks_from, side_of
from app.tables import Obligation, Publication

MISSING = "There is no such obligation."


@dataclass(frozen=True)
class ObligationView:
    """One obligation as its reader may see it. ``next``: the states it can go to, and which side may do that.

    ``evidence``: the rows that it follows from, by kind of product, of which ``n_rows`` is the sum; a colleague of the
    opener is told of kinds of product of which they read a row themselves. ``share`` (0 to 1) is the creditor's of
    those kinds, ``places`` the number of authors to offer. ``demand``: whether the offer is enough or an answer is
    needed. ``blocks_from``: the stage that it keeps the publication from. ``due_at``: until when an answer is
    expected; ``overdue``: it did not come, and ``late`` says from whom, also where it came in the end. ``note``: what
    to do where nothing goes on by itself.
    """

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
    stage_limit: str | None
    blocks_from: str | None
    evidence: dict[str, int]
    share: float
    places: int | None
    demand: str | None
    from_list: str | None
    from_group_id: int | None
    due_at: datetime | None
    overdue: bool
    overdue_since: datetime | None
    late: str | None
    note: str | None


@dataclass(frozen=True)
class Wanted:
    """Which obligations to list; ``side`` says whether mine as debtor or as creditor."""

    publication_id: int | None = None
    side: Literal["owe", "owed"] | None = None
    open_only: bool = False
    kind: str | None = None
    state: str | None = None
    overdue: bool | None = None


@dataclass(frozen=True)
class Totals:
    """What one side has to do: numbers of obligations that are open, and when the next answer is due (UTC).

    ``required`` are those that keep a publication from going on; ``asked`` wait for the creditor's answer.
    """

    open: int = 0
    required: int = 0
    asked: int = 0
    overdue: int = 0
    next_due_at: datetime | None = None
    by_kind: dict[str, int] = field(default_factory=dict)


def list_obligations(session: Session, wanted: Wanted) -> list[ObligationView]:
    """Return obligations that the principal may know of; the open and required ones first."""
    pairs = [(o, p) for o, p in session.execute(_query(session, wanted)).tuples() if is_open(o) or not wanted.open_only]
    pairs.sort(key=lambda pair: (not is_open(pair[0]), not pair[0].required, pair[0].id))
    return _views(session, pairs)


def totals(session: Session, side: Literal["owe", "owed"]) -> Totals:
    """Return how much one's groups owe, or are owed, in publications that are not over."""
    pairs = session.execute(_query(session, Wanted(side=side))).tuples()
    found = [o for o, p in pairs if is_open(o) and p.stage not in ("withdrawn", "lapsed")]
    kinds = [o.kind for o in found]
    return Totals(
        open=len(found),
        required=sum(o.required and o.overridden_at is None for o in found),
        asked=sum(o.state in ("requested", "offered") for o in found),
        overdue=sum(_overdue(o) for o in found),
        next_due_at=min((o.due_at for o in found if o.due_at is not None and not _overdue(o)), default=None),
        by_kind={kind: kinds.count(kind) for kind in sorted(set(kinds))},
    )


def _query(session: Session, wanted: Wanted) -> Select[Obligation, Publication]:
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
    if wanted.kind is not None:
        query = query.where(Obligation.kind == wanted.kind)
    if wanted.state is not None:
        query = query.where(Obligation.state == wanted.state)
    if wanted.overdue is not None:
        late = Obligation.overdue_at.is_not(None) & or_(Obligation.due_at.is_not(None), Obligation.late == "debtor")
        query = query.where(late if wanted.overdue else ~late)
    return query


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
    take_turn(session, obligation.publication_id)
    session.refresh(obligation)
    publication = get_publication(session, obligation.publication_id)
    if side_of(obligation.kind, obligation.state, state, obligation.asks_more) == "debtor":
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


def _overdue(o: Obligation) -> bool:
    return o.overdue_at is not None and is_open(o) and (o.due_at is not None or o.late == "debtor")


def _note(o: Obligation, creditor: str, deserted: bool) -> str | None:
    if not is_open(o):
        return None
    if deserted:
        return f"{creditor} has no administrator left who could answer; a system administrator can name one."
    if o.n_rows == 0:
        return f"No data in scope ask for this any more; it stays until an administrator of {creditor} waives it."
    if o.asks_more and o.kind == "coauthorship":
        return f"With the data that came since, {o.places} places are to be offered; offer them."
    if o.asks_more:
        return "With the data that came since, there is more to print; bring it to 'open', and include it again."
    return None


def _evidence(session: Session, pairs: Iterable[tuple[Obligation, Publication]]) -> dict[int, Mapping[str, int]]:
    """What each follows from, as far as the reader may know: both sides all, their colleagues what they read."""
    found: dict[int, Mapping[str, int]] = {o.id: o.evidence for o, _p in pairs}
    seen = text(
        "SELECT o.id, ARRAY(SELECT access.products_read(p.obj_ids, o.creditor_id, o.policy_version_id)) AS products"
        " FROM obligations o JOIN publications p ON p.id = o.publication_id"
        " WHERE o.id = ANY (CAST(:ids AS int[])) AND current_user = 'skyrelay_web' AND o.owner_id <> access.me()"
        " AND o.creditor_id NOT IN (SELECT access.my_groups())"
    )
    for row in session.execute(seen, {"ids": sorted(found)}):
        found[row.id] = {product: n for product, n in found[row.id].items() if product in row.products}
    return found


def _views(session: Session, pairs: list[tuple[Obligation, Publication]]) -> list[ObligationView]:
    shown = _evidence(session, pairs)
    alone = text("SELECT access.without_admin(CAST(:ids AS int[]))")
    deserted = set(session.scalars(alone, {"ids": sorted({o.creditor_id for o, _p in pairs})}))
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
            n_rows=sum(shown[o.id].values()),
            next=answers(o.kind, o.state, o.asks_more),
            overridden_at=o.overridden_at,
            override_reason=o.override_reason,
            modified=o.modified,
            stage_limit=o.stage_limit,
            blocks_from=blocks_from(o.kind, o.stage_limit) if o.required else None,
            evidence=dict(shown[o.id]),
            share=o.share,
            places=o.places,
            demand=o.terms.get("demand") if o.kind == "coauthorship" else None,
            from_list=o.terms.get("from_list"),
            from_group_id=o.terms.get("from_group_id"),
            due_at=o.due_at,
            overdue=_overdue(o),
            overdue_since=o.overdue_at,
            late=o.late,
            note=_note(o, names.get(o.creditor_id) or "the group", o.creditor_id in deserted),
        )
        for o, p in pairs
    ]
