"""Wishes to share that a group's administrator answers: asked, approved, refused, withdrawn, or expired.

What is approved is done in the name of who asked, with what that person may do at that time and what the policies say
then: an approval opens one gate and gives no other right.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from pydantic import BaseModel
from sqlalchemy import or_, select, text, update
from sqlalchemy.orm import Session

from app.access.elevation import WEB
from app.access.history import Change, record
from app.access.ledger import settle
from app.access.notify import Notice, notify
from app.access.outbox import announce
from app.access.principal import Principal
from app.context import Context
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import share_days
from app.portal.governed import Planner
from app.portal.share_days import Order, Outcome, Pending
from app.portal.share_selection import Selection, select_rows
from app.portal.share_targets import Gate, need_targets, people_of
from app.tables import Group, ShareRequest, User

KEPT = timedelta(days=30)
"""How long a request waits for its answer."""
MOST_WAITING = 100
"""Requests that one person may have waiting."""
EXPIRED_EVERY_S = 60.0
URL = "/sharing/requests"
log = structlog.get_logger(__name__)


class RequestView(BaseModel):
    """A request; names are null where the reader may not know them. ``group_id``: whose administrator answers."""

    id: int
    created_at: datetime
    direction: str
    group_id: int
    group: str | None
    asked_by_id: int
    asked_by: str
    group_ids: list[int]
    stream_ids: list[int]
    user_ids: list[int]
    names: dict[int, str]
    n_rows: dict[str, int]
    why: str | None
    state: str
    reason: str | None
    answered_by_id: int | None
    answered_at: datetime | None
    expires_at: datetime
    mine_to_answer: bool
    outcome: dict[str, Any] | None


def file_all(
    session: Session, principal: Principal, pending: Sequence[Pending], why: str | None, follows_id: int | None = None
) -> list[int]:
    """Ask the groups that want to approve; return the requests, an old one where the same is asked already."""
    return [_file(session, principal, one, why, follows_id) for one in pending]


def _file(session: Session, principal: Principal, pending: Pending, why: str | None, follows_id: int | None) -> int:
    groups = sorted(g.group_id for g in pending.grants if g.group_id is not None)
    streams = sorted(g.stream_id for g in pending.grants if g.stream_id is not None)
    waiting = session.scalars(
        select(ShareRequest).where(ShareRequest.asked_by_id == principal.user_id, ShareRequest.state == "pending")
    ).all()
    for old in waiting:
        same = (old.direction, old.group_id) == (pending.gate.direction, pending.gate.group_id)
        if same and (old.group_ids, old.stream_ids, old.rows) == (groups, streams, pending.rows):
            return old.id
    if len(waiting) >= MOST_WAITING:
        raise BadInput(f"You have {MOST_WAITING} requests waiting; withdraw some before you ask for more.")
    row = ShareRequest(
        direction=pending.gate.direction,
        group_id=pending.gate.group_id,
        asked_by_id=principal.user_id,
        group_ids=groups,
        stream_ids=streams,
        rows=pending.rows,
        n_rows=sum(len(ids) for ids in pending.rows.values()),
        why=why,
        follows_id=follows_id,
        expires_at=datetime.now(UTC) + KEPT,
    )
    session.add(row)
    session.flush()
    after = {"direction": row.direction, "group_id": row.group_id, "n_rows": row.n_rows, "group_ids": groups}
    record(session, principal.user_id, Change("ask to share", "share request", row.id, after=after, why=why))
    admins = session.scalars(text("SELECT access.answerers_of(:group)"), {"group": row.group_id}).all()
    told = f"{principal.username} asks to share {row.n_rows} rows; your answer is needed by {row.expires_at:%Y-%m-%d}."
    notify(session, admins, Notice("share_request", told, ("share_request", row.id), URL))
    return row.id


def list_requests(session: Session, principal: Principal, states: Sequence[str], at_most: int) -> list[RequestView]:
    """Return requests of one's own and those that one may answer, newest first."""
    wanted = select(ShareRequest).order_by(ShareRequest.id.desc()).limit(at_most)
    if states:
        wanted = wanted.where(ShareRequest.state.in_(states))
    return _views(session, principal, list(session.scalars(wanted)))


def get_request(session: Session, principal: Principal, request_id: int) -> RequestView:
    """Return one request; raise :class:`NotAvailableHere`."""
    [view] = _views(session, principal, [_need(session, request_id)])
    return view


def refuse(session: Session, principal: Principal, request_id: int, reason: str) -> None:
    """Refuse a request, and say why."""
    row = _need_answerable(session, principal, request_id)
    _settle_state(session, principal, row, "refused", reason)


def withdraw_request(session: Session, principal: Principal, request_id: int) -> None:
    """Take back one's own request."""
    row = _need(session, request_id)
    if row.asked_by_id != principal.user_id:
        raise Forbidden("Only who asked can withdraw the request.")
    _need_pending(row)
    session.execute(update(ShareRequest).where(ShareRequest.id == row.id).values(state="withdrawn"))
    record(session, principal.user_id, Change("withdraw", "share request", row.id, before={"state": "pending"}))


def approve(
    session: Session, principal: Principal, request_id: int, reason: str | None, govern: Planner
) -> tuple[Outcome, list[int]]:
    """Approve a request and do what it asks for, as far as it can be done now.

    Returns what was done, and further requests where another group approves, too. Raises :class:`BadInput` where who
    asked cannot share any of it any more.
    """
    row = _need_answerable(session, principal, request_id)
    _settle_state(session, principal, row, "approved", reason)
    asker = _asker(session, row.asked_by_id)
    with _in_the_name_of(session, asker, row.id):
        users = people_of(session, row.group_ids)
        groups = [g for g in row.group_ids if g not in users]
        targets = need_targets(session, asker, groups, row.stream_ids, users.values())
        selected = select_rows(session, asker, Selection(rows=row.rows, what_is_left=True))
        order = Order(targets, govern, passed=_passed(session, row), told={"request_id": row.id})
        outcome = share_days.act(session, asker, selected, order)
        further = file_all(session, asker, outcome.pending, row.why, row.id)
    done = {"n_moved": outcome.n_moved, "requests": further}
    session.execute(update(ShareRequest).where(ShareRequest.id == row.id).values(outcome=done))
    return outcome, further


def _settle_state(session: Session, principal: Principal, row: ShareRequest, state: str, reason: str | None) -> None:
    values = {"state": state, "reason": reason, "answered_by_id": principal.user_id, "answered_at": datetime.now(UTC)}
    session.execute(update(ShareRequest).where(ShareRequest.id == row.id).values(**values))
    after = {"state": state, "asked_by_id": row.asked_by_id, "n_rows": row.n_rows}
    change = Change("answer", "share request", row.id, row.group_id, {"state": "pending"}, after, why=reason)
    record(session, principal.user_id, change)
    told = f"Your request to share {row.n_rows} rows was {state}." + (f" {reason}" if reason else "")
    notify(session, [row.asked_by_id], Notice("share_request", told, ("share_request", row.id), URL))
    announce(session, "share_request.answered", user_id=row.asked_by_id, request_id=row.id, state=state)


def _passed(session: Session, row: ShareRequest) -> tuple[Gate, ...]:
    """What a request was approved by, and those that it follows."""
    found, one = [Gate(row.direction, row.group_id)], row
    while one.follows_id is not None:
        one = session.get_one(ShareRequest, one.follows_id)
        found.append(Gate(one.direction, one.group_id))
    return tuple(found)


def _asker(session: Session, user_id: int) -> Principal:
    user = session.get_one(User, user_id)
    acls = session.execute(text("SELECT access.acls_of(:u)"), {"u": user_id}).scalar_one()
    past = user.expiration_date is not None and user.expiration_date <= datetime.now(UTC)
    if past or "Upload data" not in acls:
        raise BadInput(f"{user.username} may not share data any more: refuse the request.")
    return Principal(user_id, user.username, frozenset(acls))


@contextmanager
def _in_the_name_of(session: Session, asker: Principal, request_id: int) -> Iterator[None]:
    """Let row security judge for who asked, within this block; history and events of it are that person's."""
    settle(session)
    told = "SELECT current_setting('role') AS role, current_setting('skyrelay.user_id', true) AS id"
    before = session.execute(text(told)).one()
    declare = text(
        "SELECT set_config('role', :role, true), set_config('skyrelay.user_id', :id, true), "
        "set_config('skyrelay.share_request', :request, true)"
    )
    session.execute(declare, {"role": WEB, "id": str(asker.user_id), "request": str(request_id)})
    yield
    settle(session)
    session.execute(declare, {"role": before.role, "id": before.id or "", "request": ""})


def _need(session: Session, request_id: int) -> ShareRequest:
    row = session.get(ShareRequest, request_id)
    if row is None:
        raise NotAvailableHere("There is no such request, or you may not see it.")
    return row


def _need_answerable(session: Session, principal: Principal, request_id: int) -> ShareRequest:
    wanted = select(ShareRequest).where(ShareRequest.id == request_id).with_for_update()
    row = session.scalars(wanted).one_or_none() or _need(session, request_id)
    if not principal.is_admin and row.group_id not in set(session.scalars(text("SELECT access.my_admin_groups()"))):
        raise Forbidden("Only an administrator of the group can answer this.")
    _need_pending(row)
    return row


def _need_pending(row: ShareRequest) -> None:
    if row.state != "pending":
        raise BadInput(f"This request is {row.state} already.")
    if row.expires_at <= datetime.now(UTC):
        raise BadInput("This request waited for too long and has expired; it can be asked again.")


def _views(session: Session, principal: Principal, rows: Sequence[ShareRequest]) -> list[RequestView]:
    if not rows:
        return []
    chief = set(session.scalars(text("SELECT access.my_admin_groups()")))
    targets = sorted({g for r in rows for g in r.group_ids})
    people = people_of(session, targets)
    users = {r.asked_by_id for r in rows} | set(people.values())
    who = dict(session.execute(select(User.id, User.username).where(User.id.in_(users))).tuples().all())
    known = select(Group.id, Group.name).where(or_(Group.id.in_(targets), Group.id.in_({r.group_id for r in rows})))
    names = dict(session.execute(known).tuples().all()) | {g: who[u] for g, u in people.items()}
    return [
        RequestView(
            id=r.id, created_at=r.created_at, direction=r.direction, group_id=r.group_id, group=names.get(r.group_id),
            asked_by_id=r.asked_by_id, asked_by=who[r.asked_by_id],
            group_ids=[g for g in r.group_ids if g not in people], stream_ids=r.stream_ids,
            user_ids=[people[g] for g in r.group_ids if g in people],
            names={g: names[g] for g in r.group_ids if g in names},
            n_rows={kind: len(ids) for kind, ids in r.rows.items()}, why=r.why, state=r.state, reason=r.reason,
            answered_by_id=r.answered_by_id, answered_at=r.answered_at, expires_at=r.expires_at,
            mine_to_answer=r.state == "pending" and (principal.is_admin or r.group_id in chief), outcome=r.outcome,
        )
        for r in rows
    ]  # fmt: skip


class Expiry:
    """Called often by the release service: requests that nobody answered in time expire, and who asked is told."""

    def __init__(
        self, clock: Callable[[], datetime] = lambda: datetime.now(UTC), every_s: float = EXPIRED_EVERY_S
    ) -> None:
        self.clock, self.every_s = clock, every_s
        self._done_at = float("-inf")

    def __call__(self, context: Context) -> int:
        """Expire what is due, if it is time to look; return how many requests that were."""
        if time.monotonic() - self._done_at < self.every_s:
            return 0
        with context.transaction() as session:
            rows = session.execute(text("SELECT * FROM access.expire_share_requests(:at)"), {"at": self.clock()}).all()
            for row in rows:
                told = "Nobody answered your request to share in time: it has expired. You can ask again."
                notify(session, [row.asked_by_id], Notice("share_request", told, ("share_request", row.id), URL))
        self._done_at = time.monotonic()
        if rows:
            log.info("share requests expired", rows=len(rows))
        return len(rows)
