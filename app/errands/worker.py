"""The worker: claims due errands, runs each in a thread, and writes how it went.

A claim is one short transaction (``FOR UPDATE SKIP LOCKED``), so several workers share the queue. It sets a lease: what
a killed worker held is due again when the lease ends. The number of the attempt guards the end: a run whose lease
was taken over writes nothing.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.context import Context
from app.errands.kinds import Desk, Job, Kind, Result, TryAgain, act_as
from app.errands.outside import NoAnswer, Outside
from app.errors import SkyrelayError
from app.live.listener import OutboxListener
from app.log import get_logger
from app.tables import ErrandRow

CHANNEL = "skyrelay_errands"
DATABASE_AWAY_S = 2.0
SWEPT_EVERY_S = 3600.0
OPEN = ("waiting", "running")
DIED = "The worker ended in the middle of it each time."
FAULT = "Something went wrong on our side; the log of the errands service says what."
log = get_logger(__name__)

_CLAIM = text(
    "UPDATE errands SET state = 'running', attempts = attempts + 1, modified = now(),"
    " due_at = now() + make_interval(secs => CAST(CAST(:leases AS jsonb) ->> kind AS float8))"
    " WHERE id = (SELECT id FROM errands WHERE state IN ('waiting', 'running') AND due_at <= now()"
    " AND kind = ANY(CAST(:kinds AS text[])) ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)"
    " RETURNING id, kind, payload, key, owner_id, holder_id, attempts"
)


class Worker:
    """Does errands of the given kinds until told to stop."""

    def __init__(self, context: Context, kinds: Mapping[str, Kind], outside: Outside) -> None:
        self.context = context
        self.kinds = kinds
        self.outside = outside
        self.desk = Desk(context, outside)
        self.settings = context.settings.errands
        self._running: dict[Future[Result], Job] = {}
        self._changed = threading.Event()
        self._swept = float("-inf")

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set and :meth:`wake` called; a database that does not answer is waited for."""
        listener = OutboxListener(self.context.url, self.wake, channel=CHANNEL)
        listener.start()
        pool = ThreadPoolExecutor(self.settings.threads, thread_name_prefix="errand")
        try:
            while not stop.is_set():
                self._changed.clear()
                try:
                    wait = self._round(pool)
                except (SQLAlchemyError, SkyrelayError) as error:
                    log.warning("errands wait", error=str(error).splitlines()[0])
                    wait = DATABASE_AWAY_S
                self._changed.wait(wait)
        finally:
            listener.stop()
            # Exchanges that are going on are cut off, and begin again with the next worker.
            self.outside.close()
            pool.shutdown(cancel_futures=True)
            self._collect()

    def wake(self) -> None:
        """Look again now."""
        self._changed.set()

    def _round(self, pool: ThreadPoolExecutor) -> float:
        """Write down what has ended, begin what is due; return for how many seconds there is nothing to do."""
        self._collect()
        while len(self._running) < self.settings.threads and (job := self._claim()) is not None:
            if job.attempt > self.kinds[job.kind].limit:
                self._give_up(job, DIED)
                continue
            future = pool.submit(self.kinds[job.kind].run, self.desk, job)
            self._running[future] = job
            future.add_done_callback(lambda _: self.wake())
        self._sweep()
        return self._until_due()

    def _with_room(self) -> list[str]:
        busy = [job.kind for job in self._running.values()]
        return [name for name, kind in self.kinds.items() if busy.count(name) < kind.at_once]

    def _claim(self) -> Job | None:
        leases = {name: kind.timeout_s for name, kind in self.kinds.items()}
        with self.context.transaction() as session:
            found = session.execute(_CLAIM, {"kinds": self._with_room(), "leases": json.dumps(leases)}).first()
        if found is None:
            return None
        return Job(
            found.id, found.kind, found.payload, found.key or f"errand-{found.id}", found.owner_id, found.holder_id,
            found.attempts,
        )  # fmt: skip

    def _until_due(self) -> float:
        next_due = select(func.extract("epoch", func.min(ErrandRow.due_at) - func.now())).where(
            ErrandRow.state.in_(OPEN), ErrandRow.kind.in_(self._with_room())
        )
        if len(self._running) >= self.settings.threads:
            return self.settings.interval_s
        with self.context.transaction() as session:
            seconds = session.execute(next_due).scalar()
        # A due errand that was not claimed is in another worker's hands at this moment.
        return self.settings.interval_s if seconds is None else min(max(float(seconds), 0.05), self.settings.interval_s)

    def _collect(self) -> None:
        """Write down how the runs that have ended went; one that the database did not take is kept for later."""
        for future in [future for future in self._running if future.done()]:
            if not future.cancelled():
                self._write_down(self._running[future], future)
            del self._running[future]

    def _write_down(self, job: Job, future: Future[Result]) -> None:
        error = future.exception()
        if error is None:
            self._finish(job, future.result())
        elif isinstance(error, TryAgain):
            self._again(job, error.message, error.after_s)
        elif isinstance(error, NoAnswer):
            self._again(job, error.message, 0.0 if error.interrupted else None, counts=not error.interrupted)
        elif isinstance(error, SkyrelayError) and error.status < 500:
            self._give_up(job, error.message)
        else:
            log.error("an errand failed", errand=job.id, kind=job.kind, exc_info=error)
            self._again(job, FAULT, None)

    def _finish(self, job: Job, result: Result) -> None:
        try:
            self._end(job, "done", result.note, result.write)
        except SkyrelayError as error:
            if error.status >= 500:
                raise
            self._give_up(job, error.message)
        except SQLAlchemyError as error:
            log.error("what an errand brought could not be stored", errand=job.id, kind=job.kind, exc_info=error)
            self._again(job, FAULT, None)
        else:
            log.info("errand done", errand=job.id, kind=job.kind, attempt=job.attempt)

    def _again(self, job: Job, reason: str, after_s: float | None, counts: bool = True) -> None:
        kind = self.kinds[job.kind]
        if counts and job.attempt >= kind.limit:
            self._give_up(job, reason)
            return
        if after_s is None:
            after_s = min(kind.first_wait_s * 2 ** min(job.attempt - 1, 30), kind.longest_wait_s)
            after_s *= random.uniform(0.5, 1.5)  # noqa: S311 - jitter, no secret
        due = datetime.now(UTC) + timedelta(seconds=after_s)
        values = {"state": "waiting", "reason": reason, "due_at": due}
        if not counts:
            values["attempts"] = job.attempt - 1
        with self.context.transaction() as session:
            session.execute(_mine(job).values(**values))
        log.info("errand waits", errand=job.id, kind=job.kind, attempt=job.attempt, reason=reason, after_s=after_s)

    def _give_up(self, job: Job, reason: str) -> None:
        log.warning("errand given up", errand=job.id, kind=job.kind, attempt=job.attempt, reason=reason)
        try:
            self._end(job, "failed", reason, lambda session: self.kinds[job.kind].gave_up(session, job, reason))
        except (SQLAlchemyError, SkyrelayError) as error:
            # Those who wait cannot be told (their account may have ended); the errand itself must still end.
            log.error("nobody could be told", errand=job.id, kind=job.kind, exc_info=error)
            self._end(job, "failed", reason, lambda _session: None)

    def _end(self, job: Job, state: str, reason: str, write: Callable[[Session], Any]) -> None:
        with self.context.transaction() as session:
            ended = _mine(job).values(state=state, reason=reason, finished_at=func.now()).returning(ErrandRow.id)
            if session.execute(ended).scalar() is None:
                log.warning("an errand's lease was over", errand=job.id, kind=job.kind)
                return
            if self.kinds[job.kind].writes_as == "owner" and job.owner_id is not None:
                act_as(session, job.owner_id)
            write(session)

    def _sweep(self) -> None:
        if time.monotonic() - self._swept < SWEPT_EVERY_S:
            return
        before = datetime.now(UTC) - timedelta(days=self.settings.kept_days)
        with self.context.transaction() as session:
            session.execute(delete(ErrandRow).where(ErrandRow.finished_at < before))
        self._swept = time.monotonic()


def _mine(job: Job) -> Any:
    """The errand, as long as this run holds it."""
    return update(ErrandRow).where(
        ErrandRow.id == job.id, ErrandRow.attempts == job.attempt, ErrandRow.state == "running"
    )
