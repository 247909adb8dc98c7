"""Who watches a follow-up request, and how they are told that it changed."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput
from app.tables import FollowupRequest, FollowupWatcher
from followup.triggers.request_views import need

CHANGED = "followup_request.changed"


def watch(session: Session, principal: Principal, request_id: int) -> None:
    """Begin to watch a request; raise :class:`BadInput` for one that is watched already."""
    request = need(session, request_id)
    made = session.execute(
        insert(FollowupWatcher)
        .values(followup_request_id=request_id, user_id=principal.user_id)
        .on_conflict_do_nothing()
        .returning(FollowupWatcher.id)
    ).scalar()
    if made is None:
        raise BadInput("You watch this request already.")
    record(session, principal.user_id, Change("create", "followup watcher", request_id, request.holder_id))


def unwatch(session: Session, principal: Principal, request_id: int) -> None:
    """Watch a request no longer; raise :class:`BadInput` for one that is not watched."""
    request = need(session, request_id)
    mine = FollowupWatcher.followup_request_id == request_id, FollowupWatcher.user_id == principal.user_id
    if session.execute(delete(FollowupWatcher).where(*mine).returning(FollowupWatcher.id)).scalar() is None:
        raise BadInput("You do not watch this request.")
    record(session, principal.user_id, Change("delete", "followup watcher", request_id, request.holder_id))


def tell(session: Session, request: FollowupRequest, by_id: int | None = None) -> None:
    """Tell those who look at a request, and those who watch it, that it changed; not whoever changed it."""
    announce(session, CHANGED, audience_id=request.audience_id, obj_id=request.obj_id, followup_request_id=request.id)
    query = select(FollowupWatcher.user_id).where(FollowupWatcher.followup_request_id == request.id)
    watchers = [user_id for user_id in session.scalars(query) if user_id != by_id]
    if watchers:
        said = f"The follow-up request for {request.obj_id} is now: {request.status}"
        notify(
            session, watchers,
            Notice("followup_request", said, ("followup_request", request.id), f"/source/{request.obj_id}"),
        )  # fmt: skip
