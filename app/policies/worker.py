"""The release worker: widens audiences on time, never early, one whole release a transaction.

A release is one row inserted into an embargo's audience, so its cost does not depend on how many rows it opens and no
reader waits. A crash leaves it undone, and it is done later: data stay private longer, never the other way round.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern
from app.access.history import Change, record
from app.config import Settings
from app.context import Context
from app.errors import SkyrelayError
from app.log import get_logger
from app.policies.again import judge_stale
from app.tables import Audience, AudienceGrant, ObjAudience, OutboxEvent, Release

MOST_OBJS_TOLD = 200
"""Up to so many objs each get their own live event; beyond, one event tells of all."""
Clock = Callable[[], datetime]
Hook = Callable[[Context], object]
log = get_logger(__name__)


def utc_now() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)


def release_due(context: Context, now: datetime) -> int:
    """Do every release that is due at ``now`` and that no other worker is doing; return how many."""
    judge_stale(context)
    done = 0
    while True:
        with context.transaction() as session:
            if not _release_next(session, now):
                return done
        done += 1


def run(context: Context, stop_event: threading.Event, clock: Clock = utc_now, also: tuple[Hook, ...] = ()) -> None:
    """Look for due releases every ``releases.interval_s`` seconds until told to stop.

    ``also`` is called after each round. A database that does not answer is waited for.
    """
    while not stop_event.is_set():
        try:
            number = release_due(context, clock())
            if number:
                log.info("released", releases=number)
            for hook in also:
                hook(context)
        except (SQLAlchemyError, SkyrelayError) as error:
            log.warning("releases wait", error=str(error).splitlines()[0])
        stop_event.wait(context.settings.releases.interval_s)


def serve(settings: Settings, also: tuple[Hook, ...] = ()) -> None:
    """Run the worker as its own process, until SIGTERM or SIGINT."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    context = Context.create(settings, "release")
    try:
        run(context, stop, also=also)
    finally:
        context.close()


def _release_next(session: Session, now: datetime) -> bool:
    stale = select(Audience.id).where(Audience.stale)
    next_due = (
        select(Release)
        .where(Release.done_at.is_(None), Release.due_at <= now, Release.audience_id.not_in(stale))
        .order_by(Release.due_at, Release.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    release = session.scalars(next_due).first()
    if release is None:
        return False
    audience = session.get_one(Audience, release.audience_id)
    grant = {"audience_id": audience.id, "group_id": release.group_id, "stream_id": audience.stream_id}
    session.execute(upsert(AudienceGrant).values(**grant, since=now).on_conflict_do_nothing())
    rows = func.coalesce(func.sum(ObjAudience.n_rows), 0)
    release.n_rows = int(session.execute(select(rows).where(ObjAudience.audience_id == audience.id)).scalar_one())
    release.done_at = now
    after = {"group_id": release.group_id, "n_rows": release.n_rows, "night": str(audience.night)}
    record(session, None, Change("release", "release", release.id, release.holder_id, after=after))
    _tell(session, release, audience)
    return True


def _tell(session: Session, release: Release, audience: Audience) -> None:
    if not release.n_rows:
        return
    about = select(ObjAudience.obj_id).where(ObjAudience.audience_id == audience.id).distinct()
    obj_ids: list[str | None] = list(session.scalars(about.order_by(ObjAudience.obj_id).limit(MOST_OBJS_TOLD + 1)))
    if len(obj_ids) > MOST_OBJS_TOLD:
        obj_ids = [None]
    admitted = intern(session, [Grant(release.group_id, audience.stream_id)])
    payload = {"release_id": release.id, "holder_id": release.holder_id, "group_id": release.group_id}
    session.execute(
        insert(OutboxEvent),
        [{"kind": "release.done", "audience_id": admitted, "obj_id": o, "payload": payload} for o in obj_ids],
    )
